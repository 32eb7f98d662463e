/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/**
 * QtrMemo:
 *
 * Remembers what functions answered to inputs. Inputs are compared by their records' addresses, and are kept
 * alive for as long as they are remembered, so that no new record can be mistaken for an old one.
 */
typedef struct _QtrMemo QtrMemo;

QtrMemo *qtr_memo_new (void);
void qtr_memo_free (QtrMemo *self);

/**
 * qtr_memo_check:
 *
 * Returns: (transfer none) (element-type QtrRemark): what @check remarks on @inputs; valid until
 *   qtr_memo_forget_unused()
 */
GArray *qtr_memo_check (QtrMemo *self, QtrCheckFunc check, const QtrInputs *inputs);

/**
 * qtr_memo_summarise:
 *
 * Returns: (transfer none): what @summarise makes of @inputs; valid until qtr_memo_forget_unused()
 */
GVariant *qtr_memo_summarise (QtrMemo *self, QtrSummariseFunc summarise, const QtrInputs *inputs);

/**
 * qtr_memo_forget_unused:
 *
 * Forgets all that was not asked for since the last time.
 */
void qtr_memo_forget_unused (QtrMemo *self);

guint64 qtr_memo_get_evaluations (const QtrMemo *self);
guint qtr_memo_get_size (const QtrMemo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrMemo, qtr_memo_free)

G_END_DECLS
