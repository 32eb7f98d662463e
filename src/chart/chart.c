/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/rational.h"

#include "chart/chart-private.h"
#include "chart/describe.h"
#include "chart/kind.h"

/* What is larger is taken for an accident, and its coordinates would be: no public body counts so far. */
#define VALUE_MAX 1e15

struct _QtrChart {
  gatomicrefcount references;
  char *kind;
  char *measure;
  char *unit;
  char *title;
  char *subtitle;
  char *source;
  char *description;
  QtrChartAxisWish axis_wish;
  GArray *points;
  GArray *rows;
  GPtrArray *parts;
  QtrChartProcess process;
  QtrLimits *limits;
  char *limits_fault;
};

struct _QtrChartBuilder {
  QtrChart *chart;
};

QtrChart *
qtr_chart_ref (QtrChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  g_atomic_ref_count_inc (&chart->references);
  return chart;
}

void
qtr_chart_unref (QtrChart *chart)
{
  g_return_if_fail (chart != NULL);

  if (!g_atomic_ref_count_dec (&chart->references))
    return;
  g_free (chart->kind);
  g_free (chart->measure);
  g_free (chart->unit);
  g_free (chart->title);
  g_free (chart->subtitle);
  g_free (chart->source);
  g_free (chart->description);
  g_array_unref (chart->points);
  g_array_unref (chart->rows);
  g_ptr_array_unref (chart->parts);
  g_free (chart->process.frozen_reason);
  g_array_unref (chart->process.rebases);
  g_clear_pointer (&chart->limits, qtr_limits_free);
  g_free (chart->limits_fault);
  g_free (chart);
}

const char *
qtr_chart_get_kind (const QtrChart *chart)
{
  return chart->kind;
}

const char *
qtr_chart_get_measure (const QtrChart *chart)
{
  return chart->measure;
}

const char *
qtr_chart_get_unit (const QtrChart *chart)
{
  return chart->unit;
}

const char *
qtr_chart_get_title (const QtrChart *chart)
{
  return chart->title;
}

const char *
qtr_chart_get_subtitle (const QtrChart *chart)
{
  return chart->subtitle;
}

const char *
qtr_chart_get_description (const QtrChart *chart)
{
  return chart->description;
}

const char *
qtr_chart_get_source (const QtrChart *chart)
{
  return chart->source;
}

QtrChartAxisWish
qtr_chart_get_axis_wish (const QtrChart *chart)
{
  return chart->axis_wish;
}

const QtrChartPoint *
qtr_chart_get_points (const QtrChart *chart, guint *n_points)
{
  *n_points = chart->points->len;
  return (const QtrChartPoint *) (const void *) chart->points->data;
}

const QtrChartRow *
qtr_chart_get_rows (const QtrChart *chart, guint *n_rows)
{
  *n_rows = chart->rows->len;
  return (const QtrChartRow *) (const void *) chart->rows->data;
}

QtrChart *const *
qtr_chart_get_parts (const QtrChart *chart, guint *n_parts)
{
  *n_parts = chart->parts->len;
  return (QtrChart *const *) chart->parts->pdata;
}

const QtrChartProcess *
qtr_chart_get_process (const QtrChart *chart)
{
  return &chart->process;
}

const QtrLimits *
qtr_chart_get_limits (const QtrChart *chart, const char **fault)
{
  if (fault)
    *fault = chart->limits_fault;
  return chart->limits;
}

QtrLimitsPoint
qtr_chart_get_limits_point (const QtrChart *chart, guint point)
{
  g_return_val_if_fail (point < chart->points->len, (QtrLimitsPoint) { 0 });

  return chart->limits ? chart->limits->points[qtr_chart_get_slot (chart, point)] : (QtrLimitsPoint) { 0 };
}

int
qtr_chart_get_latest (const QtrChart *chart)
{
  for (int i = (int) chart->points->len - 1; i >= 0; i--)
    if (qtr_chart_is_drawable (g_array_index (chart->points, QtrChartPoint, i).value))
      return i;
  return -1;
}

