/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-lines-private.h"

/* Bullets that are moved as one, from @start to before @end, and the depth of the shallowest of them. */
typedef struct {
  guint start;
  guint end;
  guint depth;
} Block;

static Block
find_block (const QtrBulletsLines *lines, guint first, guint last)
{
  Block block = { .start = first, .end = first, .depth = G_MAXUINT };

  while (block.end <= last) {
    block.depth = MIN (block.depth, qtr_bullets_lines_at (lines, block.end)->depth);
    block.end = qtr_bullets_lines_get_end (lines, block.end);
  }
  return block;
}

static guint
get_deepest (const QtrBulletsLines *lines, guint start, guint end)
{
  guint deepest = 0;

  for (guint i = start; i < end; i++)
    deepest = MAX (deepest, qtr_bullets_lines_at (lines, i)->depth);
  return deepest;
}

static void
shift (QtrBulletsLines *lines, guint start, guint end, int levels)
{
  for (guint i = start; i < end; i++)
    qtr_bullets_lines_at (lines, i)->depth += levels;
}

static gboolean
can_indent (const QtrBulletsLines *lines, guint start, guint end)
{
  return start > 0 &&
         qtr_bullets_lines_at (lines, start)->depth <= qtr_bullets_lines_at (lines, start - 1)->depth &&
         get_deepest (lines, start, end) + 1 < QTR_BULLETS_DEPTH_MAX;
}

gboolean
qtr_bullets_lines_indent (QtrBulletsLines *lines, guint first, guint last)
{
  gboolean moved = FALSE;

  for (guint i = first, end = first; i <= last; i = end) {
    end = qtr_bullets_lines_get_end (lines, i);
    if (!can_indent (lines, i, end))
      continue;
    shift (lines, i, end, 1);
    moved = TRUE;
  }
  return moved;
}

gboolean
qtr_bullets_lines_outdent (QtrBulletsLines *lines, guint first, guint last)
{
  gboolean moved = FALSE;

  for (guint i = first, end = first; i <= last; i = end) {
    end = qtr_bullets_lines_get_end (lines, i);
    if (qtr_bullets_lines_at (lines, i)->depth == 0)
      continue;
    shift (lines, i, end, -1);
    moved = TRUE;
  }
  qtr_bullets_lines_settle (lines);
  return moved;
}

/* Takes the lines from @start to before @end to before the line @to, which is none of them. */
static void
rotate (QtrBulletsLines *lines, guint start, guint end, guint to)
{
  guint count = end - start;
  g_autofree QtrBulletsLine *taken = g_memdup2 (qtr_bullets_lines_at (lines, start), count * sizeof *taken);

  /* The lines themselves change hands, so the array must not clear what leaves it. */
  g_array_set_clear_func (lines->array, NULL);
  g_array_remove_range (lines->array, start, count);
  g_array_insert_vals (lines->array, to > start ? to - count : to, taken, count);
  g_array_set_clear_func (lines->array, qtr_bullets_lines_clear_line);
}

gboolean
qtr_bullets_lines_move_up (QtrBulletsLines *lines, guint first, guint last)
{
  Block block = find_block (lines, first, last);
  guint to = block.start;

  if (block.start == 0)
    return FALSE;

  do
    to--;
  while (to > 0 && qtr_bullets_lines_at (lines, to)->depth > block.depth);
  rotate (lines, block.start, block.end, to);
  qtr_bullets_lines_settle (lines);
  return TRUE;
}

gboolean
qtr_bullets_lines_move_down (QtrBulletsLines *lines, guint first, guint last)
{
  Block block = find_block (lines, first, last);
  guint to = block.end;

  if (to == lines->array->len)
    return FALSE;

  /* Past a sibling with its children; past nothing but the line itself, where that is the parent's sibling:
   * then the block becomes its first child. */
  if (qtr_bullets_lines_at (lines, to)->depth == block.depth)
    to = qtr_bullets_lines_get_end (lines, to);
  else
    to++;
  rotate (lines, block.start, block.end, to);
  qtr_bullets_lines_settle (lines);
  return TRUE;
}
