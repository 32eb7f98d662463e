/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/pattern.h"
#include "import/structure-private.h"
#include "import/wording.h"

/* What a report holds besides its narrative: parts under headings of their own, notes that this program wrote
 * where it had nothing to write, and nil returns. */

#define ASIDE_BYTES_MAX 80
#define DRAFT_BYTES_MAX 160
/* So many words of a heading that stands where leads stand are a promise. */
#define PROMISE_WORDS_MIN 5

/* Parts that stand behind or beside the narrative, whatever marks their heading. */
static QtrPattern back_pattern = {
  "^\\W*(?:(?:appendix|appendices|annexe?)\\b.*|glossary(?:\\s+of\\b.*)?|(?:list of )?(?:abbreviations|acronyms|definitions)"
  "|case\\s+stud(?:y|ies)\\b.*|figures(?:\\s+for\\b.*)?|corrections|what still stands open)\\W*$",
  0
};
/* These may be words of the narrative too, unless they are headings. */
static QtrPattern side_pattern = {
  "^\\W*(?:charts?|(?:data\\s+)?tables?|further information|contacts?(?:\\s+(?:us|details))?|acknowledge?ments"
  "|end\\s?notes|foot\\s?notes|references|foreword|preface|introduction|background|(?:executive\\s+)?summary"
  "|conclusions?|next\\s+steps|notes|methodology|(?:data\\s+)?sources|about\\s+this\\s+\\w+)\\W*$",
  0
};
static QtrPattern nil_pattern = { "^nil(?:\\s+return)?\\s*(?:[.]|$|[:\\x{2013}\\x{2014}-]\\s*(.*)$)", 0 };

typedef struct {
  QtrScan *scan;
  const char *name;
  int level;
  int priority_level;
  int lead_level;
  gboolean has_leads;
  gboolean divided;
} Asides;

static gboolean
same_words (const char *text, const char *const *known)
{
  g_autofree char *folded = qtr_wording_fold (text);

  for (guint i = 0; known[i] != NULL; i++) {
    g_autofree char *other = qtr_wording_fold (known[i]);

    if (g_str_equal (folded, other))
      return TRUE;
  }
  return FALSE;
}

gboolean
qtr_aside_is_named (const QtrLine *line)
{
  const char *const known[] = { _ ("Figures"), _ ("Corrections"), _ ("What still stands open"), NULL };

  if (line->marker != NULL || strlen (line->text) > ASIDE_BYTES_MAX || qtr_line_ends_sentence (line->text))
    return FALSE;
  return qtr_pattern_match (&back_pattern, line->text, NULL) || same_words (line->text, known) ||
         (line->level > 0 && qtr_pattern_match (&side_pattern, line->text, NULL));
}

gboolean
qtr_aside_is_draft (const QtrLine *line)
{
  const char *const words[] = { "DRAFT", _ ("DRAFT") };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (line->marker == NULL && strlen (line->text) < DRAFT_BYTES_MAX &&
        g_str_has_prefix (line->text, words[i]) && !g_ascii_isalnum (line->text[strlen (words[i])]))
      return TRUE;
  }
  return FALSE;
}

/* What this program writes where there is no narrative to write. */
static gboolean
is_filler (const QtrLine *line)
{
  const char *const known[] = { "Nothing has been reported yet.", _ ("Nothing has been reported yet."),
                                "What is reported here is marked above this copy.",
                                _ ("What is reported here is marked above this copy."), NULL };

  return line->marker == NULL && same_words (line->text, known);
}

/* A bullet is a nil return only where it is alone. */
static gboolean
stands_single (const QtrScan *scan, guint index)
{
  guint next = qtr_scan_next_words (scan, index);
  guint before = index;

  while (before > 0 && scan->parts[before - 1].role == QTR_ROLE_GAP)
    before--;
  return (next == scan->n_parts || scan->parts[next].role != QTR_ROLE_BODY ||
          scan->parts[next].line->marker == NULL) &&
         (before == 0 || scan->parts[before - 1].role != QTR_ROLE_BODY ||
          scan->parts[before - 1].line->marker == NULL);
}

static gboolean
is_nil (const QtrScan *scan, guint index)
{
  const QtrLine *line = scan->parts[index].line;

  if (line->level > 0 || line->continues || (line->marker != NULL && !stands_single (scan, index)))
    return FALSE;
  return qtr_pattern_match (&nil_pattern, line->text, NULL);
}

/* The reason may go on for some lines. */
static void
take_nil (QtrScan *scan, guint index)
{
  scan->parts[index].role = QTR_ROLE_NIL;
  for (guint i = index + 1; i < scan->n_parts && scan->parts[i].role == QTR_ROLE_BODY &&
                            scan->parts[i].line->marker == NULL && scan->parts[i].line->level == 0;
       i++)
    scan->parts[i].role = QTR_ROLE_NIL;
}

void
qtr_aside_read_nil (QtrScan *scan, guint start, guint end, QtrReportCommitment *commitment)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *whole = NULL;

  for (guint i = start; i < end; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role != QTR_ROLE_NIL)
      continue;
    qtr_scan_join (scan, text, part->line->text);
    part->used = TRUE;
  }
  if (text->len == 0)
    return;
  whole = qtr_line_collapse (text->str);
  commitment->nil_return = TRUE;
  if (qtr_pattern_match (&nil_pattern, whole, &info)) {
    g_autofree char *reason = g_match_info_fetch (info, 1);

    if (reason != NULL && reason[0] != '\0')
      g_set_str (&commitment->nil_reason, reason);
  }
}

