/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/place-private.h"
#include "import/wording.h"

/* From here on, a commitment in other words is the same promise and not another one. The last one left on
 * both sides needs less. */
#define LIKENESS_MIN 0.25
#define LIKENESS_LAST_MIN 0.12

/* A commitment through the years: its versions, the oldest first (element-type QtrCommitment), and which
 * commitment of the report it is, or -1. */
typedef struct {
  GPtrArray *versions;
  int match;
} Lineage;

/* That a wording held in a quarter: @version is the record that says so (%NULL for the report), @section the
 * section that speaks to it, if there is one. */
typedef struct {
  int start;
  QtrPeriod quarter;
  const QtrCommitment *version;
  const QtrSection *section;
  char *wording;
  guint run;
} Evidence;

/* Quarters in a row with the same wording: what becomes one record. */
typedef struct {
  guint first;
  guint last;
  const QtrCommitment *version;
} Run;

typedef struct {
  const QtrPlan *plan;
  QtrReport *report;
  const QtrReportPriority *source;
  QtrPeriod quarter;
  GPtrArray *lineages;
  GPtrArray *ids;
  GHashTable *moved;
} Succession;

/* Before all quarters: where a commitment has no beginning. */
#define EVER G_MININT

static void
lineage_free (gpointer data)
{
  g_ptr_array_unref (((Lineage *) data)->versions);
  g_free (data);
}

static void
evidence_clear (gpointer data)
{
  g_free (((Evidence *) data)->wording);
}

static char *
wording (const char *lead, const char *text)
{
  g_autofree char *whole = g_strdup_printf ("%s %s", lead != NULL ? lead : "", text != NULL ? text : "");

  return qtr_wording_fold (whole);
}

static gboolean
is_successor (const QtrList *commitments, const char *id)
{
  for (guint i = 0; i < qtr_list_length (commitments); i++) {
    if (g_strcmp0 (((const QtrCommitment *) qtr_list_get (commitments, i))->successor, id) == 0)
      return TRUE;
  }
  return FALSE;
}

static Lineage *
lineage_new (void)
{
  Lineage *lineage = g_new0 (Lineage, 1);

  lineage->versions = g_ptr_array_new ();
  lineage->match = -1;
  return lineage;
}

static void
find_lineages (Succession *self, const QtrPriority *priority)
{
  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *version = qtr_list_get (priority->commitments, i);
    Lineage *lineage;

    if (is_successor (priority->commitments, version->record.id))
      continue;
    lineage = lineage_new ();
    while (version != NULL && !g_ptr_array_find (lineage->versions, version, NULL)) {
      g_ptr_array_add (lineage->versions, (gpointer) version);
      version =
          version->successor != NULL ? qtr_list_find (priority->commitments, version->successor, NULL) : NULL;
    }
    g_ptr_array_add (self->lineages, lineage);
  }
}

static double
likeness (const Lineage *lineage, const QtrReportCommitment *commitment)
{
  g_autofree char *theirs = wording (commitment->lead, commitment->text);
  double best = 0;

  for (guint i = 0; i < lineage->versions->len; i++) {
    const QtrCommitment *version = g_ptr_array_index (lineage->versions, i);
    g_autofree char *ours = wording (version->lead, version->text);
    /* What is promised counts; who promises it with whom is much alike everywhere. */
    double like = g_str_equal (ours, theirs)
                      ? 2
                      : 0.8 * qtr_wording_similarity (version->text, commitment->text) +
                            0.2 * qtr_wording_similarity (ours, theirs);

    best = MAX (best, like);
  }
  return best;
}

static Lineage *
lineage_of (const Succession *self, guint index)
{
  for (guint i = 0; i < self->lineages->len; i++) {
    Lineage *lineage = g_ptr_array_index (self->lineages, i);

    if (lineage->match == (int) index)
      return lineage;
  }
  return NULL;
}

