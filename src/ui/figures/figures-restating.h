/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/figures/figures-reading.h"

G_BEGIN_DECLS

/**
 * QtrFiguresRestate:
 *
 * Writes what was asked about.
 */
typedef void (*QtrFiguresRestate) (const QtrRestatement *reason, gpointer data);

/**
 * qtr_figures_ask_why:
 * @owner: over which it is asked
 * @scale: what was published and what it is to be, translated
 * @restate: called when it was answered; not if it was not
 * @data: (transfer full): given to @restate
 *
 * Asks of what nature a restatement is, its cause and its effect.
 */
void qtr_figures_ask_why (GtkWidget *owner, const char *scale, QtrFiguresRestate restate, gpointer data,
                          GDestroyNotify destroy);

G_END_DECLS
