/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

#include <string.h>

#include "base/id.h"

static gpointer
field_at (gconstpointer record, const QtrField *field)
{
  return (char *) record + field->offset;
}

const QtrField *
qtr_record_type_find_field (const QtrRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, name))
      return &type->fields[i];

  return NULL;
}

QtrValue
qtr_record_get (gconstpointer record, const QtrField *field)
{
  gconstpointer at = field_at (record, field);

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    return (QtrValue) { .string = *(const char *const *) at };
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
    return (QtrValue) { .number = *(const int *) at };
  case QTR_FIELD_DECIMAL:
    return (QtrValue) { .decimal = *(const QtrDecimal *) at };
  case QTR_FIELD_TOKENS:
    return (QtrValue) { .tokens = *(const QtrTokens *const *) at };
  case QTR_FIELD_LIST:
    return (QtrValue) { .list = *(const QtrList *const *) at };
  default:
    g_assert_not_reached ();
  }
}

QtrValue
qtr_field_fallback (const QtrField *field)
{
  switch (field->kind) {
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
    return (QtrValue) { .number = field->fallback };
  case QTR_FIELD_DECIMAL:
    return (QtrValue) { .decimal = QTR_DECIMAL_NONE };
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
  case QTR_FIELD_TOKENS:
  case QTR_FIELD_LIST:
  default:
    return (QtrValue) { .string = NULL };
  }
}

/* Empty texts are no texts, so that there is one way to write nothing. */
static const char *
keep_string (const char *string, gboolean interned)
{
  if (string == NULL || *string == '\0')
    return NULL;

  return interned ? g_ref_string_new_intern (string) : g_ref_string_new (string);
}

static const QtrTokens *
keep_tokens (const QtrTokens *tokens)
{
  return qtr_tokens_length (tokens) == 0 ? NULL : qtr_tokens_ref (tokens);
}

/* The record is not published yet: this is the only place that writes to one. */
static void
set_value (gpointer record, const QtrField *field, QtrValue value)
{
  gpointer at = field_at (record, field);

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    *(const char **) at = keep_string (value.string, field->kind != QTR_FIELD_TEXT);
    break;
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
    *(int *) at = value.number;
    break;
  case QTR_FIELD_FLAG:
    *(int *) at = value.number != 0;
    break;
  case QTR_FIELD_DECIMAL:
    *(QtrDecimal *) at = value.decimal;
    break;
  case QTR_FIELD_TOKENS:
    *(const QtrTokens **) at = keep_tokens (value.tokens);
    break;
  case QTR_FIELD_LIST:
    *(const QtrList **) at = qtr_list_ref (value.list);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
share_value (gpointer record, const QtrField *field, gconstpointer source)
{
  QtrValue value = qtr_record_get (source, field);

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    *(const char **) field_at (record, field) =
        value.string == NULL ? NULL : g_ref_string_acquire ((char *) value.string);
    break;
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
  case QTR_FIELD_DECIMAL:
  case QTR_FIELD_TOKENS:
  case QTR_FIELD_LIST:
  default:
    set_value (record, field, value);
  }
}

static void
clear_value (gpointer record, const QtrField *field)
{
  QtrValue value = qtr_record_get (record, field);

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    if (value.string != NULL)
      g_ref_string_release ((char *) value.string);
    break;
  case QTR_FIELD_TOKENS:
    qtr_tokens_unref (value.tokens);
    break;
  case QTR_FIELD_LIST:
    qtr_list_unref (value.list);
    break;
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
  case QTR_FIELD_DECIMAL:
  default:
    break;
  }
}

static void
clear (gpointer data)
{
  QtrRecord *record = data;

  for (guint i = 0; i < record->type->n_fields; i++)
    clear_value (record, &record->type->fields[i]);
  g_ref_string_release ((char *) record->id);
  if (record->extra != NULL)
    g_ref_string_release ((char *) record->extra);
  g_free (record->digest);
}

static QtrRecord *
allocate (const QtrRecordType *type, const char *id, const char *extra)
{
  QtrRecord *record = g_atomic_rc_box_alloc0 (type->size);
  g_autofree char *new_id = id == NULL ? qtr_id_new () : NULL;

  record->type = type;
  record->id = g_ref_string_new (id == NULL ? new_id : id);
  record->extra = keep_string (extra, FALSE);
  return record;
}

gpointer
qtr_record_build (const QtrRecordType *type, const char *id, const char *extra, const QtrValue *values)
{
  QtrRecord *record = allocate (type, id, extra);

  for (guint i = 0; i < type->n_fields; i++)
    set_value (record, &type->fields[i], values[i]);
  return record;
}

