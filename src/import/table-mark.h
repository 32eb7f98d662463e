/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_TABLE_MARK_SIZE:
 *
 * The bytes of the longest mark with the zero at its end. What is longer is no mark.
 */
#define QTR_TABLE_MARK_SIZE 24

/**
 * QtrTableMark:
 * @text: as it stands there: `[p]`, `r`, `..`; empty: none
 * @provisional: whether it says that the value is subject to change
 *
 * What a statistician puts beside a value, or in its place.
 */
typedef struct {
  char text[QTR_TABLE_MARK_SIZE];
  gboolean provisional;
} QtrTableMark;

/**
 * qtr_table_mark_is_gap:
 * @text: a whole cell
 *
 * Returns: whether it stands for a value that there is not: `..`, `-`, `n/a`, `[x]`
 */
gboolean qtr_table_mark_is_gap (const char *text);

/**
 * qtr_table_mark_take:
 * @text: a cell
 * @mark: (out caller-allocates): what stands after the value
 *
 * Finds `[p]`, `(r)`, `p` or `*` behind a number or period.
 *
 * Returns: how many bytes of @text stand before the mark and the space before it
 */
gsize qtr_table_mark_take (const char *text, QtrTableMark *mark);

/**
 * qtr_table_mark_is_provisional:
 *
 * Returns: whether a cell of a column of its own says that the value beside it is subject to change
 */
gboolean qtr_table_mark_is_provisional (const char *text);

/**
 * qtr_table_mark_is_status:
 *
 * Returns: whether such a column could hold the cell: `provisional`, `p`, `final`, `revised`
 */
gboolean qtr_table_mark_is_status (const char *text);

G_END_DECLS
