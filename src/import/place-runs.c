/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place-private.h"

static QtrSaying *
saying_at (GPtrArray *sayings, guint index)
{
  return g_ptr_array_index (sayings, index);
}

static QtrSaying *
last_of (const QtrRun *run)
{
  return g_ptr_array_index (run->sayings, run->sayings->len - 1);
}

QtrRun *
qtr_runs_at (const QtrLineage *lineage, int start)
{
  QtrRun *found = g_ptr_array_index (lineage->runs, 0);

  for (guint i = 1; i < lineage->runs->len; i++) {
    QtrRun *run = g_ptr_array_index (lineage->runs, i);

    if (run->start <= start)
      found = run;
  }
  return found;
}

static void
add_to_run (QtrLineage *lineage, QtrSaying *saying, QtrRun *parent, gboolean starts)
{
  QtrRun *run = NULL;

  if (lineage->runs->len == 0 || starts) {
    run = g_new0 (QtrRun, 1);
    run->lineage = lineage;
    run->parent = parent;
    run->first = saying->quarter;
    run->start = saying->start;
    run->sayings = g_ptr_array_new ();
    run->until = QTR_PERIOD_UNSET;
    g_ptr_array_add (lineage->runs, run);
  }
  run = g_ptr_array_index (lineage->runs, lineage->runs->len - 1);
  g_ptr_array_add (run->sayings, saying);
  saying->run = run;
}

/* Whether the record still has the wording that the saying has. */
static gboolean
is_worded (const QtrSaying *saying)
{
  QtrSaying own = { 0 };
  const QtrRecord *record = saying->record;
  gboolean same;

  own.parent = saying->parent;
  if (record->type == &qtr_priority_type) {
    own.number = ((const QtrPriority *) saying->record)->number;
    own.text = ((const QtrPriority *) saying->record)->title;
  } else {
    own.lead = ((const QtrCommitment *) saying->record)->lead;
    own.text = ((const QtrCommitment *) saying->record)->text;
  }
  qtr_saying_set_keys (&own);
  same = g_str_equal (own.key, saying->key);
  g_free (own.key);
  g_free (own.title);
  return same;
}

static void
take_one (QtrRun *run, GHashTable *taken, gboolean same)
{
  for (guint i = 0; run->standing == NULL && i < run->sayings->len; i++) {
    const QtrSaying *saying = saying_at (run->sayings, i);

    if (saying->record != NULL && (!same || is_worded (saying)) &&
        g_hash_table_add (taken, (gpointer) saying->record))
      run->standing = saying->record;
  }
}

static void
take_all (GPtrArray *lineages, GHashTable *taken, gboolean same)
{
  for (guint i = 0; i < lineages->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (lineages, i);

    for (guint j = 0; j < lineage->runs->len; j++)
      take_one (g_ptr_array_index (lineage->runs, j), taken, same);
  }
}

static void
take_carried (const QtrEvidence *evidence, const QtrLineage *lineage, GHashTable *taken)
{
  for (guint i = 1; i < lineage->runs->len; i++) {
    const QtrRun *before = g_ptr_array_index (lineage->runs, i - 1);
    QtrRun *run = g_ptr_array_index (lineage->runs, i);
    gpointer record =
        before->standing != NULL ? g_hash_table_lookup (evidence->carried, before->standing) : NULL;

    if (run->standing == NULL && record != NULL && g_hash_table_add (taken, record))
      run->standing = record;
  }
}

/* Each run takes the record of the plan that says it. One whose wording nobody has any more lends itself to
 * the wording that came in its place. */
static void
take_records (const QtrEvidence *evidence, GPtrArray *lineages)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  take_all (lineages, taken, TRUE);
  take_all (lineages, taken, FALSE);
  for (guint i = 0; i < lineages->len; i++)
    take_carried (evidence, g_ptr_array_index (lineages, i), taken);
}

/* The first saying that gives @saying's number to another priority after it and before @end. */
static QtrSaying *
find_taker (const QtrEvidence *evidence, const QtrSaying *saying, int end)
{
  for (guint i = 0; saying->number != 0 && i < evidence->priorities->len; i++) {
    QtrSaying *other = saying_at (evidence->priorities, i);

    if (other->number == saying->number && other->lineage != saying->lineage &&
        other->start > saying->start && other->start < end)
      return other;
  }
  return NULL;
}

static void
split_priority (const QtrEvidence *evidence, QtrLineage *lineage)
{
  const QtrSaying *before = NULL;

  for (guint i = 0; i < lineage->sayings->len; i++) {
    QtrSaying *saying = saying_at (lineage->sayings, i);
    gboolean starts = before != NULL && (!g_str_equal (before->key, saying->key) ||
                                         find_taker (evidence, before, saying->start) != NULL);

    add_to_run (lineage, saying, NULL, starts);
    before = saying;
  }
}

