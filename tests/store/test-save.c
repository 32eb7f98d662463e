/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "base/error.h"
#include "field.h"
#include "folder.h"
#include "model/edit.h"
#include "store/file.h"

/* Saving over what others wrote since the file was read. */
typedef struct {
  char *folder;
  char *path;
  GFile *file;
  /* What was read, and what is to be saved. */
  QtrFileContent *known;
  QtrPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", "body", "0", NULL);

  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "plan.quarterly", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (qtr_file_save (fixture->file, plan, NULL, NULL, NULL));
  fixture->known = qtr_file_read (fixture->file, NULL, NULL);
  g_assert_nonnull (fixture->known);
  fixture->plan = field_set (qtr_file_content_get_plan (fixture->known), "title", "ours");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qtr_record_unref (fixture->plan);
  qtr_file_content_unref (fixture->known);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  test_folder_remove (fixture->folder);
}

static char *
read_text (Fixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  return text;
}

static void
assert_file (Fixture *fixture, const char *title, const char *body)
{
  g_autoptr (QtrPlan) plan = qtr_file_load (fixture->file, NULL);

  g_assert_cmpstr (plan->title, ==, title);
  g_assert_cmpstr (plan->body, ==, body);
}

static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_auto (QtrFileSaved) saved = { 0 };

  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, NULL));
  g_assert_true (saved.plan == fixture->plan);
  g_assert_true (qtr_file_content_get_plan (saved.content) == fixture->plan);
  g_assert_null (saved.notice);
  assert_file (fixture, "ours", "0");
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
}

static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_auto (QtrFileSaved) saved = { 0 };
  g_autoptr (QtrFileContent) again = NULL;

  field_write (fixture->file, "body", "theirs");
  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, NULL));
  g_assert_cmpuint (saved.n_conflicts, ==, 0);
  g_assert_cmpstr (saved.plan->body, ==, "theirs");
  g_assert_true (qtr_file_content_get_plan (saved.content) == saved.plan);
  assert_file (fixture, "ours", "theirs");
  /* What is known of a file that was written is what reading it says. */
  again = qtr_file_read (fixture->file, saved.content, NULL);
  g_assert_true (again == saved.content);
}

/* A file that is put into another form, and says the same, was not changed. */
static void
test_same_in_other_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_text (fixture);
  g_autofree char *spaced = g_strconcat (text, "\n\n", NULL);
  g_auto (QtrFileSaved) saved = { 0 };

  g_assert_true (g_file_set_contents (fixture->path, spaced, -1, NULL));
  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, NULL));
  g_assert_true (saved.plan == fixture->plan);
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_auto (QtrFileSaved) saved = { 0 };
  g_auto (QtrFileSaved) chosen = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  field_write (fixture->file, "title", "theirs");
  before = read_text (fixture);
  g_assert_false (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_CONFLICT);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  after = read_text (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (saved.n_conflicts, ==, 1);
  g_assert_cmpuint (qtr_list_length (saved.plan->conflicts), ==, 1);
  g_assert_cmpstr (qtr_file_content_get_plan (saved.content)->title, ==, "theirs");

  /* Saved again it is written, with its question. */
  g_assert_true (qtr_file_save (fixture->file, saved.plan, saved.content, &chosen, NULL));
  assert_file (fixture, "ours", "0");
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
}

static void
test_not_a_plan_any_more (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "Minutes of the meeting", "{\"format\": 1, \"title\": 3}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_auto (QtrFileSaved) saved = { 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;

    g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
    g_assert_false (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, &error));
    g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
    g_assert_true (g_str_has_prefix (error->message, fixture->path));
    g_assert_nonnull (strstr (error->message, "another name"));
    after = read_text (fixture);
    g_assert_cmpstr (after, ==, texts[i]);
    g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
  }
}

