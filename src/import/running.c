/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/structure-private.h"
#include "import/wording.h"

/* A heading stands before what it heads, or, where a running head was written at the end of its page's text,
 * after it. Which of the two is decided for all headings together: each way of reading them costs something
 * where it leaves a heading without text, text without a heading, or puts the same commitment under two
 * priorities, and the cheapest way is taken. */
enum {
  BEFORE,
  AFTER,
  N_MODES,
};

/* Whose the last block before a heading is. */
enum {
  LAST_OF_BEFORE,
  LAST_OF_THIS,
  LAST_OF_NONE,
  N_LASTS,
};

#define COST_SWITCH 5
#define COST_STYLED 20
#define COST_EDGE 4
#define COST_EMPTY 6
#define COST_EMPTY_END 4
#define COST_ORPHAN 10
#define COST_ORPHANS_START 3
#define COST_DIVIDED 8
#define COST_SPLIT_INSIDE 2
#define COST_IMPOSSIBLE 1000000

typedef struct {
  guint start;
  guint end;
  char *wording;
  gboolean opens_page;
} Block;

typedef struct {
  int cost;
  int mode;
  int last;
  guint split;
} Choice;

/* Between heading @index - 1 and heading @index. */
typedef struct {
  guint first;
  guint n;
} Region;

typedef struct {
  QtrScan *scan;
  GArray *headings;
  GArray *blocks;
  GArray *regions;
  Choice (*choices)[N_MODES][N_LASTS];
  gboolean indents_tell;
} Running;

static void
block_clear (gpointer data)
{
  g_free (((Block *) data)->wording);
}

/* The lead and the lines up to the first gap or bullet: enough to know the commitment again. */
static char *
wording_of (const QtrScan *scan, guint start, guint end)
{
  g_autoptr (GString) words = g_string_new (scan->parts[start].lead);
  gboolean any = FALSE;

  for (guint i = start; i < end; i++) {
    const QtrPart *part = &scan->parts[i];
    const char *text = part->role == QTR_ROLE_LEAD ? part->rest : part->line->text;

    if (part->role == QTR_ROLE_GAP && any)
      break;
    if ((part->role != QTR_ROLE_BODY && part->role != QTR_ROLE_LEAD) || part->line->marker != NULL)
      continue;
    any = any || text[0] != '\0';
    g_string_append_printf (words, " %s", text);
  }
  return qtr_wording_fold (words->str);
}

static gboolean
opens_page (const Running *self, guint index)
{
  const QtrScan *scan = self->scan;

  if (self->indents_tell && scan->parts[index].line->indent > 0)
    return TRUE;
  while (index > 0 && scan->parts[index - 1].role == QTR_ROLE_GAP)
    index--;
  return index > 0 && scan->parts[index - 1].role == QTR_ROLE_PAGE;
}

static gboolean
closes_page (const Running *self, guint index)
{
  const QtrScan *scan = self->scan;
  guint next = index + 1;

  while (next < scan->n_parts && scan->parts[next].role == QTR_ROLE_GAP)
    next++;
  return next < scan->n_parts && scan->parts[next].role == QTR_ROLE_PAGE;
}

/* Where only some headings and leads are set in, that is the trace of the page ends, which tools that make
 * text of pages leave as a space. */
static gboolean
do_indents_tell (const QtrScan *scan)
{
  gboolean some = FALSE;
  gboolean none = FALSE;

  for (guint i = 0; i < scan->n_parts; i++) {
    if (scan->parts[i].role != QTR_ROLE_HEADING && scan->parts[i].role != QTR_ROLE_LEAD)
      continue;
    if (scan->parts[i].line->indent > 0)
      some = TRUE;
    else
      none = TRUE;
  }
  return some && none;
}

static void
add_block (Running *self, guint start, guint end)
{
  Block block = { start, end, wording_of (self->scan, start, end), opens_page (self, start) };

  if (qtr_scan_next (self->scan, start - 1, end) < end || self->scan->parts[start].role == QTR_ROLE_LEAD)
    g_array_append_val (self->blocks, block);
  else
    g_free (block.wording);
}

