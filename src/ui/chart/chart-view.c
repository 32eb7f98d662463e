/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/chart/chart-view.h"

#include <math.h>
#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "chart/from-measure.h"
#include "chart/layout.h"
#include "chart/painter.h"
#include "model/measure.h"

#include "ui/chart/chart-view-hover.h"

#define MINIMUM_WIDTH 240
#define MINIMUM_HEIGHT 160
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT_MIN 260
#define NATURAL_HEIGHT_MAX 420
#define TALLEST 960
#define HEIGHT_STEP 30

/* What a resolution is told in where texts have their usual size. */
#define USUAL_DPI 96.0

/* From which width on a picture's texts are as large as they are printed, and how much they gain below it. */
#define USUAL_WIDTH 640.0
#define NARROW_TEXT_SCALE 1.2

struct _QtrChartView {
  GtkWidget parent_instance;

  /* Owned: where the chart comes from. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  char *measure_id;
  const QtrMeasure *measure;
  const QtrMeasure *numerator;
  const QtrMeasure *denominator;

  /* Owned: the chart, and how it was painted. */
  QtrChart *chart;
  GdkTexture *texture;
  QtrChartGeometry geometry;

  QtrPeriod quarter;
  int width;
  int height;
  double scale;

  /* The height that shows all texts at a width; 0: to be found. */
  int fitting_width;
  int fitting_height;

  /* Which mark is pointed at; -1: none. */
  int mark;
};

G_DEFINE_FINAL_TYPE (QtrChartView, qtr_chart_view, GTK_TYPE_WIDGET)

static void
set_record (const QtrMeasure **place, const QtrMeasure *record)
{
  const QtrMeasure *old = *place;

  *place = record == NULL ? NULL : qtr_record_ref (record);
  if (old != NULL)
    qtr_record_unref (old);
}

static const QtrMeasure *
find_measure (const QtrPlan *plan, const char *id)
{
  return id == NULL ? NULL : qtr_list_find (plan->measures, id, NULL);
}

static void
drop_picture (QtrChartView *self)
{
  g_clear_object (&self->texture);
  qtr_chart_geometry_clear (&self->geometry);
  self->fitting_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static QtrChart *
make_chart (QtrChartView *self, const QtrPlan *plan)
{
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;

  if (self->measure == NULL)
    return NULL;

  options.until = self->quarter;
  options.knower = qtr_plan_find_update (plan, self->quarter);
  return qtr_chart_from_measure (plan, self->measure, &options, NULL);
}

static void
set_chart (QtrChartView *self, QtrChart *chart)
{
  g_clear_pointer (&self->chart, qtr_chart_unref);
  self->chart = chart;
  self->mark = -1;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, chart == NULL ? "" : qtr_chart_get_title (chart),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chart == NULL ? "" : qtr_chart_get_description (chart), -1);
  drop_picture (self);
}

/* Takes up the records that the chart is made of, and makes it if they are others than before. */
static void
follow_plan (QtrChartView *self, gboolean anyway)
{
  const QtrPlan *plan = self->document == NULL ? NULL : qtr_document_get_plan (self->document);
  const QtrMeasure *measure = plan == NULL ? NULL : find_measure (plan, self->measure_id);
  const QtrMeasure *numerator = measure == NULL ? NULL : find_measure (plan, measure->numerator);
  const QtrMeasure *denominator = measure == NULL ? NULL : find_measure (plan, measure->denominator);

  if (!anyway && measure == self->measure && numerator == self->numerator && denominator == self->denominator)
    return;

  set_record (&self->measure, measure);
  set_record (&self->numerator, numerator);
  set_record (&self->denominator, denominator);
  set_chart (self, make_chart (self, plan));
}

static void
document_changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrChartView *self)
{
  g_assert (QTR_IS_CHART_VIEW (self));

  follow_plan (self, before->first_month != now->first_month);
}

static QtrChartPaletteId
choose_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? QTR_CHART_PALETTE_HIGH_CONTRAST_DARK : QTR_CHART_PALETTE_HIGH_CONTRAST;
  return dark ? QTR_CHART_PALETTE_DARK : QTR_CHART_PALETTE_LIGHT;
}

/* The texts of a chart grow with those around it, and shrink less than the picture does in a narrow pane. */
static double
get_text_scale (GtkWidget *widget, int width)
{
  double narrow = CLAMP (USUAL_WIDTH / width, 1, NARROW_TEXT_SCALE);
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi <= 0 ? narrow : narrow * dpi / (PANGO_SCALE * USUAL_DPI);
}

