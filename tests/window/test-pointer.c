/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "model/edit.h"
#include "model/path.h"
#include "model/update.h"
#include "scene.h"

/* The first and the second commitment of the page that the window begins with, and their bullets: two, one
 * with two under it, and one; and a control room's four. */
#define FIRST "family"
#define SECOND "reach-2"
#define FIRST_BULLET "r5x36x8hfcw5z6d9"
#define SECOND_BULLET "0wq7p7p8jqvd8k7c"
#define CALLERS_BULLET "8n802jved86rpezd"

/* How far before a bullet's text its mark stands. */
#define MARK_BEFORE 16

#define SLIP "We stopped the the drivers."
#define FIXED "We stopped the drivers."

/* --- Hands --- */

static AtspiAccessible *
wait_for_section (Driver *driver, Scene *scene, const char *id)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  QtrPath path;
  const QtrCommitment *commitment = qtr_path_find (plan, id, &path);

  return driver_wait_for_editor (driver, commitment->text);
}

/* Where the text that begins with @start stands in the editor, in characters. */
static int
find_text (AtspiAccessible *editor, const char *start)
{
  g_autoptr (GObject) text = G_OBJECT (atspi_accessible_get_text_iface (editor));
  g_autofree char *content = atspi_text_get_text (ATSPI_TEXT (text), 0, -1, NULL);
  const char *found = strstr (content, start);

  g_assert_nonnull (found);
  return (int) g_utf8_pointer_to_offset (content, found);
}

static DriverPoint
find_mark (Driver *driver, AtspiAccessible *editor, const char *start)
{
  DriverPoint letter = driver_find_letter (driver, editor, find_text (editor, start));

  return (DriverPoint) { letter.x - MARK_BEFORE, letter.y };
}

/* --- What the file says --- */

static const QtrList *
get_bullets (const QtrPlan *plan, const char *commitment)
{
  const QtrSection *section = qtr_update_find_section (qtr_plan_get_latest_update (plan), commitment);

  return section == NULL ? NULL : section->bullets;
}

static gboolean
is_bullet (const QtrList *bullets, guint index, const char *id)
{
  return index < qtr_list_length (bullets) &&
         g_str_equal (((const QtrBullet *) qtr_list_get (bullets, index))->record.id, id);
}

static gboolean
has_swapped_bullets (const QtrPlan *plan)
{
  const QtrList *bullets = get_bullets (plan, FIRST);

  return qtr_list_length (bullets) == 4 && is_bullet (bullets, 0, SECOND_BULLET) &&
         is_bullet (bullets, 1, FIRST_BULLET);
}

static gboolean
has_first_bullet_first (const QtrPlan *plan)
{
  return is_bullet (get_bullets (plan, FIRST), 0, FIRST_BULLET);
}

static gboolean
has_bullet_in_other_section (const QtrPlan *plan)
{
  const QtrList *bullets = get_bullets (plan, SECOND);

  return qtr_list_length (get_bullets (plan, FIRST)) == 3 && qtr_list_length (bullets) == 5 &&
         is_bullet (bullets, 1, FIRST_BULLET) && is_bullet (bullets, 2, CALLERS_BULLET);
}

static gboolean
has_moved_priority (const QtrPlan *plan)
{
  const QtrPriority *first = qtr_list_get (plan->priorities, 0);
  const QtrPriority *third = qtr_list_get (plan->priorities, 2);

  return g_str_equal (first->record.id, "priority-2") && first->number == 1 &&
         g_str_equal (third->record.id, "priority-1") && third->number == 3;
}

static gboolean
has_moved_commitment (const QtrPlan *plan)
{
  const QtrPriority *first = qtr_list_get (plan->priorities, 0);
  const QtrCommitment *top = qtr_list_get (first->commitments, 0);
  const QtrCommitment *last = qtr_list_get (first->commitments, 3);

  return g_str_equal (top->record.id, "reach-1") && g_str_equal (last->record.id, FIRST);
}

