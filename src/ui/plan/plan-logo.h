/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_LOGO (qtr_plan_logo_get_type ())

/**
 * QtrPlanLogo:
 *
 * Shows a logo with its alternative text, and lets another be chosen or dropped. It changes nothing itself.
 *
 * Actions: `logo.choose`, `logo.remove`.
 *
 * Signals: `chosen (logo, GBytes *picture)`; `removed (logo)`; `worded (logo, const char *text)`, with the
 * alternative text as it is being written; `told (logo, const char *message)`, with a sentence about what
 * could not be read.
 */
G_DECLARE_FINAL_TYPE (QtrPlanLogo, qtr_plan_logo, QTR, PLAN_LOGO, AdwPreferencesGroup)

/**
 * qtr_plan_logo_show:
 * @logo: (nullable): as the plan has it
 * @text: (nullable): its alternative text
 */
void qtr_plan_logo_show (QtrPlanLogo *self, const char *logo, const char *text);

G_END_DECLS
