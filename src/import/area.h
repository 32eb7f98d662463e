/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrLabel:
 * @QTR_LABEL_NONE: words of a sentence
 * @QTR_LABEL_UNIT: a team or place of work, or another title: it stays in the text
 * @QTR_LABEL_MAYBE: a name that may be a place's; only the rest of the text can tell
 * @QTR_LABEL_AREA: a district or policing area
 *
 * What the words before a bullet's colon name.
 */
typedef enum {
  QTR_LABEL_NONE,
  QTR_LABEL_UNIT,
  QTR_LABEL_MAYBE,
  QTR_LABEL_AREA,
} QtrLabel;

/**
 * qtr_area_classify:
 * @label: words without their colon
 * @known: (nullable) (element-type utf8 gpointer): folded names of areas that are known
 */
QtrLabel qtr_area_classify (const char *label, GHashTable *known);

/**
 * qtr_area_has_area_word:
 *
 * Returns: whether one of the words says that it is an area: `LPA`, `District`
 */
gboolean qtr_area_has_area_word (const char *label);

/**
 * qtr_area_is_compass:
 *
 * Returns: whether it says nothing but a direction: `East`
 */
gboolean qtr_area_is_compass (const char *label);

/**
 * qtr_area_list_parts:
 *
 * Returns: (transfer full): the names that `Alder, Birch and Elm` holds, brackets left out
 */
GStrv qtr_area_list_parts (const char *label);

/**
 * qtr_area_split:
 * @text: of a bullet
 * @rest: (out) (transfer none): what follows the colon
 *
 * Returns: (transfer full) (nullable): the words before the first colon, if they are few enough to name
 * something
 */
char *qtr_area_split (const char *text, const char **rest);

G_END_DECLS
