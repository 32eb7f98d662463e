/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

#include <string.h>

/* The canonical form names itself, so that a digest made under an older form can still be told apart. */
#define FORM "quarterly-digest-1"

/* Every piece is preceded by its length: no two different records can run together into the same bytes. */
static void
add_bytes (GChecksum *sum, const void *bytes, gsize length)
{
  guint64 size = GUINT64_TO_LE (length);

  g_checksum_update (sum, (const guchar *) &size, sizeof size);
  g_checksum_update (sum, bytes, length);
}

static void
add_string (GChecksum *sum, const char *string)
{
  add_bytes (sum, string == NULL ? "" : string, string == NULL ? 0 : strlen (string));
}

static void
add_number (GChecksum *sum, gint64 number)
{
  gint64 bytes = GINT64_TO_LE (number);

  add_bytes (sum, &bytes, sizeof bytes);
}

static void
add_value (GChecksum *sum, const QtrField *field, QtrValue value)
{
  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    add_string (sum, value.string);
    break;
  case QTR_FIELD_CHOICE:
    add_string (sum, field->choices[value.number]);
    break;
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
    add_number (sum, value.number);
    break;
  case QTR_FIELD_DECIMAL:
    add_number (sum, value.decimal.digits);
    add_number (sum, value.decimal.scale);
    break;
  case QTR_FIELD_TOKENS:
    add_number (sum, qtr_tokens_length (value.tokens));
    for (guint i = 0; i < qtr_tokens_length (value.tokens); i++)
      add_string (sum, value.tokens->at[i]);
    break;
  case QTR_FIELD_LIST:
    add_number (sum, qtr_list_length (value.list));
    for (guint i = 0; i < qtr_list_length (value.list); i++)
      add_bytes (sum, qtr_record_digest (qtr_list_get (value.list, i)), QTR_DIGEST_SIZE);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
add_record (GChecksum *sum, const QtrRecord *record, gboolean with_lists, const char *except)
{
  add_string (sum, FORM);
  add_string (sum, record->type->name);
  add_string (sum, record->id);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (field->beside || g_strcmp0 (field->name, except) == 0 ||
        (field->kind == QTR_FIELD_LIST && !with_lists) ||
        qtr_field_equal (field, value, qtr_field_fallback (field)))
      continue;
    add_string (sum, field->name);
    add_value (sum, field, value);
  }
  add_string (sum, record->extra);
}

static guint8 *
compute (const QtrRecord *record)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 *digest = g_malloc (QTR_DIGEST_SIZE);
  gsize size = QTR_DIGEST_SIZE;

  add_record (sum, record, TRUE, NULL);
  g_checksum_get_digest (sum, digest, &size);
  return digest;
}

char *
qtr_record_digest_own (gconstpointer record, const char *except)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_record (sum, record, FALSE, except);
  return g_strdup (g_checksum_get_string (sum));
}

const guint8 *
qtr_record_digest (gconstpointer data)
{
  QtrRecord *record = (QtrRecord *) data;
  guint8 *digest = g_atomic_pointer_get (&record->digest);

  if (digest == NULL) {
    digest = compute (record);
    /* Two threads may compute the same digest; the first to publish it wins. */
    if (!g_atomic_pointer_compare_and_exchange (&record->digest, NULL, digest)) {
      g_free (digest);
      digest = g_atomic_pointer_get (&record->digest);
    }
  }

  return digest;
}
