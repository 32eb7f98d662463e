/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/rule-words.h"

#include <glib/gi18n-lib.h>

const char *
qtr_rule_to_words (const char *rule)
{
  static const struct {
    const char *rule;
    const char *words;
  } names[] = {
    /* Translators: these are what the rules of the checks look for. */
    { "missing-front-matter", N_ ("Gaps on the Front Page") },
    { "missing-priority", N_ ("Priorities without a Report") },
    { "missing-commitment", N_ ("Commitments without a Report") },
    { "missing-figure", N_ ("Missing Figures") },
    { "empty-bullet", N_ ("Empty Bullets") },
    { "unresolved-conflict", N_ ("Unresolved Conflicts") },
    { "open-comment", N_ ("Open Comments") },
    { "percent-mismatch", N_ ("Wrong Percentages") },
    { "difference-mismatch", N_ ("Wrong Differences") },
    { "direction-mismatch", N_ ("Wrong Directions") },
    { "share-mismatch", N_ ("Wrong Shares") },
    { "subset-mismatch", N_ ("Parts Larger Than the Whole") },
    { "sum-mismatch", N_ ("Wrong Sums") },
    { "rate-mismatch", N_ ("Wrong Rates") },
    { "points-mismatch", N_ ("Wrong Percentage Points") },
    { "multiple-mismatch", N_ ("Wrong Multiples") },
    { "extreme-mismatch", N_ ("Wrong Records") },
    { "figure-mismatch", N_ ("Figures That Differ from a Measure") },
    { "comparator-mismatch", N_ ("Comparators That Differ from What Was Published") },
    { "target-mismatch", N_ ("Targets Met or Missed in Words Only") },
    { "trend-mismatch", N_ ("Trends That Are Not There") },
    { "target-mismatch", N_ ("Words at Odds with a Target") },
    { "trend-mismatch", N_ ("Words at Odds with a Trend") },
    { "unknown-figure", N_ ("Figures of No Measure") },
    { "unexplained-restatement", N_ ("Restatements without a Reason") },
    { "two-values", N_ ("One Fact with Two Values") },
    { "overridden-figure", N_ ("Overridden Figures") },
    { "provisional-figure", N_ ("Provisional Figures") },
    { "stale-bullet", N_ ("Text Carried Over") },
    { "duplicate-bullet", N_ ("Repeated Bullets") },
    { "unchanged-bullet", N_ ("Bullets Unchanged since Last Quarter") },
    { "past-plan", N_ ("Plans for a Time That Is Over") },
    { "date-out-of-reach", N_ ("Dates after the Quarter") },
    { "impossible-date", N_ ("Days That There Are Not") },
    { "personal-data", N_ ("Personal Data") },
    { "live-proceedings", N_ ("Cases before the Courts") },
    { "undefined-acronym", N_ ("Acronyms without Expansion") },
    { "late-expansion", N_ ("Acronyms Expanded Too Late") },
    { "two-expansions", N_ ("Acronyms with Two Meanings") },
    { "repeated-expansion", N_ ("Acronyms Expanded Again") },
    { "name-variant", N_ ("Names Spelt in Two Ways") },
    { "double-space", N_ ("Double Spaces") },
    { "missing-space", N_ ("Missing Spaces") },
    { "repeated-word", N_ ("Repeated Words") },
    { "space-before-punctuation", N_ ("Spaces before Punctuation") },
    { "house-style", N_ ("House Style") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].rule, rule))
      return _ (names[i].words);

  return rule;
}
