/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <cairo.h>
#include <gio/gio.h>

#include "base/error.h"

#include "chart/kind.h"
#include "chart/output.h"
#include "chart/painter.h"

#include "sample.h"

static char *
to_string (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GBytes *
make (const QtrChart *chart, const char *format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = strcmp (format, "svg") == 0   ? qtr_chart_to_svg (chart, NULL, 640, 400, &error)
                  : strcmp (format, "png") == 0 ? qtr_chart_to_png (chart, NULL, 640, 400, 2, &error)
                                                : qtr_chart_to_pdf (chart, NULL, 640, 400, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
check_same_bytes (void)
{
  static const char *const starts[][2] = { { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF-" } };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    g_autoptr (QtrChart) chart = sample_chart ();
    g_autoptr (QtrChart) again = sample_chart ();
    g_autoptr (GBytes) first = make (chart, starts[i][0]);
    g_autoptr (GBytes) second = make (again, starts[i][0]);

    g_assert_true (g_bytes_equal (first, second));
    g_assert_cmpuint (g_bytes_get_size (first), >, 900);
    g_assert_cmpmem (g_bytes_get_data (first, NULL), strlen (starts[i][1]), starts[i][1],
                     strlen (starts[i][1]));
  }
}

static void
test_same_bytes (void)
{
  guint n_kinds;
  const QtrChartKind *const *kinds = qtr_chart_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++) {
    g_test_message ("%s", kinds[i]->name);
    sample_kind = kinds[i]->name;
    check_same_bytes ();
  }
  sample_kind = "trend";
}

/* What a stream of a PDF holds, packed as they are. */
static char *
unpack (const char *packed, gsize length)
{
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  char *plain = g_malloc0 (1 << 16);
  gsize n_read, n_written;

  g_converter_convert (G_CONVERTER (unpacker), packed, length, plain, (1 << 16) - 1, G_CONVERTER_NO_FLAGS,
                       &n_read, &n_written, NULL);
  return plain;
}

/* A PDF that bore the time of its making would be another one a second later. */
static void
test_pdf_has_a_fixed_date (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  g_autoptr (GBytes) bytes = make (chart, "pdf");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean is_dated = FALSE;

  for (const char *at = data; (at = memmem (at, length - (at - data), "stream\n", 7)); at += 7) {
    g_autofree char *plain = unpack (at + 7, length - (at + 7 - data));

    is_dated |= strstr (plain, "CreationDate (20000101") != NULL;
  }
  g_assert_true (is_dated);
}

typedef struct {
  GString *words;
  GHashTable *ids;
  guint n_texts;
  gboolean in_text;
} Reading;

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
          gpointer data, GError **error)
{
  Reading *reading = data;

  reading->in_text = strcmp (element, "text") == 0;
  reading->n_texts += reading->in_text;
  for (guint i = 0; names[i]; i++)
    if (strcmp (names[i], "id") == 0)
      g_assert_true (g_hash_table_add (reading->ids, g_strdup (values[i])));
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;

  if (!reading->in_text)
    return;
  g_string_append_len (reading->words, text, length);
  reading->in_text = FALSE;
  g_string_append_c (reading->words, '\n');
}

/* Reads an SVG as XML; the words of its text elements, a line each. */
static char *
read_svg (const char *svg)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  Reading reading = { g_string_new ("\n"), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading.n_texts, >, 0);
  g_hash_table_unref (reading.ids);
  return g_string_free (reading.words, FALSE);
}

static void
test_svg_words (void)
{
  static const char *const lines[] = { "\nEmergency repairs finished on time rose to 84.1%\n", "\n84.1%\n",
                                       "\nTarget 82%\n", "\n2021/22\n", "\n70%\n" };
  g_autoptr (QtrChart) chart = sample_chart ();
  g_autoptr (GBytes) bytes = make (chart, "svg");
  g_autofree char *svg = to_string (bytes);
  g_autofree char *words = read_svg (svg);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (strstr (words, lines[i]));
  g_assert_nonnull (strstr (svg, "role=\"img\""));
  g_assert_nonnull (strstr (svg, "<title id=\"chart-title\">Emergency"));
  g_assert_nonnull (strstr (svg, qtr_chart_get_description (chart)));
  g_assert_nonnull (strstr (svg, "font-family=\"" QTR_CHART_FONT "\""));
  g_assert_nonnull (strstr (svg, "width=\"640\" height=\"400\""));
  g_assert_null (strstr (svg, "rgb("));
  g_assert_null (strstr (svg, "glyph"));
}

static void
test_inline_svg (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = qtr_chart_to_inline_svg (chart, NULL, 640, 400, "m&1", &error);
  g_autofree char *words = read_svg (svg);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (svg, "<svg "));
  g_assert_nonnull (strstr (svg, "viewBox=\"0 0 640 400\""));
  g_assert_null (strstr (svg, "width=\"640\""));
  g_assert_nonnull (strstr (svg, "<title id=\"m&amp;1-title\">"));
  g_assert_nonnull (strstr (svg, "class=\"qtr-stroke-line\" fill=\"none\""));
  g_assert_nonnull (strstr (svg, "<text class=\"qtr-fill-ink\""));
  g_assert_nonnull (strstr (svg, "class=\"qtr-stroke-target\""));
  g_assert_null (strstr (svg, "<rect"));
  g_assert_nonnull (strstr (words, "\n84.1%\n"));
}