gboolean
qtr_chart_is_drawable (QtrDecimal value)
{
  return qtr_decimal_is_set (value) && fabs (qtr_decimal_to_double (value)) <= VALUE_MAX;
}

gboolean
qtr_chart_is_restated (const QtrChartPoint *point)
{
  int order;

  return qtr_chart_is_drawable (point->published) && qtr_chart_is_drawable (point->value) &&
         qtr_rational_compare (qtr_rational_from_decimal (point->published),
                               qtr_rational_from_decimal (point->value), &order) &&
         order != 0;
}

int
qtr_chart_find_period (const QtrChart *chart, QtrPeriod period)
{
  guint low = 0;
  guint high = chart->points->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    int order = qtr_period_compare (g_array_index (chart->points, QtrChartPoint, middle).period, period);

    if (order == 0)
      return (int) middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return -1;
}

static void
clear_row (gpointer row)
{
  g_free (((QtrChartRow *) row)->name);
}

static void
clear_rebase (gpointer rebase)
{
  g_free (((QtrChartRebase *) rebase)->reason);
}

QtrChartBuilder *
qtr_chart_builder_new (const char *kind, const char *measure)
{
  QtrChartBuilder *self;

  g_return_val_if_fail (qtr_chart_kind_find (kind) != NULL, NULL);

  self = g_new0 (QtrChartBuilder, 1);
  self->chart = g_new0 (QtrChart, 1);
  g_atomic_ref_count_init (&self->chart->references);
  self->chart->kind = g_strdup (kind);
  self->chart->measure = qtr_chart_clean_text (measure);
  self->chart->unit = g_strdup ("");
  self->chart->points = g_array_new (FALSE, FALSE, sizeof (QtrChartPoint));
  self->chart->rows = g_array_new (FALSE, FALSE, sizeof (QtrChartRow));
  g_array_set_clear_func (self->chart->rows, clear_row);
  self->chart->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_chart_unref);
  self->chart->process.frozen_reason = g_strdup ("");
  self->chart->process.rebases = g_array_new (FALSE, FALSE, sizeof (QtrChartRebase));
  g_array_set_clear_func (self->chart->process.rebases, clear_rebase);
  return self;
}

void
qtr_chart_builder_free (QtrChartBuilder *builder)
{
  g_clear_pointer (&builder->chart, qtr_chart_unref);
  g_free (builder);
}

/* One line of text: what XML and Pango refuse is gone, and nothing in it starts a new line. */
char *
qtr_chart_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (letter == 0x2028 || letter == 0x2029 || g_unichar_iscntrl (letter))
      g_string_append_c (clean, ' ');
    else if ((letter & 0xfffe) == 0xfffe)
      g_string_append_unichar (clean, 0xfffd);
    else
      g_string_append_unichar (clean, letter);
  }
  return g_strstrip (g_string_free (clean, FALSE));
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = qtr_chart_clean_text (text);
}

void
qtr_chart_builder_set_title (QtrChartBuilder *builder, const char *title)
{
  set_text (&builder->chart->title, title);
}

void
qtr_chart_builder_set_subtitle (QtrChartBuilder *builder, const char *subtitle)
{
  set_text (&builder->chart->subtitle, subtitle);
}

void
qtr_chart_builder_set_unit (QtrChartBuilder *builder, const char *unit)
{
  set_text (&builder->chart->unit, unit);
}

void
qtr_chart_builder_set_source (QtrChartBuilder *builder, const char *source)
{
  set_text (&builder->chart->source, source);
}

void
qtr_chart_builder_set_axis_wish (QtrChartBuilder *builder, QtrChartAxisWish wish)
{
  builder->chart->axis_wish = wish;
}

void
qtr_chart_builder_set_good (QtrChartBuilder *builder, QtrGood good)
{
  builder->chart->process.good = good;
}

void
qtr_chart_builder_set_edition (QtrChartBuilder *builder, QtrLimitsEdition edition)
{
  builder->chart->process.edition = edition;
}

