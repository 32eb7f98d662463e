/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/rational.h"
#include "series/series.h"
#include "store/file.h"

/* Real tables as they were published, each imported by the real command into a plan of its own. What they say
 * is added up here once more, by other code. */

static const struct {
  const char *file;
  /* Options, between spaces, and the headings of the columns that have the values. */
  const char *options;
  const char *values;
  guint n_measures;
  guint n_gaps;
  guint n_empty;
} TABLES[] = {
  { "breath_tests_by_force_monthly_2002_2018", "", "tests positive_or_refused negative", 3, 144, 0 },
  { "gm_road_casualties_by_district_monthly_2019_2024", "", "fatal serious slight ksi all", 5, 0, 0 },
  { "gm_road_casualties_quarterly_2019_2024", "", "fatal serious slight ksi all", 5, 0, 0 },
  { "police_workforce_by_force_type_year_2007_2022", "--measure worker_type", "headcount fte", 12, 0, 0 },
  { "police_workforce_by_force_type_year_2007_2022", "--sum worker_type", "headcount fte", 2, 0, 0 },
  { "special_constables_by_force_sex_year", "--sum sex", "headcount", 1, 0, 0 },
  { "special_constables_by_force_sex_year", "--measure sex", "headcount", 5, 0, 0 },
  { "stop_and_search_by_force_power_yearly_2007_2019", "--measure legislation", "searches resultant_arrests",
    6, 0, 174 },
  { "stop_and_search_by_force_power_yearly_2007_2019", "--value searches --sum legislation", "searches", 1, 0,
    0 },
  { "trafford_crime_rate_long_with_missing_colon", "--measure indicator --measure group", "value", 7, 28, 0 },
  { "trafford_flytipping_yearly", "", "value", 1, 0, 0 },
  { "trafford_potholes", "", "value", 1, 0, 0 },
  { "uk_seatbelts_monthly_1969_1984", "", "DriversKilled drivers front rear kms PetrolPrice VanKilled law", 8,
    0, 0 },
  { "uk_seatbelts_quarterly_sums_1969_1984", "", "DriversKilled drivers_ksi front_ksi rear_ksi VanKilled", 5,
    0, 0 },
};

/* Layouts that nobody can know. */
static const char *const REFUSED[] = {
  "police_workforce_by_force_type_year_2007_2022",
  "special_constables_by_force_sex_year",
  "stop_and_search_by_force_power_yearly_2007_2019",
  "trafford_crime_rate_long_with_missing_colon",
};

/* --- The file, read by the test --- */

typedef struct {
  GStrv headings;
  GPtrArray *rows;
} Sheet;

/* One line: cells between commas, some of them between quotation marks. */
static GStrv
split (const char *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; *line != '\0' && *line != '\r'; line++) {
    if (*line == '"') {
      quoted = !quoted;
    } else if (*line == ',' && !quoted) {
      g_strv_builder_add (cells, cell->str);
      g_string_truncate (cell, 0);
    } else {
      g_string_append_c (cell, *line);
    }
  }
  g_strv_builder_add (cells, cell->str);
  return g_strv_builder_end (cells);
}

static char *
locate (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".csv", NULL);

  return g_build_filename (g_getenv ("QTR_TEST_SHARED"), "data", "series", file, NULL);
}

