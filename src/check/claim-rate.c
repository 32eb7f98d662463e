/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-pair.h"
#include "check/claim-stretch.h"

/*
 * How much there is of something a day, a week, a month, a head.
 */

#define FARTHEST 4
#define NEAR 5

static void
add_levels_before (const QtrClaimPassage *passage, const QtrClaimQuantity *rate, GPtrArray *levels)
{
  g_autoptr (GPtrArray) before =
      rate->sentence == 0 ? NULL : qtr_claim_find_levels (passage, rate->sentence - 1, rate, NULL);

  if (before != NULL)
    g_ptr_array_extend (levels, before, NULL, NULL);
}

/* "216 places at the nine centres": what is pointed at counts as well when something is divided by it. */
static void
add_pointed_at (const QtrClaimPassage *passage, const QtrClaimQuantity *rate, GPtrArray *levels)
{
  int index = (int) get (passage, rate->item)->quantity;

  for (int i = MAX (index - 4, 0); i < index; i++) {
    QtrClaimQuantity *by = qtr_claim_quantity_get (passage, i);

    if (by->sentence == rate->sentence && by->role == QTR_CLAIM_LEVEL && by->old == 0 &&
        qtr_claim_quantity_is_pointed_at (passage, by))
      g_ptr_array_add (levels, by);
  }
}

/* The levels that a rate may be of: those of its sentence, or of the one before where it has none. */
static GPtrArray *
find_totals (const QtrClaimPassage *passage, const QtrClaimQuantity *rate)
{
  GPtrArray *levels = qtr_claim_find_levels (passage, rate->sentence, rate, NULL);
  int index = (int) get (passage, rate->item)->quantity;
  gboolean has_levels = FALSE;

  for (guint i = 0; i < levels->len; i++)
    has_levels = has_levels || levels->pdata[i] != rate;
  /* "lost 62,000 litres" */
  for (int i = MAX (index - 3, 0); i < index; i++) {
    QtrClaimQuantity *loss = qtr_claim_quantity_get (passage, i);

    if (loss->role == QTR_CLAIM_MAGNITUDE && loss->cue == loss->first - 1 &&
        loss->sentence == rate->sentence) {
      g_ptr_array_add (levels, loss);
      has_levels = TRUE;
    }
  }
  /* How long it took may be what it is divided by: "in the 24 hours, 45 an hour". */
  for (int i = MAX (index - 4, 0); i < index + 4; i++) {
    QtrClaimQuantity *period = qtr_claim_quantity_get (passage, i);

    if (period != NULL && period->role == QTR_CLAIM_PERIOD && period->sentence == rate->sentence)
      g_ptr_array_add (levels, period);
  }
  if (!has_levels)
    add_levels_before (passage, rate, levels);
  add_pointed_at (passage, rate, levels);
  for (guint i = levels->len; i > 0; i--)
    if (((const QtrClaimQuantity *) levels->pdata[i - 1])->each)
      g_ptr_array_remove_index (levels, i - 1);
  return levels;
}

static gboolean
can_be_total (const QtrClaimQuantity *rate, const QtrClaimQuantity *total)
{
  if (*rate->measure == '\0' && qtr_claim_lexicon_look_up (total->measure) & QTR_CLAIM_TIME)
    return FALSE;
  /* "135 volunteers … completing 4 to 6 hours a week" */
  if (*rate->measure != '\0' && *total->measure == '\0' && *total->noun != '\0')
    return FALSE;
  return total->item != rate->item && total->role != QTR_CLAIM_PERIOD && total->line == rate->line &&
         total->unit == rate->unit &&
         (*rate->measure == '\0' || *total->measure == '\0' ||
          qtr_claim_lexicon_are_same_thing (rate->measure, total->measure));
}

/* --- Verdicts --- */

