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
#include <unistd.h>

/* Whoever may read everything is made into somebody who may not, so that an unreadable file is one. */
#define NOBODY 65534

typedef struct {
  char *folder;
  int exit;
  char *out;
  char *err;
} Fixture;

static char *
locate (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, name, NULL);
}

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-cli-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
}

static void
clear_output (Fixture *fixture)
{
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = in_folder (fixture, name);

    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  clear_output (fixture);
}

static void
become_nobody_cb (gpointer user_data)
{
  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (99);
}

static void
run_as (Fixture *fixture, GSpawnChildSetupFunc setup, char **arguments)
{
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_strv_builder_add (line, g_getenv ("QTR_TEST_CLI"));
  g_strv_builder_addv (line, (const char **) arguments);
  argv = g_strv_builder_end (line);
  clear_output (fixture);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_DEFAULT, setup, NULL, &fixture->out, &fixture->err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  fixture->exit = WEXITSTATUS (status);
}

/* Words between spaces; PLAN, EXAMPLE and REPORT stand for files. */
static char **
expand (const char *line)
{
  static const struct {
    const char *word;
    const char *file;
  } files[] = {
    { "EXAMPLE", "../data/example.quarterly" },
    { "REPORT", "fixtures/report.md" },
    { "NEWER", "fixtures/newer.quarterly" },
  };
  char **words = g_strsplit (line, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    for (guint j = 0; j < G_N_ELEMENTS (files); j++) {
      if (g_str_equal (words[i], files[j].word)) {
        g_free (words[i]);
        words[i] = locate (files[j].file);
      }
    }
  }

  return words;
}

