/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* Process limits that others computed and published, beside what the real command says of the same values. */

typedef struct {
  char *folder;
  char *table;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-limits-XXXXXX", NULL);
  fixture->table = g_build_filename (fixture->folder, "series.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->table);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->table);
}

/* --- The published tables --- */

typedef struct {
  GStrv headings;
  GPtrArray *rows;
} Sheet;

static Sheet
read_sheet (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "data", "spc", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Sheet sheet = { NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  sheet.headings = g_strsplit (lines[0], "\t", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (sheet.rows, g_strsplit (lines[i], "\t", -1));
  return sheet;
}

static void
clear_sheet (Sheet *sheet)
{
  g_strfreev (sheet->headings);
  g_ptr_array_unref (sheet->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

static const char *
get_cell (const Sheet *sheet, guint row, const char *heading)
{
  char **cells = g_ptr_array_index (sheet->rows, row);

  for (guint i = 0; sheet->headings[i] != NULL; i++)
    if (g_str_equal (sheet->headings[i], heading))
      return cells[i];

  g_error ("no column %s", heading);
}

/* --- The command --- */

/* Options stand between spaces. */
static JsonNode *
compute (Fixture *fixture, const char *table, const char *options)
{
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_auto (GStrv) argv = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_file_set_contents (fixture->table, table, -1, NULL));
  g_strv_builder_add_many (line, g_getenv ("QTR_TEST_CLI"), "limits", fixture->table, "--json", NULL);
  g_strv_builder_addv (line, (const char **) words);
  argv = g_strv_builder_end (line);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (err, ==, "");
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return json_from_string (out, NULL);
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_null_member (object, member) ? "" : json_object_get_string_member (object, member);
}

static void
assert_near (const char *found, double expected, double tolerance)
{
  double number = g_ascii_strtod (found, NULL);

  if (!(fabs (number - expected) <= tolerance))
    g_error ("%s is not %g", found, expected);
}

/* --- The 25 cases of the R package, point for point --- */

static const struct {
  const char *cause;
  const char *rule;
} CAUSES[] = {
  { "Common Cause", "" },
  { "Above UCL", "outside" },
  { "Below LCL", "outside" },
  { "7 Point Trend (Increasing)", "trend" },
  { "7 Point Trend (Decreasing)", "trend" },
  { "2 in 3 Above CL", "two-of-three" },
  { "2 in 3 Below CL", "two-of-three" },
  { "7 Points Above CL", "shift" },
  { "7 Points Below CL", "shift" },
};

static const char *
translate_cause (const char *cause)
{
  for (guint i = 0; i < G_N_ELEMENTS (CAUSES); i++)
    if (g_str_equal (CAUSES[i].cause, cause))
      return CAUSES[i].rule;

  g_error ("an unknown cause: %s", cause);
}

static const char *
translate_type (const char *type)
{
  return g_str_equal (type, "common_cause") ? "" : type + strlen ("special_cause_");
}

static void
check_point (const Sheet *points, guint row, JsonObject *point)
{
  static const char *const lines[][2] = { { "mean", "mean" }, { "lpl", "lower" }, { "upl", "upper" } };

  g_assert_cmpstr (get_text (point, "period"), ==, get_cell (points, row, "period"));
  g_assert_cmpstr (get_text (point, "rule"), ==, translate_cause (get_cell (points, row, "special_cause")));
  g_assert_cmpstr (get_text (point, "special"), ==, translate_type (get_cell (points, row, "point_type")));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    double expected = g_ascii_strtod (get_cell (points, row, lines[i][0]), NULL);

    /* They are published with ten digits. */
    assert_near (get_text (point, lines[i][1]), expected, 1e-9 * fabs (expected) + 1e-9);
  }
}

static void
check_case (Fixture *fixture, const Sheet *points, const Sheet *summary, guint which)
{
  const char *name = get_cell (summary, which, "case_id");
  gboolean screened = g_str_equal (get_cell (summary, which, "screen_outliers"), "TRUE");
  const char *rebase = get_cell (summary, which, "rebase");
  g_autofree char *options = NULL;
  g_autoptr (GString) table = g_string_new ("period,value\n");
  g_autoptr (JsonNode) root = NULL;
  JsonArray *found = NULL;
  guint first = 0, n = 0;

  while (!g_str_equal (get_cell (points, first, "case_id"), name))
    first++;
  while (first + n < points->rows->len && g_str_equal (get_cell (points, first + n, "case_id"), name)) {
    g_string_append_printf (table, "%s,%s\n", get_cell (points, first + n, "period"),
                            get_cell (points, first + n, "y"));
    n++;
  }
  g_test_message ("%s", name);
  options = g_strdup_printf (
      "--edition=%s --good=%s%s%s", screened ? "screened" : "plain",
      g_str_equal (get_cell (summary, which, "improvement_direction"), "increase") ? "up" : "down",
      *rebase == '\0' ? "" : " --rebase=", rebase);
  root = compute (fixture, table->str, options);
  found = json_object_get_array_member (json_node_get_object (root), "points");
  g_assert_cmpuint (json_array_get_length (found), ==, n);
  for (guint i = 0; i < n; i++)
    check_point (points, first + i, json_array_get_object_element (found, i));
}

static void
test_package (Fixture *fixture, gconstpointer data)
{
  g_auto (Sheet) points = read_sheet ("xmr_points.tsv");
  g_auto (Sheet) summary = read_sheet ("xmr_summary.tsv");

  g_assert_cmpuint (summary.rows->len, ==, 25);
  for (guint i = 0; i < summary.rows->len; i++)
    check_case (fixture, &points, &summary, i);
}

/* --- What is published about single series --- */

#define RNORM(FIFTEENTH) \
  "-0.56047565,-0.23017749,1.55870831,0.07050839,0.12928774,1.71506499,0.46091621,-1.26506123,-0.68685285," \
  "-0.44566197,1.22408180,0.35981383,0.40077145,0.11068272," FIFTEENTH \
  ",1.78691314,0.49785048,-1.96661716,0.70135590,-0.47279141"
#define DEVIATIONS "1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1"

/* Limits to as many digits as were published, and the places of the special points. The handbook divides
 * by 1.128 and takes three of it where we take 2.66: the same to three digits, and that is the tolerance. */
static const struct {
  const char *name;
  const char *values;
  const char *options;
  double mean, lower, upper;
  double tolerance;
  const char *special;
} SERIES[] = {
  { "ptd_deviations_screened", DEVIATIONS, "--edition=screened", 1.94, -0.72, 4.60, 0.006, " 5" },
  { "ptd_deviations_unscreened", DEVIATIONS, "--edition=plain", 1.94, -3.06, 6.95, 0.006, " 5" },
  { "ptd_snapshot_rnorm20", RNORM ("-0.55584113"), "--edition=screened", 0.1416238, -3.01138, 3.294627, 1e-6,
    "" },
  { "ptd_snapshot_rnorm20_y15_10", RNORM ("10"), "--edition=screened", 0.6694159, -2.383666, 3.722497, 1e-6,
    " 15" },
  { "ptd_snapshot_rnorm20_y15_10_noscreen", RNORM ("10"), "--edition=plain", 0.6694159, -4.596625, 5.935457,
    1e-6, " 15" },
  /* Two close to opposite limits are not two of three. */
  { "ptd_2of3_opposite_sides", "1,-1,1,-1,1,-1,1,-1,1,-1,1,-1,1,-1,5.5,-5.5", "--edition=screened", 0, -6.175,
    6.175, 1e-6, "" },
  { "nist_pmc322_flowrate", "49.6,47.6,49.9,51.3,47.8,51.2,52.6,52.4,53.6,52.1", "--edition=plain", 50.81,
    45.8159, 55.8041, 2e-3, "" },
};

static char *
make_table (const char *values)
{
  g_auto (GStrv) words = g_strsplit (values, ",", -1);
  g_autoptr (GString) table = g_string_new ("period,value\n");

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (table, "%u,%s\n", i + 1, words[i]);
  return g_string_free (g_steal_pointer (&table), FALSE);
}

static char *
list_special (JsonObject *root)
{
  JsonArray *points = json_object_get_array_member (root, "points");
  GString *places = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (points); i++) {
    JsonObject *point = json_array_get_object_element (points, i);

    if (*get_text (point, "special") != '\0')
      g_string_append_printf (places, " %s", get_text (point, "period"));
  }
  return g_string_free (places, FALSE);
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (SERIES); i++) {
    g_autofree char *table = make_table (SERIES[i].values);
    g_autoptr (JsonNode) root = compute (fixture, table, SERIES[i].options);
    JsonObject *found = json_node_get_object (root);
    g_autofree char *special = NULL;

    g_test_message ("%s", SERIES[i].name);
    assert_near (get_text (found, "mean"), SERIES[i].mean, SERIES[i].tolerance);
    assert_near (get_text (found, "lower"), SERIES[i].lower, SERIES[i].tolerance);
    assert_near (get_text (found, "upper"), SERIES[i].upper, SERIES[i].tolerance);
    special = list_special (found);
    g_assert_cmpstr (special, ==, SERIES[i].special);
  }
}

/* The chart of individual values that the Power BI visual publishes is of rates, numerator over denominator,
 * and its limits are the unscreened ones: the edition “plain”. What it calls 99 is three sigma, 95 two. */
static void
test_individuals (Fixture *fixture, gconstpointer data)
{
  g_auto (Sheet) sheet = read_sheet ("published_limits_powerbi_spc.tsv");
  g_autoptr (GString) table = g_string_new ("period,value\n");
  g_autoptr (JsonNode) root = NULL;
  guint last = 0, n = 0;

  for (guint i = 0; i < sheet.rows->len; i++) {
    if (!g_str_equal (get_cell (&sheet, i, "chart_type"), "i"))
      continue;
    g_string_append_printf (table, "%s,%.18f\n", get_cell (&sheet, i, "key"),
                            g_ascii_strtod (get_cell (&sheet, i, "numerator"), NULL) /
                                g_ascii_strtod (get_cell (&sheet, i, "denominator"), NULL));
    last = i;
    n++;
  }
  g_assert_cmpuint (n, ==, 17);
  root = compute (fixture, table->str, "--edition=plain");
  assert_near (get_text (json_node_get_object (root), "lower"),
               g_ascii_strtod (get_cell (&sheet, last, "ll99"), NULL), 1e-4);
  assert_near (get_text (json_node_get_object (root), "upper"),
               g_ascii_strtod (get_cell (&sheet, last, "ul99"), NULL), 1e-4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/real-limits/package", Fixture, NULL, set_up, test_package, tear_down);
  g_test_add ("/real-limits/series", Fixture, NULL, set_up, test_series, tear_down);
  g_test_add ("/real-limits/individuals", Fixture, NULL, set_up, test_individuals, tear_down);
  return g_test_run ();
}
