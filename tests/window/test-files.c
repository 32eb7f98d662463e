/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "scene.h"

/* Plans and publications to and from files that are chosen, where a desktop has no dialog of its own. */

#define ADDED "Our "

/* --- Hands --- */

static void
write_name (AtspiAccessible *entry, const char *text)
{
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (entry);
  g_autoptr (GError) error = NULL;

  atspi_editable_text_set_text_contents (editable, text, &error);
  g_assert_no_error (error);
}

/* In the dialog that opens files, a key brings up the entry. */
static void
choose_to_open (Driver *driver, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AtspiAccessible) entry = NULL;

  driver_enter_window (driver, "Open a Plan");
  driver_press_key (driver, "ctrl+l");
  entry = driver_wait_for_role (driver, ATSPI_ROLE_TEXT);
  write_name (entry, path);
  driver_press_key (driver, "Return");
  driver_leave_window (driver);
}

static void
choose_to_save (Driver *driver, const char *title, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AtspiAccessible) entry = NULL;

  driver_enter_window (driver, title);
  entry = driver_wait_for_role (driver, ATSPI_ROLE_TEXT);
  write_name (entry, path);
  driver_press (driver, "Save");
  driver_leave_window (driver);
}

/* --- What the files say --- */

static gboolean
has_new_title (const QtrPlan *plan)
{
  return g_str_has_prefix (plan->title, ADDED);
}

static gboolean
is_draft (gpointer file)
{
  g_autofree char *content = NULL;

  return g_file_load_contents (file, NULL, &content, NULL, NULL, NULL) &&
         strstr (content, "</html>") != NULL && strstr (content, "DRAFT") != NULL &&
         strstr (content, "Policing You Can See and Reach") != NULL;
}

/* --- The tests --- */

static void
change_title (Driver *driver)
{
  driver_act (driver, "win.go-plan");
  driver_insert_text (driver, "Title", ADDED);
}

static void
test_open (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (Driver) driver = driver_start (NULL);

  driver_act (driver, "win.open");
  choose_to_open (driver, scene->file);
  driver_wait_for_title (driver, plan->title);
  change_title (driver);
  scene_save_and_expect (scene, driver, has_new_title);
}

/* The example is nobody's file: saving it asks where to. */
static void
test_save_as (Scene *scene, gconstpointer data)
{
  g_autoptr (GFile) example = scene_get_example ();
  g_autoptr (QtrPlan) plan = qtr_file_load (example, NULL);
  g_autoptr (Driver) driver = driver_start (NULL);

  driver_act (driver, "win.open-example");
  driver_wait_for_title (driver, plan->title);
  change_title (driver);
  driver_act (driver, "win.save-as");
  choose_to_save (driver, "Save the Plan", scene->file);
  driver_wait_until_saved (driver);
  {
    g_autoptr (QtrPlan) saved = scene_load (scene);

    g_assert_true (has_new_title (saved));
  }
}

static void
test_export (Scene *scene, gconstpointer data)
{
  g_autoptr (GFile) target = g_file_new_build_filename (scene->folder, "update.html", NULL);
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.export-draft");
  choose_to_save (driver, "Export a Draft", target);
  driver_wait_until (is_draft, target, "the draft");
  g_assert_true (g_file_delete (target, NULL, NULL));
}

/* From a file manager, say. */
static void
test_drop (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (Driver) driver = driver_start (NULL);

  driver_drop_file (driver, scene->file, "Drop");
  driver_wait_for_title (driver, plan->title);
  change_title (driver);
  scene_save_and_expect (scene, driver, has_new_title);
}

static void
add_tests (void)
{
  g_test_add ("/files/open", Scene, NULL, scene_set_up_example, test_open, scene_tear_down);
  g_test_add ("/files/save-as", Scene, NULL, scene_set_up, test_save_as, scene_tear_down);
  g_test_add ("/files/export", Scene, NULL, scene_set_up_example, test_export, scene_tear_down);
  g_test_add ("/files/drop", Scene, NULL, scene_set_up_example, test_drop, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
