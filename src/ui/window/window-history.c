/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/measure.h"
#include "model/update.h"
#include "ui/window/window-private.h"

/* What undoing changed may be on another page: whoever undoes is taken there, to see it. */

/* The first record that is not the same in both lists, as the later one has it if it is there. */
static gconstpointer
find_other (const QtrList *before, const QtrList *now)
{
  const QtrList *lists[][2] = { { now, before }, { before, now } };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < qtr_list_length (lists[i][0]); j++) {
      const QtrRecord *record = qtr_list_get (lists[i][0], j);

      if (qtr_list_find (lists[i][1], record->id, NULL) != (gconstpointer) record)
        return record;
    }

  return NULL;
}

const QtrPriority *
qtr_window_find_promise (const QtrPlan *plan, const char *commitment)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    if (qtr_list_find (priority->commitments, commitment, NULL) != NULL)
      return priority;
  }

  return NULL;
}

static void
go_to_section (QtrWindow *self, const QtrPlan *plan, const QtrList *before, const QtrList *now)
{
  const QtrSection *section = find_other (before, now);
  const QtrPriority *priority = section == NULL ? NULL : qtr_window_find_promise (plan, section->commitment);

  qtr_window_go_to_priority (self, priority == NULL ? NULL : priority->record.id);
  if (priority != NULL)
    qtr_priority_page_show_commitment (self->priority_page, section->commitment);
}

static void
go_to_update (QtrWindow *self, const QtrPlan *before, const QtrPlan *now)
{
  const QtrUpdate *other = find_other (before->updates, now->updates);
  const QtrUpdate *was = other == NULL ? NULL : qtr_list_find (before->updates, other->record.id, NULL);
  const QtrUpdate *is = other == NULL ? NULL : qtr_list_find (now->updates, other->record.id, NULL);
  QtrPeriod quarter = QTR_PERIOD_UNSET;

  if (is == NULL)
    return;

  quarter = qtr_plan_parse_period (now, is->quarter);
  if (qtr_period_compare (self->quarter, quarter) != 0)
    qtr_window_show_quarter (self, quarter);
  if (was == NULL)
    return;
  if (was->sections == is->sections)
    qtr_window_go_to_priority (self, NULL);
  else
    go_to_section (self, now, was->sections, is->sections);
}

const char *
qtr_window_find_page (const QtrPlan *plan, const QtrMeasure *measure)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    if (qtr_tokens_contain (measure->priorities, priority->record.id))
      return priority->record.id;
  }

  return NULL;
}

/* A figure stands on the priorities' pages; everything else about a measure, on the measures'. The grid of
 * all figures has both. */
static void
go_to_measure (QtrWindow *self, const QtrPlan *before, const QtrPlan *now)
{
  const QtrMeasure *other = find_other (before->measures, now->measures);
  const QtrMeasure *was = other == NULL ? NULL : qtr_list_find (before->measures, other->record.id, NULL);
  const QtrMeasure *is = other == NULL ? NULL : qtr_list_find (now->measures, other->record.id, NULL);

  if (self->on_measures)
    return;
  if (was == NULL || is == NULL || was->observations == is->observations)
    qtr_window_go_measures (self);
  else if (self->priority == NULL || !qtr_tokens_contain (is->priorities, self->priority)) {
    const char *page = qtr_window_find_page (now, is);

    if (page == NULL)
      return;
    qtr_window_go_to_priority (self, page);
    qtr_priority_page_show_measure (self->priority_page, is->record.id);
  }
}

/* Numbers go with places, and the sections of the updates follow the plan's order. */
static gboolean
has_only_moved (const QtrPlan *before, const QtrPlan *now)
{
  guint n_priorities = qtr_list_length (now->priorities);

  if (before->priorities == now->priorities || qtr_list_length (before->priorities) != n_priorities)
    return FALSE;

  for (guint i = 0; i < n_priorities; i++) {
    const QtrPriority *priority = qtr_list_get (now->priorities, i);
    const QtrPriority *was = qtr_list_find (before->priorities, priority->record.id, NULL);
    g_autoptr (QtrPriority) renumbered =
        was == NULL ? NULL : qtr_record_with (was, "number", priority->number, NULL);

    if (renumbered == NULL || !qtr_record_equal (renumbered, priority))
      return FALSE;
  }

  return TRUE;
}

/* An area may have come into the plan with the bullet that was given it: whoever writes stays there. */
static gboolean
has_other_areas (QtrWindow *self, const QtrPlan *before, const QtrPlan *now)
{
  return before->areas != now->areas && (self->on_plan || before->updates == now->updates);
}

static void
go_to_change (QtrWindow *self, const QtrPlan *before, const QtrPlan *now)
{
  /* The outline shows it, wherever one is. */
  if (has_only_moved (before, now))
    return;

  if (before->priorities != now->priorities || has_other_areas (self, before, now) ||
      before->people != now->people || before->title != now->title || before->body != now->body)
    qtr_window_go_plan (self);
  else if (before->measures != now->measures)
    go_to_measure (self, before, now);
  else if (before->updates != now->updates)
    go_to_update (self, before, now);
}

static void
step (QtrWindow *self, void (*move) (QtrDocument *document))
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self->document));
  g_autoptr (QtrPlan) now = NULL;

  move (self->document);
  now = qtr_record_ref (qtr_document_get_plan (self->document));
  go_to_change (self, before, now);
}

void
qtr_window_undo (QtrWindow *self)
{
  step (self, qtr_document_undo);
}

void
qtr_window_redo (QtrWindow *self)
{
  step (self, qtr_document_redo);
}
