/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/claim-pair.h"

/*
 * By how much something changed: percentages, differences, percentage points and multiples.
 */

/* How much larger one number may be than the other, to be taken for a slip of the same. */
#define FARTHEST 3

static QtrInterval
get_one (void)
{
  return qtr_interval_exactly (qtr_rational_new (1, 1));
}

static QtrClaimRelation
get_relation (const QtrClaimQuantity *magnitude)
{
  switch (magnitude->unit) {
  case QTR_CLAIM_PERCENT:
    return QTR_CLAIM_IS_PERCENT;
  case QTR_CLAIM_POINTS:
    return QTR_CLAIM_IS_POINTS;
  case QTR_CLAIM_FRACTION:
  case QTR_CLAIM_TIMES:
    return QTR_CLAIM_IS_MULTIPLE;
  case QTR_CLAIM_COUNT:
  case QTR_CLAIM_MONEY:
  default:
    return QTR_CLAIM_IS_DIFFERENCE;
  }
}

/* --- Whether it is so --- */

/* @up: whether the change is counted upwards. */
static gboolean
holds (const QtrClaimQuantity *magnitude, const QtrClaimQuantity *before, const QtrClaimQuantity *after,
       gboolean up)
{
  QtrInterval ratio = qtr_interval_divide (after->range, before->range);

  switch (magnitude->unit) {
  case QTR_CLAIM_PERCENT:
  case QTR_CLAIM_FRACTION:
    return qtr_interval_overlaps (up ? qtr_interval_subtract (ratio, get_one ())
                                     : qtr_interval_subtract (get_one (), ratio),
                                  qtr_claim_quantity_get_ratio (magnitude));
  case QTR_CLAIM_TIMES:
    return qtr_interval_overlaps (ratio, magnitude->range);
  case QTR_CLAIM_COUNT:
  case QTR_CLAIM_MONEY:
  case QTR_CLAIM_POINTS:
  default:
    return qtr_interval_overlaps (up ? qtr_interval_subtract (after->range, before->range)
                                     : qtr_interval_subtract (before->range, after->range),
                                  magnitude->range);
  }
}

static gboolean
holds_either_way (const QtrClaimQuantity *magnitude, const QtrClaimQuantity *before,
                  const QtrClaimQuantity *after)
{
  if (magnitude->direction != 0)
    return holds (magnitude, before, after, magnitude->direction > 0);
  return holds (magnitude, before, after, TRUE) || holds (magnitude, before, after, FALSE);
}

static gboolean
pair_holds (const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  return holds_either_way (magnitude, pair->before, pair->after) ||
         (!pair->is_ordered && holds_either_way (magnitude, pair->after, pair->before));
}

static const QtrClaimPair *
find_holding (const QtrClaimQuantity *magnitude, GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    if (pair_holds (magnitude, &g_array_index (pairs, QtrClaimPair, i)))
      return &g_array_index (pairs, QtrClaimPair, i);

  return NULL;
}

/* --- What it should say --- */

/* Puts a pair whose order is unsaid in the order that the magnitude's direction asks for. */
static void
put_in_order (const QtrClaimQuantity *magnitude, QtrClaimPair *pair)
{
  int order = 0;

  if (pair->is_ordered || magnitude->direction == 0 ||
      !qtr_rational_compare (pair->after->value, pair->before->value, &order))
    return;
  if ((order < 0) != (magnitude->direction < 0) && order != 0)
    *pair = (QtrClaimPair) { pair->after, pair->before, FALSE };
}

/* The magnitude that the pair makes, in the unit of the one that is said; below zero if it goes the other
 * way. */
