/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "model/update.h"
#include "scene.h"
#include "walk.h"

#define N_STEPS_MAX 4
#define N_NODES_MAX 4
#define NO_ROLE ATSPI_ROLE_INVALID

/* --- The judge itself --- */

static const struct {
  const char *name;
  /* A part of the one complaint that there is to be; without one, there is to be none. */
  const char *complaint;
  WalkNode nodes[N_NODES_MAX];
} cases[] = {
  { "well", NULL, { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_PUSH_BUTTON, "Save", .focusable = TRUE } } },
  { "button",
    "here: frame “Plan” > button “” has no name",
    { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_PUSH_BUTTON, "", .focusable = TRUE } } },
  { "entry", "has no name", { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_ENTRY, NULL } } },
  { "editor", "has no name", { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_TEXT, NULL } } },
  { "row",
    NULL,
    { { ATSPI_ROLE_FRAME, "Plan" },
      { ATSPI_ROLE_LIST_ITEM, "" },
      { ATSPI_ROLE_PANEL, "", .parent = 1 },
      { ATSPI_ROLE_LABEL, "Open", .parent = 2 } } },
  { "empty row",
    "says nothing",
    { { ATSPI_ROLE_FRAME, "Plan" },
      { ATSPI_ROLE_LIST_ITEM, "" },
      { ATSPI_ROLE_PANEL, "", .parent = 1 },
      { ATSPI_ROLE_LABEL, "", .parent = 2 } } },
  { "no role",
    "has no role",
    { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_FILLER, "Chart", .focusable = TRUE } } },
  { "no role, no focus", NULL, { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_FILLER, "" } } },
  { "picture", "a picture without words", { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_IMAGE, "" } } },
  { "described picture",
    NULL,
    { { ATSPI_ROLE_FRAME, "Plan" }, { ATSPI_ROLE_IMAGE, "", .description = "Falls" } } },
  { "twins",
    "button “Remove” is called as the button beside it",
    { { ATSPI_ROLE_FRAME, "Plan" },
      { ATSPI_ROLE_PUSH_BUTTON, "Remove", .description = "" },
      { ATSPI_ROLE_PUSH_BUTTON, "Remove", .description = "" } } },
  { "twins told apart",
    NULL,
    { { ATSPI_ROLE_FRAME, "Plan" },
      { ATSPI_ROLE_PUSH_BUTTON, "Remove", .description = "Wynford" },
      { ATSPI_ROLE_PUSH_BUTTON, "Remove", .description = "Loamford" } } },
  { "twins in other rows",
    NULL,
    { { ATSPI_ROLE_FRAME, "Plan" },
      { ATSPI_ROLE_PANEL, "" },
      { ATSPI_ROLE_PUSH_BUTTON, "Remove" },
      { ATSPI_ROLE_PUSH_BUTTON, "Remove", .parent = 1 } } },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (WalkNode));
    g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

    for (guint j = 0; j < N_NODES_MAX && cases[i].nodes[j].role != ATSPI_ROLE_INVALID; j++)
      g_array_append_val (nodes, cases[i].nodes[j]);
    walk_judge (nodes, "here", complaints);

    g_test_message ("%s", cases[i].name);
    g_assert_cmpuint (complaints->len, ==, cases[i].complaint == NULL ? 0 : 1);
    if (cases[i].complaint != NULL)
      g_assert_nonnull (strstr (g_ptr_array_index (complaints, 0), cases[i].complaint));
  }
}

/* --- The pages --- */

typedef struct {
  const char *name;
  /* How it is come to: actions of the window, or keys. */
  const char *steps[N_STEPS_MAX];
  /* What is to be seen there, in a part of its name or by its role: once it is, the page is there, and no
   * other is judged in its place. */
  const char *shows;
  AtspiRole has;
  gboolean with_plan;
} Page;

static const Page pages[] = {
  { "start page", { NULL }, "Look at the Example", NO_ROLE, FALSE },
  { "main menu of the start page", { "F10" }, "Main Menu", ATSPI_ROLE_MENU, FALSE },
  { "front page", { "win.go-front-page" }, "What the Report Says First", NO_ROLE, TRUE },
  { "plan page", { "win.go-plan" }, "Priorities", NO_ROLE, TRUE },
  { "changes", { "win.go-changes" }, "Changes", NO_ROLE, TRUE },
  { "changes since the quarter before", { "win.compare-quarter" }, "Changes", NO_ROLE, TRUE },
  { "main menu", { "F10" }, "Main Menu", ATSPI_ROLE_MENU, TRUE },
  { "chart", { "win.show-chart" }, "Special constables", ATSPI_ROLE_IMAGE, TRUE },
  { "findings", { "win.show-findings" }, "Error: ", NO_ROLE, TRUE },
  { "findings of the front page",
    { "win.go-front-page", "win.show-findings" },
    "Error: The front page",
    NO_ROLE,
    TRUE },
  { "editor’s menu", { "shift+F10" }, "Bullet Menu", ATSPI_ROLE_MENU, TRUE },
};

static void
take_step (Driver *driver, const char *step)
{
  if (g_str_has_prefix (step, "win."))
    driver_act (driver, step);
  else
    driver_press_key (driver, step);
}

