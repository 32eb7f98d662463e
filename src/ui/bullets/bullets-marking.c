/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-view-private.h"

/*
 * A bullet's own marking stands as a small label above its first line, where it never takes room from the
 * text. An empty last line can be given no room above; there the label stands where text would.
 */

/* How much smaller than the text it is written. */
#define SCALE 0.8

static const char *
get_marking (QtrBulletsView *self, guint line)
{
  return qtr_bullets_lines_get (self->lines, line)->record->marking;
}

static PangoLayout *
make_layout (QtrBulletsView *self, const char *marking)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marking);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
get_padding (QtrBulletsView *self)
{
  return MAX (4, self->metrics.height / 3);
}

static int
get_gap (QtrBulletsView *self)
{
  return MAX (2, self->metrics.height / 5);
}

void
qtr_bullets_view_make_marking_tag (QtrBulletsView *self)
{
  self->marking_tag = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), NULL,
                                                  "pixels-above-lines", 0, NULL);
}

void
qtr_bullets_view_update_marking_room (QtrBulletsView *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "X");

  pango_layout_get_pixel_size (layout, NULL, &self->marking_height);
  self->marking_height += 2;
  g_object_set (self->marking_tag, "pixels-above-lines",
                gtk_text_view_get_pixels_above_lines (GTK_TEXT_VIEW (self)) + self->marking_height +
                    get_gap (self),
                NULL);
}

void
qtr_bullets_view_dress_marking (QtrBulletsView *self, guint line, const GtkTextIter *start)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  gboolean marked = get_marking (self, line) != NULL;
  GtkTextIter end = *start;

  gtk_text_iter_forward_line (&end);
  if (gtk_text_iter_has_tag (start, self->marking_tag) == marked)
    return;

  if (marked)
    gtk_text_buffer_apply_tag (buffer, self->marking_tag, start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, self->marking_tag, start, &end);
}

/* Where the label stands; @place is that of the line's first character. */
static graphene_rect_t
find_label (QtrBulletsView *self, guint line, const GdkRectangle *place, int width)
{
  gboolean rtl = qtr_bullets_view_is_rtl (self, line, place);
  float x = (float) place->x;
  float y = (float) (place->y - get_gap (self) - self->marking_height);
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, line, &start, &end);
  if (!gtk_text_iter_has_tag (&start, self->marking_tag)) {
    x += (float) (rtl ? -get_padding (self) : get_padding (self));
    y = (float) (place->y + (place->height - self->marking_height) / 2);
  }
  return GRAPHENE_RECT_INIT (rtl ? x - (float) width : x, y, (float) width, (float) self->marking_height);
}

void
qtr_bullets_view_paint_marking (QtrBulletsView *self, GtkSnapshot *snapshot, guint line,
                                const GdkRectangle *place, const GdkRGBA *colour)
{
  const char *marking = get_marking (self, line);
  g_autoptr (PangoLayout) layout = NULL;
  graphene_rect_t bounds;
  GskRoundedRect outline;
  GdkRGBA faint = *colour;
  int width = 0;

  if (marking == NULL)
    return;

  layout = make_layout (self, marking);
  pango_layout_get_pixel_size (layout, &width, NULL);
  bounds = find_label (self, line, place, width + 2 * get_padding (self));
  gsk_rounded_rect_init_from_rect (&outline, &bounds, bounds.size.height / 2);
  faint.alpha *= 0.6f;
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { faint, faint, faint, faint });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + (float) get_padding (self), bounds.origin.y + 1));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

char *
qtr_bullets_view_describe_marking (QtrBulletsView *self, guint line)
{
  const char *marking = get_marking (self, line);

  /* Translators: spoken by a screen reader of a bullet, with its protective marking. */
  return marking == NULL ? NULL : g_strdup_printf (_ ("marked %s"), marking);
}
