/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-number.h"

G_BEGIN_DECLS

/**
 * qtr_claim_number_is_silent:
 * @at: where @number begins
 *
 * Knows the numbers that count nothing: dates, years, times, telephone numbers, Acts and their sections,
 * roads, postcodes, ages, ordinals, the numbers of pages, priorities and versions.
 *
 * Returns: whether no claim can be made of @number
 */
gboolean qtr_claim_number_is_silent (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number);

G_END_DECLS