/* With a file that was removed there is nothing to be merged, and nothing to be overwritten. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, NULL, NULL));
  assert_file (fixture, "ours", "0");
}

/* Whoever chose another file's name said that it may go. */
static void
test_overwritten (Fixture *fixture, gconstpointer data)
{
  field_write (fixture->file, "title", "theirs");
  field_write (fixture->file, "body", "theirs");
  g_assert_true (qtr_file_save (fixture->file, fixture->plan, NULL, NULL, NULL));
  assert_file (fixture, "ours", "0");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.quarterly", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (GFile) target = NULL;

  g_assert_cmpint (symlink ("plan.quarterly", link_path), ==, 0);
  field_write (fixture->file, "body", "theirs");
  g_assert_true (qtr_file_save (link, fixture->plan, fixture->known, NULL, NULL));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_file (fixture, "ours", "theirs");
  target = qtr_file_resolve (link);
  g_assert_true (g_file_equal (target, fixture->file));
}

/* In a folder where nothing may be written; root may, and so becomes somebody else for a moment. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  uid_t user = geteuid ();

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_false (qtr_file_save (fixture->file, fixture->plan, fixture->known, NULL, &error));
  if (user == 0)
    g_assert_cmpint (seteuid (user), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
  assert_file (fixture, "0", "0");
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
}

/* --- Locks --- */

static char *
write_lock (Fixture *fixture, const char *host, gint64 age)
{
  char *path = g_build_filename (fixture->folder, ".plan.quarterly.lock", NULL);
  g_autofree char *text = g_strdup_printf ("%s 4711\n", host);
  time_t time = (time_t) (g_get_real_time () / G_USEC_PER_SEC - age);
  struct utimbuf times = { time, time };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
  return path;
}

static void
test_lock_of_a_dead_process (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock_path = write_lock (fixture, g_get_host_name (), 0);
  g_auto (QtrFileSaved) saved = { 0 };

  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, NULL));
  g_assert_nonnull (strstr (saved.notice, "4711"));
  g_assert_false (g_file_test (lock_path, G_FILE_TEST_EXISTS));
  assert_file (fixture, "ours", "0");
}

static void
test_lock_of_another_host (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock_path = write_lock (fixture, "elsewhere.example", 3600);
  g_auto (QtrFileSaved) saved = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "4711"));
  g_assert_nonnull (strstr (error->message, "elsewhere.example"));
  g_assert_nonnull (strstr (error->message, lock_path));
  assert_file (fixture, "0", "0");
  g_assert_true (g_file_test (lock_path, G_FILE_TEST_EXISTS));

  g_assert_true (qtr_file_break_lock (fixture->file, NULL));
  g_assert_true (qtr_file_break_lock (fixture->file, NULL));
  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, NULL, NULL));
  assert_file (fixture, "ours", "0");
}

static gpointer
remove_lock_thread (gpointer path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  return NULL;
}

/* Another host that is just writing is waited for. */
static void
test_lock_that_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock_path = write_lock (fixture, "elsewhere.example", 0);
  GThread *other = g_thread_new ("other", remove_lock_thread, lock_path);
  g_auto (QtrFileSaved) saved = { 0 };

  g_assert_true (qtr_file_save (fixture->file, fixture->plan, fixture->known, &saved, NULL));
  g_thread_join (other);
  g_assert_null (saved.notice);
  assert_file (fixture, "ours", "0");
  g_assert_cmpuint (test_folder_count (fixture->folder), ==, 1);
}

static const struct {
  const char *path;
  void (*run) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/save/untouched", test_untouched },
  { "/save/merged", test_merged },
  { "/save/same-in-other-words", test_same_in_other_words },
  { "/save/conflict", test_conflict },
  { "/save/not-a-plan-any-more", test_not_a_plan_any_more },
  { "/save/gone", test_gone },
  { "/save/overwritten", test_overwritten },
  { "/save/link", test_link },
  { "/save/read-only-folder", test_read_only_folder },
  { "/save/lock-of-a-dead-process", test_lock_of_a_dead_process },
  { "/save/lock-of-another-host", test_lock_of_another_host },
  { "/save/lock-that-goes", test_lock_that_goes },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
