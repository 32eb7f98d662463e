/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "base/error.h"

#include "chart/output.h"
#include "chart/painter.h"
#include "chart/svg.h"

/* Cairo's own limit for a side of a picture of pixels; and as many in all as a wall of screens has. */
#define PIXELS_MAX 32767.0
#define AREA_MAX 1e8

/* A date of its own would make no two files of the same chart alike. */
#define PDF_DATE "2000-01-01T00:00:00Z"

typedef struct {
  const QtrChart *chart;
  const QtrChartStyle *style;
  double width;
  double height;
} Job;

static gboolean
fail (GError **error)
{
  g_set_error (
      error, QTR_ERROR, QTR_ERROR_LIMIT,
      _ ("The chart could not be drawn at this size: give a width and a height of 1 to %d, and fewer "
         "than a hundred million points of colour"),
      30000);
  return FALSE;
}

static gboolean
fits (double width, double height)
{
  return width > 0 && width <= PIXELS_MAX && height > 0 && height <= PIXELS_MAX && width * height <= AREA_MAX;
}

static cairo_status_t
write_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Finishing is what writes the bytes: only then is it known whether all went well. */
static gboolean
finish (cairo_t *cr, cairo_surface_t *surface, gboolean is_whole)
{
  is_whole = is_whole && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  is_whole = is_whole && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return is_whole;
}

static char *
draw_svg (const Job *job, GString *texts, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, bytes, job->width, job->height);
  cairo_t *cr = cairo_create (surface);
  gboolean is_whole = qtr_chart_paint_shapes (cr, job->width, job->height, job->chart, job->style, texts);

  is_whole = finish (cr, surface, is_whole);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  if (is_whole)
    return (char *) g_byte_array_free (bytes, FALSE);
  g_byte_array_unref (bytes);
  fail (error);
  return NULL;
}

static gboolean
check (const Job *job, GError **error)
{
  if (!qtr_chart_can_paint (error))
    return FALSE;
  return (job->width >= 1 && job->height >= 1 && job->width <= 30000 && job->height <= 30000) || fail (error);
}

static char *
make_svg (const Job *job, const char *prefix, gboolean is_inline, GError **error)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree char *shapes = NULL;
  QtrChartSvg svg = { .title = qtr_chart_get_title (job->chart),
                      .description = qtr_chart_get_description (job->chart),
                      .font = job->style && job->style->font ? job->style->font : QTR_CHART_FONT,
                      .palette = job->style ? job->style->palette : QTR_CHART_PALETTE_LIGHT,
                      .width = job->width,
                      .height = job->height,
                      .prefix = prefix,
                      .is_inline = is_inline };

  if (!check (job, error))
    return NULL;
  shapes = draw_svg (job, texts, error);
  if (!shapes)
    return NULL;
  svg.shapes = shapes;
  svg.texts = texts->str;
  return qtr_chart_svg_write (&svg);
}

GBytes *
qtr_chart_to_svg (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                  GError **error)
{
  Job job = { chart, style, width, height };
  char *svg;

  g_return_val_if_fail (chart != NULL, NULL);

  svg = make_svg (&job, "chart", FALSE, error);
  return svg ? g_bytes_new_take (svg, strlen (svg)) : NULL;
}

char *
qtr_chart_to_inline_svg (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                         const char *prefix, GError **error)
{
  QtrChartStyle bare = style ? *style : (QtrChartStyle) { 0 };
  Job job = { chart, &bare, width, height };

  g_return_val_if_fail (chart != NULL && prefix != NULL, NULL);

  bare.is_transparent = TRUE;
  return make_svg (&job, prefix, TRUE, error);
}

GBytes *
qtr_chart_to_png (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                  double scale, GError **error)
{
  Job job = { chart, style, width, height };
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_whole;

  g_return_val_if_fail (chart != NULL, NULL);

  if (!check (&job, error))
    return NULL;
  if (!fits (width * scale, height * scale)) {
    fail (error);
    return NULL;
  }
  bytes = g_byte_array_new ();
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  is_whole = qtr_chart_paint (cr, width, height, chart, style, NULL);
  is_whole = is_whole && cairo_surface_write_to_png_stream (surface, write_cb, bytes) == CAIRO_STATUS_SUCCESS;
  if (finish (cr, surface, is_whole))
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  fail (error);
  return NULL;
}

GBytes *
qtr_chart_to_pdf (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                  GError **error)
{
  Job job = { chart, style, width, height };
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (chart != NULL, NULL);

  if (!check (&job, error))
    return NULL;
  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, qtr_chart_get_title (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, qtr_chart_get_description (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, PDF_DATE);
  cr = cairo_create (surface);
  if (finish (cr, surface, qtr_chart_paint (cr, width, height, chart, style, NULL)))
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  fail (error);
  return NULL;
}
