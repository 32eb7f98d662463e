/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "export/exporter.h"
#include "model/edit.h"

#include "sample.h"

static char *
export_as (const QtrPlan *plan, const char *extension, gboolean draft, GError **error)
{
  QtrPublicationOptions options = { .draft = draft };
  g_autoptr (GBytes) bytes = qtr_export (plan, sample_quarter (), extension, &options, error);

  if (bytes == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Files whose words their own tests unpack. */
static gboolean
is_packed (const QtrExporter *exporter)
{
  static const char *const extensions[] = { "pdf", "odt", "xlsx", NULL };

  return g_strv_contains (extensions, exporter->extension);
}

static void
test_gate (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) broken = qtr_edit_remove (plan, "s3");
  guint n_exporters;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *whole = export_as (plan, exporters[i]->extension, FALSE, &error);
    g_autofree char *refused = NULL;
    g_autofree char *draft = NULL;

    g_assert_no_error (error);
    g_assert_true (is_packed (exporters[i]) || strstr (whole, "DRAFT") == NULL);
    refused = export_as (broken, exporters[i]->extension, FALSE, &error);
    g_assert_null (refused);
    g_assert_error (error, QTR_ERROR, QTR_ERROR_REFUSED);
    g_clear_error (&error);
    draft = export_as (broken, exporters[i]->extension, TRUE, &error);
    g_assert_no_error (error);
    g_assert_true (is_packed (exporters[i]) || strstr (draft, "DRAFT") != NULL);
    /* A table of figures has no place for more than that it is a draft. */
    g_assert_true (is_packed (exporters[i]) || exporters[i] == &qtr_csv_exporter ||
                   strstr (draft, "What still stands open") != NULL);
  }
}

static void
test_unknown_format (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_null (export_as (plan, "doc", FALSE, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_USAGE);
  g_assert_true (qtr_exporter_find ("HTML") == &qtr_html_exporter);
}

static void
test_no_update (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_null (qtr_export (plan, qtr_period_add (sample_quarter (), 2), "md", NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND);
}

static void
test_same_bytes (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) again = sample_plan ();
  guint n_exporters;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++) {
    g_autoptr (GBytes) first = qtr_export (plan, sample_quarter (), exporters[i]->extension, NULL, NULL);
    g_autoptr (GBytes) second = qtr_export (again, sample_quarter (), exporters[i]->extension, NULL, NULL);

    g_assert_nonnull (first);
    g_assert_true (g_bytes_equal (first, second));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/gate", test_gate);
  g_test_add_func ("/export/unknown-format", test_unknown_format);
  g_test_add_func ("/export/no-update", test_no_update);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  return g_test_run ();
}
