/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/export-button.h"

#include <glib/gi18n-lib.h>

#include "ui/findings/severity-words.h"

struct _QtrExportButton {
  AdwBin parent_instance;

  guint n_errors;

  /* Template children. */
  GtkStack *stack;
  GtkMenuButton *held;
  GtkLabel *badge;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (QtrExportButton, qtr_export_button, ADW_TYPE_BIN)

/* Whatever is chosen in it closes it. */
static void
chosen_cb (QtrExportButton *self)
{
  gtk_menu_button_popdown (self->held);
}

static void
qtr_export_button_dispose (GObject *object)
{
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_EXPORT_BUTTON);

  G_OBJECT_CLASS (qtr_export_button_parent_class)->dispose (object);
}

static void
qtr_export_button_class_init (QtrExportButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_export_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/export-button.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrExportButton, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrExportButton, held);
  gtk_widget_class_bind_template_child (widget_class, QtrExportButton, badge);
  gtk_widget_class_bind_template_child (widget_class, QtrExportButton, reason);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
qtr_export_button_init (QtrExportButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qtr_export_button_set_errors (QtrExportButton *self, guint n_errors)
{
  g_autofree char *digits = g_strdup_printf ("%u", n_errors);
  g_autofree char *count = qtr_severity_count_to_words (QTR_SEVERITY_ERROR, n_errors);
  g_autofree char *tooltip = NULL;
  g_autofree char *reason = NULL;

  g_return_if_fail (QTR_IS_EXPORT_BUTTON (self));

  if (self->n_errors == n_errors)
    return;

  self->n_errors = n_errors;
  /* Translators: the export's button, with what holds it back: "4 errors". */
  tooltip = g_strdup_printf (_ ("Export · %s"), count);
  reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The final export is held back by %u error.",
                                         "The final export is held back by %u errors.", n_errors),
                            n_errors);
  gtk_label_set_label (self->badge, digits);
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->held), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->held), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason,
                                  -1);
  gtk_stack_set_visible_child_name (self->stack, n_errors > 0 ? "held" : "free");
}
