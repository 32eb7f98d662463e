/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "series/resolve.h"
#include "ui/bullets/bullets-figures.h"

/*
 * A linked figure stands in the buffer as the words that it prints, under a tag of its own that carries how
 * it is written. So places in the buffer are places in the text that is read; and whoever reads a paragraph
 * back goes from tag to tag.
 */

/* What a tag carries. */
typedef struct {
  char *token;
  QtrFigureState state;
} Chip;

static GQuark chip_quark;

static void
free_chip (gpointer data)
{
  g_free (((Chip *) data)->token);
  g_free (data);
}

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static const Chip *
get_chip (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), chip_quark);
}

/* --- Where they are --- */

static GtkTextTag *
find_tag (QtrBulletsView *self, const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = self->figures->len == 0 ? NULL : gtk_text_iter_get_tags (iter);

  for (GSList *i = tags; i != NULL; i = i->next)
    if (get_chip (i->data) != NULL)
      return i->data;

  return NULL;
}

/* The figure whose words the character behind @iter is of. */
static gboolean
find_figure (QtrBulletsView *self, const GtkTextIter *iter, QtrBulletsChip *chip)
{
  GtkTextTag *tag = find_tag (self, iter);

  if (tag == NULL)
    return FALSE;

  *chip = (QtrBulletsChip) { get_chip (tag)->token, get_chip (tag)->state, *iter, *iter };
  if (!gtk_text_iter_starts_tag (&chip->start, tag))
    gtk_text_iter_backward_to_tag_toggle (&chip->start, tag);
  gtk_text_iter_forward_to_tag_toggle (&chip->end, tag);
  return TRUE;
}

gboolean
qtr_bullets_view_find_figure_around (QtrBulletsView *self, const GtkTextIter *iter, QtrBulletsChip *chip)
{
  return find_figure (self, iter, chip) && !gtk_text_iter_equal (&chip->start, iter);
}

gboolean
qtr_bullets_view_find_figure_beside (QtrBulletsView *self, const GtkTextIter *iter, QtrBulletsChip *chip)
{
  GtkTextIter before = *iter;

  if (find_figure (self, iter, chip))
    return TRUE;

  return !gtk_text_iter_starts_line (iter) && gtk_text_iter_backward_char (&before) &&
         find_figure (self, &before, chip);
}

gboolean
qtr_bullets_view_next_figure (QtrBulletsView *self, GtkTextIter *iter, const GtkTextIter *end,
                              QtrBulletsChip *chip)
{
  while (self->figures->len > 0 && gtk_text_iter_compare (iter, end) < 0) {
    if (find_figure (self, iter, chip)) {
      *iter = chip->end;
      return TRUE;
    }
    if (!gtk_text_iter_forward_to_tag_toggle (iter, NULL))
      break;
  }

  return FALSE;
}

/* --- Reading --- */

QtrBulletsPrinted *
qtr_bullets_view_read_printed (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  QtrBulletsPrinted *printed = qtr_bullets_printed_new ();
  GtkTextIter at = *start;
  GtkTextIter next = *start;
  QtrBulletsChip chip;

  while (qtr_bullets_view_next_figure (self, &next, end, &chip)) {
    g_autofree char *before = gtk_text_iter_get_slice (&at, &chip.start);
    g_autofree char *words = gtk_text_iter_get_slice (&chip.start, &chip.end);

    if (gtk_text_iter_compare (&at, &chip.start) < 0)
      qtr_bullets_printed_add (printed, before, NULL, QTR_FIGURE_NONE);
    qtr_bullets_printed_add (printed, words, chip.token, chip.state);
    at = chip.end;
  }
  if (gtk_text_iter_compare (&at, end) < 0) {
    g_autofree char *rest = gtk_text_iter_get_slice (&at, end);

    qtr_bullets_printed_add (printed, rest, NULL, QTR_FIGURE_NONE);
  }
  return printed;
}

