/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/natural.h"

#include "model/measure.h"
#include "model/update.h"

typedef int (*Compare) (const QtrNatural *self, gconstpointer a, gconstpointer b);

void
qtr_natural_init (QtrNatural *self, int first_month, const QtrList *priorities)
{
  self->first_month = first_month;
  self->ranks = qtr_commitments_rank (priorities);
}

void
qtr_natural_clear (QtrNatural *self)
{
  g_clear_pointer (&self->ranks, g_hash_table_unref);
}

/* No period stands before all others. */
static int
compare_periods (const QtrNatural *self, const char *a, const char *b)
{
  QtrPeriod first = QTR_PERIOD_UNSET;
  QtrPeriod second = QTR_PERIOD_UNSET;

  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);
  if (!qtr_period_parse (a, self->first_month, &first, NULL) ||
      !qtr_period_parse (b, self->first_month, &second, NULL))
    return 0;

  return qtr_period_compare (first, second);
}

static int
compare_updates (const QtrNatural *self, gconstpointer a, gconstpointer b)
{
  return compare_periods (self, ((const QtrUpdate *) a)->quarter, ((const QtrUpdate *) b)->quarter);
}

static int
compare_targets (const QtrNatural *self, gconstpointer a, gconstpointer b)
{
  return compare_periods (self, ((const QtrTarget *) a)->from, ((const QtrTarget *) b)->from);
}

static int
compare_observations (const QtrNatural *self, gconstpointer a, gconstpointer b)
{
  const QtrObservation *first = a;
  const QtrObservation *second = b;
  int order = compare_periods (self, first->period, second->period);

  return order != 0 ? order : g_strcmp0 (first->area, second->area);
}

static int
compare_sections (const QtrNatural *self, gconstpointer a, gconstpointer b)
{
  guint first = qtr_commitments_get_rank (self->ranks, ((const QtrSection *) a)->commitment);
  guint second = qtr_commitments_get_rank (self->ranks, ((const QtrSection *) b)->commitment);

  return (first > second) - (first < second);
}

static Compare
get_compare (const QtrRecordType *element)
{
  if (element == &qtr_update_type)
    return compare_updates;
  if (element == &qtr_target_type)
    return compare_targets;
  if (element == &qtr_observation_type)
    return compare_observations;

  return element == &qtr_section_type ? compare_sections : NULL;
}

gboolean
qtr_natural_is_sorted (const QtrNatural *self, const QtrRecordType *element, const QtrList *list)
{
  Compare compare = get_compare (element);

  for (guint i = 1; compare != NULL && i < qtr_list_length (list); i++)
    if (compare (self, qtr_list_get (list, i - 1), qtr_list_get (list, i)) > 0)
      return FALSE;

  return compare != NULL;
}

typedef struct {
  const QtrNatural *self;
  Compare compare;
} Sorting;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sorting *sorting = user_data;

  return sorting->compare (sorting->self, a, b);
}

void
qtr_natural_sort (const QtrNatural *self, const QtrRecordType *element, GPtrArray *records)
{
  Sorting sorting = { self, get_compare (element) };

  g_return_if_fail (sorting.compare != NULL);

  g_ptr_array_sort_values_with_data (records, compare_cb, &sorting);
}
