/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "import/wording.h"
#include "merge/place-words.h"
#include "model/update.h"
#include "series/resolve.h"
#include "ui/changes/change-list.h"
#include "ui/changes/field-words.h"

/* How much two bullets have in common at the least, if the one became the other. */
#define LIKENESS_MIN 0.5

/* A commitment in the update and in the one before. */
typedef struct {
  const QtrPlan *plan;
  GPtrArray *items;
  char *heading;
  const char *about;
  GPtrArray *before;
  GPtrArray *now;
  /* Which of @before became each of @now; -1: none. */
  int *partners;
} Section;

const QtrRecord *
qtr_change_list_find_previous (const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrUpdate *previous = NULL;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    if (qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) < 0)
      previous = update;
  }

  return previous == NULL ? NULL : &previous->record;
}

/* --- Which bullet became which --- */

static gboolean
is_taken (const Section *self, guint before)
{
  for (guint i = 0; i < self->now->len; i++)
    if (self->partners[i] == (int) before)
      return TRUE;

  return FALSE;
}

static double
get_likeness (const QtrBullet *before, const QtrBullet *now)
{
  if (before->text == NULL || now->text == NULL)
    return 0;
  if (g_str_equal (before->text, now->text))
    return g_strcmp0 (before->area, now->area) == 0 ? 2 : 1.5;

  return qtr_wording_similarity (before->text, now->text);
}

/* The two that are most alike of all that are left. */
static gboolean
pair_best (Section *self)
{
  double best = LIKENESS_MIN;
  int best_now = -1;
  int best_before = -1;

  for (guint i = 0; i < self->now->len; i++)
    for (guint j = 0; self->partners[i] < 0 && j < self->before->len; j++) {
      double likeness = is_taken (self, j) ? 0 : get_likeness (self->before->pdata[j], self->now->pdata[i]);

      if (likeness >= best && (best_now < 0 || likeness > best)) {
        best = likeness;
        best_now = (int) i;
        best_before = (int) j;
      }
    }
  if (best_now < 0)
    return FALSE;

  self->partners[best_now] = best_before;
  return TRUE;
}

/* --- Rows --- */

static void
add_row (Section *self, QtrChangeItemKind kind, const char *about, char *old_text, char *new_text)
{
  QtrChangeWords words = {
    .kind = kind,
    .heading = g_strdup (self->heading),
    .title = g_strdup (qtr_record_type_to_noun (&qtr_bullet_type)),
    .old_text = old_text,
    .new_text = new_text,
    .about = g_strdup (about),
  };

  g_ptr_array_add (self->items, qtr_change_item_new (&words));
}

static void
add_bullet (Section *self, guint index)
{
  const QtrRecord *now = self->now->pdata[index];
  const QtrRecord *before = self->partners[index] < 0 ? NULL : self->before->pdata[self->partners[index]];
  g_autofree char *new_text = qtr_record_describe (self->plan, now);
  g_autofree char *old_text = before == NULL ? NULL : qtr_record_describe (self->plan, before);

  if (old_text == NULL)
    add_row (self, QTR_CHANGE_ITEM_NEW, now->id, NULL, g_steal_pointer (&new_text));
  else if (g_str_equal (old_text, new_text))
    add_row (self, QTR_CHANGE_ITEM_SAME, now->id, NULL, g_steal_pointer (&new_text));
  else
    add_row (self, QTR_CHANGE_ITEM_CHANGED, now->id, g_steal_pointer (&old_text),
             g_steal_pointer (&new_text));
}

/* What went stands where it stood: after what the one before it became. */
static void
add_dropped (Section *self, guint from)
{
  for (guint i = from; i < self->before->len && !is_taken (self, i); i++)
    add_row (self, QTR_CHANGE_ITEM_DROPPED, self->about,
             qtr_record_describe (self->plan, self->before->pdata[i]), NULL);
}

static void
add_rows (Section *self)
{
  while (pair_best (self))
    ;
  add_dropped (self, 0);
  for (guint i = 0; i < self->now->len; i++) {
    add_bullet (self, i);
    if (self->partners[i] >= 0)
      add_dropped (self, (guint) self->partners[i] + 1);
  }
}

static void
list_bullets (GPtrArray *bullets, const QtrList *list)
{
  for (guint i = 0; i < qtr_list_length (list); i++) {
    const QtrBullet *bullet = qtr_list_get (list, i);

    g_ptr_array_add (bullets, (gpointer) bullet);
    list_bullets (bullets, bullet->bullets);
  }
}

/* --- Commitments --- */

/* What was reported under the promise as it was worded then. */
static const QtrSection *
find_section_before (const QtrPriority *priority, const QtrCommitment *commitment, const QtrUpdate *before)
{
  const QtrSection *section = qtr_update_find_section (before, commitment->record.id);

  for (guint i = 0; section == NULL && i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *other = qtr_list_get (priority->commitments, i);

    if (g_strcmp0 (other->successor, commitment->record.id) == 0)
      section = qtr_update_find_section (before, other->record.id);
  }

  return section;
}

static gboolean
has_successor_in (const QtrCommitment *commitment, const QtrUpdate *update)
{
  return commitment->successor != NULL && qtr_update_find_section (update, commitment->successor) != NULL;
}

static void
compare_commitment (const QtrPlan *plan, const QtrPriority *priority, const QtrCommitment *commitment,
                    const QtrUpdate *before, const QtrUpdate *now, GPtrArray *items)
{
  const QtrRecord *above[] = { &priority->record, &commitment->record };
  const QtrSection *then = find_section_before (priority, commitment, before);
  const QtrSection *section = qtr_update_find_section (now, commitment->record.id);
  g_autoptr (GPtrArray) old_bullets = g_ptr_array_new ();
  g_autoptr (GPtrArray) new_bullets = g_ptr_array_new ();
  g_autofree char *heading = qtr_place_to_words (plan, above, G_N_ELEMENTS (above));
  g_autofree int *partners = NULL;

  if (section == NULL && has_successor_in (commitment, now))
    return;
  list_bullets (old_bullets, then == NULL ? NULL : then->bullets);
  list_bullets (new_bullets, section == NULL ? NULL : section->bullets);
  partners = g_new (int, new_bullets->len + 1);
  for (guint i = 0; i < new_bullets->len; i++)
    partners[i] = -1;
  add_rows (&(Section) { plan, items, heading, commitment->record.id, old_bullets, new_bullets, partners });
}

/* Both updates are compared as they are read. */
static QtrPlan *
print_both (const QtrPlan *plan, const QtrUpdate *now, const QtrUpdate *before)
{
  g_autoptr (QtrPlan) printed = qtr_plan_resolve (plan, now, NULL);

  return qtr_plan_resolve (printed, before, NULL);
}

GPtrArray *
qtr_change_list_new_for_quarter (const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrUpdate *now = qtr_plan_find_update (plan, quarter);
  const QtrUpdate *before = (const QtrUpdate *) qtr_change_list_find_previous (plan, quarter);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (QtrPlan) printed = NULL;

  if (now == NULL || before == NULL)
    return items;

  printed = print_both (plan, now, before);
  now = qtr_plan_find_update (printed, quarter);
  before = (const QtrUpdate *) qtr_change_list_find_previous (printed, quarter);
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    for (guint j = 0; j < qtr_list_length (priority->commitments); j++)
      compare_commitment (printed, priority, qtr_list_get (priority->commitments, j), before, now, items);
  }
  qtr_change_list_number_sections (items);
  return items;
}