/* Its end as somebody set it by hand, if nothing is said of it later. */
static QtrPeriod
end_by_hand (const QtrEvidence *evidence, const QtrSaying *last, gconstpointer record, GHashTable *links,
             const char **successor)
{
  const QtrRecord *id = record;
  const char *link = links != NULL && id != NULL ? g_hash_table_lookup (links, id->id) : NULL;
  const char *text = NULL;
  QtrPeriod until;

  if (link == NULL)
    return QTR_PERIOD_UNSET;
  text = id->type == &qtr_priority_type ? ((const QtrPriority *) record)->until
                                        : ((const QtrCommitment *) record)->until;
  until = qtr_plan_parse_period (evidence->plan, text);
  if (qtr_period_is_set (until) && until.start < last->start)
    return QTR_PERIOD_UNSET;
  if (link[0] != '\0')
    *successor = link;
  return until;
}

static void
close_before (QtrRun *run, QtrPeriod next, QtrRun *successor)
{
  run->until = qtr_period_is_set (next) ? qtr_period_add (next, -1) : QTR_PERIOD_UNSET;
  run->successor = successor;
}

static void
close_by_hand (const QtrEvidence *evidence, QtrRun *run, GHashTable *links)
{
  const QtrSaying *last = last_of (run);
  const char *successor = NULL;
  QtrPeriod until = end_by_hand (evidence, last, run->standing, links, &successor);

  if (run->successor == NULL)
    run->successor_id = successor;
  if (qtr_period_is_set (until) && (!qtr_period_is_set (run->until) || until.start < run->until.start))
    run->until = until;
}

/* A priority ends where its wording changes, or where another one takes its number. */
static void
close_priority (const QtrEvidence *evidence, const QtrLineage *lineage)
{
  for (guint i = 0; i < lineage->runs->len; i++) {
    QtrRun *run = g_ptr_array_index (lineage->runs, i);
    QtrRun *next = i + 1 < lineage->runs->len ? g_ptr_array_index (lineage->runs, i + 1) : NULL;
    const QtrSaying *taker = find_taker (evidence, last_of (run), next != NULL ? next->start : G_MAXINT);

    if (taker != NULL)
      close_before (run, taker->quarter, taker->run);
    else if (next != NULL)
      close_before (run, next->first, next);
  }
}

void
qtr_runs_of_priorities (QtrEvidence *evidence, GPtrArray *lineages, GHashTable *links)
{
  for (guint i = 0; i < lineages->len; i++)
    split_priority (evidence, g_ptr_array_index (lineages, i));
  take_records (evidence, lineages);
  for (guint i = 0; i < lineages->len; i++) {
    QtrLineage *lineage = g_ptr_array_index (lineages, i);

    close_priority (evidence, lineage);
    close_by_hand (evidence, g_ptr_array_index (lineage->runs, lineage->runs->len - 1), links);
  }
}

/* A promise goes on with its priority under that one's next records, reported or not, until it ends. */
static void
carry_on (QtrEvidence *evidence, QtrLineage *lineage, guint index, GHashTable *links)
{
  const QtrSaying *saying = saying_at (lineage->sayings, index);
  gboolean last = index + 1 == lineage->sayings->len;
  int end = last ? G_MAXINT : saying_at (lineage->sayings, index + 1)->start;
  const QtrLineage *priority = saying->parent->lineage;
  gconstpointer record = qtr_lineage_find_record (lineage, index);

  for (guint i = 0; i < priority->runs->len; i++) {
    QtrRun *run = g_ptr_array_index (priority->runs, i);
    const char *successor = NULL;
    QtrPeriod until;
    QtrSaying *carried;

    if (run->start <= saying->start || run->start >= end)
      continue;
    until = last ? end_by_hand (evidence, saying, record, links, &successor) : QTR_PERIOD_UNSET;
    if (qtr_period_is_set (until) && until.start < run->start)
      return;
    carried = qtr_saying_copy (saying, run->first, run->start);
    carried->parent = g_ptr_array_index (run->sayings, 0);
    carried->carried = TRUE;
    g_ptr_array_add (evidence->commitments, carried);
    g_ptr_array_insert (lineage->sayings, (int) ++index, carried);
    record = record != NULL ? g_hash_table_lookup (evidence->carried, record) : NULL;
  }
}

static void
split_commitment (QtrLineage *lineage)
{
  const QtrSaying *before = NULL;

  for (guint i = 0; i < lineage->sayings->len; i++) {
    QtrSaying *saying = saying_at (lineage->sayings, i);
    QtrRun *parent = qtr_runs_at (saying->parent->lineage, saying->start);

    add_to_run (lineage, saying, parent,
                before != NULL && (before->run->parent != parent || !g_str_equal (before->key, saying->key)));
    before = saying;
  }
}

void
qtr_runs_of_commitments (QtrEvidence *evidence, GPtrArray *lineages, GHashTable *links)
{
  for (guint i = 0; i < lineages->len; i++) {
    QtrLineage *lineage = g_ptr_array_index (lineages, i);

    for (guint j = lineage->sayings->len; j-- > 0;)
      carry_on (evidence, lineage, j, links);
    split_commitment (lineage);
  }
  take_records (evidence, lineages);
  for (guint i = 0; i < lineages->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (lineages, i);
    guint n = lineage->runs->len;

    for (guint j = 0; j + 1 < n; j++) {
      QtrRun *next = g_ptr_array_index (lineage->runs, j + 1);

      close_before (g_ptr_array_index (lineage->runs, j), next->first, next);
    }
    close_by_hand (evidence, g_ptr_array_index (lineage->runs, n - 1), links);
  }
}
