/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/knowledge.h"

#include <string.h>

#include "model/edit.h"
#include "model/restatement.h"

/*
 * Vintages in one line: "208 215@q2 216@q3:1.0": a value, the quarter of the update that told it, its
 * version. "-" is a vintage without a value. Updates stand for the quarters q1 to q4 of 2019/20; one that is
 * published is written in capitals: "Q1 q2".
 */

static QtrDecimal
parse_value (const char *text)
{
  QtrDecimal value = QTR_DECIMAL_NONE;

  if (!g_str_equal (text, "-"))
    g_assert_true (qtr_decimal_parse (text, &value, NULL));
  return value;
}

static QtrVintage *
parse_vintage (const char *text, guint index)
{
  g_auto (GStrv) version = g_strsplit (text, ":", 2);
  g_auto (GStrv) sides = g_strsplit (version[0], "@", 2);
  g_autofree char *id = g_strdup_printf ("v%u", index);

  return qtr_record_new (&qtr_vintage_type, "id", id, "value", parse_value (sides[0]), "update", sides[1],
                         "version", version[1], NULL);
}

static QtrList *
parse_vintages (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  g_autoptr (GPtrArray) vintages = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (vintages, parse_vintage (words[i], i));
  return qtr_list_new_from_array (vintages);
}

static char *
print_vintages (const QtrObservation *observation)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (observation->vintages); i++) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i);
    g_autofree char *value = qtr_decimal_to_string (vintage->value);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", *value == '\0' ? "-" : value);
    if (vintage->update != NULL)
      g_string_append_printf (text, "@%s", vintage->update);
    if (vintage->version != NULL)
      g_string_append_printf (text, ":%s", vintage->version);
  }
  return g_string_free_and_steal (text);
}

static void
add_update (GPtrArray *updates, GPtrArray *statuses, const char *word)
{
  g_autofree char *id = g_ascii_strdown (word, -1);
  g_autofree char *quarter = g_strdup_printf ("2019-20-Q%s", id + 1);

  g_ptr_array_add (updates,
                   qtr_record_new (&qtr_update_type, "id", id, "quarter", quarter, "version", "2.0", NULL));
  if (g_ascii_isupper (*word))
    g_ptr_array_add (
        statuses, qtr_record_new (&qtr_status_type, "update", id, "state", (int) QTR_STATE_PUBLISHED, NULL));
}

static QtrPlan *
make_plan (const char *period, const char *vintages, const char *updates)
{
  g_auto (GStrv) words = g_strsplit (updates, " ", 0);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GPtrArray) statuses = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = parse_vintages (vintages);
  g_autoptr (QtrObservation) observation =
      qtr_record_new (&qtr_observation_type, "id", "o", "period", period, "vintages", list, NULL);
  g_autoptr (QtrList) observations = qtr_list_append (NULL, observation);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "id", "m", "name", "M", "observations", observations, NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, measure);
  g_autoptr (QtrList) updates_list = NULL;
  g_autoptr (QtrList) statuses_list = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    add_update (made, statuses, words[i]);
  updates_list = qtr_list_new_from_array (made);
  statuses_list = qtr_list_new_from_array (statuses);
  return qtr_record_new (&qtr_plan_type, "id", "plan", "first_month", 4, "measures", measures, "updates",
                         updates_list, "statuses", statuses_list, NULL);
}

static const QtrObservation *
get_observation (const QtrPlan *plan)
{
  const QtrMeasure *measure = qtr_list_get (plan->measures, 0);

  return qtr_list_get (measure->observations, 0);
}

static const QtrUpdate *
get_update (const QtrPlan *plan, const char *id)
{
  return id == NULL ? NULL : qtr_list_find (plan->updates, id, NULL);
}

