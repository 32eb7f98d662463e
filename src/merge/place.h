/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "merge/align.h"

G_BEGIN_DECLS

/**
 * qtr_alignment_place:
 *
 * Decides for every node whether it is in the result and where: sets `stays`, `is_kept`, `place` and
 * `is_torn`.
 */
void qtr_alignment_place (QtrAlignment *self);

G_END_DECLS