static void
add_rate (QtrClaimReader *self, const QtrClaimQuantity *rate, const QtrClaimQuantity *total, QtrInterval by,
          QtrClaimVerdict verdict)
{
  QtrInterval exact = qtr_interval_divide (qtr_interval_exactly (total->value), by);
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_RATE, verdict, rate);
  g_autofree char *of = qtr_claim_reader_quote (self, total);
  g_autofree char *low = qtr_claim_print_number (exact.low);
  g_autofree char *high = qtr_claim_print_number (exact.high);
  g_autofree char *n = qtr_claim_print_number (by.low);
  g_autofree char *fix = qtr_claim_reader_print (self, rate, exact.low);
  g_autofree char *other = qtr_claim_reader_print (self, rate, exact.high);

  qtr_claim_reader_add_value (self, claim, total);
  claim->computed = g_str_equal (low, high) ? g_strdup (low) : g_strdup_printf ("%s–%s", low, high);
  if (verdict != QTR_CLAIM_MISMATCH)
    return;
  /* Translators: a number; how many days, weeks or heads; their quotient; what the text says instead. */
  claim->message =
      g_strdup_printf (_ ("%s divided by %s is %s; the text says %s"), of, n, claim->computed, claim->text);
  if (g_strcmp0 (fix, other) == 0 && rate->hedge <= QTR_CLAIM_ABOUT)
    claim->replacement = g_steal_pointer (&fix);
}

static gboolean
holds (const QtrClaimQuantity *rate, const QtrClaimQuantity *total, QtrInterval by)
{
  QtrInterval said = rate->range;

  /* A quotient is rounded, however whole it looks. */
  if (rate->unit == QTR_CLAIM_COUNT && rate->precision == 0 && rate->hedge == QTR_CLAIM_AS_PRINTED) {
    QtrInterval half = { qtr_rational_new (-1, 2), qtr_rational_new (1, 2) };

    said = qtr_interval_add (said, half);
  }
  return qtr_interval_overlaps (qtr_interval_divide (total->range, by), said);
}

static gboolean
is_plausible (const QtrClaimQuantity *rate, const QtrClaimQuantity *total, QtrInterval by)
{
  return qtr_claim_is_near (qtr_rational_divide (total->value, by.low), rate->value, FARTHEST);
}

/* --- Over time --- */

/* Between a total and its rate stands nothing that begins something new. */
static gboolean
is_apposition (const QtrClaimPassage *passage, const QtrClaimQuantity *rate)
{
  int at = rate->first - 1;

  for (int last = at - 12; at > last && get (passage, at)->sentence == rate->sentence; at--) {
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ",|(|–|;|:"))
      return TRUE;
    if (is (passage, at,
            "or|i.e|i.e.|is|was|that|which|average|averaging|averages|averaged|equal|equals|equivalent|rate|mean|"
            "meaning|makes|making|out|at|represents|giving|to"))
      return TRUE;
    if (is (passage, at,
            "and|but|while|whereas|where|when|target|aim|national|compared|expected|usually|normally|maximum|"
            "capacity|cost|costs|charge|charges|until|than|against"))
      return FALSE;
  }
  return TRUE;
}

/* --- Over things --- */

/* "per 100 beds": so many times the rate of one. */
static QtrInterval
get_scale (const QtrClaimPassage *passage, const QtrClaimQuantity *rate)
{
  const QtrClaimQuantity *scale = qtr_claim_quantity_at (passage, rate->cue + 1);

  return scale == NULL ? qtr_interval_exactly (qtr_rational_new (1, 1)) : scale->range;
}

/* What is counted of each: the noun after "per", or nothing for "each". */
static const char *
get_thing (const QtrClaimPassage *passage, const QtrClaimQuantity *rate)
{
  const QtrClaimQuantity *scale = qtr_claim_quantity_at (passage, rate->cue + 1);

  if (scale != NULL)
    return scale->noun;
  return is (passage, rate->cue, "per|a|an|every") ? get (passage, rate->cue + 1)->word : "";
}