static QtrRational
compute (const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  QtrRational change = qtr_rational_subtract (pair->after->value, pair->before->value);
  QtrRational sign = qtr_rational_new (magnitude->direction < 0 ? -1 : 1, 1);

  if (magnitude->direction == 0)
    change = qtr_rational_absolute (change);
  change = qtr_rational_multiply (change, sign);
  switch (magnitude->unit) {
  case QTR_CLAIM_PERCENT:
    return qtr_rational_multiply (qtr_rational_divide (change, pair->before->value),
                                  qtr_rational_new (100, 1));
  case QTR_CLAIM_FRACTION:
    return qtr_rational_divide (change, pair->before->value);
  case QTR_CLAIM_TIMES:
    return qtr_rational_divide (pair->after->value, pair->before->value);
  case QTR_CLAIM_COUNT:
  case QTR_CLAIM_MONEY:
  case QTR_CLAIM_POINTS:
  default:
    return change;
  }
}

static gboolean
is_plausible (const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  QtrRational computed = compute (magnitude, pair);
  QtrRational part;
  int order = 0;

  switch (magnitude->unit) {
  case QTR_CLAIM_PERCENT:
  case QTR_CLAIM_FRACTION:
    part = qtr_claim_quantity_get_ratio (magnitude).low;
    if (magnitude->hedge == QTR_CLAIM_UNDER)
      part = qtr_claim_quantity_get_ratio (magnitude).high;
    part = qtr_rational_multiply (part, qtr_rational_new (magnitude->direction < 0 ? -1 : 1, 1));
    /* "halved to 88 from 176, a 100% decrease" */
    if (magnitude->direction < 0 && qtr_rational_compare (part, qtr_rational_new (-99, 100), &order) &&
        order <= 0)
      return TRUE;
    return qtr_claim_is_near (
        pair->after->value,
        qtr_rational_multiply (pair->before->value, qtr_rational_add (qtr_rational_new (1, 1), part)),
        FARTHEST);
  case QTR_CLAIM_TIMES:
    return qtr_claim_is_near (computed, magnitude->value, 3 * FARTHEST);
  case QTR_CLAIM_POINTS:
    return TRUE;
  case QTR_CLAIM_COUNT:
  case QTR_CLAIM_MONEY:
  default:
    return qtr_claim_is_near (pair->after->value, pair->before->value, 2 * FARTHEST);
  }
}

/* A change of percentages by a percentage: six points are not six per cent. */
static gboolean
takes_points_for_percent (const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  return magnitude->unit == QTR_CLAIM_PERCENT && pair->before->unit == QTR_CLAIM_PERCENT;
}

static char *
name_change (const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  QtrRational change = qtr_rational_subtract (pair->after->value, pair->before->value);
  QtrRational size = qtr_rational_absolute (change);
  g_autofree char *number = qtr_claim_print_number (size);
  g_autofree char *percent = qtr_claim_print_percent (qtr_rational_divide (size, pair->before->value));
  gboolean up = qtr_rational_sign (change) > 0;

  if (qtr_rational_sign (change) == 0)
    return g_strdup (_ ("no change"));
  switch (magnitude->unit) {
  case QTR_CLAIM_PERCENT:
  case QTR_CLAIM_FRACTION:
    /* Translators: a percentage. */
    return g_strdup_printf (up ? _ ("a rise of %s") : _ ("a fall of %s"), percent);
  case QTR_CLAIM_TIMES:
    number = (g_free (number),
              qtr_claim_print_number (qtr_rational_divide (pair->after->value, pair->before->value)));
    /* Translators: a number, as in “2.5 times as much”. */
    return g_strdup_printf (_ ("%s times as much"), number);
  case QTR_CLAIM_POINTS:
    /* Translators: a number. */
    return g_strdup_printf (up ? _ ("a rise of %s percentage points") : _ ("a fall of %s percentage points"),
                            number);
  case QTR_CLAIM_COUNT:
  case QTR_CLAIM_MONEY:
  default:
    /* Translators: a number. */
    return g_strdup_printf (up ? _ ("a rise of %s") : _ ("a fall of %s"), number);
  }
}

static gboolean
can_be_fixed (const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  if (magnitude->unit == QTR_CLAIM_FRACTION || magnitude->unit == QTR_CLAIM_TIMES ||
      takes_points_for_percent (magnitude, pair))
    return FALSE;
  if (magnitude->hedge == QTR_CLAIM_ABOUT)
    return magnitude->unit == QTR_CLAIM_PERCENT;
  return magnitude->hedge == QTR_CLAIM_AS_PRINTED;
}

