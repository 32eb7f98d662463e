/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/quarter-words.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"

char *
qtr_quarter_to_words (QtrPeriod quarter)
{
  QtrPeriod year = qtr_period_as_unit (quarter, QTR_PERIOD_YEAR, quarter.first_month);
  g_autofree char *label = qtr_period_to_label (year);

  /* Translators: a quarter of a year, as in "Quarter 3 2019/20". */
  return g_strdup_printf (_ ("Quarter %d %s"), qtr_period_quarter_number (quarter), label);
}

gboolean
qtr_quarter_from_words (const QtrPlan *plan, const char *text, QtrPeriod *quarter, GError **error)
{
  g_autofree char *example = NULL;

  *quarter = QTR_PERIOD_UNSET;
  if (*text == '\0')
    return TRUE;
  if (qtr_period_parse (text, plan->first_month, quarter, NULL) && quarter->unit == QTR_PERIOD_QUARTER)
    return TRUE;

  example = qtr_period_to_label (qtr_period_from_date (QTR_PERIOD_QUARTER, 2026, 1, plan->first_month));
  /* Translators: %s is a quarter as it can be written, as in "Q3 2019/20". */
  g_set_error (error, QTR_ERROR, QTR_ERROR_PERIOD, _ ("Write a quarter, such as %s"), example);
  return FALSE;
}

const char *
qtr_state_to_words (QtrState state)
{
  switch (state) {
  case QTR_STATE_DRAFT:
    return _ ("draft");
  case QTR_STATE_IN_REVIEW:
    return _ ("in review");
  case QTR_STATE_SIGNED_OFF:
    return _ ("signed off");
  case QTR_STATE_PUBLISHED:
    return _ ("published");
  default:
    g_return_val_if_reached ("");
  }
}