static double
get_scale (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native == NULL ? NULL : gtk_native_get_surface (native);

  return surface == NULL ? 1 : gdk_surface_get_scale (surface);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                  (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes,
                                 stride);
}

static QtrChartStyle
make_style (QtrChartView *self, int width)
{
  const char *font = pango_font_description_get_family (
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  return (QtrChartStyle) { .palette = choose_palette (),
                           .font = font,
                           .text_scale = get_text_scale (GTK_WIDGET (self), width),
                           .is_transparent = TRUE };
}

static void
paint (QtrChartView *self)
{
  QtrChartStyle style = make_style (self, self->width);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (self->width * self->scale), (int) ceil (self->height * self->scale));
  cairo_t *cr = NULL;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  qtr_chart_geometry_clear (&self->geometry);
  if (qtr_chart_paint (cr, self->width, self->height, self->chart, &style, &self->geometry))
    self->texture = make_texture (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Returns whether there is a picture for the size and scale that the widget has now. */
static gboolean
ensure_picture (QtrChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = get_scale (GTK_WIDGET (self));

  if (self->chart == NULL || width <= 0 || height <= 0)
    return FALSE;

  if (self->texture == NULL || self->width != width || self->height != height || self->scale != scale) {
    g_clear_object (&self->texture);
    self->width = width;
    self->height = height;
    self->scale = scale;
    paint (self);
  }

  return self->texture != NULL;
}

static const QtrChartMark *
get_mark (QtrChartView *self)
{
  if (self->mark < 0 || self->geometry.marks == NULL || (guint) self->mark >= self->geometry.marks->len)
    return NULL;

  return &g_array_index (self->geometry.marks, QtrChartMark, self->mark);
}

static void
mark_to_words (QtrChartView *self, const QtrChartMark *mark, char **value, char **period)
{
  guint n_points = 0;
  const QtrChartPoint *point = &qtr_chart_get_points (self->chart, &n_points)[mark->point];

  *value = qtr_figure_format (point->value, qtr_chart_get_unit (self->chart));
  *period = qtr_period_to_label (point->period);
}

static void
draw_mark (QtrChartView *self, GtkSnapshot *snapshot)
{
  const QtrChartMark *mark = get_mark (self);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (mark == NULL)
    return;
  mark_to_words (self, mark, &value, &period);
  qtr_chart_view_draw_hover (GTK_WIDGET (self), snapshot, &self->geometry, mark, value, period);
}

static void
qtr_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QtrChartView *self = QTR_CHART_VIEW (widget);

  if (!ensure_picture (self))
    return;

  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  draw_mark (self, snapshot);
}

static void
set_mark (QtrChartView *self, int mark)
{
  if (self->mark == mark)
    return;
  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (QtrChartView *self, double x, double y)
{
  const QtrChartMark *mark = NULL;

  if (self->geometry.marks != NULL)
    mark = qtr_chart_geometry_find_mark (&self->geometry, x);
  set_mark (self,
            mark == NULL ? -1 : (int) (mark - (const QtrChartMark *) (void *) self->geometry.marks->data));
}

static void
leave_cb (QtrChartView *self)
{
  set_mark (self, -1);
}

static void
walk_to (QtrChartView *self, int mark)
{
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  g_autofree char *words = NULL;

  set_mark (self, mark);
  mark_to_words (self, get_mark (self), &value, &period);
  /* Translators: what a screen reader says of a point of a chart: its period, then its value. */
  words = g_strdup_printf (_ ("%1$s: %2$s"), period, value);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The first key begins at the latest value, which is what one asks for most. */
static int
find_step (QtrChartView *self, guint keyval)
{
  int last = (int) self->geometry.marks->len - 1;

  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return self->mark < 0 ? last : MAX (self->mark - 1, 0);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return self->mark < 0 ? last : MIN (self->mark + 1, last);
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    return 0;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    return last;
  default:
    return -1;
  }
}

static gboolean
key_pressed_cb (QtrChartView *self, guint keyval, guint keycode, GdkModifierType state)
{
  int mark = -1;

  if (keyval == GDK_KEY_Escape && self->mark >= 0) {
    set_mark (self, -1);
    return GDK_EVENT_STOP;
  }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !ensure_picture (self) ||
      self->geometry.marks == NULL || self->geometry.marks->len == 0)
    return GDK_EVENT_PROPAGATE;

  mark = find_step (self, keyval);
  if (mark < 0)
    return GDK_EVENT_PROPAGATE;
  walk_to (self, mark);
  return GDK_EVENT_STOP;
}

static gboolean
has_label (const QtrChartLayout *layout, const char *words)
{
  for (guint i = 0; i < layout->geometry.labels->len; i++) {
    const QtrChartLabel *label = &g_array_index (layout->geometry.labels, QtrChartLabel, i);

    if (!label->is_shortened && strstr (label->text, words) != NULL)
      return TRUE;
  }

  return FALSE;
}

/* How many of the title, the subtitle and the source can be read whole at that size. */
static guint
count_texts (QtrChartView *self, int width, int height)
{
  const char *const texts[] = { qtr_chart_get_title (self->chart), qtr_chart_get_subtitle (self->chart),
                                qtr_chart_get_source (self->chart) };
  QtrChartStyle style = make_style (self, width);
  QtrChartLayout *layout = qtr_chart_layout_new (self->chart, &style, width, height);
  guint n_texts = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    n_texts += texts[i] == NULL || *texts[i] == '\0' || has_label (layout, texts[i]);
  qtr_chart_layout_free (layout);
  return n_texts;
}

/* A chart leaves texts out where it is low, so it is as high as those need that the width has room for. */
static int
find_height (QtrChartView *self, int width)
{
  int height = CLAMP (width * 3 / 4, NATURAL_HEIGHT_MIN, NATURAL_HEIGHT_MAX);
  guint n_most = 0;

  if (self->chart == NULL)
    return height;
  if (self->fitting_width == width)
    return self->fitting_height;

  n_most = count_texts (self, width, TALLEST);
  while (height < TALLEST && count_texts (self, width, height) < n_most)
    height += HEIGHT_STEP;
  self->fitting_width = width;
  self->fitting_height = height;
  return height;
}

static void
qtr_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  int width = for_size < 0 ? NATURAL_WIDTH : MAX (for_size, MINIMUM_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MINIMUM_WIDTH;
    *natural = NATURAL_WIDTH;
  } else {
    *minimum = MINIMUM_HEIGHT;
    *natural = find_height (QTR_CHART_VIEW (widget), width);
  }
}