static void
explain (QtrClaimReader *self, QtrClaim *claim, const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  g_autofree char *from = qtr_claim_reader_quote (self, pair->before);
  g_autofree char *to = qtr_claim_reader_quote (self, pair->after);
  g_autofree char *change = name_change (magnitude, pair);

  claim->computed = g_strdup (change);
  if (takes_points_for_percent (magnitude, pair)) {
    g_autofree char *points = qtr_claim_print_number (
        qtr_rational_absolute (qtr_rational_subtract (pair->after->value, pair->before->value)));

    claim->relation = QTR_CLAIM_IS_POINTS;
    /* Translators: two percentages; a number; a change in words, as in “a rise of 8.3%”; what the text says.
     */
    claim->message =
        g_strdup_printf (_ ("%s to %s is a change of %s percentage points, or %s; the text says %s"), from,
                         to, points, change, claim->text);
  } else {
    /* Translators: a number; another; a change in words, as in “a fall of 19.4%”; what the text says instead.
     */
    claim->message = g_strdup_printf (_ ("%s to %s is %s; the text says %s"), from, to, change, claim->text);
  }
  if (can_be_fixed (magnitude, pair)) {
    claim->replacement = qtr_claim_reader_print (self, magnitude, compute (magnitude, pair));
    if (g_strcmp0 (claim->replacement, claim->text) == 0)
      g_clear_pointer (&claim->replacement, g_free);
  }
}

/* The size is right and the direction is not: it is the word that is wrong. */
static gboolean
add_wrong_direction (QtrClaimReader *self, const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  const QtrClaimItem *cue = qtr_claim_passage_get_item (self->passage, magnitude->cue);
  QtrClaimQuantity neutral = *magnitude;
  g_autofree char *from = qtr_claim_reader_quote (self, pair->before);
  g_autofree char *to = qtr_claim_reader_quote (self, pair->after);
  QtrClaim *claim;

  neutral.direction = 0;
  if (magnitude->unit == QTR_CLAIM_TIMES)
    return FALSE;
  if (magnitude->direction == 0 || magnitude->cue == magnitude->item || !pair->is_ordered ||
      !pair_holds (&neutral, pair))
    return FALSE;
  claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_DIRECTION, QTR_CLAIM_MISMATCH, magnitude);
  qtr_claim_reader_add_value (self, claim, pair->before);
  qtr_claim_reader_add_value (self, claim, pair->after);
  claim->start = cue->start;
  claim->end = cue->end;
  g_free (claim->text);
  claim->text = qtr_claim_passage_get_text (self->passage, magnitude->line, cue->start, cue->end);
  claim->computed = name_change (&neutral, pair);
  /* Translators: a number; another; a change in words, as in “a rise of 41”; a word of the text, as in
   * “fell”. */
  claim->message =
      g_strdup_printf (_ ("%s to %s is %s; the text says “%s”"), from, to, claim->computed, claim->text);
  return TRUE;
}

/* --- One claim --- */

static void
add_change (QtrClaimReader *self, const QtrClaimQuantity *magnitude, const QtrClaimPair *pair,
            QtrClaimVerdict verdict)
{
  QtrClaim *claim = qtr_claim_reader_add (self, get_relation (magnitude), verdict, magnitude);

  if (pair == NULL)
    return;
  qtr_claim_reader_add_value (self, claim, pair->before);
  qtr_claim_reader_add_value (self, claim, pair->after);
  if (verdict == QTR_CLAIM_MISMATCH)
    explain (self, claim, magnitude, pair);
  else
    claim->computed = name_change (magnitude, pair);
}

/* The same change said as a number and as a percentage, with the level on one side of it only. */
static const QtrClaimQuantity *
find_other_form (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude)
{
  int index = (int) qtr_claim_passage_get_item (passage, magnitude->item)->quantity;

  if (magnitude->base >= 0)
    return qtr_claim_quantity_get (passage, magnitude->base);
  for (int i = index + 1; i <= index + 3; i++) {
    const QtrClaimQuantity *other = qtr_claim_quantity_get (passage, i);

    if (other != NULL && other->base == index)
      return other;
  }
  return NULL;
}

