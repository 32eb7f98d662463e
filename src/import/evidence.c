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

/* A capital before a colon may begin a place's name or the name of anything else. Which of the two, the rest
 * of the report tells: the name comes again before a colon, or in a sentence where a place stands, or among
 * bullets that name places. */

/* So many words of a sentence are looked at for the name of a place. */
#define NAME_WORDS_MAX 4
/* One name that is accepted may vouch for another; longer chains do not come. */
#define ROUNDS_MAX 4
#define SURE_SIBLINGS_MIN 2
#define RUN_INS_MIN 2

typedef struct {
  guint group;
  char *name;
  char *folded;
  gboolean with_colon;
  gboolean bold;
  gboolean settled;
} RunIn;

typedef struct {
  QtrScan *scan;
  GArray *run_ins;
  GHashTable *places;
  GHashTable *lower;
  GHashTable *counts;
  GHashTable *sure;
  guint n_compass;
  gboolean bold_tells;
} Evidence;

static void
run_in_clear (gpointer data)
{
  g_free (((RunIn *) data)->name);
  g_free (((RunIn *) data)->folded);
}

static RunIn *
run_in_at (const Evidence *self, guint index)
{
  return &g_array_index (self->run_ins, RunIn, index);
}

/* A few words without a colon that have bullets below them may be a place, or what the bullets are about. */
static void
add_run_in (Evidence *self, guint index, guint group)
{
  const QtrLine *line = self->scan->parts[index].line;
  const char *rest = NULL;
  g_autofree char *label = qtr_area_split (line->text, &rest);
  gboolean with_colon = label != NULL;
  RunIn run_in = { .group = group, .with_colon = with_colon };

  if (label == NULL && qtr_outline_may_own (self->scan, index))
    label = g_strdup (line->text);
  if (label == NULL || qtr_area_classify (label, self->scan->areas) == QTR_LABEL_NONE)
    return;
  run_in.bold = with_colon && line->run_in >= strlen (label);
  run_in.folded = qtr_wording_fold (label);
  run_in.name = g_steal_pointer (&label);
  g_array_append_val (self->run_ins, run_in);
}

/* Bullets at one depth under one lead are a group. */
static guint
group_of (guint lead, const QtrLine *line)
{
  return (lead * 64 + (guint) CLAMP (line->depth, 0, 7) * 8 + (guint) CLAMP (line->indent, 0, 31) / 4) + 1;
}

static void
find_run_ins (Evidence *self)
{
  guint lead = 0;

  for (guint i = 0; i < self->scan->n_parts; i++) {
    const QtrPart *part = &self->scan->parts[i];

    if (part->role == QTR_ROLE_HEADING || part->role == QTR_ROLE_LEAD)
      lead++;
    if (part->role == QTR_ROLE_BODY && part->line->marker != NULL)
      add_run_in (self, i, group_of (lead, part->line));
  }
}

static gboolean
is_preposition (const char *word)
{
  static const char *const words[] = { "in",     "across", "at", "near",   "around", "throughout",
                                       "within", "from",   "In", "Across", NULL };

  return g_strv_contains (words, word);
}

/* The word as it stands in a name: without what ends a clause, or makes it a genitive. */
static char *
bare_word (const char *word, gboolean *ends)
{
  gsize length = strcspn (word, ".,;:!?()[]\"");
  g_autofree char *start = g_strndup (word, length);

  *ends = word[length] != '\0';
  if (g_str_has_suffix (start, "'s"))
    start[length - 2] = '\0';
  else if (g_str_has_suffix (start, "\xe2\x80\x99s"))
    start[length - 4] = '\0';
  return g_steal_pointer (&start);
}

static gboolean
starts_upper (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word));
}

/* Takes the capitalised words from @at on as the names of places: all of them, and each beginning of them. */
static void
add_names (Evidence *self, GStrv words, guint at)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean ends = FALSE;

  for (guint i = at; i < at + NAME_WORDS_MAX && words[i] != NULL && !ends; i++) {
    g_autofree char *word = bare_word (words[i], &ends);

    if (!starts_upper (word))
      return;
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", word);
    g_hash_table_add (self->places, qtr_wording_fold (name->str));
  }
}

/* `Alder District Council`: what stands before the word for an area is its name. */
static void
add_titled (Evidence *self, GStrv words, guint at)
{
  gboolean ends = FALSE;
  g_autofree char *word = bare_word (words[at], &ends);
  g_autofree char *next = !ends && words[at + 1] != NULL ? bare_word (words[at + 1], &ends) : NULL;

  if (starts_upper (word) && next != NULL && starts_upper (next) && qtr_area_has_area_word (next) &&
      !qtr_area_has_area_word (word))
    g_hash_table_add (self->places, qtr_wording_fold (word));
}

static void
read_prose (Evidence *self)
{
  g_autoptr (GString) prose = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < self->scan->n_parts; i++)
    g_string_append_printf (prose, " %s", self->scan->parts[i].line->text);
  words = g_strsplit_set (prose->str, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    gboolean ends = FALSE;
    g_autofree char *word = bare_word (words[i], &ends);

    if (g_unichar_islower (g_utf8_get_char (word)))
      g_hash_table_add (self->lower, qtr_wording_fold (word));
    if (is_preposition (words[i]))
      add_names (self, words, i + 1);
    else
      add_titled (self, words, i);
  }
}

/* What the report also writes small is no name. */
static gboolean
is_common (const Evidence *self, const char *name)
{
  g_auto (GStrv) words = qtr_wording_words (name);

  for (guint i = 0; words[i] != NULL; i++) {
    if (!g_hash_table_contains (self->lower, words[i]))
      return FALSE;
  }
  return TRUE;
}

