/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-lines-private.h"

void
qtr_bullets_lines_clear_line (gpointer data)
{
  QtrBulletsLine *line = data;

  g_clear_pointer (&line->record, qtr_record_unref);
}

static void
append (QtrBulletsLines *lines, const QtrBullet *bullet, guint depth)
{
  QtrBulletsLine line = { .record = qtr_record_ref (bullet), .depth = depth };

  g_array_append_val (lines->array, line);
}

/* The depth of the recursion is that of the records, which QTR_RECORD_DEPTH_MAX bounds. */
static void
append_tree (QtrBulletsLines *lines, const QtrList *bullets, guint depth)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    append (lines, bullet, depth);
    append_tree (lines, bullet->bullets, depth + 1);
  }
}

static QtrBulletsLines *
allocate (void)
{
  QtrBulletsLines *lines = g_new0 (QtrBulletsLines, 1);

  lines->array = g_array_new (FALSE, FALSE, sizeof (QtrBulletsLine));
  g_array_set_clear_func (lines->array, qtr_bullets_lines_clear_line);
  return lines;
}

QtrBulletsLines *
qtr_bullets_lines_new (const QtrList *bullets)
{
  QtrBulletsLines *lines = allocate ();

  append_tree (lines, bullets, 0);
  if (lines->array->len == 0) {
    g_autoptr (QtrBullet) empty = qtr_record_new (&qtr_bullet_type, "text", NULL, NULL);

    append (lines, empty, 0);
  }
  return lines;
}

QtrBulletsLines *
qtr_bullets_lines_copy (const QtrBulletsLines *lines)
{
  QtrBulletsLines *copy = allocate ();

  for (guint i = 0; i < lines->array->len; i++) {
    const QtrBulletsLine *line = qtr_bullets_lines_at (lines, i);

    append (copy, line->record, line->depth);
    qtr_bullets_lines_at (copy, i)->dirty = line->dirty;
  }
  return copy;
}

void
qtr_bullets_lines_free (QtrBulletsLines *lines)
{
  g_array_unref (lines->array);
  g_free (lines);
}

guint
qtr_bullets_lines_get_length (const QtrBulletsLines *lines)
{
  return lines->array->len;
}

const QtrBulletsLine *
qtr_bullets_lines_get (const QtrBulletsLines *lines, guint at)
{
  return qtr_bullets_lines_at (lines, at);
}

gboolean
qtr_bullets_lines_find (const QtrBulletsLines *lines, const char *id, guint *at)
{
  for (guint i = 0; id != NULL && i < lines->array->len; i++)
    if (g_str_equal (qtr_bullets_lines_at (lines, i)->record->record.id, id)) {
      *at = i;
      return TRUE;
    }

  return FALSE;
}

/* Takes the lines from *at on that stand at @depth, each with what stands below it. */
static QtrList *
build_list (QtrBulletsLines *lines, guint *at, guint depth)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  while (*at < lines->array->len && qtr_bullets_lines_at (lines, *at)->depth >= depth) {
    QtrBulletsLine *line = qtr_bullets_lines_at (lines, (*at)++);
    g_autoptr (QtrList) children = build_list (lines, at, depth + 1);
    const QtrBullet *record = qtr_record_with (line->record, "bullets", children, NULL);

    g_ptr_array_add (records, (gpointer) record);
    qtr_record_unref (line->record);
    line->record = qtr_record_ref (record);
  }

  return qtr_list_new_from_array (records);
}

QtrList *
qtr_bullets_lines_to_list (QtrBulletsLines *lines)
{
  const QtrBullet *first = qtr_bullets_lines_at (lines, 0)->record;
  guint at = 0;

  if (lines->array->len == 1 && first->area == NULL && first->text == NULL)
    return NULL;

  return build_list (lines, &at, 0);
}

static void
insert_new (QtrBulletsLines *lines, guint at, guint depth, const char *marking)
{
  QtrBulletsLine line = { .record = qtr_record_new (&qtr_bullet_type, "marking", marking, NULL),
                          .depth = depth,
                          .dirty = TRUE };

  g_array_insert_val (lines->array, at, line);
}

