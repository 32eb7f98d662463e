/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit.h"

static int
compare_place (const QtrPlan *plan, const QtrObservation *observation, QtrPeriod period, const char *area)
{
  int order = qtr_period_compare (qtr_plan_parse_period (plan, observation->period), period);

  return order != 0 ? order : g_strcmp0 (observation->area, area);
}

/* Observations stand in order; they are mostly added at the end, so the search begins there. */
static guint
find_observation_place (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period, const char *area,
                        gboolean *exists)
{
  guint place = qtr_list_length (measure->observations);

  *exists = FALSE;
  for (; place > 0; place--) {
    int order = compare_place (plan, qtr_list_get (measure->observations, place - 1), period, area);

    if (order < 0)
      break;
    if (order == 0) {
      *exists = TRUE;
      return place - 1;
    }
  }

  return place;
}

/* A draft may change its mind, and a file may be imported again: neither makes history. */
static gboolean
has_same_source (const QtrVintage *a, const QtrVintage *b)
{
  if (a->update == NULL && a->origin == NULL)
    return b->update == NULL && b->origin == NULL;

  return g_strcmp0 (a->update, b->update) == 0 && g_strcmp0 (a->version, b->version) == 0 &&
         g_strcmp0 (a->origin, b->origin) == 0;
}

static QtrObservation *
add_vintage (const QtrObservation *observation, const QtrVintage *vintage)
{
  const QtrVintage *latest = qtr_observation_get_latest (observation);
  guint n_vintages = qtr_list_length (observation->vintages);
  g_autoptr (QtrList) vintages = NULL;

  if (latest != NULL && has_same_source (latest, vintage)) {
    g_autoptr (QtrVintage) same_id = qtr_record_with (vintage, "id", latest->record.id, NULL);

    vintages = qtr_list_replace (observation->vintages, n_vintages - 1, same_id);
  } else {
    vintages = qtr_list_append (observation->vintages, vintage);
  }

  return qtr_record_with (observation, "vintages", vintages, NULL);
}

QtrPlan *
qtr_edit_observe (const QtrPlan *plan, const char *measure_id, QtrPeriod period, const char *area,
                  const QtrVintage *vintage)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, measure_id, NULL);
  gboolean exists = FALSE;
  guint place = 0;
  g_autofree char *text = qtr_period_to_string (period);
  g_autoptr (QtrList) vintages = NULL;
  g_autoptr (QtrObservation) observation = NULL;

  g_return_val_if_fail (measure != NULL, qtr_record_ref (plan));

  place = find_observation_place (plan, measure, period, area, &exists);
  if (exists) {
    const QtrObservation *standing = qtr_list_get (measure->observations, place);

    observation = add_vintage (standing, vintage);
    return qtr_edit_replace (plan, standing->record.id, observation);
  }

  vintages = qtr_list_append (NULL, vintage);
  observation =
      qtr_record_new (&qtr_observation_type, "period", text, "area", area, "vintages", vintages, NULL);
  return qtr_edit_insert (plan, measure_id, "observations", place, observation);
}

QtrPlan *
qtr_edit_tell (const QtrPlan *plan, const char *measure, QtrPeriod period, const char *area, QtrDecimal value,
               gboolean provisional, QtrPeriod quarter, const QtrRestatement *why)
{
  const QtrUpdate *teller = qtr_plan_find_teller (plan, quarter);
  g_autoptr (QtrVintage) vintage = qtr_record_new (
      &qtr_vintage_type, "value", value, "provisional", provisional, "update",
      teller == NULL ? NULL : teller->record.id, "nature", why == NULL ? NULL : why->nature, "reason",
      why == NULL ? NULL : why->cause, "effect", why == NULL ? NULL : why->effect, NULL);

  return qtr_edit_observe (plan, measure, period, area, vintage);
}

/* --- Many at once --- */

typedef struct {
  const QtrPlan *plan;
  const QtrSource *source;
  /* Who tells what was published, or would have been, and until when that is. */
  const QtrUpdate *teller;
  QtrPeriod published_until;
  gboolean (*may_replace) (const char *note);
  QtrSightingsCount *count;
  /* What the measure will have, in order. */
  GPtrArray *observations;
  /* The last period that was written, as there are many areas to one. */
  QtrPeriod period;
  char *text;
} Observing;

static const char *
choose_teller (const Observing *observing, QtrPeriod period)
{
  QtrPeriod until = observing->published_until;

  if (observing->teller == NULL || !qtr_period_is_set (until) ||
      period.start + period.unit > until.start + until.unit)
    return NULL;

  return observing->teller->record.id;
}

