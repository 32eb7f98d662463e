/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place-private.h"
#include "import/wording.h"

/* Commitments by id, and the priorities that own them. */
typedef struct {
  GHashTable *commitments;
  GHashTable *owners;
} Index;

static void
saying_free (gpointer data)
{
  QtrSaying *self = data;

  g_free (self->key);
  g_free (self->title);
  g_free (self);
}

static QtrSaying *
saying_new (GPtrArray *all, QtrPeriod quarter, const char *lead, const char *text)
{
  QtrSaying *self = g_new0 (QtrSaying, 1);

  self->quarter = quarter;
  self->start = qtr_period_is_set (quarter) ? quarter.start : QTR_PLACE_EVER;
  self->rank = all->len;
  self->lead = lead != NULL ? lead : "";
  self->text = text != NULL ? text : "";
  g_ptr_array_add (all, self);
  return self;
}

QtrSaying *
qtr_saying_copy (const QtrSaying *saying, QtrPeriod quarter, int start)
{
  QtrSaying *self = g_new0 (QtrSaying, 1);

  self->quarter = quarter;
  self->start = start;
  self->lead = saying->lead;
  self->text = saying->text;
  self->key = g_strdup (saying->key);
  self->lineage = saying->lineage;
  return self;
}

void
qtr_saying_set_keys (QtrSaying *self)
{
  g_free (self->key);
  g_free (self->title);
  if (self->parent != NULL) {
    g_autofree char *lead = qtr_wording_normalise (self->lead);
    g_autofree char *text = qtr_wording_normalise (self->text);

    self->title = NULL;
    self->key = g_strconcat (lead, "\n", text, NULL);
    return;
  }
  self->title = qtr_wording_fold_title (self->text);
  self->key = g_strdup_printf ("%d\n%s", self->number, self->title);
}

static QtrPeriod
quarter_of (const QtrPlan *plan, const char *text)
{
  QtrPeriod period = qtr_plan_parse_period (plan, text);

  if (!qtr_period_is_set (period) || period.unit == QTR_PERIOD_QUARTER)
    return period;
  return qtr_period_as_unit (period, QTR_PERIOD_QUARTER, plan->first_month);
}

static int
start_of (QtrPeriod quarter)
{
  return qtr_period_is_set (quarter) ? quarter.start : QTR_PLACE_EVER;
}

static QtrSaying *
find_saying (GPtrArray *sayings, gconstpointer record, int start)
{
  for (guint i = 0; i < sayings->len; i++) {
    QtrSaying *saying = g_ptr_array_index (sayings, i);

    if (saying->record == record && saying->start == start)
      return saying;
  }
  return NULL;
}

static QtrSaying *
say_priority (QtrEvidence *self, const QtrPriority *priority, QtrPeriod quarter)
{
  QtrSaying *saying = find_saying (self->priorities, priority, start_of (quarter));

  if (saying != NULL)
    return saying;
  saying = saying_new (self->priorities, quarter, NULL, priority->title);
  saying->number = priority->number;
  saying->record = priority;
  return saying;
}

static void
say_commitment (QtrEvidence *self, const QtrCommitment *commitment, const QtrSection *section,
                QtrSaying *parent, QtrPeriod quarter)
{
  QtrSaying *saying = saying_new (self->commitments, quarter, commitment->lead, commitment->text);

  saying->record = commitment;
  saying->section = section;
  saying->parent = parent;
}

static void
collect_update (QtrEvidence *self, const Index *index, const QtrUpdate *update)
{
  QtrPeriod quarter = quarter_of (self->plan, update->quarter);

  for (guint i = 0; qtr_period_is_set (quarter) && i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);
    const QtrCommitment *commitment =
        section->commitment != NULL ? g_hash_table_lookup (index->commitments, section->commitment) : NULL;

    if (commitment == NULL)
      continue;
    say_commitment (self, commitment, section,
                    say_priority (self, g_hash_table_lookup (index->owners, section->commitment), quarter),
                    quarter);
  }
}

/* The saying of @priority that is in force in @start, or else its first. */
static QtrSaying *
parent_at (QtrEvidence *self, const QtrPriority *priority, int start)
{
  QtrSaying *found = NULL;

  for (guint i = 0; i < self->priorities->len; i++) {
    QtrSaying *saying = g_ptr_array_index (self->priorities, i);

    if (saying->record != priority)
      continue;
    if (found == NULL || (found->start > start ? saying->start < found->start
                                               : saying->start <= start && saying->start > found->start))
      found = saying;
  }
  return found;
}

