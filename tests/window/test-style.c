/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "model/edit-style.h"
#include "scene.h"

#define BULLET "zd7amjarqp5696j9"
#define SLIPS "We utilise vans. Thefts fell 12 per cent."
#define DRAWING \
  "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20'/></svg>"

/* --- The scene --- */

/* The example with a bullet that is not everybody's style, and one word to avoid that nobody wrote. */
static void
set_up_slips (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) written = NULL;
  g_autoptr (QtrPlan) styled = NULL;

  scene_set_up_example (scene, data);
  plan = scene_load (scene);
  written = qtr_edit_set (plan, BULLET, "text", SLIPS, NULL);
  styled = qtr_edit_set_term (written, NULL, "whilst", "while", NULL);
  scene_store (scene, styled);
}

static void
set_up_logo (Scene *scene, gconstpointer data)
{
  g_autoptr (GBytes) drawing = g_bytes_new_static (DRAWING, strlen (DRAWING));
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) with = NULL;
  g_autoptr (QtrPlan) named = NULL;

  scene_set_up_example (scene, data);
  plan = scene_load (scene);
  with = qtr_edit_set_logo (plan, drawing, NULL);
  named = qtr_edit_set (with, with->record.id, "logo_text", "Badge", NULL);
  scene_store (scene, named);
}

/* --- Hands --- */

static gboolean
has_no_focus (gpointer node)
{
  return !driver_has_focus (node);
}

static void
go_up_to (Driver *driver, const char *row)
{
  g_autoptr (AtspiAccessible) node = NULL;

  driver_press_key (driver, "Up");
  node = driver_wait_for_focus (driver, row);
}

/* By keys alone: up from where words are added, and the next choice of its list. */
static void
choose_percent_sign (Driver *driver)
{
  g_autoptr (AtspiAccessible) add = driver_wait_for_focus (driver, "Add Word…");
  g_autoptr (AtspiAccessible) percent = driver_wait_for (driver, "Percentages");

  go_up_to (driver, "utilise, Write “use”");
  go_up_to (driver, "whilst, Write “while”");
  go_up_to (driver, "Numbers up to Ten");
  go_up_to (driver, "Percentages");
  driver_press_key (driver, "space");
  driver_wait_until (has_no_focus, percent, "the list of choices");
  driver_press_key (driver, "Down");
  driver_press_key (driver, "Return");
}

/* From the word that is there to the row that adds another, by keys. */
static void
add_term (Driver *driver, const char *avoid, const char *use)
{
  g_autoptr (AtspiAccessible) row = NULL;
  g_autoptr (AtspiAccessible) add = NULL;

  driver_act_on (driver, "whilst, Write “while”", "item.edit");
  driver_press (driver, "Cancel");
  row = driver_wait_for_focus (driver, "whilst, Write “while”");
  driver_press_key (driver, "Down");
  add = driver_wait_for_focus (driver, "Add Word…");
  driver_press_key (driver, "Return");
  driver_insert_text (driver, "Avoid", avoid);
  driver_press (driver, "Add");
  driver_expect (driver, "Say which word to use instead");
  driver_insert_text (driver, "Use Instead", use);
  driver_press (driver, "Add");
}

/* --- What the file says --- */

static gboolean
has_style (const QtrPlan *plan)
{
  const QtrTerm *term = qtr_list_length (plan->terms) == 2 ? qtr_list_get (plan->terms, 1) : NULL;

  return plan->percent == QTR_PERCENT_SIGN && term != NULL && g_str_equal (term->avoid, "utilise") &&
         g_str_equal (term->use, "use");
}

static gboolean
has_terms_alone (const QtrPlan *plan)
{
  return plan->percent == QTR_PERCENT_ANY && qtr_list_length (plan->terms) == 2;
}

static gboolean
has_first_term (const QtrPlan *plan)
{
  return plan->percent == QTR_PERCENT_ANY && qtr_list_length (plan->terms) == 1;
}

static gboolean
has_no_logo (const QtrPlan *plan)
{
  return plan->logo == NULL && plan->logo_text == NULL;
}

static gboolean
has_new_text (const QtrPlan *plan)
{
  return plan->logo != NULL && g_str_equal (plan->logo_text, "Silver Badge");
}

/* --- The tests --- */

/* What the plan asks for is asked of the writing at once, and no longer when it is taken back. */
static void
test_style (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-plan");
  add_term (driver, "utilise", "use");
  driver_expect (driver, "utilise, Write “use”");
  choose_percent_sign (driver);
  scene_search_findings (driver, "house style");
  driver_expect (driver, "“utilise” is not the plan’s house style: write “use”.");
  driver_expect (driver, "“12 per cent” is not the plan’s house style: write “12%”.");
  scene_save_and_expect (scene, driver, has_style);

  driver_act (driver, "win.undo");
  driver_wait_until_gone (driver, "“12 per cent” is not");
  scene_save_and_expect (scene, driver, has_terms_alone);
  driver_act (driver, "win.undo");
  driver_wait_until_gone (driver, "is not the plan’s house style");
  scene_save_and_expect (scene, driver, has_first_term);
}

static void
test_logo (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.go-plan");
  driver_wait_for_description (driver, "Badge");
  driver_insert_text (driver, "Alternative Text", "Silver ");
  driver_wait_for_description (driver, "Silver Badge");
  scene_save_and_expect (scene, driver, has_new_text);
  driver_press (driver, "Remove the Logo");
  driver_wait_until_gone (driver, "Remove the Logo");
  scene_save_and_expect (scene, driver, has_no_logo);
  driver_act (driver, "win.undo");
  driver_wait_for_description (driver, "Silver Badge");
  scene_save_and_expect (scene, driver, has_new_text);
}

static void
add_tests (void)
{
  g_test_add ("/style/style", Scene, NULL, set_up_slips, test_style, scene_tear_down);
  g_test_add ("/style/logo", Scene, NULL, set_up_logo, test_logo, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
