/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/terminal.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "format/notes.h"
#include "model/update.h"
#include "store/file.h"

gboolean
qtr_terminal_parse (const QtrVerb *verb, const GOptionEntry *entries, int n_arguments, int *argc,
                    char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (verb->arguments);
  g_autofree char *program = g_strdup_printf ("quarterly-cli %s", verb->name);
  g_autoptr (GError) error = NULL;
  int n_found = 0;

  /* The help's usage line takes the name from here. */
  g_set_prgname (program);
  g_option_context_set_summary (context, _ (verb->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error)) {
    qtr_terminal_fail_usage ("%s", error->message);
    return FALSE;
  }

  n_found = *argc - 1;
  if (n_arguments >= 0 ? n_found == n_arguments : n_found >= -n_arguments)
    return TRUE;
  /* Translators: the first %s is a verb, the second the names of its arguments. */
  qtr_terminal_fail_usage (_ ("“%s” takes: %s"), verb->name, verb->arguments);
  return FALSE;
}

QtrExit
qtr_terminal_fail (const char *name, GError *error)
{
  if (name == NULL)
    g_printerr ("quarterly-cli: %s\n", error->message);
  else
    g_printerr ("quarterly-cli: %s: %s\n", name, error->message);
  g_error_free (error);
  return QTR_EXIT_FAILED;
}

void
qtr_terminal_tell (const char *name, const char *notice)
{
  if (notice != NULL)
    g_printerr ("quarterly-cli: %s: %s\n", name, notice);
}

void
qtr_terminal_fail_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("quarterly-cli: %s\n", message);
}

char *
qtr_terminal_format_finding (const char *name, const QtrFinding *finding)
{
  g_autofree char *line =
      finding->place.line == 0 ? g_strdup ("") : g_strdup_printf ("%u:", finding->place.line);

  if (finding->dismissed != NULL)
    /* Translators: the file and the line, what the checks say, the rule, and why it was dismissed. */
    return g_strdup_printf (_ ("%1$s:%2$s dismissed: %3$s [%4$s] (%5$s)\n"), name, line, finding->message,
                            finding->rule, finding->dismissed);
  return g_strdup_printf ("%s:%s %s: %s [%s]\n", name, line, qtr_severity_get_word (finding->severity),
                          finding->message, finding->rule);
}

void
qtr_terminal_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  g_print ("%s\n", text);
  json_node_unref (node);
}

static gboolean
write_output (GBytes *bytes, GError **error)
{
  gsize length = 0;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE, _ ("cannot write to standard output: %s"),
               g_strerror (errno));
  return FALSE;
}

gboolean
qtr_terminal_write (const char *to, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (to, "-"))
    return write_output (bytes, error);

  file = g_file_new_for_commandline_arg (to);
  return qtr_file_write_bytes (file, bytes, error);
}

char *
qtr_terminal_get_extension (const char *to, const char *format)
{
  g_autofree char *name = g_path_get_basename (to);
  const char *point = strrchr (name, '.');

  if (format != NULL)
    return g_ascii_strdown (format, -1);

  return point == NULL ? NULL : g_ascii_strdown (point + 1, -1);
}

QtrPlan *
qtr_terminal_load (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  QtrPlan *plan = qtr_file_load (file, error);

  if (plan != NULL)
    qtr_terminal_tell_notes (name, plan);
  return plan;
}

void
qtr_terminal_tell_notes (const char *name, const QtrPlan *plan)
{
  g_autoptr (GPtrArray) notes = qtr_format_list_notes (plan);
  g_autoptr (GError) error = NULL;

  if (!qtr_plan_check_format (plan, &error))
    qtr_terminal_tell (name, error->message);
  for (guint i = 0; i < notes->len; i++)
    qtr_terminal_tell (name, notes->pdata[i]);
}

gboolean
qtr_terminal_find_quarter (const QtrPlan *plan, const char *text, QtrPeriod *quarter, GError **error)
{
  const QtrUpdate *latest = qtr_plan_get_latest_update (plan);
  g_autofree char *label = NULL;

  if (latest == NULL) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("the plan has no update yet; import one"));
    return FALSE;
  }
  if (text == NULL) {
    *quarter = qtr_plan_parse_period (plan, latest->quarter);
    return TRUE;
  }
  if (!qtr_period_parse (text, plan->first_month, quarter, error))
    return FALSE;
  if (qtr_plan_find_update (plan, *quarter) != NULL)
    return TRUE;

  label = qtr_period_to_label (*quarter);
  g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
               _ ("the plan has no update for %s; its latest is for %s"), label, latest->quarter);
  return FALSE;
}
