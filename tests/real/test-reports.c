/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/place.h"
#include "import/plan-text.h"
#include "import/round-trip.h"
#include "import/wording.h"
#include "model/update.h"

#define FIRST "q3-2019-20.md"
#define SECOND "q3-2020-21.txt"

static char *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static QtrReport *
read_text (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  QtrReport *report = qtr_import_read (name, bytes, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static QtrReport *
read_report (const char *name)
{
  g_autofree char *text = load (name);

  return read_text (name, text);
}

static void
assert_counts (const QtrReport *report, guint all, guint top)
{
  static const guint commitments[] = { 3, 1, 1, 2, 2, 2, 1 };
  guint n_all = 0;
  guint n_top = 0;

  g_assert_cmpuint (report->priorities->len, ==, 7);
  for (guint i = 0; i < 7; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    g_assert_cmpint (priority->number, ==, (int) i + 1);
    g_assert_cmpuint (priority->commitments->len, ==, commitments[i]);
    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);

      n_all += qtr_report_count_bullets (commitment->bullets, TRUE);
      n_top += qtr_report_count_bullets (commitment->bullets, FALSE);
    }
  }
  g_assert_cmpuint (n_all, ==, all);
  g_assert_cmpuint (n_top, ==, top);
  g_assert_cmpuint (report->unplaced->len, ==, 0);
}

static void
test_first (void)
{
  g_autoptr (QtrReport) report = read_report (FIRST);

  assert_counts (report, 97, 74);
  g_assert_cmpstr (report->front.marking.text, ==, "Official");
  g_assert_cmpstr (report->front.title.text, ==, "Police and Crime Plan");
  g_assert_cmpstr (report->front.plan_period.text, ==, "2016-2020");
  g_assert_cmpstr (report->front.data_to.text, ==, "December 2019");
  g_assert_cmpstr (report->front.version.text, ==, "2.2");
  g_assert_cmpstr (report->front.produced.text, ==, "January 2020");
  g_assert_cmpstr (report->front.unit.text, ==, "Performance Analysis Unit, Essex Police");
  g_assert_cmpuint (report->contents->len, ==, 7);
}

static void
test_second (void)
{
  g_autoptr (QtrReport) report = read_report (SECOND);

  assert_counts (report, 96, 55);
}

/* The words of the tree, in its order. */
static void
add_bullet_words (GString *words, GPtrArray *bullets)
{
  for (guint i = 0; i < bullets->len; i++) {
    const QtrReportBullet *bullet = g_ptr_array_index (bullets, i);

    g_string_append_printf (words, " %s %s", bullet->area != NULL ? bullet->area : "", bullet->text);
    add_bullet_words (words, bullet->bullets);
  }
}

static char *
words_of_tree (const QtrReport *report)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);

      g_string_append_printf (words, " %s", commitment->text);
      add_bullet_words (words, commitment->bullets);
    }
  }
  return qtr_wording_fold (words->str);
}

/* The words of the source, read without the reader: lines that name a priority go, each page's lead goes, and
 * a promise that the page before made already. */
