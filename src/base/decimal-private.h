/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_decimal_power_of_ten:
 * @exponent: 0 to %QTR_DECIMAL_SCALE_MAX
 *
 * Returns: ten to the power of @exponent
 */
gint64 qtr_decimal_power_of_ten (int exponent);

G_END_DECLS
