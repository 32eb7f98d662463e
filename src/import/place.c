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
#include "import/wording.h"

/* From here on, titles under one number are spellings of one title. */
#define TITLE_LIKENESS 0.5

static gboolean
is_reported_after (const QtrPlan *plan, const QtrPriority *priority, QtrPeriod quarter)
{
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    if (qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) <= 0)
      continue;
    for (guint j = 0; j < qtr_list_length (priority->commitments); j++) {
      const QtrCommitment *commitment = qtr_list_get (priority->commitments, j);

      if (qtr_update_find_section (update, commitment->record.id) != NULL)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
titles_match (const QtrPriority *priority, const char *title)
{
  g_autofree char *ours = qtr_wording_fold_title (priority->title);
  g_autofree char *theirs = qtr_wording_fold_title (title);

  return ours[0] == '\0' || theirs[0] == '\0' || qtr_wording_similarity (ours, theirs) >= TITLE_LIKENESS;
}

/* By number and title; a title that is known under another number is the same priority, counted anew. */
static const QtrPriority *
match_priority (const QtrPlan *plan, const QtrReportPriority *source)
{
  g_autofree char *theirs = qtr_wording_fold_title (source->title);

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    if (priority->number == source->number && titles_match (priority, source->title))
      return priority;
  }
  for (guint i = 0; theirs[0] != '\0' && i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    g_autofree char *ours = qtr_wording_fold_title (priority->title);

    if (g_str_equal (ours, theirs))
      return priority;
  }
  return NULL;
}

static int
start_of (const QtrPlan *plan, const QtrPriority *priority)
{
  QtrPeriod from = qtr_plan_parse_period (plan, priority->from);

  return qtr_period_is_set (from) ? from.start : G_MININT;
}

/* Priorities under one number follow each other in time. */
static QtrPlan *
chain_priorities (const QtrPlan *plan, int number)
{
  QtrPlan *now = qtr_record_ref (plan);
  const QtrPriority *before = NULL;

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    QtrPeriod from = qtr_plan_parse_period (plan, priority->from);

    if (priority->number != number)
      continue;
    if (before != NULL && qtr_period_is_set (from)) {
      g_autoptr (QtrPlan) old = now;
      g_autofree char *until = qtr_period_to_string (qtr_period_add (from, -1));

      now = qtr_edit_set (old, before->record.id, "until", until, "successor", priority->record.id, NULL);
    }
    before = priority;
  }
  return now;
}

static QtrPlan *
add_priority (const QtrPlan *plan, const QtrReportPriority *source, QtrPeriod quarter, char **id)
{
  g_autofree char *from = qtr_period_to_string (quarter);
  g_autoptr (QtrPriority) made =
      qtr_record_new (&qtr_priority_type, "number", source->number, "title",
                      source->title[0] != '\0' ? source->title : NULL, "from", from, NULL);
  g_autoptr (QtrPlan) now = NULL;
  guint at = 0;

  while (at < qtr_list_length (plan->priorities)) {
    const QtrPriority *other = qtr_list_get (plan->priorities, at);

    if (other->number > source->number ||
        (other->number == source->number && start_of (plan, other) > quarter.start))
      break;
    at++;
  }
  *id = g_strdup (made->record.id);
  now = qtr_edit_insert (plan, plan->record.id, "priorities", at, made);
  return chain_priorities (now, source->number);
}

static QtrPlan *
update_priority (const QtrPlan *plan, const QtrPriority *priority, const QtrReportPriority *source,
                 QtrPeriod quarter)
{
  gboolean latest = !is_reported_after (plan, priority, quarter);
  gboolean earlier = priority->from != NULL && quarter.start < start_of (plan, priority);
  g_autofree char *from = earlier ? qtr_period_to_string (quarter) : g_strdup (priority->from);
  gboolean rename = source->title[0] != '\0' && (latest || priority->title == NULL);

  return qtr_edit_set (plan, priority->record.id, "number", latest ? source->number : priority->number,
                       "title", rename ? source->title : priority->title, "from", from, NULL);
}

