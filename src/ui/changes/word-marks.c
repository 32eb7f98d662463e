/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/word-marks.h"

#include <glib/gi18n-lib.h>

#include "merge/marks.h"
#include "merge/wording.h"

const QtrWordColours *
qtr_word_colours_get (gboolean dark, gboolean contrast)
{
  static const QtrWordColours colours[2][2] = {
    { { "#a51d2d", "#0b6b34" }, { "#7a0012", "#004d1f" } },
    { { "#ff9a95", "#7ee2a0" }, { "#ffc9c6", "#b8ffd0" } },
  };

  return &colours[dark ? 1 : 0][contrast ? 1 : 0];
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PangoAttrList *attributes, const QtrWordColours *colours, QtrMarkKind kind, gsize start, gsize end)
{
  PangoColor colour = { 0 };

  if (kind == QTR_MARK_SAME)
    return;
  pango_color_parse (&colour, kind == QTR_MARK_GONE ? colours->gone : colours->came);
  add_attribute (attributes, pango_attr_foreground_new (colour.red, colour.green, colour.blue), start, end);
  add_attribute (attributes,
                 kind == QTR_MARK_GONE ? pango_attr_strikethrough_new (TRUE)
                                       : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                 start, end);
}

/* Words that gave way to others touch them, and are to be told from them by who does not see the lines. */
static gboolean
needs_space (const GString *text, const QtrMark *part)
{
  return text->len > 0 && part->kind == QTR_MARK_CAME && !g_ascii_isspace (text->str[text->len - 1]) &&
         !g_ascii_isspace (part->text[0]);
}

char *
qtr_word_marks_show (const char *before, const char *after, const QtrWordColours *colours,
                     PangoAttrList **attributes)
{
  g_autoptr (GArray) marks = qtr_marks_new (before, after);
  GString *text = g_string_new (NULL);

  *attributes = pango_attr_list_new ();
  for (guint i = 0; i < marks->len; i++) {
    const QtrMark *part = &g_array_index (marks, QtrMark, i);
    gsize start = 0;

    if (i > 0 && g_array_index (marks, QtrMark, i - 1).kind == QTR_MARK_GONE && needs_space (text, part))
      g_string_append (text, " ");
    start = text->len;
    g_string_append (text, part->text);
    mark (*attributes, colours, part->kind, start, text->len);
  }

  return g_string_free (text, FALSE);
}

char *
qtr_word_marks_show_side (const char *base, const char *side, const QtrWordColours *colours,
                          PangoAttrList **attributes)
{
  g_auto (QtrWording) before = { 0 };
  g_auto (QtrWording) after = { 0 };
  g_autoptr (GArray) hunks = NULL;

  *attributes = pango_attr_list_new ();
  qtr_wording_init (&before, base);
  qtr_wording_init (&after, side);
  hunks = qtr_wording_diff (&before, &after);
  for (guint i = 0; i < hunks->len; i++) {
    const QtrHunk *hunk = &g_array_index (hunks, QtrHunk, i);

    if (hunk->from < hunk->to)
      mark (*attributes, colours, QTR_MARK_CAME, g_array_index (after.offsets, guint, hunk->from),
            g_array_index (after.offsets, guint, hunk->to));
  }

  return g_strdup (side == NULL ? "" : side);
}

static char *
speak_part (const QtrMark *part)
{
  g_autofree char *text = g_strstrip (g_strdup (part->text));

  if (part->kind == QTR_MARK_SAME || *text == '\0')
    return NULL;
  /* Translators: words of a text that went or came. */
  return g_strdup_printf (part->kind == QTR_MARK_GONE ? _ ("“%s” removed") : _ ("“%s” added"), text);
}

char *
qtr_word_marks_to_spoken (const char *before, const char *after)
{
  g_autoptr (GArray) marks = qtr_marks_new (before, after);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < marks->len; i++) {
    char *part = speak_part (&g_array_index (marks, QtrMark, i));

    if (part != NULL)
      g_strv_builder_take (parts, part);
  }
  texts = g_strv_builder_end (parts);
  /* Translators: stands between the parts of what is read out. */
  return g_strjoinv (_ (", "), texts);
}
