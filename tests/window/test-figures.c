/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "model/measure.h"
#include "model/update.h"
#include "scene.h"

#define MEASURE "Special constables"
#define ID "special-constables"

/* --- What the file says --- */

static const QtrObservation *
find_observation (const QtrPlan *plan, const char *measure, const char *period)
{
  const QtrMeasure *found = qtr_list_find (plan->measures, measure, NULL);

  return qtr_measure_find_observation (plan, found, qtr_plan_parse_period (plan, period), NULL);
}

static gboolean
is_value (const QtrPlan *plan, const char *measure, const char *period, const char *expected)
{
  const QtrObservation *observation = find_observation (plan, measure, period);
  const QtrVintage *latest = observation == NULL ? NULL : qtr_observation_get_latest (observation);
  g_autofree char *digits =
      latest == NULL || !qtr_decimal_is_set (latest->value) ? NULL : qtr_decimal_to_string (latest->value);

  return g_strcmp0 (digits, expected) == 0;
}

/* What was copied is that of the first four measures in three quarters; it was pasted one quarter before. */
static gboolean
has_block (const QtrPlan *plan)
{
  return is_value (plan, ID, "2023-24-Q2", "402") && is_value (plan, ID, "2023-24-Q3", "398") &&
         is_value (plan, ID, "2023-24-Q4", "391");
}

static gboolean
has_no_block (const QtrPlan *plan)
{
  return is_value (plan, ID, "2023-24-Q2", "398") && is_value (plan, ID, "2023-24-Q3", "391");
}

static gboolean
has_restated (const QtrPlan *plan)
{
  const QtrObservation *observation = find_observation (plan, ID, "2026-27-Q1");
  const QtrVintage *latest = qtr_observation_get_latest (observation);

  return is_value (plan, ID, "2026-27-Q1", "433") && g_strcmp0 (latest->reason, "Three came late") == 0 &&
         g_strcmp0 (latest->nature, "Late data") == 0 && qtr_list_length (observation->vintages) > 1;
}

/* The first values of four measures that stand one below the other. */
#define N_ROWS 4
#define N_VALUES 3

static const struct {
  const char *id;
  const char *values[N_VALUES + 1];
} rows[N_ROWS] = {
  { "knife-offences", { "96", "104", "92", "99" } },
  { "weapon-sweeps", { "118", "126", "131", "122" } },
  { "disruptions", { "41", "38", "44", "47" } },
  { "assets-taken", { "412500", "386200", "455900", "501300" } },
};

static gboolean
has_rows (const QtrPlan *plan, guint pasted)
{
  static const char *const quarters[N_VALUES] = { "2023-24-Q2", "2023-24-Q3", "2023-24-Q4" };

  for (guint i = 0; i < N_ROWS; i++)
    for (guint j = 0; j < N_VALUES; j++)
      if (!is_value (plan, rows[i].id, quarters[j], rows[i].values[j + 1 - pasted]))
        return FALSE;

  return TRUE;
}

/* The first three quarters' values were pasted one quarter later. */
static gboolean
has_pasted_rows (const QtrPlan *plan)
{
  return has_rows (plan, 1);
}

static gboolean
has_own_rows (const QtrPlan *plan)
{
  return has_rows (plan, 0);
}

static gboolean
has_typed (const QtrPlan *plan)
{
  const QtrObservation *observation = find_observation (plan, ID, "2026-27-Q2");

  return is_value (plan, ID, "2026-27-Q2", "1234") && g_strcmp0 (observation->note, "Counted twice") == 0 &&
         qtr_observation_get_latest (observation)->provisional;
}

/* --- Hands --- */

static void
press_often (Driver *driver, const char *key, guint n_times)
{
  for (guint i = 0; i < n_times; i++)
    driver_press_key (driver, key);
}

static void
type (Driver *driver, const char *letters)
{
  for (; *letters != '\0'; letters++)
    driver_press_key (driver, *letters == '.' ? "period" : (char[]) { *letters, '\0' });
}

/* What was published is not replaced without a word. */
static void
say_why (Driver *driver)
{
  driver_press (driver, "Restate");
  driver_expect (driver, "Say of what nature the change is");
  driver_insert_text (driver, "Nature", "Late data");
  driver_insert_text (driver, "Cause", "Three came late");
  driver_press (driver, "Restate");
}

