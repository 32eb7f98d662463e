/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-figures.h"

/*
 * The editor's menu, at the mouse or by the menu's key: what there is for a misspelt word, the clipboard, and
 * what a bullet has beside its text.
 */

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_caret (QtrBulletsView *self, GtkTextIter *caret)
{
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), caret, gtk_text_buffer_get_insert (get_buffer (self)));
}

void
qtr_bullets_view_get_place_of (QtrBulletsView *self, const GtkTextIter *iter, GdkRectangle *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_get_iter_location (view, iter, place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y, &place->x,
                                         &place->y);
  place->width = 1;
}

void
qtr_bullets_view_get_caret_place (QtrBulletsView *self, GdkRectangle *place)
{
  GtkTextIter caret;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  get_caret (self, &caret);
  qtr_bullets_view_get_place_of (self, &caret, place);
}

static GMenuModel *
make_clipboard_section (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Cu_t"), "clipboard.cut");
  g_menu_append (menu, _ ("_Copy"), "clipboard.copy");
  g_menu_append (menu, _ ("_Paste"), "clipboard.paste");
  g_menu_append (menu, _ ("Select _All"), "selection.select-all");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_figure_section (QtrBulletsView *self)
{
  GMenu *menu = g_menu_new ();
  QtrBulletsChip chip;

  if (!qtr_bullets_view_get_figure (self, &chip)) {
    g_menu_append (menu, _ ("Insert _Figure…"), "win.insert-figure");
    g_menu_append (menu, _ ("_Link This Figure…"), "win.link-figure");
    return G_MENU_MODEL (menu);
  }

  g_menu_append (menu, _ ("Change _Figure…"), "win.change-figure");
  g_menu_append (menu, _ ("_Override…"), "win.override-figure");
  g_menu_append (menu, _ ("_Go to Measure"), "win.go-figure-measure");
  g_menu_append (menu, _ ("Turn Into Te_xt"), "win.figure-into-text");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_bullet_section (QtrBulletsView *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("A_rea…"), "win.bullet-area");
  if (qtr_bullets_view_has_carried (self))
    g_menu_append (menu, _ ("_Still True"), "win.still-true");
  if (qtr_bullets_view_get_bullets (self) != NULL)
    g_menu_append (menu, _ ("_Marking…"), "win.bullet-marking");
  else
    g_menu_append (menu, _ ("_Nothing to Report"), "section.nil-return");
  return G_MENU_MODEL (menu);
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

static void
fill_menu (QtrBulletsView *self, GMenu *menu)
{
  g_autoptr (GMenuModel) clipboard = make_clipboard_section ();
  g_autoptr (GMenuModel) figure = make_figure_section (self);
  g_autoptr (GMenuModel) bullet = make_bullet_section (self);
  QtrBulletsChip chip;

  /* What is asked for by a click on a figure is about the figure. */
  if (qtr_bullets_view_get_figure (self, &chip)) {
    g_menu_append_section (menu, NULL, figure);
    g_menu_append_section (menu, NULL, clipboard);
  } else {
    g_menu_append_section (menu, NULL, clipboard);
    g_menu_append_section (menu, NULL, figure);
  }
  g_menu_append_section (menu, NULL, bullet);
}

/* The menu that was there may still be closing; it goes when another one comes. */
void
qtr_bullets_view_pop_up_menu (QtrBulletsView *self, GMenu *menu, const char *title, const GdkRectangle *place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  update_clipboard_actions (self);
  fill_menu (self, menu);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* What is to be said of a misspelt word comes when it is known, and the menu with it. */
static void
pop_up (QtrBulletsView *self, const GtkTextIter *at, const GdkRectangle *place)
{
  g_autoptr (GMenu) menu = NULL;

  if (qtr_bullets_view_suggest_at (self, at))
    return;

  menu = g_menu_new ();
  qtr_bullets_view_pop_up_menu (self, menu, _ ("Bullet Menu"), place);
}

static void
pop_up_at_caret (QtrBulletsView *self)
{
  GtkTextIter caret;
  GdkRectangle place;

  get_caret (self, &caret);
  qtr_bullets_view_get_place_of (self, &caret, &place);
  pop_up (self, &caret, &place);
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
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  take_focus_at (self, &iter);
  pop_up (self, &iter, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                QtrBulletsView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if ((key != GDK_KEY_Menu || modifiers != 0) && (key != GDK_KEY_F10 || modifiers != GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  pop_up_at_caret (self);
  return GDK_EVENT_STOP;
}

/* Where the event was, as the buffer counts. */
static void
find_event (QtrBulletsView *self, GdkEvent *event, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);
  double x = 0;
  double y = 0;
  double shift_x = 0;
  double shift_y = 0;
  int buffer_x = 0;
  int buffer_y = 0;

  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) (x - shift_x), (float) (y - shift_y)), &point))
    graphene_point_init (&point, 0, 0);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) point.x, (int) point.y,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

/* A figure that is clicked has a menu for the primary button, too. */
gboolean
qtr_bullets_view_click_figure (QtrBulletsView *self, GdkEvent *event)
{
  GtkTextIter iter, end;
  QtrBulletsChip chip;

  find_event (self, event, &iter);
  end = iter;
  if (!gtk_text_iter_forward_char (&end) || !qtr_bullets_view_next_figure (self, &iter, &end, &chip))
    return FALSE;

  gtk_text_buffer_place_cursor (get_buffer (self), &chip.end);
  pop_up_at_caret (self);
  return TRUE;
}

void
qtr_bullets_view_watch_menu (QtrBulletsView *self)
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
qtr_bullets_view_present_menu (QtrBulletsView *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
