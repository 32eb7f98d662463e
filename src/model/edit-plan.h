/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/*
 * Edits of what a plan is made of. They keep what the updates say: after each of them, every section of an
 * update still belongs to a commitment that is in force in its quarter. What would break that is refused with
 * %QTR_ERROR_REFUSED and a sentence that says why, and the plan is left as it is.
 */

/**
 * qtr_plan_is_used:
 * @id: the id of a record
 *
 * Asks who would miss the record. Whoever names it counts, but not the wording that it follows, and not a
 * section that says nothing. An area is used where its name, or that of an area within it, stands.
 *
 * Returns: whether another record names this one or a record below it
 */
gboolean qtr_plan_is_used (const QtrPlan *plan, const char *id);

/**
 * qtr_plan_is_marking_used:
 *
 * Returns: whether any record bears the marking
 */
gboolean qtr_plan_is_marking_used (const QtrPlan *plan, const char *marking);

/**
 * qtr_plan_get_next_quarter:
 *
 * Returns: the quarter after that of the latest update; %QTR_PERIOD_UNSET without an update
 */
QtrPeriod qtr_plan_get_next_quarter (const QtrPlan *plan);

/**
 * qtr_edit_remove_unused:
 * @id: the id of a record
 *
 * Removes a record that nothing refers to. Where it was a new wording, the wording before it holds on in its
 * place.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED
 */
QtrPlan *qtr_edit_remove_unused (const QtrPlan *plan, const char *id,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_set_validity:
 * @id: the id of a priority or of a commitment
 * @from: the first quarter in which it holds; %QTR_PERIOD_UNSET: since ever
 * @until: the last one; %QTR_PERIOD_UNSET: still
 *
 * Says when a promise holds. Sections that say nothing go with the quarters that it loses.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if an update has text
 *   under it in a quarter that it would lose, or if another wording follows it
 */
QtrPlan *qtr_edit_set_validity (const QtrPlan *plan, const char *id, QtrPeriod from, QtrPeriod until,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_succeed:
 * @id: the id of a commitment
 * @lead: (nullable): the new wording's lead
 * @text: (nullable): and its text
 * @from: the first quarter of the new wording
 *
 * Words a promise anew from a quarter on. The old wording ends with the quarter before and names the new one,
 * which stands after it; what the updates say from @from on moves to the new one. The same words again change
 * nothing.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if the old wording does
 *   not hold both in @from and in the quarter before
 */
QtrPlan *qtr_edit_succeed (const QtrPlan *plan, const char *id, const char *lead, const char *text,
                           QtrPeriod from, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_reorder:
 * @id: the id of a priority, commitment, area or person
 * @step: past how many of its neighbours it goes: upwards if negative, and no further than the end
 *
 * Moves a record within its list. All wordings of a commitment go together. The numbers of priorities stay
 * with their places, and the sections of the updates follow the plan's order.
 */
QtrPlan *qtr_edit_reorder (const QtrPlan *plan, const char *id, int step) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_take_place:
 * @other: the id of a record in the same list
 *
 * As qtr_edit_reorder(), to where @other stands. A record of another list changes nothing.
 */
QtrPlan *qtr_edit_take_place (const QtrPlan *plan, const char *id,
                              const char *other) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_add_area:
 * @parent: (nullable): the id of the area that it lies within; %NULL: of none
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if the name is empty
 *   or taken
 */
QtrPlan *qtr_edit_add_area (const QtrPlan *plan, const char *parent, const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_rename_area:
 * @id: an area's id
 *
 * Gives an area another name, also wherever bullets, observations and annotations name it.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if the name is empty or
 *   taken, or if a measure has been observed under both names
 */
QtrPlan *qtr_edit_rename_area (const QtrPlan *plan, const char *id, const char *name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_add_marking:
 *
 * Adds a marking above all others.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if the name is empty
 *   or taken
 */
QtrPlan *qtr_edit_add_marking (const QtrPlan *plan, const char *name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_rename_marking:
 *
 * Gives a marking another name, also wherever a record bears it.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if the name is empty
 *   or taken
 */
QtrPlan *qtr_edit_rename_marking (const QtrPlan *plan, const char *marking, const char *name,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_move_marking:
 * @index: where it goes; past the end: to the end
 */
QtrPlan *qtr_edit_move_marking (const QtrPlan *plan, const char *marking,
                                guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_remove_marking:
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if a record bears it
 */
QtrPlan *qtr_edit_remove_marking (const QtrPlan *plan, const char *marking,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_set_first_month:
 * @month: 1 to 12
 *
 * Lets the plan's years begin with another month. Every quarter keeps its months, and is written as the new
 * years count it.
 *
 * Returns: (transfer full) (nullable): the new plan, or %NULL with %QTR_ERROR_REFUSED if a quarter or year
 *   that the plan knows would be none in the new years
 */
QtrPlan *qtr_edit_set_first_month (const QtrPlan *plan, int month, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
