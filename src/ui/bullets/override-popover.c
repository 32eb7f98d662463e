/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/override-popover.h"

#include <adwaita.h>

struct _QtrOverridePopover {
  GtkPopover parent_instance;

  /* Template children. */
  GtkEditable *text;
  GtkEditable *because;
  GtkWidget *override;
  GtkWidget *follow;
};

G_DEFINE_FINAL_TYPE (QtrOverridePopover, qtr_override_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static char *
get_words (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* An override without a reason is none. */
static gboolean
is_complete (QtrOverridePopover *self)
{
  g_autofree char *text = get_words (self->text);
  g_autofree char *because = get_words (self->because);

  return *text != '\0' && *because != '\0';
}

static void
changed_cb (QtrOverridePopover *self)
{
  gtk_widget_set_sensitive (self->override, is_complete (self));
}

static void
override_cb (QtrOverridePopover *self)
{
  g_autoptr (QtrOverridePopover) kept = g_object_ref (self);
  g_autofree char *text = get_words (self->text);
  g_autofree char *because = get_words (self->because);

  if (!is_complete (self)) {
    gtk_widget_grab_focus (GTK_WIDGET (*text == '\0' ? self->text : self->because));
    return;
  }

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, text, because);
}

static void
follow_cb (QtrOverridePopover *self)
{
  g_autoptr (QtrOverridePopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, NULL, NULL);
}

static void
qtr_override_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_OVERRIDE_POPOVER);

  G_OBJECT_CLASS (qtr_override_popover_parent_class)->dispose (object);
}

static void
qtr_override_popover_class_init (QtrOverridePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_override_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/bullets/override-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrOverridePopover, text);
  gtk_widget_class_bind_template_child (widget_class, QtrOverridePopover, because);
  gtk_widget_class_bind_template_child (widget_class, QtrOverridePopover, override);
  gtk_widget_class_bind_template_child (widget_class, QtrOverridePopover, follow);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, override_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  chosen_signal = g_signal_new ("chosen", QTR_TYPE_OVERRIDE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
qtr_override_popover_init (QtrOverridePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qtr_override_popover_new (const char *text, const char *because)
{
  QtrOverridePopover *self = g_object_new (QTR_TYPE_OVERRIDE_POPOVER, NULL);

  gtk_editable_set_text (self->text, text == NULL ? "" : text);
  gtk_editable_set_text (self->because, because == NULL ? "" : because);
  gtk_widget_set_visible (self->follow, text != NULL);
  return GTK_WIDGET (self);
}
