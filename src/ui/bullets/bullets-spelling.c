/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-figures.h"
#include "ui/bullets/bullets-spelling-private.h"
#include "ui/spelling/spelling-words.h"

/*
 * One tag without looks holds the misspelt words, as no two of them touch. It goes along with what is typed
 * around it, until the answer about the changed bullet is there. Only bullets with a new record are asked
 * about.
 */

typedef struct {
  QtrBulletsView *view;
  const QtrBullet *record;
} Request;

static void
request_free (Request *request)
{
  qtr_record_unref (request->record);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* A line that was broken within a word is tagged to beyond its end, until it is read again. */
static gboolean
find_next (QtrBulletsView *self, GtkTextIter *iter, const GtkTextIter *line_end)
{
  if (gtk_text_iter_compare (iter, line_end) >= 0)
    return FALSE;
  if (gtk_text_iter_has_tag (iter, self->spelling_tag))
    return TRUE;

  return gtk_text_iter_forward_to_tag_toggle (iter, self->spelling_tag) &&
         gtk_text_iter_compare (iter, line_end) < 0;
}

/* The misspelt word that @at is in, or just behind. */
gboolean
qtr_bullets_view_find_misspelt (QtrBulletsView *self, const GtkTextIter *at, GtkTextIter *start,
                                GtkTextIter *end)
{
  if (self->spelling_tag == NULL)
    return FALSE;

  *start = *at;
  if (!gtk_text_iter_has_tag (start, self->spelling_tag) &&
      !gtk_text_iter_ends_tag (start, self->spelling_tag))
    return FALSE;

  if (!gtk_text_iter_starts_tag (start, self->spelling_tag))
    gtk_text_iter_backward_to_tag_toggle (start, self->spelling_tag);
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, self->spelling_tag);
  return TRUE;
}

static void
clear_line (QtrBulletsView *self, guint line)
{
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, line, &start, &end);
  if (find_next (self, &start, &end))
    gtk_text_buffer_remove_tag (get_buffer (self), self->spelling_tag, &start, &end);
}

static void
clear_all (QtrBulletsView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->spelling_tag, &start, &end);
  g_hash_table_remove_all (self->spelling->asked);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_right (QtrBulletsView *self, const char *word)
{
  GHashTable *names = self->spelling->names;

  return qtr_spelling_is_known (self->spelling->spelling, word) ||
         (names != NULL && qtr_spelling_has_word (names, word));
}

static int
get_caret (QtrBulletsView *self)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_get_offset (&caret);
}

/* Half a word is no mistake yet. */
static gboolean
is_being_written (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  int caret = get_caret (self);

  return self->spelling->written_at == caret && gtk_widget_has_focus (GTK_WIDGET (self)) &&
         gtk_text_iter_get_offset (start) <= caret && caret <= gtk_text_iter_get_offset (end);
}

/* The words of a figure are nobody's spelling. */
static gboolean
is_of_figure (QtrBulletsView *self, GtkTextIter start, const GtkTextIter *end)
{
  QtrBulletsChip chip;

  return qtr_bullets_view_next_figure (self, &start, end, &chip);
}

static void
underline (QtrBulletsView *self, const char *bullet, const QtrSpellingWord *word)
{
  GtkTextIter start, end;

  if (is_right (self, word->word) ||
      !qtr_bullets_view_find_place (self, bullet, word->start, word->end, &start, &end) ||
      is_of_figure (self, start, &end))
    return;

  if (is_being_written (self, &start, &end))
    g_set_str (&self->spelling->spared, bullet);
  else
    gtk_text_buffer_apply_tag (get_buffer (self), self->spelling_tag, &start, &end);
}

static void
show_words (QtrBulletsView *self, guint line, const char *bullet, GArray *words)
{
  clear_line (self, line);
  for (guint i = 0; i < words->len; i++)
    underline (self, bullet, &g_array_index (words, QtrSpellingWord, i));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A cancelled answer may come when the view is gone already. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GArray) words = qtr_spelling_check_finish (NULL, result, NULL);
  QtrBulletsView *self = request->view;
  guint line = 0;

  if (words != NULL && qtr_bullets_lines_find (self->lines, request->record->record.id, &line) &&
      g_strcmp0 (qtr_bullets_lines_get (self->lines, line)->record->text, request->record->text) == 0)
    show_words (self, line, request->record->record.id, words);
}

static void
ask (QtrBulletsView *self, guint line)
{
  const QtrBullet *record = qtr_bullets_lines_get (self->lines, line)->record;
  QtrBulletsSpelling *spelling = self->spelling;
  g_autoptr (QtrBulletsPrinted) printed = NULL;
  Request *request = NULL;

  if (g_hash_table_lookup (spelling->asked, record->record.id) == record)
    return;

  g_hash_table_replace (spelling->asked, g_strdup (record->record.id), qtr_record_ref (record));
  if (record->text == NULL) {
    clear_line (self, line);
    return;
  }
  request = g_new0 (Request, 1);
  request->view = self;
  request->record = qtr_record_ref (record);
  printed = qtr_bullets_print (NULL, record->text, self->plan, self->update);
  qtr_spelling_check_async (spelling->spelling, printed->text, spelling->cancellable, checked_cb, request);
}

/* Bullets that are gone leave their records behind, until they are too many. */
static void
respell (QtrBulletsView *self)
{
  guint length = qtr_bullets_lines_get_length (self->lines);

  if (g_hash_table_size (self->spelling->asked) > 2 * length + 16)
    g_hash_table_remove_all (self->spelling->asked);
  for (guint i = 0; i < length; i++)
    ask (self, i);
}

