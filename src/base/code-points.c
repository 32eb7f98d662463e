/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/code-points.h"

QtrCodePoints
qtr_code_points_read (const char *text)
{
  glong length = 0;
  gunichar *at = g_utf8_to_ucs4_fast (text == NULL ? "" : text, -1, &length);

  return (QtrCodePoints) { at, (int) length };
}

void
qtr_code_points_clear (QtrCodePoints *self)
{
  g_clear_pointer (&self->at, g_free);
}