/* Pairs the two that are most alike of those that are left. */
static gboolean
pair_best (Succession *self, double least)
{
  Lineage *best_lineage = NULL;
  double best = least;
  guint best_index = 0;

  for (guint i = 0; i < self->source->commitments->len; i++) {
    if (lineage_of (self, i) != NULL)
      continue;
    for (guint j = 0; j < self->lineages->len; j++) {
      Lineage *lineage = g_ptr_array_index (self->lineages, j);
      double like =
          lineage->match >= 0 ? 0 : likeness (lineage, g_ptr_array_index (self->source->commitments, i));

      if (like > best) {
        best = like;
        best_index = i;
        best_lineage = lineage;
      }
    }
  }
  if (best_lineage != NULL)
    best_lineage->match = (int) best_index;
  return best_lineage != NULL;
}

static void
pair_all (Succession *self)
{
  guint paired = 0;

  while (pair_best (self, LIKENESS_MIN))
    paired++;
  if (self->lineages->len - paired == 1 && self->source->commitments->len - paired == 1)
    pair_best (self, LIKENESS_LAST_MIN);
}

static void
add_evidence (GArray *all, QtrPeriod quarter, const QtrCommitment *version, const QtrSection *section)
{
  Evidence evidence = {
    qtr_period_is_set (quarter) ? quarter.start : EVER, quarter, version, section, NULL, 0
  };

  for (guint i = 0; i < all->len; i++) {
    Evidence *other = &g_array_index (all, Evidence, i);

    if (other->start == evidence.start && other->version == version) {
      other->section = other->section != NULL ? other->section : section;
      return;
    }
  }
  evidence.wording = wording (version->lead, version->text);
  g_array_append_val (all, evidence);
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const Evidence *first = a;
  const Evidence *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

static void
add_version (Succession *self, GArray *all, const QtrCommitment *version)
{
  add_evidence (all, qtr_plan_parse_period (self->plan, version->from), version, NULL);
  for (guint i = 0; i < qtr_list_length (self->plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (self->plan->updates, i);
    const QtrSection *section = qtr_update_find_section (update, version->record.id);

    if (section != NULL)
      add_evidence (all, qtr_plan_parse_period (self->plan, update->quarter), version, section);
  }
}

/* All that is known of the lineage, by quarter, with what the report says in place of what was said for its
 * quarter before. */
static GArray *
collect_evidence (Succession *self, const Lineage *lineage, const QtrReportCommitment *commitment)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Evidence));
  Evidence own = { self->quarter.start, self->quarter, NULL, NULL, NULL, 0 };

  g_array_set_clear_func (all, evidence_clear);
  for (guint i = 0; i < lineage->versions->len; i++)
    add_version (self, all, g_ptr_array_index (lineage->versions, i));
  own.wording = wording (commitment->lead, commitment->text);
  for (guint i = all->len; i-- > 0;) {
    const Evidence *old = &g_array_index (all, Evidence, i);

    if (old->start != own.start)
      continue;
    own.section = old->section != NULL ? old->section : own.section;
    if (g_str_equal (old->wording, own.wording))
      own.version = old->version;
    g_array_remove_index (all, i);
  }
  g_array_append_val (all, own);
  g_array_sort (all, compare_evidence);
  return all;
}

static gboolean
has_run (const GArray *runs, const QtrCommitment *version)
{
  for (guint i = 0; i < runs->len; i++) {
    if (g_array_index (runs, Run, i).version == version)
      return TRUE;
  }
  return FALSE;
}

static GArray *
find_runs (GArray *all)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = 0; i < all->len; i++) {
    Evidence *evidence = &g_array_index (all, Evidence, i);
    Run fresh = { i, i, NULL };

    if (i == 0 || !g_str_equal (evidence->wording, g_array_index (all, Evidence, i - 1).wording))
      g_array_append_val (runs, fresh);
    evidence->run = runs->len - 1;
    g_array_index (runs, Run, evidence->run).last = i;
    if (g_array_index (runs, Run, evidence->run).version == NULL && evidence->version != NULL &&
        !has_run (runs, evidence->version))
      g_array_index (runs, Run, evidence->run).version = evidence->version;
  }
  return runs;
}