static char *
words_of_source (const char *source)
{
  g_autoptr (GRegex) markup = g_regex_new ("</?sup>|^#+ |\\*\\*", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GRegex) headings = g_regex_new ("^ *Priority \\d [-–].*$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GRegex) leads = g_regex_new ("^ *(?:We|W[^:\\n]*we) will: *", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (markup, source, -1, 0, "", 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (headings, plain, -1, 0, "", 0, NULL);
  g_auto (GStrv) pages = g_regex_split (leads, bare, 0);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *promise = g_strdup ("none");

  for (guint i = 1; pages[i] != NULL; i++) {
    char *page = g_strstrip (pages[i]);
    const char *end = strstr (page, "\n\n");
    g_autofree char *own = end != NULL ? g_strndup (page, (gsize) (end - page)) : g_strdup (page);

    g_string_append_printf (words, " %s", g_str_equal (own, promise) ? page + strlen (own) : page);
    g_free (promise);
    promise = g_steal_pointer (&own);
  }
  return qtr_wording_fold (words->str);
}

static void
test_words (gconstpointer data)
{
  g_autofree char *source = load (data);
  g_autoptr (QtrReport) report = read_text (data, source);
  g_autofree char *expected = words_of_source (source);
  g_autofree char *found = words_of_tree (report);

  g_assert_cmpuint (strlen (expected), >, 20000);
  g_assert_cmpstr (found, ==, expected);
}

static QtrPlan *
place (const QtrPlan *plan, const char *name, const char *quarter)
{
  g_autoptr (QtrReport) report = read_report (name);
  g_autoptr (GError) error = NULL;
  QtrImportContext context = { 0 };
  g_autofree char *invisible = NULL;
  QtrPlan *placed;

  qtr_period_parse (quarter, 4, &context.quarter, &error);
  g_assert_no_error (error);
  placed = qtr_place_report (plan, report, &context, NULL, &error);
  g_assert_no_error (error);
  invisible = plan_text_of_invisible (placed);
  g_assert_cmpstr (invisible, ==, "");
  return placed;
}

static QtrPlan *
new_plan (void)
{
  return qtr_record_new (&qtr_plan_type, "title", NULL, NULL);
}

static QtrPlan *
place_both (gboolean backwards)
{
  g_autoptr (QtrPlan) empty = new_plan ();
  g_autoptr (QtrPlan) one = NULL;

  one = backwards ? place (empty, SECOND, "2020-21-Q3") : place (empty, FIRST, "2019-20-Q3");
  return backwards ? place (one, FIRST, "2019-20-Q3") : place (one, SECOND, "2020-21-Q3");
}

static void
test_orders (void)
{
  g_autoptr (QtrPlan) forwards = place_both (FALSE);
  g_autoptr (QtrPlan) backwards = place_both (TRUE);
  g_autofree char *first = plan_text_of_plan (forwards);
  g_autofree char *second = plan_text_of_plan (backwards);

  g_assert_cmpstr (first, ==, second);
  if (g_test_verbose ())
    g_test_message ("%s", first);
}

static void
test_twice (void)
{
  g_autoptr (QtrPlan) plan = place_both (FALSE);
  g_autoptr (QtrPlan) first = place (plan, FIRST, "2019-20-Q3");
  g_autoptr (QtrPlan) second = place (plan, SECOND, "2020-21-Q3");

  g_assert_true (first == plan);
  g_assert_true (second == plan);
}

/* Every promise of the one report is one of the other's; two of them in the same words. */
static void
test_successions (void)
{
  g_autoptr (QtrPlan) plan = place_both (FALSE);
  guint first = 0;
  guint second = 0;
  guint same = 0;

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    QtrPeriod then = qtr_plan_parse_period (plan, "2019-20-Q3");
    QtrPeriod now = qtr_plan_parse_period (plan, "2020-21-Q3");
    g_autoptr (GPtrArray) before = qtr_plan_list_commitments (plan, priority, then);
    g_autoptr (GPtrArray) after = qtr_plan_list_commitments (plan, priority, now);

    g_assert_cmpuint (before->len, ==, after->len);
    for (guint j = 0; j < before->len; j++)
      same += g_ptr_array_find (after, g_ptr_array_index (before, j), NULL);
    first += before->len;
    second += after->len;
  }
  g_assert_cmpuint (first, ==, 12);
  g_assert_cmpuint (second, ==, 12);
  g_assert_cmpuint (same, ==, 2);
}

/* Without the lines of one priority, the others stay what they are. */
static char *
without_priority (const char *source, const char *from, const char *to)
{
  const char *start = strstr (source, from);
  const char *end = to != NULL ? strstr (start, to) : source + strlen (source);

  g_assert_nonnull (start);
  g_assert_nonnull (end);
  return g_strdup_printf ("%.*s%s", (int) (start - source), source, end);
}

static void
test_removed (void)
{
  static const struct {
    int number;
    const char *from, *to;
  } parts[] = {
    { 1, "#### We will:", "## **Priority 2" },
    { 2, "## **Priority 2", "### Priority 3" },
    { 3, "### Priority 3", "## **Priority 4" },
    { 4, "## **Priority 4", "### **Priority 5" },
    { 5, "### **Priority 5", "## **Priority 6" },
    { 6, "## **Priority 6", "### Priority 7" },
    { 7, "### Priority 7", NULL },
  };
  g_autofree char *source = load (FIRST);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *rest = without_priority (source, parts[i].from, parts[i].to);
    g_autoptr (QtrReport) report = read_text (FIRST, rest);

    g_assert_cmpuint (report->priorities->len, ==, 6);
    g_assert_null (qtr_report_priority (report, parts[i].number));
  }
}

/* The reports in what other machines would have made of them. */
static void
test_disguised (gconstpointer data)
{
  g_autofree char *source = load (data);
  g_autoptr (QtrReport) plain = read_text (data, source);
  g_autofree char *expected = plan_text_of_report (plain);
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  g_autofree char *windows = g_strjoinv ("\r\n", lines);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", windows, NULL);
  g_autoptr (QtrReport) report = read_text (data, marked);
  g_autofree char *found = plan_text_of_report (report);

  g_assert_cmpstr (found, ==, expected);
}

/* Nothing in the second report needs its spaces at the beginning of a page. */
static void
test_trimmed (void)
{
  g_autofree char *source = load (SECOND);
  g_autoptr (QtrReport) plain = read_text (SECOND, source);
  g_autofree char *expected = plan_text_of_report (plain);
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  g_autofree char *trimmed = NULL;
  g_autoptr (QtrReport) report = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  trimmed = g_strjoinv ("\n", lines);
  report = read_text (SECOND, trimmed);
  found = plan_text_of_report (report);
  g_assert_cmpstr (found, ==, expected);
}

