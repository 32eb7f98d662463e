/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "format/format.h"
#include "model/edit.h"
#include "scene.h"

#define EDITOR "Grow the wider policing family of special constables, cadets and volunteers"

/* Of the section that the first page begins with. */
static const char *
get_first_section (const QtrPlan *plan)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  const QtrSection *section = qtr_list_get (update->sections, 0);

  return section->record.id;
}

/* --- The scene --- */

/* The example as a later version might write it. Nothing in this one could save it. */
static void
set_up_newer (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) newer = NULL;
  g_autoptr (GBytes) bytes = NULL;

  scene_set_up_example (scene, data);
  plan = scene_load (scene);
  newer = qtr_edit_set (plan, plan->record.id, "format", QTR_PLAN_FORMAT + 1, NULL);
  bytes = qtr_format_write (newer);
  g_assert_true (g_file_replace_contents (scene->file, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                          NULL, NULL));
}

static void
set_up_loose (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) loose = NULL;

  scene_set_up_example (scene, data);
  plan = scene_load (scene);
  loose = qtr_edit_set (plan, get_first_section (plan), "commitment", "gone", NULL);
  scene_store (scene, loose);
}

/* --- The tests --- */

/* It is shown, and whatever one tries it stays as it is. */
static void
test_read_only (Scene *scene, gconstpointer data)
{
  static const char *const editing[] = { "win.save", "win.save-as", "win.import", "win.new-quarter",
                                         "win.bullet-indent" };
  g_autoptr (QtrPlan) before = scene_load (scene);
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = NULL;
  g_autoptr (QtrPlan) after = NULL;

  driver_expect (driver, "A newer version of Quarterly made this plan.");
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    g_assert_false (driver_can_act (driver, editing[i]));
  g_assert_true (driver_can_act (driver, "win.export"));
  editor = driver_wait_for (driver, EDITOR);
  driver_click (driver, editor);
  driver_press_key (driver, "x");
  driver_press_key (driver, "Page_Down");
  driver_press_key (driver, "ctrl+s");
  driver_close (g_steal_pointer (&driver));
  after = scene_load (scene);
  g_assert_true (qtr_record_equal (before, after));
}

/* What leads nowhere is said once the plan is open. */
static void
test_notes (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_expect (driver, "1 reference in this plan leads nowhere");
  driver_act (driver, "win.show-notes");
  driver_expect (driver, "“gone” is no commitment of this plan");
  driver_press_key (driver, "Escape");
  driver_wait_until_gone (driver, "References That Lead Nowhere");
}

static void
add_tests (void)
{
  g_test_add ("/newer/read-only", Scene, NULL, set_up_newer, test_read_only, scene_tear_down);
  g_test_add ("/newer/notes", Scene, NULL, set_up_loose, test_notes, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
