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
place_report (const QtrPlan *plan, const char *quarter, QtrReport *report)
{
  g_autoptr (GError) error = NULL;
  QtrImportContext context = { 0 };
  g_autofree char *invisible = NULL;
  QtrPlan *placed;

  qtr_period_parse (quarter, 4, &context.quarter, NULL);
  placed = qtr_place_report (plan, report, &context, NULL, &error);
  g_assert_no_error (error);
  invisible = plan_text_of_invisible (placed);
  g_assert_cmpstr (invisible, ==, "");
  return placed;
}

static QtrPlan *
place (const QtrPlan *plan, const char *quarter, const char *source)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrReport) report = qtr_import_read ("a.txt", bytes, NULL, &error);

  g_assert_no_error (error);
  return place_report (plan, quarter, report);
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
  { "spaces, quotes, dashes and a full stop, which change nothing",
    { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" },
    { "Priority 1: Roads\nWe will:\nKeep “young” walkers’ lanes – and towns – safe.\n• One.\n",
      "Priority 1: Roads\nWe will:\nKeep \"young\" walkers' lanes - and towns - safe\n• Two.\n",
      "Priority 1: Roads\nWe will:\nKeep “young” walkers' lanes — and towns — safe.\n• Three.\n" },
    "Keep “young” walkers' lanes — and towns — safe. 2020-21-Q1 ~ ~;" },
  { "a promise that is new",
    { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" },
    { ROADS_A, ROADS_A MORE, ROADS_B MORE },
    "Make lanes and crossings safe. 2020-21-Q1 2020-21-Q2 1;"
    "Make lanes, crossings and towns safe for walkers. 2020-21-Q3 ~ ~;"
    "Plant an oak in each village. 2020-21-Q2 ~ ~;" },
};

#define GREEN "We will:\nPlant trees.\n• Ten trees.\n"
#define HOMES "We will:\nBuild homes.\n• Ten homes.\n"
#define RIVERS "We will:\nClean rivers.\n• Ten rivers.\n"

/* Reports whose priorities change: placed in every order, and printed as they were. Each line is a priority
 * and a commitment, as `1 Green spaces: Plant trees.`, of those that the quarter's update speaks to. */
static const struct {
  const char *what;
  const char *sources[3];
  const char *printed[3];
} PRIORITIES[] = {
  { "a priority that is put between",
    { "Priority 1: Green\n" GREEN "Priority 2: Homes\n" HOMES,
      "Priority 1: Green\n" GREEN "Priority 2: Rivers\n" RIVERS "Priority 3: Homes\n" HOMES,
      "Priority 1: Green\n" GREEN "Priority 2: Rivers\n" RIVERS "Priority 3: Homes\n" HOMES },
    { "1 Green: Plant trees.;2 Homes: Build homes.;",
      "1 Green: Plant trees.;2 Rivers: Clean rivers.;3 Homes: Build homes.;",
      "1 Green: Plant trees.;2 Rivers: Clean rivers.;3 Homes: Build homes.;" } },
  { "a title that comes back",
    { "Priority 1: Green spaces\n" GREEN, "Priority 1: Greener spaces for all\n" GREEN,
      "Priority 1: Green spaces\n" GREEN },
    { "1 Green spaces: Plant trees.;", "1 Greener spaces for all: Plant trees.;",
      "1 Green spaces: Plant trees.;" } },
  { "another priority for one quarter",
    { "Priority 1: Green\n" GREEN, "Priority 1: Homes\n" HOMES, "Priority 1: Green\n" GREEN },
    { "1 Green: Plant trees.;", "1 Homes: Build homes.;", "1 Green: Plant trees.;" } },
  { "numbers that change places",
    { "Priority 1: Green\n" GREEN "Priority 2: Homes\n" HOMES,
      "Priority 1: Homes\n" HOMES "Priority 2: Green\n" GREEN,
      "Priority 1: Homes\n" HOMES "Priority 2: Green\n" GREEN },
    { "1 Green: Plant trees.;2 Homes: Build homes.;", "1 Homes: Build homes.;2 Green: Plant trees.;",
      "1 Homes: Build homes.;2 Green: Plant trees.;" } },
  { "an acronym and another case, which change nothing",
    { "Priority 1: Green spaces\n" GREEN, "Priority 1: Green Spaces (GS)\n" GREEN,
      "Priority 1: Green spaces\n" GREEN },
    { "1 Green spaces: Plant trees.;", "1 Green spaces: Plant trees.;", "1 Green spaces: Plant trees.;" } },
  { "a promise that moves",
    { "Priority 1: Green\n" GREEN RIVERS "Priority 2: Homes\n" HOMES,
      "Priority 1: Green\n" GREEN "Priority 2: Homes\n" RIVERS HOMES,
      "Priority 1: Green\n" GREEN RIVERS "Priority 2: Homes\n" HOMES },
    { "1 Green: Plant trees.;1 Green: Clean rivers.;2 Homes: Build homes.;",
      "1 Green: Plant trees.;2 Homes: Clean rivers.;2 Homes: Build homes.;",
      "1 Green: Plant trees.;1 Green: Clean rivers.;2 Homes: Build homes.;" } },
  { "promises that change places, as the latest report has them",
    { "Priority 1: Green\n" GREEN RIVERS, "Priority 1: Green\n" RIVERS GREEN,
      "Priority 1: Green\n" GREEN HOMES },
    { "1 Green: Clean rivers.;1 Green: Plant trees.;", "1 Green: Clean rivers.;1 Green: Plant trees.;",
      "1 Green: Plant trees.;1 Green: Build homes.;" } },
  { "commas, capitals and points, which are words of their own",
    { "Priority 1: Green\nWe will:\nPlant 10,000 trees, and hedges.\n• One.\n",
      "Priority 1: Green\nWe will:\nPlant 10.000 trees, and hedges.\n• Two.\n",
      "Priority 1: Green\nWe will:\nPlant 10.000 Trees and hedges.\n• Three.\n" },
    { "1 Green: Plant 10,000 trees, and hedges.;", "1 Green: Plant 10.000 trees, and hedges.;",
      "1 Green: Plant 10.000 Trees and hedges.;" } },
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

static char *
print (const QtrPlan *plan, const QtrUpdate *update)
{
  QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = g_ptr_array_index (priorities, i);
    g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (plan, priority, quarter);

    for (guint j = 0; j < commitments->len; j++) {
      const QtrCommitment *commitment = g_ptr_array_index (commitments, j);

      if (qtr_update_find_section (update, commitment->record.id) != NULL)
        g_string_append_printf (out, "%d %s: %s;", priority->number, priority->title, commitment->text);
    }
  }
  return g_string_free (out, FALSE);
}

static QtrPlan *
place_three (const char *const *sources, const guint *order)
{
  static const char *const quarters[] = { "2020-21-Q1", "2020-21-Q2", "2020-21-Q3" };
  QtrPlan *plan = new_plan ();

  for (guint i = 0; i < 3; i++) {
    g_autoptr (QtrPlan) before = plan;

    plan = place (before, quarters[order[i]], sources[order[i]]);
  }
  return plan;
}

static void
test_priorities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (PRIORITIES); i++) {
    g_autofree char *expected = NULL;

    g_test_message ("%s", PRIORITIES[i].what);
    for (guint j = 0; j < G_N_ELEMENTS (orders); j++) {
      g_autoptr (QtrPlan) plan = place_three (PRIORITIES[i].sources, orders[j]);
      g_autofree char *found = plan_text_of_plan (plan);

      for (guint k = 0; k < 3; k++) {
        g_autofree char *printed = print (plan, qtr_list_get (plan->updates, k));

        g_assert_cmpstr (printed, ==, PRIORITIES[i].printed[k]);
      }
      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
    }
  }
}

