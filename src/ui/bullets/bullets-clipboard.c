/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-clipboard.h"

#include <string.h>

#include "ui/bullets/bullets-figures.h"
#include "ui/bullets/bullets-transfer.h"

/*
 * Whole bullets are copied in the program's own form, as text with tabs for their levels, and as HTML; a part
 * of one bullet only as the text that it is. The text view's own way would copy tags along.
 */

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* --- Copying --- */

/* Reduces a line of what is copied to the part of its paragraph that is chosen. */
static void
keep_part (QtrBulletsView *self, QtrBulletsLines *lines, guint at, const GtkTextIter *start,
           const GtkTextIter *end)
{
  const QtrBullet *bullet = qtr_bullets_lines_get (lines, at)->record;
  g_autofree char *text = qtr_bullets_view_read_text (self, start, end);
  g_auto (QtrBulletParagraph) paragraph = { .text = text };

  if (gtk_text_iter_starts_line (start))
    qtr_bullet_paragraph_read (&paragraph, text, bullet->area, self->areas);
  qtr_bullets_lines_read (lines, at, paragraph.area, paragraph.text);
}

/* A selection that only reaches a bullet, at its beginning or from the end of the one before, does not take
 * it along. */
static QtrList *
list_chosen (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  guint first = gtk_text_iter_get_line (start);
  guint last = gtk_text_iter_get_line (end);
  g_autoptr (QtrBulletsLines) lines = NULL;
  GtkTextIter from, to;

  if (last > first && gtk_text_iter_ends_line (start) && !gtk_text_iter_starts_line (start))
    first++;
  if (last > first && gtk_text_iter_starts_line (end))
    last--;
  lines = qtr_bullets_lines_take (self->lines, first, last);
  qtr_bullets_view_get_line (self, last, &from, &to);
  if (gtk_text_iter_compare (end, &to) < 0)
    keep_part (self, lines, last - first, &from, end);
  qtr_bullets_view_get_line (self, first, &from, &to);
  if (gtk_text_iter_compare (start, &from) > 0)
    keep_part (self, lines, 0, start, &to);
  return qtr_bullets_lines_to_list (lines);
}

static gboolean
is_part_of_one (const GtkTextIter *start, const GtkTextIter *end)
{
  return gtk_text_iter_get_line (start) == gtk_text_iter_get_line (end) &&
         !(gtk_text_iter_starts_line (start) && gtk_text_iter_ends_line (end));
}

static GdkContentProvider *
provide (const char *mime_type, GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;

  return gdk_content_provider_new_for_bytes (mime_type, owned);
}

/* What is read elsewhere has the words of the figures. */
static QtrList *
print_figures (QtrBulletsView *self, const QtrList *bullets)
{
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (bullets);

  for (guint i = 0; i < qtr_bullets_lines_get_length (lines); i++) {
    const QtrBullet *bullet = qtr_bullets_lines_get (lines, i)->record;
    g_autoptr (QtrBulletsPrinted) printed = qtr_bullets_print (NULL, bullet->text, self->plan, self->update);

    if (printed->figures->len > 0)
      qtr_bullets_lines_read (lines, i, bullet->area, printed->text);
  }
  return qtr_bullets_lines_to_list (lines);
}

/* One bullet reads as a sentence elsewhere, without a mark before it. */
static char *
write_text (const QtrList *bullets)
{
  const QtrBullet *first = qtr_list_get (bullets, 0);

  if (qtr_list_length (bullets) == 1 && first->bullets == NULL)
    return qtr_bullet_compose_paragraph (first);

  return qtr_bullets_write_text (bullets);
}

