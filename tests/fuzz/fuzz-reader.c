/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "format/format.h"
#include "format/notes.h"

/* Whatever the bytes are: they are refused, or they are a plan that is the same after writing and reading. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = qtr_format_read (bytes, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (QtrPlan) again = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (plan == NULL) {
    g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
    return 0;
  }
  notes = qtr_format_list_notes (plan);
  written = qtr_format_write (plan);
  again = qtr_format_read (written, &error);
  g_assert_no_error (error);
  g_assert_true (qtr_record_equal (plan, again));
  rewritten = qtr_format_write (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  return 0;
}
