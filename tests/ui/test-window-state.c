/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "ui/window/open-error.h"
#include "ui/window/plan-place.h"
#include "ui/window/recent-plans.h"
#include "ui/window/recent-row.h"
#include "ui/window/session.h"
#include "ui/window/state-file.h"
#include "ui/window/window-private.h"

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "places.ini", "recent.ini", "session.ini" };

  qtr_state_file_finish ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

    g_unlink (path);
  }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GFile *
name_plan (guint number)
{
  g_autofree char *uri = g_strdup_printf ("file:///plans/%u%%5B1%%5D.quarterly", number);

  return g_file_new_for_uri (uri);
}

/* The latest is the first, each is there once, and not for ever. */
static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = name_plan (1);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const QtrRecentPlan *top = NULL;

  for (guint i = 0; i < 40; i++) {
    g_autoptr (GFile) file = name_plan (i);

    qtr_recent_plans_add (file, "A plan");
    qtr_recent_plans_add (first, "[The first] plan");
  }
  before = qtr_recent_plans_list ();
  top = g_ptr_array_index (before, 0);
  g_assert_cmpuint (before->len, ==, 30);
  g_assert_true (g_file_equal (top->file, first));
  g_assert_cmpstr (top->title, ==, "[The first] plan");

  qtr_recent_plans_remove (first);
  after = qtr_recent_plans_list ();
  g_assert_cmpuint (after->len, ==, 29);
  top = g_ptr_array_index (after, 0);
  g_assert_false (g_file_equal (top->file, first));
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = name_plan (1);
  g_autoptr (GFile) other = name_plan (2);
  QtrPlanPlace place = {
    700,          500,          TRUE, TRUE, FALSE, (char *) "findings", (char *) "2026-27-Q2",
    (char *) "p", (char *) "c", 7,    12.5
  };
  g_autoptr (QtrPlanPlace) loaded = NULL;

  g_assert_null (qtr_plan_place_load (file));
  qtr_plan_place_save (file, &place);
  g_assert_null (qtr_plan_place_load (other));
  loaded = qtr_plan_place_load (file);
  g_assert_cmpint (loaded->width, ==, 700);
  g_assert_cmpint (loaded->height, ==, 500);
  g_assert_true (loaded->maximized);
  g_assert_true (loaded->outline);
  g_assert_false (loaded->inspector);
  g_assert_cmpstr (loaded->inspector_page, ==, "findings");
  g_assert_cmpstr (loaded->quarter, ==, "2026-27-Q2");
  g_assert_cmpstr (loaded->page, ==, "p");
  g_assert_cmpstr (loaded->commitment, ==, "c");
  g_assert_cmpint (loaded->caret, ==, 7);
  g_assert_cmpfloat (loaded->scroll, ==, 12.5);
}

/* Nobody else reads where one was. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = name_plan (1);
  g_autofree char *path = g_build_filename (fixture->folder, "recent.ini", NULL);
  GStatBuf status;

  qtr_recent_plans_add (file, "A plan");
  qtr_state_file_finish ();
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* What is broken, in whole or in part, is as if it were not there, and is written anew. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = {
    "", "no group\n", "[x]\nuri\n", "\xff\xfe", "[session]\nplans=\\q;;\n", "[a]\nused=late\ntitle=\n"
  };
  static const char *const names[] = { "places.ini", "recent.ini", "session.ini" };
  g_autoptr (GFile) file = name_plan (1);

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (GPtrArray) recent = NULL;
    g_autoptr (GPtrArray) again = NULL;
    g_autoptr (GPtrArray) session = NULL;

    for (guint j = 0; j < G_N_ELEMENTS (names); j++) {
      g_autofree char *path = g_build_filename (fixture->folder, names[j], NULL);

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
    }
    recent = qtr_recent_plans_list ();
    session = qtr_session_load ();
    g_assert_cmpuint (recent->len, ==, 0);
    g_assert_cmpuint (session->len, ==, 0);
    g_assert_null (qtr_plan_place_load (file));

    qtr_recent_plans_add (file, "A plan");
    again = qtr_recent_plans_list ();
    g_assert_cmpuint (again->len, ==, 1);
    qtr_state_file_finish ();
  }
}

static void
test_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) loaded = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (files, name_plan (i));
  qtr_session_save (files);
  loaded = qtr_session_load ();
  g_assert_cmpuint (loaded->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_file_equal (g_ptr_array_index (files, i), g_ptr_array_index (loaded, i)));
}

/* Every one of many, in the order in which they were written: the last is what is read meanwhile, and what
 * stays. */
static void
test_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = name_plan (1);
  g_autofree char *path = g_build_filename (fixture->folder, "places.ini", NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *group = qtr_state_file_name_group (file);

  for (int width = 400; width < 500; width++) {
    QtrPlanPlace place = { .width = width, .height = 300 };
    g_autoptr (QtrPlanPlace) loaded = NULL;

    qtr_plan_place_save (file, &place);
    loaded = qtr_plan_place_load (file);
    g_assert_cmpint (loaded->width, ==, width);
  }

  qtr_state_file_finish ();
  g_assert_true (g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL));
  g_assert_cmpint (g_key_file_get_integer (keys, group, "width", NULL), ==, 499);
}

