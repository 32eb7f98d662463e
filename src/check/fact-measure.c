/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/fact-measure.h"

#include <string.h>

#include "check/claim-reader.h"
#include "check/fact-match.h"
#include "check/fact-words.h"
#include "series/comparison.h"

/* Of a long name, one word may be left out. */
#define LONG_NAME 4
/* How many words a sentence may have besides those of the measure, and how far its number may then be from
 * the measure's, in percent: the more it says besides, the likelier it speaks of something else. */
static const struct {
  guint n_words;
  int percent;
} REACHES[] = { { 1, 900 }, { 3, 50 }, { 6, 20 }, { G_MAXUINT, 5 } };

typedef struct {
  const QtrMeasure *measure;
  GPtrArray *words;
  char *unit;
  /* Whether it belongs to the priority at hand, so that its words need not be said again. */
  gboolean is_at_hand;
} Known;

struct _QtrFactMeasures {
  const QtrPlan *plan;
  const QtrUpdate *update;
  QtrPeriod quarter;
  GArray *known;
  /* The stems of the priority's title and its commitments, and of the areas' names, one array each. */
  GPtrArray *context;
  GPtrArray *areas;
};

/* --- The measures --- */

static void
clear_known (gpointer data)
{
  Known *known = data;

  g_ptr_array_unref (known->words);
  g_free (known->unit);
}

/* With %NULL at its end, as the comparisons of words want it. */
static GPtrArray *
read_words (const char *text)
{
  GPtrArray *words = qtr_fact_words_read (text);

  g_ptr_array_add (words, NULL);
  return words;
}

static const char *const *
get_words (const GPtrArray *words)
{
  return (const char *const *) words->pdata;
}

static char *
stem_unit (const char *unit)
{
  g_autofree char *small = unit == NULL ? NULL : g_utf8_strdown (unit, -1);

  return small == NULL ? g_strdup ("") : qtr_fact_stem (small);
}

static void
add_known (QtrFactMeasures *self, const QtrMeasure *measure, const char *priority)
{
  Known known = { .measure = measure };

  if (measure->name == NULL)
    return;
  known.words = read_words (measure->name);
  known.unit = stem_unit (measure->unit);
  known.is_at_hand = qtr_tokens_contain (measure->priorities, priority);
  g_array_append_val (self->known, known);
}

static GPtrArray *
read_context (const QtrPriority *priority)
{
  g_autoptr (GString) text = g_string_new (priority->title);

  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);

    g_string_append_printf (text, " . %s", commitment->text == NULL ? "" : commitment->text);
  }
  return read_words (text->str);
}

QtrFactMeasures *
qtr_fact_measures_new (const QtrInputs *inputs)
{
  const QtrPriority *priority = inputs->record;
  QtrFactMeasures *self = g_new0 (QtrFactMeasures, 1);
  g_auto (GStrv) areas = qtr_plan_list_area_names (inputs->known);

  self->plan = inputs->known;
  self->update = qtr_plan_find_update (inputs->known, inputs->quarter);
  self->quarter = inputs->quarter;
  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (self->known, clear_known);
  for (guint i = 0; i < qtr_list_length (inputs->known->measures); i++)
    add_known (self, qtr_list_get (inputs->known->measures, i), priority->record.id);
  self->context = read_context (priority);
  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; areas[i] != NULL; i++)
    g_ptr_array_add (self->areas, read_words (areas[i]));
  return self;
}

void
qtr_fact_measures_free (QtrFactMeasures *self)
{
  g_array_unref (self->known);
  g_ptr_array_unref (self->context);
  g_ptr_array_unref (self->areas);
  g_free (self);
}

/* --- Whether a fact is one of its values --- */

static gboolean
is_of_unit (const QtrFact *fact, const QtrMeasure *measure)
{
  const char *unit = measure->unit == NULL ? "" : measure->unit;

  if (fact->unit == QTR_CLAIM_PERCENT)
    return g_str_equal (unit, "%");
  if (fact->unit == QTR_CLAIM_MONEY)
    return g_str_equal (unit, "£");
  return fact->head != NULL && !g_str_equal (unit, "%") && !g_str_equal (unit, "£");
}

