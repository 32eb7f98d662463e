/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/importer.h"
#include "import/narrative.h"
#include "import/odf-style.h"
#include "import/package-limit.h"
#include "import/xml.h"

#define SPACES_MAX 1000

/* A list, and whether its next paragraph begins an item of it. */
typedef struct {
  gboolean is_item;
} List;

/* A link that has begun. */
typedef struct {
  gsize start;
  char *address;
} Link;

typedef struct {
  QtrNarrative *narrative;
  QtrOdfStyles *styles;
  /* (element-type QtrOdfLook): how letters look: of paragraphs, and of spans in them. */
  GArray *looks;
  GArray *lists;
  GArray *links;
  /* How deep the element is in one that is not read. */
  guint skipped;
  gboolean in_body;
  gboolean after_space;
} Odt;

static void
clear_link (gpointer data)
{
  g_free (((Link *) data)->address);
}

static const QtrOdfLook *
get_look (const Odt *self)
{
  static const QtrOdfLook plain = { 0, 0 };

  return self->looks->len == 0 ? &plain : &g_array_index (self->looks, QtrOdfLook, self->looks->len - 1);
}

static void
add_text (Odt *self, const char *text, gsize size)
{
  qtr_narrative_text (self->narrative, text, size, get_look (self)->bold > 0, get_look (self)->size);
}

/* --- Paragraphs --- */

static List *
get_list (const Odt *self)
{
  return self->lists->len == 0 ? NULL : &g_array_index (self->lists, List, self->lists->len - 1);
}

static void
begin_heading (Odt *self, QtrXml *xml)
{
  guint level = MAX (1, qtr_xml_get_count (xml, "outline-level", 1, 10));

  qtr_narrative_begin (self->narrative, (int) level, 0, FALSE);
}

static void
begin_paragraph (Odt *self, QtrXml *xml, gboolean is_heading)
{
  const char *style = qtr_xml_get (xml, "style-name");
  QtrOdfLook look = qtr_odf_styles_look (self->styles, "paragraph", style);
  QtrOdfLook base = qtr_odf_styles_look (self->styles, "paragraph", NULL);
  List *list = get_list (self);

  look.size = look.size > 0 ? look.size : base.size;
  g_array_append_val (self->looks, look);
  if (qtr_odf_styles_breaks_page (self->styles, style))
    qtr_narrative_page (self->narrative);
  if (is_heading)
    begin_heading (self, xml);
  else
    qtr_narrative_begin (self->narrative, 0, (int) self->lists->len, list != NULL && list->is_item);
  if (list != NULL)
    list->is_item = FALSE;
  self->after_space = TRUE;
}

static void
begin_span (Odt *self, QtrXml *xml)
{
  QtrOdfLook outer = *get_look (self);
  QtrOdfLook look = qtr_odf_styles_look (self->styles, "text", qtr_xml_get (xml, "style-name"));

  if (look.bold < 0)
    look.bold = outer.bold;
  if (look.size <= 0)
    look.size = outer.size;
  g_array_append_val (self->looks, look);
}

static void
end_look (Odt *self)
{
  if (self->looks->len > 0)
    g_array_set_size (self->looks, self->looks->len - 1);
}

static void
end_paragraph (Odt *self)
{
  qtr_narrative_end (self->narrative);
  end_look (self);
}

/* --- The other elements --- */

static void
begin_list (Odt *self, QtrXml *xml)
{
  List list = { FALSE };

  g_array_append_val (self->lists, list);
}

static void
end_list (Odt *self)
{
  if (self->lists->len > 0)
    g_array_set_size (self->lists, self->lists->len - 1);
}

static void
begin_item (Odt *self, QtrXml *xml)
{
  if (get_list (self) != NULL)
    get_list (self)->is_item = TRUE;
}

static void
begin_link (Odt *self, QtrXml *xml)
{
  Link link = { qtr_narrative_get_length (self->narrative), g_strdup (qtr_xml_get (xml, "href")) };

  g_array_append_val (self->links, link);
}

static void
end_link (Odt *self)
{
  const Link *link = NULL;

  if (self->links->len == 0)
    return;
  link = &g_array_index (self->links, Link, self->links->len - 1);
  if (link->address != NULL)
    qtr_narrative_link (self->narrative, link->start, link->address);
  g_array_set_size (self->links, self->links->len - 1);
}

static void
add_spaces (Odt *self, QtrXml *xml)
{
  g_autofree char *spaces = g_strnfill (qtr_xml_get_count (xml, "c", 1, SPACES_MAX), ' ');

  add_text (self, spaces, strlen (spaces));
}

static void
begin_comment (Odt *self, QtrXml *xml)
{
  qtr_narrative_begin_aside (self->narrative, g_strdup (_ ("is a comment")), 0);
}

static void
end_aside (Odt *self)
{
  qtr_narrative_end_aside (self->narrative);
}

/* What is kept of deleted words, what describes pictures, and what comments say of themselves. */
static gboolean
is_skipped (QtrXml *xml, const char *name)
{
  static const char *const names[] = { "deletion",       "forms",     "note-citation", "event-listeners",
                                       "sequence-decls", "ruby-text", "binary-data",   NULL };

  return g_strv_contains (names, name) || qtr_xml_is_of (xml, "xmlns:svg-compatible") ||
         qtr_xml_is_of (xml, "xmlns:meta") || qtr_xml_is_of (xml, "purl.org/dc/");
}

typedef struct {
  const char *name;
  void (*begin) (Odt *self, QtrXml *xml);
  void (*end) (Odt *self);
} Element;

static void
begin_text (Odt *self, QtrXml *xml)
{
  begin_paragraph (self, xml, FALSE);
}

