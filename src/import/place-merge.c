/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place-private.h"
#include "import/wording.h"

/* The report's sayings against those that stand for its quarter already. @fresh are the report's, in its
 * order; none of them is in the evidence yet. */
typedef struct {
  GPtrArray *fresh;
  GPtrArray *standing;
  int *partners;
} Merge;

static GPtrArray *
list_quarter (GPtrArray *sayings, int start)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < sayings->len; i++) {
    QtrSaying *saying = g_ptr_array_index (sayings, i);

    if (saying->start == start)
      g_ptr_array_add (found, saying);
  }
  return found;
}

static double
score_priority (guint left, guint right, gpointer data)
{
  const Merge *self = data;
  const QtrSaying *fresh = g_ptr_array_index (self->fresh, left);
  const QtrSaying *standing = g_ptr_array_index (self->standing, right);
  gboolean titled = fresh->title[0] != '\0';
  double same_number = fresh->number == standing->number ? 1 : 0;

  if (titled && g_str_equal (fresh->title, standing->title))
    return 3 + same_number;
  return same_number * (1 + qtr_wording_similarity (fresh->title, standing->title));
}

/* How much of what the report says stands in the section already: words that moved to a promise in quite
 * other words show that it is the same one. */
static double
shared_bullets (const QtrSection *section, const QtrReportCommitment *source)
{
  guint n_standing = section != NULL ? qtr_list_length (section->bullets) : 0;
  guint shared = 0;

  for (guint i = 0; i < source->bullets->len; i++) {
    const QtrReportBullet *bullet = g_ptr_array_index (source->bullets, i);

    for (guint j = 0; j < n_standing; j++) {
      if (bullet->text[0] != '\0' &&
          g_strcmp0 (((const QtrBullet *) qtr_list_get (section->bullets, j))->text, bullet->text) == 0) {
        shared++;
        break;
      }
    }
  }
  return source->bullets->len > 0 ? (double) shared / source->bullets->len : 0;
}

static double
score_commitment (guint left, guint right, gpointer data)
{
  const Merge *self = data;
  const QtrSaying *fresh = g_ptr_array_index (self->fresh, left);
  const QtrSaying *standing = g_ptr_array_index (self->standing, right);
  double like;

  if (g_str_equal (fresh->key, standing->key))
    return fresh->parent == standing->parent ? 3 : 2;
  if (fresh->parent != standing->parent)
    return 0;
  like = qtr_pairs_score_wording (fresh, standing);
  if (like <= QTR_LIKENESS_MIN)
    like = 0;
  return MAX (like, shared_bullets (standing->section, fresh->commitment));
}

static gboolean
is_partner (const Merge *self, guint standing)
{
  for (guint i = 0; i < self->fresh->len; i++) {
    if (self->partners[i] == (int) standing)
      return TRUE;
  }
  return FALSE;
}

/* The one of @parent's that has no partner yet; -1 if there are none or several. */
static int
only_fresh (const Merge *self, const QtrSaying *parent)
{
  int only = -1;

  for (guint i = 0; i < self->fresh->len; i++) {
    if (self->partners[i] >= 0 || ((QtrSaying *) g_ptr_array_index (self->fresh, i))->parent != parent)
      continue;
    if (only >= 0)
      return -1;
    only = (int) i;
  }
  return only;
}

static int
only_standing (const Merge *self, const QtrSaying *parent)
{
  int only = -1;

  for (guint i = 0; i < self->standing->len; i++) {
    if (is_partner (self, i) || ((QtrSaying *) g_ptr_array_index (self->standing, i))->parent != parent)
      continue;
    if (only >= 0)
      return -1;
    only = (int) i;
  }
  return only;
}

static void
pair_last (Merge *self, const QtrSaying *parent)
{
  int fresh = only_fresh (self, parent);
  int standing = only_standing (self, parent);

  if (fresh >= 0 && standing >= 0 &&
      qtr_pairs_score_wording (g_ptr_array_index (self->fresh, (guint) fresh),
                               g_ptr_array_index (self->standing, (guint) standing)) > QTR_LIKENESS_LAST_MIN)
    self->partners[fresh] = standing;
}

static int *
no_partners (guint n)
{
  int *partners = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    partners[i] = -1;
  return partners;
}

static QtrSaying *
fresh_saying (QtrPeriod quarter, const char *lead, const char *text, QtrSaying *parent)
{
  QtrSaying *self = g_new0 (QtrSaying, 1);

  self->quarter = quarter;
  self->start = quarter.start;
  self->lead = lead;
  self->text = text;
  self->parent = parent;
  return self;
}

