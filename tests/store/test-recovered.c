/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "model/edit.h"
#include "recovery-scene.h"
#include "store/recovery-writer.h"

/* --- Finding --- */

static void
test_found (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  QtrRecovered *recovered = NULL;
  gint64 start = g_get_real_time ();

  scene_rename_plan (scene->document, "1");
  found = scene_die_and_list (scene, "1");
  recovered = g_ptr_array_index (found, 0);
  g_assert_no_error (qtr_recovered_get_error (recovered));
  g_assert_cmpstr (qtr_recovered_get_title (recovered), ==, "1");
  g_assert_true (g_file_equal (qtr_recovered_get_file (recovered), scene->file));
  /* The disk's clock may be behind by a tick. */
  g_assert_cmpint (qtr_recovered_get_time (recovered), >, start - G_USEC_PER_SEC);
  g_assert_cmpint (qtr_recovered_get_time (recovered), <=, g_get_real_time ());
  g_assert_false (qtr_recovered_has_newer_file (recovered));
  g_assert_cmpuint (qtr_recovered_count_changes (recovered), ==, 1);
  g_assert_nonnull (strstr (qtr_recovered_get_sentences (recovered)[0], "{+1+}"));
  g_assert_null (qtr_recovered_get_sentences (recovered)[1]);
  scene_discard_found (recovered);
}

/* Opened, edited, lost once more: at no time is there nothing. */
static void
test_opened (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  scene_rename_plan (scene->document, "1");
  found = scene_die_and_list (scene, "1");
  before = scene_get_path ("");
  g_object_unref (scene->document);
  scene->document = qtr_recovered_open (g_ptr_array_index (found, 0));
  g_assert_true (qtr_document_get_modified (scene->document));
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->title, ==, "1");
  g_assert_true (g_file_equal (qtr_document_get_file (scene->document), scene->file));

  scene->recovery = qtr_recovery_new (scene->document);
  qtr_recovery_absorb (scene->recovery, g_ptr_array_index (found, 0));
  while (after == NULL || g_str_equal (before, after)) {
    g_autoptr (GPtrArray) paths = scene_list_folders ();

    g_assert_cmpuint (paths->len, >=, 1);
    g_clear_pointer (&after, g_free);
    after = g_build_filename (g_ptr_array_index (paths, 0), "", NULL);
    if (paths->len > 1)
      g_set_str (&after, before);
  }
  g_assert_true (scene_is_written ((gpointer) "1"));
  scene_rename_plan (scene->document, "2");
  scene_wait_until_written ("2");
  g_ptr_array_set_size (found, 0);

  g_clear_pointer (&found, g_ptr_array_unref);
  found = scene_die_and_list (scene, "2");
  g_object_unref (scene->document);
  scene->document = qtr_recovered_open (g_ptr_array_index (found, 0));
  scene->recovery = qtr_recovery_new (scene->document);
  qtr_recovery_absorb (scene->recovery, g_ptr_array_index (found, 0));
  scene_save (scene->document, NULL);
  scene_wait_until (scene_is_empty, NULL);
}

static void
test_found_never_saved (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrDocument) document = qtr_document_new (plan, NULL);
  g_autoptr (QtrDocument) opened = NULL;
  g_autoptr (GPtrArray) found = NULL;
  QtrRecovery *recovery = qtr_recovery_new (document);
  QtrRecovered *recovered = NULL;

  scene_rename_plan (document, "1");
  scene_wait_until_written ("1");
  g_object_unref (recovery);
  scene_wait_until (scene_finds_one, &found);
  recovered = g_ptr_array_index (found, 0);
  g_assert_null (qtr_recovered_get_file (recovered));
  opened = qtr_recovered_open (recovered);
  g_assert_cmpstr (qtr_document_get_plan (opened)->title, ==, "1");
  g_assert_true (qtr_recovery_has_work (opened));
  scene_discard_found (recovered);
  g_assert_true (scene_is_empty (NULL));
}

/* The process died between saving and tidying up, as far as the disk can tell. */
static void
test_saved_already (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  scene_rename_plan (scene->document, "1");
  scene_wait_until_written ("1");
  scene_write_plan (scene->file, qtr_document_get_plan (scene->document));
  g_clear_object (&scene->recovery);
  while (!scene_is_empty (NULL)) {
    g_clear_pointer (&found, g_ptr_array_unref);
    found = scene_list ();
    g_assert_cmpuint (found->len, ==, 0);
  }
}

