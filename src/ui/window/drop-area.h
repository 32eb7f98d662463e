/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_DROP_AREA (qtr_drop_area_get_type ())

/**
 * QtrDropArea:
 *
 * Takes files that are dropped anywhere on its content, and says so while they are held over it. What
 * lies below sees nothing of them: a text would take their names for words.
 *
 * Property: `content`: the widget that fills it.
 *
 * Signal: `dropped (area, GdkFileList *files)`.
 */
G_DECLARE_FINAL_TYPE (QtrDropArea, qtr_drop_area, QTR, DROP_AREA, AdwBin)

G_END_DECLS
