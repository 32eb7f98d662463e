/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/completeness.h"

#include <glib/gi18n-lib.h>

#include "series/comparison.h"

/* How much of a commitment's text its findings quote. */
#define QUOTE_LENGTH 60

typedef enum { REPORT_NOTHING, REPORT_NIL_WITHOUT_REASON, REPORT_GIVEN } Report;

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

void
qtr_check_missing_front_matter (const QtrInputs *inputs, GArray *remarks)
{
  static const struct {
    const char *field;
    const char *message;
  } wanted[] = {
    { "marking", N_ ("The front page has no protective marking: choose one.") },
    { "title", N_ ("The front page has no title: give it one.") },
    { "plan_period", N_ ("The front page does not say which years the plan covers: fill them in.") },
    { "data_to", N_ ("The front page does not say to which month the data goes: fill it in.") },
    { "version", N_ ("The front page has no version: fill it in.") },
    { "produced", N_ ("The front page does not say in which month it was produced: fill it in.") },
    { "produced_by", N_ ("The front page does not say which unit produced it: fill it in.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    const QtrField *field = qtr_record_type_find_field (&qtr_update_type, wanted[i].field);

    if (is_blank (qtr_record_get (inputs->record, field).string))
      qtr_remark_add (remarks, -1, g_strdup (_ (wanted[i].message)))->field = wanted[i].field;
  }
}

static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTE_LENGTH)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, QUOTE_LENGTH);
  g_strchomp (start);
  return g_strconcat (start, "…", NULL);
}

static Report
read_report (const QtrSection *section)
{
  if (qtr_section_is_reported (section) && (section->bullets != NULL || !is_blank (section->nil_reason)))
    return REPORT_GIVEN;

  return section != NULL && section->nil_return ? REPORT_NIL_WITHOUT_REASON : REPORT_NOTHING;
}

GVariant *
qtr_summarise_report (const QtrInputs *inputs)
{
  const QtrCommitment *commitment = inputs->record;
  const QtrSection *section =
      qtr_list_length (inputs->companions) == 0 ? NULL : qtr_list_get (inputs->companions, 0);

  return g_variant_new ("(is)", read_report (section), or_empty (commitment->text));
}

static Report
get_report (GPtrArray *summaries, guint index, const char **text)
{
  gint32 report = REPORT_NOTHING;

  g_variant_get (summaries->pdata[index], "(i&s)", &report, text);
  return (Report) report;
}

/* A priority without any commitment in force has nothing to report. */
static gboolean
is_missing (GPtrArray *summaries)
{
  const char *text = NULL;

  for (guint i = 0; i < summaries->len; i++)
    if (get_report (summaries, i, &text) == REPORT_GIVEN)
      return FALSE;

  return summaries->len > 0;
}

void
qtr_check_missing_priority (const QtrInputs *inputs, GArray *remarks)
{
  const QtrPriority *priority = inputs->record;
  g_autofree char *quarter = NULL;

  if (!is_missing (inputs->summaries))
    return;

  quarter = qtr_period_to_label (inputs->quarter);
  /* Translators: the number of the priority, its title, and a quarter such as “Q3 2019/20”. */
  qtr_remark_add (remarks, -1,
                  g_strdup_printf (_ ("Priority %d “%s” has no report for %s: write it, or give a nil return "
                                      "with its reason."),
                                   priority->number, or_empty (priority->title), quarter));
}

static char *
describe_missing (Report report, int priority, const char *text, const char *quarter)
{
  if (report == REPORT_NIL_WITHOUT_REASON)
    /* Translators: the number of the priority, the beginning of a commitment, and a quarter. */
    return g_strdup_printf (_ ("Under Priority %d, “%s” has a nil return without a reason for %s: say why "
                               "there is nothing to report."),
                            priority, text, quarter);

  /* Translators: the number of the priority, the beginning of a commitment, and a quarter. */
  return g_strdup_printf (_ ("Under Priority %d, “%s” has no report for %s: write it, or give a nil return "
                             "with its reason."),
                          priority, text, quarter);
}

