/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/change-json.h"

#include "export/json-member.h"
#include "merge/place-words.h"
#include "model/path.h"

static void
add_change (JsonBuilder *json, const QtrChange *change)
{
  const QtrRecord *record = change->after != NULL ? change->after : change->before;

  json_builder_begin_object (json);
  qtr_json_add_string (json, "change", qtr_change_get_word (change->kind));
  qtr_json_add_string (json, "type", record->type->name);
  qtr_json_add_string (json, "id", record->id);
  qtr_json_add_string (json, "place", change->place);
  if (change->former_place != NULL)
    qtr_json_add_string (json, "former_place", change->former_place);
  if (change->kind == QTR_CHANGE_FIELD)
    qtr_json_add_string (json, "field", change->field);
  if (change->kind == QTR_CHANGE_FIELD || change->kind == QTR_CHANGE_REMOVED)
    qtr_json_add_string (json, "before", change->old_text);
  if (change->kind != QTR_CHANGE_REMOVED)
    qtr_json_add_string (json, "after", change->new_text);
  json_builder_end_object (json);
}

void
qtr_changes_add_json (JsonBuilder *json, GPtrArray *changes)
{
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    add_change (json, changes->pdata[i]);
  json_builder_end_array (json);
}

/* Where the record at the end of the path is, in the words that a change has for it. */
static char *
describe_place (const QtrPlan *plan, const QtrPath *path)
{
  const QtrRecord *above[QTR_RECORD_DEPTH_MAX];
  QtrPath way = *path;

  for (way.depth = 0; way.depth < path->depth; way.depth++)
    above[way.depth] = qtr_path_get (plan, &way);
  return path->depth == 0 ? NULL : qtr_place_to_words (plan, above, path->depth);
}

static void
add_about (JsonBuilder *json, const QtrPlan *plan, const QtrConflict *conflict)
{
  QtrPath path;
  const QtrRecord *about = qtr_path_find (plan, conflict->about, &path);
  g_autofree char *place = about == NULL ? NULL : describe_place (plan, &path);

  qtr_json_add_string (json, "about", conflict->about);
  qtr_json_add_string (json, "type", about == NULL ? NULL : about->type->name);
  qtr_json_add_string (json, "place", place);
}

static void
add_conflict (JsonBuilder *json, const QtrPlan *plan, const QtrConflict *conflict, gboolean is_new)
{
  const QtrField *kind = qtr_record_type_find_field (&qtr_conflict_type, "kind");

  json_builder_begin_object (json);
  qtr_json_add_string (json, "id", conflict->record.id);
  qtr_json_add_string (json, "kind", kind->choices[conflict->kind]);
  add_about (json, plan, conflict);
  qtr_json_add_string (json, "field", conflict->field);
  qtr_json_add_string (json, "base", conflict->base);
  qtr_json_add_string (json, "ours", conflict->ours);
  qtr_json_add_string (json, "theirs", conflict->theirs);
  json_builder_set_member_name (json, "new");
  json_builder_add_boolean_value (json, is_new);
  json_builder_end_object (json);
}

void
qtr_conflicts_add_json (JsonBuilder *json, const QtrPlan *plan, const QtrPlan *ours, const QtrPlan *theirs)
{
  json_builder_set_member_name (json, "conflicts");
  json_builder_begin_array (json);
  for (guint i = 0; i < qtr_list_length (plan->conflicts); i++) {
    const QtrConflict *conflict = qtr_list_get (plan->conflicts, i);
    const char *id = conflict->record.id;

    add_conflict (json, plan, conflict,
                  qtr_list_find (ours->conflicts, id, NULL) == NULL &&
                      qtr_list_find (theirs->conflicts, id, NULL) == NULL);
  }
  json_builder_end_array (json);
}
