/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/exporter.h"
#include "import/place.h"
#include "model/update.h"

#include "export/pdf-peer.h"
#include "export/sample.h"

typedef struct {
  const char *name;
  const char *quarter;
  QtrPaper paper;
} Case;

static const Case cases[] = {
  { "q3-2019-20.md", "2019-20-Q3", QTR_PAPER_A4 },
  { "q3-2019-20.md", "2019-20-Q3", QTR_PAPER_A4_LANDSCAPE },
  { "q3-2020-21.txt", "2020-21-Q3", QTR_PAPER_A4 },
  { "q3-2020-21.txt", "2020-21-Q3", QTR_PAPER_A4_LANDSCAPE },
};

static QtrPlan *
import (const Case *data, QtrPeriod *quarter)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", data->name, NULL);
  g_autoptr (QtrPlan) empty = qtr_record_new (&qtr_plan_type, "title", NULL, NULL);
  QtrImportContext context = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrReport) report = NULL;
  QtrPlan *plan;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  bytes = g_bytes_new (text, length);
  report = qtr_import_read (data->name, bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (qtr_period_parse (data->quarter, 4, &context.quarter, NULL));
  plan = qtr_place_report (empty, report, &context, NULL, &error);
  g_assert_no_error (error);
  *quarter = context.quarter;
  return plan;
}

/* Every word of the report stands in its document, in order, on whichever paper. */
static void
test_words (gconstpointer data)
{
  const Case *self = data;
  QtrPeriod quarter = QTR_PERIOD_UNSET;
  g_autoptr (QtrPlan) plan = import (self, &quarter);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  QtrPublicationOptions options = { .paper = self->paper, .findings = none };
  g_autoptr (QtrPublication) publication = qtr_publication_new (plan, quarter, &options, NULL);
  g_autofree char *words = sample_words (publication);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = qtr_export (plan, quarter, "pdf", &options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (words), >, 20000);
  pdf_peer_check (pdf);
  text = pdf_peer_get_text (pdf);
  pdf_peer_assert_words (words, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/real/pdf/%s/%s", cases[i].quarter,
                                             cases[i].paper == QTR_PAPER_A4 ? "portrait" : "landscape");

    g_test_add_data_func (path, &cases[i], test_words);
  }
  return g_test_run ();
}
