/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/source.h"
#include "import/table-separator.h"

#define CHUNK_SIZE (64 * 1024)
#define REPLACEMENT "\xef\xbf\xbd"
#define NO_BREAK_SPACE "\xc2\xa0"

struct _QtrTableReader {
  GInputStream *stream;
  GCancellable *cancellable;
  char separator;
  const char *encoding;
  guint n_odd;
  goffset position;
  /* Why it cannot go on. */
  GError *failure;

  /* What was read of the stream and is not yet in a row. */
  guint8 *chunk;
  gsize at;
  gsize length;
  gboolean ended;

  /* Bytes at which an unquoted cell may end. */
  gboolean is_special[256];

  /* The row: its cells one after the other, each with a zero at its end, and where they begin. */
  guint line;
  guint next_line;
  GString *text;
  GArray *starts;
  GPtrArray *cells;
  gboolean is_ascii;
};

/* --- The stream --- */

static void
fill (QtrTableReader *self)
{
  gssize count = 0;

  /* Not every stream looks at it. */
  if (self->failure == NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure))
    count = g_input_stream_read (self->stream, self->chunk, CHUNK_SIZE, self->cancellable, &self->failure);
  self->at = 0;
  self->length = (gsize) MAX (count, 0);
  self->position += MAX (count, 0);
  self->ended = count <= 0;
}

/* What is to be read next, without taking it. */
static const char *
peek (GBufferedInputStream *stream, gsize *length, GCancellable *cancellable, GError **error)
{
  while (g_buffered_input_stream_get_available (stream) < CHUNK_SIZE) {
    gssize count = g_cancellable_set_error_if_cancelled (cancellable, error)
                       ? -1
                       : g_buffered_input_stream_fill (stream, -1, cancellable, error);

    if (count < 0)
      return NULL;
    if (count == 0)
      break;
  }
  return g_buffered_input_stream_peek_buffer (stream, length);
}

/* Text of two bytes a letter, without the mark at its beginning, has a zero in most of them. */
static const char *
recognise_wide (const char *head, gsize length)
{
  gsize pairs = MIN (length, 1024) / 2;
  gsize low = 0;
  gsize high = 0;

  for (gsize i = 0; i < pairs; i++) {
    low += head[2 * i] == '\0';
    high += head[2 * i + 1] == '\0';
  }
  if (pairs == 0 || MAX (low, high) * 2 < pairs)
    return NULL;
  return high > low ? "UTF-16LE" : "UTF-16BE";
}

static const struct {
  const char *bytes;
  gsize length;
  const char *encoding;
} MARKS[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

static gboolean
skip_mark (QtrTableReader *self, const char *head, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++) {
    if (length < MARKS[i].length || memcmp (head, MARKS[i].bytes, MARKS[i].length) != 0)
      continue;
    if (self->encoding == NULL)
      self->encoding = MARKS[i].encoding;
    self->position = (goffset) MARKS[i].length;
    return g_input_stream_skip (self->stream, MARKS[i].length, self->cancellable, error) >= 0;
  }
  if (self->encoding == NULL)
    self->encoding = recognise_wide (head, length);
  return TRUE;
}

static gboolean
is_converted_whole (const QtrTableReader *self)
{
  return self->encoding != NULL && !g_str_equal (self->encoding, "UTF-8") &&
         !g_str_equal (self->encoding, QTR_SOURCE_WINDOWS);
}

static gboolean
convert_stream (QtrTableReader *self, GError **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", self->encoding, error);
  g_autoptr (GInputStream) plain = self->stream;
  g_autoptr (GInputStream) converted = NULL;

  if (converter == NULL) {
    g_steal_pointer (&plain);
    return FALSE;
  }
  g_charset_converter_set_use_fallback (converter, TRUE);
  converted = g_converter_input_stream_new (plain, G_CONVERTER (converter));
  self->stream = g_buffered_input_stream_new_sized (converted, 2 * CHUNK_SIZE);
  return TRUE;
}

static gboolean
open_stream (QtrTableReader *self, GError **error)
{
  gsize length = 0;
  const char *head = peek (G_BUFFERED_INPUT_STREAM (self->stream), &length, self->cancellable, error);

  if (head == NULL || !skip_mark (self, head, length, error))
    return FALSE;
  if (is_converted_whole (self) && !convert_stream (self, error))
    return FALSE;
  if (self->separator != 0)
    return TRUE;
  head = peek (G_BUFFERED_INPUT_STREAM (self->stream), &length, self->cancellable, error);
  if (head == NULL)
    return FALSE;
  self->separator = qtr_table_recognise_separator (head, length);
  return TRUE;
}