/* A colleague saved meanwhile: said when it is offered, and merged when the document looks at its file. */
static void
test_newer_file (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrDocument) theirs = scene_open_document (scene->file);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  QtrRecovered *recovered = NULL;

  scene_rename_plan (scene->document, "1");
  found = scene_die_and_list (scene, "1");
  scene_set_body (theirs, "A Body");
  scene_save (theirs, NULL);
  g_ptr_array_set_size (found, 0);
  g_assert_true (scene_finds_one (&found));
  recovered = g_ptr_array_index (found, 0);
  g_assert_true (qtr_recovered_has_newer_file (recovered));

  g_object_unref (scene->document);
  scene->document = qtr_recovered_open (recovered);
  qtr_document_look_async (scene->document, NULL, scene_keep_result_cb, &result);
  g_assert_true (qtr_document_look_finish (scene->document, scene_wait_for_result (&result), NULL));
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->title, ==, "1");
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->body, ==, "A Body");
  scene_discard_found (recovered);
}

static void
nothing_cb (gpointer user_data, const GError *error)
{
  g_assert_no_error (error);
}

static gboolean
has_passed (gpointer time)
{
  return g_get_real_time () > *(gint64 *) time;
}

/* So that the times of files tell which was first. */
static void
let_clock_tick (void)
{
  gint64 time = g_get_real_time () + 50 * G_TIME_SPAN_MILLISECOND;

  scene_wait_until (has_passed, &time);
}

static QtrPlan *
with_title (const QtrPlan *plan, const char *title)
{
  return qtr_edit_set (plan, plan->record.id, "title", title, NULL);
}

/* The process dies right after its own save: what it wrote before is no news, and what it wrote afterwards is
 * no question. */
static void
test_own_save (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) base = qtr_record_ref (qtr_document_get_plan (scene->document));
  g_autoptr (QtrPlan) first = with_title (base, "1");
  g_autoptr (QtrPlan) second = with_title (first, "2");
  gboolean goes_on = GPOINTER_TO_INT (data);
  QtrRecoveryWriter *writer = qtr_recovery_writer_new (nothing_cb, NULL, g_free);
  g_autoptr (GPtrArray) found = NULL;

  qtr_recovery_writer_put (writer, first, base, "1", scene->file);
  scene_wait_until_written ("1");
  let_clock_tick ();
  qtr_recovery_writer_note_saving (writer, second);
  scene_write_plan (scene->file, second);
  if (goes_on) {
    g_autoptr (QtrPlan) third = with_title (second, "3");

    let_clock_tick ();
    qtr_recovery_writer_put (writer, third, base, "3", scene->file);
    scene_wait_until_written ("3");
  }
  qtr_recovery_writer_unref (writer);

  if (!goes_on) {
    while (!scene_is_empty (NULL)) {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = scene_list ();
      g_assert_cmpuint (found->len, ==, 0);
    }
    return;
  }
  scene_wait_until (scene_finds_one, &found);
  g_assert_false (qtr_recovered_has_newer_file (g_ptr_array_index (found, 0)));
  g_assert_nonnull (strstr (qtr_recovered_get_sentences (g_ptr_array_index (found, 0))[0], "[-2-]{+3+}"));
  scene_discard_found (g_ptr_array_index (found, 0));
}

/* Into a window that has the plan already, and has gone on. */
static void
test_applied (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  QtrRecovered *recovered = NULL;

  scene_rename_plan (scene->document, "1");
  found = scene_die_and_list (scene, "1");
  recovered = g_ptr_array_index (found, 0);
  g_object_unref (scene->document);
  scene->document = scene_open_document (scene->file);
  scene->recovery = qtr_recovery_new (scene->document);

  qtr_recovered_apply_async (recovered, scene->document, scene_keep_result_cb, &result);
  scene_set_body (scene->document, "A Body");
  qtr_recovered_apply_finish (recovered, scene_wait_for_result (&result));
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->title, ==, "1");
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->body, ==, "A Body");
  qtr_document_undo (scene->document);
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->title, ==, "0");
  g_assert_cmpstr (qtr_document_get_plan (scene->document)->body, ==, "A Body");
  qtr_recovery_absorb (scene->recovery, recovered);
}

/* --- Damage --- */

typedef struct {
  const char *path;
  /* In place of the file, or NULL: the file is removed. */
  const char *name;
  const char *content;
  /* What is to be found, or NULL: nothing, and the folder is gone. */
  const char *title;
  int error;
  gboolean has_file;
} Damage;

