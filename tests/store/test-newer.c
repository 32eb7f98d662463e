/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/error.h"
#include "folder.h"
#include "format/format.h"
#include "model/edit.h"
#include "store/document.h"
#include "store/file.h"

/* What a newer version made can be read, and is never written. */

typedef struct {
  char *folder;
  GFile *file;
  QtrPlan *plan;
  QtrPlan *newer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = test_folder_new ();
  path = g_build_filename (fixture->folder, "p.quarterly", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->plan = qtr_record_new (&qtr_plan_type, "id", "p", "title", "Plan", NULL);
  fixture->newer = qtr_record_with (fixture->plan, "format", QTR_PLAN_FORMAT + 1, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->file);
  qtr_record_unref (fixture->plan);
  qtr_record_unref (fixture->newer);
  test_folder_remove (fixture->folder);
}

static void
test_not_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrDocument) document = qtr_document_new (fixture->newer, fixture->file);
  g_autoptr (QtrDocument) ours = qtr_document_new (fixture->plan, fixture->file);

  g_assert_true (qtr_document_get_read_only (document));
  g_assert_false (qtr_document_get_read_only (ours));
  qtr_document_commit (document, qtr_edit_set (fixture->newer, "p", "title", "Other", NULL), "Other", NULL);
  g_assert_true (qtr_document_get_plan (document) == fixture->newer);
  g_assert_false (qtr_document_get_modified (document));
  g_assert_null (qtr_document_get_undo_label (document));
}

static void
test_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (qtr_file_save (fixture->file, fixture->newer, NULL, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_VERSION);
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 0);
}

/* A colleague with a newer version saved meanwhile: their file is left alone, and what is ours is kept. */
static void
test_not_merged (Fixture *fixture, gconstpointer data)
{
  g_auto (QtrFileSaved) saved = { 0 };
  g_auto (QtrFileSaved) again = { 0 };
  g_autoptr (GBytes) newer = qtr_format_write (fixture->newer);
  g_autoptr (QtrPlan) edited = qtr_edit_set (fixture->plan, "p", "body", "Ours", NULL);
  g_autoptr (QtrPlan) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qtr_file_save (fixture->file, fixture->plan, NULL, &saved, NULL));
  g_assert_true (qtr_file_write_bytes (fixture->file, newer, NULL));
  g_assert_false (qtr_file_save (fixture->file, edited, saved.content, &again, &error));
  g_assert_nonnull (strstr (error->message, "save under another name"));
  g_assert_nonnull (strstr (error->message, "newer version"));
  found = qtr_file_load (fixture->file, NULL);
  g_assert_true (qtr_record_equal (found, fixture->newer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/newer/not-changed", Fixture, NULL, set_up, test_not_changed, tear_down);
  g_test_add ("/newer/not-written", Fixture, NULL, set_up, test_not_written, tear_down);
  g_test_add ("/newer/not-merged", Fixture, NULL, set_up, test_not_merged, tear_down);
  return g_test_run ();
}