static gboolean
can_divide (const QtrClaimPassage *passage, const QtrClaimQuantity *rate, const QtrClaimQuantity *by)
{
  const char *thing = get_thing (passage, rate);

  return by->item != rate->item && by->unit == QTR_CLAIM_COUNT && by->item != rate->cue + 1 &&
         (*thing == '\0' || *by->noun == '\0' || qtr_claim_lexicon_are_same_thing (thing, by->noun) ||
          g_str_equal (thing, "head") || g_str_equal (thing, "person"));
}

static gboolean
is_average (const QtrClaimPassage *passage, const QtrClaimQuantity *rate)
{
  for (int at = rate->first - 5; at < rate->item + 6; at++)
    if (get (passage, at)->sentence == rate->sentence &&
        is (passage, at, "average|averaging|averages|mean|averaged"))
      return TRUE;
  return FALSE;
}

/* What a rate over things may be made of. */
typedef struct {
  const QtrClaimQuantity *total;
  const QtrClaimQuantity *by;
  guint n_pairs;
} Division;

/* "Per 1,000" is not said of a few dozen, and of a few hundred only where it is right. */
static gboolean
is_at_least (QtrInterval times, QtrRational least)
{
  int order = 0;

  return qtr_rational_compare (times.high, least, &order) && order >= 0;
}

/* What is divided by one stays what it is. */
static gboolean
is_one (const QtrClaimQuantity *quantity)
{
  int order = 0;

  return qtr_rational_compare (quantity->value, qtr_rational_new (1, 1), &order) && order == 0;
}

/* Goes through all that can be divided by each other; says whether one of them makes the rate true. */
static gboolean
find_division (QtrClaimReader *self, const QtrClaimQuantity *rate, GPtrArray *levels, gboolean is_strict,
               Division *division)
{
  QtrInterval scale = get_scale (self->passage, rate);

  for (guint i = 0; i < levels->len; i++) {
    for (guint j = 0; j < levels->len; j++) {
      const QtrClaimQuantity *a = levels->pdata[i];
      const QtrClaimQuantity *b = levels->pdata[j];
      QtrInterval times = qtr_interval_divide (b->range, scale);

      if (i == j || !is_at_least (times, qtr_rational_new (1, 10)) || !can_be_total (rate, a) ||
          a->item == rate->cue + 1 || b->item == rate->item || b->unit != QTR_CLAIM_COUNT ||
          b->item == rate->cue + 1 || is_one (b) || (is_strict && !can_divide (self->passage, rate, b)))
        continue;
      if (holds (rate, a, times)) {
        add_rate (self, rate, a, times, QTR_CLAIM_OK);
        return TRUE;
      }
      if (!is_plausible (rate, a, times) || !is_at_least (times, qtr_rational_new (1, 1)))
        continue;
      *division = (Division) { a, b, division->n_pairs + 1 };
    }
  }
  return FALSE;
}

static void
read_rate_over_things (QtrClaimReader *self, const QtrClaimQuantity *rate)
{
  g_autoptr (GPtrArray) levels = find_totals (self->passage, rate);
  Division division = { NULL, NULL, 0 };

  if (find_division (self, rate, levels, TRUE, &division))
    return;
  /* A total and one number that it can be divided by: nothing else could be meant. */
  if (division.n_pairs == 0 && levels->len == 2 && find_division (self, rate, levels, FALSE, &division))
    return;
  /* "The list is 12,600. Seven GPs serve it": the total may stand in the sentence before. */
  if (division.n_pairs == 0) {
    add_levels_before (self->passage, rate, levels);
    if (find_division (self, rate, levels, TRUE, &division))
      return;
  }
  if (division.n_pairs == 1 &&
      (*get_thing (self->passage, rate) == '\0' || *division.by->noun != '\0' || levels->len == 2 ||
       qtr_claim_quantity_at (self->passage, rate->cue + 1) != NULL) &&
      (is_apposition (self->passage, rate) || is_average (self->passage, rate) || rate->cue < rate->item))
    add_rate (self, rate, division.total,
              qtr_interval_divide (division.by->range, get_scale (self->passage, rate)), QTR_CLAIM_MISMATCH);
  else
    qtr_claim_reader_add (self, QTR_CLAIM_IS_RATE, QTR_CLAIM_UNVERIFIABLE, rate);
}

