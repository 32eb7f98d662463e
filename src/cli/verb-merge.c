/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/change-json.h"
#include "cli/terminal.h"
#include "format/format.h"
#include "merge/merge.h"
#include "store/file.h"

static char *output;
static gboolean as_json;

static const GOptionEntry entries[] = {
  /* Translators: OUT stands for a file in the help of an option. */
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write it; standard output unless given"),
    N_ ("OUT") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json,
    N_ ("Say as JSON what came in and what is left open; takes -o"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* Where both sides added a file, git has nothing that they began with, and gives an empty one. */
static QtrPlan *
load_base (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, error);

  if (bytes == NULL)
    return NULL;
  return g_bytes_get_size (bytes) == 0 ? qtr_plan_new () : qtr_terminal_load (name, error);
}

static gboolean
is_to_terminal (void)
{
  return output == NULL || g_str_equal (output, "-");
}

static gboolean
write_plan (const QtrPlan *plan, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (QtrFileSaved) saved = { 0 };
  gboolean done = FALSE;

  if (!qtr_plan_check_format (plan, error))
    return FALSE;
  if (is_to_terminal ()) {
    bytes = qtr_format_write (plan);
    return qtr_terminal_write ("-", bytes, error);
  }

  file = g_file_new_for_commandline_arg (output);
  done = qtr_file_save (file, plan, NULL, &saved, error);
  qtr_terminal_tell (output, saved.notice);
  return done;
}

/* What came in with the merge. Its questions are told apart from that. */
static GPtrArray *
list_changes (const QtrPlan *ours, const QtrPlan *merged)
{
  GPtrArray *changes = qtr_diff (ours, merged);

  for (guint i = changes->len; i > 0; i--) {
    const QtrChange *change = changes->pdata[i - 1];
    const QtrRecord *record = change->after != NULL ? change->after : change->before;

    if (record->type == &qtr_conflict_type)
      g_ptr_array_remove_index (changes, i - 1);
  }
  return changes;
}

static void
print_json (const QtrPlan *merged, const QtrPlan *ours, const QtrPlan *theirs)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GPtrArray) changes = list_changes (ours, merged);

  json_builder_begin_object (json);
  qtr_changes_add_json (json, changes);
  qtr_conflicts_add_json (json, merged, ours, theirs);
  json_builder_end_object (json);
  qtr_terminal_print_json (json_builder_get_root (json));
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (QtrPlan) base = NULL;
  g_autoptr (QtrPlan) ours = NULL;
  g_autoptr (QtrPlan) theirs = NULL;
  g_autoptr (QtrPlan) merged = NULL;
  guint n_conflicts = 0;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_merge, entries, 3, &argc, &argv))
    return QTR_EXIT_FAILED;
  if (as_json && is_to_terminal ()) {
    qtr_terminal_fail_usage (
        _ ("standard output cannot hold the plan and JSON about it; name a file with -o"));
    return QTR_EXIT_FAILED;
  }

  base = load_base (argv[1], &error);
  ours = base == NULL ? NULL : qtr_terminal_load (argv[2], &error);
  theirs = ours == NULL ? NULL : qtr_terminal_load (argv[3], &error);
  if (theirs == NULL)
    return qtr_terminal_fail (NULL, error);

  merged = qtr_merge (base, ours, theirs, &n_conflicts);
  if (!write_plan (merged, &error))
    return qtr_terminal_fail (NULL, error);
  if (as_json)
    print_json (merged, ours, theirs);
  if (n_conflicts == 0)
    return QTR_EXIT_DONE;

  qtr_terminal_fail_usage (g_dngettext (NULL, "%u question is left open; open the plan to answer it",
                                        "%u questions are left open; open the plan to answer them",
                                        n_conflicts),
                           n_conflicts);
  return QTR_EXIT_FOUND;
}

const QtrVerb qtr_verb_merge = {
  .name = "merge",
  .arguments = "BASE OURS THEIRS",
  .summary = N_ ("Bring together what two people made of one plan"),
  .run = run,
};
