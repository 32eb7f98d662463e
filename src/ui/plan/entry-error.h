/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * qtr_entry_row_set_error:
 * @row: an entry of a form
 * @label: where the form says what is wrong
 * @message: (nullable): a sentence without its full stop, translated; %NULL: nothing is wrong any more
 *
 * Says what is wrong with an entry, to the eye and to assistive technology, and takes the focus there.
 */
void qtr_entry_row_set_error (AdwEntryRow *row, GtkLabel *label, const char *message);

G_END_DECLS
