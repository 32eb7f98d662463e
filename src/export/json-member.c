/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/json-member.h"

void
qtr_json_add_string (JsonBuilder *json, const char *name, const char *string)
{
  json_builder_set_member_name (json, name);
  if (string == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, string);
}
