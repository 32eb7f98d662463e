/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

static gboolean
tokens_equal (const QtrTokens *a, const QtrTokens *b)
{
  if (qtr_tokens_length (a) != qtr_tokens_length (b))
    return FALSE;
  for (guint i = 0; i < qtr_tokens_length (a); i++)
    if (!g_str_equal (a->at[i], b->at[i]))
      return FALSE;

  return TRUE;
}

/* No text and an empty text are the same: a record keeps neither. */
static gboolean
strings_equal (const char *a, const char *b)
{
  return a == b || g_str_equal (a == NULL ? "" : a, b == NULL ? "" : b);
}

gboolean
qtr_field_equal (const QtrField *field, QtrValue a, QtrValue b)
{
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    return strings_equal (a.string, b.string);
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
    return a.number == b.number;
  case QTR_FIELD_FLAG:
    return (a.number != 0) == (b.number != 0);
  case QTR_FIELD_DECIMAL:
    return qtr_decimal_equal (a.decimal, b.decimal);
  case QTR_FIELD_TOKENS:
    return tokens_equal (a.tokens, b.tokens);
  case QTR_FIELD_LIST:
    return qtr_list_equal (a.list, b.list, qtr_record_equal);
  default:
    g_assert_not_reached ();
  }
}

gboolean
qtr_record_equal (gconstpointer a, gconstpointer b)
{
  const QtrRecord *left = a;
  const QtrRecord *right = b;

  if (left == right)
    return TRUE;
  if (left->type != right->type || !g_str_equal (left->id, right->id) ||
      g_strcmp0 (left->extra, right->extra) != 0)
    return FALSE;
  for (guint i = 0; i < left->type->n_fields; i++) {
    const QtrField *field = &left->type->fields[i];

    if (!qtr_field_equal (field, qtr_record_get (left, field), qtr_record_get (right, field)))
      return FALSE;
  }

  return TRUE;
}
