/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/resolve.h"

#include <string.h>

#include "model/edit.h"
#include "observations.h"

#define CALLS \
  "2018-19-Q1=1100 2018-19-Q2=1050 2018-19-Q3=1137 2018-19-Q3@North=500 2018-19-Q4=900 2019-20-Q1=1000 " \
  "2019-20-Q2=1164 2019-20-Q3=1190 2019-20-Q3@North=450"
#define SHARES "2018-19-Q3=10.5 2019-20-Q2=12.0 2019-20-Q3=12.0"
#define FEW "2018-19-Q3=3 2019-20-Q2=7 2019-20-Q3=7"
#define GAPS "2018-19-Q3=1000 2019-20-Q1=3 2019-20-Q2=4 2019-20-Q3=2"
#define YEARS "2017/18=60.1 2018/19=63.25"

static QtrMeasure *
make_measure (const char *id, const char *unit, int decimals, const char *observed)
{
  g_autoptr (QtrList) observations = parse_observations (observed);
  g_autoptr (QtrTarget) target = qtr_record_new (&qtr_target_type, "value", ((QtrDecimal) { 1200, 0 }), NULL);
  g_autoptr (QtrList) targets = qtr_list_append (NULL, target);

  return qtr_record_new (&qtr_measure_type, "id", id, "name", id, "unit", unit, "decimals", decimals,
                         "targets", targets, "frequency",
                         (int) (g_str_equal (id, "years") ? QTR_FREQUENCY_YEAR : QTR_FREQUENCY_QUARTER),
                         "lag", g_str_equal (id, "late") ? 1 : 0, "kind",
                         (int) (g_str_equal (id, "shares") ? QTR_MEASURE_LEVEL : QTR_MEASURE_FLOW),
                         "observations", observations, NULL);
}

static QtrBullet *
make_bullet (const char *id, const char *text, QtrBullet *child)
{
  g_autoptr (QtrBullet) owned = child;
  g_autoptr (QtrList) children = child == NULL ? NULL : qtr_list_append (NULL, child);

  return qtr_record_new (&qtr_bullet_type, "id", id, "text", text, "bullets", children, NULL);
}

static QtrPlan *
make_plan (const char *text)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrBullet) plain = make_bullet ("plain", "Nothing {{to see}} here.", NULL);
  g_autoptr (QtrBullet) linked = make_bullet ("linked", text, NULL);
  g_autoptr (QtrBullet) above =
      make_bullet ("above", "Above.", make_bullet ("below", "{{few value}}.", NULL));
  gconstpointer all[] = { plain, linked, above };
  g_autoptr (QtrList) bullets = qtr_list_splice (NULL, 0, 0, all, 3);
  g_autoptr (QtrSection) section =
      qtr_record_new (&qtr_section_type, "id", "s", "commitment", "c", "bullets", bullets, NULL);
  g_autoptr (QtrBullet) other = make_bullet ("other", "No figure.", NULL);
  g_autoptr (QtrList) others = qtr_list_append (NULL, other);
  g_autoptr (QtrSection) second =
      qtr_record_new (&qtr_section_type, "id", "s2", "commitment", "c2", "bullets", others, NULL);
  gconstpointer both[] = { section, second };
  g_autoptr (QtrList) sections = qtr_list_splice (NULL, 0, 0, both, 2);
  g_autoptr (QtrUpdate) update =
      qtr_record_new (&qtr_update_type, "id", "u", "quarter", "2019-20-Q3", "sections", sections, NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);
  g_autoptr (QtrList) list = NULL;

  g_ptr_array_add (measures, make_measure ("calls", "calls", 0, CALLS));
  g_ptr_array_add (measures, make_measure ("money", "£", 0, CALLS));
  g_ptr_array_add (measures, make_measure ("shares", "%", 1, SHARES));
  g_ptr_array_add (measures, make_measure ("few", "people", 0, FEW));
  g_ptr_array_add (measures, make_measure ("gaps", "things", 0, GAPS));
  g_ptr_array_add (measures, make_measure ("late", "things", 0, CALLS));
  g_ptr_array_add (measures, make_measure ("years", "%", 1, YEARS));
  list = qtr_list_new_from_array (measures);
  return qtr_record_new (&qtr_plan_type, "id", "plan", "measures", list, "updates", updates, NULL);
}

