/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/line.h"
#include "import/report.h"

G_BEGIN_DECLS

/**
 * QtrNarrative:
 *
 * Makes lines of the paragraphs of a document, for the readers of word processors' files. A line's number is
 * that of its paragraph, since documents have no lines of their own. Paragraphs may stand in one another, as
 * those of a text box do; what stands inside comes first.
 */
typedef struct _QtrNarrative QtrNarrative;

QtrNarrative *qtr_narrative_new (QtrReport *report);

/**
 * qtr_narrative_finish:
 * @self: (transfer full): it is freed
 *
 * Where no paragraph is a heading by its style, those that are larger than the rest become some.
 *
 * Returns: (transfer full) (element-type QtrLine): the lines
 */
GPtrArray *qtr_narrative_finish (QtrNarrative *self);
void qtr_narrative_free (QtrNarrative *self);

/**
 * qtr_narrative_begin:
 * @level: of a heading, or 0
 * @depth: of the list that it stands in, or 0
 * @is_item: whether it begins an item of that list
 *
 * Begins a paragraph.
 */
void qtr_narrative_begin (QtrNarrative *self, int level, int depth, gboolean is_item);
void qtr_narrative_end (QtrNarrative *self);

/**
 * qtr_narrative_text:
 * @size: of the letters, in any unit; 0 if it is not known
 *
 * Adds words to the paragraph; outside of one they are nothing.
 */
void qtr_narrative_text (QtrNarrative *self, const char *text, gsize length, gboolean bold, double size);

/**
 * qtr_narrative_break:
 *
 * Ends a line within the paragraph.
 */
void qtr_narrative_break (QtrNarrative *self);

/**
 * qtr_narrative_link:
 * @address: where the words since @start lead
 *
 * Adds the address after its words, unless it is them, or leads to a place in the document.
 */
void qtr_narrative_link (QtrNarrative *self, gsize start, const char *address);

/**
 * qtr_narrative_get_length:
 *
 * Returns: how much the line has so far, for qtr_narrative_link()
 */
gsize qtr_narrative_get_length (const QtrNarrative *self);

/**
 * qtr_narrative_page:
 *
 * Says that a page ends before the next paragraph.
 */
void qtr_narrative_page (QtrNarrative *self);

/**
 * qtr_narrative_begin_table:
 *
 * A table; with one column it is a frame around paragraphs, which stay what they are.
 */
void qtr_narrative_begin_table (QtrNarrative *self);
void qtr_narrative_add_column (QtrNarrative *self, guint n_columns);
void qtr_narrative_begin_cell (QtrNarrative *self);
void qtr_narrative_end_row (QtrNarrative *self);
void qtr_narrative_end_table (QtrNarrative *self);

/**
 * qtr_narrative_get_number:
 *
 * Returns: the number of the paragraph that began last
 */
guint qtr_narrative_get_number (const QtrNarrative *self);

/**
 * qtr_narrative_begin_aside:
 * @reason: (transfer full): what it is: a footnote, a comment
 * @number: of the paragraph that it belongs to; 0: the one that began last
 *
 * What comes up to qtr_narrative_end_aside() is no part of the narrative, and is listed for the reader to
 * see.
 */
void qtr_narrative_begin_aside (QtrNarrative *self, char *reason, guint number);
void qtr_narrative_end_aside (QtrNarrative *self);

/**
 * qtr_narrative_count_change:
 *
 * Counts a tracked change, and a picture; how many there were is said at the end.
 */
void qtr_narrative_count_change (QtrNarrative *self);
void qtr_narrative_count_picture (QtrNarrative *self);

/**
 * qtr_narrative_is_full:
 *
 * Returns: whether there are more words than are read of any text
 */
gboolean qtr_narrative_is_full (const QtrNarrative *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrNarrative, qtr_narrative_free)

G_END_DECLS
