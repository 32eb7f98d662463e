/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "import/line.h"
#include "import/report.h"

G_BEGIN_DECLS

/**
 * QtrImporter:
 * @name: of the kind
 * @extensions: the endings of its files, without the point
 * @knows: whether the bytes look like one
 * @is_sure: (nullable): whether the bytes are one without doubt, so that the name does not count
 * @read: the lines of a file, in its order; what was converted on the way is noted in the report
 *
 * A reader of one kind of file. A new kind is one file with one of these, and one line in the table.
 */
typedef struct {
  const char *name;
  const char *const *extensions;
  gboolean (*knows) (GBytes *bytes);
  gboolean (*is_sure) (GBytes *bytes);
  GPtrArray *(*read) (GBytes *bytes, QtrReport *report, GError **error);
} QtrImporter;

/**
 * QtrImportContext:
 * @areas: (nullable) (array zero-terminated=1): names of areas that the plan already knows
 * @quarter: the quarter that the user named, or unset
 * @first_month: in which month the body's financial year begins; 0 for April
 *
 * What the caller knows about the source. All may be zero.
 */
typedef struct {
  const char *const *areas;
  QtrPeriod quarter;
  int first_month;
} QtrImportContext;

/**
 * qtr_importer_find:
 * @name: (nullable): of the file; its ending decides where the content leaves a doubt, and if it is unknown,
 *   the content
 *
 * Returns: the reader of such a file
 */
const QtrImporter *qtr_importer_find (const char *name, GBytes *bytes);

/**
 * qtr_importer_has_name:
 * @name: of a file
 *
 * Returns: whether some reader's files end like this one
 */
gboolean qtr_importer_has_name (const char *name);

/**
 * qtr_import_read:
 * @name: of the file
 * @context: (nullable): what is known beforehand
 *
 * Reads the narrative of a report. Whatever is not in the result's priorities or front page is in its
 * `unplaced`.
 *
 * Returns: (transfer full): the report, or %NULL with %QTR_ERROR_SYNTAX if it is no text or has no heading,
 *   or %QTR_ERROR_LIMIT if it is too large. Messages do not name the file.
 */
QtrReport *qtr_import_read (const char *name, GBytes *bytes, const QtrImportContext *context, GError **error);

/**
 * qtr_import_read_loose:
 *
 * As qtr_import_read(), but a text without headings becomes one priority with the number 0 and in it one
 * commitment whose bullets are all paragraphs and bullets of the text, for proofreading.
 *
 * Returns: (transfer full): the report, or %NULL with an error if it is no text
 */
QtrReport *qtr_import_read_loose (const char *name, GBytes *bytes, const QtrImportContext *context,
                                  GError **error);

extern const QtrImporter qtr_odt_importer;
extern const QtrImporter qtr_docx_importer;
extern const QtrImporter qtr_markdown_importer;
extern const QtrImporter qtr_text_importer;

G_END_DECLS
