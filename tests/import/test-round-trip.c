/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"
#include "import/round-trip.h"
#include "model/update.h"

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
  g_autofree char *text = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, size);
  plan = qtr_format_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qtr_list_length (plan->updates), ==, 3);
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    round_trip_assert (plan, update->quarter, "OFFICIAL-SENSITIVE");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/round-trip/example", test_example);
  return g_test_run ();
}
