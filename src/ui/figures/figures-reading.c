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

/* What is known now of just that period; nothing where it would be made of shorter ones. */
static QtrDecimal
get_standing (const QtrPlan *plan, const char *id, QtrPeriod period)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, id, NULL);
  const QtrObservation *observation =
      measure == NULL ? NULL : qtr_measure_find_observation (plan, measure, period, NULL);
  const QtrVintage *latest = observation == NULL ? NULL : qtr_observation_get_latest (observation);

  return latest == NULL ? QTR_DECIMAL_NONE : latest->value;
}

QtrPlan *
qtr_figures_observe (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                     QtrDecimal value)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  QtrDecimal standing = get_standing (plan, measure, period);
  g_autoptr (QtrVintage) vintage = NULL;

  if (qtr_decimal_is_set (standing) == qtr_decimal_is_set (value) &&
      (!qtr_decimal_is_set (value) || qtr_decimal_equal (standing, value)))
    return qtr_record_ref (plan);

  vintage =
      qtr_record_new (&qtr_vintage_type, "value", value, "update", update == NULL ? NULL : update->record.id,
                      "version", update == NULL ? NULL : update->version, NULL);
  return qtr_edit_observe (plan, measure, period, NULL, vintage);
}
