/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "import/place-private.h"

/* Evidence, and what follows from it. */
typedef struct {
  QtrEvidence *evidence;
  GPtrArray *priorities;
  GPtrArray *commitments;
} Succession;

static void
derive (Succession *self, GHashTable *links)
{
  qtr_evidence_sort (self->evidence);
  self->priorities = qtr_lineages_of_priorities (self->evidence, links);
  qtr_runs_of_priorities (self->evidence, self->priorities, links);
  self->commitments = qtr_lineages_of_commitments (self->evidence, links);
  qtr_runs_of_commitments (self->evidence, self->commitments, links);
}

static void
succession_clear (Succession *self)
{
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, qtr_evidence_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Succession, succession_clear)

static gboolean
same_quarter (const QtrPlan *plan, const char *text, QtrPeriod quarter)
{
  QtrPeriod period = qtr_plan_parse_period (plan, text);

  if (!qtr_period_is_set (period) || !qtr_period_is_set (quarter))
    return qtr_period_is_set (period) == qtr_period_is_set (quarter);
  return qtr_period_compare (period, quarter) == 0;
}

/* An end that follows from what is said always comes with a successor. */
static void
find_link (const QtrPlan *plan, const QtrRun *run, const char *until, const char *successor,
           GHashTable *links)
{
  const QtrRecord *record = run->standing;
  const QtrRecord *next = run->successor != NULL ? run->successor->standing : NULL;

  if (successor != NULL && g_strcmp0 (next != NULL ? next->id : NULL, successor) != 0)
    g_hash_table_insert (links, (gpointer) record->id, (gpointer) successor);
  else if (until != NULL && (successor == NULL || !same_quarter (plan, until, run->until)))
    g_hash_table_insert (links, (gpointer) record->id, (gpointer) "");
}

static void
find_links_in (const QtrPlan *plan, GPtrArray *lineages, GHashTable *links)
{
  for (guint i = 0; i < lineages->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (lineages, i);

    for (guint j = 0; j < lineage->runs->len; j++) {
      const QtrRun *run = g_ptr_array_index (lineage->runs, j);
      const QtrPriority *priority = run->standing;
      const QtrCommitment *commitment = run->standing;

      if (run->standing == NULL)
        continue;
      if (priority->record.type == &qtr_priority_type)
        find_link (plan, run, priority->until, priority->successor, links);
      else
        find_link (plan, run, commitment->until, commitment->successor, links);
    }
  }
}

/* Ends and successors that do not follow from what is said are the work of somebody's hand. */
static GHashTable *
find_links (const QtrPlan *plan)
{
  g_auto (Succession) self = { qtr_evidence_new (plan), NULL, NULL };
  GHashTable *links = g_hash_table_new (g_str_hash, g_str_equal);

  derive (&self, NULL);
  find_links_in (plan, self.priorities, links);
  find_links_in (plan, self.commitments, links);
  return links;
}

/* The spelling of the latest quarter that words it so. */
static const QtrSaying *
spelling_of (const QtrRun *run)
{
  const QtrSaying *found = g_ptr_array_index (run->sayings, 0);

  for (guint i = 0; i < run->lineage->sayings->len; i++) {
    const QtrSaying *saying = g_ptr_array_index (run->lineage->sayings, i);

    if (!saying->carried && g_str_equal (saying->key, found->key))
      found = saying;
  }
  return found;
}

static void
make_records (GPtrArray *lineages, const QtrRecordType *type)
{
  for (guint i = 0; i < lineages->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (lineages, i);

    for (guint j = 0; j < lineage->runs->len; j++) {
      QtrRun *run = g_ptr_array_index (lineage->runs, j);

      run->made =
          run->standing != NULL ? qtr_record_ref (run->standing) : qtr_record_new (type, "from", NULL, NULL);
    }
  }
}