/* Reads one value from the pairs, in the C type in which such a value passes through an ellipsis. */
static QtrValue
take_argument (const QtrField *field, va_list *pairs)
{
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    return (QtrValue) { .string = va_arg (*pairs, const char *) };
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
    return (QtrValue) { .number = va_arg (*pairs, int) };
  case QTR_FIELD_DECIMAL:
    return (QtrValue) { .decimal = va_arg (*pairs, QtrDecimal) };
  case QTR_FIELD_TOKENS:
    return (QtrValue) { .tokens = va_arg (*pairs, const QtrTokens *) };
  case QTR_FIELD_LIST:
    return (QtrValue) { .list = va_arg (*pairs, const QtrList *) };
  default:
    g_assert_not_reached ();
  }
}

/* A value in its place, and whether it came from the caller or stands for itself. */
typedef struct {
  QtrValue value;
  gboolean given;
} Slot;

static const char *
take_pairs (const QtrRecordType *type, const char *name, va_list *pairs, Slot *slots)
{
  const char *id = NULL;

  for (; name != NULL; name = va_arg (*pairs, const char *)) {
    const QtrField *field = NULL;

    if (g_str_equal (name, "id")) {
      id = va_arg (*pairs, const char *);
      continue;
    }
    field = qtr_record_type_find_field (type, name);
    if (field == NULL)
      g_error ("%s has no field %s", type->name, name);
    slots[field - type->fields] = (Slot) { take_argument (field, pairs), TRUE };
  }

  return id;
}

gpointer
qtr_record_new (const QtrRecordType *type, const char *first_field, ...)
{
  g_autofree Slot *slots = g_new0 (Slot, type->n_fields);
  const char *id = NULL;
  QtrRecord *record = NULL;
  va_list pairs;

  va_start (pairs, first_field);
  id = take_pairs (type, first_field, &pairs, slots);
  va_end (pairs);

  record = allocate (type, id, NULL);
  for (guint i = 0; i < type->n_fields; i++)
    set_value (record, &type->fields[i],
               slots[i].given ? slots[i].value : qtr_field_fallback (&type->fields[i]));
  return record;
}

static gboolean
changes_nothing (const QtrRecord *record, const char *id, const Slot *slots)
{
  if (id != NULL && !g_str_equal (id, record->id))
    return FALSE;
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];

    if (slots[i].given && !qtr_field_equal (field, slots[i].value, qtr_record_get (record, field)))
      return FALSE;
  }

  return TRUE;
}

static gpointer
copy_with (const QtrRecord *record, const char *id, const Slot *slots)
{
  QtrRecord *copy = NULL;

  if (changes_nothing (record, id, slots))
    return qtr_record_ref (record);

  copy = allocate (record->type, id != NULL ? id : record->id, record->extra);
  for (guint i = 0; i < record->type->n_fields; i++) {
    if (slots[i].given)
      set_value (copy, &record->type->fields[i], slots[i].value);
    else
      share_value (copy, &record->type->fields[i], record);
  }
  return copy;
}

gpointer
qtr_record_with_valist (gconstpointer data, const char *first_field, va_list pairs)
{
  const QtrRecord *record = data;
  g_autofree Slot *slots = g_new0 (Slot, record->type->n_fields);
  const char *id = NULL;
  va_list copy;

  va_copy (copy, pairs);
  id = take_pairs (record->type, first_field, &copy, slots);
  va_end (copy);
  return copy_with (record, id, slots);
}

gpointer
qtr_record_with (gconstpointer record, const char *first_field, ...)
{
  gpointer copy = NULL;
  va_list pairs;

  va_start (pairs, first_field);
  copy = qtr_record_with_valist (record, first_field, pairs);
  va_end (pairs);
  return copy;
}

gpointer
qtr_record_with_value (gconstpointer data, const QtrField *field, QtrValue value)
{
  const QtrRecord *record = data;
  g_autofree Slot *slots = g_new0 (Slot, record->type->n_fields);

  slots[field - record->type->fields] = (Slot) { value, TRUE };
  return copy_with (record, NULL, slots);
}

gpointer
qtr_record_ref (gconstpointer record)
{
  return g_atomic_rc_box_acquire ((gpointer) record);
}

void
qtr_record_unref (gconstpointer record)
{
  if (record != NULL)
    g_atomic_rc_box_release_full ((gpointer) record, clear);
}
