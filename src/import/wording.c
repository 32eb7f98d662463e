/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/wording.h"

/* Words that any two sentences share. */
static const char *const weak_words[] = {
  "a",    "an",   "and", "are", "as",   "at",   "be",   "by",      "for",      "from", "have",  "has",
  "in",   "into", "is",  "it",  "of",   "on",   "or",   "our",     "that",     "the",  "their", "they",
  "this", "to",   "was", "we",  "were", "will", "with", "working", "partners", NULL,
};

#define WEAK_WEIGHT 0.2

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018;
}

static void
append_folded (GString *out, gunichar c)
{
  char one[7] = { 0 };
  g_autofree char *folded = NULL;

  g_unichar_to_utf8 (c, one);
  folded = g_utf8_casefold (one, -1);
  g_string_append (out, folded);
}

char *
qtr_wording_fold (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (is_apostrophe (c))
      continue;
    if (!g_unichar_isalnum (c)) {
      gap = out->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c (out, ' ');
    gap = FALSE;
    append_folded (out, c);
  }
  return g_string_free (out, FALSE);
}

/* All quotes and dashes in the shapes that a typewriter has. */
static gunichar
plain_shape (gunichar c)
{
  switch (c) {
  case 0x2018:
  case 0x2019:
  case 0x201a:
  case 0x201b:
  case 0x2032:
    return '\'';
  case 0x201c:
  case 0x201d:
  case 0x201e:
  case 0x201f:
  case 0x2033:
    return '"';
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
    return '-';
  default:
    return c;
  }
}

char *
qtr_wording_normalise (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_NFC);
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = composed != NULL ? composed : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_isspace (c)) {
      gap = out->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c (out, ' ');
    gap = FALSE;
    g_string_append_unichar (out, plain_shape (c));
  }
  if (out->len > 0 && out->str[out->len - 1] == '.')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* "(VAWG)", but not "(for all)", which is part of the title. */
static gboolean
is_acronym (const char *text)
{
  for (; *text != '\0' && *text != ')'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (g_unichar_isspace (c) || (g_unichar_isalpha (c) && !g_unichar_isupper (c)))
      return FALSE;
  }
  return TRUE;
}

char *
qtr_wording_fold_title (const char *text)
{
  g_autofree char *copy = g_strchomp (g_strdup (text != NULL ? text : ""));
  char *open = strrchr (copy, '(');

  if (open != NULL && open > copy && g_str_has_suffix (copy, ")") && is_acronym (open + 1))
    *open = '\0';
  return qtr_wording_fold (copy);
}

GStrv
qtr_wording_words (const char *text)
{
  g_autofree char *folded = qtr_wording_fold (text);

  return folded[0] != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

static double
weight (const char *word)
{
  return g_strv_contains (weak_words, word) ? WEAK_WEIGHT : 1.0;
}

static double
add_words (GHashTable *counts, GStrv words)
{
  double sum = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, words[i]));

    g_hash_table_insert (counts, words[i], GINT_TO_POINTER (count + 1));
    sum += weight (words[i]);
  }
  return sum;
}

double
qtr_wording_similarity (const char *a, const char *b)
{
  g_auto (GStrv) first = qtr_wording_words (a);
  g_auto (GStrv) second = qtr_wording_words (b);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  double all = add_words (counts, first);
  double shared = 0;

  for (guint i = 0; second[i] != NULL; i++) {
    int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, second[i]));

    all += weight (second[i]);
    if (count == 0)
      continue;
    shared += 2 * weight (second[i]);
    g_hash_table_insert (counts, second[i], GINT_TO_POINTER (count - 1));
  }
  return all > 0 ? shared / all : 1.0;
}
