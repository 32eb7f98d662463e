/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_sheet_number_shown:
 * @value: as the file stores it
 * @shown: (nullable): as the sheet shows it, in whatever language
 * @is_percent: whether it is shown in percent
 *
 * A number as people see it: rounded as the sheet rounds it, but with a decimal point, and without anything
 * between thousands. Where what is shown is another number, such as one of thousands, the stored one counts;
 * so it does without
 * @shown, with the fifteen digits that spreadsheets compute with.
 *
 * Returns: (transfer full): the number
 */
char *qtr_sheet_number_shown (const char *value, const char *shown, gboolean is_percent);

/**
 * qtr_sheet_number_rounded:
 *
 * Returns: (transfer full): the number with so many decimals, half away from zero
 */
char *qtr_sheet_number_rounded (const char *value, guint decimals, gboolean is_percent);

/**
 * qtr_sheet_date:
 * @value: days since the beginning of 1900, as Excel counts them
 * @from_1904: whether they are counted from the beginning of 1904
 *
 * Returns: (transfer full) (nullable): the date as `2019-09-30`
 */
char *qtr_sheet_date (const char *value, gboolean from_1904);

G_END_DECLS