static void
copy_bullets (QtrBulletsView *self, const QtrList *bullets)
{
  g_autoptr (QtrList) printed = print_figures (self, bullets);
  g_autofree char *text = write_text (printed);
  char *html = qtr_bullets_write_html (printed);
  GdkContentProvider *providers[] = {
    provide (QTR_BULLETS_MIME_TYPE, qtr_bullets_write_own (bullets)),
    provide ("text/html", g_bytes_new_take (html, strlen (html))),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

/* A part of a bullet that has figures goes as a bullet, so that they stay figures in the program. */
static QtrList *
list_part (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *text = qtr_bullets_view_read_text (self, start, end);
  g_autoptr (QtrBullet) bullet = NULL;
  GtkTextIter iter = *start;
  QtrBulletsChip chip;

  if (!qtr_bullets_view_next_figure (self, &iter, end, &chip))
    return NULL;

  bullet = qtr_record_new (&qtr_bullet_type, "text", text, NULL);
  return qtr_list_append (NULL, bullet);
}

void
qtr_bullets_view_copy (QtrBulletsView *self)
{
  g_autoptr (QtrList) bullets = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return;

  bullets = is_part_of_one (&start, &end) ? list_part (self, &start, &end) : list_chosen (self, &start, &end);
  if (bullets != NULL) {
    copy_bullets (self, bullets);
    return;
  }
  text = gtk_text_iter_get_slice (&start, &end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

void
qtr_bullets_view_cut (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  if (!gtk_text_buffer_get_has_selection (buffer))
    return;

  qtr_bullets_view_copy (self);
  gtk_text_buffer_begin_user_action (buffer);
  self->edit = QTR_BULLETS_EDIT_CUT;
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  gtk_text_buffer_end_user_action (buffer);
}

/* --- Pasting --- */

static void
replace_selection (QtrBulletsView *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));

  self->edit = QTR_BULLETS_EDIT_PASTE;
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, editable);
}

void
qtr_bullets_view_paste_text (QtrBulletsView *self, const char *text)
{
  GtkTextBuffer *buffer = NULL;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  buffer = get_buffer (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  replace_selection (self, text);
  gtk_text_buffer_end_user_action (buffer);
}

/* A lone bullet amid a sentence is words for it; anywhere else bullets stay bullets. */
static void
insert_bullets (QtrBulletsView *self, const QtrList *bullets)
{
  const QtrBullet *first = qtr_list_get (bullets, 0);
  gboolean alone = qtr_list_length (bullets) == 1 && first->bullets == NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  if (alone && !(gtk_text_iter_starts_line (&iter) && gtk_text_iter_ends_line (&iter))) {
    g_autofree char *paragraph = qtr_bullet_compose_paragraph (first);

    replace_selection (self, paragraph);
    return;
  }

  self->paste = qtr_bullets_paste_new_for_bullets (bullets, gtk_text_iter_starts_line (&iter),
                                                   gtk_text_iter_ends_line (&iter));
  replace_selection (self, self->paste->text);
  g_clear_pointer (&self->paste, qtr_bullets_paste_free);
}

void
qtr_bullets_view_paste_bullets (QtrBulletsView *self, const QtrList *bullets)
{
  GtkTextBuffer *buffer = NULL;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));
  g_return_if_fail (bullets != NULL);

  buffer = get_buffer (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  insert_bullets (self, bullets);
  gtk_text_buffer_end_user_action (buffer);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QtrBulletsView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  g_assert (QTR_IS_BULLETS_VIEW (self));

  /* What is not text cannot become a bullet, and pasting it does nothing. */
  if (text != NULL && *text != '\0')
    qtr_bullets_view_paste_text (self, text);
}

/* What is being read: the view, and where it goes; and in which form it comes. */
typedef struct {
  QtrBulletsView *view;
  GdkClipboard *clipboard;
  char *mime_type;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->view);
  g_object_unref (reading->clipboard);
  g_free (reading->mime_type);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, free_reading)

static void
read_text (QtrBulletsView *self, GdkClipboard *clipboard)
{
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}

static QtrList *
read_bullets (const char *mime_type, GBytes *bytes)
{
  return g_str_equal (mime_type, QTR_BULLETS_MIME_TYPE) ? qtr_bullets_read_own (bytes)
                                                        : qtr_bullets_read_html (bytes);
}

/* Pictures come with HTML that has no text. */
static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (Reading) reading = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrList) bullets = NULL;

  g_assert (QTR_IS_BULLETS_VIEW (reading->view));

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) >= 0) {
    bytes = g_memory_output_stream_steal_as_bytes (stream);
    bullets = read_bullets (reading->mime_type, bytes);
  }
  if (bullets != NULL)
    qtr_bullets_view_paste_bullets (reading->view, bullets);
  else
    read_text (reading->view, reading->clipboard);
}

static void
stream_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  g_autoptr (QtrBulletsView) self = data;
  g_autoptr (GOutputStream) memory = NULL;
  const char *mime_type = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (clipboard, result, &mime_type, NULL);
  Reading *reading = NULL;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (stream == NULL) {
    read_text (self, clipboard);
    return;
  }

  reading = g_new0 (Reading, 1);
  reading->view = g_object_ref (self);
  reading->clipboard = g_object_ref (clipboard);
  reading->mime_type = g_strdup (mime_type);
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, reading);
}

void
qtr_bullets_view_paste (QtrBulletsView *self)
{
  static const char *mime_types[] = { QTR_BULLETS_MIME_TYPE, "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, NULL, stream_ready_cb,
                            g_object_ref (self));
}
