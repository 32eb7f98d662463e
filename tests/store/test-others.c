/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "base/error.h"
#include "field.h"
#include "folder.h"
#include "model/edit.h"
#include "store/document.h"
#include "store/file.h"
#include "store/watch.h"

/* A document whose file others write as well. */
typedef struct {
  char *folder;
  char *path;
  GFile *file;
  QtrDocument *document;
  guint n_came;
} Fixture;

static void
edit (QtrDocument *document, const char *field, const char *text)
{
  qtr_document_commit (document, field_set (qtr_document_get_plan (document), field, text), text, NULL);
}

static void
theirs_came_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, Fixture *fixture)
{
  g_assert_true (before != now);
  g_assert_true (now == qtr_document_get_plan (document));
  fixture->n_came++;
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static QtrDocument *
load (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_document_load_async (file, NULL, keep_result_cb, &result);
  return qtr_document_load_finish (wait_for (&result), NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", "body", "0", "years", "0", NULL);

  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "plan.quarterly", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (qtr_file_save (fixture->file, plan, NULL, NULL, NULL));
  fixture->document = load (fixture->file);
  fixture->n_came = 0;
  g_signal_connect (fixture->document, "theirs-came", G_CALLBACK (theirs_came_cb), fixture);
}

static gboolean
save (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_document_save_async (fixture->document, NULL, NULL, keep_result_cb, &result);
  return qtr_document_save_finish (fixture->document, wait_for (&result), NULL, error);
}

static gboolean
look (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_document_look_async (fixture->document, NULL, keep_result_cb, &result);
  return qtr_document_look_finish (fixture->document, wait_for (&result), error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* A look that is under way holds the document. */
  look (fixture, NULL);
  g_assert_finalize_object (fixture->document);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  test_folder_remove (fixture->folder);
}

static void
assert_plan (const QtrPlan *plan, const char *title, const char *body, const char *years)
{
  g_assert_cmpstr (plan->title, ==, title);
  g_assert_cmpstr (plan->body, ==, body);
  g_assert_cmpstr (plan->years, ==, years);
}

static void
assert_document (Fixture *fixture, const char *title, const char *body, const char *years)
{
  assert_plan (qtr_document_get_plan (fixture->document), title, body, years);
}

static void
assert_file (Fixture *fixture, const char *title, const char *body, const char *years)
{
  g_autoptr (QtrPlan) plan = qtr_file_load (fixture->file, NULL);

  assert_plan (plan, title, body, years);
}

/* --- Looking --- */

static void
test_nothing_came (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (fixture->document));

  g_assert_true (look (fixture, NULL));
  g_assert_true (qtr_document_get_plan (fixture->document) == before);
  edit (fixture->document, "title", "ours");
  g_assert_true (look (fixture, NULL));
  g_assert_true (qtr_document_get_base (fixture->document) == before);
  g_assert_cmpuint (fixture->n_came, ==, 0);
  assert_document (fixture, "ours", "0", "0");
}

static void
test_taken_in (Fixture *fixture, gconstpointer data)
{
  field_write (fixture->file, "body", "theirs");
  g_assert_true (look (fixture, NULL));
  assert_document (fixture, "0", "theirs", "0");
  g_assert_cmpuint (fixture->n_came, ==, 1);
  g_assert_false (qtr_document_get_modified (fixture->document));
  g_assert_null (qtr_document_get_undo_label (fixture->document));
  g_assert_true (look (fixture, NULL));
  g_assert_cmpuint (fixture->n_came, ==, 1);
}

/* With own work that is not saved, which stays, and can be undone without theirs. */
static void
test_taken_in_with_own_work (Fixture *fixture, gconstpointer data)
{
  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "body", "theirs");
  g_assert_true (look (fixture, NULL));
  assert_document (fixture, "ours", "theirs", "0");
  assert_plan (qtr_document_get_base (fixture->document), "0", "theirs", "0");
  g_assert_true (qtr_document_get_modified (fixture->document));

  qtr_document_undo (fixture->document);
  assert_document (fixture, "0", "theirs", "0");
  qtr_document_redo (fixture->document);
  g_assert_true (save (fixture, NULL));
  assert_file (fixture, "ours", "theirs", "0");
}

static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  field_write (fixture->file, "body", "theirs");
  edit (fixture->document, "title", "ours");
  g_assert_true (look (fixture, NULL));
  qtr_document_undo_theirs (fixture->document);
  assert_document (fixture, "ours", "0", "0");
  g_assert_true (save (fixture, NULL));
  assert_file (fixture, "ours", "0", "0");
  qtr_document_undo (fixture->document);
  assert_document (fixture, "ours", "theirs", "0");
}

static void
test_conflict_came (Fixture *fixture, gconstpointer data)
{
  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "title", "theirs");
  g_assert_true (look (fixture, NULL));
  assert_document (fixture, "ours", "0", "0");
  g_assert_cmpuint (qtr_list_length (qtr_document_get_plan (fixture->document)->conflicts), ==, 1);
}

