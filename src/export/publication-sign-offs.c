/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/publication-private.h"
#include "model/sign-off.h"

static char *
describe_subject (const QtrPlan *plan, const QtrSignOff *sign_off)
{
  const QtrPriority *priority =
      sign_off->priority == NULL ? NULL : qtr_list_find (plan->priorities, sign_off->priority, NULL);

  if (priority == NULL)
    return g_strdup (_ ("The whole update"));
  /* Translators: a priority's number and title. */
  return g_strdup_printf (_ ("Priority %d – %s"), priority->number,
                          priority->title == NULL ? "" : priority->title);
}

static const char *
describe_proof (const QtrSignOffAnswer *answer)
{
  switch (answer->proof) {
  case QTR_PROOF_NAME:
    return _ ("Name proved by key");
  case QTR_PROOF_KEY:
    return _ ("Signed with a key, name stated");
  case QTR_PROOF_STATED:
  default:
    return _ ("Name stated");
  }
}

/* The same in every language, so that the same plan gives the same bytes. */
static char *
describe_time (const char *made)
{
  g_autoptr (GDateTime) time = made == NULL ? NULL : g_date_time_new_from_iso8601 (made, NULL);
  g_autoptr (GDateTime) utc = time == NULL ? NULL : g_date_time_to_utc (time);

  return utc == NULL ? g_strdup (made) : g_date_time_format (utc, "%Y-%m-%d %H:%M UTC");
}

static void
add_row (QtrTable *table, const QtrPlan *plan, const QtrSignOffAnswer *answer)
{
  GPtrArray *row = qtr_table_add_row (table);
  g_autofree char *subject = describe_subject (plan, answer->sign_off);
  g_autofree char *made = describe_time (answer->sign_off->made);

  qtr_table_row_add (row, subject);
  qtr_table_row_add (row, answer->sign_off->name);
  qtr_table_row_add (row, made);
  qtr_table_row_add (row, answer->sign_off->statement);
  qtr_table_row_add (row, describe_proof (answer));
  qtr_table_row_add (row, answer->sign_off->digest);
}

static QtrTable *
make_table (void)
{
  QtrTable *table = qtr_table_new (_ ("Who signed this update"));

  qtr_table_add_column (table, _ ("Signed"), FALSE);
  qtr_table_add_column (table, _ ("By"), FALSE);
  qtr_table_add_column (table, _ ("When"), FALSE);
  qtr_table_add_column (table, _ ("Statement"), FALSE);
  qtr_table_add_column (table, _ ("Proof"), FALSE);
  qtr_table_add_column (table, _ ("Digest"), FALSE);
  return table;
}

void
qtr_publication_add_sign_offs (GPtrArray *nodes, const QtrPlan *plan, const QtrUpdate *update,
                               const GPtrArray *answers)
{
  g_autoptr (GPtrArray) own = answers == NULL ? qtr_sign_offs_verify (plan, update->record.id, NULL) : NULL;
  g_autoptr (QtrTable) table = make_table ();
  QtrNode *node = NULL;

  if (answers == NULL)
    answers = own;
  for (guint i = 0; i < answers->len; i++) {
    const QtrSignOffAnswer *answer = answers->pdata[i];

    if (answer->state == QTR_SIGN_OFF_GOOD && g_strcmp0 (answer->sign_off->update, update->record.id) == 0)
      add_row (table, plan, answer);
  }
  if (table->rows->len == 0)
    return;
  node = qtr_node_new (QTR_NODE_CORRECTIONS, NULL, _ ("Sign-Off"));
  node->anchor = g_strdup ("sign-off");
  qtr_node_add (node, QTR_NODE_NOTE, NULL,
                _ ("Whoever has the plan can verify that this is what was signed, by the digests."));
  qtr_node_add (node, QTR_NODE_TABLE, NULL, NULL)->table = g_steal_pointer (&table);
  g_ptr_array_add (nodes, node);
}
