/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "import/importer.h"
#include "import/plan-text.h"
#include "import/table.h"

/* The reports and a workbook as other programs write them: what comes in is what came in from the text, and
 * what the other program reads. */

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quarterly-documents-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
run (const char *const *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (line, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const line[] = { "rm", "-rf", fixture->folder, NULL };

  run (line);
  g_free (fixture->folder);
}

static void
convert (const Fixture *fixture, const char *source, const char *filter)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", fixture->folder);
  const char *const line[] = { "soffice",       profile, "--headless", "--convert-to", filter, "--outdir",
                               fixture->folder, source,  NULL };

  run (line);
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* --- Reports --- */

static char *
read_tree (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrReport) report = qtr_import_read (path, bytes, NULL, &error);

  g_assert_no_error (error);
  /* Where a line stands is another thing in each form, and so is what stands on none. */
  return plan_text_of_report (report);
}

/* By the program's own Markdown, which another program makes a document of. */
static char *
make_markdown (const Fixture *fixture, const char *report, const char *quarter)
{
  g_autofree char *source = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", report, NULL);
  g_autofree char *plan = g_build_filename (fixture->folder, "plan.quarterly", NULL);
  char *markdown = g_build_filename (fixture->folder, "report.md", NULL);
  const char *const import[] = {
    g_getenv ("QTR_TEST_CLI"), "import", source, "--into", plan, "--quarter", quarter, NULL
  };
  const char *const export[] = {
    g_getenv ("QTR_TEST_CLI"), "export", plan, "--quarter", quarter, "--draft", "--to", markdown, NULL
  };

  run (import);
  run (export);
  return markdown;
}

static const struct {
  const char *report;
  const char *quarter;
} REPORTS[] = {
  { "q3-2019-20.md", "2019-20-Q3" },
  { "q3-2020-21.txt", "2020-21-Q3" },
};

static void
compare_with (const char *expected, const Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *found = read_tree (path);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autofree char *markdown = make_markdown (fixture, REPORTS[index].report, REPORTS[index].quarter);
  g_autofree char *source =
      g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", REPORTS[index].report, NULL);
  g_autofree char *expected = read_tree (source);
  g_autofree char *odt = g_build_filename (fixture->folder, "report.odt", NULL);
  g_autofree char *docx = g_build_filename (fixture->folder, "report.docx", NULL);
  const char *const to_odt[] = { "pandoc", "-f", "markdown-smart", markdown, "-o", odt, NULL };
  const char *const to_docx[] = { "pandoc", "-f", "markdown-smart", markdown, "-o", docx, NULL };

  run (to_odt);
  run (to_docx);
  compare_with (expected, fixture, "report.odt");
  compare_with (expected, fixture, "report.docx");
  /* As LibreOffice writes them: each out of the other. */
  g_assert_cmpint (g_unlink (docx), ==, 0);
  convert (fixture, odt, "docx");
  compare_with (expected, fixture, "report.docx");
  g_assert_cmpint (g_unlink (odt), ==, 0);
  convert (fixture, docx, "odt");
  compare_with (expected, fixture, "report.odt");
}

/* --- Tables --- */

static QtrTableContent *
read_sheet (const char *path, const char *sheet)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (QtrTableMapping) mapping =
      qtr_record_new (&qtr_table_mapping_type, "id", "mapping", "sheet", sheet, NULL);
  QtrTableRequest request = { .mapping = sheet == NULL ? NULL : mapping, .first_month = 4 };
  g_autoptr (GError) error = NULL;
  QtrTableContent *table = qtr_table_read (stream, &request, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static const char *
get_cell (const QtrTableContent *table, guint row, guint column)
{
  const QtrTableSampleRow *kept = g_ptr_array_index (table->sample, row);

  return column < kept->n_cells ? kept->cells[column] : "";
}

/* Below the headings, which LibreOffice's CSV has in other lines. */
static guint
find_row (const QtrTableContent *table, const char *first)
{
  for (guint i = 0; i < table->sample->len; i++) {
    if (g_str_equal (get_cell (table, i, 0), first))
      return i;
  }
  g_assert_not_reached ();
}

/* Spreadsheets compute with fifteen digits, and print the last one as they please. */
static void
assert_same (const char *ours, const char *theirs)
{
  double number = g_ascii_strtod (theirs, NULL);

  g_assert_true (g_ascii_isdigit (ours[*ours == '-']));
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (ours, NULL), number, fabs (number) * 1e-14 + 1e-300);
}

static guint
compare_numbers (const QtrTableContent *ours, const QtrTableContent *theirs, const char *first)
{
  guint start = find_row (ours, first);
  guint their_start = find_row (theirs, first);
  guint n_numbers = 0;

  for (guint i = 0; i + their_start < theirs->sample->len; i++) {
    for (guint j = 0; j < theirs->n_columns; j++) {
      const char *cell = get_cell (theirs, their_start + i, j);

      if (!g_ascii_isdigit (cell[*cell == '-']))
        continue;
      assert_same (get_cell (ours, start + i, j), cell);
      n_numbers++;
    }
  }
  return n_numbers;
}

#define CSV_OF_ALL "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
#define WORKBOOK "police-workforce-sep19-tables"

static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ods =
      g_build_filename (g_getenv ("QTR_TEST_SHARED"), "data", "tables", WORKBOOK ".ods", NULL);
  g_autofree char *xlsx = g_build_filename (fixture->folder, WORKBOOK ".xlsx", NULL);
  static const struct {
    const char *sheet;
    const char *first;
    guint n_numbers;
  } sheets[] = { { "Table_1", "North East", 392 }, { "Table_5", "North East", 300 } };

  convert (fixture, ods, "xlsx");
  convert (fixture, ods, CSV_OF_ALL);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
    g_autofree char *name = g_strdup_printf (WORKBOOK "-%s.csv", sheets[i].sheet);
    g_autofree char *csv = g_build_filename (fixture->folder, name, NULL);
    g_autoptr (QtrTableContent) expected = read_sheet (csv, NULL);
    g_autoptr (QtrTableContent) from_ods = read_sheet (ods, sheets[i].sheet);
    g_autoptr (QtrTableContent) from_xlsx = read_sheet (xlsx, sheets[i].sheet);

    g_assert_cmpuint (compare_numbers (from_ods, expected, sheets[i].first), >=, sheets[i].n_numbers);
    g_assert_cmpuint (compare_numbers (from_xlsx, expected, sheets[i].first), >=, sheets[i].n_numbers);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (REPORTS); i++) {
    g_autofree char *path = g_strconcat ("/real/documents/report/", REPORTS[i].report, NULL);

    g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_report, tear_down);
  }
  g_test_add ("/real/documents/workbook", Fixture, NULL, set_up, test_workbook, tear_down);
  return g_test_run ();
}
