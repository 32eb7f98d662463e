/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place-private.h"
#include "import/wording.h"

/* What speaks more for one another, whatever else does. A succession by hand is never doubted; a wording that
 * is the same is the same promise before any other is thought of, also where it comes back or moves. */
#define SCORE_LINKED 100
#define SCORE_SAME 50
#define SCORE_LATEST 10
#define SCORE_HERE 5

/* The sayings of one quarter against the lineages so far. */
typedef struct {
  GHashTable *links;
  GPtrArray *sayings;
  GPtrArray *lineages;
  int *partners;
} Quarter;

static void
run_free (gpointer data)
{
  QtrRun *run = data;

  g_ptr_array_unref (run->sayings);
  if (run->made != NULL)
    qtr_record_unref (run->made);
  g_free (run);
}

static void
lineage_free (gpointer data)
{
  QtrLineage *lineage = data;

  g_ptr_array_unref (lineage->sayings);
  g_ptr_array_unref (lineage->runs);
  g_free (lineage);
}

static QtrLineage *
lineage_new (void)
{
  QtrLineage *lineage = g_new0 (QtrLineage, 1);

  lineage->sayings = g_ptr_array_new ();
  lineage->runs = g_ptr_array_new_with_free_func (run_free);
  return lineage;
}

static QtrSaying *
last_of (const QtrLineage *lineage)
{
  return g_ptr_array_index (lineage->sayings, lineage->sayings->len - 1);
}

/* The record that stands for it in the quarter of the saying at @index. */
gconstpointer
qtr_lineage_find_record (const QtrLineage *lineage, guint index)
{
  gconstpointer record = NULL;

  for (guint i = index + 1; record == NULL && i-- > 0;)
    record = ((QtrSaying *) g_ptr_array_index (lineage->sayings, i))->record;
  return record;
}

static gboolean
is_linked (const Quarter *self, const QtrLineage *lineage, const QtrSaying *saying)
{
  const QtrRecord *from = qtr_lineage_find_record (lineage, lineage->sayings->len - 1);
  const QtrRecord *to = saying->record;
  const char *successor =
      self->links != NULL && from != NULL && to != NULL ? g_hash_table_lookup (self->links, from->id) : NULL;

  return successor != NULL && g_str_equal (successor, to->id);
}

static gboolean
had_title (const QtrLineage *lineage, const char *title)
{
  for (guint i = 0; i < lineage->sayings->len; i++) {
    if (g_str_equal (((QtrSaying *) g_ptr_array_index (lineage->sayings, i))->title, title))
      return TRUE;
  }
  return FALSE;
}

/* An untitled one follows by its number alone. */
static double
likeness_of_titles (const char *title, const char *other)
{
  if (title[0] == '\0' || other[0] == '\0')
    return 1;
  return qtr_wording_similarity (title, other);
}

static double
score_priority (guint left, guint right, gpointer data)
{
  const Quarter *self = data;
  const QtrSaying *saying = g_ptr_array_index (self->sayings, left);
  const QtrLineage *lineage = g_ptr_array_index (self->lineages, right);
  const QtrSaying *last = last_of (lineage);
  double same_number = last->number == saying->number ? 1 : 0;
  double like;

  if (is_linked (self, lineage, saying))
    return SCORE_LINKED;
  if (saying->title[0] != '\0' && g_str_equal (last->title, saying->title))
    return SCORE_SAME + SCORE_LATEST + same_number;
  if (saying->title[0] != '\0' && had_title (lineage, saying->title))
    return SCORE_SAME + same_number;
  like = same_number > 0 ? likeness_of_titles (last->title, saying->title) : 0;
  return like >= QTR_TITLE_LIKENESS_MIN ? like : 0;
}

