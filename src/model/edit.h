/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"
#include "model/restatement.h"
#include "model/review.h"
#include "model/update.h"

G_BEGIN_DECLS

/*
 * Edits: functions from a plan to a plan. None changes what it is given; each copies the path from the root
 * to the change and shares the rest. An edit that changes nothing gives another reference to the same plan,
 * so that callers compare pointers. Naming a record that is not there is a programming error, and changes
 * nothing.
 */

/**
 * qtr_edit_set: (skip)
 * @id: a record's id
 * @first_field: pairs as for qtr_record_new()
 *
 * Changes fields of one record.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_edit_set (const QtrPlan *plan, const char *id, const char *first_field,
                       ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_insert:
 * @parent: a record's id
 * @field: the name of one of its lists
 * @index: where in the list; past its end: at its end
 * @record: what to insert
 */
QtrPlan *qtr_edit_insert (const QtrPlan *plan, const char *parent, const char *field, guint index,
                          gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_replace:
 * @record: what takes the place of the record of that id
 */
QtrPlan *qtr_edit_replace (const QtrPlan *plan, const char *id,
                           gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;

QtrPlan *qtr_edit_remove (const QtrPlan *plan, const char *id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_move:
 * @parent: the id of the record that it goes to, which must not be below @id
 * @field: the name of one of its lists
 * @index: where in the list, after the record was taken out
 */
QtrPlan *qtr_edit_move (const QtrPlan *plan, const char *id, const char *parent, const char *field,
                        guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_add_update:
 * @quarter: a quarter that has no update yet
 *
 * Starts an update for @quarter, in its place among the others. Title, plan period, marking and unit are
 * taken over from the update before it.
 */
QtrPlan *qtr_edit_add_update (const QtrPlan *plan, QtrPeriod quarter) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_roll_forward:
 * @quarter: a quarter that has no update yet
 *
 * As qtr_edit_add_update(), and goes on from the update before it: its front matter, brought forward by the
 * quarters between, and all its bullets, each carried, under what its commitment is now or what took its
 * place. What was said under a commitment that ended is left out, and so are nil returns, headlines and
 * notes, which have to be said anew.
 */
QtrPlan *qtr_edit_roll_forward (const QtrPlan *plan, QtrPeriod quarter) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_still_true:
 * @bullet: a bullet's id
 *
 * Says that the words of a carried bullet hold in its update, too, so that it is not carried any more.
 */
QtrPlan *qtr_edit_still_true (const QtrPlan *plan, const char *bullet) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_set_bullets:
 * @update: an update's id
 * @commitment: a commitment's id
 * @bullets: (nullable) (element-type QtrBullet): all that the section is to say
 *
 * Writes a section, which is made in the plan's order if there is none. A nil return is withdrawn by a
 * bullet.
 */
QtrPlan *qtr_edit_set_bullets (const QtrPlan *plan, const char *update, const char *commitment,
                               const QtrList *bullets) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_move_bullet:
 * @update: the id of the update that has the bullet
 * @bullet: a bullet's id
 * @commitment: the id of the commitment that it goes to
 * @parent: (nullable): the id of a bullet of that section, not below @bullet; %NULL: none
 * @index: where among @parent's children, or the section's bullets, after the bullet was taken out; past
 *   their end: at their end
 *
 * Moves a bullet with its children within a section or to another one, which is made if there is none. Ids,
 * areas and markings stay; a nil return is withdrawn.
 */
QtrPlan *qtr_edit_move_bullet (const QtrPlan *plan, const char *update, const char *bullet,
                               const char *commitment, const char *parent,
                               guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_set_nil_return:
 * @reason: (nullable): why there is nothing to report
 */
QtrPlan *qtr_edit_set_nil_return (const QtrPlan *plan, const char *update, const char *commitment,
                                  gboolean nil, const char *reason) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_observe:
 * @measure: a measure's id
 * @area: (nullable): where; %NULL: everywhere
 * @vintage: what is now known
 *
 * Adds a vintage to the observation for that period and area, which is made in its place if there is none.
 * What the same update or the same origin said before gives way; what anything else said is kept before it.
 */
QtrPlan *qtr_edit_observe (const QtrPlan *plan, const char *measure, QtrPeriod period, const char *area,
                           const QtrVintage *vintage) G_GNUC_WARN_UNUSED_RESULT;

/**
 * QtrSighting:
 * @area: (nullable): where; %NULL: everywhere
 * @value: no number: there is none
 * @note: (nullable): what is to be noted of the observation
 *
 * What a source says of one period and area.
 */
typedef struct {
  QtrPeriod period;
  const char *area;
  QtrDecimal value;
  gboolean provisional;
  const char *note;
} QtrSighting;

/**
 * QtrSource:
 * @origin: where sightings come from: "imported from FILE on DATE"
 * @why: (nullable): why, if they restate what was published
 */
typedef struct {
  const char *origin;
  const QtrRestatement *why;
} QtrSource;

/**
 * QtrSightingsCount:
 * @added: observations that are new
 * @changed: those that have another vintage
 * @same: those that were known already
 * @restated: of the changed ones, those that restate what was published
 *
 * What became of sightings; they add up to all of them.
 */
typedef struct {
  guint added;
  guint changed;
  guint same;
  guint restated;
} QtrSightingsCount;

/**
 * qtr_measure_observe:
 * @sightings: (array length=n_sightings): by period, then by area, none twice
 * @source: where they come from
 * @may_replace: (nullable): whether a note of that text stands only for what the source said before
 * @count: (inout): what became of each
 *
 * Adds many vintages at once, by the rules of qtr_edit_observe(), in one pass over what is known. A value
 * that is known already adds none. What a published update has told, or would have, is told by the update
 * that qtr_plan_find_teller() names.
 *
 * Returns: (transfer full): the measure
 */
QtrMeasure *qtr_measure_observe (const QtrPlan *plan, const QtrMeasure *measure, const QtrSighting *sightings,
                                 guint n_sightings, const QtrSource *source,
                                 gboolean (*may_replace) (const char *note),
                                 QtrSightingsCount *count) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_tell:
 * @measure: a measure's id
 * @area: (nullable): where; %NULL: everywhere
 * @value: no number: there is none
 * @quarter: on the page of which quarter it was typed; unset: on no update's
 * @why: (nullable): why, if it restates what was published
 *
 * As qtr_edit_observe(), for a value that somebody typed: it is told by the update that
 * qtr_plan_find_teller() names.
 */
QtrPlan *qtr_edit_tell (const QtrPlan *plan, const char *measure, QtrPeriod period, const char *area,
                        QtrDecimal value, gboolean provisional, QtrPeriod quarter,
                        const QtrRestatement *why) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_set_state:
 * @update: an update's id
 *
 * Says how far an update has come. Publishing it writes down what it tells: what it knew of each period up to
 * the end of its data, where no earlier update has told it, is from then on told by this one, in its version.
 * It stays so if the update is taken back.
 */
QtrPlan *qtr_edit_set_state (const QtrPlan *plan, const char *update,
                             QtrState state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
