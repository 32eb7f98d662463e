/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#include "driver.h"
#include "scene.h"

/* A plan in a folder that others use as well: locks, and links. */

#define ADDED "Our "

static void
change_title (Driver *driver)
{
  driver_act (driver, "win.go-plan");
  driver_insert_text (driver, "Title", ADDED);
}

static gboolean
has_new_title (const QtrPlan *plan)
{
  return g_str_has_prefix (plan->title, ADDED);
}

static gboolean
is_written (gpointer scene)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);

  return has_new_title (plan);
}

/* Old enough for nobody to be waited for. */
static GFile *
write_lock (Scene *scene, const char *host)
{
  g_autofree char *name = g_file_get_basename (scene->file);
  g_autofree char *lock_name = g_strdup_printf (".%s.lock", name);
  g_autofree char *path = g_build_filename (scene->folder, lock_name, NULL);
  g_autofree char *text = g_strdup_printf ("%s 4711\n", host);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (utime (path, &(struct utimbuf) { 1000000000, 1000000000 }), ==, 0);
  return g_file_new_for_path (path);
}

/* --- The tests --- */

/* Nobody's lock is broken unasked, and nothing is written while it stands. */
static void
test_lock_of_another_host (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  g_autoptr (QtrPlan) now = NULL;
  g_autoptr (GFile) lock = write_lock (scene, "elsewhere.example");
  g_autoptr (Driver) driver = driver_start (scene->file);

  change_title (driver);
  driver_act (driver, "win.save");
  driver_expect (driver, "The Plan Is Locked");
  driver_expect (driver, "elsewhere.example");
  driver_press (driver, "Cancel");
  driver_wait_until_gone (driver, "The Plan Is Locked");
  g_assert_true (g_file_query_exists (lock, NULL));
  now = scene_load (scene);
  g_assert_true (qtr_record_equal (now, before));

  driver_act (driver, "win.save");
  driver_press (driver, "Remove Lock and Save");
  driver_wait_until (is_written, scene, "the change in the file");
  driver_wait_until_saved (driver);
  g_assert_false (g_file_query_exists (lock, NULL));
}

/* What a program that died left is no reason not to save, and is told. */
static void
test_lock_of_a_dead_process (Scene *scene, gconstpointer data)
{
  g_autoptr (GFile) lock = write_lock (scene, g_get_host_name ());
  g_autoptr (Driver) driver = driver_start (scene->file);

  change_title (driver);
  driver_act (driver, "win.save");
  driver_expect (driver, "Process 4711 ended while it was writing this plan");
  driver_wait_until (is_written, scene, "the change in the file");
  g_assert_false (g_file_query_exists (lock, NULL));
}

static int
count_windows (Driver *driver)
{
  g_autoptr (AtspiAccessible) program = atspi_accessible_get_application (driver_get_frame (driver), NULL);

  return atspi_accessible_get_child_count (program, NULL);
}

static gboolean
has_second_window (gpointer driver)
{
  return count_windows (driver) == 2;
}

/* As the desktop does it: a second program tells the first one, and ends. */
static void
open_again (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("QTR_WINDOW_PROGRAM"), path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

/* One plan is one document, by whichever name it is opened; another one, opened after it, is another window.
 */
static void
test_links (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *target = g_file_get_path (scene->file);
  g_autofree char *link_path = g_build_filename (scene->folder, "link.quarterly", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (GFile) other = g_file_new_build_filename (scene->folder, "other.quarterly", NULL);
  g_autoptr (Driver) driver = NULL;

  g_assert_cmpint (symlink (target, link_path), ==, 0);
  g_assert_true (g_file_copy (scene->file, other, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  driver = driver_start (link);
  driver_wait_for_title (driver, plan->title);
  open_again (scene->file);
  open_again (link);
  open_again (other);
  driver_wait_until (has_second_window, driver, "the other plan's window");

  change_title (driver);
  scene_save_and_expect (scene, driver, has_new_title);
  g_assert_cmpint (count_windows (driver), ==, 2);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_delete (link, NULL, NULL));
  g_assert_true (g_file_delete (other, NULL, NULL));
}

static void
add_tests (void)
{
  g_test_add ("/sharing/lock-of-another-host", Scene, NULL, scene_set_up_example, test_lock_of_another_host,
              scene_tear_down);
  g_test_add ("/sharing/lock-of-a-dead-process", Scene, NULL, scene_set_up_example,
              test_lock_of_a_dead_process, scene_tear_down);
  g_test_add ("/sharing/links", Scene, NULL, scene_set_up_example, test_links, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
