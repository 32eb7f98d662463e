/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/text-sheet.h"

/* The measure of a text view that nothing scrolls: it has to be laid out at the width to know its height,
 * and asking twice at different widths would lay it out twice a frame. So answers are kept. */

typedef struct {
  /* Owned: the heights that are known, by their widths. */
  GArray *heights;

  /* Borrowed from the tag table. */
  GtkTextTag *probe_tag;

  gboolean measuring;
  guint measured_lines;
} QtrTextSheetPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (QtrTextSheet, qtr_text_sheet, GTK_TYPE_TEXT_VIEW)

/* How high the text is at a width. */
typedef struct {
  int width;
  int minimum;
  int natural;
} Height;

static QtrTextSheetPrivate *
get_private (QtrTextSheet *self)
{
  return qtr_text_sheet_get_instance_private (self);
}

static gboolean
find_height (QtrTextSheet *self, int width, Height *height)
{
  GArray *heights = get_private (self)->heights;

  for (guint i = 0; i < heights->len; i++) {
    *height = g_array_index (heights, Height, i);
    if (height->width == width)
      return TRUE;
  }

  return FALSE;
}

/* Of many new lines, the text view lays out first what it thinks is on the screen, and the others when there
 * is time. Once it has begun so, allocating more room does not make it go on; a line that changes does. */
static void
restart_layout (QtrTextSheet *self)
{
  QtrTextSheetPrivate *priv = get_private (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint n_lines = gtk_text_buffer_get_line_count (buffer);
  GtkTextIter start, end;

  if (n_lines <= priv->measured_lines + 1) {
    priv->measured_lines = n_lines;
    return;
  }

  priv->measured_lines = n_lines;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  end = start;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_apply_tag (buffer, priv->probe_tag, &start, &end);
  gtk_text_buffer_remove_tag (buffer, priv->probe_tag, &start, &end);
}

static Height
measure_height (QtrTextSheet *self, int width)
{
  QtrTextSheetPrivate *priv = get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidgetClass *parent = GTK_WIDGET_CLASS (qtr_text_sheet_parent_class);
  Height height = { .width = width };

  priv->measuring = TRUE;
  restart_layout (self);
  parent->size_allocate (widget, width, 1 << 20, -1);
  parent->measure (widget, GTK_ORIENTATION_VERTICAL, width, &height.minimum, &height.natural, NULL, NULL);
  priv->measuring = FALSE;
  g_array_append_val (priv->heights, height);
  return height;
}

/* The text view asks for a new size from within the allocation of the old one too, where that is dropped; so
 * it is asked for here. */
void
qtr_text_sheet_forget_heights (QtrTextSheet *self)
{
  QtrTextSheetPrivate *priv = NULL;

  g_return_if_fail (QTR_IS_TEXT_SHEET (self));

  priv = get_private (self);
  if (priv->measuring || priv->heights == NULL || priv->heights->len == 0)
    return;

  g_array_set_size (priv->heights, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What it laid out when there was time may be more than it was given room for. */
static void
upper_cb (GtkAdjustment *adjustment, GParamSpec *pspec, QtrTextSheet *self)
{
  g_assert (QTR_IS_TEXT_SHEET (self));

  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    qtr_text_sheet_forget_heights (self);
}

static void
qtr_text_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  QtrTextSheet *self = QTR_TEXT_SHEET (widget);
  Height height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size <= 0) {
    GTK_WIDGET_CLASS (qtr_text_sheet_parent_class)
        ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
    return;
  }

  if (!find_height (self, for_size, &height))
    height = measure_height (self, for_size);
  *minimum = height.minimum;
  *natural = height.natural;
}

static GtkSizeRequestMode
qtr_text_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qtr_text_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qtr_text_sheet_parent_class)->css_changed (widget, change);
  qtr_text_sheet_forget_heights (QTR_TEXT_SHEET (widget));
}

/* Any property of a text view may change its layout. */
static void
qtr_text_sheet_notify (GObject *object, GParamSpec *pspec)
{
  qtr_text_sheet_forget_heights (QTR_TEXT_SHEET (object));
  if (G_OBJECT_CLASS (qtr_text_sheet_parent_class)->notify != NULL)
    G_OBJECT_CLASS (qtr_text_sheet_parent_class)->notify (object, pspec);
}

static void
qtr_text_sheet_constructed (GObject *object)
{
  G_OBJECT_CLASS (qtr_text_sheet_parent_class)->constructed (object);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (object)), "notify::upper",
                           G_CALLBACK (upper_cb), object, 0);
}

static void
qtr_text_sheet_finalize (GObject *object)
{
  g_clear_pointer (&get_private (QTR_TEXT_SHEET (object))->heights, g_array_unref);

  G_OBJECT_CLASS (qtr_text_sheet_parent_class)->finalize (object);
}

static void
qtr_text_sheet_class_init (QtrTextSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qtr_text_sheet_constructed;
  object_class->finalize = qtr_text_sheet_finalize;
  object_class->notify = qtr_text_sheet_notify;
  widget_class->measure = qtr_text_sheet_measure;
  widget_class->get_request_mode = qtr_text_sheet_get_request_mode;
  widget_class->css_changed = qtr_text_sheet_css_changed;
}

static void
qtr_text_sheet_init (QtrTextSheet *self)
{
  QtrTextSheetPrivate *priv = get_private (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  priv->heights = g_array_new (FALSE, FALSE, sizeof (Height));
  priv->probe_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 1.0, NULL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inline");
  g_signal_connect_object (buffer, "changed", G_CALLBACK (qtr_text_sheet_forget_heights), self,
                           G_CONNECT_SWAPPED);
}
