/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A plan keeps its logo as a "data:" address: the kind of picture, and its bytes in base64. Kind and bytes
 * are one text, so that no change of the one can come without the other.
 */

/**
 * QTR_LOGO_SIZE_MAX:
 *
 * The most bytes that a logo may have.
 */
#define QTR_LOGO_SIZE_MAX (1024 * 1024)

/**
 * qtr_logo_new:
 * @bytes: a PNG, JPEG or SVG picture
 *
 * Goes by what the picture is, not by its name. An SVG that could do more than be looked at is refused: one
 * with scripts, with anything that it would load from elsewhere, or with entities of its own.
 *
 * Returns: (transfer full) (nullable): the logo as a plan keeps it; otherwise %NULL with %QTR_ERROR_LIMIT for
 * a picture that is too large and %QTR_ERROR_REFUSED for all else
 */
char *qtr_logo_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_logo_check:
 *
 * A #QtrFieldCheck for logos: what qtr_logo_new() gives passes, and nothing else does.
 */
gboolean qtr_logo_check (const char *text, GError **error);

/**
 * qtr_logo_get_bytes:
 * @logo: a logo that qtr_logo_check() lets pass
 * @media_type: (out) (optional) (transfer none): `image/png`, `image/jpeg` or `image/svg+xml`
 *
 * Returns: (transfer full): the picture
 */
GBytes *qtr_logo_get_bytes (const char *logo, const char **media_type);

G_END_DECLS
