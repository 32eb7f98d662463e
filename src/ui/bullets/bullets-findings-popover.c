/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-view-private.h"
#include "ui/findings/finding-popover.h"

/*
 * What is said of the finding that the caret is in. Whoever asks by key gets the focus into the popover;
 * whoever only clicked the words goes on writing, and it goes away with the next letter.
 */

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static gboolean
is_beside_writing (QtrBulletsView *self)
{
  return self->finding_popover != NULL && gtk_widget_get_visible (self->finding_popover) &&
         !gtk_popover_get_autohide (GTK_POPOVER (self->finding_popover));
}

static void
put_away (QtrBulletsView *self)
{
  if (is_beside_writing (self))
    gtk_popover_popdown (GTK_POPOVER (self->finding_popover));
}

/* The command finds its finding by the caret, so the editor has the focus first. */
static void
leave_for (QtrBulletsView *self, const char *action)
{
  gtk_popover_popdown (GTK_POPOVER (self->finding_popover));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
fix_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  leave_for (self, "win.fix-finding");
}

static void
next_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  leave_for (self, "win.next-finding");
}

static void
dismiss_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  leave_for (self, "win.dismiss-finding");
}

static void
closed_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (gtk_popover_get_autohide (GTK_POPOVER (self->finding_popover)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
claim_popover (QtrBulletsView *self)
{
  if (self->finding_popover != NULL)
    return self->finding_popover;

  self->finding_popover = qtr_finding_popover_new ();
  g_signal_connect_object (self->finding_popover, "fix", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finding_popover, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finding_popover, "dismiss", G_CALLBACK (dismiss_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finding_popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->finding_popover, GTK_WIDGET (self));
  return self->finding_popover;
}

/* The words as far as they stand in one line; without any, the caret. */
static void
point_to (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter iter = *start;
  GdkRectangle words;
  GdkRectangle place;

  qtr_bullets_view_get_place_of (self, start, &place);
  if (qtr_bullets_view_take_segment (self, &iter, end, &words)) {
    gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, words.x, words.y,
                                           &place.x, &place.y);
    place.width = MAX (1, words.width);
  }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->finding_popover), &place);
}

/* What is said of the finding at the caret, if there is one. */
static gboolean
show (QtrBulletsView *self, gboolean underlined, gboolean take_focus)
{
  QtrBulletsFinding finding = { NULL };
  GtkWidget *popover = NULL;
  GtkTextIter start, end;

  if (!qtr_bullets_view_find_finding (self, underlined, &finding, &start, &end))
    return FALSE;

  popover = claim_popover (self);
  gtk_popover_popdown (GTK_POPOVER (popover));
  qtr_finding_popover_set_words (QTR_FINDING_POPOVER (popover), finding.icon, finding.severity,
                                 finding.message, finding.fix);
  if (finding.asks)
    qtr_finding_popover_ask (QTR_FINDING_POPOVER (popover));
  point_to (self, &start, &end);
  gtk_popover_set_autohide (GTK_POPOVER (popover), take_focus);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

gboolean
qtr_bullets_view_show_finding (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  return show (self, FALSE, TRUE);
}

/* The text view takes the click for itself, where no gesture beside it would hear of its end. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE &&
      gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY && gtk_widget_is_focus (GTK_WIDGET (self)) &&
      !gtk_text_buffer_get_has_selection (get_buffer (self)) && !qtr_bullets_view_click_figure (self, event))
    show (self, TRUE, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (key != GDK_KEY_Escape || !is_beside_writing (self))
    return GDK_EVENT_PROPAGATE;

  put_away (self);
  return GDK_EVENT_STOP;
}

void
qtr_bullets_view_watch_findings (QtrBulletsView *self)
{
  GtkEventController *clicks = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (clicks, GTK_PHASE_CAPTURE);
  g_signal_connect (clicks, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), clicks);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (put_away), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (put_away), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (put_away), self, G_CONNECT_SWAPPED);
}

void
qtr_bullets_view_present_finding (QtrBulletsView *self)
{
  if (self->finding_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->finding_popover));
}