static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer writer)
{
  g_assert_nonnull (strstr (message, "is not written"));
  *(GThread **) writer = g_thread_self ();
}

/* Who writes down where one was waits for no disk: it is another thread that finds out that there is none. */
static void
test_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *taken = g_build_filename (fixture->folder, "taken", NULL);
  GThread *writer = NULL;
  guint handler = 0;

  g_assert_cmpint (g_mkdir_with_parents (taken, 0700), ==, 0);
  handler = g_log_set_handler (G_LOG_DOMAIN, G_LOG_LEVEL_INFO, log_cb, &writer);
  qtr_state_file_write ("taken", keys);
  qtr_state_file_finish ();
  g_log_remove_handler (G_LOG_DOMAIN, handler);
  g_assert_nonnull (writer);
  g_assert_true (writer != g_thread_self ());
  g_assert_cmpint (g_rmdir (taken), ==, 0);
}

/* --- Words --- */

static void
test_time (void)
{
  static const struct {
    const char *used;
    const char *words;
  } cases[] = {
    { "2026-11-22T00:00:00Z", "Today" },
    { "2026-11-21T23:59:59Z", "Yesterday" },
    { "2026-11-20T23:59:59Z", "2 days ago" },
    { "2026-11-16T00:00:00Z", "6 days ago" },
    { "2026-11-15T12:00:00Z", "15 November 2026" },
    { "2026-11-23T00:00:00Z", "" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-22T08:00:00Z", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GDateTime) used = g_date_time_new_from_iso8601 (cases[i].used, NULL);
    g_autofree char *words = qtr_recent_row_describe_time (g_date_time_to_unix (used) * G_USEC_PER_SEC, now);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

/* The name in the first words, the place in the second, and neither JSON nor a path where people read. */
static void
test_error (void)
{
  static const struct {
    QtrError code;
    const char *remedy;
  } cases[] = {
    { QTR_ERROR_SYNTAX, "Try an earlier copy" },      { QTR_ERROR_SHAPE, "Try an earlier copy" },
    { QTR_ERROR_LIMIT, "Check that it is the file" }, { QTR_ERROR_VERSION, "Update Quarterly" },
    { QTR_ERROR_UNREADABLE, "you may read it" },
  };
  g_autoptr (GFile) file = g_file_new_for_path ("/plans/force.quarterly");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = g_error_new_literal (
        QTR_ERROR, (int) cases[i].code, "/plans/force.quarterly: line 3, column 14 ($.title): not a text");
    g_autofree char *detail = NULL;
    g_autofree char *words = qtr_open_error_describe (file, error, &detail);

    g_assert_nonnull (strstr (words, "“force.quarterly”"));
    g_assert_nonnull (strstr (words, cases[i].remedy));
    g_assert_null (strstr (words, "$"));
    g_assert_null (strstr (words, "/plans"));
    g_assert_cmpstr (detail, ==, "In /plans: line 3, column 14 ($.title): not a text");
  }
}

/* What is saved or exported gets an ending, unless it was given one. */
static void
test_ending (void)
{
  static const struct {
    const char *chosen;
    const char *written;
  } cases[] = {
    { "plan", "plan.quarterly" },   { "plan.quarterly", "plan.quarterly" },
    { "plan.txt", "plan.txt" },     { "Plan for 2026. Second part", "Plan for 2026. Second part.quarterly" },
    { "plan.", "plan..quarterly" }, { ".plan", ".plan.quarterly" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GFile) chosen = g_file_new_build_filename ("/plans", cases[i].chosen, NULL);
    g_autoptr (GFile) written = qtr_window_add_ending (chosen, "quarterly");
    g_autofree char *name = g_file_get_basename (written);

    g_assert_cmpstr (name, ==, cases[i].written);
  }
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("quarterly-state-XXXXXX", NULL);
  int result = 0;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/window-state/recent", Fixture, NULL, set_up, test_recent, tear_down);
  g_test_add ("/ui/window-state/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/ui/window-state/private", Fixture, NULL, set_up, test_private, tear_down);
  g_test_add ("/ui/window-state/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/ui/window-state/session", Fixture, NULL, set_up, test_session, tear_down);
  g_test_add ("/ui/window-state/last", Fixture, NULL, set_up, test_last, tear_down);
  g_test_add ("/ui/window-state/aside", Fixture, NULL, set_up, test_aside, tear_down);
  g_test_add_func ("/ui/window-state/time", test_time);
  g_test_add_func ("/ui/window-state/error", test_error);
  g_test_add_func ("/ui/window-state/ending", test_ending);

  result = g_test_run ();
  g_assert_cmpint (g_rmdir (state), ==, 0);
  return result;
}
