/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/personal-data.h"

#include <glib/gi18n-lib.h>

#include "check/pattern.h"
#include "model/update.h"

/* Two or three names of somebody; a title alone does for the first. What is no one's name is ruled out below.
 */
#define NAME "\\p{Lu}[\\p{Ll}’'-]+(?: \\p{Lu}[\\p{Ll}’'-]*\\p{L}+){1,2}"
#define AGE "(?:[1-9]|[1-9]\\d|1[01]\\d)"
#define DAY \
  "(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? " QTR_PATTERN_MONTH \
  ",? \\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2}))"
/* What the last word of an address says that it is. */
#define WAY \
  "(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Gardens|Court|Grove|Place|Terrace|Hill|Green|Mews|" \
  "Rise|Square|Walk|View|Parade|Row)"
#define RANK "(?:PC|WPC|DC|PS|DS|PCSO|TDC|Sgt|Sergeant|Constable)"

typedef struct {
  QtrPattern pattern;
  const char *what;
  /* What it speaks of has a name in it, which has to be somebody's. */
  gboolean names;
} Line;

static Line lines[] = {
  /* Translators: these say what stands in a text, as in “… looks like a postcode”. */
  { { "\\b(?:[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPS-UW]|[A-HK-Y]\\d[ABEHMNPRV-Y])) ?"
      "\\d[ABD-HJLNP-UW-Z]{2}\\b",
      NULL },
    N_ ("a postcode") },
  /* Numbers that are free or cost the same from everywhere belong to services: 03, 08, 09. */
  { { "(?<![\\d.,£/-])(?:\\+44 ?(?:\\(0\\) ?)?[127]|\\(?0[127])(?:[ )-]{0,2}\\d){8,9}(?!\\d|[,./-]\\d)",
      NULL },
    N_ ("a telephone number") },
  { { "\\b[\\w-]+(?:\\.[\\w-]+)+@[\\w-]+(?:\\.[\\w-]+)+", NULL }, N_ ("somebody’s e-mail address") },
  { { "\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b", NULL },
    N_ ("a national insurance number") },
  { { "\\b(?:" RANK "\\.?(?: [Nn]o\\.?| [Nn]umber)? ?\\d{3,6}|"
      "(?i:(?:collar|shoulder|warrant) (?:number|no\\.?)):? ?\\d{2,6})\\b(?![,.]\\d|%)",
      NULL },
    N_ ("a collar number") },
  { { "\\b(?i:born(?: on)?|d\\.?o\\.?b\\.?|date of birth)(?:,|:)?(?: is| was)? (?<it>" DAY ")", NULL },
    N_ ("a date of birth") },
  { { "(?:(?<=\\bat )|(?<=\\bof )|(?<=\\bfrom )|(?<=\\bin )|(?<=\\bto )|(?<=\\bnear )|(?<=\\boutside )|"
      "(?<=, )|(?<=\\()|^)"
      "(?:(?:Flat|Unit|Apartment) \\d{1,4}[A-Za-z]?,? )?\\d{1,4}[A-Za-z]? (?:\\p{Lu}[\\p{Ll}’']+ ){1,3}" WAY
      "\\b(?! \\p{L})",
      NULL },
    N_ ("an address") },
  { { "\\bFlat \\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{Ll}’']+ )+(?:House|Court|Point|Tower|Lodge)\\b", NULL },
    N_ ("an address") },
  { { "\\b" NAME ",? \\(?aged? " AGE "\\b(?!\\d|,\\d| ?(?:to|and|or|-|–|plus|\\+)|\\+)", NULL },
    N_ ("a name with an age"),
    TRUE },
  { { "\\b(?<it>" NAME ", " AGE "), (?:of (?!which|these|those|them|whom|the)|from \\p{Lu}|who\\b|was\\b|"
      "appeared|pleaded|admitted|has been)",
      NULL },
    N_ ("a name with an age"),
    TRUE },
  { { "\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? (?:" NAME "|\\p{Lu}\\p{Ll}+) \\(" AGE "\\)", NULL },
    N_ ("a name with an age") },
  { { "\\b" AGE "[- ]year[- ]old (?<it>" NAME ")\\b", NULL }, N_ ("a name with an age"), TRUE },
};

/* Words that stand in the names of things, groups and places, and not in those of people. */
static QtrPattern no_person = {
  "\\b(?:Police|Policing|Cadets?|Officers?|Constables?|Specials?|Volunteers?|Young|Older|Adults?|Child(?:ren)?|"
  "People|Persons?|Women|Men|Boys?|Girls?|Students?|Pupils?|Residents?|Youths?|Citizens?|Teams?|Units?|"
  "Community|Neighbourhood|National|County|City|Borough|Council|District|School|College|Academy|Centre|"
  "Operation|Project|Programme|Scheme|Priority|North|South|East|West|Central|Victims?|Suspects?|Members?|"
  "Those|These|The|All|Both|Some|Many|Most|In|On|At|For|Among|January|February|March|April|May|June|July|"
  "August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b",
  NULL
};

static void
check_line (Line *line, const char *text, GArray *remarks)
{
  g_autoptr (GArray) spans = qtr_pattern_find (&line->pattern, text);

  for (guint i = 0; i < spans->len; i++) {
    QtrSpan span = g_array_index (spans, QtrSpan, i);
    g_autofree char *words = g_utf8_substring (text, span.start, span.end);

    if (line->names && qtr_pattern_matches (&no_person, words))
      continue;
    /* Translators: %1$s are words of a text, %2$s is, for example, “a postcode”. */
    qtr_remark_add_words (remarks, text, span,
                          g_strdup_printf (_ ("“%1$s” looks like %2$s: take out what could tell who "
                                              "somebody is."),
                                           words, _ (line->what)));
  }
}

void
qtr_check_personal_data (const QtrInputs *inputs, GArray *remarks)
{
  const QtrBullet *bullet = inputs->record;

  for (guint i = 0; bullet->text != NULL && i < G_N_ELEMENTS (lines); i++)
    check_line (&lines[i], bullet->text, remarks);
}
