/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * qtr_session_load:
 *
 * Returns: (transfer full) (element-type GFile): the plans that were open when the program ended
 */
GPtrArray *qtr_session_load (void);

/**
 * qtr_session_save:
 * @files: (element-type GFile): the plans that are open now, in the order in which to open them again
 */
void qtr_session_save (GPtrArray *files);

G_END_DECLS
