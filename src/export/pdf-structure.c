/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#include "base/error.h"

#include "export/pdf-private.h"

/* No plan nests as deep as this: what does is no tree that was drawn here. */
#define DEPTH_MAX 400

#define DATA_NAME "figures.csv"

typedef struct {
  qpdf_data qpdf;
  const QtrPages *pages;
  GPtrArray *places;
  guint next;
  gboolean agrees;
} Editor;

/* Takes over @value. */
static void
set_key (Editor *self, qpdf_oh object, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (self->qpdf, object, key, value);
  qpdf_oh_release (self->qpdf, value);
}

static void
set_text (Editor *self, qpdf_oh object, const char *key, const char *text)
{
  set_key (self, object, key, qpdf_oh_new_unicode_string (self->qpdf, text));
}

static void
set_parsed (Editor *self, qpdf_oh object, const char *key, const char *source)
{
  set_key (self, object, key, qpdf_oh_parse (self->qpdf, source));
}

/* Where a figure is drawn, counted from the page's lower left corner. */
static void
set_place (Editor *self, qpdf_oh object, guint index)
{
  const QtrPageBox *box = self->places->pdata[index];
  double sides[4];
  g_autoptr (GString) source = g_string_new ("<</O/Layout/BBox[");

  if (box == NULL)
    return;
  sides[0] = box->x;
  sides[1] = self->pages->height - box->y - box->height;
  sides[2] = box->x + box->width;
  sides[3] = self->pages->height - box->y;
  for (guint i = 0; i < 4; i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_printf (source, " %s", g_ascii_formatd (number, sizeof number, "%.2f", sides[i]));
  }
  g_string_append (source, "]>>");
  set_parsed (self, object, "/A", source->str);
}

static void
edit_element (Editor *self, qpdf_oh object, guint index)
{
  const QtrPageElement *element = &g_array_index (self->pages->elements, QtrPageElement, index);

  if (element->role == QTR_PAGE_FIGURE) {
    set_text (self, object, "/Alt", element->text);
    set_place (self, object, index);
  } else if (element->role == QTR_PAGE_COLUMN_HEADING) {
    set_parsed (self, object, "/A", "<</O/Table/Scope/Column>>");
  } else if (element->role == QTR_PAGE_ROW_HEADING) {
    set_parsed (self, object, "/A", "<</O/Table/Scope/Row>>");
  } else if (element->role == QTR_PAGE_LIST) {
    set_parsed (self, object, "/A", "<</O/List/ListNumbering/Disc>>");
  }
}

/* A reference to an annotation: what the link says, for those who do not see where it stands. */
static void
edit_reference (Editor *self, qpdf_oh reference, guint index)
{
  const QtrPageElement *element = &g_array_index (self->pages->elements, QtrPageElement, index);
  qpdf_oh annotation = qpdf_oh_get_key (self->qpdf, reference, "/Obj");

  if (qpdf_oh_is_dictionary (self->qpdf, annotation) && element->text != NULL)
    set_text (self, annotation, "/Contents", element->text);
  qpdf_oh_release (self->qpdf, annotation);
}

static gboolean
has_name (Editor *self, qpdf_oh object, const char *key, const char *name)
{
  qpdf_oh value = qpdf_oh_get_key (self->qpdf, object, key);
  gboolean is_same =
      qpdf_oh_is_name (self->qpdf, value) && g_str_equal (qpdf_oh_get_name (self->qpdf, value) + 1, name);

  qpdf_oh_release (self->qpdf, value);
  return is_same;
}

static void walk_children (Editor *self, qpdf_oh object, guint index, guint depth);

static void
walk (Editor *self, qpdf_oh object, guint parent, guint depth)
{
  guint index = self->next;

  if (!qpdf_oh_is_dictionary (self->qpdf, object) || depth > DEPTH_MAX)
    return;
  if (!qpdf_oh_has_key (self->qpdf, object, "/S")) {
    if (parent != QTR_PAGE_ARTEFACT && has_name (self, object, "/Type", "OBJR"))
      edit_reference (self, object, parent);
    return;
  }
  if (index >= self->pages->elements->len ||
      !has_name (self, object, "/S",
                 qtr_pdf_role_name (g_array_index (self->pages->elements, QtrPageElement, index).role))) {
    self->agrees = FALSE;
    return;
  }
  self->next++;
  edit_element (self, object, index);
  walk_children (self, object, index, depth + 1);
}

