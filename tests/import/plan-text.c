/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/plan-text.h"
#include "model/update.h"

static void add (GString *out, int depth, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (GString *out, int depth, const char *format, ...)
{
  va_list arguments;

  g_string_append_printf (out, "%*s", depth * 2, "");
  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
  g_string_append_c (out, '\n');
}

static const char *
shown (const char *text)
{
  return text != NULL ? text : "~";
}

static void
add_report_bullets (GString *out, GPtrArray *bullets, int depth)
{
  for (guint i = 0; i < bullets->len; i++) {
    const QtrReportBullet *bullet = g_ptr_array_index (bullets, i);

    if (bullet->area != NULL)
      add (out, depth, "- [%s] %s", bullet->area, bullet->text);
    else
      add (out, depth, "- %s", bullet->text);
    add_report_bullets (out, bullet->bullets, depth + 1);
  }
}

char *
plan_text_of_report (const QtrReport *report)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    add (out, 0, "%d %s", priority->number, priority->title);
    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);

      add (out, 1, "<%s> %s", commitment->lead, commitment->text);
      add_report_bullets (out, commitment->bullets, 2);
    }
  }
  return g_string_free (out, FALSE);
}

static char *
place_of (const QtrPlan *plan, const char *id)
{
  for (guint i = 0; id != NULL && i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    guint at = 0;

    if (g_str_equal (priority->record.id, id))
      return g_strdup_printf ("#%u", i);
    if (qtr_list_find (priority->commitments, id, &at) != NULL)
      return g_strdup_printf ("#%u.%u", i, at);
  }
  return g_strdup (id == NULL ? "~" : "dangling");
}

static void
add_areas (GString *out, const QtrList *areas, int depth)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);

    add (out, depth, "area %s", area->name);
    add_areas (out, area->areas, depth + 1);
  }
}

static void
add_priority (GString *out, const QtrPlan *plan, const QtrPriority *priority)
{
  g_autofree char *successor = place_of (plan, priority->successor);

  add (out, 0, "priority %d %s (%s to %s, then %s)", priority->number, shown (priority->title),
       shown (priority->from), shown (priority->until), successor);
  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);
    g_autofree char *next = place_of (plan, commitment->successor);

    add (out, 1, "<%s> %s (%s to %s, then %s)", shown (commitment->lead), shown (commitment->text),
         shown (commitment->from), shown (commitment->until), next);
  }
}

static void
add_bullets (GString *out, const QtrList *bullets, int depth)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    add (out, depth, "- [%s] %s", shown (bullet->area), shown (bullet->text));
    add_bullets (out, bullet->bullets, depth + 1);
  }
}

static void
add_update (GString *out, const QtrPlan *plan, const QtrUpdate *update)
{
  add (out, 0, "update %s %s|%s|%s|%s|%s|%s|%s", update->quarter, shown (update->marking),
       shown (update->title), shown (update->plan_period), shown (update->data_to), shown (update->version),
       shown (update->produced), shown (update->produced_by));
  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);
    g_autofree char *commitment = place_of (plan, section->commitment);

    add (out, 1, "section %s", commitment);
    add_bullets (out, section->bullets, 2);
  }
}

char *
plan_text_of_plan (const QtrPlan *plan)
{
  GString *out = g_string_new (NULL);

  add (out, 0, "%s|%s|%s", shown (plan->title), shown (plan->years), shown (plan->body));
  add_areas (out, plan->areas, 0);
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++)
    add_priority (out, plan, qtr_list_get (plan->priorities, i));
  for (guint i = 0; i < qtr_list_length (plan->updates); i++)
    add_update (out, plan, qtr_list_get (plan->updates, i));
  return g_string_free (out, FALSE);
}

static gboolean
is_visible (const QtrPlan *plan, const QtrSection *section, QtrPeriod quarter)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);

  for (guint i = 0; i < priorities->len; i++) {
    g_autoptr (GPtrArray) commitments =
        qtr_plan_list_commitments (plan, g_ptr_array_index (priorities, i), quarter);

    for (guint j = 0; j < commitments->len; j++) {
      if (g_strcmp0 (((QtrCommitment *) g_ptr_array_index (commitments, j))->record.id,
                     section->commitment) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

char *
plan_text_of_invisible (const QtrPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    for (guint j = 0; j < qtr_list_length (update->sections); j++) {
      const QtrSection *section = qtr_list_get (update->sections, j);

      if (is_visible (plan, section, qtr_plan_parse_period (plan, update->quarter)))
        continue;
      add (out, 0, "invisible in %s", update->quarter);
      add_bullets (out, section->bullets, 1);
    }
  }
  return g_string_free (out, FALSE);
}
