/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-mark.h"

#include <string.h>

/* What stands for no value, by itself or in brackets; in small letters. */
static const char *const GAPS[] = {
  "-",  "--", "\u2013", "\u2014", "\u2212", ".",   "..",   "...",     "\u2026", ":",   "*",
  "**", "~",  "#",      "n/a",    "n.a.",   "na",  "#n/a", "null",    "n/k",    "nk",  "x",
  "c",  "z",  "u",      "s",      "w",      "low", "tbc",  "no data", "?",      "..c",
};
static const char *const GAP_WORDS[] = { "not available", "not applicable", "missing", "suppressed" };

/* What says that a value will change yet, and what says anything else of it. */
static const char *const PROVISIONAL[] = { "p", "prov", "provisional", "yes", "true" };
static const char *const STATUS[] = { "r",     "rev", "revised", "e",      "estimated", "f",
                                      "final", "no",  "false",   "actual", "b",         "a" };

/* Letters that may stand right behind a number; others are multipliers, or typed by mistake. */
#define BARE_LETTERS "pPrReE"

static gboolean
is_one_of (const char *const *words, gsize n_words, const char *text, gsize length)
{
  for (gsize i = 0; i < n_words; i++) {
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], text, length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Leaves out the brackets around the whole. */
static const char *
unwrap (const char *text, gsize *length)
{
  *length = strlen (text);
  if (*length < 3)
    return text;
  if ((text[0] == '[' && text[*length - 1] == ']') || (text[0] == '(' && text[*length - 1] == ')')) {
    *length -= 2;
    return text + 1;
  }
  return text;
}

gboolean
qtr_table_mark_is_gap (const char *text)
{
  gsize length = 0;
  const char *inner = unwrap (text, &length);

  return is_one_of (GAPS, G_N_ELEMENTS (GAPS), inner, length) ||
         is_one_of (GAP_WORDS, G_N_ELEMENTS (GAP_WORDS), inner, length);
}

gboolean
qtr_table_mark_is_provisional (const char *text)
{
  gsize length = 0;
  const char *inner = unwrap (text, &length);

  return is_one_of (PROVISIONAL, G_N_ELEMENTS (PROVISIONAL), inner, length);
}

gboolean
qtr_table_mark_is_status (const char *text)
{
  gsize length = 0;
  const char *inner = unwrap (text, &length);

  return *text == '\0' || is_one_of (PROVISIONAL, G_N_ELEMENTS (PROVISIONAL), inner, length) ||
         is_one_of (STATUS, G_N_ELEMENTS (STATUS), inner, length);
}

/* Where the bracket opens that closes at the end; the length if there is none, or nothing before it. */
static gsize
find_bracket (const char *text, gsize length)
{
  char opens = text[length - 1] == ']' ? '[' : text[length - 1] == ')' ? '(' : '\0';
  gsize at = length;

  while (opens != '\0' && at > 1) {
    if (text[--at] == opens)
      return at;
  }
  return length;
}

/* A number in round brackets is a number and no mark. */
static gboolean
is_mark (const char *text, gsize length)
{
  return length > 2 && (*text == '[' || g_ascii_isalpha (text[1]));
}

static gsize
find_mark (const char *text, gsize length)
{
  gsize at = find_bracket (text, length);

  if (at < length)
    return is_mark (text + at, length - at) ? at : length;
  while (at > 1 && text[at - 1] == '*')
    at--;
  if (at == length && length > 1 && strchr (BARE_LETTERS, text[at - 1]) != NULL &&
      (g_ascii_isdigit (text[at - 2]) || text[at - 2] == ' ' || text[at - 2] == '%'))
    at--;
  return at;
}

gsize
qtr_table_mark_take (const char *text, QtrTableMark *mark)
{
  gsize length = strlen (text);
  gsize at = length == 0 ? 0 : find_mark (text, length);

  *mark = (QtrTableMark) { .text = "" };
  if (at == length || length - at >= sizeof mark->text)
    return length;
  g_strlcpy (mark->text, text + at, sizeof mark->text);
  mark->provisional = qtr_table_mark_is_provisional (mark->text);
  while (at > 0 && text[at - 1] == ' ')
    at--;
  return at;
}
