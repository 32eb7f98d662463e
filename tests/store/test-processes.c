/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "folder.h"
#include "merge/settle.h"
#include "model/update.h"
#include "store/document.h"
#include "store/file.h"
#include "tests/merge/random-edits.h"

/* Two processes that save to one file, in turns and at once. How often may be said from without. */
#define N_ROUNDS 20
#define N_WRITERS 2

/* What a writer's lines begin with that are no remark of the test's own. */
#define ADDED "added: "

static int
count_rounds (void)
{
  const char *text = g_getenv ("QTR_TEST_ROUNDS");

  return text == NULL ? N_ROUNDS : (int) g_ascii_strtoull (text, NULL, 10);
}

/* --- A writer: a process of its own --- */

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
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  QtrDocument *document = NULL;

  qtr_document_load_async (file, NULL, keep_result_cb, &result);
  document = qtr_document_load_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return document;
}

/* People do not nest bullets as chance does, which would soon be at the file's limit. */
#define DEPTH_MAX 10

static gboolean
can_hold_bullets (const QtrPlan *plan, const QtrRecord *record)
{
  QtrPath path;

  return qtr_record_type_find_field (record->type, "bullets") != NULL &&
         qtr_path_find (plan, record->id, &path) != NULL && path.depth < DEPTH_MAX;
}

/* Into the one section or below one of its bullets, wherever that is by now. */
static char *
add_bullet (QtrDocument *document)
{
  const QtrPlan *plan = qtr_document_get_plan (document);
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", "Said by one of the two", NULL);
  const QtrRecord *parent = NULL;

  do {
    parent = pick_record (plan, FALSE);
  } while (!can_hold_bullets (plan, parent));
  qtr_document_commit (document, qtr_edit_insert (plan, parent->id, "bullets", G_MAXUINT, bullet), "Add",
                       NULL);
  return g_strdup (bullet->record.id);
}

/* A bullet with all below it goes to the section itself, so that the tree grows no deeper. */
static QtrPlan *
move_up (const QtrPlan *plan)
{
  const QtrRecord *record = pick_record (plan, TRUE);
  const QtrUpdate *update = qtr_list_get (plan->updates, 0);
  const QtrRecord *section = qtr_list_get (update->sections, 0);

  if (record->type != &qtr_bullet_type)
    return qtr_record_ref (plan);
  return qtr_edit_move (plan, record->id, section->id, "bullets", (guint) g_test_rand_int_range (0, 4));
}

/* Edits that take nothing away. */
static void
edit (QtrDocument *document)
{
  static QtrPlan *(*const edits[]) (const QtrPlan *) = { edit_text, edit_extra, move_up };
  const QtrPlan *plan = qtr_document_get_plan (document);

  qtr_document_commit (document, edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))](plan), "Edit", NULL);
}

/* Takes the one or the other, as people do; either has every bullet. */
static void
answer_questions (QtrDocument *document)
{
  g_autoptr (QtrPlan) plan = qtr_record_ref (qtr_document_get_plan (document));

  for (guint i = qtr_list_length (plan->conflicts); i > 0; i--) {
    const QtrRecord *conflict = qtr_list_get (plan->conflicts, 0);
    QtrSide side = g_test_rand_int_range (0, 2) == 0 ? QTR_SIDE_OURS : QTR_SIDE_THEIRS;
    QtrPlan *settled = qtr_merge_settle (plan, conflict->id, side);

    qtr_record_unref (plan);
    plan = settled;
  }
  qtr_document_commit (document, g_steal_pointer (&plan), "Answer", NULL);
}

static void
save (QtrDocument *document)
{
  for (;;) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    qtr_document_save_async (document, NULL, NULL, keep_result_cb, &result);
    edit (document);
    if (qtr_document_save_finish (document, wait_for (&result), NULL, &error))
      return;
    g_assert_error (error, QTR_ERROR, QTR_ERROR_CONFLICT);
    answer_questions (document);
  }
}

