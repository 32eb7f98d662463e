/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/audit-csv.h"

#include "export/csv.h"
#include "export/publication-private.h"

/* The names of the columns are the file's, for whoever reads the table by a program. */
static const char *const columns[] = { "entry", "made",    "who",    "kind", "records",
                                       "why",   "follows", "digest", "proof" };

static char *
join (const QtrTokens *tokens)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < qtr_tokens_length (tokens); i++)
    g_string_append_printf (text, i == 0 ? "%s" : " %s", tokens->at[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_entry (QtrTable *table, const QtrAudit *entry, const QtrLogAnswer *answer)
{
  GPtrArray *row = qtr_table_add_row (table);
  g_autofree char *records = join (entry->records);
  g_autofree char *heads = join (entry->heads);

  qtr_table_row_add (row, entry->record.id);
  qtr_table_row_add (row, entry->made);
  qtr_table_row_add (row, entry->who);
  qtr_table_row_add (row, entry->kind);
  qtr_table_row_add (row, records);
  qtr_table_row_add (row, entry->why);
  qtr_table_row_add (row, heads);
  qtr_table_row_add (row, entry->digest);
  qtr_table_row_add (row, g_hash_table_contains (answer->proved, entry->record.id) ? "proved" : "stated");
}

GBytes *
qtr_audit_to_csv (const QtrPlan *plan, const QtrLogAnswer *answer)
{
  g_autoptr (QtrTable) table = qtr_table_new ("audit");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    qtr_table_add_column (table, columns[i], FALSE);
  for (guint i = 0; i < qtr_list_length (plan->audit); i++)
    add_entry (table, qtr_list_get (plan->audit, i), answer);
  return qtr_csv_write_table (table);
}
