/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-entry.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-reading.h"

#define WIDTH_CHARS 6

struct _QtrFiguresEntry {
  GtkEntry parent_instance;

  /* Owned. */
  QtrFiguresRow *row;
  GSignalGroup *row_signals;
  GCancellable *paste;
  char *problem;
  GtkWidget *popover;

  /* Borrowed: the popover's words. */
  GtkWidget *message;

  gboolean is_showing;
  /* Whether something was typed since the focus came, or since Enter. */
  gboolean is_typing;
};

G_DEFINE_FINAL_TYPE (QtrFiguresEntry, qtr_figures_entry, GTK_TYPE_ENTRY)

enum {
  SIGNAL_TYPED,
  SIGNAL_TAKEN,
  SIGNAL_MOVED,
  SIGNAL_PASTED,
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_text (QtrFiguresEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static gboolean
has_focus (QtrFiguresEntry *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Whether something was typed that the row does not say. */
static gboolean
is_dirty (QtrFiguresEntry *self)
{
  return self->row != NULL && qtr_figures_row_get_editable (self->row) &&
         !g_str_equal (get_text (self), qtr_figures_row_get_now (self->row));
}

static void
hide_message (QtrFiguresEntry *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Most cells never have anything to say, so the bubble is made when the first word is. */
static void
ensure_popover (QtrFiguresEntry *self)
{
  if (self->popover != NULL)
    return;

  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 36);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  self->popover = g_object_ref_sink (gtk_popover_new ());
  gtk_widget_add_css_class (self->popover, "figures-message");
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->message);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
show_message (QtrFiguresEntry *self, const char *message)
{
  ensure_popover (self);
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
qtr_figures_entry_tell (QtrFiguresEntry *self, const char *message)
{
  g_return_if_fail (QTR_IS_FIGURES_ENTRY (self));
  g_return_if_fail (message != NULL);

  show_message (self, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What a screen reader says after the name: the problem if there is one, or else the hint, or that there is
 * nothing. */
static void
update_description (QtrFiguresEntry *self)
{
  const char *hint = self->row == NULL ? NULL : qtr_figures_row_get_hint (self->row);
  const char *empty = *get_text (self) == '\0' ? _ ("No figure") : "";
  const char *words = self->problem != NULL ? self->problem : hint != NULL ? hint : empty;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      self->problem == NULL ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
set_problem (QtrFiguresEntry *self, const char *problem)
{
  if (!g_set_str (&self->problem, problem))
    return;

  update_description (self);
  if (problem == NULL) {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    hide_message (self);
    return;
  }
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  if (has_focus (self))
    qtr_figures_entry_tell (self, problem);
}

/* Reads the text as it stands. @whole: nobody types on, so that half a number is none. Returns whether it can
 * be read. */
static gboolean
check_text (QtrFiguresEntry *self, gboolean whole)
{
  const QtrMeasure *measure = qtr_figures_row_get_measure (self->row);
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));
  g_autoptr (GError) error = NULL;
  QtrDecimal value;

  gboolean reads = !is_dirty (self) || *text == '\0' || qtr_figures_read (measure, text, &value, &error);

  /* A draft that can be read restates what was published, and waits for its reason. */
  if (reads && whole && !self->is_typing && is_dirty (self) && qtr_figures_row_get_draft (self->row) != NULL)
    set_problem (self, _ ("Not written yet: press Enter to say why it is restated."));
  else if (reads || (!whole && qtr_figures_is_beginning (measure, text)))
    set_problem (self, NULL);
  else
    set_problem (self, error->message);
  return reads;
}

static void
update_name (QtrFiguresEntry *self)
{
  g_autofree char *period = qtr_period_to_label (qtr_figures_row_get_period (self->row));
  /* Translators: a measure's name, then the period of the value that is typed. */
  g_autofree char *name =
      g_strdup_printf (_ ("%1$s, %2$s"), qtr_figures_row_get_measure (self->row)->name, period);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_row (QtrFiguresEntry *self)
{
  gboolean editable = qtr_figures_row_get_editable (self->row);
  const char *draft = qtr_figures_row_get_draft (self->row);
  const char *text = draft != NULL && editable ? draft : qtr_figures_row_get_now (self->row);

  self->is_showing = TRUE;
  gtk_editable_set_editable (GTK_EDITABLE (self), editable);
  if (!g_str_equal (get_text (self), text))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->is_showing = FALSE;
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), qtr_figures_row_get_hint (self->row));
  update_name (self);
  update_description (self);
  check_text (self, TRUE);
}

/* What is half typed stays, whatever becomes of the row meanwhile. */
static void
row_notify_cb (QtrFiguresRow *row, GParamSpec *pspec, QtrFiguresEntry *self)
{
  g_assert (QTR_IS_FIGURES_ENTRY (self));

  if (!self->is_showing)
    show_row (self);
}

static void
restore (QtrFiguresEntry *self)
{
  g_autoptr (QtrFiguresRow) row = g_object_ref (self->row);

  self->is_typing = FALSE;
  qtr_figures_row_set_draft (row, NULL);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0, row, NULL);
  if (self->row != row)
    return;
  show_row (self);
  hide_message (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

/* Returns whether nothing is left to be said about the text. */
static gboolean
take (QtrFiguresEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));
  g_autoptr (QtrFiguresRow) row = NULL;

  if (!self->is_typing && !is_dirty (self))
    return TRUE;
  if (!check_text (self, TRUE))
    return FALSE;

  self->is_typing = FALSE;

  row = g_object_ref (self->row);
  qtr_figures_row_set_draft (row, NULL);
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, row, text);
  /* "1234" was taken and is shown as "1,234", also where the value stayed the same. */
  if (self->row == row)
    show_row (self);
  return self->problem == NULL;
}

static gboolean
move (QtrFiguresEntry *self, int step, gboolean editable_only)
{
  gboolean moved = FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVED], 0, self->row, step, editable_only, &moved);
  return moved;
}

