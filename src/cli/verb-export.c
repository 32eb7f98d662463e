/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "base/error.h"
#include "check/checker.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "export/gate.h"
#include "model/sign-rule.h"
#include "store/signature.h"

static char *quarter_text;
static char *to;
static char *format;
static char *audience;
static char *paper_text;
static gboolean attach;
static gboolean draft;

static const GOptionEntry entries[] = {
  { "quarter", 0, 0, G_OPTION_ARG_STRING, &quarter_text, N_ ("The quarter; the latest unless given"),
    N_ ("Q") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to,
    N_ ("Where to write; its ending says what. “-” is standard output"), N_ ("FILE") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write, where the ending does not say it"),
    N_ ("FORMAT") },
  { "draft", 0, 0, G_OPTION_ARG_NONE, &draft, N_ ("Write a draft, marked as such, whatever stands open"),
    NULL },
  { "audience", 0, 0, G_OPTION_ARG_STRING, &audience, N_ ("Leave out what is marked above MARKING"),
    N_ ("MARKING") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_text,
    N_ ("What pages are printed on: a4 (unless given) or a4-landscape"), N_ ("PAPER") },
  { "attach", 0, 0, G_OPTION_ARG_NONE, &attach, N_ ("Put the figures into a PDF as a table of their own"),
    NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
check_arguments (const char *extension)
{
  guint n_exporters = 0;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);
  g_autoptr (GString) known = g_string_new (NULL);

  if (extension != NULL && qtr_exporter_find (extension) != NULL)
    return TRUE;

  for (guint i = 0; i < n_exporters; i++)
    g_string_append_printf (known, "%s%s", i == 0 ? "" : ", ", exporters[i]->extension);
  qtr_terminal_fail_usage (_ ("what to write is not known by its ending; take one of %s, or give --format"),
                           known->str);
  return FALSE;
}

/* The gate is closed: what stands in the way is said, and nothing is written. */
static QtrExit
refuse (const char *name, GPtrArray *findings, GError *error)
{
  g_autoptr (GPtrArray) in_the_way = qtr_gate_list (findings);

  for (guint i = 0; i < in_the_way->len; i++) {
    g_autofree char *line = qtr_terminal_format_finding (name, in_the_way->pdata[i]);

    g_printerr ("%s", line);
  }
  qtr_terminal_fail (name, error);
  return QTR_EXIT_FOUND;
}

/* So is the plan's sign-off rule: each signature that is missing is said. */
static QtrExit
refuse_unsigned (const char *name, const QtrPlan *plan, QtrPeriod quarter, const GPtrArray *answers,
                 GError *error)
{
  g_autoptr (GPtrArray) unmet = qtr_sign_rules_list_unmet (plan, quarter, answers);

  for (guint i = 0; i < unmet->len; i++)
    g_printerr ("%s: %s\n", name, (const char *) unmet->pdata[i]);
  qtr_terminal_fail (name, error);
  return QTR_EXIT_FOUND;
}

static QtrExit
export_quarter (const char *name, const QtrPlan *plan, QtrPeriod quarter, const char *extension,
                QtrPaper paper)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = qtr_checker_run (checker, plan, quarter, NULL);
  g_autoptr (GPtrArray) sign_offs =
      qtr_sign_offs_verify (plan, qtr_plan_find_update (plan, quarter)->record.id, qtr_signature_ask);
  QtrPublicationOptions options = { .draft = draft,
                                    .audience = audience,
                                    .findings = findings,
                                    .paper = paper,
                                    .attach = attach,
                                    .sign_offs = sign_offs };
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!draft && !qtr_gate_check (findings, &error))
    return refuse (name, findings, error);
  if (!draft && !qtr_gate_check_signed (plan, quarter, sign_offs, &error))
    return refuse_unsigned (name, plan, quarter, sign_offs, error);
  bytes = qtr_export (plan, quarter, extension, &options, &error);
  if (bytes == NULL)
    return qtr_terminal_fail (name, error);
  if (!qtr_terminal_write (to, bytes, &error))
    return qtr_terminal_fail (NULL, error);
  return QTR_EXIT_DONE;
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autofree char *extension = NULL;
  QtrPeriod quarter = QTR_PERIOD_UNSET;
  QtrPaper paper = QTR_PAPER_A4;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_export, entries, 1, &argc, &argv))
    return QTR_EXIT_FAILED;
  if (to == NULL) {
    qtr_terminal_fail_usage (_ ("say where to write: --to FILE"));
    return QTR_EXIT_FAILED;
  }
  if (paper_text != NULL && !qtr_paper_parse (paper_text, &paper)) {
    qtr_terminal_fail_usage (_ ("“%s” is no paper; take a4 or a4-landscape"), paper_text);
    return QTR_EXIT_FAILED;
  }
  extension = qtr_terminal_get_extension (to, format);
  if (!check_arguments (extension))
    return QTR_EXIT_FAILED;

  plan = qtr_terminal_load (argv[1], &error);
  if (plan == NULL)
    return qtr_terminal_fail (NULL, error);
  if (!qtr_terminal_find_quarter (plan, quarter_text, &quarter, &error))
    return qtr_terminal_fail (argv[1], error);
  return export_quarter (argv[1], plan, quarter, extension, paper);
}

const QtrVerb qtr_verb_export = {
  .name = "export",
  .arguments = "PLAN",
  .summary = N_ ("Publish the update of a quarter"),
  .run = run,
};
