/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "corpus.h"

#include <string.h>

#include "base/word.h"

#define CHILD " ¶ "

enum { COLUMN_ID, COLUMN_EXPECT, COLUMN_RELATION, COLUMN_SPAN, COLUMN_FIX, COLUMN_TEXT, N_COLUMNS };

static void
free_line (gpointer data)
{
  CorpusLine *line = data;

  g_free (line->expect);
  g_free (line->relation);
  g_free (line->span);
  g_free (line->fix);
  g_free (line);
}

static void
free_entry (gpointer data)
{
  CorpusEntry *entry = data;

  g_free (entry->id);
  qtr_record_unref (entry->bullet);
  g_ptr_array_unref (entry->lines);
  g_free (entry);
}

static QtrBullet *
make_bullet (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, CHILD, -1);
  g_autoptr (QtrList) children = NULL;

  for (guint i = 1; parts[i] != NULL; i++) {
    g_autoptr (QtrBullet) child = qtr_record_new (&qtr_bullet_type, "text", parts[i], NULL);
    g_autoptr (QtrList) before = g_steal_pointer (&children);

    children = qtr_list_append (before, child);
  }
  return qtr_record_new (&qtr_bullet_type, "text", parts[0], "bullets", children, NULL);
}

static void
add_line (GPtrArray *entries, char **columns)
{
  CorpusEntry *last = entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;
  CorpusLine *line = g_new (CorpusLine, 1);

  *line = (CorpusLine) { g_strdup (columns[COLUMN_EXPECT]), g_strdup (columns[COLUMN_RELATION]),
                         g_strdup (columns[COLUMN_SPAN]), g_strdup (columns[COLUMN_FIX]) };
  if (last == NULL || !g_str_equal (last->id, columns[COLUMN_ID])) {
    last = g_new (CorpusEntry, 1);
    *last = (CorpusEntry) { g_strdup (columns[COLUMN_ID]), make_bullet (columns[COLUMN_TEXT]),
                            g_ptr_array_new_with_free_func (free_line) };
    g_ptr_array_add (entries, last);
  }
  g_ptr_array_add (last->lines, line);
}

GPtrArray *
corpus_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rows = NULL;
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  rows = g_strsplit (content, "\n", -1);
  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++) {
    g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);

    g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
    add_line (entries, columns);
  }
  return entries;
}

static gboolean
overlaps (const QtrBullet *bullet, const QtrClaim *claim, const char *words)
{
  g_autoptr (GArray) spans = NULL;

  if (g_strcmp0 (bullet->record.id, claim->bullet) != 0)
    return FALSE;
  spans = qtr_words_find (bullet->text, words);
  for (guint i = 0; i < spans->len; i++) {
    QtrSpan span = g_array_index (spans, QtrSpan, i);

    if (claim->start < span.end && span.start < claim->end)
      return TRUE;
  }
  return FALSE;
}

gboolean
corpus_claim_covers (const CorpusEntry *entry, const QtrClaim *claim, const char *span)
{
  for (guint i = 0; i < qtr_list_length (entry->bullet->bullets); i++)
    if (overlaps (qtr_list_get (entry->bullet->bullets, i), claim, span))
      return TRUE;

  return overlaps (entry->bullet, claim, span);
}
