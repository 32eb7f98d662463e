/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/facts.h"

#include "check/claim-look.h"
#include "check/claim-pair.h"
#include "check/claim-reader.h"
#include "check/claim-role.h"
#include "check/fact-words.h"

/* How much of a sentence is taken to speak of a number on either side of it, so that one without a full stop
 * costs what it is long. */
#define WITHIN_SENTENCE 50
/* How far a word that says which way something went may stand from its number. */
#define NEAR 5

/* A bullet: its id, its area (empty for none), whether it explains what it restates, and its words. Then the
 * facts: which line and sentence, where; the numbers; how they are meant; time; direction; partner; name. */
#define LINE_TYPE "(ssbas)"
#define FACT_TYPE "(u(uiiiis)(xxxxxx)(iiibibb)(iiiii)(iiis)isasas)"
/* Which line and sentence; what is said, since when, where. */
#define SAYING_TYPE "(uuiiiis)"

/* --- Summing up --- */

typedef struct {
  const QtrClaimPassage *passage;
  GVariantBuilder facts;
  /* By quantity, which fact it is; -1: none. */
  int *index;
  int n_facts;
} Summing;

static GVariant *
to_strings (GPtrArray *words)
{
  return g_variant_new_strv ((const char *const *) words->pdata, words->len);
}

/* Whether @number can be held by two halves. */
static gboolean
fits (QtrRational number)
{
  return number.numerator <= G_MAXINT64 && number.numerator >= G_MININT64 && number.denominator <= G_MAXINT64;
}

static gboolean
is_fact (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  return quantity->role == QTR_CLAIM_LEVEL && quantity->unit <= QTR_CLAIM_PERCENT && !quantity->is_range &&
         !qtr_claim_quantity_is_pointed_at (passage, quantity) && fits (quantity->value) &&
         fits (quantity->range.low) && fits (quantity->range.high);
}

static const char *
get_area (const QtrClaimPassage *passage, guint line)
{
  const QtrClaimLine *self = &g_array_index (passage->lines, QtrClaimLine, line);
  guint depth = self->depth + 1;

  for (guint i = line + 1; i > 0 && depth > 0; i--) {
    const QtrClaimLine *above = &g_array_index (passage->lines, QtrClaimLine, i - 1);

    if (above->depth >= depth)
      continue;
    if (above->bullet->area != NULL)
      return above->bullet->area;
    depth = above->depth;
  }
  return "";
}

/* "restated", "first published as": that a number differs from what was said before is said. */
static gboolean
explains (const QtrClaimPassage *passage, int first, int end)
{
  for (int at = first; at < end; at++)
    if (is (passage, at,
            "restated|restatement|revised|revision|corrected|correction|amended|reclassified|recounted|recalculated|"
            "recategorised|resubmitted|backdated") ||
        (is (passage, at, "published|reported|given|stated") &&
         is (passage, at - 1, "first|previously|originally|initially")))
      return TRUE;
  return FALSE;
}

static GVariant *
summarise_line (const QtrClaimPassage *passage, guint index)
{
  const QtrClaimLine *line = &g_array_index (passage->lines, QtrClaimLine, index);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  int first = (int) line->first;
  int end = first + (int) line->n_items;

  qtr_fact_words_add (words, passage, first, end);
  return g_variant_new ("(ssb@as)", line->bullet->record.id, get_area (passage, index),
                        explains (passage, first, end), to_strings (words));
}

static void
add_sentence (GPtrArray *words, const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int first = quantity->item;
  int end = quantity->item;

  while (get (passage, first - 1)->sentence == quantity->sentence && first > quantity->item - WITHIN_SENTENCE)
    first--;
  while (get (passage, end)->sentence == quantity->sentence && end < quantity->item + WITHIN_SENTENCE)
    end++;
  qtr_fact_words_add (words, passage, first, end);
}

/* The level that one of before is compared with. */
static const QtrClaimQuantity *
find_partner (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  g_autoptr (GArray) pairs = NULL;

  if (quantity->old == 0)
    return NULL;
  pairs = qtr_claim_pairs_find_after (passage, quantity);
  return pairs->len == 0 ? NULL : g_array_index (pairs, QtrClaimPair, 0).after;
}

/* "fell to 171": which word says which way it went; -1: none. */
static int
find_mover (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = qtr_claim_skip_back (passage, quantity->first - 1);
  int index = (int) get (passage, quantity->item)->quantity;
  const QtrClaimQuantity *next = qtr_claim_quantity_get (passage, index + 1);
  int mover = -1;

  if (is (passage, at, "to|at"))
    mover = qtr_claim_find_mover (passage, at - 1, NEAR, QTR_CLAIM_DEED);
  for (int between = mover + 1; mover >= 0 && between < quantity->first; between++)
    if (get (passage, between)->kind == QTR_CLAIM_QUANTITY || is (passage, between, ",|not|and|but"))
      mover = -1;
  if (mover < 0 && next != NULL && next->sentence == quantity->sentence &&
      next->role == QTR_CLAIM_MAGNITUDE && next->direction != 0)
    mover = next->cue;
  for (at = quantity->item + 1; mover < 0 && at < quantity->item + NEAR; at++)
    if (is (passage, at, "up|down") && is (passage, at - 1, ",|(") &&
        is (passage, at + 1, "on|from|compared|against"))
      mover = at;
  return mover >= 0 && qtr_claim_get_direction (get (passage, mover)->senses) != 0 ? mover : -1;
}

