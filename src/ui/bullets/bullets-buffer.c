/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-figures.h"

/*
 * From the buffer to the tree. The handlers only keep the lines in step with the paragraphs; what a
 * paragraph says is read when the user's action is over.
 */

static const char *
get_label (QtrBulletsView *self, QtrBulletsEdit edit)
{
  switch (edit) {
  case QTR_BULLETS_EDIT_JOIN:
    return _ ("Join Bullets");
  case QTR_BULLETS_EDIT_SPLIT:
    return _ ("New Bullet");
  case QTR_BULLETS_EDIT_OUTDENT:
    return _ ("Outdent");
  case QTR_BULLETS_EDIT_CUT:
    return _ ("Cut");
  case QTR_BULLETS_EDIT_PASTE:
    return _ ("Paste");
  case QTR_BULLETS_EDIT_CORRECTION:
    return _ ("Correct Spelling");
  case QTR_BULLETS_EDIT_FIGURE:
    return self->figure_label;
  case QTR_BULLETS_EDIT_NONE:
  case QTR_BULLETS_EDIT_TYPING:
  case QTR_BULLETS_EDIT_DELETION:
  default:
    return _ ("Typing");
  }
}

void
qtr_bullets_view_emit_edited (QtrBulletsView *self, QtrList *bullets, const char *label, const char *run)
{
  g_autoptr (QtrList) owned = bullets;

  if (qtr_list_is_same (self->bullets, bullets))
    return;

  qtr_list_unref (self->bullets);
  self->bullets = g_steal_pointer (&owned);
  g_signal_emit_by_name (self, "edited", label, run);
}

void
qtr_bullets_view_note_areas (QtrBulletsView *self)
{
  for (guint i = 0; i < qtr_bullets_lines_get_length (self->lines); i++) {
    const char *area = qtr_bullets_lines_get (self->lines, i)->record->area;

    if (area != NULL && !g_hash_table_contains (self->areas, area))
      g_hash_table_add (self->areas, g_strdup (area));
  }
}

static void
read_line (QtrBulletsView *self, guint line)
{
  const QtrBullet *bullet = qtr_bullets_lines_get (self->lines, line)->record;
  g_auto (QtrBulletParagraph) paragraph = { 0 };
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, line, &start, &end);
  text = qtr_bullets_view_read_text (self, &start, &end);
  qtr_bullet_paragraph_read (&paragraph, text, bullet->area, self->areas);
  qtr_bullets_lines_read (self->lines, line, paragraph.area, paragraph.text);
}

static void
read_dirty_lines (QtrBulletsView *self)
{
  for (guint i = 0; i < qtr_bullets_lines_get_length (self->lines); i++) {
    if (!qtr_bullets_lines_get (self->lines, i)->dirty)
      continue;
    read_line (self, i);
    if (qtr_bullets_view_may_have_figures (self, i))
      qtr_bullets_view_reprint (self, i);
    if (!self->restructured)
      qtr_bullets_view_dress (self, i);
  }
}

static int
get_caret (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&iter);
}

/* A run is what is typed without the caret having been elsewhere, and ends with the bullet. */
static char *
name_run (QtrBulletsView *self)
{
  if (self->edit > QTR_BULLETS_EDIT_DELETION) {
    self->run++;
    return NULL;
  }

  return g_strdup_printf ("typing:%s:%u", qtr_bullets_view_get_current (self), self->run);
}

/* The sign is text, and stays it, unless a figure is chosen. */
static void
offer_figure (QtrBulletsView *self)
{
  if (!self->figure_asked)
    return;

  self->figure_asked = FALSE;
  self->figure_signed = qtr_bullets_view_pick_figure (self) == NULL;
}

/* Takes over what was done to the buffer since the last time. */
static void
take_over (QtrBulletsView *self)
{
  g_autofree char *run = NULL;
  QtrBulletsEdit edit = self->edit;

  if (!self->changed)
    return;

  if (self->restructured)
    qtr_bullets_lines_settle (self->lines);
  read_dirty_lines (self);
  if (self->restructured)
    qtr_bullets_view_dress_all (self);
  qtr_bullets_view_note_areas (self);
  run = name_run (self);
  self->changed = FALSE;
  self->restructured = FALSE;
  self->edit = QTR_BULLETS_EDIT_NONE;
  self->run_caret = get_caret (self);
  qtr_bullets_view_describe_current (self);
  qtr_bullets_view_follow_caret (self);
  qtr_bullets_view_emit_edited (self, qtr_bullets_lines_to_list (self->lines), get_label (self, edit), run);
  offer_figure (self);
}

