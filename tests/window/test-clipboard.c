/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "model/update.h"
#include "scene.h"

/* A priority of the example with two commitments in the latest quarter, each with a bullet. */
typedef struct {
  const QtrPriority *priority;
  const QtrCommitment *first;
  const QtrCommitment *second;
  const QtrSection *before;
  const QtrSection *after;
} Place;

static gboolean
take_commitments (const QtrPlan *plan, const QtrPriority *priority, Place *place)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  g_autoptr (GPtrArray) commitments =
      qtr_plan_list_commitments (plan, priority, qtr_plan_parse_period (plan, update->quarter));

  if (commitments->len < 2)
    return FALSE;

  place->priority = priority;
  place->first = g_ptr_array_index (commitments, 0);
  place->second = g_ptr_array_index (commitments, 1);
  place->before = qtr_update_find_section (update, place->first->record.id);
  place->after = qtr_update_find_section (update, place->second->record.id);
  return place->before != NULL && place->before->bullets != NULL && place->after != NULL &&
         place->after->bullets != NULL;
}

static void
find_place (const QtrPlan *plan, Place *place)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++)
    if (take_commitments (plan, qtr_list_get (plan->priorities, i), place))
      return;
  g_assert_not_reached ();
}

static void
go_to_priority (Driver *driver, const QtrPlan *plan, const Place *place)
{
  g_autoptr (AtspiAccessible) editor = NULL;

  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.go-front-page");
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    driver_act (driver, "win.next-priority");
    if (qtr_list_get (plan->priorities, i) == (gconstpointer) place->priority)
      break;
  }
  editor = driver_wait_for_editor (driver, place->first->text);
}

/* --- What is in the file --- */

typedef struct {
  GFile *file;
  const char *commitment;
  guint n_bullets;
  guint index;
  const QtrBullet *like;
  gboolean is_same;
} Expected;

static gboolean
is_like (const QtrBullet *bullet, const Expected *expected)
{
  const QtrBullet *like = expected->like;

  return g_strcmp0 (bullet->text, like->text) == 0 && g_strcmp0 (bullet->area, like->area) == 0 &&
         g_strcmp0 (bullet->marking, like->marking) == 0 &&
         qtr_list_length (bullet->bullets) == qtr_list_length (like->bullets) &&
         g_str_equal (bullet->record.id, like->record.id) == expected->is_same;
}

static gboolean
is_in_file (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (expected->file, NULL);
  const QtrUpdate *update = plan == NULL ? NULL : qtr_plan_get_latest_update (plan);
  const QtrSection *section = update == NULL ? NULL : qtr_update_find_section (update, expected->commitment);

  return section != NULL && qtr_list_length (section->bullets) == expected->n_bullets &&
         is_like (qtr_list_get (section->bullets, expected->index), expected);
}

static void
save (Driver *driver, Expected *expected, const char *what)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_in_file, expected, what);
  driver_wait_until_saved (driver);
}

static gboolean
has_work (gpointer driver)
{
  return driver_can_act (driver, "win.save");
}

/* --- Flows --- */

/* All of a section is copied, and pasted before the first bullet of the next: with new ids, all else kept. */
static void
test_copy (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  Place place = { NULL };
  Expected expected = { scene->file };

  find_place (plan, &place);
  expected.commitment = place.second->record.id;
  expected.like = qtr_list_get (place.before->bullets, 0);
  expected.n_bullets = qtr_list_length (place.before->bullets) + qtr_list_length (place.after->bullets);
  {
    g_autoptr (Driver) driver = driver_start (scene->file);

    go_to_priority (driver, plan, &place);
    driver_press_key (driver, "ctrl+Home");
    driver_press_key (driver, "ctrl+a");
    driver_press_key (driver, "ctrl+c");
    /* To the end of what is selected, and on to the next section. */
    driver_press_key (driver, "Right");
    driver_press_key (driver, "Right");
    driver_press_key (driver, "ctrl+v");
    driver_wait_until (has_work, driver, "what was pasted");
    save (driver, &expected, "the copies in the file");
  }
}

/* The last bullet of a section goes on to the next by key; undoing is one step, and so is doing it again. */
static void
test_move (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  Place place = { NULL };
  Expected expected = { scene->file };

  find_place (plan, &place);
  expected.commitment = place.first->record.id;
  expected.like = qtr_list_get (place.after->bullets, 0);
  expected.is_same = TRUE;
  expected.n_bullets = qtr_list_length (place.before->bullets) + 1;
  expected.index = expected.n_bullets - 1;
  {
    g_autoptr (Driver) driver = driver_start (scene->file);

    go_to_priority (driver, plan, &place);
    driver_press_key (driver, "ctrl+Home");
    driver_press_key (driver, "ctrl+a");
    driver_press_key (driver, "Right");
    driver_press_key (driver, "Down");
    driver_act (driver, "win.bullet-move-up");
    driver_wait_until (has_work, driver, "the move");
    driver_act (driver, "win.undo");
    g_assert_false (driver_can_act (driver, "win.undo"));
    driver_act (driver, "win.redo");
    save (driver, &expected, "the bullet in the section before");
  }
}

static void
add_tests (void)
{
  g_test_add ("/window-clipboard/copy", Scene, NULL, scene_set_up_example, test_copy, scene_tear_down);
  g_test_add ("/window-clipboard/move", Scene, NULL, scene_set_up_example, test_move, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
