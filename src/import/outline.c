/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/area.h"
#include "import/structure-private.h"
#include "import/wording.h"

/* Deeper lists than anybody reads; what is deeper goes to this level. */
#define DEPTH_MAX 16
#define ALONE_BYTES_MAX 90
#define OWNER_BYTES_MAX 40

typedef struct {
  GPtrArray *bullets;
  GPtrArray *parent;
  int indent;
  int depth;
  char mark[8];
  char letter;
} Level;

/* @label is the line that stands alone above bullets, @owner the bullet that stands alone among them. */
struct _QtrOutline {
  QtrScan *scan;
  QtrReportCommitment *commitment;
  QtrReportBullet *label;
  QtrReportBullet *owner;
  QtrReportBullet *open;
  GString *text;
  const QtrLine *open_line;
  Level levels[DEPTH_MAX];
  guint n_levels;
};

static gboolean
is_words (const QtrPart *part)
{
  return part->role == QTR_ROLE_BODY;
}

/* `i)` is the letter after h in a list of letters that has come so far, and else a Roman number. */
static gboolean
goes_on_alphabet (const QtrOutline *self, const char *mark)
{
  if (strspn (mark, "ivx") == 0)
    return TRUE;
  for (guint i = 0; mark[1] == ')' && i < self->n_levels; i++) {
    if (self->levels[i].letter + 1 == mark[0])
      return TRUE;
  }
  return FALSE;
}

/* The mark alone tells two levels apart where all bullets stand at the left; numbers are all one mark, and so
 * are letters, small Roman numbers, and the round dots. */
static void
mark_key (const QtrOutline *self, const QtrLine *line, char key[8])
{
  static const char *const dots[] = { "•", "·", "●", "\xef\x82\xb7", NULL };
  const char *mark = line->marker != NULL ? line->marker : "";
  gboolean open = mark[0] == '(';
  const char *at = mark + (open ? 1 : 0);

  if (g_ascii_isdigit (at[0]))
    mark = open ? "(1" : "1";
  else if (g_ascii_islower (at[0]) && strchr (at, ')') != NULL)
    mark = goes_on_alphabet (self, at) ? "a" : "i";
  else if (g_strv_contains (dots, mark))
    mark = "•";
  g_strlcpy (key, mark, 8);
}

static gboolean
is_deeper (const QtrLine *line, const QtrLine *than)
{
  if (line->depth > 0 || than->depth > 0)
    return line->depth > than->depth;
  return line->indent > than->indent + 1 ||
         (g_str_equal (line->marker, "o") && g_strcmp0 (than->marker, "o") != 0);
}

/* Whether @text is nothing but the name of an area or unit. */
static gboolean
is_name (const QtrScan *scan, const char *text)
{
  const char *rest = NULL;
  g_autofree char *label = qtr_area_split (text, &rest);
  g_autofree char *folded = NULL;

  if (strlen (text) > ALONE_BYTES_MAX || (label != NULL && rest[0] != '\0'))
    return FALSE;
  if (label != NULL)
    return qtr_area_classify (label, scan->areas) != QTR_LABEL_NONE;
  folded = qtr_wording_fold (text);
  if (g_hash_table_contains (scan->areas, folded))
    return TRUE;
  return strpbrk (text, ".!?;,:\"") == NULL && qtr_area_has_area_word (text) &&
         qtr_area_classify (text, scan->areas) == QTR_LABEL_AREA;
}

/* A bullet that is a name and nothing else, so that what follows is its. */
static gboolean
stands_alone (const QtrScan *scan, guint index, guint end)
{
  const QtrPart *next = index + 1 < end ? &scan->parts[index + 1] : NULL;

  if (next != NULL && is_words (next) && next->line->marker == NULL)
    return FALSE;
  return is_name (scan, scan->parts[index].line->text);
}

