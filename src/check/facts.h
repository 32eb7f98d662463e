/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/fact-time.h"
#include "check/rule.h"
#include "check/saying.h"

G_BEGIN_DECLS

/*
 * Facts are what a passage says of the world: so many of something, somewhere, at some time. They are summed
 * up from each passage by itself; rules lay them beside measures, other bullets and other updates.
 */

/**
 * QtrFact:
 * @about: of which summary it is
 * @bullet: its bullet's id
 * @area: (nullable): the area of its bullet, or of the one above
 * @start, @end: its code points
 * @text: those code points
 * @core_start, @core_end: those of the number alone
 * @line: counts the bullets of its summary
 * @sentence: counts the sentences of its summary
 * @unit, @value, @range, @precision, @power, @words, @hedge: as in #QtrClaimQuantity
 * @is_part: whether it is said to be some of others
 * @is_explained: whether its bullet says that something was restated
 * @is_old: whether it is what another one is compared with
 * @time: the time that it is of
 * @compared: for one of now, with which time it is compared
 * @direction: for one of now, which way it is said to have gone: 1, -1, or 0
 * @word_start, @word_end, @word: the code points that say so, and the word, in small letters
 * @partner: which fact of all that were read is compared with this one, if it is an old one; -1
 * @head: (nullable): what is counted
 * @name: (array zero-terminated=1): what else belongs to its name
 * @around: (array zero-terminated=1): what its sentence speaks of
 * @bullet_words: (array zero-terminated=1): what its bullet speaks of
 *
 * A number and what it is the number of. It borrows its texts from the summary, and owns the arrays.
 */
typedef struct {
  int about;
  const char *bullet;
  const char *area;
  int start;
  int end;
  const char *text;
  int core_start;
  int core_end;
  guint line;
  guint sentence;
  QtrClaimUnit unit;
  QtrRational value;
  QtrInterval range;
  int precision;
  int power;
  gboolean words;
  QtrClaimHedge hedge;
  gboolean is_part;
  gboolean is_explained;
  gboolean is_old;
  QtrFactTime time;
  QtrFactTimeKind compared;
  int direction;
  int word_start;
  int word_end;
  const char *word;
  int partner;
  const char *head;
  const char **name;
  const char **around;
  const char **bullet_words;
} QtrFact;

/**
 * qtr_facts_summarise:
 * @inputs: a passage
 *
 * Returns: (transfer floating): its facts, for qtr_facts_new()
 */
GVariant *qtr_facts_summarise (const QtrInputs *inputs);

/**
 * qtr_facts_new:
 * @summaries: (nullable) (element-type GVariant): as qtr_facts_summarise() makes them; to live as long
 *
 * Returns: (transfer full) (element-type QtrFact): the facts of all of them, in order
 */
GArray *qtr_facts_new (GPtrArray *summaries);

/**
 * qtr_fact_get:
 *
 * Returns: (transfer none): one of those
 */
const QtrFact *qtr_fact_get (GArray *facts, guint index);

/**
 * QtrFactSaying:
 * @about: of which summary it is
 * @kind, @line, @sentence, @since, @start, @end: as in #QtrSaying
 * @text: the code points from @start to @end
 *
 * What a sentence says of its fact.
 */
typedef struct {
  int about;
  QtrSayingKind kind;
  guint line;
  guint sentence;
  int since;
  int start;
  int end;
  const char *text;
} QtrFactSaying;

/**
 * qtr_fact_sayings_new:
 * @summaries: (nullable) (element-type GVariant): as for qtr_facts_new()
 *
 * Returns: (transfer full) (element-type QtrFactSaying): what is said in all of them, in order
 */
GArray *qtr_fact_sayings_new (GPtrArray *summaries);

/**
 * qtr_fact_point_at:
 * @remark: (inout): what is said of the fact
 *
 * Notes where the fact stands.
 */
void qtr_fact_point_at (const QtrFact *self, QtrRemark *remark);

/**
 * qtr_fact_propose:
 * @remark: (inout): what is said of the fact
 * @value: what it should say
 *
 * Proposes to write @value in the place of the fact, as the text prints its numbers, if that can be done.
 */
void qtr_fact_propose (const QtrFact *self, QtrRemark *remark, QtrRational value);

G_END_DECLS
