/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/start-page.h"

#include "ui/window/recent-list.h"

struct _QtrStartPage {
  AdwBin parent_instance;

  /* Template children. */
  QtrRecentList *recent;
};

G_DEFINE_FINAL_TYPE (QtrStartPage, qtr_start_page, ADW_TYPE_BIN)

enum {
  SIGNAL_PLAN_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (QtrStartPage *self, GFile *file)
{
  g_signal_emit (self, signals[SIGNAL_PLAN_CHOSEN], 0, file);
}

/* Whoever comes back goes on with the latest plan by Return alone. */
static void
qtr_start_page_map (GtkWidget *widget)
{
  QtrStartPage *self = QTR_START_PAGE (widget);
  gboolean any = qtr_recent_list_refresh (self->recent);

  GTK_WIDGET_CLASS (qtr_start_page_parent_class)->map (widget);

  if (any)
    gtk_widget_child_focus (GTK_WIDGET (self->recent), GTK_DIR_TAB_FORWARD);
}

static void
qtr_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_START_PAGE);

  G_OBJECT_CLASS (qtr_start_page_parent_class)->dispose (object);
}

static void
qtr_start_page_class_init (QtrStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_start_page_dispose;
  widget_class->map = qtr_start_page_map;

  signals[SIGNAL_PLAN_CHOSEN] = g_signal_new ("plan-chosen", QTR_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (QTR_TYPE_RECENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrStartPage, recent);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
qtr_start_page_init (QtrStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
