/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/bullets/bullets-view-private.h"

/*
 * A tag without looks holds where a finding stands while the words around it change; the line is drawn here,
 * because a tag allows one underline a character, and none of these shapes.
 */

typedef struct {
  char *bullet;
  char *message;
  char *icon;
  char *severity;
  char *fix;
  guint start;
  guint end;
  QtrBulletsUnderline underline;
  /* Without one it is about the whole bullet. */
  GtkTextTag *tag;
} Finding;

static void
clear_finding (gpointer data)
{
  Finding *finding = data;

  g_free (finding->bullet);
  g_free (finding->message);
  g_free (finding->icon);
  g_free (finding->severity);
  g_free (finding->fix);
}

static GArray *
get_findings (QtrBulletsView *self)
{
  if (self->findings == NULL) {
    self->findings = g_array_new (FALSE, FALSE, sizeof (Finding));
    g_array_set_clear_func (self->findings, clear_finding);
    self->spare_tags = g_ptr_array_new ();
  }
  return self->findings;
}

void
qtr_bullets_view_free_findings (QtrBulletsView *self)
{
  g_clear_pointer (&self->underlines, g_hash_table_unref);
  g_clear_pointer (&self->checked, qtr_list_unref);
  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_pointer (&self->spare_tags, g_ptr_array_unref);
}

/* Tags are used again, as each new one costs the table. */
static GtkTextTag *
take_tag (QtrBulletsView *self)
{
  if (self->spare_tags->len > 0)
    return g_ptr_array_steal_index_fast (self->spare_tags, self->spare_tags->len - 1);

  return gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), NULL, NULL);
}

static gboolean
find_range (QtrBulletsView *self, const Finding *finding, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter line_end;
  guint line = 0;

  if (finding->tag == NULL || !qtr_bullets_lines_find (self->lines, finding->bullet, &line))
    return FALSE;

  qtr_bullets_view_get_line (self, line, start, &line_end);
  if (!gtk_text_iter_has_tag (start, finding->tag) &&
      (!gtk_text_iter_forward_to_tag_toggle (start, finding->tag) ||
       gtk_text_iter_compare (start, &line_end) >= 0))
    return FALSE;
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, finding->tag);
  if (gtk_text_iter_compare (end, &line_end) > 0)
    *end = line_end;
  return !gtk_text_iter_equal (start, end);
}

