/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "import/table-reader.h"

#define QUOTED(text) { text, sizeof (text) - 1 }

/* Rows as they are read: cells between bars, and before each row its line. */
static const struct {
  const char *name;
  struct {
    const char *bytes;
    gsize length;
  } source;
  char separator;
  const char *encoding;
  const char *rows;
} TAKEN[] = {
  { "commas", QUOTED ("a,b\n1,2\n"), ',', "UTF-8", "1:a|b 2:1|2" },
  { "no-end", QUOTED ("a,b\n1,2"), ',', "UTF-8", "1:a|b 2:1|2" },
  { "dos-ends", QUOTED ("a,b\r\n1,2\r\n"), ',', "UTF-8", "1:a|b 2:1|2" },
  { "mac-ends", QUOTED ("a,b\r1,2\r"), ',', "UTF-8", "1:a|b 2:1|2" },
  { "semicolons", QUOTED ("a;b\n1,5;2\n3,5;4\n"), ';', "UTF-8", "1:a|b 2:1,5|2 3:3,5|4" },
  { "tabs", QUOTED ("a\tb\n1,234\t2\n"), '\t', "UTF-8", "1:a|b 2:1,234|2" },
  { "bars", QUOTED ("a|b\n1|2\n"), '|', "UTF-8", "1:a|b 2:1|2" },
  { "quotes", QUOTED ("a,b\n\"x, y\",\"say \"\"no\"\"\"\n"), ',', "UTF-8", "1:a|b 2:x, y|say \"no\"" },
  { "new-line-in-quotes", QUOTED ("a,b\n\"x\ny\",2\n3,4\n"), ',', "UTF-8", "1:a|b 2:x\ny|2 4:3|4" },
  { "after-quotes", QUOTED ("\"a\"b,c\nd\"e,f\n"), ',', "UTF-8", "1:ab|c 2:d\"e|f" },
  { "spaces", QUOTED (" a ,\tb\n 1\xc2\xa0,2  \n"), ',', "UTF-8", "1:a|b 2:1|2" },
  { "ragged", QUOTED ("a,b,c\n1\n1,2,3,4\n1,2,\n"), ',', "UTF-8", "1:a|b|c 2:1 3:1|2|3|4 4:1|2|" },
  { "blank", QUOTED ("a,b\n\n1,2\n"), ',', "UTF-8", "1:a|b 2: 3:1|2" },
  { "mark",
    QUOTED ("\xef\xbb\xbf"
            "a,b\n1,2\n"),
    ',', "UTF-8", "1:a|b 2:1|2" },
  { "utf-8",
    QUOTED ("a,b\n\xc2\xa3"
            "1,2\n"),
    ',', "UTF-8", "1:a|b 2:£1|2" },
  { "windows",
    QUOTED ("a,b\n\xa3"
            "1,\x96\n"),
    ',', "WINDOWS-1252", "1:a|b 2:£1|–" },
  { "windows-without-meaning", QUOTED ("a,b\n\xa3,\x81\n"), ',', "WINDOWS-1252", "1:a|b 2:£|?" },
  { "utf-16-little",
    QUOTED ("\xff\xfe"
            "a\0,\0b\0\n\0\xa3\0,\0"
            "2\0"),
    ',', "UTF-16LE", "1:a|b 2:£|2" },
  { "utf-16-big",
    QUOTED ("\xfe\xff\0a\0,\0b\0\n\0\xa3\0,\0"
            "2"),
    ',', "UTF-16BE", "1:a|b 2:£|2" },
  { "utf-16-without-mark",
    QUOTED ("a\0,\0b\0\n\0"
            "1\0,\0"
            "2\0"),
    ',', "UTF-16LE", "1:a|b 2:1|2" },
  { "zero",
    QUOTED ("a,b,c,d\n1\0"
            "2,3,4,5\n"),
    ',', "UTF-8",
    "1:a|b|c|d 2:1\xef\xbf\xbd"
    "2|3|4|5" },
  { "one-column", QUOTED ("a\n1\n"), ',', "UTF-8", "1:a 2:1" },
  { "empty", QUOTED (""), ',', "UTF-8", "" },
};

