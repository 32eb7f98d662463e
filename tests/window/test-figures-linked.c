/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "model/path.h"
#include "model/update.h"
#include "scene.h"

/* Figures of a bullet that follow a measure: asked for by a sign, turned into text and linked again,
 * overridden with a reason, and deleted as one. */

#define OLD "The Special Constabulary stood at {{special-constables value}}"
#define LINK "{{calls-received value}}"

static const char *
get_text (const QtrPlan *plan)
{
  const QtrSection *section = qtr_update_find_section (qtr_plan_get_latest_update (plan), "family");

  return ((const QtrBullet *) qtr_list_get (section->bullets, 0))->text;
}

static gboolean
is_untouched (const QtrPlan *plan)
{
  return g_str_has_prefix (get_text (plan), OLD);
}

static gboolean
has_sign (const QtrPlan *plan)
{
  return g_str_has_prefix (get_text (plan), "#" OLD);
}

static gboolean
is_linked (const QtrPlan *plan)
{
  return g_str_has_prefix (get_text (plan), LINK OLD);
}

static gboolean
is_text (const QtrPlan *plan)
{
  return g_ascii_isdigit (get_text (plan)[0]) && strstr (get_text (plan), OLD) != NULL;
}

static gboolean
is_overridden (const QtrPlan *plan)
{
  return g_str_has_prefix (get_text (plan),
                           "{{calls-received value text=\"Many\" because=\"To be counted.\"}}" OLD);
}

/* Puts the caret at the beginning of what is said under the first commitment. */
static AtspiAccessible *
go_to_first_bullet (Driver *driver, Scene *scene)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  QtrPath path;
  const QtrCommitment *commitment = qtr_path_find (plan, "family", &path);
  AtspiAccessible *editor = NULL;

  driver_act (driver, "win.go-front-page");
  driver_act (driver, "win.next-priority");
  editor = driver_wait_for_editor (driver, commitment->text);
  driver_click (driver, editor);
  driver_press_key (driver, "ctrl+Home");
  return editor;
}

static void
type_into (Driver *driver, const char *entry, const char *text)
{
  g_autoptr (AtspiAccessible) editor = driver_wait_for_editor (driver, entry);

  driver_insert_into (editor, text);
}

static void
insert_by_sign (Driver *driver)
{
  driver_press_key (driver, "numbersign");
  type_into (driver, "Search Measures", "calls received");
  driver_press_key (driver, "Return");
  driver_expect (driver, "Search What Is Told");
  driver_press_key (driver, "Return");
  driver_wait_until_gone (driver, "Search What Is Told");
}

/* Whoever listens hears the words, and nothing of how they are written. */
static void
assert_is_read (AtspiAccessible *editor)
{
  g_autofree char *text = atspi_text_get_text ((AtspiText *) editor, 0, -1, NULL);

  g_assert_true (g_ascii_isdigit (*text));
  g_assert_null (strstr (text, "{{"));
}

static void
test_insert (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = go_to_first_bullet (driver, scene);

  insert_by_sign (driver);
  driver_wait_for_description (driver, "linked figure: Non-emergency calls received");
  scene_save_and_expect (scene, driver, is_linked);
  assert_is_read (editor);

  driver_press_key (driver, "BackSpace");
  scene_save_and_expect (scene, driver, is_untouched);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, is_linked);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, has_sign);
}

/* The sign is text, too. */
static void
test_escape (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = go_to_first_bullet (driver, scene);

  driver_press_key (driver, "numbersign");
  driver_expect (driver, "Search Measures");
  driver_press_key (driver, "Escape");
  driver_wait_until_gone (driver, "Search Measures");
  scene_save_and_expect (scene, driver, has_sign);
}

static void
test_link_and_override (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = go_to_first_bullet (driver, scene);

  insert_by_sign (driver);
  driver_wait_for_description (driver, "linked figure: Non-emergency calls received");
  driver_act (driver, "win.figure-into-text");
  scene_save_and_expect (scene, driver, is_text);
  driver_act (driver, "win.link-figure");
  driver_expect (driver, "Link This Figure");
  driver_press_key (driver, "Return");
  driver_wait_until_gone (driver, "Link This Figure");
  scene_save_and_expect (scene, driver, is_linked);

  driver_act (driver, "win.override-figure");
  type_into (driver, "Printed Instead", "Many");
  type_into (driver, "Reason", "To be counted.");
  driver_press_key (driver, "Tab");
  driver_press (driver, "Override");
  driver_wait_for_description (driver, "overridden: To be counted.");
  scene_save_and_expect (scene, driver, is_overridden);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, is_linked);
}

static void
add_tests (void)
{
  g_test_add ("/window/figures-linked/insert", Scene, NULL, scene_set_up_example, test_insert,
              scene_tear_down);
  g_test_add ("/window/figures-linked/escape", Scene, NULL, scene_set_up_example, test_escape,
              scene_tear_down);
  g_test_add ("/window/figures-linked/link-and-override", Scene, NULL, scene_set_up_example,
              test_link_and_override, scene_tear_down);
}

int
main (int argc, char **argv)
{
  return scene_run (argc, argv, add_tests);
}