/* The report's word for its quarter replaces the standing one; the record and its section stay. */
static QtrSaying *
take_over (QtrSaying *fresh, QtrSaying *standing)
{
  standing->number = fresh->number;
  standing->lead = fresh->lead;
  if (fresh->text[0] != '\0' || fresh->commitment != NULL)
    standing->text = fresh->text;
  standing->priority = fresh->priority;
  standing->commitment = fresh->commitment;
  standing->parent = fresh->parent;
  g_free (fresh->key);
  g_free (fresh->title);
  g_free (fresh);
  qtr_saying_set_keys (standing);
  return standing;
}

static GPtrArray *
merge_priorities (QtrEvidence *self, const QtrReport *report, QtrPeriod quarter)
{
  GPtrArray *fresh = g_ptr_array_new ();
  g_autoptr (GPtrArray) standing = list_quarter (self->priorities, quarter.start);
  g_autofree int *partners = no_partners (report->priorities->len);
  Merge merge = { fresh, standing, partners };

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *source = g_ptr_array_index (report->priorities, i);
    QtrSaying *saying = fresh_saying (quarter, "", source->title, NULL);

    saying->number = source->number;
    saying->priority = source;
    qtr_saying_set_keys (saying);
    g_ptr_array_add (fresh, saying);
  }
  qtr_pairs_find (fresh->len, standing->len, score_priority, &merge, partners);
  for (guint i = 0; i < fresh->len; i++) {
    if (partners[i] >= 0)
      fresh->pdata[i] = take_over (fresh->pdata[i], g_ptr_array_index (standing, (guint) partners[i]));
    else
      g_ptr_array_add (self->priorities, fresh->pdata[i]);
  }
  return fresh;
}

/* Those that only stand go behind the one that they followed. */
static void
rank_all (GPtrArray *fresh, GPtrArray *standing)
{
  g_autoptr (GPtrArray) order = g_ptr_array_copy (fresh, NULL, NULL);

  for (guint i = 0; i < standing->len; i++) {
    guint at = 0;

    if (g_ptr_array_find (order, g_ptr_array_index (standing, i), NULL))
      continue;
    if (i > 0 && g_ptr_array_find (order, g_ptr_array_index (standing, i - 1), &at))
      at++;
    g_ptr_array_insert (order, (int) at, g_ptr_array_index (standing, i));
  }
  for (guint i = 0; i < order->len; i++)
    ((QtrSaying *) g_ptr_array_index (order, i))->rank = i;
}

static GPtrArray *
list_fresh (GPtrArray *priorities, QtrPeriod quarter)
{
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < priorities->len; i++) {
    QtrSaying *parent = g_ptr_array_index (priorities, i);

    for (guint j = 0; j < parent->priority->commitments->len; j++) {
      const QtrReportCommitment *source = g_ptr_array_index (parent->priority->commitments, j);
      QtrSaying *saying = fresh_saying (quarter, source->lead, source->text, parent);

      saying->commitment = source;
      qtr_saying_set_keys (saying);
      g_ptr_array_add (fresh, saying);
    }
  }
  return fresh;
}

static void
merge_commitments (QtrEvidence *self, GPtrArray *priorities, QtrPeriod quarter)
{
  g_autoptr (GPtrArray) fresh = list_fresh (priorities, quarter);
  g_autoptr (GPtrArray) standing = list_quarter (self->commitments, quarter.start);
  g_autofree int *partners = no_partners (fresh->len);
  Merge merge = { fresh, standing, partners };

  for (guint i = 0; i < standing->len; i++)
    qtr_saying_set_keys (g_ptr_array_index (standing, i));
  qtr_pairs_find (fresh->len, standing->len, score_commitment, &merge, partners);
  for (guint i = 0; i < priorities->len; i++)
    pair_last (&merge, g_ptr_array_index (priorities, i));
  for (guint i = 0; i < fresh->len; i++) {
    if (partners[i] >= 0)
      fresh->pdata[i] = take_over (fresh->pdata[i], g_ptr_array_index (standing, (guint) partners[i]));
    else
      g_ptr_array_add (self->commitments, fresh->pdata[i]);
  }
  rank_all (fresh, standing);
}

void
qtr_evidence_add_report (QtrEvidence *self, const QtrReport *report, QtrPeriod quarter)
{
  g_autoptr (GPtrArray) priorities = NULL;

  for (guint i = 0; i < self->priorities->len; i++)
    qtr_saying_set_keys (g_ptr_array_index (self->priorities, i));
  priorities = merge_priorities (self, report, quarter);
  merge_commitments (self, priorities, quarter);
}