static Sheet
read_sheet (const char *name)
{
  g_autofree char *path = locate (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Sheet sheet = { NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  sheet.headings = split (lines[0]);
  for (guint i = 1; lines[i] != NULL; i++) {
    if (*lines[i] != '\0')
      g_ptr_array_add (sheet.rows, split (lines[i]));
  }
  return sheet;
}

static void
clear_sheet (Sheet *sheet)
{
  g_strfreev (sheet->headings);
  g_ptr_array_unref (sheet->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

static guint
find_heading (const Sheet *sheet, const char *heading)
{
  for (guint i = 0; sheet->headings[i] != NULL; i++) {
    if (g_str_equal (sheet->headings[i], heading))
      return i;
  }
  g_error ("no column %s", heading);
}

static QtrRational
add_decimal (QtrRational sum, QtrDecimal number)
{
  return qtr_decimal_is_set (number) ? qtr_rational_add (sum, qtr_rational_from_decimal (number)) : sum;
}

static QtrRational
add_up_sheet (const Sheet *sheet, char **columns)
{
  QtrRational sum = qtr_rational_new (0, 1);

  for (guint i = 0; columns[i] != NULL; i++) {
    guint column = find_heading (sheet, columns[i]);

    for (guint j = 0; j < sheet->rows->len; j++) {
      char **cells = g_ptr_array_index (sheet->rows, j);
      QtrDecimal number = QTR_DECIMAL_NONE;

      qtr_decimal_parse (cells[column], &number, NULL);
      sum = add_decimal (sum, number);
    }
  }
  return sum;
}

/* --- The command --- */

typedef struct {
  char *folder;
  char *plan;
  int exit;
  char *out;
  char *err;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-tables-XXXXXX", NULL);
  fixture->plan = g_build_filename (fixture->folder, "plan.quarterly", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->plan);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->plan);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
import (Fixture *fixture, const char *name, const char *options)
{
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_autofree char *path = locate (name);
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_strv_builder_add_many (line, g_getenv ("QTR_TEST_CLI"), "import", path, "--into", fixture->plan, "--json",
                           NULL);
  if (*options != '\0')
    g_strv_builder_addv (line, (const char **) words);
  argv = g_strv_builder_end (line);
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err, &status, &error);
  g_assert_no_error (error);
  fixture->exit = WEXITSTATUS (status);
}

static QtrPlan *
load (const Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->plan);
  g_autoptr (GError) error = NULL;
  QtrPlan *plan = qtr_file_load (file, &error);

  g_assert_no_error (error);
  return plan;
}

static QtrRational
add_up_plan (const QtrPlan *plan)
{
  QtrRational sum = qtr_rational_new (0, 1);

  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    for (guint j = 0; j < qtr_list_length (measure->observations); j++)
      sum = add_decimal (sum, qtr_observation_get_latest (qtr_list_get (measure->observations, j))->value);
  }
  return sum;
}

static gint64
get_count (JsonNode *root, const char *path)
{
  g_autofree char *whole = g_strconcat ("$.sources[0].", path, NULL);
  g_autoptr (JsonNode) found = json_path_query (whole, root, NULL);
  JsonArray *matches = json_node_get_array (found);

  g_assert_cmpuint (json_array_get_length (matches), ==, 1);
  return json_array_get_int_element (matches, 0);
}

/* Every row and every cell is in the account. */
static void
check_account (const char *json, const Sheet *sheet, guint n_columns, guint n_gaps, guint n_empty)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  gint64 n_rows = sheet->rows->len;

  g_assert_cmpint (get_count (root, "rows.all"), ==, n_rows + 1);
  g_assert_cmpint (get_count (root, "rows.read"), ==, n_rows);
  g_assert_cmpint (get_count (root, "rows.heading"), ==, 1);
  g_assert_cmpint (get_count (root, "cells.values"), ==, n_rows * n_columns - n_gaps - n_empty);
  g_assert_cmpint (get_count (root, "cells.gaps"), ==, n_gaps);
  g_assert_cmpint (get_count (root, "cells.empty"), ==, n_empty);
  g_assert_cmpint (get_count (root, "cells.not_understood"), ==, 0);
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++) {
    g_auto (Sheet) sheet = read_sheet (TABLES[i].file);
    g_auto (GStrv) columns = g_strsplit (TABLES[i].values, " ", -1);
    g_autoptr (QtrPlan) plan = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    int order = 1;

    g_test_message ("%s %s", TABLES[i].file, TABLES[i].options);
    g_unlink (fixture->plan);
    import (fixture, TABLES[i].file, TABLES[i].options);
    g_assert_cmpstr (fixture->err, ==, "");
    g_assert_cmpint (fixture->exit, ==, 0);
    check_account (fixture->out, &sheet, g_strv_length (columns), TABLES[i].n_gaps, TABLES[i].n_empty);
    plan = load (fixture);
    g_assert_cmpuint (qtr_list_length (plan->measures), ==, TABLES[i].n_measures);
    g_assert_true (qtr_rational_compare (add_up_plan (plan), add_up_sheet (&sheet, columns), &order));
    g_assert_cmpint (order, ==, 0);

    /* The same again is nothing new. */
    g_assert_true (g_file_get_contents (fixture->plan, &before, NULL, NULL));
    import (fixture, TABLES[i].file, TABLES[i].options);
    g_assert_cmpint (fixture->exit, ==, 0);
    g_assert_true (g_file_get_contents (fixture->plan, &after, NULL, NULL));
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (REFUSED); i++) {
    import (fixture, REFUSED[i], "");
    g_assert_cmpint (fixture->exit, ==, 2);
    g_assert_nonnull (strstr (fixture->err, "They differ in"));
    g_assert_false (g_file_test (fixture->plan, G_FILE_TEST_EXISTS));
  }
}

/* --- Months and quarters --- */

static const struct {
  const char *monthly;
  const char *quarterly;
} PAIRS[] = {
  { "DriversKilled", "DriversKilled" },
  { "drivers", "drivers_ksi" },
  { "front", "front_ksi" },
  { "rear", "rear_ksi" },
  { "VanKilled", "VanKilled" },
};

static void
compare_quarters (const QtrPlan *plan, const Sheet *sheet, const char *monthly, const char *quarterly)
{
  guint column = find_heading (sheet, quarterly);
  g_autoptr (GArray) points = qtr_series_new (plan, NULL, qtr_plan_find_measure (plan, monthly),
                                              QTR_PERIOD_QUARTER, QTR_PERIOD_UNSET, NULL);

  g_assert_cmpuint (points->len, ==, 64);
  g_assert_cmpuint (sheet->rows->len, ==, 64);
  for (guint i = 0; i < points->len; i++) {
    char **cells = g_ptr_array_index (sheet->rows, i);
    const QtrPoint *point = &g_array_index (points, QtrPoint, i);
    g_autofree char *value = qtr_decimal_to_string (point->value);
    QtrPeriod quarter;

    g_assert_true (qtr_period_parse (cells[0], 4, &quarter, NULL));
    g_assert_cmpint (qtr_period_compare (quarter, point->period), ==, 0);
    g_assert_cmpstr (value, ==, cells[column]);
  }
}

/* Casualties by month are rolled up to the quarters that were published beside them. */
static void
test_months_make_quarters (Fixture *fixture, gconstpointer data)
{
  g_auto (Sheet) sheet = read_sheet ("uk_seatbelts_quarterly_sums_1969_1984");
  g_autoptr (QtrPlan) plan = NULL;

  import (fixture, "uk_seatbelts_monthly_1969_1984", "");
  g_assert_cmpint (fixture->exit, ==, 0);
  plan = load (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    compare_quarters (plan, &sheet, PAIRS[i].monthly, PAIRS[i].quarterly);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/real-tables/all", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/real-tables/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/real-tables/months-make-quarters", Fixture, NULL, set_up, test_months_make_quarters,
              tear_down);
  return g_test_run ();
}