/* What @level was before it changed by @change, which @magnitude says the direction of. */
static QtrInterval
go_back (const QtrClaimQuantity *level, const QtrClaimQuantity *change)
{
  if (level->old > 0)
    return level->range;
  return change->direction > 0 ? qtr_interval_subtract (level->range, change->range)
                               : qtr_interval_add (level->range, change->range);
}

static gboolean
fits_level (const QtrClaimQuantity *percent, const QtrClaimQuantity *change, const QtrClaimQuantity *level)
{
  return qtr_interval_overlaps (qtr_interval_divide (change->range, go_back (level, change)),
                                qtr_claim_quantity_get_ratio (percent));
}

/* The levels that a change said in two forms may be of: those of its sentence, or of the one before. */
static GPtrArray *
find_form_levels (const QtrClaimPassage *passage, const QtrClaimQuantity *percent,
                  const QtrClaimQuantity *change)
{
  GPtrArray *levels = qtr_claim_find_levels (passage, percent->sentence, percent, change);

  if (levels->len > 0 || percent->sentence == 0)
    return levels;
  g_ptr_array_unref (levels);
  return qtr_claim_find_levels (passage, percent->sentence - 1, percent, change);
}

static gboolean
has_two_forms (const QtrClaimQuantity *percent, const QtrClaimQuantity *change)
{
  return change != NULL && qtr_claim_quantity_is_ratio (percent) && !qtr_claim_quantity_is_ratio (change) &&
         percent->direction != 0;
}

/* "totalled 236, a fall of 52 (18%)": the two forms of the change and one level agree. */
static gboolean
forms_agree (QtrClaimReader *self, const QtrClaimQuantity *percent)
{
  const QtrClaimQuantity *other = find_other_form (self->passage, percent);
  g_autoptr (GPtrArray) levels = NULL;
  QtrClaimQuantity change;

  if (!has_two_forms (percent, other))
    return FALSE;
  change = *other;
  change.direction = percent->direction;
  levels = find_form_levels (self->passage, percent, other);
  for (guint i = 0; i < levels->len; i++) {
    const QtrClaimQuantity *level = levels->pdata[i];
    QtrClaim *claim;

    if (level->line != percent->line || !fits_level (percent, &change, level))
      continue;
    claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_PERCENT, QTR_CLAIM_OK, percent);
    qtr_claim_reader_add_value (self, claim, other);
    qtr_claim_reader_add_value (self, claim, level);
    return TRUE;
  }
  return FALSE;
}

static void
add_forms (QtrClaimReader *self, const QtrClaimQuantity *percent, const QtrClaimQuantity *change,
           const QtrClaimQuantity *level)
{
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_PERCENT, QTR_CLAIM_MISMATCH, percent);
  g_autofree char *by = qtr_claim_reader_quote (self, change);
  g_autofree char *to = qtr_claim_reader_quote (self, level);

  qtr_claim_reader_add_value (self, claim, change);
  qtr_claim_reader_add_value (self, claim, level);
  claim->computed =
      qtr_claim_print_percent (qtr_rational_divide (change->value, go_back (level, change).low));
  /* Translators: a number; another; a percentage; what the text says instead. */
  claim->message =
      g_strdup_printf (_ ("A change by %s to %s is %s; the text says %s. One of the three is wrong"), by, to,
                       claim->computed, claim->text);
}

