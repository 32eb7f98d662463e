/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

/* Two people, two branches, and the real git. */

#define PLAN_HEAD "{\"format\": 1, \"id\": \"plan\", \"title\": \"Plan\","

#define PLAN \
  PLAN_HEAD \
  "\"priorities\": [{\"id\": \"p1\", \"number\": 1, \"title\": \"Streets\", \"commitments\": [" \
  "{\"id\": \"c1\", \"lead\": \"We will:\", \"text\": \"Patrol at night.\"}," \
  "{\"id\": \"c2\", \"lead\": \"We will:\", \"text\": \"Answer the phone.\"}]}]," \
  "\"measures\": [{\"id\": \"m1\", \"name\": \"Calls\", \"frequency\": \"month\", \"priorities\": [\"p1\"]," \
  "\"observations\": [{\"id\": \"o1\", \"period\": \"2026-04\", \"vintages\": [" \
  "{\"id\": \"v1\", \"value\": \"10\"}]} OBSERVATION ]}]," \
  "\"updates\": [{\"id\": \"u1\", \"quarter\": \"2026-27-Q1\", \"sections\": [" \
  "{\"id\": \"s1\", \"commitment\": \"c1\", \"bullets\": [" \
  "{\"id\": \"b1\", \"text\": \"We walked FIRST miles in all.\"}," \
  "{\"id\": \"b2\", \"text\": \"The park was SECOND all year.\"} ABOVE ]}," \
  "{\"id\": \"s2\", \"commitment\": \"c2\", \"bullets\": [" \
  "{\"id\": \"b4\", \"text\": \"All calls were answered.\"} BELOW ]}]}]}"

#define MOVABLE ", {\"id\": \"b3\", \"text\": \"New radios came THIRD.\"}"

#define OBSERVATION(id, period, value) \
  ", {\"id\": \"" id "\", \"period\": \"" period "\", \"vintages\": [{\"id\": \"" id \
  "v\", \"value\": \"" value "\"}]}"

typedef struct {
  char *folder;
  int exit;
  char *out;
} Fixture;

/* What a line of the shell says on both outputs, with git kept from the settings of this machine. */
static void
shell (Fixture *fixture, const char *line)
{
  g_autofree char *both = g_strconcat (line, " 2>&1", NULL);
  const char *const argv[] = { "/bin/sh", "-c", both, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_setenv (launcher, "HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_PAGER", "cat", TRUE);
  g_clear_pointer (&fixture->out, g_free);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, NULL, &error));
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->exit = g_subprocess_get_exit_status (process);
}

static void
succeed (Fixture *fixture, const char *line)
{
  shell (fixture, line);
  if (fixture->exit != 0)
    g_error ("%s: exit %d: %s", line, fixture->exit, fixture->out);
}

static void
assert_says (Fixture *fixture, const char *part)
{
  if (strstr (fixture->out, part) == NULL)
    g_error ("“%s” does not say “%s”", fixture->out, part);
}

static void
assert_says_not (Fixture *fixture, const char *part)
{
  if (strstr (fixture->out, part) != NULL)
    g_error ("“%s” says “%s”", fixture->out, part);
}

/* One version of the plan: the words of its bullets, where the third bullet stands, and a new figure. */
static void
write_plan (Fixture *fixture, const char *first, const char *second, const char *third, const char *stands,
            const char *observation)
{
  g_autofree char *path = g_build_filename (fixture->folder, "p.quarterly", NULL);
  g_autoptr (GString) text = g_string_new (PLAN);

  g_string_replace (text, stands, MOVABLE, 0);
  g_string_replace (text, g_str_equal (stands, "ABOVE") ? "BELOW" : "ABOVE", "", 0);
  g_string_replace (text, "FIRST", first, 0);
  g_string_replace (text, "SECOND", second, 0);
  g_string_replace (text, "THIRD", third, 0);
  g_string_replace (text, "OBSERVATION", observation, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-git-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  succeed (fixture, "git init -q -b main . && git config user.name A && git config user.email a@example.org");
  succeed (fixture, "\"$QTR_TEST_CLI\" setup-git");
  write_plan (fixture, "100", "open", "late", "ABOVE", "");
  succeed (fixture, "git add -A && git commit -q -m 'The plan' && git branch other");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const argv[] = { "rm", "-rf", fixture->folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, NULL);

  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  g_free (fixture->folder);
  g_free (fixture->out);
}

/* Different bullets of one commitment, a bullet moved here and reworded there, and figures on both sides. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  write_plan (fixture, "120", "open", "late", "BELOW", OBSERVATION ("o2", "2026-05", "20"));
  succeed (fixture, "git commit -q -a -m 'Mine' && git checkout -q other");
  write_plan (fixture, "100", "shut", "early", "ABOVE", OBSERVATION ("o3", "2026-06", "30"));
  succeed (fixture, "git commit -q -a -m 'Theirs' && git checkout -q main");
  succeed (fixture, "git merge -q --no-edit other");

  succeed (fixture, "\"$QTR_TEST_CLI\" show p.quarterly");
  assert_says (fixture,
               "We will: Patrol at night.\n- We walked 120 miles in all.\n- The park was shut all year.\n");
  assert_says (fixture, "Answer the phone.\n- All calls were answered.\n- New radios came early.\n");
  assert_says (fixture, "10");
  assert_says (fixture, "20");
  assert_says (fixture, "30");
  shell (fixture, "\"$QTR_TEST_CLI\" check p.quarterly --rule unresolved-conflict");
  g_assert_cmpint (fixture->exit, ==, 0);
  /* Nothing is left lying about. */
  succeed (fixture, "git status --porcelain");
  g_assert_cmpstr (fixture->out, ==, "");
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  write_plan (fixture, "120", "open", "late", "ABOVE", "");
  succeed (fixture, "git commit -q -a -m 'Mine' && git checkout -q other");
  write_plan (fixture, "140", "shut", "late", "ABOVE", "");
  succeed (fixture, "git commit -q -a -m 'Theirs' && git checkout -q main");
  shell (fixture, "git merge -q --no-edit other");
  g_assert_cmpint (fixture->exit, ==, 1);

  succeed (fixture, "\"$QTR_TEST_CLI\" show p.quarterly");
  assert_says (fixture, "- We walked 120 miles in all.\n- The park was shut all year.\n");
  shell (fixture, "\"$QTR_TEST_CLI\" check p.quarterly --rule unresolved-conflict");
  g_assert_cmpint (fixture->exit, ==, 1);
  assert_says (fixture, "“We walked 120 miles in all.” and “We walked 140 miles in all.”");
  succeed (fixture, "git status --porcelain");
  g_assert_cmpstr (fixture->out, ==, "UU p.quarterly\n");
}

