/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/area.h"
#include "import/wording.h"

#define LABEL_BYTES_MAX 90
#define LABEL_WORDS_MAX 12

/* Words that make a name an area, whatever else is in it. */
static const char *const area_words[] = {
  "lpa",      "lpas",      "bcu",    "district", "districts",  "borough",  "boroughs", "county",
  "city",     "town",      "area",   "areas",    "ward",       "wards",    "parish",   "parishes",
  "division", "divisions", "region", "council",  "councils",   "locality", "sector",   "neighbourhood",
  "island",   "forest",    "valley", "coast",    "countywide", NULL,
};

/* Words that make a name something else: who does the work, what is done, what the bullet is about. */
static const char *const other_words[] = {
  /* Units. */
  "team",
  "teams",
  "centre",
  "centres",
  "center",
  "room",
  "unit",
  "units",
  "operation",
  "operations",
  "project",
  "projects",
  "group",
  "groups",
  "service",
  "services",
  "partnership",
  "partnerships",
  "bureau",
  "department",
  "directorate",
  "command",
  "panel",
  "board",
  "boards",
  "scheme",
  "schemes",
  "programme",
  "programmes",
  "hub",
  "hubs",
  "office",
  "officer",
  "officers",
  "constabulary",
  "police",
  "policing",
  "force",
  "squad",
  "desk",
  "committee",
  "crew",
  "crews",
  "station",
  "stations",
  "academy",
  "trust",
  "agency",
  "agencies",
  "network",
  "forum",
  "taskforce",
  "commission",
  "commissioner",
  "inspector",
  "sergeant",
  "superintendent",
  "chief",
  "director",
  "manager",
  "constable",
  "constables",
  "cadets",
  "volunteers",
  "pastors",
  "watch",
  "college",
  "school",
  "schools",
  "hospital",
  "university",
  "company",
  "association",
  "charity",
  "foundation",
  "campaign",
  "campaigns",
  "initiative",
  "strategy",
  "pilot",
  "survey",
  "review",
  "app",
  "website",
  "fund",
  "plan",
  "bid",
  "course",
  "conference",
  /* What a bullet may be about. */
  "update",
  "updates",
  "note",
  "notes",
  "summary",
  "background",
  "context",
  "overview",
  "introduction",
  "example",
  "examples",
  "outcome",
  "outcomes",
  "result",
  "results",
  "performance",
  "progress",
  "next",
  "steps",
  "action",
  "actions",
  "case",
  "study",
  "studies",
  "training",
  "prevention",
  "funding",
  "recruiting",
  "reporting",
  "staffing",
  "housing",
  "licensing",
  "planning",
  "safeguarding",
  "working",
  "monitoring",
  "learning",
  "wellbeing",
  "health",
  "safety",
  "crime",
  "crimes",
  "fraud",
  "burglary",
  "robbery",
  "theft",
  "violence",
  "drugs",
  "knife",
  "hate",
  "domestic",
  "abuse",
  "victims",
  "victim",
  "children",
  "youth",
  "online",
  "digital",
  "data",
  "source",
  "figure",
  "table",
  "chart",
  "total",
  "target",
  "targets",
  "risk",
  "risks",
  "issue",
  "issues",
  "challenges",
  "success",
  "successes",
  "impact",
  "aim",
  "aims",
  "objective",
  "objectives",
  "priority",
  "theme",
  "question",
  "answer",
  "week",
  "month",
  "quarter",
  "year",
  "day",
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "spring",
  "summer",
  "autumn",
  "winter",
  "covid",
  "media",
  "visits",
  "meetings",
  "events",
  "event",
  "engagement",
  "community",
  "communities",
  "people",
  "public",
  "staff",
  "phase",
  "stage",
  "number",
  "first",
  "second",
  "third",
  "firstly",
  "secondly",
  "finally",
  "however",
  "also",
  "additionally",
  "meanwhile",
  "currently",
  "overall",
  "nationally",
  "locally",
  "importantly",
  "please",
  "including",
  "fire",
  "fires",
  "arson",
  "rescue",
  "road",
  "roads",
  "traffic",
  "emergency",
  "calls",
  "arrests",
  "seizures",
  "warrants",
  "equality",
  "diversity",
  "culture",
  "budget",
  "finance",
  "estate",
  "estates",
  "fleet",
  "technology",
  "security",
  "resilience",
  "response",
  "volunteering",
  "communication",
  "communications",
  "national",
  "achievements",
  "highlights",
  "measure",
  "measures",
  "status",
  "rag",
  "complaints",
  "climate",
  "waste",
  "recycling",
  "transport",
  "education",
  "care",
  "jobs",
  "economy",
  "environment",
  "business",
  "businesses",
  "tourism",
  "leisure",
  "lead",
  "cost",
  "costs",
  "saving",
  "savings",
  "grant",
  "grants",
  "income",
  "spend",
  "arrest",
  "arrests",
  "charges",
  "convictions",
  "sentences",
  "cybercrime",
  "hotspots",
  "patrols",
  "talks",
  "incidents",
  "offences",
  "offenders",
  "assaults",
  "deaths",
  "casualties",
  "attendance",
  "sickness",
  "recruits",
  "apprentices",
  "numbers",
  "feedback",
  "awards",
  "award",
  "partners",
  "delivery",
  "demand",
  "support",
  "research",
  "legislation",
  "governance",
  "audit",
  "inspection",
  "inspections",
  "trial",
  "trials",
  "launch",
  "news",
  "future",
  "plans",
  "timescale",
  "deadline",
  "completed",
  "ongoing",
  "planned",
  "new",
  "good",
  "key",
  "other",
  "others",
  "general",
  "further",
  "firearms",
  "weapons",
  "vehicles",
  "cannabis",
  "cocaine",
  "heroin",
  "alcohol",
  "schools",
  "parks",
  "homes",
  "trees",
  "energy",
  "owner",
  "contact",
  "email",
  /* Offices, subjects and works of councils, health and police that are written with a capital. */
  "vacancies",
  "stalking",
  "burglaries",
  "robberies",
  "thefts",
  "speeding",
  "potholes",
  "libraries",
  "library",
  "bins",
  "commissioning",
  "maternity",
  "stroke",
  "cancer",
  "cyber",
  "forensics",
  "prevent",
  "protect",
  "pursue",
  "prepare",
  "christmas",
  "easter",
  "halloween",
  "human",
  "resources",
  "professional",
  "standards",
  "op",
  "safer",
  "stop",
  "search",
  "streets",
  "hall",
  "tax",
  "cadet",
  "specials",
  "museums",
  "pensions",
  "benefits",
  "homelessness",
  "apprenticeships",
  "email",
  "telephone",
  "phone",
  "tel",
  "www",
  "http",
  "https",
  NULL,
};

