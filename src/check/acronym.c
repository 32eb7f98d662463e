/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/acronym.h"

#include <string.h>

#include "check/pattern.h"

#define WORD_CHARACTERS "\\p{L}\\d’'/-"

/* Two letters or more of which most are capitals, perhaps in the plural. */
static QtrPattern form = {
  "(?<![\\p{L}\\d#&@_/.’'-])(?<it>(?<letters>\\p{Lu}(?:\\p{Lu}|(?:\\p{Ll}{1,2}|&)(?=\\p{Lu}\\p{Lu})){1,7}\\p{Lu}?)"
  "(?:s|[’']s|s[’'])?)(?![\\p{L}\\d&@_’'-])",
  NULL
};

/* What stands before the name of an operation, and after the name of a project. */
static QtrPattern is_named_before = {
  "\\b(?:[Oo]peration|Op|[Pp]roject|[Cc]odename(?:d)?|called|named) [\"“‘']?$", NULL
};
static QtrPattern is_named_after = { "^[\"”’']? (?:project|scheme|operation|campaign|app|course)\\b", NULL };

static gboolean
is_known (const char *letters)
{
  static const char *const known[] = {
    "UK",    "GB",  "US",  "USA",  "EU",   "UN",    "NATO", "NHS", "BBC",  "ITV", "CCTV",  "TV",   "DVD",
    "CD",    "GPS", "PDF", "IT",   "ID",   "PIN",   "DNA",  "HIV", "AIDS", "HQ",  "MP",    "MPs",  "PC",
    "DC",    "PS",  "DS",  "DCI",  "DI",   "HMP",   "CEO",  "HR",  "VAT",  "GP",  "RAF",   "LGBT", "LGBTQ",
    "AM",    "PM",  "BMW", "FAQ",  "URL",  "SMS",   "VIP",  "SUV", "MOT",  "BT",  "COVID", "A&E",  "PR",
    "CV",    "OK",  "FBI", "USB",  "WC",   "RSPCA", "AGM",  "DIY", "GCSE", "OBE", "MBE",   "CBE",  "QC",
    "KC",    "ATM", "RIP", "ASAP", "NB",   "SIM",   "HM",   "HMS", "XL",   "BA",  "BSc",   "PhD",  "PO",
    "NSPCC", "TBC", "TBA", "RNLI", "STEM", "PE",    "AA",   "AI",  "UFO",  "PA",  "LED",   "WiFi", "JCB",
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i], letters))
      return TRUE;
  return FALSE;
}

/* Ordinary words that are put in capitals to stress them, markings, and Roman numbers. */
static gboolean
is_no_acronym (const char *letters)
{
  static const char *const words[] = {
    "THE",      "AND",       "NOT",    "ALL",   "NO",     "NEW",   "MUST", "ONLY", "OR",   "BUT",  "ANY",
    "NOW",      "NEVER",     "ALWAYS", "DO",    "IS",     "ARE",   "WILL", "YES",  "FREE", "TO",   "OF",
    "IN",       "ON",        "FOR",    "WITH",  "SECRET", "DRAFT", "STOP", "OUR",  "YOUR", "WE",   "IT",
    "OFFICIAL", "SENSITIVE", "BOTH",   "EVERY", "ONE",    "TWO",   "OUT",  "UP",   "OFF",  "VERY",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], letters))
      return TRUE;
  return strspn (letters, "IVXLC") == strlen (letters);
}

/* --- What the letters stand for --- */

