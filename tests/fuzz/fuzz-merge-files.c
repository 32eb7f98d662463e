/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "tests/merge/laws.h"

/* Three files one after the other, parted by this line. */
#define PARTING "\n---\n"

static QtrPlan *
read_next (const guint8 **at, const guint8 *end)
{
  gsize left = (gsize) (end - *at);
  const guint8 *parting = memmem (*at, left, PARTING, strlen (PARTING));
  gsize length = parting == NULL ? left : (gsize) (parting - *at);
  g_autoptr (GBytes) bytes = g_bytes_new_static (*at, length);

  *at += parting == NULL ? left : length + strlen (PARTING);
  return qtr_format_read (bytes, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const guint8 *at = data;
  g_autoptr (QtrPlan) base = read_next (&at, data + size);
  g_autoptr (QtrPlan) ours = base == NULL ? NULL : read_next (&at, data + size);
  g_autoptr (QtrPlan) theirs = ours == NULL ? NULL : read_next (&at, data + size);

  if (theirs != NULL)
    assert_merge_laws (base, ours, theirs);
  return 0;
}
