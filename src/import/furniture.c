/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/pattern.h"
#include "import/structure-private.h"

/* A line that comes on so many pages, at their edge, is no part of the text. */
#define REPEAT_MIN 3
#define FURNITURE_MAX 120

static QtrPattern page_number_pattern = {
  "^\\W*(?:page\\s+)?\\d{1,3}(?:\\s*(?:of|/)\\s*\\d{1,3})?(?:\\s*\\|\\s*page)?\\W*$", 0
};
static QtrPattern only_digits_pattern = { "^\\d+$", 0 };
static QtrPattern marking_pattern = {
  "^\\W*\\[?\\s*official(?:\\s*[\\x{2010}-\\x{2015}-]?\\s*sensitive)?\\s*\\]?\\W*$", 0
};

static gboolean
at_edge (const QtrScan *scan, guint index)
{
  gboolean before = index == 0 || scan->parts[index - 1].role != QTR_ROLE_BODY;
  gboolean after = index + 1 >= scan->n_parts || scan->parts[index + 1].role != QTR_ROLE_BODY;

  return before || after;
}

/* A bare number may also be the end of a sentence that was wrapped there. */
static gboolean
is_page_number (const QtrScan *scan, guint index)
{
  const QtrPart *part = &scan->parts[index];

  if (!qtr_pattern_match (&page_number_pattern, part->line->text, NULL))
    return FALSE;
  if (!qtr_pattern_match (&only_digits_pattern, part->line->text, NULL))
    return TRUE;
  return index == 0 || scan->parts[index - 1].role != QTR_ROLE_BODY ||
         qtr_line_ends_sentence (scan->parts[index - 1].line->text);
}

/* Beside a page's end, headings and gaps aside. */
static gboolean
at_page_end (const QtrScan *scan, guint index)
{
  for (guint i = index + 1; i < scan->n_parts && scan->parts[i].role != QTR_ROLE_BODY; i++) {
    if (scan->parts[i].role == QTR_ROLE_PAGE)
      return TRUE;
  }
  for (guint i = index; i > 0 && scan->parts[i - 1].role != QTR_ROLE_BODY; i--) {
    if (scan->parts[i - 1].role == QTR_ROLE_PAGE)
      return TRUE;
  }
  return FALSE;
}

static GHashTable *
count_edges (const QtrScan *scan)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scan->n_parts; i++) {
    const QtrPart *part = &scan->parts[i];
    int count;

    if (part->role != QTR_ROLE_BODY || part->line->marker != NULL ||
        strlen (part->line->text) > FURNITURE_MAX || !at_page_end (scan, i))
      continue;
    count = GPOINTER_TO_INT (g_hash_table_lookup (counts, part->line->text));
    g_hash_table_insert (counts, part->line->text, GINT_TO_POINTER (count + 1));
  }
  return counts;
}

/* The report's own marking at the foot of a page, in brackets. */
static gboolean
is_marking (const QtrScan *scan, const char *text)
{
  const char *marking = scan->report->front.marking.text;
  g_autofree char *bracketed = marking != NULL ? g_strdup_printf ("[%s]", marking) : NULL;

  return qtr_pattern_match (&marking_pattern, text, NULL) ||
         (bracketed != NULL && g_ascii_strcasecmp (bracketed, text) == 0);
}

static gboolean
is_furniture (const QtrScan *scan, guint index, GHashTable *counts)
{
  const QtrLine *line = scan->parts[index].line;

  if (scan->parts[index].role != QTR_ROLE_BODY || line->marker != NULL || strlen (line->text) > FURNITURE_MAX)
    return FALSE;
  if (GPOINTER_TO_INT (g_hash_table_lookup (counts, line->text)) >= REPEAT_MIN && at_page_end (scan, index))
    return TRUE;
  return at_edge (scan, index) && (is_page_number (scan, index) || is_marking (scan, line->text) ||
                                   (line->level == 0 && qtr_aside_is_draft (line)));
}

/* The words are told once, however many pages have them. */
static void
note_words (GString *words, GHashTable *seen, const char *text)
{
  if (g_hash_table_add (seen, (gpointer) text))
    g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", text);
}

void
qtr_furniture_read (QtrScan *scan)
{
  g_autoptr (GHashTable) counts = count_edges (scan);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < scan->n_parts; i++) {
    QtrPart *part = &scan->parts[i];

    if (!is_furniture (scan, i, counts))
      continue;
    part->role = QTR_ROLE_TAKEN;
    part->used = TRUE;
    note_words (words, seen, part->line->text);
    n++;
  }
  if (n > 0)
    qtr_report_note (
        scan->report, 0,
        g_strdup_printf (ngettext ("Left out %u line that is a page number or a running head: %s",
                                   "Left out %u lines that are page numbers or running heads: %s", n),
                         n, words->str));
}
