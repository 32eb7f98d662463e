/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place-private.h"

typedef struct {
  const QtrEvidence *evidence;
  QtrReport *report;
  QtrPeriod quarter;
  /* Ids of records that were merged into others, to those others' ids; sections to their sayings. */
  GHashTable *renamed;
  GHashTable *sayings;
} Sections;

static const char *
id_of (const QtrRun *run)
{
  return ((const QtrRecord *) run->made)->id;
}

/* A record whose every word another one took over is gone; what named it names the other. */
static void
find_renamed (GPtrArray *sayings, GHashTable *renamed)
{
  g_autoptr (GHashTable) standing = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sayings->len; i++)
    g_hash_table_add (standing, (gpointer) ((QtrSaying *) g_ptr_array_index (sayings, i))->run->standing);
  for (guint i = 0; i < sayings->len; i++) {
    const QtrSaying *saying = g_ptr_array_index (sayings, i);

    if (saying->record != NULL && !g_hash_table_contains (standing, saying->record))
      g_hash_table_insert (renamed, (gpointer) ((const QtrRecord *) saying->record)->id,
                           (gpointer) id_of (saying->run));
  }
}

/* A section with what the report says under its commitment. A nil return is withdrawn by a bullet. */
static gpointer
with_bullets (const Sections *self, const QtrSection *section, const QtrSaying *saying)
{
  const char *id = id_of (saying->run);
  const QtrReportCommitment *source = saying->commitment;
  g_autoptr (QtrList) bullets = NULL;
  const char *reason = section != NULL ? section->nil_reason : NULL;
  gboolean nil = section != NULL && section->nil_return;

  if (source == NULL)
    return qtr_record_with (section, "commitment", id, NULL);
  bullets = qtr_bullets_merge (section != NULL ? section->bullets : NULL, source->bullets, self->report);
  if (source->nil_return)
    reason = source->nil_reason;
  nil = (nil || source->nil_return) && bullets == NULL;
  if (section == NULL)
    return qtr_record_new (&qtr_section_type, "commitment", id, "nil_return", nil, "nil_reason",
                           nil ? reason : NULL, "bullets", bullets, NULL);
  return qtr_record_with (section, "commitment", id, "nil_return", nil, "nil_reason", nil ? reason : NULL,
                          "bullets", bullets, NULL);
}

static gpointer
renamed_section (const Sections *self, const QtrSection *section)
{
  const QtrSaying *saying = g_hash_table_lookup (self->sayings, section);

  if (saying != NULL)
    return qtr_record_with (section, "commitment", id_of (saying->run), NULL);
  return qtr_record_ref (section);
}

/* The sections of the report's update are in the report's order, which is what tells the order of
 * commitments later. */
static QtrList *
list_sections (const Sections *self, const QtrUpdate *update, gboolean own)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; own && i < self->evidence->commitments->len; i++) {
    const QtrSaying *saying = g_ptr_array_index (self->evidence->commitments, i);

    if (saying->start == self->quarter.start && (saying->section != NULL || saying->commitment != NULL))
      g_ptr_array_add (records, with_bullets (self, saying->section, saying));
  }
  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);

    if (!own || g_hash_table_lookup (self->sayings, section) == NULL)
      g_ptr_array_add (records, renamed_section (self, section));
  }
  return qtr_place_list (records);
}

/* The record of the priority that holds in @start, for one that held when its id was written down. */
static const char *
priority_at (const Sections *self, const char *id, int start)
{
  for (guint i = 0; id != NULL && i < self->evidence->priorities->len; i++) {
    const QtrSaying *saying = g_ptr_array_index (self->evidence->priorities, i);

    if (saying->record != NULL && g_str_equal (((const QtrRecord *) saying->record)->id, id))
      return id_of (qtr_runs_at (saying->lineage, start));
  }
  return id;
}

