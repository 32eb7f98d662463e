/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_svg_is_harmless:
 * @text: the bytes of a file
 *
 * Returns: whether it is an SVG that does nothing but be looked at, and needs nothing but itself; otherwise
 *   %FALSE with %QTR_ERROR_REFUSED
 */
gboolean qtr_svg_is_harmless (const char *text, gsize length, GError **error);

G_END_DECLS
