/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-spelling-private.h"

/*
 * The menu of a misspelt word, at the mouse or by the menu's key. It comes when the suggestions are there.
 */

/* More would be read by nobody. */
#define SUGGESTIONS_MAX 6

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
clear_mistake (QtrBulletsMistake *mistake)
{
  g_clear_pointer (&mistake->bullet, g_free);
  g_clear_pointer (&mistake->text, g_free);
}

/* Finds the word that @at is in, and remembers it. */
static gboolean
take_mistake (QtrBulletsView *self, const GtkTextIter *at)
{
  QtrBulletsMistake *mistake = &self->spelling->mistake;
  GtkTextIter start, end;
  guint line = gtk_text_iter_get_line (at);

  if (!qtr_bullets_view_find_misspelt (self, at, &start, &end) ||
      line >= qtr_bullets_lines_get_length (self->lines))
    return FALSE;

  clear_mistake (mistake);
  mistake->bullet = g_strdup (qtr_bullets_lines_get (self->lines, line)->record->record.id);
  mistake->text = gtk_text_iter_get_slice (&start, &end);
  mistake->start = gtk_text_iter_get_line_offset (&start);
  mistake->end = gtk_text_iter_get_line_offset (&end);
  return TRUE;
}

/* Where the word is, if it is still there: the bullet may have changed while the suggestions were sought. */
static gboolean
find_mistake (QtrBulletsView *self, GtkTextIter *start, GtkTextIter *end)
{
  const QtrBulletsMistake *mistake = &self->spelling->mistake;
  g_autofree char *text = NULL;
  GtkTextIter line_end;
  guint line = 0;

  if (!qtr_bullets_lines_find (self->lines, mistake->bullet, &line))
    return FALSE;

  qtr_bullets_view_get_line (self, line, start, &line_end);
  if (gtk_text_iter_get_line_offset (&line_end) < mistake->end)
    return FALSE;

  *end = *start;
  gtk_text_iter_set_line_offset (start, mistake->start);
  gtk_text_iter_set_line_offset (end, mistake->end);
  text = gtk_text_iter_get_slice (start, end);
  return g_str_equal (text, mistake->text);
}

/* As a dictionary has it. */
static char *
get_word (QtrBulletsView *self)
{
  g_autoptr (GString) word = g_string_new (self->spelling->mistake.text);

  g_string_replace (word, "’", "'", 0);
  return g_string_free_and_steal (g_steal_pointer (&word));
}

static void
replace (QtrBulletsView *self, const char *correction)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  if (!find_mistake (self, &start, &end) || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  self->edit = QTR_BULLETS_EDIT_CORRECTION;
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, correction, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* Tells by its place: a parameter of an action would be any text at all. */
static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  guint index = g_variant_get_uint32 (parameter);

  if (self->spelling->suggestions != NULL && index < g_strv_length (self->spelling->suggestions))
    replace (self, self->spelling->suggestions[index]);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  g_autofree char *word = self->spelling->mistake.text == NULL ? NULL : get_word (self);

  if (word != NULL)
    qtr_spelling_add (self->spelling->spelling, word);
}

static void
ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  g_autofree char *word = self->spelling->mistake.text == NULL ? NULL : get_word (self);

  if (word != NULL)
    qtr_spelling_ignore (self->spelling->spelling, word);
}

static GMenuModel *
list_suggestions (GStrv suggestions)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; suggestions[i] != NULL && i < SUGGESTIONS_MAX; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

    g_menu_item_set_action_and_target (item, "spelling.correct", "u", i);
    g_menu_append_item (menu, item);
  }
  /* Nothing answers to that action, which shows in its look. */
  if (suggestions[0] == NULL)
    g_menu_append (menu, _ ("No Suggestions"), "spelling.nothing");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (GStrv suggestions)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) words = list_suggestions (suggestions);
  g_autoptr (GMenu) learning = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();

  g_menu_append (learning, _ ("_Add to Dictionary"), "spelling.add");
  g_menu_append (learning, _ ("_Ignore All"), "spelling.ignore");
  g_menu_append (clipboard, _ ("Cu_t"), "clipboard.cut");
  g_menu_append (clipboard, _ ("_Copy"), "clipboard.copy");
  g_menu_append (clipboard, _ ("_Paste"), "clipboard.paste");
  g_menu_append_section (menu, NULL, words);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (learning));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  return G_MENU_MODEL (menu);
}

