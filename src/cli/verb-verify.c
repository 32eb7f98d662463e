/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/terminal.h"
#include "model/audit.h"
#include "model/sign-off.h"
#include "store/signature.h"

static gboolean as_json;

static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Say it as JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
holds (const QtrSignOffAnswer *answer)
{
  return answer->state == QTR_SIGN_OFF_GOOD || answer->is_superseded;
}

static const QtrPriority *
find_priority (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  return sign_off->priority == NULL ? NULL : qtr_list_find (plan->priorities, sign_off->priority, NULL);
}

static const char *
find_quarter (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  const QtrUpdate *update =
      sign_off->update == NULL ? NULL : qtr_list_find (plan->updates, sign_off->update, NULL);

  return update == NULL ? NULL : update->quarter;
}

/* --- In words --- */

static const char *
state_to_words (const QtrSignOffAnswer *answer)
{
  if (answer->is_superseded)
    return _ ("signed anew since");

  switch (answer->state) {
  case QTR_SIGN_OFF_GOOD:
    return _ ("good");
  case QTR_SIGN_OFF_CHANGED:
    return _ ("changed since");
  case QTR_SIGN_OFF_UNKNOWN_KEY:
    return _ ("unknown key");
  case QTR_SIGN_OFF_BROKEN:
  default:
    return _ ("broken");
  }
}

static const char *
proof_to_words (QtrProof proof)
{
  return proof == QTR_PROOF_NAME  ? _ ("name proved by key")
         : proof == QTR_PROOF_KEY ? _ ("key good, name stated")
                                  : _ ("name stated");
}

static char *
subject_to_words (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  const char *quarter = find_quarter (plan, sign_off);
  const QtrPriority *priority = find_priority (plan, sign_off);

  if (quarter == NULL)
    return g_strdup (_ ("an update that is not there"));
  if (sign_off->priority == NULL)
    return g_strdup (quarter);
  if (priority == NULL)
    /* Translators: a quarter. */
    return g_strdup_printf (_ ("%s, a priority that is not there"), quarter);
  /* Translators: a quarter and the number of a priority. */
  return g_strdup_printf (_ ("%s, priority %d"), quarter, priority->number);
}

static void
print_answer (const QtrPlan *plan, const QtrSignOffAnswer *answer)
{
  const QtrSignOff *sign_off = answer->sign_off;
  g_autofree char *subject = subject_to_words (plan, sign_off);

  /* Translators: what was signed, by whom, when, whether it holds, and how sure the name is. */
  g_print (_ ("%s: signed by %s, %s: %s (%s)\n"), subject, sign_off->name == NULL ? "" : sign_off->name,
           sign_off->made == NULL ? "" : sign_off->made, state_to_words (answer),
           proof_to_words (answer->proof));
  if (sign_off->key != NULL)
    g_print ("  %s %s\n", sign_off->key, answer->owner == NULL ? "" : answer->owner);
  for (guint i = 0; i < answer->changes->len && !answer->is_superseded; i++) {
    g_autofree char *words =
        qtr_signed_change_to_words (plan, &g_array_index (answer->changes, QtrSignedChange, i));

    g_print ("  %s\n", words);
  }
}

static void
print_log (const QtrPlan *plan, const QtrLogAnswer *log)
{
  guint n_proved = g_hash_table_size (log->proved);

  for (guint i = 0; i < log->problems->len; i++) {
    g_autofree char *words = qtr_log_problem_to_words (&g_array_index (log->problems, QtrLogProblem, i));

    g_print ("%s\n", words);
  }
  if (plan->audit == NULL)
    return;
  if (log->proved_until != NULL)
    /* Translators: a number of entries of the log, a time, and another number of entries. */
    g_print (_ ("log: proved by key up to %s (entries: %u); only stated after that or beside it: %u\n"),
             log->proved_until, n_proved, log->n_stated);
  else
    /* Translators: a number of entries of the log. */
    g_print (_ ("log: only stated, no key vouches for any of its entries (%u)\n"), log->n_stated);
}

static void
print (const QtrPlan *plan, const GPtrArray *answers, const QtrLogAnswer *log)
{
  for (guint i = 0; i < answers->len; i++)
    print_answer (plan, answers->pdata[i]);
  if (answers->len == 0)
    g_print (_ ("nothing is signed\n"));
  print_log (plan, log);
}

