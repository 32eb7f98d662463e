/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "export/exporter.h"
#include "export/gate.h"

static const QtrExporter *const exporters[] = {
  &qtr_html_exporter, &qtr_odt_exporter,  &qtr_pdf_exporter, &qtr_markdown_exporter,
  &qtr_text_exporter, &qtr_xlsx_exporter, &qtr_csv_exporter, &qtr_json_exporter,
};

const QtrExporter *
qtr_exporter_find (const char *extension)
{
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    if (g_ascii_strcasecmp (exporters[i]->extension, extension) == 0)
      return exporters[i];
  return NULL;
}

const QtrExporter *const *
qtr_exporter_list (guint *n_exporters)
{
  *n_exporters = G_N_ELEMENTS (exporters);
  return exporters;
}

/* The checks are run here unless their findings were handed in, so that nobody passes the gate by
 * forgetting to ask. */
GBytes *
qtr_export (const QtrPlan *plan, QtrPeriod quarter, const char *extension,
            const QtrPublicationOptions *options, GError **error)
{
  const QtrExporter *exporter = qtr_exporter_find (extension);
  QtrPublicationOptions asked = options != NULL ? *options : (QtrPublicationOptions) { 0 };
  g_autoptr (QtrPublication) publication = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (exporter == NULL) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_USAGE, _ ("nothing writes files that end in “.%s”"), extension);
    return NULL;
  }
  if (qtr_publication_find_update (plan, quarter, error) == NULL)
    return NULL;
  if (asked.findings == NULL)
    asked.findings = findings = qtr_gate_run (plan, quarter);
  if (!asked.draft && (!qtr_gate_check (asked.findings, error) ||
                       !qtr_gate_check_signed (plan, quarter, asked.sign_offs, error)))
    return NULL;
  publication = qtr_publication_new (plan, quarter, &asked, error);
  return publication != NULL ? exporter->write (publication, error) : NULL;
}
