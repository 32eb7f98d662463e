/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "export/csv.h"
#include "export/exporter.h"

/* Without it, the spreadsheet that most people open such a file with takes pounds for two other letters. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What a spreadsheet begins a formula with, in ASCII and in the wide letters that some take for the same. */
static gboolean
begins_formula (const char *text)
{
  static const gunichar openers[] = { '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
  gunichar first = g_utf8_get_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (first == openers[i])
      return TRUE;
  return FALSE;
}

/* The apostrophe is how spreadsheets are told that a cell is text. Semicolon and tab part cells in some
 * countries, and what follows one would be a cell with a beginning of its own. */
static void
append_text (GString *out, const char *text)
{
  gboolean is_quoted = strpbrk (text, ",;\t\"\r\n'") != NULL || begins_formula (text);

  if (!is_quoted) {
    g_string_append (out, text);
    return;
  }
  g_string_append_c (out, '"');
  if (begins_formula (text))
    g_string_append_c (out, '\'');
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *at);
  }
  g_string_append_c (out, '"');
}

static void
append_cell (GString *out, const QtrTableCell *cell)
{
  g_autofree char *number = qtr_decimal_is_set (cell->value) ? qtr_decimal_to_string (cell->value) : NULL;

  if (number != NULL)
    g_string_append (out, number);
  else
    append_text (out, cell->text);
}

GBytes *
qtr_csv_write_table (const QtrTable *table)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < table->columns->len; i++) {
    g_string_append (out, i > 0 ? "," : "");
    append_text (out, ((const QtrTableColumn *) table->columns->pdata[i])->title);
  }
  g_string_append (out, "\r\n");
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = table->rows->pdata[i];

    for (guint j = 0; j < row->len; j++) {
      g_string_append (out, j > 0 ? "," : "");
      append_cell (out, row->pdata[j]);
    }
    g_string_append (out, "\r\n");
  }
  return g_string_free_to_bytes (out);
}

static GBytes *
csv_write (const QtrPublication *publication, GError **error)
{
  return qtr_csv_write_table (publication->data);
}

const QtrExporter qtr_csv_exporter = { "csv", N_ ("Figures as CSV"), csv_write };
