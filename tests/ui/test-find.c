/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "model/edit.h"
#include "model/path.h"
#include "model/update.h"
#include "ui/find/find-replace.h"
#include "ui/update/word-count.h"

#define CASED QTR_FIND_MATCH_CASE
#define WHOLE QTR_FIND_WHOLE_WORDS

/* --- In a text --- */

/* The ranges are written "start-end start-end". */
static const struct {
  const char *pattern;
  QtrFindOptions options;
  const char *text;
  const char *ranges;
} searches[] = {
  /* Nothing found. */
  { "", 0, "anything", "" },
  { "a", 0, "", "" },
  { "longer than it", 0, "long", "" },
  { "a.c", 0, "abc", "" },
  { "a.c", 0, "xa.c", "1-4" },
  /* Case. */
  { "police", 0, "Police and POLICE", "0-6 11-17" },
  { "police", CASED, "Police and police", "11-17" },
  { "strasse", 0, "Straße, STRASSE", "0-6 8-15" },
  { "straße", 0, "strasse", "0-7" },
  { "straße", CASED, "strasse straße", "8-14" },
  { "s", 0, "ß", "" },
  { "as", 0, "aß", "" },
  { "sa", 0, "ßa", "" },
  { "ß", 0, "sss", "0-2" },
  { "i\u0307x", 0, "a\u0130x", "1-3" },
  { "\u0130", 0, "I\u0307 i\u0307 i", "0-2 3-5" },
  { "i", 0, "\u0130", "" },
  { "i", CASED, "Ii", "1-2" },
  { "σ", 0, "ΣΑΣ σας", "0-1 2-3 4-5 6-7" },
  /* Marks. */
  { "café", 0, "cafe\u0301 and CAFÉ", "0-5 10-14" },
  { "cafe\u0301", CASED, "café", "0-4" },
  { "cafe", 0, "café cafe\u0301 cafe", "11-15" },
  { "e", 0, "e\u0301", "" },
  { "\u0301", 0, "e\u0301", "" },
  { "ạ\u0302", 0, "ậ a\u0302\u0323", "0-1 2-5" },
  /* Overlaps. */
  { "aa", 0, "aaaaa", "0-2 2-4" },
  { "aba", 0, "ababa aba", "0-3 6-9" },
  /* Whole words. */
  { "cat", WHOLE, "cat concatenate scat cats cat.", "0-3 26-29" },
  { "8%", WHOLE, "18% and 8%", "8-10" },
  { "5.4", WHOLE, "£15.4m £5.4", "8-11" },
  { "officer", WHOLE, "officer’s officers OFFICER", "0-7 19-26" },
  { "hate crime", WHOLE, "hate crime hate crimes", "0-10" },
  { "été", WHOLE, "étéx e\u0301te\u0301", "5-10" },
  { "Cat", CASED | WHOLE, "cat Cats Cat", "9-12" },
  /* Other writing. */
  { "שלום", 0, "אמר שלום", "4-8" },
  { "😀", 0, "a😀b😀", "1-2 3-4" },
};

static char *
print_ranges (GArray *ranges)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ranges != NULL && i < ranges->len; i++) {
    const QtrFindRange *range = &g_array_index (ranges, QtrFindRange, i);

    g_string_append_printf (text, "%s%u-%u", i == 0 ? "" : " ", range->start, range->end);
  }

  return g_string_free_and_steal (text);
}

static void
test_search (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++) {
    g_autoptr (QtrFindPattern) pattern = qtr_find_pattern_new (searches[i].pattern, searches[i].options);
    g_autoptr (GArray) ranges = qtr_find_pattern_search (pattern, searches[i].text);
    g_autofree char *printed = print_ranges (ranges);

    g_test_message ("“%s” in “%s”", searches[i].pattern, searches[i].text);
    g_assert_cmpstr (printed, ==, searches[i].ranges);
  }
}

/* --- In an update --- */

