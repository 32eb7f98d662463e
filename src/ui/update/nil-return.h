/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_NIL_RETURN (qtr_nil_return_get_type ())

/**
 * QtrNilReturn:
 *
 * That there is nothing to report under a commitment, with the reason, which is written in place.
 *
 * Signal `reason-changed (nil, const char *reason)`: it was written in; @reason is %NULL where it says
 * nothing.
 *
 * Signal `withdrawn (nil)`: it is to be taken back.
 */
G_DECLARE_FINAL_TYPE (QtrNilReturn, qtr_nil_return, QTR, NIL_RETURN, AdwBin)

/**
 * qtr_nil_return_set_reason:
 * @reason: (nullable): what the section says
 *
 * Shows @reason, and nothing is emitted. What already says so stays as it was typed.
 */
void qtr_nil_return_set_reason (QtrNilReturn *self, const char *reason);

/**
 * qtr_nil_return_set_commitment:
 * @text: what there is nothing to report about, for those who hear the field's name
 */
void qtr_nil_return_set_commitment (QtrNilReturn *self, const char *text);

/**
 * qtr_nil_return_start_writing:
 *
 * Takes the focus to the reason.
 */
void qtr_nil_return_start_writing (QtrNilReturn *self);

G_END_DECLS