void
qtr_bullets_lines_split (QtrBulletsLines *lines, guint at, guint n_new, QtrBulletsCut cut)
{
  const QtrBulletsLine *line = qtr_bullets_lines_at (lines, at);
  g_autoptr (QtrBullet) record = qtr_record_ref (line->record);
  gboolean into_children = cut == QTR_BULLETS_CUT_END && qtr_bullets_lines_get_end (lines, at) > at + 1;
  guint depth = into_children ? line->depth + 1 : line->depth;
  guint first = cut == QTR_BULLETS_CUT_START ? at : at + 1;

  qtr_bullets_lines_mark_dirty (lines, at);
  for (guint i = 0; i < n_new; i++) {
    gboolean is_rest = cut == QTR_BULLETS_CUT_MIDDLE && i + 1 == n_new;

    insert_new (lines, first + i, depth, is_rest ? record->marking : NULL);
  }
}

/* What was marked stays marked, whatever it is joined to. */
static void
keep_marking (QtrBulletsLines *lines, guint at, const QtrBullet *joined)
{
  QtrBulletsLine *line = qtr_bullets_lines_at (lines, at);
  const QtrBullet *old = line->record;

  if (old->marking != NULL)
    return;

  line->record = qtr_record_with (old, "marking", joined->marking, NULL);
  qtr_record_unref (old);
}

void
qtr_bullets_lines_join (QtrBulletsLines *lines, guint at, guint n_gone, gboolean keep_last)
{
  if (n_gone > 0 && keep_last) {
    g_array_remove_range (lines->array, at, n_gone);
  } else if (n_gone > 0) {
    keep_marking (lines, at, qtr_bullets_lines_at (lines, at + n_gone)->record);
    g_array_remove_range (lines->array, at + 1, n_gone);
  }
  qtr_bullets_lines_mark_dirty (lines, at);
}

void
qtr_bullets_lines_read (QtrBulletsLines *lines, guint at, const char *area, const char *text)
{
  QtrBulletsLine *line = qtr_bullets_lines_at (lines, at);
  const QtrBullet *old = line->record;

  line->record = qtr_bullet_with_words (old, area, text);
  line->dirty = FALSE;
  qtr_record_unref (old);
}

void
qtr_bullets_lines_mark_dirty (QtrBulletsLines *lines, guint at)
{
  qtr_bullets_lines_at (lines, at)->dirty = TRUE;
}

void
qtr_bullets_lines_set_depth (QtrBulletsLines *lines, guint at, guint depth)
{
  qtr_bullets_lines_at (lines, at)->depth = depth;
}

guint
qtr_bullets_lines_get_end (const QtrBulletsLines *lines, guint at)
{
  guint depth = qtr_bullets_lines_at (lines, at)->depth;
  guint end = at + 1;

  while (end < lines->array->len && qtr_bullets_lines_at (lines, end)->depth > depth)
    end++;
  return end;
}

/* Lifts the run of lines from @at on that stand at its depth or below. */
static void
lift (QtrBulletsLines *lines, guint at, guint levels)
{
  guint depth = qtr_bullets_lines_at (lines, at)->depth;

  for (; at < lines->array->len && qtr_bullets_lines_at (lines, at)->depth >= depth; at++)
    qtr_bullets_lines_at (lines, at)->depth -= levels;
}

gboolean
qtr_bullets_lines_settle (QtrBulletsLines *lines)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < lines->array->len; i++) {
    guint depth = qtr_bullets_lines_at (lines, i)->depth;
    guint most = i == 0 ? 0 : qtr_bullets_lines_at (lines, i - 1)->depth + 1;

    if (depth > most) {
      lift (lines, i, depth - most);
      moved = TRUE;
    }
  }
  return moved;
}

void
qtr_bullets_lines_get_position (const QtrBulletsLines *lines, guint at, guint *position, guint *siblings)
{
  guint depth = qtr_bullets_lines_at (lines, at)->depth;
  guint first = at;

  while (first > 0 && qtr_bullets_lines_at (lines, first - 1)->depth >= depth)
    first--;
  *position = 0;
  *siblings = 0;
  for (guint i = first; i < lines->array->len && qtr_bullets_lines_at (lines, i)->depth >= depth; i++) {
    if (qtr_bullets_lines_at (lines, i)->depth > depth)
      continue;
    ++*siblings;
    if (i <= at)
      ++*position;
  }
}
