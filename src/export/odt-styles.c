/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/colour.h"

#include "export/odt-private.h"

#define FONT "Arial"
#define TEXT_COLOUR "#1a1c1e"
#define QUIET_COLOUR "#4a4f55"
#define USUAL_ACCENT ((QtrColour) { 0x1d, 0x4f, 0x91 })

/* How a paragraph looks, besides what it has from its parent. Lengths are in points. */
typedef struct {
  const char *name;
  const char *shown;
  const char *parent;
  const char *size;
  const char *weight;
  const char *before;
  const char *after;
  const char *align;
  gboolean accent;
  gboolean keep;
  gboolean new_page;
  const char *master;
  const char *outline;
} Paragraph;

static const Paragraph paragraphs[] = {
  { "Standard", NULL, NULL, "12pt", NULL, "0pt", "6pt", "start" },
  { "Text_20_body", "Text body", "Standard" },
  { "Body", NULL, "Standard", "14pt", .before = "12pt", .after = "150pt", .master = "Cover" },
  { "Title", NULL, "Standard", "32pt", "bold", "0pt", "8pt", .accent = TRUE },
  { "Subtitle", NULL, "Standard", "20pt", .after = "24pt" },
  { "Cover_20_line", "Cover line", "Standard", "14pt", .after = "4pt" },
  { "Marking", NULL, "Standard", "12pt", "bold", .after = "0pt", .align = "center" },
  { "Running", NULL, "Standard", "10pt", .after = "0pt" },
  { "Running_20_centred", "Running centred", "Running", "10pt", .align = "center" },
  { "Contents_20_Heading", "Contents Heading", "Standard", "20pt", "bold", "0pt", "12pt", .accent = TRUE,
    .keep = TRUE, .master = "Standard" },
  { "Contents_20_1", "Contents 1", "Standard", .after = "6pt" },
  { "Heading", NULL, "Standard", .weight = "bold", .keep = TRUE },
  { "Heading_20_1", "Heading 1", "Heading", "20pt", "bold", "0pt", "12pt", .accent = TRUE, .keep = TRUE,
    .new_page = TRUE, .outline = "1" },
  { "Heading_20_2", "Heading 2", "Heading", "14pt", "bold", "16pt", "6pt", .keep = TRUE, .outline = "2" },
  { "Heading_20_3", "Heading 3", "Heading", "12pt", "bold", "14pt", "4pt", .keep = TRUE, .outline = "3" },
  { "List", NULL, "Standard", .after = "5pt" },
  { "Note", NULL, "Standard" },
  { "Caption", NULL, "Standard", "11pt", "bold", "10pt", "4pt", .keep = TRUE },
  { "Chart", NULL, "Standard", .after = "4pt", .keep = TRUE },
  { "Chart_20_words", "Chart words", "Standard", .after = "8pt" },
  { "Table_20_Contents", "Table Contents", "Standard", "10pt", .after = "0pt" },
  { "Table_20_Number", "Table Number", "Table_20_Contents", "10pt", .align = "end" },
  { "Table_20_Heading", "Table Heading", "Table_20_Contents", "10pt", "bold" },
  { "Table_20_Number_20_Heading", "Table Number Heading", "Table_20_Number", "10pt", "bold" },
};

QtrOdtFrame
qtr_odt_frame_get (const QtrPublication *publication)
{
  if (publication->paper == QTR_PAPER_A4_LANDSCAPE)
    return (QtrOdtFrame) { 297, 210, 22 };
  return (QtrOdtFrame) { 210, 297, 22 };
}

/* The plan's own colour, in the nearest shade that can be read on paper. */
static char *
find_accent (const QtrPublication *publication)
{
  QtrColour colour = USUAL_ACCENT;

  qtr_colour_parse (publication->accent, &colour);
  return qtr_colour_to_string (qtr_colour_reach_contrast (colour, QTR_COLOUR_WHITE, QTR_CONTRAST_TEXT));
}

static void
add_fonts (QtrOdtXml *xml)
{
  qtr_odt_begin (xml, "office:font-face-decls");
  qtr_odt_add (xml, "style:font-face", "style:name", FONT, "svg:font-family", FONT,
               "style:font-family-generic", "swiss", "style:font-pitch", "variable", NULL);
  qtr_odt_end (xml);
}