static const QtrUpdate *
get_update (const QtrPlan *plan)
{
  return qtr_list_get (plan->updates, 0);
}

/* --- Forms --- */

static const struct {
  const char *link;
  const char *words;
  QtrFigureState state;
} forms[] = {
  { "{{calls value}}", "1,190", QTR_FIGURE_KNOWN },
  { "{{calls value area=\"North\"}}", "450", QTR_FIGURE_KNOWN },
  { "{{calls last-quarter}}", "1,164", QTR_FIGURE_KNOWN },
  { "{{calls last-year}}", "1,137", QTR_FIGURE_KNOWN },
  { "{{calls difference}}", "53", QTR_FIGURE_KNOWN },
  { "{{calls difference on=\"last-quarter\"}}", "26", QTR_FIGURE_KNOWN },
  { "{{calls difference on=\"last-year\"}}", "53", QTR_FIGURE_KNOWN },
  { "{{calls more-fewer}}", "53 more than", QTR_FIGURE_KNOWN },
  { "{{calls more-fewer area=\"North\"}}", "50 fewer than", QTR_FIGURE_KNOWN },
  { "{{money more-fewer}}", "£53 more than", QTR_FIGURE_KNOWN },
  { "{{calls percent-change}}", "5%", QTR_FIGURE_KNOWN },
  { "{{calls up-down}}", "up from 1,137", QTR_FIGURE_KNOWN },
  { "{{calls up-down area=\"North\"}}", "down from 500", QTR_FIGURE_KNOWN },
  { "{{calls up-down-percent}}", "up 5% from 1,137", QTR_FIGURE_KNOWN },
  { "{{calls increase-decrease}}", "an increase of 5%", QTR_FIGURE_KNOWN },
  { "{{calls increase-decrease area=\"North\"}}", "a decrease of 10%", QTR_FIGURE_KNOWN },
  { "{{calls rank}}", "the highest since the series began in Q1 2018/19", QTR_FIGURE_KNOWN },
  { "{{calls year-to-date}}", "3,354", QTR_FIGURE_KNOWN },
  { "{{calls rolling-year}}", "4,254", QTR_FIGURE_KNOWN },
  { "{{calls target}}", "1,200", QTR_FIGURE_KNOWN },
  { "{{money value}}", "£1,190", QTR_FIGURE_KNOWN },
  { "{{shares value}}", "12.0%", QTR_FIGURE_KNOWN },
  { "{{shares difference}}", "1.5 percentage points", QTR_FIGURE_KNOWN },
  { "{{shares increase-decrease}}", "an increase of 1.5 percentage points", QTR_FIGURE_KNOWN },
  { "{{shares up-down on=\"last-quarter\"}}", "unchanged at 12.0%", QTR_FIGURE_KNOWN },
  { "{{shares increase-decrease on=\"last-quarter\"}}", "no change", QTR_FIGURE_KNOWN },
  { "{{shares rank}}", "level with Q2 2019/20", QTR_FIGURE_KNOWN },
  { "{{shares year-to-date}}", "12.0%", QTR_FIGURE_KNOWN },
  { "{{few more-fewer on=\"last-quarter\"}}", "as many as", QTR_FIGURE_KNOWN },
  { "{{gaps rank}}", "the lowest since at least Q1 2019/20", QTR_FIGURE_KNOWN },
  /* Of a measure with a lag it is the quarter before; of a year the last that was complete. */
  { "{{late value}}", "1,164", QTR_FIGURE_KNOWN },
  { "{{years value}}", "63.3%", QTR_FIGURE_KNOWN },
  { "{{years last-year}}", "60.1%", QTR_FIGURE_KNOWN },
  { "{{calls value text=\"about 1,200\" because=\"b\"}}", "about 1,200", QTR_FIGURE_OVERRIDDEN },
  { "{{gaps rolling-year}}", "[no figure]", QTR_FIGURE_NO_VALUE },
  { "{{calls value area=\"Nowhere\"}}", "[no figure]", QTR_FIGURE_NO_VALUE },
  { "{{shares percent-change}}", "[no figure]", QTR_FIGURE_NO_VALUE },
  { "{{years last-quarter}}", "[no figure]", QTR_FIGURE_NO_VALUE },
  { "{{gone value}}", "{{gone value}}", QTR_FIGURE_NO_MEASURE },
  { "{{gone value text=\"5\"}}", "{{gone value text=\"5\"}}", QTR_FIGURE_NO_MEASURE },
  { "{{gone guess}}", "{{gone guess}}", QTR_FIGURE_NONE },
  { "{{calls guess}}", "{{calls guess}}", QTR_FIGURE_NO_FORM },
  { "{{calls up-down on=\"never\"}}", "{{calls up-down on=\"never\"}}", QTR_FIGURE_NO_FORM },
};