/* Plain text is Markdown too, more or less. */
static void
test_as_markdown (void)
{
  g_autofree char *source = load (SECOND);
  g_autoptr (QtrReport) plain = read_text (SECOND, source);
  g_autoptr (QtrReport) report = read_text ("renamed.md", source);
  g_autofree char *expected = plan_text_of_report (plain);
  g_autofree char *found = plan_text_of_report (report);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_round_trips (void)
{
  g_autoptr (QtrPlan) plan = place_both (FALSE);

  round_trip_assert (plan, "2019-20-Q3", NULL);
  round_trip_assert (plan, "2020-21-Q3", NULL);
}

/* The areas that each report names, once for each time. */
static const struct {
  const char *name;
  const char *areas;
} AREAS[] = {
  { FIRST,
    "Basildon 6, Brentwood 1, Castle Point and Rochford 4, Castle Point and Rochford District Councils 1, "
    "Chelmsford 1, Grays 1, Harlow 3, North LPA 1, Southend 4, Tendring 1, Thurrock 4, Uttlesford 1, "
    "West Local Policing Area (LPA) 1, " },
  { SECOND,
    "Basildon 2, Braintree and Uttlesford 1, Chelmsford and Maldon 4, Colchester 6, Epping 1, Harlow 1, "
    "Harwich 1, North LPA 5, Rochford 1, South LPA 3, Southend 5, Tendring 4, Thurrock 2, Uttlesford 1, "
    "West LPA 4, " },
};

static void
count_areas (GTree *counts, GPtrArray *bullets)
{
  for (guint i = 0; i < bullets->len; i++) {
    const QtrReportBullet *bullet = g_ptr_array_index (bullets, i);
    guint count = GPOINTER_TO_UINT (bullet->area != NULL ? g_tree_lookup (counts, bullet->area) : NULL);

    if (bullet->area != NULL)
      g_tree_insert (counts, bullet->area, GUINT_TO_POINTER (count + 1));
    count_areas (counts, bullet->bullets);
  }
}

static gboolean
add_count_cb (gpointer area, gpointer count, gpointer data)
{
  g_string_append_printf (data, "%s %u, ", (const char *) area, GPOINTER_TO_UINT (count));
  return FALSE;
}

static void
test_areas (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (AREAS); i++) {
    g_autoptr (QtrReport) report = read_report (AREAS[i].name);
    g_autoptr (GTree) counts = g_tree_new ((GCompareFunc) strcmp);
    g_autoptr (GString) areas = g_string_new (NULL);

    for (guint j = 0; j < report->priorities->len; j++) {
      const QtrReportPriority *priority = g_ptr_array_index (report->priorities, j);

      for (guint k = 0; k < priority->commitments->len; k++)
        count_areas (counts,
                     ((const QtrReportCommitment *) g_ptr_array_index (priority->commitments, k))->bullets);
    }
    g_tree_foreach (counts, add_count_cb, areas);
    g_assert_cmpstr (areas->str, ==, AREAS[i].areas);
  }
}

/* What a file is called does not count where its content is clear, and gaps do not count between bullets. */
static void
test_renamed (void)
{
  g_autofree char *source = load (FIRST);
  g_autoptr (QtrReport) plain = read_text (FIRST, source);
  g_autoptr (QtrReport) report = read_text ("renamed.txt", source);
  g_autofree char *expected = plan_text_of_report (plain);
  g_autofree char *found = plan_text_of_report (report);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_without_gaps (void)
{
  g_autofree char *source = load (SECOND);
  g_autoptr (GRegex) gaps = g_regex_new ("\\n\\s*\\n+", 0, 0, NULL);
  g_autofree char *close = g_regex_replace_literal (gaps, source, -1, 0, "\n", 0, NULL);
  g_autoptr (QtrReport) plain = read_text (SECOND, source);
  g_autoptr (QtrReport) report = read_text (SECOND, close);
  g_autofree char *expected = plan_text_of_report (plain);
  g_autofree char *found = plan_text_of_report (report);

  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/first", test_first);
  g_test_add_func ("/real/second", test_second);
  g_test_add_data_func ("/real/words/first", FIRST, test_words);
  g_test_add_data_func ("/real/words/second", SECOND, test_words);
  g_test_add_func ("/real/orders", test_orders);
  g_test_add_func ("/real/twice", test_twice);
  g_test_add_func ("/real/successions", test_successions);
  g_test_add_func ("/real/removed", test_removed);
  g_test_add_data_func ("/real/disguised/first", FIRST, test_disguised);
  g_test_add_data_func ("/real/disguised/second", SECOND, test_disguised);
  g_test_add_func ("/real/trimmed", test_trimmed);
  g_test_add_func ("/real/as-markdown", test_as_markdown);
  g_test_add_func ("/real/renamed", test_renamed);
  g_test_add_func ("/real/without-gaps", test_without_gaps);
  g_test_add_func ("/real/areas", test_areas);
  g_test_add_func ("/real/round-trips", test_round_trips);
  return g_test_run ();
}
