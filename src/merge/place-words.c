/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/place-words.h"

#include <glib/gi18n-lib.h>

#include "model/audit.h"
#include "model/conflict.h"
#include "model/measure.h"
#include "model/review.h"
#include "model/ruling.h"
#include "model/sign-rule.h"
#include "model/update.h"

/* How much of a commitment is quoted to say which one it is. */
#define QUOTE_LENGTH 40

const char *
qtr_record_type_to_noun (const QtrRecordType *type)
{
  static const struct {
    const QtrRecordType *type;
    const char *noun;
  } nouns[] = {
    /* Translators: these are the kinds of things that a plan is made of, as in “bullet added”. */
    { &qtr_plan_type, N_ ("plan") },
    { &qtr_term_type, N_ ("term") },
    { &qtr_area_type, N_ ("area") },
    { &qtr_person_type, N_ ("person") },
    { &qtr_priority_type, N_ ("priority") },
    { &qtr_commitment_type, N_ ("commitment") },
    { &qtr_measure_type, N_ ("measure") },
    { &qtr_target_type, N_ ("target") },
    { &qtr_observation_type, N_ ("figure") },
    { &qtr_vintage_type, N_ ("value") },
    { &qtr_annotation_type, N_ ("note") },
    { &qtr_update_type, N_ ("update") },
    { &qtr_section_type, N_ ("section") },
    { &qtr_bullet_type, N_ ("bullet") },
    { &qtr_headline_type, N_ ("headline") },
    { &qtr_status_type, N_ ("status") },
    { &qtr_comment_type, N_ ("comment") },
    { &qtr_sign_off_type, N_ ("sign-off") },
    { &qtr_conflict_type, N_ ("conflict") },
    { &qtr_rule_setting_type, N_ ("rule") },
    { &qtr_dismissal_type, N_ ("dismissal") },
    { &qtr_rebase_type, N_ ("fresh start of the limits") },
    { &qtr_sign_rule_type, N_ ("sign-off rule") },
    { &qtr_audit_type, N_ ("entry of the log") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (nouns[i].type == type)
      return _ (nouns[i].noun);

  return type->name;
}

static char *
label_period (const QtrPlan *plan, const char *text)
{
  QtrPeriod period = qtr_plan_parse_period (plan, text);

  return qtr_period_is_set (period) ? qtr_period_to_label (period) : g_strdup (text);
}

/* With the area, if it is of one. */
static char *
label_observation (const QtrPlan *plan, const QtrObservation *observation)
{
  g_autofree char *period = label_period (plan, observation->period);

  if (observation->area == NULL)
    return g_steal_pointer (&period);
  return g_strdup_printf ("%s %s", observation->area, period == NULL ? "" : period);
}

static char *
label_vintage (const QtrVintage *vintage)
{
  return qtr_decimal_is_set (vintage->value) ? qtr_decimal_to_string (vintage->value) : NULL;
}

/* The first that it has of its words, periods and short words. */
static char *
find_words (const QtrPlan *plan, const QtrRecord *record)
{
  static const QtrFieldKind kinds[] = { QTR_FIELD_TEXT, QTR_FIELD_PERIOD, QTR_FIELD_TOKEN };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    for (guint j = 0; j < record->type->n_fields; j++) {
      const QtrField *field = &record->type->fields[j];
      const char *text = field->kind == kinds[i] ? qtr_record_get (record, field).string : NULL;

      if (text != NULL)
        return field->kind == QTR_FIELD_PERIOD ? label_period (plan, text) : g_strdup (text);
    }
  }

  return NULL;
}

static char *label_commitment (const QtrPlan *plan, const char *id);

char *
qtr_record_to_words (const QtrPlan *plan, const QtrRecord *record)
{
  char *words = NULL;

  if (record->type == &qtr_update_type)
    words = label_period (plan, ((const QtrUpdate *) record)->quarter);
  else if (record->type == &qtr_observation_type)
    words = label_observation (plan, (const QtrObservation *) record);
  else if (record->type == &qtr_vintage_type)
    words = label_vintage ((const QtrVintage *) record);
  else if (record->type == &qtr_section_type)
    words = label_commitment (plan, ((const QtrSection *) record)->commitment);
  else
    words = find_words (plan, record);
  return words != NULL ? words : g_strdup (record->id);
}

static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL)
    return NULL;
  if (g_utf8_strlen (text, -1) <= QUOTE_LENGTH)
    return g_strdup_printf ("“%s”", text);

  start = g_utf8_substring (text, 0, QUOTE_LENGTH);
  return g_strdup_printf ("“%s…”", g_strchomp (start));
}

static char *
label_priority (const QtrPriority *priority)
{
  return g_strdup_printf (_ ("Priority %d"), priority->number);
}

static char *
label_commitment (const QtrPlan *plan, const char *id)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    const QtrCommitment *commitment = qtr_list_find (priority->commitments, id, NULL);
    g_autofree char *number = NULL;
    g_autofree char *text = NULL;

    if (commitment == NULL)
      continue;
    number = label_priority (priority);
    text = quote (commitment->text);
    return text == NULL ? g_steal_pointer (&number) : g_strdup_printf ("%s, %s", number, text);
  }

  return NULL;
}

/* What a record adds to the place of those below it. A bullet adds nothing: it is a part of its section. */
static char *
label_above (const QtrPlan *plan, const QtrRecord *record)
{
  if (record->type == &qtr_plan_type || record->type == &qtr_bullet_type)
    return NULL;
  if (record->type == &qtr_priority_type)
    return label_priority ((const QtrPriority *) record);

  return record->type == &qtr_commitment_type ? quote (((const QtrCommitment *) record)->text)
                                              : qtr_record_to_words (plan, record);
}

char *
qtr_place_to_words (const QtrPlan *plan, const QtrRecord *const *above, guint n_above)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_above; i++) {
    g_autofree char *label = label_above (plan, above[i]);

    if (label != NULL)
      g_string_append_printf (words, "%s%s", words->len == 0 ? "" : ", ", label);
  }

  return words->len == 0 ? NULL : g_string_free_and_steal (g_steal_pointer (&words));
}
