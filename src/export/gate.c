/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "check/checker.h"
#include "export/gate.h"
#include "model/sign-rule.h"

GPtrArray *
qtr_gate_run (const QtrPlan *plan, QtrPeriod quarter)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  return qtr_checker_run (checker, plan, quarter, NULL);
}

GPtrArray *
qtr_gate_list (const GPtrArray *findings)
{
  GPtrArray *errors = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    if (((const QtrFinding *) findings->pdata[i])->severity == QTR_SEVERITY_ERROR)
      g_ptr_array_add (errors, findings->pdata[i]);
  return errors;
}

gboolean
qtr_gate_check (const GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) errors = qtr_gate_list (findings);

  if (errors->len == 0)
    return TRUE;
  g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED,
               ngettext ("a final export is refused while %u error stands; export a draft, or mend it",
                         "a final export is refused while %u errors stand; export a draft, or mend them",
                         errors->len),
               errors->len);
  return FALSE;
}

gboolean
qtr_gate_check_signed (const QtrPlan *plan, QtrPeriod quarter, const GPtrArray *answers, GError **error)
{
  g_autoptr (GPtrArray) unmet = qtr_sign_rules_list_unmet (plan, quarter, answers);

  if (unmet->len == 0)
    return TRUE;
  g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED,
               ngettext ("a final export is refused while %u signature is missing: %s",
                         "a final export is refused while %u signatures are missing, the first: %s",
                         unmet->len),
               unmet->len, (const char *) unmet->pdata[0]);
  return FALSE;
}
