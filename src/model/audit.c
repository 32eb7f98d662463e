/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/audit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/edit.h"

/* The form names itself, so that an entry of an older form can still be told apart. */
#define FORM "quarterly-audit-1"

static const QtrField audit_fields[] = {
  QTR_FIELD (QtrAudit, heads, TOKENS),   QTR_FIELD (QtrAudit, who, TEXT),
  QTR_FIELD (QtrAudit, made, TEXT),      QTR_FIELD (QtrAudit, kind, TOKEN),
  QTR_FIELD (QtrAudit, records, TOKENS), QTR_FIELD (QtrAudit, content, TEXT),
  QTR_FIELD (QtrAudit, why, TEXT),       QTR_FIELD (QtrAudit, digest, TEXT),
};
const QtrRecordType qtr_audit_type = QTR_RECORD_TYPE ("audit entry", QtrAudit, audit_fields);

const char *
qtr_audit_kind_to_words (const char *kind)
{
  static const struct {
    const char *kind;
    const char *words;
  } table[] = {
    /* Translators: these are what the log of a plan tells of. */
    { QTR_AUDIT_SIGN, N_ ("Signed off") },     { QTR_AUDIT_STATE, N_ ("Moved on or back") },
    { QTR_AUDIT_IMPORT, N_ ("Imported") },     { QTR_AUDIT_RESTATE, N_ ("Restated") },
    { QTR_AUDIT_ROLL, N_ ("Rolled forward") }, { QTR_AUDIT_RESOLVE, N_ ("Comment resolved") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].kind, kind) == 0)
      return _ (table[i].words);

  return kind == NULL ? "" : kind;
}

/* --- Writing --- */

/* An entry belongs to its plan: taken over into another one, it is not right there. */
static char *
compute_digest (const QtrPlan *plan, const QtrAudit *entry)
{
  g_autofree char *own = qtr_record_digest_own (entry, "digest");
  g_autofree char *text = g_strdup_printf (FORM "\n%s\n%s\n", plan->record.id, own);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static char *
name_entry (const QtrAudit *entry)
{
  return g_strdup_printf ("%s:%s", entry->record.id, entry->digest == NULL ? "" : entry->digest);
}

static char *
head_to_id (const char *head)
{
  const char *colon = strchr (head, ':');

  return colon == NULL ? g_strdup (head) : g_strndup (head, (gsize) (colon - head));
}

static GHashTable *
list_followed (const QtrPlan *plan)
{
  GHashTable *followed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < qtr_list_length (plan->audit); i++) {
    const QtrAudit *entry = qtr_list_get (plan->audit, i);

    for (guint j = 0; j < qtr_tokens_length (entry->heads); j++)
      g_hash_table_add (followed, head_to_id (entry->heads->at[j]));
  }
  return followed;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

QtrTokens *
qtr_log_list_heads (const QtrPlan *plan)
{
  g_autoptr (GHashTable) followed = list_followed (plan);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < qtr_list_length (plan->audit); i++) {
    const QtrAudit *entry = qtr_list_get (plan->audit, i);

    if (!g_hash_table_contains (followed, entry->record.id))
      g_ptr_array_add (heads, name_entry (entry));
  }
  g_ptr_array_sort (heads, compare_texts);
  return qtr_tokens_new ((const char *const *) heads->pdata, heads->len);
}

QtrPlan *
qtr_edit_log (const QtrPlan *plan, const QtrDeed *deed, const char *const *records, guint n_records)
{
  g_autoptr (QtrTokens) heads = qtr_log_list_heads (plan);
  g_autoptr (QtrTokens) ids = qtr_tokens_new (records, n_records);
  g_autoptr (QtrAudit) entry =
      qtr_record_new (&qtr_audit_type, "heads", heads, "who", deed->who, "made", deed->made, "kind",
                      deed->kind, "records", ids, "content", deed->content, "why", deed->why, NULL);
  g_autofree char *digest = compute_digest (plan, entry);
  g_autoptr (QtrAudit) sealed = qtr_record_with (entry, "digest", digest, NULL);

  return qtr_edit_insert (plan, plan->record.id, "audit", G_MAXUINT, sealed);
}

/* --- Verifying --- */

static void
clear_problem (gpointer data)
{
  g_free (((QtrLogProblem *) data)->id);
}

static void
add_problem (QtrLogAnswer *self, QtrLogFault fault, const char *id)
{
  QtrLogProblem problem = { fault, g_strdup (id) };

  for (guint i = 0; i < self->problems->len; i++) {
    const QtrLogProblem *standing = &g_array_index (self->problems, QtrLogProblem, i);

    if (standing->fault == fault && g_str_equal (standing->id, id)) {
      g_free (problem.id);
      return;
    }
  }
  g_array_append_val (self->problems, problem);
}