/* A block begins at each lead, and at the first words after a heading. */
static void
add_region (Running *self, guint start, guint end)
{
  Region region = { self->blocks->len, 0 };
  guint open = start;

  for (guint i = start; i < end; i++) {
    if (self->scan->parts[i].role != QTR_ROLE_LEAD)
      continue;
    if (i > open)
      add_block (self, open, i);
    open = i;
  }
  if (end > open)
    add_block (self, open, end);
  region.n = self->blocks->len - region.first;
  g_array_append_val (self->regions, region);
}

static void
find_regions (Running *self)
{
  guint start = 0;

  for (guint i = 0; i < self->scan->n_parts; i++) {
    if (self->scan->parts[i].role != QTR_ROLE_HEADING)
      continue;
    add_region (self, start, i);
    g_array_append_val (self->headings, i);
    start = i + 1;
  }
  add_region (self, start, self->scan->n_parts);
}

static const Block *
block_at (const Running *self, guint region, guint index)
{
  return &g_array_index (self->blocks, Block, g_array_index (self->regions, Region, region).first + index);
}

static guint
region_length (const Running *self, guint region)
{
  return g_array_index (self->regions, Region, region).n;
}

/* The number of heading @index, counted from 1 so that 0 is the beginning of the text. */
static int
number_at (const Running *self, int index)
{
  if (index < 1 || index > (int) self->headings->len)
    return 0;
  return self->scan->parts[g_array_index (self->headings, guint, index - 1)].heading->number;
}

/* What speaks for or against a heading standing before its text, whatever its neighbours do. */
static int
mode_cost (const Running *self, guint index, int mode)
{
  guint part = g_array_index (self->headings, guint, index - 1);
  const QtrLine *line = self->scan->parts[part].line;
  gboolean opens = opens_page (self, part);
  gboolean closes = closes_page (self, part) || (self->indents_tell && line->indent == 0);

  if (mode == AFTER)
    return (line->level > 0 ? COST_STYLED : 0) + (opens ? COST_EDGE : 0);
  return closes && !opens ? COST_EDGE : 0;
}

static gboolean
is_divided (const Block *a, const Block *b, int number_a, int number_b)
{
  return a != NULL && b != NULL && number_a != number_b && a->wording[0] != '\0' &&
         g_str_equal (a->wording, b->wording);
}

/* The last block of the region before @index's, and under which number the state puts it. */
static const Block *
last_block (const Running *self, guint index, int last, int *number)
{
  guint length = region_length (self, index - 1);

  *number = last == LAST_OF_BEFORE ? number_at (self, (int) index - 1)
            : last == LAST_OF_THIS ? number_at (self, (int) index)
                                   : -1;
  return length > 0 && last != LAST_OF_NONE ? block_at (self, index - 1, length - 1) : NULL;
}

/* The cost of giving the first @split blocks between heading @index and the next to the one, the others to
 * the other. */
static int
region_cost (const Running *self, guint index, int mode, int last, int next_mode, guint split)
{
  guint n = region_length (self, index);
  gboolean at_end = index == self->headings->len;
  gboolean orphans = n > split && next_mode != AFTER;
  int number = number_at (self, (int) index);
  int next_number = orphans ? -1 : number_at (self, (int) index + 1);
  int cost = 0;
  int last_number = 0;
  const Block *before = index > 0 ? last_block (self, index, last, &last_number) : NULL;

  if (orphans)
    cost += index == 0 ? COST_ORPHANS_START : COST_ORPHAN * (int) (n - split);
  if (index > 0 && mode == BEFORE && split == 0)
    cost += at_end ? COST_EMPTY_END : COST_EMPTY;
  if (!at_end && next_mode == AFTER && split == n)
    cost += COST_EMPTY;
  if (n > 0 && is_divided (before, block_at (self, index, 0), last_number, split > 0 ? number : next_number))
    cost += COST_DIVIDED;
  if (split > 0 && split < n) {
    cost += block_at (self, index, split)->opens_page ? 0 : COST_SPLIT_INSIDE;
    if (is_divided (block_at (self, index, split - 1), block_at (self, index, split), number, next_number))
      cost += COST_DIVIDED;
  }
  return cost;
}