/* What may stand beside a word for an area and still name none: `Local Council`. */
static const char *const generic_words[] = {
  "local", "policing", "our", "every", "each", "all", "and", "of", "the", "whole", NULL,
};

/* Areas that such words name all the same. */
static const char *const generic_areas[] = {
  "city centre", "city centres", "town centre", "town centres", "countywide", NULL,
};

static const char *const compass_words[] = { "north", "south", "east", "west", "mid", NULL };

/* What joins the parts of a place's name where hyphens stand around it. */
static const char *const joints[] = {
  "-on-", "-upon-", "-super-", "-le-", "-la-", "-under-", "-cum-", "-next-", NULL,
};

/* Endings of place names that hardly any other word has. */
static const char *const place_endings[] = {
  "ford",  "wick", "worth", "bury", "chester", "cester",  "mouth",   "borough", "brough",
  "burgh", "town", "combe", "wich", "thorpe",  "minster", "hampton", "ingham",  NULL,
};

/* Endings of words that name a doing or a being, and hardly ever a place. */
static const char *const other_endings[] = {
  "ment", "ments", "tion", "tions", "sion", "sions", "ance", "ence", "ness", "ism", "ology", "ships", NULL,
};

/* Small words within names. */
static const char *const particles[] = {
  "and",  "of",  "on",   "upon", "the", "le", "la", "de", "in",    "by", "under",
  "over", "cum", "with", "next", "y",   "yr", "a",  "to", "super", NULL,
};

