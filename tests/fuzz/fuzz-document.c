/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "import/importer.h"
#include "import/table.h"

static void
read_as_table (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  QtrTableRequest request = { .first_month = 4 };
  g_autoptr (QtrTableContent) table = qtr_table_read (stream, &request, NULL, &error);

  g_assert_true (table != NULL || (error != NULL && g_utf8_validate (error->message, -1, NULL)));
}

/* Whatever the bytes are: as a report and as a table they are read, or refused with words. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrReport) report = qtr_import_read_loose ("report", bytes, NULL, &error);

  g_assert_true (report != NULL || (error != NULL && g_utf8_validate (error->message, -1, NULL)));
  read_as_table (bytes);
  return 0;
}
