/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_entity_append:
 * @entity: with its ampersand and semicolon, not terminated
 *
 * Appends the character that an HTML entity stands for; an unknown one is appended as it is.
 */
void qtr_entity_append (GString *out, const char *entity, gsize length);

G_END_DECLS
