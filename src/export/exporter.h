/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/publication.h"

G_BEGIN_DECLS

/**
 * QtrExporter:
 * @extension: how its files end, without the point
 * @name: what people call it
 * @write: (transfer full): the file's content; %NULL with an error
 *
 * A writer of one kind of file. A new kind is one file with one of these, and one line in the table.
 */
typedef struct {
  const char *extension;
  const char *name;
  GBytes *(*write) (const QtrPublication *publication, GError **error);
} QtrExporter;

/**
 * qtr_exporter_find:
 * @extension: how a file ends, without the point, in whatever case
 *
 * Returns: (nullable): the writer of such files
 */
const QtrExporter *qtr_exporter_find (const char *extension);

/**
 * qtr_exporter_list:
 * @n_exporters: (out): how many there are
 *
 * Returns: (array length=n_exporters): every writer, the usual one first
 */
const QtrExporter *const *qtr_exporter_list (guint *n_exporters);

/**
 * qtr_export:
 * @quarter: the quarter of an update
 * @extension: which kind of file
 * @options: (nullable): what else is asked; its findings are needed for a final export
 *
 * Makes the file of an update. A final export passes the gate; a draft always works, and is marked. The same
 * plan and the same options give the same bytes. Charts are painted: call it on the main thread.
 *
 * Returns: (transfer full): the content, or %NULL with %QTR_ERROR_REFUSED while an error stands, with
 *   %QTR_ERROR_USAGE if nothing writes such files, or as qtr_publication_new()
 */
GBytes *qtr_export (const QtrPlan *plan, QtrPeriod quarter, const char *extension,
                    const QtrPublicationOptions *options, GError **error);

extern const QtrExporter qtr_pdf_exporter;
extern const QtrExporter qtr_html_exporter;
extern const QtrExporter qtr_odt_exporter;
extern const QtrExporter qtr_markdown_exporter;
extern const QtrExporter qtr_text_exporter;
extern const QtrExporter qtr_xlsx_exporter;
extern const QtrExporter qtr_csv_exporter;
extern const QtrExporter qtr_json_exporter;

G_END_DECLS
