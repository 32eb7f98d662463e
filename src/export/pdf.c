/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "chart/painter.h"

#include "export/csv.h"
#include "export/exporter.h"
#include "export/pdf-private.h"

#define ARTEFACT_TAG "Artifact"
#define LANGUAGE "en-GB"

/* The library wants one, and would take the clock's; it is taken out again. */
#define ANY_DATE "2000-01-01T00:00:00Z"

/* The tags that are open are those of @current and of all that it stands in. */
typedef struct {
  const QtrPages *pages;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint current;
  guint next;
  gboolean is_whole;
} Writer;

static const char *const role_names[] = {
  [QTR_PAGE_DOCUMENT] = "Document",
  [QTR_PAGE_SECTION] = "Sect",
  [QTR_PAGE_HEADING_1] = "H1",
  [QTR_PAGE_HEADING_2] = "H2",
  [QTR_PAGE_HEADING_3] = "H3",
  [QTR_PAGE_HEADING_4] = "H4",
  [QTR_PAGE_PARAGRAPH] = "P",
  [QTR_PAGE_CAPTION] = "Caption",
  [QTR_PAGE_LIST] = "L",
  [QTR_PAGE_LIST_ITEM] = "LI",
  [QTR_PAGE_LABEL] = "Lbl",
  [QTR_PAGE_LIST_BODY] = "LBody",
  [QTR_PAGE_TABLE] = "Table",
  [QTR_PAGE_TABLE_HEAD] = "THead",
  [QTR_PAGE_TABLE_BODY] = "TBody",
  [QTR_PAGE_ROW] = "TR",
  [QTR_PAGE_COLUMN_HEADING] = "TH",
  [QTR_PAGE_ROW_HEADING] = "TH",
  [QTR_PAGE_CELL] = "TD",
  [QTR_PAGE_FIGURE] = "Figure",
  [QTR_PAGE_CONTENTS] = "TOC",
  [QTR_PAGE_CONTENTS_ITEM] = "TOCI",
  [QTR_PAGE_REFERENCE] = "Reference",
  [QTR_PAGE_LINK] = "Link",
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == QTR_PAGE_N_ROLES);

const char *
qtr_pdf_role_name (QtrPageRole role)
{
  return role_names[role];
}

static const QtrPageElement *
element_at (const Writer *self, guint index)
{
  return &g_array_index (self->pages->elements, QtrPageElement, index);
}

static void
close_until (Writer *self, guint index)
{
  while (self->current != index) {
    const QtrPageElement *element = element_at (self, self->current);

    cairo_tag_end (self->cr, role_names[element->role]);
    self->current = element->parent;
  }
}

static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s", g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

/* A link is as large as the lines it is on, all of which are on one page. */
static char *
link_attributes (const Writer *self, const QtrPage *page, guint index)
{
  GString *attributes = g_string_new (NULL);

  g_string_append_printf (attributes, "dest='h%u' rect=[", element_at (self, index)->target);
  for (guint i = 0; i < page->boxes->len; i++) {
    const QtrPageBox *box = &g_array_index (page->boxes, QtrPageBox, i);

    if (box->element != index)
      continue;
    append_number (attributes, box->x);
    append_number (attributes, box->y);
    append_number (attributes, box->width);
    append_number (attributes, box->height);
  }
  g_string_append (attributes, " ]");
  return g_string_free (attributes, FALSE);
}

static void
open_next (Writer *self, const QtrPage *page)
{
  const QtrPageElement *element = element_at (self, self->next);
  g_autofree char *attributes =
      element->role == QTR_PAGE_LINK ? link_attributes (self, page, self->next) : NULL;

  close_until (self, element->parent);
  cairo_tag_begin (self->cr, role_names[element->role], attributes);
  self->current = self->next++;
}

/* Elements begin in their order, those in which nothing is drawn as well. */
static void
go_to (Writer *self, const QtrPage *page, guint index)
{
  while (self->next <= index)
    open_next (self, page);
  close_until (self, index);
}

static void
draw_artefacts (Writer *self, const QtrPage *page)
{
  cairo_tag_begin (self->cr, ARTEFACT_TAG, NULL);
  for (guint i = 0; i < page->artefacts->len; i++)
    qtr_page_box_draw (self->pages, &g_array_index (page->artefacts, QtrPageBox, i), self->cr);
  cairo_tag_end (self->cr, ARTEFACT_TAG);
}