static void
test_forms (void)
{
  g_autoptr (QtrPlan) plan = make_plan (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_auto (QtrFigureLink) link = { 0 };
    g_autofree char *words = NULL;

    g_assert_true (qtr_figure_link_parse (forms[i].link, &link, NULL));
    g_assert_cmpint (qtr_figure_link_print (&link, plan, get_update (plan), &words), ==, forms[i].state);
    g_assert_cmpstr (words, ==, forms[i].words);
  }
}

/* The words of the table are those that links are written with, and none stands twice. */
static void
test_table (void)
{
  guint n_forms = 0;
  const QtrFigureForm *table = qtr_figure_forms_get (&n_forms);

  for (guint i = 0; i < n_forms; i++) {
    g_autofree char *text = g_strdup_printf ("{{calls %s}}", table[i].word);

    g_assert_true (qtr_figure_form_find (table[i].word) == &table[i]);
    g_assert_true (qtr_figure_link_parse (text, NULL, NULL));
  }
}

static void
test_house_style (void)
{
  static const struct {
    const char *text;
    const char *printed;
  } rows[] = {
    { "Up {{calls percent-change}}.", "Up 5 per cent." },
    { "It is {{shares value}}, {{few value}} times {{calls value}}.",
      "It is 12.0 per cent, seven times 1,190." },
    { "{{few value}} of them. {{few value}} more", "Seven of them. Seven more" },
    { "“{{few value}}”", "“seven”" },
  };
  g_autoptr (QtrPlan) any = make_plan (NULL);
  g_autoptr (QtrPlan) plan = qtr_edit_set (any, "plan", "percent", (int) QTR_PERCENT_WORDS, "small_numbers",
                                           (int) QTR_SMALL_NUMBERS_WORDS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *printed = qtr_figures_print (rows[i].text, plan, get_update (plan), NULL);

    g_assert_cmpstr (printed, ==, rows[i].printed);
  }
}

/* --- Places --- */

static void
test_spans (void)
{
  g_autoptr (QtrPlan) plan = make_plan (NULL);
  g_autoptr (GArray) spans = NULL;
  const char *source = "é {{calls value}} or {{few value}}!";
  g_autofree char *printed = qtr_figures_print (source, plan, get_update (plan), &spans);
  /* In the printed text, and in the source as a beginning and as an end. */
  static const int places[][3] = {
    { 0, 0, 0 },   { 2, 2, 2 },    { 3, 2, 17 },   { 6, 2, 17 },   { 7, 17, 17 },
    { 8, 18, 18 }, { 11, 21, 21 }, { 12, 34, 34 }, { 13, 35, 35 },
  };

  g_assert_cmpstr (printed, ==, "é 1,190 or 7!");
  g_assert_cmpuint (spans->len, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_assert_cmpint (qtr_figure_spans_to_source (spans, places[i][0], FALSE), ==, places[i][1]);
    g_assert_cmpint (qtr_figure_spans_to_source (spans, places[i][0], TRUE), ==, places[i][2]);
  }
  g_assert_cmpint (qtr_figure_spans_to_printed (spans, 10, FALSE), ==, 2);
  g_assert_cmpint (qtr_figure_spans_to_printed (spans, 10, TRUE), ==, 7);
  g_assert_cmpint (qtr_figure_spans_to_printed (spans, 35, TRUE), ==, 13);
  g_assert_cmpint (qtr_figure_spans_to_source (NULL, 5, TRUE), ==, 5);
  g_assert_true (qtr_figure_spans_touch (spans, (QtrSpan) { 0, 3 }));
  g_assert_true (qtr_figure_spans_touch (spans, (QtrSpan) { 4, 4 }));
  g_assert_false (qtr_figure_spans_touch (spans, (QtrSpan) { 0, 2 }));
  g_assert_false (qtr_figure_spans_touch (spans, (QtrSpan) { 2, 2 }));
  g_assert_false (qtr_figure_spans_touch (spans, (QtrSpan) { 7, 11 }));
}

