/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-place.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/figure.h"
#include "import/table-mark.h"

/* As many digits after the point as are usual in print; what is known keeps all of its own. */
#define DECIMALS_MAX 2

typedef struct {
  const QtrPlan *plan;
  const QtrTableContent *table;
  const QtrSource *source;
  QtrTablePlaced *placed;
  /* For each area of the table, what the plan calls it; the first is everywhere. */
  char **areas;
  /* What the plan will have. (element-type QtrMeasure) */
  GPtrArray *measures;
  /* (element-type utf8 guint): where each stands there, by id and by folded name */
  GHashTable *by_key;
} Placing;

/* Entries of one measure. */
typedef struct {
  const QtrTableEntry *entries;
  guint n_entries;
  const char *name;
} Run;

void
qtr_table_placed_free (QtrTablePlaced *self)
{
  g_ptr_array_unref (self->new_measures);
  g_ptr_array_unref (self->new_areas);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

char *
qtr_table_make_origin (const char *name, const char *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  return g_strdup_printf ("imported from %s on %s", name, date == NULL ? today : date);
}

/* --- Areas --- */

/* The plan's spelling counts. */
static void
match_areas (Placing *self)
{
  g_auto (GStrv) known = qtr_plan_list_area_names (self->plan);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; known[i] != NULL; i++)
    g_hash_table_insert (by_name, g_utf8_casefold (known[i], -1), known[i]);
  self->areas = g_new0 (char *, self->table->areas->len + 1);
  for (guint i = 0; i < self->table->areas->len; i++) {
    const char *name = g_ptr_array_index (self->table->areas, i);
    g_autofree char *folded = g_utf8_casefold (name, -1);
    const char *of_plan = g_hash_table_lookup (by_name, folded);

    self->areas[i] = g_strdup (of_plan == NULL ? name : of_plan);
    if (i > 0 && of_plan == NULL)
      g_ptr_array_add (self->placed->new_areas, g_strdup (name));
  }
}

/* --- Measures --- */

static void
index_measure (Placing *self, const QtrMeasure *measure, guint index)
{
  char *folded = g_utf8_casefold (measure->name == NULL ? "" : measure->name, -1);

  g_hash_table_insert (self->by_key, g_strdup (measure->record.id), GUINT_TO_POINTER (index));
  if (!g_hash_table_contains (self->by_key, folded))
    g_hash_table_insert (self->by_key, folded, GUINT_TO_POINTER (index));
  else
    g_free (folded);
}

static void
index_measures (Placing *self)
{
  for (guint i = 0; i < qtr_list_length (self->plan->measures); i++) {
    g_ptr_array_add (self->measures, qtr_record_ref (qtr_list_get (self->plan->measures, i)));
    index_measure (self, g_ptr_array_index (self->measures, i), i);
  }
}

static gboolean
find_measure (const Placing *self, const char *key, guint *index)
{
  g_autofree char *folded = g_utf8_casefold (key, -1);
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (self->by_key, key, NULL, &found) &&
      !g_hash_table_lookup_extended (self->by_key, folded, NULL, &found))
    return FALSE;
  *index = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* The shortest periods say how often it is counted. */
static QtrFrequency
find_frequency (const Run *run)
{
  guint shortest = QTR_PERIOD_YEAR;

  for (guint i = 0; i < run->n_entries; i++)
    shortest = MIN (shortest, run->entries[i].period.unit);
  if (shortest == QTR_PERIOD_MONTH)
    return QTR_FREQUENCY_MONTH;
  return shortest == QTR_PERIOD_QUARTER ? QTR_FREQUENCY_QUARTER : QTR_FREQUENCY_YEAR;
}

static int
find_decimals (const Run *run)
{
  int decimals = 0;

  for (guint i = 0; i < run->n_entries; i++)
    decimals = MAX (decimals, run->entries[i].value.scale);
  return MIN (decimals, DECIMALS_MAX);
}

