/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/against.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"

/* Whether its bullet has the measure's value as well, so that this number is something else: a part of it. */
static gboolean
is_said_beside (GArray *facts, const QtrFactMatch *match)
{
  QtrInterval value = qtr_interval_from_decimal (match->point.value);

  for (guint i = 0; i < facts->len; i++) {
    const QtrFact *other = qtr_fact_get (facts, i);

    if (other != match->fact && other->bullet == match->fact->bullet && other->unit == match->fact->unit &&
        other->is_old == match->fact->is_old && qtr_interval_overlaps (other->range, value))
      return TRUE;
  }
  return FALSE;
}

static void
add_mismatch (GArray *remarks, const QtrFactMatch *match)
{
  g_autofree char *label = qtr_period_to_label (match->period);
  g_autofree char *value = qtr_figure_format (match->point.value, match->measure->unit);
  /* Translators: a measure's name, a period, its value, a number in the text: "“Speed checks” is 124 for
   * Q2 2026/27; the text says 142" */
  QtrRemark *remark =
      qtr_remark_add (remarks, -1,
                      g_strdup_printf (_ ("“%s” is %s for %s; the text says %s"), match->measure->name, value,
                                       label, match->fact->text));

  remark->rule = match->fact->is_old ? "comparator-mismatch" : "figure-mismatch";
  qtr_fact_point_at (match->fact, remark);
  qtr_fact_propose (match->fact, remark, qtr_rational_from_decimal (match->point.value));
}

void
qtr_check_against_measures (GArray *facts, GArray *matches, GArray *remarks)
{
  for (guint i = 0; i < matches->len; i++) {
    const QtrFactMatch *match = &g_array_index (matches, QtrFactMatch, i);

    if (!match->agrees && !match->fact->is_explained && !is_said_beside (facts, match))
      add_mismatch (remarks, match);
  }
}

void
qtr_check_against_plan (const QtrInputs *inputs, GArray *remarks)
{
  g_autoptr (GArray) facts = qtr_facts_new (inputs->summaries);
  g_autoptr (GArray) sayings = qtr_fact_sayings_new (inputs->summaries);
  g_autoptr (QtrFactMeasures) measures = NULL;
  g_autoptr (GArray) matches = NULL;

  if (facts->len == 0)
    return;
  measures = qtr_fact_measures_new (inputs);
  matches = qtr_fact_measures_match (measures, facts);
  qtr_check_against_measures (facts, matches, remarks);
  qtr_check_words_against_measures (measures, facts, matches, sayings, remarks);
  qtr_check_against_updates (facts, matches, inputs, remarks);
}
