/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"

#include <json-glib/json-glib.h>

static JsonNode *build_record (const QtrRecord *record);

static JsonNode *
build_string (const char *string)
{
  return json_node_init_string (json_node_alloc (), string);
}

static JsonNode *
build_tokens (const QtrTokens *tokens)
{
  JsonNode *node = json_node_init (json_node_alloc (), JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (qtr_tokens_length (tokens));

  for (guint i = 0; i < qtr_tokens_length (tokens); i++)
    json_array_add_string_element (array, tokens->at[i]);
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
build_list (const QtrList *list)
{
  JsonNode *node = json_node_init (json_node_alloc (), JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (qtr_list_length (list));

  for (guint i = 0; i < qtr_list_length (list); i++)
    json_array_add_element (array, build_record (qtr_list_get (list, i)));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
build_decimal (QtrDecimal decimal)
{
  g_autofree char *text = qtr_decimal_to_string (decimal);

  return build_string (text);
}

static JsonNode *
build_value (const QtrField *field, QtrValue value)
{
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    return build_string (value.string);
  case QTR_FIELD_CHOICE:
    return build_string (field->choices[value.number]);
  case QTR_FIELD_COUNT:
    return json_node_init_int (json_node_alloc (), value.number);
  case QTR_FIELD_FLAG:
    return json_node_init_boolean (json_node_alloc (), value.number);
  case QTR_FIELD_DECIMAL:
    return build_decimal (value.decimal);
  case QTR_FIELD_TOKENS:
    return build_tokens (value.tokens);
  case QTR_FIELD_LIST:
    return build_list (value.list);
  default:
    g_assert_not_reached ();
  }
}

static void
add_unknown (JsonObject *object, const char *extra)
{
  g_autoptr (JsonNode) unknown = json_from_string (extra, NULL);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (unknown == NULL || !JSON_NODE_HOLDS_OBJECT (unknown))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (unknown));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (object, name, json_node_copy (node));
}

static void
add_members (JsonObject *object, const QtrRecord *record)
{
  json_object_set_string_member (object, "id", record->id);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (!qtr_field_equal (field, value, qtr_field_fallback (field)))
      json_object_set_member (object, field->name, build_value (field, value));
  }
  if (record->extra != NULL)
    add_unknown (object, record->extra);
}

static JsonNode *
build_record (const QtrRecord *record)
{
  JsonNode *node = json_node_init (json_node_alloc (), JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  add_members (object, record);
  json_node_take_object (node, object);
  return node;
}

GBytes *
qtr_format_write (const QtrPlan *plan)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  JsonObject *object = json_object_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_object_set_int_member (object, "format", plan->format);
  add_members (object, &plan->record);
  json_node_take_object (root, object);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
