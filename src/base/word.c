/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/word.h"

#define APOSTROPHE 0x2019
#define HYPHEN 0x2010
#define HYPHEN_THAT_HOLDS 0x2011

/* A text by its code points. What lies past either end is 0, which is in no word. */
typedef struct {
  gunichar *at;
  int length;
} Text;

static void
clear_text (Text *text)
{
  g_free (text->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

static Text
read_text (const char *text)
{
  glong length = 0;
  gunichar *at = g_utf8_to_ucs4_fast (text, -1, &length);

  return (Text) { at, (int) length };
}

static gunichar
get (const Text *text, int index)
{
  return index >= 0 && index < text->length ? text->at[index] : 0;
}

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
joins (const Text *text, int index, int step)
{
  gunichar c = get (text, index);
  gunichar next = get (text, index + step);

  if (g_unichar_isalnum (c) || g_unichar_ismark (c))
    return TRUE;
  if (is_apostrophe (c) && step > 0 && g_unichar_tolower (next) == 's' &&
      !g_unichar_isalnum (get (text, index + 2)))
    return FALSE;

  return (is_hyphen (c) || is_apostrophe (c)) && g_unichar_isalnum (next);
}

static gboolean
stands_at (const Text *text, const Text *words, int index)
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
  g_auto (Text) whole = read_text (text);
  g_auto (Text) part = read_text (words);

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