/* Whether another rate has taken the totals before it. */
static gboolean
has_rate_between (const QtrClaimPassage *passage, const QtrClaimQuantity *total, const QtrClaimQuantity *rate)
{
  for (int at = total->item + 1; at < rate->item; at++)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY &&
        qtr_claim_quantity_at (passage, at)->role == QTR_CLAIM_RATE)
      return TRUE;

  return FALSE;
}

/* "in the 24 hours, 45 an hour" */
static gboolean
divides_by (GPtrArray *totals, const char *unit)
{
  for (guint i = 0; i < totals->len; i++) {
    const QtrClaimQuantity *by = totals->pdata[i];

    if (*by->noun != '\0' && qtr_claim_lexicon_are_same_thing (by->noun, unit))
      return TRUE;
  }
  return FALSE;
}

static void
read_rate_over_time (QtrClaimReader *self, const QtrClaimQuantity *rate, const char *unit)
{
  g_autoptr (GPtrArray) totals = find_totals (self->passage, rate);
  QtrClaimStretch stretch;
  const QtrClaimQuantity *nearest = NULL;
  gboolean is_known = qtr_claim_stretch_find (self->passage, rate, unit, self->quarter, &stretch);

  for (guint i = totals->len; i > 0; i--) {
    const QtrClaimQuantity *total = totals->pdata[i - 1];

    if (!can_be_total (rate, total) || total->old > 0)
      continue;
    if (nearest != NULL && has_rate_between (self->passage, total, rate))
      break;
    if (holds (rate, total, stretch.units)) {
      add_rate (self, rate, total, stretch.units, QTR_CLAIM_OK);
      return;
    }
    if (nearest == NULL || (nearest->item > rate->item && total->item < rate->item))
      nearest = total;
  }
  if (!is_known && divides_by (totals, unit)) {
    read_rate_over_things (self, rate);
    return;
  }
  if (nearest != NULL && is_known && is_apposition (self->passage, rate) &&
      is_plausible (rate, nearest, stretch.units))
    add_rate (self, rate, nearest, stretch.units, QTR_CLAIM_MISMATCH);
  else
    qtr_claim_reader_add (self, QTR_CLAIM_IS_RATE, QTR_CLAIM_UNVERIFIABLE, rate);
}

/* --- Which of them --- */

static const char *
get_time_unit (const QtrClaimPassage *passage, const QtrClaimQuantity *rate)
{
  static const char *const adverbs[][2] = { { "daily", "day" },     { "weekly", "week" },
                                            { "monthly", "month" }, { "annually", "year" },
                                            { "yearly", "year" },   { "nightly", "night" },
                                            { "hourly", "hour" } };
  const char *word = get (passage, rate->cue)->word;

  for (guint i = 0; i < G_N_ELEMENTS (adverbs); i++)
    if (g_str_equal (word, adverbs[i][0]))
      return adverbs[i][1];
  word = get (passage, rate->cue + 1)->word;
  return is (passage, rate->cue + 1,
             "day|week|month|year|night|hour|quarter|fortnight|weekday|minute|shift|weekend")
             ? word
             : NULL;
}

/* "Per 100 beds there were 2.5 falls": the rate stands behind what it is of. */
static void
read_led_in (QtrClaimReader *self, int per)
{
  const QtrClaimQuantity *scale = qtr_claim_quantity_at (self->passage, per + 1);
  const QtrClaimQuantity *rate = NULL;
  QtrClaimQuantity each;

  if (scale == NULL)
    return;
  rate = qtr_claim_quantity_get (self->passage, (int) get (self->passage, scale->item)->quantity + 1);
  if (rate == NULL || rate->sentence != scale->sentence || rate->item - per > 8 ||
      rate->role != QTR_CLAIM_LEVEL)
    return;
  each = *rate;
  each.cue = per;
  read_rate_over_things (self, &each);
}