/* Counts whether the bullets under names are set deeper, or stand in line with them. */
static void
survey_nesting (QtrScan *scan)
{
  int deeper = 0;
  int level = 0;

  for (guint i = 0; i < scan->n_parts; i++) {
    guint next;

    if (!is_words (&scan->parts[i]) || scan->parts[i].line->marker == NULL ||
        !stands_alone (scan, i, scan->n_parts))
      continue;
    next = qtr_scan_next (scan, i, scan->n_parts);
    if (next == scan->n_parts || scan->parts[next].line->marker == NULL)
      continue;
    if (is_deeper (scan->parts[next].line, scan->parts[i].line))
      deeper++;
    else
      level++;
  }
  scan->nested = deeper > 0 && deeper >= level;
}

gboolean
qtr_outline_may_own (const QtrScan *scan, guint index)
{
  const QtrLine *line = scan->parts[index].line;
  guint next = qtr_scan_next (scan, index, scan->n_parts);

  return next < scan->n_parts && scan->parts[next].line->marker != NULL &&
         is_deeper (scan->parts[next].line, line) && strlen (line->text) < OWNER_BYTES_MAX &&
         strpbrk (line->text, ".!?;,:\"") == NULL;
}

void
qtr_outline_survey (QtrScan *scan)
{
  qtr_evidence_gather (scan);
  survey_nesting (scan);
}

QtrOutline *
qtr_outline_new (QtrScan *scan)
{
  QtrOutline *self = g_new0 (QtrOutline, 1);

  self->scan = scan;
  self->text = g_string_new (NULL);
  return self;
}

/* Now that all of a bullet's lines are there, its area is split from its words. */
static void
finish_bullet (QtrOutline *self)
{
  const char *rest = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (self->open == NULL)
    return;
  text = qtr_line_collapse (self->text->str);
  label = qtr_area_split (text, &rest);
  if (label != NULL && qtr_area_classify (label, self->scan->areas) == QTR_LABEL_AREA) {
    g_set_str (&self->open->area, label);
    g_set_str (&self->open->text, rest);
  } else if (label == NULL && is_name (self->scan, text) &&
             qtr_area_classify (text, self->scan->areas) == QTR_LABEL_AREA) {
    g_set_str (&self->open->area, text);
    g_set_str (&self->open->text, "");
  } else {
    g_set_str (&self->open->text, text);
  }
  self->open = NULL;
  g_string_truncate (self->text, 0);
}

