/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/place.h"

G_BEGIN_DECLS

/* succession.c: finds or makes the commitments of a report's priority within the plan's. Gives the new plan,
 * and in @ids the commitment of each of the report's, in its order. */
QtrPlan *qtr_succession_place (const QtrPlan *plan, const char *priority, QtrReport *report,
                               const QtrReportPriority *source, QtrPeriod quarter, GPtrArray *ids);

/* bullets.c: the bullets of a section after those of the report were merged into it. */
QtrList *qtr_bullets_merge (const QtrList *standing, GPtrArray *source, QtrReport *report);

/* places.c: adds the areas that the report names to the plan's. */
QtrPlan *qtr_places_add (const QtrPlan *plan, const QtrReport *report);

/* The list that @records (element-type QtrRecord) make; takes the array. */
QtrList *qtr_place_list (GPtrArray *records);

G_END_DECLS
