/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import/pattern.h"
#include "import/structure-private.h"
#include "import/wording.h"

/* No heading of a commitment is longer. */
#define NUMBERED_MAX 300
#define WRAPPED_MAX 4

/* `1.2 Plant trees`: a number below the priority's. */
static QtrPattern numbered_pattern = {
  "^\\W{0,4}(?<p>\\d{1,2})\\.(?<n>\\d{1,2})\\.?(?:[\\s:)\\x{2010}-\\x{2015}-]+(?<t>\\p{L}.*))?$", 0
};

/* A plan may number two things, such as priorities and the objectives below them: the first that the body
 * names is its priorities, and the others are leads. */
static void
settle_words (QtrScan *scan)
{
  g_autofree char *word = NULL;

  for (guint i = 0; i < scan->n_parts; i++) {
    QtrPart *part = &scan->parts[i];
    g_autofree char *folded = NULL;

    if (part->role != QTR_ROLE_HEADING)
      continue;
    folded = qtr_wording_fold (part->heading->word);
    if (word == NULL)
      word = g_strdup (folded);
    if (g_str_equal (word, folded))
      continue;
    part->role = QTR_ROLE_LEAD;
    part->sure = TRUE;
    part->lead = g_strdup_printf ("%s %d:", part->heading->word, part->heading->number);
    part->rest = g_strdup (part->heading->title);
  }
}

/* A heading that says nothing but its number has its title on the next line. */
static void
complete_titles (QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    QtrPart *part = &scan->parts[i];
    guint next = i + 1;

    if (part->role != QTR_ROLE_HEADING || part->heading->title[0] != '\0')
      continue;
    while (next < scan->n_parts && scan->parts[next].role == QTR_ROLE_GAP)
      next++;
    if (next == scan->n_parts || scan->parts[next].role != QTR_ROLE_BODY ||
        scan->parts[next].line->marker != NULL || strlen (scan->parts[next].line->text) > 120 ||
        qtr_line_ends_sentence (scan->parts[next].line->text))
      continue;
    g_free (part->heading->title);
    part->heading->title = qtr_line_collapse (scan->parts[next].line->text);
    scan->parts[next].role = QTR_ROLE_TAKEN;
    scan->parts[next].used = TRUE;
  }
}

static gboolean
lead_holds (const QtrScan *scan, guint index)
{
  const QtrPart *part = &scan->parts[index];
  const QtrPart *before = index > 0 ? &scan->parts[index - 1] : NULL;
  guint next = qtr_scan_next (scan, index, scan->n_parts);
  gboolean within = before != NULL && before->role == QTR_ROLE_BODY;

  /* Within a paragraph, such words with the promise behind them are one of its sentences. */
  if (within && part->line->level == 0 && (part->rest[0] != '\0' || !part->sure))
    return FALSE;
  if (part->sure || part->line->level > 0)
    return TRUE;
  return part->rest[0] != '\0' || (next < scan->n_parts && scan->parts[next].line->marker == NULL);
}

static void
settle_leads (QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    if (scan->parts[i].role != QTR_ROLE_LEAD)
      continue;
    if (!lead_holds (scan, i))
      scan->parts[i].role = QTR_ROLE_BODY;
  }
}

/* Whether the line stands apart, as a heading does. */
static gboolean
stands_apart (const QtrScan *scan, guint index)
{
  const QtrPart *before = index > 0 ? &scan->parts[index - 1] : NULL;

  return scan->parts[index].line->level > 0 || scan->parts[index].line->bold || before == NULL ||
         before->role == QTR_ROLE_GAP || before->role == QTR_ROLE_PAGE || before->role == QTR_ROLE_HEADING;
}

static void
make_lead (QtrPart *part, const char *number, const char *title)
{
  QtrLine words = { .text = (char *) title, .level = part->line->level, .bold = part->line->bold };
  g_autofree char *lead = NULL;
  g_autofree char *rest = NULL;
  gboolean sure = FALSE;

  if (qtr_heading_split_lead (&words, &lead, &rest, &sure)) {
    part->lead = g_strdup_printf ("%s %s", number, lead);
    part->rest = g_steal_pointer (&rest);
  } else {
    part->lead = g_strdup (number);
    part->rest = qtr_line_collapse (title);
  }
  part->role = QTR_ROLE_LEAD;
  part->sure = TRUE;
}

/* Numbered paragraphs are no headings: what is not styled as one must have bullets below it, or stand on one
 * line without a full stop. */
static gboolean
looks_like_heading (const QtrScan *scan, guint index)
{
  const QtrLine *line = scan->parts[index].line;
  guint next = index + 1;

  if (line->level > 0 || line->bold)
    return TRUE;
  while (next < scan->n_parts && next < index + WRAPPED_MAX && scan->parts[next].role == QTR_ROLE_BODY &&
         scan->parts[next].line->marker == NULL)
    next++;
  if (next == index + 1 && !qtr_line_ends_sentence (line->text))
    return TRUE;
  next = qtr_scan_next_words (scan, next - 1);
  return next < scan->n_parts && scan->parts[next].role == QTR_ROLE_BODY &&
         scan->parts[next].line->marker != NULL;
}

static gboolean
may_be_numbered (const QtrScan *scan, guint index)
{
  const QtrLine *line = scan->parts[index].line;
  guint next = qtr_scan_next_words (scan, index);

  return line->marker == NULL && strlen (line->text) < NUMBERED_MAX && stands_apart (scan, index) &&
         looks_like_heading (scan, index) &&
         (next == scan->n_parts || scan->parts[next].role != QTR_ROLE_LEAD);
}

/* Takes `1.2 Plant trees` below priority 1 for a commitment, if it is the next one, or comes again. */
static void
settle_number (QtrScan *scan, guint index, int priority, int *last)
{
  QtrPart *part = &scan->parts[index];
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *above = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *lead = NULL;

  if (!may_be_numbered (scan, index) || !qtr_pattern_match (&numbered_pattern, part->line->text, &info))
    return;
  above = g_match_info_fetch_named (info, "p");
  number = g_match_info_fetch_named (info, "n");
  title = g_match_info_fetch_named (info, "t");
  if (atoi (above) != priority || atoi (number) < 1 || atoi (number) > *last + 1)
    return;
  if (title == NULL || title[0] == '\0' ? part->line->level == 0
                                        : !g_unichar_isupper (g_utf8_get_char (title)))
    return;
  *last = MAX (*last, atoi (number));
  lead = g_strdup_printf ("%s.%s", above, number);
  make_lead (part, lead, title != NULL ? title : "");
}

static void
settle_numbers (QtrScan *scan)
{
  int priority = 0;
  int last = 0;

  for (guint i = 0; i < scan->n_parts; i++) {
    const QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_HEADING && part->heading->number != priority) {
      priority = part->heading->number;
      last = 0;
    }
    if (part->role == QTR_ROLE_BODY && priority > 0)
      settle_number (scan, i, priority, &last);
  }
}

void
qtr_settle_headings (QtrScan *scan)
{
  settle_words (scan);
  complete_titles (scan);
  settle_leads (scan);
  settle_numbers (scan);
  for (guint i = 0; i < scan->n_parts; i++)
    scan->has_leads = scan->has_leads || scan->parts[i].role == QTR_ROLE_LEAD;
}
