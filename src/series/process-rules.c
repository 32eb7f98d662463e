/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/process-rules.h"

#include <math.h>

/* How many points make a trend or a shift. */
#define RUN_LENGTH 7

/* How far doubles err at the most, in proportion to their size, with room to spare. */
#define CLOSE 1e-12

typedef struct {
  const QtrRational *values;
  guint n_values;
  const QtrLimitsBounds *bounds;
  QtrLimitsEdition edition;
  QtrLimitsMark *marks;
} Stretch;

/* Below, on or above; a gap and a line that there is not are on neither side of anything. Most numbers are so
 * far apart that their nearest doubles tell, which is much quicker. */
static int
compare (QtrRational value, QtrRational line)
{
  double a = qtr_rational_to_double (value);
  double b = qtr_rational_to_double (line);
  int order = 0;

  if (fabs (a - b) > CLOSE * (fabs (a) + fabs (b)))
    return a > b ? 1 : -1;
  return qtr_rational_compare (value, line, &order) ? (order > 0) - (order < 0) : 0;
}

static int
side_of_mean (const Stretch *stretch, guint i)
{
  return compare (stretch->values[i], stretch->bounds->mean);
}

/* 1 above the upper of two lines, -1 below the lower. */
static int
side_beyond (QtrRational value, QtrRational upper, QtrRational lower)
{
  if (compare (value, upper) > 0)
    return 1;
  return compare (value, lower) < 0 ? -1 : 0;
}

static int
side_outside (const Stretch *stretch, guint i)
{
  return side_beyond (stretch->values[i], stretch->bounds->upper, stretch->bounds->lower);
}

/* On which side a point counts for the rule of two of three. */
static int
side_far (const Stretch *stretch, guint i)
{
  if (stretch->edition == QTR_LIMITS_SCREENED && side_outside (stretch, i) != 0)
    return 0;
  return side_beyond (stretch->values[i], stretch->bounds->upper_two, stretch->bounds->lower_two);
}

/* Where a point is marked already, the rule before takes precedence. */
static void
mark (Stretch *stretch, guint i, QtrLimitsRule rule, int side)
{
  if (stretch->marks[i].rule == QTR_LIMITS_RULE_NONE)
    stretch->marks[i] = (QtrLimitsMark) { rule, side };
}

static void
mark_outside (Stretch *stretch)
{
  for (guint i = 0; i < stretch->n_values; i++) {
    int side = side_outside (stretch, i);

    if (side != 0)
      mark (stretch, i, QTR_LIMITS_RULE_OUTSIDE, side);
  }
}

static void
mark_run (Stretch *stretch, guint first, guint end, QtrLimitsRule rule, int side)
{
  if (side == 0 || end - first < RUN_LENGTH)
    return;
  for (guint i = first; i < end; i++)
    mark (stretch, i, rule, side);
}

static int
direction_to (const Stretch *stretch, guint i)
{
  return compare (stretch->values[i], stretch->values[i - 1]);
}

/* From the end on, so that the later of two trends is the first to mark the point on which they turn. */
static void
mark_trends (Stretch *stretch)
{
  guint last = stretch->n_values - 1;

  while (last > 0) {
    int direction = direction_to (stretch, last);
    guint first = last - 1;

    while (first > 0 && direction_to (stretch, first) == direction)
      first--;
    mark_run (stretch, first, last + 1, QTR_LIMITS_RULE_TREND, direction);
    last = first;
  }
}

static void
mark_two_of_three (Stretch *stretch)
{
  for (guint i = 0; i + 3 <= stretch->n_values; i++) {
    int side = side_of_mean (stretch, i);
    guint n_far = 0;

    for (guint j = i; j < i + 3; j++) {
      if (side_of_mean (stretch, j) != side)
        side = 0;
      n_far += side_far (stretch, j) != 0;
    }
    for (guint j = i; side != 0 && n_far >= 2 && j < i + 3; j++) {
      if (side_far (stretch, j) != 0)
        mark (stretch, j, QTR_LIMITS_RULE_TWO_OF_THREE, side);
    }
  }
}

static void
mark_shifts (Stretch *stretch)
{
  guint first = 0;

  for (guint i = 1; i <= stretch->n_values; i++) {
    int side = side_of_mean (stretch, first);

    if (i < stretch->n_values && side_of_mean (stretch, i) == side)
      continue;
    mark_run (stretch, first, i, QTR_LIMITS_RULE_SHIFT, side);
    first = i;
  }
}

void
qtr_limits_apply_rules (const QtrRational *values, guint n_values, const QtrLimitsBounds *bounds,
                        QtrLimitsEdition edition, QtrLimitsMark *marks)
{
  Stretch stretch = { values, n_values, bounds, edition, marks };

  g_return_if_fail (bounds != NULL);
  g_return_if_fail (n_values == 0 || (values != NULL && marks != NULL));

  for (guint i = 0; i < n_values; i++)
    marks[i] = (QtrLimitsMark) { QTR_LIMITS_RULE_NONE, 0 };
  if (n_values == 0)
    return;

  mark_outside (&stretch);
  mark_trends (&stretch);
  mark_two_of_three (&stretch);
  mark_shifts (&stretch);
}