static QtrList *
list_headlines (const Sections *self, const QtrUpdate *update, int start)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < qtr_list_length (update->headlines); i++) {
    const QtrHeadline *headline = qtr_list_get (update->headlines, i);

    g_ptr_array_add (
        records, qtr_record_with (headline, "priority", priority_at (self, headline->priority, start), NULL));
  }
  return qtr_place_list (records);
}

static QtrPlan *
place_updates (const Sections *self, const QtrPlan *plan)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) updates = NULL;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);
    gboolean own = qtr_period_is_set (quarter) && quarter.start == self->quarter.start;
    g_autoptr (QtrList) sections = list_sections (self, update, own);
    g_autoptr (QtrList) headlines = list_headlines (self, update, quarter.start);

    g_ptr_array_add (records, qtr_record_with (update, "sections", sections, "headlines", headlines, NULL));
  }
  updates = qtr_place_list (records);
  return qtr_edit_set (plan, plan->record.id, "updates", updates, NULL);
}

static void
add_once (GPtrArray *ids, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

/* A measure of a priority is one of its new records too. */
static void
add_new_records (const Sections *self, const char *id, GPtrArray *ids)
{
  for (guint i = 0; i < self->evidence->priorities->len; i++) {
    const QtrSaying *saying = g_ptr_array_index (self->evidence->priorities, i);

    if (saying->record == NULL || !g_str_equal (((const QtrRecord *) saying->record)->id, id))
      continue;
    for (guint j = 0; j < saying->lineage->runs->len; j++) {
      const QtrRun *run = g_ptr_array_index (saying->lineage->runs, j);

      if (run->standing == NULL)
        add_once (ids, id_of (run));
    }
  }
}

static gpointer
place_measure (const Sections *self, const QtrMeasure *measure)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (QtrTokens) tokens = NULL;

  for (guint i = 0; i < qtr_tokens_length (measure->priorities); i++) {
    const char *id = measure->priorities->at[i];
    const char *other = g_hash_table_lookup (self->renamed, id);

    add_once (ids, other != NULL ? other : id);
    add_new_records (self, id, ids);
  }
  if (ids->len == 0)
    return qtr_record_ref (measure);
  tokens = qtr_tokens_new ((const char *const *) ids->pdata, ids->len);
  return qtr_record_with (measure, "priorities", tokens, NULL);
}

static QtrPlan *
place_measures (const Sections *self, const QtrPlan *plan)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) measures = NULL;

  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    g_ptr_array_add (records, place_measure (self, qtr_list_get (plan->measures, i)));
  measures = qtr_place_list (records);
  return qtr_edit_set (plan, plan->record.id, "measures", measures, NULL);
}

static QtrPlan *
place_comments (const Sections *self, const QtrPlan *plan)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) comments = NULL;

  for (guint i = 0; i < qtr_list_length (plan->comments); i++) {
    const QtrComment *comment = qtr_list_get (plan->comments, i);
    const char *other = comment->about != NULL ? g_hash_table_lookup (self->renamed, comment->about) : NULL;

    g_ptr_array_add (records,
                     qtr_record_with (comment, "about", other != NULL ? other : comment->about, NULL));
  }
  comments = qtr_place_list (records);
  return qtr_edit_set (plan, plan->record.id, "comments", comments, NULL);
}

QtrPlan *
qtr_sections_place (const QtrPlan *plan, const QtrEvidence *evidence, QtrReport *report, QtrPeriod quarter)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sayings = g_hash_table_new (NULL, NULL);
  Sections self = { evidence, report, quarter, renamed, sayings };
  g_autoptr (QtrPlan) updated = NULL;
  g_autoptr (QtrPlan) measured = NULL;

  find_renamed (evidence->priorities, renamed);
  find_renamed (evidence->commitments, renamed);
  for (guint i = 0; i < evidence->commitments->len; i++) {
    QtrSaying *saying = g_ptr_array_index (evidence->commitments, i);

    if (saying->section != NULL)
      g_hash_table_insert (sayings, (gpointer) saying->section, saying);
  }
  updated = place_updates (&self, plan);
  measured = place_measures (&self, updated);
  return place_comments (&self, measured);
}