static const char *
nonempty (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

static char *
name_quarter (QtrPeriod quarter)
{
  return qtr_period_is_set (quarter) ? qtr_period_to_string (quarter) : NULL;
}

static const char *
successor_of (const QtrRun *run)
{
  return run->successor != NULL ? ((QtrRecord *) run->successor->made)->id : run->successor_id;
}

static gpointer
finish_commitment (const QtrRun *run)
{
  const QtrSaying *spelling = spelling_of (run);
  g_autofree char *from = name_quarter (run->first);
  g_autofree char *until = name_quarter (run->until);

  return qtr_record_with (run->made, "lead", nonempty (spelling->lead), "text", nonempty (spelling->text),
                          "from", from, "until", until, "successor", successor_of (run), NULL);
}

static gpointer
finish_priority (const QtrRun *run, const QtrList *commitments)
{
  const QtrSaying *spelling = spelling_of (run);
  g_autofree char *from = name_quarter (run->first);
  g_autofree char *until = name_quarter (run->until);

  return qtr_record_with (run->made, "number", spelling->number, "title", nonempty (spelling->text), "from",
                          from, "until", until, "successor", successor_of (run), "commitments", commitments,
                          NULL);
}

/* Behind the one that it follows under its priority in that quarter, or else before the one that follows it
 * there. */
static guint
place_in_order (GPtrArray *order, GPtrArray *sayings, guint index)
{
  const QtrSaying *saying = g_ptr_array_index (sayings, index);
  const QtrSaying *before = index > 0 ? g_ptr_array_index (sayings, index - 1) : NULL;
  guint at = 0;

  if (before != NULL && before->start == saying->start && before->parent == saying->parent &&
      g_ptr_array_find (order, before->lineage, &at))
    return at + 1;
  for (guint i = index + 1; i < sayings->len; i++) {
    const QtrSaying *after = g_ptr_array_index (sayings, i);

    if (after->start != saying->start || after->parent != saying->parent)
      break;
    if (g_ptr_array_find (order, after->lineage, &at))
      return at;
  }
  return order->len;
}

/* The order of the latest quarter, and in it those that only earlier quarters have. */
static GPtrArray *
order_lineages (GPtrArray *sayings)
{
  GPtrArray *order = g_ptr_array_new ();
  guint end = sayings->len;

  while (end > 0) {
    int start = ((QtrSaying *) g_ptr_array_index (sayings, end - 1))->start;
    guint first = end;

    while (first > 0 && ((QtrSaying *) g_ptr_array_index (sayings, first - 1))->start == start)
      first--;
    for (guint i = first; i < end; i++) {
      QtrSaying *saying = g_ptr_array_index (sayings, i);

      if (!g_ptr_array_find (order, saying->lineage, NULL))
        g_ptr_array_insert (order, (int) place_in_order (order, sayings, i), saying->lineage);
    }
    end = first;
  }
  return order;
}

static QtrList *
list_commitments (const QtrRun *priority, GPtrArray *order)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < order->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (order, i);

    for (guint j = 0; j < lineage->runs->len; j++) {
      const QtrRun *run = g_ptr_array_index (lineage->runs, j);

      if (run->parent == priority)
        g_ptr_array_add (records, finish_commitment (run));
    }
  }
  return qtr_place_list (records);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const QtrRun *first = *(const QtrRun *const *) a;
  const QtrRun *second = *(const QtrRun *const *) b;
  const QtrSaying *one = g_ptr_array_index (first->sayings, 0);
  const QtrSaying *other = g_ptr_array_index (second->sayings, 0);

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return one->rank < other->rank ? -1 : one->rank > other->rank;
}

static QtrList *
list_priorities (const Succession *self, GPtrArray *order)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < self->priorities->len; i++) {
    const QtrLineage *lineage = g_ptr_array_index (self->priorities, i);

    g_ptr_array_extend (runs, lineage->runs, NULL, NULL);
  }
  g_ptr_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++) {
    const QtrRun *run = g_ptr_array_index (runs, i);
    g_autoptr (QtrList) commitments = list_commitments (run, order);

    g_ptr_array_add (records, finish_priority (run, commitments));
  }
  return qtr_place_list (records);
}

static gboolean
was_known (const QtrLineage *lineage)
{
  for (guint i = 0; i < lineage->sayings->len; i++) {
    if (((QtrSaying *) g_ptr_array_index (lineage->sayings, i))->record != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_two_wordings (const QtrLineage *lineage)
{
  const QtrSaying *first = g_ptr_array_index (lineage->sayings, 0);

  for (guint i = 1; i < lineage->sayings->len; i++) {
    if (!g_str_equal (((QtrSaying *) g_ptr_array_index (lineage->sayings, i))->key, first->key))
      return TRUE;
  }
  return FALSE;
}

static void
note_priority (QtrReport *report, const QtrSaying *saying)
{
  if (saying->priority == NULL || saying->run->standing != NULL || !was_known (saying->lineage))
    return;
  qtr_report_note (
      report, saying->priority->line,
      /* Translators: a priority that had another number or title in another quarter. */
      g_strdup_printf (_ ("Changed number or title of a priority: %d, %s"), saying->number, saying->text));
}

static void
note_commitment (QtrReport *report, const QtrSaying *saying)
{
  const QtrReportCommitment *source = saying->commitment;

  if (source == NULL || saying->run->standing != NULL)
    return;
  if (!was_known (saying->lineage))
    qtr_report_note (report, source->line, g_strdup_printf (_ ("New commitment: %s"), source->text));
  else if (has_two_wordings (saying->lineage))
    qtr_report_note (report, source->line,
                     g_strdup_printf (_ ("Changed wording of a commitment: %s"), source->text));
}

static void
note_all (const Succession *self, QtrReport *report)
{
  for (guint i = 0; i < self->evidence->priorities->len; i++)
    note_priority (report, g_ptr_array_index (self->evidence->priorities, i));
  for (guint i = 0; i < self->evidence->commitments->len; i++)
    note_commitment (report, g_ptr_array_index (self->evidence->commitments, i));
}

/* Those that were carried on speak for no order. */
static GPtrArray *
list_said (const QtrEvidence *evidence)
{
  GPtrArray *said = g_ptr_array_new ();

  for (guint i = 0; i < evidence->commitments->len; i++) {
    QtrSaying *saying = g_ptr_array_index (evidence->commitments, i);

    if (!saying->carried)
      g_ptr_array_add (said, saying);
  }
  return said;
}

QtrPlan *
qtr_succession_place (const QtrPlan *plan, QtrReport *report, QtrPeriod quarter)
{
  g_autoptr (GHashTable) links = find_links (plan);
  g_auto (Succession) self = { qtr_evidence_new (plan), NULL, NULL };
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (QtrList) priorities = NULL;
  g_autoptr (QtrPlan) promised = NULL;

  qtr_evidence_add_report (self.evidence, report, quarter);
  derive (&self, links);
  make_records (self.priorities, &qtr_priority_type);
  make_records (self.commitments, &qtr_commitment_type);
  said = list_said (self.evidence);
  order = order_lineages (said);
  priorities = list_priorities (&self, order);
  promised = qtr_edit_set (plan, plan->record.id, "priorities", priorities, NULL);
  note_all (&self, report);
  return qtr_sections_place (promised, self.evidence, report, quarter);
}