static void
run (Fixture *fixture, const char *line)
{
  g_auto (GStrv) words = expand (line);

  run_as (fixture, NULL, words);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

static void
assert_says (const char *text, const char *part)
{
  if (part != NULL && strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

/* A command line, how it ends, and what it says; none of these writes a file. */
typedef struct {
  const char *name;
  const char *line;
  int exit;
  const char *out;
  const char *err;
} Case;

static const Case cases[] = {
  { "no-verb", "--version", 0, "quarterly-cli 0", NULL },
  { "help", "--help", 0, "import", NULL },
  { "verb-unknown", "publish", 2, NULL, "no verb “publish”" },
  { "verb-help", "check --help", 0, "--severity", NULL },
  { "option-unknown", "show --colour EXAMPLE", 2, NULL, "--colour" },
  { "arguments-missing", "show", 2, NULL, "PLAN" },
  { "file-missing", "show none.quarterly", 2, NULL, "none.quarterly: " },
  { "folder", "show /tmp", 2, NULL, "/tmp: this is a folder" },
  { "show", "show EXAMPLE", 0, "Priority 7 – ", NULL },
  { "show-quarter-missing", "show EXAMPLE --quarter 1999-00-Q1", 2, NULL, "no update for Q1 1999/00" },
  { "show-quarter-wrong", "show EXAMPLE --quarter soon", 2, NULL, "soon" },
  { "check", "check EXAMPLE", 1, "[missing-priority]", NULL },
  { "check-rule", "check EXAMPLE --rule empty-bullet", 0, "errors: 0", NULL },
  { "check-rule-unknown", "check EXAMPLE --rule none", 2, NULL, "no rule “none”" },
  { "check-severity-unknown", "check EXAMPLE --severity fatal", 2, NULL, "fatal" },
  { "check-text", "check REPORT", 0, "errors: 0", NULL },
  { "import-no-plan", "import REPORT", 2, NULL, "--into" },
  { "import-source-missing", "import none.md --into p.quarterly", 2, NULL, "none.md: " },
  { "import-folder", "import /tmp --into p.quarterly", 2, NULL, "/tmp: this is a folder" },
  { "export-no-target", "export EXAMPLE", 2, NULL, "--to" },
  { "export-kind-unknown", "export EXAMPLE --to x.bmp", 2, NULL, "html" },
  { "export-refused", "export EXAMPLE --to out.html", 1, NULL, "missing-priority" },
  { "export-output", "export EXAMPLE --draft --to - --format md", 0, "DRAFT", NULL },
  { "chart-measure-unknown", "chart EXAMPLE none --to x.svg", 2, NULL, "no measure “none”" },
  { "chart-no-target", "chart EXAMPLE none", 2, NULL, "--to" },
  { "chart-kind-unknown", "chart EXAMPLE none --kind pie --to x.svg", 2, NULL, "“pie”" },
  { "diff-same", "diff EXAMPLE EXAMPLE", 0, NULL, NULL },
  { "diff-no-plan", "diff EXAMPLE REPORT", 2, NULL, "report.md: " },
  { "merge", "merge EXAMPLE EXAMPLE EXAMPLE", 0, "\"format\" : 1", NULL },
  { "merge-json-nowhere", "merge EXAMPLE EXAMPLE EXAMPLE --json", 2, NULL, "name a file with -o" },
  { "show-newer", "show NEWER", 0, "All lawns were mown.", "(format 999). It can be read here" },
  { "diff-newer", "diff NEWER NEWER", 0, NULL, "newer.quarterly: a newer version of Quarterly" },
  { "merge-newer", "merge EXAMPLE EXAMPLE NEWER", 2, NULL,
    "(format 999). It can be read here, but not changed" },
  { "merge-arguments", "merge EXAMPLE EXAMPLE", 2, NULL, "BASE OURS THEIRS" },
  { "merge-no-plan", "merge EXAMPLE REPORT EXAMPLE -o out.quarterly", 2, NULL, "report.md: " },
  { "merge-no-base", "merge REPORT EXAMPLE EXAMPLE -o out.quarterly", 2, NULL, "report.md: " },
  { "merge-missing", "merge EXAMPLE EXAMPLE none -o out.quarterly", 2, NULL, "none: " },
  { "chart-size-wrong", "chart EXAMPLE none --size big --to x.svg", 2, NULL, "“big”" },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *row = data;

  run (fixture, row->line);
  if (fixture->exit != row->exit)
    g_error ("exit %d, not %d: %s%s", fixture->exit, row->exit, fixture->out, fixture->err);
  assert_says (fixture->out, row->out);
  assert_says (fixture->err, row->err);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* What may be lying around under the name of a plan or a report. */
typedef struct {
  const char *name;
  const char *file;
  const char *content;
  const char *line;
  const char *err;
} BadInput;

static const BadInput bad_inputs[] = {
  { "truncated", "p.quarterly", "{\"format\": 1, \"id\": \"p\", \"title\": \"Po", "show p.quarterly",
    "line 1, column" },
  { "wrong-shape", "p.quarterly", "{\"format\": 1, \"id\": \"p\", \"updates\": 3}", "check p.quarterly",
    "$.updates" },
  { "binary", "p.quarterly",
    "\x7f"
    "ELF\x02\x01\x01",
    "export p.quarterly --draft --to out.html", "not a Quarterly plan" },
  { "empty", "p.quarterly", "", "chart p.quarterly m --to out.svg", "empty" },
  { "import-into-truncated", "p.quarterly", "{\"format\": 1,", "import REPORT --into p.quarterly", "line 1" },
  { "report-without-heading", "r.md", "Some words, and no heading.\n", "import r.md --into new.quarterly",
    "r.md: " },
  { "report-empty", "r.txt", "", "import r.txt --into new.quarterly", "r.txt: " },
  { "report-binary", "r.txt",
    "\x7f"
    "ELF\x01\x01\x01\x01\x01",
    "import r.txt --into new.quarterly", "r.txt: " },
};

static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  const BadInput *row = data;
  g_autofree char *path = in_folder (fixture, row->file);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, row->content, -1, NULL));
  run (fixture, row->line);
  if (fixture->exit != 2)
    g_error ("exit %d, not 2: %s%s", fixture->exit, fixture->out, fixture->err);
  assert_says (fixture->err, "quarterly-cli: ");
  assert_says (fixture->err, row->file);
  assert_says (fixture->err, row->err);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, row->content);
}

