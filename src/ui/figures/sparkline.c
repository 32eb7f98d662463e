/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/sparkline.h"

#include "series/series.h"

#define NATURAL_WIDTH 96
#define NATURAL_HEIGHT 24
#define LINE_WIDTH 1.5f
#define DOT_RADIUS 2.5f

struct _QtrSparkline {
  GtkWidget parent_instance;

  /* Owned. */
  GArray *series;
  char *words;
};

G_DEFINE_FINAL_TYPE (QtrSparkline, qtr_sparkline, GTK_TYPE_WIDGET)

enum {
  PROP_SERIES = 1,
  PROP_WORDS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* How world becomes widget: the lowest value at the bottom, the highest at the top, the dot just inside. */
typedef struct {
  double low;
  double high;
  float left;
  float step;
  float top;
  float height;
} Scale;

static const QtrPoint *
get_point (QtrSparkline *self, guint index)
{
  return &g_array_index (self->series, QtrPoint, index);
}

static gboolean
find_range (QtrSparkline *self, double *low, double *high)
{
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; self->series != NULL && i < self->series->len; i++) {
    const QtrPoint *point = get_point (self, i);

    if (!qtr_decimal_is_set (point->value))
      continue;
    *low = MIN (*low, qtr_decimal_to_double (point->value));
    *high = MAX (*high, qtr_decimal_to_double (point->value));
  }

  return *low <= *high;
}

static Scale
make_scale (QtrSparkline *self, double low, double high)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * DOT_RADIUS;
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * DOT_RADIUS;
  guint n_steps = MAX (self->series->len, 2) - 1;

  return (Scale) { low, high, DOT_RADIUS, width / (float) n_steps, DOT_RADIUS, height };
}

/* A series that never changed is a line through the middle. */
static graphene_point_t
place (const Scale *scale, guint index, QtrDecimal value)
{
  double range = scale->high - scale->low;
  double share = range > 0 ? (qtr_decimal_to_double (value) - scale->low) / range : 0.5;

  return GRAPHENE_POINT_INIT (scale->left + scale->step * (float) index,
                              scale->top + scale->height * (float) (1 - share));
}

/* A gap stays a gap; a value between two gaps is a dot, as a line needs two. */
static void
add_points (QtrSparkline *self, const Scale *scale, GskPathBuilder *line, GskPathBuilder *dots)
{
  gboolean goes_on = FALSE;
  guint n_points = self->series->len;

  for (guint i = 0; i < n_points; i++) {
    const QtrPoint *point = get_point (self, i);
    gboolean known = qtr_decimal_is_set (point->value);
    gboolean known_next = i + 1 < n_points && qtr_decimal_is_set (get_point (self, i + 1)->value);
    graphene_point_t at = known ? place (scale, i, point->value) : *graphene_point_zero ();

    if (known && goes_on)
      gsk_path_builder_line_to (line, at.x, at.y);
    else if (known && known_next)
      gsk_path_builder_move_to (line, at.x, at.y);
    if (known && ((!goes_on && !known_next) || i + 1 == n_points))
      gsk_path_builder_add_circle (dots, &at, DOT_RADIUS);
    goes_on = known;
  }
}

static void
qtr_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QtrSparkline *self = QTR_SPARKLINE (widget);
  g_autoptr (GskPathBuilder) line = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) dots = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  g_autoptr (GskPath) line_path = NULL;
  g_autoptr (GskPath) dots_path = NULL;
  double low = 0;
  double high = 0;
  Scale scale;
  GdkRGBA colour;

  if (!find_range (self, &low, &high))
    return;

  scale = make_scale (self, low, high);
  add_points (self, &scale, line, dots);
  line_path = gsk_path_builder_to_path (line);
  dots_path = gsk_path_builder_to_path (dots);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, &colour);
  gtk_snapshot_append_fill (snapshot, dots_path, GSK_FILL_RULE_WINDING, &colour);
}

static void
qtr_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
qtr_sparkline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QtrSparkline *self = QTR_SPARKLINE (object);

  switch (id) {
  case PROP_SERIES:
    g_value_set_boxed (value, self->series);
    break;
  case PROP_WORDS:
    g_value_set_string (value, self->words);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_sparkline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QtrSparkline *self = QTR_SPARKLINE (object);

  switch (id) {
  case PROP_SERIES:
    qtr_sparkline_set_series (self, g_value_get_boxed (value));
    break;
  case PROP_WORDS:
    qtr_sparkline_set_words (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_sparkline_finalize (GObject *object)
{
  QtrSparkline *self = QTR_SPARKLINE (object);

  g_clear_pointer (&self->series, g_array_unref);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (qtr_sparkline_parent_class)->finalize (object);
}

static void
qtr_sparkline_class_init (QtrSparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qtr_sparkline_get_property;
  object_class->set_property = qtr_sparkline_set_property;
  object_class->finalize = qtr_sparkline_finalize;
  widget_class->snapshot = qtr_sparkline_snapshot;
  widget_class->measure = qtr_sparkline_measure;

  properties[PROP_SERIES] =
      g_param_spec_boxed ("series", NULL, NULL, G_TYPE_ARRAY,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WORDS] = g_param_spec_string (
      "words", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qtr_sparkline_init (QtrSparkline *self)
{
}

GtkWidget *
qtr_sparkline_new (void)
{
  return g_object_new (QTR_TYPE_SPARKLINE, NULL);
}

void
qtr_sparkline_set_series (QtrSparkline *self, GArray *series)
{
  g_return_if_fail (QTR_IS_SPARKLINE (self));

  if (self->series == series)
    return;
  g_clear_pointer (&self->series, g_array_unref);
  self->series = series == NULL ? NULL : g_array_ref (series);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

void
qtr_sparkline_set_words (QtrSparkline *self, const char *words)
{
  g_return_if_fail (QTR_IS_SPARKLINE (self));

  if (!g_set_str (&self->words, words))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words == NULL ? "" : words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}
