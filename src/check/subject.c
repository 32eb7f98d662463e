/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/subject.h"

#include "model/conflict.h"
#include "model/path.h"
#include "series/resolve.h"

typedef struct {
  const QtrPlan *plan;
  const QtrUpdate *update;
  QtrPeriod quarter;
  GArray *subjects;
  GHashTable *lines;
  GHashTable *seen;
  /* By the id of the record under which they stand, the conflicts that have not been entered yet. */
  GHashTable *conflicts;
} Walk;

static void
clear_subject (gpointer data)
{
  qtr_list_unref (((QtrSubject *) data)->companions);
}

static GArray *
new_subjects (void)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (QtrSubject));

  g_array_set_clear_func (subjects, clear_subject);
  return subjects;
}

static guint
enter (Walk *walk, QtrSubjectKind kind, gconstpointer record, QtrList *companions, const QtrPlace *place)
{
  QtrSubject subject = { kind, record, companions, *place, walk->subjects->len + 1 };

  g_array_append_val (walk->subjects, subject);
  return walk->subjects->len - 1;
}

static void
leave (Walk *walk, guint subject)
{
  g_array_index (walk->subjects, QtrSubject, subject).end = walk->subjects->len;
}

/* What is disputed about a record stands right after it, and within it. */
static void
add_conflicts (Walk *walk, const char *id, const QtrPlace *place)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  if (walk->conflicts == NULL ||
      !g_hash_table_steal_extended (walk->conflicts, id, NULL, (gpointer *) &conflicts))
    return;
  for (guint i = 0; i < conflicts->len; i++)
    enter (walk, QTR_SUBJECT_CONFLICT, conflicts->pdata[i], NULL, place);
}

static void
walk_bullets (Walk *walk, const QtrList *bullets, QtrPlace place, guint depth)
{
  if (depth == QTR_RECORD_DEPTH_MAX)
    return;

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    guint passage = 0;
    guint subject = 0;

    place.bullet = bullet->record.id;
    if (walk->lines != NULL)
      place.line = GPOINTER_TO_UINT (g_hash_table_lookup (walk->lines, bullet->record.id));
    if (depth == 0)
      passage = enter (walk, QTR_SUBJECT_PASSAGE, bullet, NULL, &place);
    subject = enter (walk, QTR_SUBJECT_BULLET, bullet, NULL, &place);
    add_conflicts (walk, bullet->record.id, &place);
    walk_bullets (walk, bullet->bullets, place, depth + 1);
    leave (walk, subject);
    if (depth == 0)
      leave (walk, passage);
  }
}

static void
walk_commitments (Walk *walk, const QtrPriority *priority, QtrPlace place)
{
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (walk->plan, priority, walk->quarter);

  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = commitments->pdata[i];
    const QtrSection *section = qtr_update_find_section (walk->update, commitment->record.id);
    QtrList *companions = section == NULL ? NULL : qtr_list_append (NULL, section);
    guint subject = 0;

    place.commitment = commitment->record.id;
    subject = enter (walk, QTR_SUBJECT_COMMITMENT, commitment, companions, &place);
    add_conflicts (walk, commitment->record.id, &place);
    if (section != NULL)
      add_conflicts (walk, section->record.id, &place);
    walk_bullets (walk, section == NULL ? NULL : section->bullets, place, 0);
    leave (walk, subject);
  }
}

static void
add_measure (Walk *walk, const QtrMeasure *measure, QtrPlace place)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint subject = 0;

  /* A measure of several priorities stands under the first. */
  if (!g_hash_table_add (walk->seen, (gpointer) measure))
    return;

  parts = g_ptr_array_new ();
  qtr_measure_list_parts (walk->plan, measure, parts);
  place.measure = measure->record.id;
  subject = enter (walk, QTR_SUBJECT_MEASURE, measure, qtr_list_new_from_array (parts), &place);
  add_conflicts (walk, measure->record.id, &place);
  leave (walk, subject);
}

static void
walk_priority (Walk *walk, const QtrPriority *priority, QtrPlace place)
{
  g_autoptr (GPtrArray) measures = qtr_plan_list_measures (walk->plan, priority, walk->quarter);
  guint chapter = 0;
  guint subject = 0;

  place.priority = priority->record.id;
  place.priority_number = priority->number;
  chapter = enter (walk, QTR_SUBJECT_CHAPTER, priority, NULL, &place);
  subject = enter (walk, QTR_SUBJECT_PRIORITY, priority, NULL, &place);
  add_conflicts (walk, priority->record.id, &place);
  walk_commitments (walk, priority, place);
  for (guint i = 0; i < measures->len; i++)
    add_measure (walk, measures->pdata[i], place);
  leave (walk, subject);
  leave (walk, chapter);
}

static gboolean
is_looked_at (const QtrRecord *record)
{
  return record->type == &qtr_bullet_type || record->type == &qtr_section_type ||
         record->type == &qtr_commitment_type || record->type == &qtr_priority_type ||
         record->type == &qtr_measure_type;
}

static gboolean
is_in_other_update (const Walk *walk, const QtrPath *path)
{
  QtrPath top = { .depth = 1, .steps = { path->steps[0] } };
  const QtrRecord *record = path->depth == 0 ? NULL : qtr_path_get (walk->plan, &top);

  return record != NULL && record->type == &qtr_update_type && record != &walk->update->record;
}