static void
assert_value (const QtrVintage *vintage, const char *expected)
{
  g_autofree char *value = vintage == NULL ? NULL : qtr_decimal_to_string (vintage->value);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_known (void)
{
  static const struct {
    const char *vintages;
    const char *updates;
    const char *knower;
    const char *known;
  } rows[] = {
    { "208 215", "q1", NULL, "215" },
    { "208@q1 215@q3", "Q1 q2 q3", NULL, "215" },
    { "208@q1 215@q3", "Q1 q2 q3", "q1", "208" },
    { "208@q1 215@q3", "Q1 q2 q3", "q2", "208" },
    { "208@q1 215@q3", "Q1 q2 q3", "q3", "215" },
    { "208@q1 215@q3 216@q2", "Q1 Q2 q3", "q2", "216" },
    /* What no update told is known to those that are still written. */
    { "208@q1 215", "Q1 q2", "q1", "208" },
    { "208@q1 215", "Q1 q2", "q2", "215" },
    { "208@q1 215", "q1 q2", "q1", "215" },
    /* Of plans that say nothing, the first one is taken. */
    { "208 215", "Q1 q2", "q1", "208" },
    { "208 215@q2", "Q1 q2", "q1", "208" },
    /* What only a later update told was a gap before it; who is still writing is shown it. */
    { "215@q2", "Q1 q2", "q1", NULL },
    { "215@q2", "q1 q2", "q1", "215" },
    /* A reference to nothing counts as none. */
    { "208@q1 215@gone", "Q1 q2", "q1", "208" },
    { "208@q1 215@gone", "Q1 q2", "q2", "215" },
    { "208@q1 -@q2", "Q1 q2", "q2", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1", rows[i].vintages, rows[i].updates);
    QtrKnowledge knowledge = qtr_knowledge_new (plan, get_update (plan, rows[i].knower));

    g_test_message ("%s to %s of %s", rows[i].vintages, rows[i].knower, rows[i].updates);
    assert_value (qtr_knowledge_find (&knowledge, get_observation (plan), NULL), rows[i].known);
  }
}

/* Publishing writes down what the update told, and nothing else. */
static void
test_publish (void)
{
  static const struct {
    const char *period;
    const char *vintages;
    const char *updates;
    const char *publish;
    const char *after;
  } rows[] = {
    { "2019-20-Q1", "208", "q1", "q1", "208@q1:2.0" },
    { "2019-20-Q1", "208 215", "q1", "q1", "208 215@q1:2.0" },
    { "2019-20-Q1", "208@q1", "q1", "q1", "208@q1:2.0" },
    { "2019-20-Q1", "208@q1:1.0", "q1", "q1", "208@q1:1.0" },
    { "2019-20-Q1", "208@q1:1.0 215", "Q1 q2", "q2", "208@q1:1.0 215@q2:2.0" },
    { "2019-20-Q1", "208@q1:1.0", "Q1 q2", "q2", "208@q1:1.0" },
    { "2019-20-Q1", "208@q2", "q1 q2", "q1", "208@q1:2.0" },
    { "2019-20-Q1", "208@q1 215@q2", "q1 q2", "q1", "208@q1:2.0 215@q2" },
    { "2019-06", "208", "q1", "q1", "208@q1:2.0" },
    { "2019-07", "208", "q1", "q1", "208" },
    { "2019-20-Q2", "208", "q1", "q1", "208" },
    { "2019/20", "208", "q1 q4", "q1", "208" },
    { "2019/20", "208", "q1 q4", "q4", "208@q4:2.0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan (rows[i].period, rows[i].vintages, rows[i].updates);
    g_autoptr (QtrPlan) published = qtr_edit_set_state (plan, rows[i].publish, QTR_STATE_PUBLISHED);
    g_autoptr (QtrPlan) again = qtr_edit_set_state (published, rows[i].publish, QTR_STATE_PUBLISHED);
    g_autofree char *after = print_vintages (get_observation (published));

    g_assert_cmpstr (after, ==, rows[i].after);
    g_assert_cmpint (qtr_plan_get_state (published, rows[i].publish), ==, QTR_STATE_PUBLISHED);
    g_assert_true (again == published);
  }
}

/* Taking an update back makes it one that is written again, and forgets nothing. */
static void
test_take_back (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1", "208", "q1");
  g_autoptr (QtrPlan) published = qtr_edit_set_state (plan, "q1", QTR_STATE_PUBLISHED);
  g_autoptr (QtrPlan) draft = qtr_edit_set_state (published, "q1", QTR_STATE_DRAFT);
  g_autoptr (QtrPlan) typed =
      qtr_edit_tell (draft, "m", qtr_plan_parse_period (plan, "2019-20-Q1"), NULL, parse_value ("215"), FALSE,
                     qtr_plan_parse_period (plan, "2019-20-Q1"), NULL);
  g_autofree char *after = print_vintages (get_observation (typed));

  g_assert_cmpstr (after, ==, "208@q1:2.0 215@q1");
  g_assert_true (draft->measures == published->measures);
}

static void
test_restates (void)
{
  static const struct {
    const char *period;
    const char *vintages;
    const char *updates;
    const char *value;
    const char *told;
    gboolean restates;
  } rows[] = {
    { "2019-20-Q1", "208@q1", "Q1 q2", "215", "208", TRUE },
    { "2019-20-Q1", "208@q1", "Q1 q2", "-", "208", TRUE },
    { "2019-20-Q1", "208@q1", "Q1 q2", "208", "208", FALSE },
    { "2019-20-Q1", "208@q1", "Q1 q2", "208.0", "208", FALSE },
    { "2019-20-Q1", "208@q1", "q1 q2", "215", NULL, FALSE },
    { "2019-20-Q1", "208@q1 215@q2", "Q1 q2", "215", "208", FALSE },
    { "2019-20-Q1", "208@q1 215@q2", "Q1 q2", "216", "208", TRUE },
    { "2019-20-Q1", "208", "Q1 q2", "215", "208", TRUE },
    { "2019-20-Q1", "208", "q1 q2", "215", NULL, FALSE },
    { "2019-20-Q1", "-@q1", "Q1 q2", "215", "", FALSE },
    { "2019-20-Q1", "208@q2", "Q1 q2", "215", NULL, FALSE },
    { "2019-20-Q2", "208", "Q1 q2", "215", NULL, FALSE },
    { "2019-20-Q2", "208@q2", "Q1 q2", "215", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan (rows[i].period, rows[i].vintages, rows[i].updates);
    const QtrObservation *observation = get_observation (plan);

    g_test_message ("%s as %s in %s", rows[i].vintages, rows[i].value, rows[i].updates);
    assert_value (qtr_observation_find_told (plan, observation), rows[i].told);
    g_assert_true (qtr_observation_is_restated_by (plan, observation, parse_value (rows[i].value)) ==
                   rows[i].restates);
  }
}

/* Nothing that is typed anywhere changes what was published. */
static void
test_teller (void)
{
  static const struct {
    const char *updates;
    const char *quarter;
    const char *teller;
  } rows[] = {
    { "q1 q2", "2019-20-Q1", "q1" },
    { "q1 q2", NULL, "q2" },
    { "Q1 q2", "2019-20-Q1", "q2" },
    { "Q1 q2", "2019-20-Q2", "q2" },
    { "Q1 q2 q3", "2019-20-Q2", "q2" },
    { "Q1 q2 q3", NULL, "q3" },
    { "q1 Q2 q3", "2019-20-Q1", "q3" },
    { "Q1", "2019-20-Q1", NULL },
    { "q1 Q2", NULL, NULL },
    { "q1 Q2", "2019-20-Q1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1", "208", rows[i].updates);
    const QtrUpdate *teller = qtr_plan_find_teller (plan, qtr_plan_parse_period (plan, rows[i].quarter));

    g_test_message ("%s on %s", rows[i].updates, rows[i].quarter);
    g_assert_cmpstr (teller == NULL ? NULL : teller->record.id, ==, rows[i].teller);
  }
}

static void
test_correction (void)
{
  static const struct {
    const char *vintages;
    const char *updates;
    const char *update;
    const char *told;
    const char *now;
  } rows[] = {
    { "208@q1 215@q2", "Q1 q2", "q2", "208", "215" },  { "208@q1 215@q2", "Q1 q2", "q1", NULL, NULL },
    { "208@q1 215@q2", "Q1 Q2 q3", "q3", NULL, NULL }, { "208@q1 215", "Q1 q2", "q2", "208", "215" },
    { "208@q1 215", "Q1 q2", "q1", NULL, NULL },       { "208 215@q2", "Q1 q2", "q2", "208", "215" },
    { "208 215@q2", "q1 q2", "q2", NULL, NULL },       { "208@q1 208.0@q2", "Q1 q2", "q2", NULL, NULL },
    { "208@q1 -@q2", "Q1 q2", "q2", "208", "" },       { "-@q1 208@q2", "Q1 q2", "q2", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1", rows[i].vintages, rows[i].updates);
    QtrCorrection correction = { NULL, NULL };
    gboolean corrects = qtr_update_find_correction (plan, get_update (plan, rows[i].update),
                                                    get_observation (plan), &correction);

    g_test_message ("%s in %s of %s", rows[i].vintages, rows[i].update, rows[i].updates);
    g_assert_true (corrects == (rows[i].told != NULL));
    if (corrects) {
      assert_value (correction.told, rows[i].told);
      assert_value (correction.now, rows[i].now);
    }
  }
}

/* The whole story: an update is published, its value restated in the next one, which keeps why; the first one
 * still says what it said, whatever comes after. */
static void
test_story (void)
{
  const QtrRestatement why = { "Late data", "Seven came in late.", "None." };
  g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1", "208", "q1 q2");
  QtrPeriod first = qtr_plan_parse_period (plan, "2019-20-Q1");
  g_autoptr (QtrPlan) published = qtr_edit_set_state (plan, "q1", QTR_STATE_PUBLISHED);
  g_autoptr (QtrPlan) restated =
      qtr_edit_tell (published, "m", first, NULL, parse_value ("215"), FALSE, first, &why);
  g_autoptr (QtrPlan) again =
      qtr_edit_tell (restated, "m", first, NULL, parse_value ("216"), TRUE, first, &why);
  g_autoptr (QtrPlan) next = qtr_edit_set_state (again, "q2", QTR_STATE_PUBLISHED);
  g_autofree char *after = print_vintages (get_observation (next));
  QtrKnowledge then = qtr_knowledge_new (next, get_update (next, "q1"));
  QtrKnowledge now = qtr_knowledge_new (next, get_update (next, "q2"));
  const QtrVintage *latest = qtr_knowledge_find (&now, get_observation (next), NULL);

  g_assert_cmpstr (after, ==, "208@q1:2.0 216@q2:2.0");
  assert_value (qtr_knowledge_find (&then, get_observation (next), NULL), "208");
  assert_value (latest, "216");
  g_assert_true (latest->provisional);
  g_assert_cmpstr (latest->nature, ==, why.nature);
  g_assert_cmpstr (latest->reason, ==, why.cause);
  g_assert_cmpstr (latest->effect, ==, why.effect);
}

/* What is imported after an update was published is told by the next one, with its reason where it restates.
 */
static void
test_import (void)
{
  const QtrRestatement why = { .cause = "Seven came in late." };
  const QtrSource source = { "imported from a.csv on 2020-01-20", &why };
  g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1", "208@q1:2.0", "Q1 q2");
  const QtrSighting sightings[] = {
    { .period = qtr_plan_parse_period (plan, "2019-20-Q1"), .value = { 215, 0 } },
    { .period = qtr_plan_parse_period (plan, "2019-20-Q2"), .value = { 300, 0 } },
  };
  QtrSightingsCount count = { 0 };
  g_autoptr (QtrMeasure) measure =
      qtr_measure_observe (plan, qtr_list_get (plan->measures, 0), sightings, 2, &source, NULL, &count);
  g_autofree char *first = print_vintages (qtr_list_get (measure->observations, 0));
  g_autofree char *second = print_vintages (qtr_list_get (measure->observations, 1));
  const QtrObservation *observation = qtr_list_get (measure->observations, 0);

  g_assert_cmpstr (first, ==, "208@q1:2.0 215@q2");
  g_assert_cmpstr (second, ==, "300");
  g_assert_cmpstr (qtr_observation_get_latest (observation)->reason, ==, why.cause);
  g_assert_cmpuint (count.changed, ==, 1);
  g_assert_cmpuint (count.restated, ==, 1);
  g_assert_cmpuint (count.added, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/known", test_known);
  g_test_add_func ("/knowledge/publish", test_publish);
  g_test_add_func ("/knowledge/take-back", test_take_back);
  g_test_add_func ("/knowledge/restates", test_restates);
  g_test_add_func ("/knowledge/teller", test_teller);
  g_test_add_func ("/knowledge/correction", test_correction);
  g_test_add_func ("/knowledge/story", test_story);
  g_test_add_func ("/knowledge/import", test_import);
  return g_test_run ();
}
