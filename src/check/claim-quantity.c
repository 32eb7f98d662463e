/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-quantity.h"

#include "base/figure.h"
#include "check/claim-look.h"
#include "check/claim-silence.h"

/* How far a noun may stand from its number: "1,046 serious secondary fires". */
#define NOUN_DISTANCE 3

QtrClaimQuantity *
qtr_claim_quantity_get (const QtrClaimPassage *passage, int index)
{
  if (index < 0 || (guint) index >= passage->quantities->len)
    return NULL;
  return &g_array_index (passage->quantities, QtrClaimQuantity, index);
}

QtrClaimQuantity *
qtr_claim_quantity_at (const QtrClaimPassage *passage, int index)
{
  const QtrClaimItem *item = get (passage, index);

  return item->kind == QTR_CLAIM_QUANTITY ? qtr_claim_quantity_get (passage, (int) item->quantity) : NULL;
}

/* --- One item for each --- */

static void
add_quantity (QtrClaimPassage *passage, GArray *items, int at, const QtrClaimNumber *number)
{
  const QtrClaimItem *core = get (passage, number->core);
  QtrClaimItem item = *get (passage, at);
  QtrClaimQuantity quantity = {
    .item = (int) items->len,
    .first = (int) items->len,
    .line = item.line,
    .sentence = item.sentence,
    .start = number->sign != 0 ? get (passage, at + 1)->start : item.start,
    .end = get (passage, at + number->n_items - 1)->end,
    .core_start = core->start,
    .core_end = number->n_core == 1 && *core->suffix != '\0' && number->power == 0 && !number->words
                    ? core->end - (int) g_utf8_strlen (core->suffix, -1)
                    : get (passage, number->core + number->n_core - 1)->end,
    .value = number->value,
    .precision = number->precision,
    .power = number->power,
    .unit = number->unit,
    .sign = number->sign,
    .words = number->words,
    .verb = number->verb,
    .is_range = qtr_rational_is_set (number->high),
    .noun = "",
    .measure = number->measure == NULL ? "" : number->measure,
    .cue = -1,
    .base = -1,
  };

  quantity.range = (QtrInterval) { number->value, quantity.is_range ? number->high : number->value };
  item.kind = QTR_CLAIM_QUANTITY;
  item.word = "";
  item.suffix = "";
  item.senses = 0;
  item.end = quantity.end;
  item.quantity = passage->quantities->len;
  g_array_append_val (items, item);
  g_array_append_val (passage->quantities, quantity);
}

static void
collapse (QtrClaimPassage *passage)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (QtrClaimItem), passage->items->len);
  int length = (int) passage->items->len;

  for (int at = 0; at < length;) {
    QtrClaimNumber number;

    if (qtr_claim_number_read (passage, at, &number) && !qtr_claim_number_is_silent (passage, at, &number)) {
      add_quantity (passage, items, at, &number);
      at += number.n_items;
    } else {
      g_array_append_val (items, *get (passage, at));
      at++;
    }
  }
  g_array_unref (passage->items);
  passage->items = items;
}

static void
number_lines (QtrClaimPassage *passage)
{
  for (guint i = 0; i < passage->lines->len; i++) {
    QtrClaimLine *line = &g_array_index (passage->lines, QtrClaimLine, i);

    line->n_items = 0;
  }
  for (int at = (int) passage->items->len - 1; at >= 0; at--) {
    QtrClaimLine *line;

    if (get (passage, at)->kind == QTR_CLAIM_EDGE)
      continue;
    line = &g_array_index (passage->lines, QtrClaimLine, get (passage, at)->line);

    line->first = (guint) at;
    line->n_items++;
  }
}

/* --- What it counts --- */

static void
read_noun (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  if (get (passage, at)->senses & QTR_CLAIM_MEASURED && *quantity->measure == '\0')
    quantity->measure = get (passage, at)->word;
  for (int end = at + NOUN_DISTANCE; at < end; at++) {
    const QtrClaimItem *item = get (passage, at);

    if (item->kind != QTR_CLAIM_WORD || item->line != quantity->line || item->senses & QTR_CLAIM_FUNCTION)
      return;
    /* "1,531 twelve months ago", "48 last year": a time is no name of what is counted. */
    if (qtr_figure_word_to_number (item->word) >= 0 ||
        (at > quantity->item + 1 && item->senses & (QTR_CLAIM_TIME | QTR_CLAIM_BEFORE)))
      return;
    if (qtr_claim_lexicon_is_plural (item->word)) {
      quantity->noun = item->word;
      /* "50,313 total hours" */
      if (item->senses & QTR_CLAIM_MEASURED && *quantity->measure == '\0')
        quantity->measure = item->word;
      return;
    }
  }
}

