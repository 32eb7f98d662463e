/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/exporter.h"
#include "import/place.h"
#include "import/round-trip.h"
#include "model/update.h"

static const char *
shown (const char *text)
{
  return text != NULL ? text : "~";
}

static void
add_bullets (GString *out, const QtrList *bullets, int depth)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_string_append_printf (out, "%*s- [%s] %s\n", depth * 2, "", shown (bullet->area), shown (bullet->text));
    add_bullets (out, bullet->bullets, depth + 1);
  }
}

static void
add_section (GString *out, const QtrSection *section)
{
  if (section != NULL && section->nil_return)
    g_string_append_printf (out, "    nil: %s\n", shown (section->nil_reason));
  add_bullets (out, section != NULL ? section->bullets : NULL, 2);
}

/* What the update says, ids and what is no narrative aside. */
static char *
narrative_of (const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);
  GString *out = g_string_new (NULL);

  g_string_append_printf (
      out, "%s|%s|%s|%s|%s|%s\n", shown (update->title != NULL ? update->title : plan->title),
      shown (update->plan_period != NULL ? update->plan_period : plan->years), shown (update->data_to),
      shown (update->version), shown (update->produced), shown (update->produced_by));
  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = priorities->pdata[i];
    g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (plan, priority, quarter);

    g_string_append_printf (out, "%d %s\n", priority->number, priority->title);
    for (guint j = 0; j < commitments->len; j++) {
      const QtrCommitment *commitment = commitments->pdata[j];

      g_string_append_printf (out, "  <%s> %s\n", shown (commitment->lead), shown (commitment->text));
      add_section (out, qtr_update_find_section (update, commitment->record.id));
    }
  }
  return g_string_free (out, FALSE);
}

void
round_trip_assert (const QtrPlan *plan, const char *quarter, const char *audience)
{
  QtrPublicationOptions options = { .draft = TRUE, .audience = audience };
  QtrImportContext context = { .quarter = qtr_plan_parse_period (plan, quarter) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qtr_export (plan, context.quarter, "md", &options, &error);
  g_autoptr (QtrReport) report = NULL;
  g_autoptr (QtrPlan) empty = qtr_record_new (&qtr_plan_type, "title", NULL, NULL);
  g_autoptr (QtrPlan) placed = NULL;
  g_autofree char *before = narrative_of (plan, context.quarter);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  report = qtr_import_read ("a.md", bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->front.period.start, ==, context.quarter.start);
  placed = qtr_place_report (empty, report, &context, NULL, &error);
  g_assert_no_error (error);
  after = narrative_of (placed, context.quarter);
  g_assert_cmpstr (after, ==, before);
}