static QtrPlan *
place_commitments (const QtrPlan *plan, const char *update, GPtrArray *ids, const QtrReportPriority *source,
                   QtrReport *report)
{
  QtrPlan *now = qtr_record_ref (plan);

  for (guint i = 0; i < source->commitments->len; i++) {
    const QtrReportCommitment *commitment = g_ptr_array_index (source->commitments, i);
    g_autoptr (QtrPlan) before = now;
    const QtrUpdate *found = qtr_list_find (before->updates, update, NULL);
    const QtrSection *section = qtr_update_find_section (found, g_ptr_array_index (ids, i));
    g_autoptr (QtrList) bullets =
        qtr_bullets_merge (section != NULL ? section->bullets : NULL, commitment->bullets, report);

    now = qtr_edit_set_bullets (before, update, g_ptr_array_index (ids, i), bullets);
  }
  return now;
}

static QtrPlan *
place_priority (const QtrPlan *plan, const char *update, const QtrReportPriority *source, QtrPeriod quarter,
                QtrReport *report)
{
  const QtrPriority *priority = match_priority (plan, source);
  g_autofree char *id = priority != NULL ? g_strdup (priority->record.id) : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QtrPlan) titled = NULL;
  g_autoptr (QtrPlan) promised = NULL;

  if (priority != NULL)
    titled = update_priority (plan, priority, source, quarter);
  else
    titled = add_priority (plan, source, quarter, &id);
  promised = qtr_succession_place (titled, id, report, source, quarter, ids);
  return place_commitments (promised, update, ids, source, report);
}

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

/* Whether what the plan says of itself came from an earlier report, or from nowhere: then a later one may
 * say it anew. */
static gboolean
may_say (const QtrPlan *plan, const char *text, QtrPeriod quarter, gboolean years)
{
  gboolean from_report = text == NULL;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    const char *said = years ? update->plan_period : update->title;

    if (said == NULL)
      continue;
    if (text != NULL && qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) > 0)
      return FALSE;
    from_report = from_report || g_strcmp0 (said, text) == 0;
  }
  return from_report;
}

/* "Performance Unit, Example Constabulary": the body stands behind the comma. */
static const char *
body_of (const QtrReportFront *front)
{
  const char *comma = front->unit.text != NULL ? strrchr (front->unit.text, ',') : NULL;

  if (comma == NULL)
    return NULL;
  comma++;
  return comma + strspn (comma, " ");
}

static QtrPlan *
place_title (const QtrPlan *plan, const QtrReportFront *front, QtrPeriod quarter)
{
  const char *title = front->title.text;
  const char *years = front->plan_period.text;
  const char *marking = front->marking.text;
  g_autoptr (QtrTokens) markings = NULL;

  if (title == NULL || !may_say (plan, plan->title, quarter, FALSE))
    title = plan->title;
  if (years == NULL || !may_say (plan, plan->years, quarter, TRUE))
    years = plan->years;
  if (marking != NULL && plan->markings == NULL)
    markings = qtr_tokens_new (&marking, 1);
  return qtr_edit_set (plan, plan->record.id, "title", title, "years", years, "body",
                       or_else (plan->body, body_of (front)), "markings",
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
  g_autoptr (QtrPlan) titled = NULL;
  g_autoptr (QtrPlan) updated = NULL;
  g_autofree char *update = NULL;
  QtrPlan *now;

  g_return_val_if_fail (plan != NULL && report != NULL, NULL);
  if (!find_quarter (report, context, &period, error))
    return NULL;
  if (quarter != NULL)
    *quarter = period;
  titled = place_title (plan, &report->front, period);
  updated = ensure_update (titled, period, &update);
  now = place_front (updated, qtr_list_find (updated->updates, update, NULL), &report->front);
  for (guint i = 0; i < report->priorities->len; i++) {
    g_autoptr (QtrPlan) before = now;

    now = place_priority (before, update, g_ptr_array_index (report->priorities, i), period, report);
  }
  {
    g_autoptr (QtrPlan) before = now;

    now = qtr_places_add (before, report);
  }
  return now;
}
