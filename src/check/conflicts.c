/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/conflicts.h"

#include <glib/gi18n-lib.h>

#include "model/conflict.h"

static char *
say_value (const QtrConflict *conflict)
{
  const char *nothing = _ ("nothing");

  /* Translators: what each of two people wrote in one place. */
  return g_strdup_printf (_ ("Two people changed this, each in their own way: “%s” and “%s”. Choose one."),
                          conflict->ours == NULL ? nothing : conflict->ours,
                          conflict->theirs == NULL ? nothing : conflict->theirs);
}

static char *
say (const QtrConflict *conflict)
{
  switch (conflict->kind) {
  case QTR_CONFLICT_VALUE:
    return say_value (conflict);
  case QTR_CONFLICT_REMOVAL:
    return g_strdup (_ ("One person deleted this, and another went on with it: keep it, or delete it."));
  case QTR_CONFLICT_PLACE:
    return g_strdup (_ ("Two people moved this, each elsewhere: choose where it belongs."));
  default:
    g_assert_not_reached ();
  }
}

void
qtr_check_unresolved_conflict (const QtrInputs *inputs, GArray *remarks)
{
  qtr_remark_add (remarks, -1, say (inputs->record));
}