/* The drawing library marks a picture's place in the structure only where there is a letter as well. */
static void
draw_invisible_stop (Writer *self, const QtrPageBox *box)
{
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_set_font_size (self->cr, 1);
  cairo_move_to (self->cr, box->x, box->y + box->height / 2);
  cairo_show_text (self->cr, ".");
  cairo_new_path (self->cr);
}

static void
draw_boxes (Writer *self, const QtrPage *page)
{
  for (guint i = 0; i < page->boxes->len; i++) {
    const QtrPageBox *box = &g_array_index (page->boxes, QtrPageBox, i);

    go_to (self, page, box->element);
    if (box->kind == QTR_PAGE_BOX_LOGO)
      draw_invisible_stop (self, box);
    self->is_whole = qtr_page_box_draw (self->pages, box, self->cr) && self->is_whole;
  }
}

static void
draw_targets (Writer *self, guint number)
{
  for (guint i = 0; i < self->pages->headings->len; i++) {
    const QtrPageHeading *heading = &g_array_index (self->pages->headings, QtrPageHeading, i);
    g_autoptr (GString) attributes = NULL;

    if (heading->first != number)
      continue;
    attributes = g_string_new (NULL);
    g_string_printf (attributes, "name='h%u' internal x=0 y=", i);
    append_number (attributes, MAX (heading->y - 12, 0));
    cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes->str);
    cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  }
}

/* Only now that all targets are drawn: the library ends the process over one that is not. */
static void
add_outline (Writer *self)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->pages->headings->len; i++) {
    const QtrPageHeading *heading = &g_array_index (self->pages->headings, QtrPageHeading, i);
    g_autofree char *target = g_strdup_printf ("dest='h%u'", i);
    int id = cairo_pdf_surface_add_outline (
        self->surface, heading->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : parent, heading->text, target, 0);

    if (heading->level == 1)
      parent = id;
  }
}

static void
draw_pages (Writer *self)
{
  for (guint i = 0; i < self->pages->pages->len; i++) {
    const QtrPage *page = self->pages->pages->pdata[i];

    go_to (self, page, MAX (self->next, 1) - 1);
    draw_artefacts (self, page);
    draw_targets (self, i + 1);
    draw_boxes (self, page);
    if (i + 1 == self->pages->pages->len)
      go_to (self, page, self->pages->elements->len - 1);
    if (i + 1 == self->pages->pages->len)
      close_until (self, QTR_PAGE_ARTEFACT);
    cairo_show_page (self->cr);
  }
}

static cairo_status_t
write_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const QtrPdfFront *front)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, front->title);
  if (front->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, front->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Quarterly " QTR_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, ANY_DATE);
}

static GBytes *
draw (const QtrPages *pages, const QtrPdfFront *front, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, pages->width, pages->height);
  Writer self = { pages, surface, cairo_create (surface), QTR_PAGE_ARTEFACT, 0, TRUE };
  cairo_status_t status;

  set_metadata (surface, front);
  draw_pages (&self);
  status = cairo_status (self.cr);
  if (status == CAIRO_STATUS_SUCCESS)
    add_outline (&self);
  cairo_destroy (self.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && self.is_whole)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT, _ ("the pages could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static gboolean
has_chart (const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];

    if (node->chart != NULL || has_chart (node->children))
      return TRUE;
  }
  return FALSE;
}

static char *
document_title (const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);

  return g_strdup_printf ("%s%s%s – %s, %s", publication->draft != NULL ? _ ("DRAFT") : "",
                          publication->draft != NULL ? " – " : "", title, publication->kind,
                          publication->quarter);
}

static GBytes *
pdf_write (const QtrPublication *publication, GError **error)
{
  g_autofree char *title = document_title (publication);
  g_autoptr (GBytes) data = publication->attach ? qtr_csv_write_table (publication->data) : NULL;
  QtrPdfFront front = { title, publication->body, LANGUAGE, data };
  g_autoptr (QtrPages) pages = NULL;
  g_autoptr (GBytes) drawn = NULL;

  if (has_chart (publication->nodes) && !qtr_chart_can_paint (error))
    return NULL;
  pages = qtr_pages_new (publication);
  drawn = draw (pages, &front, error);
  return drawn != NULL ? qtr_pdf_add_structure (drawn, pages, &front, error) : NULL;
}

const QtrExporter qtr_pdf_exporter = { "pdf", N_ ("PDF document"), pdf_write };
