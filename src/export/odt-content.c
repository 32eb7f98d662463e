/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/logo.h"

#include "export/odt-private.h"

#define LOGO_HEIGHT 24.0
/* The first column, which says what a row is about, is so many times as wide as the others. */
#define FIRST 2.0
/* A table of few columns is not as wide as the text, so that the eye finds its way along a row. */
#define NARROW 0.65

static void
add_table_styles (QtrOdtXml *xml, double width)
{
  static const struct {
    const char *name;
    double share;
  } tables[] = { { "Wide", 1 }, { "Narrow", NARROW } };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    qtr_odt_begin (xml, "style:style");
    qtr_odt_set (xml, "style:name", tables[i].name);
    qtr_odt_set (xml, "style:family", "table");
    qtr_odt_begin (xml, "style:table-properties");
    qtr_odt_set_millimetres (xml, "style:width", width * tables[i].share);
    qtr_odt_set (xml, "table:align", tables[i].share < 1 ? "left" : "margins");
    qtr_odt_set (xml, "fo:margin-bottom", "10pt");
    qtr_odt_end (xml);
    qtr_odt_end (xml);
  }
}

static void
add_column_style (QtrOdtXml *xml, const char *form, guint n_columns, double width)
{
  g_autofree char *name = g_strdup_printf ("%s%u", form, n_columns);

  qtr_odt_begin (xml, "style:style");
  qtr_odt_set (xml, "style:name", name);
  qtr_odt_set (xml, "style:family", "table-column");
  qtr_odt_begin (xml, "style:table-column-properties");
  qtr_odt_set_millimetres (xml, "style:column-width", width);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

static void
add_column_styles (QtrOdtXml *xml, double width)
{
  for (guint n_columns = 1; n_columns <= QTR_ODT_COLUMNS_MAX; n_columns++) {
    double whole = n_columns > QTR_ODT_NARROW_MAX ? width : width * NARROW;
    double unit = whole / (FIRST + n_columns - 1);

    add_column_style (xml, "First", n_columns, FIRST * unit);
    add_column_style (xml, "Other", n_columns, unit);
  }
}

/* A cell has room, and a rule below it; the row of headings has a stronger one. */
static void
add_cell_style (QtrOdtXml *xml, const char *name, const char *rule, const char *ground)
{
  qtr_odt_begin (xml, "style:style");
  qtr_odt_set (xml, "style:name", name);
  qtr_odt_set (xml, "style:family", "table-cell");
  qtr_odt_add (xml, "style:table-cell-properties", "fo:padding", "0.8mm", "fo:border-left", "none",
               "fo:border-right", "none", "fo:border-top", "none", "fo:border-bottom", rule,
               "fo:background-color", ground, NULL);
  qtr_odt_end (xml);
}

static void
add_contents_style (QtrOdtXml *xml, double width)
{
  qtr_odt_begin (xml, "style:style");
  qtr_odt_set (xml, "style:name", "ContentsLine");
  qtr_odt_set (xml, "style:family", "paragraph");
  qtr_odt_set (xml, "style:parent-style-name", "Contents_20_1");
  qtr_odt_begin (xml, "style:paragraph-properties");
  qtr_odt_begin (xml, "style:tab-stops");
  qtr_odt_begin (xml, "style:tab-stop");
  qtr_odt_set_millimetres (xml, "style:position", width);
  qtr_odt_set (xml, "style:type", "right");
  qtr_odt_set (xml, "style:leader-style", "dotted");
  qtr_odt_set (xml, "style:leader-text", ".");
  qtr_odt_end (xml);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

static void
add_automatic_styles (QtrOdtXml *xml, double width)
{
  qtr_odt_begin (xml, "office:automatic-styles");
  add_table_styles (xml, width);
  add_column_styles (xml, width);
  add_cell_style (xml, "Cell", "0.5pt solid #9aa1a8", NULL);
  add_cell_style (xml, "HeadingCell", "1.5pt solid #4a4f55", "#f3f5f6");
  qtr_odt_begin (xml, "style:style");
  qtr_odt_set (xml, "style:name", "Row");
  qtr_odt_set (xml, "style:family", "table-row");
  qtr_odt_add (xml, "style:table-row-properties", "fo:keep-together", "always", NULL);
  qtr_odt_end (xml);
  add_contents_style (xml, width);
  qtr_odt_end (xml);
}

/* --- The cover --- */

static const char *
logo_path (const char *media_type)
{
  if (g_str_equal (media_type, "image/svg+xml"))
    return "Pictures/logo.svg";
  return g_str_equal (media_type, "image/png") ? "Pictures/logo.png" : "Pictures/logo.jpg";
}

static void
add_logo (QtrOdtXml *xml, const QtrPublication *publication, QtrOdtPackage *package)
{
  const char *media_type = NULL;
  GBytes *bytes = publication->logo != NULL ? qtr_logo_get_bytes (publication->logo, &media_type) : NULL;
  double ratio = bytes != NULL ? qtr_odt_measure_picture (bytes) : 0;
  const char *path = NULL;

  if (bytes == NULL)
    return;
  path = logo_path (media_type);
  qtr_odt_package_add (package, path, media_type, bytes);
  qtr_odt_add_picture (xml, &path, 1, LOGO_HEIGHT * ratio, LOGO_HEIGHT, publication->logo_text, NULL);
  qtr_odt_add (xml, "text:line-break", NULL, NULL);
}

static void
add_cover (QtrOdtXml *xml, const QtrPublication *publication, QtrOdtPackage *package)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *imprint = qtr_publication_get_imprint (publication, " · ");
  g_autofree char *data_to =
      publication->data_to != NULL ? g_strdup_printf (_ ("Data to %s"), publication->data_to) : NULL;

  /* It is there even if it is empty, because it opens the cover's page. */
  qtr_odt_begin (xml, "text:p");
  qtr_odt_set (xml, "text:style-name", "Body");
  add_logo (xml, publication, package);
  qtr_odt_append_text (xml, publication->body);
  qtr_odt_end (xml);
  qtr_odt_add_paragraph (xml, "Title", title);
  qtr_odt_add_paragraph (xml, "Subtitle", publication->kind);
  qtr_odt_add_paragraph (xml, "Cover_20_line", publication->quarter);
  qtr_odt_add_paragraph (xml, "Cover_20_line", data_to);
  qtr_odt_add_paragraph (xml, "Cover_20_line", imprint);
}

/* --- The contents --- */

/* From this the contents are made again when somebody asks for it. */
static void
add_contents_source (QtrOdtXml *xml)
{
  qtr_odt_begin (xml, "text:table-of-content-source");
  qtr_odt_set (xml, "text:outline-level", "1");
  qtr_odt_begin (xml, "text:table-of-content-entry-template");
  qtr_odt_set (xml, "text:outline-level", "1");
  qtr_odt_set (xml, "text:style-name", "Contents_20_1");
  qtr_odt_add (xml, "text:index-entry-link-start", NULL, NULL);
  qtr_odt_add (xml, "text:index-entry-text", NULL, NULL);
  qtr_odt_add (xml, "text:index-entry-tab-stop", "style:type", "right", "style:leader-char", ".", NULL);
  qtr_odt_add (xml, "text:index-entry-page-number", NULL, NULL);
  qtr_odt_add (xml, "text:index-entry-link-end", NULL, NULL);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

/* Which page it is, whoever opens the file finds out. */
static void
add_page_of (QtrOdtXml *xml, const char *name)
{
  qtr_odt_begin (xml, "text:bookmark-ref");
  qtr_odt_set (xml, "text:reference-format", "page");
  qtr_odt_set (xml, "text:ref-name", name);
  xmlTextWriterWriteString (xml->writer, (const xmlChar *) "…");
  qtr_odt_end (xml);
}

static void
add_contents_line (QtrOdtXml *xml, const QtrNode *node)
{
  g_autofree char *target = g_strconcat ("#", node->anchor, NULL);
  g_autofree char *last = qtr_odt_get_last_anchor (node->anchor);

  qtr_odt_begin (xml, "text:p");
  qtr_odt_set (xml, "text:style-name", "ContentsLine");
  qtr_odt_begin (xml, "text:a");
  qtr_odt_set (xml, "xlink:type", "simple");
  qtr_odt_set (xml, "xlink:href", target);
  qtr_odt_append_text (xml, node->text);
  qtr_odt_end (xml);
  qtr_odt_add (xml, "text:tab", NULL, NULL);
  add_page_of (xml, node->anchor);
  if (node->kind == QTR_NODE_PRIORITY) {
    xmlTextWriterWriteString (xml->writer, (const xmlChar *) "–");
    add_page_of (xml, last);
  }
  qtr_odt_end (xml);
}

static void
add_contents (QtrOdtXml *xml, const QtrPublication *publication)
{
  qtr_odt_add_paragraph (xml, "Contents_20_Heading", _ ("Contents"));
  qtr_odt_begin (xml, "text:table-of-content");
  qtr_odt_set (xml, "text:name", "Contents");
  add_contents_source (xml);
  qtr_odt_begin (xml, "text:index-body");
  for (guint i = 0; i < publication->nodes->len; i++) {
    const QtrNode *node = publication->nodes->pdata[i];

    if (node->anchor != NULL)
      add_contents_line (xml, node);
  }
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

GBytes *
qtr_odt_write_content (const QtrPublication *publication, QtrOdtPackage *package, GError **error)
{
  QtrOdtFrame frame = qtr_odt_frame_get (publication);
  QtrOdtXml xml = qtr_odt_xml_begin ("office:document-content");
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_whole;

  qtr_odt_set (&xml, "office:version", "1.3");
  add_automatic_styles (&xml, frame.width - 2 * frame.margin);
  qtr_odt_begin (&xml, "office:body");
  qtr_odt_begin (&xml, "office:text");
  add_cover (&xml, publication, package);
  add_contents (&xml, publication);
  is_whole = qtr_odt_add_nodes (&xml, publication, package, error);
  bytes = qtr_odt_xml_end (&xml);
  return is_whole ? g_steal_pointer (&bytes) : NULL;
}
