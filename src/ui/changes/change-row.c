/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/change-row.h"

#include <glib/gi18n-lib.h>

#include "ui/changes/word-marks.h"

struct _QtrChangeRow {
  AdwBin parent_instance;

  /* Owned. */
  QtrChangeItem *item;

  /* Template children. */
  GtkImage *icon;
  GtkLabel *what;
  GtkLabel *text;
  GtkButton *revert;
};

G_DEFINE_FINAL_TYPE (QtrChangeRow, qtr_change_row, ADW_TYPE_BIN)

enum {
  SIGNAL_GO,
  SIGNAL_REVERT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
revert_clicked_cb (QtrChangeRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REVERT], 0);
}

/* One click goes there. A list that activates at one click would also select whatever the pointer passes. */
static void
released_cb (QtrChangeRow *self, int n_press)
{
  if (n_press == 1)
    g_signal_emit (self, signals[SIGNAL_GO], 0);
}

static void
refresh_text (QtrChangeRow *self)
{
  const QtrChangeWords *words = qtr_change_item_get_words (self->item);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const QtrWordColours *colours =
      qtr_word_colours_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;

  /* What came as a whole is not all underlined; what went as a whole is struck through. */
  if (words->kind == QTR_CHANGE_ITEM_CHANGED || words->new_text == NULL)
    text = qtr_word_marks_show (words->old_text, words->new_text, colours, &attributes);
  gtk_label_set_label (self->text, text == NULL ? words->new_text : text);
  gtk_label_set_attributes (self->text, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *gtk_label_get_label (self->text) != '\0');
}

static char *
describe (const QtrChangeWords *words)
{
  const char *kind = qtr_change_item_kind_to_word (words->kind);

  if (words->note == NULL)
    /* Translators: over a change: its kind, as in “Added”, and what it is, as in “bullet”. */
    return g_strdup_printf (_ ("%1$s · %2$s"), kind, words->title);

  /* Translators: over a change: its kind, what it is, and a remark. */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), kind, words->title, words->note);
}

static void
style_changed_cb (QtrChangeRow *self)
{
  g_assert (QTR_IS_CHANGE_ROW (self));

  if (self->item != NULL)
    refresh_text (self);
}

static void
qtr_change_row_dispose (GObject *object)
{
  QtrChangeRow *self = QTR_CHANGE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_CHANGE_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (qtr_change_row_parent_class)->dispose (object);
}

static void
qtr_change_row_class_init (QtrChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_change_row_dispose;

  signals[SIGNAL_GO] =
      g_signal_new ("go", QTR_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REVERT] =
      g_signal_new ("revert", QTR_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/changes/change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrChangeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, QtrChangeRow, what);
  gtk_widget_class_bind_template_child (widget_class, QtrChangeRow, text);
  gtk_widget_class_bind_template_child (widget_class, QtrChangeRow, revert);
  gtk_widget_class_bind_template_callback (widget_class, revert_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
qtr_change_row_init (QtrChangeRow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qtr_change_row_new (void)
{
  return g_object_new (QTR_TYPE_CHANGE_ROW, NULL);
}

static void
set_kind (QtrChangeRow *self, QtrChangeItemKind kind)
{
  static const char *const classes[] = {
    [QTR_CHANGE_ITEM_CONFLICT] = "conflict", [QTR_CHANGE_ITEM_ADDED] = "came",
    [QTR_CHANGE_ITEM_REMOVED] = "gone",      [QTR_CHANGE_ITEM_MOVED] = "moved",
    [QTR_CHANGE_ITEM_CHANGED] = "changed",   [QTR_CHANGE_ITEM_NEW] = "came",
    [QTR_CHANGE_ITEM_DROPPED] = "gone",      [QTR_CHANGE_ITEM_SAME] = "same",
  };
  const char *now[] = { "change", classes[kind], NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), now);
  gtk_image_set_from_icon_name (self->icon, qtr_change_item_kind_get_icon (kind));
}

void
qtr_change_row_set_item (QtrChangeRow *self, QtrChangeItem *item, gboolean can_revert)
{
  g_autofree char *what = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (QTR_IS_CHANGE_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  what = describe (qtr_change_item_get_words (item));
  set_kind (self, qtr_change_item_get_words (item)->kind);
  gtk_label_set_label (self->what, what);
  refresh_text (self);
  gtk_widget_set_visible (GTK_WIDGET (self->revert), can_revert && qtr_change_item_can_revert (item));
  g_object_get (item, "words", &words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->revert), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

QtrChangeItem *
qtr_change_row_get_item (QtrChangeRow *self)
{
  g_return_val_if_fail (QTR_IS_CHANGE_ROW (self), NULL);

  return self->item;
}