static gboolean
has_other_ending (const char *folded)
{
  for (guint i = 0; other_endings[i] != NULL; i++) {
    if (g_str_has_suffix (folded, other_endings[i]))
      return TRUE;
  }
  return FALSE;
}

/* The words outside brackets: `West Local Policing Area (LPA)` is known by the first four. */
static char *
without_brackets (const char *label)
{
  GString *out = g_string_new (NULL);
  int depth = 0;

  for (const char *at = label; *at != '\0'; at++) {
    if (*at == '(' || *at == '[')
      depth++;
    if (depth == 0)
      g_string_append_c (out, *at);
    if ((*at == ')' || *at == ']') && depth > 0)
      depth--;
  }
  return g_strstrip (g_string_free (out, FALSE));
}

static gboolean
is_known (const char *label, GHashTable *known)
{
  g_autofree char *folded = qtr_wording_fold (label);

  return known != NULL && g_hash_table_contains (known, folded);
}

static gboolean
any_word (const char *label, const char *const *table)
{
  g_auto (GStrv) words = qtr_wording_words (label);

  for (guint i = 0; words[i] != NULL; i++) {
    if (g_strv_contains (table, words[i]))
      return TRUE;
  }
  return FALSE;
}

/* Whether each word begins with a capital or is a small one. Digits pass, for `Ward 5`. */
static gboolean
is_capitalised (const char *label, gboolean *any_lower)
{
  g_auto (GStrv) words = g_strsplit_set (label, " ,/&-", -1);

  *any_lower = FALSE;
  for (guint i = 0; words[i] != NULL; i++) {
    gunichar first = g_utf8_get_char (words[i]);

    if (words[i][0] == '\0' || (i > 0 && g_strv_contains (particles, words[i])))
      continue;
    if (!g_unichar_isupper (first) && !(i > 0 && g_unichar_isdigit (first)))
      return FALSE;
    for (const char *at = words[i]; *at != '\0'; at = g_utf8_next_char (at))
      *any_lower = *any_lower || g_unichar_islower (g_utf8_get_char (at));
  }
  return TRUE;
}

gboolean
qtr_area_has_area_word (const char *label)
{
  return any_word (label, area_words);
}

