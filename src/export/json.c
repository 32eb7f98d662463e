/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/exporter.h"
#include "export/json-member.h"
#include "export/plan-json.h"

static void
add_node (JsonBuilder *json, const QtrNode *node)
{
  g_autofree char *line =
      node->label != NULL ? g_strdup_printf ("%s: %s", node->label, node->text) : g_strdup (node->text);

  json_builder_add_string_value (json, line);
}

/* What still stands open, heading first. */
static void
add_open (JsonBuilder *json, const GPtrArray *nodes)
{
  json_builder_set_member_name (json, "open");
  json_builder_begin_array (json);
  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];

    if (node->kind != QTR_NODE_OPEN)
      continue;
    add_node (json, node);
    for (guint j = 0; j < node->children->len; j++)
      add_node (json, node->children->pdata[j]);
  }
  json_builder_end_array (json);
}

/* What kind of copy it is, beside what it says. */
static JsonNode *
describe_copy (const QtrPublication *publication)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  qtr_json_add_string (json, "marking", publication->marking);
  qtr_json_add_string (json, "draft", publication->draft);
  json_builder_set_member_name (json, "left_out");
  json_builder_add_int_value (json, publication->n_left_out);
  add_open (json, publication->nodes);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}

static GBytes *
json_write (const QtrPublication *publication, GError **error)
{
  g_autoptr (JsonNode) root = qtr_plan_to_json (publication->plan, publication->period);
  g_autofree char *text = NULL;
  GString *out;

  json_object_set_member (json_node_get_object (root), "copy", describe_copy (publication));
  text = json_to_string (root, TRUE);
  out = g_string_new_take (g_steal_pointer (&text));
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

const QtrExporter qtr_json_exporter = { "json", N_ ("Data as JSON"), json_write };
