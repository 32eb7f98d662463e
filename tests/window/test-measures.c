/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "model/edit.h"
#include "model/measure.h"
#include "scene.h"

#define NAME "Benches mended"
#define RENAMED "Old benches mended"

/* --- What the file says --- */

static const QtrMeasure *
find (const QtrPlan *plan, const char *name)
{
  return qtr_plan_find_measure (plan, name);
}

static gboolean
is_decimal (QtrDecimal value, const char *expected)
{
  g_autofree char *digits = qtr_decimal_is_set (value) ? qtr_decimal_to_string (value) : NULL;

  return g_strcmp0 (digits, expected) == 0;
}

static gboolean
has_target (const QtrMeasure *measure)
{
  const QtrTarget *target =
      qtr_list_length (measure->targets) == 1 ? qtr_list_get (measure->targets, 0) : NULL;

  return target != NULL && g_strcmp0 (target->from, "2026-27-Q1") == 0 && is_decimal (target->value, "40");
}

static gboolean
has_new_measure (const QtrPlan *plan)
{
  const QtrMeasure *measure = find (plan, NAME);

  return measure != NULL && g_strcmp0 (measure->unit, "benches") == 0 &&
         is_decimal (measure->baseline, "1234") && is_decimal (measure->tolerance, "5") &&
         g_strcmp0 (measure->source, "Parks register") == 0 &&
         g_strcmp0 (measure->retired_from, "2027-28-Q1") == 0 && has_target (measure) &&
         qtr_tokens_length (measure->priorities) == 0;
}

static gboolean
has_other_name (const QtrPlan *plan)
{
  return find (plan, RENAMED) != NULL && find (plan, NAME) == NULL;
}

static guint
find_index (const QtrPlan *plan, const char *id)
{
  guint index = 0;

  g_assert_nonnull (qtr_list_find (plan->measures, id, &index));
  return index;
}

static gboolean
has_moved (const QtrPlan *plan)
{
  return find_index (plan, "special-constables") == 1;
}

static gboolean
has_not_moved (const QtrPlan *plan)
{
  return find_index (plan, "special-constables") == 0;
}

static gboolean
has_retired (const QtrPlan *plan)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, "special-constables", NULL);

  return g_strcmp0 (measure->retired_from, "2026-27-Q3") == 0;
}

static gboolean
has_none (const QtrPlan *plan)
{
  return find (plan, NAME) == NULL;
}

/* --- Hands --- */

static void
fill_form (Driver *driver)
{
  driver_insert_text (driver, "Name", NAME);
  driver_insert_text (driver, "Unit, Such as %, £ or Officers", "benches");
  driver_insert_text (driver, "Baseline", "1,234");
  driver_insert_text (driver, "Tolerance in Percent of the Target", "5%");
  driver_insert_text (driver, "Source", "Parks register");
  driver_insert_text (driver, "Retired From Quarter (Optional)", "Q1 2027/28");
  driver_press_key (driver, "alt+t");
  driver_insert_text (driver, "Target From", "Q1 2026/27");
  driver_insert_text (driver, "Target", "40");
}

/* --- The tests --- */

static void
test_create (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.new-measure");
  driver_press (driver, "Add");
  driver_expect (driver, "A measure needs a name");
  fill_form (driver);
  driver_press (driver, "Add");
  driver_expect (driver, NAME ", benches, quarterly, retired from Q1 2027/28");
  scene_save_and_expect (scene, driver, has_new_measure);

  driver_act_on (driver, NAME, "item.edit");
  driver_insert_text (driver, "Name", "Old ");
  driver_press (driver, "Save");
  scene_save_and_expect (scene, driver, has_other_name);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, has_new_measure);
  driver_act (driver, "win.redo");
  driver_act_on (driver, "Old " NAME, "item.remove");
  driver_expect (driver, "Measure removed");
  scene_save_and_expect (scene, driver, has_none);
}

static void
test_order (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-measures");
  driver_act_on (driver, "Special constables, officers", "item.move-down");
  scene_save_and_expect (scene, driver, has_moved);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, has_not_moved);
}

static void
test_retire (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-measures");
  driver_act_on (driver, "Special constables, officers", "item.retire");
  driver_press (driver, "Retire");
  driver_expect (driver, "Measure retired");
  driver_expect (driver, "retired from Q3 2026/27");
  scene_save_and_expect (scene, driver, has_retired);
}

static void
test_uses (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-measures");
  driver_act_on (driver, "Special constables, officers", "item.uses");
  driver_expect (driver, "Its figures are on this priority’s page.");
  driver_press_key (driver, "Tab");
  driver_press_key (driver, "Return");
  driver_expect (driver, "Special constables, Q2 2026/27");
}

static void
add_tests (void)
{
  g_test_add ("/measures/order", Scene, NULL, scene_set_up_example, test_order, scene_tear_down);
  g_test_add ("/measures/retire", Scene, NULL, scene_set_up_example, test_retire, scene_tear_down);
  g_test_add ("/measures/uses", Scene, NULL, scene_set_up_example, test_uses, scene_tear_down);
  g_test_add ("/measures/create", Scene, NULL, scene_set_up_example, test_create, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
