/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The completeness family: what a report has to have before it can go out.
 */

void qtr_check_missing_front_matter (const QtrInputs *inputs, GArray *remarks);
void qtr_check_missing_priority (const QtrInputs *inputs, GArray *remarks);
void qtr_check_missing_commitment (const QtrInputs *inputs, GArray *remarks);
void qtr_check_missing_figure (const QtrInputs *inputs, GArray *remarks);
void qtr_check_empty_bullet (const QtrInputs *inputs, GArray *remarks);

/**
 * qtr_summarise_report:
 *
 * Sums up whether a commitment was reported, and what it is called.
 */
GVariant *qtr_summarise_report (const QtrInputs *inputs);

G_END_DECLS
