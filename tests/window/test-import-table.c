/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "driver.h"
#include "model/measure.h"
#include "scene.h"

/* A table with a title, a total, a note, a gap, and a cell that nobody understands. */
#define TABLE \
  "Road casualties\nArea,Month,Fatal hits,Serious hits,Status\nAlder,Jan-26,1,14,final\nAlder,Feb-26,0,about 9,final\n" \
  "Birch,Jan-26,2,..,final\nBirch,Feb-26,1,12 [p],provisional\nTotal,Jan-26,3,14,final\nSource: records\n"

typedef struct {
  Scene scene;
  char *table;
} Tables;

static void
set_up (Tables *tables, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("table-XXXXXX.csv", &tables->table, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (tables->table, TABLE, -1, &error);
  g_assert_no_error (error);
  scene_set_up_example (&tables->scene, NULL);
}

static void
tear_down (Tables *tables, gconstpointer data)
{
  g_unlink (tables->table);
  g_free (tables->table);
  scene_tear_down (&tables->scene, NULL);
}

/* --- Hands --- */

static void
choose_table (Driver *driver, const char *path)
{
  g_autoptr (AtspiAccessible) entry = NULL;
  g_autoptr (AtspiEditableText) editable = NULL;
  g_autoptr (GError) error = NULL;

  driver_act (driver, "win.import");
  driver_enter_window (driver, "Import a Report or Table");
  driver_press_key (driver, "ctrl+l");
  entry = driver_wait_for_role (driver, ATSPI_ROLE_TEXT);
  editable = atspi_accessible_get_editable_text_iface (entry);
  atspi_editable_text_set_text_contents (editable, path, &error);
  g_assert_no_error (error);
  driver_press (driver, "Open");
  driver_leave_window (driver);
}

/* --- What the file says --- */

static const QtrVintage *
find_vintage (const QtrPlan *plan, const char *name, const char *month, const char *area)
{
  const QtrMeasure *measure = qtr_plan_find_measure (plan, name);
  const QtrObservation *observation =
      measure == NULL
          ? NULL
          : qtr_measure_find_observation (plan, measure, qtr_plan_parse_period (plan, month), area);

  return observation == NULL ? NULL : qtr_observation_get_latest (observation);
}

static gboolean
has_table (const QtrPlan *plan)
{
  const QtrVintage *value = find_vintage (plan, "Serious hits", "2026-02", "Birch");
  const QtrVintage *gap = find_vintage (plan, "Serious hits", "2026-01", "Birch");

  return value != NULL && value->value.digits == 12 && value->provisional &&
         g_str_has_prefix (value->origin, "imported from table-") && gap != NULL &&
         !qtr_decimal_is_set (gap->value) &&
         find_vintage (plan, "Serious hits", "2026-02", "Alder") == NULL &&
         find_vintage (plan, "Fatal hits", "2026-01", "Alder") != NULL;
}

static gboolean
has_no_table (const QtrPlan *plan)
{
  return qtr_plan_find_measure (plan, "Fatal hits") == NULL &&
         qtr_plan_find_measure (plan, "Serious hits") == NULL;
}

/* --- The tests --- */

/* What will come of it is seen before, comes in one step, and goes in one. */
static void
test_import (Tables *tables, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (tables->scene.file);

  choose_table (driver, tables->table);
  driver_expect (driver, "7 new values, 1 not understood");
  driver_expect (driver, "about 9");
  driver_expect (driver, "Source: records");
  driver_expect (driver, "Birch · Feb-26");
  driver_press (driver, "Import");
  driver_wait_until_gone (driver, "Import a Table");
  scene_save_and_expect (&tables->scene, driver, has_table);

  driver_act (driver, "win.undo");
  scene_save_and_expect (&tables->scene, driver, has_no_table);
  driver_act (driver, "win.redo");
  scene_save_and_expect (&tables->scene, driver, has_table);
}

/* The same once more is nothing new. */
static void
test_again (Tables *tables, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (tables->scene.file);

  choose_table (driver, tables->table);
  driver_expect (driver, "7 new values, 1 not understood");
  driver_press (driver, "Import");
  driver_wait_until_gone (driver, "Import a Table");
  choose_table (driver, tables->table);
  driver_expect (driver, "The plan holds this table already");
  driver_press (driver, "Cancel");
  driver_wait_until_gone (driver, "Import a Table");
  scene_save_and_expect (&tables->scene, driver, has_table);
}

static gboolean
has_only_fatal (const QtrPlan *plan)
{
  const QtrMeasure *fatal = qtr_plan_find_measure (plan, "Fatal hits");

  return fatal != NULL && qtr_list_length (fatal->observations) == 4 &&
         qtr_plan_find_measure (plan, "Serious hits") == NULL;
}

/* A column that is put to another use changes what comes of it at once, and the next such table is read so.
 */
static void
test_choose (Tables *tables, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (tables->scene.file);
  g_autoptr (AtspiAccessible) column = NULL;

  choose_table (driver, tables->table);
  driver_expect (driver, "7 new values, 1 not understood");
  column = driver_wait_for (driver, "Serious hits");
  driver_click (driver, column);
  driver_expect (driver, "Summed Over");
  driver_press_key (driver, "Home");
  driver_press_key (driver, "Return");
  driver_expect (driver, "4 new values");
  driver_press (driver, "Import");
  driver_wait_until_gone (driver, "Import a Table");
  scene_save_and_expect (&tables->scene, driver, has_only_fatal);

  driver_act (driver, "win.undo");
  choose_table (driver, tables->table);
  driver_expect (driver, "4 new values");
}

static void
test_cancel (Tables *tables, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (tables->scene.file);

  choose_table (driver, tables->table);
  driver_expect (driver, "7 new values");
  driver_press (driver, "Cancel");
  driver_wait_until_gone (driver, "Import a Table");
  g_assert_false (driver_can_act (driver, "win.save"));
  g_assert_false (driver_can_act (driver, "win.undo"));
}

static void
add_tests (void)
{
  g_test_add ("/window-import-table/import", Tables, NULL, set_up, test_import, tear_down);
  g_test_add ("/window-import-table/again", Tables, NULL, set_up, test_again, tear_down);
  g_test_add ("/window-import-table/choose", Tables, NULL, set_up, test_choose, tear_down);
  g_test_add ("/window-import-table/cancel", Tables, NULL, set_up, test_cancel, tear_down);
}

int
main (int argc, char **argv)
{
  return scene_run (argc, argv, add_tests);
}
