/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/find/finder.h"

#include <string.h>

#include "series/resolve.h"
#include "ui/bullets/bullets-paragraph.h"

struct _QtrFinder {
  GObject parent_instance;

  /* Owned. */
  const QtrPlan *plan;
  char *text;
  QtrFindPattern *pattern;
  /* Looks at the update as it is read, of which the last one is kept. */
  QtrResolver *resolver;
  QtrUpdate *printed;
  GArray *matches;
  /* What was found in each bullet, by its record; and the rank of each bullet, and of the first bullet of
   * each commitment and priority, by its id. */
  GHashTable *found;
  GHashTable *ranks;

  QtrFindOptions options;
  QtrPeriod quarter;
};

G_DEFINE_FINAL_TYPE (QtrFinder, qtr_finder, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_ranges (gpointer ranges)
{
  if (ranges != NULL)
    g_array_unref (ranges);
}

static GHashTable *
new_found (void)
{
  return g_hash_table_new_full (g_direct_hash, g_direct_equal, (GDestroyNotify) qtr_record_unref,
                                free_ranges);
}

/* --- Looking --- */

/* One look at an update: what is known of bullets that it still has goes from @before to the finder. */
typedef struct {
  QtrFinder *finder;
  GHashTable *before;
  const char *priority;
  const char *commitment;
  guint rank;
} Look;

static GArray *
search (Look *look, const QtrBullet *bullet)
{
  gpointer known = NULL;
  gpointer ranges = NULL;
  g_autofree char *paragraph = NULL;

  if (g_hash_table_steal_extended (look->before, bullet, &known, &ranges)) {
    g_hash_table_insert (look->finder->found, known, ranges);
    return ranges;
  }

  paragraph = qtr_bullet_compose_paragraph (bullet);
  ranges = qtr_find_pattern_search (look->finder->pattern, paragraph);
  g_hash_table_insert (look->finder->found, qtr_record_ref (bullet), ranges);
  return ranges;
}

static guint
count_run_in (const QtrBullet *bullet)
{
  return bullet->area == NULL ? 0 : g_utf8_strlen (bullet->area, -1) + (bullet->text == NULL ? 1 : 2);
}

/* A figure is one unit: what is found in one is all of it. */
static void
place_match (const QtrFinder *self, QtrFindMatch *match)
{
  const GArray *figures = qtr_resolver_get_spans (self->resolver, match->bullet);
  QtrSpan span = { (int) match->start - (int) match->text, (int) match->end - (int) match->text };
  QtrSpan source = { 0, 0 };

  if (figures == NULL)
    return;
  match->has_figure = qtr_figure_spans_touch (figures, span);
  if (span.start < 0 || span.end < span.start)
    return;

  source.start = qtr_figure_spans_to_source (figures, span.start, FALSE);
  source.end = qtr_figure_spans_to_source (figures, span.end, TRUE);
  match->start = match->text + (guint) qtr_figure_spans_to_printed (figures, source.start, FALSE);
  match->end = match->text + (guint) qtr_figure_spans_to_printed (figures, source.end, TRUE);
  match->shift = source.start - span.start;
}

static void
look_at_bullet (Look *look, const QtrBullet *bullet)
{
  GArray *ranges = search (look, bullet);
  guint text = ranges == NULL ? 0 : count_run_in (bullet);

  g_hash_table_insert (look->finder->ranks, (gpointer) bullet->record.id, GUINT_TO_POINTER (look->rank));
  for (guint i = 0; ranges != NULL && i < ranges->len; i++) {
    const QtrFindRange *range = &g_array_index (ranges, QtrFindRange, i);
    QtrFindMatch match = {
      look->priority, look->commitment, bullet->record.id, look->rank, range->start, range->end, text, 0,
      FALSE
    };

    place_match (look->finder, &match);
    g_array_append_val (look->finder->matches, match);
  }
  look->rank++;
}

/* Records nest no deeper than QTR_RECORD_DEPTH_MAX. */
static void
look_at_bullets (Look *look, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    look_at_bullet (look, bullet);
    look_at_bullets (look, bullet->bullets);
  }
}

static void
look_at_priority (Look *look, const QtrPriority *priority, const QtrUpdate *update)
{
  QtrFinder *self = look->finder;
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (self->plan, priority, self->quarter);

  look->priority = priority->record.id;
  g_hash_table_insert (self->ranks, (gpointer) look->priority, GUINT_TO_POINTER (look->rank));
  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = g_ptr_array_index (commitments, i);
    const QtrSection *section = qtr_update_find_section (update, commitment->record.id);

    look->commitment = commitment->record.id;
    g_hash_table_insert (self->ranks, (gpointer) look->commitment, GUINT_TO_POINTER (look->rank));
    if (section != NULL)
      look_at_bullets (look, section->bullets);
  }
}

static void
look_at_update (QtrFinder *self, GHashTable *before)
{
  const QtrUpdate *update = self->plan == NULL ? NULL : qtr_plan_find_update (self->plan, self->quarter);
  Look look = { .finder = self, .before = before, .rank = 1 };
  g_autoptr (GPtrArray) priorities = NULL;

  if (update == NULL || qtr_find_pattern_is_empty (self->pattern))
    return;

  qtr_record_unref (self->printed);
  self->printed = qtr_resolver_resolve (self->resolver, self->plan, update);
  priorities = qtr_plan_list_priorities (self->plan, self->quarter);
  for (guint i = 0; i < priorities->len; i++)
    look_at_priority (&look, g_ptr_array_index (priorities, i), self->printed);
}

