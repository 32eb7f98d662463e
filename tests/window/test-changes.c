/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "merge/merge.h"
#include "model/edit.h"
#include "model/path.h"
#include "scene.h"

/* What stands first on the page that the window begins with, and something on the page after it. */
#define COMMITMENT "family"
#define BULLET "r5x36x8hfcw5z6d9"
#define OTHER_BULLET "kdh9zbnvs2krkma4"

#define BEGINNING "The Special Constabulary"
#define THEIRS "Those who are special constables came."
#define OTHER_THEIRS "The control room took many calls."

/* --- Somebody else --- */

static QtrPlan *
edit_text (const QtrPlan *plan, const char *bullet, const char *text)
{
  return qtr_edit_set (plan, bullet, "text", text, NULL);
}

/* Another program writes into the file that the window has open. */
static void
write_elsewhere (Scene *scene, const char *bullet, const char *text)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (QtrPlan) changed = edit_text (plan, bullet, text);
  g_autoptr (GError) error = NULL;

  qtr_file_save (scene->file, changed, NULL, NULL, &error);
  g_assert_no_error (error);
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

  return bullet != NULL && plan->conflicts == NULL && bullet->text != NULL &&
         g_str_has_prefix (bullet->text, expected->text);
}

static void
save_and_expect (Driver *driver, Scene *scene, const char *bullet, const char *text)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_in_file, &(Expected) { scene->file, bullet, text }, text);
  driver_wait_until_saved (driver);
}

/* --- Hands --- */

static void
write_first (Driver *driver, Scene *scene, const char *text)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  QtrPath path;
  const QtrCommitment *commitment = qtr_path_find (plan, COMMITMENT, &path);

  driver_insert_text (driver, commitment->text, text);
}

/* Both sides make another word of the first one. */
static Driver *
disagree (Scene *scene)
{
  Driver *driver = driver_start (scene->file);

  write_first (driver, scene, "Now");
  write_elsewhere (scene, BULLET, THEIRS);
  driver_expect (driver, "1 thing was changed on both sides");
  return driver;
}

/* --- What came in --- */

/* Named, taken in beside what was written here, taken back, and not saved. */
static void
test_theirs (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) before = scene_load (scene);
  QtrPath path;
  const QtrBullet *other = qtr_path_find (before, OTHER_BULLET, &path);
  g_autoptr (Driver) driver = driver_start (scene->file);

  write_first (driver, scene, "Now: ");
  write_elsewhere (scene, OTHER_BULLET, OTHER_THEIRS);
  driver_expect (driver, "1 change came in from the file: Changed: bullet.");
  driver_act (driver, "win.go-changes");
  driver_expect (driver, "1 change since the last save");

  driver_act (driver, "win.undo-theirs");
  driver_expect (driver, "2 changes since the last save");
  save_and_expect (driver, scene, OTHER_BULLET, other->text);
  driver_wait_until (is_in_file, &(Expected) { scene->file, BULLET, "Now: " BEGINNING }, "what was written");
}

/* What is not taken back is saved with what was written here. */
static void
test_both_kept (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  write_first (driver, scene, "Now: ");
  write_elsewhere (scene, OTHER_BULLET, OTHER_THEIRS);
  driver_expect (driver, "1 change came in from the file");
  save_and_expect (driver, scene, BULLET, "Now: " BEGINNING);
  driver_wait_until (is_in_file, &(Expected) { scene->file, OTHER_BULLET, OTHER_THEIRS }, "theirs");
}

/* --- Questions --- */

/* By keys alone: to the question, to the button, pressed; and taken back again. */
static void
test_choose_by_key (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = disagree (scene);

  driver_press_key (driver, "alt+Page_Down");
  driver_expect (driver, "You and somebody else changed this, each in your own way.");
  driver_press_key (driver, "Tab");
  driver_press_key (driver, "Tab");
  driver_press_key (driver, "space");
  driver_expect (driver, "Theirs was taken");
  driver_wait_until_gone (driver, "You and somebody else changed this");

  driver_act (driver, "win.undo");
  driver_act (driver, "win.next-conflict");
  driver_expect (driver, "You and somebody else changed this");
  driver_act (driver, "win.use-theirs");
  driver_wait_until_gone (driver, "You and somebody else changed this");
  save_and_expect (driver, scene, BULLET, "Those ");
}

/* From what the checks say of the bullet. */
static void
test_choose_from_finding (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = disagree (scene);
  g_autoptr (AtspiAccessible) finding = NULL;

  driver_act (driver, "win.show-findings");
  finding = driver_wait_for (driver, "Error: Two people changed this");
  driver_click (driver, finding);
  driver_expect (driver, "You and somebody else changed this");
  driver_press (driver, "Use Yours");
  driver_expect (driver, "Yours was taken");
  save_and_expect (driver, scene, BULLET, "Now" BEGINNING);
}

/* One text out of both. */
static void
test_both (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = disagree (scene);

  driver_act (driver, "win.next-conflict");
  driver_act (driver, "win.use-both");
  driver_insert_text (driver, "Text From Both", "Both: ");
  driver_press (driver, "Use");
  driver_expect (driver, "One text was made of both");
  save_and_expect (driver, scene, BULLET, "Both: Now" BEGINNING);
}