/* "from 97.8 to 94.6 per cent", "31 and 35%": the last says what all are. */
static void
share_percent (QtrClaimQuantity *quantity, const QtrClaimQuantity *next)
{
  quantity->unit = QTR_CLAIM_PERCENT;
  quantity->noun = next->noun;
}

/* "52 and 38 minutes": what the last of a list is called, the others are. */
static void
share_noun (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;
  const QtrClaimQuantity *next;

  if (*quantity->noun != '\0' || *quantity->measure != '\0' || quantity->unit != QTR_CLAIM_COUNT ||
      !is (passage, at, ",|and|or|to"))
    return;
  at += is (passage, at, ",") && is (passage, at + 1, "and") ? 2 : 1;
  next = qtr_claim_quantity_at (passage, at);
  if (next != NULL && next->sentence == quantity->sentence && next->unit == QTR_CLAIM_PERCENT &&
      !is (passage, quantity->item + 1, ",") && *next->noun == '\0' &&
      (is (passage, quantity->first - 1, "from|of|between|at") || quantity->precision < 0)) {
    share_percent (quantity, next);
    return;
  }
  if (next == NULL || next->unit != QTR_CLAIM_COUNT || next->sentence != quantity->sentence)
    return;
  quantity->noun = next->noun;
  quantity->measure = next->measure;
}

/* --- How exactly it is meant --- */

static const struct {
  /* From the word before the number backwards. */
  const char *words[3];
  QtrClaimHedge hedge;
} HEDGES[] = {
  { { "over", "just|little|slightly|marginally|fractionally" }, QTR_CLAIM_JUST_OVER },
  { { "above", "just|little|slightly|marginally" }, QTR_CLAIM_JUST_OVER },
  { { "under", "just|little|slightly|marginally|fractionally" }, QTR_CLAIM_JUST_UNDER },
  { { "below", "just|little|slightly|marginally" }, QTR_CLAIM_JUST_UNDER },
  { { "than", "more|greater", "just|little|slightly|marginally" }, QTR_CLAIM_JUST_OVER },
  { { "than", "fewer|less", "just|little|slightly|marginally" }, QTR_CLAIM_JUST_UNDER },
  { { "than", "fewer|less|lower", "no|not" }, QTR_CLAIM_OVER },
  { { "than", "more|greater|higher", "no|not" }, QTR_CLAIM_UNDER },
  { { "than", "more|greater" }, QTR_CLAIM_OVER },
  { { "than", "fewer|less" }, QTR_CLAIM_UNDER },
  { { "least", "at" }, QTR_CLAIM_OVER },
  { { "most", "at" }, QTR_CLAIM_UNDER },
  { { "of", "excess", "in" }, QTR_CLAIM_OVER },
  { { "of", "upwards" }, QTR_CLAIM_OVER },
  { { "of", "region|order", "the" }, QTR_CLAIM_ABOUT },
  { { "to", "up" }, QTR_CLAIM_UNDER },
  { { "to", "close" }, QTR_CLAIM_ABOUT },
  { { "on", "close" }, QTR_CLAIM_ABOUT },
  { { "over|exceeding|beyond|topping" }, QTR_CLAIM_OVER },
  { { "under" }, QTR_CLAIM_UNDER },
  { { "about|around|approximately|roughly|nearly|almost|circa|c|c.|ca|ca.|approx|approx.|some|virtually|broadly|maybe|perhaps" },
    QTR_CLAIM_ABOUT },
};

static int
match_hedge (const QtrClaimPassage *passage, int at, guint hedge)
{
  int n = 0;

  for (; n < 3 && HEDGES[hedge].words[n] != NULL; n++)
    if (!is (passage, at - n, HEDGES[hedge].words[n]))
      return 0;
  return n;
}

