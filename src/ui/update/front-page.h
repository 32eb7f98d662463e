/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_FRONT_PAGE (qtr_front_page_get_type ())

/**
 * QtrFrontPage:
 *
 * The front matter of an update, as fields.
 */
G_DECLARE_FINAL_TYPE (QtrFrontPage, qtr_front_page, QTR, FRONT_PAGE, AdwBin)

void qtr_front_page_set_document (QtrFrontPage *self, QtrDocument *document);
void qtr_front_page_set_quarter (QtrFrontPage *self, QtrPeriod quarter);

/**
 * qtr_front_page_set_findings:
 * @findings: (element-type QtrFinding): of which those about a field are shown beside it
 */
void qtr_front_page_set_findings (QtrFrontPage *self, GPtrArray *findings);

/**
 * qtr_front_page_focus_field:
 * @field: (nullable): the name of a field of the update; %NULL: the first
 */
void qtr_front_page_focus_field (QtrFrontPage *self, const char *field);

G_END_DECLS
