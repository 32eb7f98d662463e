/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/order.h"

/* --- What did not move --- */

static GHashTable *
index_names (GPtrArray *names)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (places, names->pdata[i], GUINT_TO_POINTER (i + 1));

  return places;
}

/* Where a name stands, counted from 1; 0 if it does not. */
static guint
get_place (GHashTable *places, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, name));
}

/* How many of the rising sequences found so far end below @place. */
static guint
find_length (const GArray *ends, const guint *places, guint place)
{
  guint low = 0;
  guint high = ends->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (places[g_array_index (ends, guint, middle)] < place)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

/* The longest rising subsequence, by patience sorting. */
GHashTable *
qtr_order_keep (GPtrArray *before, GPtrArray *after)
{
  GHashTable *kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) index = index_names (before);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *places = g_new (guint, after->len);
  g_autofree guint *previous = g_new (guint, after->len);

  for (guint i = 0; i < after->len; i++) {
    guint length = 0;

    places[i] = get_place (index, after->pdata[i]);
    if (places[i] == 0)
      continue;
    length = find_length (ends, places, places[i]);
    previous[i] = length == 0 ? G_MAXUINT : g_array_index (ends, guint, length - 1);
    g_array_set_size (ends, MAX (ends->len, length + 1));
    g_array_index (ends, guint, length) = i;
  }
  if (ends->len > 0)
    for (guint i = g_array_index (ends, guint, ends->len - 1); i != G_MAXUINT; i = previous[i])
      g_hash_table_add (kept, after->pdata[i]);
  return kept;
}

/* --- Runs --- */

/* What one side placed: the names after each of those that did not move, by the name of the latter; "" for
 * those before the first. */
typedef struct {
  GPtrArray *names;
  GHashTable *kept;
  GHashTable *anchors;
  GHashTable *runs;
} Side;

static void
init_side (Side *side, GPtrArray *base, GPtrArray *names)
{
  side->names = names;
  side->kept = qtr_order_keep (base, names);
  side->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  side->runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
clear_side (Side *side)
{
  g_hash_table_unref (side->kept);
  g_hash_table_unref (side->anchors);
  g_hash_table_unref (side->runs);
}

static gboolean
is_stable (const Side *a, const Side *b, const char *name)
{
  return g_hash_table_contains (a->kept, name) && g_hash_table_contains (b->kept, name);
}

/* What the other side has and did not move is only where this side put it, if this side moved it. */
static gboolean
is_placed (const Side *side, const Side *other, const char *name)
{
  return !g_hash_table_contains (side->kept, name) || !g_hash_table_contains (other->anchors, name);
}

static void
find_anchors (Side *side, const Side *other)
{
  const char *anchor = "";

  for (guint i = 0; i < side->names->len; i++) {
    const char *name = side->names->pdata[i];

    if (is_stable (side, other, name))
      anchor = name;
    else
      g_hash_table_insert (side->anchors, (gpointer) name, (gpointer) anchor);
  }
}

static void
add_to_run (Side *side, const char *anchor, const char *name)
{
  GPtrArray *run = g_hash_table_lookup (side->runs, anchor);

  if (run == NULL) {
    run = g_ptr_array_new ();
    g_hash_table_insert (side->runs, (gpointer) anchor, run);
  }
  g_ptr_array_add (run, (gpointer) name);
}

/* Where both placed a name, in different gaps, the one whose gap's name comes first in the alphabet has it:
 * as good as any, and the same whichever side is asked first. */
static gboolean
has_place (const Side *side, const Side *other, const char *name, const char *anchor)
{
  const char *there = NULL;

  if (!is_placed (side, other, name))
    return FALSE;
  there = is_placed (other, side, name) ? g_hash_table_lookup (other->anchors, name) : NULL;
  return there == NULL || g_strcmp0 (anchor, there) <= 0;
}

static void
find_runs (Side *side, const Side *other)
{
  for (guint i = 0; i < side->names->len; i++) {
    const char *name = side->names->pdata[i];
    const char *anchor = g_hash_table_lookup (side->anchors, name);

    if (anchor != NULL && has_place (side, other, name, anchor))
      add_to_run (side, anchor, name);
  }
}

/* --- Bringing two runs of one gap together --- */

static GPtrArray *
filter_common (GPtrArray *run, GPtrArray *other)
{
  g_autoptr (GHashTable) index = index_names (other);
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; i < run->len; i++)
    if (get_place (index, run->pdata[i]) > 0)
      g_ptr_array_add (common, run->pdata[i]);
  return common;
}