static gboolean
respell_cb (gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);

  self->spelling->source = 0;
  if (!qtr_spelling_get_enabled (self->spelling->spelling))
    clear_all (self);
  else if (!self->changed)
    respell (self);
  return G_SOURCE_REMOVE;
}

/* Nothing happens before the first frame, and the letter that was typed is seen before it is judged. */
static void
respell_later (QtrBulletsView *self, int priority)
{
  QtrBulletsSpelling *spelling = self->spelling;

  if (!spelling->painted)
    return;

  g_clear_handle_id (&spelling->source, g_source_remove);
  spelling->source = g_idle_add_full (priority, respell_cb, self, NULL);
}

/* What is known of the words is remembered elsewhere: this is done before the next frame. */
static void
respell_all (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  g_hash_table_remove_all (self->spelling->asked);
  respell_later (self, G_PRIORITY_HIGH_IDLE);
}

/* Where the tree was put into the buffer, bullets that did not change may have been put in anew. */
static void
changed_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  self->spelling->written_at = self->n_applying == 0 ? get_caret (self) : -1;
  if (self->n_applying > 0)
    respell_all (self);
  else
    respell_later (self, G_PRIORITY_LOW);
}

/* When the caret leaves a word, it has been written. */
static void
moved_cb (QtrBulletsView *self)
{
  g_autofree char *spared = NULL;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (self->spelling->written_at == get_caret (self) && gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  self->spelling->written_at = -1;
  spared = g_steal_pointer (&self->spelling->spared);
  if (spared != NULL && g_hash_table_remove (self->spelling->asked, spared))
    respell_later (self, G_PRIORITY_LOW);
}

static void
make_spelling (QtrBulletsView *self)
{
  QtrBulletsSpelling *spelling = g_new0 (QtrBulletsSpelling, 1);
  GtkTextBuffer *buffer = get_buffer (self);

  self->spelling = spelling;
  self->spelling_tag = gtk_text_buffer_create_tag (buffer, "misspelt", NULL);
  spelling->asked =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) qtr_record_unref);
  spelling->cancellable = g_cancellable_new ();
  spelling->written_at = -1;
  spelling->signals = g_signal_group_new (QTR_TYPE_SPELLING);
  g_signal_group_connect_swapped (spelling->signals, "changed", G_CALLBACK (respell_all), self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (moved_cb), NULL);
  qtr_bullets_view_watch_spelling_menu (self);
}

void
qtr_bullets_view_set_spelling (QtrBulletsView *self, QtrSpelling *spelling, GHashTable *names)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));
  g_return_if_fail (QTR_IS_SPELLING (spelling));

  if (self->spelling == NULL)
    make_spelling (self);
  if (self->spelling->spelling == spelling && self->spelling->names == names)
    return;

  g_set_object (&self->spelling->spelling, spelling);
  g_signal_group_set_target (self->spelling->signals, spelling);
  g_clear_pointer (&self->spelling->names, g_hash_table_unref);
  self->spelling->names = names == NULL ? NULL : g_hash_table_ref (names);
  respell_all (self);
}

void
qtr_bullets_view_stop_spelling (QtrBulletsView *self)
{
  QtrBulletsSpelling *spelling = self->spelling;

  if (spelling == NULL)
    return;

  g_signal_handlers_disconnect_by_func (get_buffer (self), changed_cb, self);
  g_signal_handlers_disconnect_by_func (get_buffer (self), moved_cb, self);
  g_signal_handlers_disconnect_by_func (self, moved_cb, NULL);
  g_cancellable_cancel (spelling->cancellable);
  g_clear_handle_id (&spelling->source, g_source_remove);
  qtr_bullets_view_free_spelling_menu (self);
  g_clear_object (&spelling->cancellable);
  g_clear_object (&spelling->signals);
  g_clear_object (&spelling->spelling);
  g_clear_pointer (&spelling->names, g_hash_table_unref);
  g_clear_pointer (&spelling->asked, g_hash_table_unref);
  g_clear_pointer (&spelling->spared, g_free);
  g_clear_pointer (&self->spelling, g_free);
}

static void
paint_line (QtrBulletsView *self, GtkSnapshot *snapshot, GtkTextIter *start, const GtkTextIter *line_end)
{
  while (find_next (self, start, line_end)) {
    GtkTextIter end = *start;

    gtk_text_iter_forward_to_tag_toggle (&end, self->spelling_tag);
    if (gtk_text_iter_compare (&end, line_end) > 0)
      end = *line_end;
    qtr_bullets_view_paint_underline (self, snapshot, QTR_BULLETS_UNDERLINE_SPELLING, start, &end);
    *start = end;
  }
}

void
qtr_bullets_view_paint_spelling (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area)
{
  guint length = qtr_bullets_lines_get_length (self->lines);
  GtkTextIter start, end;

  if (self->spelling == NULL)
    return;

  if (!self->spelling->painted) {
    self->spelling->painted = TRUE;
    respell_later (self, G_PRIORITY_LOW);
    return;
  }
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &start, area->y, NULL);
  for (guint line = gtk_text_iter_get_line (&start); line < length; line++) {
    int y = 0;
    int height = 0;

    qtr_bullets_view_get_line (self, line, &start, &end);
    gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &start, &y, &height);
    if (y > area->y + area->height)
      break;
    paint_line (self, snapshot, &start, &end);
  }
}
