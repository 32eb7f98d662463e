/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "base/id.h"
#include "base/period.h"
#include "format/limit.h"
#include "format/scan.h"

#define ID_TEXTS_SIZE 4096

/* What is read with, and what a refusal is made of. The path is put together from its end, as the calls
 * return. */
typedef struct {
  GHashTable *ids;
  GStringChunk *id_texts;
  JsonParser *parser;
  GArray *parts;
  int first_month;
  int version;
  GString *path;
  QtrError code;
  char *message;
} Reader;

static gboolean
refuse (Reader *self, QtrError code, char *message)
{
  self->code = code;
  self->message = message;
  return FALSE;
}

static void
prepend_member (Reader *self, const char *name)
{
  g_string_prepend (self->path, name);
  g_string_prepend_c (self->path, '.');
}

static void
prepend_index (Reader *self, guint index)
{
  g_autofree char *text = g_strdup_printf ("[%u]", index);

  g_string_prepend (self->path, text);
}

static const char *
describe (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _ ("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _ ("an array");
  if (JSON_NODE_HOLDS_NULL (node))
    return _ ("null");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _ ("a text");

  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? _ ("true or false") : _ ("a number");
}

static gboolean
refuse_type (Reader *self, const char *expected, JsonNode *node)
{
  /* Translators: for instance: expected a text, found a number */
  return refuse (self, QTR_ERROR_SHAPE,
                 g_strdup_printf (_ ("expected %s, found %s"), expected, describe (node)));
}

static gboolean
read_string (Reader *self, JsonNode *node, const char **string)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse_type (self, _ ("a text"), node);
  *string = json_node_get_string (node);
  return TRUE;
}

/* A text or token, which may have to be more than that. */
static gboolean
read_checked (Reader *self, JsonNode *node, const QtrField *field, const char **string)
{
  g_autoptr (GError) error = NULL;

  if (!read_string (self, node, string))
    return FALSE;
  if (field->check == NULL || **string == '\0' || field->check (*string, &error))
    return TRUE;

  return refuse (self, error->code, g_strdup (error->message));
}

static gboolean
read_period (Reader *self, JsonNode *node, const char **string)
{
  QtrPeriod period;
  g_autoptr (GError) error = NULL;

  if (!read_string (self, node, string))
    return FALSE;
  if (**string != '\0' && !qtr_period_parse (*string, self->first_month, &period, &error))
    return refuse (self, QTR_ERROR_SHAPE, g_strdup (error->message));
  return TRUE;
}

static gboolean
refuse_choice (Reader *self, const QtrField *field, const char *word)
{
  g_autofree char *words = g_strjoinv (", ", (char **) field->choices);

  return refuse (self, QTR_ERROR_SHAPE, g_strdup_printf (_ ("“%s” is none of: %s"), word, words));
}

static gboolean
read_choice (Reader *self, JsonNode *node, const QtrField *field, int *choice)
{
  const char *word = NULL;

  if (!read_string (self, node, &word))
    return FALSE;
  for (*choice = 0; field->choices[*choice] != NULL; (*choice)++)
    if (g_str_equal (field->choices[*choice], word))
      return TRUE;

  return refuse_choice (self, field, word);
}

static gboolean
read_count (Reader *self, JsonNode *node, int *count)
{
  gint64 number = 0;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse_type (self, _ ("a whole number"), node);
  number = json_node_get_int (node);
  if (number < 0 || number > G_MAXINT)
    return refuse (self, QTR_ERROR_SHAPE,
                   g_strdup_printf (_ ("%" G_GINT64_FORMAT " is out of range"), number));
  *count = (int) number;
  return TRUE;
}

static gboolean
read_flag (Reader *self, JsonNode *node, int *flag)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_type (self, _ ("true or false"), node);
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_decimal (Reader *self, JsonNode *node, QtrDecimal *decimal)
{
  const char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_string (self, node, &text))
    return FALSE;
  if (!qtr_decimal_parse (text, decimal, &error))
    return refuse (self, QTR_ERROR_SHAPE, g_strdup (error->message));
  return TRUE;
}

