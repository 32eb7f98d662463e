/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * QtrExtra:
 *
 * The members of a record that a newer version wrote, by name, each as JSON text.
 */
typedef struct {
  JsonObject *object;
  GHashTable *texts;
} QtrExtra;

/**
 * qtr_extra_init:
 * @text: (nullable): a record's `extra`
 */
void qtr_extra_init (QtrExtra *self, const char *text);
void qtr_extra_clear (QtrExtra *self);

/**
 * qtr_extra_list_names:
 *
 * Returns: (transfer container) (element-type utf8): the members' names in order, which belong to @self
 */
GPtrArray *qtr_extra_list_names (const QtrExtra *self);

/**
 * qtr_extra_get:
 *
 * Returns: (transfer none) (nullable): a member's value as JSON
 */
const char *qtr_extra_get (const QtrExtra *self, const char *name);

/**
 * qtr_extra_set:
 * @value: (nullable): JSON; %NULL removes the member
 */
void qtr_extra_set (QtrExtra *self, const char *name, const char *value);

/**
 * qtr_extra_to_string:
 *
 * Returns: (transfer full) (nullable): what a record keeps; %NULL if there is no member
 */
char *qtr_extra_to_string (const QtrExtra *self);

G_END_DECLS
