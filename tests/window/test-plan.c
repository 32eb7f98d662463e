/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "model/path.h"
#include "model/update.h"
#include "scene.h"

#define KEY_TAB 0xff09
#define KEY_RETURN 0xff0d
#define KEY_DOWN 0xff54
#define BULLET "The first thing that was done"
#define PROMISE "Mend every bench"
#define LONGER "Answer within a minute. "

/* --- Hands --- */

static void
press_key (int key)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (key, NULL, ATSPI_KEY_SYM, &error);
  g_assert_no_error (error);
}

/* From the promise's text to the second choice below it. */
static void
choose_new_wording (void)
{
  press_key (KEY_TAB);
  press_key (KEY_DOWN);
  press_key (KEY_RETURN);
}

/* --- What the file says --- */

static gboolean
has_fourth_quarter (const QtrPlan *plan)
{
  const QtrUpdate *latest = qtr_plan_get_latest_update (plan);

  return qtr_list_length (plan->updates) == 4 && g_str_equal (latest->quarter, "2026-27-Q3") &&
         latest->sections != NULL;
}

static gboolean
has_title (const QtrPlan *plan)
{
  return g_str_has_prefix (plan->title, "Our ");
}

static gboolean
has_moved (const QtrPlan *plan)
{
  const QtrPriority *first = qtr_list_get (plan->priorities, 0);

  return g_str_equal (first->record.id, "priority-2") && first->number == 1;
}

static gboolean
has_new_wording (const QtrPlan *plan)
{
  QtrPath path;
  const QtrCommitment *old = qtr_path_find (plan, "reach-2", &path);
  const QtrCommitment *fresh = old->successor == NULL ? NULL : qtr_path_find (plan, old->successor, &path);
  const QtrUpdate *latest = qtr_plan_get_latest_update (plan);

  return fresh != NULL && g_str_has_prefix (fresh->text, LONGER) && g_str_equal (old->until, "2026-27-Q1") &&
         g_str_equal (fresh->from, "2026-27-Q2") &&
         qtr_section_is_reported (qtr_update_find_section (latest, fresh->record.id)) &&
         qtr_update_find_section (latest, "reach-2") == NULL;
}

static guint
count_area (const QtrList *bullets, const char *area)
{
  guint n_bullets = 0;

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    n_bullets += (g_strcmp0 (bullet->area, area) == 0) + count_area (bullet->bullets, area);
  }

  return n_bullets;
}

static guint
count_area_in_plan (const QtrPlan *plan, const char *area)
{
  guint n_bullets = 0;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    for (guint j = 0; j < qtr_list_length (update->sections); j++)
      n_bullets += count_area (((const QtrSection *) qtr_list_get (update->sections, j))->bullets, area);
  }

  return n_bullets;
}

static gboolean
has_renamed_area (const QtrPlan *plan)
{
  QtrPath path;
  const QtrArea *area = qtr_path_find (plan, "area-wynford", &path);

  return g_str_equal (area->name, "New Wynford") && count_area_in_plan (plan, "New Wynford") > 0 &&
         count_area_in_plan (plan, "Wynford") == 0;
}

static gboolean
has_new_area (const QtrPlan *plan)
{
  QtrPath path;
  const QtrArea *north = qtr_path_find (plan, "area-north-lpa", &path);

  return qtr_list_length (north->areas) == 4;
}

static gboolean
has_lost_new_area (const QtrPlan *plan)
{
  return !has_new_area (plan);
}

/* --- The tests --- */

/* From nothing to a page that can be written on. */
static void
test_new (void)
{
  g_autoptr (Driver) driver = driver_start (NULL);

  driver_act (driver, "win.new");
  driver_press (driver, "Create");
  driver_expect (driver, "A plan needs a title");
  driver_insert_text (driver, "Title", "Parks Plan");
  driver_insert_text (driver, "Body", "Borough");
  driver_insert_text (driver, "Priority 1", "Benches");
  driver_press (driver, "Create");
  driver_expect (driver, "A priority needs a commitment");
  driver_insert_text (driver, "We will:", PROMISE);
  driver_press (driver, "Create");

  driver_wait_for_title (driver, "Parks Plan");
  driver_expect (driver, "Priority 1, Benches, Missing");
  driver_insert_text (driver, PROMISE, BULLET);
  driver_expect (driver, "Priority 1, Benches, 1 of 1");
}

