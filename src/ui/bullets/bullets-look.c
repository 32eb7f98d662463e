/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <hb.h>

#include "ui/bullets/bullets-view-private.h"

/*
 * Depth is a tag over the whole paragraph, in a set for each direction of writing, and one with room on both
 * sides for what has none. The last line takes no tag while it is empty; the view's own margins stand for
 * its.
 */

int
qtr_bullets_view_get_step (QtrBulletsView *self)
{
  return self->metrics.height * 3 / 2;
}

static int
get_margin (QtrBulletsView *self, guint depth)
{
  return qtr_bullets_view_get_step (self) * (MIN (depth, QTR_BULLETS_SHOWN_DEPTHS - 1) + 1);
}

void
qtr_bullets_view_make_tags (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (guint way = 0; way < QTR_BULLETS_N_WAYS; way++)
    for (guint i = 0; i < QTR_BULLETS_SHOWN_DEPTHS; i++)
      self->paragraph_tags[way][i] =
          gtk_text_buffer_create_tag (buffer, NULL, "left-margin", 0, "right-margin", 0, NULL);
  self->area_tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  qtr_bullets_view_make_marking_tag (self);
  qtr_bullets_view_make_carried_tag (self);
}

/* The direction of the first letter's script; numbers and signs have none. */
static QtrBulletsWay
find_text_way (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);
    guint32 script = g_unicode_script_to_iso15924 (g_unichar_get_script (character));

    if (!g_unichar_isalpha (character))
      continue;
    if (hb_script_get_horizontal_direction (hb_script_from_iso15924_tag (script)) == HB_DIRECTION_RTL)
      return QTR_BULLETS_WAY_LEFT;
    return QTR_BULLETS_WAY_RIGHT;
  }

  return QTR_BULLETS_WAY_EITHER;
}

static QtrBulletsWay
find_way (QtrBulletsView *self, guint line)
{
  const QtrBullet *bullet = qtr_bullets_lines_get (self->lines, line)->record;
  QtrBulletsWay way = find_text_way (bullet->area);

  return way != QTR_BULLETS_WAY_EITHER ? way : find_text_way (bullet->text);
}

/* A paragraph without letters is laid out as those around it, or as the keyboard has it; its place tells. */
gboolean
qtr_bullets_view_is_rtl (QtrBulletsView *self, guint line, const GdkRectangle *place)
{
  QtrBulletsWay way = find_way (self, line);

  if (way == QTR_BULLETS_WAY_EITHER)
    return place->x > get_margin (self, qtr_bullets_lines_get (self->lines, line)->depth);

  return way == QTR_BULLETS_WAY_LEFT;
}

static GtkTextTag *
get_paragraph_tag (QtrBulletsView *self, guint line)
{
  guint depth = qtr_bullets_lines_get (self->lines, line)->depth;

  return self->paragraph_tags[find_way (self, line)][MIN (depth, QTR_BULLETS_SHOWN_DEPTHS - 1)];
}

gboolean
qtr_bullets_view_is_paragraph_tag (QtrBulletsView *self, GtkTextTag *tag)
{
  for (guint way = 0; way < QTR_BULLETS_N_WAYS; way++)
    for (guint i = 0; i < QTR_BULLETS_SHOWN_DEPTHS; i++)
      if (self->paragraph_tags[way][i] == tag)
        return TRUE;

  return FALSE;
}

/* A paragraph takes its margins from its first character. */
static gboolean
has_only (QtrBulletsView *self, const GtkTextIter *start, GtkTextTag *wanted)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (start);
  gboolean has = FALSE;

  for (GSList *i = tags; i != NULL; i = i->next) {
    if (i->data == wanted)
      has = TRUE;
    else if (qtr_bullets_view_is_paragraph_tag (self, i->data))
      return FALSE;
  }
  return has;
}

/* To remove a tag that is not there has its lines laid out anew all the same. */
static void
undress (const GtkTextIter *start, const GtkTextIter *end, GtkTextTag *tag)
{
  GtkTextIter toggle = *start;

  if (gtk_text_iter_has_tag (start, tag) ||
      (gtk_text_iter_forward_to_tag_toggle (&toggle, tag) && gtk_text_iter_compare (&toggle, end) < 0))
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (start), tag, start, end);
}

static void
dress_paragraph (QtrBulletsView *self, guint line, const GtkTextIter *start)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  GtkTextTag *tag = get_paragraph_tag (self, line);
  GtkTextIter end = *start;

  gtk_text_iter_forward_line (&end);
  if (gtk_text_iter_equal (start, &end) || has_only (self, start, tag))
    return;

  for (guint way = 0; way < QTR_BULLETS_N_WAYS; way++)
    for (guint i = 0; i < QTR_BULLETS_SHOWN_DEPTHS; i++)
      undress (start, &end, self->paragraph_tags[way][i]);
  gtk_text_buffer_apply_tag (buffer, tag, start, &end);
}

