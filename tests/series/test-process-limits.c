/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "series/process-limits.h"

/* "-" is a gap. Lines are written as fractions, or "-" where there are none. */
static const struct {
  const char *name;
  const char *values;
  guint baseline;
  const char *mean;
  const char *screened_upper;
  const char *plain_upper;
  guint n_basis;
} LINES[] = {
  { "nothing", "", 0, NULL, NULL, NULL, 0 },
  { "gaps only", "- - -", 0, "-", "-", "-", 0 },
  /* One value has no moving range: a mean, and no limits. */
  { "one", "7", 0, "7/1", "-", "-", 1 },
  { "two", "4 6", 0, "5/1", "5/1+532/100", NULL, 2 },
  { "two equal", "4 4", 0, "4/1", "4/1", NULL, 2 },
  { "all equal", "4 4 4 4 4 4 4 4", 0, "4/1", "4/1", NULL, 8 },
  /* Moving ranges 1 … 1, 8, 9 (17 of them, in sum 32): the two are beyond 3.267 × 32/17. */
  { "screened", "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1", 0, "35/18", "35/18+266/100", "35/18+8512/1700", 18 },
  /* Ranges 0, 0, 1000, 0: the mean is 250, and 1000 is beyond 816.75. */
  { "screened to nothing", "0 0 0 1000 1000", 0, "400/1", "400/1", "400/1+66500/100", 5 },
  { "a gap has no range", "1 2 - 9 10", 0, "22/4", "22/4+266/100", NULL, 4 },
  { "between gaps", "1 - 5 - 9", 0, "5/1", "-", "-", 3 },
  { "a baseline", "1 2 1 2 50 60", 4, "3/2", "3/2+266/100", NULL, 4 },
  { "a baseline of values, not of gaps", "1 - 2 1 2 50 60", 4, "3/2", "3/2+266/100", NULL, 4 },
  { "a baseline longer than the series", "1 2 1 2", 99, "3/2", "3/2+266/100", NULL, 4 },
  { "below zero", "-1 -2 -1 -2", 0, "-3/2", "-3/2+266/100", NULL, 4 },
};

static QtrDecimal *
parse_values (const char *text, guint *n_values)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  QtrDecimal *values = NULL;

  *n_values = g_strv_length (words);
  values = g_new (QtrDecimal, *n_values + 1);
  for (guint i = 0; i < *n_values; i++) {
    values[i] = QTR_DECIMAL_NONE;
    if (!g_str_equal (words[i], "-"))
      g_assert_true (qtr_decimal_parse (words[i], &values[i], NULL));
  }
  return values;
}

