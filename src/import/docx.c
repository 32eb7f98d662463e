/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/docx-style.h"
#include "import/importer.h"
#include "import/narrative.h"
#include "import/package-limit.h"
#include "import/xml.h"

/* A paragraph begins with its first words, when all is known of it. Text boxes have paragraphs within others.
 */
typedef struct {
  char *style;
  QtrDocxLook look;
  QtrDocxLook run;
  gboolean has_begun;
  /* Whether its end was deleted, so that the next one goes on with it. */
  gboolean goes_on;
} Paragraph;

typedef struct {
  QtrNarrative *narrative;
  QtrDocxStyles *styles;
  /* Where links lead, and the paragraphs that notes and comments belong to, by their ids. */
  GHashTable *addresses;
  GHashTable *owners;
  GArray *paragraphs;
  /* How deep the element is in one that is not read. */
  guint skipped;
  gboolean in_properties;
  gboolean in_run;
  gboolean in_words;
  gsize link_start;
  const char *link;
} Docx;

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *) data)->style);
}

static Paragraph *
get_paragraph (const Docx *self)
{
  return self->paragraphs->len == 0 ? NULL
                                    : &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
}

/* --- Paragraphs --- */

/* What the paragraph does not say itself, its style does. */
static QtrDocxLook
settle_look (const Docx *self, const Paragraph *paragraph)
{
  QtrDocxLook look = qtr_docx_styles_look (self->styles, paragraph->style);

  if (paragraph->look.level >= 0)
    look.level = paragraph->look.level;
  if (paragraph->look.list >= 0)
    look.list = paragraph->look.list;
  if (paragraph->look.list_level >= 0)
    look.list_level = paragraph->look.list_level;
  look.breaks_page = look.breaks_page || paragraph->look.breaks_page;
  return look;
}

static void
start_paragraph (Docx *self, Paragraph *paragraph)
{
  QtrDocxLook look = settle_look (self, paragraph);
  int level = MAX (look.list_level, 0);
  gboolean in_list = look.list > 0 && look.level <= 0;

  if (paragraph->has_begun)
    return;
  paragraph->has_begun = TRUE;
  if (look.breaks_page)
    qtr_narrative_page (self->narrative);
  qtr_narrative_begin (self->narrative, MAX (look.level, 0), in_list ? level + 1 : 0,
                       in_list && qtr_docx_styles_has_mark (self->styles, look.list, level));
}

static void
begin_paragraph (Docx *self, QtrXml *xml)
{
  Paragraph paragraph = { .look = QTR_DOCX_LOOK_UNSAID, .run = QTR_DOCX_LOOK_UNSAID };

  if (get_paragraph (self) != NULL && get_paragraph (self)->goes_on)
    get_paragraph (self)->goes_on = FALSE;
  else
    g_array_append_val (self->paragraphs, paragraph);
}

static void
close_paragraph (Docx *self)
{
  if (get_paragraph (self)->has_begun)
    qtr_narrative_end (self->narrative);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

static void
end_paragraph (Docx *self)
{
  if (get_paragraph (self) != NULL && !get_paragraph (self)->goes_on)
    close_paragraph (self);
}

/* The last paragraph of a cell, of a note, or of all has none to go on in. */
static void
end_paragraphs (Docx *self)
{
  if (get_paragraph (self) != NULL && get_paragraph (self)->goes_on)
    close_paragraph (self);
}

static void
add_text (Docx *self, const char *text, gsize size)
{
  Paragraph *paragraph = get_paragraph (self);
  QtrDocxLook look;

  if (paragraph == NULL)
    return;
  look = qtr_docx_styles_look (self->styles, paragraph->style);
  start_paragraph (self, paragraph);
  qtr_narrative_text (self->narrative, text, size,
                      (paragraph->run.bold >= 0 ? paragraph->run.bold : look.bold) > 0,
                      paragraph->run.size > 0 ? paragraph->run.size : look.size);
}

/* --- Other elements --- */

static void
begin_properties (Docx *self, QtrXml *xml)
{
  self->in_properties = TRUE;
}

static void
end_properties (Docx *self)
{
  self->in_properties = FALSE;
}

static void
take_style (Docx *self, QtrXml *xml)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL || paragraph->has_begun)
    return;
  g_free (paragraph->style);
  paragraph->style = g_strdup (qtr_xml_get (xml, "val"));
}

