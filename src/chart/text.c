/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart/text.h"

PangoContext *
qtr_chart_text_context (const char *font)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) description = NULL;
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  description = pango_font_description_from_string (font ? font : QTR_CHART_FONT);
  pango_context_set_font_description (context, description);
  return context;
}

QtrChartText *
qtr_chart_text_new (PangoContext *context, const char *words, QtrChartTextSpec spec)
{
  QtrChartText *self = g_new0 (QtrChartText, 1);
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, spec.size * PANGO_SCALE);
  pango_font_description_set_weight (font, spec.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  self->spec = spec;
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_text (self->layout, words, -1);
  if (spec.width > 0) {
    pango_layout_set_width (self->layout, (int) (spec.width * PANGO_SCALE));
    pango_layout_set_height (self->layout, -MAX (spec.lines, 1));
    pango_layout_set_wrap (self->layout, spec.keeps_words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_alignment (self->layout, spec.is_centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  }
  return self;
}

void
qtr_chart_text_free (QtrChartText *text)
{
  g_clear_object (&text->layout);
  g_free (text);
}

void
qtr_chart_text_get_size (const QtrChartText *text, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  if (width)
    *width = pango_units_to_double (logical.width);
  if (height)
    *height = pango_units_to_double (logical.height);
}

QtrChartBox
qtr_chart_text_get_box (const QtrChartText *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  return (QtrChartBox) { text->x + pango_units_to_double (logical.x),
                         text->y + pango_units_to_double (logical.y), pango_units_to_double (logical.width),
                         pango_units_to_double (logical.height) };
}

gboolean
qtr_chart_text_is_shortened (const QtrChartText *text)
{
  return pango_layout_is_ellipsized (text->layout);
}

void
qtr_chart_text_paint (const QtrChartText *text, cairo_t *cr)
{
  cairo_move_to (cr, text->x, text->y);
  pango_cairo_show_layout (cr, text->layout);
  cairo_new_path (cr);
}

/* The words of one line as the eye sees it: where Pango put an ellipsis, so does the text. */
static char *
line_words (PangoLayout *layout, PangoLayoutLine *line)
{
  const char *words = pango_layout_get_text (layout);
  int start = pango_layout_line_get_start_index (line);
  int end = start + pango_layout_line_get_length (line);

  for (GSList *at = line->runs; at; at = at->next) {
    PangoItem *item = ((PangoLayoutRun *) at->data)->item;

    if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) {
      g_autofree char *before = g_strndup (words + start, MAX (item->offset - start, 0));

      return g_strconcat (g_strchomp (before), "…", NULL);
    }
  }
  return g_strstrip (g_strndup (words + start, end - start));
}

static void
append_number (GString *svg, const char *attribute, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", attribute,
                          g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
}

static void
write_line (const QtrChartText *text, PangoLayoutIter *iter, const char *colour, GString *svg)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  g_autofree char *words = line_words (text->layout, line);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  PangoRectangle logical;

  if (!*words)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  g_string_append (svg, "<text");
  append_number (svg, "x", text->x + pango_units_to_double (logical.x));
  append_number (svg, "y", text->y + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
  append_number (svg, "textLength", pango_units_to_double (logical.width));
  append_number (svg, "font-size", text->spec.size);
  g_string_append_printf (svg, " lengthAdjust=\"spacingAndGlyphs\"%s%s fill=\"%s\">%s</text>\n",
                          text->spec.is_bold ? " font-weight=\"700\"" : "",
                          /* Right to left, the end of a line is its left. */
                          line->resolved_dir == PANGO_DIRECTION_RTL ? " direction=\"rtl\" text-anchor=\"end\""
                                                                    : "",
                          colour, escaped);
}

void
qtr_chart_text_write (const QtrChartText *text, QtrChartColour colour, GString *svg)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  g_autofree char *hex = g_strdup_printf ("#%02x%02x%02x", colour.red, colour.green, colour.blue);

  do
    write_line (text, iter, hex, svg);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
