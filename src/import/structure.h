/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/importer.h"

G_BEGIN_DECLS

/**
 * qtr_structure_read:
 * @lines: (element-type QtrLine): what a reader of some kind of file made of it
 * @loose: whether a text without headings is taken as paragraphs and bullets, for proofreading
 * @report: what is filled
 *
 * Recognises the parts of a report in its lines: front page, contents, priorities, commitments, bullets. The
 * one structure reader for all kinds.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_SYNTAX if there is no heading
 */
gboolean qtr_structure_read (GPtrArray *lines, const QtrImportContext *context, gboolean loose,
                             QtrReport *report, GError **error);

G_END_DECLS
