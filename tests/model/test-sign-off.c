/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/sign-off.h"

#include <string.h>

#include "model/audit.h"
#include "model/sign-rule.h"
#include "signed-plan.h"

/* A key that everybody has: its signature is the checksum of what it signs. */
static char *
make_signature (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
ask (const char *text, const char *signature, const char *key, QtrKeyAnswer *answer)
{
  g_autofree char *right = make_signature (text);

  answer->verdict = g_str_equal (key, "STRANGE")        ? QTR_KEY_UNKNOWN
                    : g_strcmp0 (signature, right) == 0 ? QTR_KEY_GOOD
                                                        : QTR_KEY_BROKEN;
  answer->owner = g_strdup ("Berta Birch <berta@example.org>");
  answer->is_trusted = !g_str_equal (key, "NEW");
}

static QtrPlan *
sign_with (const QtrPlan *plan, const char *name, const char *key, const char *made)
{
  const QtrSigning signing = { .name = name, .made = made, .key = key };
  g_autoptr (QtrSignOff) sign_off = qtr_sign_off_new (plan, qtr_list_get (plan->updates, 0), "p1", &signing);
  g_autofree char *text = qtr_sign_off_to_text (plan, sign_off);
  g_autofree char *signature = make_signature (text);
  g_autoptr (QtrSignOff) sealed = qtr_record_with (sign_off, "signature", signature, NULL);

  return qtr_edit_sign (plan, sealed);
}

static const QtrSignOff *
get_last (const QtrPlan *plan)
{
  return qtr_list_get (plan->sign_offs, qtr_list_length (plan->sign_offs) - 1);
}

/* What is said of the last sign-off: its state and proof. */
static char *
judge (const QtrPlan *plan)
{
  g_autoptr (GPtrArray) answers = qtr_sign_offs_verify (plan, NULL, ask);
  const QtrSignOffAnswer *answer = answers->pdata[answers->len - 1];

  return g_strdup_printf ("%s %s", qtr_sign_off_state_get_word (answer->state),
                          qtr_proof_get_word (answer->proof));
}

static void
assert_judged (const QtrPlan *plan, const char *expected)
{
  g_autofree char *judged = judge (plan);

  g_assert_cmpstr (judged, ==, expected);
}

static void
test_proof (void)
{
  static const struct {
    const char *name;
    const char *key;
    const char *judged;
  } cases[] = {
    { "Anna Alder", "f00d", "good name-proved" },
    { "Berta Birch", "BEEF", "good name-proved" },
    { "Berta", "BEEF", "good key" },
    { "Berta Birch", "NEW", "good key" },
    { "Carl Cedar", "F00D", "good key" },
    { "Anna Alder", "STRANGE", "unknown-key name-stated" },
  };
  g_autoptr (QtrPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QtrPlan) with = sign_with (plan, cases[i].name, cases[i].key, "2020-01-02");

    g_test_message ("%s %s", cases[i].name, cases[i].key);
    assert_judged (with, cases[i].judged);
  }
}

/* Whatever of the record itself is changed, it is not the sign-off that was given. */
static void
test_tampering (void)
{
  static const char *const fields[] = { "update", "priority", "name", "statement",
                                        "made",   "digest",   "key",  "signature" };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) with = sign_with (plan, "Anna Alder", "F00D", "2020-01-02");
  const char *id = get_last (with)->record.id;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (QtrPlan) changed = qtr_edit_set (with, id, fields[i], "other", NULL);
    g_autoptr (QtrPlan) without = qtr_edit_set (with, id, fields[i], NULL, NULL);

    g_test_message ("%s", fields[i]);
    assert_judged (changed, "broken name-stated");
    if (!g_str_equal (fields[i], "statement"))
      assert_judged (without, "broken name-stated");
  }
  {
    g_autoptr (QtrPlan) no_parts = qtr_edit_set (with, id, "parts", NULL, NULL);
    g_autoptr (QtrPlan) no_heads = qtr_edit_set (with, id, "form", 2, NULL);

    assert_judged (no_parts, "broken name-stated");
    assert_judged (no_heads, "broken name-stated");
  }
}