/* The id of the nearest record, from @about upwards, under which a finding can stand: a figure's value
 * belongs to its measure, a headline to its priority, and what has no place of its own to the front, which is
 * "". %NULL: in another update. */
static const char *
find_holder (const Walk *walk, const char *about)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (walk->plan, about, &path);

  if (record != NULL && is_in_other_update (walk, &path))
    return NULL;
  if (record != NULL && record->type == &qtr_headline_type &&
      ((const QtrHeadline *) record)->priority != NULL)
    return ((const QtrHeadline *) record)->priority;
  for (; record != NULL && path.depth > 0; path.depth--) {
    record = qtr_path_get (walk->plan, &path);
    if (is_looked_at (record))
      return record->id;
  }

  return "";
}

static GHashTable *
collect_conflicts (const Walk *walk)
{
  GHashTable *conflicts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < qtr_list_length (walk->plan->conflicts); i++) {
    const QtrConflict *conflict = qtr_list_get (walk->plan->conflicts, i);
    const char *holder = find_holder (walk, conflict->about);
    GPtrArray *held = holder == NULL ? NULL : g_hash_table_lookup (conflicts, holder);

    if (holder == NULL)
      continue;
    if (held == NULL) {
      held = g_ptr_array_new ();
      g_hash_table_insert (conflicts, (gpointer) holder, held);
    }
    g_ptr_array_add (held, (gpointer) conflict);
  }

  return conflicts;
}

/* Those about the front, and those about what is not looked at in this quarter, in the plan's order. */
static void
add_other_conflicts (Walk *walk, const QtrPlace *place)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer held = NULL;

  g_hash_table_iter_init (&iter, walk->conflicts);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    for (guint i = 0; i < ((GPtrArray *) held)->len; i++)
      g_hash_table_add (left, ((GPtrArray *) held)->pdata[i]);
  for (guint i = 0; i < qtr_list_length (walk->plan->conflicts); i++)
    if (g_hash_table_contains (left, qtr_list_get (walk->plan->conflicts, i)))
      enter (walk, QTR_SUBJECT_CONFLICT, qtr_list_get (walk->plan->conflicts, i), NULL, place);
}

/* --- The whole --- */

static QtrList *
list_names (const QtrPlan *plan)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (plan->areas); i++)
    g_ptr_array_add (names, (gpointer) qtr_list_get (plan->areas, i));
  for (guint i = 0; i < qtr_list_length (plan->people); i++)
    g_ptr_array_add (names, (gpointer) qtr_list_get (plan->people, i));

  return qtr_list_new_from_array (names);
}

static void
add_earlier_bullets (Walk *walk, const QtrList *bullets, const QtrPlace *place, guint depth)
{
  for (guint i = 0; depth < QTR_RECORD_DEPTH_MAX && i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    enter (walk, QTR_SUBJECT_EARLIER, bullet, NULL, place);
    add_earlier_bullets (walk, bullet->bullets, place, depth + 1);
  }
}

static void
add_earlier (Walk *walk, const QtrPlace *place)
{
  const QtrUpdate *before = qtr_plan_get_update_before (walk->plan, walk->update);

  for (guint i = 0; before != NULL && i < qtr_list_length (before->sections); i++)
    add_earlier_bullets (walk, ((const QtrSection *) qtr_list_get (before->sections, i))->bullets, place, 0);
}

GArray *
qtr_subjects_new (const QtrPlan *plan, const QtrUpdate *update, const QtrUpdate *front, QtrPeriod quarter)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);
  Walk walk = { plan, update, quarter, new_subjects (), NULL, seen };
  QtrPlace place = { .quarter = quarter };
  guint whole = enter (&walk, QTR_SUBJECT_WHOLE, front, list_names (plan), &place);
  guint subject = enter (&walk, QTR_SUBJECT_FRONT, front, NULL, &place);
  g_autoptr (GHashTable) conflicts = collect_conflicts (&walk);

  walk.conflicts = conflicts;
  for (guint i = 0; i < priorities->len; i++)
    walk_priority (&walk, priorities->pdata[i], place);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    add_measure (&walk, qtr_list_get (plan->measures, i), place);
  add_other_conflicts (&walk, &place);
  leave (&walk, subject);
  add_earlier (&walk, &place);
  leave (&walk, whole);
  return walk.subjects;
}

GArray *
qtr_subjects_new_for_bullets (const QtrList *bullets, GHashTable *lines, const char *headings)
{
  Walk walk = { .subjects = new_subjects (), .lines = lines };
  QtrPlace place = { .quarter = QTR_PERIOD_UNSET };
  g_autoptr (QtrBullet) text =
      qtr_record_new (&qtr_bullet_type, "id", "", "text", headings, "bullets", bullets, NULL);
  guint whole = enter (&walk, QTR_SUBJECT_WHOLE, text, qtr_list_append (NULL, text), &place);
  guint chapter = enter (&walk, QTR_SUBJECT_CHAPTER, text, qtr_list_append (NULL, text), &place);

  walk_bullets (&walk, bullets, place, 0);
  leave (&walk, chapter);
  leave (&walk, whole);
  return walk.subjects;
}
