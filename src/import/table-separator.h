/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_table_recognise_separator:
 * @head: how a table begins, in UTF-8 or the like; it may break off anywhere
 *
 * Returns: which of comma, semicolon, tab and bar makes the most rows of one width; a comma where none does
 */
char qtr_table_recognise_separator (const char *head, gsize length);

G_END_DECLS