/* "totalled 236, a fall of 52 (22%)": they do not, and which of the three is wrong nobody can know. */
static gboolean
forms_differ (QtrClaimReader *self, const QtrClaimQuantity *percent)
{
  const QtrClaimQuantity *change = find_other_form (self->passage, percent);
  g_autoptr (GPtrArray) levels = NULL;
  const QtrClaimQuantity *nearest = NULL;
  QtrRational part;

  if (!has_two_forms (percent, change) || change->role != QTR_CLAIM_MAGNITUDE)
    return FALSE;
  levels = find_form_levels (self->passage, percent, change);
  for (guint i = 0; i < levels->len; i++) {
    const QtrClaimQuantity *level = levels->pdata[i];

    if (level->line == percent->line && (nearest == NULL || level->item < change->item))
      nearest = level;
  }
  if (nearest == NULL)
    return FALSE;
  part = qtr_rational_divide (change->value, go_back (nearest, change).low);
  if (!qtr_claim_is_near (part, qtr_claim_quantity_get_ratio (percent).low, FARTHEST) ||
      !qtr_claim_quantities_are_alike (nearest, change))
    return FALSE;
  add_forms (self, percent, change, nearest);
  return TRUE;
}

static gboolean
find_plausible (const QtrClaimQuantity *magnitude, GArray *likely, QtrClaimPair *found)
{
  for (guint i = 0; i < likely->len; i++) {
    *found = g_array_index (likely, QtrClaimPair, i);
    put_in_order (magnitude, found);
    if (is_plausible (magnitude, found))
      return TRUE;
  }

  return FALSE;
}

/* "before the charge doubled": a verb in a clause of its own has a subject of its own. */
static gboolean
is_said_of_another (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude)
{
  if (!magnitude->verb)
    return FALSE;
  for (int at = magnitude->item - 1; at > magnitude->item - 6; at--) {
    const QtrClaimItem *item = qtr_claim_passage_get_item (passage, at);

    if (item->kind == QTR_CLAIM_MARK)
      return FALSE;
    if (qtr_claim_item_is (item, "since") &&
        (qtr_claim_passage_get_item (passage, at + 1)->kind != QTR_CLAIM_WORD ||
         qtr_claim_passage_get_item (passage, at + 1)->senses & (QTR_CLAIM_MONTH | QTR_CLAIM_EARLIER)))
      return FALSE;
    if (qtr_claim_item_is (item,
                           "before|since|after|when|as|once|until|while|if|where|because|although|though"))
      return TRUE;
  }

  return FALSE;
}

/* Whether nothing new begins between a magnitude and the levels next to it: "applications rose 12% and the
 * share went from 71% to 78%" says two things. */
static gboolean
is_bound (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, const QtrClaimPair *pair)
{
  int low = MIN (pair->before->item, pair->after->item);
  int high = MAX (pair->before->item, pair->after->item);
  int from = magnitude->item < low ? magnitude->item : high;
  int to = magnitude->item < low ? low : magnitude->item;

  if ((magnitude->item > low && magnitude->item < high) || magnitude->sentence != pair->after->sentence)
    return TRUE;
  for (int at = from + 1; at < to; at++) {
    const QtrClaimItem *after = qtr_claim_passage_get_item (passage, at + 1);

    if (qtr_claim_item_is (qtr_claim_passage_get_item (passage, at), "now|stands|stood|there"))
      return TRUE;
    if (!qtr_claim_item_is (qtr_claim_passage_get_item (passage, at),
                            magnitude->unit == QTR_CLAIM_TIMES ? "and" : "and|with|as"))
      continue;
    if (after->kind == QTR_CLAIM_QUANTITY ||
        qtr_claim_item_is (
            after,
            "by|so|thus|is|was|now|a|an|this|that|which|it|or|up|down|therefore|many|much|few|against|averages|"
            "totals|reached|reaches|hence|are|were|averaged|totalled|numbered"))
      continue;
    return FALSE;
  }
  return TRUE;
}

/* Whether one of @words stands around a quantity, closer than the next. */
static gboolean
is_said_with (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, const char *words)
{
  for (int at = quantity->first - 1; at > quantity->first - 4; at--)
    if (qtr_claim_item_is (qtr_claim_passage_get_item (passage, at), words))
      return TRUE;
  for (int at = quantity->item + 1; at < quantity->item + 5; at++) {
    const QtrClaimItem *item = qtr_claim_passage_get_item (passage, at);

    if (qtr_claim_item_is (item, words))
      return TRUE;
    if (item->kind != QTR_CLAIM_WORD || qtr_claim_item_is (item, "and|but|while"))
      return FALSE;
  }
  return FALSE;
}