/* Every colour of an inline drawing can be changed by the page. */
static void
test_every_colour_has_a_class (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  g_autofree char *svg = qtr_chart_to_inline_svg (chart, NULL, 640, 400, "c", NULL);
  g_auto (GStrv) elements = g_strsplit (svg, "<", -1);

  for (guint i = 0; elements[i]; i++)
    if (strstr (elements[i], "=\"#") && !g_str_has_prefix (elements[i], "svg"))
      g_assert_nonnull (strstr (elements[i], "class=\"qtr-"));
}

static void
test_svg_right_to_left (void)
{
  QtrChartBuilder *builder = sample_builder ("a", "2018-19-Q1", "480 507 519");
  g_autoptr (QtrChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *svg = NULL;

  qtr_chart_builder_set_title (builder, "ارتفع عدد الشرطيين");
  chart = qtr_chart_builder_end (builder);
  bytes = make (chart, "svg");
  svg = to_string (bytes);
  g_assert_nonnull (
      strstr (svg, "direction=\"rtl\" text-anchor=\"end\" fill=\"#0c0c0c\">ارتفع عدد الشرطيين<"));
}

/* What Pango shortened is short in the SVG too, and what XML cannot hold is not in it. */
static void
test_svg_odd_words (void)
{
  QtrChartBuilder *builder = sample_builder ("#1 <b>&amp; \xff\x01]]>", "2018-19-Q1", "480 507 519");
  g_autofree char *word = g_strnfill (4000, 'w');
  g_autoptr (QtrChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *words = NULL;
  const char *start;

  qtr_chart_builder_set_subtitle (builder, word);
  chart = qtr_chart_builder_end (builder);
  bytes = make (chart, "svg");
  svg = to_string (bytes);
  words = read_svg (svg);
  g_assert_nonnull (strstr (words, "\n#1 <b>&amp; \xef\xbf\xbd ]]> rose to 519\n"));
  start = strstr (words, "\nwwww");
  g_assert_nonnull (start);
  g_assert_nonnull (strstr (start, "w…\n"));
  g_assert_null (strstr (words, word));
}

static void
test_painted_twice (void)
{
  for (int palette = 0; palette < QTR_CHART_N_PALETTES; palette++) {
    g_autoptr (QtrChart) chart = sample_chart ();
    QtrChartStyle style = { .palette = palette };
    cairo_surface_t *surfaces[2];

    for (int i = 0; i < 2; i++) {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 360, 240);
      cr = cairo_create (surfaces[i]);
      g_assert_true (qtr_chart_paint (cr, 360, 240, chart, &style, NULL));
      cairo_destroy (cr);
    }
    g_assert_cmpmem (
        cairo_image_surface_get_data (surfaces[0]), 240 * cairo_image_surface_get_stride (surfaces[0]),
        cairo_image_surface_get_data (surfaces[1]), 240 * cairo_image_surface_get_stride (surfaces[1]));
    cairo_surface_destroy (surfaces[0]);
    cairo_surface_destroy (surfaces[1]);
  }
}

static guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const guint32 *pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);

  return pixels[(int) y * cairo_image_surface_get_stride (surface) / 4 + (int) x] & 0xffffff;
}