/* A sentence that names an area speaks of that area, also where its bullet has none. */
static gboolean
names_area (const QtrFactMeasures *self, const QtrFact *fact)
{
  for (guint i = 0; fact->area == NULL && i < self->areas->len; i++) {
    const char *const *words = get_words (self->areas->pdata[i]);
    gboolean all = words[0] != NULL;

    for (guint j = 0; words[j] != NULL; j++)
      all = all && g_strv_contains ((const char *const *) fact->around, words[j]);
    if (all)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_of_place (const QtrFactMeasures *self, const QtrFact *fact, const Known *known)
{
  const QtrMeasure *measure = known->measure;

  if (qtr_fact_is_elsewhere (fact, get_words (known->words)))
    return FALSE;
  if (fact->area != NULL)
    return qtr_measure_has_area (measure, fact->area);
  return !names_area (self, fact);
}

/* Whether a word of the fact is one of the measure, or of what is spoken of anyway. */
static gboolean
belongs (const QtrFactMeasures *self, const QtrFact *fact, const Known *known, const char *word)
{
  return qtr_fact_words_say (get_words (known->words), word, (const char *const *) fact->around) ||
         (*known->unit != '\0' && qtr_fact_words_are_same (known->unit, word)) ||
         (known->is_at_hand && qtr_fact_words_have (get_words (self->context), word));
}

static gboolean
says (const QtrFact *fact, const Known *known, const char *word)
{
  return (fact->head != NULL && qtr_fact_words_are_same (fact->head, word)) ||
         qtr_fact_words_have ((const char *const *) fact->name, word) ||
         qtr_fact_words_say ((const char *const *) fact->around, word, get_words (known->words));
}

/* Whether the words of the measure are all said, or what is left out goes without saying. */
static gboolean
says_name (const QtrFactMeasures *self, const QtrFact *fact, const Known *known)
{
  const char *const *words = get_words (known->words);
  guint n_said = 0;
  guint n_missing = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (says (fact, known, words[i]))
      n_said++;
    else if (!known->is_at_hand || !qtr_fact_words_have (get_words (self->context), words[i]))
      n_missing++;
  return n_said >= 1 && (n_missing == 0 || (n_missing == 1 && n_said + 1 >= LONG_NAME && known->is_at_hand));
}

/* Nothing in the name of what is counted may be foreign to the measure: emergency calls are not all calls. */
static gboolean
is_named_alike (const QtrFactMeasures *self, const QtrFact *fact, const Known *known)
{
  if (fact->head != NULL && !qtr_fact_words_have (get_words (known->words), fact->head) &&
      !qtr_fact_words_are_same (known->unit, fact->head))
    return FALSE;
  for (guint i = 0; fact->name[i] != NULL; i++)
    if (!belongs (self, fact, known, fact->name[i]))
      return FALSE;
  return TRUE;
}

static guint
count_others (const QtrFactMeasures *self, const QtrFact *fact, const Known *known)
{
  guint n = 0;

  for (guint i = 0; fact->around[i] != NULL; i++)
    n += !belongs (self, fact, known, fact->around[i]);
  return n;
}

static gboolean
is_within_reach (const QtrFactMeasures *self, const QtrFact *fact, const Known *known, QtrDecimal value)
{
  guint n_others = count_others (self, fact, known);
  QtrRational exact = qtr_rational_from_decimal (value);
  QtrRational distance = qtr_rational_absolute (qtr_rational_subtract (fact->value, exact));
  guint reach = 0;
  int order = 0;

  while (n_others > REACHES[reach].n_words)
    reach++;
  return qtr_rational_compare (qtr_rational_multiply (distance, qtr_rational_new (100, 1)),
                               qtr_rational_multiply (qtr_rational_absolute (exact),
                                                      qtr_rational_new (REACHES[reach].percent, 1)),
                               &order) &&
         order <= 0;
}

/* --- Which period --- */

/* What the fact is of as the measure counts it: a level at the end of the quarter is the quarter's. */
static QtrPeriod
get_period (const QtrFactMeasures *self, const QtrFact *fact, const QtrMeasure *measure)
{
  QtrPeriod period = qtr_fact_time_to_period (fact->time, self->quarter);
  QtrPeriod quarter;

  if (!qtr_period_is_set (period) || measure->frequency == QTR_FREQUENCY_YEAR ||
      (measure->lag > 0 && fact->time.kind != QTR_FACT_MONTHS))
    return QTR_PERIOD_UNSET;
  if (period.unit != QTR_PERIOD_MONTH || measure->frequency == QTR_FREQUENCY_MONTH)
    return period;
  quarter = qtr_period_as_unit (period, QTR_PERIOD_QUARTER, self->quarter.first_month);
  return measure->kind == QTR_MEASURE_LEVEL && period.start == quarter.start + QTR_PERIOD_QUARTER - 1
             ? quarter
             : QTR_PERIOD_UNSET;
}

/* --- Asking --- */

static QtrPoint
get_point (const QtrFactMeasures *self, const QtrFact *fact, const QtrMeasure *measure, QtrPeriod period)
{
  return qtr_series_get_point (self->plan, self->update, measure, period, fact->area);
}

static gboolean
agrees_with (const QtrFact *fact, QtrDecimal value)
{
  return qtr_interval_overlaps (fact->range, qtr_interval_from_decimal (value));
}

static gboolean
has_been_said (const QtrFactMeasures *self, const QtrFact *fact, const QtrMeasure *measure, QtrPeriod period)
{
  const QtrObservation *observation = qtr_measure_find_observation (self->plan, measure, period, fact->area);

  for (guint i = 0; observation != NULL && i < qtr_list_length (observation->vintages); i++) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i);

    if (qtr_decimal_is_set (vintage->value) && agrees_with (fact, vintage->value))
      return TRUE;
  }
  return FALSE;
}

