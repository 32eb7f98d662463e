/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/prose.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "model/logo.h"
#include "model/measure.h"
#include "model/review.h"
#include "model/update.h"
#include "series/resolve.h"

static void
add_bullets (GString *text, const QtrList *bullets, guint depth)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_string_append_printf (text, "%*s- ", (int) depth * 2, "");
    if (bullet->area != NULL)
      g_string_append_printf (text, "%s: ", bullet->area);
    if (bullet->marking != NULL)
      g_string_append_printf (text, "[%s] ", bullet->marking);
    g_string_append_printf (text, "%s\n", bullet->text == NULL ? "" : bullet->text);
    add_bullets (text, bullet->bullets, depth + 1);
  }
}

static void
add_commitment (GString *text, const QtrCommitment *commitment, const QtrSection *section)
{
  g_string_append_printf (text, "\n%s %s\n", commitment->lead == NULL ? "" : commitment->lead,
                          commitment->text == NULL ? "" : commitment->text);
  if (section == NULL || !qtr_section_is_reported (section))
    /* Translators: stands where an update says nothing under a commitment. */
    g_string_append_printf (text, "%s\n", _ ("(not reported)"));
  if (section != NULL && section->nil_return)
    g_string_append_printf (text, _ ("Nil return: %s\n"),
                            section->nil_reason == NULL ? "" : section->nil_reason);
  if (section != NULL)
    add_bullets (text, section->bullets, 0);
}

static void
add_front (GString *text, const QtrPlan *plan, const QtrUpdate *update, QtrPeriod quarter)
{
  const char *const lines[] = { update->marking, update->title,    update->plan_period, update->data_to,
                                update->version, update->produced, update->produced_by };
  g_autofree char *label = qtr_period_to_label (quarter);

  g_string_append_printf (text, "\n# %s (%s)\n", label,
                          qtr_state_get_word (qtr_plan_get_state (plan, update->record.id)));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (text, "%s\n", lines[i]);
}

static void
add_update (GString *text, QtrResolver *resolver, const QtrPlan *plan, const QtrUpdate *source,
            QtrPeriod quarter)
{
  g_autoptr (QtrUpdate) update = qtr_resolver_resolve (resolver, plan, source);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);

  add_front (text, plan, update, quarter);
  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = priorities->pdata[i];
    g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (plan, priority, quarter);

    g_string_append (text, "\n## ");
    g_string_append_printf (text, _ ("Priority %d – %s"), priority->number,
                            priority->title == NULL ? "" : priority->title);
    g_string_append_c (text, '\n');
    for (guint j = 0; j < commitments->len; j++) {
      const QtrCommitment *commitment = commitments->pdata[j];

      add_commitment (text, commitment, qtr_update_find_section (update, commitment->record.id));
    }
  }
}

static void
add_observation (GString *text, const QtrMeasure *measure, const QtrObservation *observation)
{
  g_string_append (text, observation->period == NULL ? "" : observation->period);
  if (observation->area != NULL)
    g_string_append_printf (text, " %s", observation->area);
  g_string_append_c (text, ':');
  for (guint i = 0; i < qtr_list_length (observation->vintages); i++) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i);
    g_autofree char *value = qtr_figure_format (vintage->value, measure->unit);

    if (i > 0)
      /* Translators: stands between a figure and the one that took its place: 208, restated as 215. */
      g_string_append (text, _ (", restated as"));
    g_string_append_printf (text, " %s", value);
    if (vintage->provisional)
      g_string_append (text, _ (" (provisional)"));
  }
  g_string_append_c (text, '\n');
}

static void
add_measure (GString *text, const QtrMeasure *measure)
{
  g_string_append_printf (text, "\n## %s\n", measure->name == NULL ? "" : measure->name);
  for (guint i = 0; i < qtr_list_length (measure->observations); i++)
    add_observation (text, measure, qtr_list_get (measure->observations, i));
}

static void
add_logo (GString *text, const QtrPlan *plan)
{
  const char *media_type = NULL;
  g_autoptr (GBytes) bytes = qtr_logo_get_bytes (plan->logo, &media_type);
  g_autofree char *size = g_format_size (g_bytes_get_size (bytes));

  /* Translators: the kind of a picture, its size, and what it says. */
  g_string_append_printf (text, _ ("Logo: %s, %s, “%s”"), media_type, size,
                          plan->logo_text == NULL ? "" : plan->logo_text);
  g_string_append_c (text, '\n');
}

/* What the house wants, a line each; nothing of what it leaves to the writer. */
static void
add_style (GString *text, const QtrPlan *plan)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (plan->accent != NULL)
    g_string_append_printf (lines, "%s: %s\n", _ ("Accent colour"), plan->accent);
  if (plan->percent != QTR_PERCENT_ANY)
    g_string_append_printf (lines, "%s: %s\n", _ ("Percentages"),
                            plan->percent == QTR_PERCENT_SIGN ? _ ("18%") : _ ("18 per cent"));
  if (plan->small_numbers != QTR_SMALL_NUMBERS_ANY)
    g_string_append_printf (lines, "%s: %s\n", _ ("Numbers up to ten"),
                            plan->small_numbers == QTR_SMALL_NUMBERS_WORDS ? _ ("in words")
                                                                           : _ ("in digits"));
  for (guint i = 0; i < qtr_list_length (plan->terms); i++) {
    const QtrTerm *term = qtr_list_get (plan->terms, i);

    g_string_append_printf (lines, _ ("Not “%s”, but “%s”"), term->avoid == NULL ? "" : term->avoid,
                            term->use == NULL ? "" : term->use);
    g_string_append_c (lines, '\n');
  }
  if (plan->logo != NULL)
    add_logo (lines, plan);
  if (lines->len > 0)
    g_string_append_printf (text, "\n# %s\n%s", _ ("House style"), lines->str);
}

char *
qtr_plan_to_prose (const QtrPlan *plan, QtrPeriod quarter)
{
  g_autoptr (QtrResolver) resolver = qtr_resolver_new ();
  GString *text = g_string_new (plan->title == NULL ? "" : plan->title);

  g_string_append_c (text, '\n');
  add_style (text, plan);
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    QtrPeriod of_update = qtr_plan_parse_period (plan, update->quarter);

    if (!qtr_period_is_set (quarter) || qtr_period_compare (of_update, quarter) == 0)
      add_update (text, resolver, plan, update, of_update);
  }
  if (plan->measures != NULL)
    g_string_append_printf (text, "\n# %s\n", _ ("Measures"));
  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    add_measure (text, qtr_list_get (plan->measures, i));
  return g_string_free (text, FALSE);
}
