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
