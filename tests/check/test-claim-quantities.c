/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-reader.h"
#include "check/claim-role.h"

/* What a text's numbers are read as: "18% 17.5..18.5; …", a magnitude with its direction, and what is of
 * before in square brackets. */
static char *
describe (const char *text)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", text, NULL);
  g_autoptr (QtrClaimPassage) passage = qtr_claim_passage_new (bullet);
  GString *found = g_string_new (NULL);

  qtr_claim_quantities_read (passage);
  qtr_claim_roles_find (passage);
  for (guint i = 0; i < passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i);
    g_autofree char *words =
        qtr_claim_passage_get_text (passage, quantity->line, quantity->start, quantity->end);
    static const char *const roles[] = { "", " by", " rate", " period" };
    const char *direction = quantity->direction > 0 ? " up" : quantity->direction < 0 ? " down" : "";

    g_string_append_printf (found, "%s%s%s%s%s", i == 0 ? "" : "; ", quantity->old > 0 ? "[" : "", words,
                            quantity->old > 0 ? "]" : "", roles[quantity->role]);
    if (quantity->role == QTR_CLAIM_MAGNITUDE)
      g_string_append (found, direction);
  }
  return g_string_free (found, FALSE);
}

static const struct {
  const char *text;
  const char *expected;
} rows[] = {
  /* Forms. */
  { "519, 47,035 and 47 035 or 47\u202f035", "519; 47,035; 47; 47\u202f035" },
  { "1.2 million, £5.4m, £1.25bn, £4million and 3k", "1.2 million; £5.4m; £1.25bn; £4million; 3k" },
  { "11.8%, 52 per cent and 12\u00a0%", "11.8%; 52 per cent; 12\u00a0%" },
  { "three cats, twelve dogs, forty-two hens, two hundred and six pigs",
    "three; twelve; forty-two; two hundred and six" },
  { "a dozen, half a million, two and a half, a thousand and forty",
    "a dozen; half a million; two and a half; a thousand and forty" },
  { "a third of them, half of us, two-thirds of it and one in five",
    "a third; half; two-thirds; one in five" },
  { "4-6 hours, 45 to 60 miles, between 8 and 15", "4-6; 45 to 60; 8 and 15" },
  { "2.5 percentage points, 3pp", "2.5 percentage points by; 3pp by" },
  /* No quantity. */
  { "On 3 May 2022, in 2019/20, on the 4th, from 12 to 19 March and in the 1930s", "" },
  { "at 9.30, by 7am and at 23:00; call 101, 999 or 0300 123 4567", "" },
  { "section 5, Unit 12, junctions 3 and 5, Category 3, page 14, A127, M25, B4009 and SW1A 2AA", "" },
  { "aged 16 to 24, people over 65, a 12-year-old and 18 to 25 year olds", "" },
  { "24/7, 1:72, COVID-19, KPI 4.2 and version 2.1", "" },
  { "a third campaign, this one, no one; it went to Seven Dials", "" },
  { "two years ago, in the last six months", "" },
  /* Roles. */
  { "rose by 12% to 560 from 500", "12% by up; 560; [500]" },
  { "a decrease of 18% from 1,137", "18% by down; [1,137]" },
  { "512, down 30 (6%) on the 542 of last year", "512; 30 by down; 6% by down; [542]" },
  { "six seats fewer than the 60 before", "six by down; [60]" },
  { "45, compared with 52 in the same quarter last year", "45; [52]" },
  { "45 (52 last year)", "45; [52]" },
  { "66 a day over 13 weeks", "66 rate; 13 period" },
  { "set up 12 hubs", "12" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = describe (rows[i].text);

    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

/* In tenths of the number's own unit. */
static const struct {
  const char *text;
  double low;
  double high;
} ranges[] = {
  { "519", 519, 519 },
  { "11.8%", 11.75, 11.85 },
  { "£5.4m", 5350000, 5450000 },
  { "£54", 54, 54 },
  { "about 12,000", 11000, 13000 },
  { "approximately 105,000", 99750, 110250 },
  { "nearly 1,000", 0, 2000 },
  { "just over 8%", 8, 9 },
  { "just under 2%", 1, 2 },
  { "fewer than 40", 0, 40 },
  { "4 to 6", 4, 6 },
};

static void
test_ranges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++) {
    g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", ranges[i].text, NULL);
    g_autoptr (QtrClaimPassage) passage = qtr_claim_passage_new (bullet);
    const QtrClaimQuantity *quantity;

    qtr_claim_quantities_read (passage);
    quantity = qtr_claim_quantity_get (passage, 0);
    g_assert_nonnull (quantity);
    g_assert_cmpfloat (qtr_rational_to_double (quantity->range.low), ==, ranges[i].low);
    g_assert_cmpfloat (qtr_rational_to_double (quantity->range.high), ==, ranges[i].high);
  }
}

/* "Over" and "at least" leave the upper end open. */
static void
test_open (void)
{
  g_autoptr (QtrBullet) bullet =
      qtr_record_new (&qtr_bullet_type, "text", "over 40,000 and at least 9", NULL);
  g_autoptr (QtrClaimPassage) passage = qtr_claim_passage_new (bullet);

  qtr_claim_quantities_read (passage);
  for (int i = 0; i < 2; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, i);

    g_assert_false (qtr_rational_is_set (quantity->range.high));
    g_assert_true (qtr_rational_is_set (quantity->range.low));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-quantities/rows", test_rows);
  g_test_add_func ("/claim-quantities/ranges", test_ranges);
  g_test_add_func ("/claim-quantities/open", test_open);
  return g_test_run ();
}
