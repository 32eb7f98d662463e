/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "import/table-place.h"

#define ORIGIN "imported from a.csv on 2026-11-22"
#define LATER "imported from a.csv on 2026-11-23"

static QtrTableContent *
read_table (const char *text, const char *mapping_text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GBytes) bytes =
      mapping_text == NULL ? NULL : g_bytes_new_static (mapping_text, strlen (mapping_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrTableMapping) mapping = bytes == NULL ? NULL : qtr_table_mapping_read (bytes, &error);
  QtrTableRequest request = { .mapping = mapping, .first_month = 4 };
  QtrTableContent *table = NULL;

  g_assert_no_error (error);
  table = qtr_table_read (stream, &request, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static QtrPlan *
place (const QtrPlan *plan, const char *text, const char *mapping, const char *origin,
       QtrSightingsCount *count)
{
  g_autoptr (QtrTableContent) table = read_table (text, mapping);
  g_autoptr (QtrTablePlaced) placed = NULL;
  g_autoptr (GError) error = NULL;
  QtrPlan *made = qtr_table_place (plan, table, &(QtrSource) { .origin = origin }, &placed, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (placed->count.added + placed->count.changed + placed->count.same, ==,
                    table->entries->len);
  if (count != NULL)
    *count = placed->count;
  return made;
}

/* Observations in their order, all vintages of each, the earliest first. */
static char *
dump (const QtrPlan *plan, const char *name)
{
  const QtrMeasure *measure = qtr_plan_find_measure (plan, name);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (measure);
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", observation->period);
    if (observation->area != NULL)
      g_string_append_printf (out, "@%s", observation->area);
    for (guint j = 0; j < qtr_list_length (observation->vintages); j++) {
      const QtrVintage *vintage = qtr_list_get (observation->vintages, j);
      g_autofree char *value = qtr_decimal_to_string (vintage->value);

      g_string_append_printf (out, "%s%s%s", j > 0 ? "|" : "=", value, vintage->provisional ? "~" : "");
    }
    if (observation->note != NULL)
      g_string_append_printf (out, "(%s)", observation->note);
  }
  return g_string_free (out, FALSE);
}

#define assert_holds(plan, name, want) \
  G_STMT_START \
  { \
    g_autofree char *has = dump ((plan), (name)); \
    g_assert_cmpstr (has, ==, (want)); \
  } \
  G_STMT_END

/* A new value is a vintage of its own, an equal one is none, and what a source said before on that day gives
 * way. */
static void
test_vintages (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrPlan) first = place (plan, "month,n\n2019-02,6\n2019-01,5\n", NULL, ORIGIN, NULL);
  g_autoptr (QtrPlan) again = place (first, "month,n\n2019-02,6\n2019-01,5\n", NULL, LATER, NULL);
  g_autoptr (QtrPlan) second = NULL;
  g_autoptr (QtrPlan) third = NULL;
  QtrSightingsCount count;
  const QtrVintage *vintage = NULL;

  assert_holds (first, "n", "2019-01=5 2019-02=6");
  g_assert_true (again == first);

  second = place (first, "month,n\n2018-12,4\n2019-01,5\n2019-02,8\n2019-03,9\n", NULL, LATER, &count);
  assert_holds (second, "n", "2018-12=4 2019-01=5 2019-02=6|8 2019-03=9");
  g_assert_cmpuint (count.added, ==, 2);
  g_assert_cmpuint (count.changed, ==, 1);
  g_assert_cmpuint (count.same, ==, 1);
  vintage = qtr_observation_get_latest (qtr_list_get (qtr_plan_find_measure (second, "n")->observations, 2));
  g_assert_cmpstr (vintage->origin, ==, LATER);

  third = place (second, "month,n\n2019-02,7\n", NULL, LATER, NULL);
  assert_holds (third, "n", "2018-12=4 2019-01=5 2019-02=6|7 2019-03=9");
}

/* Whatever is not of the table is the very same record as before. */
static void
test_shares (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrPlan) first = place (plan, "month,n,m\n2019-01,5,1\n2019-02,6,2\n", NULL, ORIGIN, NULL);
  g_autoptr (QtrPlan) second = place (first, "month,n\n2019-02,7\n", NULL, LATER, NULL);

  g_assert_true (qtr_plan_find_measure (first, "m") == qtr_plan_find_measure (second, "m"));
  g_assert_true (qtr_list_get (qtr_plan_find_measure (first, "n")->observations, 0) ==
                 qtr_list_get (qtr_plan_find_measure (second, "n")->observations, 0));
}

/* By the bulk and one by one it comes to the same. */
static void
test_same_as_single (void)
{
  static const char *const months[] = { "2019-01", "2019-02", "2019-03" };
  static const gint64 values[] = { 5, 8, 9 };
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrPlan) first = place (plan, "month,n\n2019-01,5\n2019-02,6\n", NULL, ORIGIN, NULL);
  g_autoptr (QtrPlan) bulk = place (first, "month,n\n2019-02,8\n2019-03,9\n", NULL, LATER, NULL);
  g_autoptr (QtrPlan) single = qtr_record_ref (first);
  g_autofree char *wanted = dump (bulk, "n");

  for (guint i = 1; i < G_N_ELEMENTS (months); i++) {
    g_autoptr (QtrVintage) vintage =
        qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { values[i], 0 }), "origin", LATER, NULL);
    QtrPeriod period;
    QtrPlan *next = NULL;

    g_assert_true (qtr_period_parse (months[i], 4, &period, NULL));
    next = qtr_edit_observe (single, qtr_plan_find_measure (first, "n")->record.id, period, NULL, vintage);
    qtr_record_unref (single);
    single = next;
  }
  assert_holds (single, "n", wanted);
}

