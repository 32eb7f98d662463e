/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/error.h"
#include "recovery-scene.h"

static void
test_written (Scene *scene, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (QtrPlan) base = NULL;
  g_autoptr (GPtrArray) found = NULL;
  struct stat standing;

  scene_rename_plan (scene->document, "1");
  scene_wait_until_written ("1");
  scene_rename_plan (scene->document, "2");
  scene_wait_until_written ("2");

  base = scene_load_first (QTR_RECOVERY_BASE);
  g_assert_cmpstr (base->title, ==, "0");
  path = scene_get_path (QTR_RECOVERY_PLAN);
  g_assert_cmpint (g_stat (path, &standing), ==, 0);
  g_assert_cmpint (standing.st_mode & 07777, ==, 0600);
  folder = g_path_get_dirname (path);
  g_assert_cmpint (g_stat (folder, &standing), ==, 0);
  g_assert_cmpint (standing.st_mode & 07777, ==, 0700);

  /* Its process lives, so it is nobody else's. */
  found = scene_list ();
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_goes_when_saved (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) base = NULL;

  scene_rename_plan (scene->document, "1");
  scene_wait_until_written ("1");
  scene_save (scene->document, NULL);
  scene_wait_until (scene_is_empty, NULL);

  scene_rename_plan (scene->document, "2");
  scene_wait_until_written ("2");
  base = scene_load_first (QTR_RECOVERY_BASE);
  g_assert_cmpstr (base->title, ==, "1");
}

static void
test_goes_when_undone (Scene *scene, gconstpointer data)
{
  scene_rename_plan (scene->document, "1");
  scene_wait_until_written ("1");
  qtr_document_undo (scene->document);
  scene_wait_until (scene_is_empty, NULL);
  qtr_document_redo (scene->document);
  scene_wait_until_written ("1");
}

/* A failed save is no save. */
static void
test_stays_when_not_saved (Scene *scene, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_build_filename (scene->folder, "none", "plan.quarterly", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  scene_rename_plan (scene->document, "1");
  scene_wait_until_written ("1");
  qtr_document_save_async (scene->document, nowhere, NULL, scene_keep_result_cb, &result);
  g_assert_false (qtr_document_save_finish (scene->document, scene_wait_for_result (&result), NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  scene_rename_plan (scene->document, "2");
  scene_wait_until_written ("2");
}

/* Of a plan that is only looked at, like the example, nothing is left; of one that was never saved, all is.
 */
static void
test_never_saved (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", NULL);
  g_autoptr (QtrDocument) document = qtr_document_new (plan, NULL);
  QtrRecovery *recovery = qtr_recovery_new (document);

  g_assert_false (qtr_recovery_has_work (document));
  scene_rename_plan (document, "1");
  g_assert_true (qtr_recovery_has_work (document));
  scene_wait_until_written ("1");
  qtr_document_undo (document);
  scene_wait_until (scene_is_empty, NULL);
  qtr_document_redo (document);
  scene_discard (recovery);
  g_assert_true (scene_is_empty (NULL));
}

static void
failed_cb (QtrRecovery *recovery, const char *reason, guint *n_failures)
{
  g_assert_nonnull (reason);

  ++*n_failures;
}

static gboolean
has_failed (gpointer n_failures)
{
  return *(guint *) n_failures > 0;
}

/* Said once, and nothing is lost but safety. */
static void
test_unwritable (Scene *scene, gconstpointer data)
{
  g_autofree char *root = qtr_recovery_folder_find_root ();
  g_autoptr (GError) error = NULL;
  guint n_failures = 0;

  g_rmdir (root);
  g_file_set_contents (root, "", 0, &error);
  g_assert_no_error (error);
  g_signal_connect (scene->recovery, "failed", G_CALLBACK (failed_cb), &n_failures);
  scene_rename_plan (scene->document, "1");
  scene_wait_until (has_failed, &n_failures);
  g_assert_cmpuint (n_failures, ==, 1);

  g_assert_cmpint (g_unlink (root), ==, 0);
  scene_rename_plan (scene->document, "2");
  scene_wait_until_written ("2");
}

static void
add (const char *path, void (*test) (Scene *scene, gconstpointer data))
{
  g_test_add (path, Scene, NULL, scene_set_up, test, scene_tear_down);
}

static void
add_tests (void)
{
  add ("/recovery/written", test_written);
  add ("/recovery/goes-when-saved", test_goes_when_saved);
  add ("/recovery/goes-when-undone", test_goes_when_undone);
  add ("/recovery/stays-when-not-saved", test_stays_when_not_saved);
  g_test_add_func ("/recovery/never-saved", test_never_saved);
  add ("/recovery/unwritable", test_unwritable);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
