/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/outline/outline-row.h"

#include <glib/gi18n-lib.h>

struct _QtrOutlineRow {
  GtkListBoxRow parent_instance;

  /* Owned. */
  char *priority;

  int number;
  guint n_reported;
  guint n_commitments;
  guint n_findings;
  guint n_errors;

  /* Template children. */
  GtkLabel *number_label;
  GtkLabel *title_label;
  GtkWidget *progress;
  GtkLabel *progress_label;
  GtkWidget *missing;
  GtkLabel *findings_label;
};

G_DEFINE_FINAL_TYPE (QtrOutlineRow, qtr_outline_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_missing (QtrOutlineRow *self)
{
  return self->n_commitments > 0 && self->n_reported == 0;
}

static char *
word_progress (QtrOutlineRow *self)
{
  if (self->n_commitments == 0)
    return NULL;
  if (is_missing (self))
    return g_strdup (_ ("Missing"));

  /* Translators: how many of a priority's commitments are reported. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u reported", "%u of %u reported", self->n_commitments),
      self->n_reported, self->n_commitments);
}

/* What the row says in one go to who does not see it. */
static void
update_accessible (QtrOutlineRow *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *label = NULL;
  g_autofree char *progress = word_progress (self);

  if (self->number > 0)
    g_strv_builder_take (parts, g_strdup_printf (_ ("Priority %d"), self->number));
  g_strv_builder_add (parts, gtk_label_get_label (self->title_label));
  if (progress != NULL)
    g_strv_builder_add (parts, progress);
  if (self->n_findings > 0)
    g_strv_builder_take (
        parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", self->n_findings),
                                self->n_findings));
  texts = g_strv_builder_end (parts);
  /* Translators: stands between the parts of what is read out of an outline's row. */
  label = g_strjoinv (_ (", "), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

const char *
qtr_outline_row_get_priority (QtrOutlineRow *self)
{
  g_return_val_if_fail (QTR_IS_OUTLINE_ROW (self), NULL);

  return self->priority;
}

void
qtr_outline_row_set_heading (QtrOutlineRow *self, int number, const char *title)
{
  g_autofree char *digits = number > 0 ? g_strdup_printf ("%d", number) : NULL;

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  self->number = number;
  gtk_label_set_label (self->number_label, digits == NULL ? "" : digits);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), digits != NULL);
  gtk_label_set_label (self->title_label, title == NULL ? "" : title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  update_accessible (self);
}

void
qtr_outline_row_set_progress (QtrOutlineRow *self, guint n_reported, guint n_commitments)
{
  g_autofree char *progress = NULL;

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  self->n_reported = n_reported;
  self->n_commitments = n_commitments;
  progress = word_progress (self);
  gtk_label_set_label (self->progress_label, progress == NULL ? "" : progress);
  gtk_widget_set_visible (self->progress, progress != NULL);
  gtk_widget_set_visible (self->missing, is_missing (self));
  if (is_missing (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  update_accessible (self);
}

void
qtr_outline_row_set_findings (QtrOutlineRow *self, guint n_findings, guint n_errors)
{
  g_autofree char *digits = g_strdup_printf ("%u", n_findings);

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  if (self->n_findings == n_findings && self->n_errors == n_errors)
    return;

  self->n_findings = n_findings;
  self->n_errors = n_errors;
  gtk_label_set_label (self->findings_label, digits);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_label), n_findings > 0);
  if (n_errors > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->findings_label), "errors");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->findings_label), "errors");
  update_accessible (self);
}

static void
qtr_outline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_OUTLINE_ROW);

  G_OBJECT_CLASS (qtr_outline_row_parent_class)->dispose (object);
}

static void
qtr_outline_row_finalize (GObject *object)
{
  g_free (QTR_OUTLINE_ROW (object)->priority);

  G_OBJECT_CLASS (qtr_outline_row_parent_class)->finalize (object);
}

static void
qtr_outline_row_class_init (QtrOutlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_outline_row_dispose;
  object_class->finalize = qtr_outline_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/outline/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, progress);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, missing);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, findings_label);
}

static void
qtr_outline_row_init (QtrOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qtr_outline_row_new (const char *priority)
{
  QtrOutlineRow *self = g_object_new (QTR_TYPE_OUTLINE_ROW, NULL);

  self->priority = g_strdup (priority);
  return GTK_WIDGET (self);
}