static gboolean
find_text (QtrBulletsView *self, const char *bullet, guint *line, guint *offset)
{
  const QtrBullet *record = NULL;
  g_auto (QtrBulletParagraph) paragraph = { 0 };
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (!qtr_bullets_lines_find (self->lines, bullet, line))
    return FALSE;

  record = qtr_bullets_lines_get (self->lines, *line)->record;
  qtr_bullets_view_get_line (self, *line, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  if (record->area != NULL)
    qtr_bullet_paragraph_read (&paragraph, text, record->area, self->areas);
  *offset = paragraph.offset;
  return TRUE;
}

gboolean
qtr_bullets_view_find_place (QtrBulletsView *self, const char *bullet, guint first, guint last,
                             GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter line_end;
  guint line = 0;
  guint offset = 0;
  guint most = 0;

  if (!find_text (self, bullet, &line, &offset))
    return FALSE;

  qtr_bullets_view_get_line (self, line, start, &line_end);
  most = gtk_text_iter_get_line_offset (&line_end);
  *end = *start;
  gtk_text_iter_set_line_offset (start, MIN (most, offset + MIN (first, most)));
  gtk_text_iter_set_line_offset (end, MIN (most, offset + MIN (last, most)));
  return TRUE;
}

static void
add_finding (QtrBulletsView *self, const QtrBulletsFinding *given)
{
  Finding finding = { .start = given->start, .end = given->end, .underline = given->underline };
  GtkTextIter start, end;

  if (!qtr_bullets_view_find_place (self, given->bullet, given->start, given->end, &start, &end))
    return;

  finding.bullet = g_strdup (given->bullet);
  finding.message = g_strdup (given->message);
  finding.icon = g_strdup (given->icon);
  finding.severity = g_strdup (given->severity);
  finding.fix = g_strdup (given->fix);
  if (gtk_text_iter_compare (&start, &end) < 0) {
    finding.tag = take_tag (self);
    gtk_text_buffer_apply_tag (gtk_text_iter_get_buffer (&start), finding.tag, &start, &end);
  }
  g_array_append_val (self->findings, finding);
}

static void
remove_findings (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GArray *findings = get_findings (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < findings->len; i++) {
    GtkTextTag *tag = g_array_index (findings, Finding, i).tag;

    if (tag == NULL)
      continue;
    gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
    g_ptr_array_add (self->spare_tags, tag);
  }
  g_array_set_size (findings, 0);
}

static gboolean
is_same_finding (const Finding *finding, const QtrBulletsFinding *given)
{
  return finding->start == given->start && finding->end == given->end &&
         finding->underline == given->underline && g_strcmp0 (finding->bullet, given->bullet) == 0 &&
         g_strcmp0 (finding->message, given->message) == 0 && g_strcmp0 (finding->icon, given->icon) == 0 &&
         g_strcmp0 (finding->severity, given->severity) == 0 && g_strcmp0 (finding->fix, given->fix) == 0;
}

/* They are given again after every key, and seldom are others: putting them anew under a text that stands as
 * it stood would cost each key more than all the rest. */
static gboolean
has_findings (QtrBulletsView *self, const QtrBulletsFinding *findings, guint n_findings)
{
  GArray *own = get_findings (self);

  if (own->len != n_findings || self->checked != self->bullets)
    return FALSE;
  for (guint i = 0; i < n_findings; i++)
    if (!is_same_finding (&g_array_index (own, Finding, i), &findings[i]))
      return FALSE;

  return TRUE;
}

void
qtr_bullets_view_set_findings (QtrBulletsView *self, const QtrBulletsFinding *findings, guint n_findings)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));
  g_return_if_fail (findings != NULL || n_findings == 0);

  if (has_findings (self, findings, n_findings))
    return;

  g_clear_pointer (&self->checked, qtr_list_unref);
  self->checked = self->bullets == NULL ? NULL : qtr_list_ref (self->bullets);
  remove_findings (self);
  for (guint i = 0; i < n_findings; i++)
    add_finding (self, &findings[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
qtr_bullets_view_get_message_at (QtrBulletsView *self, const GtkTextIter *iter)
{
  GArray *findings = get_findings (self);

  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = &g_array_index (findings, Finding, i);

    if (finding->tag != NULL && gtk_text_iter_has_tag (iter, finding->tag))
      return finding->message;
  }

  return NULL;
}

/* The caret behind the last character is in it, too, unless it is asked what was clicked. */
static gboolean
is_in (QtrBulletsView *self, const Finding *finding, const GtkTextIter *caret, gboolean underlined)
{
  guint line = 0;

  if (finding->tag != NULL)
    return gtk_text_iter_has_tag (caret, finding->tag) ||
           (!underlined && gtk_text_iter_ends_tag (caret, finding->tag));

  return !underlined && qtr_bullets_lines_find (self->lines, finding->bullet, &line) &&
         line == (guint) gtk_text_iter_get_line (caret);
}

/* What is said of some words goes before what is said of the whole bullet. */
static const Finding *
find_at (QtrBulletsView *self, const GtkTextIter *caret, gboolean underlined)
{
  GArray *findings = get_findings (self);
  const Finding *found = NULL;

  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = &g_array_index (findings, Finding, i);

    if ((found == NULL || found->tag == NULL) && is_in (self, finding, caret, underlined))
      found = finding;
  }

  return found;
}