static void
test_new_quarter (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.new-quarter");
  driver_expect (driver, "October to December 2026");
  scene_save_and_expect (scene, driver, has_fourth_quarter);
}

static void
test_fields (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-plan");
  driver_insert_text (driver, "Title", "Our ");
  scene_save_and_expect (scene, driver, has_title);
}

static void
test_order (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  const QtrPriority *first = qtr_list_get (before->priorities, 0);
  g_autofree char *outlined = g_strdup_printf ("Priority 1, %s", first->title);
  g_autofree char *row = g_strdup_printf ("1, %s", first->title);
  g_autofree char *moved = g_strdup_printf ("2, %s", first->title);
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-plan");
  /* The outline names the priorities, too. */
  driver_act (driver, "win.toggle-outline");
  driver_wait_until_gone (driver, outlined);
  driver_act_on (driver, row, "item.move-down");
  driver_expect (driver, moved);
  scene_save_and_expect (scene, driver, has_moved);
}

/* A new wording takes over from a quarter on, with what is written there. */
static void
test_wording (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-plan");
  driver_act_on (driver, "from Q1 2026/27", "item.edit");
  driver_insert_text (driver, "Promise", LONGER);
  choose_new_wording ();
  driver_insert_text (driver, "From Quarter", "x");
  driver_press (driver, "Save");
  driver_expect (driver, "Write a quarter, such as");
  driver_press (driver, "Cancel");

  driver_act_on (driver, "from Q1 2026/27", "item.edit");
  driver_insert_text (driver, "Promise", LONGER);
  choose_new_wording ();
  driver_press (driver, "Save");
  driver_expect (driver, "from Q2 2026/27");
  scene_save_and_expect (scene, driver, has_new_wording);
}

/* What updates speak of is ended, not removed; and not before they speak of it. */
static void
test_end (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-plan");
  driver_act_on (driver, "from Q1 2026/27", "item.remove");
  driver_insert_text (driver, "No Longer Holds From", "x");
  driver_press (driver, "End");
  driver_expect (driver, "Write a quarter, such as");
  driver_press (driver, "Cancel");

  driver_act_on (driver, "from Q1 2026/27", "item.remove");
  driver_press (driver, "End");
  driver_expect (driver, "Commitment ended");
  driver_expect (driver, "Q1 2026/27 – Q2 2026/27");
  driver_act (driver, "win.undo");
  driver_expect (driver, "from Q1 2026/27");
}

static void
test_areas (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  g_autoptr (Driver) driver = driver_start (scene->file);

  g_assert_cmpuint (count_area_in_plan (before, "Wynford"), >, 0);
  driver_act (driver, "win.go-plan");
  driver_act_on (driver, "Wynford", "item.remove");
  driver_expect (driver, "It is named elsewhere in the plan");
  driver_act_on (driver, "Wynford", "item.edit");
  driver_insert_text (driver, "Name", "New ");
  driver_press (driver, "Save");
  driver_expect (driver, "New Wynford");
  scene_save_and_expect (scene, driver, has_renamed_area);

  driver_act_on (driver, "North LPA", "item.add-within");
  driver_insert_text (driver, "Name", "New Wynford");
  driver_press (driver, "Add");
  driver_expect (driver, "Another area has that name");
  driver_insert_text (driver, "Name", "Very ");
  driver_press (driver, "Add");
  driver_expect (driver, "Very New Wynford");
  scene_save_and_expect (scene, driver, has_new_area);
  driver_act_on (driver, "Very New Wynford", "item.remove");
  driver_expect (driver, "Area removed");
  scene_save_and_expect (scene, driver, has_lost_new_area);
}

static void
add_tests (void)
{
  g_test_add_func ("/plan/new", test_new);
  g_test_add ("/plan/new-quarter", Scene, NULL, scene_set_up_example, test_new_quarter, scene_tear_down);
  g_test_add ("/plan/fields", Scene, NULL, scene_set_up_example, test_fields, scene_tear_down);
  g_test_add ("/plan/order", Scene, NULL, scene_set_up_example, test_order, scene_tear_down);
  g_test_add ("/plan/wording", Scene, NULL, scene_set_up_example, test_wording, scene_tear_down);
  g_test_add ("/plan/end", Scene, NULL, scene_set_up_example, test_end, scene_tear_down);
  g_test_add ("/plan/areas", Scene, NULL, scene_set_up_example, test_areas, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
