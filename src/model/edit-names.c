/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/edit-plan.h"
#include "model/path.h"

/* --- Everywhere --- */

/* A change of one field of any record: gives the value back that it is to have. */
typedef QtrValue (*Rewrite) (const QtrField *field, QtrValue value, gpointer data);

static gpointer rewrite_all (gconstpointer record, Rewrite rewrite, gpointer data);

static QtrList *
rewrite_list (const QtrList *list, Rewrite rewrite, gpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  gboolean changed = FALSE;

  for (guint i = 0; i < qtr_list_length (list); i++) {
    gconstpointer record = qtr_list_get (list, i);

    g_ptr_array_add (records, rewrite_all (record, rewrite, data));
    changed |= g_ptr_array_index (records, i) != record;
  }

  return changed ? qtr_list_new_from_array (records) : qtr_list_ref (list);
}

/* The record with every field of it and below it as @rewrite has it; what it leaves alone is shared. */
static gpointer
rewrite_all (gconstpointer record, Rewrite rewrite, gpointer data)
{
  const QtrRecordType *type = ((const QtrRecord *) record)->type;
  gpointer now = qtr_record_ref (record);

  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];
    QtrValue value = qtr_record_get (record, field);
    g_autoptr (QtrList) list = NULL;
    g_autoptr (QtrRecord) before = now;

    if (field->kind == QTR_FIELD_LIST)
      value.list = list = rewrite_list (value.list, rewrite, data);
    else
      value = rewrite (field, value, data);
    now = qtr_record_with_value (before, field, value);
  }

  return now;
}

/* A word that is replaced wherever a field of that name says it. */
typedef struct {
  const char *field;
  const char *old;
  const char *fresh;
  gboolean found;
} Word;

static QtrValue
replace_word (const QtrField *field, QtrValue value, gpointer data)
{
  Word *word = data;

  if (field->kind != QTR_FIELD_TOKEN || !g_str_equal (field->name, word->field) ||
      g_strcmp0 (value.string, word->old) != 0)
    return value;

  word->found = TRUE;
  return (QtrValue) { .string = word->fresh };
}

static QtrPlan *
refuse (const char *reason, GError **error)
{
  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, reason);
  return NULL;
}

static char *
strip (const char *name)
{
  return g_strstrip (g_strdup (name == NULL ? "" : name));
}

/* --- Areas --- */

static const QtrArea *
find_area (const QtrList *areas, const char *name)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);
    const QtrArea *within = g_strcmp0 (area->name, name) == 0 ? area : find_area (area->areas, name);

    if (within != NULL)
      return within;
  }

  return NULL;
}

static gboolean
is_observed_as_both (const QtrPlan *plan, const char *name, const char *other)
{
  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    if (qtr_measure_has_area (measure, name) && qtr_measure_has_area (measure, other))
      return TRUE;
  }

  return FALSE;
}

static gboolean
may_name_area (const QtrPlan *plan, const char *id, const char *name, GError **error)
{
  const QtrArea *taken = find_area (plan->areas, name);

  if (*name == '\0')
    refuse (_ ("An area needs a name"), error);
  else if (strchr (name, ':') != NULL)
    refuse (_ ("The name of an area ends at a colon, and has none in it"), error);
  else if (taken != NULL && g_strcmp0 (taken->record.id, id) != 0)
    refuse (_ ("Another area has that name"), error);
  else
    return TRUE;

  return FALSE;
}

QtrPlan *
qtr_edit_add_area (const QtrPlan *plan, const char *parent, const char *name, GError **error)
{
  g_autofree char *stripped = strip (name);
  g_autoptr (QtrArea) area = NULL;

  if (!may_name_area (plan, NULL, stripped, error))
    return NULL;

  area = qtr_record_new (&qtr_area_type, "name", stripped, NULL);
  return qtr_edit_insert (plan, parent == NULL ? plan->record.id : parent, "areas", G_MAXUINT, area);
}

QtrPlan *
qtr_edit_rename_area (const QtrPlan *plan, const char *id, const char *name, GError **error)
{
  g_autofree char *stripped = strip (name);
  g_autofree char *old = NULL;
  QtrPath path;
  const QtrArea *area = qtr_path_find (plan, id, &path);
  g_autoptr (QtrPlan) renamed = NULL;

  g_return_val_if_fail (area != NULL && area->record.type == &qtr_area_type, qtr_record_ref (plan));

  if (!may_name_area (plan, id, stripped, error))
    return NULL;
  if (g_strcmp0 (area->name, stripped) == 0)
    return qtr_record_ref (plan);
  if (area->name != NULL && is_observed_as_both (plan, area->name, stripped))
    return refuse (_ ("A measure has figures under both names"), error);

  old = g_strdup (area->name);
  renamed = qtr_edit_set (plan, id, "name", stripped, NULL);
  if (old == NULL)
    return g_steal_pointer (&renamed);
  return rewrite_all (renamed, replace_word, &(Word) { "area", old, stripped, FALSE });
}

/* --- Markings --- */

static GPtrArray *
list_markings (const QtrPlan *plan)
{
  GPtrArray *markings = g_ptr_array_new ();

  for (guint i = 0; i < qtr_tokens_length (plan->markings); i++)
    g_ptr_array_add (markings, (gpointer) plan->markings->at[i]);

  return markings;
}