/* "12 more than 9" and "28 up over 25" compare; "more than 9" does not, nor "went up to 9" hedge. */
static gboolean
compares (const QtrClaimPassage *passage, int before, guint hedge)
{
  const char *last = HEDGES[hedge].words[0];

  if (g_str_equal (last, "to") && HEDGES[hedge].hedge == QTR_CLAIM_UNDER)
    return get (passage, before)->senses & (QTR_CLAIM_MOVES | QTR_CLAIM_BE) ||
           is (passage, before,
               "went|came|moved|taking|bringing|brings|takes|shot|crept|edged|add|adds|added|adding|sum|sums|"
               "summed|summing|come|comes|coming|works|worked|brought|makes|made");
  /* "43 in excess of the 1,000" */
  if (g_str_equal (last, "of"))
    return get (passage, before)->kind == QTR_CLAIM_QUANTITY;
  if (!g_str_equal (last, "than") && !g_str_equal (last, "over|exceeding|beyond|topping") &&
      !g_str_equal (last, "under"))
    return FALSE;
  if (is (passage, before, "%|)"))
    return TRUE;
  return get (passage, before)->kind == QTR_CLAIM_QUANTITY ||
         (get (passage, before)->kind == QTR_CLAIM_WORD &&
          get (passage, before - 1)->kind == QTR_CLAIM_QUANTITY &&
          (get (passage, before)->senses & QTR_CLAIM_FUNCTION) == 0 &&
          !is (passage, before, "spent|saw|took|gave|made"));
}

static void
read_hedge (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int before = quantity->item - 1;

  /* "over a third", "a further 9", "just 9" */
  for (guint i = 0; i < G_N_ELEMENTS (HEDGES); i++) {
    int n = match_hedge (passage, before, i);

    if (n == 0 || get (passage, before)->line != quantity->line || compares (passage, before - n, i))
      continue;
    quantity->hedge = HEDGES[i].hedge;
    quantity->first = before - n + 1;
    if (is (passage, quantity->first - 1, "a") && is (passage, quantity->first, "little"))
      quantity->first--;
    return;
  }
  if (is (passage, quantity->item + 1, "or") && is (passage, quantity->item + 2, "so|thereabouts"))
    quantity->hedge = QTR_CLAIM_ABOUT;
  else if (is (passage, quantity->item + 1, "+") && !get (passage, quantity->item + 1)->spaced)
    quantity->hedge = QTR_CLAIM_OVER;
}

static QtrRational
get_power_of_ten (int power)
{
  gint64 factor = 1;

  for (int i = ABS (power); i > 0; i--)
    factor *= 10;
  return power < 0 ? qtr_rational_new (1, factor) : qtr_rational_new (factor, 1);
}

/* What the last digit that is not zero stands for: 1,000 for 12,000. */
static QtrRational
get_last_unit (const QtrClaimQuantity *quantity)
{
  int power = quantity->precision;

  for (; power < quantity->precision + 15; power++) {
    QtrRational unit = qtr_rational_divide (quantity->value, get_power_of_ten (power + 1));

    if (!qtr_rational_is_set (unit) || unit.denominator != 1 || unit.numerator == 0)
      break;
  }
  return get_power_of_ten (power);
}

static QtrRational
get_larger (QtrRational a, QtrRational b)
{
  int order = 0;

  return qtr_rational_compare (a, b, &order) && order < 0 ? b : a;
}

/* Half of what its last digit stands for; a count of things is just that. A share in words is never exact:
 * "a third" is said of 32% as of 34%. */
static QtrRational
get_half_unit (const QtrClaimQuantity *quantity)
{
  if (quantity->unit == QTR_CLAIM_FRACTION)
    return get_larger (qtr_rational_multiply (quantity->value, qtr_rational_new (1, 20)),
                       qtr_rational_new (3, 200));
  if (quantity->unit == QTR_CLAIM_TIMES)
    return qtr_rational_multiply (quantity->value, qtr_rational_new (1, 20));
  if ((quantity->unit == QTR_CLAIM_COUNT || quantity->unit == QTR_CLAIM_MONEY) && quantity->precision == 0 &&
      !quantity->is_average)
    return qtr_rational_new (0, 1);
  return qtr_rational_divide (get_power_of_ten (quantity->precision), qtr_rational_new (2, 1));
}

