/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claims.h"

#include "check/subject.h"
#include "series/resolve.h"

/* In the order of the enumeration; a comparator is disproved by what was published, not by its own text. */
static const char *const RULES[] = { "percent-mismatch",
                                     "difference-mismatch",
                                     "direction-mismatch",
                                     "share-mismatch",
                                     "subset-mismatch",
                                     "sum-mismatch",
                                     "rate-mismatch",
                                     "points-mismatch",
                                     "multiple-mismatch",
                                     "extreme-mismatch",
                                     NULL };

static void
add_remark (GArray *remarks, const QtrClaim *claim)
{
  QtrRemark *remark = qtr_remark_add (remarks, -1, g_strdup (claim->message));

  remark->rule = RULES[claim->relation];
  remark->bullet = claim->bullet;
  remark->start = claim->start;
  remark->end = claim->end;
  remark->text = g_strdup (claim->text);
  if (claim->replacement == NULL)
    return;
  remark->fix = g_new (QtrFix, 1);
  *remark->fix = (QtrFix) { claim->start, claim->end, g_strdup (claim->replacement) };
}

void
qtr_check_claims (const QtrInputs *inputs, GArray *remarks)
{
  g_autoptr (GArray) claims = qtr_claims_read (inputs->record, inputs->quarter);

  for (guint i = 0; i < claims->len; i++) {
    const QtrClaim *claim = &g_array_index (claims, QtrClaim, i);

    if (claim->verdict == QTR_CLAIM_MISMATCH && RULES[claim->relation] != NULL)
      add_remark (remarks, claim);
  }
}

/* --- Listing --- */

static const QtrPlace *
find_place (GArray *subjects, guint scope, const char *bullet)
{
  const QtrSubject *passage = &g_array_index (subjects, QtrSubject, scope);

  for (guint i = scope; i < passage->end; i++) {
    const QtrSubject *subject = &g_array_index (subjects, QtrSubject, i);

    if (subject->kind == QTR_SUBJECT_BULLET && g_str_equal (subject->place.bullet, bullet))
      return &subject->place;
  }
  return &passage->place;
}

static void
list_claims (GArray *subjects, QtrPeriod quarter, QtrClaimFunc func, gpointer data)
{
  for (guint i = 0; i < subjects->len; i++) {
    const QtrSubject *subject = &g_array_index (subjects, QtrSubject, i);
    g_autoptr (GArray) claims = NULL;

    if (subject->kind != QTR_SUBJECT_PASSAGE)
      continue;
    claims = qtr_claims_read (subject->record, quarter);
    for (guint j = 0; j < claims->len; j++) {
      const QtrClaim *claim = &g_array_index (claims, QtrClaim, j);

      func (find_place (subjects, i, claim->bullet), claim, data);
    }
  }
}

void
qtr_claims_foreach_in_plan (const QtrPlan *plan, QtrPeriod quarter, QtrClaimFunc func, gpointer data)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autoptr (QtrPlan) printed = NULL;
  g_autoptr (GArray) subjects = NULL;

  g_return_if_fail (update != NULL);

  printed = qtr_plan_resolve (plan, update, NULL);
  update = qtr_plan_find_update (printed, quarter);
  subjects = qtr_subjects_new (printed, update, update, quarter);
  list_claims (subjects, quarter, func, data);
}

void
qtr_claims_foreach_in_bullets (const QtrList *bullets, GHashTable *lines, QtrClaimFunc func, gpointer data)
{
  g_autoptr (GArray) subjects = qtr_subjects_new_for_bullets (bullets, lines, NULL);

  list_claims (subjects, QTR_PERIOD_UNSET, func, data);
}