static gboolean
is_area_dressed (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *area_end,
                 const GtkTextIter *end)
{
  GtkTextIter iter = *start;

  if (gtk_text_iter_has_tag (start, self->area_tag) != !gtk_text_iter_equal (start, area_end))
    return FALSE;
  if (gtk_text_iter_has_tag (start, self->area_tag)) {
    gtk_text_iter_forward_to_tag_toggle (&iter, self->area_tag);
    if (!gtk_text_iter_equal (&iter, area_end))
      return FALSE;
  }

  return !gtk_text_iter_forward_to_tag_toggle (&iter, self->area_tag) ||
         gtk_text_iter_compare (&iter, end) >= 0;
}

static void
dress_area (QtrBulletsView *self, guint line, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  const char *area = qtr_bullets_lines_get (self->lines, line)->record->area;
  GtkTextIter area_end = *start;

  if (area != NULL)
    gtk_text_iter_forward_chars (&area_end, g_utf8_strlen (area, -1) + 1);
  if (is_area_dressed (self, start, &area_end, end))
    return;

  gtk_text_buffer_remove_tag (buffer, self->area_tag, start, end);
  gtk_text_buffer_apply_tag (buffer, self->area_tag, start, &area_end);
}

/* The view's margins touch no line with a tag, but changing them lays all lines out anew. */
static void
dress_last_line (QtrBulletsView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint last = qtr_bullets_lines_get_length (self->lines) - 1;
  int margin = get_margin (self, qtr_bullets_lines_get (self->lines, last)->depth);
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, last, &start, &end);
  if (!gtk_text_iter_equal (&start, &end) || gtk_text_view_get_left_margin (view) == margin)
    return;

  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
}

void
qtr_bullets_view_dress (QtrBulletsView *self, guint line)
{
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, line, &start, &end);
  dress_paragraph (self, line, &start);
  dress_area (self, line, &start, &end);
  qtr_bullets_view_dress_marking (self, line, &start);
  qtr_bullets_view_dress_carried (self, line, &start);
  if (line + 1 == qtr_bullets_lines_get_length (self->lines))
    dress_last_line (self);
}

void
qtr_bullets_view_dress_all (QtrBulletsView *self)
{
  for (guint i = 0; i < qtr_bullets_lines_get_length (self->lines); i++)
    qtr_bullets_view_dress (self, i);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static QtrBulletsMetrics
measure_font (QtrBulletsView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
  int ascent = pango_font_metrics_get_ascent (font);
  int descent = pango_font_metrics_get_descent (font);
  QtrBulletsMetrics metrics = {
    .height = PANGO_PIXELS_CEIL (ascent + descent),
    .ascent = PANGO_PIXELS (ascent),
    .middle = PANGO_PIXELS (ascent - pango_font_metrics_get_strikethrough_position (font)),
  };

  pango_font_metrics_unref (font);
  return metrics;
}

static void
set_margins (QtrBulletsView *self)
{
  for (guint i = 0; i < QTR_BULLETS_SHOWN_DEPTHS; i++) {
    int margin = get_margin (self, i);

    g_object_set (self->paragraph_tags[QTR_BULLETS_WAY_RIGHT][i], "left-margin", margin, NULL);
    g_object_set (self->paragraph_tags[QTR_BULLETS_WAY_LEFT][i], "right-margin", margin, NULL);
    g_object_set (self->paragraph_tags[QTR_BULLETS_WAY_EITHER][i], "left-margin", margin, "right-margin",
                  margin, NULL);
  }
}

static void
set_spacing (QtrBulletsView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int height = self->metrics.height;

  gtk_text_view_set_pixels_inside_wrap (view, (height * 9 + 10) / 20);
  gtk_text_view_set_pixels_above_lines (view, (height * 6 + 10) / 20);
  gtk_text_view_set_pixels_below_lines (view, (height * 6 + 10) / 20);
}

void
qtr_bullets_view_update_metrics (QtrBulletsView *self)
{
  QtrBulletsMetrics metrics = measure_font (self);

  if (metrics.height == self->metrics.height && metrics.ascent == self->metrics.ascent &&
      metrics.middle == self->metrics.middle)
    return;

  self->metrics = metrics;
  set_margins (self);
  set_spacing (self);
  qtr_bullets_view_update_marking_room (self);
  dress_last_line (self);
}
