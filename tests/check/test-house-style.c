/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit-style.h"
#include "tests/check/plans.h"

/* A style, and what it says of a text: "found→fixed text" for each finding, parted by bars. */
static const struct {
  QtrPercentForm percent;
  QtrSmallNumbers numbers;
  const char *avoid;
  const char *use;
  const char *text;
  const char *expected;
} rows[] = {
  /* Terms: whole words, whatever the case, which is kept. */
  { 0, 0, "utilise", "use", "Utilise it; we utilise. UTILISE!",
    "Utilise→Use it; we utilise. UTILISE!|utilise→Utilise it; we use. UTILISE!|"
    "UTILISE→Utilise it; we utilise. USE!" },
  { 0, 0, "utilise", "use", "Utilised, reutilise, under-utilise.", "" },
  { 0, 0, "per annum", "a year", "£5 per\u00a0annum", "per\u00a0annum→£5 a year" },
  { 0, 0, "café", "cafe", "The 𝄞 Café", "Café→The 𝄞 Cafe" },
  /* Percentages. */
  { QTR_PERCENT_SIGN, 0, NULL, NULL, "It rose 12.5 per cent.", "12.5 per cent→It rose 12.5%." },
  { QTR_PERCENT_SIGN, 0, NULL, NULL, "1,137percent, 3 Per-cent", "3 Per-cent→1,137percent, 3%" },
  { QTR_PERCENT_SIGN, 0, NULL, NULL, "18%, a percentage, five per cent of", "" },
  { QTR_PERCENT_WORDS, 0, NULL, NULL, "(18%) and 4.0 %.",
    "18%→(18 per cent) and 4.0 %.|4.0 %→(18%) and 4.0 per cent." },
  { QTR_PERCENT_WORDS, 0, NULL, NULL, "18 per cent, %s, 100%ige, %", "" },
  { QTR_PERCENT_ANY, 0, NULL, NULL, "18 per cent and 18%", "" },
  /* Numbers from one to ten. */
  { 0, QTR_SMALL_NUMBERS_WORDS, NULL, NULL, "We saw 7 officers and 10 dogs.",
    "7→We saw seven officers and 10 dogs.|10→We saw 7 officers and ten dogs." },
  { 0, QTR_SMALL_NUMBERS_WORDS, NULL, NULL, "7 officers came.", "7→Seven officers came." },
  { 0, QTR_SMALL_NUMBERS_WORDS, NULL, NULL,
    "Priority 7 officers, on 3 March, 11 cars, 0 cars, 5%, 5 per cent, 2.5 hours, 7 pm, from 5 to 8, Q3 is, "
    "£7 notes, 1,007 cars, 5 million",
    "" },
  { 0, QTR_SMALL_NUMBERS_DIGITS, NULL, NULL, "Only seven, or Ten. Two came, one left.",
    "seven→Only 7, or Ten. Two came, one left." },
  { 0, QTR_SMALL_NUMBERS_ANY, NULL, NULL, "7 officers, or seven", "" },
};

static QtrPlan *
make_styled_plan (guint row)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) written = qtr_edit_set (plan, "b11a", "text", rows[row].text, NULL);
  g_autoptr (QtrPlan) styled = qtr_edit_set (written, "plan", "percent", (int) rows[row].percent,
                                             "small_numbers", (int) rows[row].numbers, NULL);
  QtrPlan *with_term = NULL;

  if (rows[row].avoid == NULL)
    return g_steal_pointer (&styled);

  with_term = qtr_edit_set_term (styled, NULL, rows[row].avoid, rows[row].use, NULL);
  g_assert_nonnull (with_term);
  return with_term;
}

static char *
apply_fix (const QtrFinding *finding, const char *text)
{
  g_autofree char *head = g_utf8_substring (text, 0, finding->fix->start);

  return g_strconcat (head, finding->fix->replacement, g_utf8_offset_to_pointer (text, finding->fix->end),
                      NULL);
}

static void
test_findings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_styled_plan (i);
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) findings =
        qtr_checker_run (checker, plan, get_quarter (),
                         &(QtrCheckerOptions) { .rules = (const char *const[]) { "house-style", NULL } });
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint j = 0; j < findings->len; j++) {
      const QtrFinding *finding = findings->pdata[j];
      g_autofree char *fixed = apply_fix (finding, rows[i].text);

      g_assert_cmpstr (finding->place.bullet, ==, "b11a");
      g_assert_cmpint (finding->severity, ==, QTR_SEVERITY_NOTICE);
      g_string_append_printf (found, "%s%s→%s", j == 0 ? "" : "|", finding->text, fixed);
    }
    g_assert_cmpstr (found->str, ==, rows[i].expected);
  }
}

/* Only the style asks again, and a plan without a style never asks. */
static void
test_inputs (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) styled = qtr_edit_set (plan, "plan", "percent", (int) QTR_PERCENT_SIGN, NULL);
  g_autoptr (QtrPlan) titled = qtr_edit_set (styled, "plan", "title", "Other", "accent", "#102030", NULL);
  g_autoptr (QtrPlan) termed = qtr_edit_set_term (titled, NULL, "two", "2", NULL);
  const QtrPlan *const steps[] = { plan, styled, titled, termed };
  const guint64 asked[] = { 0, 5, 5, 10 };
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GPtrArray) findings =
        qtr_checker_run (checker, steps[i], get_quarter (),
                         &(QtrCheckerOptions) { .rules = (const char *const[]) { "house-style", NULL } });

    g_assert_cmpuint (findings->len, ==, steps[i] == termed ? 1 : 0);
    g_assert_cmpuint (qtr_checker_get_evaluations (checker), ==, asked[i]);
  }
}

/* A text has no house. */
static void
test_text (void)
{
  g_autoptr (QtrList) bullets = take_list (make_bullet ("b", "18 per cent and 18%", NULL), NULL);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = qtr_checker_run_bullets (checker, bullets, NULL, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house-style/findings", test_findings);
  g_test_add_func ("/house-style/inputs", test_inputs);
  g_test_add_func ("/house-style/text", test_text);

  return g_test_run ();
}
