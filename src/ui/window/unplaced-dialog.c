/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/unplaced-dialog.h"

#include <glib/gi18n-lib.h>

struct _QtrUnplacedDialog {
  AdwDialog parent_instance;

  /* Template children. */
  AdwPreferencesGroup *lines;
};

G_DEFINE_FINAL_TYPE (QtrUnplacedDialog, qtr_unplaced_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
make_row (const QtrReportRemark *remark)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = NULL;
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), remark->text);
  if (remark->line > 0)
    place = g_strdup_printf (_ ("Line %u"), remark->line);
  if (place != NULL && remark->reason != NULL)
    /* Translators: where a line stands, and why it was not placed: "Line 12: no heading before it". */
    subtitle = g_strdup_printf (_ ("%s: %s"), place, remark->reason);
  else
    subtitle = g_strdup (place != NULL ? place : remark->reason);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
qtr_unplaced_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_UNPLACED_DIALOG);

  G_OBJECT_CLASS (qtr_unplaced_dialog_parent_class)->dispose (object);
}

static void
qtr_unplaced_dialog_class_init (QtrUnplacedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_unplaced_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/unplaced-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrUnplacedDialog, lines);
}

static void
qtr_unplaced_dialog_init (QtrUnplacedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
qtr_unplaced_dialog_new (const QtrReport *report)
{
  QtrUnplacedDialog *self = g_object_new (QTR_TYPE_UNPLACED_DIALOG, NULL);

  for (guint i = 0; i < report->unplaced->len; i++)
    adw_preferences_group_add (self->lines, make_row (g_ptr_array_index (report->unplaced, i)));

  return ADW_DIALOG (self);
}
