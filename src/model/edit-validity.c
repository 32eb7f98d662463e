/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/edit-plan.h"
#include "model/path.h"

/* --- Who names whom --- */

/* What is looked for: a record with all below it, by their ids; areas by their names, too. */
typedef struct {
  GHashTable *ids;
  GHashTable *areas;
} Sought;

static void
collect (const QtrRecord *record, Sought *sought)
{
  g_hash_table_add (sought->ids, (gpointer) record->id);
  if (record->type == &qtr_area_type && ((const QtrArea *) record)->name != NULL)
    g_hash_table_add (sought->areas, (gpointer) ((const QtrArea *) record)->name);

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++)
      collect (qtr_list_get (list, j), sought);
  }
}

static gboolean
says_nothing (const QtrSection *section)
{
  return section->bullets == NULL && !section->nil_return && section->nil_reason == NULL;
}

/* Between two wordings it is the earlier one that names the later; that is no use of it. */
static gboolean
is_named_by_token (const QtrField *field, const char *token, const Sought *sought)
{
  if (token == NULL || g_str_equal (field->name, "successor"))
    return FALSE;

  return g_hash_table_contains (g_str_equal (field->name, "area") ? sought->areas : sought->ids, token);
}

static gboolean is_named_by (const QtrRecord *record, const Sought *sought);

static gboolean
is_named_by_field (const QtrRecord *record, const QtrField *field, const Sought *sought)
{
  QtrValue value = qtr_record_get (record, field);

  switch (field->kind) {
  case QTR_FIELD_TOKEN:
    return is_named_by_token (field, value.string, sought);
  case QTR_FIELD_TOKENS:
    for (guint i = 0; i < qtr_tokens_length (value.tokens); i++)
      if (g_hash_table_contains (sought->ids, value.tokens->at[i]))
        return TRUE;
    return FALSE;
  case QTR_FIELD_LIST:
    for (guint i = 0; i < qtr_list_length (value.list); i++)
      if (is_named_by (qtr_list_get (value.list, i), sought))
        return TRUE;
    return FALSE;
  case QTR_FIELD_TEXT:
  case QTR_FIELD_PERIOD:
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
  case QTR_FIELD_DECIMAL:
  default:
    return FALSE;
  }
}

static gboolean
is_named_by (const QtrRecord *record, const Sought *sought)
{
  if (g_hash_table_contains (sought->ids, record->id))
    return FALSE;
  if (record->type == &qtr_section_type && says_nothing ((const QtrSection *) record))
    return FALSE;

  for (guint i = 0; i < record->type->n_fields; i++)
    if (is_named_by_field (record, &record->type->fields[i], sought))
      return TRUE;

  return FALSE;
}

gboolean
qtr_plan_is_used (const QtrPlan *plan, const char *id)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  Sought sought = { ids, areas };
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, id, &path);

  g_return_val_if_fail (record != NULL && path.depth > 0, TRUE);

  collect (record, &sought);
  return is_named_by (&plan->record, &sought);
}

QtrPeriod
qtr_plan_get_next_quarter (const QtrPlan *plan)
{
  const QtrUpdate *latest = qtr_plan_get_latest_update (plan);
  QtrPeriod quarter = latest == NULL ? QTR_PERIOD_UNSET : qtr_plan_parse_period (plan, latest->quarter);

  return qtr_period_is_set (quarter) ? qtr_period_add (quarter, 1) : QTR_PERIOD_UNSET;
}

/* --- In force --- */

static const QtrPriority *
find_priority_of (const QtrPlan *plan, const char *commitment)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    if (qtr_list_find (priority->commitments, commitment, NULL) != NULL)
      return priority;
  }

  return NULL;
}

static gboolean
is_commitment_in_force (const QtrPlan *plan, const char *id, QtrPeriod quarter)
{
  const QtrPriority *priority = find_priority_of (plan, id);
  const QtrCommitment *commitment = priority == NULL ? NULL : qtr_list_find (priority->commitments, id, NULL);

  return commitment != NULL && qtr_plan_is_valid_in (plan, priority->from, priority->until, quarter) &&
         qtr_plan_is_valid_in (plan, commitment->from, commitment->until, quarter);
}

static gboolean
is_priority_in_force (const QtrPlan *plan, const char *id, QtrPeriod quarter)
{
  const QtrPriority *priority = qtr_list_find (plan->priorities, id, NULL);

  return priority != NULL && qtr_plan_is_valid_in (plan, priority->from, priority->until, quarter);
}

