/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim.h"
#include "import/importer.h"
#include "import/loose.h"

enum {
  COLUMN_REPORT,
  COLUMN_PRIORITY,
  COLUMN_COMMITMENT,
  COLUMN_BULLET,
  COLUMN_EXPECT,
  COLUMN_RELATION,
  COLUMN_SPAN,
  COLUMN_VALUES,
  COLUMN_FIX,
  N_COLUMNS
};

/* The least that is recognised of what is right, in hundredths. */
#define LEAST_RECOGNISED 85

static QtrReport *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  QtrReport *report;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  report = qtr_import_read (name, bytes, NULL, &error);
  g_assert_no_error (error);
  return report;
}

/* All claims of a report, each text's own. */
static GPtrArray *
read_claims (const char *name, QtrPeriod quarter)
{
  g_autoptr (QtrReport) report = load (name);
  g_autoptr (GHashTable) lines = NULL;
  g_autoptr (QtrList) bullets = qtr_report_to_bullets (report, &lines);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < qtr_list_length (bullets); i++)
    g_ptr_array_add (all, qtr_claims_read (qtr_list_get (bullets, i), quarter));
  return all;
}

static gboolean
has_value (const QtrClaim *claim, const char *value)
{
  return g_ptr_array_find_with_equal_func (claim->values, value, g_str_equal, NULL);
}

/* A claim of that verdict which has the number that is spoken of, and one more of those that belong to it. */
static const QtrClaim *
find_claim (GPtrArray *all, QtrClaimVerdict verdict, const char *span, const char *values)
{
  g_auto (GStrv) each = g_strsplit (values, ";", -1);

  for (guint i = 0; i < all->len; i++) {
    GArray *claims = all->pdata[i];

    for (guint j = 0; j < claims->len; j++) {
      const QtrClaim *claim = &g_array_index (claims, QtrClaim, j);
      guint n = 0;

      if (claim->verdict != verdict || !has_value (claim, span))
        continue;
      for (guint k = 0; each[k] != NULL; k++)
        n += has_value (claim, each[k]);
      if (n >= MIN (2, g_strv_length (each)))
        return claim;
    }
  }
  return NULL;
}

static guint
count_mismatches (GPtrArray *all)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++) {
    GArray *claims = all->pdata[i];

    for (guint j = 0; j < claims->len; j++) {
      const QtrClaim *claim = &g_array_index (claims, QtrClaim, j);

      if (claim->verdict != QTR_CLAIM_MISMATCH)
        continue;
      n++;
      g_test_message ("found: %s", claim->message);
    }
  }
  return n;
}

static void
test_report (const char *quarter, const char *name, QtrPeriod period)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "reports.tsv", NULL);
  g_autoptr (GPtrArray) all = read_claims (name, period);
  g_autofree char *table = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rows = NULL;
  guint n_wrong = 0;
  guint n_right = 0;
  guint n_recognised = 0;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  rows = g_strsplit (table, "\n", -1);
  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++) {
    g_auto (GStrv) columns = g_strsplit (rows[i], "\t", -1);

    g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
    if (!g_str_equal (columns[COLUMN_REPORT], quarter))
      continue;
    if (g_str_equal (columns[COLUMN_EXPECT], "mismatch")) {
      const QtrClaim *claim =
          find_claim (all, QTR_CLAIM_MISMATCH, columns[COLUMN_SPAN], columns[COLUMN_VALUES]);

      n_wrong++;
      g_assert_nonnull (claim);
      g_assert_cmpstr (claim->text, ==, columns[COLUMN_SPAN]);
      g_assert_cmpstr (claim->replacement, ==, columns[COLUMN_FIX]);
    } else if (g_str_equal (columns[COLUMN_EXPECT], "ok")) {
      gboolean recognised =
          find_claim (all, QTR_CLAIM_OK, columns[COLUMN_SPAN], columns[COLUMN_VALUES]) != NULL;

      n_right++;
      n_recognised += recognised;
      if (!recognised)
        g_test_message ("not recognised: %s of %s", columns[COLUMN_SPAN], columns[COLUMN_VALUES]);
    }
  }
  g_test_message ("%s: wrong %u, findings %u, right %u, recognised %u", name, n_wrong, count_mismatches (all),
                  n_right, n_recognised);
  g_assert_cmpuint (n_wrong, >, 0);
  g_assert_cmpuint (count_mismatches (all), ==, n_wrong);
  g_assert_cmpuint (n_recognised * 100, >=, n_right * LEAST_RECOGNISED);
}

/* As a text without a plan, and as the update of its quarter. */
static void
test_first (void)
{
  test_report ("2019-20-Q3", "q3-2019-20.md", QTR_PERIOD_UNSET);
  test_report ("2019-20-Q3", "q3-2019-20.md", qtr_period_from_date (QTR_PERIOD_QUARTER, 2019, 10, 4));
}

static void
test_second (void)
{
  test_report ("2020-21-Q3", "q3-2020-21.txt", QTR_PERIOD_UNSET);
  test_report ("2020-21-Q3", "q3-2020-21.txt", qtr_period_from_date (QTR_PERIOD_QUARTER, 2020, 10, 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/first", test_first);
  g_test_add_func ("/claims/second", test_second);
  return g_test_run ();
}
