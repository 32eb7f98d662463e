/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/plan.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/audit.h"
#include "model/conflict.h"
#include "model/logo.h"
#include "model/measure.h"
#include "model/review.h"
#include "model/ruling.h"
#include "model/sign-rule.h"
#include "model/update.h"

/* Years of British public bodies begin in April, unless the plan says otherwise. */
#define FIRST_MONTH 4

static const QtrField area_fields[] = {
  QTR_FIELD (QtrArea, name, TOKEN),
  QTR_FIELD_LIST_OF (QtrArea, areas, qtr_area_type),
};
static const char *const area_key[] = { "name", NULL };
const QtrRecordType qtr_area_type = QTR_RECORD_TYPE_KEYED ("area", QtrArea, area_fields, area_key);

static const QtrField person_fields[] = {
  QTR_FIELD (QtrPerson, name, TEXT),
  QTR_FIELD (QtrPerson, role, TEXT),
  QTR_FIELD (QtrPerson, key, TEXT),
};
static const char *const person_key[] = { "name", NULL };
const QtrRecordType qtr_person_type = QTR_RECORD_TYPE_KEYED ("person", QtrPerson, person_fields, person_key);

/* From when until when a promise holds, and what took its place, stand beside what is signed: that it holds
 * in a quarter is told by its being there, and what comes after it must not reopen what was signed before. */
static const QtrField commitment_fields[] = {
  QTR_FIELD (QtrCommitment, lead, TOKEN),
  QTR_FIELD (QtrCommitment, text, TEXT),
  QTR_FIELD_BESIDE (QtrCommitment, from, PERIOD),
  QTR_FIELD_BESIDE (QtrCommitment, until, PERIOD),
  QTR_FIELD_REFERENCE_BESIDE (QtrCommitment, successor, TOKEN, qtr_commitment_type),
};
const QtrRecordType qtr_commitment_type = QTR_RECORD_TYPE ("commitment", QtrCommitment, commitment_fields);

static const QtrField priority_fields[] = {
  QTR_FIELD (QtrPriority, number, COUNT),
  QTR_FIELD (QtrPriority, title, TEXT),
  QTR_FIELD_BESIDE (QtrPriority, from, PERIOD),
  QTR_FIELD_BESIDE (QtrPriority, until, PERIOD),
  QTR_FIELD_REFERENCE_BESIDE (QtrPriority, successor, TOKEN, qtr_priority_type),
  QTR_FIELD_LIST_OF (QtrPriority, commitments, qtr_commitment_type),
};
const QtrRecordType qtr_priority_type = QTR_RECORD_TYPE ("priority", QtrPriority, priority_fields);

static const QtrField plan_fields[] = {
  { .name = "format",
    .kind = QTR_FIELD_COUNT,
    .offset = offsetof (QtrPlan, format),
    .fallback = QTR_PLAN_FORMAT,
    .beside = TRUE },
  QTR_FIELD (QtrPlan, title, TEXT),
  QTR_FIELD (QtrPlan, body, TEXT),
  QTR_FIELD (QtrPlan, years, TEXT),
  QTR_FIELD_COUNT_FROM (QtrPlan, first_month, FIRST_MONTH),
  QTR_FIELD (QtrPlan, markings, TOKENS),
  QTR_FIELD_CHECKED (QtrPlan, accent, TOKEN, qtr_accent_check),
  QTR_FIELD_CHOICE_OF (QtrPlan, percent, qtr_percent_forms),
  QTR_FIELD_CHOICE_OF (QtrPlan, small_numbers, qtr_small_numbers),
  QTR_FIELD_LIST_OF (QtrPlan, terms, qtr_term_type),
  QTR_FIELD_LIST_OF (QtrPlan, rules, qtr_rule_setting_type),
  QTR_FIELD_CHECKED (QtrPlan, logo, TEXT, qtr_logo_check),
  QTR_FIELD (QtrPlan, logo_text, TEXT),
  QTR_FIELD_LIST_OF (QtrPlan, areas, qtr_area_type),
  QTR_FIELD_LIST_OF (QtrPlan, people, qtr_person_type),
  QTR_FIELD_LIST_OF (QtrPlan, priorities, qtr_priority_type),
  QTR_FIELD_LIST_OF (QtrPlan, measures, qtr_measure_type),
  QTR_FIELD_LIST_OF (QtrPlan, updates, qtr_update_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, statuses, qtr_status_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, comments, qtr_comment_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, sign_offs, qtr_sign_off_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, conflicts, qtr_conflict_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, dismissals, qtr_dismissal_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, sign_rules, qtr_sign_rule_type),
  QTR_FIELD_LIST_BESIDE (QtrPlan, audit, qtr_audit_type),
};
const QtrRecordType qtr_plan_type = QTR_RECORD_TYPE ("plan", QtrPlan, plan_fields);