/* The same record in another plan, and for another quarter. */
static void
test_replay (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) with = sign_with (plan, "Anna Alder", "F00D", "2020-01-02");
  g_autoptr (QtrPlan) elsewhere = qtr_record_with (with, "id", "another", NULL);
  QtrPeriod next = qtr_period_add (qtr_plan_parse_period (plan, "2019-20-Q3"), 1);
  g_autoptr (QtrPlan) later = qtr_edit_roll_forward (with, next);
  const QtrUpdate *update = qtr_list_get (later->updates, 1);
  g_autoptr (QtrPlan) replayed =
      qtr_edit_set (later, get_last (with)->record.id, "update", update->record.id, NULL);

  assert_judged (with, "good name-proved");
  assert_judged (later, "good name-proved");
  assert_judged (elsewhere, "broken name-stated");
  assert_judged (replayed, "broken name-stated");
}

static void
test_signed_anew (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = sign_with (plan, "Anna Alder", "F00D", "2020-01-02");
  g_autoptr (QtrPlan) changed = qtr_edit_set (first, "b1", "text", "Calls fell.", NULL);
  g_autoptr (QtrPlan) stated = sign (changed, "p1", "Anna Alder", "2020-01-03");
  g_autoptr (QtrPlan) proved = sign_with (changed, "Anna Alder", "F00D", "2020-01-03");
  g_autoptr (GPtrArray) by_statement = qtr_sign_offs_verify (stated, NULL, ask);
  g_autoptr (GPtrArray) by_key = qtr_sign_offs_verify (proved, NULL, ask);

  /* What a key signed, only a key signs anew. */
  g_assert_false (((QtrSignOffAnswer *) by_statement->pdata[0])->is_superseded);
  g_assert_true (((QtrSignOffAnswer *) by_key->pdata[0])->is_superseded);
  g_assert_cmpint (((QtrSignOffAnswer *) by_key->pdata[0])->state, ==, QTR_SIGN_OFF_CHANGED);
  g_assert_false (((QtrSignOffAnswer *) by_key->pdata[1])->is_superseded);
}

/* --- The rule --- */

static QtrPlan *
with_rule (const QtrPlan *plan, QtrSignScope scope, const char *person, const char *role, gboolean by_key)
{
  g_autoptr (QtrSignRule) rule = qtr_record_new (&qtr_sign_rule_type, "scope", (int) scope, "person", person,
                                                 "role", role, "by_key", by_key, NULL);

  return qtr_edit_insert (plan, plan->record.id, "sign_rules", 0, rule);
}

static guint
count_unmet (const QtrPlan *plan, QtrKeyAsk asked)
{
  g_autoptr (GPtrArray) answers = asked == NULL ? NULL : qtr_sign_offs_verify (plan, NULL, asked);
  g_autoptr (GPtrArray) unmet =
      qtr_sign_rules_list_unmet (plan, qtr_plan_parse_period (plan, "2019-20-Q3"), answers);

  return unmet->len;
}

