/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/process-rules.h"

/*
 * Each case is a line: values against mean 50, two-sigma lines at 40 and 60, limits at 35 and 65, and what is
 * found, a letter a point: "o" outside, "t" in a trend, "2" two of three, "s" in a shift, "." nothing; in
 * capitals where it is low or falling ("O", "T", "D" for "2", "S"). "-" is a gap.
 */

static const struct {
  const char *name;
  const char *values;
  const char *screened;
  const char *plain;
} CASES[] = {
  { "nothing at all", "", "", NULL },
  { "one point", "51", ".", NULL },
  { "one gap", "-", ".", NULL },
  { "all equal, on the mean", "50 50 50 50 50 50 50 50", "........", NULL },
  { "on a limit is not outside", "65 50 35", "...", NULL },
  { "outside", "65.0001 50 34.9999", "o.O", NULL },

  { "seven that rise", "44 45 46 47 48 49 51", "ttttttt", NULL },
  { "six that rise", "45 46 47 48 49 51 51", ".......", NULL },
  { "seven that fall", "51 49 48 47 46 45 44", "TTTTTTT", NULL },
  { "a tie ends a trend", "45 46 48 49 49 51 52 53", "........", NULL },
  { "eight that rise are all coloured", "44 45 46 47 48 49 51 52", "tttttttt", NULL },
  { "a trend over the mean beats a shift", "51 52 53 54 55 56 57 51", "ttttttts", NULL },
  { "the turning point is the later trend's", "44 45 46 47 48 49 51 49 48 47 46 45 44", "ttttttTTTTTTT",
    NULL },
  { "a bend without a second trend", "44 45 46 47 48 49 51 49 48 52", "ttttttt...", NULL },
  { "a trend that goes out", "44 45 46 48 50 55 66", "tttttto", NULL },
  { "a gap ends a trend", "44 45 46 - 47 48 49 51", "........", NULL },

  { "two of three", "61 51 61", "2.2", NULL },
  { "two neighbours of three", "51 61 61", ".22", NULL },
  { "on a two-sigma line is not beyond it", "60 51 60 51", "....", NULL },
  { "the third is on the other side", "61 49 61", "...", NULL },
  { "the third is on the mean", "61 50 61", "...", NULL },
  { "below", "39 49 39", "D.D", NULL },
  { "one on either side", "61 39 61", "...", NULL },
  { "two alone are no three", "61 61", "..", NULL },
  { "two at the end need a third before", "49 61 61", "...", NULL },
  { "three of three", "61 61 61", "222", NULL },
  { "with one outside", "66 51 61", "o..", "o.2" },
  { "two outside and one close", "66 66 61", "oo.", "oo2" },
  { "one outside between two close", "61 66 61", "2o2", "2o2" },
  { "a gap ends it", "61 - 61 51", "....", NULL },
  { "two of three beat a shift", "51 51 61 52 61 52 51", "ss2s2ss", NULL },

  { "seven above", "51 52 51 52 51 52 51", "sssssss", NULL },
  { "six above", "51 52 51 52 51 52", "......", NULL },
  { "seven below", "49 48 49 48 49 48 49 51", "SSSSSSS.", NULL },
  { "one on the mean ends a shift", "51 52 51 50 52 51 52 51", "........", NULL },
  { "a gap ends a shift", "51 52 51 - 52 51 52 51", "........", NULL },
  { "an outside point is of the shift too", "51 52 51 66 51 52 51", "sssosss", NULL },
  { "two shifts", "51 52 51 52 51 52 51 49 48 49 48 49 48 49", "sssssssSSSSSSS", NULL },
  { "a decimal above is above", "50.01 50.01 50.01 50.01 50.01 50.01 50.01", "sssssss", NULL },
};

static QtrRational
number (const char *text)
{
  QtrDecimal decimal = QTR_DECIMAL_NONE;

  if (!g_str_equal (text, "-"))
    g_assert_true (qtr_decimal_parse (text, &decimal, NULL));
  return qtr_rational_from_decimal (decimal);
}

static char
letter (QtrLimitsMark mark)
{
  return (mark.side < 0 ? ".OTDS" : ".ot2s")[mark.rule];
}

static char *
apply (const char *values, const QtrLimitsBounds *bounds, QtrLimitsEdition edition)
{
  g_auto (GStrv) words = g_strsplit (values, " ", -1);
  guint n = g_strv_length (words);
  g_autofree QtrRational *exact = g_new (QtrRational, n + 1);
  g_autofree QtrLimitsMark *marks = g_new (QtrLimitsMark, n + 1);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    exact[i] = number (words[i]);
  qtr_limits_apply_rules (exact, n, bounds, edition, marks);
  for (guint i = 0; i < n; i++)
    g_string_append_c (letters, letter (marks[i]));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static void
test_rules (void)
{
  QtrLimitsBounds bounds = { number ("50"), number ("65"), number ("35"), number ("60"), number ("40") };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *screened = apply (CASES[i].values, &bounds, QTR_LIMITS_SCREENED);
    g_autofree char *plain = apply (CASES[i].values, &bounds, QTR_LIMITS_PLAIN);

    g_test_message ("%s", CASES[i].name);
    g_assert_cmpstr (screened, ==, CASES[i].screened);
    g_assert_cmpstr (plain, ==, CASES[i].plain == NULL ? CASES[i].screened : CASES[i].plain);
  }
}

/* Without lines, what needs none is found all the same. */
static void
test_no_lines (void)
{
  QtrLimitsBounds none = { QTR_RATIONAL_NONE, QTR_RATIONAL_NONE, QTR_RATIONAL_NONE, QTR_RATIONAL_NONE,
                           QTR_RATIONAL_NONE };
  g_autofree char *found = apply ("1 2 3 4 5 6 7 1000", &none, QTR_LIMITS_SCREENED);

  g_assert_cmpstr (found, ==, "tttttttt");
}

/* A mean of thirds has no end as a decimal, and none as a double either: 0.1 three times and 0.1 stands on
 * it. */
static void
test_exact (void)
{
  QtrRational mean = qtr_rational_divide (number ("0.3"), number ("3"));
  QtrRational wide = number ("1");
  QtrLimitsBounds bounds = { mean, wide, number ("-1"), wide, number ("-1") };
  g_autofree char *on = apply ("0.1 0.1 0.1 0.1 0.1 0.1 0.1", &bounds, QTR_LIMITS_PLAIN);
  g_autofree char *above =
      apply ("0.100000000000000001 0.100000000000000001 0.100000000000000001 0.100000000000000001 "
             "0.100000000000000001 0.100000000000000001 0.100000000000000001",
             &bounds, QTR_LIMITS_PLAIN);

  g_assert_cmpstr (on, ==, ".......");
  g_assert_cmpstr (above, ==, "sssssss");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-rules/table", test_rules);
  g_test_add_func ("/process-rules/no-lines", test_no_lines);
  g_test_add_func ("/process-rules/exact", test_exact);
  return g_test_run ();
}
