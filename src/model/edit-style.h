/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/*
 * Edits of the house style.
 */

/**
 * qtr_edit_set_term:
 * @id: (nullable): a term's id; %NULL: a new one, after all others
 * @avoid: the word or words that are not to be used
 * @use: what stands in their place
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if either is empty, if
 *   they are the same, if @use has @avoid in it, or if another term avoids it already
 */
QtrPlan *qtr_edit_set_term (const QtrPlan *plan, const char *id, const char *avoid, const char *use,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_set_logo:
 * @bytes: (nullable): a picture as qtr_logo_new() takes it; %NULL: none, and no text for it
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with the reason of qtr_logo_new()
 */
QtrPlan *qtr_edit_set_logo (const QtrPlan *plan, GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