static QtrLimits *
make_limits (const char *text, const QtrLimitsOptions *options)
{
  g_autoptr (GError) error = NULL;
  guint n_values = 0;
  g_autofree QtrDecimal *values = parse_values (text, &n_values);
  QtrLimits *limits = qtr_limits_new (values, n_values, options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (limits->n_points, ==, n_values);
  return limits;
}

/* "3/2+266/100" */
static QtrRational
parse_line (const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, "+", -1);
  QtrRational sum = qtr_rational_new (0, 1);

  if (g_str_equal (text, "-"))
    return QTR_RATIONAL_NONE;
  for (guint i = 0; terms[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (terms[i], "/", 2);

    sum = qtr_rational_add (sum,
                            qtr_rational_new (g_ascii_strtoll (parts[0], NULL, 10),
                                              parts[1] == NULL ? 1 : g_ascii_strtoll (parts[1], NULL, 10)));
  }
  return sum;
}

static void
assert_line (QtrRational found, const char *expected)
{
  QtrRational line = parse_line (expected);
  int order = 0;

  g_assert_cmpint (qtr_rational_is_set (found), ==, qtr_rational_is_set (line));
  if (!qtr_rational_is_set (line))
    return;
  g_assert_true (qtr_rational_compare (found, line, &order));
  g_assert_cmpint (order, ==, 0);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++) {
    for (QtrLimitsEdition edition = QTR_LIMITS_SCREENED; edition <= QTR_LIMITS_PLAIN; edition++) {
      QtrLimitsOptions options = { .edition = edition, .baseline = LINES[i].baseline };
      g_autoptr (QtrLimits) limits = make_limits (LINES[i].values, &options);
      const QtrLimitsSegment *segment = qtr_limits_get_last (limits);
      gboolean differs = edition == QTR_LIMITS_PLAIN && LINES[i].plain_upper != NULL;
      QtrRational twice = qtr_rational_new (2, 1);

      g_test_message ("%s, %s", LINES[i].name, qtr_limits_edition_get_word (edition));
      if (LINES[i].mean == NULL) {
        g_assert_null (segment);
        continue;
      }
      assert_line (segment->bounds.mean, LINES[i].mean);
      assert_line (segment->bounds.upper, differs ? LINES[i].plain_upper : LINES[i].screened_upper);
      g_assert_cmpuint (segment->n_basis, ==, LINES[i].n_basis);
      g_assert_cmpint (segment->trial, ==, LINES[i].n_basis < 13);
      if (qtr_rational_is_set (segment->bounds.upper)) {
        /* The lower limit is as far from the mean as the upper, the two-sigma lines two thirds of that. */
        QtrRational width = qtr_rational_subtract (segment->bounds.upper, segment->bounds.mean);
        QtrRational two = qtr_rational_subtract (segment->bounds.upper_two, segment->bounds.mean);
        QtrRational thrice = qtr_rational_multiply (two, qtr_rational_new (3, 1));
        QtrRational lower = qtr_rational_subtract (segment->bounds.mean, width);
        QtrRational lower_two = qtr_rational_subtract (segment->bounds.mean, two);
        int order = 1;

        g_assert_true (qtr_rational_compare (thrice, qtr_rational_multiply (width, twice), &order) &&
                       order == 0);
        g_assert_true (qtr_rational_compare (lower, segment->bounds.lower, &order) && order == 0);
        g_assert_true (qtr_rational_compare (lower_two, segment->bounds.lower_two, &order) && order == 0);
      }
    }
  }
}

/* A range of exactly 3.267 times the mean is screened. */
static void
test_screen_edge (void)
{
  /* Four ranges: 733, 733, 733 and 9801 have the mean 3000, and 3.267 × 3000 is 9801. */
  QtrLimitsOptions options = { .edition = QTR_LIMITS_SCREENED };
  g_autoptr (QtrLimits) on = make_limits ("0 733 0 733 10534", &options);
  /* With 9800 the cut is at 9800.18…, so it stays. */
  g_autoptr (QtrLimits) below = make_limits ("0 733 0 733 10533", &options);

  assert_line (on->segments[0].bounds.upper, "12000/5+194978/100");
  assert_line (below->segments[0].bounds.upper, "11999/5+3191734/400");
}

static void
test_segments (void)
{
  /* The last two are at the same place, and one is out of the series. */
  const guint rebases[] = { 5, 2, 3, 3, 99 };
  QtrLimitsOptions options = { .rebases = rebases, .n_rebases = G_N_ELEMENTS (rebases) };
  g_autoptr (QtrLimits) limits = make_limits ("1 3 100 7 9 50 60 70", &options);
  static const struct {
    guint first, length;
    const char *mean, *upper;
  } segments[] = {
    { 0, 2, "2/1", "2/1+532/100" },
    { 2, 1, "100/1", "-" },
    { 3, 2, "8/1", "8/1+532/100" },
    { 5, 3, "60/1", "60/1+2660/100" },
  };

  g_assert_cmpuint (limits->n_segments, ==, G_N_ELEMENTS (segments));
  for (guint i = 0; i < G_N_ELEMENTS (segments); i++) {
    g_assert_cmpuint (limits->segments[i].first, ==, segments[i].first);
    g_assert_cmpuint (limits->segments[i].length, ==, segments[i].length);
    assert_line (limits->segments[i].bounds.mean, segments[i].mean);
    assert_line (limits->segments[i].bounds.upper, segments[i].upper);
  }
  for (guint i = 0; i < limits->n_points; i++)
    g_assert_cmpint (limits->points[i].special, ==, QTR_SPECIAL_NONE);
}

