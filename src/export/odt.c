/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

#include "export/exporter.h"
#include "export/odt-private.h"

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* How many times as wide as high it is; the usual shape where that cannot be told. */
double
qtr_odt_measure_picture (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, NULL);

  if (picture == NULL)
    return 1;
  return gdk_pixbuf_get_width (picture) / (double) gdk_pixbuf_get_height (picture);
}

static void
add_property (QtrOdtXml *xml, const char *name, const char *value)
{
  if (value != NULL)
    xmlTextWriterWriteElement (xml->writer, (const xmlChar *) name, (const xmlChar *) value);
}

/* Without dates, which would say when the file was made and nothing else. */
static GBytes *
write_meta (const QtrPublication *publication)
{
  QtrOdtXml xml = qtr_odt_xml_begin ("office:document-meta");
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *whole = g_strdup_printf ("%s – %s, %s", title, publication->kind, publication->quarter);

  qtr_odt_set (&xml, "office:version", "1.3");
  qtr_odt_begin (&xml, "office:meta");
  add_property (&xml, "meta:generator", "Quarterly");
  add_property (&xml, "dc:title", whole);
  add_property (&xml, "dc:creator", publication->body);
  add_property (&xml, "dc:language", "en-GB");
  return qtr_odt_xml_end (&xml);
}

static GBytes *
odt_write (const QtrPublication *publication, GError **error)
{
  g_autoptr (QtrOdtPackage) package = qtr_odt_package_new (MEDIA_TYPE);
  GBytes *content = qtr_odt_write_content (publication, package, error);

  if (content == NULL)
    return NULL;
  qtr_odt_package_add (package, "content.xml", "text/xml", content);
  qtr_odt_package_add (package, "styles.xml", "text/xml", qtr_odt_write_styles (publication));
  qtr_odt_package_add (package, "meta.xml", "text/xml", write_meta (publication));
  return qtr_odt_package_write (package, error);
}

const QtrExporter qtr_odt_exporter = { "odt", N_ ("OpenDocument text"), odt_write };
