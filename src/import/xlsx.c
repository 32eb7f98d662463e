/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/package-limit.h"
#include "import/sheet-number.h"
#include "import/workbook.h"
#include "import/xlsx-style.h"
#include "import/xml.h"

static void
ignore_end (QtrXml *xml, const char *name, gpointer data)
{
}

/* --- Which sheets there are --- */

typedef struct {
  GPtrArray *sheets;
  /* In which files things are, by their ids. */
  GHashTable *targets;
  gboolean from_1904;
} Book;

/* A name from the top, or from the folder that the workbook is in. */
static void
target_begin (QtrXml *xml, const char *name, gpointer data)
{
  Book *self = data;
  const char *id = qtr_xml_get (xml, "Id");
  const char *target = qtr_xml_get (xml, "Target");

  if (g_str_equal (name, "Relationship") && id != NULL && target != NULL)
    g_hash_table_replace (self->targets, g_strdup (id),
                          *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
}

static void
book_begin (QtrXml *xml, const char *name, gpointer data)
{
  Book *self = data;
  const char *epoch = g_str_equal (name, "workbookPr") ? qtr_xml_get (xml, "date1904") : NULL;
  const char *id = NULL;
  const char *state = NULL;
  GError *error = NULL;

  if (epoch != NULL)
    self->from_1904 = g_str_equal (epoch, "1") || g_str_equal (epoch, "true");
  if (!g_str_equal (name, "sheet") || self->sheets == NULL)
    return;
  id = qtr_xml_get (xml, "id");
  state = qtr_xml_get (xml, "state");
  if (!qtr_workbook_add_sheet (self->sheets, qtr_xml_get (xml, "name"),
                               state != NULL && !g_str_equal (state, "visible"),
                               id == NULL ? NULL : g_hash_table_lookup (self->targets, id), &error))
    qtr_xml_fail (xml, error);
}

static gboolean
read_book (QtrPackage *package, Book *self, GCancellable *cancellable, GError **error)
{
  static const QtrXmlHandler target_handler = { target_begin, ignore_end, NULL };
  static const QtrXmlHandler book_handler = { book_begin, ignore_end, NULL };

  return qtr_xml_read (package, "xl/_rels/workbook.xml.rels", &target_handler, self, cancellable, error) &&
         qtr_xml_read (package, "xl/workbook.xml", &book_handler, self, cancellable, error);
}

static gboolean
xlsx_list (QtrPackage *package, GPtrArray *sheets, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Book self = { sheets, targets, FALSE };

  return read_book (package, &self, cancellable, error);
}

/* --- The texts that the sheets share --- */

typedef struct {
  GString *text;
  GArray *starts;
  gboolean in_words;
  guint skipped;
} Texts;

static void
text_begin (QtrXml *xml, const char *name, gpointer data)
{
  Texts *self = data;
  gsize start = self->text->len;

  if (g_str_equal (name, "rPh"))
    self->skipped++;
  else if (g_str_equal (name, "si"))
    g_array_append_val (self->starts, start);
  else if (g_str_equal (name, "t"))
    self->in_words = self->skipped == 0;
  if (self->text->len > QTR_SHEET_SIZE || self->starts->len > QTR_SHEET_TEXTS)
    qtr_xml_fail (xml, qtr_workbook_refuse_size ());
}

static void
text_end (QtrXml *xml, const char *name, gpointer data)
{
  Texts *self = data;

  if (g_str_equal (name, "rPh"))
    self->skipped--;
  else if (g_str_equal (name, "si"))
    g_string_append_c (self->text, '\0');
  else if (g_str_equal (name, "t"))
    self->in_words = FALSE;
}

static void
text_take (QtrXml *xml, const char *text, gsize size, gpointer data)
{
  Texts *self = data;

  if (self->in_words)
    g_string_append_len (self->text, text, (gssize) size);
}

static const char *
get_text (const Texts *self, const char *index)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (index, 10, 0, G_MAXUINT32, &number, NULL) || number >= self->starts->len)
    return "";
  return self->text->str + g_array_index (self->starts, gsize, number);
}

/* --- Merged cells, which stand behind all the others --- */

static guint64
make_key (guint row, guint column)
{
  return ((guint64) row << 32) | column;
}

static void
merge_begin (QtrXml *xml, const char *name, gpointer data)
{
  GHashTable *merges = data;
  const char *reference = g_str_equal (name, "mergeCell") ? qtr_xml_get (xml, "ref") : NULL;
  guint row = 0;
  guint column = 0;
  guint last_row = 0;
  guint last_column = 0;
  const char *at = reference == NULL ? NULL : qtr_sheet_parse_cell (reference, &row, &column);
  guint64 first = make_key (row, column);
  guint64 size = 0;

  if (at == NULL || *at != ':' || qtr_sheet_parse_cell (at + 1, &last_row, &last_column) == NULL ||
      last_row < row || last_column < column || g_hash_table_size (merges) >= QTR_SHEET_ROWS)
    return;
  size = make_key (last_row - row + 1, last_column - column + 1);
  g_hash_table_insert (merges, g_memdup2 (&first, sizeof first), g_memdup2 (&size, sizeof size));
}

/* --- The cells of one sheet --- */

typedef struct {
  const QtrWorkbookOptions *options;
  QtrSheet *sheet;
  const Texts *texts;
  GArray *forms;
  GHashTable *merges;
  gboolean from_1904;

  guint row;
  guint column;
  guint form;
  char *type;
  GString *value;
  gboolean in_value;
} Cells;

static void
begin_row (Cells *self, QtrXml *xml)
{
  guint number = qtr_xml_get_count (xml, "r", 0, QTR_SHEET_ROWS + 1);

  /* Rows come in their order, and one that says no number is the next. */
  if (number > self->row)
    self->row = number - 1;
  self->column = 0;
  qtr_sheet_begin_row (self->sheet, self->row);
}