/* Ten that rise, five on either side of a re-basing, are no trend; nor are ten above the mean. */
static void
test_rules_start_afresh (void)
{
  const guint rebases[] = { 5 };
  QtrLimitsOptions options = { .rebases = rebases, .n_rebases = 1, .baseline = 2 };
  g_autoptr (QtrLimits) limits = make_limits ("1 2 3 4 5 6 7 8 9 10", &options);

  for (guint i = 0; i < limits->n_points; i++)
    g_assert_cmpint (limits->points[i].mark.rule, !=, QTR_LIMITS_RULE_TREND);
  /* The baseline is that of each segment: 1, 2 and 6, 7. */
  assert_line (limits->segments[0].bounds.mean, "3/2");
  assert_line (limits->segments[1].bounds.mean, "13/2");
}

static void
test_trial (void)
{
  QtrLimitsOptions options = { 0 };
  QtrLimitsOptions frozen = { .baseline = 12 };
  g_autoptr (QtrLimits) twelve = make_limits ("1 2 1 2 1 2 1 2 1 2 1 2", &options);
  g_autoptr (QtrLimits) thirteen = make_limits ("1 2 1 2 1 2 1 2 1 2 1 2 1", &options);
  g_autoptr (QtrLimits) gap = make_limits ("1 2 1 2 1 2 - 1 2 1 2 1 2", &options);
  g_autoptr (QtrLimits) baseline = make_limits ("1 2 1 2 1 2 1 2 1 2 1 2 1 2 1", &frozen);

  g_assert_true (twelve->segments[0].trial);
  g_assert_false (thirteen->segments[0].trial);
  g_assert_true (gap->segments[0].trial);
  g_assert_true (baseline->segments[0].trial);
}

static void
test_judgement (void)
{
  static const QtrSpecial expected[][2] = {
    [QTR_GOOD_NEITHER] = { QTR_SPECIAL_NEITHER, QTR_SPECIAL_NEITHER },
    [QTR_GOOD_UP] = { QTR_SPECIAL_CONCERN, QTR_SPECIAL_IMPROVEMENT },
    [QTR_GOOD_DOWN] = { QTR_SPECIAL_IMPROVEMENT, QTR_SPECIAL_CONCERN },
  };

  for (QtrGood good = QTR_GOOD_NEITHER; good <= QTR_GOOD_DOWN; good++) {
    QtrLimitsOptions options = { .good = good, .baseline = 4 };
    g_autoptr (QtrLimits) limits = make_limits ("1 2 1 2 -90 90 -", &options);

    g_assert_cmpint (limits->points[3].special, ==, QTR_SPECIAL_NONE);
    g_assert_cmpint (limits->points[4].special, ==, expected[good][0]);
    g_assert_cmpint (limits->points[4].mark.side, ==, -1);
    g_assert_cmpint (limits->points[5].special, ==, expected[good][1]);
    /* The latest is the last that has a value. */
    g_assert_cmpuint (limits->latest, ==, 5);
    g_assert_cmpint (qtr_limits_get_variation (limits).special, ==, expected[good][1]);
    g_assert_cmpint (qtr_limits_get_variation (limits).mark.side, ==, 1);
  }
}

