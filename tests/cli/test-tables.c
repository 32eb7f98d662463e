/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Tables on the command line: options, mappings, and what is said of it. */

typedef struct {
  char *folder;
  int exit;
  char *out;
  char *err;
} Fixture;

#define BY_SEX \
  "force,at_31_march,sex,headcount\nAlder,2019,F,5\nAlder,2019,M,6\nBirch,2019,F,1\nBirch,2019,M,2\n"

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = in_folder (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = in_folder (fixture, name);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-tables-XXXXXX", NULL);
  write_file (fixture, "sex.csv", BY_SEX);
  write_file (fixture, "month.tsv", "month\tfatal\n2019-01\t5\n2019-02\tabout 6\n2019-03\t..\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = in_folder (fixture, name);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
run (Fixture *fixture, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_strv_builder_add (builder, g_getenv ("QTR_TEST_CLI"));
  g_strv_builder_addv (builder, (const char **) words);
  argv = g_strv_builder_end (builder);
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err,
                &status, &error);
  g_assert_no_error (error);
  fixture->exit = WEXITSTATUS (status);
}

#define assert_says(text, part) g_assert_nonnull (strstr ((text), (part)))

/* What a plan knows, without the ids, which are never the same twice. */
static char *
show (Fixture *fixture, const char *plan)
{
  g_autofree char *line = g_strconcat ("show ", plan, " --text", NULL);

  run (fixture, line);
  g_assert_cmpint (fixture->exit, ==, 0);
  return g_strdup (fixture->out);
}

static void
test_account (Fixture *fixture, gconstpointer data)
{
  run (fixture, "import month.tsv --into plan.quarterly");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
  assert_says (fixture->out, "month.tsv: Cells are separated by tabs.");
  assert_says (fixture->out, "month.tsv:3:2: not taken (“about 6” is not a number");
  assert_says (fixture->out, "month.tsv: rows: 4 (read: 3, headings: 1)");
  assert_says (fixture->out, "month.tsv: cells: values: 1, gaps: 1, empty: 0, not understood: 1");
  assert_says (fixture->out, "month.tsv: observations: new: 2, changed: 0, as before: 0");

  run (fixture, "import month.tsv --into plan.quarterly");
  g_assert_cmpint (fixture->exit, ==, 0);
  assert_says (fixture->out, "month.tsv: nothing new");

  run (fixture, "import month.tsv --into plan.quarterly --json");
  assert_says (fixture->out, "\"not_understood\" : 1");
  assert_says (fixture->out, "\"same\" : 2");
}

/* A layout that nobody can know is refused, and nothing is written. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *line;
    const char *says;
  } cases[] = {
    { "import sex.csv --into plan.quarterly", "sex.csv: Several rows speak of the same" },
    { "import sex.csv --into plan.quarterly --sum colour", "there is no column “colour”" },
    { "import sex.csv --into plan.quarterly --where sex", "“sex” is no condition" },
    { "import sex.csv --into plan.quarterly --mapping sex.csv", "sex.csv: The mapping is no JSON" },
    { "import sex.csv --into plan.quarterly --mapping nowhere.json", "nowhere.json" },
    { "import nowhere.csv --into plan.quarterly", "nowhere.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *plan = in_folder (fixture, "plan.quarterly");

    g_test_message ("%s", cases[i].line);
    run (fixture, cases[i].line);
    g_assert_cmpint (fixture->exit, ==, 2);
    assert_says (fixture->err, cases[i].says);
    g_assert_false (g_file_test (plan, G_FILE_TEST_EXISTS));
  }
}

/* A mapping that was saved reads the table as the options did, and is the same when saved again. */
static void
test_mapping (Fixture *fixture, gconstpointer data)
{
  static const char *const options[] = {
    "--sum sex",
    "--measure sex",
    "--where sex=f",
    "--where force=Alder --measure sex",
    "--value headcount --sum sex",
    "--measure Specials --sum sex",
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    g_autofree char *first =
        g_strdup_printf ("import sex.csv --into a%u.quarterly --save-mapping a.json %s", i, options[i]);
    g_autofree char *second =
        g_strdup_printf ("import sex.csv --into b%u.quarterly --mapping a.json --save-mapping b.json", i);
    g_autofree char *first_plan = g_strdup_printf ("a%u.quarterly", i);
    g_autofree char *second_plan = g_strdup_printf ("b%u.quarterly", i);
    g_autofree char *saved = NULL;
    g_autofree char *again = NULL;
    g_autofree char *by_options = NULL;
    g_autofree char *by_mapping = NULL;

    g_test_message ("%s", options[i]);
    run (fixture, first);
    g_assert_cmpstr (fixture->err, ==, "");
    run (fixture, second);
    g_assert_cmpstr (fixture->err, ==, "");
    saved = read_file (fixture, "a.json");
    again = read_file (fixture, "b.json");
    g_assert_nonnull (saved);
    g_assert_cmpstr (saved, ==, again);
    by_options = show (fixture, first_plan);
    by_mapping = show (fixture, second_plan);
    assert_says (by_options, "2018/19");
    g_assert_cmpstr (by_options, ==, by_mapping);
  }
}

/* Another value for what was published is a restatement, and asks for a reason until there is one. */
static void
test_restated (Fixture *fixture, gconstpointer data)
{
  static const char *const plan =
      "{\"id\": \"plan\", \"format\": 1, \"first_month\": 4, \"measures\": [{\"id\": \"m\", \"name\": \"Patrols\", \"observations\": ["
      "{\"id\": \"o\", \"period\": \"2019-20-Q1\", \"vintages\": [{\"id\": \"v\", \"value\": \"208\"}]}]}],"
      "\"updates\": [{\"id\": \"u1\", \"quarter\": \"2019-20-Q1\"}, {\"id\": \"u2\", \"quarter\": \"2019-20-Q2\"}],"
      "\"statuses\": [{\"id\": \"s\", \"update\": \"u1\", \"state\": \"published\"}]}";
  static const struct {
    const char *import;
    guint n_asked;
  } rows[] = {
    { "import late.csv --into told.quarterly", 1 },
    { "import late.csv --into told.quarterly --reason Late", 0 },
  };

  write_file (fixture, "late.csv", "Period,Patrols\nQ1 2019/20,215\n");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    write_file (fixture, "told.quarterly", plan);
    run (fixture, rows[i].import);
    g_assert_cmpstr (fixture->err, ==, "");
    g_assert_cmpint (fixture->exit, ==, 0);
    assert_says (fixture->out, "late.csv: restated: 1");
    run (fixture, "check told.quarterly --rule unexplained-restatement");
    g_assert_true ((strstr (fixture->out, "was published as 208 and is restated as 215") != NULL) ==
                   (rows[i].n_asked > 0));
  }
  run (fixture, "show told.quarterly --json");
  assert_says (fixture->out, "\"reason\" : \"Late\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-tables/account", Fixture, NULL, set_up, test_account, tear_down);
  g_test_add ("/cli-tables/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/cli-tables/restated", Fixture, NULL, set_up, test_restated, tear_down);
  g_test_add ("/cli-tables/mapping", Fixture, NULL, set_up, test_mapping, tear_down);
  return g_test_run ();
}
