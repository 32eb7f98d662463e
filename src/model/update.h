/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrBullet:
 * @area: (nullable): the area named before its colon
 * @marking: (nullable): its protective marking, where it is higher than the update's
 * @text: (nullable): the narrative, area excluded
 * @carried: (nullable): the quarter whose words it still has, until somebody touches them or says that they
 * are true
 * @bullets: (element-type QtrBullet): its children
 *
 * One paragraph of narrative.
 */
typedef struct {
  QtrRecord record;
  const char *const area;
  const char *const marking;
  const char *const text;
  const char *const carried;
  const QtrList *const bullets;
} QtrBullet;

/**
 * QtrSection:
 * @commitment: the id of the commitment that it speaks to
 * @nil_return: whether it says that there is nothing to say
 * @nil_reason: (nullable): why
 * @bullets: (element-type QtrBullet):
 *
 * What an update says under one commitment.
 */
typedef struct {
  QtrRecord record;
  const char *const commitment;
  const gboolean nil_return;
  const char *const nil_reason;
  const QtrList *const bullets;
} QtrSection;

/**
 * QtrHeadline:
 * @priority: the id of the priority that it stands for
 * @text: one sentence for the slide
 * @notes: what the presenter sees
 *
 * How a priority is presented.
 */
typedef struct {
  QtrRecord record;
  const char *const priority;
  const char *const text;
  const char *const notes;
} QtrHeadline;

/**
 * QtrUpdate:
 * @quarter: the period that it reports
 * @marking: its protective marking
 * @plan_period: the plan's years as the update prints them
 * @data_to: the last month of its data
 * @version: as printed: "2.2"
 * @produced: the month in which it was made
 * @produced_by: the unit that made it
 * @sections: (element-type QtrSection): in the plan's order, or as the report that was imported had them
 * @headlines: (element-type QtrHeadline):
 *
 * The report for one quarter.
 */
typedef struct {
  QtrRecord record;
  const char *const quarter;
  const char *const marking;
  const char *const title;
  const char *const plan_period;
  const char *const data_to;
  const char *const version;
  const char *const produced;
  const char *const produced_by;
  const QtrList *const sections;
  const QtrList *const headlines;
} QtrUpdate;

extern const QtrRecordType qtr_bullet_type;
extern const QtrRecordType qtr_section_type;
extern const QtrRecordType qtr_headline_type;
extern const QtrRecordType qtr_update_type;

/**
 * qtr_bullet_with_words:
 * @area: (nullable): the area named before its colon
 * @text: (nullable): the narrative, area excluded
 *
 * Every edit of a bullet's own words goes through this: with other words it is not carried any more.
 *
 * Returns: (transfer full): the bullet with these words, or another reference to it if it has them
 */
QtrBullet *qtr_bullet_with_words (const QtrBullet *bullet, const char *area,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_plan_find_update:
 *
 * Returns: (transfer none) (nullable): the update for @quarter
 */
const QtrUpdate *qtr_plan_find_update (const QtrPlan *plan, QtrPeriod quarter);

/**
 * qtr_plan_find_update_place:
 * @before: (out) (transfer none) (nullable): the last update that is not for a later quarter
 *
 * Returns: where an update for @quarter is to stand
 */
guint qtr_plan_find_update_place (const QtrPlan *plan, QtrPeriod quarter, const QtrUpdate **before);

/**
 * qtr_plan_get_latest_update:
 *
 * Returns: (transfer none) (nullable): the update for the latest quarter
 */
const QtrUpdate *qtr_plan_get_latest_update (const QtrPlan *plan);

/**
 * qtr_plan_get_update_before:
 *
 * Returns: (transfer none) (nullable): the update that stands before @update among the plan's, which are by
 * quarter
 */
const QtrUpdate *qtr_plan_get_update_before (const QtrPlan *plan, const QtrUpdate *update);

/**
 * qtr_update_find_section:
 *
 * Returns: (transfer none) (nullable): what the update says under the commitment of that id
 */
const QtrSection *qtr_update_find_section (const QtrUpdate *update, const char *commitment);

/**
 * qtr_section_is_reported:
 * @section: (nullable): a section
 *
 * Returns: whether it says something: it has a bullet, or a nil return with its reason
 */
gboolean qtr_section_is_reported (const QtrSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrBullet, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrSection, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrHeadline, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrUpdate, qtr_record_unref)

G_END_DECLS
