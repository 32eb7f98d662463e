/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-view-private.h"

/*
 * Bullets are copied as text with tabs for their levels, which reads well elsewhere and comes back as it was.
 * The text view's own way would copy tags along.
 */

static void
append_bullet (GString *string, const char *text, guint levels)
{
  if (string->len > 0)
    g_string_append_c (string, '\n');
  for (guint i = 0; i < levels; i++)
    g_string_append_c (string, '\t');
  g_string_append_printf (string, "• %s", text);
}

static guint
get_shallowest (QtrBulletsView *self, guint first, guint last)
{
  guint shallowest = G_MAXUINT;

  for (guint i = first; i <= last; i++)
    shallowest = MIN (shallowest, qtr_bullets_lines_get (self->lines, i)->depth);
  return shallowest;
}

static char *
compose_bullets (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autoptr (GString) string = g_string_new (NULL);
  guint first = gtk_text_iter_get_line (start);
  guint last = gtk_text_iter_get_line (end);
  guint shallowest = get_shallowest (self, first, last);

  for (guint i = first; i <= last; i++) {
    g_autofree char *text = NULL;
    GtkTextIter from, to;

    qtr_bullets_view_get_line (self, i, &from, &to);
    if (i == first)
      from = *start;
    if (i == last)
      to = *end;
    text = gtk_text_iter_get_slice (&from, &to);
    if (i == last && *text == '\0')
      g_string_append_c (string, '\n');
    else
      append_bullet (string, text, qtr_bullets_lines_get (self->lines, i)->depth - shallowest);
  }
  return g_string_free_and_steal (g_steal_pointer (&string));
}

void
qtr_bullets_view_copy (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;

  if (gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    text = gtk_text_iter_get_slice (&start, &end);
  else
    text = compose_bullets (self, &start, &end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

void
qtr_bullets_view_cut (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (!gtk_text_buffer_get_has_selection (buffer))
    return;

  qtr_bullets_view_copy (self);
  gtk_text_buffer_begin_user_action (buffer);
  self->edit = QTR_BULLETS_EDIT_CUT;
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  gtk_text_buffer_end_user_action (buffer);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QtrBulletsView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));

  g_assert (QTR_IS_BULLETS_VIEW (self));

  /* What is not text cannot become a bullet, and pasting it does nothing. */
  if (text == NULL || *text == '\0')
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, editable);
  self->edit = QTR_BULLETS_EDIT_PASTE;
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, editable);
  gtk_text_buffer_end_user_action (buffer);
}

void
qtr_bullets_view_paste (QtrBulletsView *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}
