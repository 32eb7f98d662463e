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

/* In the example's latest update, "officers" is on the pages of the priorities 1, 6 and 7, once with a
 * capital letter, and "officer" stands alone twice. */
#define WORD "officers"
#define SIXTH \
  "Find missing children quickly, listen to them when they return, and act early on what they tell us."
#define OTHER "sergeants"

/* --- Hands --- */

static void
wait_for_page (Driver *driver, const char *commitment)
{
  g_autoptr (AtspiAccessible) editor = driver_wait_for_editor (driver, commitment);
}

/* --- What the file says --- */

static guint
count_in_bullets (const QtrList *bullets, const char *word)
{
  guint n_bullets = 0;

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    n_bullets += (bullet->text != NULL && strcasestr (bullet->text, word) != NULL) +
                 count_in_bullets (bullet->bullets, word);
  }

  return n_bullets;
}

static guint
count_in_update (const QtrPlan *plan, const char *word)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  guint n_bullets = 0;

  for (guint i = 0; i < qtr_list_length (update->sections); i++)
    n_bullets += count_in_bullets (((const QtrSection *) qtr_list_get (update->sections, i))->bullets, word);

  return n_bullets;
}

typedef struct {
  GFile *file;
  guint n_words;
  guint n_others;
} Expected;

static gboolean
is_in_file (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (expected->file, NULL);

  return plan != NULL && count_in_update (plan, WORD) == expected->n_words &&
         count_in_update (plan, OTHER) == expected->n_others;
}

static void
save_and_expect (Driver *driver, GFile *file, guint n_words, guint n_others)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_in_file, &(Expected) { file, n_words, n_others }, "the words in the file");
  driver_wait_until_saved (driver);
}

/* --- The tests --- */

static void
test_find (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.find");
  driver_insert_text (driver, "Find", WORD);
  driver_expect (driver, "1 of 3");
  driver_act (driver, "win.find-next");
  driver_expect (driver, "2 of 3");
  wait_for_page (driver, SIXTH);
  driver_act (driver, "win.find-next");
  driver_expect (driver, "3 of 3");
  driver_act (driver, "win.find-next");
  driver_expect (driver, "1 of 3");
  driver_act (driver, "win.find-previous");
  driver_expect (driver, "3 of 3");

  driver_act (driver, "win.find-match-case");
  driver_expect (driver, "2 matches");
  driver_act (driver, "win.find-match-case");
  driver_expect (driver, "3 of 3");
  driver_act (driver, "win.find-whole-words");
  driver_insert_text (driver, "Find", "x");
  driver_expect (driver, "No matches");
  driver_press (driver, "Close the Search Bar");
  driver_wait_until_gone (driver, "No matches");
}

static void
test_replace (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  guint n_others = count_in_update (before, OTHER);
  g_autoptr (Driver) driver = driver_start (scene->file);

  g_assert_cmpuint (count_in_update (before, WORD), ==, 3);
  g_assert_false (driver_can_act (driver, "win.replace-all"));
  driver_act (driver, "win.replace");
  driver_insert_text (driver, "Find", WORD);
  driver_insert_text (driver, "Replace With", OTHER);
  driver_expect (driver, "1 of 3");
  driver_act (driver, "win.replace-match");
  driver_expect (driver, "1 of 2");
  wait_for_page (driver, SIXTH);
  save_and_expect (driver, scene->file, 2, n_others + 1);

  driver_act (driver, "win.replace-all");
  driver_expect (driver, "2 replaced");
  driver_expect (driver, "No matches");
  save_and_expect (driver, scene->file, 0, n_others + 3);

  driver_act (driver, "win.undo");
  driver_wait_until_gone (driver, "No matches");
  save_and_expect (driver, scene->file, 2, n_others + 1);
  driver_act (driver, "win.undo");
  save_and_expect (driver, scene->file, 3, n_others);
}

static void
type_word (const char *word)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (0, word, ATSPI_KEY_STRING, &error);
  g_assert_no_error (error);
}

/* By keys alone, from the one entry to the other. */
static void
test_keys (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  guint n_others = count_in_update (before, OTHER);
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) find = NULL;
  g_autoptr (AtspiAccessible) replacement = NULL;

  driver_press_key (driver, "ctrl+h");
  find = driver_wait_for_editor (driver, "Find");
  driver_wait_until (driver_has_focus, find, "the entry of what is to be found");
  type_word (WORD);
  driver_expect (driver, "1 of 3");
  driver_press_key (driver, "Tab");
  replacement = driver_wait_for_focus (driver, "Replace With");
  type_word (OTHER);
  driver_press_key (driver, "Return");
  driver_expect (driver, "1 of 2");
  save_and_expect (driver, scene->file, 2, n_others + 1);
}

/* The names of areas are found, and stay. */
static void
test_areas (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.replace");
  driver_insert_text (driver, "Find", "loamford");
  driver_expect (driver, "1 of 4");
  driver_act (driver, "win.replace-match");
  driver_expect (driver, "2 of 4");
  driver_act (driver, "win.replace-all");
  driver_expect (driver, "0 replaced, 4 in the names of areas left");
  g_assert_false (driver_can_act (driver, "win.save"));
}

/* One bullet more is four words more. */
static void
test_words (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  g_autoptr (AtspiAccessible) line = NULL;
  g_autofree char *words = NULL;
  g_autofree char *more = NULL;
  guint on_page = 0;
  guint in_update = 0;

  driver_act (driver, "win.go-front-page");
  for (guint i = 0; i < 6; i++)
    driver_act (driver, "win.next-priority");
  wait_for_page (driver, SIXTH);
  line = driver_wait_for (driver, "words on this page");
  words = atspi_accessible_get_name (line, NULL);
  on_page = (guint) g_ascii_strtoull (words, NULL, 10);
  in_update = (guint) g_ascii_strtoull (strstr (words, "· ") + strlen ("· "), NULL, 10);
  g_assert_cmpuint (on_page, >, 0);
  g_assert_cmpuint (on_page, <, in_update);

  driver_insert_text (driver, SIXTH, "It’s 18% more, ");
  more = g_strdup_printf ("%u words on this page · %u in the update", on_page + 3, in_update + 3);
  driver_expect (driver, more);
}

static void
add_tests (void)
{
  g_test_add ("/find/find", Scene, NULL, scene_set_up_example, test_find, scene_tear_down);
  g_test_add ("/find/replace", Scene, NULL, scene_set_up_example, test_replace, scene_tear_down);
  g_test_add ("/find/keys", Scene, NULL, scene_set_up_example, test_keys, scene_tear_down);
  g_test_add ("/find/areas", Scene, NULL, scene_set_up_example, test_areas, scene_tear_down);
  g_test_add ("/find/words", Scene, NULL, scene_set_up_example, test_words, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
