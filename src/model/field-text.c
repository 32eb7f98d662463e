/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/field-text.h"

char *
qtr_field_to_text (const QtrField *field, QtrValue value)
{
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    return value.string == NULL || *value.string == '\0' ? NULL : g_strdup (value.string);
  case QTR_FIELD_CHOICE:
    return g_strdup (field->choices[value.number]);
  case QTR_FIELD_COUNT:
    return g_strdup_printf ("%d", value.number);
  case QTR_FIELD_FLAG:
    return g_strdup (value.number != 0 ? "true" : "false");
  case QTR_FIELD_DECIMAL:
    return qtr_decimal_is_set (value.decimal) ? qtr_decimal_to_string (value.decimal) : NULL;
  case QTR_FIELD_TOKENS:
  case QTR_FIELD_LIST:
  default:
    g_return_val_if_reached (NULL);
  }
}

static gboolean
read_choice (const QtrField *field, const char *text, int *choice)
{
  for (*choice = 0; field->choices[*choice] != NULL; (*choice)++)
    if (g_strcmp0 (field->choices[*choice], text) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
read_count (const char *text, int *count)
{
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    return FALSE;
  *count = (int) number;
  return TRUE;
}

gboolean
qtr_field_from_text (const QtrField *field, const char *text, QtrValue *value)
{
  *value = qtr_field_fallback (field);
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    value->string = text;
    return TRUE;
  case QTR_FIELD_CHOICE:
    return read_choice (field, text, &value->number);
  case QTR_FIELD_COUNT:
    return read_count (text, &value->number);
  case QTR_FIELD_FLAG:
    value->number = g_strcmp0 (text, "true") == 0;
    return value->number != 0 || g_strcmp0 (text, "false") == 0;
  case QTR_FIELD_DECIMAL:
    return text == NULL || qtr_decimal_parse (text, &value->decimal, NULL);
  case QTR_FIELD_TOKENS:
  case QTR_FIELD_LIST:
  default:
    g_return_val_if_reached (FALSE);
  }
}
