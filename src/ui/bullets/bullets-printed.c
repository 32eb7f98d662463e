/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-printed.h"

#include <string.h>

#include "series/resolve.h"
#include "ui/bullets/bullets-paragraph.h"

static void
clear_figure (gpointer data)
{
  g_free (((QtrBulletsFigure *) data)->token);
}

QtrBulletsPrinted *
qtr_bullets_printed_new (void)
{
  QtrBulletsPrinted *self = g_new0 (QtrBulletsPrinted, 1);

  self->text = g_strdup ("");
  self->figures = g_array_new (FALSE, FALSE, sizeof (QtrBulletsFigure));
  g_array_set_clear_func (self->figures, clear_figure);
  return self;
}

void
qtr_bullets_printed_free (QtrBulletsPrinted *self)
{
  g_free (self->text);
  g_array_unref (self->figures);
  g_free (self);
}

void
qtr_bullets_printed_add (QtrBulletsPrinted *self, const char *words, const char *token, QtrFigureState state)
{
  QtrBulletsFigure figure = { .state = state, .start = (int) g_utf8_strlen (self->text, -1) };
  char *before = self->text;

  self->text = g_strconcat (before, words, NULL);
  g_free (before);
  if (token == NULL)
    return;

  figure.token = g_strdup (token);
  figure.end = figure.start + (int) g_utf8_strlen (words, -1);
  g_array_append_val (self->figures, figure);
}

static void
add_part (QtrBulletsPrinted *self, const char *text, int start, int end)
{
  g_autofree char *part = g_utf8_substring (text, start, end);

  qtr_bullets_printed_add (self, part, NULL, QTR_FIGURE_NONE);
}

/* What has no words cannot be seen, nor taken away: it stays what is written. */
static void
add_figure (QtrBulletsPrinted *self, const char *text, const char *printed, const QtrFigureSpan *span)
{
  g_autofree char *token = g_utf8_substring (text, span->source.start, span->source.end);
  g_autofree char *words = g_utf8_substring (printed, span->printed.start, span->printed.end);
  g_autofree char *shown = qtr_bullet_compose_text (NULL, words);

  if (*shown == '\0')
    qtr_bullets_printed_add (self, token, NULL, QTR_FIGURE_NONE);
  else
    qtr_bullets_printed_add (self, shown, token, span->state);
}

static void
add_text (QtrBulletsPrinted *self, const char *text, const QtrPlan *plan, const QtrUpdate *update)
{
  g_autoptr (GArray) spans = NULL;
  g_autofree char *printed = qtr_figures_print (text, plan, update, &spans);
  int at = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    const QtrFigureSpan *span = &g_array_index (spans, QtrFigureSpan, i);

    add_part (self, text, at, span->source.start);
    add_figure (self, text, printed, span);
    at = span->source.end;
  }
  qtr_bullets_printed_add (self, g_utf8_offset_to_pointer (text, at), NULL, QTR_FIGURE_NONE);
}

QtrBulletsPrinted *
qtr_bullets_print (const char *area, const char *text, const QtrPlan *plan, const QtrUpdate *update)
{
  QtrBulletsPrinted *self = qtr_bullets_printed_new ();
  g_autofree char *head = qtr_bullet_compose_text (area, text == NULL ? NULL : "");
  g_autofree char *rest = qtr_bullet_compose_text (NULL, text);

  qtr_bullets_printed_add (self, head, NULL, QTR_FIGURE_NONE);
  if (plan == NULL || update == NULL || strstr (rest, QTR_FIGURE_LINK_OPENING) == NULL)
    qtr_bullets_printed_add (self, rest, NULL, QTR_FIGURE_NONE);
  else
    add_text (self, rest, plan, update);
  return self;
}

/* --- What differs --- */

/* A paragraph that is gone through from one end or the other. */
typedef struct {
  const QtrBulletsPrinted *printed;
  gunichar *characters;
  int length;
  int at;
  guint figure;
} Walk;

static void
start_walk (Walk *walk, const QtrBulletsPrinted *printed, gboolean from_end)
{
  glong length = 0;

  walk->printed = printed;
  walk->characters = g_utf8_to_ucs4_fast (printed->text, -1, &length);
  walk->length = (int) length;
  walk->at = from_end ? walk->length : 0;
  walk->figure = from_end ? printed->figures->len : 0;
}

static void
clear_walk (Walk *walk)
{
  g_free (walk->characters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

static const QtrBulletsFigure *
get_next_figure (const Walk *walk)
{
  const GArray *figures = walk->printed->figures;
  const QtrBulletsFigure *figure =
      walk->figure < figures->len ? &g_array_index (figures, QtrBulletsFigure, walk->figure) : NULL;

  return figure != NULL && figure->start == walk->at ? figure : NULL;
}

static const QtrBulletsFigure *
get_last_figure (const Walk *walk)
{
  const GArray *figures = walk->printed->figures;
  const QtrBulletsFigure *figure =
      walk->figure > 0 ? &g_array_index (figures, QtrBulletsFigure, walk->figure - 1) : NULL;

  return figure != NULL && figure->end == walk->at ? figure : NULL;
}

static gboolean
is_same_figure (const Walk *a, const QtrBulletsFigure *one, const Walk *b, const QtrBulletsFigure *other)
{
  int length = one->end - one->start;

  return one->state == other->state && length == other->end - other->start &&
         g_str_equal (one->token, other->token) &&
         memcmp (a->characters + one->start, b->characters + other->start,
                 (gsize) length * sizeof (gunichar)) == 0;
}

static gboolean
step_forward (Walk *a, Walk *b)
{
  const QtrBulletsFigure *one = get_next_figure (a);
  const QtrBulletsFigure *other = get_next_figure (b);
  int length = one == NULL ? 1 : one->end - one->start;

  if (a->at == a->length || b->at == b->length || (one == NULL) != (other == NULL))
    return FALSE;
  if (one == NULL ? a->characters[a->at] != b->characters[b->at] : !is_same_figure (a, one, b, other))
    return FALSE;

  a->at += length;
  b->at += length;
  a->figure += one != NULL;
  b->figure += one != NULL;
  return TRUE;
}

static gboolean
step_back (Walk *a, Walk *b, int start)
{
  const QtrBulletsFigure *one = get_last_figure (a);
  const QtrBulletsFigure *other = get_last_figure (b);
  int length = one == NULL ? 1 : one->end - one->start;

  if (a->at <= start || b->at <= start || (one == NULL) != (other == NULL))
    return FALSE;
  if (one == NULL ? a->characters[a->at - 1] != b->characters[b->at - 1] : !is_same_figure (a, one, b, other))
    return FALSE;
  if (a->at - length < start || b->at - length < start)
    return FALSE;

  a->at -= length;
  b->at -= length;
  a->figure -= one != NULL;
  b->figure -= one != NULL;
  return TRUE;
}

QtrBulletsDifference
qtr_bullets_printed_compare (const QtrBulletsPrinted *before, const QtrBulletsPrinted *after)
{
  g_auto (Walk) old_head = { 0 };
  g_auto (Walk) new_head = { 0 };
  g_auto (Walk) old_tail = { 0 };
  g_auto (Walk) new_tail = { 0 };

  start_walk (&old_head, before, FALSE);
  start_walk (&new_head, after, FALSE);
  while (step_forward (&old_head, &new_head))
    continue;
  start_walk (&old_tail, before, TRUE);
  start_walk (&new_tail, after, TRUE);
  while (step_back (&old_tail, &new_tail, old_head.at))
    continue;
  return (QtrBulletsDifference) { old_head.at, old_tail.at, new_tail.at };
}
