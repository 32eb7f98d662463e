/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/spelling/spelling-words.h"

#include <string.h>

#include <pango/pango.h>

/* A place in the text, in characters and in bytes. */
typedef struct {
  const char *at;
  guint index;
} Place;

static void
clear_word (gpointer data)
{
  QtrSpellingWord *word = data;

  g_free (word->word);
}

GArray *
qtr_spelling_words_new (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (QtrSpellingWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

void
qtr_spelling_words_add (GArray *words, const QtrSpellingWord *word)
{
  QtrSpellingWord copy = { word->start, word->end, g_strdup (word->word) };

  g_array_append_val (words, copy);
}

/* Dictionaries have the typewriter's apostrophe. */
static char *
copy_word (const char *start, const char *end)
{
  GString *word = g_string_new_len (start, end - start);

  g_string_replace (word, "’", "'", 0);
  return g_string_free_and_steal (word);
}

char *
qtr_spelling_strip_possessive (const char *word)
{
  return g_str_has_suffix (word, "'s") ? g_strndup (word, strlen (word) - 2) : NULL;
}

static gboolean
has_digit (const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

/* Capitals throughout, but for what makes it a plural or a possessive: "PCSOs", "MPs'", "NHS's". */
static gboolean
is_acronym (const char *word)
{
  gsize length = strlen (word);
  guint n_capitals = 0;

  if (g_str_has_suffix (word, "'s"))
    length -= 2;
  else if (g_str_has_suffix (word, "s"))
    length -= 1;
  for (const char *at = word; at < word + length; at = g_utf8_next_char (at)) {
    if (!g_unichar_isupper (g_utf8_get_char (at)))
      return FALSE;
    n_capitals++;
  }

  return n_capitals > 1;
}

static gboolean
is_hyphen (gunichar character)
{
  return character == '-' || character == 0x2010 || character == 0x2011;
}

/* "Covid-19", "Boeing-737": what goes on with a number is a designation. */
static gboolean
is_numbered (const char *end)
{
  return is_hyphen (g_utf8_get_char (end)) && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (end)));
}

/* Whether it is part of an address on the web or of a mailbox. */
static gboolean
is_in_address (const char *text, const char *at)
{
  const char *start = at;
  const char *end = at;
  g_autofree char *piece = NULL;

  while (start > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  piece = g_strndup (start, end - start);
  return strchr (piece, '@') != NULL || strstr (piece, "://") != NULL || strstr (piece, "www.") != NULL;
}

static void
take_word (GArray *words, const char *text, const Place *start, const Place *end)
{
  g_autofree char *copy = copy_word (start->at, end->at);
  QtrSpellingWord word = { start->index, end->index, copy };

  if (end->index - start->index > 1 && !has_digit (copy) && !is_acronym (copy) && !is_numbered (end->at) &&
      !is_in_address (text, start->at))
    qtr_spelling_words_add (words, &word);
}

/* Pango ends a word at an apostrophe; where a letter follows, it is the same word that goes on. */
static gboolean
goes_on (const char *end)
{
  gunichar character = g_utf8_get_char (end);

  return (character == '\'' || character == 0x2019) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (end)));
}

GArray *
qtr_spelling_find_words (const char *text)
{
  GArray *words = qtr_spelling_words_new ();
  guint n_attributes = g_utf8_strlen (text, -1) + 1;
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_attributes);
  Place start = { text, 0 };
  Place place = { text, 0 };
  gboolean joined = FALSE;

  pango_get_log_attrs (text, -1, -1, NULL, attributes, n_attributes);
  for (; place.index < n_attributes; place.index++) {
    if (attributes[place.index].is_word_end) {
      joined = goes_on (place.at);
      if (!joined)
        take_word (words, text, &start, &place);
    }
    if (attributes[place.index].is_word_start && !joined)
      start = place;
    if (*place.at != '\0')
      place.at = g_utf8_next_char (place.at);
  }

  return words;
}

/* With a small letter, if the first one alone is a capital. */
static char *
uncapitalise (const char *word)
{
  g_autofree char *rest = NULL;
  char first[7] = "";

  if (!g_unichar_isupper (g_utf8_get_char (word)))
    return NULL;
  rest = g_utf8_strdown (g_utf8_next_char (word), -1);
  if (!g_str_equal (rest, g_utf8_next_char (word)))
    return NULL;

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (word)), first);
  return g_strconcat (first, rest, NULL);
}

gboolean
qtr_spelling_has_word (GHashTable *set, const char *word)
{
  g_autofree char *base = qtr_spelling_strip_possessive (word);
  g_autofree char *small = uncapitalise (base == NULL ? word : base);

  return g_hash_table_contains (set, word) || (base != NULL && g_hash_table_contains (set, base)) ||
         (small != NULL && g_hash_table_contains (set, small));
}
