/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * qtr_findings_to_json:
 * @name: the file that was checked
 * @findings: (element-type QtrFinding):
 *
 * Returns: (transfer full): the findings in the shape that the command line documents for `check --json`
 */
JsonNode *qtr_findings_to_json (const char *name, GPtrArray *findings);

G_END_DECLS