/* Every file of the folder is wrong in its own way, and each is refused by name and left alone. */
static void
test_wrong_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = locate ("fixtures/wrong");
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;
  guint n_files = 0;

  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_autofree char *line = g_str_has_suffix (name, ".quarterly")
                                ? g_strdup_printf ("show %s", file)
                                : g_strdup_printf ("import %s --into p.quarterly", file);

    run (fixture, line);
    if (fixture->exit != 2)
      g_error ("%s: exit %d, not 2", name, fixture->exit);
    assert_says (fixture->err, name);
    n_files++;
  }
  g_assert_cmpuint (n_files, >, 10);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "p.quarterly");
  g_auto (GStrv) words = expand ("show p.quarterly");

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0000), ==, 0);
  run_as (fixture, become_nobody_cb, words);
  g_assert_cmpint (fixture->exit, ==, 2);
  assert_says (fixture->err, "p.quarterly: ");
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *example = locate ("../data/example.quarterly");
  const char *argv[] = { "/bin/sh", "-c", "\"$0\" show \"$1\" >/dev/full", g_getenv ("QTR_TEST_CLI"),
                         example,   NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL);

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &fixture->err, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
  assert_says (fixture->err, "standard output");
}

/* Whatever leaves the file has words in the place of its figures; a published update has those that it knew.
 */
static void
test_linked_figures (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *line;
    const char *says;
  } rows[] = {
    { "show EXAMPLE --quarter 2026-27-Q2 --text",
      "took 62,741 non-emergency calls, down 2% from 64,206 in the same quarter" },
    { "show EXAMPLE --quarter 2026-27-Q2 --json",
      "stood at 437 officers at the end of September 2026, 22 more" },
    { "show EXAMPLE --quarter 2026-27-Q1 --text", "seriously injured 61 people by the first count" },
    { "export EXAMPLE --quarter 2026-27-Q2 --draft --to - --format md",
      "The count of 860 is down 6% from 912" },
    { "export EXAMPLE --quarter 2026-27-Q2 --draft --to - --format html",
      "Officers arrested about 170 drivers" },
    { "check EXAMPLE --quarter 2026-27-Q2 --rule overridden-figure", "Two arrests are still being matched" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    run (fixture, rows[i].line);
    g_assert_cmpint (fixture->exit, ==, 0);
    assert_says (fixture->out, rows[i].says);
    g_assert_null (strstr (fixture->out, "{{"));
  }
}

static void
test_loose_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "r.md");

  g_assert_true (g_file_set_contents (path, "Some words, and no heading.\n", -1, NULL));
  run (fixture, "check r.md");
  g_assert_cmpint (fixture->exit, ==, 0);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "p.quarterly");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonNode) shown = NULL;
  JsonArray *quarters = NULL;

  run (fixture, "import REPORT --into p.quarterly");
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->exit, ==, 0);
  assert_says (fixture->out, "bullets: ");
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));

  run (fixture, "import REPORT --into p.quarterly");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  run (fixture, "show p.quarterly --json");
  shown = json_from_string (fixture->out, NULL);
  g_assert_nonnull (shown);
  quarters = json_object_get_array_member (json_node_get_object (shown), "quarters");
  g_assert_cmpuint (json_array_get_length (quarters), ==, 1);
}