static QtrBullet *
make_bullet (const char *id, const char *area, const char *text, const QtrBullet *child)
{
  g_autoptr (QtrList) children = child == NULL ? NULL : qtr_list_append (NULL, child);

  return qtr_record_new (&qtr_bullet_type, "id", id, "area", area, "text", text, "bullets", children, NULL);
}

static QtrSection *
make_section (const char *id, const char *commitment, const QtrBullet *first, const QtrBullet *second)
{
  g_autoptr (QtrList) one = qtr_list_append (NULL, first);
  g_autoptr (QtrList) both = second == NULL ? qtr_list_ref (one) : qtr_list_append (one, second);

  return qtr_record_new (&qtr_section_type, "id", id, "commitment", commitment, "bullets", both, NULL);
}

static QtrList *
make_update (void)
{
  g_autoptr (QtrBullet) deep = make_bullet ("deep", NULL, "a fox in a den", NULL);
  g_autoptr (QtrBullet) first = make_bullet ("first", "Foxton", "The fox and the fox", deep);
  g_autoptr (QtrBullet) second = make_bullet ("second", NULL, "Nothing of the kind", NULL);
  g_autoptr (QtrBullet) third = make_bullet ("third", NULL, "FOX", NULL);
  g_autoptr (QtrBullet) hidden = make_bullet ("hidden", NULL, "a fox on no page", NULL);
  g_autoptr (QtrSection) one = make_section ("section-1", "promise-1", first, second);
  g_autoptr (QtrSection) other = make_section ("section-3", "promise-3", third, NULL);
  g_autoptr (QtrSection) lost = make_section ("section-4", "promise-4", hidden, NULL);
  g_autoptr (QtrList) list = qtr_list_append (NULL, one);
  g_autoptr (QtrList) longer = qtr_list_append (list, other);
  g_autoptr (QtrList) sections = qtr_list_append (longer, lost);
  g_autoptr (QtrUpdate) update =
      qtr_record_new (&qtr_update_type, "id", "update", "quarter", "2026-27-Q2", "sections", sections, NULL);

  return qtr_list_append (NULL, update);
}

static QtrPriority *
make_priority (const char *id, int number, const char *first, const char *second)
{
  g_autoptr (QtrCommitment) one = qtr_record_new (&qtr_commitment_type, "id", first, "text", "x", NULL);
  g_autoptr (QtrCommitment) other = qtr_record_new (&qtr_commitment_type, "id", second, "text", "y", NULL);
  g_autoptr (QtrList) list = qtr_list_append (NULL, one);
  g_autoptr (QtrList) commitments = qtr_list_append (list, other);

  return qtr_record_new (&qtr_priority_type, "id", id, "number", number, "commitments", commitments, NULL);
}

/* The second page has the second match from the end; "promise-4" is in no priority. */
static QtrPlan *
make_plan (void)
{
  g_autoptr (QtrPriority) first = make_priority ("page-1", 1, "promise-1", "promise-2");
  g_autoptr (QtrPriority) second = make_priority ("page-2", 2, "promise-3", "promise-5");
  g_autoptr (QtrList) list = qtr_list_append (NULL, first);
  g_autoptr (QtrList) priorities = qtr_list_append (list, second);
  g_autoptr (QtrList) updates = make_update ();

  return qtr_record_new (&qtr_plan_type, "first_month", 4, "priorities", priorities, "updates", updates,
                         NULL);
}

static QtrPeriod
get_quarter (const QtrPlan *plan)
{
  return qtr_plan_parse_period (plan, "2026-27-Q2");
}

static QtrFinder *
find_in (const QtrPlan *plan, const char *text, QtrFindOptions options)
{
  QtrFinder *finder = qtr_finder_new ();

  qtr_finder_set_pattern (finder, text, options);
  qtr_finder_look (finder, plan, get_quarter (plan));
  return finder;
}

