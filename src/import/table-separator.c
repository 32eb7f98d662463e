/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-separator.h"

#include "import/table-reader.h"

/* In the order of preference where it is a draw: commas stand within words and numbers, too. */
static const char SEPARATORS[] = { '\t', ';', '|', ',' };

#define ROWS_MAX 200

/* How many rows have as many cells as most rows that have more than one. */
static guint
count_alike (const char *head, gsize length, char separator)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (head, (gssize) length, NULL);
  g_autoptr (QtrTableReader) reader = qtr_table_reader_new (stream, separator, "UTF-8", NULL, NULL);
  g_autoptr (GHashTable) widths = g_hash_table_new (NULL, NULL);
  QtrTableRow row = { 0 };
  guint best = 0;

  for (guint i = 0; i < ROWS_MAX && qtr_table_reader_next (reader, &row, NULL) && row.n_cells > 0; i++) {
    gpointer width = GUINT_TO_POINTER (row.n_cells);
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (widths, width)) + 1;

    g_hash_table_insert (widths, width, GUINT_TO_POINTER (count));
    if (row.n_cells > 1)
      best = MAX (best, count);
  }
  return best;
}

char
qtr_table_recognise_separator (const char *head, gsize length)
{
  char separator = ',';
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (SEPARATORS); i++) {
    guint alike = count_alike (head, length, SEPARATORS[i]);

    if (alike > best) {
      best = alike;
      separator = SEPARATORS[i];
    }
  }
  return separator;
}
