/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/history-cell.h"

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-words.h"

struct _QtrHistoryCell {
  GtkWidget parent_instance;

  /* Owned. */
  QtrHistoryRow *row;
  GtkWidget *text;
  GtkWidget *entry;

  QtrPeriod period;
  guint column;
};

G_DEFINE_FINAL_TYPE (QtrHistoryCell, qtr_history_cell, GTK_TYPE_WIDGET)

enum {
  SIGNAL_WANTED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_plain (GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
}

static gboolean
ask_to_move (QtrHistoryCell *self, int down, int across, GdkModifierType state)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, down, across, (state & GDK_SHIFT_MASK) != 0);
  return GDK_EVENT_STOP;
}

/* Left is where the text began, so that it is the other way about from right to left. */
static gboolean
move_by_key (QtrHistoryCell *self, guint keyval, GdkModifierType state)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval) {
  case GDK_KEY_Up:
    return ask_to_move (self, -1, 0, state);
  case GDK_KEY_Down:
    return ask_to_move (self, 1, 0, state);
  case GDK_KEY_Left:
    return ask_to_move (self, 0, -forward, state);
  case GDK_KEY_Right:
    return ask_to_move (self, 0, forward, state);
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static gboolean
key_pressed_cb (QtrHistoryCell *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (self->entry != NULL || !is_plain (state))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_F2) {
    g_signal_emit (self, signals[SIGNAL_WANTED], 0, NULL);
    return GDK_EVENT_STOP;
  }
  if (letter > ' ' && g_unichar_isprint (letter)) {
    g_unichar_to_utf8 (letter, text);
    g_signal_emit (self, signals[SIGNAL_WANTED], 0, text);
    return GDK_EVENT_STOP;
  }
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace) {
    g_signal_emit (self, signals[SIGNAL_WANTED], 0, "");
    return GDK_EVENT_STOP;
  }

  return move_by_key (self, keyval, state);
}

static void
pressed_cb (QtrHistoryCell *self, int n_press, double x, double y)
{
  if (self->entry != NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    g_signal_emit (self, signals[SIGNAL_WANTED], 0, NULL);
}

static void
qtr_history_cell_dispose (GObject *object)
{
  QtrHistoryCell *self = QTR_HISTORY_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (qtr_history_cell_parent_class)->dispose (object);
}

static void
qtr_history_cell_class_init (QtrHistoryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_history_cell_dispose;

  signals[SIGNAL_WANTED] = g_signal_new ("wanted", QTR_TYPE_HISTORY_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", QTR_TYPE_HISTORY_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
qtr_history_cell_init (QtrHistoryCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (self->text), 0.5);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
qtr_history_cell_new (guint column)
{
  QtrHistoryCell *self = g_object_new (QTR_TYPE_HISTORY_CELL, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

guint
qtr_history_cell_get_column (QtrHistoryCell *self)
{
  g_return_val_if_fail (QTR_IS_HISTORY_CELL (self), 0);

  return self->column;
}

static void
set_class (QtrHistoryCell *self, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static char *
make_text (QtrHistoryCell *self, const QtrPoint *point, const char *draft)
{
  g_autofree char *value = NULL;

  if (draft != NULL)
    return g_strdup (draft);
  if (point == NULL)
    return g_strdup ("");

  value = qtr_figures_value_to_words (qtr_history_row_get_measure (self->row), point->value);
  /* Translators: a value that is provisional, marked as statisticians do. */
  return point->provisional && *value != '\0' ? g_strdup_printf (_ ("%s p"), value)
                                              : g_steal_pointer (&value);
}

/* Two cells of a row differ by their periods only. */
static void
update_name (QtrHistoryCell *self, const char *text, gboolean provisional)
{
  g_autofree char *period = qtr_period_to_label (self->period);
  g_autofree char *name = g_strdup_printf (
      /* Translators: a measure, a period and its value. */
      _ ("%1$s, %2$s: %3$s"), qtr_history_row_get_measure (self->row)->name, period,
      *text == '\0' ? _ ("no figure") : text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, provisional ? _ ("Provisional") : "",
                                  -1);
}

void
qtr_history_cell_show (QtrHistoryCell *self, QtrHistoryRow *row, QtrPeriod period, const char *draft)
{
  const QtrPoint *point = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (QTR_IS_HISTORY_CELL (self));

  g_set_object (&self->row, row);
  self->period = period;
  if (row == NULL)
    return;

  point = qtr_history_row_get_point (row, period);
  text = make_text (self, point, draft);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  set_class (self, "error", draft != NULL);
  set_class (self, "provisional", point != NULL && point->provisional);
  update_name (self, text, point != NULL && point->provisional);
}

QtrHistoryRow *
qtr_history_cell_get_row (QtrHistoryCell *self)
{
  g_return_val_if_fail (QTR_IS_HISTORY_CELL (self), NULL);

  return self->row;
}

QtrPeriod
qtr_history_cell_get_period (QtrHistoryCell *self)
{
  g_return_val_if_fail (QTR_IS_HISTORY_CELL (self), QTR_PERIOD_UNSET);

  return self->period;
}

void
qtr_history_cell_set_selected (QtrHistoryCell *self, gboolean selected)
{
  g_return_if_fail (QTR_IS_HISTORY_CELL (self));

  set_class (self, "selected", selected);
}

void
qtr_history_cell_set_entry (QtrHistoryCell *self, GtkWidget *entry)
{
  g_return_if_fail (QTR_IS_HISTORY_CELL (self));

  gtk_widget_set_visible (self->text, entry == NULL);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  self->entry = entry;
  if (entry != NULL)
    gtk_widget_set_parent (entry, GTK_WIDGET (self));
}
