/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-figures.h"

/*
 * From the tree to the buffer: lines are matched by id, and only what differs is touched.
 */

/* A place in a bullet, which outlives the text around it. */
typedef struct {
  GtkTextMark *mark;
  char *id;
  guint line;
  int offset;
} Place;

static void
clear_place (Place *place)
{
  g_free (place->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, clear_place)

/* What both trees begin and end with. */
typedef struct {
  guint head;
  guint old_middle;
  guint new_middle;
  guint tail;
} Match;

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static const char *
get_id (const QtrBulletsLines *lines, guint at)
{
  return qtr_bullets_lines_get (lines, at)->record->record.id;
}

static Match
match_lines (const QtrBulletsLines *before, const QtrBulletsLines *after)
{
  guint n_before = qtr_bullets_lines_get_length (before);
  guint n_after = qtr_bullets_lines_get_length (after);
  guint most = MIN (n_before, n_after);
  Match match = { 0 };

  while (match.head < most && g_str_equal (get_id (before, match.head), get_id (after, match.head)))
    match.head++;
  while (match.head + match.tail < most &&
         g_str_equal (get_id (before, n_before - 1 - match.tail), get_id (after, n_after - 1 - match.tail)))
    match.tail++;
  match.old_middle = n_before - match.head - match.tail;
  match.new_middle = n_after - match.head - match.tail;
  return match;
}

static void
remember_place (QtrBulletsView *self, Place *place, GtkTextMark *mark)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, mark);
  place->mark = mark;
  place->line = gtk_text_iter_get_line (&iter);
  place->offset = gtk_text_iter_get_line_offset (&iter);
  place->id = g_strdup (get_id (self->lines, place->line));
}

/* Where the bullet itself goes, the place is the end of the one before it that stays, or else the beginning.
 */
static void
save_place (QtrBulletsView *self, Place *place, const QtrBulletsLines *after)
{
  guint ignored;

  while (place->line > 0 && !qtr_bullets_lines_find (after, place->id, &ignored)) {
    GtkTextIter start, end;

    qtr_bullets_view_get_line (self, --place->line, &start, &end);
    place->offset = gtk_text_iter_get_line_offset (&end);
    g_set_str (&place->id, get_id (self->lines, place->line));
  }
}

static void
find_place (QtrBulletsView *self, const Place *place, const QtrBulletsLines *after, GtkTextIter *iter)
{
  GtkTextIter start, end;
  guint line = 0;

  gtk_text_buffer_get_start_iter (get_buffer (self), iter);
  if (!qtr_bullets_lines_find (after, place->id, &line))
    return;

  qtr_bullets_view_get_line (self, line, &start, &end);
  *iter = start;
  gtk_text_iter_set_line_offset (iter, MIN (place->offset, gtk_text_iter_get_line_offset (&end)));
}

static void
restore_places (QtrBulletsView *self, const Place *caret, const Place *bound, const QtrBulletsLines *after)
{
  GtkTextIter old_caret, old_bound, new_caret, new_bound;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &old_caret, caret->mark);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &old_bound, bound->mark);
  find_place (self, caret, after, &new_caret);
  find_place (self, bound, after, &new_bound);
  if (!gtk_text_iter_equal (&old_caret, &new_caret) || !gtk_text_iter_equal (&old_bound, &new_bound))
    gtk_text_buffer_select_range (get_buffer (self), &new_caret, &new_bound);
}

static void
move_place (Place *place, const char *id, int start, int end, int length)
{
  if (!g_str_equal (place->id, id) || place->offset <= start)
    return;

  place->offset = place->offset >= end ? place->offset + length - (end - start) : start + length;
}

/* Tells which words of a paragraph that was put in from character @first to @last on are figures. */
static void
tag_figures (QtrBulletsView *self, guint line, const QtrBulletsPrinted *printed, int first, int last)
{
  for (guint i = 0; i < printed->figures->len; i++) {
    const QtrBulletsFigure *figure = &g_array_index (printed->figures, QtrBulletsFigure, i);
    GtkTextIter start, end;

    if (figure->start < first || figure->end > last)
      continue;
    gtk_text_buffer_get_iter_at_line_offset (get_buffer (self), &start, (int) line, figure->start);
    gtk_text_buffer_get_iter_at_line_offset (get_buffer (self), &end, (int) line, figure->end);
    qtr_bullets_view_tag_figure (self, figure, &start, &end);
  }
}

/* Replaces what differs between a paragraph and what it is to be: neither the beginning nor the end that
 * they share. */
static void
replace_text (QtrBulletsView *self, guint line, const QtrBulletsPrinted *wanted, const char *id,
              Place *places)
{
  g_autoptr (QtrBulletsPrinted) shown = NULL;
  g_autofree char *text = NULL;
  QtrBulletsDifference difference;
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, line, &start, &end);
  shown = qtr_bullets_view_read_printed (self, &start, &end);
  difference = qtr_bullets_printed_compare (shown, wanted);
  if (difference.start == difference.old_end && difference.start == difference.new_end)
    return;

  for (guint i = 0; i < 2; i++)
    move_place (&places[i], id, difference.start, difference.old_end, difference.new_end - difference.start);
  gtk_text_iter_set_line_offset (&start, difference.start);
  end = start;
  gtk_text_iter_forward_chars (&end, difference.old_end - difference.start);
  text = g_utf8_substring (wanted->text, difference.start, difference.new_end);
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
  gtk_text_buffer_insert (get_buffer (self), &start, text, -1);
  tag_figures (self, line, wanted, difference.start, difference.new_end);
}

/* What a line's record says, the buffer says too, though not to the space: an area's colon may have one after
 * it before there is text. So records are compared, and not strings. */
