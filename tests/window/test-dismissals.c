/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "model/edit.h"
#include "model/ruling.h"
#include "scene.h"

/* A bullet at the end of the last priority. */
#define BULLET "zd7amjarqp5696j9"
#define SLIP "We stopped the the drivers. All were sober."
#define FINDING "“the” stands twice"

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) slipped = NULL;

  scene_set_up_example (scene, data);
  plan = scene_load (scene);
  slipped = qtr_edit_set (plan, BULLET, "text", SLIP, NULL);
  scene_store (scene, slipped);
}

/* --- Hands --- */

static void
go_to_finding (Driver *driver)
{
  g_autoptr (AtspiAccessible) row = NULL;

  driver_act (driver, "win.show-findings");
  driver_press (driver, "Search the Findings");
  driver_insert_text (driver, "Search the findings", "twice");
  row = driver_wait_for (driver, "Notice: " FINDING);
  driver_click (driver, row);
}

static void
give_reason (Driver *driver)
{
  driver_expect (driver, "It comes back if the words");
  driver_insert_text (driver, "Reason", "A quotation");
  driver_press (driver, "Dismiss");
  driver_expect (driver, "The finding was dismissed");
  driver_wait_until_gone (driver, "Notice: " FINDING);
}

/* --- What the file says --- */

static gboolean
is_dismissed (const QtrPlan *plan)
{
  const QtrDismissal *dismissal =
      qtr_list_length (plan->dismissals) == 1 ? qtr_list_get (plan->dismissals, 0) : NULL;

  return dismissal != NULL && g_strcmp0 (dismissal->about, BULLET) == 0 &&
         g_strcmp0 (dismissal->rule, "repeated-word") == 0 && g_strcmp0 (dismissal->words, "the the") == 0 &&
         g_strcmp0 (dismissal->reason, "A quotation") == 0 && dismissal->made != NULL;
}

static gboolean
is_not_dismissed (const QtrPlan *plan)
{
  return plan->dismissals == NULL;
}

/* --- The tests --- */

/* By the command; not without a reason; undone, done again, and in the file. */
static void
test_command (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_finding (driver);
  driver_act (driver, "win.dismiss-finding");
  driver_press (driver, "Dismiss");
  driver_expect (driver, "Say why it is left as it is");
  give_reason (driver);

  driver_act (driver, "win.undo");
  driver_expect (driver, "Notice: " FINDING);
  driver_act (driver, "win.redo");
  driver_wait_until_gone (driver, "Notice: " FINDING);
  scene_save_and_expect (scene, driver, is_dismissed);
}

/* From the words themselves, looked at again, and brought back. */
static void
test_popover (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_finding (driver);
  driver_act (driver, "win.show-finding");
  driver_press (driver, "Dismiss…");
  give_reason (driver);

  driver_press (driver, "Dismissed Findings");
  driver_expect (driver, "Dismissed: " FINDING);
  driver_press (driver, "Restore");
  driver_expect (driver, "The finding is back");
  driver_expect (driver, "Notice: " FINDING);
  scene_save_and_expect (scene, driver, is_not_dismissed);
}

static void
add_tests (void)
{
  g_test_add ("/window/dismissals/command", Scene, NULL, set_up, test_command, scene_tear_down);
  g_test_add ("/window/dismissals/popover", Scene, NULL, set_up, test_popover, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
