/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "merge/merge.h"
#include "model/audit.h"
#include "model/edit.h"
#include "model/sign-off.h"

/* Two reviewers and an author, each with a copy of one plan: they comment, sign and edit, and merge. */

static QtrPlan *
make_plan (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Plan", NULL);

  for (int i = 1; i <= 2; i++) {
    g_autofree char *id = g_strdup_printf ("p%d", i);
    g_autofree char *commitment_id = g_strdup_printf ("c%d", i);
    g_autoptr (QtrCommitment) commitment =
        qtr_record_new (&qtr_commitment_type, "id", commitment_id, "text", "Answer.", NULL);
    g_autoptr (QtrList) commitments = qtr_list_append (NULL, commitment);
    g_autoptr (QtrPriority) priority =
        qtr_record_new (&qtr_priority_type, "id", id, "number", i, "commitments", commitments, NULL);
    g_autoptr (QtrPlan) before = g_steal_pointer (&plan);

    plan = qtr_edit_insert (before, "plan", "priorities", G_MAXUINT, priority);
  }
  return qtr_edit_add_update (plan, qtr_plan_parse_period (plan, "2019-20-Q3"));
}

static const QtrUpdate *
get_update (const QtrPlan *plan)
{
  return qtr_list_get (plan->updates, 0);
}

static QtrPlan *
write_bullet (const QtrPlan *plan, const char *commitment, const char *text)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", text, NULL);
  g_autoptr (QtrList) bullets = qtr_list_append (NULL, bullet);

  return qtr_edit_set_bullets (plan, get_update (plan)->record.id, commitment, bullets);
}

static QtrPlan *
sign (const QtrPlan *plan, const char *priority, const char *name)
{
  const QtrSigning signing = { .name = name, .made = "2020-01-02" };
  g_autoptr (QtrSignOff) sign_off = qtr_sign_off_new (plan, get_update (plan), priority, &signing);

  return qtr_edit_sign (plan, sign_off);
}

static QtrPlan *
comment (const QtrPlan *plan, const char *text)
{
  g_autoptr (QtrComment) made =
      qtr_record_new (&qtr_comment_type, "about", get_update (plan)->record.id, "text", text, NULL);

  return qtr_edit_insert (plan, "plan", "comments", G_MAXUINT, made);
}

/* The sign-offs by who gave them, and whether each holds, in the alphabet's order. */
static char *
judge (const QtrPlan *plan)
{
  g_autoptr (GPtrArray) answers = qtr_sign_offs_verify (plan, NULL, NULL);
  g_autoptr (GPtrArray) vouchers = qtr_sign_offs_list_vouchers (answers);
  g_autoptr (QtrLogAnswer) log = qtr_log_verify (plan, vouchers);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < answers->len; i++) {
    const QtrSignOffAnswer *answer = answers->pdata[i];

    g_strv_builder_take (builder, g_strdup_printf ("%s: %s", answer->sign_off->name,
                                                   qtr_sign_off_state_get_word (answer->state)));
  }
  g_assert_cmpuint (log->problems->len, ==, 0);
  words = g_strv_builder_end (builder);
  if (answers->len == 2 && strcmp (words[0], words[1]) > 0)
    return g_strdup_printf ("%s, %s", words[1], words[0]);
  return g_strjoinv (", ", words);
}

/* All that @copies made of @base, taken over in the order of @order. */
static QtrPlan *
merge_in_order (const QtrPlan *base, QtrPlan *const *copies, const guint *order)
{
  g_autoptr (QtrPlan) merged = qtr_record_ref (copies[order[0]]);

  for (guint i = 1; i < 3; i++) {
    g_autoptr (QtrPlan) ours = g_steal_pointer (&merged);
    guint n_conflicts = 0;

    merged = qtr_merge (base, ours, copies[order[i]], &n_conflicts);
    g_assert_cmpuint (n_conflicts, ==, 0);
  }
  return g_steal_pointer (&merged);
}

static void
check_orders (const QtrPlan *base, QtrPlan *const *copies, const char *expected)
{
  static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                     { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  g_autoptr (QtrPlan) first = merge_in_order (base, copies, orders[0]);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (QtrPlan) merged = merge_in_order (base, copies, orders[i]);
    g_autofree char *judged = judge (merged);
    g_autoptr (QtrTokens) heads = qtr_log_list_heads (merged);

    g_assert_true (qtr_record_equal (merged, first));
    g_assert_cmpuint (qtr_list_length (merged->sign_offs), ==, 2);
    g_assert_cmpuint (qtr_list_length (merged->comments), ==, 2);
    g_assert_cmpuint (qtr_list_length (merged->audit), ==, 3);
    /* Both reviewers went on from one entry, which neither's stands on any more. */
    g_assert_cmpuint (qtr_tokens_length (heads), ==, 2);
    g_assert_cmpstr (judged, ==, expected);
  }
}

/* The author edits what one of the reviewers signed: that one is reopened, and no other. */
static void
test_three_copies (void)
{
  const QtrDeed deed = { .who = "Carl", .made = "2020-01-01" };
  g_autoptr (QtrPlan) empty = make_plan ();
  g_autoptr (QtrPlan) one = write_bullet (empty, "c1", "Calls rose.");
  g_autoptr (QtrPlan) two = write_bullet (one, "c2", "Thefts fell.");
  g_autoptr (QtrPlan) base =
      qtr_edit_move_state (two, get_update (two)->record.id, NULL, QTR_STATE_IN_REVIEW, &deed);
  g_autoptr (QtrPlan) anna_signed = sign (base, "p1", "Anna");
  g_autoptr (QtrPlan) anna = comment (anna_signed, "Well said");
  g_autoptr (QtrPlan) berta_signed = sign (base, "p2", "Berta");
  g_autoptr (QtrPlan) berta = comment (berta_signed, "Is that so?");
  g_autoptr (QtrPlan) edited = write_bullet (base, "c1", "Calls rose by a tenth.");
  QtrPlan *const quiet[] = { anna, berta, base };
  QtrPlan *const busy[] = { anna, berta, edited };

  check_orders (base, quiet, "Anna: good, Berta: good");
  check_orders (base, busy, "Anna: changed, Berta: good");
}

/* What comes after a merge stands on both sides' logs. */
static void
test_after_merge (void)
{
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrPlan) anna = sign (base, "p1", "Anna");
  g_autoptr (QtrPlan) berta = sign (base, "p2", "Berta");
  g_autoptr (QtrPlan) merged = qtr_merge (base, anna, berta, NULL);
  g_autoptr (QtrPlan) after = sign (merged, NULL, "Carl");
  const QtrAudit *last = qtr_list_get (after->audit, 2);
  g_autofree char *judged = judge (after);

  g_assert_cmpuint (qtr_tokens_length (last->heads), ==, 2);
  g_assert_cmpuint (qtr_tokens_length (((const QtrSignOff *) qtr_list_get (after->sign_offs, 2))->heads), ==,
                    2);
  g_assert_null (strstr (judged, "changed"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-offs/three-copies", test_three_copies);
  g_test_add_func ("/sign-offs/after-merge", test_after_merge);
  return g_test_run ();
}