static QtrTableReader *
open_reader (const char *bytes, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GError) error = NULL;
  QtrTableReader *reader = qtr_table_reader_new (stream, '\0', NULL, NULL, &error);

  g_assert_no_error (error);
  return reader;
}

static char *
dump (QtrTableReader *reader)
{
  GString *out = g_string_new (NULL);
  QtrTableRow row;
  g_autoptr (GError) error = NULL;

  while (qtr_table_reader_next (reader, &row, &error) && row.n_cells > 0) {
    g_autofree char *cells = g_strjoinv ("|", (char **) row.cells);

    g_string_append_printf (out, "%s%u:%s", out->len > 0 ? " " : "", row.line, cells);
  }
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

static void
test_taken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (TAKEN); i++) {
    g_autoptr (QtrTableReader) reader = open_reader (TAKEN[i].source.bytes, TAKEN[i].source.length);
    g_autofree char *rows = dump (reader);

    g_test_message ("%s", TAKEN[i].name);
    g_assert_cmpstr (rows, ==, TAKEN[i].rows);
    g_assert_cmpint (qtr_table_reader_get_separator (reader), ==, TAKEN[i].separator);
    g_assert_cmpstr (qtr_table_reader_get_encoding (reader), ==, TAKEN[i].encoding);
  }
}

/* Wherever a chunk of the stream ends, the rows are the same. */
static void
test_chunks (void)
{
  for (gsize shift = 0; shift < 12; shift++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (QtrTableReader) reader = NULL;
    QtrTableRow row;
    guint n_rows = 0;

    for (gsize i = 0; i < shift; i++)
      g_string_append_c (text, 'x');
    g_string_append (text, "a,b\n");
    for (guint i = 0; i < 30000; i++)
      g_string_append (text, "\"q\"\"\r\nq\",£\r\n");
    reader = open_reader (text->str, text->len);
    g_assert_true (qtr_table_reader_next (reader, &row, NULL));
    while (qtr_table_reader_next (reader, &row, NULL) && row.n_cells > 0) {
      g_assert_cmpuint (row.n_cells, ==, 2);
      g_assert_cmpstr (row.cells[1], ==, "£");
      g_assert_cmpuint (row.line, ==, 2 + 2 * n_rows++);
    }
    g_assert_cmpuint (n_rows, ==, 30000);
  }
}

/* One row in other letters than the rest is told, and read. */
static void
test_odd_row (void)
{
  static const char bytes[] = "a,b\n\xc2\xa3,1\n\xa3,2\n\xc2\xa3,3\n";
  g_autoptr (QtrTableReader) reader = open_reader (bytes, sizeof bytes - 1);
  g_autofree char *rows = dump (reader);

  g_assert_cmpstr (rows, ==, "1:a|b 2:£|1 3:£|2 4:£|3");
  g_assert_cmpuint (qtr_table_reader_get_n_odd (reader), ==, 1);
}

static void
expect_failure (const char *text, gsize length, int code)
{
  g_autoptr (QtrTableReader) reader = open_reader (text, length);
  g_autoptr (GError) error = NULL;
  QtrTableRow row;

  while (qtr_table_reader_next (reader, &row, &error))
    g_assert_cmpuint (row.n_cells, >, 0);
  g_assert_error (error, QTR_ERROR, code);
  g_assert_nonnull (strstr (error->message, "line 2"));
}

static void
test_refused (void)
{
  g_autoptr (GString) endless = g_string_new ("a,b\n");

  expect_failure ("a,b\n\"1,2\n3,4\n", 12, QTR_ERROR_SYNTAX);
  for (guint i = 0; i < QTR_TABLE_ROW_SIZE_MAX; i++)
    g_string_append (endless, "x,");
  expect_failure (endless->str, endless->len, QTR_ERROR_LIMIT);
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b", 3, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qtr_table_reader_new (stream, '\0', NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-reader/taken", test_taken);
  g_test_add_func ("/table-reader/chunks", test_chunks);
  g_test_add_func ("/table-reader/odd-row", test_odd_row);
  g_test_add_func ("/table-reader/refused", test_refused);
  g_test_add_func ("/table-reader/cancelled", test_cancelled);
  return g_test_run ();
}