static void
begin_run (Docx *self, QtrXml *xml)
{
  self->in_run = TRUE;
  if (get_paragraph (self) != NULL)
    get_paragraph (self)->run = QTR_DOCX_LOOK_UNSAID;
}

static void
end_run (Docx *self)
{
  self->in_run = FALSE;
}

static void
take_run_style (Docx *self, QtrXml *xml)
{
  const char *name = qtr_xml_get (xml, "val");
  Paragraph *paragraph = get_paragraph (self);

  if (name != NULL && paragraph != NULL && qtr_docx_styles_look (self->styles, name).bold > 0)
    paragraph->run.bold = TRUE;
}

static void
begin_words (Docx *self, QtrXml *xml)
{
  self->in_words = TRUE;
}

static void
end_words (Docx *self)
{
  self->in_words = FALSE;
}

/* Tabulators are also set in a paragraph's properties. */
static void
add_tab (Docx *self, QtrXml *xml)
{
  if (self->in_run && !self->in_properties)
    add_text (self, "\t", 1);
}

static void
add_hyphen (Docx *self, QtrXml *xml)
{
  add_text (self, "-", 1);
}

static void
add_symbol (Docx *self, QtrXml *xml)
{
  const char *code = qtr_xml_get (xml, "char");
  gunichar symbol = code == NULL ? 0 : (gunichar) g_ascii_strtoull (code, NULL, 16);
  char letters[8] = "";

  if (g_unichar_validate (symbol) && symbol >= 0x20)
    add_text (self, letters, (gsize) g_unichar_to_utf8 (symbol, letters));
}

static void
add_break (Docx *self, QtrXml *xml)
{
  qtr_narrative_break (self->narrative);
}

static void
begin_link (Docx *self, QtrXml *xml)
{
  const char *id = qtr_xml_get (xml, "id");

  if (get_paragraph (self) == NULL)
    return;
  self->link = id == NULL ? NULL : g_hash_table_lookup (self->addresses, id);
  self->link_start = get_paragraph (self)->has_begun ? qtr_narrative_get_length (self->narrative) : 0;
}

static void
end_link (Docx *self)
{
  if (self->link != NULL && get_paragraph (self) != NULL && get_paragraph (self)->has_begun)
    qtr_narrative_link (self->narrative, self->link_start, self->link);
  self->link = NULL;
}

static char *
make_owner_key (const char *kind, QtrXml *xml)
{
  const char *id = qtr_xml_get (xml, "id");

  return g_strdup_printf ("%s/%s", kind, id == NULL ? "" : id);
}

static void
keep_owner (Docx *self, const char *kind, QtrXml *xml)
{
  g_hash_table_replace (self->owners, make_owner_key (kind, xml),
                        GUINT_TO_POINTER (qtr_narrative_get_number (self->narrative)));
}

static void
refer_comment (Docx *self, QtrXml *xml)
{
  keep_owner (self, "comment", xml);
}

static void
refer_footnote (Docx *self, QtrXml *xml)
{
  keep_owner (self, "footnote", xml);
}

static void
refer_endnote (Docx *self, QtrXml *xml)
{
  keep_owner (self, "endnote", xml);
}

static void
begin_aside (Docx *self, const char *kind, char *reason, QtrXml *xml)
{
  g_autofree char *key = make_owner_key (kind, xml);

  qtr_narrative_begin_aside (self->narrative, reason,
                             GPOINTER_TO_UINT (g_hash_table_lookup (self->owners, key)));
}

static void
begin_comment (Docx *self, QtrXml *xml)
{
  begin_aside (self, "comment", g_strdup (_ ("is a comment")), xml);
}

static void
begin_footnote (Docx *self, QtrXml *xml)
{
  begin_aside (self, "footnote", g_strdup (_ ("is a footnote")), xml);
}

static void
begin_endnote (Docx *self, QtrXml *xml)
{
  begin_aside (self, "endnote", g_strdup (_ ("is a footnote")), xml);
}

static void
end_aside (Docx *self)
{
  end_paragraphs (self);
  qtr_narrative_end_aside (self->narrative);
}

