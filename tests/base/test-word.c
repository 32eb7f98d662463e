/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/word.h"

/* The spans as "start-end", parted by spaces. */
static char *
find (const char *text, const char *words)
{
  g_autoptr (GArray) spans = qtr_words_find (text, words);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append_printf (found, "%s%d-%d", i == 0 ? "" : " ", g_array_index (spans, QtrSpan, i).start,
                            g_array_index (spans, QtrSpan, i).end);
  return g_string_free (found, FALSE);
}

static void
test_find (void)
{
  static const struct {
    const char *text;
    const char *words;
    const char *found;
  } rows[] = {
    { "We use it, and USE it again.", "use", "3-6 15-18" },
    { "They reuse, used, re-use, use-by.", "use", "" },
    { "Its use’s end, use's end", "use", "4-7 15-18" },
    { "We can't, we can’t.", "can", "" },
    { "“Use”: (use) use", "use", "1-4 8-11 13-16" },
    { "On a  daily basis, on a\u00a0daily basis", "a daily basis", "22-35" },
    { "Ünïted ünïted", "ünïted", "0-6 7-13" },
    { "", "use", "" },
    { "us", "use", "" },
    { "use", "use", "0-3" },
    { "use2 2use", "use", "" },
    { "in in in", "in in", "0-5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = find (rows[i].text, rows[i].words);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

static void
test_follow_case (void)
{
  static const struct {
    const char *replacement;
    const char *model;
    const char *found;
    const char *expected;
  } rows[] = {
    { "use", "utilise", "utilise", "use" }, { "use", "utilise", "Utilise", "Use" },
    { "use", "utilise", "UTILISE", "USE" }, { "Use", "Utilise", "utilise", "use" },
    { "officer", "PC", "PC", "officer" },   { "NHS", "health service", "Health service", "NHS" },
    { "seven", "a", "A", "Seven" },         { "élan", "verve", "Verve", "Élan" },
    { "ten", "10", "10", "ten" },           { "", "a", "A", "" },
    { "force", "Force", "force", "force" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *result = qtr_words_follow_case (rows[i].replacement, rows[i].model, rows[i].found);

    g_assert_cmpstr (result, ==, rows[i].expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/find", test_find);
  g_test_add_func ("/word/follow-case", test_follow_case);

  return g_test_run ();
}
