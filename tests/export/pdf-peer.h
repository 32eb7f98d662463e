/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pdf_peer_get_text:
 * @pdf: a file's content
 *
 * Returns: (transfer full): what poppler reads in it, in the order in which it is drawn, without any space
 */
char *pdf_peer_get_text (GBytes *pdf);

/**
 * pdf_peer_check:
 * @pdf: a file's content
 *
 * Fails unless qpdf finds nothing amiss.
 */
void pdf_peer_check (GBytes *pdf);

/**
 * pdf_peer_assert_words:
 * @words: parted by single spaces
 * @text: as from pdf_peer_get_text()
 *
 * Fails unless every one of @words stands in @text, in their order.
 */
void pdf_peer_assert_words (const char *words, const char *text);

G_END_DECLS
