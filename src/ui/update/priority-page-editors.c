/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-caret.h"
#include "ui/bullets/bullets-drag.h"
#include "ui/update/priority-page-private.h"
#include "ui/update/section-view.h"

/* What makes one document of the page's editors: the caret goes from one to the next, and so do bullets. */

static QtrBulletsView *
get_editor (GtkWidget *section)
{
  return QTR_BULLETS_VIEW (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section)));
}

static GtkWidget *
get_neighbour (QtrBulletsView *editor, int step)
{
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (editor), QTR_TYPE_SECTION_VIEW);

  return step < 0 ? gtk_widget_get_prev_sibling (section) : gtk_widget_get_next_sibling (section);
}

/* --- The caret --- */

static gboolean
enter_neighbour (QtrBulletsView *editor, int step, QtrBulletsExit exit, int x)
{
  GtkWidget *section = get_neighbour (editor, step);

  if (section == NULL)
    return FALSE;

  qtr_bullets_view_enter (get_editor (section), exit, x);
  return TRUE;
}

/* How far above or below @y the editor is; nothing if that is within it. */
static double
measure_distance (GtkWidget *editor, double y)
{
  double height = gtk_widget_get_height (editor);

  if (y < 0)
    return -y;

  return y > height ? y - height : 0;
}

/* Takes the caret to the editor nearest to a place, which is given in the coordinates of @from. */
static void
enter_nearest (QtrPriorityPage *self, QtrBulletsView *from, int x, double y)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));
  QtrBulletsView *nearest = NULL;
  double nearest_y = 0;

  for (; section != NULL; section = gtk_widget_get_next_sibling (section)) {
    GtkWidget *editor = GTK_WIDGET (get_editor (section));
    graphene_point_t point;

    if (!gtk_widget_compute_point (GTK_WIDGET (from), editor, &GRAPHENE_POINT_INIT (0, (float) y), &point))
      continue;
    if (nearest != NULL &&
        measure_distance (editor, point.y) >= measure_distance (GTK_WIDGET (nearest), nearest_y))
      continue;
    nearest = QTR_BULLETS_VIEW (editor);
    nearest_y = point.y;
  }

  if (nearest != NULL)
    qtr_bullets_view_enter_at (nearest, x, (int) nearest_y);
}

/* A line of what was shown before stays in view. */
static gboolean
turn_page (QtrPriorityPage *self, QtrBulletsView *editor, int step, int x)
{
  double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));
  GdkRectangle caret;

  qtr_bullets_view_get_caret_place (editor, &caret);
  enter_nearest (self, editor, x,
                 caret.y + caret.height / 2.0 + step * MAX (page - 2 * caret.height, caret.height));
  return TRUE;
}

static gboolean
enter_end (QtrPriorityPage *self, QtrBulletsExit exit)
{
  GtkWidget *sections = GTK_WIDGET (self->sections);
  GtkWidget *section = exit == QTR_BULLETS_EXIT_FIRST ? gtk_widget_get_first_child (sections)
                                                      : gtk_widget_get_last_child (sections);

  qtr_bullets_view_enter (get_editor (section), exit, 0);
  return TRUE;
}

static gboolean
leave_cb (QtrBulletsView *editor, int exit, int x, QtrPriorityPage *self)
{
  g_assert (QTR_IS_PRIORITY_PAGE (self));

  qtr_priority_page_fill_all (self);
  switch ((QtrBulletsExit) exit) {
  case QTR_BULLETS_EXIT_UP:
  case QTR_BULLETS_EXIT_BACK:
    return enter_neighbour (editor, -1, exit, x);
  case QTR_BULLETS_EXIT_DOWN:
  case QTR_BULLETS_EXIT_FORWARD:
    return enter_neighbour (editor, 1, exit, x);
  case QTR_BULLETS_EXIT_PAGE_UP:
    return turn_page (self, editor, -1, x);
  case QTR_BULLETS_EXIT_PAGE_DOWN:
    return turn_page (self, editor, 1, x);
  case QTR_BULLETS_EXIT_FIRST:
  case QTR_BULLETS_EXIT_LAST:
  default:
    return enter_end (self, exit);
  }
}

/* --- The bullets --- */

static gboolean
carry_cb (QtrBulletsView *editor, int step, QtrPriorityPage *self)
{
  g_auto (GStrv) bullets = qtr_bullets_view_list_carried (editor, step);
  GtkWidget *section = get_neighbour (editor, step);
  g_autofree char *current = NULL;
  QtrBulletsPlace start, end;

  g_assert (QTR_IS_PRIORITY_PAGE (self));

  if (bullets == NULL || section == NULL)
    return FALSE;

  qtr_priority_page_fill_all (self);
  qtr_bullets_view_get_selection (editor, &start, &end);
  current = g_strdup (start.bullet);
  start.bullet = current;
  if (!qtr_section_view_take_bullets (QTR_SECTION_VIEW (section), (const char *const *) bullets, NULL,
                                      step < 0 ? G_MAXUINT : 0))
    return FALSE;

  qtr_bullets_view_place_caret (get_editor (section), &start);
  return TRUE;
}

void
qtr_priority_page_join_editor (QtrPriorityPage *self, GtkWidget *section)
{
  g_signal_connect_object (get_editor (section), "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (get_editor (section), "carry", G_CALLBACK (carry_cb), self, 0);
}