static int
last_after (const Running *self, guint index, int next_mode, guint split)
{
  guint n = region_length (self, index);

  if (n == 0)
    return LAST_OF_NONE;
  if (split == n)
    return LAST_OF_BEFORE;
  return next_mode == AFTER ? LAST_OF_THIS : LAST_OF_NONE;
}

static void
extend (Running *self, guint index, int mode, int last, int next_mode)
{
  int base = self->choices[index][mode][last].cost;
  guint n = region_length (self, index);
  guint low = mode == BEFORE && next_mode == BEFORE ? n : 0;
  guint high = mode == BEFORE ? n : 0;
  gboolean at_end = index == self->headings->len;

  if (base >= COST_IMPOSSIBLE || (at_end && next_mode == AFTER))
    return;
  if (!at_end)
    base += mode_cost (self, index + 1, next_mode) + (mode != next_mode && index > 0 ? COST_SWITCH : 0);
  if (index == 0 && next_mode == AFTER)
    base += COST_SWITCH;
  for (guint split = low; split <= high; split++) {
    int cost = base + region_cost (self, index, mode, last, next_mode, split);
    Choice *choice = &self->choices[index + 1][next_mode][last_after (self, index, next_mode, split)];

    if (cost < choice->cost)
      *choice = (Choice) { cost, mode, last, split };
  }
}

/* Heading 0 is the beginning of the text, which takes nothing; the last one is its end, which takes nothing
 * either. */
static void
choose (Running *self)
{
  guint n = self->headings->len;

  self->choices = g_malloc_n (n + 2, sizeof *self->choices);
  for (guint i = 0; i < n + 2; i++) {
    for (int state = 0; state < N_MODES * N_LASTS; state++)
      self->choices[i][state / N_LASTS][state % N_LASTS].cost = COST_IMPOSSIBLE;
  }
  self->choices[0][AFTER][LAST_OF_NONE].cost = 0;
  for (guint i = 0; i <= n; i++) {
    for (int state = 0; state < N_MODES * N_LASTS * N_MODES; state++)
      extend (self, i, state / (N_LASTS * N_MODES), state / N_MODES % N_LASTS, state % N_MODES);
  }
}

static const Choice *
cheapest_end (const Running *self)
{
  const Choice *best = &self->choices[self->headings->len + 1][BEFORE][0];

  for (int last = 1; last < N_LASTS; last++) {
    const Choice *choice = &self->choices[self->headings->len + 1][BEFORE][last];

    if (choice->cost < best->cost)
      best = choice;
  }
  return best;
}

static int
part_of_heading (const Running *self, guint index)
{
  if (index == 0 || index > self->headings->len)
    return -1;
  return (int) g_array_index (self->headings, guint, index - 1);
}

/* Walks the cheapest way back, and tells each region's blocks whose they are. */
static GArray *
segments_of (Running *self)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (QtrSegment));
  const Choice *choice = cheapest_end (self);
  int next_mode = BEFORE;

  g_array_set_size (segments, self->blocks->len);
  for (guint index = self->headings->len + 1; index-- > 0;) {
    Region region = g_array_index (self->regions, Region, index);

    for (guint i = 0; i < region.n; i++) {
      const Block *block = block_at (self, index, i);
      gboolean after = i >= choice->split && next_mode == AFTER;
      guint owner = i < choice->split ? index : after ? index + 1 : 0;

      g_array_index (segments, QtrSegment, region.first + i) =
          (QtrSegment) { block->start, block->end, part_of_heading (self, owner) };
    }
    next_mode = choice->mode;
    choice = &self->choices[index][choice->mode][choice->last];
  }
  return segments;
}

GArray *
qtr_running_segments (QtrScan *scan)
{
  Running self = { .scan = scan };
  GArray *segments;

  self.headings = g_array_new (FALSE, FALSE, sizeof (guint));
  self.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self.regions = g_array_new (FALSE, FALSE, sizeof (Region));
  g_array_set_clear_func (self.blocks, block_clear);
  self.indents_tell = do_indents_tell (scan);
  find_regions (&self);
  choose (&self);
  segments = segments_of (&self);
  g_free (self.choices);
  g_array_unref (self.headings);
  g_array_unref (self.blocks);
  g_array_unref (self.regions);
  return segments;
}
