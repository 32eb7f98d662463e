/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "folder.h"
#include "model/edit.h"
#include "store/file.h"

typedef struct {
  char *folder;
  char *path;
  GFile *file;
  QtrPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "plan.quarterly", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->plan = qtr_record_new (&qtr_plan_type, "title", "A plan", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qtr_record_unref (fixture->plan);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  test_folder_remove (fixture->folder);
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  qtr_file_save (fixture->file, fixture->plan, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_save_and_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) loaded = NULL;

  save (fixture);
  loaded = qtr_file_load (fixture->file, NULL);
  g_assert_true (qtr_record_equal (loaded, fixture->plan));
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
}

static void
test_permissions_kept (Fixture *fixture, gconstpointer data)
{
  struct stat standing;

  save (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  save (fixture);
  g_assert_cmpint (g_stat (fixture->path, &standing), ==, 0);
  g_assert_cmpuint (standing.st_mode & 07777, ==, 0640);
}

static void
test_link_followed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.quarterly", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (QtrPlan) loaded = NULL;

  save (fixture);
  g_assert_cmpint (symlink ("plan.quarterly", link_path), ==, 0);
  qtr_record_unref (fixture->plan);
  fixture->plan = qtr_record_new (&qtr_plan_type, "title", "Changed", NULL);
  g_assert_true (qtr_file_save (link, fixture->plan, NULL, NULL, NULL));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  loaded = qtr_file_load (fixture->file, NULL);
  g_assert_true (qtr_record_equal (loaded, fixture->plan));
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  g_assert_false (qtr_file_save (fixture->file, fixture->plan, NULL, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_folder_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (qtr_file_load (folder, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_clear_error (&error);
  g_assert_false (qtr_file_save (folder, fixture->plan, NULL, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
}

/* A folder that is gone stands for every reason why a file cannot be written. */
static void
test_failure_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gone", "plan.quarterly", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (qtr_file_save (file, fixture->plan, NULL, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 0);
}

static void
test_not_a_plan_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "{\"format\": 1, \"title\": 3", -1, NULL));
  g_assert_null (qtr_file_load (fixture->file, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{\"format\": 1, \"title\": 3");
}

static QtrPlan *
append_person_cb (const QtrPlan *plan, gpointer user_data, GError **error)
{
  g_autoptr (QtrPerson) person = qtr_record_new (&qtr_person_type, "name", "Somebody", NULL);

  return qtr_edit_insert (plan, plan->record.id, "people", G_MAXUINT, person);
}

#define N_WRITERS 4
#define N_ROUNDS 25

/* Every writer's every change is in the file at the end: nobody reads what another is about to replace. */
static void
test_writers_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) loaded = NULL;

  save (fixture);
  for (guint i = 0; i < N_WRITERS; i++) {
    if (fork () == 0) {
      gboolean done = TRUE;

      for (guint j = 0; j < N_ROUNDS; j++)
        done = qtr_file_edit (fixture->file, append_person_cb, NULL, NULL, NULL) && done;
      _exit (done ? 0 : 1);
    }
  }
  for (guint i = 0; i < N_WRITERS; i++) {
    int status = 0;

    wait (&status);
    g_assert_cmpint (status, ==, 0);
  }

  loaded = qtr_file_load (fixture->file, NULL);
  g_assert_cmpuint (qtr_list_length (loaded->people), ==, N_WRITERS * N_ROUNDS);
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
}

static const struct {
  const char *path;
  void (*run) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/file/save-and-load", test_save_and_load },
  { "/file/permissions-kept", test_permissions_kept },
  { "/file/link-followed", test_link_followed },
  { "/file/dangling-link", test_dangling_link },
  { "/file/folder-refused", test_folder_refused },
  { "/file/failure-leaves-nothing", test_failure_leaves_nothing },
  { "/file/not-a-plan-left-alone", test_not_a_plan_left_alone },
  { "/file/writers-at-once", test_writers_at_once },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
