/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/edit.h"
#include "model/path.h"
#include "model/sign-off.h"

/*
 * A plan in which two priorities have one of everything that is signed. Ids of the first end with 1, of the
 * second with 2; what is outside ends with 0: a colleague, an area, an update for another quarter.
 */

static inline QtrList *
list_of (gpointer record)
{
  const QtrList *list = qtr_list_append (NULL, record);

  qtr_record_unref (record);
  return (QtrList *) list;
}

static inline QtrList *
pair_of (gpointer one, gpointer other)
{
  g_autoptr (QtrList) first = list_of (one);
  QtrList *list = qtr_list_append (first, other);

  qtr_record_unref (other);
  return list;
}

static inline QtrPriority *
make_priority (int number)
{
  g_autofree char *id = g_strdup_printf ("p%d", number);
  g_autofree char *commitment = g_strdup_printf ("c%d", number);
  g_autoptr (QtrList) commitments = list_of (
      qtr_record_new (&qtr_commitment_type, "id", commitment, "lead", "We will:", "text", "Answer.", NULL));

  return qtr_record_new (&qtr_priority_type, "id", id, "number", number, "title", "Calls", "commitments",
                         commitments, NULL);
}

static inline QtrSection *
make_section (int number, const char *text)
{
  g_autofree char *id = g_strdup_printf ("s%d", number);
  g_autofree char *commitment = g_strdup_printf ("c%d", number);
  g_autofree char *bullet = g_strdup_printf ("b%d", number);
  g_autofree char *child = g_strdup_printf ("bb%d", number);
  g_autofree char *second = g_strdup_printf ("bbb%d", number);
  g_autoptr (QtrList) children =
      pair_of (qtr_record_new (&qtr_bullet_type, "id", child, "text", "In it.", NULL),
               qtr_record_new (&qtr_bullet_type, "id", second, "text", "And it.", NULL));
  g_autoptr (QtrList) bullets =
      list_of (qtr_record_new (&qtr_bullet_type, "id", bullet, "text", text, "bullets", children, NULL));

  return qtr_record_new (&qtr_section_type, "id", id, "commitment", commitment, "bullets", bullets, NULL);
}

static inline QtrUpdate *
make_update (const char *id, const char *quarter)
{
  g_autoptr (QtrList) sections =
      pair_of (make_section (1, "Calls rose."), make_section (2, "There were {{m2 value}} of them."));
  g_autoptr (QtrList) headlines =
      pair_of (qtr_record_new (&qtr_headline_type, "id", "h1", "priority", "p1", "text", "More", NULL),
               qtr_record_new (&qtr_headline_type, "id", "h2", "priority", "p2", "text", "Less", NULL));

  return qtr_record_new (&qtr_update_type, "id", id, "quarter", quarter, "version", "1.0", "sections",
                         sections, "headlines", headlines, NULL);
}

static inline QtrObservation *
make_observation (const char *id, const char *period, int value)
{
  g_autofree char *vintage = g_strdup_printf ("v%s", id);
  g_autoptr (QtrList) vintages =
      list_of (qtr_record_new (&qtr_vintage_type, "id", vintage, "value", ((QtrDecimal) { value, 0 }), NULL));

  return qtr_record_new (&qtr_observation_type, "id", id, "period", period, "vintages", vintages, NULL);
}

/* Shown by the first priority, or only linked by a bullet of the second. */
static inline QtrMeasure *
make_measure (int number)
{
  static const char *const first[] = { "p1" };
  g_autofree char *id = g_strdup_printf ("m%d", number);
  g_autofree char *target = g_strdup_printf ("t%d", number);
  g_autofree char *note = g_strdup_printf ("a%d", number);
  g_autofree char *rebase = g_strdup_printf ("r%d", number);
  g_autofree char *last = g_strdup_printf ("o%d", number);
  g_autofree char *later = g_strdup_printf ("later%d0", number);
  g_autoptr (QtrTokens) priorities = qtr_tokens_new (first, number == 1 ? 1 : 0);
  g_autoptr (QtrList) targets =
      list_of (qtr_record_new (&qtr_target_type, "id", target, "value", ((QtrDecimal) { 9, 0 }), NULL));
  g_autoptr (QtrList) notes = list_of (
      qtr_record_new (&qtr_annotation_type, "id", note, "period", "2019-20-Q2", "text", "Snow", NULL));
  g_autoptr (QtrList) rebases = list_of (
      qtr_record_new (&qtr_rebase_type, "id", rebase, "period", "2019-20-Q1", "reason", "New", NULL));
  g_autoptr (QtrList) observations =
      pair_of (make_observation (last, "2019-20-Q3", 100), make_observation (later, "2020-21-Q1", 50));

  return qtr_record_new (&qtr_measure_type, "id", id, "name", id, "priorities", priorities, "targets",
                         targets, "annotations", notes, "rebases", rebases, "observations", observations,
                         NULL);
}

static inline QtrPlan *
make_plan (void)
{
  g_autoptr (QtrList) priorities = pair_of (make_priority (1), make_priority (2));
  g_autoptr (QtrList) measures = pair_of (make_measure (1), make_measure (2));
  g_autoptr (QtrList) updates = list_of (make_update ("u", "2019-20-Q3"));
  g_autoptr (QtrList) people = list_of (qtr_record_new (&qtr_person_type, "id", "person0", "name",
                                                        "Anna Alder", "role", "Chief", "key", "F00D", NULL));
  g_autoptr (QtrList) areas = list_of (qtr_record_new (&qtr_area_type, "id", "area0", "name", "North", NULL));

  return qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Plan", "priorities", priorities, "measures",
                         measures, "updates", updates, "people", people, "areas", areas, NULL);
}

/* Signs a priority, or with %NULL all of the update. */
static inline QtrPlan *
sign (const QtrPlan *plan, const char *priority, const char *name, const char *made)
{
  const QtrSigning signing = { .name = name, .made = made };
  g_autoptr (QtrSignOff) sign_off =
      qtr_sign_off_new (plan, qtr_list_get (plan->updates, 0), priority, &signing);

  return qtr_edit_sign (plan, sign_off);
}