char *
qtr_bullets_view_read_text (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autoptr (QtrBulletsPrinted) printed = qtr_bullets_view_read_printed (self, start, end);
  GString *text = g_string_new (NULL);
  const char *at = printed->text;
  int offset = 0;

  for (guint i = 0; i < printed->figures->len; i++) {
    const QtrBulletsFigure *figure = &g_array_index (printed->figures, QtrBulletsFigure, i);
    const char *words = g_utf8_offset_to_pointer (at, figure->start - offset);

    g_string_append_len (text, at, words - at);
    g_string_append (text, figure->token);
    at = g_utf8_offset_to_pointer (words, figure->end - figure->start);
    offset = figure->end;
  }
  g_string_append (text, at);
  return g_string_free_and_steal (text);
}

/* --- Writing --- */

/* Tags are used again, as each new one costs the table. */
static GtkTextTag *
take_tag (QtrBulletsView *self)
{
  if (self->spare_figures->len > 0)
    return g_ptr_array_steal_index_fast (self->spare_figures, self->spare_figures->len - 1);

  return gtk_text_buffer_create_tag (get_buffer (self), NULL, NULL);
}

void
qtr_bullets_view_tag_figure (QtrBulletsView *self, const QtrBulletsFigure *figure, const GtkTextIter *start,
                             const GtkTextIter *end)
{
  GtkTextTag *tag = take_tag (self);
  Chip *chip = g_new0 (Chip, 1);

  chip->token = g_strdup (figure->token);
  chip->state = figure->state;
  g_object_set_qdata_full (G_OBJECT (tag), chip_quark, chip, free_chip);
  g_ptr_array_add (self->figures, tag);
  gtk_text_buffer_apply_tag (get_buffer (self), tag, start, end);
}

static gboolean
is_used (QtrBulletsView *self, GtkTextTag *tag)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (get_buffer (self), &iter);
  return gtk_text_iter_has_tag (&iter, tag) || gtk_text_iter_forward_to_tag_toggle (&iter, tag);
}

/* One that was dragged within the view is taken away from where it was, and has been put elsewhere. */
static void
release_tags (QtrBulletsView *self)
{
  for (guint i = 0; i < self->leaving_figures->len; i++) {
    GtkTextTag *tag = g_ptr_array_index (self->leaving_figures, i);

    if (is_used (self, tag) || !g_ptr_array_remove_fast (self->figures, tag))
      continue;
    g_object_set_qdata (G_OBJECT (tag), chip_quark, NULL);
    g_ptr_array_add (self->spare_figures, tag);
  }
  g_ptr_array_set_size (self->leaving_figures, 0);
}

/* --- One unit --- */

void
qtr_bullets_view_step_out (QtrBulletsView *self, GtkTextIter *iter)
{
  QtrBulletsChip chip;

  if (qtr_bullets_view_find_figure_around (self, iter, &chip))
    *iter = chip.end;
}

/* Whatever is deleted of a figure, all of it is. */
static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, QtrBulletsView *self)
{
  QtrBulletsChip chip;
  GtkTextIter iter;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (self->figures->len == 0)
    return;

  if (qtr_bullets_view_find_figure_around (self, start, &chip))
    *start = chip.start;
  if (qtr_bullets_view_find_figure_around (self, end, &chip))
    *end = chip.end;
  for (iter = *start; qtr_bullets_view_next_figure (self, &iter, end, &chip);)
    g_ptr_array_add (self->leaving_figures, find_tag (self, &chip.start));
}

static void
after_delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  release_tags (self);
}

/* Steps over a figure in the direction in which the caret came. */
static gboolean
move_out (QtrBulletsView *self, GtkTextIter *caret)
{
  QtrBulletsChip chip;

  if (!qtr_bullets_view_find_figure_around (self, caret, &chip))
    return FALSE;

  *caret = self->figure_caret > gtk_text_iter_get_offset (&chip.start) ? chip.start : chip.end;
  return TRUE;
}

