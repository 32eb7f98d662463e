/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/edit.h"

/* --- What was said --- */

/* Everywhere an id is given once, so that what is carried is another record than what it was carried from.
 * What is carried twice says from where it came first. */
static QtrList *
carry_bullets (const QtrList *bullets, const char *quarter)
{
  g_autoptr (GPtrArray) carried = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    g_autoptr (QtrList) children = carry_bullets (bullet->bullets, quarter);

    g_ptr_array_add (carried, qtr_record_new (&qtr_bullet_type, "area", bullet->area, "marking",
                                              bullet->marking, "text", bullet->text, "carried",
                                              bullet->carried == NULL ? quarter : bullet->carried, "bullets",
                                              children, NULL));
  }

  return qtr_list_new_from_array (carried);
}

static const QtrCommitment *
find_in_force (const QtrPlan *plan, const char *id, QtrPeriod quarter)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    const QtrCommitment *commitment = qtr_list_find (priority->commitments, id, NULL);

    if (commitment != NULL && qtr_plan_is_valid_in (plan, priority->from, priority->until, quarter) &&
        qtr_plan_is_valid_in (plan, commitment->from, commitment->until, quarter))
      return commitment;
  }

  return NULL;
}

static const char *
find_successor (const QtrPlan *plan, const char *id)
{
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    const QtrCommitment *commitment = qtr_list_find (priority->commitments, id, NULL);

    if (commitment != NULL)
      return commitment->successor;
  }

  return NULL;
}

/* What a commitment is in @quarter: itself, or the one that took its place; nothing if it ended. Names may
 * lead round in a circle, so no longer way is gone than the plan has commitments. */
static const QtrCommitment *
follow (const QtrPlan *plan, const char *id, QtrPeriod quarter)
{
  guint n_steps = 0;

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++)
    n_steps += qtr_list_length (((const QtrPriority *) qtr_list_get (plan->priorities, i))->commitments);

  for (; id != NULL && n_steps > 0; n_steps--, id = find_successor (plan, id)) {
    const QtrCommitment *commitment = find_in_force (plan, id, quarter);

    if (commitment != NULL)
      return commitment;
  }

  return NULL;
}

/* Two commitments may have become one: what was said under either stands under it. */
static QtrPlan *
carry_section (const QtrPlan *plan, const QtrUpdate *from, const QtrSection *section, QtrPeriod quarter)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  const QtrCommitment *commitment = follow (plan, section->commitment, quarter);
  const QtrSection *standing =
      commitment == NULL ? NULL : qtr_update_find_section (update, commitment->record.id);
  g_autoptr (QtrList) carried = NULL;
  g_autoptr (QtrList) bullets = NULL;

  if (commitment == NULL || section->bullets == NULL)
    return qtr_record_ref (plan);

  carried = carry_bullets (section->bullets, from->quarter);
  bullets = standing == NULL ? NULL : qtr_list_ref (standing->bullets);
  for (guint i = 0; i < qtr_list_length (carried); i++) {
    g_autoptr (QtrList) shorter = g_steal_pointer (&bullets);

    bullets = qtr_list_append (shorter, qtr_list_get (carried, i));
  }
  return qtr_edit_set_bullets (plan, update->record.id, commitment->record.id, bullets);
}

/* --- The front matter --- */

static char *
shift_month (const QtrPlan *plan, const char *text, int n_months)
{
  QtrPeriod month = qtr_plan_parse_period (plan, text);

  return month.unit == QTR_PERIOD_MONTH ? qtr_period_to_string (qtr_period_add (month, n_months)) : NULL;
}

/* An update begins with its first version, written as that of the one before: 1.0 after 2.2, 1 after 3. */
static const char *
first_version (const char *before)
{
  if (before == NULL)
    return NULL;

  return strchr (before, '.') != NULL ? "1.0" : "1";
}

static gboolean
has_same_digits (const char *a, const char *b)
{
  for (;;) {
    while (*a != '\0' && !g_ascii_isdigit (*a))
      a++;
    while (*b != '\0' && !g_ascii_isdigit (*b))
      b++;
    if (*a != *b)
      return FALSE;
    if (*a == '\0')
      return TRUE;
    a++;
    b++;
  }
}

/* The plan may have other years since; as long as it has not, they are written as they were. */
static const char *
choose_plan_period (const QtrPlan *plan, const QtrUpdate *before)
{
  if (plan->years == NULL ||
      (before->plan_period != NULL && has_same_digits (before->plan_period, plan->years)))
    return before->plan_period;

  return plan->years;
}

static QtrPlan *
advance_front (const QtrPlan *plan, const QtrUpdate *update, const QtrUpdate *before)
{
  int n_months = qtr_plan_parse_period (plan, update->quarter).start -
                 qtr_plan_parse_period (plan, before->quarter).start;
  g_autofree char *data_to = shift_month (plan, before->data_to, n_months);
  g_autofree char *produced = shift_month (plan, before->produced, n_months);

  return qtr_edit_set (plan, update->record.id, "data_to", data_to == NULL ? update->data_to : data_to,
                       "produced", produced, "version", first_version (before->version), "plan_period",
                       choose_plan_period (plan, before), NULL);
}

/* --- Both --- */

QtrPlan *
qtr_edit_roll_forward (const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrUpdate *before = NULL;
  g_autoptr (QtrPlan) rolled = qtr_edit_add_update (plan, quarter);

  qtr_plan_find_update_place (plan, quarter, &before);
  if (before == NULL || rolled == plan)
    return g_steal_pointer (&rolled);

  for (guint i = 0; i < qtr_list_length (before->sections); i++) {
    g_autoptr (QtrPlan) with = g_steal_pointer (&rolled);

    rolled = carry_section (with, before, qtr_list_get (before->sections, i), quarter);
  }
  return advance_front (rolled, qtr_plan_find_update (rolled, quarter), before);
}

QtrPlan *
qtr_edit_still_true (const QtrPlan *plan, const char *bullet)
{
  return qtr_edit_set (plan, bullet, "carried", NULL, NULL);
}
