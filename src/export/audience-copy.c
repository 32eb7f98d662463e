/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/audience-copy.h"

#include "model/figure-link.h"
#include "model/knowledge.h"

/* What the walks carry along. */
typedef struct {
  const QtrAudience *audience;
  const QtrPlan *plan;
  const QtrUpdate *update;
  QtrKnowledge knowledge;
  QtrPeriod quarter;
  guint n_left_out;
} Copy;

/* Gives the record to be copied in the place of @record; %NULL leaves it out. */
typedef gpointer (*CopyRecord) (Copy *self, gconstpointer record);

static QtrList *
copy_list (Copy *self, const QtrList *list, CopyRecord copy)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < qtr_list_length (list); i++) {
    gpointer record = copy (self, qtr_list_get (list, i));

    if (record != NULL)
      g_ptr_array_add (records, record);
  }
  return qtr_list_new_from_array (records);
}

/* --- The narrative --- */

static guint
count_bullets (const QtrList *bullets)
{
  guint count = qtr_list_length (bullets);

  for (guint i = 0; i < qtr_list_length (bullets); i++)
    count += count_bullets (((const QtrBullet *) qtr_list_get (bullets, i))->bullets);
  return count;
}

/* A sentence that prints a figure tells it, whatever the sentence is marked. */
static gboolean
admits_figures (const QtrAudience *audience, const char *text)
{
  g_autoptr (GArray) places = qtr_figure_links_find (text);

  for (guint i = 0; i < places->len; i++) {
    const QtrFigurePlace *place = &g_array_index (places, QtrFigurePlace, i);
    const QtrMeasure *measure = qtr_list_find (audience->plan->measures, place->link.measure, NULL);

    if (measure != NULL && !qtr_audience_admits_measure (audience, measure))
      return FALSE;
  }
  return TRUE;
}

static gpointer
copy_bullet (Copy *self, gconstpointer record)
{
  const QtrBullet *bullet = record;
  g_autoptr (QtrList) bullets = NULL;

  if (!qtr_audience_admits (self->audience, bullet->marking) ||
      !admits_figures (self->audience, bullet->text)) {
    self->n_left_out += 1 + count_bullets (bullet->bullets);
    return NULL;
  }
  bullets = copy_list (self, bullet->bullets, copy_bullet);
  return qtr_record_with (bullet, "bullets", bullets, NULL);
}

static gpointer
copy_section (Copy *self, gconstpointer record)
{
  const QtrSection *section = record;
  g_autoptr (QtrList) bullets = copy_list (self, section->bullets, copy_bullet);

  return qtr_record_with (section, "bullets", bullets, NULL);
}

QtrUpdate *
qtr_audience_copy_update (const QtrAudience *self, const QtrUpdate *update, guint *n_left_out)
{
  Copy copy = { .audience = self };
  g_autoptr (QtrList) sections = copy_list (&copy, update->sections, copy_section);

  *n_left_out = copy.n_left_out;
  return qtr_record_with (update, "sections", sections, "headlines", NULL, NULL);
}

/* --- The figures --- */

static gpointer
copy_vintage (Copy *self, gconstpointer record)
{
  return qtr_record_with (record, "origin", NULL, NULL);
}

/* What the update knew, and what it had known before; what came later stays out. */
static QtrList *
copy_vintages (Copy *self, const QtrObservation *observation)
{
  guint last = 0;
  g_autoptr (QtrList) known = NULL;

  if (qtr_knowledge_find (&self->knowledge, observation, &last) == NULL)
    return NULL;
  known = qtr_list_splice (observation->vintages, last + 1,
                           qtr_list_length (observation->vintages) - last - 1, NULL, 0);
  return copy_list (self, known, copy_vintage);
}

static gboolean
is_over (const Copy *self, const char *text)
{
  QtrPeriod period = qtr_plan_parse_period (self->plan, text);

  return qtr_period_is_set (period) && period.start + period.unit <= self->quarter.start + self->quarter.unit;
}

static gpointer
copy_observation (Copy *self, gconstpointer record)
{
  const QtrObservation *observation = record;
  g_autoptr (QtrList) vintages =
      is_over (self, observation->period) ? copy_vintages (self, observation) : NULL;

  return vintages == NULL
             ? NULL
             : qtr_record_with (observation, "vintages", vintages, "note", NULL, "marking", NULL, NULL);
}

static gpointer
copy_measure (Copy *self, gconstpointer record)
{
  const QtrMeasure *measure = record;
  g_autoptr (QtrList) observations = NULL;

  if (!qtr_audience_admits_measure (self->audience, measure))
    return NULL;
  observations = copy_list (self, measure->observations, copy_observation);
  return qtr_record_with (measure, "observations", observations, "annotations", NULL, "owner", NULL, NULL);
}

/* --- The plan --- */

static gpointer
copy_other (Copy *self, gconstpointer record)
{
  const QtrUpdate *update = record;

  if (g_strcmp0 (update->record.id, self->update->record.id) == 0)
    return qtr_record_ref (self->update);
  return qtr_record_new (&qtr_update_type, "id", update->record.id, "quarter", update->quarter, NULL);
}

/* Of the plan's lists, only these are what it says; the others are about how it came to say it. */
static gboolean
is_published (const char *name)
{
  static const char *const names[] = { "areas", "priorities", "measures", "updates", "statuses", NULL };

  return g_strv_contains (names, name);
}

static QtrPlan *
without_lists (const QtrPlan *plan)
{
  QtrPlan *copy = qtr_record_ref (plan);

  for (guint i = 0; i < qtr_plan_type.n_fields; i++) {
    const QtrField *field = &qtr_plan_type.fields[i];
    g_autoptr (QtrPlan) before = copy;

    copy = field->kind == QTR_FIELD_LIST && !is_published (field->name)
               ? qtr_record_with_value (before, field, qtr_field_fallback (field))
               : qtr_record_ref (before);
  }
  return copy;
}

QtrPlan *
qtr_audience_copy_plan (const QtrAudience *self, const QtrPlan *plan, const QtrUpdate *update)
{
  Copy copy = {
    self, plan, update, qtr_knowledge_new (plan, update), qtr_plan_parse_period (plan, update->quarter), 0
  };
  g_autoptr (QtrList) measures = copy_list (&copy, plan->measures, copy_measure);
  g_autoptr (QtrList) updates = copy_list (&copy, plan->updates, copy_other);
  g_autoptr (QtrPlan) bare = without_lists (plan);

  return qtr_record_with (bare, "measures", measures, "updates", updates, NULL);
}