/* Where all of a priority is missing, that says it all. */
void
qtr_check_missing_commitment (const QtrInputs *inputs, GArray *remarks)
{
  const QtrPriority *priority = inputs->record;
  g_autofree char *quarter = NULL;

  if (is_missing (inputs->summaries))
    return;

  quarter = qtr_period_to_label (inputs->quarter);
  for (guint i = 0; i < inputs->summaries->len; i++) {
    const char *text = NULL;
    Report report = get_report (inputs->summaries, i, &text);
    g_autofree char *quoted = quote (text);

    if (report != REPORT_GIVEN)
      qtr_remark_add (remarks, (int) i, describe_missing (report, priority->number, quoted, quarter));
  }
}

static gboolean
has_value (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period, const char *area)
{
  return qtr_decimal_is_set (qtr_series_get_point (plan, NULL, measure, period, area).value);
}

/* The areas that a measure is kept by; empty where it is kept for the whole, too. */
static GPtrArray *
list_areas (const QtrMeasure *measure)
{
  GPtrArray *areas = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    if (observation->area == NULL) {
      g_ptr_array_set_size (areas, 0);
      break;
    }
    if (!g_ptr_array_find_with_equal_func (areas, observation->area, g_str_equal, NULL))
      g_ptr_array_add (areas, (gpointer) observation->area);
  }

  return areas;
}

/* An area is missed if it had a value the time before: areas come and go, and their measures with them. */
static char *
list_missing_areas (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period, GPtrArray *areas)
{
  GString *missing = g_string_new (NULL);

  for (guint i = 0; i < areas->len; i++) {
    const char *area = areas->pdata[i];

    if (!has_value (plan, measure, qtr_period_add (period, -1), area) ||
        has_value (plan, measure, period, area))
      continue;
    if (missing->len > 0)
      /* Translators: between the names of areas in a list. */
      g_string_append (missing, _ (", "));
    g_string_append (missing, area);
  }

  return g_string_free (missing, FALSE);
}

static gboolean
has_any_area (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period, GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    if (has_value (plan, measure, period, areas->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
check_figure (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period, GArray *remarks)
{
  g_autoptr (GPtrArray) areas = list_areas (measure);
  g_autofree char *label = qtr_period_to_label (period);
  g_autofree char *missing = NULL;

  if (has_value (plan, measure, period, NULL))
    return;

  if (!has_any_area (plan, measure, period, areas)) {
    /* Translators: the name of a measure and a period such as “Q3 2019/20”. */
    qtr_remark_add (remarks, -1,
                    g_strdup_printf (_ ("“%s” has no figure for %s: enter it, or retire the measure."),
                                     or_empty (measure->name), label));
    return;
  }

  missing = list_missing_areas (plan, measure, period, areas);
  if (*missing != '\0')
    /* Translators: the name of a measure, a period such as “Q3 2019/20”, and names of areas. */
    qtr_remark_add (remarks, -1,
                    g_strdup_printf (_ ("“%s” has no figure for %s in %s: enter it."),
                                     or_empty (measure->name), label, missing));
}

void
qtr_check_missing_figure (const QtrInputs *inputs, GArray *remarks)
{
  const QtrMeasure *measure = inputs->record;
  /* What a rate is computed from is looked up in a plan, so it is given one that has just that. */
  g_autoptr (QtrPlan) plan = qtr_record_with (inputs->plan, "measures", inputs->companions, NULL);
  QtrPeriod data_to = qtr_plan_parse_period (plan, inputs->front->data_to);
  QtrPeriod due = qtr_measure_get_due (plan, measure, inputs->quarter, data_to);

  if (qtr_period_is_set (due))
    check_figure (plan, measure, due, remarks);
}

void
qtr_check_empty_bullet (const QtrInputs *inputs, GArray *remarks)
{
  const QtrBullet *bullet = inputs->record;

  if (bullet->bullets != NULL || !is_blank (bullet->text))
    return;

  if (bullet->area == NULL)
    qtr_remark_add (remarks, -1, g_strdup (_ ("This bullet is empty: write it, or remove it.")));
  else
    /* Translators: the name of an area, such as a district. */
    qtr_remark_add (
        remarks, -1,
        g_strdup_printf (_ ("The bullet for %s says nothing: write it, or remove it."), bullet->area));
}
