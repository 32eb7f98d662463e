/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/figure-link.h"
#include "model/knowledge.h"
#include "model/signed-private.h"

/* A rate may be made of rates; see the readings, which go no deeper either. */
#define RATE_DEPTH_MAX 4

/* Months, the second of them not included any more, and where. */
typedef struct {
  int start;
  int end;
  const char *area;
} Span;

/* --- Taking note --- */

static void
note_shown (QtrSignedView *self, const QtrMeasure *measure, int depth)
{
  const char *const parts[] = { measure->numerator, measure->denominator };

  if (!g_ptr_array_find (self->shown, measure, NULL))
    g_ptr_array_add (self->shown, (gpointer) measure);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && depth < RATE_DEPTH_MAX; i++) {
    const QtrMeasure *part = parts[i] == NULL ? NULL : qtr_list_find (self->plan->measures, parts[i], NULL);

    if (part != NULL)
      note_shown (self, part, depth + 1);
  }
}

void
qtr_signed_view_show_measures (QtrSignedView *self, const QtrPriority *priority)
{
  g_autoptr (GPtrArray) measures = qtr_plan_list_measures (self->plan, priority, self->quarter);

  for (guint i = 0; i < measures->len; i++)
    note_shown (self, measures->pdata[i], 0);
}

static void
note_span (QtrSignedView *self, const QtrMeasure *measure, Span span, int depth)
{
  const char *const parts[] = { measure->numerator, measure->denominator };
  GArray *spans = g_hash_table_lookup (self->spans, measure);

  if (spans == NULL) {
    spans = g_array_new (FALSE, FALSE, sizeof (Span));
    g_hash_table_insert (self->spans, (gpointer) measure, spans);
    g_ptr_array_add (self->linked, (gpointer) measure);
  }
  g_array_append_val (spans, span);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && depth < RATE_DEPTH_MAX; i++) {
    const QtrMeasure *part = parts[i] == NULL ? NULL : qtr_list_find (self->plan->measures, parts[i], NULL);

    if (part != NULL)
      note_span (self, part, span, depth + 1);
  }
}

static void
note_period (QtrSignedView *self, const QtrMeasure *measure, QtrPeriod period, const char *area)
{
  note_span (self, measure, (Span) { period.start, period.start + (int) period.unit, area }, 0);
}

/* The last period of the measure that is complete, with its lag, when the quarter ends. */
static QtrPeriod
find_last_period (const QtrSignedView *self, const QtrMeasure *measure)
{
  QtrPeriodUnit unit = measure->frequency == QTR_FREQUENCY_YEAR ? QTR_PERIOD_YEAR : QTR_PERIOD_QUARTER;
  QtrPeriod first_unknown = { .start =
                                  self->quarter.start + self->quarter.unit - CLAMP (measure->lag, 0, 120),
                              .unit = QTR_PERIOD_MONTH,
                              .first_month = 1 };

  return qtr_period_add (qtr_period_as_unit (first_unknown, unit, self->plan->first_month), -1);
}

/* A form that is not known here may speak of any period. */
static void
note_link (QtrSignedView *self, const QtrFigureLink *link, const QtrMeasure *measure)
{
  static const char *const near[] = {
    "value",          "target",  "last-quarter",    "last-year",         "difference", "more-fewer",
    "percent-change", "up-down", "up-down-percent", "increase-decrease", NULL
  };
  static const char *const yearly[] = { "year-to-date", "rolling-year", NULL };
  QtrPeriod period = find_last_period (self, measure);
  int end = period.start + (int) period.unit;
  const char *area = g_intern_string (link->area);
  gboolean is_last_quarter =
      g_str_equal (link->form, "last-quarter") || g_strcmp0 (link->on, "last-quarter") == 0;

  if (g_strv_contains (yearly, link->form)) {
    note_span (self, measure, (Span) { end - QTR_PERIOD_YEAR, end, area }, 0);
    return;
  }
  if (!g_strv_contains (near, link->form)) {
    note_span (self, measure, (Span) { G_MININT, end, area }, 0);
    return;
  }
  note_period (self, measure, period, area);
  if (!g_str_equal (link->form, "value") && !g_str_equal (link->form, "target"))
    note_period (self, measure,
                 is_last_quarter ? qtr_period_add (period, -1) : qtr_period_year_before (period), area);
}

