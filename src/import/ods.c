/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/package-limit.h"
#include "import/sheet-number.h"
#include "import/workbook.h"
#include "import/xml.h"

/* --- Which sheets there are --- */

typedef struct {
  GPtrArray *sheets;
  /* Styles of sheets that are not shown. */
  GHashTable *hidden;
  char *style;
  guint depth;
} List;

static void
list_begin (QtrXml *xml, const char *name, gpointer data)
{
  List *self = data;
  const char *style = NULL;
  GError *error = NULL;

  if (g_str_equal (name, "style")) {
    g_free (self->style);
    self->style = g_strdup (qtr_xml_get (xml, "name"));
  } else if (g_str_equal (name, "table-properties") && self->style != NULL) {
    if (g_strcmp0 (qtr_xml_get (xml, "display"), "false") == 0)
      g_hash_table_add (self->hidden, g_strdup (self->style));
  } else if (g_str_equal (name, "table") && self->depth++ == 0) {
    style = qtr_xml_get (xml, "style-name");
    if (!qtr_workbook_add_sheet (self->sheets, qtr_xml_get (xml, "name"),
                                 style != NULL && g_hash_table_contains (self->hidden, style), NULL, &error))
      qtr_xml_fail (xml, error);
  }
}

static void
list_end (QtrXml *xml, const char *name, gpointer data)
{
  List *self = data;

  if (g_str_equal (name, "table"))
    self->depth--;
}

static gboolean
ods_list (QtrPackage *package, GPtrArray *sheets, GCancellable *cancellable, GError **error)
{
  static const QtrXmlHandler handler = { list_begin, list_end, NULL };
  List self = { .sheets = sheets, .hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  gboolean done = qtr_xml_read (package, "content.xml", &handler, &self, cancellable, error);

  g_hash_table_unref (self.hidden);
  g_free (self.style);
  return done;
}

/* --- The cells of one --- */

typedef struct {
  const QtrWorkbookOptions *options;
  QtrSheet *sheet;
  /* How many sheets have begun, how deep tables are nested, and how deep what is not read. */
  guint n_sheets;
  guint depth;
  guint skipped;

  guint row;
  guint n_rows;
  guint column;
  guint n_columns;
  QtrSheetCell cell;
  char *type;
  char *value;
  GString *text;
  gboolean in_text;
  gboolean after_space;
} Cells;

static gboolean
is_wanted (const Cells *self)
{
  return self->n_sheets == self->options->sheet + 1 && self->depth == 1 && self->skipped == 0;
}

static void
begin_row (Cells *self, QtrXml *xml)
{
  self->n_rows = MAX (1, qtr_xml_get_count (xml, "number-rows-repeated", 1, QTR_SHEET_ROWS));
  self->column = 0;
  qtr_sheet_begin_row (self->sheet, self->row);
}

static void
end_row (Cells *self, QtrXml *xml)
{
  qtr_sheet_end_row (self->sheet, self->n_rows);
  self->row = MIN (self->row + self->n_rows, QTR_SHEET_ROWS);
  if (qtr_sheet_is_full (self->sheet))
    qtr_xml_fail (xml, qtr_workbook_refuse_size ());
}

static void
begin_cell (Cells *self, QtrXml *xml)
{
  const char *type = qtr_xml_get (xml, "value-type");
  const char *value = qtr_xml_get (xml, "value");

  self->n_columns = MAX (1, qtr_xml_get_count (xml, "number-columns-repeated", 1, QTR_SHEET_COLUMNS));
  self->cell.n_columns = qtr_xml_get_count (xml, "number-columns-spanned", 1, QTR_SHEET_COLUMNS);
  self->cell.n_rows = qtr_xml_get_count (xml, "number-rows-spanned", 1, QTR_SHEET_ROWS);
  g_free (self->type);
  self->type = g_strdup (type == NULL ? "" : type);
  g_free (self->value);
  self->value = g_strdup (g_str_equal (self->type, "date") ? qtr_xml_get (xml, "date-value") : value);
  g_string_truncate (self->text, 0);
}

static gboolean
is_number (const Cells *self)
{
  return self->value != NULL &&
         (g_str_equal (self->type, "float") || g_str_equal (self->type, "percentage") ||
          g_str_equal (self->type, "currency"));
}

static char *
describe_cell (const Cells *self)
{
  if (is_number (self))
    return qtr_sheet_number_shown (self->value, self->options->shown ? self->text->str : NULL,
                                   g_str_equal (self->type, "percentage"));
  /* The time of a day says nothing about a period. */
  if (g_str_equal (self->type, "date") && self->value != NULL)
    return g_strndup (self->value, strcspn (self->value, "T"));
  return g_strdup (self->text->str);
}

static void
end_cell (Cells *self, QtrXml *xml)
{
  g_autofree char *text = describe_cell (self);

  self->cell.text = text;
  self->cell.is_words = !is_number (self) && !g_str_equal (self->type, "date");
  for (guint i = 0; *text != '\0' && i < self->n_columns; i++)
    qtr_sheet_add_cell (self->sheet, self->column + i, &self->cell);
  self->column = MIN (self->column + self->n_columns, QTR_SHEET_COLUMNS);
  self->cell.text = NULL;
}

static gboolean
is_cell (const char *name)
{
  return g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell");
}

/* Comments, drawings and what was there before a change are nobody's value. */
static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "annotation", "shapes",       "frame", "tracked-changes",
                                       "forms",      "custom-shape", NULL };

  return g_strv_contains (names, name);
}