/* The sign that stands beside every one of its values. */
static const char *
find_sign (const Placing *self, const Run *run)
{
  guint measure = run->entries[0].measure;
  guint signs = measure < self->table->units->len ? g_array_index (self->table->units, guint, measure) : 0;

  if (signs == 1U << QTR_FIGURE_PERCENT)
    return "%";
  return signs == 1U << QTR_FIGURE_POUNDS ? "£" : NULL;
}

/* The ids of the priorities that the mapping names by their numbers. */
static gboolean
find_priorities (const Placing *self, const QtrTokens *numbers, QtrTokens **ids, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < qtr_tokens_length (numbers); i++) {
    const QtrPriority *priority = NULL;

    for (guint j = 0; j < qtr_list_length (self->plan->priorities); j++) {
      const QtrPriority *candidate = qtr_list_get (self->plan->priorities, j);
      g_autofree char *number = g_strdup_printf ("%d", candidate->number);

      if (g_str_equal (number, numbers->at[i]) || g_str_equal (candidate->record.id, numbers->at[i]))
        priority = candidate;
    }
    if (priority == NULL) {
      g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("the plan has no priority %s"), numbers->at[i]);
      return FALSE;
    }
    g_ptr_array_add (found, (gpointer) priority->record.id);
  }
  *ids = qtr_tokens_new ((const char *const *) found->pdata, found->len);
  return TRUE;
}

static QtrMeasure *
make_measure (const Placing *self, const Run *run, const char *name, const QtrTableMeasure *said,
              GError **error)
{
  const QtrTableMapping *mapping = self->table->mapping;
  const char *sign = find_sign (self, run);
  const char *unit = said != NULL && said->unit != NULL ? said->unit : sign != NULL ? sign : mapping->unit;
  QtrMeasureKind kind = said != NULL && said->kind != QTR_MEASURE_FLOW ? said->kind : mapping->kind;
  int decimals = said != NULL && said->decimals >= 0 ? said->decimals : find_decimals (run);
  g_autoptr (QtrTokens) priorities = NULL;

  /* Percentages do not add up, whatever nobody said. */
  if (g_strcmp0 (unit, "%") == 0)
    kind = QTR_MEASURE_LEVEL;
  if (said != NULL && !find_priorities (self, said->priorities, &priorities, error))
    return NULL;
  return qtr_record_new (&qtr_measure_type, "name", name, "unit", unit, "kind", (int) kind, "frequency",
                         (int) find_frequency (run), "decimals", decimals, "priorities", priorities, NULL);
}

/* Most likely the column belongs to another measure. */
static void
tell_sign (Placing *self, const Run *run, const QtrMeasure *measure)
{
  const char *sign = find_sign (self, run);

  if (sign != NULL && g_strcmp0 (sign, measure->unit) != 0)
    g_ptr_array_add (self->placed->remarks,
                     /* Translators: a measure, a sign such as %, and the measure's own unit. */
                     g_strdup_printf (_ ("“%s” is given with %s in the table, but its unit is “%s”."),
                                      measure->name, sign, measure->unit == NULL ? "" : measure->unit));
}

static gboolean
find_or_make_measure (Placing *self, const Run *run, guint *index, GError **error)
{
  const QtrTableMeasure *said = qtr_table_mapping_find_measure (self->table->mapping, run->name);
  const char *key = said != NULL && said->measure != NULL ? said->measure : run->name;
  QtrMeasure *measure = NULL;

  if (find_measure (self, key, index)) {
    tell_sign (self, run, g_ptr_array_index (self->measures, *index));
    return TRUE;
  }
  measure = make_measure (self, run, key, said, error);
  if (measure == NULL)
    return FALSE;
  *index = self->measures->len;
  g_ptr_array_add (self->measures, measure);
  index_measure (self, measure, *index);
  g_ptr_array_add (self->placed->new_measures, g_strdup (key));
  return TRUE;
}

/* --- Observations --- */

static QtrPeriod
to_plan_years (const QtrPlan *plan, QtrPeriod period)
{
  QtrPeriod own = qtr_period_as_unit (period, period.unit, plan->first_month);

  return own.start == period.start ? own : period;
}

static int
compare_sightings (gconstpointer a, gconstpointer b, gpointer data)
{
  const QtrSighting *one = a;
  const QtrSighting *other = b;
  int order = qtr_period_compare (one->period, other->period);

  return order != 0 ? order : g_strcmp0 (one->area, other->area);
}

