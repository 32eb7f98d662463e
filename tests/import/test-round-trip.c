/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"
#include "import/round-trip.h"
#include "model/update.h"
#include "series/resolve.h"

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
  g_autofree char *text = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, size);
  plan = qtr_format_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qtr_list_length (plan->updates), ==, 3);
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    /* What comes back is what was printed, not what it was linked to. */
    g_autoptr (QtrPlan) printed = qtr_plan_resolve (plan, update, NULL);

    round_trip_assert (printed, update->quarter, "OFFICIAL-SENSITIVE");
  }
}

/* --- Whatever is written ---
 *
 * Sentences end as such, and areas say that they are: short words without a stop above others, and a name
 * that comes only once, are the reader's to judge. */

#define N_PLANS 60

static const char *const words[] = {
  "calls",      "£5.4m",
  "(12.5%)",    "916",
  "*stars*",    "_under_",
  "`code`",     "[link](x)",
  "<b>tag</b>", "&amp;",
  "a|b",        "~~gone~~",
  "back\\",     "#",
  "-",          "+",
  "1.",         "12)",
  ">",          "---",
  "===",        "*",
  "naïve",      "R&D",
  "N/A",        "https://example.org/a_b*c",
  "\"quoted\"", "e.g.",
  "2019-20-Q3", "• dot",
  "ends**",     "[ ]",
};

static const char *const areas[] = { NULL, NULL, "Northmere District", "Castle Point and Rochford",
                                     "North LPA" };

static char *
random_sentence (void)
{
  GString *text = g_string_new ("Some");

  for (int n = g_test_rand_int_range (1, 9); n > 0; n--)
    g_string_append_printf (text, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  g_string_append (text, " more.");
  return g_string_free (text, FALSE);
}

static QtrList *
random_bullets (int depth)
{
  g_autoptr (GPtrArray) bullets = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (int n = g_test_rand_int_range (depth == 0 ? 1 : 0, 4); n > 0 && depth < 4; n--) {
    g_autofree char *text = random_sentence ();
    g_autoptr (QtrList) children = random_bullets (depth + 1);

    g_ptr_array_add (bullets, qtr_record_new (&qtr_bullet_type, "area",
                                              areas[g_test_rand_int_range (0, G_N_ELEMENTS (areas))], "text",
                                              text, "bullets", children, NULL));
  }
  return qtr_list_new_from_array (bullets);
}

static gpointer
random_section (const char *commitment)
{
  g_autofree char *reason = random_sentence ();
  g_autoptr (QtrList) bullets = random_bullets (0);

  if (g_test_rand_int_range (0, 4) == 0)
    return qtr_record_new (&qtr_section_type, "commitment", commitment, "nil_return", TRUE, "nil_reason",
                           reason, NULL);
  return qtr_record_new (&qtr_section_type, "commitment", commitment, "bullets", bullets, NULL);
}

static gpointer
random_priority (int number, GPtrArray *sections)
{
  g_autoptr (GPtrArray) commitments = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autofree char *title = g_strdup_printf ("Streets & squares, part %d", number);
  g_autoptr (QtrList) list = NULL;

  for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
    g_autofree char *promise = random_sentence ();
    g_autofree char *text = g_strdup_printf ("%s, promise %d of %d.", promise, n, number);
    g_autofree char *id = g_strdup_printf ("c-%d-%d", number, n);

    g_ptr_array_add (commitments,
                     qtr_record_new (&qtr_commitment_type, "id", id, "lead", "We will:", "text", text, NULL));
    g_ptr_array_add (sections, random_section (id));
  }
  list = qtr_list_new_from_array (commitments);
  return qtr_record_new (&qtr_priority_type, "number", number, "title", title, "commitments", list, NULL);
}

static QtrPlan *
random_plan (void)
{
  g_autoptr (GPtrArray) priorities = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) priority_list = NULL;
  g_autoptr (QtrList) section_list = NULL;
  g_autoptr (QtrUpdate) update = NULL;
  g_autoptr (QtrList) updates = NULL;

  for (int n = 1; n <= g_test_rand_int_range (2, 5); n++)
    g_ptr_array_add (priorities, random_priority (n, sections));
  priority_list = qtr_list_new_from_array (priorities);
  section_list = qtr_list_new_from_array (sections);
  update = qtr_record_new (&qtr_update_type, "quarter", "2023-24-Q3", "title", "Market Town Plan",
                           "plan_period", "2021-2025", "data_to", "2023-12", "version", "1.4", "produced",
                           "2024-01", "produced_by", "Figures Unit", "sections", section_list, NULL);
  updates = qtr_list_insert (NULL, 0, update);
  return qtr_record_new (&qtr_plan_type, "title", "Market Town Plan", "first_month", 4, "priorities",
                         priority_list, "updates", updates, NULL);
}

static void
test_random_plans (void)
{
  for (int i = 0; i < N_PLANS; i++) {
    g_autoptr (QtrPlan) plan = random_plan ();

    round_trip_assert (plan, "2023-24-Q3", NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/round-trip/example", test_example);
  g_test_add_func ("/import/round-trip/random-plans", test_random_plans);
  return g_test_run ();
}
