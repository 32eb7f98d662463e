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

#define REASON "Nothing came up."
#define REASON_FIELD "Reason for the nil return"
#define NEW_AREA "Dunmarsh"

/* --- Hands --- */

/* From the front page to the priority of that number. */
static void
go_to_priority (Driver *driver, int number)
{
  driver_act (driver, "win.go-front-page");
  for (int i = 0; i < number; i++)
    driver_act (driver, "win.next-priority");
}

/* Puts the caret under the first commitment of the page, at its beginning. */
static void
write_under (Driver *driver, Scene *scene, const char *id)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  QtrPath path;
  const QtrCommitment *commitment = qtr_path_find (plan, id, &path);
  g_autoptr (AtspiAccessible) editor = driver_wait_for_editor (driver, commitment->text);

  driver_click (driver, editor);
  driver_press_key (driver, "ctrl+Home");
}

/* --- What the file says --- */

static void
undo_and_expect (Driver *driver, Scene *scene, SceneHolds holds)
{
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, holds);
}

static const QtrSection *
get_section (const QtrPlan *plan, const char *commitment)
{
  return qtr_update_find_section (qtr_plan_get_latest_update (plan), commitment);
}

static const QtrBullet *
get_first_bullet (const QtrPlan *plan)
{
  return qtr_list_get (get_section (plan, "family")->bullets, 0);
}

static gboolean
is_nil (const QtrPlan *plan, const char *commitment, const char *reason)
{
  const QtrSection *section = get_section (plan, commitment);

  return section != NULL && section->nil_return && g_strcmp0 (section->nil_reason, reason) == 0 &&
         section->bullets == NULL;
}

static gboolean
has_nil_return (const QtrPlan *plan)
{
  return is_nil (plan, "gangs", REASON);
}

static gboolean
has_nil_return_without_reason (const QtrPlan *plan)
{
  return is_nil (plan, "gangs", NULL);
}

static gboolean
has_no_nil_return (const QtrPlan *plan)
{
  const QtrSection *section = get_section (plan, "gangs");

  return section == NULL || (!section->nil_return && section->nil_reason == NULL);
}

static gboolean
has_bullet_for_nil_return (const QtrPlan *plan)
{
  const QtrSection *section = get_section (plan, "adults");

  return !section->nil_return && section->nil_reason == NULL && qtr_list_length (section->bullets) == 1;
}

static gboolean
has_old_nil_return (const QtrPlan *plan)
{
  const QtrSection *section = get_section (plan, "adults");

  return section->nil_return && g_str_has_prefix (section->nil_reason, "The councils") &&
         section->bullets == NULL;
}

static gboolean
is_marked (const QtrPlan *plan)
{
  return g_strcmp0 (get_first_bullet (plan)->marking, "OFFICIAL-SENSITIVE") == 0;
}

static gboolean
is_not_marked (const QtrPlan *plan)
{
  return get_first_bullet (plan)->marking == NULL;
}

static gboolean
is_in_kettlewick (const QtrPlan *plan)
{
  return g_strcmp0 (get_first_bullet (plan)->area, "Kettlewick") == 0;
}

static gboolean
is_nowhere (const QtrPlan *plan)
{
  return get_first_bullet (plan)->area == NULL && qtr_list_length (plan->areas) == 3;
}

static gboolean
is_in_new_area (const QtrPlan *plan)
{
  const QtrArea *last = qtr_list_get (plan->areas, qtr_list_length (plan->areas) - 1);

  return g_strcmp0 (get_first_bullet (plan)->area, NEW_AREA) == 0 && g_str_equal (last->name, NEW_AREA);
}

/* --- The tests --- */

/* A reason is typed in one step, and without it nothing is reported. */
static void
test_nil_return (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) reason = NULL;

  go_to_priority (driver, 5);
  driver_expect (driver, "Nothing to Report…");
  write_under (driver, scene, "gangs");
  driver_act (driver, "win.nil-return");
  reason = driver_wait_for (driver, REASON_FIELD);
  driver_wait_for_description (driver, "without its reason, a nil return does not count");
  driver_expect (driver, "Missing");
  driver_insert_into (reason, " came up.");
  driver_insert_into (reason, "Nothing");
  driver_expect (driver, "1 of 2");
  scene_save_and_expect (scene, driver, has_nil_return);

  undo_and_expect (driver, scene, has_nil_return_without_reason);
  undo_and_expect (driver, scene, has_no_nil_return);
  driver_act (driver, "win.redo");
  driver_act (driver, "win.redo");
  scene_save_and_expect (scene, driver, has_nil_return);

  driver_press (driver, "Withdraw Nil Return");
  driver_wait_until_gone (driver, REASON_FIELD);
  scene_save_and_expect (scene, driver, has_no_nil_return);
}

