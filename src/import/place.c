/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/place-private.h"

/* `31 December 2019` names the month that its last two words name. */
static char *
month_of (const char *text, int first_month)
{
  QtrPeriod period = QTR_PERIOD_UNSET;
  const char *at = text;

  while (at != NULL && at[0] != '\0') {
    if (qtr_period_parse (at, first_month, &period, NULL))
      return qtr_period_to_string (period);
    at = strchr (at, ' ');
    at = at != NULL ? at + 1 : NULL;
  }
  return NULL;
}

static const char *
or_else (const char *first, const char *second)
{
  return first != NULL ? first : second;
}

static QtrPlan *
place_front (const QtrPlan *plan, const QtrUpdate *update, const QtrReportFront *front)
{
  g_autofree char *data_to = month_of (front->data_to.text, plan->first_month);
  g_autofree char *produced = month_of (front->produced.text, plan->first_month);

  return qtr_edit_set (plan, update->record.id, "marking", or_else (front->marking.text, update->marking),
                       "title", or_else (front->title.text, update->title), "plan_period",
                       or_else (front->plan_period.text, update->plan_period), "data_to",
                       or_else (data_to, update->data_to), "version",
                       or_else (front->version.text, update->version), "produced",
                       or_else (produced, update->produced), "produced_by",
                       or_else (front->unit.text, update->produced_by), NULL);
}

/* An update says only what its own report says: what another one's front page says is not its own. */
static QtrPlan *
ensure_update (const QtrPlan *plan, QtrPeriod quarter, char **id)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autofree char *text = qtr_period_to_string (quarter);
  g_autoptr (QtrUpdate) made = NULL;
  guint at = 0;

  if (update != NULL) {
    *id = g_strdup (update->record.id);
    return qtr_record_ref (plan);
  }
  made = qtr_record_new (&qtr_update_type, "quarter", text, NULL);
  *id = g_strdup (made->record.id);
  while (at < qtr_list_length (plan->updates) &&
         qtr_period_compare (
             qtr_plan_parse_period (plan, ((const QtrUpdate *) qtr_list_get (plan->updates, at))->quarter),
             quarter) < 0)
    at++;
  return qtr_edit_insert (plan, plan->record.id, "updates", at, made);
}

/* "Performance Unit, Example Constabulary": the body stands behind the comma. */
static const char *
body_of (const QtrUpdate *update)
{
  const char *comma = update->produced_by != NULL ? strrchr (update->produced_by, ',') : NULL;

  if (comma == NULL)
    return NULL;
  comma++;
  return comma + strspn (comma, " ");
}

static const char *
title_of (const QtrUpdate *update)
{
  return update->title;
}

static const char *
years_of (const QtrUpdate *update)
{
  return update->plan_period;
}

static const char *
marking_of (const QtrUpdate *update)
{
  return update->marking;
}

/* What the latest update says that says it, unless what the plan says of itself came from none: then it was
 * written by hand. @before is the plan before the report came. */
static const char *
say_anew (const QtrPlan *before, const QtrPlan *plan, const char *text,
          const char *(*said_by) (const QtrUpdate *update))
{
  gboolean from_update = text == NULL;

  for (guint i = 0; !from_update && i < qtr_list_length (before->updates); i++)
    from_update = g_strcmp0 (said_by (qtr_list_get (before->updates, i)), text) == 0;
  for (guint i = qtr_list_length (plan->updates); from_update && i-- > 0;) {
    const char *said = said_by (qtr_list_get (plan->updates, i));

    if (said != NULL && said[0] != '\0')
      return said;
  }
  return text;
}

static QtrPlan *
place_title (const QtrPlan *before, const QtrPlan *plan, const QtrReportFront *front)
{
  gboolean one_marking = qtr_tokens_length (plan->markings) == 1;
  const char *marking = say_anew (before, plan, one_marking ? plan->markings->at[0] : NULL, marking_of);
  g_autoptr (QtrTokens) markings = NULL;

  if (marking != NULL && (plan->markings == NULL || one_marking))
    markings = qtr_tokens_new (&marking, 1);
  return qtr_edit_set (plan, plan->record.id, "title", say_anew (before, plan, plan->title, title_of),
                       "years", say_anew (before, plan, plan->years, years_of), "body",
                       or_else (say_anew (before, plan, plan->body, body_of), front->body.text), "markings",
                       markings != NULL ? markings : plan->markings, NULL);
}

static gboolean
find_quarter (const QtrReport *report, const QtrImportContext *context, QtrPeriod *quarter, GError **error)
{
  QtrPeriod named = context != NULL ? context->quarter : QTR_PERIOD_UNSET;

  *quarter = qtr_period_is_set (named) ? named : report->front.period;
  if (qtr_period_is_set (*quarter) && quarter->unit == QTR_PERIOD_QUARTER)
    return TRUE;
  g_set_error (
      error, QTR_ERROR, QTR_ERROR_USAGE,
      _ ("The report does not name its quarter. Name it with --quarter, for instance --quarter 2019-20-Q3."));
  return FALSE;
}

QtrPlan *
qtr_place_report (const QtrPlan *plan, QtrReport *report, const QtrImportContext *context, QtrPeriod *quarter,
                  GError **error)
{
  QtrPeriod period = QTR_PERIOD_UNSET;
  g_autoptr (QtrPlan) updated = NULL;
  g_autoptr (QtrPlan) fronted = NULL;
  g_autoptr (QtrPlan) titled = NULL;
  g_autoptr (QtrPlan) placed = NULL;
  g_autofree char *update = NULL;

  g_return_val_if_fail (plan != NULL && report != NULL, NULL);
  if (!find_quarter (report, context, &period, error))
    return NULL;
  if (quarter != NULL)
    *quarter = period;
  updated = ensure_update (plan, period, &update);
  fronted = place_front (updated, qtr_list_find (updated->updates, update, NULL), &report->front);
  titled = place_title (plan, fronted, &report->front);
  placed = qtr_succession_place (titled, report, period);
  return qtr_places_add (placed, report);
}