static void
mark_special (QtrTableReader *self)
{
  self->is_special[(guint8) self->separator] = TRUE;
  self->is_special['\n'] = TRUE;
  self->is_special['\r'] = TRUE;
  self->is_special['\0'] = TRUE;
}

/* The few names that are known live as long as the program does. */
static const char *
keep_encoding (const char *encoding)
{
  return encoding == NULL ? NULL : g_intern_string (encoding);
}

QtrTableReader *
qtr_table_reader_new (GInputStream *stream, char separator, const char *encoding, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (QtrTableReader) self = g_new0 (QtrTableReader, 1);

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self->stream = g_buffered_input_stream_new_sized (stream, 2 * CHUNK_SIZE);
  self->cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable);
  self->separator = separator;
  self->encoding = keep_encoding (encoding);
  self->chunk = g_malloc (CHUNK_SIZE);
  self->next_line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  if (!open_stream (self, error))
    return NULL;
  mark_special (self);
  return g_steal_pointer (&self);
}

void
qtr_table_reader_free (QtrTableReader *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_free (self->chunk);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* --- The cells of a row --- */

/* The next byte without taking it, or -1 at the end. */
static int
peek_byte (QtrTableReader *self)
{
  if (self->at == self->length && !self->ended)
    fill (self);
  return self->at < self->length && self->failure == NULL ? self->chunk[self->at] : -1;
}

static gboolean
has_room (QtrTableReader *self)
{
  if (self->text->len > QTR_TABLE_ROW_SIZE_MAX && self->failure == NULL)
    g_set_error (
        &self->failure, QTR_ERROR, QTR_ERROR_LIMIT,
        /* Translators: the number of a line. */
        _ ("line %u: the row has more than %d MiB, the most that is read; is a quotation mark left open?"),
        self->line, QTR_TABLE_ROW_SIZE_MAX / 1024 / 1024);
  return self->failure == NULL;
}

/* Cells are texts in C, so a zero cannot stay. */
static void
take_zero (QtrTableReader *self)
{
  g_string_append (self->text, REPLACEMENT);
  self->is_ascii = FALSE;
  self->at++;
}

/* Takes what stands up to the next byte that @is_end knows, or to the end of the chunk. */
static void
take_run (QtrTableReader *self, const gboolean *is_end)
{
  gsize begin = self->at;
  guint8 seen = 0;

  while (self->at < self->length && !is_end[self->chunk[self->at]])
    seen |= self->chunk[self->at++];
  self->is_ascii = self->is_ascii && seen < 0x80;
  g_string_append_len (self->text, (const char *) self->chunk + begin, (gssize) (self->at - begin));
}

/* A quotation mark within quotes: whether it ends them, rather than being one of two for one. */
static gboolean
take_quote (QtrTableReader *self)
{
  self->at++;
  if (peek_byte (self) != '"')
    return TRUE;
  self->at++;
  g_string_append_c (self->text, '"');
  return FALSE;
}

static void
take_new_line (QtrTableReader *self)
{
  self->next_line++;
  self->at++;
  g_string_append_c (self->text, '\n');
}

static void
take_quoted (QtrTableReader *self)
{
  static const gboolean is_end[256] = { ['"'] = TRUE, ['\n'] = TRUE, ['\0'] = TRUE };
  int byte = 0;

  self->at++;
  while ((byte = peek_byte (self)) >= 0 && has_room (self)) {
    if (!is_end[byte])
      take_run (self, is_end);
    else if (byte == '\0')
      take_zero (self);
    else if (byte == '\n')
      take_new_line (self);
    else if (take_quote (self))
      return;
  }
  if (self->failure == NULL)
    g_set_error (&self->failure, QTR_ERROR, QTR_ERROR_SYNTAX,
                 /* Translators: the number of a line. */
                 _ ("line %u: a quotation mark is opened there and never closed"), self->line);
}

static void
take_cell (QtrTableReader *self)
{
  int byte = peek_byte (self);

  if (byte == '"')
    take_quoted (self);
  while ((byte = peek_byte (self)) >= 0 && has_room (self)) {
    if (!self->is_special[byte])
      take_run (self, self->is_special);
    else if (byte == '\0')
      take_zero (self);
    else
      break;
  }
  g_string_append_c (self->text, '\0');
}

/* After a row, any of the three ends of a line. */
static void
take_end (QtrTableReader *self)
{
  int byte = peek_byte (self);

  self->next_line++;
  self->at += byte >= 0;
  if (byte == '\r' && peek_byte (self) == '\n')
    self->at++;
}

static void
take_row (QtrTableReader *self)
{
  while (TRUE) {
    gsize start = self->text->len;

    g_array_append_val (self->starts, start);
    take_cell (self);
    if (peek_byte (self) != (guint8) self->separator)
      break;
    self->at++;
  }
  take_end (self);
}

/* --- Their letters --- */

static gboolean
is_valid (const QtrTableReader *self)
{
  for (guint i = 0; i < self->starts->len; i++) {
    if (!g_utf8_validate (self->text->str + g_array_index (self->starts, gsize, i), -1, NULL))
      return FALSE;
  }
  return TRUE;
}

/* The zeros between the cells stay, so that these are found again. */
static void
convert_row (QtrTableReader *self)
{
  gsize length = 0;
  g_autofree char *converted = qtr_source_from_windows (self->text->str, self->text->len, &length, NULL);
  gsize at = 0;

  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, converted, (gssize) length);
  for (guint i = 0; i < self->starts->len; i++) {
    g_array_index (self->starts, gsize, i) = at;
    at += strlen (self->text->str + at) + 1;
  }
}

