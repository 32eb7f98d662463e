/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "driver.h"
#include "model/update.h"
#include "scene.h"

#define TEXT " Kept where it was."
#define REPORT \
  "# Quarterly update\n\nQuarter 3 2026/27\n\n## Priority 1 – Roads\n\nWe will:\n\nMend the roads.\n\n" \
  "- Nine roads were mended.\n"

/* --- Hands --- */

static void
type_text (const char *text)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (0, text, ATSPI_KEY_STRING, &error);
  g_assert_no_error (error);
}

static gboolean
has_arrived (gpointer data)
{
  g_autoptr (GObject) text = G_OBJECT (atspi_accessible_get_text_iface (data));
  g_autofree char *content = text == NULL ? NULL : atspi_text_get_text (ATSPI_TEXT (text), 0, -1, NULL);

  return content != NULL && strstr (content, TEXT) != NULL;
}

static GFile *
write_beside (Scene *scene, const char *name, const char *content)
{
  g_autoptr (GFile) file = g_file_new_build_filename (scene->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, content, strlen (content), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

static void
remove_file (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

static GFile *
copy_plan (Scene *scene, const char *name)
{
  GFile *file = g_file_new_build_filename (scene->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_copy (scene->file, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

/* --- What the plan says --- */

static const QtrPriority *
get_second_priority (const QtrPlan *plan)
{
  return qtr_list_get (plan->priorities, 1);
}

typedef struct {
  GFile *file;
  const char *text;
} Expected;

/* A bullet hangs on another to a depth that the program limits. */
static gboolean
has_text (const QtrList *bullets, const char *text)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    if ((bullet->text != NULL && strstr (bullet->text, text) != NULL) || has_text (bullet->bullets, text))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_in_file (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (expected->file, NULL);
  const QtrUpdate *update = plan == NULL ? NULL : qtr_plan_get_latest_update (plan);

  for (guint i = 0; update != NULL && i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);

    if (has_text (section->bullets, expected->text))
      return TRUE;
  }
  return FALSE;
}

static void
save_and_expect (Driver *driver, GFile *file, const char *text)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_in_file, &(Expected) { file, text }, "the text in the file");
  driver_wait_until_saved (driver);
}

/* --- The tests --- */

/* What was open is listed at the next start; Return opens it, a plan that is gone is listed as gone. */
static void
test_recent (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (GFile) gone = copy_plan (scene, "gone.quarterly");
  g_autofree char *remove = g_strdup_printf ("Remove “%s” from the List", plan->title);
  Driver *driver = driver_start (gone);

  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.toggle-restore-session");
  driver_close (driver);
  remove_file (gone);
  driver = driver_start (scene->file);
  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.toggle-restore-session");
  driver_close (driver);

  driver = driver_start (NULL);
  driver_expect (driver, "Recent plans");
  driver_expect (driver, "No longer in");
  driver_press_key (driver, "Return");
  driver_wait_for_title (driver, plan->title);

  /* The dialog in any window has the same list: the plan that is open now stands first there. */
  driver_act (driver, "win.open-recent");
  driver_expect (driver, "No longer in");
  driver_press (driver, remove);
  driver_wait_until_gone (driver, " · Today");
  driver_press (driver, remove);
  driver_expect (driver, "No Recent Plans");
  driver_stop (driver);
}

/* --- Several windows --- */

static AtspiAccessible *
find_program (void)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n_applications = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_applications; i++) {
    g_autoptr (AtspiAccessible) application = atspi_accessible_get_child_at_index (desktop, i, NULL);
    g_autofree char *name = application == NULL ? NULL : atspi_accessible_get_name (application, NULL);

    if (g_strcmp0 (name, "quarterly") == 0)
      return g_steal_pointer (&application);
  }
  return NULL;
}

/* Dialogs are no windows of their own, so each frame is one. */
static guint
count_windows (const char *title)
{
  g_autoptr (AtspiAccessible) program = find_program ();
  int n_frames = program == NULL ? 0 : atspi_accessible_get_child_count (program, NULL);
  guint n_windows = 0;

  for (int i = 0; i < n_frames; i++) {
    g_autoptr (AtspiAccessible) frame = atspi_accessible_get_child_at_index (program, i, NULL);
    g_autofree char *name = frame == NULL ? NULL : atspi_accessible_get_name (frame, NULL);

    n_windows += g_strcmp0 (name, title) == 0;
  }
  return n_windows;
}

typedef struct {
  const char *title;
  guint n_windows;
} Windows;

static gboolean
has_windows (gpointer data)
{
  Windows *windows = data;

  return count_windows (windows->title) == windows->n_windows;
}

static void
wait_for_windows (const char *title, guint n_windows)
{
  driver_wait_until (has_windows, &(Windows) { title, n_windows }, "the windows");
}

/* As a click in the file manager does it: the program that runs already is told. */
static void
open_from_outside (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("QTR_WINDOW_PROGRAM"), path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

/* Two plans in two windows; the same plan again is no third; both are back at the next start. */
static void
test_session (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (GFile) other = copy_plan (scene, "other.quarterly");
  Driver *driver = driver_start (scene->file);

  driver_wait_for_title (driver, plan->title);
  open_from_outside (other);
  wait_for_windows (plan->title, 2);
  open_from_outside (scene->file);
  open_from_outside (other);
  driver_act (driver, "win.new-window");
  wait_for_windows ("Quarterly", 1);
  g_assert_cmpuint (count_windows (plan->title), ==, 2);
  driver_quit (driver);

  driver = driver_start (NULL);
  wait_for_windows (plan->title, 2);
  g_assert_cmpuint (count_windows ("Quarterly"), ==, 0);
  driver_act (driver, "win.toggle-restore-session");
  driver_quit (driver);

  driver = driver_start (NULL);
  driver_wait_for_title (driver, "Quarterly");
  driver_expect (driver, "Recent plans");
  driver_stop (driver);
  remove_file (other);
}

/* --- The place --- */

/* At the end of the second priority's first section, with the outline folded away. */
static void
leave_place (Scene *scene, const QtrPlan *plan)
{
  Driver *driver = driver_start (scene->file);
  const QtrCommitment *commitment = qtr_list_get (get_second_priority (plan)->commitments, 0);
  g_autoptr (AtspiAccessible) editor = NULL;

  driver_wait_for_title (driver, plan->title);
  driver_act (driver, "win.next-priority");
  editor = driver_wait_for_editor (driver, commitment->text);
  driver_press_key (driver, "ctrl+End");
  driver_act (driver, "win.toggle-outline");
  driver_wait_until_gone (driver, "Front Page");
  driver_close (driver);
}

/* The last line of the editor. */
static const QtrBullet *
get_last_bullet (const QtrPlan *plan)
{
  const QtrCommitment *commitment = qtr_list_get (get_second_priority (plan)->commitments, 0);
  const QtrSection *section =
      qtr_update_find_section (qtr_plan_get_latest_update (plan), commitment->record.id);
  const QtrList *bullets = section->bullets;
  const QtrBullet *last = NULL;

  for (guint n_bullets = 0; (n_bullets = qtr_list_length (bullets)) > 0; bullets = last->bullets)
    last = qtr_list_get (bullets, n_bullets - 1);
  return last;
}

/* Whoever opens the plan again goes on in mid-sentence. */
static void
test_place (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *expected = g_strconcat (get_last_bullet (plan)->text, TEXT, NULL);
  const QtrCommitment *commitment = qtr_list_get (get_second_priority (plan)->commitments, 0);
  g_autoptr (AtspiAccessible) editor = NULL;
  g_autoptr (QtrPlan) saved = NULL;
  Driver *driver = NULL;

  leave_place (scene, plan);
  driver = driver_start (scene->file);
  driver_wait_for_title (driver, plan->title);
  editor = driver_wait_for_editor (driver, commitment->text);
  driver_wait_until_gone (driver, "Front Page");
  type_text (TEXT);
  driver_wait_until (has_arrived, editor, "what was typed");
  save_and_expect (driver, scene->file, expected);
  driver_act (driver, "win.toggle-outline");
  driver_expect (driver, "Front Page");
  driver_stop (driver);

  saved = scene_load (scene);
  g_assert_cmpstr (get_last_bullet (saved)->text, ==, expected);
}

/* --- Reports --- */

/* A report that is opened is offered for import, into the plan that is open. */
static void
test_offer (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autoptr (GFile) report = write_beside (scene, "report.md", REPORT);
  g_autofree char *body = g_strdup_printf ("What it says goes into “%s”", plan->title);
  Driver *driver = driver_start (scene->file);

  driver_wait_for_title (driver, plan->title);
  open_from_outside (report);
  driver_expect (driver, "Import “report.md”?");
  driver_expect (driver, body);
  driver_press (driver, "Import");
  save_and_expect (driver, scene->file, "Nine roads were mended.");
  driver_stop (driver);
  remove_file (report);
}

/* --- Help --- */

typedef struct {
  const char *path;
  const char *uri;
} Asked;

static gboolean
was_asked (gpointer data)
{
  Asked *asked = data;
  g_autofree char *content = NULL;

  return g_file_get_contents (asked->path, &content, NULL, NULL) && g_str_equal (content, asked->uri);
}

static char *
write_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* A reader of help that only writes down what it was asked for. */
static char *
install_reader (Scene *scene)
{
  g_autofree char *asked = g_build_filename (scene->folder, "asked", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nprintf %%s \"$1\" > '%s'\n", asked);
  g_autofree char *reader = write_file (scene->folder, "reader", script);
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Reader\nExec=%s %%u\n"
                                            "MimeType=x-scheme-handler/help;\n",
                                            reader);
  g_autofree char *desktop = NULL;
  g_autofree char *list = NULL;

  g_assert_cmpint (g_chmod (reader, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  desktop = write_file (applications, "reader.desktop", entry);
  list = write_file (g_get_user_config_dir (), "mimeapps.list",
                     "[Default Applications]\nx-scheme-handler/help=reader.desktop\n");
  return g_steal_pointer (&asked);
}

/* F1 opens the page about what one sees. */
static void
test_help (Scene *scene, gconstpointer data)
{
  static const struct {
    const char *go;
    const char *uri;
  } steps[] = {
    { "win.go-plan", "help:quarterly/plan" },
    { "win.go-front-page", "help:quarterly/write-update" },
  };
  g_autoptr (QtrPlan) plan = scene_load (scene);
  g_autofree char *asked = install_reader (scene);
  g_autoptr (GFile) asked_file = g_file_new_for_path (asked);
  g_autoptr (GFile) reader = g_file_new_build_filename (scene->folder, "reader", NULL);
  Driver *driver = driver_start (NULL);

  driver_wait_for_title (driver, "Quarterly");
  driver_act (driver, "win.help");
  driver_wait_until (was_asked, &(Asked) { asked, "help:quarterly" }, "the overview");
  driver_act (driver, "win.open-example");
  driver_wait_for_title (driver, plan->title);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    driver_act (driver, steps[i].go);
    driver_press_key (driver, "F1");
    driver_wait_until (was_asked, &(Asked) { asked, steps[i].uri }, steps[i].uri);
  }
  driver_stop (driver);
  remove_file (asked_file);
  remove_file (reader);
}

/* What the program says of itself comes from the file that shops show. */
static void
test_about (Scene *scene, gconstpointer data)
{
  Driver *driver = driver_start (scene->file);

  driver_act (driver, "win.about");
  driver_expect (driver, "The Quarterly founders");
  driver_expect (driver, "0.1.0");
  driver_stop (driver);
}

static void
add_tests (void)
{
  g_test_add ("/life/recent", Scene, NULL, scene_set_up_example, test_recent, scene_tear_down);
  g_test_add ("/life/session", Scene, NULL, scene_set_up_example, test_session, scene_tear_down);
  g_test_add ("/life/place", Scene, NULL, scene_set_up_example, test_place, scene_tear_down);
  g_test_add ("/life/offer", Scene, NULL, scene_set_up_example, test_offer, scene_tear_down);
  g_test_add ("/life/help", Scene, NULL, scene_set_up_example, test_help, scene_tear_down);
  g_test_add ("/life/about", Scene, NULL, scene_set_up_example, test_about, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