static void
walk_children (Editor *self, qpdf_oh object, guint index, guint depth)
{
  qpdf_oh children = qpdf_oh_get_key (self->qpdf, object, "/K");

  if (qpdf_oh_is_array (self->qpdf, children))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, children); i++) {
      qpdf_oh child = qpdf_oh_get_array_item (self->qpdf, children, i);

      walk (self, child, index, depth);
      qpdf_oh_release (self->qpdf, child);
    }
  else
    walk (self, children, index, depth);
  qpdf_oh_release (self->qpdf, children);
}

static void
edit_tree (Editor *self)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);
  qpdf_oh tree = qpdf_oh_get_key (self->qpdf, root, "/StructTreeRoot");

  self->agrees = qpdf_oh_is_dictionary (self->qpdf, tree);
  if (self->agrees)
    walk_children (self, tree, QTR_PAGE_ARTEFACT, 0);
  self->agrees = self->agrees && self->next == self->pages->elements->len;
  qpdf_oh_release (self->qpdf, tree);
  qpdf_oh_release (self->qpdf, root);
}

static char *
make_metadata (const QtrPdfFront *front)
{
  g_autofree char *title = g_markup_escape_text (front->title, -1);
  g_autofree char *author = front->author != NULL ? g_markup_escape_text (front->author, -1) : NULL;
  GString *xmp = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\""
                               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                               " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");

  g_string_append_printf (
      xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", title);
  if (author != NULL)
    g_string_append_printf (xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", author);
  g_string_append_printf (xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                          front->language);
  g_string_append (xmp, "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
                        "<?xpacket end=\"r\"?>\n");
  return g_string_free (xmp, FALSE);
}

static void
set_metadata (Editor *self, qpdf_oh root, const QtrPdfFront *front)
{
  g_autofree char *xmp = make_metadata (front);
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh properties = qpdf_oh_get_dict (self->qpdf, stream);
  qpdf_oh none = qpdf_oh_new_null (self->qpdf);

  set_parsed (self, properties, "/Type", "/Metadata");
  set_parsed (self, properties, "/Subtype", "/XML");
  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) xmp, strlen (xmp), none, none);
  set_key (self, root, "/Metadata", stream);
  qpdf_oh_release (self->qpdf, properties);
  qpdf_oh_release (self->qpdf, none);
}

static qpdf_oh
make_attached_stream (Editor *self, GBytes *data)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh properties = qpdf_oh_get_dict (self->qpdf, stream);
  qpdf_oh none = qpdf_oh_new_null (self->qpdf);
  g_autofree char *size = g_strdup_printf ("<</Size %" G_GSIZE_FORMAT ">>", g_bytes_get_size (data));

  set_parsed (self, properties, "/Type", "/EmbeddedFile");
  set_key (self, properties, "/Subtype", qpdf_oh_new_name (self->qpdf, "/text/csv"));
  set_parsed (self, properties, "/Params", size);
  qpdf_oh_replace_stream_data (self->qpdf, stream, g_bytes_get_data (data, NULL), g_bytes_get_size (data),
                               none, none);
  qpdf_oh_release (self->qpdf, properties);
  qpdf_oh_release (self->qpdf, none);
  return stream;
}

static qpdf_oh
make_file (Editor *self, GBytes *data)
{
  qpdf_oh file = qpdf_oh_parse (self->qpdf, "<</Type/Filespec/F(" DATA_NAME ")/AFRelationship/Data>>");
  qpdf_oh content = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh stream = make_attached_stream (self, data);
  qpdf_oh shared;

  set_text (self, file, "/UF", DATA_NAME);
  set_text (self, file, "/Desc", _ ("The figures of this update as a table"));
  qpdf_oh_replace_key (self->qpdf, content, "/F", stream);
  set_key (self, content, "/UF", stream);
  set_key (self, file, "/EF", content);
  shared = qpdf_make_indirect_object (self->qpdf, file);
  qpdf_oh_release (self->qpdf, file);
  return shared;
}

static void
attach_data (Editor *self, qpdf_oh root, GBytes *data)
{
  qpdf_oh file = make_file (self, data);
  qpdf_oh list = qpdf_oh_new_array (self->qpdf);
  qpdf_oh tree = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh names = qpdf_oh_get_key (self->qpdf, root, "/Names");

  qpdf_oh_append_item (self->qpdf, list, qpdf_oh_new_unicode_string (self->qpdf, DATA_NAME));
  qpdf_oh_append_item (self->qpdf, list, file);
  set_key (self, tree, "/Names", list);
  if (!qpdf_oh_is_dictionary (self->qpdf, names)) {
    qpdf_oh_release (self->qpdf, names);
    names = qpdf_oh_new_dictionary (self->qpdf);
    qpdf_oh_replace_key (self->qpdf, root, "/Names", names);
  }
  set_key (self, names, "/EmbeddedFiles", tree);
  qpdf_oh_release (self->qpdf, names);
  set_key (self, root, "/AF", qpdf_oh_wrap_in_array (self->qpdf, file));
  qpdf_oh_release (self->qpdf, file);
}

