/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart/palette.h"

#define RGB(hex) { (hex) >> 16 & 0xff, (hex) >> 8 & 0xff, (hex) & 0xff }

/* A test holds every text to 4.5:1 and every mark to 3:1 against the paper, 7:1 and 4.5:1 in high contrast.
 */
static const QtrChartColour palettes[QTR_CHART_N_PALETTES][QTR_CHART_N_ROLES] = {
  [QTR_CHART_PALETTE_LIGHT] = {
    [QTR_CHART_ROLE_PAPER] = RGB (0xffffff),
    [QTR_CHART_ROLE_INK] = RGB (0x0c0c0c),
    [QTR_CHART_ROLE_QUIET] = RGB (0x50585e),
    [QTR_CHART_ROLE_GRID] = RGB (0xe1e3e5),
    [QTR_CHART_ROLE_AXIS] = RGB (0x59626a),
    [QTR_CHART_ROLE_LINE] = RGB (0x005bbb),
    [QTR_CHART_ROLE_COMPARATOR] = RGB (0x8a9299),
    [QTR_CHART_ROLE_TARGET] = RGB (0x9c4300),
    [QTR_CHART_ROLE_BAND] = RGB (0xeef0f1),
    [QTR_CHART_ROLE_COMMON] = RGB (0x5d686f),
    [QTR_CHART_ROLE_IMPROVEMENT] = RGB (0x0057b0),
    [QTR_CHART_ROLE_CONCERN] = RGB (0xb54400),
    [QTR_CHART_ROLE_SPECIAL] = RGB (0x6b3fa0),
  },
  [QTR_CHART_PALETTE_DARK] = {
    [QTR_CHART_ROLE_PAPER] = RGB (0x1e1e1e),
    [QTR_CHART_ROLE_INK] = RGB (0xffffff),
    [QTR_CHART_ROLE_QUIET] = RGB (0xb4babf),
    [QTR_CHART_ROLE_GRID] = RGB (0x3a3c3e),
    [QTR_CHART_ROLE_AXIS] = RGB (0x9aa2a8),
    [QTR_CHART_ROLE_LINE] = RGB (0x62a0ea),
    [QTR_CHART_ROLE_COMPARATOR] = RGB (0x7a838a),
    [QTR_CHART_ROLE_TARGET] = RGB (0xffa348),
    [QTR_CHART_ROLE_BAND] = RGB (0x2f3133),
    [QTR_CHART_ROLE_COMMON] = RGB (0xa6afb5),
    [QTR_CHART_ROLE_IMPROVEMENT] = RGB (0x6cabf2),
    [QTR_CHART_ROLE_CONCERN] = RGB (0xffa03d),
    [QTR_CHART_ROLE_SPECIAL] = RGB (0xc9a6f5),
  },
  [QTR_CHART_PALETTE_HIGH_CONTRAST] = {
    [QTR_CHART_ROLE_PAPER] = RGB (0xffffff),
    [QTR_CHART_ROLE_INK] = RGB (0x000000),
    [QTR_CHART_ROLE_QUIET] = RGB (0x1f1f1f),
    [QTR_CHART_ROLE_GRID] = RGB (0xa8a8a8),
    [QTR_CHART_ROLE_AXIS] = RGB (0x010101),
    [QTR_CHART_ROLE_LINE] = RGB (0x00397a),
    [QTR_CHART_ROLE_COMPARATOR] = RGB (0x606060),
    [QTR_CHART_ROLE_TARGET] = RGB (0x7a2e00),
    [QTR_CHART_ROLE_BAND] = RGB (0xececec),
    [QTR_CHART_ROLE_COMMON] = RGB (0x383d41),
    [QTR_CHART_ROLE_IMPROVEMENT] = RGB (0x003875),
    [QTR_CHART_ROLE_CONCERN] = RGB (0x7d2f00),
    [QTR_CHART_ROLE_SPECIAL] = RGB (0x4a2378),
  },
  [QTR_CHART_PALETTE_HIGH_CONTRAST_DARK] = {
    [QTR_CHART_ROLE_PAPER] = RGB (0x000000),
    [QTR_CHART_ROLE_INK] = RGB (0xffffff),
    [QTR_CHART_ROLE_QUIET] = RGB (0xe8e8e8),
    [QTR_CHART_ROLE_GRID] = RGB (0x606060),
    [QTR_CHART_ROLE_AXIS] = RGB (0xfefefe),
    [QTR_CHART_ROLE_LINE] = RGB (0x99c1f1),
    [QTR_CHART_ROLE_COMPARATOR] = RGB (0xa0a0a0),
    [QTR_CHART_ROLE_TARGET] = RGB (0xffbe6f),
    [QTR_CHART_ROLE_BAND] = RGB (0x1e1e1e),
    [QTR_CHART_ROLE_COMMON] = RGB (0xc8ccd0),
    [QTR_CHART_ROLE_IMPROVEMENT] = RGB (0x9ac4f5),
    [QTR_CHART_ROLE_CONCERN] = RGB (0xffc078),
    [QTR_CHART_ROLE_SPECIAL] = RGB (0xdcc2ff),
  },
};

static const char *const role_names[QTR_CHART_N_ROLES] = {
  [QTR_CHART_ROLE_PAPER] = "paper",
  [QTR_CHART_ROLE_INK] = "ink",
  [QTR_CHART_ROLE_QUIET] = "quiet",
  [QTR_CHART_ROLE_GRID] = "grid",
  [QTR_CHART_ROLE_AXIS] = "axis",
  [QTR_CHART_ROLE_LINE] = "line",
  [QTR_CHART_ROLE_COMPARATOR] = "comparator",
  [QTR_CHART_ROLE_TARGET] = "target",
  [QTR_CHART_ROLE_BAND] = "band",
  [QTR_CHART_ROLE_COMMON] = "common",
  [QTR_CHART_ROLE_IMPROVEMENT] = "improvement",
  [QTR_CHART_ROLE_CONCERN] = "concern",
  [QTR_CHART_ROLE_SPECIAL] = "special",
};

QtrChartColour
qtr_chart_palette_get (QtrChartPaletteId palette, QtrChartRole role)
{
  g_return_val_if_fail (palette < QTR_CHART_N_PALETTES && role < QTR_CHART_N_ROLES, (QtrChartColour) { 0 });

  return palettes[palette][role];
}

gboolean
qtr_chart_palette_find (QtrChartPaletteId palette, QtrChartColour colour, QtrChartRole *role)
{
  g_return_val_if_fail (palette < QTR_CHART_N_PALETTES, FALSE);

  for (guint i = 0; i < QTR_CHART_N_ROLES; i++) {
    QtrChartColour other = palettes[palette][i];

    if (other.red == colour.red && other.green == colour.green && other.blue == colour.blue) {
      *role = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
qtr_chart_role_name (QtrChartRole role)
{
  g_return_val_if_fail (role < QTR_CHART_N_ROLES, NULL);

  return role_names[role];
}

char *
qtr_chart_palette_to_css (QtrChartPaletteId palette)
{
  GString *css = g_string_new (NULL);

  g_return_val_if_fail (palette < QTR_CHART_N_PALETTES, g_string_free (css, FALSE));

  for (guint i = 0; i < QTR_CHART_N_ROLES; i++) {
    QtrChartColour colour = palettes[palette][i];

    for (const char *const *property = (const char *const[]) { "fill", "stroke", NULL }; *property;
         property++)
      g_string_append_printf (css, ".qtr-%s-%s{%s:#%02x%02x%02x}\n", *property, role_names[i], *property,
                              colour.red, colour.green, colour.blue);
  }
  return g_string_free (css, FALSE);
}
