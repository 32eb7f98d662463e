/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "left-behind.h"
#include "model/update.h"
#include "scene.h"

#define FIRST "First. "
#define SECOND "Second. "

/* --- Hands --- */

static const QtrCommitment *
get_commitment (const QtrPlan *plan)
{
  const QtrPriority *priority = qtr_list_get (plan->priorities, 1);

  return qtr_list_get (priority->commitments, 0);
}

/* The text that is written in begins its section. */
static gboolean
begins_with (const QtrPlan *plan, const char *text)
{
  const char *bullet = left_behind_get_text (plan);

  return g_str_has_prefix (bullet, text);
}

static gboolean
has_both (const QtrPlan *plan)
{
  return begins_with (plan, SECOND FIRST);
}

static Driver *
start_and_go (GFile *file, const QtrPlan *plan)
{
  Driver *driver = driver_start (file);

  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.next-priority");
  return driver;
}

static void
write_first (Scene *scene, Driver *driver, const QtrPlan *plan, const char *text)
{
  driver_insert_text (driver, get_commitment (plan)->text, text);
  left_behind_wait_for (scene, text);
}

static void
write_and_crash (Scene *scene, const QtrPlan *plan)
{
  Driver *driver = start_and_go (scene->file, plan);

  write_first (scene, driver, plan, FIRST);
  driver_kill (driver);
}

static char *
name_button (const char *does, const QtrPlan *plan)
{
  return g_strdup_printf ("%s “%s”", does, plan->title);
}

/* --- The tests --- */

/* Killed, opened, killed once more, opened in the window of the plan itself, saved: then nothing is left. */
static void
test_open (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *open = name_button ("Open", plan);
  Driver *driver = NULL;

  write_and_crash (scene, plan);
  driver = driver_start (NULL);
  driver_expect (driver, "plan.quarterly · Today");
  driver_expect (driver, "1 change");
  driver_expect (driver, "{+" FIRST "+}");
  driver_press (driver, open);
  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.next-priority");
  write_first (scene, driver, plan, SECOND FIRST);
  driver_kill (driver);

  driver = start_and_go (scene->file, plan);
  driver_press (driver, open);
  driver_wait_until_gone (driver, "Unsaved Work");
  scene_save_and_expect (scene, driver, has_both);
  left_behind_wait_until_gone (scene);
  driver_close (driver);

  driver = driver_start (NULL);
  driver_act (driver, "win.recover");
  driver_expect (driver, "No Unsaved Work");
  driver_stop (driver);
}

/* What was discarded can be kept until the dialog is closed; what was left is offered again. */
static void
test_discard (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *discard = name_button ("Discard", plan);
  g_autofree char *keep = name_button ("Keep", plan);
  Driver *driver = NULL;

  write_and_crash (scene, plan);
  driver = driver_start (NULL);
  driver_press (driver, discard);
  driver_press (driver, keep);
  driver_wait_until_gone (driver, keep);
  driver_press_key (driver, "Escape");
  driver_wait_until_gone (driver, "Unsaved Work");
  g_assert_true (left_behind_exists (scene));

  driver_act (driver, "win.recover");
  driver_press (driver, discard);
  driver_expect (driver, keep);
  driver_press_key (driver, "Escape");
  left_behind_wait_until_gone (scene);
  driver_stop (driver);
}

/* Each difference is read out, and there is a way back. */
static void
test_compare (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *compare = name_button ("Compare", plan);
  g_autofree char *open = name_button ("Open", plan);
  Driver *driver = NULL;

  write_and_crash (scene, plan);
  driver = driver_start (NULL);
  driver_press (driver, compare);
  driver_expect (driver, "What differs from the saved plan");
  driver_expect (driver, "{+" FIRST "+}");
  driver_press_key (driver, "Escape");
  driver_expect (driver, open);
  driver_stop (driver);
}

/* A plan that no file has; and one that is only looked at leaves nothing. */
static void
test_never_saved (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *open = name_button ("Open", plan);
  Driver *driver = driver_start (NULL);

  driver_act (driver, "win.open-example");
  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.next-priority");
  g_assert_false (left_behind_exists (scene));
  write_first (scene, driver, plan, FIRST);
  driver_kill (driver);

  driver = driver_start (NULL);
  driver_expect (driver, "never saved");
  driver_press (driver, open);
  driver_wait_for_title (driver, plan->title);
  /* The window asks, as there is work in it; what is discarded there is gone as well. */
  driver_act (driver, "win.close");
  driver_expect (driver, "Save Changes?");
  driver_press (driver, "Discard");
  left_behind_wait_until_gone (scene);
  driver_wait_until_ended (driver);
}

/* Half a file stops nobody, and stays until it is discarded. */
static void
test_damaged (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *discard = name_button ("Discard", plan);
  g_autofree char *keep = name_button ("Keep", plan);
  Driver *driver = start_and_go (scene->file, plan);

  write_first (scene, driver, plan, FIRST);
  driver_kill (driver);
  left_behind_damage (scene);

  driver = driver_start (NULL);
  driver_expect (driver, "cannot be read");
  driver_press (driver, discard);
  driver_expect (driver, keep);
  driver_press_key (driver, "Escape");
  left_behind_wait_until_gone (scene);
  driver_stop (driver);
}

static void
add_tests (void)
{
  g_test_add ("/recovery/open", Scene, NULL, scene_set_up_example, test_open, scene_tear_down);
  g_test_add ("/recovery/discard", Scene, NULL, scene_set_up_example, test_discard, scene_tear_down);
  g_test_add ("/recovery/compare", Scene, NULL, scene_set_up_example, test_compare, scene_tear_down);
  g_test_add ("/recovery/never-saved", Scene, NULL, scene_set_up_example, test_never_saved, scene_tear_down);
  g_test_add ("/recovery/damaged", Scene, NULL, scene_set_up_example, test_damaged, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