static const QtrCommitment *
first_commitment (const QtrPlan *plan)
{
  const QtrPriority *priority = qtr_list_get (plan->priorities, 0);

  return qtr_list_get (priority->commitments, 0);
}

/* One number, one priority: the one that another replaced for a quarter is not missed in it. */
static void
test_replaced (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    static const char *const sources[] = { "Priority 1: Green\n" GREEN, "Priority 1: Homes\n" HOMES,
                                           "Priority 1: Green\n" GREEN };
    g_autoptr (QtrPlan) plan = place_three (sources, orders[i]);

    for (guint j = 0; j < 3; j++) {
      const QtrUpdate *update = qtr_list_get (plan->updates, j);
      g_autoptr (GPtrArray) priorities =
          qtr_plan_list_priorities (plan, qtr_plan_parse_period (plan, update->quarter));

      g_assert_cmpuint (priorities->len, ==, 1);
    }
  }
}

/* What somebody ended goes on where a later report has it, and else stays ended. */
static void
test_ended (void)
{
  static const struct {
    const char *source;
    const char *until;
  } reports[] = {
    { "Priority 1: Green\n" GREEN RIVERS, NULL },
    { "Priority 1: Green\n" RIVERS, "2020-21-Q2" },
    { "Priority 2: Green\n" RIVERS, "2020-21-Q2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++) {
    g_autoptr (QtrPlan) empty = new_plan ();
    g_autoptr (QtrPlan) first = place (empty, "2020-21-Q1", "Priority 1: Green\n" GREEN RIVERS);
    g_autoptr (QtrPlan) ended =
        qtr_edit_set (first, first_commitment (first)->record.id, "until", "2020-21-Q2", NULL);
    g_autoptr (QtrPlan) after = place (ended, "2020-21-Q3", reports[i].source);
    g_autoptr (QtrPlan) again = place (after, "2020-21-Q3", reports[i].source);

    g_assert_cmpstr (first_commitment (after)->text, ==, "Plant trees.");
    g_assert_cmpstr (first_commitment (after)->until, ==, reports[i].until);
    g_assert_null (first_commitment (after)->successor);
    g_assert_true (again == after);
  }
}

/* A succession by hand is kept, however little the words have in common. */
static void
test_succeeded (void)
{
  g_autoptr (QtrPlan) empty = new_plan ();
  g_autoptr (QtrPlan) one = place (empty, "2020-21-Q1", "Priority 1: Green\n" GREEN);
  g_autoptr (QtrCommitment) next = qtr_record_new (&qtr_commitment_type, "lead", "We will:", "text",
                                                   "Abolish cars.", "from", "2020-21-Q3", NULL);
  const QtrPriority *priority = qtr_list_get (one->priorities, 0);
  g_autoptr (QtrPlan) two = qtr_edit_insert (one, priority->record.id, "commitments", 1, next);
  g_autoptr (QtrPlan) linked = qtr_edit_set (two, first_commitment (one)->record.id, "until", "2020-21-Q2",
                                             "successor", next->record.id, NULL);
  g_autoptr (QtrPlan) three =
      place (linked, "2020-21-Q3", "Priority 1: Green\nWe will:\nAbolish cars.\n• None.\n");
  g_autoptr (QtrPlan) four = place (three, "2020-21-Q2", "Priority 1: Green\n" GREEN);

  g_assert_cmpstr (first_commitment (four)->until, ==, "2020-21-Q2");
  g_assert_cmpstr (first_commitment (four)->successor, ==, next->record.id);
}

/* What names a priority names the record that it has in that quarter, and a promise that is not reported
 * goes on with its priority. */
static void
test_renumbered (void)
{
  g_autoptr (QtrPlan) empty = new_plan ();
  g_autoptr (QtrPlan) one = place (empty, "2020-21-Q1", "Priority 1: Homes\n" HOMES RIVERS);
  const char *old = ((const QtrPriority *) qtr_list_get (one->priorities, 0))->record.id;
  g_autoptr (QtrTokens) ids = qtr_tokens_new (&old, 1);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "name", "Homes built", "priorities", ids, NULL);
  g_autoptr (QtrPlan) measured = qtr_edit_insert (one, one->record.id, "measures", 0, measure);
  g_autoptr (QtrPlan) two =
      place (measured, "2020-21-Q2", "Priority 1: Green\n" GREEN "Priority 2: Homes\n" HOMES);
  QtrPeriod quarter = qtr_plan_parse_period (two, "2020-21-Q2");
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (two, quarter);
  const QtrPriority *homes = g_ptr_array_index (priorities, 1);
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (two, homes, quarter);
  g_autoptr (GPtrArray) measures = qtr_plan_list_measures (two, homes, quarter);

  g_assert_cmpuint (priorities->len, ==, 2);
  g_assert_cmpstr (homes->title, ==, "Homes");
  g_assert_cmpstr (homes->record.id, !=, old);
  g_assert_cmpuint (commitments->len, ==, 2);
  g_assert_cmpuint (measures->len, ==, 1);
}

