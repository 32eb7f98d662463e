/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * qtr_json_add_string:
 * @string: (nullable): %NULL adds null, because every member is always there
 *
 * Adds a member to the object that is being built.
 */
void qtr_json_add_string (JsonBuilder *json, const char *name, const char *string);

G_END_DECLS
