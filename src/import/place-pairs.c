/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place-private.h"
#include "import/wording.h"

static gboolean
is_taken (const int *partners, guint n_left, guint right)
{
  for (guint i = 0; i < n_left; i++) {
    if (partners[i] == (int) right)
      return TRUE;
  }
  return FALSE;
}

void
qtr_pairs_find (guint n_left, guint n_right, QtrPairScore score, gpointer data, int *partners)
{
  g_autofree double *scores = g_new0 (double, (gsize) n_left *n_right + 1);

  for (guint i = 0; i < n_left; i++) {
    for (guint j = 0; partners[i] < 0 && j < n_right; j++) {
      if (!is_taken (partners, n_left, j))
        scores[(gsize) i * n_right + j] = score (i, j, data);
    }
  }
  for (;;) {
    gsize best = (gsize) n_left * n_right;

    for (gsize at = 0; at < (gsize) n_left * n_right; at++) {
      if (scores[at] > scores[best])
        best = at;
    }
    if (best == (gsize) n_left * n_right)
      return;
    partners[best / n_right] = (int) (best % n_right);
    for (guint i = 0; i < n_left; i++)
      scores[(gsize) i * n_right + best % n_right] = 0;
    for (guint j = 0; j < n_right; j++)
      scores[best / n_right * n_right + j] = 0;
  }
}

double
qtr_pairs_score_wording (const QtrSaying *saying, const QtrSaying *other)
{
  g_autofree char *ours = g_strdup_printf ("%s %s", saying->lead, saying->text);
  g_autofree char *theirs = g_strdup_printf ("%s %s", other->lead, other->text);

  /* What is promised counts; who promises it with whom is much alike everywhere. */
  return 0.8 * qtr_wording_similarity (saying->text, other->text) +
         0.2 * qtr_wording_similarity (ours, theirs);
}
