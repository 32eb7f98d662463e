/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * qtr_open_error_describe:
 * @file: what could not be opened
 * @error: why, as the store or the format says it
 * @detail: (out) (transfer full): where, and what exactly, for whoever mends files by hand
 *
 * Returns: (transfer full): what is wrong and what to do, in words for everybody
 */
char *qtr_open_error_describe (GFile *file, const GError *error, char **detail);

/**
 * qtr_open_error_get_reason:
 *
 * Returns: (transfer none): the error's message without the name of @file before it
 */
const char *qtr_open_error_get_reason (GFile *file, const GError *error);

G_END_DECLS
