/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/import/table-memory.h"

#include <string.h>

#include "ui/window/state-file.h"

#define FILE_NAME "tables"
#define KEY "mapping"
#define KEPT_MAX 100

/* The headings, of which no group could be called. */
static char *
name_group (const QtrTableContent *table)
{
  g_autofree char *joined = g_strjoinv ("\x1f", table->headings);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
}

GKeyFile *
qtr_table_memory_load (void)
{
  return qtr_state_file_read (FILE_NAME);
}

QtrTableMapping *
qtr_table_memory_find (GKeyFile *memory, const QtrTableContent *table)
{
  g_autofree char *group = name_group (table);
  g_autofree char *text = g_key_file_get_string (memory, group, KEY, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    return NULL;
  bytes = g_bytes_new (text, strlen (text));
  return qtr_table_mapping_read (bytes, NULL);
}

void
qtr_table_memory_keep (const QtrTableContent *table)
{
  g_autoptr (GKeyFile) memory = qtr_table_memory_load ();
  g_autofree char *group = name_group (table);
  g_autoptr (GBytes) bytes = qtr_table_mapping_write (table->mapping);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_key_file_set_string (memory, group, KEY, text);
  qtr_state_file_mark_used (memory, group);
  qtr_state_file_drop_oldest (memory, KEPT_MAX);
  qtr_state_file_write (FILE_NAME, memory);
}