static gboolean
same_wording (const QtrCommitment *commitment, const QtrCommitment *other)
{
  QtrSaying parent = { 0 };
  QtrSaying one = { .lead = commitment->lead, .text = commitment->text, .parent = &parent };
  QtrSaying two = { .lead = other->lead, .text = other->text, .parent = &parent };
  gboolean same;

  qtr_saying_set_keys (&one);
  qtr_saying_set_keys (&two);
  same = g_str_equal (one.key, two.key);
  g_free (one.key);
  g_free (two.key);
  return same;
}

/* Whether a record only carries on another one under its priority's next record: then its beginning is no
 * report's word. */
static gboolean
is_carried (QtrEvidence *self, const Index *index, const QtrCommitment *commitment)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, index->commitments);
  while (g_hash_table_iter_next (&iter, NULL, &other)) {
    const QtrCommitment *before = other;

    if (g_strcmp0 (before->successor, commitment->record.id) == 0 && same_wording (before, commitment)) {
      g_hash_table_insert (self->carried, other, (gpointer) commitment);
      return TRUE;
    }
  }
  return FALSE;
}

/* That a record begins in a quarter says as much as a section does. */
static void
collect_beginnings (QtrEvidence *self, const Index *index, const QtrPriority *priority)
{
  say_priority (self, priority, quarter_of (self->plan, priority->from));
  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);
    QtrPeriod from = quarter_of (self->plan, commitment->from);

    if (find_saying (self->commitments, commitment, start_of (from)) == NULL &&
        !is_carried (self, index, commitment))
      say_commitment (self, commitment, NULL, parent_at (self, priority, start_of (from)), from);
  }
}

static void
index_priority (Index *index, const QtrPriority *priority)
{
  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);

    g_hash_table_insert (index->commitments, (gpointer) commitment->record.id, (gpointer) commitment);
    g_hash_table_insert (index->owners, (gpointer) commitment->record.id, (gpointer) priority);
  }
}

QtrEvidence *
qtr_evidence_new (const QtrPlan *plan)
{
  g_autoptr (GHashTable) commitments = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  Index index = { commitments, owners };
  QtrEvidence *self = g_new0 (QtrEvidence, 1);

  self->plan = plan;
  self->priorities = g_ptr_array_new_with_free_func (saying_free);
  self->carried = g_hash_table_new (NULL, NULL);
  self->commitments = g_ptr_array_new_with_free_func (saying_free);
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++)
    index_priority (&index, qtr_list_get (plan->priorities, i));
  for (guint i = 0; i < qtr_list_length (plan->updates); i++)
    collect_update (self, &index, qtr_list_get (plan->updates, i));
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++)
    collect_beginnings (self, &index, qtr_list_get (plan->priorities, i));
  return self;
}

void
qtr_evidence_free (QtrEvidence *self)
{
  g_ptr_array_unref (self->priorities);
  g_ptr_array_unref (self->commitments);
  g_hash_table_unref (self->carried);
  g_free (self);
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  const QtrSaying *first = *(const QtrSaying *const *) a;
  const QtrSaying *second = *(const QtrSaying *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

static int
compare_commitments (gconstpointer a, gconstpointer b)
{
  const QtrSaying *first = *(const QtrSaying *const *) a;
  const QtrSaying *second = *(const QtrSaying *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->parent->rank != second->parent->rank)
    return first->parent->rank < second->parent->rank ? -1 : 1;
  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

/* By quarter, and in each as a report prints them. */
void
qtr_evidence_sort (QtrEvidence *self)
{
  g_ptr_array_sort (self->priorities, compare_priorities);
  for (guint i = 0; i < self->priorities->len; i++) {
    QtrSaying *saying = g_ptr_array_index (self->priorities, i);

    saying->rank = i;
    qtr_saying_set_keys (saying);
  }
  g_ptr_array_sort (self->commitments, compare_commitments);
  for (guint i = 0; i < self->commitments->len; i++) {
    QtrSaying *saying = g_ptr_array_index (self->commitments, i);

    saying->rank = i;
    qtr_saying_set_keys (saying);
  }
}