static void
assert_match (QtrFinder *finder, guint index, const char *bullet, guint start, guint end)
{
  guint n_matches = 0;
  const QtrFindMatch *matches = qtr_finder_get_matches (finder, &n_matches);

  g_assert_cmpuint (index, <, n_matches);
  g_assert_cmpstr (matches[index].bullet, ==, bullet);
  g_assert_cmpuint (matches[index].start, ==, start);
  g_assert_cmpuint (matches[index].end, ==, end);
}

static guint
count_matches (QtrFinder *finder)
{
  guint n_matches = 0;

  qtr_finder_get_matches (finder, &n_matches);
  return n_matches;
}

static void
test_find (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrFinder) finder = find_in (plan, "fox", 0);

  g_assert_cmpuint (count_matches (finder), ==, 5);
  assert_match (finder, 0, "first", 0, 3);
  assert_match (finder, 1, "first", 12, 15);
  assert_match (finder, 2, "first", 24, 27);
  assert_match (finder, 3, "deep", 2, 5);
  assert_match (finder, 4, "third", 0, 3);
  g_assert_cmpstr (qtr_finder_get_matches (finder, &(guint) { 0 })[4].priority, ==, "page-2");

  qtr_finder_set_pattern (finder, "fox", CASED);
  g_assert_cmpuint (count_matches (finder), ==, 3);
  qtr_finder_set_pattern (finder, "the den", 0);
  g_assert_cmpuint (count_matches (finder), ==, 0);
  qtr_finder_set_pattern (finder, "", 0);
  g_assert_cmpuint (count_matches (finder), ==, 0);
  qtr_finder_look (finder, NULL, QTR_PERIOD_UNSET);
  qtr_finder_set_pattern (finder, "fox", 0);
  g_assert_cmpuint (count_matches (finder), ==, 0);
}

/* Which matches come next and before, from places all over the update, and outside of it. */
static const struct {
  QtrFindPlace place;
  guint next;
  guint previous;
} steps[] = {
  { { NULL, NULL, NULL, 0 }, 0, 4 },
  { { "page-1", NULL, NULL, 0 }, 0, 4 },
  { { "page-1", "promise-1", "first", 0 }, 0, 4 },
  { { "page-1", "promise-1", "first", 1 }, 1, 4 },
  { { "page-1", "promise-1", "first", 3 }, 1, 0 },
  { { "page-1", "promise-1", "first", 12 }, 1, 0 },
  { { "page-1", "promise-1", "first", 27 }, 3, 2 },
  { { "page-1", "promise-1", "deep", 2 }, 3, 2 },
  { { "page-1", "promise-1", "second", 7 }, 4, 3 },
  { { "page-1", "promise-2", "an empty line", 0 }, 4, 3 },
  { { "page-2", NULL, NULL, 0 }, 4, 3 },
  { { "page-2", "promise-3", "third", 3 }, 0, 4 },
};

static void
test_steps (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrFinder) finder = find_in (plan, "fox", 0);
  g_autoptr (QtrFinder) empty = find_in (plan, "wolf", 0);
  guint index = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_test_message ("step %u", i);
    g_assert_true (qtr_finder_find_next (finder, &steps[i].place, &index));
    g_assert_cmpuint (index, ==, steps[i].next);
    g_assert_true (qtr_finder_find_previous (finder, &steps[i].place, &index));
    g_assert_cmpuint (index, ==, steps[i].previous);
    g_assert_false (qtr_finder_find_next (empty, &steps[i].place, &index));
    g_assert_false (qtr_finder_find_previous (empty, &steps[i].place, &index));
  }
}

static void
test_between (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrFinder) finder = find_in (plan, "fox", 0);
  QtrFindPlace start = { "page-1", "promise-1", "first", 12 };
  QtrFindPlace end = { "page-1", "promise-1", "first", 15 };
  guint index = 0;

  g_assert_true (qtr_finder_find_between (finder, &start, &end, &index));
  g_assert_cmpuint (index, ==, 1);
  end.offset = 14;
  g_assert_false (qtr_finder_find_between (finder, &start, &end, &index));
  start.offset = 11;
  end.offset = 15;
  g_assert_false (qtr_finder_find_between (finder, &start, &end, &index));
  end.bullet = "deep";
  g_assert_false (qtr_finder_find_between (finder, &start, &end, &index));
}

