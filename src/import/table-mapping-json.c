/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-mapping.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/error.h"

/* Reading and writing go over the tables of fields, as for every other record. A mapping is data of its own:
 * its records have no ids, and lists are no deeper than one in another. */

#define DEPTH_MAX 2

static gpointer read_record (const QtrRecordType *type, JsonNode *node, guint depth, GError **error);

/* --- Reading --- */

static gboolean
refuse (const char *name, const char *wanted, GError **error)
{
  /* Translators: the name of a member of a mapping, and what it has to be. */
  g_set_error (error, QTR_ERROR, QTR_ERROR_SHAPE, _ ("“%s” must be %s"), name, wanted);
  return FALSE;
}

static gboolean
read_choice (const QtrField *field, JsonNode *node, QtrValue *value, GError **error)
{
  g_autofree char *words = g_strjoinv (", ", (char **) field->choices);
  const char *word = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;

  for (value->number = 0; word != NULL && field->choices[value->number] != NULL; value->number++) {
    if (g_str_equal (field->choices[value->number], word))
      return TRUE;
  }
  return refuse (field->name, words, error);
}

/* One text stands for a list of one. */
static gboolean
read_texts (const QtrField *field, JsonNode *node, QtrValue *value, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_texts = array == NULL ? 1 : json_array_get_length (array);

  for (guint i = 0; i < n_texts; i++) {
    JsonNode *text = array == NULL ? node : json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_VALUE (text) || json_node_get_value_type (text) != G_TYPE_STRING)
      return refuse (field->name, _ ("a text or a list of texts"), error);
    g_ptr_array_add (texts, (gpointer) json_node_get_string (text));
  }
  value->tokens = qtr_tokens_new ((const char *const *) texts->pdata, texts->len);
  return TRUE;
}

static gboolean
read_list (const QtrField *field, JsonNode *node, guint depth, QtrValue *value, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) && depth < DEPTH_MAX ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return refuse (field->name, _ ("a list"), error);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    gpointer record = read_record (field->element, json_array_get_element (array, i), depth + 1, error);

    if (record == NULL)
      return FALSE;
    g_ptr_array_add (records, record);
  }
  value->list = qtr_list_new_from_array (records);
  return TRUE;
}

static gboolean
read_simple (const QtrField *field, JsonNode *node, QtrValue *value, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (field->kind == QTR_FIELD_FLAG) {
    value->number = type == G_TYPE_BOOLEAN && json_node_get_boolean (node);
    return type == G_TYPE_BOOLEAN || refuse (field->name, _ ("true or false"), error);
  }
  if (field->kind == QTR_FIELD_COUNT) {
    value->number = type == G_TYPE_INT64 ? (int) CLAMP (json_node_get_int (node), -1, G_MAXINT) : 0;
    return type == G_TYPE_INT64 || refuse (field->name, _ ("a whole number"), error);
  }
  value->string = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  return type == G_TYPE_STRING || refuse (field->name, _ ("a text"), error);
}

static gboolean
read_value (const QtrField *field, JsonNode *node, guint depth, QtrValue *value, GError **error)
{
  if (field->kind == QTR_FIELD_CHOICE)
    return read_choice (field, node, value, error);
  if (field->kind == QTR_FIELD_TOKENS)
    return read_texts (field, node, value, error);
  if (field->kind == QTR_FIELD_LIST)
    return read_list (field, node, depth, value, error);
  return read_simple (field, node, value, error);
}

static void
release_value (const QtrField *field, QtrValue value)
{
  if (field->kind == QTR_FIELD_TOKENS)
    qtr_tokens_unref (value.tokens);
  else if (field->kind == QTR_FIELD_LIST)
    qtr_list_unref (value.list);
}

/* The record with what the member says, in the place of the one without. */
static gboolean
take_member (QtrRecord **record, const char *name, JsonNode *node, guint depth, GError **error)
{
  const QtrField *field = qtr_record_type_find_field ((*record)->type, name);
  QtrValue value = { 0 };
  QtrRecord *taken = NULL;

  if (field == NULL) {
    /* Translators: the name of a member of a mapping. */
    g_set_error (error, QTR_ERROR, QTR_ERROR_SHAPE, _ ("a mapping has no “%s”"), name);
    return FALSE;
  }
  if (!read_value (field, node, depth, &value, error))
    return FALSE;
  taken = qtr_record_with_value (*record, field, value);
  release_value (field, value);
  qtr_record_unref (*record);
  *record = taken;
  return TRUE;
}