static void
look_again (QtrFinder *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->found);

  self->found = new_found ();
  g_hash_table_remove_all (self->ranks);
  g_array_set_size (self->matches, 0);
  look_at_update (self, before);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
qtr_finder_set_pattern (QtrFinder *self, const char *text, QtrFindOptions options)
{
  g_return_if_fail (QTR_IS_FINDER (self));
  g_return_if_fail (text != NULL);

  if (!g_set_str (&self->text, text) && self->options == options)
    return;

  self->options = options;
  g_clear_pointer (&self->pattern, qtr_find_pattern_free);
  self->pattern = qtr_find_pattern_new (text, options);
  g_hash_table_remove_all (self->found);
  look_again (self);
}

void
qtr_finder_look (QtrFinder *self, const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrPlan *before = NULL;

  g_return_if_fail (QTR_IS_FINDER (self));

  if (self->plan == plan && qtr_period_compare (self->quarter, quarter) == 0)
    return;

  /* The ids of what was found belong to the plan before. */
  before = self->plan;
  self->plan = plan == NULL ? NULL : qtr_record_ref (plan);
  self->quarter = quarter;
  look_again (self);
  g_clear_pointer (&before, qtr_record_unref);
}

const QtrFindMatch *
qtr_finder_get_matches (QtrFinder *self, guint *n_matches)
{
  g_return_val_if_fail (QTR_IS_FINDER (self), NULL);

  *n_matches = self->matches->len;
  return (const QtrFindMatch *) self->matches->data;
}

/* --- Going on from a place --- */

/* A bullet that the update does not have is the line of an empty section. */
static guint
get_rank (QtrFinder *self, const QtrFindPlace *place)
{
  const char *const ids[] = { place->bullet, place->commitment, place->priority };
  gpointer rank = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i] != NULL && g_hash_table_lookup_extended (self->ranks, ids[i], NULL, &rank))
      return GPOINTER_TO_UINT (rank);

  return 0;
}

static gboolean
has_bullet (QtrFinder *self, const QtrFindPlace *place)
{
  return place->bullet != NULL && g_hash_table_contains (self->ranks, place->bullet);
}

static gboolean
is_before (const QtrFindMatch *match, guint at, guint rank, guint offset)
{
  return match->rank < rank || (match->rank == rank && at < offset);
}

gboolean
qtr_finder_find_next (QtrFinder *self, const QtrFindPlace *place, guint *index)
{
  guint rank = 0;
  guint offset = 0;

  g_return_val_if_fail (QTR_IS_FINDER (self), FALSE);

  rank = get_rank (self, place);
  offset = has_bullet (self, place) ? place->offset : 0;
  for (*index = 0; *index < self->matches->len; ++*index) {
    const QtrFindMatch *match = &g_array_index (self->matches, QtrFindMatch, *index);

    if (!is_before (match, match->start, rank, offset))
      return TRUE;
  }

  *index = 0;
  return self->matches->len > 0;
}

gboolean
qtr_finder_find_previous (QtrFinder *self, const QtrFindPlace *place, guint *index)
{
  guint rank = 0;
  guint offset = 0;

  g_return_val_if_fail (QTR_IS_FINDER (self), FALSE);

  rank = get_rank (self, place);
  offset = has_bullet (self, place) ? place->offset + 1 : 0;
  for (*index = self->matches->len; *index > 0; --*index) {
    const QtrFindMatch *match = &g_array_index (self->matches, QtrFindMatch, *index - 1);

    if (is_before (match, match->end, rank, offset))
      break;
  }

  *index = (*index == 0 ? self->matches->len : *index) - 1;
  return self->matches->len > 0;
}

gboolean
qtr_finder_find_between (QtrFinder *self, const QtrFindPlace *start, const QtrFindPlace *end, guint *index)
{
  const QtrFindMatch *match = NULL;

  g_return_val_if_fail (QTR_IS_FINDER (self), FALSE);

  if (!has_bullet (self, start) || g_strcmp0 (start->bullet, end->bullet) != 0 ||
      !qtr_finder_find_next (self, start, index))
    return FALSE;

  match = &g_array_index (self->matches, QtrFindMatch, *index);
  return g_str_equal (match->bullet, start->bullet) && match->start == start->offset &&
         match->end == end->offset;
}

/* --- The object --- */

static void
qtr_finder_finalize (GObject *object)
{
  QtrFinder *self = QTR_FINDER (object);

  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->pattern, qtr_find_pattern_free);
  g_clear_pointer (&self->resolver, qtr_resolver_free);
  g_clear_pointer (&self->printed, qtr_record_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->plan, qtr_record_unref);

  G_OBJECT_CLASS (qtr_finder_parent_class)->finalize (object);
}

static void
qtr_finder_class_init (QtrFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qtr_finder_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", QTR_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qtr_finder_init (QtrFinder *self)
{
  self->quarter = QTR_PERIOD_UNSET;
  self->text = g_strdup ("");
  self->pattern = qtr_find_pattern_new ("", QTR_FIND_ANYHOW);
  self->matches = g_array_new (FALSE, FALSE, sizeof (QtrFindMatch));
  self->resolver = qtr_resolver_new ();
  self->found = new_found ();
  self->ranks = g_hash_table_new (g_str_hash, g_str_equal);
}

QtrFinder *
qtr_finder_new (void)
{
  return g_object_new (QTR_TYPE_FINDER, NULL);
}