static gboolean
any_other_ending (const char *label)
{
  g_auto (GStrv) words = qtr_wording_words (label);

  for (guint i = 0; words[i] != NULL; i++) {
    if (has_other_ending (words[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
ends_with_area_word (const char *name)
{
  const char *last = strrchr (name, ' ');

  return last != NULL && qtr_area_has_area_word (last);
}

static gboolean
all_words (const char *label, const char *const *table, const char *const *other)
{
  g_auto (GStrv) words = qtr_wording_words (label);

  for (guint i = 0; words[i] != NULL; i++) {
    if (!g_strv_contains (table, words[i]) && (other == NULL || !g_strv_contains (other, words[i])))
      return FALSE;
  }
  return words[0] != NULL;
}

gboolean
qtr_area_is_compass (const char *label)
{
  static const char *const small[] = { "and", NULL };

  return all_words (label, compass_words, small);
}

/* `Stow-on-the-Wold`, `North Alder`, `Pennyford`. */
static gboolean
has_place_shape (const char *name)
{
  g_auto (GStrv) words = qtr_wording_words (name);
  guint n = g_strv_length (words);

  for (guint i = 0; joints[i] != NULL; i++) {
    if (strstr (name, joints[i]) != NULL)
      return TRUE;
  }
  if (n > 1 && g_strv_contains (compass_words, words[0]) && !qtr_area_is_compass (name))
    return TRUE;
  for (guint i = 0; n > 0 && place_endings[i] != NULL; i++) {
    if (g_str_has_suffix (words[n - 1], place_endings[i]) &&
        strlen (words[n - 1]) > strlen (place_endings[i]) + 1)
      return TRUE;
  }
  return FALSE;
}

GStrv
qtr_area_list_parts (const char *label)
{
  g_autofree char *plain = without_brackets (label);
  g_autoptr (GString) text = g_string_new (plain);

  g_string_replace (text, " and ", "\n", 0);
  g_string_replace (text, " & ", "\n", 0);
  g_string_replace (text, ", ", "\n", 0);
  g_string_replace (text, "/", "\n", 0);
  return g_strsplit (text->str, "\n", -1);
}

/* Of several names, one that is known vouches for the others. */
static gboolean
is_compound_area (const char *name, GHashTable *known)
{
  g_auto (GStrv) parts = qtr_area_list_parts (name);
  gboolean any = FALSE;

  for (guint i = 0; parts[1] != NULL && parts[i] != NULL; i++) {
    QtrLabel part = qtr_area_classify (parts[i], known);

    if (part != QTR_LABEL_AREA && part != QTR_LABEL_MAYBE)
      return FALSE;
    any = any || part == QTR_LABEL_AREA;
  }
  return parts[0] != NULL && parts[1] != NULL && any;
}

/* A name that holds a word for an area: `Ward 5` is one, `Parish Council` and `Council Tax` are not. */
static QtrLabel
classify_named (const char *name)
{
  if (all_words (name, area_words, generic_words))
    return QTR_LABEL_UNIT;
  /* `West Policing Area` names an area although it names policing; `Area Command` does not. */
  if (any_word (name, other_words))
    return ends_with_area_word (name) ? QTR_LABEL_AREA : QTR_LABEL_UNIT;
  return QTR_LABEL_AREA;
}

QtrLabel
qtr_area_classify (const char *label, GHashTable *known)
{
  g_autofree char *name = without_brackets (label);
  g_autofree char *folded = qtr_wording_fold (name);
  gboolean any_lower = FALSE;
  gboolean area_named = qtr_area_has_area_word (name);

  if (is_known (label, known) || is_known (name, known))
    return QTR_LABEL_AREA;
  if (name[0] == '\0' || !is_capitalised (name, &any_lower))
    return QTR_LABEL_NONE;
  if (g_ascii_strncasecmp (name, "the ", 4) == 0 && !area_named)
    return QTR_LABEL_UNIT;
  if (g_strv_contains (generic_areas, folded) || is_compound_area (name, known))
    return QTR_LABEL_AREA;
  if (area_named)
    return classify_named (name);
  if (any_word (name, other_words) || any_other_ending (name))
    return QTR_LABEL_UNIT;
  if (has_place_shape (name))
    return QTR_LABEL_AREA;
  /* A bare acronym says nothing of a place. */
  return any_lower ? QTR_LABEL_MAYBE : QTR_LABEL_UNIT;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

char *
qtr_area_split (const char *text, const char **rest)
{
  const char *colon = strchr (text, ':');
  g_autofree char *label = NULL;

  if (colon == NULL || colon - text > LABEL_BYTES_MAX || colon == text)
    return NULL;
  /* A colon within a time or a web address ends no name. */
  if (colon[1] != '\0' && !g_ascii_isspace (colon[1]) && !g_unichar_isupper (g_utf8_get_char (colon + 1)))
    return NULL;
  label = g_strstrip (g_strndup (text, (gsize) (colon - text)));
  if (strpbrk (label, ".!?;\"") != NULL || count_words (label) > LABEL_WORDS_MAX)
    return NULL;
  *rest = colon + 1;
  while (g_ascii_isspace (**rest))
    (*rest)++;
  return g_steal_pointer (&label);
}
