/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/audience.h"
#include "export/publication.h"

G_BEGIN_DECLS

/**
 * qtr_node_new:
 * @text: (nullable): user's or program's words, which are cleaned
 *
 * Returns: (transfer full): a node without children
 */
QtrNode *qtr_node_new (QtrNodeKind kind, const char *label, const char *text);
void qtr_node_free (QtrNode *self);

/**
 * qtr_node_add:
 *
 * Returns: (transfer none): a new last child
 */
QtrNode *qtr_node_add (QtrNode *self, QtrNodeKind kind, const char *label, const char *text);

/**
 * qtr_node_append_children:
 * @append: writes one of them
 *
 * Writes the children of a node as lines of text. A run of bullets is one list, and ends with a blank line.
 */
void qtr_node_append_children (const QtrNode *self, void (*append) (GString *out, const QtrNode *child),
                               GString *out);

QtrTable *qtr_table_new (const char *caption);
void qtr_table_free (QtrTable *self);
void qtr_table_add_column (QtrTable *self, const char *title, gboolean numeric);

/**
 * qtr_table_add_row:
 *
 * Returns: (transfer none) (element-type QtrTableCell): a new last row, without cells
 */
GPtrArray *qtr_table_add_row (QtrTable *self);
void qtr_table_row_add (GPtrArray *row, const char *text);

/**
 * qtr_table_row_add_number:
 * @text: (transfer full): the number as printed
 */
void qtr_table_row_add_number (GPtrArray *row, QtrDecimal value, char *text);

/**
 * qtr_publication_clean:
 * @text: (nullable): any bytes
 *
 * Returns: (transfer full) (nullable): valid UTF-8 on one line, as every format can hold it; %NULL if nothing
 *   is left
 */
char *qtr_publication_clean (const char *text);

/**
 * qtr_publication_add_figures:
 * @node: a priority's
 *
 * Adds the figures of @priority as @update knew them, as a table and as charts, if it has any that the
 * audience may see.
 */
void qtr_publication_add_figures (QtrNode *node, const QtrPlan *plan, const QtrUpdate *update,
                                  const QtrPriority *priority, QtrPeriod quarter,
                                  const QtrAudience *audience);

/**
 * qtr_publication_list_data:
 * @self: with its plan
 *
 * Returns: (transfer full): all that its plan knows of every measure, in every area, until the end of
 *   its quarter: what was observed, and what is computed for the quarters
 */
QtrTable *qtr_publication_list_data (const QtrPublication *self);

/**
 * qtr_publication_change_text:
 * @change: a number
 *
 * Returns: (transfer full): a change of @measure as it is printed, with its sign and unit
 */
char *qtr_publication_change_text (const QtrMeasure *measure, QtrDecimal change);

/**
 * qtr_publication_percent_text:
 * @change: a change of @measure in percent
 *
 * Returns: (transfer full) (nullable): the same as it is printed; %NULL where there is none
 */
char *qtr_publication_percent_text (const QtrMeasure *measure, QtrRational change);

/**
 * qtr_publication_add_corrections:
 *
 * Adds the table of what @update restates, if it restates anything.
 */
void qtr_publication_add_corrections (GPtrArray *nodes, const QtrPlan *plan, const QtrUpdate *update,
                                      const QtrAudience *audience);

/**
 * qtr_publication_add_sign_offs:
 * @answers: (nullable) (element-type QtrSignOffAnswer): as #QtrPublicationOptions has them
 *
 * Adds who signed @update, when, and the digest by which a reader can verify that; only those that hold.
 */
void qtr_publication_add_sign_offs (GPtrArray *nodes, const QtrPlan *plan, const QtrUpdate *update,
                                    const GPtrArray *answers);

/**
 * qtr_publication_add_open:
 * @findings: (nullable) (element-type QtrFinding): what the checks found
 * @in_full: whether the findings' words may be shown, which may quote what is left out
 *
 * Puts what stands open before everything else.
 */
void qtr_publication_add_open (QtrPublication *self, const GPtrArray *findings, gboolean in_full);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrNode, qtr_node_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTable, qtr_table_free)

G_END_DECLS
