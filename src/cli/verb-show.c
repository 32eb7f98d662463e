/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/terminal.h"
#include "export/audit-csv.h"
#include "export/plan-json.h"
#include "export/prose.h"
#include "model/sign-off.h"
#include "store/signature.h"

static char *quarter_text;
static gboolean as_text;
static gboolean as_json;
static gboolean only_audit;

static const GOptionEntry entries[] = {
  /* Translators: Q stands for a quarter in the help of an option. */
  { "quarter", 0, 0, G_OPTION_ARG_STRING, &quarter_text, N_ ("Show one quarter instead of all"), N_ ("Q") },
  { "text", 0, 0, G_OPTION_ARG_NONE, &as_text, N_ ("Show it as prose, which is the default"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Show it as JSON"), NULL },
  { "audit", 0, 0, G_OPTION_ARG_NONE, &only_audit, N_ ("Show the log of what was done, as CSV"), NULL },
  G_OPTION_ENTRY_NULL,
};

static QtrExit
show_audit (const QtrPlan *plan)
{
  g_autoptr (GPtrArray) answers = qtr_sign_offs_verify (plan, NULL, qtr_signature_ask);
  g_autoptr (GPtrArray) vouchers = qtr_sign_offs_list_vouchers (answers);
  g_autoptr (QtrLogAnswer) log = qtr_log_verify (plan, vouchers);
  g_autoptr (GBytes) csv = qtr_audit_to_csv (plan, log);
  GError *error = NULL;

  return qtr_terminal_write ("-", csv, &error) ? QTR_EXIT_DONE : qtr_terminal_fail (NULL, error);
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (QtrPlan) plan = NULL;
  QtrPeriod quarter = QTR_PERIOD_UNSET;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_show, entries, 1, &argc, &argv))
    return QTR_EXIT_FAILED;
  if (as_text + as_json + only_audit > 1) {
    qtr_terminal_fail_usage (_ ("choose one of --text, --json and --audit"));
    return QTR_EXIT_FAILED;
  }

  plan = qtr_terminal_load (argv[1], &error);
  if (plan == NULL)
    return qtr_terminal_fail (NULL, error);
  if (quarter_text != NULL && !qtr_terminal_find_quarter (plan, quarter_text, &quarter, &error))
    return qtr_terminal_fail (argv[1], error);

  if (only_audit)
    return show_audit (plan);
  if (as_json) {
    qtr_terminal_print_json (qtr_plan_to_json (plan, quarter));
  } else {
    g_autofree char *prose = qtr_plan_to_prose (plan, quarter);

    g_print ("%s", prose);
  }
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_show = {
  .name = "show",
  .arguments = "PLAN",
  .summary = N_ ("Show what a plan holds"),
  .run = run,
};
