/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/kind.h"
#include "chart/painter.h"

#include "sample.h"

/* Letters are measured to a thousandth; less than that is no overlap. */
#define SLACK 0.01

static const struct {
  double width, height;
} sizes[] = {
  { 240, 160 }, { 360, 240 },  { 480, 300 },   { 640, 400 },   { 900, 300 },
  { 300, 700 }, { 1280, 720 }, { 1920, 1080 }, { 3840, 2160 },
};

static char *
repeat (const char *word, int times)
{
  GString *text = g_string_new (NULL);

  while (times-- > 0)
    g_string_append (text, word);
  return g_string_free (text, FALSE);
}

static QtrChart *
make_few (void)
{
  QtrChartBuilder *builder = sample_builder ("Special Constables", "2018-19-Q3", "480 507p 519p");

  qtr_chart_builder_set_unit (builder, "officers");
  qtr_chart_builder_set_source (builder, "HR");
  return qtr_chart_builder_end (builder);
}

static QtrChart *
make_money (void)
{
  QtrChartBuilder *builder =
      sample_builder ("Spending", "2018-04", "123456789.25 124456789.00 122456780.10 - 123456789012.25 -");

  qtr_chart_builder_set_unit (builder, "£");
  return qtr_chart_builder_end (builder);
}

static QtrChart *
make_one (void)
{
  return qtr_chart_builder_end (sample_builder ("Officers", "2018-19-Q1", "519"));
}

static QtrChart *
make_none (void)
{
  return qtr_chart_builder_end (sample_builder ("Officers", "2018-19-Q1", ""));
}

static QtrChart *
make_gaps (void)
{
  return qtr_chart_builder_end (sample_builder ("Officers", "2018-19-Q1", "- - - -"));
}

static QtrChart *
make_equal (void)
{
  return qtr_chart_builder_end (sample_builder ("Officers", "2010/11", "7 7 7 7 7 7 7 7 7 7 7"));
}

static QtrChart *
make_zero (void)
{
  return qtr_chart_builder_end (sample_builder ("Officers", "2018-19-Q1", "0 0 0"));
}

static QtrChart *
make_negative (void)
{
  return qtr_chart_builder_end (sample_builder ("Balance", "2018-19-Q1", "-5 3 -12.5 8 -12.25"));
}

/* The largest number that a decimal holds is larger than what a picture shows. */
static QtrChart *
make_huge (void)
{
  return qtr_chart_builder_end (sample_builder (
      "Officers", "2018-19-Q1", "9223372036854775807 999999999999999 -9223372036854775807 4"));
}

static QtrChart *
make_many (void)
{
  QtrChartBuilder *builder = qtr_chart_builder_new (sample_kind, "Calls");

  for (int i = 0; i < 10000; i++)
    qtr_chart_builder_add (builder, qtr_period_add (sample_period ("1200-01"), i),
                           i % 7 == 3 ? QTR_DECIMAL_NONE : (QtrDecimal) { 1000 + i % 91, 0 });
  return qtr_chart_builder_end (builder);
}

static QtrChart *
make_long (void)
{
  g_autofree char *word = repeat ("w", 4000);
  g_autofree char *words = repeat ("long ", 800);
  QtrChartBuilder *builder = sample_builder (word, "2018-19-Q1", "1 2 3 4 5");

  qtr_chart_builder_set_subtitle (builder, words);
  qtr_chart_builder_set_source (builder, words);
  qtr_chart_builder_set_unit (builder, word);
  return qtr_chart_builder_end (builder);
}

static QtrChart *
make_odd_bytes (void)
{
  QtrChartBuilder *builder = sample_builder ("#1 #(123) #g \xff\xfe\x01 ]]> <b>&amp;", "2018-19-Q1", "1 2");

  qtr_chart_builder_set_subtitle (builder, "\xc3");
  qtr_chart_builder_set_source (builder, "#\xf0\x9f");
  return qtr_chart_builder_end (builder);
}

