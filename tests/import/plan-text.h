/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/importer.h"
#include "model/plan.h"

/* A report as indented text, for comparing whole trees: areas in brackets, one record a line. */
char *plan_text_of_report (const QtrReport *report);

/* A plan without its ids: what stands for an id is the number and place of the record that it names. */
char *plan_text_of_plan (const QtrPlan *plan);

/* What no print of its quarter shows: the sections whose commitment or priority is not in force then, each
 * with its quarter and first words. Empty in a good plan. */
char *plan_text_of_invisible (const QtrPlan *plan);