static gboolean
read_tokens (Reader *self, JsonNode *node, const QtrTokens **tokens)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  JsonArray *array = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (self, _ ("an array"), node);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    const char *text = NULL;

    if (!read_string (self, json_array_get_element (array, i), &text)) {
      prepend_index (self, i);
      return FALSE;
    }
    g_ptr_array_add (texts, (gpointer) text);
  }
  *tokens = qtr_tokens_new ((const char *const *) texts->pdata, texts->len);
  return TRUE;
}

static QtrRecord *read_record (Reader *self, JsonNode *node, const QtrRecordType *type, guint depth);

static gboolean
add_record (Reader *self, JsonNode *node, const QtrRecordType *element, guint depth, GPtrArray *records)
{
  QtrRecord *record = read_record (self, node, element, depth);

  if (record == NULL) {
    prepend_index (self, records->len);
    return FALSE;
  }
  g_ptr_array_add (records, record);
  return TRUE;
}

static gboolean
is_part_of (const QtrScanPart *part, const QtrField *field)
{
  return field != NULL && field->kind == QTR_FIELD_LIST && strlen (field->name) == part->name_length &&
         memcmp (field->name, part->name, part->name_length) == 0;
}

/* Parsed one after the other, so that the tree of each is still in the processor's cache when it is read, and
 * the next takes its place. */
static gboolean
add_part (Reader *self, const QtrScanPart *part, const QtrField *field, GPtrArray *records)
{
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_data (self->parser, part->begin, (gssize) part->length, &error))
    return add_record (self, json_parser_get_root (self->parser), field->element, 1, records);

  prepend_index (self, records->len);
  return refuse (self, QTR_ERROR_SYNTAX, g_strdup (error->message));
}

static gboolean
add_parts (Reader *self, const QtrField *field, GPtrArray *records)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const QtrScanPart *part = &g_array_index (self->parts, QtrScanPart, i);

    if (is_part_of (part, field) && !add_part (self, part, field, records))
      return FALSE;
  }

  return TRUE;
}

static gboolean
add_elements (Reader *self, JsonArray *array, const QtrField *field, guint depth, GPtrArray *records)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_record (self, json_array_get_element (array, i), field->element, depth, records))
      return FALSE;

  return TRUE;
}

/* The lists of the root lie in parts; there, an array that is left holds something else than objects. */
static gboolean
read_list (Reader *self, JsonNode *node, const QtrField *field, guint depth, const QtrList **list)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (self, _ ("an array"), node);
  if (depth == 1 && !add_parts (self, field, records))
    return FALSE;
  if (!add_elements (self, json_node_get_array (node), field, depth, records))
    return FALSE;
  *list = qtr_list_new_from_array (records);
  return TRUE;
}

static gboolean
read_value (Reader *self, JsonNode *node, const QtrField *field, guint depth, QtrValue *value)
{
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
    return read_checked (self, node, field, &value->string);
  case QTR_FIELD_PERIOD:
    return read_period (self, node, &value->string);
  case QTR_FIELD_CHOICE:
    return read_choice (self, node, field, &value->number);
  case QTR_FIELD_COUNT:
    return read_count (self, node, &value->number);
  case QTR_FIELD_FLAG:
    return read_flag (self, node, &value->number);
  case QTR_FIELD_DECIMAL:
    return read_decimal (self, node, &value->decimal);
  case QTR_FIELD_TOKENS:
    return read_tokens (self, node, &value->tokens);
  case QTR_FIELD_LIST:
    return read_list (self, node, field, depth + 1, &value->list);
  default:
    g_assert_not_reached ();
  }
}

