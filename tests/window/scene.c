/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scene.h"

#include <locale.h>

#include <atspi/atspi.h>
#include <glib/gstdio.h>

static char *
make_folder (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp (pattern, &error);

  g_assert_no_error (error);
  return folder;
}

/* The program's own folder, and in that files, and the recovery folders, with files. */
#define STATE_DEPTH_MAX 4

static void
remove_folder (const char *folder, guint depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_cmpuint (depth, <=, STATE_DEPTH_MAX);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path, depth + 1);
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
scene_set_up (Scene *scene, gconstpointer data)
{
  scene->folder = make_folder ("quarterly-window-XXXXXX");
  scene->state = make_folder ("quarterly-state-XXXXXX");
  g_setenv ("XDG_STATE_HOME", scene->state, TRUE);
  scene->file = g_file_new_build_filename (scene->folder, "plan.quarterly", NULL);
}

void
scene_set_up_example (Scene *scene, gconstpointer data)
{
  g_autoptr (GFile) example = scene_get_example ();
  g_autoptr (GError) error = NULL;

  scene_set_up (scene, data);
  g_file_copy (example, scene->file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
scene_tear_down (Scene *scene, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_delete (scene->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rmdir (scene->folder), ==, 0);
  remove_folder (scene->state, 1);
  g_object_unref (scene->file);
  g_free (scene->state);
  g_free (scene->folder);
}

GFile *
scene_get_example (void)
{
  return g_file_new_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
}

QtrPlan *
scene_load (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  QtrPlan *plan = qtr_file_load (scene->file, &error);

  g_assert_no_error (error);
  return plan;
}

void
scene_store (Scene *scene, const QtrPlan *plan)
{
  g_autoptr (GError) error = NULL;

  qtr_file_save (scene->file, plan, NULL, NULL, &error);
  g_assert_no_error (error);
}

typedef struct {
  GFile *file;
  SceneHolds holds;
} Expected;

static gboolean
is_in_file (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (expected->file, NULL);

  return plan != NULL && expected->holds (plan);
}

void
scene_save_and_expect (Scene *scene, Driver *driver, SceneHolds holds)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_in_file, &(Expected) { scene->file, holds }, "the change in the file");
  driver_wait_until_saved (driver);
}

void
scene_search_findings (Driver *driver, const char *words)
{
  driver_act (driver, "win.show-findings");
  driver_press (driver, "Search the Findings");
  driver_insert_text (driver, "Search the findings", words);
}

int
scene_run (int argc, char **argv, void (*add) (void))
{
  int result = 0;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns of a program that is still starting. The program's own warnings stay fatal, by G_DEBUG. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpstr (g_getenv ("G_DEBUG"), ==, "fatal-warnings");
  atspi_init ();

  add ();

  result = g_test_run ();
  atspi_exit ();
  return result;
}
