/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "export/xlsx-private.h"

/* How many UTF-16 units a cell can hold. */
#define CELL_MAX 32767

lxw_worksheet *
qtr_xlsx_add_sheet (QtrXlsx *self, const char *name, const char *title, lxw_row_t *row)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);

  qtr_xlsx_set_running (self, sheet);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  *row = 0;
  qtr_xlsx_put_line (sheet, row, title, self->title);
  qtr_xlsx_put_line (sheet, row, self->marking, self->line);
  qtr_xlsx_put_line (sheet, row, self->publication->draft, self->line);
  return sheet;
}

QtrXlsxTable
qtr_xlsx_begin_table (QtrXlsx *self, const char *sheet, const char *title, const char *name,
                      const char *const *titles, const double *widths, guint n_columns)
{
  QtrXlsxTable table = { .xlsx = self, .name = name, .titles = titles, .n_columns = n_columns };

  table.sheet = qtr_xlsx_add_sheet (self, sheet, title, &table.row);
  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (table.sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
  table.first = table.row++;
  worksheet_freeze_panes (table.sheet, table.row, 0);
  worksheet_repeat_rows (table.sheet, table.first, table.first);
  return table;
}

/* The library takes the headings from here, and the program that opens the file looks whether they are the
 * same as in the cells. */
void
qtr_xlsx_end_table (QtrXlsxTable *self)
{
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, self->n_columns);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, self->n_columns + 1);
  lxw_table_options options = { .name = (char *) self->name,
                                .columns = list,
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                .style_type_number = 1 };

  for (guint i = 0; i < self->n_columns; i++) {
    columns[i].header = (char *) self->titles[i];
    columns[i].header_format = self->xlsx->strong;
    list[i] = &columns[i];
  }
  worksheet_add_table (self->sheet, self->first, 0, self->row - 1, (lxw_col_t) (self->n_columns - 1),
                       &options);
}

/* What would be read as the number of a letter, such as _x0041_. */
static gboolean
is_code (const char *at)
{
  return at[0] == '_' && at[1] == 'x' && g_ascii_isxdigit (at[2]) && g_ascii_isxdigit (at[3]) &&
         g_ascii_isxdigit (at[4]) && g_ascii_isxdigit (at[5]) && at[6] == '_';
}

/* A letter beyond the first plane takes two units. */
static char *
fit_cell (const char *text)
{
  GString *cell = g_string_new (NULL);
  gsize n_units = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    n_units += is_code (at) ? 8 : g_utf8_get_char (at) > 0xffff ? 2 : 1;
    if (n_units >= CELL_MAX) {
      g_string_append (cell, "…");
      break;
    }
    if (is_code (at))
      g_string_append (cell, "_x005F");
    g_string_append_unichar (cell, g_utf8_get_char (at));
  }
  return g_string_free (cell, FALSE);
}

void
qtr_xlsx_put_line (lxw_worksheet *sheet, lxw_row_t *row, const char *text, lxw_format *format)
{
  g_autofree char *fitting = text != NULL && *text != '\0' ? fit_cell (text) : NULL;

  if (fitting != NULL)
    worksheet_write_string (sheet, (*row)++, 0, fitting, format);
}

void
qtr_xlsx_put_text (QtrXlsxTable *self, guint column, const char *text)
{
  g_autofree char *fitting = fit_cell (text);

  worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, fitting, self->xlsx->text);
}

static void
append_quoted (GString *out, const char *text, gsize length)
{
  if (length == 0)
    return;
  g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++)
    if (text[i] != '"')
      g_string_append_c (out, text[i]);
  g_string_append_c (out, '"');
}

/* What stands around the digits in print, a sign among it, is quoted around the digits of the look; it is
 * given for either sign, because the text has its own. */
static char *
number_form (const QtrTableCell *cell)
{
  gsize start = strcspn (cell->text, "0123456789");
  gsize length = strspn (cell->text + start, "0123456789.,");
  const char *rest = cell->text + start + length;
  g_autoptr (GString) form = g_string_new (NULL);

  append_quoted (form, cell->text, start);
  g_string_append (form, memchr (cell->text + start, ',', length) != NULL ? "#,##0" : "0");
  if (cell->value.scale > 0)
    g_string_append_c (form, '.');
  for (int i = 0; i < cell->value.scale; i++)
    g_string_append_c (form, '0');
  append_quoted (form, rest, strlen (rest));
  return g_strdup_printf ("%s;%s", form->str, form->str);
}

/* The library keeps a hundred letters of a look; nobody prints so many around a number. */
static lxw_format *
find_format (QtrXlsx *self, const QtrTableCell *cell)
{
  g_autofree char *form = number_form (cell);
  lxw_format *format = g_hash_table_lookup (self->numbers, form);

  if (format != NULL)
    return format;
  format = workbook_add_format (self->book);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (strlen (form) < 100)
    format_set_num_format (format, form);
  g_hash_table_insert (self->numbers, g_steal_pointer (&form), format);
  return format;
}

void
qtr_xlsx_put_cell (QtrXlsxTable *self, guint column, const QtrTableCell *cell)
{
  if (qtr_decimal_is_set (cell->value))
    worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, qtr_decimal_to_double (cell->value),
                            find_format (self->xlsx, cell));
  else
    qtr_xlsx_put_text (self, column, cell->text);
}
