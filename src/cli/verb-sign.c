/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "base/error.h"
#include "cli/terminal.h"
#include "format/limit.h"
#include "model/sign-off.h"
#include "store/file.h"
#include "store/signature.h"

static char *quarter_text;
static int priority_number;
static char *name_text;
static char *statement;
static char *key_text;

static const GOptionEntry entries[] = {
  { "quarter", 0, 0, G_OPTION_ARG_STRING, &quarter_text, N_ ("The quarter; the latest unless given"),
    N_ ("Q") },
  { "priority", 0, 0, G_OPTION_ARG_INT, &priority_number,
    N_ ("Sign this priority; all of the update unless given"), N_ ("N") },
  { "name", 0, 0, G_OPTION_ARG_STRING, &name_text,
    N_ ("Who signs; the key’s owner, or your own name, unless given"), N_ ("NAME") },
  { "statement", 0, 0, G_OPTION_ARG_STRING, &statement, N_ ("What is said with it"), N_ ("TEXT") },
  { "key", 0, 0, G_OPTION_ARG_STRING, &key_text,
    N_ ("Sign with this OpenPGP or S/MIME key: a fingerprint, an address or a name"), N_ ("KEY") },
  G_OPTION_ENTRY_NULL,
};

/* Builds that have to come out alike say which time it is. */
static char *
get_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = epoch == NULL
                                  ? g_date_time_new_now_utc ()
                                  : g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));

  return now == NULL ? NULL : g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static const char *
choose_name (const QtrSigningKey *key)
{
  const char *own = g_get_real_name ();

  if (name_text != NULL)
    return name_text;
  if (key->name != NULL)
    return key->name;

  return g_str_equal (own, "Unknown") ? NULL : own;
}

static const QtrPriority *
find_priority (const QtrPlan *plan, QtrPeriod quarter, GError **error)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);
  g_autofree char *label = qtr_period_to_label (quarter);

  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = priorities->pdata[i];

    if (priority->number == priority_number)
      return priority;
  }

  g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("there is no priority %d in %s"), priority_number,
               label);
  return NULL;
}

static QtrSignOff *
make_signature (const QtrPlan *plan, QtrSignOff *unsigned_one, const QtrSigningKey *key, GError **error)
{
  g_autoptr (QtrSignOff) sign_off = unsigned_one;
  g_autofree char *text = qtr_sign_off_to_text (plan, sign_off);
  g_autofree char *signature = NULL;

  if (key->fingerprint == NULL)
    return g_steal_pointer (&sign_off);

  signature = qtr_signature_make (text, key, error);
  return signature == NULL ? NULL : qtr_record_with (sign_off, "signature", signature, NULL);
}

static void
tell (const QtrSignOff *sign_off, QtrPeriod quarter, const QtrPriority *priority)
{
  g_autofree char *label = qtr_period_to_label (quarter);

  if (priority == NULL)
    /* Translators: a quarter, a person’s name, a digest in hexadecimal. */
    g_print (_ ("%s signed by %s\ndigest %s\n"), label, sign_off->name, sign_off->digest);
  else
    /* Translators: a quarter, a priority’s number, a person’s name, a digest in hexadecimal. */
    g_print (_ ("%s, priority %d, signed by %s\ndigest %s\n"), label, priority->number, sign_off->name,
             sign_off->digest);
}

/* What could not be read again is not written. */
static gboolean
can_be_kept (const QtrSignOff *sign_off, GError **error)
{
  if (qtr_tokens_length (sign_off->parts) <= QTR_LIMIT_ELEMENTS)
    return TRUE;

  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_LIMIT,
                       _ ("this is too much to be signed at once; sign its priorities, one by one"));
  return FALSE;
}

/* A QtrFileEdit. */
static QtrPlan *
sign_plan (const QtrPlan *plan, gpointer user_data, GError **error)
{
  const QtrSigningKey *key = user_data;
  QtrPeriod quarter = QTR_PERIOD_UNSET;
  const QtrPriority *priority = NULL;
  g_autofree char *made = get_time ();
  const QtrSigning signing = {
    .name = choose_name (key), .statement = statement, .made = made, .key = key->fingerprint
  };
  g_autoptr (QtrSignOff) sign_off = NULL;

  if (!qtr_terminal_find_quarter (plan, quarter_text, &quarter, error))
    return NULL;
  if (priority_number != 0 && (priority = find_priority (plan, quarter, error)) == NULL)
    return NULL;
  sign_off = make_signature (plan,
                             qtr_sign_off_new (plan, qtr_plan_find_update (plan, quarter),
                                               priority == NULL ? NULL : priority->record.id, &signing),
                             key, error);
  if (sign_off == NULL || !can_be_kept (sign_off, error))
    return NULL;

  tell (sign_off, quarter, priority);
  return qtr_edit_sign (plan, sign_off);
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_auto (QtrSigningKey) key = { 0 };
  g_autofree char *notice = NULL;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_sign, entries, 1, &argc, &argv))
    return QTR_EXIT_FAILED;
  if (key_text != NULL && !qtr_signature_find_key (key_text, &key, &error))
    return qtr_terminal_fail (NULL, error);
  if (choose_name (&key) == NULL) {
    qtr_terminal_fail_usage (_ ("say who signs: --name NAME"));
    return QTR_EXIT_FAILED;
  }

  file = g_file_new_for_commandline_arg (argv[1]);
  if (!g_file_query_exists (file, NULL)) {
    qtr_terminal_fail_usage (_ ("%s: there is no such file"), argv[1]);
    return QTR_EXIT_FAILED;
  }
  if (!qtr_file_edit (file, sign_plan, &key, &notice, &error))
    return qtr_terminal_fail (argv[1], error);
  qtr_terminal_tell (argv[1], notice);
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_sign = {
  .name = "sign",
  .arguments = "PLAN",
  .summary = N_ ("Sign the update of a quarter, or one of its priorities"),
  .run = run,
};