/* The entry that @head names, if it is still that one. */
static const QtrAudit *
find_head (QtrLogAnswer *self, const QtrPlan *plan, const char *head)
{
  g_autofree char *id = head_to_id (head);
  const QtrAudit *entry = qtr_list_find (plan->audit, id, NULL);
  g_autofree char *name = entry == NULL ? NULL : name_entry (entry);

  if (g_strcmp0 (name, head) == 0)
    return entry;
  add_problem (self, QTR_LOG_MISSING, id);
  return NULL;
}

static void
check_sign_off (QtrLogAnswer *self, const QtrPlan *plan, const QtrAudit *entry)
{
  const QtrSignOff *sign_off = qtr_tokens_length (entry->records) == 0
                                   ? NULL
                                   : qtr_list_find (plan->sign_offs, entry->records->at[0], NULL);
  g_autofree char *content = sign_off == NULL ? NULL : qtr_record_digest_own (sign_off, NULL);

  if (sign_off == NULL)
    add_problem (self, QTR_LOG_SIGN_OFF_GONE, entry->record.id);
  else if (g_strcmp0 (content, entry->content) != 0)
    add_problem (self, QTR_LOG_SIGN_OFF_EDITED, entry->record.id);
}

static gboolean
is_as_written (const QtrPlan *plan, const QtrAudit *entry)
{
  g_autofree char *digest = compute_digest (plan, entry);

  return g_strcmp0 (digest, entry->digest) == 0;
}

static void
check_entry (QtrLogAnswer *self, const QtrPlan *plan, const QtrAudit *entry)
{
  if (!is_as_written (plan, entry))
    add_problem (self, QTR_LOG_EDITED, entry->record.id);
  for (guint i = 0; i < qtr_tokens_length (entry->heads); i++)
    find_head (self, plan, entry->heads->at[i]);
  if (g_strcmp0 (entry->kind, QTR_AUDIT_SIGN) == 0)
    check_sign_off (self, plan, entry);
}

static void
push_heads (GPtrArray *queue, const QtrTokens *heads)
{
  for (guint i = 0; i < qtr_tokens_length (heads); i++)
    g_ptr_array_add (queue, (gpointer) heads->at[i]);
}

/* Whoever vouches for an entry vouches for all that it follows, since its digest names them. One that was
 * edited names nothing that can be relied on. */
static void
prove (QtrLogAnswer *self, const QtrPlan *plan, const QtrTokens *heads)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  push_heads (queue, heads);
  while (queue->len > 0) {
    const QtrAudit *entry = find_head (self, plan, g_ptr_array_steal_index (queue, queue->len - 1));

    if (entry == NULL || !is_as_written (plan, entry) ||
        !g_hash_table_add (self->proved, g_strdup (entry->record.id)))
      continue;
    if (g_strcmp0 (entry->made, self->proved_until) > 0)
      g_set_str (&self->proved_until, entry->made);
    push_heads (queue, entry->heads);
  }
}

QtrLogAnswer *
qtr_log_verify (const QtrPlan *plan, const GPtrArray *vouchers)
{
  QtrLogAnswer *self = g_new0 (QtrLogAnswer, 1);

  self->problems = g_array_new (FALSE, FALSE, sizeof (QtrLogProblem));
  g_array_set_clear_func (self->problems, clear_problem);
  self->proved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < qtr_list_length (plan->audit); i++)
    check_entry (self, plan, qtr_list_get (plan->audit, i));
  for (guint i = 0; i < vouchers->len; i++)
    prove (self, plan, ((const QtrSignOff *) vouchers->pdata[i])->heads);
  self->n_stated = qtr_list_length (plan->audit) - g_hash_table_size (self->proved);
  return self;
}

void
qtr_log_answer_free (QtrLogAnswer *self)
{
  g_array_unref (self->problems);
  g_hash_table_unref (self->proved);
  g_free (self->proved_until);
  g_free (self);
}

char *
qtr_log_problem_to_words (const QtrLogProblem *problem)
{
  static const char *const words[] = {
    [QTR_LOG_EDITED] = N_ ("the log was tampered with: entry %s is not as it was written"),
    [QTR_LOG_MISSING] =
        N_ ("the log was tampered with: entry %s, which others stand on, is gone or another one"),
    [QTR_LOG_SIGN_OFF_GONE] = N_ ("the sign-off that entry %s of the log tells of is gone"),
    [QTR_LOG_SIGN_OFF_EDITED] = N_ ("the sign-off that entry %s of the log tells of is not as it was given"),
  };
  g_auto (GStrv) halves = g_strsplit (_ (words[problem->fault]), "%s", 2);

  return g_strconcat (halves[0], problem->id, halves[1], NULL);
}