static gboolean
starts_word (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Where in @text, which ends with it, an expansion of @letters begins; %NULL: it does not fit. Each letter is
 * looked for from the end backwards, and the first has to begin a word. */
static const char *
find_expansion (const char *text, const char *letters)
{
  const char *at = text + strlen (text);

  for (const char *letter = letters + strlen (letters); letter > letters;) {
    gunichar c = 0;

    letter = g_utf8_prev_char (letter);
    c = g_unichar_tolower (g_utf8_get_char (letter));
    if (!g_unichar_isalnum (c))
      continue;
    do {
      if (at <= text)
        return NULL;
      at = g_utf8_prev_char (at);
    } while (g_unichar_tolower (g_utf8_get_char (at)) != c || (letter == letters && !starts_word (text, at)));
  }

  return at;
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_isalnum (g_utf8_get_char (at)) && starts_word (text, at);
  return n;
}

/* No more words than the letters can account for, and at least two, all in one sentence. */
static gboolean
may_expand (const char *expansion, const char *letters)
{
  guint n_letters = (guint) g_utf8_strlen (letters, -1);
  guint n_words = count_words (expansion);

  return n_words >= 2 && n_words <= MIN (n_letters + 5, n_letters * 2) &&
         strpbrk (expansion, "();:.!?") == NULL && strstr (expansion, letters) == NULL;
}

static gboolean
is_small_word (const char *word)
{
  static const char *const words[] = { "of", "and", "the", "for", "in", "on", "to", "with", "&", "", NULL };

  return g_strv_contains (words, word);
}

/* The words up to @last with an initial for each letter, as they are in most expansions; %NULL: there are
 * none. */
static char *
join_initials (char **words, int last, const char *letters)
{
  GString *joined = NULL;
  const char *letter = letters + strlen (letters);
  int first = last + 1;

  while (letter > letters && first > 0) {
    g_autofree char *word = g_utf8_casefold (words[--first], -1);
    const char *before = g_utf8_prev_char (letter);

    if (*word != '\0' && g_utf8_get_char (word) == g_unichar_tolower (g_utf8_get_char (before)))
      letter = before;
    else if (!is_small_word (word) || first == last)
      return NULL;
  }
  if (letter > letters || last - first < 1)
    return NULL;

  joined = g_string_new (words[first]);
  for (int i = first + 1; i <= last; i++)
    g_string_append_printf (joined, " %s", words[i]);
  return g_string_free (joined, FALSE);
}

/* A word that only says what it is the name of may follow: "Local Policing Area teams". */
static char *
expand_by_initials (const char *head, const char *letters)
{
  g_autofree char *stripped = g_strchomp (g_strdup (head));
  g_auto (GStrv) words = g_strsplit (stripped, " ", -1);
  int last = (int) g_strv_length (words) - 1;
  char *found = last < 1 ? NULL : join_initials (words, last, letters);

  if (found == NULL && last > 1 && g_unichar_islower (g_utf8_get_char (words[last])))
    found = join_initials (words, last - 1, letters);
  return found;
}

/* "Long Form (LF": @head is what stands before the bracket. */
static char *
expand_before (const char *head, const char *letters)
{
  const char *start = find_expansion (head, letters);
  g_autofree char *expansion = start == NULL ? NULL : g_strstrip (g_strdup (start));

  return expansion != NULL && may_expand (expansion, letters) ? g_steal_pointer (&expansion) : NULL;
}

/* The words in capitals before the bracket, if one of its letters is theirs: "Warnings (CPWs) and Notices
 * (CPNs)" explains both. */
static char *
expand_loosely (const char *head, const char *letters)
{
  static QtrPattern capitals = { "(?<it>\\p{Lu}[" WORD_CHARACTERS
                                 "]*(?: (?:of|and|the|for|in|to|&|\\p{Lu}[" WORD_CHARACTERS "]*))*"
                                 "(?: \\p{L}+)?) $",
                                 NULL };
  g_autoptr (GArray) spans = qtr_pattern_find (&capitals, head);
  g_autofree char *words = NULL;

  if (spans->len == 0)
    return NULL;
  words =
      g_utf8_substring (head, g_array_index (spans, QtrSpan, 0).start, g_array_index (spans, QtrSpan, 0).end);
  return strpbrk (words, letters) != NULL ? g_steal_pointer (&words) : NULL;
}

/* "LF (Long Form)", "LF: Long Form,": what stands after it, as far as it has an initial for each letter. */
static char *
expand_after (const char *tail, const char *letters)
{
  static QtrPattern after = { "^(?:: | \\()(?<it>\\p{L}[\\p{L}’'/, &-]+)", NULL };
  g_autoptr (GArray) spans = qtr_pattern_find (&after, tail);
  g_autofree char *words = NULL;
  const char *letter = letters;

  if (spans->len == 0)
    return NULL;
  words =
      g_utf8_substring (tail, g_array_index (spans, QtrSpan, 0).start, g_array_index (spans, QtrSpan, 0).end);
  for (char *at = words; *at != '\0' && *letter != '\0'; at = g_utf8_next_char (at)) {
    if (!starts_word (words, at) || !g_unichar_isalnum (g_utf8_get_char (at)))
      continue;
    if (g_unichar_tolower (g_utf8_get_char (at)) == g_unichar_tolower (g_utf8_get_char (letter)))
      letter = g_utf8_next_char (letter);
    if (*letter == '\0')
      at[strcspn (at, " ,/&")] = '\0';
  }

  return *letter == '\0' && count_words (words) >= 2 && count_words (words) <= 2 * strlen (letters)
             ? g_steal_pointer (&words)
             : NULL;
}

static gboolean
stands_in_brackets (const char *head, const char *tail)
{
  return g_str_has_suffix (head, "(") && (*tail == ')' || *tail == '/' || *tail == ',' || *tail == ';');
}

static void
expand (QtrAcronym *acronym, const char *head, const char *tail)
{
  if (stands_in_brackets (head, tail)) {
    g_autofree char *before = g_strndup (head, strlen (head) - 1);

    acronym->expansion = expand_by_initials (before, acronym->letters);
    if (acronym->expansion == NULL)
      acronym->expansion = expand_before (before, acronym->letters);
    if (acronym->expansion == NULL) {
      acronym->expansion = expand_loosely (before, acronym->letters);
      acronym->is_loose = TRUE;
    }
  } else {
    acronym->expansion = expand_after (tail, acronym->letters);
  }
}

/* --- Reading --- */

static void
clear_acronym (gpointer data)
{
  QtrAcronym *acronym = data;

  g_free (acronym->letters);
  g_free (acronym->expansion);
}

/* Only in part of a text: who writes all in capitals has no acronyms. */
static gboolean
is_shouted (const char *text)
{
  guint n_small = 0;
  guint n_capital = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    n_small += g_unichar_islower (g_utf8_get_char (at));
    n_capital += g_unichar_isupper (g_utf8_get_char (at));
  }
  return n_capital > n_small;
}

