/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

/* Random plans, of every record type, which can be written to a file and read again. */

static inline char *
random_text (void)
{
  static const char *const words[] = {
    "calls", "£5.4m", "Südend", "(12.5%)", "", "a\nb", "2019-20-Q3", "−3"
  };

  return g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
}

static inline const char *
random_period (void)
{
  static const char *const periods[] = { NULL, "2019-20-Q3", "2019Q4", "2019-12", "2020", "2026-27-Q1" };

  return periods[g_test_rand_int_range (0, G_N_ELEMENTS (periods))];
}

/* What has to be of one form is one of few; only an accent is there to be random. */
static inline const char *
random_checked_text (const QtrField *field)
{
  static const char *const accents[] = { NULL, "#1d4f91", "#aa0000" };

  return g_str_equal (field->name, "accent") ? accents[g_test_rand_int_range (0, G_N_ELEMENTS (accents))]
                                             : NULL;
}

/* Years begin in whatever month, but for the calendar's, in which few of the periods above could be read. No
 * plan is made by a newer version. */
static inline int
random_count (const QtrField *field)
{
  if (g_str_equal (field->name, "format"))
    return field->fallback;

  return g_str_equal (field->name, "first_month") ? g_test_rand_int_range (2, 13)
                                                  : g_test_rand_int_range (0, 5);
}

static inline guint
count_choices (const QtrField *field)
{
  return g_strv_length ((char **) field->choices);
}

static inline gpointer random_record (const QtrRecordType *type, guint depth);

static inline QtrList *
random_list (const QtrRecordType *type, guint depth)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  int n_records = depth == 0 ? 0 : g_test_rand_int_range (0, 4);

  for (int i = 0; i < n_records; i++)
    g_ptr_array_add (records, random_record (type, depth - 1));
  return qtr_list_new_from_array (records);
}

static inline QtrTokens *
random_tokens (void)
{
  g_autofree char *first = random_text ();
  g_autofree char *second = random_text ();
  const char *texts[] = { first, second };

  return qtr_tokens_new (texts, (guint) g_test_rand_int_range (0, 3));
}

/* A copy of @record with one field drawn anew, which may be as it was. */
static inline gpointer
with_random_field (gconstpointer record, const QtrField *field, guint depth)
{
  g_autofree char *text = random_text ();
  g_autoptr (QtrTokens) tokens = random_tokens ();
  g_autoptr (QtrList) list = field->kind == QTR_FIELD_LIST ? random_list (field->element, depth) : NULL;
  QtrValue value = { .string = NULL };

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
    value.string = field->check == NULL ? text : random_checked_text (field);
    break;
  case QTR_FIELD_PERIOD:
    value.string = random_period ();
    break;
  case QTR_FIELD_CHOICE:
    value.number = g_test_rand_int_range (0, (int) count_choices (field));
    break;
  case QTR_FIELD_COUNT:
    value.number = random_count (field);
    break;
  case QTR_FIELD_FLAG:
    value.number = g_test_rand_int_range (0, 2);
    break;
  case QTR_FIELD_DECIMAL:
    value.decimal = (QtrDecimal) { g_test_rand_int_range (-50, 50), g_test_rand_int_range (0, 3) };
    break;
  case QTR_FIELD_TOKENS:
    value.tokens = tokens;
    break;
  case QTR_FIELD_LIST:
    value.list = list;
    break;
  default:
    g_assert_not_reached ();
  }
  return qtr_record_with_value (record, field, value);
}

static inline gpointer
random_record (const QtrRecordType *type, guint depth)
{
  g_autoptr (QtrRecord) record = qtr_record_new (type, "id", NULL, NULL);

  for (guint i = 0; i < type->n_fields; i++) {
    g_autoptr (QtrRecord) before = g_steal_pointer (&record);

    record = with_random_field (before, &type->fields[i], depth);
  }
  return g_steal_pointer (&record);
}

/* A copy that shares nothing with @record, so that it also shows whether @record changed later. */
static inline gpointer
copy_apart (const QtrRecord *record)
{
  g_autofree QtrValue *values = g_new (QtrValue, record->type->n_fields);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_list_unref);

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

    values[i] = qtr_record_get (record, field);
    if (field->kind != QTR_FIELD_LIST)
      continue;
    for (guint j = 0; j < qtr_list_length (values[i].list); j++)
      g_ptr_array_add (records, copy_apart (qtr_list_get (values[i].list, j)));
    values[i].list = qtr_list_new_from_array (records);
    if (values[i].list != NULL)
      g_ptr_array_add (lists, (gpointer) values[i].list);
  }
  return qtr_record_build (record->type, record->id, record->extra, values);
}

/* Every record of a tree, and whether a digest of the root speaks of it. */
typedef struct {
  const QtrRecord *record;
  gboolean is_signed;
} Node;

static inline void
list_nodes (const QtrRecord *record, gboolean is_signed, GArray *nodes)
{
  Node node = { record, is_signed };

  g_array_append_val (nodes, node);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++)
      list_nodes (qtr_list_get (list, j), is_signed && !field->beside, nodes);
  }
}
