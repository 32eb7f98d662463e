/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>
#include <signal.h>
#include <stdlib.h>

/* With a fuzzer: GLib's fatal messages stop at a breakpoint, of which the fuzzer knows nothing; it keeps what
 * led to an abort. */

int LLVMFuzzerInitialize (int *argc, char ***argv);

static void
trapped_cb (int number)
{
  g_assert (number == SIGTRAP);
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, trapped_cb);
  return 0;
}
