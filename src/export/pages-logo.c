/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "model/logo.h"

#include "export/pages-private.h"

/* A drawing is painted with so many points, which print sharp at the size of a logo. */
#define DRAWING_SIZE 1000

typedef struct {
  const char *data;
  gsize length;
} Reading;

static cairo_status_t
read_cb (void *data, unsigned char *out, unsigned int length)
{
  Reading *self = data;

  g_assert (self != NULL);
  if (length > self->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, self->data, length);
  self->data += length;
  self->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static GdkPixbuf *
decode (GBytes *bytes, gboolean is_drawing)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  if (is_drawing)
    return gdk_pixbuf_new_from_stream_at_scale (stream, DRAWING_SIZE, DRAWING_SIZE, TRUE, NULL, NULL);
  return gdk_pixbuf_new_from_stream (stream, NULL, NULL);
}

/* Both know PNG, which spares a conversion of our own. */
static cairo_surface_t *
convert (GdkPixbuf *picture)
{
  g_autofree char *png = NULL;
  Reading reading = { 0 };
  cairo_surface_t *surface;

  if (!gdk_pixbuf_save_to_buffer (picture, &png, &reading.length, "png", NULL, "compression", "0", NULL))
    return NULL;
  reading.data = png;
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

cairo_surface_t *
qtr_page_logo_load (const char *logo)
{
  const char *media_type = NULL;
  g_autoptr (GBytes) bytes = logo != NULL ? qtr_logo_get_bytes (logo, &media_type) : NULL;
  g_autoptr (GdkPixbuf) picture =
      bytes != NULL ? decode (bytes, g_str_equal (media_type, "image/svg+xml")) : NULL;

  return picture != NULL ? convert (picture) : NULL;
}
