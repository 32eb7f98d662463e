/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-drop.h"

#include "ui/bullets/bullets-lines-private.h"

guint
qtr_bullets_lines_count_levels (const QtrBulletsLines *lines, guint at)
{
  guint end = qtr_bullets_lines_get_end (lines, at);
  guint depth = qtr_bullets_lines_at (lines, at)->depth;
  guint levels = 0;

  for (guint i = at; i < end; i++)
    levels = MAX (levels, qtr_bullets_lines_at (lines, i)->depth - depth);
  return levels;
}

static guint
get_deepest (guint levels)
{
  return levels < QTR_BULLETS_DEPTH_MAX ? QTR_BULLETS_DEPTH_MAX - 1 - levels : 0;
}

/* What stands above the place, from there to the first bullet that is less deep, which is the parent. The
 * lines from @start to before @end are the ones that go. */
static void
find_parent (const QtrBulletsLines *lines, guint start, guint end, QtrBulletsDrop *drop)
{
  for (guint i = drop->line; i > 0; i--) {
    const QtrBulletsLine *line = qtr_bullets_lines_at (lines, i - 1);

    if (i - 1 >= start && i - 1 < end)
      continue;
    if (line->depth == drop->depth)
      drop->index++;
    if (line->depth < drop->depth) {
      drop->parent = line->record->record.id;
      return;
    }
  }
}

void
qtr_bullets_lines_find_drop (const QtrBulletsLines *lines, guint line, guint depth, const char *moved,
                             guint levels, QtrBulletsDrop *drop)
{
  guint length = lines->array->len;
  guint start = length;
  guint end = length;
  guint after = MIN (line, length);
  guint least = 0;
  guint most = 0;

  *drop = (QtrBulletsDrop) { .line = after };
  if (qtr_bullets_lines_find (lines, moved, &start)) {
    end = qtr_bullets_lines_get_end (lines, start);
    if (drop->line >= start && drop->line <= end) {
      drop->line = start;
      after = end;
    }
  }

  least = after < length ? qtr_bullets_lines_at (lines, after)->depth : 0;
  most = drop->line > 0 ? qtr_bullets_lines_at (lines, drop->line - 1)->depth + 1 : 0;
  most = MAX (least, MIN (most, get_deepest (levels)));
  drop->depth = CLAMP (depth, least, most);
  find_parent (lines, start, end, drop);
}