static void
end_row (Cells *self, QtrXml *xml)
{
  qtr_sheet_end_row (self->sheet, 1);
  self->row++;
  if (qtr_sheet_is_full (self->sheet))
    qtr_xml_fail (xml, qtr_workbook_refuse_size ());
}

static void
begin_cell (Cells *self, QtrXml *xml)
{
  const char *reference = qtr_xml_get (xml, "r");
  const char *type = qtr_xml_get (xml, "t");
  guint row = 0;

  if (reference != NULL)
    qtr_sheet_parse_cell (reference, &row, &self->column);
  g_free (self->type);
  self->type = g_strdup (type == NULL ? "n" : type);
  self->form = qtr_xml_get_count (xml, "s", 0, G_MAXINT);
  g_string_truncate (self->value, 0);
}

static char *
describe_number (const Cells *self)
{
  QtrXlsxForm form = { FALSE, FALSE, -1 };
  char *date = NULL;

  if (self->value->len == 0)
    return g_strdup ("");
  if (self->form < self->forms->len)
    form = g_array_index (self->forms, QtrXlsxForm, self->form);
  if (form.is_date)
    date = qtr_sheet_date (self->value->str, self->from_1904);
  if (date != NULL)
    return date;
  if (form.decimals >= 0 && self->options->shown)
    return qtr_sheet_number_rounded (self->value->str, (guint) form.decimals, form.is_percent);
  return qtr_sheet_number_shown (self->value->str, NULL, form.is_percent);
}

static char *
describe_cell (const Cells *self)
{
  if (g_str_equal (self->type, "s"))
    return g_strdup (get_text (self->texts, self->value->str));
  if (g_str_equal (self->type, "b"))
    return g_strdup (g_str_equal (self->value->str, "1") ? "TRUE" : "FALSE");
  if (g_str_equal (self->type, "d"))
    return g_strndup (self->value->str, strcspn (self->value->str, "T"));
  if (g_str_equal (self->type, "n"))
    return describe_number (self);
  return g_strdup (self->value->str);
}

static void
end_cell (Cells *self)
{
  guint64 key = make_key (self->row, self->column);
  const guint64 *size = g_hash_table_lookup (self->merges, &key);
  g_autofree char *text = describe_cell (self);
  gboolean is_words = !g_str_equal (self->type, "n") && !g_str_equal (self->type, "d");
  QtrSheetCell cell = { text, is_words, 1, 1 };

  if (size != NULL) {
    cell.n_columns = (guint) (*size & G_MAXUINT32);
    cell.n_rows = (guint) (*size >> 32);
  }
  qtr_sheet_add_cell (self->sheet, self->column, &cell);
  self->column++;
}

static void
cells_begin (QtrXml *xml, const char *name, gpointer data)
{
  Cells *self = data;

  if (g_str_equal (name, "row"))
    begin_row (self, xml);
  else if (g_str_equal (name, "c"))
    begin_cell (self, xml);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = TRUE;
}

static void
cells_end (QtrXml *xml, const char *name, gpointer data)
{
  Cells *self = data;

  if (g_str_equal (name, "row"))
    end_row (self, xml);
  else if (g_str_equal (name, "c"))
    end_cell (self);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = FALSE;
}

static void
cells_text (QtrXml *xml, const char *text, gsize size, gpointer data)
{
  Cells *self = data;

  if (self->in_value)
    g_string_append_len (self->value, text, (gssize) size);
}

/* --- All of it --- */

static gboolean
read_around (QtrPackage *package, const char *member, Cells *self, Texts *texts, GCancellable *cancellable,
             GError **error)
{
  static const QtrXmlHandler text_handler = { text_begin, text_end, text_take };
  static const QtrXmlHandler merge_handler = { merge_begin, ignore_end, NULL };
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Book book = { NULL, targets, FALSE };

  if (!read_book (package, &book, cancellable, error))
    return FALSE;
  self->from_1904 = book.from_1904;
  self->forms = qtr_xlsx_forms_read (package, cancellable, error);
  if (self->forms == NULL)
    return FALSE;
  if (qtr_package_has (package, "xl/sharedStrings.xml") &&
      !qtr_xml_read (package, "xl/sharedStrings.xml", &text_handler, texts, cancellable, error))
    return FALSE;
  return qtr_xml_read (package, member, &merge_handler, self->merges, cancellable, error);
}

static gboolean
xlsx_read (QtrPackage *package, GPtrArray *sheets, const QtrWorkbookOptions *options, QtrSheet *sheet,
           GCancellable *cancellable, GError **error)
{
  static const QtrXmlHandler handler = { cells_begin, cells_end, cells_text };
  const QtrWorkbookSheet *wanted = g_ptr_array_index (sheets, options->sheet);
  Texts texts = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)), FALSE, 0 };
  Cells self = { .options = options, .sheet = sheet, .texts = &texts, .value = g_string_new (NULL) };
  const char *member = wanted->member == NULL ? "" : wanted->member;
  gboolean done = FALSE;

  self.merges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  done = read_around (package, member, &self, &texts, cancellable, error) &&
         qtr_xml_read (package, member, &handler, &self, cancellable, error);
  g_clear_pointer (&self.forms, g_array_unref);
  g_hash_table_unref (self.merges);
  g_string_free (texts.text, TRUE);
  g_array_unref (texts.starts);
  g_string_free (self.value, TRUE);
  g_free (self.type);
  return done;
}

const QtrWorkbookKind qtr_xlsx_workbook = { xlsx_list, xlsx_read };
