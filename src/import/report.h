/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

/**
 * QtrReportField:
 * @text: what the front page says, or %NULL
 * @line: where it stands in the source, from 1
 */
typedef struct {
  char *text;
  guint line;
} QtrReportField;

/**
 * QtrReportFront:
 *
 * What the front page says. @subtitle is what kind of report it calls itself, @body the name that stands
 * alone above the title. Dates that are written in numbers are given as `2021-12`. @period is @quarter (or
 * what
 * @data_to implies) as a period, if it could be read.
 */
typedef struct {
  QtrReportField marking;
  QtrReportField title;
  QtrReportField plan_period;
  QtrReportField subtitle;
  QtrReportField quarter;
  QtrReportField data_to;
  QtrReportField version;
  QtrReportField produced;
  QtrReportField unit;
  QtrReportField body;
  QtrPeriod period;
} QtrReportFront;

/**
 * QtrReportEntry:
 * @number: the priority's number, or 0 for another part
 * @first_page: 0 where the contents give no page
 *
 * A line of the contents.
 */
typedef struct {
  int number;
  char *title;
  int first_page;
  int last_page;
  guint line;
} QtrReportEntry;

/**
 * QtrReportBullet:
 * @area: (nullable): the area named before the colon
 * @text: the rest, never %NULL
 * @bullets: (element-type QtrReportBullet): its children
 */
typedef struct {
  char *area;
  char *text;
  guint line;
  GPtrArray *bullets;
} QtrReportBullet;

/**
 * QtrReportCommitment:
 * @lead: `We will:`; may be empty
 * @text: what is promised; may be empty
 * @nil_return: whether the report says that there is nothing to say
 * @nil_reason: (nullable): why
 */
typedef struct {
  char *lead;
  char *text;
  guint line;
  gboolean nil_return;
  char *nil_reason;
  GPtrArray *bullets;
} QtrReportCommitment;

/**
 * QtrReportPriority:
 * @number: 0 in a report that was read loosely
 * @title: may be empty where nothing names it
 * @line: of its first heading, or of the contents
 */
typedef struct {
  int number;
  char *title;
  guint line;
  GPtrArray *commitments;
} QtrReportPriority;

/**
 * QtrReportRemark:
 * @line: 0 where it concerns the whole source
 * @text: the words of the source that it is about, or the remark
 * @reason: (nullable): why they were not placed
 */
typedef struct {
  guint line;
  char *text;
  char *reason;
} QtrReportRemark;

/**
 * QtrReport:
 *
 * What a structure reader understood of a source: plain, mutable, and independent of any plan.
 */
typedef struct {
  QtrReportFront front;
  GPtrArray *contents;
  GPtrArray *priorities;
  GPtrArray *unplaced;
  GPtrArray *recognised;
} QtrReport;

QtrReport *qtr_report_new (void);
void qtr_report_free (QtrReport *self);

/**
 * qtr_report_priority:
 *
 * Returns: (nullable): the priority with that number
 */
QtrReportPriority *qtr_report_priority (QtrReport *self, int number);

/**
 * qtr_report_add_priority:
 *
 * Returns: a new priority in the place that its number gives it, owned by @self
 */
QtrReportPriority *qtr_report_add_priority (QtrReport *self, int number, const char *title, guint line);

/**
 * qtr_report_priority_add_commitment:
 *
 * Returns: a new commitment at the end, owned by @self
 */
QtrReportCommitment *qtr_report_priority_add_commitment (QtrReportPriority *self, const char *lead,
                                                         const char *text, guint line);

/**
 * qtr_report_bullet_append:
 * @bullets: of a commitment or of a bullet
 *
 * Returns: a new bullet at the end of @bullets, owned by them
 */
QtrReportBullet *qtr_report_bullet_append (GPtrArray *bullets, const char *area, const char *text,
                                           guint line);

/**
 * qtr_report_count_bullets:
 * @deep: whether to count children as well
 */
guint qtr_report_count_bullets (GPtrArray *bullets, gboolean deep);

/**
 * qtr_report_note:
 * @text: (transfer full): what was recognised
 */
void qtr_report_note (QtrReport *self, guint line, char *text);

/**
 * qtr_report_leave:
 *
 * Lists a line that could not be placed.
 */
void qtr_report_leave (QtrReport *self, guint line, const char *text, const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrReport, qtr_report_free)

G_END_DECLS