static QtrChart *
make_right_to_left (void)
{
  QtrChartBuilder *builder = sample_builder ("شرطيون", "2018-19-Q1", "480 507 519");

  qtr_chart_builder_set_title (builder, "ارتفع عدد الشرطيين إلى 519");
  qtr_chart_builder_set_subtitle (builder, "حسب الربع");
  return qtr_chart_builder_end (builder);
}

/* A label of two levels: the targets and the value all but meet. */
static QtrChart *
make_crowded (void)
{
  QtrChartBuilder *builder = sample_builder ("Officers", "2018-19-Q1", "480 507");
  QtrChartPoint point = QTR_CHART_POINT_EMPTY;

  point.period = sample_period ("2018-19-Q3");
  point.value = sample_decimal ("519");
  point.target = sample_decimal ("519");
  point.comparator = sample_decimal ("519");
  qtr_chart_builder_add_point (builder, &point);
  qtr_chart_builder_add (builder, sample_period ("2018-19-Q4"), QTR_DECIMAL_NONE);
  return qtr_chart_builder_end (builder);
}

static QtrChartBuilder *
begin_rows (const char *rows)
{
  QtrChartBuilder *builder = qtr_chart_builder_new (sample_kind, "Burglaries");

  qtr_chart_builder_add (builder, sample_period ("2024-25-Q4"), QTR_DECIMAL_NONE);
  sample_add_rows (builder, rows);
  return builder;
}

static QtrChart *
make_rows (void)
{
  return qtr_chart_builder_end (
      begin_rows ("North=12 South=20p|18 East=3 West=0 Castle-Point-and-Rochford=7"));
}

static QtrChart *
make_one_row (void)
{
  return qtr_chart_builder_end (begin_rows ("North=12"));
}

static QtrChart *
make_odd_rows (void)
{
  return qtr_chart_builder_end (begin_rows ("N=-5 S=20p|18 #E=- \xff=999999999999999 شرطيون=-3p"));
}

static QtrChart *
make_zero_rows (void)
{
  return qtr_chart_builder_end (begin_rows ("North=0 South=0"));
}

static QtrChart *
make_many_rows (void)
{
  g_autofree char *name = repeat ("long", 1000);
  GString *rows = g_string_new (name);
  g_autofree char *words = NULL;

  g_string_append (rows, "=1");
  for (int i = 0; i < 300; i++)
    g_string_append_printf (rows, " Area-%d=%d", i, i % 17);
  words = g_string_free (rows, FALSE);
  return qtr_chart_builder_end (begin_rows (words));
}

static const struct {
  const char *name;
  QtrChart *(*make) (void);
} charts[] = {
  { "sample", sample_chart },      { "few", make_few },
  { "money", make_money },         { "one", make_one },
  { "none", make_none },           { "gaps", make_gaps },
  { "equal", make_equal },         { "zero", make_zero },
  { "negative", make_negative },   { "huge", make_huge },
  { "many", make_many },           { "long", make_long },
  { "odd-bytes", make_odd_bytes }, { "right-to-left", make_right_to_left },
  { "crowded", make_crowded },     { "rows", make_rows },
  { "one-row", make_one_row },     { "odd-rows", make_odd_rows },
  { "zero-rows", make_zero_rows }, { "many-rows", make_many_rows },
};

