/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "base/id.h"

static const guint8 *next;
static const guint8 *end;

/* Without bytes left it is always the first, which is where all loops of the random edits end. */
static gint32
draw_from_bytes (gint32 from, gint32 until)
{
  return next == end ? from : from + *next++ % (until - from);
}

/* The bytes take the place of chance: what they choose, the fuzzer can learn to choose. */
#define g_test_rand_int_range draw_from_bytes

#include "tests/merge/laws.h"
#include "tests/merge/random-edits.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (QtrPlan) base = NULL;
  g_autoptr (QtrPlan) ours = NULL;
  g_autoptr (QtrPlan) theirs = NULL;
  guint depth = 0;
  int n_ours = 0;
  int n_theirs = 0;

  next = data;
  end = data + size;
  /* The same bytes make the same plans. */
  qtr_id_seed (1);
  depth = (guint) draw_from_bytes (1, 4);
  n_ours = draw_from_bytes (0, 7);
  n_theirs = draw_from_bytes (0, 7);
  base = random_record (&qtr_plan_type, depth);
  ours = edit_often (base, n_ours);
  theirs = edit_often (base, n_theirs);
  assert_merge_laws (base, ours, theirs);
  return 0;
}
