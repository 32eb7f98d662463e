/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_RECENT_LIST (qtr_recent_list_get_type ())

/**
 * QtrRecentList:
 *
 * The plans that were open not long ago, as they are whenever the list comes to be seen. An empty list takes
 * no place.
 *
 * Property: `limit`: how many are shown.
 *
 * Signal: `chosen (list, GFile *file)`.
 */
G_DECLARE_FINAL_TYPE (QtrRecentList, qtr_recent_list, QTR, RECENT_LIST, AdwBin)

/**
 * qtr_recent_list_refresh:
 *
 * Looks again which plans there are.
 *
 * Returns: whether there is any
 */
gboolean qtr_recent_list_refresh (QtrRecentList *self);

G_END_DECLS