static gboolean
boxes_overlap (const QtrChartBox *a, const QtrChartBox *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width &&
         a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

static void
check_labels (const QtrChartGeometry *geometry, double width, double height)
{
  for (guint i = 0; i < geometry->labels->len; i++) {
    const QtrChartLabel *label = &g_array_index (geometry->labels, QtrChartLabel, i);

    g_test_message ("“%.60s” %.1f %.1f %.1f %.1f", label->text, label->box.x, label->box.y, label->box.width,
                    label->box.height);
    g_assert_cmpfloat (label->box.x, >=, -SLACK);
    g_assert_cmpfloat (label->box.y, >=, -SLACK);
    g_assert_cmpfloat (label->box.x + label->box.width, <=, width + SLACK);
    g_assert_cmpfloat (label->box.y + label->box.height, <=, height + SLACK);
    for (guint j = 0; j < i; j++)
      g_assert_false (boxes_overlap (&label->box, &g_array_index (geometry->labels, QtrChartLabel, j).box));
    g_assert_false (geometry->plot.width > 0 && boxes_overlap (&label->box, &geometry->plot));
  }
}

static void
check_marks (const QtrChartGeometry *geometry)
{
  const QtrChartBox *plot = &geometry->plot;

  for (guint i = 0; i < geometry->marks->len; i++) {
    const QtrChartMark *mark = &g_array_index (geometry->marks, QtrChartMark, i);

    g_assert_cmpfloat (mark->x - mark->radius, >=, plot->x);
    g_assert_cmpfloat (mark->x + mark->radius, <=, plot->x + plot->width);
    g_assert_cmpfloat (mark->y, >=, plot->y - SLACK);
    g_assert_cmpfloat (mark->y, <=, plot->y + plot->height + SLACK);
    g_assert_true (qtr_chart_geometry_find_mark (geometry, mark->x) == mark);
  }
}

static void
check_picture (const QtrChart *chart, double width, double height, double text_scale, gboolean is_empty)
{
  g_auto (QtrChartGeometry) geometry = { 0 };
  QtrChartStyle style = { .text_scale = text_scale };
  /* Where things stand does not depend on the target; a recording keeps the test from filling pixels. */
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  g_test_message ("%g × %g, text %g", width, height, text_scale);
  g_assert_true (qtr_chart_paint (cr, width, height, chart, &style, &geometry));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  check_labels (&geometry, width, height);
  g_assert_cmpint (geometry.plot.width > 0, ==, !is_empty);
  if (!is_empty) {
    /* A table has but a column of marks. */
    if (!qtr_chart_kind_find (qtr_chart_get_kind (chart))->with_parts)
      g_assert_cmpfloat (geometry.plot.width, >=, 0.25 * width);
    /* A few bars need not fill a picture. */
    if (!qtr_chart_kind_find (qtr_chart_get_kind (chart))->with_rows &&
        !qtr_chart_kind_find (qtr_chart_get_kind (chart))->with_parts)
      g_assert_cmpfloat (geometry.plot.height, >=, 0.2 * height);
    g_assert_cmpfloat (geometry.plot.y + geometry.plot.height, <=, height);
    check_marks (&geometry);
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A kind may have nothing to draw where others have; then a sentence says why. */
static gboolean
is_refused (const QtrChart *chart)
{
  const char *kind = qtr_chart_get_kind (chart);
  guint n_points, n_rows;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);

  if (g_str_equal (kind, "share") && n_rows > 0)
    return g_str_equal (qtr_chart_get_unit (chart), "%") || rows[0].value.digits == 0 ||
           rows[n_rows - 1].value.digits < 0 || !qtr_decimal_is_set (rows[n_rows - 1].value);
  if (qtr_chart_kind_find (kind)->with_rows)
    return n_rows == 0;
  if (qtr_chart_kind_find (kind)->with_parts)
    return TRUE;
  return qtr_chart_get_latest (chart) < 0 ||
         (g_str_equal (kind, "years") && points[0].period.unit == QTR_PERIOD_YEAR);
}

static void
test_sizes (gconstpointer data)
{
  guint n_kinds;
  const QtrChartKind *const *kinds = qtr_chart_kind_list (&n_kinds);
  guint index = GPOINTER_TO_UINT (data) / n_kinds;
  g_autoptr (QtrChart) chart = NULL;
  gboolean is_empty;

  sample_kind = kinds[GPOINTER_TO_UINT (data) % n_kinds]->name;
  chart = charts[index].make ();
  is_empty = is_refused (chart);
  sample_kind = "trend";

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int text_scale = 1; text_scale <= 2; text_scale++)
      check_picture (chart, sizes[i].width, sizes[i].height, text_scale, is_empty);
}

static void
test_summary (void)
{
  QtrChartBuilder *builder = qtr_chart_builder_new ("summary", "Summary");
  g_autoptr (QtrChart) chart = NULL;

  sample_kind = "limits";
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    qtr_chart_builder_add_part (builder, charts[i].make ());
  sample_kind = "trend";
  chart = qtr_chart_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int text_scale = 1; text_scale <= 2; text_scale++)
      check_picture (chart, sizes[i].width, sizes[i].height, text_scale, FALSE);
}