static void
test_show_style (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = { "Accent colour: #102030", "Percentages: 18 per cent",
                                       "Numbers up to ten: in digits", "Not “utilise”, but “use”",
                                       "Logo: image/png, 8 bytes, “Badge”" };
  g_autofree char *path = in_folder (fixture, "p.quarterly");
  g_autoptr (JsonNode) shown = NULL;
  JsonObject *style = NULL;

  g_assert_true (g_file_set_contents (
      path,
      "{\"format\": 1, \"id\": \"p\", \"accent\": \"#102030\", \"percent\": \"words\", "
      "\"small_numbers\": \"digits\", \"terms\": [{\"id\": \"t\", \"avoid\": \"utilise\", \"use\": \"use\"}], "
      "\"logo\": \"data:image/png;base64,iVBORw0KGgo=\", \"logo_text\": \"Badge\"}",
      -1, NULL));
  run (fixture, "show p.quarterly");
  g_assert_cmpint (fixture->exit, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_says (fixture->out, lines[i]);

  run (fixture, "show p.quarterly --json");
  shown = json_from_string (fixture->out, NULL);
  style = json_object_get_object_member (json_node_get_object (shown), "house_style");
  g_assert_cmpstr (json_object_get_string_member (style, "percent"), ==, "words");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (style, "logo"), "size"), ==, 8);
}

static void
test_check_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *counts = NULL;
  JsonArray *findings = NULL;
  JsonObject *first = NULL;

  run (fixture, "check EXAMPLE --rule missing-priority --json");
  g_assert_cmpint (fixture->exit, ==, 1);
  node = json_from_string (fixture->out, NULL);
  g_assert_nonnull (node);
  counts = json_object_get_object_member (json_node_get_object (node), "counts");
  findings = json_object_get_array_member (json_node_get_object (node), "findings");
  g_assert_cmpint (json_object_get_int_member (counts, "errors"), ==, 1);
  g_assert_cmpuint (json_array_get_length (findings), ==, 1);
  first = json_array_get_object_element (findings, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "rule"), ==, "missing-priority");
  g_assert_cmpstr (json_object_get_string_member (first, "severity"), ==, "error");
  g_assert_cmpint (json_object_get_int_member (first, "priority"), >, 0);
  g_assert_nonnull (json_object_get_string_member (first, "quarter"));
}

static void
write_file (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = in_folder (fixture, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* Files are known by what they hold; an empty base is a plan with nothing in it. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "out");
  g_autofree char *text = NULL;

  write_file (fixture, "base", "");
  write_file (fixture, "ours.tmp", "{\"format\": 1, \"id\": \"a\", \"title\": \"Plan\", \"body\": \"Ours\"}");
  write_file (fixture, "theirs", "{\"format\": 1, \"id\": \"b\", \"title\": \"Plan\", \"years\": \"2026\"}");
  run (fixture, "merge base ours.tmp theirs -o out");
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (
      text, ==,
      "{\n  \"format\" : 1,\n  \"id\" : \"a\",\n  \"title\" : \"Plan\",\n  \"body\" : \"Ours\",\n"
      "  \"years\" : \"2026\"\n}\n");
  g_assert_cmpuint (count_files (fixture), ==, 4);
}

/* A conflict is said, counted in the exit, and kept in the plan. */
static void
test_merge_conflict (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, "base", "{\"format\": 1, \"id\": \"a\", \"title\": \"Plan\"}");
  write_file (fixture, "ours", "{\"format\": 1, \"id\": \"a\", \"title\": \"Ours\"}");
  write_file (fixture, "theirs", "{\"format\": 1, \"id\": \"a\", \"title\": \"Theirs\"}");
  run (fixture, "merge base ours theirs");
  g_assert_cmpint (fixture->exit, ==, 1);
  assert_says (fixture->err, "1 question is left open");
  assert_says (fixture->out, "\"title\" : \"Ours\"");
  assert_says (fixture->out, "\"theirs\" : \"Theirs\"");
}

static JsonObject *
get_only (JsonNode *node, const char *list)
{
  JsonArray *array = json_object_get_array_member (json_node_get_object (node), list);

  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  return json_array_get_object_element (array, 0);
}