static void
test_rule (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) whole = with_rule (plan, QTR_SIGN_UPDATE, "person0", NULL, FALSE);
  g_autoptr (QtrPlan) each = with_rule (plan, QTR_SIGN_PRIORITIES, NULL, "Chief", FALSE);
  g_autoptr (QtrPlan) by_key = with_rule (plan, QTR_SIGN_PRIORITIES, NULL, NULL, TRUE);
  g_autoptr (QtrPlan) wrong = sign (whole, NULL, "Berta Birch", "2020-01-02");
  g_autoptr (QtrPlan) right = sign (whole, NULL, "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) changed = qtr_edit_set (right, "b1", "text", "Calls fell.", NULL);
  g_autoptr (QtrPlan) one = sign (each, "p1", "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) both = sign (one, "p2", "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) named = sign (by_key, "p1", "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) keyed = sign_with (by_key, "Anna Alder", "F00D", "2020-01-02");

  g_assert_cmpuint (count_unmet (plan, NULL), ==, 0);
  g_assert_cmpuint (count_unmet (whole, NULL), ==, 1);
  g_assert_cmpuint (count_unmet (wrong, NULL), ==, 1);
  g_assert_cmpuint (count_unmet (right, NULL), ==, 0);
  g_assert_cmpuint (count_unmet (changed, NULL), ==, 1);
  g_assert_cmpuint (count_unmet (one, NULL), ==, 1);
  g_assert_cmpuint (count_unmet (both, NULL), ==, 0);
  g_assert_cmpuint (count_unmet (named, ask), ==, 2);
  g_assert_cmpuint (count_unmet (keyed, ask), ==, 1);
  /* Who asks no key ring is told that no key proved anything. */
  g_assert_cmpuint (count_unmet (keyed, NULL), ==, 2);
}

/* --- The log --- */

/* Two states, a signature with a key that covers both, and a state after it. */
static QtrPlan *
make_log (void)
{
  const QtrDeed deed = { .who = "Anna Alder", .made = "2020-01-01", .why = "Because" };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = qtr_edit_move_state (plan, "u", NULL, QTR_STATE_IN_REVIEW, &deed);
  g_autoptr (QtrPlan) second = qtr_edit_move_state (first, "u", "p1", QTR_STATE_IN_REVIEW, &deed);
  g_autoptr (QtrPlan) with = sign_with (second, "Anna Alder", "F00D", "2020-01-02");

  return qtr_edit_move_state (with, "u", NULL, QTR_STATE_DRAFT, &deed);
}

/* The faults, in order, and how many entries are proved. */
static char *
judge_log (const QtrPlan *plan)
{
  static const char *const words[] = { "edited", "missing", "sign-off-gone", "sign-off-edited" };
  g_autoptr (GPtrArray) answers = qtr_sign_offs_verify (plan, NULL, ask);
  g_autoptr (GPtrArray) vouchers = qtr_sign_offs_list_vouchers (answers);
  g_autoptr (QtrLogAnswer) log = qtr_log_verify (plan, vouchers);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->problems->len; i++) {
    const QtrLogProblem *problem = &g_array_index (log->problems, QtrLogProblem, i);
    g_autofree char *sentence = qtr_log_problem_to_words (problem);

    g_assert_nonnull (strstr (sentence, problem->id));
    g_string_append_printf (text, "%s ", words[problem->fault]);
  }
  g_string_append_printf (text, "%u/%u", g_hash_table_size (log->proved), qtr_list_length (plan->audit));
  g_assert_cmpuint (g_hash_table_size (log->proved) + log->n_stated, ==, qtr_list_length (plan->audit));
  return g_string_free_and_steal (text);
}

static void
assert_log (const QtrPlan *plan, const char *expected)
{
  g_autofree char *judged = judge_log (plan);

  g_assert_cmpstr (judged, ==, expected);
}

static const QtrAudit *
get_entry (const QtrPlan *plan, guint index)
{
  return qtr_list_get (plan->audit, index);
}