static void
fail_on_complaints (GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  if (complaints->len > 0)
    g_test_fail_printf ("%u complaints, the first: %s", complaints->len,
                        (const char *) g_ptr_array_index (complaints, 0));
}

static void
judge_page (Driver *driver, const char *name, GPtrArray *complaints)
{
  g_autoptr (GArray) nodes = walk_frame (driver);

  walk_judge (nodes, name, complaints);
}

static void
test_page (Scene *scene, gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Driver) driver = driver_start (page->with_plan ? scene->file : NULL);

  for (guint i = 0; i < N_STEPS_MAX && page->steps[i] != NULL; i++)
    take_step (driver, page->steps[i]);
  driver_expect (driver, page->shows);
  if (page->has != NO_ROLE)
    driver_expect_role (driver, page->has);
  judge_page (driver, page->name, complaints);
  fail_on_complaints (complaints);
}

/* The page is there when the last of its commitments is: they come one after the other. */
static void
wait_for_priority (Driver *driver, const QtrPlan *plan, const QtrPriority *priority)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  g_autoptr (GPtrArray) commitments =
      qtr_plan_list_commitments (plan, priority, qtr_plan_parse_period (plan, update->quarter));
  const QtrCommitment *last = g_ptr_array_index (commitments, commitments->len - 1);
  g_autoptr (AtspiAccessible) editor = driver_wait_for_editor (driver, last->text);
}

static void
test_priorities (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-front-page");
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    driver_act (driver, "win.next-priority");
    wait_for_priority (driver, plan, priority);
    judge_page (driver, priority->title, complaints);
  }
  fail_on_complaints (complaints);
}

/* --- Whatever the window's actions open --- */

/* What copied figures leave on the clipboard is a table, which its import would ask about; and whether a
 * finding is at hand, whose dismissal asks why, depends on what was done before. */
static gboolean
is_walked (const char *action)
{
  static const char *const others[] = { "win.close", "win.copy-figures", "win.dismiss-finding", "win.quit",
                                        NULL };

  return g_str_has_prefix (action, "win.") && !g_strv_contains (others, action);
}

static GPtrArray *
list_actions (Driver *driver)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (driver_get_frame (driver));
  int n_actions = atspi_action_get_n_actions (actions, NULL);

  for (int i = 0; i < n_actions; i++) {
    g_autofree char *name = atspi_action_get_action_name (actions, i, NULL);

    if (is_walked (name))
      g_ptr_array_add (names, g_steal_pointer (&name));
  }

  return names;
}

/* Those that stand before all that comes after them: then the program begins anew. What other actions bring
 * is there when they have been done. */
static gboolean
opens_dialog (const char *action)
{
  static const char *const actions[] = {
    "win.about", "win.new", "win.new-measure", "win.open-recent", "win.recover", "win.shortcuts", NULL
  };

  return g_strv_contains (actions, action);
}

static void
judge_action (Driver *driver, const char *action, GPtrArray *complaints)
{
  guint n_before = complaints->len;
  g_autoptr (GArray) nodes = NULL;

  driver_act (driver, action);
  if (opens_dialog (action))
    driver_expect_role (driver, ATSPI_ROLE_DIALOG);
  nodes = walk_frame_once (driver);
  walk_judge (nodes, action, complaints);
  /* What is on its way out may have lost its name already: what is still so when all is at rest counts. */
  if (complaints->len > n_before) {
    g_ptr_array_set_size (complaints, (int) n_before);
    judge_page (driver, action, complaints);
  }
  if (walk_has_dialog (nodes) != opens_dialog (action))
    g_ptr_array_add (complaints, g_strdup_printf ("%s: opens a dialog that nobody expects", action));
}

/* Each action that opens a dialog begins with a program that nothing was changed in, and so needs recovery of
 * nothing; all others go on where the one before left the window. */
static void
walk_actions (Scene *scene, gboolean with_dialog, GPtrArray *complaints)
{
  Driver *driver = driver_start (scene->file);
  g_autoptr (GPtrArray) actions = list_actions (driver);

  g_assert_cmpuint (actions->len, >, 0);
  for (guint i = 0; i < actions->len; i++) {
    const char *action = g_ptr_array_index (actions, i);

    /* Some go with what an earlier one did. */
    if (opens_dialog (action) != with_dialog || !driver_can_act (driver, action))
      continue;
    g_test_message ("%s", action);
    judge_action (driver, action, complaints);
    if (with_dialog) {
      driver_stop (driver);
      driver = driver_start (scene->file);
    }
  }
  driver_stop (driver);
}

static void
test_actions (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);

  walk_actions (scene, TRUE, complaints);
  walk_actions (scene, FALSE, complaints);
  fail_on_complaints (complaints);
}

static void
add_tests (void)
{
  g_test_add_func ("/walk/judge", test_judge);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *path = g_strconcat ("/walk/page/", pages[i].name, NULL);

    g_test_add (path, Scene, &pages[i], scene_set_up_example, test_page, scene_tear_down);
  }
  g_test_add ("/walk/priorities", Scene, NULL, scene_set_up_example, test_priorities, scene_tear_down);
  g_test_add ("/walk/actions", Scene, NULL, scene_set_up_example, test_actions, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