/* @why: what it restates, if it does */
static QtrVintage *
make_vintage (const Observing *observing, const QtrSighting *sighting, const QtrRestatement *why)
{
  return qtr_record_new (&qtr_vintage_type, "value", sighting->value, "provisional", sighting->provisional,
                         "update", choose_teller (observing, sighting->period), "origin",
                         observing->source->origin, "nature", why == NULL ? NULL : why->nature, "reason",
                         why == NULL ? NULL : why->cause, "effect", why == NULL ? NULL : why->effect, NULL);
}

static void
add_observation (Observing *observing, const QtrSighting *sighting)
{
  g_autoptr (QtrVintage) vintage = make_vintage (observing, sighting, NULL);
  g_autoptr (QtrList) vintages = qtr_list_append (NULL, vintage);

  if (observing->text == NULL || qtr_period_compare (observing->period, sighting->period) != 0) {
    g_free (observing->text);
    observing->text = qtr_period_to_string (sighting->period);
    observing->period = sighting->period;
  }
  g_ptr_array_add (observing->observations,
                   qtr_record_new (&qtr_observation_type, "period", observing->text, "area", sighting->area,
                                   "note", sighting->note, "vintages", vintages, NULL));
  observing->count->added++;
}

static gboolean
is_known (const QtrVintage *latest, const QtrSighting *sighting)
{
  return latest != NULL && qtr_decimal_equal (latest->value, sighting->value) &&
         latest->provisional == sighting->provisional;
}

/* What somebody wrote stays; what only stood for the value before goes with it. */
static const char *
choose_note (const Observing *observing, const QtrObservation *standing, const QtrSighting *sighting)
{
  gboolean is_free =
      standing->note == NULL || (observing->may_replace != NULL && observing->may_replace (standing->note));

  return is_free ? sighting->note : standing->note;
}

static void
change_observation (Observing *observing, const QtrObservation *standing, const QtrSighting *sighting)
{
  g_autoptr (QtrVintage) vintage = NULL;
  g_autoptr (QtrObservation) changed = NULL;
  gboolean is_restated = FALSE;

  if (is_known (qtr_observation_get_latest (standing), sighting)) {
    g_ptr_array_add (observing->observations, qtr_record_ref (standing));
    observing->count->same++;
    return;
  }
  is_restated = qtr_observation_is_restated_by (observing->plan, standing, sighting->value);
  vintage = make_vintage (observing, sighting, is_restated ? observing->source->why : NULL);
  changed = add_vintage (standing, vintage);
  g_ptr_array_add (observing->observations,
                   qtr_record_with (changed, "note", choose_note (observing, standing, sighting), NULL));
  observing->count->changed++;
  observing->count->restated += is_restated;
}

QtrMeasure *
qtr_measure_observe (const QtrPlan *plan, const QtrMeasure *measure, const QtrSighting *sightings,
                     guint n_sightings, const QtrSource *source, gboolean (*may_replace) (const char *note),
                     QtrSightingsCount *count)
{
  guint n_standing = qtr_list_length (measure->observations);
  g_autoptr (GPtrArray) observations =
      g_ptr_array_new_full (n_standing + n_sightings, (GDestroyNotify) qtr_record_unref);
  Observing observing = { .plan = plan,
                          .source = source,
                          .teller = qtr_plan_find_teller (plan, QTR_PERIOD_UNSET),
                          .published_until = qtr_plan_get_published_until (plan),
                          .may_replace = may_replace,
                          .count = count,
                          .observations = observations,
                          .period = QTR_PERIOD_UNSET };
  guint before = count->same;
  g_autoptr (QtrList) list = NULL;
  guint next = 0;

  for (guint i = 0; i < n_standing; i++) {
    const QtrObservation *standing = qtr_list_get (measure->observations, i);
    int order = -1;

    while (next < n_sightings &&
           (order = compare_place (plan, standing, sightings[next].period, sightings[next].area)) > 0)
      add_observation (&observing, &sightings[next++]);
    if (next < n_sightings && order == 0)
      change_observation (&observing, standing, &sightings[next++]);
    else
      g_ptr_array_add (observations, qtr_record_ref (standing));
  }
  while (next < n_sightings)
    add_observation (&observing, &sightings[next++]);

  g_free (observing.text);
  if (count->same - before == n_sightings)
    return qtr_record_ref (measure);
  list = qtr_list_new_from_array (observations);
  return qtr_record_with (measure, "observations", list, NULL);
}