/* What can be read holds at once; what cannot is kept as a draft. Neither changes the letters that are typed.
 */
static void
offer_text (QtrFiguresEntry *self)
{
  g_autoptr (QtrFiguresRow) row = g_object_ref (self->row);
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));
  gboolean readable =
      *text == '\0' || qtr_figures_read (qtr_figures_row_get_measure (row), text, &(QtrDecimal) { 0 }, NULL);

  self->is_showing = TRUE;
  qtr_figures_row_set_draft (row, readable ? NULL : get_text (self));
  g_signal_emit (self, signals[SIGNAL_TYPED], 0, row, readable ? text : NULL);
  self->is_showing = FALSE;
}

static void
changed_cb (QtrFiguresEntry *self)
{
  if (self->row == NULL || self->is_showing || !qtr_figures_row_get_editable (self->row))
    return;

  hide_message (self);
  self->is_typing = TRUE;
  offer_text (self);
  if (self->row == NULL)
    return;
  check_text (self, FALSE);
  update_description (self);
}

static void
activate_cb (QtrFiguresEntry *self)
{
  if (self->row == NULL || !take (self))
    return;
  if (!move (self, 1, TRUE))
    gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static void
enter_cb (QtrFiguresEntry *self)
{
  if (self->row == NULL)
    return;
  if (self->problem != NULL)
    qtr_figures_entry_tell (self, self->problem);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, self->row);
}

static void
leave_cb (QtrFiguresEntry *self)
{
  hide_message (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, 0);
  /* What is a draft has been asked about, or said to be wrong, when it was left before. */
  if (self->row != NULL && (self->is_typing || qtr_figures_row_get_draft (self->row) == NULL))
    take (self);
}

static gboolean
key_pressed_cb (QtrFiguresEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (self->row == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  /* Whoever types into a value that is made of others is told why nothing happens. */
  if (!control && !qtr_figures_row_get_editable (self->row) && gdk_keyval_to_unicode (keyval) > ' ' &&
      qtr_figures_row_get_hint (self->row) != NULL) {
    qtr_figures_entry_tell (self, qtr_figures_row_get_hint (self->row));
    return GDK_EVENT_STOP;
  }

  if (!control && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return move (self, -1, FALSE);
  if (!control && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return move (self, 1, FALSE);
  if (!control && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab) && (state & GDK_SHIFT_MASK) == 0)
    return move (self, 1, TRUE);
  if (!control && (keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_Tab))
    return move (self, -1, TRUE);
  /* Undo takes back what is half typed before it goes on to what was done. */
  if ((self->is_typing || is_dirty (self)) &&
      (keyval == GDK_KEY_Escape || (control && keyval == GDK_KEY_z))) {
    restore (self);
    return GDK_EVENT_STOP;
  }

  return GDK_EVENT_PROPAGATE;
}

static void
insert (QtrFiguresEntry *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int position;

  if (!gtk_editable_get_editable (editable))
    return;
  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
}

/* One cell ends in a line's end when a spreadsheet copies it. */
static void
paste_text (QtrFiguresEntry *self, char *text)
{
  gsize length = strlen (text);

  while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
    text[--length] = '\0';
  if (strpbrk (text, "\r\n\t") != NULL)
    g_signal_emit (self, signals[SIGNAL_PASTED], 0, self->row, text);
  else
    insert (self, text);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrFiguresEntry) self = QTR_FIGURES_ENTRY (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->row != NULL)
    paste_text (self, text);
}

static void
paste_clipboard_cb (QtrFiguresEntry *self, GtkText *delegate)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  g_signal_stop_emission_by_name (delegate, "paste-clipboard");
  if (self->row == NULL)
    return;

  g_cancellable_cancel (self->paste);
  g_clear_object (&self->paste);
  self->paste = g_cancellable_new ();
  gdk_clipboard_read_text_async (clipboard, self->paste, clipboard_read_cb, g_object_ref (self));
}