static QtrPlan *
set_markings (const QtrPlan *plan, GPtrArray *markings)
{
  g_autoptr (QtrTokens) tokens = qtr_tokens_new ((const char *const *) markings->pdata, markings->len);

  return qtr_edit_set (plan, plan->record.id, "markings", tokens, NULL);
}

static gboolean
may_name_marking (const QtrPlan *plan, const char *name, GError **error)
{
  if (*name == '\0')
    refuse (_ ("A marking needs a name"), error);
  else if (plan->markings != NULL && qtr_tokens_contain (plan->markings, name))
    refuse (_ ("The plan has that marking already"), error);
  else
    return TRUE;

  return FALSE;
}

static guint
find_marking (GPtrArray *markings, const char *marking)
{
  guint index = G_MAXUINT;

  g_ptr_array_find_with_equal_func (markings, marking, g_str_equal, &index);
  return index;
}

gboolean
qtr_plan_is_marking_used (const QtrPlan *plan, const char *marking)
{
  Word word = { "marking", marking, marking, FALSE };
  g_autoptr (QtrPlan) same = rewrite_all (plan, replace_word, &word);

  return word.found;
}

QtrPlan *
qtr_edit_add_marking (const QtrPlan *plan, const char *name, GError **error)
{
  g_autofree char *stripped = strip (name);
  g_autoptr (GPtrArray) markings = list_markings (plan);

  if (!may_name_marking (plan, stripped, error))
    return NULL;

  g_ptr_array_add (markings, stripped);
  return set_markings (plan, markings);
}

QtrPlan *
qtr_edit_rename_marking (const QtrPlan *plan, const char *marking, const char *name, GError **error)
{
  g_autofree char *stripped = strip (name);
  g_autoptr (GPtrArray) markings = list_markings (plan);
  guint index = find_marking (markings, marking);
  g_autoptr (QtrPlan) renamed = NULL;

  g_return_val_if_fail (index != G_MAXUINT, qtr_record_ref (plan));

  if (g_str_equal (marking, stripped))
    return qtr_record_ref (plan);
  if (!may_name_marking (plan, stripped, error))
    return NULL;

  g_ptr_array_index (markings, index) = stripped;
  renamed = set_markings (plan, markings);
  return rewrite_all (renamed, replace_word, &(Word) { "marking", marking, stripped, FALSE });
}

QtrPlan *
qtr_edit_move_marking (const QtrPlan *plan, const char *marking, guint index)
{
  g_autoptr (GPtrArray) markings = list_markings (plan);
  guint from = find_marking (markings, marking);
  gpointer moved = NULL;

  g_return_val_if_fail (from != G_MAXUINT, qtr_record_ref (plan));

  moved = g_ptr_array_steal_index (markings, from);
  g_ptr_array_insert (markings, (int) MIN (index, markings->len), moved);
  return set_markings (plan, markings);
}

QtrPlan *
qtr_edit_remove_marking (const QtrPlan *plan, const char *marking, GError **error)
{
  g_autoptr (GPtrArray) markings = list_markings (plan);
  guint index = find_marking (markings, marking);

  g_return_val_if_fail (index != G_MAXUINT, qtr_record_ref (plan));

  if (qtr_plan_is_marking_used (plan, marking))
    return refuse (_ ("An update, a bullet or a figure bears it"), error);

  g_ptr_array_remove_index (markings, index);
  return set_markings (plan, markings);
}

/* --- The year --- */

typedef struct {
  int old;
  int fresh;
  gboolean lost;
} Year;

/* The period over the same months as the new year writes it; it is lost if that year has none such. Months
 * and the calendar's own quarters are written alike in every year. */
static QtrValue
recount_period (const QtrField *field, QtrValue value, gpointer data)
{
  Year *year = data;
  QtrPeriod said = QTR_PERIOD_UNSET;
  QtrPeriod read = QTR_PERIOD_UNSET;
  g_autofree char *text = NULL;

  if (field->kind != QTR_FIELD_PERIOD || value.string == NULL ||
      !qtr_period_parse (value.string, year->old, &said, NULL))
    return value;
  if (said.unit == QTR_PERIOD_MONTH || said.first_month != year->old)
    return value;

  said.first_month = (guint8) year->fresh;
  text = qtr_period_to_string (said);
  if (!qtr_period_parse (text, year->fresh, &read, NULL) || qtr_period_compare (said, read) != 0)
    year->lost = TRUE;
  return (QtrValue) { .string = g_intern_string (text) };
}

QtrPlan *
qtr_edit_set_first_month (const QtrPlan *plan, int month, GError **error)
{
  Year year = { plan->first_month, month, FALSE };
  g_autoptr (QtrPlan) set = NULL;
  g_autoptr (QtrPlan) recounted = NULL;

  g_return_val_if_fail (month >= 1 && month <= 12, qtr_record_ref (plan));

  set = qtr_edit_set (plan, plan->record.id, "first_month", month, NULL);
  if (set == plan)
    return g_steal_pointer (&set);
  recounted = rewrite_all (set, recount_period, &year);
  if (year.lost)
    return refuse (_ ("The plan has quarters or years that such a year does not have"), error);

  return g_steal_pointer (&recounted);
}
