/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "recovery-scene.h"

#include <glib/gstdio.h>

#include "folder.h"
#include "model/edit.h"
#include "store/file.h"

/* Looking again, without a word about how long. */
#define LOOK_AGAIN_MS 5

/* --- Hands --- */

static gboolean
wake_cb (gpointer awake)
{
  *(gboolean *) awake = TRUE;
  return G_SOURCE_REMOVE;
}

void
scene_wait_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  while (!is_so (data)) {
    gboolean awake = FALSE;

    g_timeout_add (LOOK_AGAIN_MS, wake_cb, &awake);
    while (!awake)
      g_main_context_iteration (NULL, TRUE);
  }
}

void
scene_keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
scene_wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* --- What is on the disk --- */

GPtrArray *
scene_list_folders (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *root = qtr_recovery_folder_find_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (root, name, NULL));
  return paths;
}

gboolean
scene_is_empty (gpointer data)
{
  g_autoptr (GPtrArray) paths = scene_list_folders ();

  return paths->len == 0;
}

/* The only folder there is. */
char *
scene_get_path (const char *name)
{
  g_autoptr (GPtrArray) paths = scene_list_folders ();

  g_assert_cmpuint (paths->len, ==, 1);
  return g_build_filename (g_ptr_array_index (paths, 0), name, NULL);
}

QtrPlan *
scene_load_first (const char *name)
{
  g_autoptr (GPtrArray) paths = scene_list_folders ();
  g_autoptr (GFile) file =
      paths->len == 0 ? NULL : g_file_new_build_filename (g_ptr_array_index (paths, 0), name, NULL);

  return file == NULL ? NULL : qtr_file_load (file, NULL);
}

gboolean
scene_is_written (gpointer title)
{
  g_autoptr (QtrPlan) plan = scene_load_first (QTR_RECOVERY_PLAN);

  return plan != NULL && g_strcmp0 (plan->title, title) == 0;
}

void
scene_wait_until_written (const char *title)
{
  scene_wait_until (scene_is_written, (gpointer) title);
}

/* --- The scene --- */

void
scene_rename_plan (QtrDocument *document, const char *title)
{
  const QtrPlan *plan = qtr_document_get_plan (document);

  qtr_document_commit (document, qtr_edit_set (plan, plan->record.id, "title", title, NULL), "Title", NULL);
}

void
scene_set_body (QtrDocument *document, const char *body)
{
  const QtrPlan *plan = qtr_document_get_plan (document);

  qtr_document_commit (document, qtr_edit_set (plan, plan->record.id, "body", body, NULL), "Body", NULL);
}

void
scene_save (QtrDocument *document, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  qtr_document_save_async (document, file, NULL, scene_keep_result_cb, &result);
  qtr_document_save_finish (document, scene_wait_for_result (&result), NULL, &error);
  g_assert_no_error (error);
}

void
scene_write_plan (GFile *file, const QtrPlan *plan)
{
  g_autoptr (GError) error = NULL;

  qtr_file_save (file, plan, NULL, NULL, &error);
  g_assert_no_error (error);
}

QtrDocument *
scene_open_document (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  QtrDocument *document = NULL;

  qtr_document_load_async (file, NULL, scene_keep_result_cb, &result);
  document = qtr_document_load_finish (scene_wait_for_result (&result), &error);
  g_assert_no_error (error);
  return document;
}

void
scene_set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", NULL);

  g_assert_true (scene_is_empty (NULL));
  scene->folder = test_folder_new ();
  scene->file = g_file_new_build_filename (scene->folder, "plan.quarterly", NULL);
  scene_write_plan (scene->file, plan);
  scene->document = scene_open_document (scene->file);
  scene->recovery = qtr_recovery_new (scene->document);
}

void
scene_discard (QtrRecovery *recovery)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_recovery_discard_async (recovery, scene_keep_result_cb, &result);
  qtr_recovery_discard_finish (recovery, scene_wait_for_result (&result));
  g_object_unref (recovery);
  /* It has still to be told how the last writing went. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
scene_tear_down (Scene *scene, gconstpointer data)
{
  if (scene->recovery != NULL)
    scene_discard (scene->recovery);
  g_assert_true (scene_is_empty (NULL));
  g_assert_finalize_object (scene->document);
  g_object_unref (scene->file);
  test_folder_remove (scene->folder);
}

GPtrArray *
scene_list (void)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_recovered_list_async (NULL, scene_keep_result_cb, &result);
  return qtr_recovered_list_finish (scene_wait_for_result (&result));
}

gboolean
scene_finds_one (gpointer data)
{
  GPtrArray **found = data;

  g_clear_pointer (found, g_ptr_array_unref);
  *found = scene_list ();
  return (*found)->len == 1;
}

/* As when the process dies: what is on the disk stays, and nobody holds it. */
GPtrArray *
scene_die_and_list (Scene *scene, const char *title)
{
  GPtrArray *found = NULL;

  scene_wait_until_written (title);
  g_clear_object (&scene->recovery);
  scene_wait_until (scene_finds_one, &found);
  return found;
}

void
scene_discard_found (QtrRecovered *recovered)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_recovered_discard_async (recovered, scene_keep_result_cb, &result);
  qtr_recovered_discard_finish (recovered, scene_wait_for_result (&result));
}

/* --- The whole --- */

static void
remove_state (const char *state)
{
  g_autofree char *root = qtr_recovery_folder_find_root ();
  g_autofree char *above = g_path_get_dirname (root);

  g_assert_cmpint (g_rmdir (root), ==, 0);
  g_assert_cmpint (g_rmdir (above), ==, 0);
  g_assert_cmpint (g_rmdir (state), ==, 0);
}

int
scene_run (int argc, char **argv, void (*add) (void))
{
  g_autofree char *state = test_folder_new ();
  int result = 0;

  /* Asked for once in the life of a process. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);

  add ();

  result = g_test_run ();
  remove_state (state);
  return result;
}