static void
test_withdraw_by_bullet (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  QtrPath path;
  const QtrCommitment *commitment = qtr_path_find (plan, "adults", &path);
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_priority (driver, 6);
  driver_expect (driver, REASON_FIELD);
  driver_insert_text (driver, commitment->text, "The partnership met after all.");
  driver_wait_until_gone (driver, REASON_FIELD);
  scene_save_and_expect (scene, driver, has_bullet_for_nil_return);
  undo_and_expect (driver, scene, has_old_nil_return);
}

/* Where there are bullets, it is said why not, and nothing changes. */
static void
test_refused (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  g_autoptr (QtrPlan) after = NULL;
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_priority (driver, 1);
  write_under (driver, scene, "family");
  driver_act (driver, "win.nil-return");
  driver_expect (driver, "There are bullets here");
  g_assert_false (driver_can_act (driver, "win.save"));
  after = scene_load (scene);
  g_assert_true (qtr_record_equal (before, after));
}

static void
test_marking (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_priority (driver, 1);
  write_under (driver, scene, "family");
  driver_act (driver, "win.bullet-marking");
  driver_expect (driver, "As the Document, OFFICIAL, chosen");
  driver_press_key (driver, "Down");
  driver_press_key (driver, "Down");
  driver_press_key (driver, "Return");
  driver_wait_for_description (driver, "marked OFFICIAL-SENSITIVE");
  scene_save_and_expect (scene, driver, is_marked);
  undo_and_expect (driver, scene, is_not_marked);
  driver_act (driver, "win.redo");
  scene_save_and_expect (scene, driver, is_marked);

  driver_act (driver, "win.bullet-marking");
  driver_expect (driver, "OFFICIAL-SENSITIVE, chosen");
  driver_press_key (driver, "Home");
  driver_press_key (driver, "Return");
  driver_wait_until_gone (driver, "OFFICIAL-SENSITIVE, chosen");
  scene_save_and_expect (scene, driver, is_not_marked);
}

static void
choose_area (Driver *driver, const char *typed, const char *row)
{
  g_autoptr (AtspiAccessible) search = NULL;

  driver_act (driver, "win.bullet-area");
  driver_expect (driver, "No Area");
  search = driver_wait_for_editor (driver, "Search Areas");
  driver_insert_into (search, typed);
  driver_expect (driver, row);
  driver_press_key (driver, "Return");
  driver_wait_until_gone (driver, "Search Areas");
}

/* What is added to the plan goes again with the one step that added it. */
static void
test_area (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_priority (driver, 1);
  choose_area (driver, "kettle", "Kettlewick");
  scene_save_and_expect (scene, driver, is_in_kettlewick);
  undo_and_expect (driver, scene, is_nowhere);
  choose_area (driver, NEW_AREA, "Add “" NEW_AREA "” to the Plan");
  scene_save_and_expect (scene, driver, is_in_new_area);
  undo_and_expect (driver, scene, is_nowhere);
}

/* The editor's own menu comes by its key, and leads to the same. */
static void
test_menu (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  go_to_priority (driver, 1);
  choose_area (driver, "kettle", "Kettlewick");
  driver_press_key (driver, "shift+F10");
  driver_expect (driver, "Bullet Menu");
  driver_press_key (driver, "r");
  driver_expect (driver, "Kettlewick, chosen");
  driver_press_key (driver, "Escape");
  driver_wait_until_gone (driver, "Kettlewick, chosen");
  scene_save_and_expect (scene, driver, is_in_kettlewick);
}

static void
add (void)
{
  static const struct {
    const char *path;
    void (*run) (Scene *scene, gconstpointer data);
  } tests[] = {
    { "/window/sections/nil-return", test_nil_return },
    { "/window/sections/withdraw-by-bullet", test_withdraw_by_bullet },
    { "/window/sections/refused", test_refused },
    { "/window/sections/marking", test_marking },
    { "/window/sections/area", test_area },
    { "/window/sections/menu", test_menu },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Scene, NULL, scene_set_up_example, tests[i].run, scene_tear_down);
}

int
main (int argc, char **argv)
{
  return scene_run (argc, argv, add);
}