static void
begin_table (Docx *self, QtrXml *xml)
{
  qtr_narrative_begin_table (self->narrative);
}

static void
end_table (Docx *self)
{
  qtr_narrative_end_table (self->narrative);
}

static void
add_column (Docx *self, QtrXml *xml)
{
  qtr_narrative_add_column (self->narrative, 1);
}

static void
begin_cell (Docx *self, QtrXml *xml)
{
  qtr_narrative_begin_cell (self->narrative);
}

static void
end_row (Docx *self)
{
  qtr_narrative_end_row (self->narrative);
}

static void
count_change (Docx *self, QtrXml *xml)
{
  qtr_narrative_count_change (self->narrative);
}

static void
count_picture (Docx *self, QtrXml *xml)
{
  qtr_narrative_count_picture (self->narrative);
}

typedef struct {
  const char *name;
  void (*begin) (Docx *self, QtrXml *xml);
  void (*end) (Docx *self);
} Element;

static const Element elements[] = {
  { "p", begin_paragraph, end_paragraph },
  { "pPr", begin_properties, end_properties },
  { "pStyle", take_style, NULL },
  { "r", begin_run, end_run },
  { "rStyle", take_run_style, NULL },
  { "t", begin_words, end_words },
  { "tab", add_tab, NULL },
  { "noBreakHyphen", add_hyphen, NULL },
  { "sym", add_symbol, NULL },
  { "br", add_break, NULL },
  { "cr", add_break, NULL },
  { "hyperlink", begin_link, end_link },
  { "commentReference", refer_comment, NULL },
  { "footnoteReference", refer_footnote, NULL },
  { "endnoteReference", refer_endnote, NULL },
  { "comment", begin_comment, end_aside },
  { "footnote", begin_footnote, end_aside },
  { "endnote", begin_endnote, end_aside },
  { "tbl", begin_table, end_table },
  { "gridCol", add_column, NULL },
  { "tc", begin_cell, end_paragraphs },
  { "tr", NULL, end_row },
  { "body", NULL, end_paragraphs },
  { "ins", count_change, NULL },
  { "moveTo", count_change, NULL },
  { "pic", count_picture, NULL },
};

static const Element *
find_element (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++) {
    if (g_str_equal (elements[i].name, name))
      return &elements[i];
  }
  return NULL;
}

/* What was deleted or was another way before a change, and what stands twice for programs of long ago. */
static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "del",        "moveFrom",     "Fallback",        "rPrChange",
                                       "pPrChange",  "tblPrChange",  "tblGridChange",   "tcPrChange",
                                       "trPrChange", "sectPrChange", "numberingChange", NULL };

  return g_strv_contains (names, name);
}

/* --- The files --- */

/* A change that is taken as accepted: what was deleted goes, also the end of a paragraph. */
static void
skip (Docx *self, const char *name)
{
  gboolean is_deleted = g_str_equal (name, "del") || g_str_equal (name, "moveFrom");

  self->skipped++;
  if (is_deleted)
    qtr_narrative_count_change (self->narrative);
  if (is_deleted && self->in_properties && get_paragraph (self) != NULL)
    get_paragraph (self)->goes_on = TRUE;
}

static void
read_look (Docx *self, QtrXml *xml, const char *name)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph != NULL && (self->in_properties || self->in_run))
    qtr_docx_look_read (self->in_properties ? &paragraph->look : &paragraph->run, xml, name);
}

static void
body_begin (QtrXml *xml, const char *name, gpointer data)
{
  Docx *self = data;
  const Element *element = NULL;

  if (qtr_narrative_is_full (self->narrative)) {
    qtr_xml_fail (xml, g_error_new_literal (QTR_ERROR, QTR_ERROR_LIMIT,
                                            _ ("The document has more words than are read of any.")));
    return;
  }
  if (self->skipped > 0) {
    self->skipped++;
    return;
  }
  if (is_skipped (name)) {
    skip (self, name);
    return;
  }
  element = find_element (name);
  if (element == NULL)
    read_look (self, xml, name);
  else if (element->begin != NULL)
    element->begin (self, xml);
}

