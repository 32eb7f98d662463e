/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-view.h"
#include "ui/find/finder.h"

G_BEGIN_DECLS

/**
 * qtr_find_mark:
 * @commitment: the id of a commitment
 * @view: what is said under it
 *
 * Marks in @view what @finder found there.
 */
void qtr_find_mark (QtrFinder *finder, const char *commitment, QtrBulletsView *view);

G_END_DECLS
