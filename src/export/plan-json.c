/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/plan-json.h"

#include "export/json-member.h"
#include "model/logo.h"
#include "model/measure.h"
#include "model/review.h"
#include "model/update.h"
#include "series/resolve.h"

static void
begin (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

static void
add_decimal (JsonBuilder *json, const char *name, QtrDecimal number)
{
  g_autofree char *text = qtr_decimal_is_set (number) ? qtr_decimal_to_string (number) : NULL;

  qtr_json_add_string (json, name, text);
}

static void
add_bullets (JsonBuilder *json, const QtrList *bullets)
{
  begin (json, "bullets");
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    json_builder_begin_object (json);
    qtr_json_add_string (json, "id", bullet->record.id);
    qtr_json_add_string (json, "area", bullet->area);
    qtr_json_add_string (json, "marking", bullet->marking);
    qtr_json_add_string (json, "text", bullet->text == NULL ? "" : bullet->text);
    add_bullets (json, bullet->bullets);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static const char *
get_nil_reason (const QtrSection *section)
{
  if (section == NULL || !section->nil_return)
    return NULL;

  return section->nil_reason == NULL ? "" : section->nil_reason;
}

static void
add_commitment (JsonBuilder *json, const QtrCommitment *commitment, const QtrSection *section)
{
  json_builder_begin_object (json);
  qtr_json_add_string (json, "id", commitment->record.id);
  qtr_json_add_string (json, "lead", commitment->lead);
  qtr_json_add_string (json, "text", commitment->text);
  qtr_json_add_string (json, "from", commitment->from);
  qtr_json_add_string (json, "until", commitment->until);
  qtr_json_add_string (json, "successor", commitment->successor);
  qtr_json_add_string (json, "nil_return", get_nil_reason (section));
  add_bullets (json, section == NULL ? NULL : section->bullets);
  json_builder_end_object (json);
}

static void
add_priority (JsonBuilder *json, const QtrPlan *plan, const QtrUpdate *update, const QtrPriority *priority,
              QtrPeriod quarter)
{
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (plan, priority, quarter);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "number");
  json_builder_add_int_value (json, priority->number);
  qtr_json_add_string (json, "title", priority->title);
  begin (json, "commitments");
  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = commitments->pdata[i];

    add_commitment (json, commitment, qtr_update_find_section (update, commitment->record.id));
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_front (JsonBuilder *json, const QtrUpdate *update)
{
  json_builder_set_member_name (json, "front");
  json_builder_begin_object (json);
  qtr_json_add_string (json, "marking", update->marking);
  qtr_json_add_string (json, "title", update->title);
  qtr_json_add_string (json, "plan_period", update->plan_period);
  qtr_json_add_string (json, "data_to", update->data_to);
  qtr_json_add_string (json, "version", update->version);
  qtr_json_add_string (json, "produced", update->produced);
  qtr_json_add_string (json, "produced_by", update->produced_by);
  json_builder_end_object (json);
}

static void
add_update (JsonBuilder *json, QtrResolver *resolver, const QtrPlan *plan, const QtrUpdate *source)
{
  g_autoptr (QtrUpdate) update = qtr_resolver_resolve (resolver, plan, source);
  QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);

  json_builder_begin_object (json);
  qtr_json_add_string (json, "quarter", update->quarter);
  qtr_json_add_string (json, "status", qtr_state_get_word (qtr_plan_get_state (plan, update->record.id)));
  add_front (json, update);
  begin (json, "priorities");
  for (guint i = 0; i < priorities->len; i++)
    add_priority (json, plan, update, priorities->pdata[i], quarter);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_vintage (JsonBuilder *json, const QtrPlan *plan, const QtrVintage *vintage)
{
  const QtrUpdate *update = qtr_list_find (plan->updates, vintage->update, NULL);

  json_builder_begin_object (json);
  add_decimal (json, "value", vintage->value);
  json_builder_set_member_name (json, "provisional");
  json_builder_add_boolean_value (json, vintage->provisional);
  qtr_json_add_string (json, "quarter", update == NULL ? NULL : update->quarter);
  qtr_json_add_string (json, "version", vintage->version);
  qtr_json_add_string (json, "origin", vintage->origin);
  qtr_json_add_string (json, "reason", vintage->reason);
  qtr_json_add_string (json, "nature", vintage->nature);
  qtr_json_add_string (json, "effect", vintage->effect);
  json_builder_end_object (json);
}

static void
add_observation (JsonBuilder *json, const QtrPlan *plan, const QtrObservation *observation)
{
  const QtrVintage *latest = qtr_observation_get_latest (observation);

  json_builder_begin_object (json);
  qtr_json_add_string (json, "period", observation->period);
  qtr_json_add_string (json, "area", observation->area);
  add_decimal (json, "value", latest == NULL ? QTR_DECIMAL_NONE : latest->value);
  json_builder_set_member_name (json, "provisional");
  json_builder_add_boolean_value (json, latest != NULL && latest->provisional);
  begin (json, "vintages");
  for (guint i = 0; i < qtr_list_length (observation->vintages); i++)
    add_vintage (json, plan, qtr_list_get (observation->vintages, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_measure (JsonBuilder *json, const QtrPlan *plan, const QtrMeasure *measure)
{
  json_builder_begin_object (json);
  qtr_json_add_string (json, "id", measure->record.id);
  qtr_json_add_string (json, "name", measure->name);
  qtr_json_add_string (json, "unit", measure->unit);
  qtr_json_add_string (json, "kind", qtr_measure_kind_get_word (measure->kind));
  begin (json, "observations");
  for (guint i = 0; i < qtr_list_length (measure->observations); i++)
    add_observation (json, plan, qtr_list_get (measure->observations, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_logo (JsonBuilder *json, const QtrPlan *plan)
{
  const char *media_type = NULL;
  g_autoptr (GBytes) bytes = plan->logo == NULL ? NULL : qtr_logo_get_bytes (plan->logo, &media_type);

  json_builder_set_member_name (json, "logo");
  if (bytes == NULL) {
    json_builder_add_null_value (json);
    return;
  }
  json_builder_begin_object (json);
  qtr_json_add_string (json, "media_type", media_type);
  json_builder_set_member_name (json, "size");
  json_builder_add_int_value (json, (gint64) g_bytes_get_size (bytes));
  qtr_json_add_string (json, "text", plan->logo_text);
  json_builder_end_object (json);
}

static void
add_style (JsonBuilder *json, const QtrPlan *plan)
{
  json_builder_set_member_name (json, "house_style");
  json_builder_begin_object (json);
  qtr_json_add_string (json, "accent", plan->accent);
  qtr_json_add_string (json, "percent", qtr_percent_forms[plan->percent]);
  qtr_json_add_string (json, "small_numbers", qtr_small_numbers[plan->small_numbers]);
  begin (json, "terms");
  for (guint i = 0; i < qtr_list_length (plan->terms); i++) {
    const QtrTerm *term = qtr_list_get (plan->terms, i);

    json_builder_begin_object (json);
    qtr_json_add_string (json, "id", term->record.id);
    qtr_json_add_string (json, "avoid", term->avoid);
    qtr_json_add_string (json, "use", term->use);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  add_logo (json, plan);
  json_builder_end_object (json);
}

JsonNode *
qtr_plan_to_json (const QtrPlan *plan, QtrPeriod quarter)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (QtrResolver) resolver = qtr_resolver_new ();

  json_builder_begin_object (json);
  qtr_json_add_string (json, "title", plan->title);
  add_style (json, plan);
  begin (json, "quarters");
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    if (!qtr_period_is_set (quarter) ||
        qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) == 0)
      add_update (json, resolver, plan, update);
  }
  json_builder_end_array (json);
  begin (json, "measures");
  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    add_measure (json, plan, qtr_list_get (plan->measures, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
