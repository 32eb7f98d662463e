/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/conflict-card.h"

#include <glib/gi18n-lib.h>

#include "ui/changes/conflict-words.h"
#include "ui/changes/word-marks.h"

struct _QtrConflictCard {
  AdwBin parent_instance;

  /* Owned. */
  QtrChangeItem *item;

  /* Template children. */
  GtkLabel *sentence;
  GtkLabel *place;
  GtkLabel *yours;
  GtkLabel *theirs;
  GtkLabel *base;
  GtkButton *use_yours;
  GtkButton *use_theirs;
  GtkButton *use_both;
  GtkToggleButton *show_base;
  GtkButton *go;
};

G_DEFINE_FINAL_TYPE (QtrConflictCard, qtr_conflict_card, ADW_TYPE_BIN)

enum {
  SIGNAL_SETTLED,
  SIGNAL_BOTH,
  SIGNAL_GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
yours_clicked_cb (QtrConflictCard *self)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, QTR_SIDE_OURS);
}

static void
theirs_clicked_cb (QtrConflictCard *self)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, QTR_SIDE_THEIRS);
}

static void
both_clicked_cb (QtrConflictCard *self)
{
  g_signal_emit (self, signals[SIGNAL_BOTH], 0);
}

static void
go_clicked_cb (QtrConflictCard *self)
{
  g_signal_emit (self, signals[SIGNAL_GO], 0);
}

/* What each side changed is marked against what was there before both. */
static void
show_side (QtrConflictCard *self, GtkLabel *label, QtrSide side)
{
  const QtrPlan *plan = qtr_change_item_get_plan (self->item);
  const QtrConflict *conflict = qtr_change_item_get_conflict (self->item);
  AdwStyleManager *style = adw_style_manager_get_default ();
  const QtrWordColours *colours =
      qtr_word_colours_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;

  if (qtr_conflict_is_prose (plan, conflict) && qtr_conflict_get_text (conflict, side) != NULL)
    text = qtr_word_marks_show_side (qtr_conflict_get_text (conflict, QTR_SIDE_BASE),
                                     qtr_conflict_get_text (conflict, side), colours, &attributes);
  else
    text = qtr_conflict_side_to_words (plan, conflict, side);
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

static void
refresh_sides (QtrConflictCard *self)
{
  const QtrConflict *conflict = qtr_change_item_get_conflict (self->item);
  g_autofree char *base =
      qtr_conflict_side_to_words (qtr_change_item_get_plan (self->item), conflict, QTR_SIDE_BASE);

  show_side (self, self->yours, QTR_SIDE_OURS);
  show_side (self, self->theirs, QTR_SIDE_THEIRS);
  gtk_label_set_label (self->base, base);
  gtk_widget_set_visible (GTK_WIDGET (self->show_base), conflict->base != NULL);
}

static void
style_changed_cb (QtrConflictCard *self)
{
  g_assert (QTR_IS_CONFLICT_CARD (self));

  if (self->item != NULL)
    refresh_sides (self);
}

static void
qtr_conflict_card_dispose (GObject *object)
{
  QtrConflictCard *self = QTR_CONFLICT_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_CONFLICT_CARD);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (qtr_conflict_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/changes/conflict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, place);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, yours);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, theirs);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, base);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, use_yours);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, use_theirs);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, use_both);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, show_base);
  gtk_widget_class_bind_template_child (widget_class, QtrConflictCard, go);
  gtk_widget_class_bind_template_callback (widget_class, yours_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, theirs_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, both_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
}

static void
qtr_conflict_card_class_init (QtrConflictCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_conflict_card_dispose;

  signals[SIGNAL_SETTLED] = g_signal_new ("settled", QTR_TYPE_CONFLICT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_BOTH] =
      g_signal_new ("both", QTR_TYPE_CONFLICT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GO] =
      g_signal_new ("go", QTR_TYPE_CONFLICT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qtr_conflict_card_init (QtrConflictCard *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qtr_conflict_card_new (void)
{
  return g_object_new (QTR_TYPE_CONFLICT_CARD, NULL);
}

/* Each button says what would stand there. */
static void
describe_buttons (QtrConflictCard *self)
{
  const struct {
    GtkButton *button;
    GtkLabel *label;
  } choices[] = { { self->use_yours, self->yours }, { self->use_theirs, self->theirs } };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (choices[i].button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_label (choices[i].label), -1);
}

void
qtr_conflict_card_set_item (QtrConflictCard *self, QtrChangeItem *item, gboolean editable)
{
  const QtrChangeWords *words = NULL;
  const QtrConflict *conflict = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (QTR_IS_CONFLICT_CARD (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  words = qtr_change_item_get_words (item);
  conflict = qtr_change_item_get_conflict (item);
  /* Translators: what a question is about, as in “bullet, text”, and where that is. */
  place = words->note == NULL ? g_strdup (words->title)
                              : g_strdup_printf (_ ("%1$s · %2$s"), words->title, words->note);
  gtk_label_set_label (self->sentence, qtr_conflict_to_sentence (conflict));
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->use_both),
                          qtr_conflict_is_prose (qtr_change_item_get_plan (item), conflict));
  gtk_widget_set_sensitive (GTK_WIDGET (self->use_yours), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->use_theirs), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->use_both), editable);
  refresh_sides (self);
  describe_buttons (self);
}

QtrChangeItem *
qtr_conflict_card_get_item (QtrConflictCard *self)
{
  g_return_val_if_fail (QTR_IS_CONFLICT_CARD (self), NULL);

  return self->item;
}
