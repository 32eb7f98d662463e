/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "series/resolve.h"

static void
clear_span (gpointer data)
{
  qtr_figure_link_clear (&((QtrFigureSpan *) data)->link);
}

/* --- Printing --- */

/* Whether what follows @text begins a sentence. */
static gboolean
ends_sentence (const char *text)
{
  const char *end = text + strlen (text);
  gunichar before = 0;

  while (end > text && g_unichar_isspace (before = g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end == text || (*end != '\0' && strchr (".!?", (int) MIN (before, 0x7f)) != NULL);
}

static void
append_words (GString *printed, const char *words, gboolean is_own)
{
  gunichar first = g_utf8_get_char (words);

  if (is_own && g_unichar_islower (first) && ends_sentence (printed->str)) {
    g_string_append_unichar (printed, g_unichar_toupper (first));
    words = g_utf8_next_char (words);
  }
  g_string_append (printed, words);
}

/* What a figure prints, and where. What is none after all is left to the text. */
static gboolean
append_figure (GString *printed, const char *text, QtrFigurePlace *place, const QtrPlan *plan,
               const QtrUpdate *update, GArray *spans)
{
  QtrFigureSpan span = { .state = QTR_FIGURE_NONE };
  g_autofree char *words = NULL;

  span.state = qtr_figure_link_print (&place->link, plan, update, &words);
  if (span.state == QTR_FIGURE_NONE)
    return FALSE;

  span.link = place->link;
  place->link = (QtrFigureLink) { 0 };
  span.source.start = (int) g_utf8_strlen (text, (gssize) place->start);
  span.source.end = (int) g_utf8_strlen (text, (gssize) place->end);
  span.printed.start = (int) g_utf8_strlen (printed->str, (gssize) printed->len);
  append_words (printed, words, span.state == QTR_FIGURE_KNOWN);
  span.printed.end = (int) g_utf8_strlen (printed->str, (gssize) printed->len);
  g_array_append_val (spans, span);
  return TRUE;
}

char *
qtr_figures_print (const char *text, const QtrPlan *plan, const QtrUpdate *update, GArray **spans)
{
  g_autoptr (GArray) places = qtr_figure_links_find (text);
  g_autoptr (GArray) found = NULL;
  GString *printed = NULL;
  gsize at = 0;

  if (spans != NULL)
    *spans = NULL;
  if (places->len == 0)
    return g_strdup (text);

  found = g_array_new (FALSE, FALSE, sizeof (QtrFigureSpan));
  g_array_set_clear_func (found, clear_span);
  printed = g_string_new (NULL);
  for (guint i = 0; i < places->len; i++) {
    QtrFigurePlace *place = &g_array_index (places, QtrFigurePlace, i);

    g_string_append_len (printed, text + at, (gssize) (place->start - at));
    at = append_figure (printed, text, place, plan, update, found) ? place->end : place->start;
  }
  g_string_append (printed, text + at);
  if (spans != NULL && found->len > 0)
    *spans = g_steal_pointer (&found);
  return g_string_free (printed, FALSE);
}

/* --- From the one text to the other --- */

static QtrSpan
get_side (const GArray *spans, guint index, gboolean printed)
{
  const QtrFigureSpan *span = &g_array_index (spans, QtrFigureSpan, index);

  return printed ? span->printed : span->source;
}

static int
carry_over (const GArray *spans, int place, gboolean is_end, gboolean from_printed)
{
  int shift = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    QtrSpan from = get_side (spans, i, from_printed);
    QtrSpan to = get_side (spans, i, !from_printed);

    if (place <= from.start)
      break;
    if (place < from.end)
      return is_end ? to.end : to.start;
    shift = to.end - from.end;
  }

  return place + shift;
}

int
qtr_figure_spans_to_source (const GArray *spans, int printed, gboolean is_end)
{
  return carry_over (spans, printed, is_end, TRUE);
}

int
qtr_figure_spans_to_printed (const GArray *spans, int source, gboolean is_end)
{
  return carry_over (spans, source, is_end, FALSE);
}

gboolean
qtr_figure_spans_touch (const GArray *spans, QtrSpan printed)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    QtrSpan figure = get_side (spans, i, TRUE);

    if (printed.start < figure.end && printed.end > figure.start)
      return TRUE;
  }

  return FALSE;
}
