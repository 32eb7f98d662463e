/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "format/format.h"
#include "merge/merge.h"

/* What merging promises whatever the three plans are. */

static inline void
assert_same_plan (const QtrPlan *plan, const QtrPlan *expected, const char *law)
{
  if (!qtr_record_equal (plan, expected))
    g_error ("%s does not hold", law);
}

static inline void
assert_can_be_kept (const QtrPlan *plan)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) again = qtr_format_read (bytes, &error);

  if (again == NULL)
    g_error ("what was merged cannot be read: %s", error->message);
  assert_same_plan (again, plan, "read (write (x)) = x");
}

static inline void
assert_takes_side (const QtrPlan *base, const QtrPlan *side)
{
  guint n_conflicts = 0;
  g_autoptr (QtrPlan) ours = qtr_merge (base, side, base, &n_conflicts);
  g_autoptr (QtrPlan) theirs = qtr_merge (base, base, side, &n_conflicts);
  g_autoptr (QtrPlan) both = qtr_merge (base, side, side, &n_conflicts);

  assert_same_plan (ours, side, "merge (b, x, b) = x");
  assert_same_plan (theirs, side, "merge (b, b, x) = x");
  assert_same_plan (both, side, "merge (b, x, x) = x");
  g_assert_cmpuint (n_conflicts, ==, 0);
}

static inline void
assert_merge_laws (const QtrPlan *base, const QtrPlan *ours, const QtrPlan *theirs)
{
  guint n_conflicts = 0;
  guint n_turned = 0;
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, &n_conflicts);
  g_autoptr (QtrPlan) turned = qtr_merge (base, theirs, ours, &n_turned);
  g_autoptr (QtrPlan) later = NULL;

  assert_takes_side (base, ours);
  assert_takes_side (base, theirs);
  assert_can_be_kept (merged);
  g_assert_cmpint (n_conflicts == 0, ==, n_turned == 0);
  if (n_conflicts == 0)
    assert_same_plan (merged, turned, "without conflict either order gives the same plan");
  later = qtr_merge (ours, merged, theirs, NULL);
  assert_can_be_kept (later);
}
