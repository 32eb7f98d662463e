/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/wording.h"

#include <string.h>

#include "model/figure-link.h"

/* How many pieces may differ before two texts count as having nothing in common. Time and memory grow with
 * its square. */
#define DISTANCE_MAX 2000

/* --- Pieces --- */

/* What holds a word together, if it stands between letters or digits: "don't", "one-off", "1,137", "5.4". */
static gboolean
joins (gunichar joint, gunichar before, gunichar after)
{
  switch (joint) {
  case '\'':
  case 0x2019: /* ’ */
  case '-':
  case 0x2011: /* a hyphen that does not break */
    return g_unichar_isalnum (before) && g_unichar_isalnum (after);
  case '.':
  case ',':
    return g_unichar_isdigit (before) && g_unichar_isdigit (after);
  default:
    return FALSE;
  }
}

static const char *
skip_word (const char *at)
{
  gunichar before = 0;

  while (*at != '\0') {
    gunichar here = g_utf8_get_char (at);
    const char *next = g_utf8_next_char (at);

    if (!g_unichar_isalnum (here) && !g_unichar_ismark (here) &&
        (*next == '\0' || !joins (here, before, g_utf8_get_char (next))))
      break;
    before = here;
    at = next;
  }

  return at;
}

/* A linked figure is one word, so that no merge makes one of two halves. */
static const char *
skip_piece (const char *at)
{
  gunichar first = g_utf8_get_char (at);
  const char *end = NULL;

  if (qtr_figure_link_parse (at, NULL, &end))
    return end;
  if (g_unichar_isalnum (first))
    return skip_word (at);
  at = g_utf8_next_char (at);
  if (g_unichar_isspace (first))
    while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
  return at;
}

void
qtr_wording_init (QtrWording *words, const char *text)
{
  words->text = text == NULL ? "" : text;
  words->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *at = words->text; *at != '\0'; at = skip_piece (at)) {
    guint offset = (guint) (at - words->text);

    g_array_append_val (words->offsets, offset);
  }
  words->length = words->offsets->len;
  g_array_append_val (words->offsets, ((guint) { (guint) strlen (words->text) }));
}

void
qtr_wording_clear (QtrWording *words)
{
  g_clear_pointer (&words->offsets, g_array_unref);
}

static guint
get_offset (const QtrWording *words, guint piece)
{
  return g_array_index (words->offsets, guint, piece);
}

static gboolean
are_same (const QtrWording *a, guint start_a, guint end_a, const QtrWording *b, guint start_b, guint end_b)
{
  guint length = get_offset (a, end_a) - get_offset (a, start_a);

  return length == get_offset (b, end_b) - get_offset (b, start_b) &&
         memcmp (a->text + get_offset (a, start_a), b->text + get_offset (b, start_b), length) == 0;
}

static gboolean
is_same_piece (const QtrWording *a, guint i, const QtrWording *b, guint j)
{
  return are_same (a, i, i + 1, b, j, j + 1);
}

char *
qtr_wording_slice (const QtrWording *words, guint start, guint end)
{
  return g_strndup (words->text + get_offset (words, start),
                    get_offset (words, end) - get_offset (words, start));
}

/* --- Differences --- */

/* The part of two texts between what they begin and end with alike, and how far each diagonal was reached
 * with each number of changes. */
typedef struct {
  const QtrWording *before;
  const QtrWording *after;
  guint skipped;
  int n;
  int m;
  int distance;
  GPtrArray *reached;
} Search;

/* Row d has the diagonals from -d to d. */
static int *
get_reach (const Search *search, int distance, int diagonal)
{
  return &((int *) search->reached->pdata[distance])[diagonal + distance];
}

static gboolean
came_down (const Search *search, int distance, int diagonal)
{
  return diagonal == -distance ||
         (diagonal != distance &&
          *get_reach (search, distance - 1, diagonal - 1) < *get_reach (search, distance - 1, diagonal + 1));
}

static int
get_start (const Search *search, int distance, int diagonal)
{
  if (distance == 0)
    return 0;

  return came_down (search, distance, diagonal) ? *get_reach (search, distance - 1, diagonal + 1)
                                                : *get_reach (search, distance - 1, diagonal - 1) + 1;
}

static int
slide (const Search *search, int x, int y)
{
  while (
      x >= 0 && y >= 0 && x < search->n && y < search->m &&
      is_same_piece (search->before, search->skipped + (guint) x, search->after, search->skipped + (guint) y))
    x++, y++;

  return x;
}

static gboolean
search_at (Search *search, int distance)
{
  g_ptr_array_add (search->reached, g_new (int, 2 * (gsize) distance + 1));
  for (int diagonal = -distance; diagonal <= distance; diagonal += 2) {
    int x = get_start (search, distance, diagonal);

    x = slide (search, x, x - diagonal);
    *get_reach (search, distance, diagonal) = x;
    if (x >= search->n && x - diagonal >= search->m)
      return TRUE;
  }

  return FALSE;
}

static gboolean
find_way (Search *search)
{
  int most = MIN (search->n + search->m, DISTANCE_MAX);

  for (search->distance = 0; search->distance <= most; search->distance++)
    if (search_at (search, search->distance))
      return TRUE;

  return FALSE;
}