static gboolean
may_be_value (const QtrFactMeasures *self, const QtrFact *fact, const Known *known)
{
  return !fact->is_part && is_of_unit (fact, known->measure) && is_of_place (self, fact, known) &&
         is_named_alike (self, fact, known) && says_name (self, fact, known);
}

static const QtrMeasure *
find_measure (const QtrFactMeasures *self, const QtrFact *fact, QtrPeriod *period)
{
  const Known *best = NULL;
  gboolean is_sure = TRUE;

  for (guint i = 0; i < self->known->len; i++) {
    const Known *known = &g_array_index (self->known, Known, i);
    QtrPeriod its_period = get_period (self, fact, known->measure);
    QtrPoint point;

    if (!qtr_period_is_set (its_period) || !may_be_value (self, fact, known))
      continue;
    point = get_point (self, fact, known->measure, its_period);
    if (!qtr_decimal_is_set (point.value))
      continue;
    if (agrees_with (fact, point.value)) {
      *period = its_period;
      return known->measure;
    }
    if (!is_within_reach (self, fact, known, point.value) ||
        (best != NULL && known->words->len < best->words->len))
      continue;
    /* The longer name says more; of two that say as much neither is sure. */
    is_sure = best == NULL || known->words->len > best->words->len;
    best = known;
    *period = its_period;
  }
  return best == NULL || !is_sure ? NULL : best->measure;
}

GArray *
qtr_fact_measures_match (const QtrFactMeasures *self, GArray *facts)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (QtrFactMatch));

  for (guint i = 0; i < facts->len; i++) {
    QtrFactMatch match = { .fact = qtr_fact_get (facts, i) };

    match.measure = find_measure (self, match.fact, &match.period);
    if (match.measure == NULL)
      continue;
    match.point = get_point (self, match.fact, match.measure, match.period);
    match.agrees = agrees_with (match.fact, match.point.value) ||
                   (match.fact->is_old && has_been_said (self, match.fact, match.measure, match.period));
    g_array_append_val (matches, match);
  }
  return matches;
}

const QtrPlan *
qtr_fact_measures_get_plan (const QtrFactMeasures *self)
{
  return self->plan;
}

const QtrUpdate *
qtr_fact_measures_get_update (const QtrFactMeasures *self)
{
  return self->update;
}
