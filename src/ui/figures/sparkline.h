/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QTR_TYPE_SPARKLINE (qtr_sparkline_get_type ())

/**
 * QtrSparkline:
 *
 * A line the height of a word: where a measure came from. It has no axis; its ends and what it means in words
 * are for its surroundings and for its accessible label to say.
 *
 * Properties: `series` (a boxed #GArray of #QtrPoint, nullable), `words` (its accessible label, nullable).
 */
G_DECLARE_FINAL_TYPE (QtrSparkline, qtr_sparkline, QTR, SPARKLINE, GtkWidget)

GtkWidget *qtr_sparkline_new (void);

/**
 * qtr_sparkline_set_series:
 * @series: (nullable) (element-type QtrPoint): the points in order, gaps included; never changed afterwards
 */
void qtr_sparkline_set_series (QtrSparkline *self, GArray *series);

/**
 * qtr_sparkline_set_words:
 * @words: (nullable): the line in words, translated
 */
void qtr_sparkline_set_words (QtrSparkline *self, const char *words);

G_END_DECLS
