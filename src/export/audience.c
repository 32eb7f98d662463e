/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "export/audience.h"

/* A rate of rates is thinkable; a ring of them is a mistake, and ends here. */
#define RATE_DEPTH_MAX 8

static gboolean
is_same_marking (const char *a, const char *b)
{
  g_autofree char *first = a != NULL ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *second = b != NULL ? g_utf8_casefold (b, -1) : NULL;

  return g_strcmp0 (first, second) == 0;
}

/* Where a marking stands among the plan's, from 0; -1 for none, above all for an unknown one. */
static int
rank (const QtrPlan *plan, const char *marking)
{
  guint n_markings = qtr_tokens_length (plan->markings);

  if (marking == NULL)
    return -1;
  for (guint i = 0; i < n_markings; i++)
    if (is_same_marking (plan->markings->at[i], marking))
      return (int) i;
  return (int) n_markings;
}

static gboolean
is_known (const QtrPlan *plan, const QtrUpdate *update, const char *marking)
{
  return is_same_marking (update->marking, marking) ||
         rank (plan, marking) < (int) qtr_tokens_length (plan->markings);
}

gboolean
qtr_audience_init (QtrAudience *self, const QtrPlan *plan, const QtrUpdate *update, const char *marking,
                   GError **error)
{
  self->plan = plan;
  self->marking = update->marking;
  if (marking == NULL)
    return TRUE;
  if (!is_known (plan, update, marking)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("the plan has no marking “%s”"), marking);
    return FALSE;
  }
  self->marking = marking;
  if (!qtr_audience_admits (self, update->marking)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED,
                 /* Translators: two protective markings, the update's and the audience's. */
                 _ ("the update as a whole is marked %s: no copy of it can be made for %s"), update->marking,
                 marking);
    return FALSE;
  }
  return TRUE;
}

gboolean
qtr_audience_admits (const QtrAudience *self, const char *marking)
{
  if (marking == NULL || is_same_marking (marking, self->marking))
    return TRUE;
  return rank (self->plan, marking) < (int) qtr_tokens_length (self->plan->markings) &&
         rank (self->plan, marking) <= rank (self->plan, self->marking);
}

static gboolean
admits_values (const QtrAudience *self, const QtrMeasure *measure)
{
  if (!qtr_audience_admits (self, measure->marking))
    return FALSE;
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    if (!qtr_audience_admits (self, observation->marking))
      return FALSE;
  }
  return TRUE;
}

/* Whoever has both parts of a rate has the rate. The lower one is often known anyway, as a population is, so
 * it is the upper one that stays out. */
static gboolean
gives_rate_away (const QtrAudience *self, const QtrMeasure *measure)
{
  for (guint i = 0; i < qtr_list_length (self->plan->measures); i++) {
    const QtrMeasure *rate = qtr_list_get (self->plan->measures, i);

    if (g_strcmp0 (rate->numerator, measure->record.id) == 0 && !admits_values (self, rate))
      return TRUE;
  }
  return FALSE;
}

static gboolean
admits_rate (const QtrAudience *self, const QtrMeasure *measure, int depth)
{
  const char *const parts[] = { measure->numerator, measure->denominator };

  if (depth > RATE_DEPTH_MAX || !admits_values (self, measure) || gives_rate_away (self, measure))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const QtrMeasure *part = parts[i] != NULL ? qtr_list_find (self->plan->measures, parts[i], NULL) : NULL;

    if (part != NULL && !admits_rate (self, part, depth + 1))
      return FALSE;
  }
  return TRUE;
}

gboolean
qtr_audience_admits_measure (const QtrAudience *self, const QtrMeasure *measure)
{
  return admits_rate (self, measure, 0);
}
