/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/marks.h"

#include "merge/wording.h"

/* How many pieces of a text are shown around what changed in it. */
#define CONTEXT 12

static void
clear_mark (gpointer data)
{
  g_free (((QtrMark *) data)->text);
}

static void
add_part (GArray *marks, QtrMarkKind kind, const QtrWording *wording, guint start, guint end)
{
  QtrMark mark = { .kind = kind };

  if (start >= end)
    return;
  mark.text = qtr_wording_slice (wording, start, end);
  g_array_append_val (marks, mark);
}

static void
add_ellipsis (GArray *marks)
{
  QtrMark mark = { QTR_MARK_SAME, g_strdup ("…") };

  g_array_append_val (marks, mark);
}

/* What did not change, shortened to what is near a change. */
static void
add_unchanged (GArray *marks, const QtrWording *wording, guint start, guint end)
{
  guint before = start == 0 ? 0 : CONTEXT;
  guint after = end == wording->length ? 0 : CONTEXT;

  if (end - start <= before + after + 1) {
    add_part (marks, QTR_MARK_SAME, wording, start, end);
    return;
  }
  add_part (marks, QTR_MARK_SAME, wording, start, start + before);
  add_ellipsis (marks);
  add_part (marks, QTR_MARK_SAME, wording, end - after, end);
}

GArray *
qtr_marks_new (const char *before, const char *after)
{
  g_auto (QtrWording) old_wording = { 0 };
  g_auto (QtrWording) new_wording = { 0 };
  g_autoptr (GArray) hunks = NULL;
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (QtrMark));
  guint at = 0;

  g_array_set_clear_func (marks, clear_mark);
  qtr_wording_init (&old_wording, before);
  qtr_wording_init (&new_wording, after);
  hunks = qtr_wording_diff (&old_wording, &new_wording);
  for (guint i = 0; i < hunks->len; i++) {
    const QtrHunk *hunk = &g_array_index (hunks, QtrHunk, i);

    add_unchanged (marks, &old_wording, at, hunk->start);
    add_part (marks, QTR_MARK_GONE, &old_wording, hunk->start, hunk->end);
    add_part (marks, QTR_MARK_CAME, &new_wording, hunk->from, hunk->to);
    at = hunk->end;
  }
  add_unchanged (marks, &old_wording, at, old_wording.length);
  return marks;
}
