/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "check/claim.h"

#define RUNS 2000

static gboolean
has_mismatch (const char *text)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", text, NULL);
  g_autoptr (GArray) claims = qtr_claims_read (bullet, QTR_PERIOD_UNSET);

  for (guint i = 0; i < claims->len; i++)
    if (g_array_index (claims, QtrClaim, i).verdict == QTR_CLAIM_MISMATCH)
      return TRUE;
  return FALSE;
}

static void
assert_right (const char *text)
{
  if (has_mismatch (text))
    g_error ("taken to be wrong: %s", text);
}

static void
assert_wrong (const char *text)
{
  if (!has_mismatch (text))
    g_error ("not taken to be wrong: %s", text);
}

static char *
print (QtrRational number, int scale)
{
  return qtr_decimal_to_string (qtr_rational_round (number, scale));
}

/* What could be a year, or whom one calls, counts nothing where it stands alone. */
static gboolean
is_silent (int number)
{
  return (number >= 1900 && number < 2100) || number == 101 || number == 999;
}

static int
pick (int low, int high)
{
  int number = g_test_rand_int_range (low, high);

  while (is_silent (number))
    number++;
  return number;
}

/* What rounds as printed is right; a unit and a half off is wrong, whatever the precision. */
static void
test_percent (void)
{
  for (int run = 0; run < RUNS; run++) {
    int scale = g_test_rand_int_range (0, 3);
    int before = pick (200, 100000);
    int after = pick (before + before / 20, before + before / 2);
    QtrRational change = qtr_rational_new (100 * ((gint64) after - before), before);
    QtrRational off = qtr_rational_new (3, scale == 0 ? 2 : scale == 1 ? 20 : 200);
    g_autofree char *right = print (change, scale);
    g_autofree char *wrong = print (qtr_rational_add (change, off), scale);
    g_autofree char *good =
        g_strdup_printf ("Letters rose from %d to %d, an increase of %s%%.", before, after, right);
    g_autofree char *bad =
        g_strdup_printf ("Letters rose from %d to %d, an increase of %s%%.", before, after, wrong);

    assert_right (good);
    assert_wrong (bad);
  }
}

static void
test_share (void)
{
  for (int run = 0; run < RUNS; run++) {
    int scale = g_test_rand_int_range (0, 2);
    int whole = pick (200, 50000);
    int part = pick (whole / 5, whole - whole / 5);
    QtrRational share = qtr_rational_new (100 * (gint64) part, whole);
    QtrRational off = qtr_rational_new (3, scale == 0 ? 2 : 20);
    g_autofree char *right = print (share, scale);
    g_autofree char *wrong = print (qtr_rational_add (share, off), scale);
    g_autofree char *good =
        g_strdup_printf ("Of the %d received, %d (%s%%) were closed.", whole, part, right);
    g_autofree char *bad = g_strdup_printf ("Of the %d received, %d (%s%%) were closed.", whole, part, wrong);

    if (part >= whole)
      continue;
    assert_right (good);
    assert_wrong (bad);
  }
}

static void
test_difference (void)
{
  for (int run = 0; run < RUNS; run++) {
    int before = pick (200, 100000);
    int by = pick (30, before / 2 + 31);
    g_autofree char *good = g_strdup_printf ("It fell by %d to %d, from %d.", by, before - by, before);
    g_autofree char *bad = g_strdup_printf ("It fell by %d to %d, from %d.", by + 10, before - by, before);

    if (is_silent (before - by) || is_silent (by + 10))
      continue;
    assert_right (good);
    assert_wrong (bad);
  }
}

static void
test_sum (void)
{
  for (int run = 0; run < RUNS; run++) {
    int a = pick (20, 900);
    int b = pick (20, 900);
    int c = pick (20, 900);
    int sum = a + b + c;
    g_autofree char *good = g_strdup_printf (
        "We had %d in the north, %d in the south and %d in the west, %d people in total.", a, b, c, sum);
    g_autofree char *bad = g_strdup_printf (
        "We had %d in the north, %d in the south and %d in the west, %d people in total.", a, b, c, sum + 1);

    if (is_silent (sum) || is_silent (sum + 1))
      continue;
    assert_right (good);
    /* What is not near by a slip has to be within a sixth. */
    assert_wrong (bad);
  }
}

static void
test_rate (void)
{
  for (int run = 0; run < RUNS; run++) {
    int days = g_test_rand_int_range (2, 90);
    int rate = g_test_rand_int_range (10, 900);
    int total = days * rate;
    g_autofree char *good =
        g_strdup_printf ("Over the %d days we took in %d letters, %d a day.", days, total, rate);
    g_autofree char *bad =
        g_strdup_printf ("Over the %d days we took in %d letters, %d a day.", days, total, rate + 2);

    if (is_silent (total) || is_silent (rate) || is_silent (rate + 2))
      continue;
    assert_right (good);
    assert_wrong (bad);
  }
}

/* Ten times the text is read in about ten times the steps: nothing looks further than a few sentences. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QtrBullet) bullet = NULL;
  g_autoptr (GArray) claims = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "It took 916 calls, a decrease of 18% from 1,137. ");
  bullet = qtr_record_new (&qtr_bullet_type, "text", text->str, NULL);
  claims = qtr_claims_read (bullet, QTR_PERIOD_UNSET);
  g_assert_cmpuint (claims->len, >=, 5000);
}

/* A sentence that does not end costs no more than one that does. */
static void
test_endless_sentence (void)
{
  g_autoptr (GString) text = g_string_new ("Letters went");
  g_autoptr (QtrBullet) bullet = NULL;
  g_autoptr (GArray) claims = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append (text, " up from 9 to 12 and");
  bullet = qtr_record_new (&qtr_bullet_type, "text", text->str, NULL);
  claims = qtr_claims_read (bullet, QTR_PERIOD_UNSET);
  g_assert_cmpuint (claims->len, >=, 1000);
  for (guint i = 0; i < claims->len; i++)
    g_assert_cmpuint (strlen (g_array_index (claims, QtrClaim, i).sentence), <, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-laws/percent", test_percent);
  g_test_add_func ("/claim-laws/share", test_share);
  g_test_add_func ("/claim-laws/difference", test_difference);
  g_test_add_func ("/claim-laws/sum", test_sum);
  g_test_add_func ("/claim-laws/rate", test_rate);
  g_test_add_func ("/claim-laws/long-text", test_long_text);
  g_test_add_func ("/claim-laws/endless-sentence", test_endless_sentence);
  return g_test_run ();
}
