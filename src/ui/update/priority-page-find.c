/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/find/find-mark.h"
#include "ui/update/priority-page-private.h"
#include "ui/update/section-view.h"

static QtrBulletsView *
get_view (GtkWidget *section)
{
  return QTR_BULLETS_VIEW (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section)));
}

QtrBulletsView *
qtr_priority_page_get_last_editor (QtrPriorityPage *self, const char **commitment)
{
  GtkWidget *section = NULL;

  g_return_val_if_fail (QTR_IS_PRIORITY_PAGE (self), NULL);

  if (self->written != NULL)
    section = qtr_priority_page_find_section (self, self->written);
  *commitment = section == NULL ? NULL : self->written;
  return section == NULL ? NULL : get_view (section);
}

void
qtr_priority_page_tell_selection (QtrPriorityPage *self)
{
  const char *commitment = NULL;
  QtrBulletsView *view = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  view = qtr_priority_page_get_last_editor (self, &commitment);
  if (view != NULL &&
      gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end))
    text = gtk_text_iter_get_slice (&start, &end);
  qtr_words_line_set_selected (self->words, text);
  g_signal_emit_by_name (self, "selection-changed");
}

static void
selection_changed_cb (QtrPriorityPage *self)
{
  g_assert (QTR_IS_PRIORITY_PAGE (self));

  qtr_priority_page_tell_selection (self);
}

void
qtr_priority_page_watch_selection (QtrPriorityPage *self, GtkWidget *section)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (section)));

  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
qtr_priority_page_mark_section (QtrPriorityPage *self, GtkWidget *section)
{
  if (self->finder != NULL)
    qtr_find_mark (self->finder, qtr_section_view_get_commitment (QTR_SECTION_VIEW (section)),
                   get_view (section));
}

static void
mark_sections_cb (QtrPriorityPage *self)
{
  g_assert (QTR_IS_PRIORITY_PAGE (self));

  for (guint i = 0; i < self->n_filled; i++)
    qtr_priority_page_mark_section (self, qtr_priority_page_get_section (self, i));
}

void
qtr_priority_page_set_finder (QtrPriorityPage *self, QtrFinder *finder)
{
  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));
  g_return_if_fail (self->finder == NULL);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (mark_sections_cb), self, G_CONNECT_SWAPPED);
}

/* One page shows one selection. */
static void
deselect (QtrPriorityPage *self)
{
  const char *commitment = NULL;
  QtrBulletsView *view = qtr_priority_page_get_last_editor (self, &commitment);
  GtkTextBuffer *buffer = view == NULL ? NULL : gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  if (buffer != NULL && gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &start);
}

void
qtr_priority_page_show_match (QtrPriorityPage *self, const QtrFindMatch *match)
{
  QtrBulletsMatch place = { match->bullet, match->start, match->end };
  GtkWidget *section = NULL;

  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  qtr_priority_page_fill_all (self);
  qtr_page_scroll_stop (self->scroll);
  section = qtr_priority_page_find_section (self, match->commitment);
  if (section == NULL)
    return;

  if (g_strcmp0 (self->written, match->commitment) != 0)
    deselect (self);
  g_set_str (&self->written, match->commitment);
  qtr_bullets_view_show_match (get_view (section), &place);
}