static QtrPlan *
refuse_for_text (QtrPeriod quarter, GError **error)
{
  g_autofree char *label = qtr_period_to_label (quarter);

  /* Translators: %s is a quarter, as in "Q3 2019/20". */
  g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED, _ ("The update for %s has text under it"), label);
  return NULL;
}

/* Takes @now, and gives it back without the sections of @update that lost what they speak to. */
static QtrPlan *
drop_silent_sections (const QtrPlan *before, QtrPlan *now, const QtrUpdate *update, GError **error)
{
  QtrPeriod quarter = qtr_plan_parse_period (before, update->quarter);

  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);
    g_autoptr (QtrPlan) with = NULL;

    if (!is_commitment_in_force (before, section->commitment, quarter) ||
        is_commitment_in_force (now, section->commitment, quarter))
      continue;
    with = now;
    if (!says_nothing (section) || qtr_plan_is_used (with, section->record.id))
      return refuse_for_text (quarter, error);
    now = qtr_edit_remove (with, section->record.id);
  }

  return now;
}

static gboolean
loses_headline (const QtrPlan *before, const QtrPlan *now, const QtrUpdate *update)
{
  QtrPeriod quarter = qtr_plan_parse_period (before, update->quarter);

  for (guint i = 0; i < qtr_list_length (update->headlines); i++) {
    const QtrHeadline *headline = qtr_list_get (update->headlines, i);

    if (is_priority_in_force (before, headline->priority, quarter) &&
        !is_priority_in_force (now, headline->priority, quarter))
      return TRUE;
  }

  return FALSE;
}

/* Takes @now, the plan after a change to @before of what is in force. */
static QtrPlan *
keep_sections (const QtrPlan *before, QtrPlan *now, GError **error)
{
  for (guint i = 0; now != NULL && i < qtr_list_length (before->updates); i++) {
    const QtrUpdate *update = qtr_list_get (before->updates, i);

    if (loses_headline (before, now, update)) {
      g_autoptr (QtrPlan) dropped = now;

      return refuse_for_text (qtr_plan_parse_period (dropped, update->quarter), error);
    }
    now = drop_silent_sections (before, now, update, error);
  }

  return now;
}

/* --- Wordings --- */

/* When a promise holds, which commitments and priorities say alike. */
typedef struct {
  const char *from;
  const char *until;
  const char *successor;
} Validity;

static Validity
get_validity (const QtrRecord *record)
{
  const QtrPriority *priority = (const QtrPriority *) record;
  const QtrCommitment *commitment = (const QtrCommitment *) record;

  if (record->type == &qtr_priority_type)
    return (Validity) { priority->from, priority->until, priority->successor };
  if (record->type == &qtr_commitment_type)
    return (Validity) { commitment->from, commitment->until, commitment->successor };

  return (Validity) { NULL, NULL, NULL };
}

/* The commitment or priority that names @id as its successor. */
static const QtrRecord *
find_predecessor (const QtrPlan *plan, const char *id)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    if (g_strcmp0 (priority->successor, id) == 0)
      return &priority->record;
    for (guint j = 0; j < qtr_list_length (priority->commitments); j++) {
      const QtrCommitment *commitment = qtr_list_get (priority->commitments, j);

      if (g_strcmp0 (commitment->successor, id) == 0)
        return &commitment->record;
    }
  }

  return NULL;
}

/* What followed @record now follows what stood before it. */
static QtrPlan *
hand_back (const QtrPlan *plan, const QtrRecord *record)
{
  const QtrRecord *predecessor = find_predecessor (plan, record->id);
  Validity validity = get_validity (record);

  if (predecessor == NULL)
    return qtr_record_ref (plan);

  return qtr_edit_set (plan, predecessor->id, "until", validity.until, "successor", validity.successor, NULL);
}

QtrPlan *
qtr_edit_remove_unused (const QtrPlan *plan, const char *id, GError **error)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, id, &path);
  g_autoptr (QtrPlan) joined = NULL;

  g_return_val_if_fail (record != NULL && path.depth > 0, qtr_record_ref (plan));

  if (qtr_plan_is_used (plan, id)) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED,
                         _ ("It is named elsewhere in the plan, and stays for that"));
    return NULL;
  }

  joined = hand_back (plan, record);
  return keep_sections (plan, qtr_edit_remove (joined, id), error);
}

