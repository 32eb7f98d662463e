/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/application.h"

G_BEGIN_DECLS

/**
 * qtr_recovery_offer_start:
 * @application: has its first window
 *
 * Looks, without anybody waiting for it, for what was left behind, and offers it: in the window of the same
 * plan if there is one, else in the one that is in front.
 */
void qtr_recovery_offer_start (QtrApplication *application);

G_END_DECLS
