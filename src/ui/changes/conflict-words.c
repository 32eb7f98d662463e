/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/conflict-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "merge/place-words.h"
#include "model/path.h"
#include "ui/changes/field-words.h"

/* --- Where --- */

static char *
describe_way (const QtrPlan *plan, const QtrPath *path, guint depth)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new ();

  for (guint i = 0; i < depth; i++) {
    QtrPath way = *path;

    way.depth = i;
    g_ptr_array_add (above, (gpointer) qtr_path_get (plan, &way));
  }
  return qtr_place_to_words (plan, (const QtrRecord *const *) above->pdata, above->len);
}

static char *
describe_place (const QtrPlan *plan, const QtrConflict *conflict)
{
  QtrPath path;

  return qtr_path_find (plan, conflict->about, &path) == NULL ? NULL : describe_way (plan, &path, path.depth);
}

/* A place is written as the id of the record above, a stroke and the name of its list. */
static char *
describe_target (const QtrPlan *plan, const char *text)
{
  const char *stroke = text == NULL ? NULL : strrchr (text, '/');
  g_autofree char *parent = stroke == NULL ? NULL : g_strndup (text, (gsize) (stroke - text));
  g_autofree char *words = NULL;
  QtrPath path;
  const QtrRecord *record = parent == NULL ? NULL : qtr_path_find (plan, parent, &path);

  if (record == NULL)
    return g_strdup (_ ("Where nothing is any more"));
  /* The record itself is the last of those above. */
  words = describe_way (plan, &path, path.depth + 1);
  return words == NULL ? g_strdup (_ ("In the plan")) : g_steal_pointer (&words);
}

/* --- What --- */

static const QtrField *
find_field (const QtrPlan *plan, const QtrConflict *conflict)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, conflict->about, &path);

  return record == NULL || conflict->field == NULL
             ? NULL
             : qtr_record_type_find_field (record->type, conflict->field);
}

gboolean
qtr_conflict_is_prose (const QtrPlan *plan, const QtrConflict *conflict)
{
  const QtrField *field = conflict->kind == QTR_CONFLICT_VALUE ? find_field (plan, conflict) : NULL;

  return field != NULL && field->kind == QTR_FIELD_TEXT && field->check == NULL;
}

static char *
describe_what (const QtrPlan *plan, const QtrConflict *conflict)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, conflict->about, &path);
  const char *noun = record == NULL ? _ ("something that is gone") : qtr_record_type_to_noun (record->type);

  if (conflict->kind != QTR_CONFLICT_VALUE)
    return g_strdup (noun);

  /* Translators: a kind of thing, such as “bullet”, and what of it changed, such as “area”. */
  return g_strdup_printf (_ ("%s, %s"), noun, qtr_field_to_word (conflict->field));
}

static char *
describe_value (const QtrPlan *plan, const QtrConflict *conflict, const char *text)
{
  const QtrField *field = find_field (plan, conflict);

  if (text == NULL)
    /* Translators: what stands in a place that somebody emptied. */
    return g_strdup (_ ("Nothing"));

  return field == NULL ? g_strdup (text) : qtr_field_text_to_words (plan, field, text);
}

char *
qtr_conflict_side_to_words (const QtrPlan *plan, const QtrConflict *conflict, QtrSide side)
{
  const char *text = qtr_conflict_get_text (conflict, side);

  switch (conflict->kind) {
  case QTR_CONFLICT_VALUE:
    return describe_value (plan, conflict, text);
  case QTR_CONFLICT_REMOVAL:
    return g_strdup (text == NULL ? _ ("Removed") : text);
  case QTR_CONFLICT_PLACE:
    return describe_target (plan, text);
  default:
    g_assert_not_reached ();
  }
}

const char *
qtr_conflict_to_sentence (const QtrConflict *conflict)
{
  switch (conflict->kind) {
  case QTR_CONFLICT_VALUE:
    return _ ("You and somebody else changed this, each in your own way.");
  case QTR_CONFLICT_REMOVAL:
    return conflict->ours == NULL ? _ ("You removed this, and somebody else went on with it.")
                                  : _ ("Somebody else removed this, and you went on with it.");
  case QTR_CONFLICT_PLACE:
    return _ ("You and somebody else moved this, each to another place.");
  default:
    g_assert_not_reached ();
  }
}

char *
qtr_conflict_join (const QtrConflict *conflict)
{
  return g_strjoin (conflict->ours == NULL || conflict->theirs == NULL ? "" : " ",
                    conflict->ours == NULL ? "" : conflict->ours,
                    conflict->theirs == NULL ? "" : conflict->theirs, NULL);
}

QtrChangeItem *
qtr_conflict_to_item (const QtrPlan *plan, const QtrConflict *conflict)
{
  g_autofree char *yours = qtr_conflict_side_to_words (plan, conflict, QTR_SIDE_OURS);
  g_autofree char *theirs = qtr_conflict_side_to_words (plan, conflict, QTR_SIDE_THEIRS);
  QtrChangeWords words = {
    .kind = QTR_CHANGE_ITEM_CONFLICT,
    .heading = g_strdup (_ ("Changed on Both Sides")),
    .title = describe_what (plan, conflict),
    .note = describe_place (plan, conflict),
    /* Translators: what a screen reader says of what two people did. */
    .new_text = g_strdup_printf (_ ("Yours: %s. Theirs: %s."), yours, theirs),
    .about = g_strdup (conflict->about),
  };
  QtrChangeItem *item = qtr_change_item_new (&words);

  qtr_change_item_set_conflict (item, conflict, plan);
  return item;
}