/* Where the geometry puts a mark, its colour is; and between the marks of neighbours, the line's. */
static void
test_picture_is_where_it_says (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  g_auto (QtrChartGeometry) geometry = { 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1920, 1200);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 3, 3);
  g_assert_true (qtr_chart_paint (cr, 640, 400, chart, NULL, &geometry));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < geometry.marks->len; i++) {
    const QtrChartMark *mark = &g_array_index (geometry.marks, QtrChartMark, i);
    const QtrChartMark *next = mark + 1;

    /* The last two are provisional, and hollow. */
    g_assert_cmphex (pixel_at (surface, 3 * mark->x, 3 * mark->y), ==,
                     mark->point >= 22 ? 0xffffff : 0x005bbb);
    if (i + 1 < geometry.marks->len && next->point == mark->point + 1)
      g_assert_cmphex (pixel_at (surface, 1.5 * (mark->x + next->x), 1.5 * (mark->y + next->y)), ==,
                       0x005bbb);
  }
  cairo_surface_destroy (surface);
}

/* The context is handed back as it was: matrix, path and clip. */
static void
test_context_is_kept (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 700, 500);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before, after;
  double x1, y1, x2, y2;

  cairo_translate (cr, 30, 40);
  cairo_get_matrix (cr, &before);
  g_assert_true (qtr_chart_paint (cr, 640, 400, chart, NULL, NULL));
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_false (cairo_has_current_point (cr));
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  g_assert_cmpfloat (x2 - x1, ==, 700);
  g_assert_cmpfloat (y2 - y1, ==, 500);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_refused_sizes (void)
{
  static const double sizes[][3] = {
    { 0, 400, 1 }, { 640, -1, 1 }, { 1e6, 400, 1 }, { 640, 400, 0 }, { 640, 400, 1e3 }
  };
  g_autoptr (QtrChart) chart = sample_chart ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (qtr_chart_to_png (chart, NULL, sizes[i][0], sizes[i][1], sizes[i][2], &error));
    g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
  }
}

static void
test_tiny (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();

  for (double side = 1; side < 200; side *= 1.5) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = qtr_chart_to_png (chart, NULL, side, side, 1, &error);

    g_assert_no_error (error);
  }
}

static void
test_kinds (void)
{
  guint n_kinds;
  const QtrChartKind *const *kinds = qtr_chart_kind_list (&n_kinds);

  g_assert_cmpuint (n_kinds, >=, 1);
  for (guint i = 0; i < n_kinds; i++)
    g_assert_true (qtr_chart_kind_find (kinds[i]->name) == kinds[i]);
  g_assert_null (qtr_chart_kind_find ("pie"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/output/same-bytes", test_same_bytes);
  g_test_add_func ("/chart/output/pdf-has-a-fixed-date", test_pdf_has_a_fixed_date);
  g_test_add_func ("/chart/output/svg-words", test_svg_words);
  g_test_add_func ("/chart/output/inline-svg", test_inline_svg);
  g_test_add_func ("/chart/output/every-colour-has-a-class", test_every_colour_has_a_class);
  g_test_add_func ("/chart/output/svg-right-to-left", test_svg_right_to_left);
  g_test_add_func ("/chart/output/svg-odd-words", test_svg_odd_words);
  g_test_add_func ("/chart/output/painted-twice", test_painted_twice);
  g_test_add_func ("/chart/output/picture-is-where-it-says", test_picture_is_where_it_says);
  g_test_add_func ("/chart/output/context-is-kept", test_context_is_kept);
  g_test_add_func ("/chart/output/refused-sizes", test_refused_sizes);
  g_test_add_func ("/chart/output/tiny", test_tiny);
  g_test_add_func ("/chart/output/kinds", test_kinds);
  return g_test_run ();
}
