/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "check/checker.h"
#include "model/edit.h"

/*
 * A small plan in which nothing is missing for Q3 2019/20: priority 1 with the commitments c11 and c12,
 * priority 2 with c21; bullets named after their commitments, b11a with a child; a quarterly measure m1 under
 * priority 1, a rate m2 of m3 and m4 under priority 2, and a measure m5 of no priority.
 */

static inline QtrPeriod
get_quarter (void)
{
  return qtr_period_from_date (QTR_PERIOD_QUARTER, 2019, 10, 4);
}

/* Takes its records: makes a list of them. */
static inline QtrList *
take_list (gpointer first, ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  va_list rest;

  va_start (rest, first);
  for (gpointer record = first; record != NULL; record = va_arg (rest, gpointer))
    g_ptr_array_add (records, record);
  va_end (rest);
  return qtr_list_new_from_array (records);
}

static inline QtrBullet *
make_bullet (const char *id, const char *text, QtrList *children)
{
  g_autoptr (QtrList) bullets = children;

  return qtr_record_new (&qtr_bullet_type, "id", id, "text", text, "bullets", bullets, NULL);
}

static inline QtrSection *
make_section (const char *commitment, QtrList *content)
{
  g_autoptr (QtrList) bullets = content;
  g_autofree char *id = g_strconcat ("s-", commitment, NULL);

  return qtr_record_new (&qtr_section_type, "id", id, "commitment", commitment, "bullets", bullets, NULL);
}

static inline QtrPriority *
make_priority (const char *id, int number, const char *title, QtrList *content)
{
  g_autoptr (QtrList) commitments = content;

  return qtr_record_new (&qtr_priority_type, "id", id, "number", number, "title", title, "commitments",
                         commitments, NULL);
}

static inline QtrCommitment *
make_commitment (const char *id, const char *text)
{
  return qtr_record_new (&qtr_commitment_type, "id", id, "lead", "We will:", "text", text, NULL);
}

static inline QtrList *
make_observations (int first_year, int last_year)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (int year = first_year; year <= last_year; year++) {
    g_autofree char *period = g_strdup_printf ("%d-%02d-Q3", year, (year + 1) % 100);
    g_autoptr (QtrList) vintages =
        take_list (qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { year, 0 }), NULL), NULL);

    g_ptr_array_add (all,
                     qtr_record_new (&qtr_observation_type, "period", period, "vintages", vintages, NULL));
  }
  return qtr_list_new_from_array (all);
}

static inline QtrMeasure *
make_measure (const char *id, const char *priority, const char *top, const char *bottom, QtrList *content)
{
  g_autoptr (QtrList) observations = content;
  g_autoptr (QtrTokens) priorities = qtr_tokens_new (&priority, priority == NULL ? 0 : 1);

  return qtr_record_new (&qtr_measure_type, "id", id, "name", id, "priorities", priorities, "numerator", top,
                         "denominator", bottom, "observations", observations, NULL);
}

static inline QtrPlan *
make_plan (void)
{
  g_autoptr (QtrList) priorities = take_list (
      make_priority (
          "p1", 1, "Safer streets",
          take_list (make_commitment ("c11", "Patrol at night."), make_commitment ("c12", "Answer."), NULL)),
      make_priority ("p2", 2, "Calmer roads", take_list (make_commitment ("c21", "Slow cars down."), NULL)),
      NULL);
  g_autoptr (QtrList) sections = take_list (
      make_section ("c11", take_list (make_bullet ("b11a", "One.",
                                                   take_list (make_bullet ("b11aa", "In it.", NULL), NULL)),
                                      make_bullet ("b11b", "Two.", NULL), NULL)),
      make_section ("c12", take_list (make_bullet ("b12a", "Three.", NULL), NULL)),
      make_section ("c21", take_list (make_bullet ("b21a", "Four.", NULL), NULL)), NULL);
  g_autoptr (QtrList) updates = take_list (
      qtr_record_new (&qtr_update_type, "id", "u", "quarter", "2019-20-Q3", "marking", "OFFICIAL", "title",
                      "Report", "plan_period", "2016-2020", "data_to", "2019-12", "version", "1.0",
                      "produced", "2020-01", "produced_by", "Unit", "sections", sections, NULL),
      NULL);
  g_autoptr (QtrList) measures =
      take_list (make_measure ("m1", "p1", NULL, NULL, make_observations (2018, 2019)),
                 make_measure ("m2", "p2", "m3", "m4", NULL),
                 make_measure ("m3", "p2", NULL, NULL, make_observations (2018, 2019)),
                 make_measure ("m4", "p2", NULL, NULL, make_observations (2018, 2019)),
                 make_measure ("m5", NULL, NULL, NULL, make_observations (2018, 2019)), NULL);

  return qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Plan", "priorities", priorities, "measures",
                         measures, "updates", updates, NULL);
}

/* Every finding as "rule@place", the innermost part of its place, or the field. */
static inline char *
describe_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = findings->pdata[i];
    const QtrPlace *place = &finding->place;
    const char *at = place->measure      ? place->measure
                     : place->bullet     ? place->bullet
                     : place->commitment ? place->commitment
                     : place->priority   ? place->priority
                                         : finding->field;

    g_string_append_printf (text, "%s%s@%s", i == 0 ? "" : " ", finding->rule, at);
  }
  return g_string_free (text, FALSE);
}
