/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/subject.h"

/* A rate may be made of rates; see the series, which goes no deeper either. */
#define RATE_DEPTH_MAX 4

typedef struct {
  const QtrPlan *plan;
  const QtrUpdate *update;
  QtrPeriod quarter;
  GArray *subjects;
  GHashTable *lines;
  GHashTable *seen;
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

static void
walk_bullets (Walk *walk, const QtrList *bullets, QtrPlace place, guint depth)
{
  if (depth == QTR_RECORD_DEPTH_MAX)
    return;

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    guint subject = 0;

    place.bullet = bullet->record.id;
    if (walk->lines != NULL)
      place.line = GPOINTER_TO_UINT (g_hash_table_lookup (walk->lines, bullet->record.id));
    subject = enter (walk, QTR_SUBJECT_BULLET, bullet, NULL, &place);
    walk_bullets (walk, bullet->bullets, place, depth + 1);
    leave (walk, subject);
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
    walk_bullets (walk, section == NULL ? NULL : section->bullets, place, 0);
    leave (walk, subject);
  }
}

static void list_parts (const QtrPlan *plan, const QtrMeasure *measure, int depth, GPtrArray *parts);

static void
list_part (const QtrPlan *plan, const char *id, int depth, GPtrArray *parts)
{
  const QtrMeasure *part = qtr_list_find (plan->measures, id, NULL);

  if (part == NULL || g_ptr_array_find (parts, part, NULL))
    return;
  g_ptr_array_add (parts, (gpointer) part);
  list_parts (plan, part, depth + 1, parts);
}

static void
list_parts (const QtrPlan *plan, const QtrMeasure *measure, int depth, GPtrArray *parts)
{
  if (depth == RATE_DEPTH_MAX)
    return;
  list_part (plan, measure->numerator, depth, parts);
  list_part (plan, measure->denominator, depth, parts);
}

static void
add_measure (Walk *walk, const QtrMeasure *measure, QtrPlace place)
{
  g_autoptr (GPtrArray) parts = NULL;

  /* A measure of several priorities stands under the first. */
  if (!g_hash_table_add (walk->seen, (gpointer) measure))
    return;

  parts = g_ptr_array_new ();
  list_parts (walk->plan, measure, 0, parts);
  place.measure = measure->record.id;
  enter (walk, QTR_SUBJECT_MEASURE, measure, qtr_list_new_from_array (parts), &place);
}

static void
walk_priority (Walk *walk, const QtrPriority *priority, QtrPlace place)
{
  g_autoptr (GPtrArray) measures = qtr_plan_list_measures (walk->plan, priority, walk->quarter);
  guint subject = 0;

  place.priority = priority->record.id;
  place.priority_number = priority->number;
  subject = enter (walk, QTR_SUBJECT_PRIORITY, priority, NULL, &place);
  walk_commitments (walk, priority, place);
  for (guint i = 0; i < measures->len; i++)
    add_measure (walk, measures->pdata[i], place);
  leave (walk, subject);
}

GArray *
qtr_subjects_new (const QtrPlan *plan, const QtrUpdate *update, const QtrUpdate *front, QtrPeriod quarter)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);
  Walk walk = { plan, update, quarter, new_subjects (), NULL, seen };
  QtrPlace place = { .quarter = quarter };
  guint subject = enter (&walk, QTR_SUBJECT_FRONT, front, NULL, &place);

  for (guint i = 0; i < priorities->len; i++)
    walk_priority (&walk, priorities->pdata[i], place);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    add_measure (&walk, qtr_list_get (plan->measures, i), place);
  leave (&walk, subject);
  return walk.subjects;
}

GArray *
qtr_subjects_new_for_bullets (const QtrList *bullets, GHashTable *lines)
{
  Walk walk = { .subjects = new_subjects (), .lines = lines };

  walk_bullets (&walk, bullets, (QtrPlace) { .quarter = QTR_PERIOD_UNSET }, 0);
  return walk.subjects;
}
