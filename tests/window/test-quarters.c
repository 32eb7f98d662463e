/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "model/review.h"
#include "model/update.h"
#include "scene.h"

/* From one quarter to the next: the update is published, the next one begins with its text, and what is still
 * true in it is said to be. */

static const QtrUpdate *
get_update (const QtrPlan *plan, guint from_end)
{
  return qtr_list_get (plan->updates, qtr_list_length (plan->updates) - 1 - from_end);
}

static guint
count_carried (const QtrList *bullets)
{
  guint n_carried = 0;

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    n_carried += (bullet->carried != NULL) + count_carried (bullet->bullets);
  }
  return n_carried;
}

static const QtrList *
get_bullets (const QtrPlan *plan)
{
  return qtr_update_find_section (get_update (plan, 0), "family")->bullets;
}

static gboolean
is_published (const QtrPlan *plan)
{
  return qtr_plan_get_state (plan, get_update (plan, 0)->record.id) == QTR_STATE_PUBLISHED;
}

static gboolean
is_draft (const QtrPlan *plan)
{
  return qtr_plan_get_state (plan, get_update (plan, 0)->record.id) == QTR_STATE_DRAFT;
}

/* Everything of the section is carried; the quarter before is as it was. */
static gboolean
is_rolled_forward (const QtrPlan *plan)
{
  const QtrBullet *first = qtr_list_get (get_bullets (plan), 0);

  return g_str_equal (get_update (plan, 0)->quarter, "2026-27-Q3") && is_draft (plan) &&
         g_strcmp0 (first->carried, "2026-27-Q2") == 0 &&
         qtr_plan_get_state (plan, get_update (plan, 1)->record.id) == QTR_STATE_PUBLISHED;
}

static gboolean
is_true_again (const QtrPlan *plan)
{
  const QtrBullet *first = qtr_list_get (get_bullets (plan), 0);

  return first->carried == NULL && count_carried (get_bullets (plan)) > 0;
}

static gboolean
is_touched (const QtrPlan *plan)
{
  const QtrBullet *first = qtr_list_get (get_bullets (plan), 0);

  return first->carried == NULL && strstr (first->area == NULL ? first->text : first->area, "Still ") != NULL;
}

static void
write_under_family (Driver *driver, const char *commitment)
{
  g_autoptr (AtspiAccessible) editor = NULL;

  driver_act (driver, "win.go-front-page");
  driver_act (driver, "win.next-priority");
  editor = driver_wait_for_editor (driver, commitment);
  driver_click (driver, editor);
  driver_press_key (driver, "ctrl+Home");
}

static void
test_publish (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  g_assert_false (driver_can_act (driver, "win.take-back"));
  driver_act (driver, "win.publish");
  driver_expect (driver, "is published, and stays as it was read");
  scene_save_and_expect (scene, driver, is_published);
  g_assert_false (driver_can_act (driver, "win.publish"));
  g_assert_false (driver_can_act (driver, "win.bullet-indent"));

  driver_act (driver, "win.take-back");
  scene_save_and_expect (scene, driver, is_draft);
  g_assert_true (driver_can_act (driver, "win.bullet-indent"));

  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, is_published);
}

static void
test_roll_forward (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (QtrPlan) plan = scene_load (scene);
  const QtrPriority *priority = qtr_list_get (plan->priorities, 0);
  const QtrCommitment *commitment = qtr_list_find (priority->commitments, "family", NULL);

  driver_act (driver, "win.publish");
  driver_act (driver, "win.new-quarter");
  driver_expect (driver, "begins with the text of the quarter before");
  scene_save_and_expect (scene, driver, is_rolled_forward);

  write_under_family (driver, commitment->text);
  driver_wait_for_description (driver, "carried over");
  driver_act (driver, "win.still-true");
  scene_save_and_expect (scene, driver, is_true_again);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, is_rolled_forward);

  write_under_family (driver, commitment->text);
  driver_insert_text (driver, commitment->text, "Still ");
  scene_save_and_expect (scene, driver, is_touched);
}

static void
add_tests (void)
{
  g_test_add ("/window/quarters/publish", Scene, NULL, scene_set_up_example, test_publish, scene_tear_down);
  g_test_add ("/window/quarters/roll-forward", Scene, NULL, scene_set_up_example, test_roll_forward,
              scene_tear_down);
}

int
main (int argc, char **argv)
{
  return scene_run (argc, argv, add_tests);
}