static const QtrChartLabel *
find_label (const QtrChartGeometry *geometry, const char *start)
{
  for (guint i = 0; i < geometry->labels->len; i++)
    if (g_str_has_prefix (g_array_index (geometry->labels, QtrChartLabel, i).text, start))
      return &g_array_index (geometry->labels, QtrChartLabel, i);
  return NULL;
}

static gboolean
has_label (const QtrChartGeometry *geometry, const char *text)
{
  const QtrChartLabel *label = find_label (geometry, text);

  return label && strcmp (label->text, text) == 0;
}

static void
measure_sample (const QtrChart *chart, double width, double height, const QtrChartStyle *style,
                QtrChartGeometry *geometry)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (qtr_chart_paint (cr, width, height, chart, style, geometry));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_labels (void)
{
  static const char *const expected[] = {
    "Emergency repairs finished on time rose to 84.1%",
    "84.1%",
    "Target 82%",
    "A year earlier 81.9%",
    "2019/20",
    "2024/25",
    "70%",
    "85%",
    ("Source: housing repairs system, as of April 2025. The axis does not start at zero. "
     "Hollow points are provisional. A short bar is the value first published."),
  };
  g_autoptr (QtrChart) chart = sample_chart ();
  g_auto (QtrChartGeometry) geometry = { 0 };

  measure_sample (chart, 640, 400, NULL, &geometry);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_test_message ("%s", expected[i]);
    g_assert_true (has_label (&geometry, expected[i]));
  }
}

/* With few quarters, each has its name; without a value for the latest, the label says which it is of. */
static void
test_few_quarters (void)
{
  g_autoptr (QtrChart) chart =
      qtr_chart_builder_end (sample_builder ("Officers", "2018-19-Q3", "480 507 519 -"));
  g_auto (QtrChartGeometry) geometry = { 0 };

  measure_sample (chart, 640, 400, NULL, &geometry);
  g_assert_true (has_label (&geometry, "Q3"));
  g_assert_true (has_label (&geometry, "Q2"));
  g_assert_true (has_label (&geometry, "519"));
  g_assert_true (has_label (&geometry, "Q1 2019/20"));
}

static void
test_hidden_title (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  g_auto (QtrChartGeometry) geometry = { 0 };
  QtrChartStyle style = { .hide_title = TRUE };

  measure_sample (chart, 640, 400, &style, &geometry);
  g_assert_false (has_label (&geometry, qtr_chart_get_title (chart)));
  g_assert_false (has_label (&geometry, qtr_chart_get_subtitle (chart)));
}

/* As long as a sentence fits at all, a picture whose axis lies says so. */
static void
test_small_still_says_so (void)
{
  QtrChartBuilder *builder = sample_builder ("Officers", "2018-19-Q1", "480 507 519");
  g_autoptr (QtrChart) chart = NULL;
  g_auto (QtrChartGeometry) geometry = { 0 };

  qtr_chart_builder_set_axis_wish (builder, QTR_CHART_AXIS_DATA);
  chart = qtr_chart_builder_end (builder);
  measure_sample (chart, 240, 160, NULL, &geometry);
  g_assert_true (has_label (&geometry, "The axis does not start at zero."));
}