static void
test_merge_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *change = NULL;
  JsonObject *conflict = NULL;

  write_file (fixture, "base", "{\"format\": 1, \"id\": \"a\", \"title\": \"Plan\"}");
  write_file (fixture, "ours", "{\"format\": 1, \"id\": \"a\", \"title\": \"Ours\"}");
  write_file (fixture, "theirs", "{\"format\": 1, \"id\": \"a\", \"title\": \"Theirs\", \"body\": \"New\"}");
  run (fixture, "merge base ours theirs --json -o out");
  g_assert_cmpint (fixture->exit, ==, 1);
  node = json_from_string (fixture->out, NULL);
  g_assert_nonnull (node);
  change = get_only (node, "changes");
  g_assert_cmpstr (json_object_get_string_member (change, "field"), ==, "body");
  g_assert_cmpstr (json_object_get_string_member (change, "after"), ==, "New");
  conflict = get_only (node, "conflicts");
  g_assert_cmpstr (json_object_get_string_member (conflict, "kind"), ==, "value");
  g_assert_cmpstr (json_object_get_string_member (conflict, "about"), ==, "a");
  g_assert_cmpstr (json_object_get_string_member (conflict, "type"), ==, "plan");
  g_assert_cmpstr (json_object_get_string_member (conflict, "field"), ==, "title");
  g_assert_cmpstr (json_object_get_string_member (conflict, "base"), ==, "Plan");
  g_assert_cmpstr (json_object_get_string_member (conflict, "ours"), ==, "Ours");
  g_assert_cmpstr (json_object_get_string_member (conflict, "theirs"), ==, "Theirs");
  g_assert_true (json_object_get_boolean_member (conflict, "new"));
  /* The question stands in the file, and is no news the next time. */
  run (fixture, "merge out out out --json -o out");
  g_clear_pointer (&node, json_node_unref);
  node = json_from_string (fixture->out, NULL);
  g_assert_false (json_object_get_boolean_member (get_only (node, "conflicts"), "new"));
}

/* What a newer version made is left as it is, also where there would be something to write. */
static void
test_newer_not_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = locate ("fixtures/newer.quarterly");
  g_autofree char *path = in_folder (fixture, "newer.quarterly");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (source, &before, NULL, NULL));
  write_file (fixture, "newer.quarterly", before);
  run (fixture, "import REPORT --into newer.quarterly --quarter 2026-27-Q2");
  g_assert_cmpint (fixture->exit, ==, 2);
  assert_says (fixture->err, "newer.quarterly: a newer version of Quarterly made this plan (format 999)");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  run (fixture, "merge newer.quarterly newer.quarterly newer.quarterly -o out");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* What leads nowhere or round in a circle is said, and stops nobody. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  static const char *const verbs[] = { "show", "check", "export --draft --to out.md" };

  write_file (
      fixture, "p.quarterly",
      "{\"format\": 1, \"id\": \"p\", \"priorities\": [{\"id\": \"a\", \"number\": 1, \"successor\": \"b\"}, "
      "{\"id\": \"b\", \"number\": 2, \"successor\": \"a\"}], \"updates\": [{\"id\": \"u\", \"quarter\": "
      "\"2026-27-Q1\", \"sections\": [{\"id\": \"s\", \"commitment\": \"gone\"}]}]}");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_autofree char *line = g_strdup_printf ("%s p.quarterly", verbs[i]);

    run (fixture, line);
    g_assert_cmpint (fixture->exit, <=, 1);
    assert_says (fixture->err,
                 "quarterly-cli: p.quarterly: $.updates[0].sections[0].commitment: “gone” is no");
    assert_says (fixture->err, "p.quarterly: $.priorities[0]: ");
    assert_says (fixture->err, "circle");
  }
}