static void
take_match (const GMatchInfo *match, const char *text, GArray *acronyms)
{
  QtrAcronym acronym = { .words = qtr_match_get_span (match, text) };
  int start = 0;
  int end = 0;
  g_autofree char *head = NULL;

  g_match_info_fetch_named_pos (match, "it", &start, &end);
  head = g_strndup (text, (gsize) start);
  if (qtr_pattern_matches (&is_named_before, head) || qtr_pattern_matches (&is_named_after, text + end))
    return;
  acronym.letters = g_match_info_fetch_named (match, "letters");
  if (is_known (acronym.letters) || is_no_acronym (acronym.letters)) {
    clear_acronym (&acronym);
    return;
  }
  expand (&acronym, head, text + end);
  g_array_append_val (acronyms, acronym);
}

GArray *
qtr_acronyms_read (const char *text)
{
  GArray *acronyms = g_array_new (FALSE, FALSE, sizeof (QtrAcronym));
  g_autoptr (GMatchInfo) match = NULL;

  g_array_set_clear_func (acronyms, clear_acronym);
  if (text == NULL || is_shouted (text))
    return acronyms;

  g_regex_match (qtr_pattern_get_regex (&form), text, 0, &match);
  while (g_match_info_matches (match)) {
    take_match (match, text, acronyms);
    g_match_info_next (match, NULL);
  }
  return acronyms;
}

/* --- Comparing --- */

/* The words of an expansion, each with a space before and after, without what may differ. */
static char *
normalise (const char *expansion)
{
  g_autofree char *folded = g_utf8_casefold (expansion, -1);
  g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}\\d’']+", folded, 0, 0);
  GString *all = g_string_new (" ");

  for (guint i = 0; words[i] != NULL; i++) {
    words[i][strcspn (words[i], "'\xe2")] = '\0';
    if (g_str_has_suffix (words[i], "s") && strlen (words[i]) > 3)
      words[i][strlen (words[i]) - 1] = '\0';
    if (*words[i] != '\0' &&
        !g_strv_contains ((const char *const[]) { "the", "a", "of", "for", "and", NULL }, words[i]))
      g_string_append_printf (all, "%s ", words[i]);
  }

  return g_string_free (all, FALSE);
}

gboolean
qtr_acronym_expansions_agree (const char *a, const char *b)
{
  g_autofree char *one = normalise (a);
  g_autofree char *other = normalise (b);

  return strstr (one, other) != NULL || strstr (other, one) != NULL;
}