static QtrRational
get_slack (const QtrClaimQuantity *quantity)
{
  QtrRational part = qtr_rational_multiply (quantity->value, qtr_rational_new (1, 20));

  if (quantity->unit == QTR_CLAIM_FRACTION || quantity->unit == QTR_CLAIM_TIMES)
    return qtr_rational_multiply (get_half_unit (quantity), qtr_rational_new (2, 1));
  return get_larger (part, get_last_unit (quantity));
}

static void
widen (QtrClaimQuantity *quantity)
{
  QtrRational half = get_half_unit (quantity);
  QtrRational slack = get_slack (quantity);
  QtrInterval printed = { qtr_rational_subtract (quantity->range.low, half),
                          qtr_rational_add (quantity->range.high, half) };
  QtrInterval loose = { qtr_rational_subtract (quantity->range.low, slack),
                        qtr_rational_add (quantity->range.high, slack) };

  switch (quantity->hedge) {
  case QTR_CLAIM_AS_PRINTED:
    quantity->range = printed;
    break;
  case QTR_CLAIM_ABOUT:
    quantity->range = loose;
    break;
  case QTR_CLAIM_OVER:
    quantity->range.high = QTR_RATIONAL_NONE;
    break;
  case QTR_CLAIM_JUST_OVER:
    quantity->range.high = loose.high;
    break;
  case QTR_CLAIM_UNDER:
    quantity->range.low = qtr_rational_new (0, 1);
    break;
  case QTR_CLAIM_JUST_UNDER:
    quantity->range.low = loose.low;
    break;
  default:
    g_assert_not_reached ();
  }
  if (qtr_rational_sign (quantity->range.low) < 0)
    quantity->range.low = qtr_rational_new (0, 1);
}

/* A mean of days or minutes was rounded, however whole it looks. */
static gboolean
is_of_averages (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  for (int at = quantity->item - 30; at < quantity->item + 20; at++)
    if (get (passage, at)->sentence == quantity->sentence &&
        is (passage, at, "average|averages|averaged|averaging|mean|median|typical|typically"))
      return TRUE;
  return FALSE;
}

void
qtr_claim_quantities_read (QtrClaimPassage *passage)
{
  passage->quantities = g_array_new (FALSE, FALSE, sizeof (QtrClaimQuantity));
  collapse (passage);
  number_lines (passage);
  for (guint i = passage->quantities->len; i > 0; i--) {
    QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i - 1);

    read_noun (passage, quantity);
    share_noun (passage, quantity);
    quantity->is_average = *quantity->measure != '\0' && is_of_averages (passage, quantity);
    read_hedge (passage, quantity);
    widen (quantity);
  }
}

/* --- Asking --- */

QtrInterval
qtr_claim_quantity_get_ratio (const QtrClaimQuantity *quantity)
{
  QtrInterval hundred = qtr_interval_exactly (qtr_rational_new (100, 1));

  if (quantity->unit == QTR_CLAIM_PERCENT || quantity->unit == QTR_CLAIM_POINTS)
    return qtr_interval_divide (quantity->range, hundred);
  return quantity->range;
}

gboolean
qtr_claim_quantity_is_ratio (const QtrClaimQuantity *quantity)
{
  return quantity->unit == QTR_CLAIM_PERCENT || quantity->unit == QTR_CLAIM_FRACTION;
}

gboolean
qtr_claim_quantities_are_alike (const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  if (a->unit != b->unit)
    return FALSE;
  if (*a->measure != '\0' && *b->measure != '\0')
    return qtr_claim_lexicon_are_same_thing (a->measure, b->measure);
  return *a->noun == '\0' || *b->noun == '\0' || qtr_claim_lexicon_are_same_thing (a->noun, b->noun);
}

gboolean
qtr_claim_quantity_is_pointed_at (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int order = 0;

  return quantity->words && quantity->unit == QTR_CLAIM_COUNT && *quantity->noun != '\0' &&
         *quantity->measure == '\0' && is (passage, quantity->first - 1, "the|these|both|those|all|our") &&
         qtr_rational_compare (quantity->value, qtr_rational_new (10, 1), &order) && order <= 0;
}
