/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "driver.h"

G_BEGIN_DECLS

/* What driver.c and pointer.c share. */

struct _Driver {
  GSubprocess *process;
  AtspiAccessible *application;
  AtspiAccessible *frame;
};

/**
 * driver_run_xdotool:
 * @arguments: (array zero-terminated=1): with its own name
 *
 * Returns: (transfer full): what it says, without the end of the line
 */
char *driver_run_xdotool (const char *const *arguments);

G_END_DECLS
