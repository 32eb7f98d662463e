/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/word.h"

#include "base/code-points.h"

#define APOSTROPHE 0x2019
#define HYPHEN 0x2010
#define HYPHEN_THAT_HOLDS 0x2011

static gboolean
are_same (gunichar a, gunichar b)
{
  return g_unichar_tolower (a) == g_unichar_tolower (b) || (g_unichar_isspace (a) && g_unichar_isspace (b));
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == HYPHEN || c == HYPHEN_THAT_HOLDS;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == APOSTROPHE;
}

/* Whether what stands at @index joins the word that lies @step behind it to what lies before it: letters do,
 * hyphens and apostrophes between letters, but not the possessive's. */
static gboolean
joins (const QtrCodePoints *text, int index, int step)
{
  gunichar c = qtr_code_points_get (text, index);
  gunichar next = qtr_code_points_get (text, index + step);

  if (g_unichar_isalnum (c) || g_unichar_ismark (c))
    return TRUE;
  if (is_apostrophe (c) && step > 0 && g_unichar_tolower (next) == 's' &&
      !g_unichar_isalnum (qtr_code_points_get (text, index + 2)))
    return FALSE;

  return (is_hyphen (c) || is_apostrophe (c)) && g_unichar_isalnum (next);
}

static gboolean
stands_at (const QtrCodePoints *text, const QtrCodePoints *words, int index)
{
  for (int i = 0; i < words->length; i++)
    if (index + i >= text->length || !are_same (text->at[index + i], words->at[i]))
      return FALSE;

  return !joins (text, index - 1, -1) && !joins (text, index + words->length, 1);
}

GArray *
qtr_words_find (const char *text, const char *words)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QtrSpan));
  g_auto (QtrCodePoints) whole = qtr_code_points_read (text);
  g_auto (QtrCodePoints) part = qtr_code_points_read (words);

  g_return_val_if_fail (part.length > 0, spans);

  for (int i = 0; i + part.length <= whole.length; i++) {
    QtrSpan span = { i, i + part.length };

    if (!stands_at (&whole, &part, i))
      continue;
    g_array_append_val (spans, span);
    i = span.end - 1;
  }

  return spans;
}

/* A single capital says nothing: "A" begins a sentence, too. */
static gboolean
is_in_capitals (const char *text)
{
  guint n_capitals = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    if (g_unichar_islower (g_utf8_get_char (text)))
      return FALSE;
    n_capitals += g_unichar_isupper (g_utf8_get_char (text)) != 0;
  }

  return n_capitals > 1;
}

static char *
with_first (const char *text, gunichar first)
{
  char start[6 + 1] = { 0 };

  g_unichar_to_utf8 (first, start);
  return g_strconcat (start, g_utf8_next_char (text), NULL);
}

char *
qtr_words_follow_case (const char *replacement, const char *model, const char *found)
{
  gunichar first = g_utf8_get_char (replacement);
  gunichar was = g_utf8_get_char (model);
  gunichar is = g_utf8_get_char (found);

  if (*replacement != '\0' && is_in_capitals (found) && !is_in_capitals (model))
    return g_utf8_strup (replacement, -1);
  if (*replacement != '\0' && g_unichar_isupper (is) && g_unichar_islower (was))
    return with_first (replacement, g_unichar_toupper (first));
  if (*replacement != '\0' && g_unichar_islower (is) && g_unichar_isupper (was) && !is_in_capitals (model))
    return with_first (replacement, g_unichar_tolower (first));

  return g_strdup (replacement);
}