QtrPlan *
qtr_plan_new (void)
{
  return qtr_record_new (&qtr_plan_type, "id", NULL, NULL);
}

gboolean
qtr_plan_check_format (const QtrPlan *plan, GError **error)
{
  if (plan->format <= QTR_PLAN_FORMAT)
    return TRUE;

  g_set_error (
      error, QTR_ERROR, QTR_ERROR_VERSION,
      _ ("a newer version of Quarterly made this plan (format %d). It can be read here, but not changed; "
         "use that version to change it"),
      plan->format);
  return FALSE;
}

QtrPeriod
qtr_plan_parse_period (const QtrPlan *plan, const char *text)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  if (text == NULL || !qtr_period_parse (text, plan->first_month, &period, NULL))
    return QTR_PERIOD_UNSET;

  return period;
}

gboolean
qtr_plan_is_valid_in (const QtrPlan *plan, const char *from, const char *until, QtrPeriod quarter)
{
  QtrPeriod first = qtr_plan_parse_period (plan, from);
  QtrPeriod last = qtr_plan_parse_period (plan, until);

  if (qtr_period_is_set (first) && qtr_period_compare (quarter, first) < 0)
    return FALSE;

  return !qtr_period_is_set (last) || qtr_period_compare (quarter, last) <= 0;
}

GPtrArray *
qtr_plan_list_priorities (const QtrPlan *plan, QtrPeriod quarter)
{
  GPtrArray *valid = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    if (qtr_plan_is_valid_in (plan, priority->from, priority->until, quarter))
      g_ptr_array_add (valid, (gpointer) priority);
  }

  return valid;
}

GPtrArray *
qtr_plan_list_commitments (const QtrPlan *plan, const QtrPriority *priority, QtrPeriod quarter)
{
  GPtrArray *valid = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);

    if (qtr_plan_is_valid_in (plan, commitment->from, commitment->until, quarter))
      g_ptr_array_add (valid, (gpointer) commitment);
  }

  return valid;
}

static void
add_area_names (const QtrList *areas, GStrvBuilder *names)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);

    if (area->name != NULL)
      g_strv_builder_add (names, area->name);
    add_area_names (area->areas, names);
  }
}

char **
qtr_plan_list_area_names (const QtrPlan *plan)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  add_area_names (plan->areas, names);
  return g_strv_builder_end (names);
}

GHashTable *
qtr_commitments_rank (const QtrList *priorities)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);
  guint rank = 0;

  for (guint i = 0; i < qtr_list_length (priorities); i++) {
    const QtrPriority *priority = qtr_list_get (priorities, i);

    for (guint j = 0; j < qtr_list_length (priority->commitments); j++) {
      const QtrRecord *commitment = qtr_list_get (priority->commitments, j);

      g_hash_table_insert (ranks, (gpointer) commitment->id, GUINT_TO_POINTER (rank++));
    }
  }

  return ranks;
}

guint
qtr_commitments_get_rank (GHashTable *ranks, const char *id)
{
  gpointer rank = NULL;

  if (id == NULL || !g_hash_table_lookup_extended (ranks, id, NULL, &rank))
    return G_MAXUINT;

  return GPOINTER_TO_UINT (rank);
}
