/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/**
 * FailingCalls:
 * @fail_at: the how manieth call fails, counted from 1; 0: none does
 * @stays_full: after a write that failed, all others fail as well, as on a full disk
 * @no_exchange: the file system cannot exchange two files, which is no failure
 * @n_calls: how many calls there were
 * @failed: the name of the call that failed; %NULL: none did
 * @number: the `errno` that it failed with
 * @renamed: whether a file was given another's place
 *
 * Calls that write files, of this program and of the libraries that it uses: a program that links this has
 * its own functions of those names, which come before all others. They count and fail only between
 * failing_calls_begin() and failing_calls_end(), in the thread that began.
 */
typedef struct {
  guint fail_at;
  gboolean stays_full;
  gboolean no_exchange;
  guint n_calls;
  const char *failed;
  int number;
  gboolean renamed;
} FailingCalls;

void failing_calls_begin (FailingCalls *calls);
void failing_calls_end (void);
