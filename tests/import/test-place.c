/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "import/place.h"
#include "import/plan-text.h"

static QtrPlan *
new_plan (void)
{
  return qtr_record_new (&qtr_plan_type, "title", NULL, NULL);
}

static QtrPlan *
place (const QtrPlan *plan, const char *quarter, const char *source)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrReport) report = qtr_import_read ("a.txt", bytes, NULL, &error);
  QtrImportContext context = { 0 };
  QtrPlan *placed;

  g_assert_no_error (error);
  qtr_period_parse (quarter, 4, &context.quarter, NULL);
  placed = qtr_place_report (plan, report, &context, NULL, &error);
  g_assert_no_error (error);
  return placed;
}

#define ROADS_A "Priority 1: Roads\nWe will:\nMake lanes and crossings safe.\n• Four were hurt.\n"
#define ROADS_B \
  "Priority 1: Roads (RD)\nWe will:\nMake lanes, crossings and towns safe for walkers.\n• Three were hurt.\n"
#define MORE "We will:\nPlant an oak in each village.\n• Ten oaks.\n"
#define OTHER "Priority 1: Jobs\nWe will:\nBring work.\n• One mill.\n"

/* Reports that are placed in every order. */
static const struct {
  const char *what;
  const char *quarters[3];
  const char *sources[3];
  const char *commitments;
} ORDERS[] = {
  { "an unchanged wording",
    { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" },
    { ROADS_A, ROADS_A, ROADS_A },
    "Make lanes and crossings safe. 2020-21-Q1 ~ ~;" },
  { "a changed wording",
    { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" },
    { ROADS_A, ROADS_A, ROADS_B },
    "Make lanes and crossings safe. 2020-21-Q1 2020-21-Q2 1;"
    "Make lanes, crossings and towns safe for walkers. 2020-21-Q3 ~ ~;" },
  { "a wording that comes back",
    { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" },
    { ROADS_A, ROADS_B, ROADS_A },
    "Make lanes and crossings safe. 2020-21-Q1 2020-21-Q1 1;"
    "Make lanes, crossings and towns safe for walkers. 2020-21-Q2 2020-21-Q2 2;"
    "Make lanes and crossings safe. 2020-21-Q3 ~ ~;" },
  { "quarters between which others lie",
    { "2019-20-Q3", "2020-21-Q3", "2021-22-Q1" },
    { ROADS_A, ROADS_B, ROADS_B },
    "Make lanes and crossings safe. 2019-20-Q3 2020-21-Q2 1;"
    "Make lanes, crossings and towns safe for walkers. 2020-21-Q3 ~ ~;" },
  { "a promise that is new",
    { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" },
    { ROADS_A, ROADS_A MORE, ROADS_B MORE },
    "Make lanes and crossings safe. 2020-21-Q1 2020-21-Q2 1;"
    "Make lanes, crossings and towns safe for walkers. 2020-21-Q3 ~ ~;"
    "Plant an oak in each village. 2020-21-Q2 ~ ~;" },
};

static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                   { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

static char *
describe (const QtrPlan *plan)
{
  const QtrPriority *priority = qtr_list_get (plan->priorities, 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (priority->commitments); i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);
    guint at = 0;
    gboolean found = commitment->successor != NULL &&
                     qtr_list_find (priority->commitments, commitment->successor, &at) != NULL;

    g_string_append_printf (out, "%s %s %s ", commitment->text, commitment->from,
                            commitment->until != NULL ? commitment->until : "~");
    if (found)
      g_string_append_printf (out, "%u;", at);
    else
      g_string_append (out, "~;");
  }
  return g_string_free (out, FALSE);
}

static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ORDERS); i++) {
    g_autofree char *expected = NULL;

    g_test_message ("%s", ORDERS[i].what);
    for (guint j = 0; j < G_N_ELEMENTS (orders); j++) {
      QtrPlan *plan = new_plan ();
      g_autofree char *found = NULL;
      g_autofree char *commitments = NULL;

      for (guint k = 0; k < 3; k++) {
        g_autoptr (QtrPlan) before = plan;

        plan = place (before, ORDERS[i].quarters[orders[j][k]], ORDERS[i].sources[orders[j][k]]);
      }
      commitments = describe (plan);
      found = plan_text_of_plan (plan);
      g_assert_cmpstr (commitments, ==, ORDERS[i].commitments);
      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
      qtr_record_unref (plan);
    }
  }
}

static void
test_again (void)
{
  g_autoptr (QtrPlan) empty = new_plan ();
  g_autoptr (QtrPlan) first = place (empty, "2020-21-Q1", ROADS_A);
  g_autoptr (QtrPlan) again = place (first, "2020-21-Q1", ROADS_A);

  g_assert_true (first == again);
}

static const QtrBullet *
bullet_at (const QtrPlan *plan, guint index)
{
  const QtrUpdate *update = qtr_list_get (plan->updates, 0);
  const QtrSection *section = qtr_list_get (update->sections, 0);

  return qtr_list_get (section->bullets, index);
}

/* Each standing bullet keeps its id; the source's new one comes in its place; what it lacks stays. */
static void
test_changed (void)
{
  g_autoptr (QtrPlan) empty = new_plan ();
  g_autoptr (QtrPlan) before =
      place (empty, "2020-21-Q1",
             "Priority 1: A\nWe will:\nAct.\n• One stays as it is.\n• Two had ten men and dogs.\n• Three.\n");
  g_autoptr (QtrPlan) after =
      place (before, "2020-21-Q1",
             "Priority 1: A\nWe will:\nAct.\n• One stays as it is.\n• New.\n• Two had nine men and dogs.\n");
  static const char *const expected[] = { "One stays as it is.", "New.", "Two had nine men and dogs.",
                                          "Three." };
  static const int came_from[] = { 0, -1, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpstr (bullet_at (after, i)->text, ==, expected[i]);
    if (came_from[i] >= 0)
      g_assert_cmpstr (bullet_at (after, i)->record.id, ==,
                       bullet_at (before, (guint) came_from[i])->record.id);
  }
}

static void
test_other_priority (void)
{
  for (int backwards = 0; backwards < 2; backwards++) {
    g_autoptr (QtrPlan) empty = new_plan ();
    g_autoptr (QtrPlan) one =
        backwards ? place (empty, "2021-22-Q1", OTHER) : place (empty, "2020-21-Q1", ROADS_A);
    g_autoptr (QtrPlan) both =
        backwards ? place (one, "2020-21-Q1", ROADS_A) : place (one, "2021-22-Q1", OTHER);
    const QtrPriority *roads = qtr_list_get (both->priorities, 0);
    const QtrPriority *jobs = qtr_list_get (both->priorities, 1);

    g_assert_cmpuint (qtr_list_length (both->priorities), ==, 2);
    g_assert_cmpstr (roads->title, ==, "Roads");
    g_assert_cmpstr (roads->until, ==, "2020-21-Q4");
    g_assert_cmpstr (roads->successor, ==, jobs->record.id);
    g_assert_cmpstr (jobs->from, ==, "2021-22-Q1");
  }
}

static void
test_areas (void)
{
  static const char nested[] = "Priority 1: A\nWe will:\nAct.\n• North LPA\n• Alder: a\n";
  static const char flat[] = "Priority 1: A\nWe will:\nAct.\n• Alder: b\n";

  for (int backwards = 0; backwards < 2; backwards++) {
    g_autoptr (QtrPlan) empty = new_plan ();
    g_autoptr (QtrPlan) one =
        place (empty, backwards ? "2020-21-Q2" : "2020-21-Q1", backwards ? nested : flat);
    g_autoptr (QtrPlan) both =
        place (one, backwards ? "2020-21-Q1" : "2020-21-Q2", backwards ? flat : nested);
    const QtrArea *north = qtr_list_get (both->areas, 0);

    g_assert_cmpuint (qtr_list_length (both->areas), ==, 1);
    g_assert_cmpstr (north->name, ==, "North LPA");
    g_assert_cmpuint (qtr_list_length (north->areas), ==, 1);
  }
}

static void
test_no_quarter (void)
{
  g_autoptr (QtrPlan) plan = new_plan ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (ROADS_A, strlen (ROADS_A));
  g_autoptr (QtrReport) report = qtr_import_read ("a.txt", bytes, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (qtr_place_report (plan, report, NULL, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "--quarter"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/orders", test_orders);
  g_test_add_func ("/place/again", test_again);
  g_test_add_func ("/place/changed", test_changed);
  g_test_add_func ("/place/other-priority", test_other_priority);
  g_test_add_func ("/place/areas", test_areas);
  g_test_add_func ("/place/no-quarter", test_no_quarter);
  return g_test_run ();
}