/* What is edited while a worker looks is neither lost nor in the way. */
static void
test_edited_while_looking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint n_edits = 0;

  field_write (fixture->file, "body", "theirs");
  qtr_document_look_async (fixture->document, NULL, keep_result_cb, &result);
  while (result == NULL) {
    g_autofree char *text = g_strdup_printf ("%u", n_edits++);

    edit (fixture->document, "title", text);
    g_main_context_iteration (NULL, TRUE);
  }
  edit (fixture->document, "title", "ours");
  g_assert_true (qtr_document_look_finish (fixture->document, result, NULL));
  assert_document (fixture, "ours", "theirs", "0");
  g_assert_cmpuint (fixture->n_came, ==, 1);
  while (qtr_document_get_undo_label (fixture->document) != NULL)
    qtr_document_undo (fixture->document);
  assert_document (fixture, "0", "theirs", "0");
}

static void
test_file_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  edit (fixture->document, "title", "ours");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (look (fixture, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNREADABLE);
  assert_document (fixture, "ours", "0", "0");
  g_assert_true (save (fixture, NULL));
  assert_file (fixture, "ours", "0", "0");
}

/* --- Saving --- */

static void
test_saved_with_theirs (Fixture *fixture, gconstpointer data)
{
  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "body", "theirs");
  g_assert_true (save (fixture, NULL));
  assert_file (fixture, "ours", "theirs", "0");
  assert_document (fixture, "ours", "theirs", "0");
  g_assert_false (qtr_document_get_modified (fixture->document));
  g_assert_cmpuint (fixture->n_came, ==, 1);

  qtr_document_undo (fixture->document);
  assert_document (fixture, "0", "theirs", "0");
  g_assert_true (qtr_document_get_modified (fixture->document));
  qtr_document_redo (fixture->document);
  g_assert_false (qtr_document_get_modified (fixture->document));
}

/* Theirs, what is saved, and what is edited meanwhile: nothing is lost, and what is not in the file is
 * marked. */
static void
test_edited_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "body", "theirs");
  qtr_document_save_async (fixture->document, NULL, NULL, keep_result_cb, &result);
  edit (fixture->document, "years", "later");
  g_assert_true (qtr_document_save_finish (fixture->document, wait_for (&result), NULL, NULL));
  assert_file (fixture, "ours", "theirs", "0");
  assert_document (fixture, "ours", "theirs", "later");
  g_assert_true (qtr_document_get_modified (fixture->document));
  assert_plan (qtr_document_get_base (fixture->document), "ours", "theirs", "0");
  qtr_document_undo (fixture->document);
  assert_document (fixture, "ours", "theirs", "0");
  g_assert_true (save (fixture, NULL));
  g_assert_false (qtr_document_get_modified (fixture->document));
}

static void
test_conflict_stops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "title", "theirs");
  g_assert_false (save (fixture, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_CONFLICT);
  assert_file (fixture, "theirs", "0", "0");
  assert_document (fixture, "ours", "0", "0");
  g_assert_true (qtr_document_get_modified (fixture->document));
  g_assert_cmpuint (fixture->n_came, ==, 1);
  g_assert_cmpuint (qtr_list_length (qtr_document_get_plan (fixture->document)->conflicts), ==, 1);

  g_assert_true (save (fixture, NULL));
  assert_file (fixture, "ours", "0", "0");
  g_assert_false (qtr_document_get_modified (fixture->document));
}

/* Whoever pressed the keys twice has not seen the question when the second save would write over theirs. */
static void
test_conflict_stops_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "title", "theirs");
  qtr_document_save_async (fixture->document, NULL, NULL, keep_result_cb, &first);
  qtr_document_save_async (fixture->document, NULL, NULL, keep_result_cb, &second);
  g_assert_false (qtr_document_save_finish (fixture->document, wait_for (&first), NULL, NULL));
  g_assert_false (qtr_document_save_finish (fixture->document, wait_for (&second), NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_CONFLICT);
  assert_file (fixture, "theirs", "0", "0");
}

static void
test_saved_twice_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  edit (fixture->document, "title", "ours");
  qtr_document_save_async (fixture->document, NULL, NULL, keep_result_cb, &first);
  edit (fixture->document, "title", "later");
  qtr_document_save_async (fixture->document, NULL, NULL, keep_result_cb, &second);
  g_assert_true (qtr_document_save_finish (fixture->document, wait_for (&first), NULL, NULL));
  g_assert_true (qtr_document_save_finish (fixture->document, wait_for (&second), NULL, NULL));
  assert_file (fixture, "later", "0", "0");
  g_assert_false (qtr_document_get_modified (fixture->document));
  g_assert_cmpuint (fixture->n_came, ==, 0);
}