/* The record takes references of its own. */
static void
drop_values (const QtrRecordType *type, QtrValue *values)
{
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].kind == QTR_FIELD_LIST)
      qtr_list_unref (values[i].list);
    else if (type->fields[i].kind == QTR_FIELD_TOKENS)
      qtr_tokens_unref (values[i].tokens);
  }
}

static gboolean
read_id (Reader *self, JsonObject *object, const char **id)
{
  JsonNode *node = json_object_get_member (object, "id");

  if (node == NULL)
    return refuse (self, QTR_ERROR_SHAPE,
                   g_strdup (_ ("this has no “id”; every record needs one of its own")));
  if (!read_string (self, node, id)) {
    prepend_member (self, "id");
    return FALSE;
  }
  if (qtr_id_is_valid (*id) && !g_hash_table_contains (self->ids, *id))
    return g_hash_table_add (self->ids, g_string_chunk_insert (self->id_texts, *id));

  prepend_member (self, "id");
  return refuse (
      self, QTR_ERROR_SHAPE,
      g_strdup_printf (_ ("“%s” is no id, or stands twice; give each record one of its own"), *id));
}

static gboolean
check_count (Reader *self)
{
  if (g_hash_table_size (self->ids) <= QTR_LIMIT_RECORDS)
    return TRUE;

  return refuse (
      self, QTR_ERROR_LIMIT,
      g_strdup_printf (_ ("a plan may have no more than %u records; part it into two"), QTR_LIMIT_RECORDS));
}

/* Members that no table names were written by a newer version: their text is kept, and written back. */
static char *
keep_unknown (const QtrRecordType *type, JsonObject *object)
{
  g_autoptr (JsonObject) unknown = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    if (!g_str_equal (name, "id") && qtr_record_type_find_field (type, name) == NULL)
      json_object_set_member (unknown, name, json_node_copy (node));
  }
  json_node_set_object (root, unknown);
  return json_object_get_size (unknown) == 0 ? NULL : json_to_string (root, FALSE);
}

static gboolean
read_fields (Reader *self, JsonObject *object, const QtrRecordType *type, guint depth, QtrValue *values,
             guint *n_known)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];
    JsonNode *node = json_object_get_member (object, field->name);

    if (node == NULL)
      continue;
    (*n_known)++;
    if (!read_value (self, node, field, depth, &values[i])) {
      prepend_member (self, field->name);
      return FALSE;
    }
  }

  return TRUE;
}

static QtrRecord *
read_record (Reader *self, JsonNode *node, const QtrRecordType *type, guint depth)
{
  QtrValue *values = g_newa0 (QtrValue, type->n_fields);
  g_autofree char *extra = NULL;
  const char *id = NULL;
  QtrRecord *record = NULL;
  JsonObject *object = NULL;
  guint n_known = 1;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    refuse_type (self, _ ("an object"), node);
    return NULL;
  }
  if (depth == QTR_RECORD_DEPTH_MAX) {
    refuse (self, QTR_ERROR_LIMIT, g_strdup (_ ("nested too deep")));
    return NULL;
  }

  object = json_node_get_object (node);
  for (guint i = 0; i < type->n_fields; i++)
    values[i] = qtr_field_fallback (&type->fields[i]);
  if (read_id (self, object, &id) && check_count (self) &&
      read_fields (self, object, type, depth, values, &n_known)) {
    if (json_object_get_size (object) > n_known)
      extra = keep_unknown (type, object);
    record = qtr_record_build (type, id, extra, values);
  }
  drop_values (type, values);
  return record;
}

/* What a newer version wrote may still be read, and where it cannot, that is why. */
static gboolean
read_version (Reader *self, JsonNode *root)
{
  JsonNode *node = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return refuse_type (self, _ ("an object"), root);
  node = json_object_get_member (json_node_get_object (root), "format");
  if (node == NULL)
    return refuse (self, QTR_ERROR_SHAPE,
                   g_strdup (_ ("there is no “format”: this is not a Quarterly plan")));
  if (read_count (self, node, &self->version) && self->version >= 1)
    return TRUE;

  prepend_member (self, "format");
  if (self->message == NULL)
    refuse (self, QTR_ERROR_SHAPE, g_strdup (_ ("formats are counted from 1")));
  return FALSE;
}

