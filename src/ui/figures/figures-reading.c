/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/figure.h"
#include "model/edit.h"

#include "ui/figures/figures-reading.h"

/* What a number that is not whole yet may still want. */
static const char *const MORE_DIGITS[] = { "0", "00", "000" };

/* The words that may stand behind a number. */
static const char *const UNIT_WORDS[] = {
  "hundred", "thousand", "million", "billion", "percent", "per cent"
};

static gboolean
refuse_unit (const QtrMeasure *measure, const char *sign, GError **error)
{
  g_set_error (error, QTR_ERROR, QTR_ERROR_NUMBER,
               /* Translators: a sign such as "%" or "£", then what the measure is counted in. */
               _ ("“%s” does not fit: this measure is counted in %s."), sign,
               measure->unit == NULL ? _ ("plain numbers") : measure->unit);
  return FALSE;
}

gboolean
qtr_figures_read (const QtrMeasure *measure, const char *text, QtrDecimal *value, GError **error)
{
  QtrFigure figure;

  g_return_val_if_fail (measure != NULL && text != NULL && value != NULL, FALSE);

  if (!qtr_figure_parse (text, &figure, error))
    return FALSE;
  if (figure.unit == QTR_FIGURE_PERCENT && g_strcmp0 (measure->unit, "%") != 0)
    return refuse_unit (measure, "%", error);
  if (figure.unit == QTR_FIGURE_POUNDS && g_strcmp0 (measure->unit, "£") != 0)
    return refuse_unit (measure, "£", error);

  *value = figure.value;
  return TRUE;
}

static gboolean
reads_with (const QtrMeasure *measure, const char *begin, gsize length, const char *end)
{
  g_autofree char *whole = g_strdup_printf ("%.*s%s", (int) length, begin, end);
  QtrDecimal value;

  return qtr_figures_read (measure, whole, &value, NULL);
}

static gboolean
ends_in_begun_word (const QtrMeasure *measure, const char *text)
{
  gsize length = strlen (text);
  gsize digits = length;

  while (digits > 0 && (g_ascii_isalpha (text[digits - 1]) || text[digits - 1] == ' '))
    digits--;
  while (text[digits] == ' ')
    digits++;
  if (digits == length)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (UNIT_WORDS); i++)
    if (g_ascii_strncasecmp (UNIT_WORDS[i], text + digits, length - digits) == 0 &&
        reads_with (measure, text, digits, UNIT_WORDS[i]))
      return TRUE;
  return FALSE;
}

gboolean
qtr_figures_is_beginning (const QtrMeasure *measure, const char *text)
{
  gsize length;

  g_return_val_if_fail (measure != NULL && text != NULL, FALSE);

  length = strlen (text);
  for (gsize i = 0; i < G_N_ELEMENTS (MORE_DIGITS); i++)
    if (reads_with (measure, text, length, MORE_DIGITS[i]))
      return TRUE;

  return ends_in_begun_word (measure, text);
}

const char *
qtr_figures_explain_lock (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period)
{
  QtrPeriodUnit unit = qtr_frequency_get_unit (measure->frequency);

  if (qtr_measure_find_observation (plan, measure, period, NULL) != NULL)
    return NULL;
  if (measure->numerator != NULL && measure->denominator != NULL)
    return _ ("Worked out from two other measures");
  if (period.unit > unit && measure->frequency == QTR_FREQUENCY_MONTH)
    return _ ("Made of its months, which are kept instead of the quarter");
  if (period.unit > unit)
    return _ ("Made of its quarters, which are kept instead of the year");
  if (period.unit < unit && measure->frequency == QTR_FREQUENCY_YEAR)
    return _ ("Counted once a year, and not due in this quarter");
  if (period.unit < unit)
    return _ ("Counted once a quarter");

  return NULL;
}

static const QtrObservation *
find_observation (const QtrPlan *plan, const char *id, QtrPeriod period)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, id, NULL);

  return measure == NULL ? NULL : qtr_measure_find_observation (plan, measure, period, NULL);
}

/* What is known now of just that period; nothing where it would be made of shorter ones. */
static const QtrVintage *
find_latest (const QtrPlan *plan, const char *id, QtrPeriod period)
{
  const QtrObservation *observation = find_observation (plan, id, period);

  return observation == NULL ? NULL : qtr_observation_get_latest (observation);
}

const QtrVintage *
qtr_figures_find_told (const QtrPlan *plan, const char *measure, QtrPeriod period)
{
  return qtr_observation_find_told (plan, find_observation (plan, measure, period));
}

static gboolean
is_same (QtrDecimal a, QtrDecimal b)
{
  return qtr_decimal_is_set (a) == qtr_decimal_is_set (b) &&
         (!qtr_decimal_is_set (a) || qtr_decimal_equal (a, b));
}

gboolean
qtr_figures_restates (const QtrPlan *plan, const char *measure, QtrPeriod period, QtrDecimal value)
{
  return qtr_observation_is_restated_by (plan, find_observation (plan, measure, period), value);
}

static QtrPlan *
say (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period, QtrDecimal value,
     gboolean provisional, const QtrRestatement *reason)
{
  return qtr_edit_tell (plan, measure, period, NULL, value, provisional, quarter, reason);
}

QtrPlan *
qtr_figures_observe (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                     QtrDecimal value, const QtrRestatement *reason)
{
  const QtrVintage *latest = find_latest (plan, measure, period);
  QtrDecimal standing = latest == NULL ? QTR_DECIMAL_NONE : latest->value;

  if (is_same (standing, value))
    return qtr_record_ref (plan);

  return say (plan, measure, quarter, period, value,
              latest != NULL && latest->provisional && qtr_decimal_is_set (value), reason);
}

QtrPlan *
qtr_figures_set_provisional (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                             gboolean provisional)
{
  const QtrVintage *latest = find_latest (plan, measure, period);

  if (latest == NULL || !qtr_decimal_is_set (latest->value) || latest->provisional == provisional)
    return qtr_record_ref (plan);

  return say (plan, measure, quarter, period, latest->value, provisional, NULL);
}

QtrPlan *
qtr_figures_note (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                  const char *note)
{
  const QtrObservation *observation = find_observation (plan, measure, period);
  const char *words = note == NULL || *note == '\0' ? NULL : note;
  g_autoptr (QtrPlan) gap = NULL;

  if (observation != NULL)
    return qtr_edit_set (plan, observation->record.id, "note", words, NULL);
  if (words == NULL)
    return qtr_record_ref (plan);

  gap = say (plan, measure, quarter, period, QTR_DECIMAL_NONE, FALSE, NULL);
  return qtr_edit_set (gap, find_observation (gap, measure, period)->record.id, "note", words, NULL);
}
