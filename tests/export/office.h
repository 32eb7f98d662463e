/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/publication.h"

G_BEGIN_DECLS

/**
 * Office:
 *
 * LibreOffice, with a profile and a folder of its own.
 */
typedef struct _Office Office;

Office *office_new (void);
void office_free (Office *self);

/**
 * office_add:
 * @ending: which kind of file
 *
 * Writes a publication into its folder.
 */
void office_add (Office *self, const char *name, const char *ending, const QtrPublication *publication);

/**
 * office_convert:
 * @ending: of the files in its folder that it opens
 * @to: what it makes of each
 */
void office_convert (Office *self, const char *ending, const char *to);

/**
 * office_get:
 *
 * Returns: (transfer full): a file of its folder
 */
GBytes *office_get (Office *self, const char *name);

/**
 * office_outline_tree:
 *
 * Returns: (transfer full): headings with their levels, bullets with theirs, and the rows of tables, a line
 * each
 */
char *office_outline_tree (const QtrPublication *publication);

/**
 * office_outline_document:
 * @bytes: a flat OpenDocument text
 *
 * Returns: (transfer full): the same, of what the office understood
 */
char *office_outline_document (GBytes *bytes);

/**
 * office_get_words:
 *
 * Returns: (transfer full): the text of a flat OpenDocument text
 */
char *office_get_words (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, office_free)

G_END_DECLS