/* "62 were recruited and 38 left": what came and what went. */
static gboolean
are_gain_and_loss (const QtrClaimPassage *passage, const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  static const char *const gains =
      "recruited|joined|joiners|gained|opened|created|appointed|admitted|arrived|started|"
      "starters|added|hired|recruits|new|acquired|built|registered|entered|planted";
  static const char *const losses =
      "lost|left|leavers|closed|resigned|retired|departed|removed|shed|ended|sold|"
      "demolished|discharged|losses|withdrew|withdrawn|felled|died|leaving|deleted";

  return (is_said_with (passage, a, gains) && is_said_with (passage, b, losses)) ||
         (is_said_with (passage, a, losses) && is_said_with (passage, b, gains));
}

/* "recruited 62 and lost 38, a net increase of 24": what came less what went. */
static gboolean
read_net (QtrClaimReader *self, const QtrClaimQuantity *net)
{
  const QtrClaimPassage *passage = self->passage;
  int index = (int) qtr_claim_passage_get_item (passage, net->item)->quantity;
  const QtrClaimQuantity *a = qtr_claim_quantity_get (passage, index - 2);
  const QtrClaimQuantity *b = qtr_claim_quantity_get (passage, index - 1);
  QtrRational left;
  QtrClaim *claim;
  gboolean holds_good;

  if (a == NULL || a->sentence != net->sentence || a->unit != net->unit || b->unit != net->unit ||
      !(is_said_with (passage, net, "net") ||
        qtr_claim_item_is (qtr_claim_passage_get_item (passage, MIN (net->cue, net->first) - 1), "net")) ||
      !are_gain_and_loss (passage, a, b))
    return FALSE;
  left = qtr_rational_absolute (qtr_rational_subtract (a->value, b->value));
  holds_good = qtr_interval_contains (net->range, left);
  if (!holds_good && !qtr_claim_is_near (left, net->value, FARTHEST))
    return FALSE;
  claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_DIFFERENCE, holds_good ? QTR_CLAIM_OK : QTR_CLAIM_MISMATCH,
                                net);
  qtr_claim_reader_add_value (self, claim, a);
  qtr_claim_reader_add_value (self, claim, b);
  claim->computed = qtr_claim_print_number (left);
  if (!holds_good) {
    g_autofree char *from = qtr_claim_reader_quote (self, a);
    g_autofree char *taken = qtr_claim_reader_quote (self, b);

    /* Translators: what came; what went; the difference; what the text says instead. */
    claim->message = g_strdup_printf (_ ("%s and %s differ by %s; the text says %s"), from, taken,
                                      claim->computed, claim->text);
    claim->replacement = qtr_claim_reader_print (self, net, left);
  }
  return TRUE;
}

static void
read_change (QtrClaimReader *self, const QtrClaimQuantity *magnitude)
{
  g_autoptr (GArray) likely = NULL;
  g_autoptr (GArray) possible = NULL;
  const QtrClaimPair *holding;
  QtrClaimPair first;

  qtr_claim_pairs_find (self->passage, magnitude, &likely, &possible);
  holding = find_holding (magnitude, likely);
  if (holding == NULL)
    holding = find_holding (magnitude, possible);
  if (holding != NULL) {
    add_change (self, magnitude, holding, QTR_CLAIM_OK);
    return;
  }
  if (read_net (self, magnitude) ||
      (!find_plausible (magnitude, likely, &first) && forms_agree (self, magnitude)))
    return;
  if (likely->len == 0) {
    if (!forms_differ (self, magnitude))
      add_change (self, magnitude, NULL, QTR_CLAIM_UNVERIFIABLE);
    return;
  }
  if (magnitude->is_listed || !find_plausible (magnitude, likely, &first) ||
      is_said_of_another (self->passage, magnitude) || !is_bound (self->passage, magnitude, &first))
    add_change (self, magnitude, NULL, QTR_CLAIM_UNVERIFIABLE);
  else if (!add_wrong_direction (self, magnitude, &first))
    add_change (self, magnitude, &first, QTR_CLAIM_MISMATCH);
}

