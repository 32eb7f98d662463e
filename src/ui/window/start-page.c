/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/start-page.h"

struct _QtrStartPage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (QtrStartPage, qtr_start_page, ADW_TYPE_BIN)

static void
qtr_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_START_PAGE);

  G_OBJECT_CLASS (qtr_start_page_parent_class)->dispose (object);
}

static void
qtr_start_page_class_init (QtrStartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_start_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/quarterly/Quarterly/window/start-page.ui");
}

static void
qtr_start_page_init (QtrStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