static const QtrBullet *
bullet_at (const QtrPlan *plan, guint index)
{
  const QtrUpdate *update = qtr_list_get (plan->updates, 0);
  const QtrSection *section = qtr_list_get (update->sections, 0);

  return qtr_list_get (section->bullets, index);
}

static void
add_bullets (GString *out, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_string_append_printf (out, "[%s](%s", bullet->area != NULL ? bullet->area : "",
                            bullet->text != NULL ? bullet->text : "");
    add_bullets (out, bullet->bullets);
    g_string_append_c (out, ')');
  }
}

static char *
describe_bullets (const QtrPlan *plan)
{
  const QtrUpdate *update = qtr_list_get (plan->updates, 0);
  GString *out = g_string_new (NULL);

  g_assert_cmpuint (qtr_list_length (update->sections), ==, 1);
  add_bullets (out, ((const QtrSection *) qtr_list_get (update->sections, 0))->bullets);
  return g_string_free (out, FALSE);
}

/* A bullet that goes elsewhere in its section, or that is put under another area, stays the one it is. */
static void
test_moved (void)
{
  static const char before[] =
      "Priority 1: A\nWe will:\nAct.\n• North LPA:\n  • Alpha grew.\n  • Beta fell.\n"
      "• South LPA:\n  • Gamma stood.\n";
  static const struct {
    const char *source;
    const char *bullets;
    guint was, same;
  } after[] = {
    { "Priority 1: A\nWe will:\nAct.\n• East LPA:\n  • Alpha grew.\n  • Beta fell.\n"
      "• South LPA:\n  • Gamma stood.\n",
      "[East LPA]([](Alpha grew.)[](Beta fell.))[South LPA]([](Gamma stood.))", 0, 0 },
    { "Priority 1: A\nWe will:\nAct.\n• North LPA:\n  • Alpha grew.\n"
      "• South LPA:\n  • Gamma stood.\n  • Beta fell.\n",
      "[North LPA]([](Alpha grew.))[South LPA]([](Gamma stood.)[](Beta fell.))", 0, 0 },
    { "Priority 1: A\nWe will:\nAct.\n• Alpha grew.\n• Beta fell.\n"
      "• South LPA:\n  • Gamma stood.\n",
      "[](Alpha grew.)[](Beta fell.)[South LPA]([](Gamma stood.))", 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (after); i++) {
    g_autoptr (QtrPlan) empty = new_plan ();
    g_autoptr (QtrPlan) one = place (empty, "2020-21-Q1", before);
    g_autoptr (QtrPlan) two = place (one, "2020-21-Q1", after[i].source);
    g_autoptr (QtrPlan) again = place (two, "2020-21-Q1", after[i].source);
    g_autofree char *found = describe_bullets (two);

    g_assert_cmpstr (found, ==, after[i].bullets);
    g_assert_true (again == two);
    g_assert_cmpstr (bullet_at (two, after[i].same)->record.id, ==, bullet_at (one, after[i].was)->record.id);
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

/* One bullet, under another one's area or not. */
static QtrReport *
name_areas (const char *owner, const char *area)
{
  QtrReport *report = qtr_report_new ();
  QtrReportPriority *priority = qtr_report_add_priority (report, 1, "A", 1);
  GPtrArray *bullets = qtr_report_priority_add_commitment (priority, "We will:", "Act.", 2)->bullets;

  if (owner != NULL)
    bullets = qtr_report_bullet_append (bullets, owner, "", 3)->bullets;
  qtr_report_bullet_append (bullets, area, "One.", 4);
  return report;
}

static void
test_areas (void)
{
  for (int backwards = 0; backwards < 2; backwards++) {
    g_autoptr (QtrReport) nested = name_areas ("North LPA", "Alder");
    g_autoptr (QtrReport) flat = name_areas (NULL, "Alder");
    g_autoptr (QtrPlan) empty = new_plan ();
    g_autoptr (QtrPlan) one =
        place_report (empty, backwards ? "2020-21-Q2" : "2020-21-Q1", backwards ? nested : flat);
    g_autoptr (QtrPlan) both =
        place_report (one, backwards ? "2020-21-Q1" : "2020-21-Q2", backwards ? flat : nested);
    const QtrArea *north = qtr_list_get (both->areas, 0);

    g_assert_cmpuint (qtr_list_length (both->areas), ==, 1);
    g_assert_cmpstr (north->name, ==, "North LPA");
    g_assert_cmpuint (qtr_list_length (north->areas), ==, 1);
  }
}

static QtrReport *
say_nothing (const char *reason)
{
  QtrReport *report = qtr_report_new ();
  QtrReportPriority *priority = qtr_report_add_priority (report, 1, "A", 1);
  QtrReportCommitment *commitment = qtr_report_priority_add_commitment (priority, "We will:", "Act.", 2);

  commitment->nil_return = TRUE;
  commitment->nil_reason = g_strdup (reason);
  return report;
}

/* A nil return holds until there is a bullet. */
static void
test_nil_return (void)
{
  g_autoptr (QtrPlan) empty = new_plan ();
  g_autoptr (QtrReport) nothing = say_nothing ("On leave.");
  g_autoptr (QtrPlan) nil = place_report (empty, "2020-21-Q1", nothing);
  g_autoptr (QtrPlan) said = place (nil, "2020-21-Q1", "Priority 1: A\nWe will:\nAct.\n• One.\n");
  const QtrSection *before = qtr_list_get (((const QtrUpdate *) qtr_list_get (nil->updates, 0))->sections, 0);
  const QtrSection *after = qtr_list_get (((const QtrUpdate *) qtr_list_get (said->updates, 0))->sections, 0);

  g_assert_true (before->nil_return);
  g_assert_cmpstr (before->nil_reason, ==, "On leave.");
  g_assert_false (after->nil_return);
  g_assert_null (after->nil_reason);
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
  g_test_add_func ("/place/priorities", test_priorities);
  g_test_add_func ("/place/replaced", test_replaced);
  g_test_add_func ("/place/ended", test_ended);
  g_test_add_func ("/place/succeeded", test_succeeded);
  g_test_add_func ("/place/renumbered", test_renumbered);
  g_test_add_func ("/place/moved", test_moved);
  g_test_add_func ("/place/again", test_again);
  g_test_add_func ("/place/changed", test_changed);
  g_test_add_func ("/place/other-priority", test_other_priority);
  g_test_add_func ("/place/areas", test_areas);
  g_test_add_func ("/place/nil-return", test_nil_return);
  g_test_add_func ("/place/no-quarter", test_no_quarter);
  return g_test_run ();
}