static void
test_diff_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *changes = NULL;
  JsonObject *change = NULL;

  write_file (fixture, "a", "{\"format\": 1, \"id\": \"a\", \"title\": \"Old plan\"}");
  write_file (fixture, "b", "{\"format\": 1, \"id\": \"a\", \"title\": \"New plan\"}");
  run (fixture, "diff a b");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (fixture->out, ==, "plan, title: [-Old-]{+New+} plan\n");

  run (fixture, "diff a b --json");
  g_assert_cmpint (fixture->exit, ==, 0);
  node = json_from_string (fixture->out, NULL);
  g_assert_nonnull (node);
  changes = json_object_get_array_member (json_node_get_object (node), "changes");
  g_assert_cmpuint (json_array_get_length (changes), ==, 1);
  change = json_array_get_object_element (changes, 0);
  g_assert_cmpstr (json_object_get_string_member (change, "change"), ==, "changed");
  g_assert_cmpstr (json_object_get_string_member (change, "type"), ==, "plan");
  g_assert_cmpstr (json_object_get_string_member (change, "field"), ==, "title");
  g_assert_cmpstr (json_object_get_string_member (change, "before"), ==, "Old plan");
  g_assert_cmpstr (json_object_get_string_member (change, "after"), ==, "New plan");
}

/* Every published quarter of the example passes the gate, and is written whole. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "out.html");
  g_autofree char *text = NULL;

  run (fixture, "export EXAMPLE --quarter 2025-26-Q4 --to out.html");
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_says (text, "<svg");
  g_assert_null (strstr (text, "DRAFT"));
}

static void
test_chart (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *begins;
  } files[] = { { "c.svg", "<" }, { "c.png", "\x89PNG" }, { "c.pdf", "%PDF" } };
  g_autofree char *measure = NULL;
  g_autoptr (JsonNode) shown = NULL;
  JsonArray *measures = NULL;

  run (fixture, "show EXAMPLE --json");
  shown = json_from_string (fixture->out, NULL);
  measures = json_object_get_array_member (json_node_get_object (shown), "measures");
  measure = g_strdup (json_object_get_string_member (json_array_get_object_element (measures, 0), "id"));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *line =
        g_strdup_printf ("chart EXAMPLE %s --to %s --size 480x300", measure, files[i].name);
    g_autofree char *path = in_folder (fixture, files[i].name);
    g_autofree char *content = NULL;

    run (fixture, line);
    g_assert_cmpstr (fixture->err, ==, "");
    g_assert_cmpint (fixture->exit, ==, 0);
    g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    g_assert_true (g_str_has_prefix (content, files[i].begins));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/cli/", cases[i].name, NULL);

    g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad_inputs); i++) {
    g_autofree char *path = g_strconcat ("/cli/bad-input/", bad_inputs[i].name, NULL);

    g_test_add (path, Fixture, &bad_inputs[i], set_up, test_bad_input, tear_down);
  }
  g_test_add ("/cli/wrong-files", Fixture, NULL, set_up, test_wrong_files, tear_down);
  g_test_add ("/cli/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/cli/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/cli/linked-figures", Fixture, NULL, set_up, test_linked_figures, tear_down);
  g_test_add ("/cli/loose-text", Fixture, NULL, set_up, test_loose_text, tear_down);
  g_test_add ("/cli/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/cli/show-style", Fixture, NULL, set_up, test_show_style, tear_down);
  g_test_add ("/cli/check-json", Fixture, NULL, set_up, test_check_json, tear_down);
  g_test_add ("/cli/merge-files", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/cli/merge-conflict", Fixture, NULL, set_up, test_merge_conflict, tear_down);
  g_test_add ("/cli/merge-json", Fixture, NULL, set_up, test_merge_json, tear_down);
  g_test_add ("/cli/newer-not-written", Fixture, NULL, set_up, test_newer_not_written, tear_down);
  g_test_add ("/cli/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/cli/diff-json", Fixture, NULL, set_up, test_diff_json, tear_down);
  g_test_add ("/cli/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/cli/chart", Fixture, NULL, set_up, test_chart, tear_down);

  return g_test_run ();
}