static void
test_log (void)
{
  g_autoptr (QtrPlan) plan = make_log ();
  const QtrAudit *first = get_entry (plan, 0);
  const QtrAudit *second = get_entry (plan, 1);
  g_autoptr (QtrPlan) edited = qtr_edit_set (plan, first->record.id, "who", "Mallory", NULL);
  g_autoptr (QtrPlan) resealed = qtr_edit_set (plan, second->record.id, "digest", "0", NULL);
  g_autoptr (QtrPlan) removed = qtr_edit_remove (plan, first->record.id);
  g_autoptr (QtrPlan) end_removed = qtr_edit_remove (plan, second->record.id);
  g_autoptr (QtrPlan) unsigned_again = qtr_edit_remove (plan, get_last (plan)->record.id);
  g_autoptr (QtrPlan) renamed = qtr_edit_set (plan, get_last (plan)->record.id, "name", "Mallory", NULL);

  g_assert_cmpuint (qtr_tokens_length (first->heads), ==, 0);
  assert_log (plan, "2/4");
  assert_log (edited, "edited 1/4");
  assert_log (resealed, "edited missing 0/4");
  assert_log (removed, "missing 1/3");
  assert_log (end_removed, "missing 0/3");
  assert_log (unsigned_again, "sign-off-gone 0/4");
  assert_log (renamed, "sign-off-edited 0/4");
}

/* An entry is put before another one, and all that follows it is sealed anew, but for what the key signed. */
static void
test_inserted (void)
{
  static const char *const records[] = { "u" };
  const QtrDeed deed = { .kind = QTR_AUDIT_STATE, .who = "Mallory", .made = "2020-01-01" };
  g_autoptr (QtrPlan) plan = make_log ();
  g_autoptr (QtrPlan) empty = qtr_record_with (plan, "audit", NULL, NULL);
  g_autoptr (QtrPlan) forged = qtr_edit_log (empty, &deed, records, 1);
  const QtrAudit *inserted = get_entry (forged, 0);
  g_autofree char *head = g_strdup_printf ("%s:%s", inserted->record.id, inserted->digest);
  const char *heads[] = { head };
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (heads, 1);
  g_autoptr (QtrPlan) both = qtr_edit_insert (plan, plan->record.id, "audit", 0, inserted);
  g_autoptr (QtrPlan) under = qtr_edit_set (both, get_entry (plan, 0)->record.id, "heads", tokens, NULL);

  /* Beside the log it is only stated; under it, it is found. */
  assert_log (both, "2/5");
  assert_log (forged, "missing 0/1");
  assert_log (under, "edited 1/5");
}

static void
test_states (void)
{
  const QtrDeed deed = { .who = "Anna Alder", .made = "2020-01-01" };
  const QtrDeed back = { .who = "Anna Alder", .made = "2020-01-02", .why = "A figure was wrong" };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) on = qtr_edit_move_state (plan, "u", "p1", QTR_STATE_SIGNED_OFF, &deed);
  g_autoptr (QtrPlan) same = qtr_edit_move_state (on, "u", "p1", QTR_STATE_SIGNED_OFF, &deed);
  g_autoptr (QtrPlan) again = qtr_edit_move_state (on, "u", "p1", QTR_STATE_DRAFT, &back);

  g_assert_true (same == on);
  g_assert_cmpint (qtr_plan_get_priority_state (on, "u", "p1"), ==, QTR_STATE_SIGNED_OFF);
  g_assert_cmpint (qtr_plan_get_priority_state (on, "u", "p2"), ==, QTR_STATE_DRAFT);
  g_assert_cmpint (qtr_plan_get_state (on, "u"), ==, QTR_STATE_DRAFT);
  g_assert_cmpint (qtr_plan_get_priority_state (again, "u", "p1"), ==, QTR_STATE_DRAFT);
  g_assert_cmpstr (get_entry (again, 1)->why, ==, "A figure was wrong");
  g_assert_cmpstr (get_entry (again, 1)->content, ==, "draft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-off/proof", test_proof);
  g_test_add_func ("/sign-off/tampering", test_tampering);
  g_test_add_func ("/sign-off/replay", test_replay);
  g_test_add_func ("/sign-off/signed-anew", test_signed_anew);
  g_test_add_func ("/sign-off/rule", test_rule);
  g_test_add_func ("/sign-off/log", test_log);
  g_test_add_func ("/sign-off/inserted", test_inserted);
  g_test_add_func ("/sign-off/states", test_states);
  return g_test_run ();
}