static void
body_end (QtrXml *xml, const char *name, gpointer data)
{
  Docx *self = data;
  const Element *element = NULL;

  if (self->skipped > 0) {
    self->skipped--;
    return;
  }
  element = find_element (name);
  if (element != NULL && element->end != NULL)
    element->end (self);
}

static void
body_text (QtrXml *xml, const char *text, gsize size, gpointer data)
{
  Docx *self = data;

  if (self->in_words && self->skipped == 0)
    add_text (self, text, size);
}

static void
link_begin (QtrXml *xml, const char *name, gpointer data)
{
  Docx *self = data;
  const char *id = qtr_xml_get (xml, "Id");
  const char *target = qtr_xml_get (xml, "Target");

  if (g_str_equal (name, "Relationship") && id != NULL && target != NULL &&
      g_strcmp0 (qtr_xml_get (xml, "TargetMode"), "External") == 0)
    g_hash_table_replace (self->addresses, g_strdup (id), g_strdup (target));
}

static void
link_end (QtrXml *xml, const char *name, gpointer data)
{
}

static const QtrXmlHandler link_handler = { link_begin, link_end, NULL };
static const QtrXmlHandler body_handler = { body_begin, body_end, body_text };

/* In this order: notes are told with the paragraphs that they belong to. */
static const struct {
  const char *member;
  const QtrXmlHandler *handler;
  gboolean is_needed;
} MEMBERS[] = {
  { "word/_rels/document.xml.rels", &link_handler, FALSE },
  { "word/document.xml", &body_handler, TRUE },
  { "word/footnotes.xml", &body_handler, FALSE },
  { "word/endnotes.xml", &body_handler, FALSE },
  { "word/comments.xml", &body_handler, FALSE },
};

static gboolean
read_members (Docx *self, QtrPackage *package, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MEMBERS); i++) {
    if (!MEMBERS[i].is_needed && !qtr_package_has (package, MEMBERS[i].member))
      continue;
    if (!qtr_xml_read (package, MEMBERS[i].member, MEMBERS[i].handler, self, NULL, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_kind (GBytes *bytes, GError **error)
{
  QtrPackageKind kind = qtr_package_recognise (bytes);

  if (kind == QTR_PACKAGE_ODS || kind == QTR_PACKAGE_XLSX)
    g_set_error_literal (
        error, QTR_ERROR, QTR_ERROR_SYNTAX,
        _ ("The file is a workbook, not a report. Name it .ods or .xlsx to take figures from it."));
  else if (kind == QTR_PACKAGE_OTHER)
    g_set_error_literal (
        error, QTR_ERROR, QTR_ERROR_SYNTAX,
        _ ("The file is a package of a kind that cannot be read. Give a report as ODT or DOCX."));
  return kind != QTR_PACKAGE_ODS && kind != QTR_PACKAGE_XLSX && kind != QTR_PACKAGE_OTHER;
}

static GPtrArray *
docx_read (GBytes *bytes, QtrReport *report, GError **error)
{
  g_autoptr (QtrPackage) package = check_kind (bytes, error) ? qtr_package_open (bytes, error) : NULL;
  g_autoptr (QtrDocxStyles) styles = package == NULL ? NULL : qtr_docx_styles_read (package, error);
  g_autoptr (QtrNarrative) narrative = qtr_narrative_new (report);
  g_autoptr (GHashTable) addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  Docx self = { .narrative = narrative,
                .styles = styles,
                .addresses = addresses,
                .owners = owners,
                .paragraphs = paragraphs };

  g_array_set_clear_func (paragraphs, clear_paragraph);
  if (styles == NULL || !read_members (&self, package, error))
    return NULL;
  return qtr_narrative_finish (g_steal_pointer (&narrative));
}

static gboolean
docx_knows (GBytes *bytes)
{
  return qtr_package_recognise (bytes) == QTR_PACKAGE_DOCX;
}

/* What is packed in any other way is no text either, and this reader has the words for why. */
static gboolean
docx_is_sure (GBytes *bytes)
{
  QtrPackageKind kind = qtr_package_recognise (bytes);

  return kind != QTR_PACKAGE_NONE && kind != QTR_PACKAGE_ODT;
}

static const char *const extensions[] = { "docx", "docm", "dotx", NULL };

const QtrImporter qtr_docx_importer = { "docx", extensions, docx_knows, docx_is_sure, docx_read };
