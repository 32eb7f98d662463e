/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/colour.h"
#include "chart/palette.h"

#include "export/publication.h"

G_BEGIN_DECLS

void qtr_html_append_text (GString *out, const char *text);

/**
 * qtr_html_append_element:
 * @start: markup before the text
 * @text: (nullable): what is escaped; of an empty one nothing is written at all
 * @end: markup after it
 */
void qtr_html_append_element (GString *out, const char *start, const char *text, const char *end);

/**
 * qtr_html_append_nodes:
 * @nodes: (element-type QtrNode): the parts of a publication
 *
 * Returns: %TRUE, or %FALSE with the error of a chart that could not be painted
 */
gboolean qtr_html_append_nodes (GString *out, const GPtrArray *nodes, GError **error);

G_END_DECLS
