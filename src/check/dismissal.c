/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/dismissal.h"

#include <string.h>

#include "model/edit.h"

/* --- What a finding is known by --- */

/* FNV-1a: nobody gains by making two findings look alike. */
static guint64
hash_text (guint64 hash, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

/* Sums the hashes of the numbers up, as a translation may name them in another order. */
static guint64
hash_numbers (const char *message)
{
  static const char *const digits = "0123456789";
  guint64 sum = 0;

  for (const char *at = strpbrk (message, digits); at != NULL; at = strpbrk (at, digits)) {
    gsize length = strspn (at, digits);

    sum += hash_text (G_GUINT64_CONSTANT (0xcbf29ce484222325), at, length);
    at += length;
  }

  return sum;
}

char *
qtr_finding_make_mark (const QtrFinding *finding, const char *whole)
{
  const char *words = finding->text != NULL ? finding->text : whole != NULL ? whole : "";
  guint64 hash = hash_text (G_GUINT64_CONSTANT (0xcbf29ce484222325), words, strlen (words));

  if (finding->field != NULL)
    hash = hash_text (hash, finding->field, strlen (finding->field));
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", hash ^ hash_numbers (finding->message));
}

/* --- Dismissals --- */

gboolean
qtr_finding_can_be_dismissed (const QtrFinding *finding)
{
  return qtr_period_is_set (finding->place.quarter) && !g_str_equal (finding->rule, "unresolved-conflict") &&
         !g_str_equal (finding->rule, "open-comment");
}

/* The id of the innermost record that it speaks of; %NULL: the update. */
static const char *
get_about (const QtrFinding *finding)
{
  const QtrPlace *place = &finding->place;

  return place->bullet != NULL       ? place->bullet
         : place->measure != NULL    ? place->measure
         : place->commitment != NULL ? place->commitment
                                     : place->priority;
}

const QtrDismissal *
qtr_finding_find_dismissal (const QtrFinding *finding, const QtrPlan *plan)
{
  const QtrUpdate *update = NULL;
  const char *about = get_about (finding);

  if (plan->dismissals == NULL || !qtr_finding_can_be_dismissed (finding))
    return NULL;

  update = qtr_plan_find_update (plan, finding->place.quarter);
  for (guint i = 0; update != NULL && i < qtr_list_length (plan->dismissals); i++) {
    const QtrDismissal *dismissal = qtr_list_get (plan->dismissals, i);

    if (g_strcmp0 (dismissal->mark, finding->mark) == 0 && g_strcmp0 (dismissal->rule, finding->rule) == 0 &&
        g_strcmp0 (dismissal->about, about == NULL ? update->record.id : about) == 0 &&
        g_strcmp0 (dismissal->update, update->record.id) == 0)
      return dismissal;
  }

  return NULL;
}

QtrPlan *
qtr_finding_dismiss (const QtrFinding *finding, const QtrPlan *plan, const char *reason)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, finding->place.quarter);
  const char *about = get_about (finding);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made = g_date_time_format_iso8601 (now);
  g_autoptr (QtrDismissal) dismissal = NULL;

  g_return_val_if_fail (update != NULL && qtr_finding_can_be_dismissed (finding), qtr_record_ref (plan));

  dismissal = qtr_record_new (&qtr_dismissal_type, "update", update->record.id, "about",
                              about == NULL ? update->record.id : about, "rule", finding->rule, "mark",
                              finding->mark, "words", finding->text, "reason", reason, "made", made, NULL);
  return qtr_edit_insert (plan, plan->record.id, "dismissals", G_MAXUINT, dismissal);
}

QtrPlan *
qtr_finding_restore (const QtrFinding *finding, const QtrPlan *plan)
{
  const QtrDismissal *dismissal = qtr_finding_find_dismissal (finding, plan);

  return dismissal == NULL ? qtr_record_ref (plan) : qtr_edit_remove (plan, dismissal->record.id);
}
