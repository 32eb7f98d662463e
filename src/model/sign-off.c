/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/sign-off.h"

#include <string.h>

#include "model/audit.h"
#include "model/edit.h"

/* --- Signing --- */

QtrSignOff *
qtr_sign_off_new (const QtrPlan *plan, const QtrUpdate *update, const char *priority,
                  const QtrSigning *signing)
{
  g_autoptr (GPtrArray) lines = qtr_signed_view_list (plan, update, priority);
  const char *const *parts = (const char *const *) lines->pdata;
  g_autofree char *digest =
      qtr_signed_view_digest (QTR_SIGNED_FORM, plan, update->record.id, priority, parts, lines->len);
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (parts, lines->len);
  g_autoptr (QtrTokens) heads = qtr_log_list_heads (plan);

  return qtr_record_new (&qtr_sign_off_type, "update", update->record.id, "priority", priority, "name",
                         signing->name, "statement", signing->statement, "made", signing->made, "form",
                         QTR_SIGNED_FORM, "digest", digest, "parts", tokens, "heads", heads, "key",
                         signing->key, NULL);
}

static void
add_line (GString *text, const char *name, const char *value)
{
  g_autofree char *escaped = g_strescape (value == NULL ? "" : value, NULL);

  g_string_append_printf (text, "%s %s\n", name, escaped);
}

char *
qtr_sign_off_to_text (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  const QtrUpdate *update =
      sign_off->update == NULL ? NULL : qtr_list_find (plan->updates, sign_off->update, NULL);
  g_autofree char *own = qtr_record_digest_own (sign_off, "signature");
  GString *text = g_string_new ("quarterly-sign-off-1\n");

  add_line (text, "plan", plan->record.id);
  add_line (text, "update", sign_off->update);
  add_line (text, "quarter", update == NULL ? NULL : update->quarter);
  add_line (text, "priority", sign_off->priority);
  add_line (text, "name", sign_off->name);
  add_line (text, "statement", sign_off->statement);
  add_line (text, "made", sign_off->made);
  add_line (text, "key", sign_off->key);
  add_line (text, "signed", sign_off->digest);
  add_line (text, "record", own);
  return g_string_free_and_steal (text);
}

QtrPlan *
qtr_edit_sign (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  g_autofree char *content = qtr_record_digest_own (sign_off, NULL);
  g_autoptr (QtrPlan) with = qtr_edit_insert (plan, plan->record.id, "sign_offs", G_MAXUINT, sign_off);
  const char *const records[] = { sign_off->record.id, sign_off->update, sign_off->priority };
  const QtrDeed deed = { .kind = QTR_AUDIT_SIGN,
                         .who = sign_off->name,
                         .made = sign_off->made,
                         .why = sign_off->statement,
                         .content = content };

  return qtr_edit_log (with, &deed, records, sign_off->priority == NULL ? 2 : 3);
}

/* --- Verifying --- */

static void
free_answer (gpointer data)
{
  QtrSignOffAnswer *self = data;

  g_array_unref (self->changes);
  g_free (self->owner);
  g_free (self);
}

static gboolean
is_own_key (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  for (guint i = 0; i < qtr_list_length (plan->people); i++) {
    const QtrPerson *person = qtr_list_get (plan->people, i);

    if (person->key != NULL && g_strcmp0 (person->name, sign_off->name) == 0 &&
        g_ascii_strcasecmp (person->key, sign_off->key) == 0)
      return TRUE;
  }

  return FALSE;
}

/* Whether the key itself says that it is that person's: "Anna Alder <anna@example.org>", "CN=Anna Alder,O=…".
 */
static gboolean
is_owner (const char *owner, const char *name)
{
  const char *start = owner == NULL || name == NULL ? NULL : owner;
  gsize length = name == NULL ? 0 : strlen (name);

  if (start != NULL && g_str_has_prefix (start, "CN="))
    start += strlen ("CN=");
  return start != NULL && length > 0 && strncmp (start, name, length) == 0 &&
         (start[length] == '\0' || start[length] == ',' || g_str_has_prefix (start + length, " <"));
}

static QtrSignOffState
ask_key (QtrSignOffAnswer *self, const QtrPlan *plan, QtrKeyAsk ask)
{
  const QtrSignOff *sign_off = self->sign_off;
  g_autofree char *text = qtr_sign_off_to_text (plan, sign_off);
  QtrKeyAnswer answer = { QTR_KEY_UNKNOWN, NULL, FALSE };

  if (sign_off->key == NULL)
    return sign_off->signature == NULL ? QTR_SIGN_OFF_GOOD : QTR_SIGN_OFF_BROKEN;
  if (sign_off->signature == NULL)
    return QTR_SIGN_OFF_BROKEN;
  if (ask != NULL)
    ask (text, sign_off->signature, sign_off->key, &answer);
  self->owner = answer.owner;
  if (answer.verdict != QTR_KEY_GOOD)
    return answer.verdict == QTR_KEY_UNKNOWN ? QTR_SIGN_OFF_UNKNOWN_KEY : QTR_SIGN_OFF_BROKEN;

  self->proof = is_own_key (plan, sign_off) || (answer.is_trusted && is_owner (answer.owner, sign_off->name))
                    ? QTR_PROOF_NAME
                    : QTR_PROOF_KEY;
  return QTR_SIGN_OFF_GOOD;
}

