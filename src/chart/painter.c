/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <plplot/plplot.h>

#include "base/error.h"

#include "chart/layout.h"
#include "chart/painter.h"

/* As many devices as the library is asked to list; it has some thirty. */
#define DEVICES_MAX 128

/* The library measures dashes in micrometres on a page of 72 units an inch. */
#define MICROMETRES_A_UNIT (25400.0 / 72)

/* Larger than any screen, smaller than what the library's whole numbers hold. */
#define SIDE_MAX 30000.0

struct _QtrChartPainter {
  double height;
};

static gboolean
find_driver (void)
{
  const char *menu[DEVICES_MAX] = { NULL };
  const char *names[DEVICES_MAX] = { NULL };
  const char **menu_start = menu;
  const char **names_start = names;
  int n_devices = DEVICES_MAX;

  plgDevs (&menu_start, &names_start, &n_devices);
  for (int i = 0; i < n_devices; i++)
    if (g_strcmp0 (names[i], "extcairo") == 0)
      return TRUE;
  return FALSE;
}

gboolean
qtr_chart_can_paint (GError **error)
{
  static int state;

  if (state == 0)
    state = find_driver () ? 1 : -1;
  if (state > 0)
    return TRUE;
  g_set_error_literal (
      error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
      _ ("Charts cannot be drawn: the cairo driver of PLplot is missing; install the package "
         "plplot-driver-cairo"));
  return FALSE;
}

static void
abort_cb (const char *message)
{
  g_debug ("The plotting library left out a step: %s", message);
}

/* The library's own way out would end the process without a word that we wrote. */
static int
exit_cb (const char *message)
{
  g_error ("The plotting library gave up: %s", message);
  return 1;
}

static void
set_colours (QtrChartPaletteId palette)
{
  PLINT red[QTR_CHART_N_ROLES], green[QTR_CHART_N_ROLES], blue[QTR_CHART_N_ROLES];

  for (int i = 0; i < QTR_CHART_N_ROLES; i++) {
    QtrChartColour colour = qtr_chart_palette_get (palette, i);

    red[i] = colour.red;
    green[i] = colour.green;
    blue[i] = colour.blue;
  }
  plscmap0 (red, green, blue, QTR_CHART_N_ROLES);
}

/* A stream a picture: making one costs little, and none has to be kept from the next one's context. */
static PLINT
begin_stream (cairo_t *cr, const QtrChartLayout *layout)
{
  PLINT stream;

  plsexit (exit_cb);
  plsabort (abort_cb);
  plmkstrm (&stream);
  plspage (0, 0, (PLINT) ceil (layout->width), (PLINT) ceil (layout->height), 0, 0);
  plsdev ("extcairo");
  set_colours (layout->style.palette);
  plinit ();
  pl_cmd (PLESC_DEVINIT, cr);
  pladv (0);
  plvpor (0, 1, 0, 1);
  plwind (0, ceil (layout->width), 0, ceil (layout->height));
  return stream;
}

static void
draw_shapes (cairo_t *cr, const QtrChartLayout *layout)
{
  QtrChartPainter painter = { ceil (layout->height) };

  cairo_save (cr);
  begin_stream (cr, layout);
  qtr_chart_kind_find (qtr_chart_get_kind (layout->chart))->draw (&painter, layout);
  plend1 ();
  cairo_restore (cr);
  cairo_new_path (cr);
}

static void
set_source (cairo_t *cr, const QtrChartLayout *layout, QtrChartRole role)
{
  QtrChartColour colour = qtr_chart_palette_get (layout->style.palette, role);

  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static void
paint_ground (cairo_t *cr, const QtrChartLayout *layout)
{
  if (layout->style.is_transparent)
    return;
  set_source (cr, layout, QTR_CHART_ROLE_PAPER);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  cairo_fill (cr);
}

/* The one place where text leaves a layout: as glyphs, or as words for an SVG. */
static void
put_texts (cairo_t *cr, const QtrChartLayout *layout, GString *svg)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const QtrChartText *text = g_ptr_array_index (layout->texts, i);

    if (svg) {
      qtr_chart_text_write (text, qtr_chart_palette_get (layout->style.palette, text->spec.role), svg);
    } else {
      set_source (cr, layout, text->spec.role);
      qtr_chart_text_paint (text, cr);
    }
  }
}

static gboolean
paint (cairo_t *cr, const QtrChartLayout *layout, GString *svg)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  cairo_clip (cr);
  paint_ground (cr, layout);
  if (!qtr_chart_layout_is_empty (layout))
    draw_shapes (cr, layout);
  put_texts (cr, layout, svg);
  cairo_restore (cr);
  return cairo_status (cr) == CAIRO_STATUS_SUCCESS;
}