static void
begin_text (Cells *self, QtrXml *xml, const char *name)
{
  if (g_str_equal (name, "p")) {
    if (self->text->len > 0)
      g_string_append_c (self->text, ' ');
    self->in_text = TRUE;
    self->after_space = TRUE;
  } else if (g_str_equal (name, "s") || g_str_equal (name, "tab") || g_str_equal (name, "line-break")) {
    g_string_append_c (self->text, ' ');
  }
}

static void
cells_begin (QtrXml *xml, const char *name, gpointer data)
{
  Cells *self = data;

  if (self->skipped > 0 || is_skipped (name)) {
    self->skipped++;
    return;
  }
  if (g_str_equal (name, "table")) {
    self->n_sheets += self->depth == 0;
    self->depth++;
  } else if (!is_wanted (self)) {
    return;
  } else if (g_str_equal (name, "table-row")) {
    begin_row (self, xml);
  } else if (is_cell (name)) {
    begin_cell (self, xml);
  } else {
    begin_text (self, xml, name);
  }
}

static void
cells_end (QtrXml *xml, const char *name, gpointer data)
{
  Cells *self = data;

  if (self->skipped > 0) {
    self->skipped--;
    return;
  }
  if (g_str_equal (name, "table"))
    self->depth--;
  else if (!is_wanted (self))
    return;
  else if (g_str_equal (name, "table-row"))
    end_row (self, xml);
  else if (is_cell (name))
    end_cell (self, xml);
  else if (g_str_equal (name, "p"))
    self->in_text = FALSE;
}

static void
cells_text (QtrXml *xml, const char *text, gsize size, gpointer data)
{
  Cells *self = data;

  if (!self->in_text || !is_wanted (self))
    return;
  for (gsize i = 0; i < size; i++) {
    gboolean is_space = strchr (" \t\r\n", text[i]) != NULL;

    if (!is_space || !self->after_space)
      g_string_append_c (self->text, is_space ? ' ' : text[i]);
    self->after_space = is_space;
  }
}

static gboolean
ods_read (QtrPackage *package, GPtrArray *sheets, const QtrWorkbookOptions *options, QtrSheet *sheet,
          GCancellable *cancellable, GError **error)
{
  static const QtrXmlHandler handler = { cells_begin, cells_end, cells_text };
  Cells self = { .options = options, .sheet = sheet, .text = g_string_new (NULL) };
  gboolean done = qtr_xml_read (package, "content.xml", &handler, &self, cancellable, error);

  g_string_free (self.text, TRUE);
  g_free (self.type);
  g_free (self.value);
  return done;
}

const QtrWorkbookKind qtr_ods_workbook = { ods_list, ods_read };