/* A round for each line that comes in; says which bullets were added. */
static void
run_writer (const char *path)
{
  g_autoptr (QtrDocument) document = load (path);
  char line[16];

  while (fgets (line, sizeof line, stdin) != NULL) {
    g_autoptr (GString) added = g_string_new (NULL);

    for (int i = g_test_rand_int_range (1, 4); i > 0; i--) {
      g_autofree char *id = add_bullet (document);

      edit (document);
      g_string_append_printf (added, "%s ", id);
    }
    save (document);
    printf (ADDED "%s\n", added->str);
    fflush (stdout);
  }
}

/* --- Who has them write --- */

typedef struct {
  GSubprocess *process;
  GOutputStream *to;
  GDataInputStream *from;
} Writer;

static void
start_writer (Writer *writer, const char *program, const char *path)
{
  g_autofree char *seed = g_strdup_printf ("R02S%08x%08x%08x%08x", g_test_rand_int (), g_test_rand_int (),
                                           g_test_rand_int (), g_test_rand_int ());
  g_autoptr (GError) error = NULL;

  writer->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                      program, "--seed", seed, "--write", path, NULL);
  g_assert_no_error (error);
  writer->to = g_subprocess_get_stdin_pipe (writer->process);
  writer->from = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer->process));
}

static void
stop_writer (Writer *writer)
{
  g_assert_true (g_output_stream_close (writer->to, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (writer->process, NULL, NULL));
  g_object_unref (writer->from);
  g_object_unref (writer->process);
}

static void
ask (Writer *writer)
{
  g_assert_true (g_output_stream_write_all (writer->to, "\n", 1, NULL, NULL, NULL));
}

static void
collect (Writer *writer, GPtrArray *added)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) ids = NULL;

  do {
    g_free (line);
    line = g_data_input_stream_read_line (writer->from, NULL, NULL, NULL);
    g_assert_nonnull (line);
  } while (!g_str_has_prefix (line, ADDED));

  ids = g_strsplit (g_strstrip (line + strlen (ADDED)), " ", -1);
  g_assert_cmpuint (g_strv_length (ids), >, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (added, g_strdup (ids[i]));
}

static QtrPlan *
new_plan (void)
{
  g_autoptr (QtrSection) section = qtr_record_new (&qtr_section_type, "commitment", "c", NULL);
  g_autoptr (QtrList) sections = qtr_list_append (NULL, section);
  g_autoptr (QtrUpdate) update =
      qtr_record_new (&qtr_update_type, "quarter", "2019-20-Q3", "sections", sections, NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);

  return qtr_record_new (&qtr_plan_type, "title", "Written by two", "updates", updates, NULL);
}

static void
assert_all_there (GFile *file, GPtrArray *added)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = qtr_file_load (file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (added->len, >=, 2 * (guint) count_rounds ());
  for (guint i = 0; i < added->len; i++)
    if (qtr_path_find (plan, g_ptr_array_index (added, i), &(QtrPath) { 0 }) == NULL)
      g_error ("bullet %u of %u is lost", i, added->len);
}

static const char *program;

static void
test_two_writers (gconstpointer data)
{
  gboolean at_once = GPOINTER_TO_INT (data);
  char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.quarterly", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QtrPlan) plan = new_plan ();
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  Writer writers[N_WRITERS];

  g_assert_true (qtr_file_save (file, plan, NULL, NULL, NULL));
  for (guint i = 0; i < N_WRITERS; i++)
    start_writer (&writers[i], program, path);
  for (int i = 0; i < count_rounds (); i++) {
    for (guint j = 0; j < N_WRITERS; j++) {
      ask (&writers[j]);
      if (!at_once)
        collect (&writers[j], added);
    }
    for (guint j = 0; at_once && j < N_WRITERS; j++)
      collect (&writers[j], added);
  }
  for (guint i = 0; i < N_WRITERS; i++)
    stop_writer (&writers[i]);
  assert_all_there (file, added);
  g_assert_cmpuint (test_folder_count (folder), ==, 1);
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--write")) {
    run_writer (argv[2]);
    return 0;
  }

  program = argv[0];
  g_test_add_data_func ("/processes/in-turns", GINT_TO_POINTER (FALSE), test_two_writers);
  g_test_add_data_func ("/processes/at-once", GINT_TO_POINTER (TRUE), test_two_writers);
  return g_test_run ();
}
