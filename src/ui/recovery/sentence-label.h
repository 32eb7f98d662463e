/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * qtr_sentence_label_show:
 * @sentence: from qtr_change_to_sentence()
 *
 * Shows a difference in @label, with what went struck through and what came underlined in place of the
 * brackets; who does not see the lines is read the brackets.
 */
void qtr_sentence_label_show (GtkLabel *label, const char *sentence);

G_END_DECLS