static const char *
get_text (const QtrPlan *plan, const char *id)
{
  QtrPath path;
  const QtrBullet *bullet = qtr_path_find (plan, id, &path);

  return bullet->text;
}

/* What is found are the words that are read. What is found in a figure is all of it, and nothing of it is
 * replaced. */
static void
test_figures (void)
{
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrPlan) figured =
      qtr_edit_set (base, "third", "text", "FOX {{m value text=\"a fox\"}} fox", NULL);
  g_autoptr (QtrMeasure) measure = qtr_record_new (&qtr_measure_type, "id", "m", "name", "Foxes", NULL);
  g_autoptr (QtrPlan) plan = qtr_edit_insert (figured, figured->record.id, "measures", 0, measure);
  g_autoptr (QtrFinder) finder = find_in (plan, "fox", 0);
  guint n_matches = 0;
  guint n_replaced = 0;
  const QtrFindMatch *matches = qtr_finder_get_matches (finder, &n_matches);
  g_autoptr (QtrPlan) now = qtr_find_replace (plan, "update", matches, n_matches, "cat", &n_replaced);
  g_autoptr (QtrFinder) none = find_in (plan, "value", 0);

  g_assert_cmpuint (n_matches, ==, 7);
  assert_match (finder, 4, "third", 0, 3);
  assert_match (finder, 5, "third", 4, 9);
  assert_match (finder, 6, "third", 10, 13);
  g_assert_true (matches[5].has_figure);
  g_assert_false (matches[6].has_figure);
  g_assert_cmpuint (n_replaced, ==, 5);
  g_assert_cmpstr (get_text (now, "third"), ==, "cat {{m value text=\"a fox\"}} cat");
  g_assert_cmpuint (count_matches (none), ==, 0);
}

/* --- Replacing --- */

static const struct {
  const char *pattern;
  QtrFindOptions options;
  const char *replacement;
  guint n_replaced;
  const char *first;
  const char *deep;
  const char *third;
} replacements[] = {
  { "fox", 0, "badger", 4, "The badger and the badger", "a badger in a den", "badger" },
  { "fox", CASED, "badger", 3, "The badger and the badger", "a badger in a den", "FOX" },
  { "fox", 0, "", 4, "The  and the ", "a  in a den", NULL },
  { "fox", 0, "foxfox", 4, "The foxfox and the foxfox", "a foxfox in a den", "foxfox" },
  { "the fox", 0, "ß😀", 2, "ß😀 and ß😀", "a fox in a den", "FOX" },
  { "n: t", 0, "x", 0, "The fox and the fox", "a fox in a den", "FOX" },
  { "Foxton", 0, "x", 0, "The fox and the fox", "a fox in a den", "FOX" },
  { "wolf", 0, "x", 0, "The fox and the fox", "a fox in a den", "FOX" },
};

static void
test_replace (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++) {
    g_autoptr (QtrFinder) finder = find_in (plan, replacements[i].pattern, replacements[i].options);
    guint n_matches = 0;
    guint n_replaced = 0;
    const QtrFindMatch *matches = qtr_finder_get_matches (finder, &n_matches);
    g_autoptr (QtrPlan) now =
        qtr_find_replace (plan, "update", matches, n_matches, replacements[i].replacement, &n_replaced);
    QtrPath path;
    const QtrBullet *bullet = qtr_path_find (now, "first", &path);

    g_test_message ("“%s” by “%s”", replacements[i].pattern, replacements[i].replacement);
    g_assert_cmpuint (n_replaced, ==, replacements[i].n_replaced);
    g_assert_cmpstr (bullet->area, ==, "Foxton");
    g_assert_cmpstr (get_text (now, "first"), ==, replacements[i].first);
    g_assert_cmpstr (get_text (now, "deep"), ==, replacements[i].deep);
    g_assert_cmpstr (get_text (now, "third"), ==, replacements[i].third);
    g_assert_cmpstr (get_text (now, "hidden"), ==, "a fox on no page");
    g_assert_true ((now == plan) == (n_replaced == 0));
  }
}