/* The first row with other letters than those of English says what all are in. */
static void
decode_row (QtrTableReader *self)
{
  gboolean is_windows = g_strcmp0 (self->encoding, QTR_SOURCE_WINDOWS) == 0;

  if (self->is_ascii)
    return;
  if (!is_windows && is_valid (self)) {
    if (self->encoding == NULL)
      self->encoding = "UTF-8";
    return;
  }
  self->n_odd += self->encoding != NULL && !is_windows;
  if (self->encoding == NULL)
    self->encoding = QTR_SOURCE_WINDOWS;
  convert_row (self);
}

static gsize
space_at (const char *text)
{
  if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r')
    return 1;
  return g_str_has_prefix (text, NO_BREAK_SPACE) ? 2 : 0;
}

static gsize
space_before (const char *text, const char *end)
{
  if (end > text && space_at (end - 1) == 1)
    return 1;
  return end - text >= 2 && strncmp (end - 2, NO_BREAK_SPACE, 2) == 0 ? 2 : 0;
}

static char *
trim (char *text)
{
  char *end = NULL;

  while (space_at (text) > 0)
    text += space_at (text);
  end = text + strlen (text);
  while (space_before (text, end) > 0)
    end -= space_before (text, end);
  *end = '\0';
  return text;
}

static void
finish_row (QtrTableReader *self, QtrTableRow *row)
{
  decode_row (self);
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->cells, trim (self->text->str + g_array_index (self->starts, gsize, i)));
  g_ptr_array_add (self->cells, NULL);
  *row = (QtrTableRow) { self->line, self->starts->len, (const char *const *) (gpointer) self->cells->pdata };
}

gboolean
qtr_table_reader_next (QtrTableReader *self, QtrTableRow *row, GError **error)
{
  *row = (QtrTableRow) { .line = self->next_line };
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->line = self->next_line;
  self->is_ascii = TRUE;
  if (peek_byte (self) >= 0)
    take_row (self);
  if (self->failure != NULL) {
    g_propagate_error (error, g_error_copy (self->failure));
    return FALSE;
  }
  if (self->starts->len > 0)
    finish_row (self, row);
  return TRUE;
}

char
qtr_table_reader_get_separator (const QtrTableReader *self)
{
  return self->separator;
}

const char *
qtr_table_reader_get_encoding (const QtrTableReader *self)
{
  return self->encoding == NULL ? "UTF-8" : self->encoding;
}

guint
qtr_table_reader_get_n_odd (const QtrTableReader *self)
{
  return self->n_odd;
}

goffset
qtr_table_reader_get_position (const QtrTableReader *self)
{
  return self->position;
}
