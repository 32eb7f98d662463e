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

/* The verb `limits`: what it takes, what it prints, what it refuses. */

typedef struct {
  char *folder;
  char *table;
  int exit;
  char *out;
  char *err;
} Fixture;

#define HEADING "period\tvalue\tspecial\trule\tmean\tupper\tlower\ttrial\tedition\n"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-limits-XXXXXX", NULL);
  fixture->table = g_build_filename (fixture->folder, "t.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->table);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->table);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
run (Fixture *fixture, const char *table, const char *options)
{
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (g_file_set_contents (fixture->table, table, -1, NULL));
  g_strv_builder_add_many (line, g_getenv ("QTR_TEST_CLI"), "limits", "t.csv", NULL);
  if (*options != '\0')
    g_strv_builder_addv (line, (const char **) words);
  argv = g_strv_builder_end (line);
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err,
                &status, &error);
  g_assert_no_error (error);
  fixture->exit = WEXITSTATUS (status);
}

static void
test_tsv (Fixture *fixture, gconstpointer data)
{
  run (fixture, "note,Value,PERIOD\nx,4,a\n,6,b\n,,c\n,16,d\n", "--good up --baseline 2");
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (
      fixture->out, ==,
      HEADING
      "a\t4\t\t\t5.00000000000000\t10.3200000000000\t-0.32000000000000\ttrue\tscreened\n"
      "b\t6\t\t\t5.00000000000000\t10.3200000000000\t-0.32000000000000\ttrue\tscreened\n"
      "c\t\t\t\t5.00000000000000\t10.3200000000000\t-0.32000000000000\ttrue\tscreened\n"
      "d\t16\timprovement\toutside\t5.00000000000000\t10.3200000000000\t-0.32000000000000\ttrue\tscreened\n");
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) expected = NULL;

  run (fixture, "period,value\na,1\nb,3\nc,50\n", "--json --edition plain --rebase c");
  g_assert_cmpint (fixture->exit, ==, 0);
  root = json_from_string (fixture->out, NULL);
  expected = json_from_string (
      "{ \"edition\": \"plain\", \"mean\": \"50.0000000000000\", \"upper\": null, \"lower\": null, \"trial\": true,"
      " \"points\": ["
      " { \"period\": \"a\", \"value\": \"1\", \"special\": null, \"rule\": null, \"mean\": \"2.00000000000000\","
      "   \"upper\": \"7.32000000000000\", \"lower\": \"-3.32000000000000\", \"trial\": true },"
      " { \"period\": \"b\", \"value\": \"3\", \"special\": null, \"rule\": null, \"mean\": \"2.00000000000000\","
      "   \"upper\": \"7.32000000000000\", \"lower\": \"-3.32000000000000\", \"trial\": true },"
      " { \"period\": \"c\", \"value\": \"50\", \"special\": null, \"rule\": null, \"mean\": \"50.0000000000000\","
      "   \"upper\": null, \"lower\": null, \"trial\": true } ] }",
      NULL);
  g_assert_true (json_node_equal (root, expected));
}

/* What programs and people put into cells. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *cell;
    const char *value;
  } cells[] = {
    { "12.50", "12.50" },
    { "-3", "-3" },
    { "\"1,234\"", "1234" },
    { "12.5%", "12.5" },
    { "", "" },
    { "NA", "" },
    { "NaN", "" },
    { "..", "" },
    { "[x]", "" },
    { "1.5e-05", "0.000015" },
    { "2E3", "2000" },
    { "1.25e+1", "12.5" },
    { "0.12345678901234567890", "0.123456789012345678" },
    { "1e-40", "0.000000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *table = g_strdup_printf ("period,value\n1,%s\n", cells[i].cell);
    g_autofree char *start = g_strdup_printf (HEADING "1\t%s\t", cells[i].value);

    run (fixture, table, "");
    g_assert_cmpstr (fixture->err, ==, "");
    if (!g_str_has_prefix (fixture->out, start))
      g_error ("“%s” was read as: %s", cells[i].cell, fixture->out);
  }
}

static void
assert_order (Fixture *fixture, const char *table, const char *order, gboolean sorted)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) values = g_string_new (NULL);

  run (fixture, table, "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpint (strstr (fixture->err, "t.csv: the rows were not in order of time") != NULL, ==, sorted);
  lines = g_strsplit (fixture->out, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    g_string_append (values, cells[1]);
  }
  g_assert_cmpstr (values->str, ==, order);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, "period,value\n2020-01,1\n2020-02,2\n2020-03,3\n", "123", FALSE);
  assert_order (fixture, "period,value\n2020-03,3\n2020-02,2\n2020-01,1\n", "123", TRUE);
  assert_order (fixture, "period,value\n2019-20-Q4,4\n2019-20-Q1,1\n", "14", TRUE);
  assert_order (fixture, "period,value\n2020-01-10,2\n2020-01-09,1\n", "12", TRUE);
  /* Nobody knows what comes first. */
  assert_order (fixture, "period,value\nthen,2\nnow,1\n", "21", FALSE);
  assert_order (fixture, "period,value\n2020-02,2\n2019,1\n", "21", FALSE);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *table;
    const char *options;
    const char *says;
  } cases[] = {
    { "", "", "quarterly-cli: t.csv: it is empty" },
    { "period,value\n", "", "quarterly-cli: t.csv: it has no rows" },
    { "month,value\n1,2\n", "", "t.csv: line 1: there is no column “period”" },
    { "period,count\n1,2\n", "", "t.csv: line 1: there is no column “value”" },
    { "period,value\n1,2\n2,about 3\n", "", "t.csv: line 3: “about 3” is not a number" },
    { "period,value\n1,1e300\n", "", "t.csv: line 2: " },
    { "period,value\n1,inf\n", "", "t.csv: line 2: " },
    { "period,value\n1,2\n,3\n", "", "t.csv: line 3: the period is missing" },
    { "period,value\n1,2\n2,2\n1,3\n", "", "t.csv: line 4: the period “1” stands on line 2 already" },
    { "period,value\n1,2\n", "--rebase 7", "t.csv: there is no period “7” to start afresh at" },
    { "period,value\n1,2\n", "--edition fancy", "there is no edition “fancy”; take screened or plain" },
    { "period,value\n1,2\n", "--good left", "“left” is no direction" },
    { "period,value\n1,2\n", "--baseline 1", "a baseline takes two values at least" },
    { "period,value\n1,2\n", "--baseline 0", "a baseline takes two values at least" },
    { "period,value\n1,2\n", "--baseline -3", "a baseline takes two values at least" },
    { "period,value\n1,9000000000000000000\n2,0.000000000000000001\n3,8000000000000000001\n4,0.3\n", "",
      "t.csv: the values are too large" },
    { "period,value\n1,2\n", "other.csv", "“limits” takes: CSV" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    run (fixture, cases[i].table, cases[i].options);
    g_test_message ("%s", fixture->err);
    g_assert_cmpint (fixture->exit, ==, 2);
    g_assert_cmpstr (fixture->out, ==, "");
    g_assert_nonnull (strstr (fixture->err, cases[i].says));
    g_assert_true (g_str_has_prefix (fixture->err, "quarterly-cli: "));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-limits/tsv", Fixture, NULL, set_up, test_tsv, tear_down);
  g_test_add ("/cli-limits/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli-limits/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/cli-limits/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/cli-limits/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