static gboolean
has_fixed_words (const QtrPlan *plan)
{
  QtrPath path;
  const QtrBullet *bullet = qtr_path_find (plan, FIRST_BULLET, &path);

  return g_str_equal (bullet->text, FIXED);
}

/* --- The tests --- */

/* By its mark, from before the next one to behind it; and undone in one step. */
static void
test_order (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = wait_for_section (driver, scene, FIRST);
  DriverPoint mark = find_mark (driver, editor, "The Special Constabulary");
  DriverPoint below = find_mark (driver, editor, "North LPA");

  driver_pull (driver, mark, (DriverPoint) { mark.x, below.y - 8 });
  scene_save_and_expect (scene, driver, has_swapped_bullets);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, has_first_bullet_first);
}

static void
test_other_section (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = wait_for_section (driver, scene, FIRST);
  g_autoptr (AtspiAccessible) other = wait_for_section (driver, scene, SECOND);
  DriverPoint mark;
  DriverPoint below;

  /* High enough for both. */
  driver_resize (driver, 1200, 1000);
  mark = find_mark (driver, editor, "The Special Constabulary");
  below = find_mark (driver, other, "Callers gave up");
  driver_pull (driver, mark, (DriverPoint) { mark.x, below.y - 8 });
  scene_save_and_expect (scene, driver, has_bullet_in_other_section);
}

/* The checks have said what they have to say, and no row comes or grows any more. */
static void
wait_for_checks (Driver *driver)
{
  driver_expect (driver, "Priority 1, Policing You Can See and Reach, 3 of 3 reported, 1 error");
}

static void
drag_row (Driver *driver, const char *from, const char *to)
{
  g_autoptr (AtspiAccessible) row = driver_wait_for (driver, from);
  g_autoptr (AtspiAccessible) other = driver_wait_for (driver, to);

  driver_drag (driver, driver_find_middle (row), driver_find_middle (other));
}

static void
test_outline (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  wait_for_checks (driver);
  drag_row (driver, "Priority 1, Policing", "Priority 3, Safety");
  driver_expect (driver, "Priority 3, Policing");
  scene_save_and_expect (scene, driver, has_moved_priority);
}

static void
test_plan_page (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  wait_for_checks (driver);
  driver_act (driver, "win.go-plan");
  driver_expect (driver, "Each with the commitments");
  drag_row (driver, "Grow the wider", "Stand behind");
  scene_save_and_expect (scene, driver, has_moved_commitment);
}

static void
set_up_slip (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) slip = NULL;

  scene_set_up_example (scene, data);
  plan = scene_load (scene);
  slip = qtr_edit_set (plan, FIRST_BULLET, "text", SLIP, NULL);
  scene_store (scene, slip);
}

/* What is underlined says why when it is clicked, and how to put it right. */
static void
test_finding (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) editor = wait_for_section (driver, scene, FIRST);

  wait_for_checks (driver);
  driver_find_letter (driver, editor, find_text (editor, "the the") + 2);
  driver_expect (driver, "“the” stands twice");
  driver_press (driver, "Change to “the”");
  driver_wait_until_gone (driver, "“the” stands twice");
  scene_save_and_expect (scene, driver, has_fixed_words);
}

static void
add_tests (void)
{
  g_test_add ("/pointer/order", Scene, NULL, scene_set_up_example, test_order, scene_tear_down);
  g_test_add ("/pointer/other-section", Scene, NULL, scene_set_up_example, test_other_section,
              scene_tear_down);
  g_test_add ("/pointer/outline", Scene, NULL, scene_set_up_example, test_outline, scene_tear_down);
  g_test_add ("/pointer/plan-page", Scene, NULL, scene_set_up_example, test_plan_page, scene_tear_down);
  g_test_add ("/pointer/finding", Scene, NULL, set_up_slip, test_finding, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
