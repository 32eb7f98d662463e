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

typedef struct {
  char *folder;
  int exit;
  char *out;
  char *err;
} Fixture;

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
clear_output (Fixture *fixture)
{
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-cli-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
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

/* Words between spaces. */
static void
run (Fixture *fixture, const char *line)
{
  g_autofree char *command = g_strdup_printf ("%s %s", g_getenv ("QTR_TEST_CLI"), line);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  g_autoptr (GError) error = NULL;
  int status = 0;

  clear_output (fixture);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  fixture->exit = WEXITSTATUS (status);
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no “%s” in: %s", part, text);
}

static void
copy_example (const char *path)
{
  g_autofree char *example = g_test_build_filename (G_TEST_DIST, "../data/example.quarterly", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (example, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* The first verb signs, the second one says whether it holds. */
static void
test_sign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "p.quarterly");
  g_autofree char *text = NULL;
  g_auto (GStrv) halves = NULL;
  g_autofree char *changed = NULL;
  JsonObject *sign_off = NULL;
  g_autoptr (JsonNode) node = NULL;

  copy_example (path);
  run (fixture, "verify p.quarterly");
  g_assert_cmpint (fixture->exit, ==, 0);
  assert_says (fixture->out, "nothing is signed");
  run (fixture, "sign p.quarterly --quarter 2025-26-Q4 --priority 1 --name Anna --statement Seen");
  g_assert_cmpint (fixture->exit, ==, 0);
  run (fixture, "sign p.quarterly --quarter 2025-26-Q4 --name Berta");
  g_assert_cmpint (fixture->exit, ==, 0);
  run (fixture, "verify p.quarterly");
  g_assert_cmpint (fixture->exit, ==, 0);
  assert_says (fixture->out, "2025-26-Q4, priority 1: signed by Anna");
  assert_says (fixture->out, "good (name stated)");
  run (fixture, "show p.quarterly --audit");
  assert_says (fixture->out, "entry,made,who,kind");
  assert_says (fixture->out, ",Anna,sign,");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  halves = g_strsplit (text, "\"number\" : 2,", 2);
  changed = g_strjoin ("\"number\" : 22,", halves[0], halves[1], NULL);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  run (fixture, "verify p.quarterly --json");
  g_assert_cmpint (fixture->exit, ==, 1);
  node = json_from_string (fixture->out, NULL);
  sign_off = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (node), "sign_offs"), 0);
  g_assert_cmpstr (json_object_get_string_member (sign_off, "state"), ==, "good");
  g_assert_cmpint (json_object_get_int_member (sign_off, "priority"), ==, 1);
  sign_off = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (node), "sign_offs"), 1);
  g_assert_cmpstr (json_object_get_string_member (sign_off, "state"), ==, "changed");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (sign_off, "changed")), ==, 1);
}

/* A plan with a sign-off rule is published when it is met, and says who signed. */
static void
test_sign_rule (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "p.quarterly");
  g_autofree char *out = in_folder (fixture, "out.html");
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;
  g_autofree char *ruled = NULL;

  copy_example (path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_suffix (text, "\n}\n"));
  text[strlen (text) - strlen ("\n}\n")] = '\0';
  ruled = g_strconcat (text, ",\n  \"sign_rules\" : [ { \"id\" : \"rule-1\" } ]\n}\n", NULL);
  g_assert_true (g_file_set_contents (path, ruled, -1, NULL));
  run (fixture, "export p.quarterly --quarter 2025-26-Q4 --to out.html");
  g_assert_cmpint (fixture->exit, ==, 1);
  assert_says (fixture->err, "somebody has to sign the update");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  run (fixture, "export p.quarterly --quarter 2025-26-Q4 --to out.html --draft");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_setenv ("SOURCE_DATE_EPOCH", "1577934245", TRUE);
  run (fixture, "sign p.quarterly --quarter 2025-26-Q4 --name Anna");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  run (fixture, "export p.quarterly --quarter 2025-26-Q4 --to out.html");
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_true (g_file_get_contents (out, &page, NULL, NULL));
  assert_says (page, "Anna");
  assert_says (page, "Name stated");
  assert_says (page, "2020-01-02 03:04 UTC");
}

/* A build that has to come out alike says which time it is. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "p.quarterly");

  copy_example (path);
  g_setenv ("SOURCE_DATE_EPOCH", "1577934245", TRUE);
  run (fixture, "sign p.quarterly --name Anna");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  run (fixture, "verify p.quarterly");
  assert_says (fixture->out, "2020-01-02T03:04:05Z");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *line;
    const char *says;
  } cases[] = {
    { "sign none.quarterly --name Anna", "none.quarterly" },
    { "sign p.quarterly --name Anna --priority 77", "no priority 77" },
    { "sign p.quarterly --name Anna --quarter 1999-00-Q1", "no update for Q1 1999/00" },
    { "sign p.quarterly --key nobody@example.org", "no key “nobody@example.org”" },
    { "verify none.quarterly", "none.quarterly" },
    { "show p.quarterly --audit --json", "choose one" },
  };
  g_autofree char *path = in_folder (fixture, "p.quarterly");
  g_autofree char *before = NULL;

  copy_example (path);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *after = NULL;

    run (fixture, cases[i].line);
    g_test_message ("%s", cases[i].line);
    g_assert_cmpint (fixture->exit, ==, 2);
    assert_says (fixture->err, cases[i].says);
    g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
    g_assert_cmpstr (after, ==, before);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sign/sign", Fixture, NULL, set_up, test_sign, tear_down);
  g_test_add ("/sign/rule", Fixture, NULL, set_up, test_sign_rule, tear_down);
  g_test_add ("/sign/time", Fixture, NULL, set_up, test_time, tear_down);
  g_test_add ("/sign/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
