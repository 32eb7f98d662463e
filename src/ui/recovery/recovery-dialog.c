/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/recovery/recovery-dialog.h"

#include "ui/recovery/recovered-row.h"
#include "ui/recovery/sentence-label.h"

struct _QtrRecoveryDialog {
  AdwDialog parent_instance;

  /* Template children. */
  AdwNavigationView *pages;
  GtkStack *stack;
  GtkListBox *rows;
  AdwNavigationPage *comparison;
  AdwWindowTitle *compared;
  GtkListView *sentences;
};

G_DEFINE_FINAL_TYPE (QtrRecoveryDialog, qtr_recovery_dialog, ADW_TYPE_DIALOG)

enum {
  SIGNAL_OPEN_CHOSEN,
  SIGNAL_DISCARDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Rows --- */

static QtrRecoveredRow *
get_row (QtrRecoveryDialog *self, int index)
{
  return QTR_RECOVERED_ROW (gtk_list_box_get_row_at_index (self->rows, index));
}

static gboolean
is_open_to_decision (QtrRecoveredRow *row)
{
  return qtr_recovered_get_error (qtr_recovered_row_get_recovered (row)) == NULL &&
         !qtr_recovered_row_get_discarded (row);
}

/* What cannot be read keeps nobody from what was opened. */
static gboolean
is_all_decided (QtrRecoveryDialog *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->rows, i) != NULL; i++)
    if (is_open_to_decision (get_row (self, i)))
      return FALSE;

  return TRUE;
}

static void
open_chosen_cb (QtrRecoveredRow *row, QtrRecoveryDialog *self)
{
  g_autoptr (QtrRecovered) recovered = g_object_ref (qtr_recovered_row_get_recovered (row));
  g_autoptr (QtrRecoveryDialog) alive = g_object_ref (self);

  g_assert (QTR_IS_RECOVERY_DIALOG (self));

  gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (is_all_decided (self))
    adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_OPEN_CHOSEN], 0, recovered);
}

static void
compare_chosen_cb (QtrRecoveredRow *row, QtrRecoveryDialog *self)
{
  QtrRecovered *recovered = qtr_recovered_row_get_recovered (row);
  g_autoptr (GtkStringList) list = gtk_string_list_new (qtr_recovered_get_sentences (recovered));
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)));

  g_assert (QTR_IS_RECOVERY_DIALOG (self));

  gtk_list_view_set_model (self->sentences, GTK_SELECTION_MODEL (model));
  adw_window_title_set_subtitle (self->compared, qtr_recovered_get_title (recovered));
  adw_navigation_view_push (self->pages, self->comparison);
}

static void
add_row (QtrRecoveryDialog *self, QtrRecovered *recovered)
{
  GtkWidget *row = qtr_recovered_row_new (recovered);

  g_signal_connect_object (row, "open-chosen", G_CALLBACK (open_chosen_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "compare-chosen", G_CALLBACK (compare_chosen_cb), self, G_CONNECT_DEFAULT);
  gtk_list_box_append (self->rows, row);
}

/* Nobody can change their mind any more. */
static void
qtr_recovery_dialog_closed (AdwDialog *dialog)
{
  QtrRecoveryDialog *self = QTR_RECOVERY_DIALOG (dialog);

  for (int i = 0; gtk_list_box_get_row_at_index (self->rows, i) != NULL; i++)
    if (qtr_recovered_row_get_discarded (get_row (self, i)))
      g_signal_emit (self, signals[SIGNAL_DISCARDED], 0, qtr_recovered_row_get_recovered (get_row (self, i)));
}

/* --- What differs --- */

static void
sentence_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, QtrRecoveryDialog *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_assert (QTR_IS_RECOVERY_DIALOG (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
sentence_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, QtrRecoveryDialog *self)
{
  const char *sentence = gtk_string_object_get_string (gtk_list_item_get_item (item));

  g_assert (QTR_IS_RECOVERY_DIALOG (self));

  qtr_sentence_label_show (GTK_LABEL (gtk_list_item_get_child (item)), sentence);
  gtk_list_item_set_accessible_label (item, sentence);
  gtk_list_item_set_activatable (item, FALSE);
}

/* --- Life --- */

static void
qtr_recovery_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_RECOVERY_DIALOG);

  G_OBJECT_CLASS (qtr_recovery_dialog_parent_class)->dispose (object);
}

static guint
add_signal (QtrRecoveryDialogClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       1, QTR_TYPE_RECOVERED);
}

static void
qtr_recovery_dialog_class_init (QtrRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_recovery_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = qtr_recovery_dialog_closed;

  signals[SIGNAL_OPEN_CHOSEN] = add_signal (klass, "open-chosen");
  signals[SIGNAL_DISCARDED] = add_signal (klass, "discarded");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/recovery/recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveryDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveryDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveryDialog, comparison);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveryDialog, compared);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveryDialog, sentences);
  gtk_widget_class_bind_template_callback (widget_class, sentence_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, sentence_bind_cb);
}

static void
qtr_recovery_dialog_init (QtrRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
qtr_recovery_dialog_new (GPtrArray *recovered)
{
  QtrRecoveryDialog *self = g_object_new (QTR_TYPE_RECOVERY_DIALOG, NULL);

  for (guint i = 0; i < recovered->len; i++)
    add_row (self, g_ptr_array_index (recovered, i));
  gtk_stack_set_visible_child_name (self->stack, recovered->len == 0 ? "empty" : "found");
  return ADW_DIALOG (self);
}