/* The mark of a gap goes when the value comes; what somebody wrote stays. */
static void
test_notes (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrPlan) first =
      place (plan, "month,n\n2019-01,..\n2019-02,6 [p]\n2019-03,[x]\n", NULL, ORIGIN, NULL);
  const QtrObservation *third = qtr_list_get (qtr_plan_find_measure (first, "n")->observations, 2);
  g_autoptr (QtrPlan) noted = qtr_edit_set (first, third->record.id, "note", "Ask Finance.", NULL);
  g_autoptr (QtrPlan) second =
      place (noted, "month,n\n2019-01,5\n2019-02,6\n2019-03,7 r\n", NULL, LATER, NULL);

  assert_holds (first, "n", "2019-01=(..) 2019-02=6~([p]) 2019-03=([x])");
  assert_holds (second, "n", "2019-01=|5 2019-02=6~|6 2019-03=|7(Ask Finance.)");
}

static void
test_new_measures (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrPlan) made = place (plan,
                                    "area,quarter,rate,cost,total\nAlder,2019Q4,12.5%,\"£1,200.505\",7\n"
                                    "Alder,2020Q1,11%,£900,8\n",
                                    "{\"measures\": [{\"name\": \"total\", \"measure\": \"Everything\", "
                                    "\"unit\": \"crimes\", \"kind\": \"level\"}]}",
                                    ORIGIN, NULL);
  const QtrMeasure *rate = qtr_plan_find_measure (made, "rate");
  const QtrMeasure *cost = qtr_plan_find_measure (made, "cost");
  const QtrMeasure *total = qtr_plan_find_measure (made, "everything");

  g_assert_cmpstr (rate->unit, ==, "%");
  g_assert_cmpint (rate->kind, ==, QTR_MEASURE_LEVEL);
  g_assert_cmpint (rate->frequency, ==, QTR_FREQUENCY_QUARTER);
  g_assert_cmpint (rate->decimals, ==, 1);
  g_assert_null (rate->priorities);
  g_assert_cmpstr (cost->unit, ==, "£");
  g_assert_cmpint (cost->kind, ==, QTR_MEASURE_FLOW);
  g_assert_cmpint (cost->decimals, ==, 2);
  g_assert_cmpstr (total->unit, ==, "crimes");
  g_assert_cmpint (total->kind, ==, QTR_MEASURE_LEVEL);
  assert_holds (made, "cost", "2019-20-Q3@Alder=1200.505 2019-20-Q4@Alder=900");
}

/* Areas and measures that the plan spells otherwise are its own. */
static void
test_spelling (void)
{
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autoptr (QtrArea) area = qtr_record_new (&qtr_area_type, "name", "beech", NULL);
  g_autoptr (QtrPlan) plan = qtr_edit_insert (empty, empty->record.id, "areas", 0, area);
  g_autoptr (QtrPlan) first =
      place (plan, "area,month,Thefts\nBeech,2019-01,5\nCedar,2019-01,6\n", NULL, ORIGIN, NULL);
  QtrSightingsCount count;
  g_autoptr (QtrPlan) again =
      place (first, "area,month,THEFTS\nBEECH,2019-01,5\nCedar,2019-01,6\n", NULL, ORIGIN, &count);

  assert_holds (first, "Thefts", "2019-01@Cedar=6 2019-01@beech=5");
  g_assert_true (again == first);
  g_assert_cmpuint (count.same, ==, 2);
}

static void
test_refused (void)
{
  static const struct {
    const char *text;
    const char *mapping;
    int code;
  } cases[] = {
    { "month,sex,n\n2019-01,F,5\n2019-01,M,6\n", NULL, QTR_ERROR_REFUSED },
    { "month,n\n2019-01,5\n", "{\"measures\": [{\"name\": \"n\", \"priorities\": [\"9\"]}]}",
      QTR_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QtrPlan) plan = qtr_plan_new ();
    g_autoptr (QtrTableContent) table = read_table (cases[i].text, cases[i].mapping);
    g_autoptr (QtrTablePlaced) placed = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (qtr_table_place (plan, table, &(QtrSource) { .origin = ORIGIN }, &placed, &error));
    g_assert_error (error, QTR_ERROR, cases[i].code);
  }
}

/* Most likely a column of another measure. */
static void
test_wrong_sign (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  g_autoptr (QtrPlan) first = place (plan, "month,n\n2019-01,5%\n", NULL, ORIGIN, NULL);
  g_autoptr (QtrTableContent) table = read_table ("month,n\n2019-02,£5\n", NULL);
  g_autoptr (QtrTablePlaced) placed = NULL;
  g_autoptr (QtrPlan) second =
      qtr_table_place (first, table, &(QtrSource) { .origin = LATER }, &placed, NULL);

  g_assert_nonnull (second);
  g_assert_cmpuint (placed->remarks->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-place/vintages", test_vintages);
  g_test_add_func ("/table-place/shares", test_shares);
  g_test_add_func ("/table-place/same-as-single", test_same_as_single);
  g_test_add_func ("/table-place/notes", test_notes);
  g_test_add_func ("/table-place/new-measures", test_new_measures);
  g_test_add_func ("/table-place/spelling", test_spelling);
  g_test_add_func ("/table-place/refused", test_refused);
  g_test_add_func ("/table-place/wrong-sign", test_wrong_sign);
  return g_test_run ();
}
