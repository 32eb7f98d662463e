/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/wording.h"

static char *
split (const char *text)
{
  g_auto (QtrWording) wording = { 0 };
  GString *pieces = g_string_new (NULL);

  qtr_wording_init (&wording, text);
  for (guint i = 0; i < wording.length; i++) {
    g_autofree char *piece = qtr_wording_slice (&wording, i, i + 1);

    g_string_append_printf (pieces, "%s|", piece);
  }
  return g_string_free (pieces, FALSE);
}

static void
test_pieces (void)
{
  static const struct {
    const char *text;
    const char *pieces;
  } rows[] = {
    { NULL, "" },
    { "", "" },
    { "One two", "One| |two|" },
    { "don't one-off’s", "don't| |one-off’s|" },
    { "1,137 calls, up 5.4%.", "1,137| |calls|,| |up| |5.4|%|.|" },
    { "a.b 'x' -1", "a|.|b| |'|x|'| |-|1|" },
    { "a \n b", "a| \n |b|" },
    { "£5.4m Südend e\u0301t", "£|5.4m| |Südend| |e\u0301t|" },
    { "and/or (FCR):", "and|/|or| |(|FCR|)|:|" },
    { "word-", "word|-|" },
    { "a {{m-1 value text=\"b c\"}}, {{d", "a| |{{m-1 value text=\"b c\"}}|,| |{|{|d|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *pieces = split (rows[i].text);

    g_assert_cmpstr (pieces, ==, rows[i].pieces);
  }
}

static void
test_merge (void)
{
  static const struct {
    const char *base;
    const char *ours;
    const char *theirs;
    const char *merged;
  } rows[] = {
    { "a b c", "a b c", "a b c", "a b c" },
    { "a b c", "x b c", "a b y", "x b y" },
    { "a b c", "x b c", "x b c", "x b c" },
    { "a b c", "x b c", "y b c", NULL },
    { "a b c", "a b", "a b c d", "a b d" },
    { "a b c. d e f.", "d e f.", "a b c. d e f. g.", "d e f. g." },
    { "a b c", "c", "a b c, too", "c, too" },
    { "a b c", "b c", "a b", "b" },
    { "916 hours, a fall of 18%.", "916 hours, a fall of 19%.", "920 hours, a fall of 18%.",
      "920 hours, a fall of 19%." },
    { "a b", "a x b", "a x b", "a x b" },
    { "a b", "a x b", "a y b", NULL },
    { NULL, "new", NULL, "new" },
    { NULL, "mine", "yours", NULL },
    { "gone", NULL, "gone", "" },
    { "gone", NULL, "changed", NULL },
    { "a b c d", "a d", "a b x c d", NULL },
    { "a b c d", "a c d", "a b c x", "a c x" },
    /* The one replaces a word, the other puts one in next to it. */
    { "the cat sat", "the dog sat", "the cat quickly sat", "the dog quickly sat" },
    /* A figure is one word: two sides that link it otherwise do not make a third of it. */
    { "was {{m value}} now", "was {{m target}} now", "was {{k value}} now", NULL },
    { "was {{m value}} now", "it was {{m value}} now", "was {{m target}} now", "it was {{m target}} now" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *merged = qtr_wording_merge (rows[i].base, rows[i].ours, rows[i].theirs);
    g_autofree char *turned = qtr_wording_merge (rows[i].base, rows[i].theirs, rows[i].ours);

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (merged, ==, rows[i].merged);
    g_assert_cmpstr (turned, ==, rows[i].merged);
  }
}

/* Applying the hunks to one text gives the other; and they are no more than the words that differ. */
static void
test_diff (void)
{
  for (int run = 0; run < 2000; run++) {
    g_autoptr (GString) before = g_string_new (NULL);
    g_autoptr (GString) after = g_string_new (NULL);
    g_autoptr (GString) rebuilt = g_string_new (NULL);
    g_auto (QtrWording) a = { 0 };
    g_auto (QtrWording) b = { 0 };
    g_autoptr (GArray) hunks = NULL;
    guint at = 0;

    for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
      g_string_append_printf (before, "%c ", 'a' + g_test_rand_int_range (0, 5));
    for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
      g_string_append_printf (after, "%c ", 'a' + g_test_rand_int_range (0, 5));
    qtr_wording_init (&a, before->str);
    qtr_wording_init (&b, after->str);
    hunks = qtr_wording_diff (&a, &b);
    for (guint i = 0; i <= hunks->len; i++) {
      const QtrHunk *hunk = i < hunks->len ? &g_array_index (hunks, QtrHunk, i) : NULL;
      g_autofree char *same = qtr_wording_slice (&a, at, hunk == NULL ? a.length : hunk->start);
      g_autofree char *new_part = hunk == NULL ? NULL : qtr_wording_slice (&b, hunk->from, hunk->to);

      g_assert_true (hunk == NULL || i == 0 || hunk->start > at);
      g_string_append (rebuilt, same);
      g_string_append (rebuilt, new_part == NULL ? "" : new_part);
      at = hunk == NULL ? at : hunk->end;
    }
    g_assert_cmpstr (rebuilt->str, ==, after->str);
  }
}

/* Words of which no two are alike; each side drops, changes or adds to some, with a word between that neither
 * touches. */
static void
test_apart (void)
{
  for (int run = 0; run < 3000; run++) {
    GString *texts[4] = { NULL };
    g_autofree char *merged = NULL;

    for (int t = 0; t < 4; t++)
      texts[t] = g_string_new (NULL);
    for (int i = 0; i < 12; i++) {
      int side = i % 2 == 0 ? 0 : g_test_rand_int_range (0, 3);
      int what = g_test_rand_int_range (0, 3);

      for (int t = 0; t < 4; t++) {
        gboolean changed = side != 0 && (t == 3 || t == side);

        if (!changed || what == 2)
          g_string_append_printf (texts[t], "word%d ", i);
        if (changed && what != 0)
          g_string_append_printf (texts[t], "new%d ", i);
      }
    }
    merged = qtr_wording_merge (texts[0]->str, texts[1]->str, texts[2]->str);
    g_assert_cmpstr (merged, ==, texts[3]->str);
    for (int t = 0; t < 4; t++)
      g_string_free (texts[t], TRUE);
  }
}

/* Two long texts without a common word take no longer than a blink, and no gigabytes. */
static void
test_nothing_in_common (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_auto (QtrWording) a = { 0 };
  g_auto (QtrWording) b = { 0 };
  g_autoptr (GArray) hunks = NULL;

  for (int i = 0; i < 20000; i++) {
    g_string_append_printf (before, "a%d,", i);
    g_string_append_printf (after, "b%d;", i);
  }
  qtr_wording_init (&a, before->str);
  qtr_wording_init (&b, after->str);
  hunks = qtr_wording_diff (&a, &b);
  g_assert_cmpuint (hunks->len, ==, 1);
  g_assert_cmpuint (g_array_index (hunks, QtrHunk, 0).end, ==, a.length);
  g_assert_cmpuint (g_array_index (hunks, QtrHunk, 0).to, ==, b.length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/pieces", test_pieces);
  g_test_add_func ("/wording/merge", test_merge);
  g_test_add_func ("/wording/diff", test_diff);
  g_test_add_func ("/wording/apart", test_apart);
  g_test_add_func ("/wording/nothing-in-common", test_nothing_in_common);
  return g_test_run ();
}
