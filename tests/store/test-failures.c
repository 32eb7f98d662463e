/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "failing-calls.h"
#include "folder.h"
#include "model/edit.h"
#include "store/file.h"

/* Every call that a save makes fails in turn. */
typedef struct {
  /* Whether there is a file before, whether what it held is known, so that it is read again, and whether
   * somebody else wrote it meanwhile. */
  gboolean is_there;
  gboolean is_known;
  gboolean is_changed;
  gboolean no_exchange;
  gboolean stays_full;
} Case;

typedef struct {
  char *folder;
  char *path;
  GFile *file;
  QtrFileContent *known;
  /* What is in the file before; NULL: there is none. What is to be saved, and what is in the file then. */
  GBytes *before;
  QtrPlan *plan;
  GBytes *after;
} Scene;

static QtrPlan *
set_field (const QtrPlan *plan, const char *field, const char *text)
{
  return qtr_edit_set (plan, plan->record.id, field, text, NULL);
}

static GBytes *
read_bytes (Scene *scene)
{
  return g_file_test (scene->path, G_FILE_TEST_EXISTS) ? qtr_file_read_bytes (scene->file, NULL) : NULL;
}

static void
put_back (Scene *scene)
{
  if (scene->before == NULL)
    g_unlink (scene->path);
  else
    g_assert_true (qtr_file_write_bytes (scene->file, scene->before, NULL));
}

static gboolean
save (Scene *scene, const Case *test, GError **error)
{
  g_auto (QtrFileSaved) saved = { 0 };

  return qtr_file_save (scene->file, scene->plan, test->is_known ? scene->known : NULL, &saved, error);
}

static void
set_up (Scene *scene, const Case *test)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", NULL);
  g_autoptr (QtrPlan) theirs = set_field (plan, "body", "theirs");

  scene->folder = test_folder_new ();
  scene->path = g_build_filename (scene->folder, "plan.quarterly", NULL);
  scene->file = g_file_new_for_path (scene->path);
  scene->plan = set_field (plan, "title", "ours");
  g_assert_true (qtr_file_save (scene->file, plan, NULL, NULL, NULL));
  scene->known = qtr_file_read (scene->file, NULL, NULL);
  if (test->is_changed)
    g_assert_true (qtr_file_save (scene->file, theirs, NULL, NULL, NULL));
  scene->before = test->is_there ? read_bytes (scene) : NULL;
  put_back (scene);
  g_assert_true (save (scene, test, NULL));
  scene->after = read_bytes (scene);
  put_back (scene);
}

static void
tear_down (Scene *scene)
{
  g_clear_pointer (&scene->before, g_bytes_unref);
  g_clear_pointer (&scene->after, g_bytes_unref);
  qtr_record_unref (scene->plan);
  qtr_file_content_unref (scene->known);
  g_object_unref (scene->file);
  g_free (scene->path);
  test_folder_remove (scene->folder);
}

static gboolean
is_same (GBytes *a, GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

/* A file system that cannot exchange two files has lost the old one once the new one has its place: all that
 * is not sure then is that the new one is safe. */
static gboolean
is_whole (Scene *scene, const Case *test, const FailingCalls *calls, GBytes *now)
{
  return is_same (now, scene->before) || (test->no_exchange && calls->renamed && is_same (now, scene->after));
}

static void
assert_failed (Scene *scene, const Case *test, const FailingCalls *calls, const GError *error)
{
  g_autoptr (GBytes) now = read_bytes (scene);

  g_assert_cmpint (error->domain, ==, (int) QTR_ERROR);
  g_assert_true (g_str_has_prefix (error->message, scene->path));
  if (strstr (error->message, g_strerror (calls->number)) == NULL)
    g_error ("%s failed, and the reason is said to be: %s", calls->failed, error->message);
  if (!is_whole (scene, test, calls, now))
    g_error ("%s failed, and the old file is not there", calls->failed);
  g_assert_cmpuint (test_folder_count (scene->folder), ==, now == NULL ? 0 : 1);
}

/* Only what is closed when all is done may fail to be closed. */
static void
assert_saved (Scene *scene, const FailingCalls *calls)
{
  g_autoptr (GBytes) now = read_bytes (scene);

  if (g_strcmp0 (calls->failed, "close") != 0)
    g_error ("%s failed, and nobody is told", calls->failed);
  g_assert_true (is_same (now, scene->after));
  g_assert_cmpuint (test_folder_count (scene->folder), ==, 1);
}

static void
test_failures (gconstpointer data)
{
  const Case *test = data;
  FailingCalls calls = { .fail_at = 1, .stays_full = test->stays_full, .no_exchange = test->no_exchange };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Scene scene = { 0 };
  static const char *const expected[] = {
    "open", "write", "pwrite", "ftruncate", "fchmod", "fsync", "close"
  };

  set_up (&scene, test);
  for (;; calls.fail_at++) {
    g_autoptr (GError) error = NULL;
    gboolean done = FALSE;

    failing_calls_begin (&calls);
    done = save (&scene, test, &error);
    failing_calls_end ();
    if (calls.failed == NULL) {
      g_assert_true (done);
      break;
    }
    if (done) {
      assert_saved (&scene, &calls);
    } else {
      assert_failed (&scene, test, &calls, error);
      g_hash_table_add (seen, (gpointer) calls.failed);
    }
    put_back (&scene);
  }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!g_hash_table_contains (seen, expected[i]))
      g_error ("no failure of %s made the save fail", expected[i]);
  tear_down (&scene);
}

static const struct {
  const char *path;
  Case test;
} tests[] = {
  { "/failures/new-file", { .is_there = FALSE } },
  { "/failures/overwritten", { .is_there = TRUE } },
  { "/failures/read-again", { .is_there = TRUE, .is_known = TRUE } },
  { "/failures/merged", { .is_there = TRUE, .is_known = TRUE, .is_changed = TRUE } },
  { "/failures/stays-full", { .is_there = TRUE, .is_known = TRUE, .stays_full = TRUE } },
  { "/failures/without-exchange", { .is_there = TRUE, .is_known = TRUE, .no_exchange = TRUE } },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i].test, test_failures);

  return g_test_run ();
}
