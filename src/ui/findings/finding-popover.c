/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/finding-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _QtrFindingPopover {
  GtkPopover parent_instance;

  /* Template children. */
  GtkImage *icon;
  GtkLabel *severity;
  GtkLabel *message;
  GtkButton *fix;
  GtkLabel *fix_label;
  GtkWidget *dismiss;
};

G_DEFINE_FINAL_TYPE (QtrFindingPopover, qtr_finding_popover, GTK_TYPE_POPOVER)

enum {
  SIGNAL_FIX,
  SIGNAL_NEXT,
  SIGNAL_DISMISS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fix_clicked_cb (QtrFindingPopover *self)
{
  g_signal_emit (self, signals[SIGNAL_FIX], 0);
}

static void
next_clicked_cb (QtrFindingPopover *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
dismiss_clicked_cb (QtrFindingPopover *self)
{
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0);
}

static void
qtr_finding_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FINDING_POPOVER);

  G_OBJECT_CLASS (qtr_finding_popover_parent_class)->dispose (object);
}

static void
qtr_finding_popover_class_init (QtrFindingPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_finding_popover_dispose;

  signals[SIGNAL_FIX] =
      g_signal_new ("fix", QTR_TYPE_FINDING_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] =
      g_signal_new ("next", QTR_TYPE_FINDING_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", QTR_TYPE_FINDING_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/findings/finding-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrFindingPopover, icon);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingPopover, severity);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingPopover, message);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingPopover, fix);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingPopover, fix_label);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingPopover, dismiss);
  gtk_widget_class_bind_template_callback (widget_class, fix_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked_cb);
}

static void
qtr_finding_popover_init (QtrFindingPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qtr_finding_popover_new (void)
{
  return g_object_new (QTR_TYPE_FINDING_POPOVER, NULL);
}

void
qtr_finding_popover_set_words (QtrFindingPopover *self, const char *icon, const char *severity,
                               const char *message, const char *fix)
{
  g_autofree char *label = NULL;

  g_return_if_fail (QTR_IS_FINDING_POPOVER (self));

  /* Translators: what a fix does: the words as they will be. */
  label = fix == NULL ? NULL : g_strdup_printf (_ ("Change to “%s”"), fix);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->severity, severity);
  gtk_label_set_label (self->message, message);
  gtk_label_set_label (self->fix_label, label == NULL ? "" : label);
  gtk_widget_set_visible (GTK_WIDGET (self->fix), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->dismiss), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, severity,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

void
qtr_finding_popover_ask (QtrFindingPopover *self)
{
  g_return_if_fail (QTR_IS_FINDING_POPOVER (self));

  /* Translators: goes to where one can choose between what two people wrote. */
  gtk_label_set_label (self->fix_label, _ ("Choose…"));
  gtk_widget_set_visible (GTK_WIDGET (self->fix), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->dismiss), FALSE);
}
