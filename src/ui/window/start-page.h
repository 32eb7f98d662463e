/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_START_PAGE (qtr_start_page_get_type ())

/**
 * QtrStartPage:
 *
 * What a window without a plan shows: the plans that were open not long ago, and the ways to begin. The
 * latter are all the window's commands.
 *
 * Signal: `plan-chosen (page, GFile *file)`: of the plans that were open not long ago.
 */
G_DECLARE_FINAL_TYPE (QtrStartPage, qtr_start_page, QTR, START_PAGE, AdwBin)

G_END_DECLS
