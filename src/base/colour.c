/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/colour.h"

/* In how many steps a colour goes to black or white: no screen shows finer ones. */
#define STEPS 255

static guint8
read_channel (const char *digits)
{
  return (guint8) (g_ascii_xdigit_value (digits[0]) << 4 | g_ascii_xdigit_value (digits[1]));
}

gboolean
qtr_colour_parse (const char *text, QtrColour *colour)
{
  if (text == NULL || strlen (text) != strlen ("#rrggbb") || text[0] != '#' ||
      strspn (text + 1, "0123456789abcdefABCDEF") != strlen ("rrggbb"))
    return FALSE;

  *colour = (QtrColour) { read_channel (text + 1), read_channel (text + 3), read_channel (text + 5) };
  return TRUE;
}

char *
qtr_colour_to_string (QtrColour colour)
{
  return g_strdup_printf ("#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

static double
linear_light (guint8 channel)
{
  double share = channel / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

static double
luminance (QtrColour colour)
{
  return 0.2126 * linear_light (colour.red) + 0.7152 * linear_light (colour.green) +
         0.0722 * linear_light (colour.blue);
}

double
qtr_colour_get_contrast (QtrColour a, QtrColour b)
{
  double first = luminance (a);
  double second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static guint8
mix_channel (guint8 from, guint8 to, int step)
{
  return (guint8) (from + (to - from) * step / STEPS);
}

static QtrColour
mix (QtrColour from, QtrColour to, int step)
{
  return (QtrColour) { mix_channel (from.red, to.red, step), mix_channel (from.green, to.green, step),
                       mix_channel (from.blue, to.blue, step) };
}

QtrColour
qtr_colour_reach_contrast (QtrColour colour, QtrColour ground, double ratio)
{
  gboolean is_light =
      qtr_colour_get_contrast (ground, QTR_COLOUR_BLACK) > qtr_colour_get_contrast (ground, QTR_COLOUR_WHITE);
  QtrColour end = is_light ? QTR_COLOUR_BLACK : QTR_COLOUR_WHITE;
  QtrColour reached = colour;

  for (int step = 1; step <= STEPS && qtr_colour_get_contrast (reached, ground) < ratio; step++)
    reached = mix (colour, end, step);

  return reached;
}
