/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "format/format.h"

#include "office.h"
#include "sample.h"

/* A spreadsheet as plain cells, all sheets, each into a file. */
#define CELLS "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

static const char *const hostile[] = {
  "=cmd|'/C calc'!A0", "<b>]]>&amp;</b>", "\342\200\256desrever",
  "_x0041_",           "a  b   c",        "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92",
};

static QtrPublication *
publish (const QtrPlan *plan, QtrPeriod quarter)
{
  g_autoptr (GError) error = NULL;
  QtrPublication *publication = qtr_publication_new (plan, quarter, NULL, &error);

  g_assert_no_error (error);
  return publication;
}

static QtrPublication *
publish_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
  g_autofree char *text = NULL;
  gsize size = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new (text, size);
  plan = qtr_format_read (bytes, NULL);
  g_assert_nonnull (plan);
  return publish (plan, qtr_plan_parse_period (plan, qtr_plan_get_latest_update (plan)->quarter));
}

/* The example, and the sample with each of the texts in every field. */
static GPtrArray *
list_publications (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_publication_free);

  g_ptr_array_add (all, publish_example ());
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (QtrPlan) plan = sample_plan_saying (hostile[i]);

    g_ptr_array_add (all, publish (plan, sample_quarter ()));
  }
  return all;
}

/* The second conversion finds the profile that the first one made. */
static Office *office;

static void
convert (const GPtrArray *publications, const char *ending, const char *to)
{
  for (guint i = 0; i < publications->len; i++) {
    g_autofree char *name = g_strdup_printf ("p%u", i);

    office_add (office, name, ending, publications->pdata[i]);
  }
  office_convert (office, ending, to);
}

/* Headings, lists and tables are there as such, and all words in their order. */
static void
test_document (void)
{
  g_autoptr (GPtrArray) publications = list_publications ();

  convert (publications, "odt", "fodt");
  for (guint i = 0; i < publications->len; i++) {
    g_autofree char *name = g_strdup_printf ("p%u.fodt", i);
    g_autoptr (GBytes) bytes = office_get (office, name);
    g_autofree char *text = office_get_words (bytes);
    g_autofree char *words = sample_words (publications->pdata[i]);
    g_autofree char *tree = office_outline_tree (publications->pdata[i]);
    g_autofree char *document = office_outline_document (bytes);

    sample_assert_in_order (words, text);
    g_assert_cmpstr (document, ==, tree);
  }
}

/* What looks like a formula is the text that it is, in the eyes of a spreadsheet as well. */
static void
test_workbook (void)
{
  g_autoptr (GPtrArray) publications = list_publications ();

  convert (publications, "xlsx", CELLS);
  for (guint i = 1; i < publications->len; i++) {
    g_autofree char *name = g_strdup_printf ("p%u-Narrative.csv", i);
    g_autofree char *figures = g_strdup_printf ("p%u-Figures.csv", i);
    g_autoptr (GBytes) words = office_get (office, name);
    g_autoptr (GBytes) numbers = office_get (office, figures);
    g_autofree char *text = g_strndup (g_bytes_get_data (words, NULL), g_bytes_get_size (words));
    g_autofree char *values = g_strndup (g_bytes_get_data (numbers, NULL), g_bytes_get_size (numbers));

    g_assert_nonnull (strstr (text, hostile[i - 1]));
    g_assert_null (strstr (text, "Err:"));
    g_assert_nonnull (strstr (values, ",917,884,786,131,16.7,900,"));
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  office = office_new ();
  g_test_add_func ("/export/office/document", test_document);
  g_test_add_func ("/export/office/workbook", test_workbook);
  result = g_test_run ();
  office_free (office);
  return result;
}