static void
begin_title (Odt *self, QtrXml *xml)
{
  begin_paragraph (self, xml, TRUE);
}

static void
add_tab (Odt *self, QtrXml *xml)
{
  add_text (self, "\t", 1);
}

static void
add_break (Odt *self, QtrXml *xml)
{
  qtr_narrative_break (self->narrative);
  self->after_space = TRUE;
}

static void
begin_note (Odt *self, QtrXml *xml)
{
  qtr_narrative_begin_aside (self->narrative, g_strdup (_ ("is a footnote")), 0);
}

static void
begin_table (Odt *self, QtrXml *xml)
{
  qtr_narrative_begin_table (self->narrative);
}

static void
end_table (Odt *self)
{
  qtr_narrative_end_table (self->narrative);
}

static void
add_column (Odt *self, QtrXml *xml)
{
  qtr_narrative_add_column (self->narrative,
                            qtr_xml_get_count (xml, "number-columns-repeated", 1, QTR_SHEET_COLUMNS));
}

static void
begin_cell (Odt *self, QtrXml *xml)
{
  qtr_narrative_begin_cell (self->narrative);
}

static void
end_row (Odt *self)
{
  qtr_narrative_end_row (self->narrative);
}

static void
count_change (Odt *self, QtrXml *xml)
{
  qtr_narrative_count_change (self->narrative);
}

static void
count_picture (Odt *self, QtrXml *xml)
{
  qtr_narrative_count_picture (self->narrative);
}

static const Element elements[] = {
  { "p", begin_text, end_paragraph },
  { "h", begin_title, end_paragraph },
  { "span", begin_span, end_look },
  { "s", add_spaces, NULL },
  { "tab", add_tab, NULL },
  { "line-break", add_break, NULL },
  { "a", begin_link, end_link },
  { "list", begin_list, end_list },
  { "list-item", begin_item, NULL },
  { "annotation", begin_comment, end_aside },
  { "note-body", begin_note, end_aside },
  { "table", begin_table, end_table },
  { "table-column", add_column, NULL },
  { "table-cell", begin_cell, NULL },
  { "covered-table-cell", begin_cell, NULL },
  { "table-row", NULL, end_row },
  { "changed-region", count_change, NULL },
  { "image", count_picture, NULL },
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

/* --- The files --- */

static void
body_begin (QtrXml *xml, const char *name, gpointer data)
{
  Odt *self = data;
  const Element *element = NULL;

  if (qtr_narrative_is_full (self->narrative)) {
    qtr_xml_fail (xml, g_error_new_literal (QTR_ERROR, QTR_ERROR_LIMIT,
                                            _ ("The document has more words than are read of any.")));
    return;
  }
  if (self->skipped > 0 || (self->in_body && is_skipped (xml, name))) {
    self->skipped++;
    return;
  }
  if (g_str_equal (name, "body"))
    self->in_body = TRUE;
  if (!self->in_body)
    qtr_odf_styles_begin (self->styles, xml, name);
  element = self->in_body ? find_element (name) : NULL;
  if (element != NULL && element->begin != NULL)
    element->begin (self, xml);
}

static void
body_end (QtrXml *xml, const char *name, gpointer data)
{
  Odt *self = data;
  const Element *element = NULL;

  if (self->skipped > 0) {
    self->skipped--;
    return;
  }
  if (!self->in_body)
    qtr_odf_styles_end (self->styles, name);
  element = self->in_body ? find_element (name) : NULL;
  if (element != NULL && element->end != NULL)
    element->end (self);
}

/* White space is one space, however much of it there is; what is meant to be more has elements of its own. */
static void
body_text (QtrXml *xml, const char *text, gsize size, gpointer data)
{
  Odt *self = data;
  g_autoptr (GString) plain = NULL;

  if (self->skipped > 0 || !self->in_body)
    return;
  plain = g_string_sized_new (size);
  for (gsize i = 0; i < size; i++) {
    gboolean is_space = strchr (" \t\r\n", text[i]) != NULL;

    if (!is_space || !self->after_space)
      g_string_append_c (plain, is_space ? ' ' : text[i]);
    self->after_space = is_space;
  }
  add_text (self, plain->str, plain->len);
}

static gboolean
read_files (Odt *self, QtrPackage *package, GError **error)
{
  static const QtrXmlHandler handler = { body_begin, body_end, body_text };

  if (qtr_package_has (package, "styles.xml") &&
      !qtr_xml_read (package, "styles.xml", &handler, self, NULL, error))
    return FALSE;
  self->in_body = FALSE;
  self->skipped = 0;
  return qtr_xml_read (package, "content.xml", &handler, self, NULL, error);
}

static GPtrArray *
odt_read (GBytes *bytes, QtrReport *report, GError **error)
{
  g_autoptr (QtrPackage) package = qtr_package_open (bytes, error);
  g_autoptr (QtrOdfStyles) styles = qtr_odf_styles_new ();
  g_autoptr (QtrNarrative) narrative = qtr_narrative_new (report);
  g_autoptr (GArray) looks = g_array_new (FALSE, FALSE, sizeof (QtrOdfLook));
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  Odt self = { .narrative = narrative, .styles = styles, .looks = looks, .lists = lists, .links = links };

  g_array_set_clear_func (links, clear_link);
  if (package == NULL || !read_files (&self, package, error))
    return NULL;
  return qtr_narrative_finish (g_steal_pointer (&narrative));
}

static gboolean
odt_knows (GBytes *bytes)
{
  return qtr_package_recognise (bytes) == QTR_PACKAGE_ODT;
}

static const char *const extensions[] = { "odt", "ott", NULL };

const QtrImporter qtr_odt_importer = { "odt", extensions, odt_knows, odt_knows, odt_read };
