/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/**
 * QtrDocumentGuard:
 * @before_save: called in the worker that saves, with the root that is about to be written
 *
 * Who has to be ready before the document's file changes.
 */
typedef struct {
  void (*before_save) (gpointer user_data, const QtrPlan *plan);
  gpointer user_data;
  GDestroyNotify destroy;
} QtrDocumentGuard;

/**
 * qtr_document_set_guard:
 * @guard: copied, and kept until the document comes to its end; no save may be under way
 */
void qtr_document_set_guard (QtrDocument *self, const QtrDocumentGuard *guard);

/**
 * qtr_document_get_guard:
 *
 * Returns: (transfer none) (nullable): the guard, which lives as long as the document
 */
const QtrDocumentGuard *qtr_document_get_guard (QtrDocument *self);

/**
 * qtr_document_guard_save:
 * @guard: (nullable): what qtr_document_get_guard() returned
 *
 * Tells @guard of a save, from any thread.
 */
void qtr_document_guard_save (const QtrDocumentGuard *guard, const QtrPlan *plan);

G_END_DECLS
