/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/recovery-folder.h"

G_BEGIN_DECLS

/**
 * qtr_recovery_about_write:
 * @title: what people know the plan by
 * @uri: (nullable): the plan's file
 *
 * Writes down whose work is in the folder.
 */
gboolean qtr_recovery_about_write (QtrRecoveryFolder *folder, const char *title, const char *uri,
                                   GError **error);

/**
 * qtr_recovery_about_read:
 * @title: (out) (nullable): what people know the plan by
 * @uri: (out) (nullable): the plan's file
 *
 * Reads it again. What is missing or broken is %NULL: the plan counts, not this.
 */
void qtr_recovery_about_read (QtrRecoveryFolder *folder, char **title, char **uri);

G_END_DECLS