/* Whether the priority @after took the number of the priority @before, and began as its follower. */
static gboolean
is_replaced_by (const QtrLineage *before, const QtrLineage *after)
{
  for (guint i = 0; i < before->runs->len; i++) {
    if (((QtrRun *) g_ptr_array_index (before->runs, i))->successor == g_ptr_array_index (after->runs, 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
may_follow (const QtrSaying *last, const QtrSaying *saying)
{
  const QtrLineage *before = last->parent->lineage;
  const QtrLineage *after = saying->parent->lineage;

  return before == after || is_replaced_by (before, after);
}

static double
likeness (const QtrLineage *lineage, const QtrSaying *saying)
{
  const QtrSaying *compared = NULL;
  double best = 0;

  for (guint i = lineage->sayings->len; i-- > 0;) {
    const QtrSaying *other = g_ptr_array_index (lineage->sayings, i);

    if (compared == NULL || !g_str_equal (compared->key, other->key))
      best = MAX (best, qtr_pairs_score_wording (saying, other));
    compared = other;
  }
  return best;
}

static gboolean
had_wording (const QtrLineage *lineage, const char *key)
{
  for (guint i = 0; i < lineage->sayings->len; i++) {
    if (g_str_equal (((QtrSaying *) g_ptr_array_index (lineage->sayings, i))->key, key))
      return TRUE;
  }
  return FALSE;
}

static double
score_commitment (guint left, guint right, gpointer data)
{
  const Quarter *self = data;
  const QtrSaying *saying = g_ptr_array_index (self->sayings, left);
  const QtrLineage *lineage = g_ptr_array_index (self->lineages, right);
  const QtrSaying *last = last_of (lineage);
  double here = last->parent->lineage == saying->parent->lineage ? SCORE_HERE : 0;
  double like;

  if (is_linked (self, lineage, saying))
    return SCORE_LINKED;
  if (g_str_equal (last->key, saying->key))
    return SCORE_SAME + SCORE_LATEST + here;
  if (had_wording (lineage, saying->key))
    return SCORE_SAME + here;
  if (!may_follow (last, saying))
    return 0;
  like = likeness (lineage, saying);
  return like > QTR_LIKENESS_MIN ? like : 0;
}

static gboolean
is_partner (const Quarter *self, guint lineage)
{
  for (guint i = 0; i < self->sayings->len; i++) {
    if (self->partners[i] == (int) lineage)
      return TRUE;
  }
  return FALSE;
}

/* Where one commitment of a priority is left, and one that may have been it. */
static void
pair_last (Quarter *self, guint index)
{
  const QtrSaying *saying = g_ptr_array_index (self->sayings, index);
  int only = -1;

  for (guint i = 0; i < self->sayings->len; i++) {
    const QtrSaying *other = g_ptr_array_index (self->sayings, i);

    if (self->partners[i] < 0 && other->parent == saying->parent && i != index)
      return;
  }
  for (guint i = 0; i < self->lineages->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (self->lineages, i);

    if (is_partner (self, i) || !may_follow (last_of (lineage), saying))
      continue;
    if (only >= 0)
      return;
    only = (int) i;
  }
  if (only >= 0 &&
      likeness (g_ptr_array_index (self->lineages, (guint) only), saying) > QTR_LIKENESS_LAST_MIN)
    self->partners[index] = only;
}

static void
add_quarter (GPtrArray *lineages, GPtrArray *sayings, QtrPairScore score, GHashTable *links,
             gboolean with_last)
{
  g_autofree int *partners = g_new (int, sayings->len + 1);
  Quarter self = { links, sayings, lineages, partners };

  for (guint i = 0; i < sayings->len; i++)
    partners[i] = -1;
  qtr_pairs_find (sayings->len, lineages->len, score, &self, partners);
  for (guint i = 0; with_last && i < sayings->len; i++) {
    if (partners[i] < 0)
      pair_last (&self, i);
  }
  for (guint i = 0; i < sayings->len; i++) {
    QtrSaying *saying = g_ptr_array_index (sayings, i);

    if (partners[i] < 0)
      g_ptr_array_add (lineages, lineage_new ());
    saying->lineage = g_ptr_array_index (lineages, partners[i] < 0 ? lineages->len - 1 : (guint) partners[i]);
    g_ptr_array_add (saying->lineage->sayings, saying);
  }
}

static GPtrArray *
find_lineages (GPtrArray *all, QtrPairScore score, GHashTable *links, gboolean with_last)
{
  GPtrArray *lineages = g_ptr_array_new_with_free_func (lineage_free);
  guint at = 0;

  while (at < all->len) {
    g_autoptr (GPtrArray) sayings = g_ptr_array_new ();
    int start = ((QtrSaying *) g_ptr_array_index (all, at))->start;

    for (; at < all->len && ((QtrSaying *) g_ptr_array_index (all, at))->start == start; at++)
      g_ptr_array_add (sayings, g_ptr_array_index (all, at));
    add_quarter (lineages, sayings, score, links, with_last);
  }
  return lineages;
}

/* A report that leaves a priority untitled does not take its title away. */
static void
lend_titles (const QtrLineage *lineage)
{
  for (guint i = 0; i < lineage->sayings->len; i++) {
    QtrSaying *saying = g_ptr_array_index (lineage->sayings, i);
    const QtrSaying *other = i > 0 ? g_ptr_array_index (lineage->sayings, i - 1) : NULL;

    for (guint j = i + 1; saying->title[0] == '\0' && j < lineage->sayings->len; j++) {
      if (other != NULL && other->title[0] != '\0')
        break;
      other = g_ptr_array_index (lineage->sayings, j);
    }
    if (saying->title[0] == '\0' && other != NULL) {
      saying->text = other->text;
      qtr_saying_set_keys (saying);
    }
  }
}

GPtrArray *
qtr_lineages_of_priorities (QtrEvidence *evidence, GHashTable *links)
{
  GPtrArray *lineages = find_lineages (evidence->priorities, score_priority, links, FALSE);

  for (guint i = 0; i < lineages->len; i++)
    lend_titles (g_ptr_array_index (lineages, i));
  return lineages;
}

/* To be called when the priorities have their runs. */
GPtrArray *
qtr_lineages_of_commitments (QtrEvidence *evidence, GHashTable *links)
{
  return find_lineages (evidence->commitments, score_commitment, links, TRUE);
}
