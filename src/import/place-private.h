/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/place.h"

G_BEGIN_DECLS

/*
 * How a report is placed. All that the plan knows of its priorities and commitments is taken down as sayings:
 * in this quarter, this record was worded so. The report's own go among them, and from all of them, quarter
 * by quarter, the records are made anew, as if the reports had come in the order of their quarters. So the
 * order of imports cannot show, and what an update says belongs to a commitment and a priority that hold in
 * its quarter, since the records are made from what the updates say.
 *
 * What no report says and only its order of import could tell is not known: how a wording was spelt where a
 * later quarter spells it otherwise (the later spelling stands for all quarters), which title a priority had
 * that one report leaves untitled (that of the quarter next to it), when one without any commitment was
 * reported again, whose plan it is where reports name several bodies above their titles (the first), and
 * under which of two areas one stands that two reports nest differently (the first).
 */

/* Before all quarters: where a record has no beginning. */
#define QTR_PLACE_EVER G_MININT

typedef struct _QtrSaying QtrSaying;
typedef struct _QtrLineage QtrLineage;
typedef struct _QtrRun QtrRun;

/* That a priority or a commitment was worded so in a quarter. */
struct _QtrSaying {
  QtrPeriod quarter;
  int start;
  /* In its quarter, in the report's order. */
  guint rank;

  /* The wording; a title is the text of a priority, which has no lead. Equal ones have equal keys. */
  int number;
  const char *lead;
  const char *text;
  char *key;
  /* Of a priority: its title alone, folded. */
  char *title;

  /* Of a commitment: its priority in that quarter, or else the nearest saying of it. */
  QtrSaying *parent;

  /* The record that stands for it in the plan, and the section that speaks to it there. */
  gconstpointer record;
  const QtrSection *section;

  /* The report's; both %NULL where the plan says so. */
  const QtrReportPriority *priority;
  const QtrReportCommitment *commitment;

  /* Said by no one, but its priority goes on under another record. */
  gboolean carried;

  QtrLineage *lineage;
  QtrRun *run;
};

/* A priority or a commitment through the years. */
struct _QtrLineage {
  GPtrArray *sayings;
  GPtrArray *runs;
};

/* Quarters in a row with the same wording (under the same priority): what becomes one record. */
struct _QtrRun {
  QtrLineage *lineage;
  QtrRun *parent;
  GPtrArray *sayings;
  QtrPeriod first;
  int start;

  /* The last quarter, or unset, and what follows. */
  QtrPeriod until;
  QtrRun *successor;
  const char *successor_id;

  /* The record of the plan that it takes over, and what becomes of it. */
  gconstpointer standing;
  gpointer made;
};

typedef struct {
  const QtrPlan *plan;
  GPtrArray *priorities;
  GPtrArray *commitments;
  /* A commitment's record to the one that carries it on under its priority's next record. */
  GHashTable *carried;
} QtrEvidence;

/* place-evidence.c: what the plan says. place-merge.c: what a report says for its quarter. */
QtrEvidence *qtr_evidence_new (const QtrPlan *plan);
void qtr_evidence_free (QtrEvidence *self);
void qtr_evidence_add_report (QtrEvidence *self, const QtrReport *report, QtrPeriod quarter);
void qtr_evidence_sort (QtrEvidence *self);
QtrSaying *qtr_saying_copy (const QtrSaying *saying, QtrPeriod quarter, int start);
void qtr_saying_set_keys (QtrSaying *self);

/* place-pairs.c: pairs what is most alike first. @partners holds for each of @n_left which of @n_right it is,
 * or -1; pairs that it holds already stay. A score of nothing is no pair. */
typedef double (*QtrPairScore) (guint left, guint right, gpointer data);
void qtr_pairs_find (guint n_left, guint n_right, QtrPairScore score, gpointer data, int *partners);
double qtr_pairs_score_wording (const QtrSaying *saying, const QtrSaying *other);

/* From here on, a commitment in other words is the same promise and not another one. The last one left on
 * both sides needs less. */
#define QTR_LIKENESS_MIN 0.25
#define QTR_LIKENESS_LAST_MIN 0.12

/* From here on, titles under one number are wordings of one title. */
#define QTR_TITLE_LIKENESS_MIN 0.5

/* place-lineage.c: which sayings are of one priority, or of one commitment. @links are successions that
 * somebody made by hand: a record's id to its successor's, or to nothing where it only ends. */
GPtrArray *qtr_lineages_of_priorities (QtrEvidence *evidence, GHashTable *links);
GPtrArray *qtr_lineages_of_commitments (QtrEvidence *evidence, GHashTable *links);
gconstpointer qtr_lineage_find_record (const QtrLineage *lineage, guint index);

/* place-runs.c: where lineages change their wording, and with it their record. */
void qtr_runs_of_priorities (QtrEvidence *evidence, GPtrArray *lineages, GHashTable *links);
void qtr_runs_of_commitments (QtrEvidence *evidence, GPtrArray *lineages, GHashTable *links);
QtrRun *qtr_runs_at (const QtrLineage *lineage, int start);

/* place-sections.c: names the records that the sayings were made into wherever the plan speaks of them, and
 * merges what the report says under its commitments. */
QtrPlan *qtr_sections_place (const QtrPlan *plan, const QtrEvidence *evidence, QtrReport *report,
                             QtrPeriod quarter);

/* succession.c: puts the report's priorities and commitments into the plan, and what it says under them. */
QtrPlan *qtr_succession_place (const QtrPlan *plan, QtrReport *report, QtrPeriod quarter);

/* bullets.c: the bullets of a section after those of the report were merged into it. */
QtrList *qtr_bullets_merge (const QtrList *standing, GPtrArray *source, QtrReport *report);

/* places.c: adds the areas that the report names to the plan's. */
QtrPlan *qtr_places_add (const QtrPlan *plan, const QtrReport *report);

/* The list that @records (element-type QtrRecord) make; takes the array. */
QtrList *qtr_place_list (GPtrArray *records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrEvidence, qtr_evidence_free)

G_END_DECLS