/* Both made the plan: nothing was before. */
static void
test_both_added (Fixture *fixture, gconstpointer data)
{
  static const char plan[] = "{\"format\": 1, \"id\": \"%s\", \"title\": \"One\", \"people\": "
                             "[{\"id\": \"%s\", \"name\": \"%s\"}, {\"id\": \"%s\", \"name\": \"Sam\"}]}";
  g_autofree char *path = g_build_filename (fixture->folder, "q.quarterly", NULL);
  g_autofree char *mine = g_strdup_printf (plan, "mine", "a", "Ann", "x");
  g_autofree char *theirs = g_strdup_printf (plan, "theirs", "b", "Ben", "y");

  g_assert_true (g_file_set_contents (path, mine, -1, NULL));
  succeed (fixture, "git add -A && git commit -q -m 'Mine' && git checkout -q other");
  g_assert_true (g_file_set_contents (path, theirs, -1, NULL));
  succeed (fixture, "git add -A && git commit -q -m 'Theirs' && git checkout -q main");
  succeed (fixture, "git merge -q --no-edit other");
  succeed (fixture, "cat q.quarterly");
  assert_says (fixture, "Ann");
  assert_says (fixture, "Ben");
  g_assert_cmpuint (g_strrstr (fixture->out, "Sam") - strstr (fixture->out, "Sam"), ==, 0);
}

/* What is no plan is left to git, which says that it could not be merged. */
static void
test_no_plan (Fixture *fixture, gconstpointer data)
{
  write_plan (fixture, "120", "open", "late", "ABOVE", "");
  succeed (fixture, "cp p.quarterly mine && git commit -q -a -m 'Mine' && git checkout -q other");
  succeed (fixture, "echo nonsense > p.quarterly && git commit -q -a -m 'Theirs' && git checkout -q main");
  shell (fixture, "git merge -q --no-edit other");
  g_assert_cmpint (fixture->exit, ==, 1);
  assert_says (fixture, "not a Quarterly plan");
  succeed (fixture, "cmp p.quarterly mine");
}

/* Sentences, not JSON. */
static void
test_reads_well (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "git diff", "git log -p -1" };

  write_plan (fixture, "120", "open", "late", "BELOW", "");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (i == 1)
      succeed (fixture, "git commit -q -a -m 'Mine'");
    succeed (fixture, commands[i]);
    assert_says (fixture, "\n-- We walked 100 miles in all.\n");
    assert_says (fixture, "\n+- We walked 120 miles in all.\n");
    assert_says (fixture, "\n+- New radios came late.\n");
    assert_says_not (fixture, "\"text\"");
  }
}

/* Again is the same, and what stands in the file of attributes stays. */
static void
test_setup_again (Fixture *fixture, gconstpointer data)
{
  succeed (fixture, "printf '*.png binary' > .gitattributes");
  succeed (fixture, "mkdir within && cd within && \"$QTR_TEST_CLI\" setup-git");
  succeed (fixture, "\"$QTR_TEST_CLI\" setup-git && cat .gitattributes");
  assert_says (fixture, "*.png binary\n*.quarterly diff=quarterly merge=quarterly\n");
  succeed (fixture, "grep -c quarterly .gitattributes");
  g_assert_cmpstr (fixture->out, ==, "1\n");
}

static void
test_no_repository (Fixture *fixture, gconstpointer data)
{
  shell (fixture, "mv .git elsewhere && GIT_CEILING_DIRECTORIES=/tmp \"$QTR_TEST_CLI\" setup-git");
  g_assert_cmpint (fixture->exit, ==, 2);
  assert_says (fixture, "quarterly-cli: git: ");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "clean", test_clean },
    { "conflict", test_conflict },
    { "both-added", test_both_added },
    { "no-plan", test_no_plan },
    { "reads-well", test_reads_well },
    { "setup-again", test_setup_again },
    { "no-repository", test_no_repository },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/git/", tests[i].name, NULL);

    g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
  }
  return g_test_run ();
}