/* A value that is too wide for its column is set smaller, and never broken, shortened or lost. */
static void
test_wide_values_shrink (void)
{
  QtrChartBuilder *builder = sample_builder ("Spending", "2018-19-Q1", "491000123 507000123");
  QtrChartPoint point = QTR_CHART_POINT_EMPTY;
  g_autoptr (QtrChart) chart = NULL;
  g_auto (QtrChartGeometry) geometry = { 0 };
  QtrChartStyle style = { .text_scale = 2 };

  point.period = sample_period ("2018-19-Q3");
  point.value = sample_decimal ("561727985");
  point.target = sample_decimal ("600000000");
  qtr_chart_builder_add_point (builder, &point);
  qtr_chart_builder_set_unit (builder, "£");
  chart = qtr_chart_builder_end (builder);
  measure_sample (chart, 360, 240, &style, &geometry);
  g_assert_true (has_label (&geometry, "£561,727,985"));
  g_assert_cmpfloat (find_label (&geometry, "£561,727,985")->box.width, <=, 0.32 * 360);
  g_assert_true (has_label (&geometry, "Target £600,000,000"));
  for (guint i = 0; i < geometry.labels->len; i++)
    g_assert_false (g_array_index (geometry.labels, QtrChartLabel, i).is_shortened);
}

/* An ellipsis takes from the source, not from what keeps the picture honest. */
static void
test_long_source (void)
{
  g_autofree char *words = repeat ("long ", 200);
  QtrChartBuilder *builder = sample_builder ("Officers", "2018-19-Q1", "480 507 519p");
  g_autoptr (QtrChart) chart = NULL;
  g_auto (QtrChartGeometry) geometry = { 0 };

  qtr_chart_builder_set_source (builder, words);
  chart = qtr_chart_builder_end (builder);
  measure_sample (chart, 640, 400, NULL, &geometry);
  g_assert_nonnull (
      find_label (&geometry, "The axis does not start at zero. Hollow points are provisional. Source: "));
}

static void
test_mapping (void)
{
  g_autoptr (QtrChart) chart = sample_chart ();
  g_auto (QtrChartGeometry) geometry = { 0 };
  const QtrChartMark *mark;

  measure_sample (chart, 640, 400, NULL, &geometry);
  g_assert_cmpuint (geometry.marks->len, ==, 23);
  g_assert_cmpfloat_with_epsilon (qtr_chart_geometry_value_to_y (&geometry, geometry.high), geometry.plot.y,
                                  1e-9);
  mark = qtr_chart_geometry_find_mark (
      &geometry, qtr_chart_geometry_period_to_x (&geometry, sample_period ("2022-23-Q2")));
  g_assert_cmpuint (mark->point, ==, 13);
  g_assert_cmpfloat_with_epsilon (mark->y, qtr_chart_geometry_value_to_y (&geometry, 73.2), 1e-9);
  g_assert_cmpuint (qtr_chart_geometry_find_mark (&geometry, -5)->point, ==, 0);
  g_assert_cmpuint (qtr_chart_geometry_find_mark (&geometry, 9999)->point, ==, 23);
}

int
main (int argc, char **argv)
{
  guint n_kinds;
  const QtrChartKind *const *kinds = qtr_chart_kind_list (&n_kinds);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (charts) * n_kinds; i++) {
    g_autofree char *path =
        g_strconcat ("/chart/layout/sizes/", kinds[i % n_kinds]->name, "/", charts[i / n_kinds].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sizes);
  }
  g_test_add_func ("/chart/layout/summary", test_summary);
  g_test_add_func ("/chart/layout/labels", test_labels);
  g_test_add_func ("/chart/layout/few-quarters", test_few_quarters);
  g_test_add_func ("/chart/layout/hidden-title", test_hidden_title);
  g_test_add_func ("/chart/layout/small-still-says-so", test_small_still_says_so);
  g_test_add_func ("/chart/layout/wide-values-shrink", test_wide_values_shrink);
  g_test_add_func ("/chart/layout/long-source", test_long_source);
  g_test_add_func ("/chart/layout/mapping", test_mapping);
  return g_test_run ();
}