static void
test_assurance (void)
{
  /* The limits are 7.34 and 12.66. */
  static const struct {
    const char *target;
    QtrAssurance up;
  } targets[] = {
    { "12.67", QTR_ASSURANCE_FAILS },    { "12.66", QTR_ASSURANCE_HIT_OR_MISS },
    { "10", QTR_ASSURANCE_HIT_OR_MISS }, { "7.34", QTR_ASSURANCE_HIT_OR_MISS },
    { "7.33", QTR_ASSURANCE_PASSES },
  };
  static const QtrAssurance reversed[] = {
    [QTR_ASSURANCE_FAILS] = QTR_ASSURANCE_PASSES,
    [QTR_ASSURANCE_PASSES] = QTR_ASSURANCE_FAILS,
    [QTR_ASSURANCE_HIT_OR_MISS] = QTR_ASSURANCE_HIT_OR_MISS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++) {
    QtrDecimal target;

    g_assert_true (qtr_decimal_parse (targets[i].target, &target, NULL));
    for (QtrGood good = QTR_GOOD_NEITHER; good <= QTR_GOOD_DOWN; good++) {
      QtrLimitsOptions options = { .good = good };
      g_autoptr (QtrLimits) limits = make_limits ("9.5 10.5 9.5 10.5", &options);
      QtrAssurance expected = good == QTR_GOOD_NEITHER ? QTR_ASSURANCE_NONE
                              : good == QTR_GOOD_UP    ? targets[i].up
                                                       : reversed[targets[i].up];

      g_assert_cmpint (qtr_limits_get_assurance (limits, target), ==, expected);
      g_assert_cmpint (qtr_limits_get_assurance (limits, QTR_DECIMAL_NONE), ==, QTR_ASSURANCE_NONE);
    }
  }
}

/* Ten thousand values are computed with exactly, and so are 18 digits behind the point. */
static void
test_large (void)
{
  g_autofree QtrDecimal *values = g_new (QtrDecimal, 10000);
  QtrLimitsOptions options = { 0 };
  g_autoptr (QtrLimits) limits = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    values[i] = (QtrDecimal) { i % 2 == 0 ? 1000000000000000001 : 1000000000000000003, 18 };
  limits = qtr_limits_new (values, 10000, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (qtr_rational_to_double (limits->segments[0].bounds.mean), ==, 1);
  for (guint i = 0; i < 10000; i++)
    g_assert_cmpint (limits->points[i].mark.rule, ==, QTR_LIMITS_RULE_NONE);
}

static void
test_refused (void)
{
  QtrLimitsOptions options = { 0 };
  QtrDecimal values[] = { { G_MAXINT64, 0 }, { 1, 18 }, { G_MAXINT64, 0 }, { 7, 18 }, { G_MAXINT64, 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_null (qtr_limits_new (values, G_N_ELEMENTS (values), &options, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_NUMBER);
}

static void
test_words (void)
{
  QtrLimitsEdition edition = QTR_LIMITS_SCREENED;

  g_assert_true (qtr_limits_edition_find ("plain", &edition));
  g_assert_cmpint (edition, ==, QTR_LIMITS_PLAIN);
  g_assert_false (qtr_limits_edition_find ("", &edition));
  g_assert_null (qtr_limits_mark_get_label ((QtrLimitsMark) { 0 }));
  g_assert_nonnull (
      strstr (qtr_limits_mark_get_label ((QtrLimitsMark) { QTR_LIMITS_RULE_TREND, -1 }), "fall"));
  g_assert_nonnull (
      strstr (qtr_limits_mark_get_label ((QtrLimitsMark) { QTR_LIMITS_RULE_SHIFT, 1 }), "above"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-limits/lines", test_lines);
  g_test_add_func ("/process-limits/screen-edge", test_screen_edge);
  g_test_add_func ("/process-limits/segments", test_segments);
  g_test_add_func ("/process-limits/rules-start-afresh", test_rules_start_afresh);
  g_test_add_func ("/process-limits/trial", test_trial);
  g_test_add_func ("/process-limits/judgement", test_judgement);
  g_test_add_func ("/process-limits/assurance", test_assurance);
  g_test_add_func ("/process-limits/large", test_large);
  g_test_add_func ("/process-limits/refused", test_refused);
  g_test_add_func ("/process-limits/words", test_words);
  return g_test_run ();
}