static void
update_line (QtrBulletsView *self, guint line, const QtrBullet *before, const QtrBullet *after, Place *places)
{
  g_autoptr (QtrBulletsPrinted) wanted = NULL;

  if (before == after ||
      (g_strcmp0 (before->area, after->area) == 0 && g_strcmp0 (before->text, after->text) == 0))
    return;

  wanted = qtr_bullets_view_print (self, after);
  replace_text (self, line, wanted, after->record.id, places);
}

static void
update_ends (QtrBulletsView *self, const QtrBulletsLines *after, const Match *match, Place *places)
{
  guint n_before = qtr_bullets_lines_get_length (self->lines);
  guint n_after = qtr_bullets_lines_get_length (after);

  for (guint i = 0; i < match->head; i++)
    update_line (self, i, qtr_bullets_lines_get (self->lines, i)->record,
                 qtr_bullets_lines_get (after, i)->record, places);
  for (guint i = match->tail; i > 0; i--)
    update_line (self, n_after - i, qtr_bullets_lines_get (self->lines, n_before - i)->record,
                 qtr_bullets_lines_get (after, n_after - i)->record, places);
}

static void
delete_lines (QtrBulletsView *self, guint first, guint count, gboolean with_end)
{
  GtkTextIter start, end, ignored;
  gboolean is_last = first + count == (guint) gtk_text_buffer_get_line_count (get_buffer (self));

  qtr_bullets_view_get_line (self, first, &start, &ignored);
  qtr_bullets_view_get_line (self, first + count - 1, &ignored, &end);
  if (with_end && !is_last)
    gtk_text_iter_forward_line (&end);
  else if (with_end)
    gtk_text_iter_backward_char (&start);
  gtk_text_buffer_delete (get_buffer (self), &start, &end);
}

static GPtrArray *
print_lines (QtrBulletsView *self, const QtrBulletsLines *lines, guint first, guint count)
{
  GPtrArray *printed = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_bullets_printed_free);

  for (guint i = first; i < first + count; i++)
    g_ptr_array_add (printed, qtr_bullets_view_print (self, qtr_bullets_lines_get (lines, i)->record));
  return printed;
}

static char *
join_lines (GPtrArray *printed)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < printed->len; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "\n" : "",
                            ((QtrBulletsPrinted *) g_ptr_array_index (printed, i))->text);
  return g_string_free_and_steal (g_steal_pointer (&string));
}

static void
insert_lines (QtrBulletsView *self, guint first, const char *text, gboolean with_end)
{
  gboolean is_last = first == (guint) gtk_text_buffer_get_line_count (get_buffer (self));
  GtkTextIter iter;

  if (with_end && is_last) {
    gtk_text_buffer_get_end_iter (get_buffer (self), &iter);
    gtk_text_buffer_insert (get_buffer (self), &iter, "\n", 1);
  } else {
    gtk_text_buffer_get_iter_at_line (get_buffer (self), &iter, first);
  }
  gtk_text_buffer_insert (get_buffer (self), &iter, text, -1);
  if (with_end && !is_last)
    gtk_text_buffer_insert (get_buffer (self), &iter, "\n", 1);
}

/* Lines that come in place of others need no end of their own. */
static void
replace_middle (QtrBulletsView *self, const QtrBulletsLines *after, const Match *match)
{
  g_autoptr (GPtrArray) printed = print_lines (self, after, match->head, match->new_middle);
  g_autofree char *text = join_lines (printed);

  if (match->old_middle > 0)
    delete_lines (self, match->head, match->old_middle, match->new_middle == 0);
  if (match->new_middle > 0)
    insert_lines (self, match->head, text, match->old_middle == 0);
  for (guint i = 0; i < printed->len; i++)
    tag_figures (self, match->head + i, g_ptr_array_index (printed, i), 0, G_MAXINT);
}

void
qtr_bullets_view_apply (QtrBulletsView *self, QtrBulletsLines *lines)
{
  Match match = match_lines (self->lines, lines);
  g_auto (Place) caret = { 0 };
  g_auto (Place) bound = { 0 };
  Place places[2];

  remember_place (self, &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  remember_place (self, &bound, gtk_text_buffer_get_selection_bound (get_buffer (self)));
  save_place (self, &caret, lines);
  save_place (self, &bound, lines);
  places[0] = caret;
  places[1] = bound;

  self->n_applying++;
  replace_middle (self, lines, &match);
  update_ends (self, lines, &match, places);
  caret.offset = places[0].offset;
  bound.offset = places[1].offset;
  restore_places (self, &caret, &bound, lines);
  qtr_bullets_lines_free (self->lines);
  self->lines = lines;
  self->n_applying--;

  qtr_bullets_view_leave_figures (self);
  qtr_bullets_view_note_areas (self);
  qtr_bullets_view_dress_all (self);
}

void
qtr_bullets_view_reprint (QtrBulletsView *self, guint line)
{
  const QtrBullet *bullet = qtr_bullets_lines_get (self->lines, line)->record;
  g_autoptr (QtrBulletsPrinted) wanted = qtr_bullets_view_print (self, bullet);
  g_auto (Place) caret = { 0 };
  g_auto (Place) bound = { 0 };
  Place places[2];

  remember_place (self, &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  remember_place (self, &bound, gtk_text_buffer_get_selection_bound (get_buffer (self)));
  places[0] = caret;
  places[1] = bound;

  self->n_applying++;
  replace_text (self, line, wanted, bullet->record.id, places);
  caret.offset = places[0].offset;
  bound.offset = places[1].offset;
  restore_places (self, &caret, &bound, self->lines);
  self->n_applying--;
  qtr_bullets_view_leave_figures (self);
}
