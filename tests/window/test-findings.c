/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "model/edit.h"
#include "model/path.h"
#include "scene.h"

/* A bullet at the end of the last priority, far from where the window begins, and one under another. */
#define LAST_BULLET "zd7amjarqp5696j9"
#define OTHER_BULLET "b18fs8tehr0j08t7"
#define LAST_PRIORITY "Priority 7"

#define SLIP "We stopped the the drivers.  All were sober."
#define FIXED_WORD "We stopped the drivers.  All were sober."
#define OTHER_SLIP "Mentors came.  They stayed."
#define WORD_FINDING "“the” stands twice"
#define SPACE_FINDING "There is more than one space"

/* What lies over and under the page, at the least. */
#define HEADER_HEIGHT 46
#define FOOT_HEIGHT 20

/* --- The scene --- */

static void
write_slips (Scene *scene)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (QtrPlan) one = qtr_edit_set (plan, LAST_BULLET, "text", SLIP, NULL);
  g_autoptr (QtrPlan) both = qtr_edit_set (one, OTHER_BULLET, "text", OTHER_SLIP, NULL);

  scene_store (scene, both);
}

static void
set_up (Scene *scene, gconstpointer data)
{
  scene_set_up_example (scene, data);
  write_slips (scene);
}

/* --- Hands --- */

static void
click (Driver *driver, const char *part)
{
  g_autoptr (AtspiAccessible) found = driver_wait_for (driver, part);

  driver_click (driver, found);
}

/* --- What the file says --- */

typedef struct {
  GFile *file;
  const char *bullet;
  const char *text;
} Expected;

static gboolean
is_in_file (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (expected->file, NULL);
  QtrPath path;
  const QtrBullet *bullet = plan == NULL ? NULL : qtr_path_find (plan, expected->bullet, &path);

  return bullet != NULL && g_strcmp0 (bullet->text, expected->text) == 0;
}

static void
save_and_expect (Driver *driver, Scene *scene, const char *bullet, const char *text)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_in_file, &(Expected) { scene->file, bullet, text }, text);
  driver_wait_until_saved (driver);
}

/* --- What is in sight --- */

typedef struct {
  Driver *driver;
  AtspiAccessible *editor;
} Sight;

static int
get_middle (AtspiText *text)
{
  int caret = atspi_text_get_caret_offset (text, NULL);
  AtspiRect *place = atspi_text_get_range_extents (text, caret - 1, caret, ATSPI_COORD_TYPE_WINDOW, NULL);
  int middle = place == NULL ? -1 : place->y + place->height / 2;

  g_free (place);
  return middle;
}

/* The page scrolled to the caret: it is within what the page shows, between header and foot. */
static gboolean
is_caret_in_sight (gpointer data)
{
  Sight *sight = data;
  AtspiText *text = atspi_accessible_get_text_iface (sight->editor);
  g_autoptr (AtspiComponent) component =
      atspi_accessible_get_component_iface (driver_get_frame (sight->driver));
  AtspiRect *frame = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  int middle = get_middle (text);
  gboolean in_sight = middle > HEADER_HEIGHT && middle < frame->height - FOOT_HEIGHT;

  g_free (frame);
  g_object_unref (text);
  return in_sight;
}

/* --- The tests --- */

/* By severity and by words. */
static void
test_filter (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.show-findings");
  driver_expect (driver, "Error: ");
  driver_press (driver, "4 notices");
  driver_wait_until_gone (driver, "Error: ");
  driver_expect (driver, SPACE_FINDING);

  driver_press (driver, "2 warnings");
  driver_expect (driver, "Warning: ");
  driver_wait_until_gone (driver, SPACE_FINDING);
  scene_search_findings (driver, "twice");
  driver_expect (driver, "No Such Findings");
  driver_press (driver, "Show All");
  driver_expect (driver, "Error: ");

  scene_search_findings (driver, "twice THE");
  driver_wait_until_gone (driver, "Error: ");
  driver_wait_until_gone (driver, SPACE_FINDING);
  driver_expect (driver, WORD_FINDING);
}