static int
compare_names (GPtrArray *a, GPtrArray *b)
{
  int order = 0;

  for (guint i = 0; order == 0 && i < MIN (a->len, b->len); i++)
    order = g_strcmp0 (a->pdata[i], b->pdata[i]);
  return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static void
append (GPtrArray *names, GPtrArray *run, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    g_ptr_array_add (names, run->pdata[i]);
}

/* Two runs without a common name: the one whose first name comes first in the alphabet stands first. */
static void
append_both (GPtrArray *names, GPtrArray *a, guint start_a, guint end_a, GPtrArray *b, guint start_b,
             guint end_b)
{
  gboolean first =
      start_b == end_b || (start_a < end_a && g_strcmp0 (a->pdata[start_a], b->pdata[start_b]) < 0);

  append (names, first ? a : b, first ? start_a : start_b, first ? end_a : end_b);
  append (names, first ? b : a, first ? start_b : start_a, first ? end_b : end_a);
}

/* Both have the common names in the same order: these hold the two runs together. */
static void
zip (GPtrArray *names, GPtrArray *common, GPtrArray *a, GPtrArray *b)
{
  guint at_a = 0;
  guint at_b = 0;

  for (guint i = 0; i <= common->len; i++) {
    const char *next = i < common->len ? common->pdata[i] : NULL;
    guint end_a = at_a;
    guint end_b = at_b;

    while (end_a < a->len && (next == NULL || !g_str_equal (a->pdata[end_a], next)))
      end_a++;
    while (end_b < b->len && (next == NULL || !g_str_equal (b->pdata[end_b], next)))
      end_b++;
    append_both (names, a, at_a, end_a, b, at_b, end_b);
    if (next != NULL)
      g_ptr_array_add (names, (gpointer) next);
    at_a = end_a + 1;
    at_b = end_b + 1;
  }
}

static GPtrArray *
without (GPtrArray *run, GPtrArray *gone)
{
  g_autoptr (GHashTable) index = index_names (gone);
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < run->len; i++)
    if (get_place (index, run->pdata[i]) == 0)
      g_ptr_array_add (rest, run->pdata[i]);
  return rest;
}

static void
append_gap (GPtrArray *names, GPtrArray *a, GPtrArray *b)
{
  g_autoptr (GPtrArray) common_a = filter_common (a, b);
  g_autoptr (GPtrArray) common_b = filter_common (b, a);
  int order = compare_names (common_a, common_b);

  if (order == 0) {
    zip (names, common_a, a, b);
  } else {
    g_autoptr (GPtrArray) rest = without (order < 0 ? b : a, common_a);
    GPtrArray *whole = order < 0 ? a : b;

    append_both (names, whole, 0, whole->len, rest, 0, rest->len);
  }
}

static void
append_runs (GPtrArray *names, const Side *a, const Side *b, const char *anchor)
{
  GPtrArray *left = g_hash_table_lookup (a->runs, anchor);
  GPtrArray *right = g_hash_table_lookup (b->runs, anchor);

  if (left != NULL && right != NULL)
    append_gap (names, left, right);
  else if (left != NULL || right != NULL)
    g_ptr_array_extend (names, left != NULL ? left : right, NULL, NULL);
}

GPtrArray *
qtr_order_merge (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  GPtrArray *merged = g_ptr_array_new ();
  Side a = { 0 };
  Side b = { 0 };

  init_side (&a, base, ours);
  init_side (&b, base, theirs);
  find_anchors (&a, &b);
  find_anchors (&b, &a);
  find_runs (&a, &b);
  find_runs (&b, &a);
  append_runs (merged, &a, &b, "");
  for (guint i = 0; i < base->len; i++) {
    if (!is_stable (&a, &b, base->pdata[i]))
      continue;
    g_ptr_array_add (merged, base->pdata[i]);
    append_runs (merged, &a, &b, base->pdata[i]);
  }
  clear_side (&a);
  clear_side (&b);
  return merged;
}
