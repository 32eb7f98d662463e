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
 * What a window without a plan shows: the ways to begin. All of them are the window's commands.
 */
G_DECLARE_FINAL_TYPE (QtrStartPage, qtr_start_page, QTR, START_PAGE, AdwBin)

G_END_DECLS
