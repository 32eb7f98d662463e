/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-lines.h"

G_BEGIN_DECLS

struct _QtrBulletsLines {
  GArray *array;
};

void qtr_bullets_lines_clear_line (gpointer line);

static inline QtrBulletsLine *
qtr_bullets_lines_at (const QtrBulletsLines *lines, guint at)
{
  g_assert (at < lines->array->len);

  return &g_array_index (lines->array, QtrBulletsLine, at);
}

G_END_DECLS
