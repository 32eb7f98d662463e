/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/heading.h"
#include "import/importer.h"

G_BEGIN_DECLS

/* What a line is to the report. */
typedef enum {
  QTR_ROLE_BODY,
  QTR_ROLE_GAP,
  QTR_ROLE_PAGE,
  QTR_ROLE_TABLE,
  QTR_ROLE_HEADING,
  QTR_ROLE_LEAD,
  QTR_ROLE_NIL,
  QTR_ROLE_TAKEN,
} QtrRole;

/* A line with what was understood of it. @used says that its words went into the report, or were listed: at
 * the end, the others are listed as well, so that none is lost. */
typedef struct {
  const QtrLine *line;
  QtrRole role;
  QtrHeading *heading;
  char *lead;
  char *rest;
  gboolean sure;
  gboolean used;
} QtrPart;

/* A run of lines under one lead, or under a heading without a lead. @heading is the index of the part that
 * is its heading, or -1. */
typedef struct {
  guint start;
  guint end;
  int heading;
} QtrSegment;

typedef struct {
  QtrPart *parts;
  guint n_parts;
  const QtrImportContext *context;
  QtrReport *report;
  GHashTable *areas;
  GHashTable *vocabulary;
  gboolean nested;
  gboolean has_leads;
} QtrScan;

/* settle.c: which lines that look like headings or leads are some, and which others are leads. */
void qtr_settle_headings (QtrScan *scan);

/* aside.c: takes what is not narrative, from the part @start on. */
void qtr_asides_read (QtrScan *scan, guint start);
gboolean qtr_aside_is_named (const QtrLine *line);
gboolean qtr_aside_is_draft (const QtrLine *line);
void qtr_aside_read_nil (QtrScan *scan, guint start, guint end, QtrReportCommitment *commitment);

/* evidence.c: finds the names that areas have in this report. */
void qtr_evidence_gather (QtrScan *scan);

/* contents.c: takes the lines of the contents. */
void qtr_contents_read (QtrScan *scan);

/* front.c: takes the lines of the front page before the part @end. */
void qtr_front_read (QtrScan *scan, guint end);

/* furniture.c: takes page numbers and what is repeated on every page. */
void qtr_furniture_read (QtrScan *scan);

/* running.c: which lines stand under which heading. (element-type QtrSegment) */
GArray *qtr_running_segments (QtrScan *scan);

/* outline.c: the bullets of one commitment after the other. */
typedef struct _QtrOutline QtrOutline;

QtrOutline *qtr_outline_new (QtrScan *scan);
void qtr_outline_free (QtrOutline *self);
void qtr_outline_begin (QtrOutline *self, QtrReportCommitment *commitment);
void qtr_outline_add (QtrOutline *self, guint start, guint end);
void qtr_outline_survey (QtrScan *scan);
gboolean qtr_outline_may_own (const QtrScan *scan, guint index);

/* Whether the words on a line of their own above bullets own these, up to the next such line. */
gboolean qtr_outline_is_label (const QtrScan *scan, guint index, guint end);

/* The part after @index before @end that has words, or @end. */
guint qtr_scan_next (const QtrScan *scan, guint index, guint end);

/* The part after @index that is neither a gap nor the end of a page, or the number of parts. */
guint qtr_scan_next_words (const QtrScan *scan, guint index);

/* Joins a line to the text before it, mending a word that was broken at the line's end. */
void qtr_scan_join (const QtrScan *scan, GString *text, const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrOutline, qtr_outline_free)

G_END_DECLS