static void
add_defaults (QtrOdtXml *xml)
{
  qtr_odt_begin (xml, "style:default-style");
  qtr_odt_set (xml, "style:family", "paragraph");
  qtr_odt_add (xml, "style:paragraph-properties", "fo:line-height", "120%", "fo:orphans", "2", "fo:widows",
               "2", "style:writing-mode", "page", NULL);
  qtr_odt_add (xml, "style:text-properties", "style:font-name", FONT, "style:font-name-asian", FONT,
               "style:font-name-complex", FONT, "fo:color", TEXT_COLOUR, "fo:language", "en", "fo:country",
               "GB", "fo:hyphenate", "false", NULL);
  qtr_odt_end (xml);
  qtr_odt_add (xml, "style:default-style", "style:family", "table", NULL);
}

static void
add_paragraph_style (QtrOdtXml *xml, const Paragraph *look, const char *accent)
{
  qtr_odt_begin (xml, "style:style");
  qtr_odt_set (xml, "style:name", look->name);
  qtr_odt_set (xml, "style:display-name", look->shown);
  qtr_odt_set (xml, "style:family", "paragraph");
  qtr_odt_set (xml, "style:parent-style-name", look->parent);
  qtr_odt_set (xml, "style:next-style-name", look->outline != NULL ? "Text_20_body" : NULL);
  qtr_odt_set (xml, "style:default-outline-level", look->outline);
  qtr_odt_set (xml, "style:master-page-name", look->master);
  qtr_odt_begin (xml, "style:paragraph-properties");
  qtr_odt_set (xml, "fo:margin-top", look->before);
  qtr_odt_set (xml, "fo:margin-bottom", look->after);
  qtr_odt_set (xml, "fo:text-align", look->align);
  qtr_odt_set (xml, "fo:keep-with-next", look->keep ? "always" : NULL);
  qtr_odt_set (xml, "fo:break-before", look->new_page ? "page" : NULL);
  qtr_odt_end (xml);
  qtr_odt_add (xml, "style:text-properties", "fo:font-size", look->size, "style:font-size-asian", look->size,
               "style:font-size-complex", look->size, "fo:font-weight", look->weight,
               "style:font-weight-complex", look->weight, "fo:color", look->accent ? accent : NULL, NULL);
  qtr_odt_end (xml);
}

