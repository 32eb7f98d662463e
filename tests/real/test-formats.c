/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/place.h"
#include "model/update.h"

#include "export/office.h"
#include "export/sample.h"

/* What an office makes of cells, all sheets, each into a file. */
#define CELLS "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

static const struct {
  const char *file;
  const char *quarter;
} reports[] = {
  { "q3-2019-20.md", "2019-20-Q3" },
  { "q3-2020-21.txt", "2020-21-Q3" },
};

static QtrPublication *
publish (guint index)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("QTR_TEST_SHARED"), "reports", reports[index].file, NULL);
  g_autoptr (QtrPlan) empty = qtr_record_new (&qtr_plan_type, "title", NULL, NULL);
  QtrImportContext context = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrReport) report = NULL;
  g_autoptr (QtrPlan) plan = NULL;
  QtrPublication *publication;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new (text, size);
  report = qtr_import_read (reports[index].file, bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (qtr_period_parse (reports[index].quarter, 4, &context.quarter, NULL));
  plan = qtr_place_report (empty, report, &context, NULL, &error);
  g_assert_no_error (error);
  publication = qtr_publication_new (plan, context.quarter, NULL, &error);
  g_assert_no_error (error);
  return publication;
}

/* The words of all bullets, in order. */
static void
add_bullet_words (GString *words, const QtrNode *node)
{
  g_autofree char *line =
      g_strjoin (" ", node->label != NULL ? node->label : "", node->text != NULL ? node->text : "", NULL);
  g_auto (GStrv) parts = g_regex_split_simple ("[\\s\"]+", line, 0, 0);

  for (char **part = parts; node->kind == QTR_NODE_BULLET && *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", *part);
  for (guint i = 0; i < node->children->len; i++)
    add_bullet_words (words, node->children->pdata[i]);
}

static void
assert_workbook (Office *office, const char *name, const QtrPublication *publication)
{
  g_autoptr (GBytes) bytes = office_get (office, name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < publication->nodes->len; i++)
    add_bullet_words (words, publication->nodes->pdata[i]);
  g_assert_cmpuint (words->len, >, 20000);
  sample_assert_in_order (words->str, text);
}

static void
assert_text (Office *office, const char *name, const char *words)
{
  g_autoptr (GBytes) bytes = office_get (office, name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  sample_assert_in_order (words, text);
}

static void
assert_document (Office *office, const char *name, const QtrPublication *publication, const char *words)
{
  g_autoptr (GBytes) bytes = office_get (office, name);
  g_autofree char *text = office_get_words (bytes);
  g_autofree char *tree = office_outline_tree (publication);
  g_autofree char *document = office_outline_document (bytes);

  sample_assert_in_order (words, text);
  g_assert_cmpstr (document, ==, tree);
}

/* Every word of both reports stands in every file, in order, and so do headings, lists and tables. */
static void
test_both_reports (void)
{
  static const char *const endings[] = { "odt", "xlsx", "txt" };
  g_autoptr (Office) office = office_new ();
  g_autoptr (GPtrArray) publications = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_publication_free);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++) {
    g_ptr_array_add (publications, publish (i));
    for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
      office_add (office, reports[i].quarter, endings[j], publications->pdata[i]);
  }
  office_convert (office, "odt", "fodt");
  office_convert (office, "xlsx", CELLS);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++) {
    g_autofree char *words = sample_words (publications->pdata[i]);
    g_autofree char *document = g_strdup_printf ("%s.fodt", reports[i].quarter);
    g_autofree char *narrative = g_strdup_printf ("%s-Narrative.csv", reports[i].quarter);
    g_autofree char *text = g_strdup_printf ("%s.txt", reports[i].quarter);

    assert_document (office, document, publications->pdata[i], words);
    assert_workbook (office, narrative, publications->pdata[i]);
    assert_text (office, text, words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/formats/both-reports", test_both_reports);
  return g_test_run ();
}
