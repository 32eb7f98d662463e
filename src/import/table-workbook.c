/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/package-limit.h"
#include "import/table-private.h"
#include "import/workbook.h"

#define HEAD_SIZE 8
#define CHUNK_SIZE (1024 * 1024)

/* --- Which sheet --- */

static char *
join_names (GPtrArray *sheets, gboolean hidden)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++) {
    const QtrWorkbookSheet *sheet = g_ptr_array_index (sheets, i);

    if (sheet->is_hidden != hidden)
      continue;
    if (names->len > 0)
      /* Translators: between the names of sheets. */
      g_string_append (names, _ (", "));
    /* Translators: the name of a sheet of a workbook. */
    g_string_append_printf (names, _ ("“%s”"), sheet->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static int
find_sheet (GPtrArray *sheets, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < sheets->len; i++) {
    const QtrWorkbookSheet *sheet = g_ptr_array_index (sheets, i);
    g_autofree char *folded = g_utf8_casefold (sheet->name, -1);

    if (g_str_equal (folded, wanted))
      return (int) i;
  }
  return -1;
}

static guint
count_shown (GPtrArray *sheets, guint *first)
{
  guint n_shown = 0;

  for (guint i = sheets->len; i > 0; i--) {
    if (((const QtrWorkbookSheet *) g_ptr_array_index (sheets, i - 1))->is_hidden)
      continue;
    n_shown++;
    *first = i - 1;
  }
  return n_shown;
}

/* The one that is named, or the only one that is shown; of many, the first is looked at until one is named.
 */
static gboolean
choose_sheet (QtrTableContent *table, GPtrArray *sheets, guint *chosen, GError **error)
{
  g_autofree char *names = join_names (sheets, FALSE);
  int found = table->mapping->sheet == NULL ? -1 : find_sheet (sheets, table->mapping->sheet);
  guint n_shown = 0;

  *chosen = 0;
  if (table->mapping->sheet != NULL && found < 0) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
                 /* Translators: the name of a sheet, and the names of those that there are. */
                 _ ("there is no sheet “%s”; there are %s"), table->mapping->sheet, names);
    return FALSE;
  }
  n_shown = count_shown (sheets, chosen);
  if (found >= 0)
    *chosen = (guint) found;
  if (found < 0 && n_shown == 1)
    qtr_table_say (table, "sheet", ((const QtrWorkbookSheet *) g_ptr_array_index (sheets, *chosen))->name);
  return TRUE;
}

static void
note_sheets (QtrTableContent *table, GPtrArray *sheets, guint chosen)
{
  const QtrWorkbookSheet *sheet = g_ptr_array_index (sheets, chosen);
  g_autofree char *hidden = join_names (sheets, TRUE);

  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_add (table->sheets,
                     g_strdup (((const QtrWorkbookSheet *) g_ptr_array_index (sheets, i))->name));
  /* Translators: the name of a sheet. */
  qtr_table_note (table, g_strdup_printf (_ ("It is the sheet “%s” of a workbook."), sheet->name));
  if (*hidden != '\0')
    /* Translators: the names of sheets. */
    qtr_table_note (table, g_strdup_printf (_ ("Hidden in the workbook: %s."), hidden));
}

void
qtr_table_ask_sheet (QtrTableContent *table)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (table->sheets->len == 0 || table->mapping->sheet != NULL)
    return;
  for (guint i = 0; i < table->sheets->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? _ (", ") : "",
                            (const char *) g_ptr_array_index (table->sheets, i));
  g_free (table->obstacle);
  /* Translators: the names of sheets. */
  table->obstacle =
      g_strdup_printf (_ ("The workbook has more than one sheet. Say which it is: %s."), names->str);
}

/* --- Its cells --- */

static GBytes *
read_all (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  gssize size = 0;

  /* One chunk more than is allowed tells the package that there is too much. */
  while (all->len <= QTR_PACKAGE_SIZE) {
    size = g_cancellable_set_error_if_cancelled (cancellable, error)
               ? -1
               : g_input_stream_read (stream, chunk, CHUNK_SIZE, cancellable, error);
    if (size < 0)
      return NULL;
    if (size == 0)
      break;
    g_byte_array_append (all, chunk, (guint) size);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* The numbers of a sheet are in no language. */
static void
say_form (QtrTableContent *table)
{
  qtr_table_say (table, "separator", ",");
  qtr_table_say (table, "encoding", "UTF-8");
  qtr_table_say (table, "decimal", ".");
}

static GInputStream *
open_workbook (QtrTableContent *table, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = read_all (stream, cancellable, error);
  g_autoptr (QtrWorkbook) workbook = bytes == NULL ? NULL : qtr_workbook_open (bytes, cancellable, error);
  g_autoptr (GBytes) cells = NULL;
  g_autofree char *errors = NULL;
  GPtrArray *sheets = workbook == NULL ? NULL : qtr_workbook_get_sheets (workbook);
  QtrWorkbookOptions options = { .shown = table->mapping->shown };

  if (workbook == NULL || !choose_sheet (table, sheets, &options.sheet, error))
    return NULL;
  cells = qtr_workbook_read (workbook, &options, table->mapping->range, &errors, cancellable, error);
  if (cells == NULL)
    return NULL;
  note_sheets (table, sheets, options.sheet);
  if (errors != NULL)
    /* Translators: the names of cells, such as B4. */
    qtr_table_note (table, g_strdup_printf (_ ("Cells with an error: %s."), errors));
  say_form (table);
  return g_memory_input_stream_new_from_bytes (cells);
}

GInputStream *
qtr_table_open_source (QtrTableContent *table, GInputStream *stream, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (stream);
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (buffered);
  const char *head = NULL;
  gsize length = 0;
  gssize size = 1;

  while (size > 0 && g_buffered_input_stream_get_available (buffer) < HEAD_SIZE)
    size = g_cancellable_set_error_if_cancelled (cancellable, error)
               ? -1
               : g_buffered_input_stream_fill (buffer, -1, cancellable, error);
  if (size < 0)
    return NULL;
  head = g_buffered_input_stream_peek_buffer (buffer, &length);
  if (!qtr_workbook_begins (head, length))
    return g_steal_pointer (&buffered);
  return open_workbook (table, buffered, cancellable, error);
}
