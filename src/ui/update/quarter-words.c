/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/quarter-words.h"

#include <glib/gi18n-lib.h>

char *
qtr_quarter_to_words (QtrPeriod quarter)
{
  QtrPeriod year = qtr_period_as_unit (quarter, QTR_PERIOD_YEAR, quarter.first_month);
  g_autofree char *label = qtr_period_to_label (year);

  /* Translators: a quarter of a year, as in "Quarter 3 2019/20". */
  return g_strdup_printf (_ ("Quarter %d %s"), qtr_period_quarter_number (quarter), label);
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