/* "60 were bought and 12 sold, leaving 45": what is left of the first when the second is taken away. */
static gboolean
read_leaving (QtrClaimReader *self, const QtrClaimQuantity *rest)
{
  const QtrClaimPassage *passage = self->passage;
  g_autoptr (GPtrArray) levels = NULL;
  const QtrClaimQuantity *a;
  const QtrClaimQuantity *b;
  QtrInterval left;
  QtrClaim *claim;
  gboolean holds_good;

  if (!qtr_claim_item_is (qtr_claim_passage_get_item (passage, rest->first - 1), "leaving|leaves"))
    return FALSE;
  levels = qtr_claim_find_levels (passage, rest->sentence, rest, NULL);
  if (levels->len != 3 || levels->pdata[2] != rest)
    return FALSE;
  a = levels->pdata[0];
  b = levels->pdata[1];
  if (a->unit != rest->unit || b->unit != rest->unit)
    return FALSE;
  left = qtr_interval_subtract (a->range, b->range);
  holds_good = qtr_interval_overlaps (left, rest->range);
  if (!holds_good && (qtr_rational_sign (left.low) <= 0 || !qtr_claim_is_near (left.low, rest->value, 2)))
    return FALSE;
  claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_DIFFERENCE, holds_good ? QTR_CLAIM_OK : QTR_CLAIM_MISMATCH,
                                rest);
  qtr_claim_reader_add_value (self, claim, a);
  qtr_claim_reader_add_value (self, claim, b);
  claim->computed = qtr_claim_print_number (qtr_rational_subtract (a->value, b->value));
  if (!holds_good) {
    g_autofree char *from = qtr_claim_reader_quote (self, a);
    g_autofree char *taken = qtr_claim_reader_quote (self, b);

    /* Translators: a number; what is taken from it; the rest; what the text says instead. */
    claim->message =
        g_strdup_printf (_ ("%s less %s is %s; the text says %s"), from, taken, claim->computed, claim->text);
    claim->replacement = qtr_claim_reader_print (self, rest, qtr_rational_subtract (a->value, b->value));
  }
  return TRUE;
}

/* "£14.2m (£15.9m a year earlier), so £1.7m has been drawn": a difference that only its value gives away, so
 * that it can be right and never wrong. */
static void
read_leftover (QtrClaimReader *self, const QtrClaimQuantity *quantity)
{
  QtrClaimQuantity difference = *quantity;
  g_autoptr (GArray) likely = NULL;
  g_autoptr (GArray) possible = NULL;
  int at = quantity->first - 1;

  if (!qtr_claim_item_is (
          qtr_claim_passage_get_item (self->passage, at),
          "so|i.e|i.e.|thus|hence|leaving|meaning|that|saving|the|those|some|all|,|;|with|because|as|since") ||
      qtr_rational_sign (qtr_rational_subtract (quantity->value, qtr_rational_new (10, 1))) <= 0)
    return;
  difference.cue = difference.item;
  qtr_claim_pairs_find (self->passage, &difference, &likely, &possible);
  for (guint i = 0; i < likely->len; i++) {
    const QtrClaimPair *pair = &g_array_index (likely, QtrClaimPair, i);

    if (pair->is_ordered && pair->after->item != quantity->item && pair->before->item != quantity->item &&
        pair_holds (&difference, pair)) {
      add_change (self, quantity, pair, QTR_CLAIM_OK);
      return;
    }
  }
}

static void
read_unsaid (QtrClaimReader *self, const QtrClaimQuantity *quantity)
{
  if (!read_leaving (self, quantity))
    read_leftover (self, quantity);
}

void
qtr_claim_read_changes (QtrClaimReader *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);

    if (quantity->role == QTR_CLAIM_MAGNITUDE)
      read_change (self, quantity);
    else if (quantity->role == QTR_CLAIM_LEVEL &&
             (quantity->unit == QTR_CLAIM_COUNT || quantity->unit == QTR_CLAIM_MONEY))
      read_unsaid (self, quantity);
  }
}