/* "a weekly average of 36" */
static const char *
get_adverb_unit (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  static const struct {
    const char *adverb;
    const char *unit;
  } adverbs[] = { { "daily", "day" },
                  { "weekly", "week" },
                  { "monthly", "month" },
                  { "yearly", "year" },
                  { "annual", "year" } };

  int at = quantity->first - 1;

  /* "a daily average of 436", "the daily average was 436", "average daily calls: 436" */
  if (!is (passage, at, "of|was|is|being|were|are|at|:|stood|to"))
    return NULL;
  for (int last = at - NEAR; --at > last && is_word (passage, at);)
    if (is (passage, at, "average|mean|rate|total") &&
        !has (passage, at - 1, QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST) &&
        !has (passage, at - 2, QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST))
      for (guint i = 0; i < G_N_ELEMENTS (adverbs); i++)
        if (is (passage, at - 1, adverbs[i].adverb) || is (passage, at - 2, adverbs[i].adverb) ||
            is (passage, at + 1, adverbs[i].adverb))
          return adverbs[i].unit;
  return NULL;
}

/* "Each of the 400 pupils paid £7, which raised £2,800" */
static void
read_each_of (QtrClaimReader *self, int each)
{
  const QtrClaimPassage *passage = self->passage;
  const QtrClaimQuantity *by = NULL;
  const QtrClaimQuantity *quantity;
  QtrClaimQuantity rate;

  for (int at = each + 2; at < each + 5 && by == NULL; at++)
    by = qtr_claim_quantity_at (passage, at);
  if (by == NULL || by->unit != QTR_CLAIM_COUNT)
    return;
  quantity = qtr_claim_quantity_get (passage, (int) get (passage, by->item)->quantity + 1);
  if (quantity == NULL || quantity->sentence != by->sentence || quantity->role != QTR_CLAIM_LEVEL ||
      quantity->item - by->item > 6 || is (passage, quantity->item + 1, ";|.") ||
      qtr_claim_quantity_is_ratio (quantity))
    return;
  rate = *quantity;
  rate.cue = each;
  read_rate_over_things (self, &rate);
}

/* "The cost per visit was £18", "so each meal cost £4.50": the rate stands behind what it is for. */
static void
read_each_in_front (QtrClaimReader *self, int each)
{
  const QtrClaimPassage *passage = self->passage;

  if (get (passage, each + 1)->kind != QTR_CLAIM_WORD ||
      get (passage, each + 1)->senses & QTR_CLAIM_FUNCTION ||
      qtr_claim_lexicon_is_plural (get (passage, each + 1)->word))
    return;
  for (int at = each + 2; at < each + 7; at++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_at (passage, at);
    QtrClaimQuantity rate;

    if (is (passage, at, ",|;|.|and|who|which") ||
        get (passage, at)->sentence != get (passage, each)->sentence)
      return;
    if (quantity == NULL)
      continue;
    if (quantity->role != QTR_CLAIM_LEVEL)
      return;
    rate = *quantity;
    rate.cue = each;
    read_rate_over_things (self, &rate);
    return;
  }
}