/* The table's areas are in order, but the plan may spell them otherwise. */
static void
sort_sightings (QtrSighting *sightings, guint n_sightings)
{
  for (guint i = 1; i < n_sightings; i++) {
    if (compare_sightings (&sightings[i - 1], &sightings[i], NULL) > 0) {
      g_sort_array (sightings, n_sightings, sizeof *sightings, compare_sightings, NULL);
      return;
    }
  }
}

static QtrSighting *
make_sightings (const Placing *self, const Run *run)
{
  QtrSighting *sightings = g_new (QtrSighting, run->n_entries);

  for (guint i = 0; i < run->n_entries; i++) {
    const QtrTableEntry *entry = &run->entries[i];

    sightings[i] = (QtrSighting) {
      .period = to_plan_years (self->plan, entry->period),
      .area = entry->area == 0 ? NULL : self->areas[entry->area],
      .value = entry->value,
      .provisional = entry->provisional,
      .note = entry->mark == 0 ? NULL : g_ptr_array_index (self->table->marks, entry->mark),
    };
  }
  return sightings;
}

static gboolean
is_mark (const char *note)
{
  QtrTableMark mark;
  g_autofree char *behind_number = g_strconcat ("0 ", note, NULL);

  return qtr_table_mark_is_gap (note) || qtr_table_mark_take (behind_number, &mark) == 1;
}

static gboolean
place_run (Placing *self, const Run *run, GError **error)
{
  guint index = 0;
  g_autofree QtrSighting *sightings = NULL;
  QtrMeasure *measure = NULL;

  if (!find_or_make_measure (self, run, &index, error))
    return FALSE;
  sightings = make_sightings (self, run);
  sort_sightings (sightings, run->n_entries);
  measure = qtr_measure_observe (self->plan, g_ptr_array_index (self->measures, index), sightings,
                                 run->n_entries, self->source, is_mark, &self->placed->count);
  qtr_record_unref (g_ptr_array_index (self->measures, index));
  g_ptr_array_index (self->measures, index) = measure;
  return TRUE;
}

static gboolean
place_runs (Placing *self, GError **error)
{
  const GArray *all = self->table->entries;
  const QtrTableEntry *entries = (const QtrTableEntry *) (gpointer) all->data;

  for (guint begin = 0, end = 0; begin < all->len; begin = end) {
    Run run = { entries + begin, 0, g_ptr_array_index (self->table->measures, entries[begin].measure) };

    for (end = begin; end < all->len && entries[end].measure == entries[begin].measure; end++)
      run.n_entries++;
    if (!place_run (self, &run, error))
      return FALSE;
  }
  return TRUE;
}

static QtrPlan *
finish (const Placing *self)
{
  g_autoptr (QtrList) measures = qtr_list_new_from_array (self->measures);

  if (qtr_list_is_same (measures, self->plan->measures))
    return qtr_record_ref (self->plan);
  return qtr_record_with (self->plan, "measures", measures, NULL);
}

static QtrTablePlaced *
make_placed (void)
{
  QtrTablePlaced *placed = g_new0 (QtrTablePlaced, 1);

  placed->new_measures = g_ptr_array_new_with_free_func (g_free);
  placed->new_areas = g_ptr_array_new_with_free_func (g_free);
  placed->remarks = g_ptr_array_new_with_free_func (g_free);
  return placed;
}

QtrPlan *
qtr_table_place (const QtrPlan *plan, const QtrTableContent *table, const QtrSource *source,
                 QtrTablePlaced **placed, GError **error)
{
  g_autoptr (QtrTablePlaced) came = make_placed ();
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Placing self = { plan, table, source, came, NULL, measures, by_key };
  gboolean done = FALSE;

  if (table->obstacle != NULL) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, table->obstacle);
    return NULL;
  }
  match_areas (&self);
  index_measures (&self);
  done = place_runs (&self, error);
  g_strfreev (self.areas);
  if (!done)
    return NULL;
  *placed = g_steal_pointer (&came);
  return finish (&self);
}
