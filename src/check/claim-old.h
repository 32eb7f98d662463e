/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"

G_BEGIN_DECLS

/**
 * qtr_claim_old_find:
 * @passage: with its magnitudes and rates known
 *
 * Finds out which levels are those of before: by the words that compare them, by the time that is said of
 * them, or by the earlier of two labels.
 */
void qtr_claim_old_find (QtrClaimPassage *passage);

G_END_DECLS
