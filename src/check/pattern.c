/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/pattern.h"

GRegex *
qtr_pattern_get_regex (QtrPattern *self)
{
  if (g_once_init_enter_pointer (&self->regex)) {
    g_autoptr (GError) error = NULL;
    GRegex *regex = g_regex_new (self->source, G_REGEX_OPTIMIZE, 0, &error);

    g_assert_no_error (error);
    g_once_init_leave_pointer (&self->regex, regex);
  }

  return self->regex;
}

QtrSpan
qtr_match_get_span (const GMatchInfo *match, const char *text)
{
  int start = -1;
  int end = -1;

  if (!g_match_info_fetch_named_pos (match, "it", &start, &end) || start < 0)
    g_match_info_fetch_pos (match, 0, &start, &end);

  return (QtrSpan) { (int) g_utf8_pointer_to_offset (text, text + start),
                     (int) g_utf8_pointer_to_offset (text, text + end) };
}

GArray *
qtr_pattern_find (QtrPattern *self, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QtrSpan));
  g_autoptr (GMatchInfo) match = NULL;

  if (text != NULL)
    g_regex_match (qtr_pattern_get_regex (self), text, 0, &match);
  while (match != NULL && g_match_info_matches (match)) {
    QtrSpan span = qtr_match_get_span (match, text);

    g_array_append_val (spans, span);
    g_match_info_next (match, NULL);
  }

  return spans;
}

gboolean
qtr_pattern_matches (QtrPattern *self, const char *text)
{
  return text != NULL && g_regex_match (qtr_pattern_get_regex (self), text, 0, NULL);
}

QtrRemark *
qtr_remark_add_words (GArray *remarks, const char *text, QtrSpan words, char *message)
{
  QtrRemark *remark = qtr_remark_add (remarks, -1, message);

  remark->start = words.start;
  remark->end = words.end;
  remark->text = g_utf8_substring (text, words.start, words.end);
  return remark;
}

/* A stop ends a sentence where another one begins, unless it belongs to an abbreviation. */
GArray *
qtr_sentences_split (const char *text)
{
  static QtrPattern ends = { "(?<!\\bMr)(?<!\\bMrs)(?<!\\bMs)(?<!\\bDr)(?<!\\bSt)(?<!\\bNo)(?<!\\b\\p{Lu})"
                             "[.!?][\"”’)]*(?<it>\\s+)(?=[\"“‘(]?[\\p{Lu}\\d£#])",
                             NULL };
  g_autoptr (GArray) gaps = qtr_pattern_find (&ends, text);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (QtrSpan));
  QtrSpan sentence = { 0, 0 };

  for (guint i = 0; i < gaps->len; i++) {
    sentence.end = g_array_index (gaps, QtrSpan, i).start;
    g_array_append_val (sentences, sentence);
    sentence.start = g_array_index (gaps, QtrSpan, i).end;
  }
  sentence.end = text == NULL ? 0 : (int) g_utf8_strlen (text, -1);
  if (sentence.end > sentence.start)
    g_array_append_val (sentences, sentence);
  return sentences;
}