/* Text also comes without a user's action around it, from assistive technology. What is taken over then may
 * be printed anew, so that whoever goes on with a place in the buffer takes it up again. */
static void
note_change (QtrBulletsView *self, QtrBulletsEdit edit, gboolean restructured)
{
  self->changed = TRUE;
  self->edit = MAX (self->edit, edit);
  self->restructured |= restructured;
  if (self->n_actions == 0)
    take_over (self);
}

static void
begin_user_action_cb (GtkTextBuffer *buffer, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (self->n_actions++ == 0 && get_caret (self) != self->run_caret)
    self->run++;
}

static void
end_user_action_cb (GtkTextBuffer *buffer, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (--self->n_actions == 0)
    take_over (self);
}

/* Enter in an empty bullet ends a level; on the first one there is none to end. A selection that Enter
 * replaced did not leave an empty bullet to be ended. */
static gboolean
end_level (QtrBulletsView *self, const GtkTextIter *iter)
{
  guint line = gtk_text_iter_get_line (iter);

  if (!gtk_text_iter_starts_line (iter) || !gtk_text_iter_ends_line (iter) ||
      self->edit != QTR_BULLETS_EDIT_NONE)
    return FALSE;

  if (qtr_bullets_lines_outdent (self->lines, line, line))
    note_change (self, QTR_BULLETS_EDIT_OUTDENT, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static QtrBulletsCut
get_cut (const GtkTextIter *iter)
{
  if (gtk_text_iter_ends_line (iter))
    return QTR_BULLETS_CUT_END;

  return gtk_text_iter_starts_line (iter) ? QTR_BULLETS_CUT_START : QTR_BULLETS_CUT_MIDDLE;
}

/* One character is typed, and what is typed is taken as it is, unless it ends a line in some other way. */
static gboolean
is_typed (const char *text, int length)
{
  gunichar character = g_utf8_get_char (text);

  return text + length == g_utf8_next_char (text) && !g_unichar_iscntrl (character) && character != 0x2029 &&
         character != 0xfffc;
}

/* At a word's beginning, whoever writes it asks for a figure. */
static gboolean
asks_for_figure (QtrBulletsView *self, const GtkTextIter *iter, const char *text, int length)
{
  GtkTextIter before = *iter;

  if (length != 1 || *text != QTR_BULLETS_FIGURE_SIGN || self->n_actions == 0 ||
      !gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;

  return gtk_text_iter_starts_line (iter) ||
         (gtk_text_iter_backward_char (&before) && !g_unichar_isalnum (gtk_text_iter_get_char (&before)));
}

/* Puts in what is made of @text, in place of it. The iterator of the emission goes along. */
static void
insert_cleaned (QtrBulletsView *self, GtkTextIter *iter, const char *text)
{
  self->paste =
      qtr_bullets_paste_new (text, gtk_text_iter_starts_line (iter), gtk_text_iter_ends_line (iter));
  if (g_str_equal (self->paste->text, "\n"))
    g_clear_pointer (&self->paste, qtr_bullets_paste_free);
  gtk_text_buffer_insert (gtk_text_iter_get_buffer (iter), iter,
                          self->paste == NULL ? "\n" : self->paste->text, -1);
  g_clear_pointer (&self->paste, qtr_bullets_paste_free);
}

static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int length, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (self->n_applying > 0 || length == 0)
    return;

  qtr_bullets_view_step_out (self, iter);
  self->figure_asked = asks_for_figure (self, iter, text, length);
  self->pending = (QtrBulletsPending) { .line = gtk_text_iter_get_line (iter), .cut = get_cut (iter) };
  if (self->paste == NULL && length == 1 && *text == '\n') {
    if (end_level (self, iter))
      g_signal_stop_emission_by_name (buffer, "insert-text");
  } else if (self->paste == NULL && !is_typed (text, length)) {
    g_autofree char *copy = g_strndup (text, length);

    g_signal_stop_emission_by_name (buffer, "insert-text");
    insert_cleaned (self, iter, copy);
  }
}

/* Which of the lines is the bullet that was there before keeps its depth. */
static void
set_levels (QtrBulletsView *self, guint line, guint n_new)
{
  guint kept = self->pending.cut == QTR_BULLETS_CUT_START ? line + n_new : line;
  guint base = qtr_bullets_lines_get (self->lines, kept == line ? line + 1 : line)->depth;
  guint deepest = MAX (base, QTR_BULLETS_DEPTH_MAX - 1);

  for (guint i = 0; i <= n_new && i < self->paste->levels->len; i++)
    if (line + i != kept)
      qtr_bullets_lines_set_depth (self->lines, line + i,
                                   MIN (base + g_array_index (self->paste->levels, guint, i), deepest));
}

static void
adopt_bullets (QtrBulletsView *self, guint line)
{
  GPtrArray *bullets = self->paste->bullets;

  for (guint i = 0; i < bullets->len; i++)
    if (g_ptr_array_index (bullets, i) != NULL)
      qtr_bullets_lines_adopt (self->lines, line + i, g_ptr_array_index (bullets, i));
}

/* The space at which a sentence is broken belongs to neither part. Both of the iterators stay good. */
static void
trim_rest (QtrBulletsView *self, GtkTextIter *iter)
{
  GtkTextIter end = *iter;

  while (!gtk_text_iter_ends_line (&end) && g_unichar_isspace (gtk_text_iter_get_char (&end)))
    gtk_text_iter_forward_char (&end);
  if (gtk_text_iter_equal (iter, &end))
    return;

  /* This is a part of the break, and taken over with it. */
  self->n_actions++;
  gtk_text_buffer_delete (gtk_text_iter_get_buffer (iter), iter, &end);
  self->n_actions--;
}

static void
after_insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int length,
                      QtrBulletsView *self)
{
  guint line = self->pending.line;
  guint n_new = 0;
  int offset = 0;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (self->n_applying > 0 || length == 0)
    return;

  n_new = gtk_text_buffer_get_line_count (buffer) - qtr_bullets_lines_get_length (self->lines);
  qtr_bullets_lines_mark_dirty (self->lines, line);
  if (n_new > 0)
    qtr_bullets_lines_split (self->lines, line, n_new, self->pending.cut);
  if (n_new > 0 && self->paste != NULL)
    set_levels (self, line, n_new);
  if (self->paste != NULL && self->paste->bullets != NULL)
    adopt_bullets (self, line);
  if (self->paste == NULL && n_new > 0 && self->pending.cut == QTR_BULLETS_CUT_MIDDLE)
    trim_rest (self, iter);
  offset = gtk_text_iter_get_offset (iter);
  if (self->paste != NULL && (n_new > 0 || self->paste->bullets != NULL))
    note_change (self, QTR_BULLETS_EDIT_PASTE, TRUE);
  else
    note_change (self, n_new > 0 ? QTR_BULLETS_EDIT_SPLIT : QTR_BULLETS_EDIT_TYPING, n_new > 0);
  gtk_text_buffer_get_iter_at_offset (buffer, iter, offset);
}

/* Whole bullets may go before one that stays; and where the first one's text goes, and something of the last
 * one's stays, that is the last one. */
static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  self->pending = (QtrBulletsPending) {
    .line = gtk_text_iter_get_line (start),
    .keep_last = gtk_text_iter_starts_line (start) &&
                 (gtk_text_iter_starts_line (end) || !gtk_text_iter_ends_line (end)),
  };
}

static void
after_delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, QtrBulletsView *self)
{
  guint n_gone = 0;
  int offset = gtk_text_iter_get_offset (start);

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (self->n_applying > 0)
    return;

  n_gone = qtr_bullets_lines_get_length (self->lines) - gtk_text_buffer_get_line_count (buffer);
  qtr_bullets_lines_join (self->lines, self->pending.line, n_gone, self->pending.keep_last);
  note_change (self, n_gone > 0 ? QTR_BULLETS_EDIT_JOIN : QTR_BULLETS_EDIT_DELETION, n_gone > 0);
  gtk_text_buffer_get_iter_at_offset (buffer, start, offset);
  *end = *start;
}

void
qtr_bullets_view_watch_buffer (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb), self, 0);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (after_insert_text_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (delete_range_cb), self, 0);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (after_delete_range_cb), self, G_CONNECT_AFTER);
}
