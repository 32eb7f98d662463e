/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/pages-private.h"

#define DISPLAY_FAMILY "Inter Display, Inter, Liberation Sans, Noto Sans, sans-serif"

/* Marks that are heaped on a letter may make its line this many times as high as it would be, and no more. */
#define LINE_HEIGHT_MAX 4.0

/* How far letters reach above and below their line, in sizes. */
#define ABOVE_FLAT 0.97
#define BELOW_FLAT 0.26

/* A paragraph of fewer lines stays whole. */
#define PARTED_MIN 4

/* No word that somebody would read is as long as this. */
#define PIECE_LENGTH 200

static void
set_font (PangoLayout *layout, PangoContext *context, const QtrPageFont *font)
{
  g_autoptr (PangoFontDescription) description =
      pango_font_description_copy (pango_context_get_font_description (context));

  if (font->display)
    pango_font_description_set_family_static (description, DISPLAY_FAMILY);
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
}

/* To break a word over many lines, the library sets all of its rest anew for each of them. What has another
 * attribute is set by itself: every other piece of such a word has one that changes nothing. */
static void
part_long_words (PangoAttrList *attributes, const char *text)
{
  const char *piece = text;
  guint length = 0;
  gboolean is_odd = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);
    gboolean is_space = g_unichar_isspace (letter);

    if (!is_space && (++length < PIECE_LENGTH || g_unichar_ismark (letter) || g_unichar_iszerowidth (letter)))
      continue;
    if (is_odd) {
      PangoAttribute *none = pango_attr_rise_new (0);

      none->start_index = (guint) (piece - text);
      none->end_index = (guint) (at - text);
      pango_attr_list_insert (attributes, none);
    }
    is_odd = !is_odd && !is_space;
    piece = at;
    length = 0;
  }
}

static void
set_attributes (PangoLayout *layout, const QtrPageText *text, gsize label_length)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (label_length > 0) {
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

    bold->end_index = (guint) label_length;
    pango_attr_list_insert (attributes, bold);
  }
  if (text->font.letter_spacing > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (text->font.letter_spacing * PANGO_SCALE)));
  if (text->font.numbers)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  /* A word that is parted because it must be is copied without hyphens that nobody wrote. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  part_long_words (attributes, pango_layout_get_text (layout));
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
layout_new (QtrPageFlow *flow, const QtrPageText *text)
{
  PangoLayout *layout = pango_layout_new (flow->context);
  const char *words = text->text != NULL ? text->text : "";
  g_autofree char *labelled =
      g_strdup_printf ("%s%s%s%s", text->label != NULL ? text->label : "", text->label != NULL ? ": " : "",
                       words, text->goes_on ? " " : "");

  set_font (layout, flow->context, &text->font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, labelled, -1);
  set_attributes (layout, text, text->label != NULL ? strlen (text->label) + 1 : 0);
  return layout;
}

PangoLayout *
qtr_page_text_layout (QtrPageFlow *flow, const QtrPageText *text)
{
  PangoLayout *layout = layout_new (flow, text);

  pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (text->centred)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  /* What is read from right to left is aligned the other way round by itself. */
  else if (text->at_end && pango_layout_get_direction (layout, 0) != PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  if (text->lines > 0) {
    pango_layout_set_height (layout, -text->lines);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  g_ptr_array_add (flow->layouts, layout);
  return layout;
}

static const GUnicodeScript rtl_scripts[] = {
  G_UNICODE_SCRIPT_ARABIC,  G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
  G_UNICODE_SCRIPT_THAANA,  G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_SAMARITAN,
  G_UNICODE_SCRIPT_MANDAIC, G_UNICODE_SCRIPT_ADLAM,  G_UNICODE_SCRIPT_HANIFI_ROHINGYA,
};

/* The first letter decides, as it does where the text itself is set. */
gboolean
qtr_page_text_is_rtl (const char *text)
{
  const char *at = text;

  while (at != NULL && *at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  for (guint i = 0; at != NULL && *at != '\0' && i < G_N_ELEMENTS (rtl_scripts); i++)
    if (g_unichar_get_script (g_utf8_get_char (at)) == rtl_scripts[i])
      return TRUE;
  return FALSE;
}

/* The widths of a text's words are those that it has where every word is a line of its own. */
void
qtr_page_text_widths (QtrPageFlow *flow, const QtrPageText *text, double *least, double *natural)
{
  g_autoptr (PangoLayout) layout = layout_new (flow, text);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  *natural = pango_units_to_double (extents.width);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &extents);
  *least = pango_units_to_double (extents.width);
}

/* How high a line is, and where in it its letters stand. */
typedef struct {
  double height;
  double baseline;
} Line;

static Line
measure_line (PangoLayoutIter *iter, const QtrPageFont *font)
{
  PangoRectangle ink, logical;
  double baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
  double above, below, room;

  pango_layout_iter_get_line_extents (iter, &ink, &logical);
  above = baseline - pango_units_to_double (MIN (logical.y, ink.height > 0 ? ink.y : logical.y));
  below = pango_units_to_double (
              MAX (logical.y + logical.height, ink.height > 0 ? ink.y + ink.height : logical.y)) -
          baseline;
  above = MIN (above, font->size * (font->flat ? ABOVE_FLAT : LINE_HEIGHT_MAX / 2));
  below = MIN (below, font->size * (font->flat ? BELOW_FLAT : LINE_HEIGHT_MAX / 2));
  room = MAX (font->size * (font->leading > 0 ? font->leading : 1.4) - above - below, 0);
  return (Line) { above + below + room, above + room / 2 };
}

static void
add_line (QtrPageRow *row, guint element, const QtrPageText *text, PangoLayoutIter *iter, const Line *line,
          double y)
{
  PangoRectangle logical;
  QtrPageBox *box;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  box = qtr_page_row_add_box (row, QTR_PAGE_BOX_TEXT, element, text->left + pango_units_to_double (logical.x),
                              y, pango_units_to_double (logical.width), line->height);
  box->line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
  box->baseline = y + line->baseline;
  box->colour = text->colour;
}

double
qtr_page_text_put (QtrPageFlow *flow, QtrPageRow *row, guint element, const QtrPageText *text, double y)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (qtr_page_text_layout (flow, text));
  double height = 0;

  do {
    Line line = measure_line (iter, &text->font);

    add_line (row, element, text, iter, &line, y + height);
    height += line.height;
  } while (pango_layout_iter_next_line (iter));
  row->height = MAX (row->height, y + height);
  return height;
}

QtrPageRow *
qtr_page_text_flow (QtrPageFlow *flow, guint element, const QtrPageText *text)
{
  PangoLayout *layout = qtr_page_text_layout (flow, text);
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);
  QtrPageRow *first = NULL;

  for (int i = 0; i < n_lines; i++) {
    Line line = measure_line (iter, &text->font);
    QtrPageRow *row;

    flow->glue = flow->glue || (i > 0 && (n_lines < PARTED_MIN || i == 1 || i == n_lines - 1));
    row = qtr_page_flow_add_row (flow, line.height);
    add_line (row, element, text, iter, &line, 0);
    if (first == NULL)
      first = row;
    pango_layout_iter_next_line (iter);
  }
  return first;
}
