/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "export/exporter.h"
#include "export/xlsx-private.h"

/* The first day that the packed form can name: the same plan gives the same bytes. */
#define CREATED 315532800
/* What a property of the document and the running head of a page may hold, markup included. */
#define PROPERTY_MAX 200
#define RUNNING_MAX 60

static char *
cut (const char *text, glong n_letters)
{
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), n_letters));
}

/* In a running head an ampersand begins a code; two of them are one. */
static void
append_running (GString *out, const char *text)
{
  g_autofree char *line = text != NULL ? cut (text, RUNNING_MAX) : NULL;

  if (line == NULL)
    return;
  if (out->len > 2)
    g_string_append (out, " · ");
  for (const char *at = line; *at != '\0'; at++) {
    if (*at == '&')
      g_string_append_c (out, '&');
    g_string_append_c (out, *at);
  }
}

void
qtr_xlsx_set_running (QtrXlsx *self, lxw_worksheet *sheet)
{
  g_autoptr (GString) running = g_string_new ("&C");

  append_running (running, self->marking);
  append_running (running, self->publication->draft);
  if (running->len == 2)
    return;
  worksheet_set_header (sheet, running->str);
  worksheet_set_footer (sheet, running->str);
}

static lxw_format *
add_format (QtrXlsx *self, gboolean wraps)
{
  lxw_format *format = workbook_add_format (self->book);

  if (wraps)
    format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  /* A cell that is edited stays the text that it is. */
  format_set_quote_prefix (format);
  return format;
}

static void
begin (QtrXlsx *self, lxw_workbook_options *options)
{
  self->book = workbook_new_opt (NULL, options);
  self->text = add_format (self, TRUE);
  self->title = add_format (self, FALSE);
  format_set_bold (self->title);
  format_set_font_size (self->title, 16);
  self->line = add_format (self, FALSE);
  format_set_bold (self->line);
  self->strong = add_format (self, TRUE);
  format_set_bold (self->strong);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
set_properties (QtrXlsx *self)
{
  g_autofree char *full = qtr_publication_get_full_title (self->publication);
  g_autofree char *title = cut (full, PROPERTY_MAX);
  g_autofree char *body =
      self->publication->body != NULL ? cut (self->publication->body, PROPERTY_MAX) : NULL;
  lxw_doc_properties properties = { .title = title, .author = body, .created = CREATED };

  workbook_set_properties (self->book, &properties);
}

static void
add_sheets (QtrXlsx *self)
{
  qtr_xlsx_add_cover (self);
  qtr_xlsx_add_notes (self);
  qtr_xlsx_add_narrative (self);
  qtr_xlsx_add_figures (self);
}

static GBytes *
xlsx_write (const QtrPublication *publication, GError **error)
{
  g_autofree char *marking = publication->marking != NULL ? g_utf8_strup (publication->marking, -1) : NULL;
  const char *buffer = NULL;
  size_t size = 0;
  lxw_workbook_options options = { .output_buffer = &buffer, .output_buffer_size = &size };
  QtrXlsx self = { .publication = publication, .marking = marking };
  lxw_error fault;
  GBytes *bytes;

  begin (&self, &options);
  set_properties (&self);
  add_sheets (&self);
  fault = workbook_close (self.book);
  g_hash_table_unref (self.numbers);
  if (fault != LXW_NO_ERROR) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT, _ ("the workbook could not be written: %s"),
                 lxw_strerror (fault));
    return NULL;
  }
  bytes = g_bytes_new (buffer, size);
  free ((void *) buffer);
  return bytes;
}

const QtrExporter qtr_xlsx_exporter = { "xlsx", N_ ("Spreadsheet"), xlsx_write };
