/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "check/claim.h"

G_BEGIN_DECLS

/**
 * qtr_claim_to_json:
 *
 * Returns: (transfer full): a claim in the shape that the command line documents for `check --claims --json`
 */
JsonNode *qtr_claim_to_json (const QtrPlace *place, const QtrClaim *claim);

/**
 * qtr_findings_to_json:
 * @name: the file that was checked
 * @findings: (element-type QtrFinding):
 * @claims: (nullable) (transfer none): what goes into `claims`; %NULL: no such member
 *
 * Returns: (transfer full): the findings in the shape that the command line documents for `check --json`
 */
JsonNode *qtr_findings_to_json (const char *name, GPtrArray *findings, JsonArray *claims);

G_END_DECLS
