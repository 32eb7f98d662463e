/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/date-mention.h"

#include <stdlib.h>

#include "check/claim-lexicon.h"
#include "check/pattern.h"

#define YEAR "(?:19|20)\\d\\d"
#define BEFORE_TIME "(?i:in|during|by|for|until|since|from|of|on|around|before|after|throughout|to)"

/* One alternative for each form; the first that fits where a match begins is taken. */
static QtrPattern form = {
  "(?:"
  "\\b(?:(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
  "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?: of)? (?<month>" QTR_PATTERN_MONTH ")\\b(?:,? (?<year>" YEAR
  ")\\b(?!/))?"
  "|\\b(?<month2>" QTR_PATTERN_MONTH ") (?<day2>[0-3]?\\d)(?:st|nd|rd|th)?, (?<year2>" YEAR ")\\b"
  "|\\b(?<month3>" QTR_PATTERN_MONTH ") (?<year3>" YEAR ")\\b(?![/-]\\d)"
  "|\\b(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter) (?:of )?(?<year4>" YEAR
  ")(?<next4>/\\d\\d(?:\\d\\d)?)?\\b"
  "|\\b(?<part>[Ee]arly|[Mm]id-?|[Ll]ate)(?: in)? ?(?<year5>" YEAR ")\\b(?![/-]\\d)"
  "|(?<=\\b[Ii]n |\\bDuring |\\bduring |\\b[Bb]y |end of )(?<year6>" YEAR
  ")\\b(?![/,-]\\d|\\.\\d| \\p{Ll}+s\\b)"
  "|(?:(?<=\\b[Ii]n |\\b[Bb]y |\\b[Oo]n |\\bfor |\\b[Dd]uring )|(?<=\\bof ))(?<month7>" QTR_PATTERN_MONTH
  ")\\b(?! \\d)"
  ")",
  NULL
};

static char *
fetch (const GMatchInfo *match, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *found = g_match_info_fetch_named (match, names[i]);

    if (found != NULL && *found != '\0')
      return g_steal_pointer (&found);
  }

  return NULL;
}

static int
fetch_number (const GMatchInfo *match, const char *const *names)
{
  g_autofree char *digits = fetch (match, names);

  return digits == NULL ? 0 : atoi (digits);
}

static int
fetch_month (const GMatchInfo *match)
{
  g_autofree char *word =
      fetch (match, (const char *const[]) { "month", "month2", "month3", "month7", NULL });
  g_autofree char *folded = word == NULL ? NULL : g_utf8_strdown (word, -1);

  return folded == NULL ? 0 : qtr_claim_lexicon_get_month (folded);
}

static int
fetch_weekday (const GMatchInfo *match)
{
  static const char *const days[] = { "Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun" };
  g_autofree char *word = g_match_info_fetch_named (match, "weekday");

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (word, days[i]))
      return (int) i + 1;

  return 0;
}

/* In which months of the year something may be that is said to be in a season or a part of it. The bounds are
 * wide: whoever says "early" may mean May. */
static void
narrow (QtrDateMention *mention, const char *word, gboolean goes_on)
{
  static const struct {
    const char *word;
    int first;
    int last;
  } parts[] = {
    { "early", 0, 4 },  { "mid", 3, 8 },    { "mid-", 3, 8 },    { "late", 6, 11 },
    { "spring", 1, 5 }, { "summer", 4, 8 }, { "autumn", 7, 11 }, { "winter", 0, 14 },
  };
  g_autofree char *folded = g_utf8_strdown (word, -1);
  int january = mention->first;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!g_str_equal (folded, parts[i].word))
      continue;
    mention->first = january + (goes_on ? 10 : parts[i].first);
    mention->last = january + (goes_on ? 14 : parts[i].last);
  }
}

static QtrDateMention
read_mention (const GMatchInfo *match, const char *text)
{
  static const char *const years[] = { "year", "year2", "year3", "year4", "year5", "year6", NULL };
  static const char *const parts[] = { "season", "part", NULL };
  int year = fetch_number (match, years);
  int month = fetch_month (match);
  g_autofree char *part = fetch (match, parts);
  g_autofree char *next = g_match_info_fetch_named (match, "next4");
  QtrDateMention mention = { .words = qtr_match_get_span (match, text), .has_year = year > 0 };

  mention.first = year * 12 + MAX (month, 1) - 1;
  mention.last = month > 0 ? mention.first : mention.first + 11;
  mention.day = fetch_number (match, (const char *const[]) { "day", "day2", NULL });
  mention.weekday = fetch_weekday (match);
  if (part != NULL)
    narrow (&mention, part, next != NULL && *next != '\0');
  return mention;
}

GArray *
qtr_date_mentions_find (const char *text)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (QtrDateMention));
  g_autoptr (GMatchInfo) match = NULL;

  if (text != NULL)
    g_regex_match (qtr_pattern_get_regex (&form), text, 0, &match);
  while (match != NULL && g_match_info_matches (match)) {
    QtrDateMention mention = read_mention (match, text);

    g_array_append_val (mentions, mention);
    g_match_info_next (match, NULL);
  }

  return mentions;
}