static void
qtr_figures_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QtrFiguresEntry *self = QTR_FIGURES_ENTRY (widget);

  GTK_WIDGET_CLASS (qtr_figures_entry_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
qtr_figures_entry_dispose (GObject *object)
{
  QtrFiguresEntry *self = QTR_FIGURES_ENTRY (object);

  g_cancellable_cancel (self->paste);
  g_clear_object (&self->paste);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->row);
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);

  G_OBJECT_CLASS (qtr_figures_entry_parent_class)->dispose (object);
}

static void
qtr_figures_entry_finalize (GObject *object)
{
  g_free (QTR_FIGURES_ENTRY (object)->problem);

  G_OBJECT_CLASS (qtr_figures_entry_parent_class)->finalize (object);
}

static void
qtr_figures_entry_class_init (QtrFiguresEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qtr_figures_entry_dispose;
  object_class->finalize = qtr_figures_entry_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = qtr_figures_entry_size_allocate;

  signals[SIGNAL_TYPED] = g_signal_new ("typed", QTR_TYPE_FIGURES_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, QTR_TYPE_FIGURES_ROW, G_TYPE_STRING);
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", QTR_TYPE_FIGURES_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, QTR_TYPE_FIGURES_ROW, G_TYPE_STRING);
  signals[SIGNAL_MOVED] =
      g_signal_new ("moved", QTR_TYPE_FIGURES_ENTRY, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                    NULL, NULL, G_TYPE_BOOLEAN, 3, QTR_TYPE_FIGURES_ROW, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[SIGNAL_PASTED] = g_signal_new ("pasted", QTR_TYPE_FIGURES_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, QTR_TYPE_FIGURES_ROW, G_TYPE_STRING);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", QTR_TYPE_FIGURES_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, QTR_TYPE_FIGURES_ROW);
}

static void
add_controllers (QtrFiguresEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
qtr_figures_entry_init (QtrFiguresEntry *self)
{
  self->row_signals = g_signal_group_new (QTR_TYPE_FIGURES_ROW);
  g_signal_group_connect (self->row_signals, "notify::now", G_CALLBACK (row_notify_cb), self);
  g_signal_group_connect (self->row_signals, "notify::hint", G_CALLBACK (row_notify_cb), self);
  g_signal_group_connect (self->row_signals, "notify::draft", G_CALLBACK (row_notify_cb), self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self), "–");
  gtk_entry_set_alignment (GTK_ENTRY (self), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), WIDTH_CHARS);
  /* What is half typed is restored by Escape; undo is the document's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self)), "paste-clipboard",
                           G_CALLBACK (paste_clipboard_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
}

GtkWidget *
qtr_figures_entry_new (void)
{
  return g_object_new (QTR_TYPE_FIGURES_ENTRY, NULL);
}

void
qtr_figures_entry_set_row (QtrFiguresEntry *self, QtrFiguresRow *row)
{
  g_return_if_fail (QTR_IS_FIGURES_ENTRY (self));

  if (!g_set_object (&self->row, row))
    return;
  self->is_typing = FALSE;
  g_signal_group_set_target (self->row_signals, row);
  if (row != NULL)
    show_row (self);
}

QtrFiguresRow *
qtr_figures_entry_get_row (QtrFiguresEntry *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ENTRY (self), NULL);

  return self->row;
}

const char *
qtr_figures_entry_get_problem (QtrFiguresEntry *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ENTRY (self), NULL);

  return self->problem;
}