/* A version that nothing speaks for any more lends its record to the wording that came in its place. */
static void
lend_versions (const Lineage *lineage, GArray *runs)
{
  for (guint i = 0; i < runs->len; i++) {
    for (guint j = 0; g_array_index (runs, Run, i).version == NULL && j < lineage->versions->len; j++) {
      const QtrCommitment *version = g_ptr_array_index (lineage->versions, j);

      if (!has_run (runs, version))
        g_array_index (runs, Run, i).version = version;
    }
  }
}

/* The spelling of a run: the report's if it is its latest quarter, else that of a record that has it. */
static void
spell (const Succession *self, const GArray *all, const Run *run, const QtrReportCommitment *commitment,
       const char **lead, const char **text)
{
  *lead = commitment->lead;
  *text = commitment->text;
  if (g_array_index (all, Evidence, run->last).start == self->quarter.start)
    return;
  for (guint i = run->last + 1; i-- > run->first;) {
    const QtrCommitment *version = g_array_index (all, Evidence, i).version;

    if (version != NULL) {
      *lead = version->lead;
      *text = version->text;
      return;
    }
  }
}

static const char *
nonempty (const char *text)
{
  return text != NULL && text[0] != '\0' ? text : NULL;
}

/* One record for a run. @next is the run after it and its record, if there is one. */
static gpointer
make_version (Succession *self, const GArray *all, const Run *run, const Run *next,
              const QtrCommitment *next_version, const QtrCommitment *old_last,
              const QtrReportCommitment *commitment)
{
  const Evidence *first = &g_array_index (all, Evidence, run->first);
  g_autofree char *from = first->start != EVER ? qtr_period_to_string (first->quarter) : NULL;
  g_autofree char *until = NULL;
  const char *successor = NULL;
  const char *lead = NULL;
  const char *text = NULL;

  spell (self, all, run, commitment, &lead, &text);
  if (next != NULL) {
    until = qtr_period_to_string (qtr_period_add (g_array_index (all, Evidence, next->first).quarter, -1));
    successor = next_version->record.id;
  } else if (old_last != NULL) {
    until = g_strdup (old_last->until);
    successor = old_last->successor;
  }
  if (run->version != NULL)
    return qtr_record_with (run->version, "lead", nonempty (lead), "text", nonempty (text), "from", from,
                            "until", until, "successor", successor, NULL);
  return qtr_record_new (&qtr_commitment_type, "lead", nonempty (lead), "text", nonempty (text), "from", from,
                         "until", until, "successor", successor, NULL);
}

static void
note_change (Succession *self, const QtrReportCommitment *commitment, guint n_before, guint n_after)
{
  if (n_before > 0 && n_after > n_before)
    qtr_report_note (self->report, commitment->line,
                     g_strdup_printf (_ ("Changed wording of a commitment: %s"), commitment->text));
  else if (n_before == 0)
    qtr_report_note (self->report, commitment->line,
                     g_strdup_printf (_ ("New commitment: %s"), commitment->text));
}

/* The records of a lineage with the report's commitment in it, made from the last to the first, since each
 * names the one after it. */
static void
place_lineage (Succession *self, Lineage *lineage, GPtrArray *records)
{
  const QtrReportCommitment *commitment = g_ptr_array_index (self->source->commitments, lineage->match);
  g_autoptr (GArray) all = collect_evidence (self, lineage, commitment);
  g_autoptr (GArray) runs = find_runs (all);
  guint n_before = lineage->versions->len;
  const QtrCommitment *old_last = n_before > 0 ? g_ptr_array_index (lineage->versions, n_before - 1) : NULL;
  g_autofree const QtrCommitment **made = g_new0 (const QtrCommitment *, runs->len);

  lend_versions (lineage, runs);
  for (guint i = runs->len; i-- > 0;) {
    gboolean last = i + 1 == runs->len;

    made[i] = make_version (self, all, &g_array_index (runs, Run, i),
                            last ? NULL : &g_array_index (runs, Run, i + 1), last ? NULL : made[i + 1],
                            old_last, commitment);
  }
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (records, (gpointer) made[i]);
  for (guint i = 0; i < all->len; i++) {
    const Evidence *evidence = &g_array_index (all, Evidence, i);
    const char *id = made[evidence->run]->record.id;

    if (evidence->section != NULL && !g_str_equal (evidence->section->commitment, id))
      g_hash_table_insert (self->moved, g_strdup (evidence->section->record.id), g_strdup (id));
    if (evidence->start == self->quarter.start) {
      g_free (g_ptr_array_index (self->ids, lineage->match));
      g_ptr_array_index (self->ids, lineage->match) = g_strdup (id);
    }
  }
  note_change (self, commitment, n_before, runs->len);
}