/* "1,200 a month, or 14,400 a year": one rate said by another unit. */
static gboolean
read_other_rate (QtrClaimReader *self, const QtrClaimQuantity *rate, const char *unit)
{
  static const struct {
    const char *small;
    const char *large;
    int least;
    int most;
  } units[] = { { "day", "week", 7, 7 },      { "day", "month", 28, 31 },  { "day", "year", 365, 366 },
                { "week", "month", 4, 5 },    { "week", "year", 52, 53 },  { "month", "year", 12, 12 },
                { "month", "quarter", 3, 3 }, { "quarter", "year", 4, 4 }, { "week", "quarter", 12, 14 },
                { "hour", "day", 24, 24 } };
  const QtrClaimQuantity *other =
      qtr_claim_quantity_get (self->passage, (int) get (self->passage, rate->item)->quantity - 1);
  const char *from = other != NULL && other->role == QTR_CLAIM_RATE && other->sentence == rate->sentence &&
                             can_be_total (rate, other)
                         ? get_time_unit (self->passage, other)
                         : NULL;

  for (guint i = 0; from != NULL && i < G_N_ELEMENTS (units); i++) {
    QtrInterval by = { qtr_rational_new (1, units[i].most), qtr_rational_new (1, units[i].least) };

    if (!is_apposition (self->passage, rate))
      continue;
    if (g_str_equal (from, units[i].large) && g_str_equal (unit, units[i].small))
      by = (QtrInterval) { qtr_rational_new (units[i].least, 1), qtr_rational_new (units[i].most, 1) };
    else if (!g_str_equal (from, units[i].small) || !g_str_equal (unit, units[i].large))
      continue;
    if (holds (rate, other, by))
      add_rate (self, rate, other, by, QTR_CLAIM_OK);
    else if (is_plausible (rate, other, by))
      add_rate (self, rate, other, by, QTR_CLAIM_MISMATCH);
    else
      return FALSE;
    return TRUE;
  }
  return FALSE;
}

/* "an average caseload of 29", "lost 7.2 days on average" */
static gboolean
is_bare_average (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  gboolean is_shared = FALSE;

  if (quantity->role == QTR_CLAIM_PERIOD || quantity->old > 0 || qtr_claim_quantity_is_ratio (quantity))
    return FALSE;
  for (int at = quantity->first - 30; at < quantity->item + 20; at++)
    is_shared = is_shared || (get (passage, at)->sentence == quantity->sentence &&
                              is (passage, at, "each|among|amongst|shared|divided|between|split"));
  if (is (passage, quantity->first - 1, "averaging|averages|averaged") ||
      (is (passage, quantity->first - 1, "average") &&
       qtr_claim_lexicon_is_plural (get (passage, quantity->first - 2)->word)))
    return TRUE;
  /* "The average grant was £1,500: £60,000 went to 40 clubs" */
  if (is (passage, quantity->item + 1, ":|(") && has (passage, quantity->first - 1, QTR_CLAIM_BE) &&
      (is (passage, quantity->first - 3, "average|mean") ||
       is (passage, quantity->first - 4, "average|mean")))
    return TRUE;
  if (!is_shared &&
      !(is (passage, quantity->first - 1, "of") && is (passage, quantity->first - 2, "average") &&
        is (passage, quantity->first - 4, ",|–|or|(")))
    return FALSE;
  if (is (passage, quantity->item + 1, "on") || is (passage, quantity->item + 2, "on"))
    return is (passage, quantity->item + 2, "average") || is (passage, quantity->item + 3, "average");
  return is (passage, quantity->first - 1, "of") &&
         (is (passage, quantity->first - 2, "average") || is (passage, quantity->first - 3, "average"));
}

/* "46 collisions in 92 days, one every two days" */
static void
read_one_every (QtrClaimReader *self, int every, const QtrClaimQuantity *rate)
{
  const QtrClaimPassage *passage = self->passage;
  g_autofree char *unit = g_strdup (get (passage, every + 2)->word);
  g_autoptr (GPtrArray) totals = find_totals (passage, rate);
  QtrClaimStretch stretch;
  QtrClaimQuantity said = *rate;

  if (g_str_has_suffix (unit, "s"))
    unit[strlen (unit) - 1] = '\0';
  said.cue = every;
  if (!is (passage, every - 1, "one") && !is (passage, every - 2, "a|an|one") &&
      !is (passage, every - 3, "a|an|one"))
    return;
  if (!qtr_claim_stretch_find (passage, &said, unit, self->quarter, &stretch))
    return;
  for (guint i = 0; i < totals->len; i++) {
    const QtrClaimQuantity *total = totals->pdata[i];
    QtrInterval apart = qtr_interval_divide (stretch.units, total->range);
    QtrInterval half = { qtr_rational_new (-1, 2), qtr_rational_new (1, 2) };
    QtrClaim *claim;

    if (total->item == rate->item || total->unit != QTR_CLAIM_COUNT || total->role != QTR_CLAIM_LEVEL)
      continue;
    if (!qtr_interval_overlaps (apart, qtr_interval_add (rate->range, half)) &&
        !qtr_claim_is_near (apart.low, rate->value, FARTHEST))
      continue;
    claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_RATE,
                                  qtr_interval_overlaps (apart, qtr_interval_add (rate->range, half))
                                      ? QTR_CLAIM_OK
                                      : QTR_CLAIM_MISMATCH,
                                  rate);
    qtr_claim_reader_add_value (self, claim, total);
    claim->computed = qtr_claim_print_number (apart.low);
    if (claim->verdict == QTR_CLAIM_MISMATCH) {
      /* Translators: a number of days, weeks or the like; what the text says instead. */
      claim->message = g_strdup_printf (_ ("They are %s apart on average; the text says %s"), claim->computed,
                                        claim->text);
      claim->replacement = qtr_claim_reader_print (self, rate, apart.low);
    }
    return;
  }
}

