/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/change-json.h"
#include "cli/terminal.h"
#include "merge/diff.h"
#include "series/resolve.h"

static gboolean as_json;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("List them as JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

static void
print_json (GPtrArray *changes)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  qtr_changes_add_json (json, changes);
  json_builder_end_object (json);
  qtr_terminal_print_json (json_builder_get_root (json));
}

/* One change, one line, in the words that are read. */
static void
print_sentences (GPtrArray *changes, const QtrPlan *before, const QtrPlan *after)
{
  for (guint i = 0; i < changes->len; i++) {
    QtrChange *change = changes->pdata[i];
    const QtrRecord *record = change->after != NULL ? change->after : change->before;
    g_autofree char *sentence = NULL;

    qtr_figures_print_change (before, after, record->id, &change->old_text, &change->new_text);
    sentence = qtr_change_to_sentence (change);
    g_print ("%s\n", g_strdelimit (sentence, "\n", ' '));
  }
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (QtrPlan) before = NULL;
  g_autoptr (QtrPlan) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_diff, entries, 2, &argc, &argv))
    return QTR_EXIT_FAILED;

  before = qtr_terminal_load (argv[1], &error);
  after = before == NULL ? NULL : qtr_terminal_load (argv[2], &error);
  if (after == NULL)
    return qtr_terminal_fail (NULL, error);

  changes = qtr_diff (before, after);
  if (as_json)
    print_json (changes);
  else
    print_sentences (changes, before, after);
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_diff = {
  .name = "diff",
  .arguments = "A B",
  .summary = N_ ("Say what differs between two plans"),
  .run = run,
};
