/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "series/process-limits.h"

/* In the order of the enumerations. */
static const char *const rule_words[] = { NULL, "outside", "trend", "two-of-three", "shift" };
static const char *const special_words[] = { NULL, "improvement", "concern", "neither" };

/* Of a rule: where the point is low or falling, and where it is high or rising. */
static const char *const mark_labels[][2] = {
  { NULL, NULL },
  { N_ ("below the lower limit"), N_ ("above the upper limit") },
  { N_ ("one of seven or more in a row that fall"), N_ ("one of seven or more in a row that rise") },
  { N_ ("one of two in three that are close to the lower limit"),
    N_ ("one of two in three that are close to the upper limit") },
  { N_ ("one of seven or more in a row below the mean"),
    N_ ("one of seven or more in a row above the mean") },
};

/* What a mean is taken of. */
typedef struct {
  QtrRational sum;
  guint count;
} Sum;

#define SUM_EMPTY ((Sum) { qtr_rational_new (0, 1), 0 })

static void
add_to_sum (Sum *sum, QtrRational number)
{
  sum->sum = qtr_rational_add (sum->sum, number);
  sum->count++;
}

static QtrRational
get_mean (const Sum *sum)
{
  return sum->count == 0 ? QTR_RATIONAL_NONE
                         : qtr_rational_divide (sum->sum, qtr_rational_new (sum->count, 1));
}

/* The values that a segment's lines are computed from: up to the last of its baseline. */
static guint
find_basis (const QtrRational *values, guint n_values, guint baseline, guint *n_basis)
{
  guint end = 0;

  *n_basis = 0;
  for (guint i = 0; i < n_values; i++) {
    if (!qtr_rational_is_set (values[i]))
      continue;
    if (baseline != 0 && *n_basis == baseline)
      break;
    end = i + 1;
    *n_basis += 1;
  }
  return end;
}

/* A moving range of @cut or more is left out; no number: none is. */
static QtrRational
average_moving_range (const QtrRational *values, guint n_values, QtrRational cut)
{
  Sum sum = SUM_EMPTY;

  for (guint i = 1; i < n_values; i++) {
    QtrRational range;
    int order = -1;

    if (!qtr_rational_is_set (values[i]) || !qtr_rational_is_set (values[i - 1]))
      continue;
    range = qtr_rational_absolute (qtr_rational_subtract (values[i], values[i - 1]));
    if (qtr_rational_compare (range, cut, &order) && order >= 0)
      continue;
    add_to_sum (&sum, range);
  }
  return get_mean (&sum);
}

/* Where all values are equal nothing outlies: the ranges, all zero, are no less than a multiple of their
 * mean. */
static QtrRational
screen_moving_range (const QtrRational *values, guint n_values, QtrRational unscreened)
{
  QtrRational cut = qtr_rational_multiply (unscreened, qtr_rational_new (3267, 1000));

  return qtr_rational_sign (unscreened) > 0 ? average_moving_range (values, n_values, cut) : unscreened;
}

static QtrRational
average_values (const QtrRational *values, guint n_values)
{
  Sum sum = SUM_EMPTY;

  for (guint i = 0; i < n_values; i++)
    if (qtr_rational_is_set (values[i]))
      add_to_sum (&sum, values[i]);
  return get_mean (&sum);
}

static QtrLimitsBounds
draw_bounds (QtrRational mean, QtrRational moving_range)
{
  QtrRational three = qtr_rational_multiply (moving_range, qtr_rational_new (266, 100));
  QtrRational two = qtr_rational_multiply (three, qtr_rational_new (2, 3));

  return (QtrLimitsBounds) {
    .mean = mean,
    .upper = qtr_rational_add (mean, three),
    .lower = qtr_rational_subtract (mean, three),
    .upper_two = qtr_rational_add (mean, two),
    .lower_two = qtr_rational_subtract (mean, two),
  };
}

/* Whether lines that the values would have are missing, because arithmetic overflowed. */
static gboolean
has_overflowed (const QtrRational *values, guint n_values, const QtrLimitsSegment *segment)
{
  const QtrLimitsBounds *bounds = &segment->bounds;
  gboolean has_neighbours = FALSE;

  for (guint i = 1; i < n_values; i++)
    has_neighbours |= qtr_rational_is_set (values[i]) && qtr_rational_is_set (values[i - 1]);
  return (segment->n_basis > 0 && !qtr_rational_is_set (bounds->mean)) ||
         (has_neighbours &&
          !(qtr_rational_is_set (bounds->upper) && qtr_rational_is_set (bounds->lower) &&
            qtr_rational_is_set (bounds->upper_two) && qtr_rational_is_set (bounds->lower_two)));
}

static gboolean
compute_segment (const QtrRational *values, const QtrLimitsOptions *options, QtrLimitsSegment *segment,
                 GError **error)
{
  guint end = find_basis (values, segment->length, options->baseline, &segment->n_basis);
  QtrRational moving_range = average_moving_range (values, end, QTR_RATIONAL_NONE);

  if (options->edition == QTR_LIMITS_SCREENED && qtr_rational_is_set (moving_range))
    moving_range = screen_moving_range (values, end, moving_range);
  segment->trial = segment->n_basis < QTR_LIMITS_ASKED_FOR;
  segment->bounds = draw_bounds (average_values (values, end), moving_range);
  if (!has_overflowed (values, end, segment))
    return TRUE;

  g_set_error_literal (
      error, QTR_ERROR, QTR_ERROR_NUMBER,
      _ ("the values are too large, or differ too much in size, to compute limits from them exactly; give "
         "them in a larger unit or with fewer digits"));
  return FALSE;
}