static GtkSizeRequestMode
qtr_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Another font or another size of text. */
static void
qtr_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (qtr_chart_view_parent_class)->system_setting_changed (widget, setting);
  drop_picture (QTR_CHART_VIEW (widget));
}

static void
qtr_chart_view_dispose (GObject *object)
{
  QtrChartView *self = QTR_CHART_VIEW (object);

  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (qtr_chart_view_parent_class)->dispose (object);
}

static void
qtr_chart_view_finalize (GObject *object)
{
  QtrChartView *self = QTR_CHART_VIEW (object);

  set_record (&self->measure, NULL);
  set_record (&self->numerator, NULL);
  set_record (&self->denominator, NULL);
  g_clear_pointer (&self->chart, qtr_chart_unref);
  g_clear_pointer (&self->measure_id, g_free);
  qtr_chart_geometry_clear (&self->geometry);

  G_OBJECT_CLASS (qtr_chart_view_parent_class)->finalize (object);
}

static void
qtr_chart_view_class_init (QtrChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_chart_view_dispose;
  object_class->finalize = qtr_chart_view_finalize;
  widget_class->snapshot = qtr_chart_view_snapshot;
  widget_class->measure = qtr_chart_view_measure;
  widget_class->get_request_mode = qtr_chart_view_get_request_mode;
  widget_class->system_setting_changed = qtr_chart_view_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (QtrChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
qtr_chart_view_init (QtrChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->quarter = QTR_PERIOD_UNSET;
  self->mark = -1;
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (drop_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (drop_picture), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

GtkWidget *
qtr_chart_view_new (void)
{
  return g_object_new (QTR_TYPE_CHART_VIEW, NULL);
}

void
qtr_chart_view_set_context (QtrChartView *self, QtrDocument *document, const char *measure_id,
                            QtrPeriod quarter)
{
  gboolean changed = FALSE;

  g_return_if_fail (QTR_IS_CHART_VIEW (self));
  g_return_if_fail (document == NULL || QTR_IS_DOCUMENT (document));

  changed |= g_set_object (&self->document, document);
  changed |= g_set_str (&self->measure_id, measure_id);
  changed |= qtr_period_compare (self->quarter, quarter) != 0;
  if (!changed)
    return;

  self->quarter = quarter;
  g_signal_group_set_target (self->document_signals, document);
  follow_plan (self, TRUE);
}

const char *
qtr_chart_view_get_description (QtrChartView *self)
{
  g_return_val_if_fail (QTR_IS_CHART_VIEW (self), NULL);

  return self->chart == NULL ? "" : qtr_chart_get_description (self->chart);
}
