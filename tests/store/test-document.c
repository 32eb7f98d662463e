/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

#include "base/error.h"
#include "folder.h"
#include "model/edit.h"
#include "store/document.h"
#include "store/file.h"

static void
rename_plan (QtrDocument *document, const char *title, const char *label, const char *run)
{
  const QtrPlan *plan = qtr_document_get_plan (document);

  qtr_document_commit (document, qtr_edit_set (plan, plan->record.id, "title", title, NULL), label, run);
}

static const char *
get_title (QtrDocument *document)
{
  return qtr_document_get_plan (document)->title;
}

static QtrDocument *
new_document (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", NULL);

  return qtr_document_new (plan, NULL);
}

static void
test_undo_and_redo (void)
{
  g_autoptr (QtrDocument) document = new_document ();

  rename_plan (document, "1", "One", NULL);
  rename_plan (document, "2", "Two", NULL);
  g_assert_cmpstr (qtr_document_get_undo_label (document), ==, "Two");
  qtr_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "1");
  g_assert_cmpstr (qtr_document_get_redo_label (document), ==, "Two");
  qtr_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "0");
  g_assert_null (qtr_document_get_undo_label (document));
  qtr_document_undo (document);
  qtr_document_redo (document);
  qtr_document_redo (document);
  g_assert_cmpstr (get_title (document), ==, "2");
  qtr_document_redo (document);
  g_assert_cmpstr (get_title (document), ==, "2");
}

/* An edit after an undo: what was undone cannot come back. */
static void
test_edit_after_undo (void)
{
  g_autoptr (QtrDocument) document = new_document ();

  rename_plan (document, "1", "One", NULL);
  qtr_document_undo (document);
  rename_plan (document, "2", "Two", NULL);
  g_assert_null (qtr_document_get_redo_label (document));
  qtr_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "0");
}

/* A run of typing is one step, until something else happens. */
static void
test_runs (void)
{
  g_autoptr (QtrDocument) document = new_document ();

  rename_plan (document, "a", "Typing", "title");
  rename_plan (document, "ab", "Typing", "title");
  rename_plan (document, "abc", "Typing", "title");
  qtr_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "0");
  qtr_document_redo (document);
  g_assert_cmpstr (get_title (document), ==, "abc");

  rename_plan (document, "x", "Typing", "title");
  qtr_document_end_run (document);
  rename_plan (document, "xy", "Typing", "title");
  qtr_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "x");
  rename_plan (document, "xz", "Typing", "other");
  qtr_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "x");
}

static void
count_cb (QtrDocument *document, gpointer before, gpointer now, gpointer user_data)
{
  guint *count = user_data;

  g_assert_true (now == qtr_document_get_plan (document));
  g_assert_true (before != now);
  (*count)++;
}

static void
test_changed (void)
{
  g_autoptr (QtrDocument) document = new_document ();
  guint count = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &count);
  rename_plan (document, "1", "One", NULL);
  rename_plan (document, "1", "Nothing", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (qtr_document_get_undo_label (document), ==, "One");
  qtr_document_undo (document);
  qtr_document_undo (document);
  g_assert_cmpuint (count, ==, 2);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
save (QtrDocument *document, GFile *file, const char *title_meanwhile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_document_save_async (document, file, NULL, keep_result_cb, &result);
  if (title_meanwhile != NULL)
    rename_plan (document, title_meanwhile, "Meanwhile", NULL);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return qtr_document_save_finish (document, result, NULL, error);
}

static void
test_save (void)
{
  char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.quarterly", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QtrDocument) document = new_document ();
  g_autoptr (QtrPlan) saved = NULL;

  g_assert_true (qtr_document_get_modified (document));
  g_assert_true (save (document, file, NULL, NULL));
  g_assert_false (qtr_document_get_modified (document));

  rename_plan (document, "1", "One", NULL);
  g_assert_true (qtr_document_get_modified (document));
  qtr_document_undo (document);
  g_assert_false (qtr_document_get_modified (document));
  qtr_document_redo (document);

  /* What is edited while the file is written is neither in it nor lost. */
  g_assert_true (save (document, NULL, "2", NULL));
  g_assert_true (qtr_document_get_modified (document));
  g_assert_cmpstr (get_title (document), ==, "2");
  saved = qtr_file_load (file, NULL);
  g_assert_cmpstr (saved->title, ==, "1");
  test_folder_remove (folder);
}

static void
test_failed_save (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/plan.quarterly");
  g_autoptr (QtrDocument) document = new_document ();
  g_autoptr (GError) error = NULL;

  rename_plan (document, "1", "One", NULL);
  g_assert_false (save (document, file, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  g_assert_true (qtr_document_get_modified (document));
  g_assert_null (qtr_document_get_file (document));
  g_assert_cmpstr (get_title (document), ==, "1");
}

static void
test_finalised (void)
{
  QtrDocument *document = new_document ();
  gpointer watch = document;

  rename_plan (document, "1", "One", NULL);
  g_object_add_weak_pointer (G_OBJECT (document), &watch);
  g_object_unref (document);
  g_assert_null (watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/document/edit-after-undo", test_edit_after_undo);
  g_test_add_func ("/document/runs", test_runs);
  g_test_add_func ("/document/changed", test_changed);
  g_test_add_func ("/document/save", test_save);
  g_test_add_func ("/document/failed-save", test_failed_save);
  g_test_add_func ("/document/finalised", test_finalised);

  return g_test_run ();
}
