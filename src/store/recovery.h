/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"
#include "store/recovered.h"

G_BEGIN_DECLS

#define QTR_TYPE_RECOVERY (qtr_recovery_get_type ())

/**
 * QtrRecovery:
 *
 * Keeps what a document has and no file has in a recovery folder, written by a thread of its own within a
 * second of each edit. The folder goes when the document is saved, or undone to what was saved, or by
 * qtr_recovery_discard_async(); if the process dies it stays, and qtr_recovered_list_async() finds it.
 *
 * Signal `failed (recovery, const char *reason)`: what is edited is not safe from now on. Comes once, until
 * writing has gone well again.
 */
G_DECLARE_FINAL_TYPE (QtrRecovery, qtr_recovery, QTR, RECOVERY, GObject)

/**
 * qtr_recovery_new:
 * @document: is watched from now on
 */
QtrRecovery *qtr_recovery_new (QtrDocument *document);

/**
 * qtr_recovery_has_work:
 *
 * Returns: whether @document has what would be lost. An example in which nothing was done is nobody's work,
 *   though no file holds it.
 */
gboolean qtr_recovery_has_work (QtrDocument *document);

/**
 * qtr_recovery_absorb:
 * @recovered: what the document goes on with; its folder is this recovery's from now on
 *
 * Removes what was found once the document's own folder has it all, or there is nothing more to be kept.
 */
void qtr_recovery_absorb (QtrRecovery *self, QtrRecovered *recovered);

/**
 * qtr_recovery_discard_async:
 *
 * Removes what was written, and writes no more.
 */
void qtr_recovery_discard_async (QtrRecovery *self, GAsyncReadyCallback callback, gpointer user_data);
void qtr_recovery_discard_finish (QtrRecovery *self, GAsyncResult *result);

G_END_DECLS
