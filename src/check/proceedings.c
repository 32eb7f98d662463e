/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/proceedings.h"

#include <glib/gi18n-lib.h>

#include "check/pattern.h"
#include "model/update.h"

typedef struct {
  QtrPattern pattern;
  /* It says by itself that the end is still to come; others may have ended in the same sentence. */
  gboolean is_sure;
  /* A trial may be one of a machine: it takes a crime to make it one before a court. */
  gboolean needs_crime;
} Line;

/* Somebody was charged, or waits for a court. A share of offences "charged or cautioned" is nobody's case. */
static Line lines[] = {
  { { "\\b(?<it>(?:awaiting|awaits?) (?:trial|sentenc(?:e|ing)|court(?: dates?| hearings?| appearances?)?))\\b",
      NULL },
    TRUE },
  { { "\\b(?<it>trials? (?:(?:is|are|was|were|has been) )?(?:scheduled|listed|fixed|set|due) (?:for|to|in))\\b",
      NULL },
    TRUE,
    TRUE },
  { { "\\b(?<it>due (?:to (?:appear|stand trial)|in court))\\b", NULL }, TRUE },
  { { "\\b(?:will|to) (?<it>(?:appear (?:in|at|before)[^.;]{0,40}\\b(?:[Cc]ourt|[Mm]agistrates)|stand trial))\\b",
      NULL },
    TRUE },
  { { "\\b(?<it>(?:face|faces|facing) (?:trial|charges))\\b", NULL }, TRUE },
  { { "\\b(?:is|are|remains?|currently|still|persons?|people|suspects?|men|women|man|woman) "
      "(?<it>(?:out )?on (?:police |court |conditional )?bail)\\b",
      NULL },
    TRUE },
  { { "\\b(?:been|was|were|being|is|are)(?: \\w+ly| also| since| now| later| both| all)? "
      "(?<it>charged)\\b(?! (?:or|a|an|the|at|up|per|£|\\d))",
      NULL },
    FALSE,
    TRUE },
  { { "\\b(?<it>charged (?:with|and (?:remanded|bailed)))\\b(?! (?:the|leading|making|running|delivering))",
      NULL },
    FALSE,
    TRUE },
  { { "\\b(?<it>remanded(?: in custody| into custody| on bail)?)\\b", NULL } },
};

static QtrPattern crime = {
  "\\b(?i:court|offences?|murder|manslaughter|assaults?|rape|robbery|burglary|defendants?|accused|"
  "suspects?|suspicion|arrest(?:s|ed)?|jury|stabb(?:ed|ing)|wounding|fraud|conspiracy|custody|remanded|"
  "offenders?|incident|victims?|investigation|supply|possession|theft|drug|drugs|male|female|driver|gang)\\b",
  NULL
};

/* What ends it. */
static QtrPattern ended = {
  "\\b(?i:convicted|conviction|sentenced|jailed|imprisoned|pleaded guilty|pled guilty|found guilty|acquitted|"
  "not guilty|discontinued|charges? (?:was|were) dropped|no longer)\\b",
  NULL
};

static gboolean
applies (const Line *line, const char *sentence)
{
  return (line->is_sure || !qtr_pattern_matches (&ended, sentence)) &&
         (!line->needs_crime || qtr_pattern_matches (&crime, sentence));
}

/* Returns whether there is something to be said of it; once is enough. */
static gboolean
check_sentence (const char *text, QtrSpan sentence, GArray *remarks)
{
  g_autofree char *words = g_utf8_substring (text, sentence.start, sentence.end);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GArray) spans = qtr_pattern_find (&lines[i].pattern, words);
    QtrSpan span;

    if (spans->len == 0 || !applies (&lines[i], words))
      continue;
    span = g_array_index (spans, QtrSpan, 0);
    span.start += sentence.start;
    span.end += sentence.start;
    qtr_remark_add_words (remarks, text, span,
                          g_strdup (_ ("A case seems to be before the courts still: see that nothing here "
                                       "could prejudice it.")));
    return TRUE;
  }

  return FALSE;
}

void
qtr_check_live_proceedings (const QtrInputs *inputs, GArray *remarks)
{
  const QtrBullet *bullet = inputs->record;
  g_autoptr (GArray) sentences = NULL;

  if (bullet->text == NULL)
    return;

  sentences = qtr_sentences_split (bullet->text);
  for (guint i = 0; i < sentences->len; i++)
    if (check_sentence (bullet->text, g_array_index (sentences, QtrSpan, i), remarks))
      return;
}
