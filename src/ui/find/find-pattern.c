/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/find/find-pattern.h"

#include <string.h>

#include <pango/pango.h>

/* Where the folded text is within a letter of the text itself, nothing begins or ends. */
#define WITHIN G_MAXUINT

/* A text made comparable: its characters, and for each of them, and for the end, which character of the text
 * it stands before. One character may become several, and several one. */
typedef struct {
  GArray *characters;
  GArray *edges;
  guint length;
} Folded;

struct _QtrFindPattern {
  QtrFindOptions options;
  Folded folded;
};

static void
clear_folded (Folded *folded)
{
  g_clear_pointer (&folded->characters, g_array_unref);
  g_clear_pointer (&folded->edges, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, clear_folded)

static void
add_character (Folded *folded, gunichar character, guint edge)
{
  g_array_append_val (folded->characters, character);
  g_array_append_val (folded->edges, edge);
}

/* By Unicode's definition of a match without regard to case: decompose, fold, decompose. */
static void
add_letter (Folded *folded, const char *start, const char *end, gboolean keep_case)
{
  g_autofree char *whole = g_utf8_normalize (start, end - start, G_NORMALIZE_DEFAULT);
  guint edge = folded->length;

  if (!keep_case) {
    g_autofree char *small = g_utf8_casefold (whole, -1);

    g_free (whole);
    whole = g_utf8_normalize (small, -1, G_NORMALIZE_DEFAULT);
  }
  for (const char *at = whole; *at != '\0'; at = g_utf8_next_char (at)) {
    add_character (folded, g_utf8_get_char (at), edge);
    edge = WITHIN;
  }
}

/* A letter goes as far as its marks do. */
static const char *
find_letter_end (const char *start, guint *n_characters)
{
  const char *end = g_utf8_next_char (start);

  *n_characters = 1;
  while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end))) {
    end = g_utf8_next_char (end);
    ++*n_characters;
  }

  return end;
}

static Folded
fold (const char *text, gboolean keep_case)
{
  Folded folded = { g_array_new (FALSE, FALSE, sizeof (gunichar)), g_array_new (FALSE, FALSE, sizeof (guint)),
                    0 };
  const char *end = NULL;

  for (const char *at = text; *at != '\0'; at = end) {
    guint n_characters = 0;

    end = find_letter_end (at, &n_characters);
    if (n_characters == 1 && g_ascii_isprint (*at))
      add_character (&folded, keep_case ? *at : g_ascii_tolower (*at), folded.length);
    else
      add_letter (&folded, at, end, keep_case);
    folded.length += n_characters;
  }

  g_array_append_val (folded.edges, folded.length);
  return folded;
}

QtrFindPattern *
qtr_find_pattern_new (const char *text, QtrFindOptions options)
{
  QtrFindPattern *self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (QtrFindPattern, 1);
  self->options = options;
  self->folded = fold (text, (options & QTR_FIND_MATCH_CASE) != 0);
  return self;
}

void
qtr_find_pattern_free (QtrFindPattern *self)
{
  clear_folded (&self->folded);
  g_free (self);
}

gboolean
qtr_find_pattern_is_empty (const QtrFindPattern *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->folded.characters->len == 0;
}

static gboolean
is_at (const QtrFindPattern *self, const Folded *text, guint at, QtrFindRange *range)
{
  guint length = self->folded.characters->len;

  range->start = g_array_index (text->edges, guint, at);
  range->end = g_array_index (text->edges, guint, at + length);
  return range->start != WITHIN && range->end != WITHIN &&
         memcmp (&g_array_index (text->characters, gunichar, at), self->folded.characters->data,
                 length * sizeof (gunichar)) == 0;
}

static PangoLogAttr *
find_breaks (const char *text, guint length)
{
  PangoLogAttr *breaks = g_new0 (PangoLogAttr, length + 1);

  pango_get_log_attrs (text, -1, -1, NULL, breaks, (int) length + 1);
  return breaks;
}

/* By the breaks of Unicode "officer’s" is one word, and by those of Pango two: whoever looks for the officer
 * wants both. */
static gboolean
is_whole (const PangoLogAttr *breaks, const QtrFindRange *range)
{
  const PangoLogAttr *start = &breaks[range->start];
  const PangoLogAttr *end = &breaks[range->end];

  return (start->is_word_boundary || start->is_word_start) && (end->is_word_boundary || end->is_word_end);
}

static void
add_range (GArray **ranges, const QtrFindRange *range)
{
  if (*ranges == NULL)
    *ranges = g_array_new (FALSE, FALSE, sizeof (QtrFindRange));
  g_array_append_val (*ranges, *range);
}

GArray *
qtr_find_pattern_search (const QtrFindPattern *self, const char *text)
{
  guint length = 0;
  g_auto (Folded) folded = { 0 };
  g_autofree PangoLogAttr *breaks = NULL;
  GArray *ranges = NULL;
  QtrFindRange range;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  length = self->folded.characters->len;
  if (length == 0)
    return NULL;

  folded = fold (text, (self->options & QTR_FIND_MATCH_CASE) != 0);
  for (guint at = 0; at + length <= folded.characters->len;) {
    gboolean found = is_at (self, &folded, at, &range);

    if (found && (self->options & QTR_FIND_WHOLE_WORDS) != 0) {
      if (breaks == NULL)
        breaks = find_breaks (text, folded.length);
      found = is_whole (breaks, &range);
    }
    if (found)
      add_range (&ranges, &range);
    at += found ? length : 1;
  }

  return ranges;
}
