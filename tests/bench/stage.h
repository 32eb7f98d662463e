/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "timing.h"

G_BEGIN_DECLS

/**
 * stage_set_up:
 *
 * Begins to watch the main loop.
 */
void stage_set_up (void);

/**
 * stage_settle:
 *
 * Waits until all that is under way has come to its end, and the next frame may begin at once.
 */
void stage_settle (void);

/**
 * stage_time_to_paint:
 * @act: what is done, as a key would
 *
 * Adds the time from before @act until its frame has been painted, then waits for the rest of its work.
 */
void stage_time_to_paint (GtkWidget *widget, void (*act) (GtkWidget *widget), Timing *timing);

/**
 * stage_forget_stalls:
 *
 * Begins anew for stage_get_longest_stall().
 */
void stage_forget_stalls (void);

/**
 * stage_get_longest_stall:
 *
 * Returns: for how long the main loop listened to nobody, at most, in milliseconds
 */
double stage_get_longest_stall (void);

G_END_DECLS
