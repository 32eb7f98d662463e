/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "import/table-place.h"
#include "timing.h"

/*
 * What a table of a million rows costs: to read and to place in a plan, beside a table of a tenth of it and
 * beside the JSON library, which parses the same rows as objects; and how much memory is taken at most for
 * what is kept.
 */

#define N_TIMES 3
#define SMALL_ROWS 100000
#define LARGE_ROWS 1000000
#define N_AREAS 500
#define MIB (1024.0 * 1024.0)

static const char *const measures[] = { "Burglary", "Robbery", "Vehicle crime", "Theft from the person" };

/* --- The same rows, in both forms --- */

typedef void (*AddRow) (GString *text, guint row, const char *period, guint area, const char *measure,
                        guint value);

static void
add_csv (GString *text, guint row, const char *period, guint area, const char *measure, guint value)
{
  g_string_append_printf (text, "%sBeat %03u,%s,%s,%u\n", row == 0 ? "area,period,measure,value\n" : "", area,
                          period, measure, value);
}

static void
add_json (GString *text, guint row, const char *period, guint area, const char *measure, guint value)
{
  g_string_append_printf (
      text, "%s{\"area\": \"Beat %03u\", \"period\": \"%s\", \"measure\": \"%s\", \"value\": %u}",
      row == 0 ? "" : ",\n", area, period, measure, value);
}

/* Beat after beat, and month after month, as such tables are sorted. */
static GBytes *
make_rows (guint n_rows, AddRow add, const char *begin, const char *end)
{
  GString *text = g_string_new (begin);
  guint n_measures = G_N_ELEMENTS (measures);
  guint n_months = n_rows / N_AREAS / n_measures;

  for (guint i = 0; i < n_rows; i++) {
    guint month = i / n_measures % n_months;
    char period[16];

    g_snprintf (period, sizeof period, "%04u-%02u", 1970 + month / 12, month % 12 + 1);
    add (text, i, period, i / n_measures / n_months, measures[i % n_measures], (i * 7919U) % 1000);
  }
  g_string_append (text, end);
  return g_string_free_to_bytes (text);
}

/* --- What is timed --- */

static gsize
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status == NULL ? NULL : strstr (status, name);
  return line == NULL ? 0 : g_ascii_strtoull (line + strlen (name), NULL, 10) * 1024;
}

static QtrPlan *
take (GBytes *csv, guint n_rows, Timing *reading, Timing *placing)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (csv);
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  QtrTableRequest request = { .first_month = 4 };
  g_autoptr (QtrTablePlaced) placed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();
  g_autoptr (QtrTableContent) table = qtr_table_read (stream, &request, NULL, &error);
  QtrPlan *filled = NULL;

  g_assert_no_error (error);
  timing_add (reading, began);
  timing_add_work (reading, work);
  g_assert_cmpuint (table->account.values, ==, n_rows);
  filled = qtr_table_place (plan, table, &(QtrSource) { .origin = "imported from rows.csv on 2026-11-22" },
                            &placed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (placed->count.added, ==, n_rows);
  timing_add (placing, began);
  timing_add_work (placing, work);
  return filled;
}

static void
parse (GBytes *json, Timing *timing)
{
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), NULL);
  g_assert_nonnull (json_parser_get_root (parser));
  timing_add (timing, began);
  timing_add_work (timing, work);
}

/* Before anything else, so that the peak is the table's own. */
static void
measure_memory (GBytes *csv)
{
  g_autoptr (Timing) unused = timing_new ();
  gsize before = read_status ("VmRSS:");
  g_autoptr (QtrPlan) plan = take (csv, LARGE_ROWS, unused, unused);
  gsize kept = read_status ("VmRSS:") - before;
  gsize peak = read_status ("VmHWM:") - before;

  g_print (
      "1,000,000 rows: %.0f MiB at most, %.0f MiB of it kept with the plan; %.2f times; a file of %.0f MiB\n",
      peak / MIB, kept / MIB, peak / (double) kept, g_bytes_get_size (csv) / MIB);
}

int
main (void)
{
  g_autoptr (GBytes) small = make_rows (SMALL_ROWS, add_csv, "", "");
  g_autoptr (GBytes) large = make_rows (LARGE_ROWS, add_csv, "", "");
  g_autoptr (GBytes) json = NULL;
  g_autoptr (Timing) small_reading = timing_new ();
  g_autoptr (Timing) small_placing = timing_new ();
  g_autoptr (Timing) reading = timing_new ();
  g_autoptr (Timing) placing = timing_new ();
  g_autoptr (Timing) alone = timing_new ();

  measure_memory (large);
  json = make_rows (LARGE_ROWS, add_json, "[", "]");
  for (guint i = 0; i < N_TIMES; i++) {
    qtr_record_unref (take (small, SMALL_ROWS, small_reading, small_placing));
    qtr_record_unref (take (large, LARGE_ROWS, reading, placing));
    parse (json, alone);
  }
  timing_print (small_reading, "100,000 rows are read", NULL);
  timing_print (reading, "1,000,000 rows are read", small_reading);
  timing_print (small_placing, "100,000 rows are read and placed", NULL);
  timing_print (placing, "1,000,000 rows are read and placed", small_placing);
  timing_print (alone, "json-glib parses 1,000,000 as objects", NULL);
  timing_print (reading, "1,000,000 rows are read", alone);
  timing_print (placing, "1,000,000 rows are read and placed", alone);
  return 0;
}
