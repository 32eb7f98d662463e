/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Timing:
 *
 * How long one thing took, over and over.
 */
typedef struct _Timing Timing;

Timing *timing_new (void);
void timing_free (Timing *self);

/**
 * timing_add:
 * @began: as g_get_monotonic_time() says it
 *
 * Adds what lies between @began and now.
 */
void timing_add (Timing *self, gint64 began);

/**
 * timing_get_work:
 *
 * Returns: how long this thread has been computing, in microseconds; unlike the clock it does not count what
 *   other programs were given meanwhile
 */
gint64 timing_get_work (void);

/**
 * timing_add_work:
 * @began: as timing_get_work() said it
 *
 * Adds what this thread has computed since @began.
 */
void timing_add_work (Timing *self, gint64 began);

/**
 * timing_add_length:
 *
 * Adds what was measured elsewhere, both in microseconds.
 */
void timing_add_length (Timing *self, gint64 time, gint64 work);

/**
 * timing_print:
 * @peer: (nullable): what it is compared with
 *
 * Prints a line of median and 95th percentile, by the clock and as computed, and how many times the peer's
 * medians those are.
 */
void timing_print (Timing *self, const char *what, Timing *peer);

/**
 * timing_print_worst:
 *
 * Prints a line of the 99th percentile and the longest, by the clock and as computed.
 */
void timing_print_worst (Timing *self, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Timing, timing_free)

G_END_DECLS
