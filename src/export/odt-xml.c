/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/odt-private.h"

#define NAME(prefix, what) { "xmlns:" prefix, "urn:oasis:names:tc:opendocument:xmlns:" what ":1.0" }

static const struct {
  const char *attribute;
  const char *address;
} name_spaces[] = {
  NAME ("office", "office"),
  NAME ("style", "style"),
  NAME ("text", "text"),
  NAME ("table", "table"),
  NAME ("draw", "drawing"),
  NAME ("meta", "meta"),
  NAME ("manifest", "manifest"),
  NAME ("fo", "xsl-fo-compatible"),
  NAME ("svg", "svg-compatible"),
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
};

/* The library wants its own letters for the same bytes. */
static const xmlChar *
x (const char *text)
{
  return (const xmlChar *) text;
}

/* A manifest stands apart: it knows no other names than its own. */
static void
declare (QtrOdtXml *self, const char *root)
{
  gboolean is_manifest = g_str_has_prefix (root, "manifest:");

  for (guint i = 0; i < G_N_ELEMENTS (name_spaces); i++)
    if (g_str_equal (name_spaces[i].attribute, "xmlns:manifest") == is_manifest)
      qtr_odt_set (self, name_spaces[i].attribute, name_spaces[i].address);
}

QtrOdtXml
qtr_odt_xml_begin (const char *root)
{
  QtrOdtXml self = { xmlBufferCreate (), NULL };

  self.writer = xmlNewTextWriterMemory (self.buffer, 0);
  xmlTextWriterStartDocument (self.writer, "1.0", "UTF-8", NULL);
  qtr_odt_begin (&self, root);
  declare (&self, root);
  return self;
}

GBytes *
qtr_odt_xml_end (QtrOdtXml *self)
{
  GBytes *bytes;

  xmlTextWriterEndDocument (self->writer);
  xmlFreeTextWriter (self->writer);
  bytes = g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);
  return bytes;
}

void
qtr_odt_begin (QtrOdtXml *self, const char *element)
{
  xmlTextWriterStartElement (self->writer, x (element));
}

void
qtr_odt_end (QtrOdtXml *self)
{
  xmlTextWriterEndElement (self->writer);
}

void
qtr_odt_set (QtrOdtXml *self, const char *attribute, const char *value)
{
  if (value != NULL)
    xmlTextWriterWriteAttribute (self->writer, x (attribute), x (value));
}

void
qtr_odt_set_millimetres (QtrOdtXml *self, const char *attribute, double length)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", length), "mm", NULL);

  qtr_odt_set (self, attribute, text);
}

void
qtr_odt_add (QtrOdtXml *self, const char *element, ...)
{
  va_list pairs;

  qtr_odt_begin (self, element);
  va_start (pairs, element);
  for (const char *name = va_arg (pairs, const char *); name != NULL; name = va_arg (pairs, const char *))
    qtr_odt_set (self, name, va_arg (pairs, const char *));
  va_end (pairs);
  qtr_odt_end (self);
}

/* Of several spaces, and of one at either end, the format keeps none unless it is told their number. */
static void
append_spaces (QtrOdtXml *self, gsize n_spaces)
{
  g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, n_spaces);

  qtr_odt_add (self, "text:s", "text:c", count, NULL);
}

void
qtr_odt_append_text (QtrOdtXml *self, const char *text)
{
  const char *at = text != NULL ? text : "";

  while (*at != '\0') {
    gsize n_spaces = strspn (at, " ");
    gsize n_letters = strcspn (at + n_spaces, " ");

    if (n_spaces == 1 && at > text && n_letters > 0)
      xmlTextWriterWriteString (self->writer, x (" "));
    else if (n_spaces > 0)
      append_spaces (self, n_spaces);
    if (n_letters > 0) {
      g_autofree char *word = g_strndup (at + n_spaces, n_letters);

      xmlTextWriterWriteString (self->writer, x (word));
    }
    at += n_spaces + n_letters;
  }
}

void
qtr_odt_add_paragraph (QtrOdtXml *self, const char *style, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  qtr_odt_begin (self, "text:p");
  qtr_odt_set (self, "text:style-name", style);
  qtr_odt_append_text (self, text);
  qtr_odt_end (self);
}