static gpointer
read_record (const QtrRecordType *type, JsonNode *node, guint depth, GError **error)
{
  g_autoptr (QtrRecord) record = qtr_record_new (type, "id", type->name, NULL);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    refuse (type->name, _ ("an object"), error);
    return NULL;
  }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    if (!take_member (&record, name, member, depth, error))
      return NULL;
  }
  return g_steal_pointer (&record);
}

/* One character, of those that can stand between cells. */
static gboolean
check_marks (const QtrTableMapping *mapping, GError **error)
{
  if (mapping->separator != NULL &&
      (mapping->separator[1] != '\0' || !g_ascii_isprint (*mapping->separator)) &&
      !g_str_equal (mapping->separator, "\t"))
    return refuse ("separator", _ ("one character, such as , or ;"), error);
  if (mapping->separator != NULL && *mapping->separator == '"')
    return refuse ("separator", _ ("one character, such as , or ;"), error);
  if (mapping->decimal != NULL && !g_str_equal (mapping->decimal, ".") &&
      !g_str_equal (mapping->decimal, ","))
    return refuse ("decimal", _ (". or ,"), error);
  if (mapping->ends < 0 || mapping->ends > 12)
    return refuse ("ends", _ ("a month, 1 to 12"), error);
  if (mapping->first_month < 0 || mapping->first_month > 12)
    return refuse ("first_month", _ ("a month, 1 to 12"), error);
  return TRUE;
}

QtrTableMapping *
qtr_table_mapping_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (QtrTableMapping) mapping = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_set_strict (parser, TRUE);
  if (length == 0 || !json_parser_load_from_data (parser, text, (gssize) length, &failure)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_SYNTAX, _ ("The mapping is no JSON: %s"),
                 failure == NULL ? _ ("it is empty") : failure->message);
    return NULL;
  }
  mapping = read_record (&qtr_table_mapping_type, json_parser_get_root (parser), 0, error);
  if (mapping == NULL || !check_marks (mapping, error))
    return NULL;
  return g_steal_pointer (&mapping);
}

/* --- Writing --- */

static void write_record (JsonBuilder *json, gconstpointer data);

static void
write_texts (JsonBuilder *json, const QtrTokens *texts)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < qtr_tokens_length (texts); i++)
    json_builder_add_string_value (json, texts->at[i]);
  json_builder_end_array (json);
}

static void
write_list (JsonBuilder *json, const QtrList *list)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < qtr_list_length (list); i++)
    write_record (json, qtr_list_get (list, i));
  json_builder_end_array (json);
}

static void
write_value (JsonBuilder *json, const QtrField *field, QtrValue value)
{
  if (field->kind == QTR_FIELD_CHOICE)
    json_builder_add_string_value (json, field->choices[value.number]);
  else if (field->kind == QTR_FIELD_COUNT)
    json_builder_add_int_value (json, value.number);
  else if (field->kind == QTR_FIELD_FLAG)
    json_builder_add_boolean_value (json, value.number);
  else if (field->kind == QTR_FIELD_TOKENS)
    write_texts (json, value.tokens);
  else if (field->kind == QTR_FIELD_LIST)
    write_list (json, value.list);
  else
    json_builder_add_string_value (json, value.string);
}

static void
write_record (JsonBuilder *json, gconstpointer data)
{
  const QtrRecord *record = data;

  json_builder_begin_object (json);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (qtr_field_equal (field, value, qtr_field_fallback (field)))
      continue;
    json_builder_set_member_name (json, field->name);
    write_value (json, field, value);
  }
  json_builder_end_object (json);
}

GBytes *
qtr_table_mapping_write (const QtrTableMapping *mapping)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *text = g_string_new (NULL);

  write_record (json, mapping);
  root = json_builder_get_root (json);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}