static void
point_to (QtrBulletsView *self, const GtkTextIter *start)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle place;

  gtk_text_view_get_iter_location (view, start, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  place.width = 1;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->spelling->menu), &place);
}

/* The text view does so only for its own menu. */
static void
update_clipboard_actions (QtrBulletsView *self)
{
  gboolean selected = gtk_text_buffer_get_has_selection (get_buffer (self));
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipboard.cut", selected && editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipboard.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipboard.paste", editable);
}

/* The menu that was there may still be closing; it goes when another one comes. */
static void
pop_up (QtrBulletsView *self, const GtkTextIter *start)
{
  g_autoptr (GMenuModel) model = make_menu (self->spelling->suggestions);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  update_clipboard_actions (self);
  g_clear_pointer (&self->spelling->menu, gtk_widget_unparent);
  self->spelling->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->spelling->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->spelling->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->spelling->menu, rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spelling->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Spelling"), -1);
  gtk_widget_set_parent (self->spelling->menu, GTK_WIDGET (self));
  point_to (self, start);
  gtk_popover_popup (GTK_POPOVER (self->spelling->menu));
}

/* A cancelled answer may come when the view is gone already. */
static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_auto (GStrv) suggestions = qtr_spelling_suggest_finish (NULL, result, NULL);
  QtrBulletsView *self = user_data;
  GtkTextIter start, end;

  if (suggestions == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !find_mistake (self, &start, &end))
    return;

  g_strfreev (self->spelling->suggestions);
  self->spelling->suggestions = g_steal_pointer (&suggestions);
  pop_up (self, &start);
}

static void
stop_suggesting (QtrBulletsView *self)
{
  g_cancellable_cancel (self->spelling->suggesting);
  g_clear_object (&self->spelling->suggesting);
}

static gboolean
ask_at (QtrBulletsView *self, const GtkTextIter *at)
{
  g_autofree char *word = NULL;

  stop_suggesting (self);
  if (!take_mistake (self, at))
    return FALSE;

  word = get_word (self);
  self->spelling->suggesting = g_cancellable_new ();
  qtr_spelling_suggest_async (self->spelling->spelling, word, self->spelling->suggesting, suggested_cb, self);
  return TRUE;
}

static gboolean
ask_at_caret (QtrBulletsView *self)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  return ask_at (self, &caret);
}

static void
suggest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_at_caret (QTR_BULLETS_VIEW (user_data));
}

/* The caret goes where the menu is, but a selection that was clicked stays, to be cut or copied. */
static void
take_focus_at (QtrBulletsView *self, const GtkTextIter *at)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) ||
      !gtk_text_iter_in_range (at, &start, &end))
    gtk_text_buffer_place_cursor (get_buffer (self), at);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What is no misspelt word has the text view's own menu. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, QtrBulletsView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x = 0;
  int buffer_y = 0;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y) || !ask_at (self, &iter))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  take_focus_at (self, &iter);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                QtrBulletsView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if ((key == GDK_KEY_Menu && modifiers == 0) || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return ask_at_caret (self);

  return GDK_EVENT_PROPAGATE;
}

static void
add_controllers (QtrBulletsView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
qtr_bullets_view_watch_spelling_menu (QtrBulletsView *self)
{
  static const GActionEntry actions[] = {
    { .name = "suggest", .activate = suggest_cb },
    { .name = "correct", .activate = correct_cb, .parameter_type = "u" },
    { .name = "add", .activate = add_cb },
    { .name = "ignore", .activate = ignore_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", G_ACTION_GROUP (group));
  add_controllers (self);
}

void
qtr_bullets_view_present_spelling_menu (QtrBulletsView *self)
{
  if (self->spelling != NULL && self->spelling->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->spelling->menu));
}

void
qtr_bullets_view_free_spelling_menu (QtrBulletsView *self)
{
  stop_suggesting (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", NULL);
  g_clear_pointer (&self->spelling->menu, gtk_widget_unparent);
  g_clear_pointer (&self->spelling->suggestions, g_strfreev);
  clear_mistake (&self->spelling->mistake);
}
