/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/edit.h"
#include "store/document.h"

#include "tests/series/observations.h"

/*
 * A plan with one priority and a few measures, for the tests of what shows figures. Measures are "first",
 * "second", "third" (plain counts), "share" (%), "monthly" and "yearly".
 */

/* The window's templates; the program registers them when it starts. */
GResource *qtr_ui_get_resource (void);

static inline QtrMeasure *
make_measure (const char *id, const char *unit, QtrFrequency frequency, const char *observations)
{
  const char *const priorities[] = { "priority" };
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (priorities, 1);
  g_autoptr (QtrList) list = parse_observations (observations);

  return qtr_record_new (&qtr_measure_type, "id", id, "name", id, "unit", unit, "frequency", (int) frequency,
                         "priorities", tokens, "observations", list, NULL);
}

static inline QtrDocument *
make_document (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrPriority) priority =
      qtr_record_new (&qtr_priority_type, "id", "priority", "number", 1, "title", "Priority", NULL);
  g_autoptr (QtrUpdate) update =
      qtr_record_new (&qtr_update_type, "id", "update", "quarter", "2019-20-Q3", "version", "1.0", NULL);
  g_autoptr (QtrList) priorities = qtr_list_append (NULL, priority);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);
  g_autoptr (QtrList) list = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  g_ptr_array_add (measures, make_measure ("first", "officers", QTR_FREQUENCY_QUARTER,
                                           "2018-19-Q3=477 2019-20-Q2=500 2019-20-Q3=519"));
  g_ptr_array_add (measures, make_measure ("second", NULL, QTR_FREQUENCY_QUARTER, "2018-19-Q3=10"));
  g_ptr_array_add (measures, make_measure ("third", "£", QTR_FREQUENCY_QUARTER, ""));
  g_ptr_array_add (measures, make_measure ("share", "%", QTR_FREQUENCY_QUARTER, "2018-19-Q3=11.5"));
  g_ptr_array_add (measures,
                   make_measure ("monthly", "calls", QTR_FREQUENCY_MONTH, "2019-10=1 2019-11=2 2019-12=3"));
  g_ptr_array_add (measures, make_measure ("yearly", "%", QTR_FREQUENCY_YEAR, "2018/19=70"));
  list = qtr_list_new_from_array (measures);
  plan = qtr_record_new (&qtr_plan_type, "first_month", 4, "priorities", priorities, "updates", updates,
                         "measures", list, NULL);
  return qtr_document_new (plan, NULL);
}

static inline void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}