static int
lowest_level (const QtrScan *scan, guint start, guint end, QtrRole role)
{
  int lowest = 0;

  for (guint i = start; i < end; i++) {
    int level = scan->parts[i].line->level;

    if (scan->parts[i].role == role && level > 0 && (lowest == 0 || level < lowest))
      lowest = level;
  }
  return lowest;
}

/* What stands under one heading of a priority: whether it has leads, or else headings in their place. */
static void
begin_priority (Asides *self, guint index)
{
  const QtrScan *scan = self->scan;
  guint end = index + 1;
  guint first = qtr_scan_next_words (scan, index);

  self->has_leads = FALSE;
  for (; end < scan->n_parts && scan->parts[end].role != QTR_ROLE_HEADING; end++)
    self->has_leads = self->has_leads || scan->parts[end].role == QTR_ROLE_LEAD;
  self->divided =
      !self->has_leads && (!scan->has_leads || (first < end && scan->parts[first].line->level > 0));
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = qtr_wording_words (text);

  return g_strv_length (words);
}

/* A heading where leads stand, which is a sentence and has what is reported right below it, is a promise
 * without a lead. */
static gboolean
is_promise (const Asides *self, guint index)
{
  const QtrScan *scan = self->scan;
  const QtrLine *line = scan->parts[index].line;
  guint next = qtr_scan_next_words (scan, index);

  if (!self->has_leads || line->level == 0 || line->level != self->lead_level ||
      count_words (line->text) < PROMISE_WORDS_MIN || next == scan->n_parts ||
      scan->parts[next].role != QTR_ROLE_BODY)
    return FALSE;
  return scan->parts[next].line->marker != NULL || is_filler (scan->parts[next].line) || is_nil (scan, next);
}

/* Whether the heading ends what stands under the commitment before it. Below commitments, a heading is one
 * of the narrative, and owns the bullets under it. */
static gboolean
closes (const Asides *self, guint index)
{
  const QtrLine *line = self->scan->parts[index].line;
  gboolean apart = line->level > 0 || line->bold || index == 0 ||
                   self->scan->parts[index - 1].role == QTR_ROLE_GAP ||
                   self->scan->parts[index - 1].role == QTR_ROLE_PAGE;

  if (apart && qtr_aside_is_named (line))
    return TRUE;
  if (line->level == 0)
    return FALSE;
  if (self->divided)
    return line->level <= self->priority_level;
  if (self->lead_level > 0)
    return line->level <= self->lead_level;
  return self->priority_level == 0 || line->level <= self->priority_level + 1;
}

static void
open_promise (QtrPart *part)
{
  part->role = QTR_ROLE_LEAD;
  part->sure = TRUE;
  part->lead = g_strdup ("");
  part->rest = g_strdup (part->line->text);
}

static void
leave_aside (Asides *self, QtrPart *part)
{
  g_autofree char *reason =
      g_strdup_printf (_ ("stands under “%s”, which names no priority and no commitment"), self->name);

  qtr_report_leave (self->scan->report, part->line->number, part->line->text, reason);
  part->role = QTR_ROLE_TAKEN;
  part->used = TRUE;
}

static void
open_aside (Asides *self, QtrPart *part)
{
  self->name = part->line->text;
  self->level = part->line->level;
  qtr_report_leave (self->scan->report, part->line->number, part->line->text,
                    _ ("is a heading that names no priority and no commitment"));
  part->role = QTR_ROLE_TAKEN;
  part->used = TRUE;
}

static void
take_filler (QtrScan *scan, QtrPart *part)
{
  part->role = QTR_ROLE_TAKEN;
  part->used = TRUE;
  qtr_report_note (scan->report, part->line->number,
                   g_strdup_printf (_ ("No narrative: %s"), part->line->text));
}

static void
read_words (Asides *self, guint index)
{
  QtrPart *part = &self->scan->parts[index];
  gboolean within =
      self->name != NULL && (self->level == 0 || part->line->level == 0 || part->line->level > self->level);

  if (within) {
    leave_aside (self, part);
    return;
  }
  self->name = NULL;
  if (is_promise (self, index) && !qtr_aside_is_named (part->line))
    open_promise (part);
  else if (closes (self, index))
    open_aside (self, part);
  else if (is_filler (part->line))
    take_filler (self->scan, part);
  else if (is_nil (self->scan, index))
    take_nil (self->scan, index);
}

void
qtr_asides_read (QtrScan *scan, guint start)
{
  Asides self = { .scan = scan };

  self.priority_level = lowest_level (scan, 0, scan->n_parts, QTR_ROLE_HEADING);
  self.lead_level = lowest_level (scan, 0, scan->n_parts, QTR_ROLE_LEAD);
  self.has_leads = scan->has_leads;
  for (guint i = start; i < scan->n_parts; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_HEADING)
      begin_priority (&self, i);
    if (part->role == QTR_ROLE_HEADING || part->role == QTR_ROLE_LEAD)
      self.name = NULL;
    else if (part->role == QTR_ROLE_BODY)
      read_words (&self, i);
    else if (part->role == QTR_ROLE_TABLE && self.name != NULL)
      leave_aside (&self, part);
  }
}
