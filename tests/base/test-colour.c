/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/colour.h"

static void
test_parse (void)
{
  static const struct {
    const char *text;
    const char *again;
  } rows[] = {
    { "#1d4f91", "#1d4f91" },
    { "#FFFFFF", "#ffffff" },
    { "#000000", "#000000" },
    { "1d4f91", NULL },
    { "#1d4f9", NULL },
    { "#1d4f911", NULL },
    { "#1d4f9g", NULL },
    { "", NULL },
    { "#", NULL },
    { "red", NULL },
    { "#+d4f91", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    QtrColour colour = { 0, 0, 0 };
    gboolean parsed = qtr_colour_parse (rows[i].text, &colour);
    g_autofree char *again = parsed ? qtr_colour_to_string (colour) : NULL;

    g_assert_cmpstr (again, ==, rows[i].again);
  }
}

/* Whatever the colour, it can be read in the end; what can be read already stays as it is. */
static void
test_reach_contrast (void)
{
  static const QtrColour grounds[] = { { 0xff, 0xff, 0xff }, { 0x1e, 0x1e, 0x1e }, { 0x80, 0x80, 0x80 } };

  for (guint ground = 0; ground < G_N_ELEMENTS (grounds); ground++)
    for (int i = 0; i < 4096; i += 7) {
      QtrColour colour = { (guint8) ((i >> 8) * 17), (guint8) ((i >> 4 & 15) * 17),
                           (guint8) ((i & 15) * 17) };
      QtrColour reached = qtr_colour_reach_contrast (colour, grounds[ground], QTR_CONTRAST_TEXT);
      gboolean enough = qtr_colour_get_contrast (colour, grounds[ground]) >= QTR_CONTRAST_TEXT;
      gboolean same =
          colour.red == reached.red && colour.green == reached.green && colour.blue == reached.blue;

      g_assert_cmpfloat (qtr_colour_get_contrast (reached, grounds[ground]), >=, QTR_CONTRAST_TEXT);
      g_assert_cmpint (same, ==, enough);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/parse", test_parse);
  g_test_add_func ("/colour/reach-contrast", test_reach_contrast);

  return g_test_run ();
}
