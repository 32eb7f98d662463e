/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/word.h"
#include "model/measure.h"
#include "series/figure-form.h"

G_BEGIN_DECLS

/**
 * QtrFigureSpan:
 * @source: where the linked figure stands in the text that the bullet has
 * @printed: where its words stand in the text that is read
 * @state: what became of it
 * @link: what it says
 *
 * One linked figure of a text. Both texts are counted in code points.
 */
typedef struct {
  QtrSpan source;
  QtrSpan printed;
  QtrFigureState state;
  QtrFigureLink link;
} QtrFigureSpan;

/**
 * qtr_figures_print:
 * @text: (nullable): a bullet's text
 * @update: the update that has it
 * @spans: (out) (optional) (transfer full) (nullable) (element-type QtrFigureSpan): where its figures stand,
 *   in order; %NULL where there is none
 *
 * Where a figure begins a sentence, so does a capital letter.
 *
 * Returns: (transfer full) (nullable): @text as it is read, with the words of each figure in its place
 */
char *qtr_figures_print (const char *text, const QtrPlan *plan, const QtrUpdate *update, GArray **spans);

/**
 * qtr_figure_spans_to_source:
 * @spans: (nullable): as qtr_figures_print() gives them
 * @printed: a place in the text that is read
 * @is_end: whether it is where something ends
 *
 * Returns: that place in the text that the bullet has; what begins or ends within a figure does so before or
 *   after it
 */
int qtr_figure_spans_to_source (const GArray *spans, int printed, gboolean is_end);

/**
 * qtr_figure_spans_to_printed:
 *
 * The other way.
 */
int qtr_figure_spans_to_printed (const GArray *spans, int source, gboolean is_end);

/**
 * qtr_figure_spans_touch:
 * @spans: (nullable): as qtr_figures_print() gives them
 * @printed: a part of the text that is read
 *
 * Returns: whether any of it, or the place itself where it is empty, is within a figure
 */
gboolean qtr_figure_spans_touch (const GArray *spans, QtrSpan printed);

/**
 * QtrFigureNote:
 * @measure: (nullable): the name of its measure
 * @text: (nullable): what is printed in its place
 * @because: (nullable): why
 * @words: what is printed
 * @state: a #QtrFigureState
 * @start: where its words stand in the text that is read, in code points
 * @end: and where they end
 *
 * What there is to know of a linked figure, as a record for whoever remembers by records.
 */
typedef struct {
  QtrRecord record;
  const char *const measure;
  const char *const text;
  const char *const because;
  const char *const words;
  const int state;
  const int start;
  const int end;
} QtrFigureNote;

extern const QtrRecordType qtr_figure_note_type;

/**
 * qtr_figures_describe_surroundings:
 *
 * Returns: (transfer full): all that the figures of an update depend on besides measures and areas: the house
 *   style, the years, whose update it is, and which updates told what. It is the same text where these are
 * the same.
 */
char *qtr_figures_describe_surroundings (const QtrPlan *plan, const QtrUpdate *update);

/**
 * QtrResolver:
 *
 * Gives an update as it is read: every figure of its texts in words. All that has none is shared with the
 * update, and what was read once is remembered for as long as the bullet and the measures that it names are
 * the same records. It remembers one update and no more.
 */
typedef struct _QtrResolver QtrResolver;

QtrResolver *qtr_resolver_new (void);
void qtr_resolver_free (QtrResolver *self);

/**
 * qtr_resolver_resolve:
 * @update: one of the plan's updates
 *
 * Returns: (transfer full): the update as it is read; ids are the same
 */
QtrUpdate *qtr_resolver_resolve (QtrResolver *self, const QtrPlan *plan, const QtrUpdate *update);

/**
 * qtr_resolver_get_spans:
 * @bullet: the id of a bullet of the update that was resolved last
 *
 * Returns: (transfer none) (nullable) (element-type QtrFigureSpan): where its figures stand; valid until the
 *   next is resolved
 */
const GArray *qtr_resolver_get_spans (const QtrResolver *self, const char *bullet);

/**
 * qtr_resolver_get_notes:
 *
 * Returns: (transfer none) (nullable) (element-type QtrFigureNote): likewise, what there is to know of them
 */
const QtrList *qtr_resolver_get_notes (const QtrResolver *self, const char *bullet);

/**
 * qtr_plan_resolve:
 * @resolver: (nullable): remembers; %NULL: for once
 * @update: one of the plan's updates
 *
 * Returns: (transfer full): the plan, with @update as it is read in its place
 */
QtrPlan *qtr_plan_resolve (const QtrPlan *plan, const QtrUpdate *update, QtrResolver *resolver);

/**
 * qtr_figures_print_change:
 * @id: the record that both speak of
 * @old_words: (inout) (nullable): what it says in @before
 * @new_words: (inout) (nullable): what it says in @after
 *
 * Puts words in the place of the figures in what two plans say of one record. Where nothing differs then, it
 * is the figures themselves that changed, and they stay.
 */
void qtr_figures_print_change (const QtrPlan *before, const QtrPlan *after, const char *id, char **old_words,
                               char **new_words);

/**
 * qtr_measure_list_parts:
 *
 * Adds to @parts all measures of @plan that @measure is computed from, none twice.
 */
void qtr_measure_list_parts (const QtrPlan *plan, const QtrMeasure *measure, GPtrArray *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrResolver, qtr_resolver_free)

G_END_DECLS
