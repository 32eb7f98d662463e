/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/palette.h"

/* From the examples of WCAG: black on white is 21, and #777777 on white falls just short of 4.5. */
static void
test_contrast (void)
{
  static const struct {
    QtrChartColour a, b;
    double ratio;
  } cases[] = {
    { { 0, 0, 0 }, { 255, 255, 255 }, 21.0 },          { { 255, 255, 255 }, { 0, 0, 0 }, 21.0 },
    { { 0x77, 0x77, 0x77 }, { 255, 255, 255 }, 4.48 }, { { 255, 0, 0 }, { 255, 255, 255 }, 4.00 },
    { { 10, 20, 30 }, { 10, 20, 30 }, 1.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (qtr_colour_get_contrast (cases[i].a, cases[i].b), cases[i].ratio, 0.006);
}

static void
test_palettes (void)
{
  static const struct {
    QtrChartRole role;
    double usual, high;
  } least[] = {
    { QTR_CHART_ROLE_INK, 7, 7 },          { QTR_CHART_ROLE_QUIET, 4.5, 7 },
    { QTR_CHART_ROLE_AXIS, 3, 4.5 },       { QTR_CHART_ROLE_LINE, 4.5, 7 },
    { QTR_CHART_ROLE_COMPARATOR, 3, 4.5 }, { QTR_CHART_ROLE_TARGET, 4.5, 7 },
    { QTR_CHART_ROLE_COMMON, 4.5, 7 },     { QTR_CHART_ROLE_IMPROVEMENT, 4.5, 7 },
    { QTR_CHART_ROLE_CONCERN, 4.5, 7 },    { QTR_CHART_ROLE_SPECIAL, 4.5, 7 },
  };

  for (int palette = 0; palette < QTR_CHART_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (least); i++) {
      double ratio = qtr_colour_get_contrast (qtr_chart_palette_get (palette, QTR_CHART_ROLE_PAPER),
                                              qtr_chart_palette_get (palette, least[i].role));

      g_test_message ("palette %d, %s: %.2f", palette, qtr_chart_role_name (least[i].role), ratio);
      g_assert_cmpfloat (ratio, >=,
                         palette >= QTR_CHART_PALETTE_HIGH_CONTRAST ? least[i].high : least[i].usual);
    }
}

/* Between the limits, marks and lines stand on the band. */
static void
test_on_band (void)
{
  static const QtrChartRole roles[] = { QTR_CHART_ROLE_AXIS,    QTR_CHART_ROLE_TARGET,
                                        QTR_CHART_ROLE_COMMON,  QTR_CHART_ROLE_IMPROVEMENT,
                                        QTR_CHART_ROLE_CONCERN, QTR_CHART_ROLE_SPECIAL };

  for (int palette = 0; palette < QTR_CHART_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
      g_assert_cmpfloat (qtr_colour_get_contrast (qtr_chart_palette_get (palette, QTR_CHART_ROLE_BAND),
                                                  qtr_chart_palette_get (palette, roles[i])),
                         >=, palette >= QTR_CHART_PALETTE_HIGH_CONTRAST ? 4.5 : 3);
}

static void
test_roles_are_told_apart (void)
{
  for (int palette = 0; palette < QTR_CHART_N_PALETTES; palette++)
    for (int i = 0; i < QTR_CHART_N_ROLES; i++) {
      QtrChartRole role = QTR_CHART_N_ROLES;

      g_assert_true (qtr_chart_palette_find (palette, qtr_chart_palette_get (palette, i), &role));
      g_assert_cmpint (role, ==, i);
    }
}

static void
test_css (void)
{
  g_autofree char *light = qtr_chart_palette_to_css (QTR_CHART_PALETTE_LIGHT);
  g_autofree char *dark = qtr_chart_palette_to_css (QTR_CHART_PALETTE_DARK);

  g_assert_nonnull (strstr (light, ".qtr-stroke-line{stroke:#005bbb}"));
  g_assert_nonnull (strstr (light, ".qtr-fill-ink{fill:#0c0c0c}"));
  g_assert_nonnull (strstr (dark, ".qtr-stroke-line{stroke:#62a0ea}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/palette/palettes", test_palettes);
  g_test_add_func ("/chart/palette/on-band", test_on_band);
  g_test_add_func ("/chart/palette/roles-are-told-apart", test_roles_are_told_apart);
  g_test_add_func ("/chart/palette/css", test_css);
  return g_test_run ();
}