/* Known before all else, since how a quarter may be written depends on it. */
static gboolean
read_first_month (Reader *self, JsonNode *root)
{
  const QtrField *field = qtr_record_type_find_field (&qtr_plan_type, "first_month");
  JsonNode *node = json_object_get_member (json_node_get_object (root), field->name);

  self->first_month = field->fallback;
  if (node == NULL ||
      (read_count (self, node, &self->first_month) && self->first_month >= 1 && self->first_month <= 12))
    return TRUE;

  prepend_member (self, field->name);
  if (self->message == NULL)
    refuse (self, QTR_ERROR_SHAPE, g_strdup (_ ("a month is a number from 1 to 12")));
  return FALSE;
}

static void
set_error (Reader *self, const char *bytes, gsize length, GError **error)
{
  gboolean is_newer = self->version > QTR_PLAN_FORMAT;
  guint line = 1;
  guint column = 1;

  g_string_prepend_c (self->path, '$');
  qtr_scan_locate (bytes, length, self->path->str, &line, &column);
  g_set_error (error, QTR_ERROR, is_newer ? QTR_ERROR_VERSION : self->code, _ ("line %u, column %u (%s): %s"),
               line, column, self->path->str, self->message);
  if (is_newer)
    /* Translators: with the reason why a file cannot be read. */
    g_prefix_error (error,
                    _ ("this plan was made by a newer version of Quarterly (format %d), which can open it: "),
                    self->version);
}

static QtrPlan *
read_root (Reader *self, JsonNode *root)
{
  if (!read_version (self, root) || !read_first_month (self, root))
    return NULL;

  return (QtrPlan *) read_record (self, root, &qtr_plan_type, 0);
}

/* The file without its parts: their lists are empty. What else lies in lists stays where it is. */
static char *
cut_out_parts (const char *text, gsize length, GArray *parts)
{
  GString *rest = g_string_new (NULL);
  const char *end = text;

  for (guint i = 0; i < parts->len; i++) {
    const QtrScanPart *part = &g_array_index (parts, QtrScanPart, i);
    g_autofree char *name = g_strndup (part->name, part->name_length);

    if (!is_part_of (part, qtr_record_type_find_field (&qtr_plan_type, name)))
      continue;
    /* Between two elements of one list there is nothing but a comma. */
    if (i == 0 || part[-1].name != part->name)
      g_string_append_len (rest, end, part->begin - end);
    end = part->begin + part->length;
  }
  g_string_append_len (rest, end, text + length - end);
  return g_string_free_and_steal (rest);
}

static QtrPlan *
read_parts (Reader *self, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *rest = cut_out_parts (text, length, self->parts);
  QtrPlan *plan = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_set_strict (self->parser, TRUE);
  if (!json_parser_load_from_data (parser, rest, -1, &reason)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_SYNTAX, _ ("this is not a Quarterly plan: %s"), reason->message);
    return NULL;
  }

  plan = read_root (self, json_parser_get_root (parser));
  if (plan == NULL)
    set_error (self, text, length, error);
  return plan;
}

QtrPlan *
qtr_format_read (GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (QtrScanPart));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStringChunk) id_texts = g_string_chunk_new (ID_TEXTS_SIZE);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) path = g_string_new (NULL);
  Reader reader = { .ids = ids, .id_texts = id_texts, .parser = parser, .parts = parts, .path = path };
  QtrPlan *plan = NULL;

  if (length == 0) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_SYNTAX,
                         _ ("the file is empty: this is not a Quarterly plan"));
    return NULL;
  }
  if (!qtr_scan_check (text, length, parts, error))
    return NULL;

  plan = read_parts (&reader, text, length, error);
  g_free (reader.message);
  return plan;
}
