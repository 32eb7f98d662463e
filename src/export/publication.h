/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"
#include "model/update.h"
#include "series/comparison.h"

G_BEGIN_DECLS

/**
 * QtrPaper:
 *
 * What pages are printed on, and which way up.
 */
typedef enum {
  QTR_PAPER_A4,
  QTR_PAPER_A4_LANDSCAPE,
} QtrPaper;

/**
 * qtr_paper_parse:
 * @text: `a4` or `a4-landscape`
 * @paper: (out): what it says
 *
 * Returns: whether there is such a paper
 */
gboolean qtr_paper_parse (const char *text, QtrPaper *paper);

/**
 * QtrPublicationOptions:
 * @draft: whether it is marked as a draft and says what stands open
 * @audience: (nullable): the highest marking that its readers may see; %NULL: the update's own
 * @findings: (nullable) (element-type QtrFinding): what the checks found, for the draft's notice
 * @paper: for formats that have pages
 * @attach: whether a PDF carries the figures as a table, too
 * @sign_offs: (nullable) (element-type QtrSignOffAnswer): what can be said of the update's sign-offs; %NULL:
 * what can be said without asking about keys
 *
 * What is asked of a publication, besides plan and quarter. All may be zero.
 */
typedef struct {
  gboolean draft;
  const char *audience;
  const GPtrArray *findings;
  QtrPaper paper;
  gboolean attach;
  const GPtrArray *sign_offs;
} QtrPublicationOptions;

/**
 * QtrTableCell:
 * @text: what is printed; never empty
 * @value: the number that it prints, or none
 * @rating: where it stands against a target, for the cell that says so
 */
typedef struct {
  char *text;
  QtrDecimal value;
  QtrRating rating;
} QtrTableCell;

/**
 * QtrTableColumn:
 * @numeric: whether its cells are numbers, set from the right
 */
typedef struct {
  char *title;
  gboolean numeric;
} QtrTableColumn;

/**
 * QtrTable:
 * @caption: says what the table shows, and of which quarter
 * @columns: (element-type QtrTableColumn): the first one heads the rows
 * @rows: (element-type GPtrArray): of #QtrTableCell, as many as there are columns
 */
typedef struct {
  char *caption;
  GPtrArray *columns;
  GPtrArray *rows;
} QtrTable;

/**
 * QtrNodeKind:
 * @QTR_NODE_OPEN: what stands open in a draft; text: its heading; children: notes and bullets
 * @QTR_NODE_PRIORITY: text: its heading; children: commitments, then figures
 * @QTR_NODE_COMMITMENT: label: the lead; text: the promise; children: notes and bullets
 * @QTR_NODE_FIGURES: text: its heading; children: tables and charts
 * @QTR_NODE_CORRECTIONS: text: its heading; children: notes and a table
 * @QTR_NODE_NOTE: label: (nullable): a few words in front; text: a paragraph
 * @QTR_NODE_BULLET: label: (nullable): the area; text: the narrative; children: bullets
 * @QTR_NODE_TABLE: a table
 * @QTR_NODE_CHART: text: the measure's name; children: the chart's data as a table
 *
 * What a part of a publication is.
 */
typedef enum {
  QTR_NODE_OPEN,
  QTR_NODE_PRIORITY,
  QTR_NODE_COMMITMENT,
  QTR_NODE_FIGURES,
  QTR_NODE_CORRECTIONS,
  QTR_NODE_NOTE,
  QTR_NODE_BULLET,
  QTR_NODE_TABLE,
  QTR_NODE_CHART,
} QtrNodeKind;

/**
 * QtrNode:
 * @anchor: (nullable): a name to link to, unique in the publication, of letters, digits and hyphens
 * @label: (nullable): what #QtrNodeKind says
 * @text: (nullable): what #QtrNodeKind says
 * @table: (nullable): of a table
 * @chart: (nullable): of a chart
 * @children: (element-type QtrNode): in order
 *
 * One part of a publication.
 */
typedef struct {
  QtrNodeKind kind;
  char *anchor;
  char *label;
  char *text;
  QtrTable *table;
  QtrChart *chart;
  GPtrArray *children;
} QtrNode;

/**
 * QtrPublication:
 * @marking: (nullable): of this copy, as the plan writes it
 * @draft: (nullable): what every page of a draft says; %NULL: it is final
 * @title: of the plan
 * @years: (nullable): the plan's years as printed
 * @kind: what kind of document it is: "Quarterly Update"
 * @body: (nullable): who publishes it
 * @quarter: "Quarter 3 2019/20"
 * @period: the same, for programs
 * @data_to: (nullable): "December 2019"
 * @version: (nullable): "2.2"
 * @produced: (nullable): "January 2020"
 * @produced_by: (nullable): the unit
 * @accent: (nullable): the plan's colour: "#1d4f91"
 * @paper: for formats that have pages
 * @attach: whether a PDF carries @data, too
 * @logo: (nullable): the plan's logo, as qtr_logo_get_bytes() reads it
 * @logo_text: (nullable): what stands for the logo where it is not seen
 * @nodes: (element-type QtrNode): the parts, in order; those with an anchor make the contents
 * @data: every figure behind the report, one a row, for those who compute with them; a column's titles and
 * words are the same in all quarters
 * @plan: the plan as far as this copy's readers may see it, for formats that say more than a report
 * @n_left_out: how many bullets are left out because of their marking
 *
 * What the report of a quarter says, in order and free of any format: plain data that writers walk. Every
 * text is valid UTF-8 on one line, without control characters.
 */
typedef struct {
  char *marking;
  char *draft;
  char *title;
  char *years;
  char *kind;
  char *body;
  char *quarter;
  QtrPeriod period;
  char *data_to;
  char *version;
  char *produced;
  char *produced_by;
  char *accent;
  QtrPaper paper;
  gboolean attach;
  char *logo;
  char *logo_text;
  GPtrArray *nodes;
  QtrTable *data;
  QtrPlan *plan;
  guint n_left_out;
} QtrPublication;

/**
 * qtr_publication_new:
 * @quarter: the quarter of an update
 * @options: (nullable): what else is asked
 *
 * Says what the update for @quarter says. No comment, note or status goes into it; of the
 * sign-offs, a final one carries those that hold.
 *
 * Returns: (transfer full): the publication, or %NULL with %QTR_ERROR_NOT_FOUND if there is no such update
 *   or marking, or %QTR_ERROR_REFUSED if all of the update is marked above the audience
 */
QtrPublication *qtr_publication_new (const QtrPlan *plan, QtrPeriod quarter,
                                     const QtrPublicationOptions *options, GError **error);
void qtr_publication_free (QtrPublication *self);

/**
 * qtr_publication_find_update:
 *
 * Returns: (transfer none): the update for @quarter, or %NULL with %QTR_ERROR_NOT_FOUND
 */
const QtrUpdate *qtr_publication_find_update (const QtrPlan *plan, QtrPeriod quarter, GError **error);

/**
 * qtr_publication_get_full_title:
 *
 * Returns: (transfer full): the plan's title with its years
 */
char *qtr_publication_get_full_title (const QtrPublication *self);

/**
 * qtr_publication_get_imprint:
 * @separator: what parts them
 *
 * Returns: (transfer full): version, month and unit in one line: `Version 2.2 Produced January 2020 Analysis
 *   Unit`; may be empty
 */
char *qtr_publication_get_imprint (const QtrPublication *self, const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPublication, qtr_publication_free)

G_END_DECLS