void
qtr_chart_builder_set_frozen (QtrChartBuilder *builder, guint n_values, const char *reason)
{
  builder->chart->process.frozen = n_values;
  set_text (&builder->chart->process.frozen_reason, reason);
}

void
qtr_chart_builder_add_rebase (QtrChartBuilder *builder, QtrPeriod period, const char *reason)
{
  QtrChartRebase rebase = { period, qtr_chart_clean_text (reason) };

  g_array_append_val (builder->chart->process.rebases, rebase);
}

void
qtr_chart_builder_add_point (QtrChartBuilder *builder, const QtrChartPoint *point)
{
  GArray *points = builder->chart->points;

  g_return_if_fail (qtr_period_is_set (point->period));
  g_return_if_fail (points->len == 0 ||
                    g_array_index (points, QtrChartPoint, 0).period.unit == point->period.unit);

  g_array_append_val (points, *point);
}

void
qtr_chart_builder_add_row (QtrChartBuilder *builder, const char *name, const QtrChartPoint *point)
{
  QtrChartRow row = { qtr_chart_clean_text (name), point->value, point->published, point->provisional };

  g_array_append_val (builder->chart->rows, row);
}

void
qtr_chart_builder_add_part (QtrChartBuilder *builder, QtrChart *part)
{
  g_ptr_array_add (builder->chart->parts, part);
}

void
qtr_chart_builder_add (QtrChartBuilder *builder, QtrPeriod period, QtrDecimal value)
{
  QtrChartPoint point = QTR_CHART_POINT_EMPTY;

  point.period = period;
  point.value = value;
  qtr_chart_builder_add_point (builder, &point);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  return qtr_period_compare (((const QtrChartPoint *) a)->period, ((const QtrChartPoint *) b)->period);
}

/* g_array_sort() is stable, so that of equals the later added comes last. */
static void
sort_points (GArray *points)
{
  guint kept = 0;

  g_array_sort (points, compare_points);
  for (guint i = 0; i < points->len; i++) {
    QtrChartPoint *point = &g_array_index (points, QtrChartPoint, i);

    if (kept > 0 && compare_points (&g_array_index (points, QtrChartPoint, kept - 1), point) == 0)
      kept--;
    g_array_index (points, QtrChartPoint, kept++) = *point;
  }
  g_array_set_size (points, kept);
}

/* g_array_sort() is stable: equals stay as they were added. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const QtrChartRow *first = a;
  const QtrChartRow *second = b;
  gboolean has_first = qtr_chart_is_drawable (first->value);
  gboolean has_second = qtr_chart_is_drawable (second->value);
  int order = 0;

  if (has_first != has_second)
    return has_first ? -1 : 1;
  qtr_rational_compare (qtr_rational_from_decimal (second->value), qtr_rational_from_decimal (first->value),
                        &order);
  return order;
}

static int
compare_rebases (gconstpointer a, gconstpointer b)
{
  return qtr_period_compare (((const QtrChartRebase *) a)->period, ((const QtrChartRebase *) b)->period);
}

static void
add_limits (QtrChart *chart)
{
  g_autoptr (GError) error = NULL;

  g_array_sort (chart->process.rebases, compare_rebases);
  chart->limits = qtr_chart_compute_limits (chart, &chart->process, &error);
  if (error)
    chart->limits_fault = g_strdup (error->message);
}

QtrChart *
qtr_chart_builder_end (QtrChartBuilder *builder)
{
  QtrChart *chart = g_steal_pointer (&builder->chart);
  const QtrChartKind *kind = qtr_chart_kind_find (chart->kind);

  g_free (builder);
  sort_points (chart->points);
  g_array_sort (chart->rows, compare_rows);
  if (kind->with_limits)
    add_limits (chart);
  if (!chart->title || !*chart->title) {
    g_free (chart->title);
    chart->title = kind->title (chart);
  }
  if (!chart->subtitle || !*chart->subtitle) {
    g_free (chart->subtitle);
    chart->subtitle = qtr_chart_describe_span (chart);
  }
  chart->description = kind->describe (chart);
  return chart;
}
