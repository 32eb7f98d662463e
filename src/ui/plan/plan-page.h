/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_PAGE (qtr_plan_page_get_type ())

/**
 * QtrPlanPage:
 *
 * What the plan itself is made of, as settings: its front, its priorities and commitments, its areas, people,
 * markings and house style.
 *
 * Signals: `told (page, const char *message)`, with a sentence about what could not be done; `taken (page,
 * const char *message)`, after something was taken away, which can be undone.
 */
G_DECLARE_FINAL_TYPE (QtrPlanPage, qtr_plan_page, QTR, PLAN_PAGE, AdwBin)

void qtr_plan_page_set_document (QtrPlanPage *self, QtrDocument *document);

G_END_DECLS
