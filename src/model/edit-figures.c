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