gboolean
qtr_bullets_view_find_finding (QtrBulletsView *self, gboolean underlined, QtrBulletsFinding *found,
                               GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const Finding *finding = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, start, gtk_text_buffer_get_insert (buffer));
  *end = *start;
  finding = find_at (self, start, underlined);
  if (finding == NULL)
    return FALSE;

  *found = (QtrBulletsFinding) { finding->bullet,  finding->start, finding->end,      finding->underline,
                                 finding->message, finding->icon,  finding->severity, finding->fix };
  if (finding->tag != NULL)
    find_range (self, finding, start, end);
  return TRUE;
}

gboolean
qtr_bullets_view_get_finding (QtrBulletsView *self, QtrBulletsFinding *finding)
{
  GtkTextIter start, end;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  return qtr_bullets_view_find_finding (self, FALSE, finding, &start, &end);
}

gboolean
qtr_bullets_view_go_to (QtrBulletsView *self, const char *bullet, guint start, guint end)
{
  GtkTextIter first, last;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  if (!qtr_bullets_view_find_place (self, bullet, start, end, &first, &last))
    return FALSE;

  gtk_text_buffer_select_range (gtk_text_iter_get_buffer (&first), &last, &first);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  qtr_bullets_view_follow_caret (self);
  return TRUE;
}

static GdkRGBA
get_colour (QtrBulletsUnderline underline)
{
  static const char *const colours[][2] = {
    [QTR_BULLETS_UNDERLINE_ERROR] = { "#c30000", "#ff938c" },
    [QTR_BULLETS_UNDERLINE_WARNING] = { "#c88800", "#ffc252" },
    [QTR_BULLETS_UNDERLINE_NOTICE] = { "#3584e4", "#81d0ff" },
    [QTR_BULLETS_UNDERLINE_SPELLING] = { "#c01c28", "#ff7b63" },
  };
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA colour;

  gdk_rgba_parse (&colour, colours[underline][dark]);
  return colour;
}

static void
add_wave (GskPathBuilder *builder, float end, float unit)
{
  float up = -unit;

  gsk_path_builder_move_to (builder, 0, 0);
  for (float x = 0; x < end; x += 2 * unit) {
    gsk_path_builder_quad_to (builder, x + unit, 2 * up, MIN (x + 2 * unit, end), 0);
    up = -up;
  }
}

static GskPath *
make_path (QtrBulletsUnderline underline, int width, float unit)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  if (underline == QTR_BULLETS_UNDERLINE_ERROR) {
    add_wave (builder, width, unit);
  } else {
    gsk_path_builder_move_to (builder, 0, 0);
    gsk_path_builder_line_to (builder, width, 0);
  }
  return gsk_path_builder_free_to_path (builder);
}

/* The toolkit takes two paths to be the same only if they are one object. With a new one for each frame,
 * every key would have all that is underlined painted anew. */
static GskPath *
get_path (QtrBulletsView *self, QtrBulletsUnderline underline, int width, float unit)
{
  gboolean wavy = underline == QTR_BULLETS_UNDERLINE_ERROR;
  guint shape = ((guint) self->metrics.height << 16 | (guint) width) << 1 | (guint) wavy;
  GskPath *path = NULL;

  if (self->underlines == NULL)
    self->underlines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_path_unref);
  path = g_hash_table_lookup (self->underlines, GUINT_TO_POINTER (shape));
  if (path == NULL) {
    path = make_path (underline, width, unit);
    g_hash_table_insert (self->underlines, GUINT_TO_POINTER (shape), path);
  }
  return path;
}

static void
set_dashes (GskStroke *stroke, QtrBulletsUnderline underline, float unit)
{
  const float dashes[] = { 4 * unit, 2 * unit };
  const float dots[] = { unit, unit };

  if (underline == QTR_BULLETS_UNDERLINE_WARNING)
    gsk_stroke_set_dash (stroke, dashes, 2);
  else if (underline != QTR_BULLETS_UNDERLINE_ERROR)
    gsk_stroke_set_dash (stroke, dots, 2);
}