static void
add_text_style (QtrOdtXml *xml, const char *name, const char *weight, const char *colour)
{
  qtr_odt_begin (xml, "style:style");
  qtr_odt_set (xml, "style:name", name);
  qtr_odt_set (xml, "style:family", "text");
  qtr_odt_begin (xml, "style:text-properties");
  qtr_odt_set (xml, "fo:font-weight", weight);
  qtr_odt_set (xml, "style:font-weight-complex", weight);
  qtr_odt_set (xml, "fo:color", colour);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

static void
add_list_level (QtrOdtXml *xml, int level)
{
  static const char *const marks[] = { "•", "–" };
  g_autofree char *number = g_strdup_printf ("%d", level);

  qtr_odt_begin (xml, "text:list-level-style-bullet");
  qtr_odt_set (xml, "text:level", number);
  qtr_odt_set (xml, "text:bullet-char", marks[(level - 1) % (int) G_N_ELEMENTS (marks)]);
  qtr_odt_begin (xml, "style:list-level-properties");
  qtr_odt_set (xml, "text:list-level-position-and-space-mode", "label-alignment");
  qtr_odt_begin (xml, "style:list-level-label-alignment");
  qtr_odt_set (xml, "text:label-followed-by", "listtab");
  qtr_odt_set_millimetres (xml, "text:list-tab-stop-position", 6 * level);
  qtr_odt_set_millimetres (xml, "fo:text-indent", -6);
  qtr_odt_set_millimetres (xml, "fo:margin-left", 6 * level);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
  qtr_odt_add (xml, "style:text-properties", "style:font-name", FONT, NULL);
  qtr_odt_end (xml);
}

static void
add_list_style (QtrOdtXml *xml)
{
  qtr_odt_begin (xml, "text:list-style");
  qtr_odt_set (xml, "style:name", QTR_ODT_LIST);
  for (int level = 1; level <= QTR_ODT_LIST_LEVELS; level++)
    add_list_level (xml, level);
  qtr_odt_end (xml);
}

static void
add_styles (QtrOdtXml *xml, const char *accent)
{
  qtr_odt_begin (xml, "office:styles");
  add_defaults (xml);
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    add_paragraph_style (xml, &paragraphs[i], accent);
  add_text_style (xml, "Area", "bold", NULL);
  add_text_style (xml, "Lead", "normal", QUIET_COLOUR);
  add_list_style (xml);
  qtr_odt_end (xml);
}

/* --- Pages --- */

static void
add_band (QtrOdtXml *xml, const char *element, const char *space)
{
  qtr_odt_begin (xml, element);
  qtr_odt_begin (xml, "style:header-footer-properties");
  qtr_odt_set (xml, "fo:min-height", "10mm");
  qtr_odt_set (xml, space, "6mm");
  qtr_odt_set (xml, "style:dynamic-spacing", "false");
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

static void
add_page_layout (QtrOdtXml *xml, const QtrPublication *publication)
{
  QtrOdtFrame frame = qtr_odt_frame_get (publication);

  qtr_odt_begin (xml, "office:automatic-styles");
  qtr_odt_begin (xml, "style:page-layout");
  qtr_odt_set (xml, "style:name", "Paper");
  qtr_odt_begin (xml, "style:page-layout-properties");
  qtr_odt_set_millimetres (xml, "fo:page-width", frame.width);
  qtr_odt_set_millimetres (xml, "fo:page-height", frame.height);
  qtr_odt_set (xml, "style:print-orientation", frame.width > frame.height ? "landscape" : "portrait");
  qtr_odt_set (xml, "fo:margin-top", "12mm");
  qtr_odt_set (xml, "fo:margin-bottom", "12mm");
  qtr_odt_set_millimetres (xml, "fo:margin-left", frame.margin);
  qtr_odt_set_millimetres (xml, "fo:margin-right", frame.margin);
  qtr_odt_end (xml);
  add_band (xml, "style:header-style", "fo:margin-bottom");
  add_band (xml, "style:footer-style", "fo:margin-top");
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

static void
add_marking (QtrOdtXml *xml, const QtrPublication *publication)
{
  g_autofree char *marking = publication->marking != NULL ? g_utf8_strup (publication->marking, -1) : NULL;

  qtr_odt_add_paragraph (xml, "Marking", marking);
  qtr_odt_add_paragraph (xml, "Running_20_centred", publication->draft);
}

/* On a page that continues a priority, its heading is there again. */
static void
add_chapter (QtrOdtXml *xml)
{
  qtr_odt_begin (xml, "text:p");
  qtr_odt_set (xml, "text:style-name", "Running");
  qtr_odt_add (xml, "text:chapter", "text:display", "name", "text:outline-level", "1", NULL);
  qtr_odt_end (xml);
}

static void
add_page_number (QtrOdtXml *xml, const QtrPublication *publication)
{
  /* Translators: at the foot of a page, before its number and the word for "of": Page 3 of 12. */
  const char *page = _ ("Page");
  /* Translators: between a page's number and how many there are: Page 3 of 12. */
  const char *of = _ ("of");

  qtr_odt_begin (xml, "text:p");
  qtr_odt_set (xml, "text:style-name", "Running_20_centred");
  qtr_odt_append_text (xml, publication->title);
  qtr_odt_append_text (xml, publication->title != NULL ? ", " : NULL);
  qtr_odt_append_text (xml, publication->quarter);
  xmlTextWriterWriteString (xml->writer, (const xmlChar *) " · ");
  qtr_odt_append_text (xml, page);
  xmlTextWriterWriteString (xml->writer, (const xmlChar *) " ");
  qtr_odt_add (xml, "text:page-number", "text:select-page", "current", NULL);
  xmlTextWriterWriteFormatString (xml->writer, " %s ", of);
  qtr_odt_add (xml, "text:page-count", NULL, NULL);
  qtr_odt_end (xml);
}

static void
add_master (QtrOdtXml *xml, const QtrPublication *publication, const char *name, gboolean is_cover)
{
  qtr_odt_begin (xml, "style:master-page");
  qtr_odt_set (xml, "style:name", name);
  qtr_odt_set (xml, "style:page-layout-name", "Paper");
  qtr_odt_begin (xml, "style:header");
  add_marking (xml, publication);
  if (!is_cover)
    add_chapter (xml);
  qtr_odt_end (xml);
  qtr_odt_begin (xml, "style:footer");
  if (!is_cover)
    add_page_number (xml, publication);
  add_marking (xml, publication);
  qtr_odt_end (xml);
  qtr_odt_end (xml);
}

GBytes *
qtr_odt_write_styles (const QtrPublication *publication)
{
  QtrOdtXml xml = qtr_odt_xml_begin ("office:document-styles");
  g_autofree char *accent = find_accent (publication);

  qtr_odt_set (&xml, "office:version", "1.3");
  add_fonts (&xml);
  add_styles (&xml, accent);
  add_page_layout (&xml, publication);
  qtr_odt_begin (&xml, "office:master-styles");
  add_master (&xml, publication, "Standard", FALSE);
  add_master (&xml, publication, "Cover", TRUE);
  qtr_odt_end (&xml);
  return qtr_odt_xml_end (&xml);
}