/* One match alone; and what has none is the very same record. */
static void
test_replace_one (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrFinder) finder = find_in (plan, "fox", 0);
  guint n_matches = 0;
  guint n_replaced = 0;
  const QtrFindMatch *matches = qtr_finder_get_matches (finder, &n_matches);
  g_autoptr (QtrPlan) now = qtr_find_replace (plan, "update", &matches[2], 1, "badger", &n_replaced);
  QtrPath path;

  g_assert_cmpuint (n_replaced, ==, 1);
  g_assert_cmpstr (get_text (now, "first"), ==, "The fox and the badger");
  g_assert_true (qtr_path_find (now, "deep", &path) == qtr_path_find (plan, "deep", &path));
  g_assert_true (qtr_path_find (now, "second", &path) == qtr_path_find (plan, "second", &path));
  g_assert_true (qtr_path_find (now, "section-3", &path) == qtr_path_find (plan, "section-3", &path));
  g_assert_true (now->priorities == plan->priorities);

  /* The finder sees the change, and what it knew of the others is still true. */
  qtr_finder_look (finder, now, get_quarter (now));
  g_assert_cmpuint (count_matches (finder), ==, 4);
  assert_match (finder, 2, "deep", 2, 5);
}

/* --- Words --- */

static const struct {
  const char *text;
  guint n_words;
} texts[] = {
  { "", 0 },
  { " – … ", 0 },
  { "One", 1 },
  { "The officer’s and the officer's report", 6 },
  { "Up 18% from 1,137 to 1,341.5 hours", 7 },
  { "£5.4m, on e-mail", 4 },
  { "Été 2019/20\u2028next line", 5 },
  { "שלום עולם", 2 },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("“%s”", texts[i].text);
    g_assert_cmpuint (qtr_words_count (texts[i].text), ==, texts[i].n_words);
  }
}

static void
test_word_count (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) now = NULL;
  g_autoptr (QtrWordCount) count = qtr_word_count_new ();
  g_autoptr (QtrSection) nil = qtr_record_new (&qtr_section_type, "commitment", "promise-2", "nil_return",
                                               TRUE, "nil_reason", "Nothing happened", NULL);
  g_autoptr (QtrFinder) finder = find_in (plan, "kind", 0);
  guint n_matches = 0;
  const QtrFindMatch *match = qtr_finder_get_matches (finder, &n_matches);
  QtrPath path;

  g_assert_cmpuint (qtr_word_count_section (count, NULL), ==, 0);
  g_assert_cmpuint (qtr_word_count_section (count, nil), ==, 2);
  g_assert_cmpuint (qtr_word_count_section (count, qtr_path_find (plan, "section-1", &path)), ==, 15);
  g_assert_cmpuint (qtr_word_count_get_evaluations (count), ==, 4);
  g_assert_cmpuint (qtr_word_count_section (count, qtr_path_find (plan, "section-1", &path)), ==, 15);
  g_assert_cmpuint (qtr_word_count_get_evaluations (count), ==, 4);

  /* Only the bullet that changed is counted anew. */
  now = qtr_find_replace (plan, "update", match, 1, "two words", &n_matches);
  g_assert_cmpuint (qtr_word_count_section (count, qtr_path_find (now, "section-1", &path)), ==, 16);
  g_assert_cmpuint (qtr_word_count_get_evaluations (count), ==, 5);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/search", test_search);
  g_test_add_func ("/find/find", test_find);
  g_test_add_func ("/find/steps", test_steps);
  g_test_add_func ("/find/between", test_between);
  g_test_add_func ("/find/figures", test_figures);
  g_test_add_func ("/find/replace", test_replace);
  g_test_add_func ("/find/replace-one", test_replace_one);
  g_test_add_func ("/words/count", test_words);
  g_test_add_func ("/words/sections", test_word_count);

  return g_test_run ();
}
