/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-note.h"

#include <glib/gi18n-lib.h>

#define WIDTH_CHARS 32

struct _QtrFiguresNote {
  AdwBin parent_instance;

  /* Owned. */
  QtrFiguresRow *row;
  GSignalGroup *row_signals;

  /* Borrowed: the button, and what is in its popover once that was opened. */
  GtkWidget *button;
  GtkWidget *entry;

  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (QtrFiguresNote, qtr_figures_note, ADW_TYPE_BIN)

enum {
  SIGNAL_NOTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_note (QtrFiguresNote *self)
{
  const char *note = self->row == NULL ? NULL : qtr_figures_row_get_note (self->row);

  return note == NULL ? "" : note;
}

/* A note is seen to be there by its button, which is faint while there is none. */
static void
show_row (QtrFiguresNote *self)
{
  const char *note = get_note (self);
  g_autofree char *name = NULL;

  /* Translators: of a button; %s is a measure. */
  name = g_strdup_printf (_ ("Note on %s"), qtr_figures_row_get_measure (self->row)->name);
  if (*note == '\0')
    gtk_widget_add_css_class (self->button, "dimmed");
  else
    gtk_widget_remove_css_class (self->button, "dimmed");
  gtk_widget_set_tooltip_text (self->button, *note == '\0' ? _ ("Write a Note") : note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  if (self->entry != NULL && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), note)) {
    self->is_showing = TRUE;
    gtk_editable_set_text (GTK_EDITABLE (self->entry), note);
    self->is_showing = FALSE;
  }
}

static void
note_changed_cb (QtrFiguresRow *row, GParamSpec *pspec, QtrFiguresNote *self)
{
  g_assert (QTR_IS_FIGURES_NOTE (self));

  show_row (self);
}

static void
changed_cb (QtrFiguresNote *self)
{
  if (!self->is_showing && self->row != NULL)
    g_signal_emit (self, signals[SIGNAL_NOTED], 0, self->row,
                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
activate_cb (QtrFiguresNote *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* Most notes are never written, so the popover is made when the first one is. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  QtrFiguresNote *self = QTR_FIGURES_NOTE (user_data);
  GtkWidget *popover = gtk_popover_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), get_note (self));
  /* Undo is the document's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Note on the figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"),
                                  -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), self->entry);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static void
qtr_figures_note_dispose (GObject *object)
{
  QtrFiguresNote *self = QTR_FIGURES_NOTE (object);

  g_clear_object (&self->row_signals);
  g_clear_object (&self->row);
  self->entry = NULL;

  G_OBJECT_CLASS (qtr_figures_note_parent_class)->dispose (object);
}

static void
qtr_figures_note_class_init (QtrFiguresNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_figures_note_dispose;

  signals[SIGNAL_NOTED] = g_signal_new ("noted", QTR_TYPE_FIGURES_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, QTR_TYPE_FIGURES_ROW, G_TYPE_STRING);
}

static void
qtr_figures_note_init (QtrFiguresNote *self)
{
  self->row_signals = g_signal_group_new (QTR_TYPE_FIGURES_ROW);
  g_signal_group_connect (self->row_signals, "notify::note", G_CALLBACK (note_changed_cb), self);
  g_signal_group_connect (self->row_signals, "notify::name", G_CALLBACK (note_changed_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "document-edit-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
qtr_figures_note_new (void)
{
  return g_object_new (QTR_TYPE_FIGURES_NOTE, NULL);
}

void
qtr_figures_note_set_row (QtrFiguresNote *self, QtrFiguresRow *row)
{
  g_return_if_fail (QTR_IS_FIGURES_NOTE (self));

  if (!g_set_object (&self->row, row))
    return;
  g_signal_group_set_target (self->row_signals, row);
  if (row != NULL)
    show_row (self);
}

void
qtr_figures_note_open (QtrFiguresNote *self)
{
  g_return_if_fail (QTR_IS_FIGURES_NOTE (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
