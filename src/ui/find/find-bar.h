/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_FIND_BAR (qtr_find_bar_get_type ())

/**
 * QtrFindBar:
 *
 * The bar above the page in which is written what to find, and what to replace it with. What its buttons do
 * are commands of the window.
 *
 * Properties: `searching`: whether it is shown; `replacing`: whether the row for replacing is shown, too.
 *
 * Signals: `text-changed (bar)`: something else is to be found, or nothing as the bar is hidden; `left
 * (bar)`: the bar was hidden by whoever wrote in it.
 */
G_DECLARE_FINAL_TYPE (QtrFindBar, qtr_find_bar, QTR, FIND_BAR, AdwBin)

/**
 * qtr_find_bar_start:
 * @replacing: whether something is to be replaced
 * @text: (nullable): what to find; %NULL: what was to be found last
 *
 * Shows the bar and takes the focus to it.
 */
void qtr_find_bar_start (QtrFindBar *self, gboolean replacing, const char *text);

/**
 * qtr_find_bar_get_text:
 *
 * Returns: (transfer none): what is to be found; empty while the bar is hidden
 */
const char *qtr_find_bar_get_text (QtrFindBar *self);

/**
 * qtr_find_bar_get_replacement:
 *
 * Returns: (transfer none): what is to take its place
 */
const char *qtr_find_bar_get_replacement (QtrFindBar *self);

gboolean qtr_find_bar_get_searching (QtrFindBar *self);

/**
 * qtr_find_bar_set_count:
 * @position: which match is selected, from 1; 0: none
 * @n_matches: how many there are
 */
void qtr_find_bar_set_count (QtrFindBar *self, guint position, guint n_matches);

/**
 * qtr_find_bar_announce:
 *
 * Has the count spoken by a screen reader.
 */
void qtr_find_bar_announce (QtrFindBar *self);

G_END_DECLS