/* --- Sharing --- */

static const QtrBullet *
get_bullet (const QtrUpdate *update, guint index)
{
  const QtrSection *section = qtr_list_get (update->sections, 0);

  return qtr_list_get (section->bullets, index);
}

static void
test_sharing (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("It was {{calls value}}.");
  g_autoptr (QtrResolver) resolver = qtr_resolver_new ();
  const QtrUpdate *source = get_update (plan);
  g_autoptr (QtrUpdate) printed = qtr_resolver_resolve (resolver, plan, source);
  g_autoptr (QtrUpdate) again = qtr_resolver_resolve (resolver, plan, source);

  g_assert_true (get_bullet (printed, 0) == get_bullet (source, 0));
  g_assert_cmpstr (get_bullet (printed, 1)->text, ==, "It was 1,190.");
  g_assert_cmpstr (get_bullet (printed, 1)->record.id, ==, "linked");
  g_assert_cmpstr (((const QtrBullet *) qtr_list_get (get_bullet (printed, 2)->bullets, 0))->text, ==, "7.");
  g_assert_true (qtr_list_get (printed->sections, 1) == qtr_list_get (source->sections, 1));
  for (guint i = 0; i < 3; i++)
    g_assert_true (get_bullet (printed, i) == get_bullet (again, i));
  g_assert_cmpuint (qtr_resolver_get_spans (resolver, "linked")->len, ==, 1);
  g_assert_cmpuint (qtr_list_length (qtr_resolver_get_notes (resolver, "linked")), ==, 1);
  g_assert_null (qtr_resolver_get_spans (resolver, "plain"));
}

/* Without any figure it is the update itself, and the plan itself. */
static void
test_nothing_to_do (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("Plain.");
  g_autoptr (QtrPlan) plain = qtr_edit_remove (plan, "above");
  g_autoptr (QtrPlan) printed = qtr_plan_resolve (plain, get_update (plain), NULL);

  g_assert_true (printed == plain);
}

static QtrUpdate *
resolve (QtrResolver *resolver, const QtrPlan *plan)
{
  return qtr_resolver_resolve (resolver, plan, get_update (plan));
}

static QtrPlan *
observe (const QtrPlan *plan, const char *measure, int value)
{
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { value, 0 }), NULL);

  return qtr_edit_observe (plan, measure, parse_period ("2019-20-Q3"), NULL, vintage);
}

/* A figure follows its measure, and nothing that another measure says makes a bullet another one. */
static void
test_following (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("It was {{calls value}}.");
  g_autoptr (QtrResolver) resolver = qtr_resolver_new ();
  g_autoptr (QtrUpdate) first = resolve (resolver, plan);
  g_autoptr (QtrPlan) other = observe (plan, "gaps", 5);
  g_autoptr (QtrUpdate) second = resolve (resolver, other);
  g_autoptr (QtrPlan) changed = observe (other, "calls", 1191);
  g_autoptr (QtrUpdate) third = resolve (resolver, changed);
  g_autoptr (QtrPlan) removed = qtr_edit_remove (changed, "calls");
  g_autoptr (QtrUpdate) fourth = resolve (resolver, removed);
  g_autoptr (QtrPlan) styled =
      qtr_edit_set (plan, "plan", "small_numbers", (int) QTR_SMALL_NUMBERS_WORDS, NULL);
  g_autoptr (QtrUpdate) fifth = resolve (resolver, styled);

  g_assert_true (get_bullet (first, 1) == get_bullet (second, 1));
  g_assert_cmpstr (get_bullet (third, 1)->text, ==, "It was 1,191.");
  g_assert_true (get_bullet (first, 2) == get_bullet (third, 2));
  g_assert_cmpstr (get_bullet (fourth, 1)->text, ==, "It was {{calls value}}.");
  g_assert_cmpstr (((const QtrBullet *) qtr_list_get (get_bullet (fifth, 2)->bullets, 0))->text, ==,
                   "Seven.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resolve/forms", test_forms);
  g_test_add_func ("/resolve/table", test_table);
  g_test_add_func ("/resolve/house-style", test_house_style);
  g_test_add_func ("/resolve/spans", test_spans);
  g_test_add_func ("/resolve/sharing", test_sharing);
  g_test_add_func ("/resolve/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/resolve/following", test_following);
  return g_test_run ();
}