/* Marks from the end which pieces went and which came. */
static void
mark_way (const Search *search, gboolean *gone, gboolean *come)
{
  int diagonal = search->n - search->m;

  for (int distance = search->distance; distance > 0; distance--) {
    gboolean down = came_down (search, distance, diagonal);
    int before = down ? diagonal + 1 : diagonal - 1;
    int x = *get_reach (search, distance - 1, before);

    if (down)
      come[x - before] = TRUE;
    else
      gone[x] = TRUE;
    diagonal = before;
  }
}

static void
collect_hunks (const Search *search, const gboolean *gone, const gboolean *come, GArray *hunks)
{
  int x = 0;
  int y = 0;

  while (x < search->n || y < search->m) {
    QtrHunk hunk = { search->skipped + (guint) x, 0, search->skipped + (guint) y, 0 };
    int x0 = x;
    int y0 = y;

    while (x < search->n && gone[x])
      x++;
    while (y < search->m && come[y])
      y++;
    if (x > x0 || y > y0) {
      hunk.end = search->skipped + (guint) x;
      hunk.to = search->skipped + (guint) y;
      g_array_append_val (hunks, hunk);
    } else {
      x++, y++;
    }
  }
}

static void
skip_alike (Search *search)
{
  guint n = search->before->length;
  guint m = search->after->length;
  guint start = 0;

  while (start < n && start < m && is_same_piece (search->before, start, search->after, start))
    start++;
  while (n > start && m > start && is_same_piece (search->before, n - 1, search->after, m - 1))
    n--, m--;
  search->skipped = start;
  search->n = (int) (n - start);
  search->m = (int) (m - start);
}

GArray *
qtr_wording_diff (const QtrWording *before, const QtrWording *after)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (QtrHunk));
  g_autoptr (GPtrArray) reached = g_ptr_array_new_with_free_func (g_free);
  Search search = { .before = before, .after = after, .reached = reached };
  g_autofree gboolean *gone = NULL;
  g_autofree gboolean *come = NULL;

  skip_alike (&search);
  if (search.n == 0 && search.m == 0)
    return hunks;
  if (search.n == 0 || search.m == 0 || !find_way (&search)) {
    QtrHunk whole = { search.skipped, search.skipped + (guint) search.n, search.skipped,
                      search.skipped + (guint) search.m };

    g_array_append_val (hunks, whole);
    return hunks;
  }

  gone = g_new0 (gboolean, search.n);
  come = g_new0 (gboolean, search.m);
  mark_way (&search, gone, come);
  collect_hunks (&search, gone, come, hunks);
  return hunks;
}

/* --- Merging --- */

/* One side's text and how it differs from the base. */
typedef struct {
  QtrWording words;
  GArray *hunks;
  guint next;
} Side;

static const QtrHunk *
get_next (const Side *side)
{
  return side->next < side->hunks->len ? &g_array_index (side->hunks, QtrHunk, side->next) : NULL;
}

static gboolean
are_same_change (const Side *a, const QtrHunk *left, const Side *b, const QtrHunk *right)
{
  return left->start == right->start && left->end == right->end &&
         are_same (&a->words, left->from, left->to, &b->words, right->from, right->to);
}

/* Whether they share a piece, or put something in at the same gap: then nobody can say which comes first. */
static gboolean
do_touch (const QtrHunk *a, const QtrHunk *b)
{
  if (a->start == a->end && b->start == b->end)
    return a->start == b->start;

  return a->start < b->end && b->start < a->end;
}

static gboolean
comes_first (const QtrHunk *a, const QtrHunk *b)
{
  return a->start != b->start ? a->start < b->start : a->end < b->end;
}

static void
apply (GString *text, const QtrWording *base, guint *at, Side *side)
{
  const QtrHunk *hunk = get_next (side);
  guint kept = get_offset (base, *at);
  guint from = get_offset (&side->words, hunk->from);

  g_string_append_len (text, base->text + kept, get_offset (base, hunk->start) - kept);
  g_string_append_len (text, side->words.text + from, get_offset (&side->words, hunk->to) - from);
  *at = hunk->end;
  side->next++;
}

static char *
interleave (const QtrWording *base, Side *a, Side *b)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint at = 0;

  for (;;) {
    const QtrHunk *left = get_next (a);
    const QtrHunk *right = get_next (b);

    if (left == NULL && right == NULL)
      break;
    if (left != NULL && right != NULL && are_same_change (a, left, b, right)) {
      b->next++;
      right = NULL;
    } else if (left != NULL && right != NULL && do_touch (left, right)) {
      return NULL;
    }
    apply (text, base, &at, right == NULL || (left != NULL && comes_first (left, right)) ? a : b);
  }
  g_string_append (text, base->text + get_offset (base, at));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
qtr_wording_merge (const char *base, const char *ours, const char *theirs)
{
  g_auto (QtrWording) before = { 0 };
  Side a = { 0 };
  Side b = { 0 };
  char *merged = NULL;

  qtr_wording_init (&before, base);
  qtr_wording_init (&a.words, ours);
  qtr_wording_init (&b.words, theirs);
  a.hunks = qtr_wording_diff (&before, &a.words);
  b.hunks = qtr_wording_diff (&before, &b.words);
  merged = interleave (&before, &a, &b);
  qtr_wording_clear (&a.words);
  qtr_wording_clear (&b.words);
  g_array_unref (a.hunks);
  g_array_unref (b.hunks);
  return merged;
}