/* The name of an old level is that of the one it is compared with, and what it says besides. */
static QtrFactName
read_name (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, const QtrClaimQuantity *partner)
{
  QtrFactName name = qtr_fact_name_read (passage, quantity);
  g_auto (QtrFactName) of_partner = { 0 };

  if (partner == NULL)
    return name;
  of_partner = qtr_fact_name_read (passage, partner);
  name.is_part = name.is_part || of_partner.is_part;
  if (name.head != NULL && of_partner.head != NULL && !g_str_equal (name.head, of_partner.head))
    return name;
  if (name.head == NULL)
    name.head = g_strdup (of_partner.head);
  for (guint i = 0; i < of_partner.words->len; i++)
    if (!g_ptr_array_find_with_equal_func (name.words, of_partner.words->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (name.words, g_strdup (of_partner.words->pdata[i]));
  return name;
}

static void
add_fact (Summing *self, const QtrClaimQuantity *quantity)
{
  const QtrClaimPassage *passage = self->passage;
  const QtrClaimQuantity *partner = find_partner (passage, quantity);
  g_auto (QtrFactName) name = read_name (passage, quantity, partner);
  g_autoptr (GPtrArray) around = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text =
      qtr_claim_passage_get_text (passage, quantity->line, quantity->start, quantity->end);
  QtrFactTime time = qtr_fact_time_read (passage, quantity);
  int mover = quantity->old > 0 ? -1 : find_mover (passage, quantity);

  add_sentence (around, passage, quantity);
  if (partner != NULL)
    add_sentence (around, passage, partner);
  g_variant_builder_add (
      &self->facts, "(u(uiiiis)(xxxxxx)(iiibibb)(iiiii)(iiis)is@as@as)", quantity->line, quantity->sentence,
      quantity->start, quantity->end, quantity->core_start, quantity->core_end, text,
      (gint64) quantity->value.numerator, (gint64) quantity->value.denominator,
      (gint64) quantity->range.low.numerator, (gint64) quantity->range.low.denominator,
      (gint64) quantity->range.high.numerator, (gint64) quantity->range.high.denominator, quantity->unit,
      quantity->precision, quantity->power, quantity->words, quantity->hedge, name.is_part, quantity->old > 0,
      time.kind, time.month, time.n_months, time.year, qtr_fact_time_read_comparison (passage, quantity),
      mover < 0 ? 0 : qtr_claim_get_direction (get (passage, mover)->senses),
      mover < 0 ? 0 : get (passage, mover)->start, mover < 0 ? 0 : get (passage, mover)->end,
      mover < 0 ? "" : get (passage, mover)->word,
      partner == NULL ? -1 : self->index[get (passage, partner->item)->quantity],
      name.head == NULL ? "" : name.head, to_strings (name.words), to_strings (around));
}

static GVariant *
summarise_sayings (const QtrClaimPassage *passage)
{
  g_autoptr (GArray) sayings = qtr_sayings_read (passage);
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("a" SAYING_TYPE));
  for (guint i = 0; i < sayings->len; i++) {
    const QtrSaying *saying = &g_array_index (sayings, QtrSaying, i);
    g_autofree char *text = qtr_claim_passage_get_text (passage, saying->line, saying->start, saying->end);

    g_variant_builder_add (&all, SAYING_TYPE, saying->line, saying->sentence, saying->kind, saying->since,
                           saying->start, saying->end, text);
  }
  return g_variant_builder_end (&all);
}

/* An index for each fact before the first is added, since a partner may stand behind. */
static void
count_facts (Summing *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++)
    self->index[i] =
        is_fact (self->passage, qtr_claim_quantity_get (self->passage, (int) i)) ? self->n_facts++ : -1;
}

GVariant *
qtr_facts_summarise (const QtrInputs *inputs)
{
  g_autoptr (QtrClaimPassage) passage = qtr_claim_passage_new (inputs->record);
  GVariantBuilder lines;
  Summing self = { .passage = passage };
  GVariant *sayings = NULL;

  qtr_claim_quantities_read (passage);
  g_variant_builder_init (&lines, G_VARIANT_TYPE ("a" LINE_TYPE));
  g_variant_builder_init (&self.facts, G_VARIANT_TYPE ("a" FACT_TYPE));
  if (passage->quantities->len > 0) {
    g_autofree int *index = g_new (int, passage->quantities->len);

    self.index = index;
    qtr_claim_roles_find (passage);
    count_facts (&self);
    for (guint i = 0; self.n_facts > 0 && i < passage->lines->len; i++)
      g_variant_builder_add_value (&lines, summarise_line (passage, i));
    for (guint i = 0; i < passage->quantities->len; i++)
      if (index[i] >= 0)
        add_fact (&self, qtr_claim_quantity_get (passage, (int) i));
  }
  /* Nothing is said of numbers where there are none. */
  sayings = self.n_facts > 0 ? summarise_sayings (passage)
                             : g_variant_new_array (G_VARIANT_TYPE (SAYING_TYPE), NULL, 0);
  return g_variant_new ("(@a" LINE_TYPE "@a" FACT_TYPE "@a" SAYING_TYPE ")", g_variant_builder_end (&lines),
                        g_variant_builder_end (&self.facts), sayings);
}

