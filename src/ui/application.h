/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_APPLICATION (qtr_application_get_type ())

/**
 * QtrApplication:
 *
 * The program: its windows, and what belongs to none of them.
 */
G_DECLARE_FINAL_TYPE (QtrApplication, qtr_application, QTR, APPLICATION, AdwApplication)

QtrApplication *qtr_application_new (void);

G_END_DECLS
