/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "model/edit.h"
#include "model/path.h"
#include "tests/model/random-plan.h"

/* Random edits of every sort: fields, words of texts, unknown members, references, adding, removing, moving.
 */

static inline QtrRecord *
pick_record (const QtrPlan *plan, gboolean not_root)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  int first = not_root ? 1 : 0;

  list_nodes (&plan->record, TRUE, nodes);
  if ((int) nodes->len <= first)
    return NULL;
  return (QtrRecord *) g_array_index (nodes, Node, g_test_rand_int_range (first, (int) nodes->len)).record;
}

static inline const QtrField *
pick_field (const QtrRecordType *type, gboolean list)
{
  guint start = (guint) g_test_rand_int_range (0, (int) type->n_fields);

  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[(start + i) % type->n_fields];

    if ((field->kind == QTR_FIELD_LIST) == list)
      return field;
  }

  return NULL;
}

static inline QtrPlan *
edit_field (const QtrPlan *plan)
{
  const QtrRecord *record = pick_record (plan, FALSE);
  const QtrField *field = pick_field (record->type, FALSE);
  g_autoptr (QtrRecord) changed = with_random_field (record, field, 0);

  return qtr_edit_replace (plan, record->id, changed);
}

/* A word in, out or changed somewhere in a text. */
static inline char *
edit_words (const char *text)
{
  static const char *const words[] = { "more", "fewer", "calls", "7%", "Southend" };
  g_auto (GStrv) parts = g_strsplit (text == NULL ? "" : text, " ", -1);
  g_autoptr (GString) edited = g_string_new (NULL);
  guint n_parts = g_strv_length (parts);
  guint at = (guint) g_test_rand_int_range (0, (int) n_parts + 1);
  int what = g_test_rand_int_range (0, 3);
  const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

  for (guint i = 0; i <= n_parts; i++) {
    if (i == at && what != 0)
      g_string_append_printf (edited, "%s ", word);
    if (i < n_parts && (i != at || what == 2))
      g_string_append_printf (edited, "%s ", parts[i]);
  }
  if (edited->len > 0)
    g_string_truncate (edited, edited->len - 1);
  return g_strdup (edited->str);
}

static inline QtrPlan *
edit_text (const QtrPlan *plan)
{
  const QtrRecord *record = pick_record (plan, FALSE);
  const QtrField *field = pick_field (record->type, FALSE);
  g_autoptr (QtrRecord) changed = NULL;
  g_autofree char *text = NULL;

  if (field->kind != QTR_FIELD_TEXT || field->check != NULL)
    return qtr_record_ref (plan);
  text = edit_words (qtr_record_get (record, field).string);
  changed = qtr_record_with_value (record, field, (QtrValue) { .string = text });
  return qtr_edit_replace (plan, record->id, changed);
}

static inline QtrPlan *
edit_extra (const QtrPlan *plan)
{
  static const char *const extras[] = {
    NULL, "{\"x\":1}", "{\"x\":2}", "{\"y\":null}", "{\"x\":1,\"y\":[\"a\"]}", "{\"y\":{\"z\":\"\"},\"x\":1}"
  };
  const QtrRecord *record = pick_record (plan, FALSE);
  g_autofree QtrValue *values = g_new0 (QtrValue, record->type->n_fields);
  g_autoptr (QtrRecord) changed = NULL;

  for (guint i = 0; i < record->type->n_fields; i++)
    values[i] = qtr_record_get (record, &record->type->fields[i]);
  changed = qtr_record_build (record->type, record->id,
                              extras[g_test_rand_int_range (0, G_N_ELEMENTS (extras))], values);
  return qtr_edit_replace (plan, record->id, changed);
}

/* A token that names another record. */
static inline QtrPlan *
edit_reference (const QtrPlan *plan)
{
  const QtrRecord *record = pick_record (plan, FALSE);
  const QtrField *field = pick_field (record->type, FALSE);
  const QtrRecord *named = pick_record (plan, FALSE);
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (&named->id, 1);
  g_autoptr (QtrRecord) changed = NULL;

  if (field->check != NULL || (field->kind != QTR_FIELD_TOKEN && field->kind != QTR_FIELD_TOKENS))
    return qtr_record_ref (plan);
  changed = qtr_record_with_value (record, field,
                                   field->kind == QTR_FIELD_TOKEN ? (QtrValue) { .string = named->id }
                                                                  : (QtrValue) { .tokens = tokens });
  return qtr_edit_replace (plan, record->id, changed);
}

static inline QtrPlan *
edit_add (const QtrPlan *plan)
{
  const QtrRecord *parent = pick_record (plan, FALSE);
  const QtrField *field = pick_field (parent->type, TRUE);
  g_autoptr (QtrRecord) record = field == NULL ? NULL : random_record (field->element, 1);

  if (field == NULL)
    return qtr_record_ref (plan);
  return qtr_edit_insert (plan, parent->id, field->name, (guint) g_test_rand_int_range (0, 4), record);
}

static inline QtrPlan *
edit_remove (const QtrPlan *plan)
{
  const QtrRecord *record = pick_record (plan, TRUE);

  return record == NULL ? qtr_record_ref (plan) : qtr_edit_remove (plan, record->id);
}

/* To anywhere that holds such records, its own list among them. */
static inline QtrPlan *
edit_move (const QtrPlan *plan)
{
  const QtrRecord *record = pick_record (plan, TRUE);

  for (int i = 0; record != NULL && i < 30; i++) {
    const QtrRecord *parent = pick_record (plan, FALSE);
    const QtrField *field = pick_field (parent->type, TRUE);

    if (field != NULL && field->element == record->type &&
        qtr_path_find (record, parent->id, &(QtrPath) { 0 }) == NULL)
      return qtr_edit_move (plan, record->id, parent->id, field->name, (guint) g_test_rand_int_range (0, 4));
  }

  return qtr_record_ref (plan);
}

static inline QtrPlan *
edit_once (const QtrPlan *plan)
{
  static QtrPlan *(*const edits[]) (const QtrPlan *) = {
    edit_field, edit_text, edit_text, edit_extra, edit_reference, edit_add, edit_remove, edit_move, edit_move,
  };

  return edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))](plan);
}

static inline QtrPlan *
edit_often (const QtrPlan *plan, int n_edits)
{
  g_autoptr (QtrPlan) edited = qtr_record_ref (plan);

  for (int i = 0; i < n_edits; i++) {
    g_autoptr (QtrPlan) before = g_steal_pointer (&edited);

    edited = edit_once (before);
  }
  return g_steal_pointer (&edited);
}