static guint
count_same (const Evidence *self, const RunIn *run_in)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, run_in->folded));
}

static void
count_run_ins (Evidence *self)
{
  for (guint i = 0; i < self->run_ins->len; i++) {
    RunIn *run_in = run_in_at (self, i);
    guint count = count_same (self, run_in) + 1;

    g_hash_table_insert (self->counts, run_in->folded, GUINT_TO_POINTER (count));
    if (count == 1 && run_in->with_colon && qtr_area_is_compass (run_in->name))
      self->n_compass++;
  }
}

/* How many names of its group are sure to be areas; it is none of them itself yet. */
static guint
count_sure_siblings (const Evidence *self, const RunIn *run_in)
{
  GHashTable *sure = g_hash_table_lookup (self->sure, GUINT_TO_POINTER (run_in->group));

  return sure != NULL ? g_hash_table_size (sure) : 0;
}

static void
add_sure (Evidence *self, const RunIn *run_in)
{
  GHashTable *sure = g_hash_table_lookup (self->sure, GUINT_TO_POINTER (run_in->group));

  if (sure == NULL) {
    sure = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (self->sure, GUINT_TO_POINTER (run_in->group), sure);
  }
  g_hash_table_add (sure, run_in->folded);
}

/* Each of the names in `Alder and Birch` stands in a sentence where a place stands. */
static gboolean
is_in_prose (const Evidence *self, const char *name)
{
  g_auto (GStrv) parts = qtr_area_list_parts (name);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *folded = qtr_wording_fold (parts[i]);

    if (!g_hash_table_contains (self->places, folded) || is_common (self, parts[i]))
      return FALSE;
  }
  return parts[0] != NULL;
}

/* Doings and plurals, such as `Heating`, come again as well. */
static gboolean
is_like_noun (const char *folded)
{
  return strchr (folded, ' ') == NULL && (g_str_has_suffix (folded, "ing") || g_str_has_suffix (folded, "s"));
}

static gboolean
has_evidence (const Evidence *self, const RunIn *run_in)
{
  if (qtr_area_is_compass (run_in->name))
    return run_in->with_colon && self->n_compass > 1;
  if (is_common (self, run_in->name))
    return FALSE;
  return (count_same (self, run_in) >= RUN_INS_MIN && !is_like_noun (run_in->folded)) ||
         (self->bold_tells && run_in->bold) ||
         (run_in->with_colon &&
          (is_in_prose (self, run_in->name) || count_sure_siblings (self, run_in) >= SURE_SIBLINGS_MIN));
}

/* From here on the name is an area's, and so is each of the names that it joins. */
static void
settle (Evidence *self, RunIn *run_in)
{
  g_auto (GStrv) parts = qtr_area_list_parts (run_in->name);

  run_in->settled = TRUE;
  add_sure (self, run_in);
  g_hash_table_add (self->scan->areas, g_strdup (run_in->folded));
  for (guint i = 0; parts[i] != NULL; i++) {
    if (qtr_area_classify (parts[i], NULL) >= QTR_LABEL_MAYBE)
      g_hash_table_add (self->scan->areas, qtr_wording_fold (parts[i]));
  }
}

/* Where there never is a colon, a name must come twice. */
static gboolean
is_area (const Evidence *self, const RunIn *run_in)
{
  switch (qtr_area_classify (run_in->name, self->scan->areas)) {
  case QTR_LABEL_AREA:
    return run_in->with_colon || count_same (self, run_in) >= RUN_INS_MIN;
  case QTR_LABEL_MAYBE:
    return has_evidence (self, run_in);
  case QTR_LABEL_NONE:
  case QTR_LABEL_UNIT:
  default:
    return FALSE;
  }
}

/* A report that sets its areas in bold type, and nothing else that stands before a colon. */
static gboolean
does_bold_tell (const Evidence *self)
{
  g_autoptr (GHashTable) sure = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->run_ins->len; i++) {
    const RunIn *run_in = run_in_at (self, i);
    QtrLabel label = qtr_area_classify (run_in->name, self->scan->areas);

    if (run_in->bold && label == QTR_LABEL_UNIT)
      return FALSE;
    if (run_in->bold && label == QTR_LABEL_AREA)
      g_hash_table_add (sure, run_in->folded);
  }
  return g_hash_table_size (sure) >= SURE_SIBLINGS_MIN;
}

static void
settle_all (Evidence *self)
{
  gboolean again = TRUE;

  for (guint round = 0; again && round < ROUNDS_MAX; round++) {
    again = FALSE;
    for (guint i = 0; i < self->run_ins->len; i++) {
      RunIn *run_in = run_in_at (self, i);

      if (run_in->settled || !is_area (self, run_in))
        continue;
      settle (self, run_in);
      again = TRUE;
    }
  }
}

void
qtr_evidence_gather (QtrScan *scan)
{
  Evidence self = { .scan = scan };

  self.run_ins = g_array_new (FALSE, FALSE, sizeof (RunIn));
  g_array_set_clear_func (self.run_ins, run_in_clear);
  self.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.lower = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.counts = g_hash_table_new (g_str_hash, g_str_equal);
  self.sure = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  find_run_ins (&self);
  count_run_ins (&self);
  read_prose (&self);
  self.bold_tells = does_bold_tell (&self);
  settle_all (&self);
  g_hash_table_unref (self.counts);
  g_hash_table_unref (self.sure);
  g_array_unref (self.run_ins);
  g_hash_table_unref (self.places);
  g_hash_table_unref (self.lower);
}
