/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/finding-json.h"

#include "check/finding.h"

static void
add_string (JsonBuilder *json, const char *name, const char *string)
{
  if (string == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, string);
}

static void
add_number (JsonBuilder *json, const char *name, gint64 number)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, number);
}

/* A place has the members that it is made of, and no others. */
static void
add_place (JsonBuilder *json, const QtrPlace *place, const char *field, int start, int end)
{
  g_autofree char *quarter =
      qtr_period_is_set (place->quarter) ? qtr_period_to_string (place->quarter) : NULL;

  add_string (json, "quarter", quarter);
  if (place->priority_number > 0)
    add_number (json, "priority", place->priority_number);
  add_string (json, "commitment", place->commitment);
  add_string (json, "bullet", place->bullet);
  add_string (json, "measure", place->measure);
  add_string (json, "field", field);
  if (place->line > 0)
    add_number (json, "line", place->line);
  if (start >= 0) {
    add_number (json, "start", start);
    add_number (json, "end", end);
  }
}

static void
add_fix (JsonBuilder *json, const QtrFix *fix)
{
  if (fix == NULL)
    return;

  json_builder_set_member_name (json, "fix");
  json_builder_begin_object (json);
  add_number (json, "start", fix->start);
  add_number (json, "end", fix->end);
  add_string (json, "replacement", fix->replacement);
  json_builder_end_object (json);
}

static void
add_finding (JsonBuilder *json, const QtrFinding *finding)
{
  json_builder_begin_object (json);
  add_string (json, "rule", finding->rule);
  add_string (json, "severity", qtr_severity_get_word (finding->severity));
  add_place (json, &finding->place, finding->field, finding->start, finding->end);
  add_string (json, "text", finding->text);
  add_string (json, "message", finding->message);
  add_fix (json, finding->fix);
  add_string (json, "dismissed", finding->dismissed);
  json_builder_end_object (json);
}

static void
add_counts (JsonBuilder *json, GPtrArray *findings)
{
  json_builder_set_member_name (json, "counts");
  json_builder_begin_object (json);
  add_number (json, "errors", qtr_findings_count (findings, QTR_SEVERITY_ERROR));
  add_number (json, "warnings", qtr_findings_count (findings, QTR_SEVERITY_WARNING));
  add_number (json, "notices", qtr_findings_count (findings, QTR_SEVERITY_NOTICE));
  json_builder_end_object (json);
}

static void
add_values (JsonBuilder *json, GPtrArray *values)
{
  json_builder_set_member_name (json, "values");
  json_builder_begin_array (json);
  for (guint i = 0; i < values->len; i++)
    json_builder_add_string_value (json, values->pdata[i]);
  json_builder_end_array (json);
}

JsonNode *
qtr_claim_to_json (const QtrPlace *place, const QtrClaim *claim)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_place (json, place, NULL, claim->start, claim->end);
  add_string (json, "text", claim->sentence);
  add_string (json, "relation", qtr_claim_relation_get_word (claim->relation));
  add_values (json, claim->values);
  add_string (json, "verdict", qtr_claim_verdict_get_word (claim->verdict));
  json_builder_set_member_name (json, "computed");
  if (claim->computed == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, claim->computed);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}

JsonNode *
qtr_findings_to_json (const char *name, GPtrArray *findings, JsonArray *claims)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *display = g_filename_display_name (name);

  json_builder_begin_object (json);
  add_string (json, "file", display);
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    add_finding (json, findings->pdata[i]);
  json_builder_end_array (json);
  if (claims != NULL) {
    json_builder_set_member_name (json, "claims");
    json_builder_add_value (json, json_node_init_array (json_node_alloc (), claims));
  }
  add_counts (json, findings);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