/* The main thread is the one whose number is the process's. */
static gboolean
is_main_thread (void)
{
  return gettid () == getpid ();
}

static gboolean
paint_chart (cairo_t *cr, double width, double height, const QtrChart *chart, const QtrChartStyle *style,
             GString *svg, QtrChartGeometry *out)
{
  g_autoptr (QtrChartLayout) layout = NULL;

  g_assert (is_main_thread ());
  if (!qtr_chart_can_paint (NULL) ||
      !(width >= 1 && height >= 1 && width <= SIDE_MAX && height <= SIDE_MAX) ||
      cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  layout = qtr_chart_layout_new (chart, style, width, height);
  if (out) {
    *out = layout->geometry;
    g_array_ref (out->marks);
    g_array_ref (out->labels);
  }
  return paint (cr, layout, svg);
}

gboolean
qtr_chart_paint (cairo_t *cr, double width, double height, const QtrChart *chart, const QtrChartStyle *style,
                 QtrChartGeometry *out)
{
  g_return_val_if_fail (cr != NULL && chart != NULL, FALSE);

  return paint_chart (cr, width, height, chart, style, NULL, out);
}

gboolean
qtr_chart_paint_shapes (cairo_t *cr, double width, double height, const QtrChart *chart,
                        const QtrChartStyle *style, GString *texts)
{
  g_return_val_if_fail (cr != NULL && chart != NULL && texts != NULL, FALSE);

  return paint_chart (cr, width, height, chart, style, texts, NULL);
}

/* The library's y grows upwards. */
void
qtr_chart_painter_draw_line (QtrChartPainter *painter, QtrChartRole role, double thickness, const double *x,
                             const double *y, guint n)
{
  g_autofree double *flipped = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    flipped[i] = painter->height - y[i];
  plcol0 (role);
  plwidth (thickness);
  plline ((PLINT) n, x, flipped);
}

void
qtr_chart_painter_draw_rule (QtrChartPainter *painter, QtrChartRole role, double thickness, double x1,
                             double y1, double x2, double y2)
{
  plcol0 (role);
  plwidth (thickness);
  pljoin (x1, painter->height - y1, x2, painter->height - y2);
}

void
qtr_chart_painter_set_dashes (QtrChartPainter *painter, double mark, double space)
{
  PLINT marks = (PLINT) (mark * MICROMETRES_A_UNIT);
  PLINT spaces = (PLINT) (space * MICROMETRES_A_UNIT);

  plstyl (space > 0 ? 1 : 0, &marks, &spaces);
}

/* The corners of the shapes that have them, on a circle of radius one, y downwards. */
static const struct {
  guint n;
  double x[4];
  double y[4];
} corners[] = {
  [QTR_CHART_SHAPE_DISC] = { 0 },
  [QTR_CHART_SHAPE_DIAMOND] = { 4, { 0, 1.25, 0, -1.25 }, { -1.25, 0, 1.25, 0 } },
  [QTR_CHART_SHAPE_TRIANGLE] = { 3, { 0, 1.15, -1.15 }, { -1.25, 0.85, 0.85 } },
  [QTR_CHART_SHAPE_SQUARE] = { 4, { -0.9, 0.9, 0.9, -0.9 }, { -0.9, -0.9, 0.9, 0.9 } },
};

static void
fill_corners (const QtrChartPainter *painter, QtrChartShape shape, double x, double y, double radius)
{
  double xs[4], ys[4];

  for (guint i = 0; i < corners[shape].n; i++) {
    xs[i] = x + radius * corners[shape].x[i];
    ys[i] = painter->height - (y + radius * corners[shape].y[i]);
  }
  plfill ((PLINT) corners[shape].n, xs, ys);
}

/* A shape of no size, or of none that can be told, would put the context in error for good. */
void
qtr_chart_painter_draw_shape (QtrChartPainter *painter, QtrChartRole role, QtrChartShape shape, double x,
                              double y, double radius)
{
  if (!isfinite (x) || !isfinite (y) || !(radius > 0.05 && radius < SIDE_MAX))
    return;
  plcol0 (role);
  plwidth (0.001);
  if (shape == QTR_CHART_SHAPE_DISC)
    plarc (x, painter->height - y, radius, radius, 0, 360, 0, 1);
  else
    fill_corners (painter, shape, x, y, radius);
}

void
qtr_chart_painter_draw_box (QtrChartPainter *painter, QtrChartRole role, const QtrChartBox *box)
{
  double x[] = { box->x, box->x + box->width, box->x + box->width, box->x };
  double top = painter->height - box->y;
  double y[] = { top, top, top - box->height, top - box->height };

  if (!(box->width > 0.05 && box->height > 0.05 && box->width < SIDE_MAX && box->height < SIDE_MAX))
    return;
  plcol0 (role);
  plwidth (0.001);
  plfill (4, x, y);
}
