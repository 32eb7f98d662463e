/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_CONTRAST_TEXT:
 *
 * The least contrast that text has with its ground, as WCAG 2.2 asks for at level AA.
 */
#define QTR_CONTRAST_TEXT 4.5

/**
 * QtrColour:
 *
 * Red, green and blue, each 0 to 255.
 */
typedef struct {
  guint8 red;
  guint8 green;
  guint8 blue;
} QtrColour;

#define QTR_COLOUR_BLACK ((QtrColour) { 0, 0, 0 })
#define QTR_COLOUR_WHITE ((QtrColour) { 255, 255, 255 })

/**
 * qtr_colour_parse:
 * @text: `#1d4f91`: a number sign and six hexadecimal digits
 * @colour: (out): what it says
 *
 * Returns: whether it is a colour
 */
gboolean qtr_colour_parse (const char *text, QtrColour *colour);

/**
 * qtr_colour_to_string:
 *
 * Returns: (transfer full): the colour as qtr_colour_parse() reads it, in lower case
 */
char *qtr_colour_to_string (QtrColour colour);

/**
 * qtr_colour_get_contrast:
 *
 * Returns: the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it
 */
double qtr_colour_get_contrast (QtrColour a, QtrColour b);

/**
 * qtr_colour_reach_contrast:
 * @ground: what it stands on
 * @ratio: the least contrast; no more than black or white has with @ground
 *
 * Darkens or lightens a colour, by as little as it takes and away from its ground.
 *
 * Returns: @colour itself if its contrast is enough, else the nearest one whose is
 */
QtrColour qtr_colour_reach_contrast (QtrColour colour, QtrColour ground, double ratio);

G_END_DECLS