static QtrSpecial
judge (int side, QtrGood good)
{
  if (side == 0)
    return QTR_SPECIAL_NONE;
  if (good == QTR_GOOD_NEITHER)
    return QTR_SPECIAL_NEITHER;
  return (side > 0) == (good == QTR_GOOD_UP) ? QTR_SPECIAL_IMPROVEMENT : QTR_SPECIAL_CONCERN;
}

static void
judge_segment (QtrLimits *self, const QtrRational *values, guint i)
{
  const QtrLimitsSegment *segment = &self->segments[i];
  g_autofree QtrLimitsMark *marks = g_new (QtrLimitsMark, segment->length);

  qtr_limits_apply_rules (values, segment->length, &segment->bounds, self->edition, marks);
  for (guint j = 0; j < segment->length; j++)
    self->points[segment->first + j] =
        (QtrLimitsPoint) { marks[j], judge (marks[j].side, self->good), .segment = i };
}

static void
cut_into_segments (QtrLimits *self, const QtrLimitsOptions *options)
{
  g_autofree gboolean *begins = g_new0 (gboolean, self->n_points);

  if (self->n_points > 0)
    begins[0] = TRUE;
  for (guint i = 0; i < options->n_rebases; i++)
    if (options->rebases[i] < self->n_points)
      begins[options->rebases[i]] = TRUE;

  self->segments = g_new0 (QtrLimitsSegment, MIN (self->n_points, options->n_rebases + 1));
  for (guint i = 0; i < self->n_points; i++) {
    if (begins[i])
      self->segments[self->n_segments++].first = i;
    self->segments[self->n_segments - 1].length++;
  }
}

static guint
find_latest (const QtrRational *values, guint n_values)
{
  for (guint i = n_values; i > 0; i--)
    if (qtr_rational_is_set (values[i - 1]))
      return i - 1;

  return n_values;
}

QtrLimits *
qtr_limits_new (const QtrDecimal *values, guint n_values, const QtrLimitsOptions *options, GError **error)
{
  g_autoptr (QtrLimits) self = g_new0 (QtrLimits, 1);
  g_autofree QtrRational *exact = g_new (QtrRational, n_values);

  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  for (guint i = 0; i < n_values; i++)
    exact[i] = qtr_rational_from_decimal (values[i]);
  self->edition = options->edition;
  self->good = options->good;
  self->n_points = n_values;
  self->points = g_new0 (QtrLimitsPoint, n_values);
  self->latest = find_latest (exact, n_values);
  cut_into_segments (self, options);
  for (guint i = 0; i < self->n_segments; i++) {
    if (!compute_segment (exact + self->segments[i].first, options, &self->segments[i], error))
      return NULL;
    judge_segment (self, exact + self->segments[i].first, i);
  }
  return g_steal_pointer (&self);
}

void
qtr_limits_free (QtrLimits *self)
{
  g_free (self->points);
  g_free (self->segments);
  g_free (self);
}

const QtrLimitsSegment *
qtr_limits_get_last (const QtrLimits *self)
{
  return self->n_segments == 0 ? NULL : &self->segments[self->n_segments - 1];
}

QtrLimitsPoint
qtr_limits_get_variation (const QtrLimits *self)
{
  return self->latest < self->n_points ? self->points[self->latest] : (QtrLimitsPoint) { 0 };
}

QtrAssurance
qtr_limits_get_assurance (const QtrLimits *self, QtrDecimal target)
{
  const QtrLimitsSegment *last = qtr_limits_get_last (self);
  QtrRational exact = qtr_rational_from_decimal (target);
  int to_upper = 0, to_lower = 0;

  if (last == NULL || self->good == QTR_GOOD_NEITHER ||
      !qtr_rational_compare (exact, last->bounds.upper, &to_upper) ||
      !qtr_rational_compare (exact, last->bounds.lower, &to_lower))
    return QTR_ASSURANCE_NONE;
  if (to_upper > 0)
    return self->good == QTR_GOOD_UP ? QTR_ASSURANCE_FAILS : QTR_ASSURANCE_PASSES;
  if (to_lower < 0)
    return self->good == QTR_GOOD_UP ? QTR_ASSURANCE_PASSES : QTR_ASSURANCE_FAILS;
  return QTR_ASSURANCE_HIT_OR_MISS;
}

const char *
qtr_limits_rule_get_word (QtrLimitsRule rule)
{
  return rule_words[rule];
}

const char *
qtr_special_get_word (QtrSpecial special)
{
  return special_words[special];
}

const char *
qtr_limits_mark_get_label (QtrLimitsMark mark)
{
  const char *label = mark_labels[mark.rule][mark.side > 0];

  return label == NULL ? NULL : _ (label);
}