static gboolean
is_same_period (const QtrPlan *plan, const char *text, QtrPeriod period)
{
  QtrPeriod said = qtr_plan_parse_period (plan, text);

  return qtr_period_is_set (said) == qtr_period_is_set (period) && qtr_period_compare (said, period) == 0;
}

/* Wordings follow one another without a gap: only the two ends of the chain are free. */
static gboolean
is_between_wordings (const QtrPlan *plan, const QtrRecord *record, QtrPeriod from, QtrPeriod until)
{
  Validity validity = get_validity (record);

  if (validity.successor != NULL && !is_same_period (plan, validity.until, until))
    return TRUE;

  return find_predecessor (plan, record->id) != NULL && !is_same_period (plan, validity.from, from);
}

static char *
write_period (QtrPeriod period)
{
  return qtr_period_is_set (period) ? qtr_period_to_string (period) : NULL;
}

QtrPlan *
qtr_edit_set_validity (const QtrPlan *plan, const char *id, QtrPeriod from, QtrPeriod until, GError **error)
{
  g_autofree char *from_text = write_period (from);
  g_autofree char *until_text = write_period (until);
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, id, &path);

  g_return_val_if_fail (record != NULL, qtr_record_ref (plan));

  if (qtr_period_is_set (from) && qtr_period_is_set (until) && qtr_period_compare (from, until) > 0) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, _ ("It would end before it begins"));
    return NULL;
  }
  if (is_between_wordings (plan, record, from, until)) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED,
                         _ ("Another wording begins where this one ends"));
    return NULL;
  }

  return keep_sections (plan, qtr_edit_set (plan, id, "from", from_text, "until", until_text, NULL), error);
}

static gboolean
may_succeed (const QtrPlan *plan, const QtrCommitment *commitment, QtrPeriod from, GError **error)
{
  QtrPeriod before = qtr_period_add (from, -1);
  g_autofree char *label = NULL;

  if (qtr_plan_is_valid_in (plan, commitment->from, commitment->until, from) &&
      qtr_plan_is_valid_in (plan, commitment->from, commitment->until, before))
    return TRUE;

  label = qtr_period_to_label (from);
  /* Translators: %s is a quarter, as in "Q3 2019/20". */
  g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED, _ ("This wording does not hold both in %s and before it"),
               label);
  return FALSE;
}

/* What the updates from @from on say under the commitment @old they now say under @fresh. */
static QtrPlan *
move_sections (QtrPlan *plan, const char *old, const char *fresh, QtrPeriod from)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (plan);

  for (guint i = 0; i < qtr_list_length (before->updates); i++) {
    const QtrUpdate *update = qtr_list_get (before->updates, i);
    const QtrSection *section = qtr_update_find_section (update, old);
    g_autoptr (QtrPlan) with = NULL;

    if (section == NULL || qtr_period_compare (qtr_plan_parse_period (before, update->quarter), from) < 0)
      continue;
    with = plan;
    plan = qtr_edit_set (with, section->record.id, "commitment", fresh, NULL);
  }

  return plan;
}

QtrPlan *
qtr_edit_succeed (const QtrPlan *plan, const char *id, const char *lead, const char *text, QtrPeriod from,
                  GError **error)
{
  const QtrPriority *priority = find_priority_of (plan, id);
  const QtrCommitment *old = NULL;
  guint index = 0;
  g_autofree char *from_text = qtr_period_to_string (from);
  g_autofree char *until_text = NULL;
  g_autoptr (QtrCommitment) fresh = NULL;
  g_autoptr (QtrPlan) ended = NULL;

  g_return_val_if_fail (priority != NULL && from.unit == QTR_PERIOD_QUARTER, qtr_record_ref (plan));

  old = qtr_list_find (priority->commitments, id, &index);
  if (g_strcmp0 (old->lead, lead) == 0 && g_strcmp0 (old->text, text) == 0)
    return qtr_record_ref (plan);
  if (!may_succeed (plan, old, from, error))
    return NULL;

  until_text = qtr_period_to_string (qtr_period_add (from, -1));
  fresh = qtr_record_new (&qtr_commitment_type, "lead", lead, "text", text, "from", from_text, "until",
                          old->until, "successor", old->successor, NULL);
  ended = qtr_edit_set (plan, id, "until", until_text, "successor", fresh->record.id, NULL);
  return move_sections (qtr_edit_insert (ended, priority->record.id, "commitments", index + 1, fresh), id,
                        fresh->record.id, from);
}