static const Damage damages[] = {
  { "/recovered/damaged/cut", QTR_RECOVERY_PLAN, "{ \"format\": 1, \"title\": \"1", "1", QTR_ERROR_SYNTAX,
    TRUE },
  { "/recovered/damaged/empty", QTR_RECOVERY_PLAN, "", "1", QTR_ERROR_SYNTAX, TRUE },
  { "/recovered/damaged/newer", QTR_RECOVERY_PLAN, "{ \"format\": 99 }", "1", QTR_ERROR_VERSION, TRUE },
  { "/recovered/damaged/no-plan", QTR_RECOVERY_PLAN, NULL, NULL, -1, FALSE },
  { "/recovered/damaged/no-base", QTR_RECOVERY_BASE, NULL, "1", -1, FALSE },
  { "/recovered/damaged/cut-base", QTR_RECOVERY_BASE, "{", "1", -1, FALSE },
  { "/recovered/damaged/no-about", QTR_RECOVERY_ABOUT, NULL, "1", -1, FALSE },
  { "/recovered/damaged/broken-about", QTR_RECOVERY_ABOUT, "[", "1", -1, FALSE },
  { "/recovered/damaged/other", "other", "?", "1", -1, TRUE },
};

static void
do_damage (const Damage *damage)
{
  g_autofree char *path = scene_get_path (damage->name);
  g_autoptr (GError) error = NULL;

  if (damage->content == NULL)
    g_assert_cmpint (g_unlink (path), ==, 0);
  else
    g_file_set_contents (path, damage->content, -1, &error);
  g_assert_no_error (error);
}

/* Nothing of it stops the start, and what cannot be read is left for whoever can mend it. */
static void
test_damaged (Scene *scene, gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (GPtrArray) found = NULL;
  QtrRecovered *recovered = NULL;

  scene_rename_plan (scene->document, "1");
  found = scene_die_and_list (scene, "1");
  g_ptr_array_set_size (found, 0);
  do_damage (damage);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = scene_list ();
  g_assert_cmpuint (found->len, ==, damage->title == NULL ? 0 : 1);
  if (damage->title == NULL)
    return;

  recovered = g_ptr_array_index (found, 0);
  g_assert_cmpstr (qtr_recovered_get_title (recovered), ==, damage->title);
  g_assert_true ((qtr_recovered_get_file (recovered) != NULL) == damage->has_file);
  if (damage->error < 0)
    g_assert_no_error (qtr_recovered_get_error (recovered));
  else
    g_assert_error (qtr_recovered_get_error (recovered), QTR_ERROR, damage->error);
  g_assert_false (scene_is_empty (NULL));
  scene_discard_found (recovered);
}

/* What lies about beside the folders is nobody's work. */
static void
test_stray (void)
{
  g_autofree char *root = qtr_recovery_folder_find_root ();
  g_autofree char *stray = g_build_filename (root, "stray", NULL);
  g_autofree char *hollow = g_build_filename (root, "hollow", NULL);
  g_autoptr (GPtrArray) found = NULL;

  g_mkdir_with_parents (hollow, 0700);
  g_assert_true (g_file_set_contents (stray, "", 0, NULL));
  found = scene_list ();
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpint (g_unlink (stray), ==, 0);
  g_assert_true (scene_is_empty (NULL));
}

static void
add (const char *path, void (*test) (Scene *scene, gconstpointer data))
{
  g_test_add (path, Scene, NULL, scene_set_up, test, scene_tear_down);
}

static void
add_tests (void)
{
  add ("/recovered/found", test_found);
  add ("/recovered/opened", test_opened);
  g_test_add_func ("/recovered/found-never-saved", test_found_never_saved);
  add ("/recovered/saved-already", test_saved_already);
  g_test_add ("/recovered/own-save", Scene, GINT_TO_POINTER (FALSE), scene_set_up, test_own_save,
              scene_tear_down);
  g_test_add ("/recovered/own-save-and-on", Scene, GINT_TO_POINTER (TRUE), scene_set_up, test_own_save,
              scene_tear_down);
  add ("/recovered/newer-file", test_newer_file);
  add ("/recovered/applied", test_applied);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    g_test_add (damages[i].path, Scene, &damages[i], scene_set_up, test_damaged, scene_tear_down);
  g_test_add_func ("/recovered/stray", test_stray);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