/* --- Reading back --- */

static void
clear_fact (gpointer data)
{
  QtrFact *fact = data;

  g_free (fact->name);
  g_free (fact->around);
  g_free (fact->bullet_words);
}

static QtrRational
make_rational (gint64 numerator, gint64 denominator)
{
  return (QtrRational) { numerator, denominator };
}

static void
set_line (QtrFact *fact, GVariant *lines)
{
  g_variant_get_child (lines, fact->line, "(&s&sb^a&s)", &fact->bullet, &fact->area, &fact->is_explained,
                       &fact->bullet_words);
  if (*fact->area == '\0')
    fact->area = NULL;
  if (*fact->head == '\0')
    fact->head = NULL;
}

static QtrFact
read_fact (GVariant *facts, gsize index)
{
  QtrFact fact = { 0 };
  gint64 n[6] = { 0 };
  int unit = 0;
  int hedge = 0;
  int time = 0;
  int compared = 0;

  g_variant_get_child (facts, index, "(u(uiiii&s)(xxxxxx)(iiibibb)(iiiii)(iii&s)i&s^a&s^a&s)", &fact.line,
                       &fact.sentence, &fact.start, &fact.end, &fact.core_start, &fact.core_end, &fact.text,
                       &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &unit, &fact.precision, &fact.power,
                       &fact.words, &hedge, &fact.is_part, &fact.is_old, &time, &fact.time.month,
                       &fact.time.n_months, &fact.time.year, &compared, &fact.direction, &fact.word_start,
                       &fact.word_end, &fact.word, &fact.partner, &fact.head, &fact.name, &fact.around);
  fact.value = make_rational (n[0], n[1]);
  fact.range = (QtrInterval) { make_rational (n[2], n[3]), make_rational (n[4], n[5]) };
  fact.unit = (QtrClaimUnit) unit;
  fact.hedge = (QtrClaimHedge) hedge;
  fact.time.kind = (QtrFactTimeKind) time;
  fact.compared = (QtrFactTimeKind) compared;
  return fact;
}

static void
add_facts (GArray *all, GVariant *summary, int about)
{
  g_autoptr (GVariant) lines = g_variant_get_child_value (summary, 0);
  g_autoptr (GVariant) facts = g_variant_get_child_value (summary, 1);
  int first = (int) all->len;

  for (gsize i = 0; i < g_variant_n_children (facts); i++) {
    QtrFact fact = read_fact (facts, i);

    set_line (&fact, lines);
    fact.about = about;
    if (fact.partner >= 0)
      fact.partner += first;
    g_array_append_val (all, fact);
  }
}

GArray *
qtr_facts_new (GPtrArray *summaries)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (QtrFact));

  g_array_set_clear_func (all, clear_fact);
  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    add_facts (all, summaries->pdata[i], (int) i);
  return all;
}

const QtrFact *
qtr_fact_get (GArray *facts, guint index)
{
  return &g_array_index (facts, QtrFact, index);
}

GArray *
qtr_fact_sayings_new (GPtrArray *summaries)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (QtrFactSaying));

  for (guint i = 0; summaries != NULL && i < summaries->len; i++) {
    g_autoptr (GVariant) sayings = g_variant_get_child_value (summaries->pdata[i], 2);

    for (gsize j = 0; j < g_variant_n_children (sayings); j++) {
      QtrFactSaying saying = { .about = (int) i };
      int kind = 0;

      g_variant_get_child (sayings, j, "(uuiiii&s)", &saying.line, &saying.sentence, &kind, &saying.since,
                           &saying.start, &saying.end, &saying.text);
      saying.kind = (QtrSayingKind) kind;
      g_array_append_val (all, saying);
    }
  }
  return all;
}

/* --- Saying something of one --- */

void
qtr_fact_point_at (const QtrFact *self, QtrRemark *remark)
{
  remark->bullet = self->bullet;
  remark->start = self->start;
  remark->end = self->end;
  remark->text = g_strdup (self->text);
}

void
qtr_fact_propose (const QtrFact *self, QtrRemark *remark, QtrRational value)
{
  QtrClaimQuantity like = {
    .start = self->start,
    .core_start = self->core_start,
    .core_end = self->core_end,
    .precision = self->precision,
    .power = self->power,
    .words = self->words,
  };
  char *printed = qtr_claim_print_like (&like, self->text, value);

  if (printed == NULL)
    return;
  remark->fix = g_new (QtrFix, 1);
  *remark->fix = (QtrFix) { self->start, self->end, printed };
}