/* What was signed has to be what is listed as signed, and that has to be what is there. */
static QtrSignOffState
compare_with_plan (QtrSignOffAnswer *self, const QtrPlan *plan, const QtrUpdate *update)
{
  const QtrSignOff *sign_off = self->sign_off;
  const char *const *parts = sign_off->parts == NULL ? NULL : (const char *const *) sign_off->parts->at;
  guint n_parts = qtr_tokens_length (sign_off->parts);
  g_autofree char *digest =
      qtr_signed_view_digest (sign_off->form, plan, update->record.id, sign_off->priority, parts, n_parts);
  g_autoptr (GPtrArray) now = NULL;
  gboolean is_same = FALSE;

  if (g_strcmp0 (digest, sign_off->digest) != 0)
    return QTR_SIGN_OFF_BROKEN;

  now = qtr_signed_view_list (plan, update, sign_off->priority);
  is_same = now->len == n_parts;
  for (guint i = 0; is_same && i < n_parts; i++)
    is_same = g_str_equal (parts[i], now->pdata[i]);
  if (is_same)
    return QTR_SIGN_OFF_GOOD;

  g_array_unref (self->changes);
  self->changes = qtr_signed_view_compare (parts, n_parts, now);
  return QTR_SIGN_OFF_CHANGED;
}

static QtrSignOffAnswer *
verify (const QtrPlan *plan, const QtrSignOff *sign_off, QtrKeyAsk ask)
{
  QtrSignOffAnswer *self = g_new0 (QtrSignOffAnswer, 1);
  const QtrUpdate *update =
      sign_off->update == NULL ? NULL : qtr_list_find (plan->updates, sign_off->update, NULL);

  self->sign_off = sign_off;
  self->changes = g_array_new (FALSE, FALSE, sizeof (QtrSignedChange));
  self->state = update == NULL ? QTR_SIGN_OFF_BROKEN : ask_key (self, plan, ask);
  if (self->state == QTR_SIGN_OFF_GOOD)
    self->state = compare_with_plan (self, plan, update);
  return self;
}

static gboolean
supersedes (const QtrSignOffAnswer *later, const QtrSignOffAnswer *self)
{
  const QtrSignOff *a = later->sign_off;
  const QtrSignOff *b = self->sign_off;

  return later != self && later->state != QTR_SIGN_OFF_BROKEN && later->state != QTR_SIGN_OFF_UNKNOWN_KEY &&
         later->proof >= self->proof && g_strcmp0 (a->update, b->update) == 0 &&
         g_strcmp0 (a->priority, b->priority) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->made, b->made) > 0;
}

/* A sign-off that is broken stays one, whatever came after it. */
static void
find_superseded (const GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++) {
    QtrSignOffAnswer *self = answers->pdata[i];

    for (guint j = 0; j < answers->len && self->state == QTR_SIGN_OFF_CHANGED; j++)
      self->is_superseded |= supersedes (answers->pdata[j], self);
  }
}

GPtrArray *
qtr_sign_offs_verify (const QtrPlan *plan, const char *update, QtrKeyAsk ask)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (free_answer);

  for (guint i = 0; i < qtr_list_length (plan->sign_offs); i++) {
    const QtrSignOff *sign_off = qtr_list_get (plan->sign_offs, i);

    if (update == NULL || g_strcmp0 (sign_off->update, update) == 0)
      g_ptr_array_add (answers, verify (plan, sign_off, ask));
  }
  find_superseded (answers);
  return answers;
}

GPtrArray *
qtr_sign_offs_list_vouchers (const GPtrArray *answers)
{
  GPtrArray *vouchers = g_ptr_array_new ();

  for (guint i = 0; i < answers->len; i++) {
    const QtrSignOffAnswer *answer = answers->pdata[i];

    if (answer->proof > QTR_PROOF_STATED && answer->state != QTR_SIGN_OFF_BROKEN)
      g_ptr_array_add (vouchers, (gpointer) answer->sign_off);
  }
  return vouchers;
}

const char *
qtr_sign_off_state_get_word (QtrSignOffState state)
{
  static const char *const words[] = { "good", "changed", "unknown-key", "broken" };

  return words[state];
}

const char *
qtr_proof_get_word (QtrProof proof)
{
  static const char *const words[] = { "name-stated", "key", "name-proved" };

  return words[proof];
}
