/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/figure.h"
#include "import/heading.h"
#include "import/pattern.h"

/* No heading and no lead is longer; nothing longer is searched for one. */
#define HEADING_MAX 300
#define TITLE_MAX 160

static QtrPattern heading_pattern = {
  "^\\W*((?:(?:strategic|policing|corporate|key|our)\\s+)?"
  "(?:priority|objective|theme|goal|outcome|aim|ambition|pledge|mission|pillar))"
  "\\s+(?:no\\.?\\s*|number\\s+)?"
  "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ivx]{1,5})"
  "(?![\\w%/])(\\s*[\\x{2010}-\\x{2015}\\x{2212}:.|)~-]+\\s*|\\s+|$)(.*)$",
  0,
};

static QtrPattern continued_pattern = { "\\s*[(\\[]?\\s*\\b(?:continued|cont(?:'d|d)?\\.?)\\s*[)\\]]?\\s*$",
                                        0 };
static QtrPattern wide_pages_pattern = {
  "(?:\\t|\\s{2,}|[.\\x{2026}\\x{b7}_]{2,}|\\s*\\|)\\s*(?:pages?\\s+|pp?\\.?\\s*)?(\\d{1,3})"
  "(?:\\s*(?:[\\x{2010}-\\x{2015}-]|to)\\s*(\\d{1,3}))?\\s*$",
  0,
};
static QtrPattern close_pages_pattern = {
  "\\s(?:pages?\\s+|pp?\\.?\\s*)?(\\d{1,3})(?:\\s*(?:[\\x{2010}-\\x{2015}-]|to)\\s*(\\d{1,3}))?\\s*$",
  0,
};
static QtrPattern contents_pattern = { "^(?:table of |list of )?contents(?: page)?\\s*:?(?:\\s+pages?)?$",
                                       0 };
static QtrPattern first_person_pattern = {
  "^(?=\\p{Lu})[^:]{0,240}?\\bwe\\s+(?:\\w+\\s+){0,3}?"
  "(?:will|shall|aim to|intend to|want to|pledge to|promise to|"
  "commit to|are going to|are committed to|are aiming to|said we would)"
  "(?:\\s+\\w+){0,2}?\\s*(?::|$)",
  0
};
static QtrPattern third_person_pattern = {
  "^(?=\\p{Lu})(?:[^:]{0,240}?\\b(?:will|shall|commits to|is committed to|pledges to|aims to)|"
  "(?:our |the )?(?:commitment|promise|pledge|deliverable|objective|aim|goal|outcome)(?:\\s+\\d{1,2}(?:\\.\\d{1,2})?)?)\\s*:",
  0,
};

void
qtr_heading_free (QtrHeading *self)
{
  if (self == NULL)
    return;
  g_free (self->word);
  g_free (self->title);
  g_free (self);
}

static int
roman_value (char c)
{
  return c == 'x' ? 10 : c == 'v' ? 5 : 1;
}

static int
number_value (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  gint64 word = qtr_figure_word_to_number (lower);
  int sum = 0;

  if (g_ascii_isdigit (text[0]))
    return atoi (text);
  if (word > 0)
    return (int) word;
  for (gsize i = 0; lower[i] != '\0'; i++) {
    int value = roman_value (lower[i]);

    sum += lower[i + 1] != '\0' && roman_value (lower[i + 1]) > value ? -value : value;
  }
  return sum;
}

gboolean
qtr_heading_take_pages (char *text, gboolean single_space, int *first, int *last)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int start = 0;

  if (!qtr_pattern_match (&wide_pages_pattern, text, &info) &&
      !(single_space && qtr_pattern_match (&close_pages_pattern, text, &info)))
    return FALSE;
  from = g_match_info_fetch (info, 1);
  to = g_match_info_fetch (info, 2);
  *first = atoi (from);
  *last = to != NULL && to[0] != '\0' ? atoi (to) : *first;
  g_match_info_fetch_pos (info, 0, &start, NULL);
  text[start] = '\0';
  return TRUE;
}

/* A sentence may begin with "Priority 2 is"; without dash or colon only a line that looks like a heading is
 * one. */
static gboolean
may_be_title (const QtrLine *line, const char *separator, const char *title)
{
  gsize length = strlen (title);
  gboolean styled = line->level > 0 || line->bold;

  if (length > TITLE_MAX)
    return FALSE;
  if (strspn (separator, " \t") == strlen (separator) && title[0] != '\0')
    return styled || (g_unichar_isupper (g_utf8_get_char (title)) && !g_str_has_suffix (title, "."));
  return styled || !g_str_has_suffix (title, ".") || strstr (title, ". ") == NULL;
}

QtrHeading *
qtr_heading_parse (const QtrLine *line, gboolean in_contents)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (QtrHeading) self = NULL;
  g_autofree char *number = NULL;
  g_autofree char *separator = NULL;
  g_autofree char *title = NULL;
  g_autofree char *plain = NULL;

  if (line->kind != QTR_LINE_TEXT || (line->marker != NULL && !in_contents) ||
      strlen (line->text) > HEADING_MAX || !qtr_pattern_match (&heading_pattern, line->text, &info))
    return NULL;
  self = g_new0 (QtrHeading, 1);
  self->word = g_match_info_fetch (info, 1);
  number = g_match_info_fetch (info, 2);
  separator = g_match_info_fetch (info, 3);
  title = g_match_info_fetch (info, 4);
  self->number = number_value (number);
  qtr_heading_take_pages (title, in_contents, &self->first_page, &self->last_page);
  plain = qtr_pattern_strip (&continued_pattern, title);
  self->title = qtr_line_collapse (plain);
  if (self->number < 1 || !may_be_title (line, separator, self->title))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
split_at (const QtrLine *line, GMatchInfo *info, char **lead, char **rest)
{
  int end = 0;
  g_autofree char *words = NULL;
  g_autofree char *plain = NULL;

  g_match_info_fetch_pos (info, 0, NULL, &end);
  words = g_strndup (line->text, (gsize) end);
  *lead = qtr_line_collapse (words);
  plain = qtr_pattern_strip (&continued_pattern, line->text + end);
  *rest = qtr_line_collapse (plain);
  return TRUE;
}

gboolean
qtr_heading_split_lead (const QtrLine *line, char **lead, char **rest, gboolean *sure)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *head = NULL;

  if (line->kind != QTR_LINE_TEXT || line->marker != NULL || line->depth > 0)
    return FALSE;
  *sure = TRUE;
  /* Without its colon, it must be all of the line, and look like a heading. */
  if (qtr_pattern_match (&first_person_pattern, line->text, &info)) {
    head = g_match_info_fetch (info, 0);
    if (g_str_has_suffix (head, ":") || line->level > 0 || line->bold)
      return split_at (line, info, lead, rest);
    return FALSE;
  }
  *sure = FALSE;
  return qtr_pattern_match (&third_person_pattern, line->text, &info) && split_at (line, info, lead, rest);
}

gboolean
qtr_heading_is_contents (const QtrLine *line)
{
  return line->kind == QTR_LINE_TEXT && line->marker == NULL && strlen (line->text) < 40 &&
         qtr_pattern_match (&contents_pattern, line->text, NULL);
}