/* The button in the list; undone from the toast, done again, saved. */
static void
test_fix (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  scene_search_findings (driver, "twice");
  driver_expect (driver, "Notice: " WORD_FINDING);
  driver_press (driver, "Fix");
  driver_wait_until_gone (driver, WORD_FINDING);
  driver_expect (driver, "“the the” changed to “the”");

  driver_act (driver, "win.undo");
  driver_expect (driver, WORD_FINDING);
  driver_act (driver, "win.redo");
  driver_wait_until_gone (driver, WORD_FINDING);
  save_and_expect (driver, scene, LAST_BULLET, FIXED_WORD);
}

/* From the list to the words on another page, and what is said of them there. */
static void
test_go_to (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  QtrPath path;
  const QtrCommitment *roads = qtr_path_find (plan, "roads", &path);
  g_autoptr (Driver) driver = driver_start (scene->file);

  scene_search_findings (driver, "twice");
  click (driver, WORD_FINDING);
  {
    g_autoptr (AtspiAccessible) editor = driver_wait_for_editor (driver, roads->text);

    driver_wait_until (is_caret_in_sight, &(Sight) { driver, editor }, "the words in sight");
    driver_act (driver, "win.show-finding");
    driver_press (driver, "Change to “the”");
  }
  driver_wait_until_gone (driver, WORD_FINDING);
  save_and_expect (driver, scene, LAST_BULLET, FIXED_WORD);
}

/* All of a kind at once, on whatever page they are. */
static void
test_fix_similar (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  scene_search_findings (driver, "more than one space came");
  click (driver, "Notice: " SPACE_FINDING);
  driver_act (driver, "win.fix-similar-findings");
  driver_expect (driver, "2 findings were fixed");
  save_and_expect (driver, scene, OTHER_BULLET, "Mentors came. They stayed.");
  driver_wait_until (is_in_file,
                     &(Expected) { scene->file, LAST_BULLET, "We stopped the the drivers. All were sober." },
                     "the other bullet");
}

/* What holds the export back, and that a draft is still to be had. */
static void
test_export (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_wait_for_description (driver, "The final export is held back by ");
  g_assert_true (driver_can_act (driver, "win.export-draft"));
  driver_expect (driver, "Priority 7, Safer Journeys for Everyone, 1 of 1 reported, 1 warning, 2 notices");
}

/* --- The order of the priorities --- */

static gboolean
has_moved (gpointer data)
{
  Scene *scene = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (scene->file, NULL);
  const QtrPriority *first = plan == NULL ? NULL : qtr_list_get (plan->priorities, 0);
  const QtrPriority *second = plan == NULL ? NULL : qtr_list_get (plan->priorities, 1);

  return first != NULL && g_str_equal (first->record.id, "priority-2") && first->number == 1 &&
         g_str_equal (second->record.id, "priority-1") && second->number == 2;
}

/* By key, with the focus staying on the row that goes, and undo without leaving the page. */
static void
test_order (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  click (driver, "Priority 1, Policing You Can See and Reach");
  driver_press_key (driver, "alt+Down");
  driver_expect (driver, "Priority 2, Policing You Can See and Reach");
  driver_press_key (driver, "alt+Down");
  driver_expect (driver, "Priority 3, Policing You Can See and Reach");
  driver_press_key (driver, "alt+Up");
  driver_expect (driver, "Priority 2, Policing You Can See and Reach");

  driver_act (driver, "win.undo");
  driver_expect (driver, "Priority 3, Policing You Can See and Reach");
  driver_act (driver, "win.redo");
  driver_expect (driver, "Priority 2, Policing You Can See and Reach");
  /* Still there, and not gone to the plan's page. */
  driver_expect (driver, "Grow the wider policing family");
  driver_act (driver, "win.save");
  driver_wait_until (has_moved, scene, "the order in the file");
  driver_wait_until_saved (driver);
}

static void
add_tests (void)
{
  g_test_add ("/window/findings/filter", Scene, NULL, set_up, test_filter, scene_tear_down);
  g_test_add ("/window/findings/fix", Scene, NULL, set_up, test_fix, scene_tear_down);
  g_test_add ("/window/findings/go-to", Scene, NULL, set_up, test_go_to, scene_tear_down);
  g_test_add ("/window/findings/fix-similar", Scene, NULL, set_up, test_fix_similar, scene_tear_down);
  g_test_add ("/window/findings/export", Scene, NULL, set_up, test_export, scene_tear_down);
  g_test_add ("/window/findings/order", Scene, NULL, set_up, test_order, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
