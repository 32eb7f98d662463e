/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/report.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * qtr_report_to_bullets:
 * @lines: (out) (transfer full) (element-type utf8 guint): in which line of the source each bullet begins, by
 *   the bullet's id
 *
 * Takes all bullets of a report out of it, in order, for proofreading without a plan.
 *
 * Returns: (transfer full) (nullable) (element-type QtrBullet): the bullets
 */
QtrList *qtr_report_to_bullets (const QtrReport *report, GHashTable **lines);

/**
 * qtr_report_to_headings:
 *
 * Returns: (transfer full): what stands over the bullets, a line for each priority and each commitment
 */
char *qtr_report_to_headings (const QtrReport *report);

G_END_DECLS