/* "one death for every 12 prisoners: 41 among 410" */
static void
read_for_every (QtrClaimReader *self, int every)
{
  const QtrClaimQuantity *rate = qtr_claim_quantity_at (self->passage, every + 1);
  QtrClaimQuantity each;

  if (rate == NULL)
    return;
  if (get (self->passage, every + 2)->senses & QTR_CLAIM_TIME) {
    read_one_every (self, every, rate);
    return;
  }
  if (rate->role != QTR_CLAIM_LEVEL || !is (self->passage, every - 1, "for|to|in"))
    return;
  for (int at = every - 2; at > every - 10; at--) {
    if (!is (self->passage, at, "one") &&
        (get (self->passage, at)->kind != QTR_CLAIM_QUANTITY ||
         qtr_rational_sign (qtr_rational_subtract (qtr_claim_quantity_at (self->passage, at)->value,
                                                   qtr_rational_new (1, 1))) != 0))
      continue;
    each = *rate;
    each.cue = -1;
    read_rate_over_things (self, &each);
    return;
  }
}

void
qtr_claim_read_rates (QtrClaimReader *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);
    const char *unit;

    if (quantity->role != QTR_CLAIM_RATE) {
      unit = quantity->role == QTR_CLAIM_LEVEL ? get_adverb_unit (self->passage, quantity) : NULL;
      if (unit != NULL)
        read_rate_over_time (self, quantity, unit);
      else if (is_bare_average (self->passage, quantity)) {
        QtrClaimQuantity each = *quantity;

        each.cue = -1;
        read_rate_over_things (self, &each);
      }
      continue;
    }
    unit = get_time_unit (self->passage, quantity);
    if (unit != NULL && read_other_rate (self, quantity, unit))
      continue;
    if (unit != NULL)
      read_rate_over_time (self, quantity, unit);
    else
      read_rate_over_things (self, quantity);
  }
  for (int at = 0; at < (int) self->passage->items->len; at++)
    if (is (self->passage, at, "per") && get (self->passage, at - 1)->kind != QTR_CLAIM_QUANTITY &&
        (get (self->passage, at - 1)->kind != QTR_CLAIM_WORD || at == 0))
      read_led_in (self, at);
    else if (is (self->passage, at, "each") && is (self->passage, at + 1, "of"))
      read_each_of (self, at);
    else if (is (self->passage, at, "every") && is (self->passage, at - 1, "for") &&
             get (self->passage, at - 2)->sentence != get (self->passage, at)->sentence)
      read_led_in (self, at);
    else if (is (self->passage, at, "every"))
      read_for_every (self, at);
    else if (is (self->passage, at, "per|each") && get (self->passage, at - 1)->kind != QTR_CLAIM_QUANTITY &&
             get (self->passage, at - 2)->kind != QTR_CLAIM_QUANTITY)
      read_each_in_front (self, at);
}