/* A serious finding is a wave, a warning a bold dashed line, a notice a dotted one, and a misspelt word a
 * finer dotted one. */
static void
paint_segment (QtrBulletsView *self, GtkSnapshot *snapshot, QtrBulletsUnderline underline,
               const GdkRectangle *segment)
{
  float unit = MAX (1, self->metrics.height / 12.0f);
  float width = underline == QTR_BULLETS_UNDERLINE_SPELLING || underline == QTR_BULLETS_UNDERLINE_ERROR
                    ? MAX (1, unit * 0.8f)
                    : unit * 1.2f;
  float y = segment->y + self->metrics.ascent + self->metrics.height / 6.0f;
  GskStroke *stroke = gsk_stroke_new (width);
  GdkRGBA colour = get_colour (underline);

  set_dashes (stroke, underline, unit * 1.2f);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (segment->x, y));
  gtk_snapshot_append_stroke (snapshot, get_path (self, underline, segment->width, unit * 1.2f), stroke,
                              &colour);
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}

/* Goes to the end of what is laid out in one line, or to @end. At a wrap that is before its last character,
 * which belongs to the line if it is not a space. */
static float
find_segment_end (GtkTextView *view, GtkTextIter *iter, const GtkTextIter *end)
{
  GtkTextIter line_end = *iter;
  gboolean wraps = FALSE;
  GdkRectangle place;

  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_view_forward_display_line_end (view, &line_end);
  wraps = gtk_text_iter_compare (&line_end, end) < 0;
  *iter = wraps ? line_end : *end;
  gtk_text_view_get_iter_location (view, iter, &place);
  if (!wraps || g_unichar_isspace (gtk_text_iter_get_char (iter)))
    return place.x;

  return place.x + place.width;
}

static void
start_next_segment (GtkTextView *view, GtkTextIter *iter, const GtkTextIter *end)
{
  while (gtk_text_iter_compare (iter, end) < 0) {
    gtk_text_iter_forward_char (iter);
    if (gtk_text_view_starts_display_line (view, iter))
      return;
  }
}

/* What of the text between @iter and @end is laid out in one line; @iter goes on to what is in the next. */
gboolean
qtr_bullets_view_take_segment (QtrBulletsView *self, GtkTextIter *iter, const GtkTextIter *end,
                               GdkRectangle *segment)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int start = 0;
  int x = 0;

  if (gtk_text_iter_compare (iter, end) >= 0)
    return FALSE;

  gtk_text_view_get_iter_location (view, iter, segment);
  start = segment->x;
  x = (int) find_segment_end (view, iter, end);
  segment->x = MIN (start, x);
  segment->width = ABS (x - start);
  start_next_segment (view, iter, end);
  return TRUE;
}

void
qtr_bullets_view_paint_underline (QtrBulletsView *self, GtkSnapshot *snapshot, QtrBulletsUnderline underline,
                                  const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter iter = *start;
  GdkRectangle segment;

  while (qtr_bullets_view_take_segment (self, &iter, end, &segment))
    paint_segment (self, snapshot, underline, &segment);
}

static gboolean
is_shown (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end, const GdkRectangle *area)
{
  int top = 0;
  int bottom = 0;
  int height = 0;

  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), start, &top, &height);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), end, &bottom, &height);
  return bottom + height >= area->y && top <= area->y + area->height;
}

void
qtr_bullets_view_paint_findings (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area)
{
  GArray *findings = get_findings (self);

  for (guint i = 0; i < findings->len; i++) {
    const Finding *finding = &g_array_index (findings, Finding, i);
    GtkTextIter start, end;

    if (find_range (self, finding, &start, &end) && is_shown (self, &start, &end, area))
      qtr_bullets_view_paint_underline (self, snapshot, finding->underline, &start, &end);
  }
}
