/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "base/error.h"
#include "chart/from-measure.h"
#include "chart/kind.h"
#include "chart/output.h"
#include "cli/terminal.h"

static char *to;
static char *format;
static char *kind;
static char *area;
static char *size;
static char *until;
static double scale;
static gboolean dark;

static const GOptionEntry entries[] = {
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Where to write: svg, png or pdf. “-” is standard output"),
    N_ ("FILE") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write, where the ending does not say it"),
    N_ ("FORMAT") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("The kind of chart; trend unless given"), N_ ("K") },
  { "area", 0, 0, G_OPTION_ARG_STRING, &area, N_ ("One area instead of the whole"), N_ ("A") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("Width and height; 640x400 unless given"), N_ ("WxH") },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, N_ ("Pixels of a PNG for each unit of size; 2 unless given"),
    N_ ("N") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("The last quarter shown"), N_ ("Q") },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, N_ ("Light on dark"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* What is to be drawn, and how. */
typedef struct {
  const char *extension;
  double width;
  double height;
  double scale;
  QtrChartStyle style;
} Picture;

static GBytes *
draw_svg (const QtrChart *chart, const Picture *picture, GError **error)
{
  return qtr_chart_to_svg (chart, &picture->style, picture->width, picture->height, error);
}

static GBytes *
draw_png (const QtrChart *chart, const Picture *picture, GError **error)
{
  return qtr_chart_to_png (chart, &picture->style, picture->width, picture->height, picture->scale, error);
}

static GBytes *
draw_pdf (const QtrChart *chart, const Picture *picture, GError **error)
{
  return qtr_chart_to_pdf (chart, &picture->style, picture->width, picture->height, error);
}

static const struct {
  const char *extension;
  GBytes *(*draw) (const QtrChart *chart, const Picture *picture, GError **error);
} drawings[] = {
  { "svg", draw_svg },
  { "png", draw_png },
  { "pdf", draw_pdf },
};

/* Written with a point in every language, as the file is. */
static gboolean
read_size (Picture *picture)
{
  char *end = NULL;

  if (size == NULL)
    return TRUE;
  picture->width = g_ascii_strtod (size, &end);
  if (end != size && *end == 'x') {
    const char *height = end + 1;

    picture->height = g_ascii_strtod (height, &end);
    if (end != height && *end == '\0')
      return TRUE;
  }

  qtr_terminal_fail_usage (_ ("“%s” is no size; write it like 640x400"), size);
  return FALSE;
}

static gboolean
check_arguments (Picture *picture)
{
  if (to == NULL) {
    qtr_terminal_fail_usage (_ ("say where to write: --to FILE"));
    return FALSE;
  }
  if (kind != NULL && qtr_chart_kind_find (kind) == NULL) {
    qtr_terminal_fail_usage (_ ("there is no kind of chart “%s”; “man quarterly-cli” lists them"), kind);
    return FALSE;
  }
  if (picture->scale <= 0 || picture->scale > 16) {
    qtr_terminal_fail_usage (_ ("a scale is a number above 0, and 16 at most"));
    return FALSE;
  }

  return read_size (picture);
}

static gboolean
take_measure (const QtrPlan *plan, const char *key, GPtrArray *measures, GError **error)
{
  const QtrMeasure *measure = qtr_plan_find_measure (plan, key);

  if (measure == NULL) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
                 _ ("there is no measure “%s”; “quarterly-cli show” lists them"), key);
    return FALSE;
  }
  if (area != NULL && !qtr_measure_has_area (measure, area)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("“%s” has no values for the area “%s”"),
                 measure->name, area);
    return FALSE;
  }
  g_ptr_array_add (measures, (gpointer) measure);
  return TRUE;
}

static QtrChart *
make_chart (const QtrPlan *plan, char **keys, GError **error)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;

  if (until != NULL && !qtr_period_parse (until, plan->first_month, &options.until, error))
    return NULL;
  for (guint i = 0; keys[i] != NULL; i++)
    if (!take_measure (plan, keys[i], measures, error))
      return NULL;

  options.kind = kind;
  options.area = area;
  return qtr_chart_from_measures (plan, (const QtrMeasure *const *) measures->pdata, measures->len, &options,
                                  error);
}

static GBytes *
draw (const QtrChart *chart, const Picture *picture, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (g_strcmp0 (drawings[i].extension, picture->extension) == 0)
      return drawings[i].draw (chart, picture, error);

  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_USAGE,
                       _ ("what to draw is not known by its ending; take svg, png or pdf, or give --format"));
  return NULL;
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *extension = NULL;
  Picture picture = { .width = 640, .height = 400 };
  GError *error = NULL;

  scale = 2;
  if (!qtr_terminal_parse (&qtr_verb_chart, entries, -2, &argc, &argv))
    return QTR_EXIT_FAILED;
  picture.scale = scale;
  picture.style = (QtrChartStyle) { .palette = dark ? QTR_CHART_PALETTE_DARK : QTR_CHART_PALETTE_LIGHT };
  if (!check_arguments (&picture))
    return QTR_EXIT_FAILED;

  plan = qtr_terminal_load (argv[1], &error);
  if (plan == NULL)
    return qtr_terminal_fail (NULL, error);
  chart = make_chart (plan, argv + 2, &error);
  if (chart == NULL)
    return qtr_terminal_fail (argv[1], error);

  extension = qtr_terminal_get_extension (to, format);
  picture.extension = extension;
  bytes = draw (chart, &picture, &error);
  if (bytes == NULL || !qtr_terminal_write (to, bytes, &error))
    return qtr_terminal_fail (NULL, error);
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_chart = {
  .name = "chart",
  .arguments = "PLAN MEASURE…",
  .summary = N_ ("Draw the chart of a measure"),
  .run = run,
};