static int
first_start (const Succession *self, const Lineage *lineage)
{
  const QtrCommitment *version = lineage->versions->len > 0 ? g_ptr_array_index (lineage->versions, 0) : NULL;
  QtrPeriod from = version != NULL ? qtr_plan_parse_period (self->plan, version->from) : self->quarter;

  return qtr_period_is_set (from) ? from.start : EVER;
}

/* A new lineage goes behind the one that it follows in the report, and behind those there that the report
 * lacks and that began earlier, so that the order of imports does not show. */
static void
insert_lineage (Succession *self, guint index)
{
  Lineage *fresh = lineage_new ();
  const Lineage *before = index > 0 ? lineage_of (self, index - 1) : NULL;
  guint at = 0;

  fresh->match = (int) index;
  if (before != NULL && g_ptr_array_find (self->lineages, before, &at))
    at++;
  while (at < self->lineages->len) {
    const Lineage *next = g_ptr_array_index (self->lineages, at);

    if (next->match >= 0 || first_start (self, next) > self->quarter.start)
      break;
    at++;
  }
  g_ptr_array_insert (self->lineages, (int) at, fresh);
}

static QtrList *
place_lineages (Succession *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < self->source->commitments->len; i++) {
    if (lineage_of (self, i) == NULL)
      insert_lineage (self, i);
  }
  for (guint i = 0; i < self->lineages->len; i++) {
    Lineage *lineage = g_ptr_array_index (self->lineages, i);

    if (lineage->match >= 0) {
      place_lineage (self, lineage, records);
      continue;
    }
    for (guint j = 0; j < lineage->versions->len; j++)
      g_ptr_array_add (records, qtr_record_ref (g_ptr_array_index (lineage->versions, j)));
  }
  return qtr_place_list (records);
}

static QtrPlan *
move_sections (const QtrPlan *plan, GHashTable *moved)
{
  QtrPlan *now = qtr_record_ref (plan);
  GHashTableIter iter;
  gpointer section, commitment;

  g_hash_table_iter_init (&iter, moved);
  while (g_hash_table_iter_next (&iter, &section, &commitment)) {
    g_autoptr (QtrPlan) before = now;

    now = qtr_edit_set (before, section, "commitment", commitment, NULL);
  }
  return now;
}

QtrPlan *
qtr_succession_place (const QtrPlan *plan, const char *priority_id, QtrReport *report,
                      const QtrReportPriority *source, QtrPeriod quarter, GPtrArray *ids)
{
  const QtrPriority *priority = qtr_list_find (plan->priorities, priority_id, NULL);
  g_autoptr (GPtrArray) lineages = g_ptr_array_new_with_free_func (lineage_free);
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Succession self = { plan, report, source, quarter, lineages, ids, moved };
  g_autoptr (QtrList) commitments = NULL;
  g_autoptr (QtrPlan) now = NULL;

  g_return_val_if_fail (priority != NULL, NULL);
  g_ptr_array_set_size (ids, (int) source->commitments->len);
  find_lineages (&self, priority);
  pair_all (&self);
  commitments = place_lineages (&self);
  now = qtr_edit_set (plan, priority_id, "commitments", commitments, NULL);
  return move_sections (now, moved);
}