void
qtr_outline_free (QtrOutline *self)
{
  if (self == NULL)
    return;
  finish_bullet (self);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
qtr_outline_begin (QtrOutline *self, QtrReportCommitment *commitment)
{
  self->n_levels = 0;
  if (self->commitment == commitment)
    return;
  finish_bullet (self);
  self->commitment = commitment;
  self->label = NULL;
  self->owner = NULL;
}

static GPtrArray *
base_bullets (const QtrOutline *self)
{
  if (self->owner != NULL)
    return self->owner->bullets;
  return self->label != NULL ? self->label->bullets : self->commitment->bullets;
}

static gboolean
same_level (const Level *level, const QtrLine *line, const char *mark)
{
  if (line->depth > 0)
    return level->depth == line->depth;
  return ABS (level->indent - line->indent) <= 1 && g_str_equal (level->mark, mark);
}

static gboolean
below_level (const Level *level, const QtrLine *line, const char *mark)
{
  if (line->depth > 0)
    return line->depth > level->depth;
  return line->indent > level->indent + 1 ||
         (ABS (level->indent - line->indent) <= 1 && !g_str_equal (level->mark, mark));
}

/* Drops the levels that the line is not below. A mark that a level above already has goes back to it. */
static GPtrArray *
find_list (QtrOutline *self, const QtrLine *line, const char *mark)
{
  guint at = self->n_levels;

  while (at > 0 && !same_level (&self->levels[at - 1], line, mark))
    at--;
  if (at > 0) {
    self->n_levels = at - 1;
    return self->levels[at - 1].parent;
  }
  while (self->n_levels > 0 && !below_level (&self->levels[self->n_levels - 1], line, mark))
    self->n_levels--;
  if (self->n_levels == DEPTH_MAX) {
    self->n_levels--;
    return self->levels[self->n_levels].parent;
  }
  return self->n_levels > 0 ? self->levels[self->n_levels - 1].bullets : base_bullets (self);
}

static QtrReportBullet *
open_bullet (QtrOutline *self, GPtrArray *list, const QtrLine *line)
{
  self->open = qtr_report_bullet_append (list, NULL, "", line->number);
  self->open_line = line;
  g_string_assign (self->text, line->text);
  return self->open;
}

static void
push_level (QtrOutline *self, GPtrArray *parent, const QtrLine *line, const char *mark)
{
  Level *level = &self->levels[self->n_levels++];

  level->bullets = self->open->bullets;
  level->parent = parent;
  level->indent = line->indent;
  level->depth = line->depth;
  level->letter = g_str_equal (mark, "a") ? line->marker[line->marker[0] == '(' ? 1 : 0] : '\0';
  g_strlcpy (level->mark, mark, sizeof level->mark);
}

static void
add_bullet (QtrOutline *self, guint index, guint end)
{
  const QtrLine *line = self->scan->parts[index].line;
  gboolean alone = !self->scan->nested && stands_alone (self->scan, index, end);
  char mark[8];
  GPtrArray *list;

  finish_bullet (self);
  mark_key (self, line, mark);
  if (alone) {
    self->owner = NULL;
    self->n_levels = 0;
  }
  list = find_list (self, line, mark);
  open_bullet (self, list, line);
  if (alone)
    self->owner = self->open;
  else
    push_level (self, list, line, mark);
}

gboolean
qtr_outline_is_label (const QtrScan *scan, guint index, guint end)
{
  const QtrPart *part = &scan->parts[index];
  guint next = qtr_scan_next (scan, index, end);
  gboolean styled = part->line->level > 0 || (part->line->bold && !part->line->continues);

  if (next == end || scan->parts[next].line->marker == NULL || part->line->depth > 0)
    return FALSE;
  return styled || (g_str_has_suffix (part->line->text, ":") && is_name (scan, part->line->text)) ||
         is_name (scan, part->line->text);
}

static void
add_label (QtrOutline *self, const QtrLine *line)
{
  finish_bullet (self);
  self->n_levels = 0;
  self->owner = NULL;
  self->label = NULL;
  self->label = open_bullet (self, self->commitment->bullets, line);
}

/* Whether words without a mark go on with the bullet before them. */
static gboolean
goes_on (const QtrOutline *self, const QtrLine *line, gboolean gap)
{
  if (self->open == NULL || line->level > 0 || line->opens)
    return FALSE;
  if (line->continues || !gap || (line->depth > 0 && line->depth == self->open_line->depth))
    return TRUE;
  if (self->open_line->level > 0)
    return FALSE;
  if (qtr_line_starts_lower (line->text))
    return TRUE;
  /* A format that knows lists has ended this one; plain text may have broken a bullet's sentence with a gap.
   */
  return self->open_line->marker != NULL && self->open_line->depth == 0 &&
         !qtr_line_ends_sentence (self->text->str);
}

static void
add_paragraph (QtrOutline *self, const QtrLine *line)
{
  finish_bullet (self);
  self->n_levels = 0;
  open_bullet (self, base_bullets (self), line);
}

static void
add_words (QtrOutline *self, guint index, guint end, gboolean gap)
{
  const QtrLine *line = self->scan->parts[index].line;

  if (line->marker != NULL)
    add_bullet (self, index, end);
  else if (qtr_outline_is_label (self->scan, index, end))
    add_label (self, line);
  else if (goes_on (self, line, gap))
    qtr_scan_join (self->scan, self->text, line->text);
  else
    add_paragraph (self, line);
}

void
qtr_outline_add (QtrOutline *self, guint start, guint end)
{
  gboolean gap = TRUE;

  for (guint i = start; i < end; i++) {
    QtrPart *part = &self->scan->parts[i];

    if (is_words (part)) {
      add_words (self, i, end, gap);
      part->used = TRUE;
    }
    gap = !is_words (part);
  }
}
