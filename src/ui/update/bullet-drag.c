/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/bullet-drag.h"

#include "ui/bullets/bullets-caret.h"
#include "ui/bullets/bullets-drag.h"
#include "ui/update/section-view.h"

/* How near the edge the page begins to scroll, in pixels, and how fast it does at the edge, in pixels a
 * second. */
#define EDGE 56
#define SPEED 900

struct _QtrBulletDrag {
  /* Owned. */
  char *bullet;

  /* Where the pointer is, and went down, as the viewport counts. */
  double x;
  double y;
  double start_x;
  double start_y;
  guint levels;
  gboolean moving;
  guint tick;
  gint64 time;

  /* Borrowed. */
  GtkViewport *viewport;
  GtkBox *sections;
  GtkGesture *gesture;
  GtkEventController *keys;
  GtkEventController *motion;
  QtrBulletsView *source;
  QtrBulletsView *target;
  QtrBulletsView *hovered;
};

/* --- Where things are --- */

static QtrBulletsView *
find_editor (QtrBulletDrag *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->viewport), x, y, GTK_PICK_DEFAULT);
  GtkWidget *editor = picked == NULL ? NULL : gtk_widget_get_ancestor (picked, QTR_TYPE_BULLETS_VIEW);

  return editor != NULL && gtk_widget_is_ancestor (editor, GTK_WIDGET (self->sections))
             ? QTR_BULLETS_VIEW (editor)
             : NULL;
}

static gboolean
find_point (QtrBulletDrag *self, GtkWidget *editor, double x, double y, graphene_point_t *point)
{
  return gtk_widget_compute_point (GTK_WIDGET (self->viewport), editor,
                                   &GRAPHENE_POINT_INIT ((float) x, (float) y), point);
}

static const char *
find_handle (QtrBulletDrag *self, QtrBulletsView *editor, double x, double y)
{
  graphene_point_t point;

  if (editor == NULL || !find_point (self, GTK_WIDGET (editor), x, y, &point))
    return NULL;

  return qtr_bullets_view_find_handle (editor, point.x, point.y);
}

static double
measure_distance (QtrBulletDrag *self, GtkWidget *editor)
{
  double height = gtk_widget_get_height (editor);
  graphene_point_t point;

  if (!gtk_widget_get_mapped (editor) || !find_point (self, editor, self->x, self->y, &point))
    return G_MAXDOUBLE;
  if (point.y < 0)
    return -point.y;

  return MAX (0, point.y - height);
}

static QtrBulletsView *
find_target (QtrBulletDrag *self)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
  GtkWidget *nearest = NULL;

  for (; section != NULL; section = gtk_widget_get_next_sibling (section)) {
    GtkWidget *editor = qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section));
    double distance = measure_distance (self, editor);

    if (distance < G_MAXDOUBLE && (nearest == NULL || distance < measure_distance (self, nearest)))
      nearest = editor;
  }

  return nearest == NULL ? NULL : QTR_BULLETS_VIEW (nearest);
}

/* --- The drag --- */

static void
set_target (QtrBulletDrag *self, QtrBulletsView *target)
{
  if (self->target == target)
    return;

  if (self->target != NULL)
    qtr_bullets_view_show_drop (self->target, NULL);
  g_set_weak_pointer (&self->target, target);
}

static void
show_drop (QtrBulletDrag *self)
{
  graphene_point_t point;
  QtrBulletsDrop drop;

  set_target (self, find_target (self));
  if (self->target == NULL || !find_point (self, GTK_WIDGET (self->target), self->x, self->y, &point))
    return;

  qtr_bullets_view_find_drop (self->target, point.x, point.y, self->bullet, self->levels, &drop);
  qtr_bullets_view_show_drop (self->target, &drop);
}

static void
stop (QtrBulletDrag *self)
{
  set_target (self, NULL);
  if (self->source != NULL)
    qtr_bullets_view_show_dragged (self->source, NULL);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->viewport), self->tick);
  self->tick = 0;
  self->moving = FALSE;
  g_clear_weak_pointer (&self->source);
  g_clear_pointer (&self->bullet, g_free);
}

/* How far into the edge the pointer is: -1 at the top or beyond, 1 at the bottom. */
static double
measure_pull (QtrBulletDrag *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->viewport));
  double edge = MIN (EDGE, height / 4);

  if (self->y < edge)
    return MAX (-1, (self->y - edge) / edge);
  if (self->y > height - edge)
    return MIN (1, (self->y - height + edge) / edge);

  return 0;
}

static gboolean
tick_cb (GtkWidget *viewport, GdkFrameClock *clock, gpointer data)
{
  QtrBulletDrag *self = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->time == 0 ? 0 : (double) (now - self->time) / G_USEC_PER_SEC;
  double pull = measure_pull (self);

  self->time = now;
  if (pull == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + pull * SPEED * MIN (seconds, 0.1));
  show_drop (self);
  return G_SOURCE_CONTINUE;
}

static void
start_moving (QtrBulletDrag *self)
{
  self->moving = TRUE;
  self->time = 0;
  qtr_bullets_view_show_dragged (self->source, self->bullet);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->viewport), tick_cb, self, NULL);
}

