/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/find/find-mark.h"

void
qtr_find_mark (QtrFinder *finder, const char *commitment, QtrBulletsView *view)
{
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (QtrBulletsMatch));
  const QtrFindMatch *matches = NULL;
  guint n_matches = 0;

  g_return_if_fail (QTR_IS_FINDER (finder));

  matches = qtr_finder_get_matches (finder, &n_matches);
  for (guint i = 0; i < n_matches; i++) {
    QtrBulletsMatch match = { matches[i].bullet, matches[i].start, matches[i].end };

    if (g_str_equal (matches[i].commitment, commitment))
      g_array_append_val (marked, match);
  }
  qtr_bullets_view_set_matches (view, (const QtrBulletsMatch *) marked->data, marked->len);
}
