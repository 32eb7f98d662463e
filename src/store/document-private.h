/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"
#include "store/file.h"

G_BEGIN_DECLS

/**
 * qtr_document_get_jobs:
 *
 * Returns: (transfer none) (element-type GTask): what is to be done with the file, one after the other, as
 * each builds on what the one before found there; the first is under way
 */
GQueue *qtr_document_get_jobs (QtrDocument *self);

/**
 * qtr_document_get_content:
 *
 * Returns: (transfer none) (nullable): what the file held when it was last read or written
 */
const QtrFileContent *qtr_document_get_content (QtrDocument *self);

/**
 * qtr_document_take_in:
 * @file: where it was read from or written to
 * @content: (transfer none): what is in there now
 * @plan: (transfer none): the current root, with what came from others merged into it
 *
 * What a save or a look leads to, all at once, so that nobody sees half of it.
 */
void qtr_document_take_in (QtrDocument *self, GFile *file, const QtrFileContent *content,
                           const QtrPlan *plan);

/**
 * qtr_document_new_loaded:
 *
 * A document over what was read from @file.
 */
QtrDocument *qtr_document_new_loaded (GFile *file, const QtrFileContent *content);

G_END_DECLS