/* The pointer takes hold of a mark: the caret goes there, and with it the keys, Escape among them. */
static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, QtrBulletDrag *self)
{
  QtrBulletsView *editor = find_editor (self, x, y);
  const char *bullet = find_handle (self, editor, x, y);

  g_assert (GTK_IS_GESTURE_DRAG (gesture));

  if (bullet == NULL) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }

  self->bullet = g_strdup (bullet);
  self->start_x = x;
  self->start_y = y;
  self->levels = qtr_bullets_view_count_levels (editor, bullet);
  g_set_weak_pointer (&self->source, editor);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (g_strcmp0 (qtr_bullets_view_get_current (editor), bullet) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (editor));
  else
    qtr_bullets_view_place_caret (editor, &(QtrBulletsPlace) { self->bullet, 0 });
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, QtrBulletDrag *self)
{
  GtkWidget *viewport = GTK_WIDGET (self->viewport);

  g_assert (GTK_IS_GESTURE_DRAG (gesture));

  if (self->bullet == NULL || self->source == NULL)
    return;

  self->x = self->start_x + offset_x;
  self->y = self->start_y + offset_y;
  if (!self->moving && gtk_drag_check_threshold (viewport, (int) self->start_x, (int) self->start_y,
                                                 (int) self->x, (int) self->y))
    start_moving (self);
  if (self->moving)
    show_drop (self);
}

gboolean
qtr_bullet_drag_drop (QtrBulletsView *source, const char *bullet, QtrBulletsView *target, double x, double y)
{
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (target), QTR_TYPE_SECTION_VIEW);
  const char *bullets[] = { bullet, NULL };
  g_autofree char *parent = NULL;
  QtrBulletsDrop drop;

  qtr_bullets_view_find_drop (target, x, y, bullet, qtr_bullets_view_count_levels (source, bullet), &drop);
  /* It belongs to the lines that the move replaces. */
  parent = g_strdup (drop.parent);
  if (!qtr_section_view_take_bullets (QTR_SECTION_VIEW (section), bullets, parent, drop.index))
    return FALSE;

  qtr_bullets_view_place_caret (target, &(QtrBulletsPlace) { bullet, 0 });
  return TRUE;
}

static void
drop_bullet (QtrBulletDrag *self)
{
  g_autofree char *bullet = g_strdup (self->bullet);
  graphene_point_t point;

  set_target (self, find_target (self));
  if (self->target != NULL && find_point (self, GTK_WIDGET (self->target), self->x, self->y, &point))
    qtr_bullet_drag_drop (self->source, bullet, self->target, point.x, point.y);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, QtrBulletDrag *self)
{
  g_assert (GTK_IS_GESTURE_DRAG (gesture));

  if (self->bullet != NULL && self->moving && self->source != NULL)
    drop_bullet (self);
  stop (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, QtrBulletDrag *self)
{
  g_assert (GTK_IS_GESTURE_DRAG (gesture));

  stop (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                QtrBulletDrag *self)
{
  g_assert (GTK_IS_EVENT_CONTROLLER_KEY (controller));

  if (key != GDK_KEY_Escape || self->bullet == NULL)
    return GDK_EVENT_PROPAGATE;

  stop (self);
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return GDK_EVENT_STOP;
}

/* --- The pointer --- */

static void
set_hovered (QtrBulletDrag *self, QtrBulletsView *hovered)
{
  if (self->hovered == hovered)
    return;

  if (self->hovered != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->hovered), "text");
  if (hovered != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (hovered), "grab");
  g_set_weak_pointer (&self->hovered, hovered);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, QtrBulletDrag *self)
{
  QtrBulletsView *editor = find_editor (self, x, y);

  g_assert (GTK_IS_EVENT_CONTROLLER_MOTION (controller));

  set_hovered (self, find_handle (self, editor, x, y) != NULL ? editor : NULL);
}

static GtkEventController *
add_controller (QtrBulletDrag *self, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->viewport), controller);
  return controller;
}

QtrBulletDrag *
qtr_bullet_drag_new (GtkViewport *viewport, GtkBox *sections)
{
  QtrBulletDrag *self = g_new0 (QtrBulletDrag, 1);

  self->viewport = viewport;
  self->sections = sections;
  self->gesture = gtk_gesture_drag_new ();
  add_controller (self, GTK_EVENT_CONTROLLER (self->gesture));
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  self->keys = add_controller (self, gtk_event_controller_key_new ());
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  self->motion = add_controller (self, gtk_event_controller_motion_new ());
  g_signal_connect (self->motion, "motion", G_CALLBACK (motion_cb), self);
  return self;
}

void
qtr_bullet_drag_free (QtrBulletDrag *self)
{
  stop (self);
  g_clear_weak_pointer (&self->hovered);
  gtk_widget_remove_controller (GTK_WIDGET (self->viewport), GTK_EVENT_CONTROLLER (self->gesture));
  gtk_widget_remove_controller (GTK_WIDGET (self->viewport), self->keys);
  gtk_widget_remove_controller (GTK_WIDGET (self->viewport), self->motion);
  g_free (self);
}
