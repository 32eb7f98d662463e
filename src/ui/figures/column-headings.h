/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * qtr_column_view_align_headings:
 *
 * Puts the headings of the columns with the id "number" over their digits. A column view has no property for
 * that.
 */
void qtr_column_view_align_headings (GtkColumnView *view);

/**
 * qtr_column_view_get_digit_width:
 *
 * Returns: how wide a digit of the font in use is, in pixels, which columns of numbers are measured by
 */
int qtr_column_view_get_digit_width (GtkColumnView *view);

G_END_DECLS
