/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/measure-uses.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/figure-link.h"
#include "model/update.h"
#include "ui/update/quarter-words.h"

typedef struct {
  const QtrPlan *plan;
  const char *id;
  GPtrArray *uses;
} Search;

static void
use_free (gpointer data)
{
  QtrMeasureUse *use = data;

  g_free (use->record);
  g_free (use->title);
  g_free (use->words);
  g_free (use);
}

static QtrMeasureUse *
add_use (Search *search, const char *record, const char *title, const char *words)
{
  QtrMeasureUse *use = g_new0 (QtrMeasureUse, 1);

  *use = (QtrMeasureUse) { g_strdup (record), g_strdup (title), g_strdup (words), FALSE };
  g_ptr_array_add (search->uses, use);
  return use;
}

static gboolean
has_link (const char *text, const char *id)
{
  g_autoptr (GArray) places = NULL;

  if (text == NULL || strstr (text, QTR_FIGURE_LINK_OPENING) == NULL)
    return FALSE;

  places = qtr_figure_links_find (text);
  for (guint i = 0; i < places->len; i++)
    if (g_str_equal (g_array_index (places, QtrFigurePlace, i).link.measure, id))
      return TRUE;
  return FALSE;
}

/* The words around the figures: what it prints is to be seen on the page. */
static char *
leave_links_out (const char *text)
{
  g_autoptr (GArray) places = qtr_figure_links_find (text);
  GString *words = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < places->len; i++) {
    const QtrFigurePlace *place = &g_array_index (places, QtrFigurePlace, i);

    g_string_append_len (words, text + from, (gssize) (place->start - from));
    g_string_append (words, "…");
    from = place->end;
  }
  g_string_append (words, text + from);
  return g_string_free_and_steal (words);
}

static void
look_in_bullets (Search *search, const char *title, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    if (has_link (bullet->text, search->id)) {
      g_autofree char *words = leave_links_out (bullet->text);

      add_use (search, bullet->record.id, title, words);
    }
    look_in_bullets (search, title, bullet->bullets);
  }
}

/* Its figure stands in the grid of that update, and its chart beside it. */
static gboolean
tells_value (const QtrMeasure *measure, const char *update)
{
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    for (guint j = 0; j < qtr_list_length (observation->vintages); j++)
      if (g_strcmp0 (((const QtrVintage *) qtr_list_get (observation->vintages, j))->update, update) == 0)
        return TRUE;
  }

  return FALSE;
}

static void
look_under_priority (Search *search, const QtrUpdate *update, const char *quarter,
                     const QtrPriority *priority)
{
  /* Translators: a quarter, then a priority. */
  g_autofree char *title = g_strdup_printf (_ ("%1$s, %2$s"), quarter, priority->title);

  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);
    const QtrSection *section = qtr_update_find_section (update, commitment->record.id);

    if (section != NULL)
      look_in_bullets (search, title, section->bullets);
  }
}

static void
look_in_update (Search *search, const QtrMeasure *measure, const QtrUpdate *update)
{
  g_autofree char *quarter = qtr_quarter_to_words (qtr_plan_parse_period (search->plan, update->quarter));

  for (guint i = 0; i < qtr_list_length (search->plan->priorities); i++)
    look_under_priority (search, update, quarter, qtr_list_get (search->plan->priorities, i));
  if (tells_value (measure, update->record.id))
    add_use (search, update->record.id, quarter, _ ("The update tells a value of it, in its figures."));
}

static void
look_in_rates (Search *search)
{
  for (guint i = 0; i < qtr_list_length (search->plan->measures); i++) {
    const QtrMeasure *rate = qtr_list_get (search->plan->measures, i);

    if (g_strcmp0 (rate->numerator, search->id) == 0 || g_strcmp0 (rate->denominator, search->id) == 0)
      add_use (search, rate->record.id, rate->name, _ ("This rate is worked out from it."));
  }
}

GPtrArray *
qtr_measure_list_uses (const QtrPlan *plan, const char *id)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, id, NULL);
  Search search = { plan, id, g_ptr_array_new_with_free_func (use_free) };

  for (guint i = 0; measure != NULL && i < qtr_tokens_length (measure->priorities); i++) {
    const QtrPriority *priority = qtr_list_find (plan->priorities, measure->priorities->at[i], NULL);

    if (priority == NULL)
      continue;
    add_use (&search, id, priority->title, _ ("Its figures are on this priority’s page."));
    add_use (&search, id, priority->title, _ ("Its chart is beside this priority’s page."))->is_chart = TRUE;
  }
  for (guint i = qtr_list_length (plan->updates); measure != NULL && i > 0; i--)
    look_in_update (&search, measure, qtr_list_get (plan->updates, i - 1));
  look_in_rates (&search);
  return search.uses;
}