/* --- The tests --- */

static void
test_block (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) cell = NULL;

  driver_act (driver, "win.go-figures");
  cell = driver_wait_for (driver, MEASURE ", Q2 2026/27: 437");
  driver_click (driver, cell);
  press_often (driver, "Left", 13);
  driver_expect (driver, MEASURE ", Q1 2023/24: 402");
  press_often (driver, "shift+Right", 2);
  driver_press_key (driver, "ctrl+c");
  press_often (driver, "Left", 1);
  driver_press_key (driver, "ctrl+v");
  driver_expect (driver, "3 of the figures are others than were published.");
  say_why (driver);
  driver_expect (driver, "3 figures pasted, 3 in place of others");
  scene_save_and_expect (scene, driver, has_block);
  driver_act (driver, "win.undo");
  scene_save_and_expect (scene, driver, has_no_block);
}

/* Four measures in three quarters are twelve values, and one step. */
static void
test_rows (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) cell = NULL;

  driver_act (driver, "win.go-figures");
  cell = driver_wait_for (driver, MEASURE ", Q2 2026/27: 437");
  driver_click (driver, cell);
  press_often (driver, "Down", 13);
  press_often (driver, "Left", 13);
  driver_expect (driver, "Knife-enabled offences, Q1 2023/24: 96");
  press_often (driver, "shift+Right", N_VALUES - 1);
  press_often (driver, "shift+Down", N_ROWS - 1);
  driver_press_key (driver, "ctrl+c");
  press_often (driver, "Up", N_ROWS - 1);
  driver_press_key (driver, "Left");
  driver_expect (driver, "Knife-enabled offences, Q2 2023/24: 104");
  driver_press_key (driver, "ctrl+v");
  driver_expect (driver, "of the figures are others than were published.");
  say_why (driver);
  driver_expect (driver, "12 figures pasted, 12 in place of others (104, 92, 99…)");
  scene_save_and_expect (scene, driver, has_pasted_rows);
  driver_act (driver, "win.undo");
  driver_expect (driver, "Cash and assets taken from criminals, Q2 2023/24: £386,200");
  scene_save_and_expect (scene, driver, has_own_rows);
}

/* On a priority's page. */
static void
test_typing (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-measures");
  driver_act_on (driver, MEASURE ", officers", "item.uses");
  driver_expect (driver, "Its figures are on this priority’s page.");
  driver_press_key (driver, "Tab");
  driver_press_key (driver, "Return");
  driver_expect (driver, MEASURE ", Q2 2026/27");
  type (driver, "12..5");
  driver_wait_for_description (driver, "12..5");
  driver_press_key (driver, "Escape");
  type (driver, "1234");
  driver_press_key (driver, "Return");
  driver_press_key (driver, "Up");
  driver_expect (driver, MEASURE ", Q2 2026/27");
  driver_act (driver, "win.toggle-provisional");
  driver_expect (driver, "officers, provisional");
  driver_act (driver, "win.figure-note");
  driver_insert_text (driver, "Note", "Counted twice");
  driver_press_key (driver, "Escape");
  driver_expect (driver, "Counted twice");
  scene_save_and_expect (scene, driver, has_typed);
}

static void
test_restating (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) cell = NULL;

  driver_act (driver, "win.go-figures");
  cell = driver_wait_for (driver, MEASURE ", Q2 2026/27: 437");
  driver_click (driver, cell);
  driver_press_key (driver, "Left");
  type (driver, "433");
  driver_press_key (driver, "Return");
  driver_expect (driver, "Q1 2026/27 was published as 431. It becomes 433 (+2, +0.5%).");
  say_why (driver);
  driver_expect (driver, MEASURE ", Q1 2026/27: 433");
  scene_save_and_expect (scene, driver, has_restated);
}

static void
add_tests (void)
{
  g_test_add ("/figures/block", Scene, NULL, scene_set_up_example, test_block, scene_tear_down);
  g_test_add ("/figures/rows", Scene, NULL, scene_set_up_example, test_rows, scene_tear_down);
  g_test_add ("/figures/typing", Scene, NULL, scene_set_up_example, test_typing, scene_tear_down);
  g_test_add ("/figures/restating", Scene, NULL, scene_set_up_example, test_restating, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