void
qtr_signed_view_follow_links (QtrSignedView *self, const char *text)
{
  g_autoptr (GArray) places = qtr_figure_links_find (text);

  for (guint i = 0; i < places->len; i++) {
    const QtrFigureLink *link = &g_array_index (places, QtrFigurePlace, i).link;
    const QtrMeasure *measure = qtr_list_find (self->plan->measures, link->measure, NULL);

    if (measure != NULL)
      note_link (self, link, measure);
  }
}

/* --- Listing --- */

static gboolean
is_by_quarter (const QtrSignedView *self, const char *text)
{
  QtrPeriod period = qtr_plan_parse_period (self->plan, text);

  return !qtr_period_is_set (period) || period.start < self->quarter.start + self->quarter.unit;
}

/* Where the area itself is known for a period, those within it are not added up. */
static gboolean
is_used_for (const QtrSignedView *self, const QtrMeasure *measure, const QtrObservation *observation,
             QtrPeriod period, const char *area)
{
  const QtrObservation *own = NULL;

  if (g_strcmp0 (observation->area, area) == 0)
    return TRUE;

  own = qtr_measure_find_observation (self->plan, measure, period, area);
  return own == NULL || own->vintages == NULL ||
         !qtr_decimal_is_set (qtr_observation_get_latest (own)->value);
}

/* @spans is %NULL where every period is. */
static gboolean
is_spoken_of (const QtrSignedView *self, const QtrMeasure *measure, const QtrObservation *observation,
              const GArray *spans)
{
  QtrPeriod period = qtr_plan_parse_period (self->plan, observation->period);

  if (spans == NULL || !qtr_period_is_set (period))
    return TRUE;
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index (spans, Span, i);

    if (period.start < span->end && period.start + (int) period.unit > span->start &&
        is_used_for (self, measure, observation, period, span->area))
      return TRUE;
  }

  return FALSE;
}

/* The value is known by its observation, so that another vintage with another id is a changed value. */
static void
add_observation (QtrSignedView *self, const QtrKnowledge *knowledge, const QtrMeasure *measure,
                 const QtrObservation *observation)
{
  const QtrVintage *known = qtr_knowledge_find (knowledge, observation, NULL);
  g_autoptr (QtrVintage) named = NULL;

  if (known == NULL)
    return;
  qtr_signed_view_add (self, NULL, observation, measure->record.id);
  named = qtr_record_with (known, "id", observation->record.id, NULL);
  qtr_signed_view_add (self, "value", named, observation->record.id);
}

/* What begins after the quarter is left out: it must not reopen what was signed before. */
static void
add_list (QtrSignedView *self, const QtrMeasure *measure, const QtrList *list, const char *since)
{
  for (guint i = 0; i < qtr_list_length (list); i++) {
    const QtrRecord *record = qtr_list_get (list, i);
    const QtrField *field = qtr_record_type_find_field (record->type, since);

    if (is_by_quarter (self, qtr_record_get (record, field).string))
      qtr_signed_view_add (self, NULL, record, measure->record.id);
  }
}

static void
add_measure (QtrSignedView *self, const QtrMeasure *measure, const GArray *spans)
{
  QtrKnowledge knowledge = qtr_knowledge_new (self->plan, self->update);

  qtr_signed_view_add (self, NULL, measure, NULL);
  add_list (self, measure, measure->targets, "from");
  add_list (self, measure, measure->annotations, "period");
  add_list (self, measure, measure->rebases, "period");
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    if (is_by_quarter (self, observation->period) && is_spoken_of (self, measure, observation, spans))
      add_observation (self, &knowledge, measure, observation);
  }
}

void
qtr_signed_view_add_measures (QtrSignedView *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    add_measure (self, self->shown->pdata[i], NULL);
  for (guint i = 0; i < self->linked->len; i++) {
    const QtrMeasure *measure = self->linked->pdata[i];

    if (!g_ptr_array_find (self->shown, measure, NULL))
      add_measure (self, measure, g_hash_table_lookup (self->spans, measure));
  }
}
