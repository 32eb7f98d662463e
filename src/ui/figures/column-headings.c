/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/column-headings.h"

void
qtr_column_view_align_headings (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header == NULL ? NULL : gtk_widget_get_first_child (header);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title)) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    const char *id = column == NULL ? NULL : gtk_column_view_column_get_id (column);
    GtkWidget *box = gtk_widget_get_first_child (title);

    if (box != NULL && g_strcmp0 (id, "number") == 0)
      gtk_widget_set_halign (box, GTK_ALIGN_END);
  }
}

int
qtr_column_view_get_digit_width (GtkColumnView *view)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}