static void
edit_root (Editor *self, const QtrPdfFront *front)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);

  set_text (self, root, "/Lang", front->language);
  set_parsed (self, root, "/MarkInfo", "<</Marked true>>");
  set_parsed (self, root, "/ViewerPreferences", "<</DisplayDocTitle true>>");
  set_metadata (self, root, front);
  if (front->data != NULL)
    attach_data (self, root, front->data);
  qpdf_oh_release (self->qpdf, root);
}

/* When it was made is on the cover; the same publication is to give the same bytes. */
static void
edit_trailer (Editor *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->qpdf);
  qpdf_oh information = qpdf_oh_get_key (self->qpdf, trailer, "/Info");

  if (qpdf_oh_is_dictionary (self->qpdf, information))
    qpdf_oh_remove_key (self->qpdf, information, "/CreationDate");
  qpdf_oh_release (self->qpdf, information);
  qpdf_oh_release (self->qpdf, trailer);
}

static void
edit_pages (Editor *self)
{
  for (int i = 0; i < qpdf_get_num_pages (self->qpdf); i++) {
    qpdf_oh page = qpdf_get_page_n (self->qpdf, (size_t) i);

    set_parsed (self, page, "/Tabs", "/S");
    qpdf_oh_release (self->qpdf, page);
  }
}

static void
edit_fonts (Editor *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->qpdf);
  qpdf_oh size = qpdf_oh_get_key (self->qpdf, trailer, "/Size");
  int n_objects = qpdf_oh_get_int_value_as_int (self->qpdf, size);

  for (int i = 1; i < n_objects; i++) {
    qpdf_oh object = qpdf_get_object_by_id (self->qpdf, i, 0);

    if (qpdf_oh_is_dictionary (self->qpdf, object) && has_name (self, object, "/Subtype", "CIDFontType2"))
      set_parsed (self, object, "/CIDToGIDMap", "/Identity");
    qpdf_oh_release (self->qpdf, object);
  }
  qpdf_oh_release (self->qpdf, size);
  qpdf_oh_release (self->qpdf, trailer);
}

static GPtrArray *
find_places (const QtrPages *pages)
{
  GPtrArray *places = g_ptr_array_new ();

  g_ptr_array_set_size (places, (int) pages->elements->len);
  for (guint i = 0; i < pages->pages->len; i++) {
    const QtrPage *page = pages->pages->pdata[i];

    for (guint j = 0; j < page->boxes->len; j++) {
      QtrPageBox *box = &g_array_index (page->boxes, QtrPageBox, j);

      places->pdata[box->element] = box;
    }
  }
  return places;
}

/* The library's warnings are about objects that the drawing library left out; written anew, none is left. */
static GBytes *
write_anew (Editor *self)
{
  if (qpdf_init_write_memory (self->qpdf) & QPDF_ERRORS)
    return NULL;
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (self->qpdf, "1.7");
  if (qpdf_write (self->qpdf) & QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->qpdf), qpdf_get_buffer_length (self->qpdf));
}

static void
fail (Editor *self, GError **error)
{
  const char *why = qpdf_has_error (self->qpdf)
                        ? qpdf_get_error_full_text (self->qpdf, qpdf_get_error (self->qpdf))
                        : _ ("its structure is not the one that was drawn");

  g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT, _ ("the PDF could not be finished: %s"), why);
}

GBytes *
qtr_pdf_add_structure (GBytes *drawn, const QtrPages *pages, const QtrPdfFront *front, GError **error)
{
  g_autoptr (GPtrArray) places = find_places (pages);
  Editor self = { .qpdf = qpdf_init (), .pages = pages, .places = places };
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);
  GBytes *whole = NULL;

  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  qpdf_silence_errors (self.qpdf);
  if (!(qpdf_read_memory (self.qpdf, "pages", data, size, NULL) & QPDF_ERRORS)) {
    edit_tree (&self);
    edit_root (&self, front);
    edit_trailer (&self);
    edit_pages (&self);
    edit_fonts (&self);
    if (self.agrees)
      whole = write_anew (&self);
  }
  if (whole == NULL)
    fail (&self, error);
  qpdf_cleanup (&self.qpdf);
  return whole;
}
