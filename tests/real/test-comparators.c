/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "check/checker.h"
#include "import/place.h"
#include "model/edit.h"
#include "model/measure.h"

/* What the later report quotes of the year before is what the earlier one said, or it is found. */

enum {
  COLUMN_FACT,
  COLUMN_PUBLISHED = 5,
  COLUMN_QUOTED = 10,
  COLUMN_VERDICT,
  N_COLUMNS = 13,
};

static const char *const AGAINST[] = { "comparator-mismatch", "figure-mismatch",
                                       "two-values",          "target-mismatch",
                                       "extreme-mismatch",    "trend-mismatch",
                                       "direction-mismatch",  NULL };

static QtrPlan *
place (const QtrPlan *plan, const char *name, QtrPeriod quarter)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrReport) report = NULL;
  g_autoptr (GError) error = NULL;
  QtrImportContext context = { .quarter = quarter };
  QtrPlan *placed;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, strlen (text));
  report = qtr_import_read (name, bytes, NULL, &error);
  g_assert_no_error (error);
  placed = qtr_place_report (plan, report, &context, NULL, &error);
  g_assert_no_error (error);
  return placed;
}

static QtrPeriod
get_first (void)
{
  return qtr_period_from_date (QTR_PERIOD_QUARTER, 2019, 10, 4);
}

static QtrPeriod
get_second (void)
{
  return qtr_period_from_date (QTR_PERIOD_QUARTER, 2020, 10, 4);
}

static QtrPlan *
place_both (void)
{
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autoptr (QtrPlan) first = place (empty, "q3-2019-20.md", get_first ());

  return place (first, "q3-2020-21.txt", get_second ());
}

static GPtrArray *
run (const QtrPlan *plan, QtrPeriod quarter)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  return qtr_checker_run (checker, plan, quarter, &(QtrCheckerOptions) { .rules = AGAINST });
}

static char **
load_rows (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "comparators.tsv", NULL);
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (table, "\n", -1);
}

static const QtrFinding *
find_about (GPtrArray *findings, const char *quoted)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_strcmp0 (((QtrFinding *) findings->pdata[i])->text, quoted) == 0)
      return findings->pdata[i];

  return NULL;
}

/* Those that were restated without a word, and nothing else. */
static void
test_together (void)
{
  g_autoptr (QtrPlan) plan = place_both ();
  g_autoptr (GPtrArray) findings = run (plan, get_second ());
  g_autoptr (GPtrArray) earlier = run (plan, get_first ());
  g_auto (GStrv) rows = load_rows ();
  guint n_restated = 0;

  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++) {
    g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);
    gboolean is_restated = FALSE;
    const QtrFinding *finding = NULL;

    g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
    is_restated = g_str_equal (columns[COLUMN_VERDICT], "restated");
    finding = find_about (findings, columns[COLUMN_QUOTED]);
    g_test_message ("%s: %s", columns[COLUMN_FACT], finding == NULL ? "nothing" : finding->message);
    g_assert_true ((finding != NULL) == is_restated);
    n_restated += is_restated;
    if (!is_restated)
      continue;
    g_assert_cmpstr (finding->rule, ==, "comparator-mismatch");
    g_assert_nonnull (strstr (finding->message, columns[COLUMN_PUBLISHED]));
  }
  g_assert_cmpuint (n_restated, ==, 3);
  g_assert_cmpuint (findings->len, ==, n_restated);
  g_assert_cmpuint (earlier->len, ==, 0);
}

static void
test_alone (void)
{
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autoptr (QtrPlan) first = place (empty, "q3-2019-20.md", get_first ());
  g_autoptr (QtrPlan) second = place (empty, "q3-2020-21.txt", get_second ());
  g_autoptr (GPtrArray) of_first = run (first, get_first ());
  g_autoptr (GPtrArray) of_second = run (second, get_second ());

  g_assert_cmpuint (of_first->len, ==, 0);
  g_assert_cmpuint (of_second->len, ==, 0);
}

static const QtrBullet *
find_bullet (const QtrList *bullets, const char *text)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    const QtrBullet *below = find_bullet (bullet->bullets, text);

    if (bullet->text != NULL && strstr (bullet->text, text) != NULL)
      return bullet;
    if (below != NULL)
      return below;
  }
  return NULL;
}

static QtrPlan *
reword (const QtrPlan *plan, QtrPeriod quarter, const char *words, const char *instead)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);

  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);
    const QtrBullet *bullet = find_bullet (section->bullets, words);
    g_autoptr (GString) text = g_string_new (bullet == NULL ? NULL : bullet->text);

    if (bullet == NULL)
      continue;
    g_string_replace (text, words, instead, 1);
    return qtr_edit_set (plan, bullet->record.id, "text", text->str, NULL);
  }
  g_assert_not_reached ();
}

/* What agrees was read, and is not passed over: it is found once it no longer agrees. */
static void
test_changed (void)
{
  static const struct {
    const char *words;
    const char *instead;
    const char *quoted;
    guint n_findings;
  } rows[] = {
    { "with 519 at", "with 529 at", "529", 4 },
    { "68,218 non", "68,812 non", "68,812", 4 },
    { "1,137 hours", "1,121 hours", "1,121", 2 },
    { "in the same period in 2019/20. 11", "in the same period in 2019/20, since revised. 11", "215", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = place_both ();
    g_autoptr (QtrPlan) changed = reword (plan, get_second (), rows[i].words, rows[i].instead);
    g_autoptr (GPtrArray) findings = run (changed, get_second ());

    g_test_message ("%s", rows[i].instead);
    g_assert_cmpuint (findings->len, ==, rows[i].n_findings);
    g_assert_true ((find_about (findings, rows[i].quoted) != NULL) == (rows[i].n_findings == 4));
  }
}

/* A measure with both values explains what was restated. */
static void
test_recorded (void)
{
  g_autoptr (QtrPlan) plan = place_both ();
  g_autoptr (QtrVintage) published =
      qtr_record_new (&qtr_vintage_type, "id", "v1", "value", ((QtrDecimal) { 208, 0 }), NULL);
  g_autoptr (QtrVintage) restated =
      qtr_record_new (&qtr_vintage_type, "id", "v2", "value", ((QtrDecimal) { 215, 0 }), NULL);
  g_autoptr (QtrList) first = qtr_list_append (NULL, published);
  g_autoptr (QtrList) vintages = qtr_list_append (first, restated);
  g_autoptr (QtrObservation) observation =
      qtr_record_new (&qtr_observation_type, "id", "o", "period", "2019-20-Q3", "vintages", vintages, NULL);
  g_autoptr (QtrList) observations = qtr_list_append (NULL, observation);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "id", "ksi", "name", "Killed or seriously injured casualties",
                      "unit", "casualties", "observations", observations, NULL);
  g_autoptr (QtrPlan) recorded = qtr_edit_insert (plan, plan->record.id, "measures", 0, measure);
  g_autoptr (GPtrArray) findings = run (recorded, get_second ());

  g_assert_null (find_about (findings, "215"));
  g_assert_cmpuint (findings->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparators/together", test_together);
  g_test_add_func ("/comparators/alone", test_alone);
  g_test_add_func ("/comparators/changed", test_changed);
  g_test_add_func ("/comparators/recorded", test_recorded);
  return g_test_run ();
}