static void
test_failed_save_keeps_everything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  edit (fixture->document, "title", "ours");
  plan = qtr_record_ref (qtr_document_get_plan (fixture->document));
  g_assert_true (g_file_set_contents (fixture->path, "no plan", -1, NULL));
  g_assert_false (save (fixture, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  g_assert_true (qtr_document_get_plan (fixture->document) == plan);
  g_assert_true (qtr_document_get_modified (fixture->document));
  g_assert_nonnull (qtr_document_get_undo_label (fixture->document));
}

/* --- One plan by several names --- */

static void
test_link_is_the_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link.quarterly", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (QtrDocument) other = NULL;

  g_assert_cmpint (symlink ("plan.quarterly", path), ==, 0);
  other = load (link);
  g_assert_true (g_file_equal (qtr_document_get_file (other), qtr_document_get_file (fixture->document)));

  /* Saving to the link is saving, and overwrites nobody. */
  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "body", "theirs");
  qtr_document_save_async (fixture->document, link, NULL, keep_result_cb, &result);
  g_assert_true (qtr_document_save_finish (fixture->document, wait_for (&result), NULL, NULL));
  assert_file (fixture, "ours", "theirs", "0");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_equal (qtr_document_get_file (fixture->document), fixture->file));
}

static void
test_saved_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.quarterly", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, "overwriting this was agreed to", -1, NULL));
  field_write (fixture->file, "body", "theirs");
  edit (fixture->document, "title", "ours");
  qtr_document_save_async (fixture->document, other, NULL, keep_result_cb, &result);
  g_assert_true (qtr_document_save_finish (fixture->document, wait_for (&result), NULL, NULL));
  g_assert_true (g_file_equal (qtr_document_get_file (fixture->document), other));
  g_assert_false (qtr_document_get_modified (fixture->document));
  assert_file (fixture, "0", "theirs", "0");
  /* From now on that is the file. */
  edit (fixture->document, "title", "again");
  g_assert_true (save (fixture, NULL));
  g_assert_cmpuint (fixture->n_came, ==, 0);
}

/* --- What a program that died left --- */

static void
test_recovered (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *base = qtr_document_get_base (fixture->document);
  g_autoptr (QtrPlan) plan = field_set (base, "title", "ours");
  g_autoptr (QtrDocument) document = qtr_document_new_recovered (plan, base, fixture->file);
  g_autoptr (QtrDocument) orphan = qtr_document_new_recovered (plan, NULL, fixture->file);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_null (qtr_document_get_file (orphan));
  g_assert_true (qtr_document_get_modified (orphan));
  g_assert_true (qtr_document_get_modified (document));
  field_write (fixture->file, "body", "theirs");
  qtr_document_save_async (document, NULL, NULL, keep_result_cb, &result);
  g_assert_true (qtr_document_save_finish (document, wait_for (&result), NULL, NULL));
  assert_file (fixture, "ours", "theirs", "0");
}

/* --- Watching --- */

static void
test_watched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrWatch) watch = qtr_watch_new (fixture->document);

  edit (fixture->document, "title", "ours");
  field_write (fixture->file, "body", "theirs");
  while (fixture->n_came == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_document (fixture, "ours", "theirs", "0");
  field_write (fixture->file, "years", "theirs");
  while (fixture->n_came == 1)
    g_main_context_iteration (NULL, TRUE);
  assert_document (fixture, "ours", "theirs", "theirs");
}

static void
test_watch_looks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrWatch) watch = qtr_watch_new (fixture->document);

  field_write (fixture->file, "body", "theirs");
  qtr_watch_look (watch);
  qtr_watch_look (watch);
  while (fixture->n_came == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_document (fixture, "0", "theirs", "0");
}

/* A watch may be gone before its look is done. */
static void
test_watch_gone (Fixture *fixture, gconstpointer data)
{
  QtrWatch *watch = qtr_watch_new (fixture->document);

  field_write (fixture->file, "body", "theirs");
  qtr_watch_look (watch);
  qtr_watch_free (watch);
  while (fixture->n_came == 0)
    g_main_context_iteration (NULL, TRUE);
}

static const struct {
  const char *path;
  void (*run) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/others/nothing-came", test_nothing_came },
  { "/others/taken-in", test_taken_in },
  { "/others/taken-in-with-own-work", test_taken_in_with_own_work },
  { "/others/taken-back", test_taken_back },
  { "/others/conflict-came", test_conflict_came },
  { "/others/edited-while-looking", test_edited_while_looking },
  { "/others/file-gone", test_file_gone },
  { "/others/saved-with-theirs", test_saved_with_theirs },
  { "/others/edited-while-saving", test_edited_while_saving },
  { "/others/conflict-stops", test_conflict_stops },
  { "/others/conflict-stops-all", test_conflict_stops_all },
  { "/others/saved-twice-at-once", test_saved_twice_at_once },
  { "/others/failed-save-keeps-everything", test_failed_save_keeps_everything },
  { "/others/link-is-the-file", test_link_is_the_file },
  { "/others/saved-elsewhere", test_saved_elsewhere },
  { "/others/recovered", test_recovered },
  { "/others/watched", test_watched },
  { "/others/watch-looks", test_watch_looks },
  { "/others/watch-gone", test_watch_gone },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
