/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/**
 * LLVMFuzzerTestOneInput:
 *
 * What every target has, by the name that the fuzzer looks for: takes any bytes, and ends the program if what
 * is promised does not hold for them.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