/* The other end of a selection takes in all of a figure. */
static gboolean
move_bound_out (QtrBulletsView *self, GtkTextIter *bound, const GtkTextIter *caret)
{
  QtrBulletsChip chip;

  if (!qtr_bullets_view_find_figure_around (self, bound, &chip))
    return FALSE;

  *bound = gtk_text_iter_compare (caret, bound) > 0 ? chip.start : chip.end;
  return TRUE;
}

void
qtr_bullets_view_leave_figures (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  gboolean selected = FALSE;
  gboolean moved = FALSE;
  GtkTextIter caret, bound;

  if (self->n_applying > 0)
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  selected = !gtk_text_iter_equal (&caret, &bound);
  moved = selected && move_bound_out (self, &bound, &caret);
  moved |= move_out (self, &caret);
  self->figure_caret = gtk_text_iter_get_offset (&caret);
  if (moved)
    gtk_text_buffer_select_range (buffer, &caret, selected ? &bound : &caret);
}

static void
mark_set_cb (GtkTextBuffer *buffer, const GtkTextIter *iter, GtkTextMark *mark, QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer))
    qtr_bullets_view_leave_figures (self);
}

gboolean
qtr_bullets_view_delete_figure_before (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  QtrBulletsChip chip;
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_buffer_get_has_selection (buffer) || find_figure (self, &caret, &chip) ||
      !qtr_bullets_view_find_figure_beside (self, &caret, &chip))
    return FALSE;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_interactive (buffer, &chip.start, &chip.end,
                                      gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}

/* --- What they print --- */

QtrBulletsPrinted *
qtr_bullets_view_print (QtrBulletsView *self, const QtrBullet *bullet)
{
  return qtr_bullets_print (bullet->area, bullet->text, self->plan, self->update);
}

gboolean
qtr_bullets_view_may_have_figures (QtrBulletsView *self, guint line)
{
  const char *text = qtr_bullets_lines_get (self->lines, line)->record->text;

  return text != NULL && strstr (text, QTR_FIGURE_LINK_OPENING) != NULL;
}

static void
reprint_all (QtrBulletsView *self)
{
  for (guint i = 0; i < qtr_bullets_lines_get_length (self->lines); i++)
    if (qtr_bullets_view_may_have_figures (self, i)) {
      qtr_bullets_view_reprint (self, i);
      qtr_bullets_view_dress (self, i);
    }
}

/* All that figures depend on, as the resolver has it. */
static gboolean
is_around_the_same (QtrBulletsView *self, const QtrPlan *plan, const char *surroundings)
{
  return self->plan != NULL && self->plan->measures == plan->measures && self->plan->areas == plan->areas &&
         g_strcmp0 (self->surroundings, surroundings) == 0;
}

void
qtr_bullets_view_set_context (QtrBulletsView *self, const QtrPlan *plan, const QtrUpdate *update)
{
  g_autofree char *surroundings = NULL;
  gboolean same = FALSE;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  if (self->plan == plan && self->update == update)
    return;

  surroundings = qtr_figures_describe_surroundings (plan, update);
  same = is_around_the_same (self, plan, surroundings);
  qtr_record_unref (self->plan);
  qtr_record_unref (self->update);
  self->plan = qtr_record_ref (plan);
  self->update = qtr_record_ref (update);
  g_set_str (&self->surroundings, surroundings);
  if (!same)
    reprint_all (self);
}

void
qtr_bullets_view_free_figures (QtrBulletsView *self)
{
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->spare_figures, g_ptr_array_unref);
  g_clear_pointer (&self->leaving_figures, g_ptr_array_unref);
  g_clear_pointer (&self->plan, qtr_record_unref);
  g_clear_pointer (&self->update, qtr_record_unref);
  g_clear_pointer (&self->surroundings, g_free);
}

/* It is told of deletions before whoever asks which lines they touch. */
void
qtr_bullets_view_watch_figures (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  chip_quark = g_quark_from_static_string ("qtr-bullets-chip");
  self->figures = g_ptr_array_new ();
  self->spare_figures = g_ptr_array_new ();
  self->leaving_figures = g_ptr_array_new ();
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (delete_range_cb), self, 0);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (after_delete_range_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_AFTER);
}
