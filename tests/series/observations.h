/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"

/*
 * Measures for tests, written in one line: "2019-10=12 2019-11@North=13~ 2019-12=14|15". After the equals
 * sign stand the vintages, the earliest first; "~" is provisional, "-" a vintage without a value.
 */

static inline QtrVintage *
parse_vintage (const char *text)
{
  g_autofree char *digits = g_strdup (text);
  gboolean provisional = g_str_has_suffix (text, "~");
  QtrDecimal value = QTR_DECIMAL_NONE;

  if (provisional)
    digits[strlen (digits) - 1] = '\0';
  if (!g_str_equal (digits, "-"))
    g_assert_true (qtr_decimal_parse (digits, &value, NULL));
  return qtr_record_new (&qtr_vintage_type, "value", value, "provisional", provisional, NULL);
}

static inline QtrObservation *
parse_observation (const char *text)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_auto (GStrv) place = g_strsplit (sides[0], "@", 2);
  g_auto (GStrv) values = g_strsplit (sides[1], "|", 0);
  g_autoptr (GPtrArray) vintages = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (vintages, parse_vintage (values[i]));
  list = qtr_list_new_from_array (vintages);
  return qtr_record_new (&qtr_observation_type, "period", place[0], "area", place[1], "vintages", list, NULL);
}

static inline QtrList *
parse_observations (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  g_autoptr (GPtrArray) observations = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (observations, parse_observation (words[i]));
  return qtr_list_new_from_array (observations);
}

static inline QtrPeriod
parse_period (const char *text)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  if (text != NULL)
    g_assert_true (qtr_period_parse (text, 4, &period, NULL));
  return period;
}