/* A plan with a question in its file asks it when it is opened. */
static void
test_opened (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) base = scene_load (scene);
  g_autoptr (QtrPlan) ours = edit_text (base, BULLET, "Ours.");
  g_autoptr (QtrPlan) theirs = qtr_edit_remove (base, BULLET);
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, NULL);
  g_autoptr (Driver) driver = NULL;

  g_assert_true (qtr_file_save (scene->file, merged, NULL, NULL, NULL));
  driver = driver_start (scene->file);
  driver_expect (driver, "1 thing was changed on both sides");
  driver_expect (driver, "Changes, 1 changed on both sides");
  driver_press (driver, "Choose…");
  driver_expect (driver, "Somebody else removed this, and you went on with it.");
  driver_press (driver, "Use Yours");
  driver_expect (driver, "Yours was taken");
  save_and_expect (driver, scene, BULLET, "Ours.");
}

/* --- Changes --- */

/* One of two is taken back; the other is saved. */
static void
test_revert (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  write_first (driver, scene, "Now: ");
  driver_expect (driver, "Changes, 1 unsaved change");
  driver_act (driver, "win.go-plan");
  {
    g_autoptr (AtspiAccessible) title = driver_wait_for_editor (driver, "Title");

    driver_insert_into (title, "Our ");
  }
  driver_act (driver, "win.go-changes");
  driver_expect (driver, "2 changes since the last save");
  driver_expect (driver, "Changed: plan, title. “Our” added");
  driver_expect (driver, "Changed: bullet. “Now:” added");
  driver_press (driver, "Revert");
  driver_expect (driver, "The change was reverted");
  driver_wait_until_gone (driver, "Changed: plan, title");
  save_and_expect (driver, scene, BULLET, "Now: " BEGINNING);
  driver_expect (driver, "Nothing Has Changed");
  {
    g_autoptr (QtrPlan) plan = scene_load (scene);

    g_assert_false (g_str_has_prefix (plan->title, "Our "));
  }
}

/* From a row to its place, on another page. */
static void
test_go (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  write_first (driver, scene, "Now: ");
  driver_act (driver, "win.go-changes");
  {
    g_autoptr (AtspiAccessible) row = driver_wait_for (driver, "Changed: bullet. “Now:” added");

    driver_click (driver, row);
  }
  driver_wait_until_gone (driver, "1 change since the last save");
  driver_expect (driver, "Grow the wider policing family");
  save_and_expect (driver, scene, BULLET, "Now: ");
}

static void
test_quarter (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);

  driver_act (driver, "win.compare-quarter");
  driver_expect (driver, "Changed: bullet. ");
  driver_expect (driver, "New: bullet. ");
  driver_expect (driver, "Dropped: bullet. ");
  driver_expect (driver, "Quarter 2 2026/27: ");
  driver_act (driver, "win.compare-saved");
  driver_expect (driver, "Nothing Has Changed");
}

/* --- A file --- */

static void
choose_file (Driver *driver, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AtspiAccessible) entry = NULL;
  g_autoptr (AtspiEditableText) editable = NULL;

  driver_enter_window (driver, "Compare With a File");
  driver_press_key (driver, "ctrl+l");
  entry = driver_wait_for_role (driver, ATSPI_ROLE_TEXT);
  editable = atspi_accessible_get_editable_text_iface (entry);
  g_assert_true (atspi_editable_text_set_text_contents (editable, path, NULL));
  driver_press_key (driver, "Return");
  driver_leave_window (driver);
}

/* Against what an earlier copy says; that copy stays as it is. */
static void
test_file (Scene *scene, gconstpointer data)
{
  g_autofree char *path = g_build_filename (scene->folder, "earlier.quarterly", NULL);
  g_autoptr (GFile) earlier = g_file_new_for_path (path);
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (QtrPlan) other = edit_text (plan, BULLET, "Earlier.");
  g_autoptr (Driver) driver = NULL;

  g_assert_true (qtr_file_save (earlier, other, NULL, NULL, NULL));
  driver = driver_start (scene->file);
  write_first (driver, scene, "Now: ");
  driver_act (driver, "win.compare-file");
  choose_file (driver, earlier);
  driver_expect (driver, "1 change against “earlier.quarterly”");
  driver_expect (driver, "Changed: bullet. “Earlier” removed");
  g_assert_true (is_in_file (&(Expected) { earlier, BULLET, "Earlier." }));
  g_assert_true (g_file_delete (earlier, NULL, NULL));
  save_and_expect (driver, scene, BULLET, "Now: " BEGINNING);
}

static void
add_tests (void)
{
  g_test_add ("/window/changes/theirs", Scene, NULL, scene_set_up_example, test_theirs, scene_tear_down);
  g_test_add ("/window/changes/both-kept", Scene, NULL, scene_set_up_example, test_both_kept,
              scene_tear_down);
  g_test_add ("/window/changes/choose-by-key", Scene, NULL, scene_set_up_example, test_choose_by_key,
              scene_tear_down);
  g_test_add ("/window/changes/choose-from-finding", Scene, NULL, scene_set_up_example,
              test_choose_from_finding, scene_tear_down);
  g_test_add ("/window/changes/both", Scene, NULL, scene_set_up_example, test_both, scene_tear_down);
  g_test_add ("/window/changes/opened", Scene, NULL, scene_set_up_example, test_opened, scene_tear_down);
  g_test_add ("/window/changes/revert", Scene, NULL, scene_set_up_example, test_revert, scene_tear_down);
  g_test_add ("/window/changes/go", Scene, NULL, scene_set_up_example, test_go, scene_tear_down);
  g_test_add ("/window/changes/file", Scene, NULL, scene_set_up_example, test_file, scene_tear_down);
  g_test_add ("/window/changes/quarter", Scene, NULL, scene_set_up_example, test_quarter, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