/* --- As JSON --- */

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, value);
}

static void
add_change (JsonBuilder *json, const QtrPlan *plan, const QtrSignedChange *change)
{
  g_autofree char *words = qtr_signed_change_to_words (plan, change);

  json_builder_begin_object (json);
  add_string (json, "change", qtr_signed_change_kind_get_word (change->kind));
  add_string (json, "what", change->what);
  add_string (json, "id", change->id);
  add_string (json, "message", words);
  json_builder_end_object (json);
}

static void
add_answer (JsonBuilder *json, const QtrPlan *plan, const QtrSignOffAnswer *answer)
{
  const QtrSignOff *sign_off = answer->sign_off;
  const QtrPriority *priority = find_priority (plan, sign_off);

  json_builder_begin_object (json);
  add_string (json, "id", sign_off->record.id);
  add_string (json, "quarter", find_quarter (plan, sign_off));
  json_builder_set_member_name (json, "priority");
  if (priority == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_int_value (json, priority->number);
  add_string (json, "name", sign_off->name);
  add_string (json, "made", sign_off->made);
  add_string (json, "statement", sign_off->statement);
  add_string (json, "digest", sign_off->digest);
  add_string (json, "state", qtr_sign_off_state_get_word (answer->state));
  json_builder_set_member_name (json, "superseded");
  json_builder_add_boolean_value (json, answer->is_superseded);
  add_string (json, "proof", qtr_proof_get_word (answer->proof));
  add_string (json, "key", sign_off->key);
  add_string (json, "owner", answer->owner);
  json_builder_set_member_name (json, "changed");
  json_builder_begin_array (json);
  for (guint i = 0; i < answer->changes->len; i++)
    add_change (json, plan, &g_array_index (answer->changes, QtrSignedChange, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_log (JsonBuilder *json, const QtrPlan *plan, const QtrLogAnswer *log)
{
  json_builder_set_member_name (json, "log");
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "entries");
  json_builder_add_int_value (json, qtr_list_length (plan->audit));
  json_builder_set_member_name (json, "stated");
  json_builder_add_int_value (json, log->n_stated);
  add_string (json, "proved_until", log->proved_until);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < log->problems->len; i++) {
    const QtrLogProblem *problem = &g_array_index (log->problems, QtrLogProblem, i);
    g_autofree char *words = qtr_log_problem_to_words (problem);

    json_builder_begin_object (json);
    add_string (json, "id", problem->id);
    add_string (json, "message", words);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (const char *name, const QtrPlan *plan, const GPtrArray *answers, const QtrLogAnswer *log)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_string (json, "file", name);
  json_builder_set_member_name (json, "sign_offs");
  json_builder_begin_array (json);
  for (guint i = 0; i < answers->len; i++)
    add_answer (json, plan, answers->pdata[i]);
  json_builder_end_array (json);
  add_log (json, plan, log);
  json_builder_end_object (json);
  qtr_terminal_print_json (json_builder_get_root (json));
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GPtrArray) vouchers = NULL;
  g_autoptr (QtrLogAnswer) log = NULL;
  gboolean all_hold = TRUE;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_verify, entries, 1, &argc, &argv))
    return QTR_EXIT_FAILED;
  plan = qtr_terminal_load (argv[1], &error);
  if (plan == NULL)
    return qtr_terminal_fail (NULL, error);

  answers = qtr_sign_offs_verify (plan, NULL, qtr_signature_ask);
  vouchers = qtr_sign_offs_list_vouchers (answers);
  log = qtr_log_verify (plan, vouchers);
  if (as_json)
    print_json (argv[1], plan, answers, log);
  else
    print (plan, answers, log);

  for (guint i = 0; i < answers->len; i++)
    all_hold &= holds (answers->pdata[i]);
  return all_hold && log->problems->len == 0 ? QTR_EXIT_DONE : QTR_EXIT_FOUND;
}

const QtrVerb qtr_verb_verify = {
  .name = "verify",
  .arguments = "PLAN",
  .summary = N_ ("Say whether what was signed is as it was"),
  .run = run,
};
