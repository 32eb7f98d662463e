/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/names.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/pattern.h"
#include "model/update.h"

/* Shorter names are too often one letter from another. */
#define LETTERS_MIN 5
#define JOINED_LETTERS_MIN 8

/* What kinds of names there are in a summary. */
enum {
  /* A word that begins with a capital within its sentence: "Castlepoint". */
  WORD = 'w',
  /* Two such words: "Castle Point". */
  PAIR = 'p',
  /* What an operation is called: "METEOR". */
  OPERATION = 'o',
};

#define SUMMARY "a(yiis)"

static QtrPattern operation = { "\\b(?:Operation|Op|Project) [\"“‘']?(?<it>\\p{Lu}[\\p{L}-]{4,})", NULL };
static QtrPattern word = { "(?<![\\p{L}\\d#@/&’'-])(?<it>\\p{Lu}\\p{Ll}{4,})(?![\\p{L}\\d@/-])", NULL };
static QtrPattern pair = {
  "(?<![\\p{L}\\d#@/&’'-])(?=(?<it>\\p{Lu}\\p{Ll}{2,} \\p{Lu}\\p{Ll}{2,})(?![\\p{L}\\d@/-]))", NULL
};
/* What stands before a word that has its capital from the sentence. */
static QtrPattern opens_sentence = { "(?:^|[.!?:;•–—(\"“‘][\"”’)]*\\s*)$", NULL };

static gboolean
begins_sentence (const char *text, int start)
{
  g_autofree char *head = g_utf8_substring (text, 0, start);

  return qtr_pattern_matches (&opens_sentence, head);
}

static void
append_matches (GVariantBuilder *all, QtrPattern *pattern, guint8 kind, const char *text)
{
  g_autoptr (GArray) spans = qtr_pattern_find (pattern, text);

  for (guint i = 0; i < spans->len; i++) {
    QtrSpan span = g_array_index (spans, QtrSpan, i);
    g_autofree char *name = g_utf8_substring (text, span.start, span.end);

    if (kind != WORD || !begins_sentence (text, span.start))
      g_variant_builder_add (all, "(yiis)", kind, span.start, span.end, name);
  }
}

static void
append_text (GVariantBuilder *all, const char *text)
{
  if (text == NULL)
    return;
  append_matches (all, &word, WORD, text);
  append_matches (all, &pair, PAIR, text);
  append_matches (all, &operation, OPERATION, text);
}

GVariant *
qtr_summarise_names (const QtrInputs *inputs)
{
  g_auto (GVariantBuilder) all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SUMMARY));

  append_text (&all, ((const QtrBullet *) inputs->record)->text);
  return g_variant_builder_end (&all);
}

/* --- Comparing --- */

/* A name, and how often it stands where: its text belongs to the summaries or the plan. */
typedef struct {
  const char *name;
  guint8 kind;
  /* Where it stands first in what is checked; -1: nowhere. */
  int about;
  QtrSpan words;
  guint n_uses;
  gboolean is_plan;
} Name;

/* The names by their letters, and what has the same letters joined. */
typedef struct {
  GHashTable *names;
  GHashTable *pairs;
} Names;

static char *
make_key (guint8 kind, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  return g_strdup_printf ("%c%s", kind == OPERATION ? OPERATION : WORD, joined);
}

static void
take_name (Names *self, guint8 kind, const char *text, int about, QtrSpan words)
{
  GHashTable *table = kind == PAIR ? self->pairs : self->names;
  g_autofree char *key = make_key (kind, text);
  Name *name = g_hash_table_lookup (table, key);

  if (name == NULL) {
    name = g_new (Name, 1);
    *name = (Name) { text, kind, -1, words };
    g_hash_table_insert (table, g_steal_pointer (&key), name);
  }
  if (name->about < 0 && about >= 0) {
    name->about = about;
    name->words = words;
    name->name = text;
  }
  name->n_uses++;
}

static void
take_summaries (Names *self, const QtrInputs *inputs)
{
  guint n_now = inputs->summaries->len - inputs->n_earlier;

  for (guint i = 0; i < inputs->summaries->len; i++) {
    GVariantIter iter;
    guint8 kind = 0;
    QtrSpan words;
    const char *text = NULL;

    g_variant_iter_init (&iter, inputs->summaries->pdata[i]);
    while (g_variant_iter_next (&iter, "(yii&s)", &kind, &words.start, &words.end, &text))
      take_name (self, kind, text, i < n_now ? (int) i : -1, words);
  }
}

/* The names that a plan has are right. */
static void
take_plan_name (Names *self, const char *text, GPtrArray *texts)
{
  static const struct {
    QtrPattern *pattern;
    guint8 kind;
  } kinds[] = { { &word, WORD }, { &pair, PAIR } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GArray) spans = qtr_pattern_find (kinds[i].pattern, text);

    for (guint j = 0; j < spans->len; j++) {
      QtrSpan span = g_array_index (spans, QtrSpan, j);
      char *name = g_utf8_substring (text, span.start, span.end);
      g_autofree char *key = make_key (kinds[i].kind, name);

      g_ptr_array_add (texts, name);
      take_name (self, kinds[i].kind, name, -1, span);
      ((Name *) g_hash_table_lookup (kinds[i].kind == PAIR ? self->pairs : self->names, key))->is_plan = TRUE;
    }
  }
}

static void
take_area (Names *self, const QtrArea *area, GPtrArray *texts, guint depth)
{
  take_plan_name (self, area->name, texts);
  for (guint i = 0; depth < QTR_RECORD_DEPTH_MAX && i < qtr_list_length (area->areas); i++)
    take_area (self, qtr_list_get (area->areas, i), texts, depth + 1);
}

static void
take_companions (Names *self, const QtrList *companions, GPtrArray *texts)
{
  for (guint i = 0; i < qtr_list_length (companions); i++) {
    const QtrRecord *record = qtr_list_get (companions, i);

    if (record->type == &qtr_area_type)
      take_area (self, (const QtrArea *) record, texts, 0);
    else if (record->type == &qtr_person_type)
      take_plan_name (self, ((const QtrPerson *) record)->name, texts);
  }
}

/* --- How alike two names are --- */

static gboolean
is_inflection (const char *rest)
{
  static const char *const endings[] = { "s", "es", "d", "ed", "r", "er", "y", "n", "e", NULL };

  return g_strv_contains (endings, rest);
}

/* Whether the longer one has one letter more within it, or two letters changed places: slips of the keyboard.
 * A letter for another one makes too many right names out of right names, and so does one at the end. */
static gboolean
is_slip (const char *a, const char *b)
{
  glong length = g_utf8_strlen (a, -1);
  glong other = g_utf8_strlen (b, -1);
  g_autofree gunichar *one = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *two = g_utf8_to_ucs4_fast (b, -1, NULL);
  glong at = 0;

  if (length > other)
    return is_slip (b, a);
  while (at < length && one[at] == two[at])
    at++;
  if (at < 2 || at == length)
    return FALSE;
  if (length == other)
    return at + 2 <= length && one[at] == two[at + 1] && one[at + 1] == two[at] &&
           memcmp (one + at + 2, two + at + 2, (gsize) (length - at - 2) * sizeof *one) == 0;

  return other == length + 1 && memcmp (one + at, two + at + 1, (gsize) (length - at) * sizeof *one) == 0;
}

static gboolean
are_inflections (const char *a, const char *b)
{
  return (g_str_has_prefix (a, b) && is_inflection (a + strlen (b))) ||
         (g_str_has_prefix (b, a) && is_inflection (b + strlen (a)));
}

/* --- Remarks --- */

/* Takes a remark about the one that is less likely right. */
static void
add_remark (const Name *wrong, const Name *right, GArray *remarks)
{
  /* Translators: two spellings of one name. */
  char *message = g_strdup_printf (_ ("“%1$s” is also written “%2$s”: write one of them throughout."),
                                   wrong->name, right->name);
  QtrRemark *remark = qtr_remark_add (remarks, wrong->about, message);

  remark->start = wrong->words.start;
  remark->end = wrong->words.end;
  remark->text = g_strdup (wrong->name);
  if (!right->is_plan)
    return;
  remark->fix = g_new (QtrFix, 1);
  *remark->fix = (QtrFix) { wrong->words.start, wrong->words.end, g_strdup (right->name) };
}

/* Of two spellings, that which the plan has is right; else the more frequent one; else the first one. Only
 * what stands in the update can be spoken of. */
static void
compare (const Name *one, const Name *other, GArray *remarks)
{
  gboolean one_is_right = one->is_plan != other->is_plan       ? one->is_plan
                          : one->n_uses != other->n_uses       ? one->n_uses > other->n_uses
                          : other->about < 0 || one->about < 0 ? one->about < 0
                                                               : one->about <= other->about;
  const Name *right = one_is_right ? one : other;
  const Name *wrong = one_is_right ? other : one;

  if (wrong->about < 0 && right->about >= 0 && !right->is_plan) {
    const Name *swapped = right;

    right = wrong;
    wrong = swapped;
  }
  if (wrong->about >= 0 && !(wrong->is_plan && right->is_plan))
    add_remark (wrong, right, remarks);
}

static void
compare_joined (const Names *self, GArray *remarks)
{
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer found = NULL;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &key, &found)) {
    const Name *joined = g_hash_table_lookup (self->names, key);

    if (joined != NULL && strlen (key) > JOINED_LETTERS_MIN)
      compare (found, joined, remarks);
  }
}

/* Both often written as they are: both are meant. */
static gboolean
can_be_slip (const Name *a, const Name *b)
{
  if (a->kind != b->kind || (a->n_uses > 1 && b->n_uses > 1 && !a->is_plan && !b->is_plan))
    return FALSE;

  return a->kind == OPERATION || a->is_plan != b->is_plan;
}

static void
compare_alike (const Names *self, GArray *remarks)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->names);

  g_ptr_array_sort_values (keys, (GCompareFunc) strcmp);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i];

    /* The letters before the slip are the same, so that those that are alike stand near one another. */
    for (guint j = i + 1; j < keys->len && strncmp (key, keys->pdata[j], 3) == 0; j++) {
      const char *other = keys->pdata[j];
      const Name *a = g_hash_table_lookup (self->names, key);
      const Name *b = g_hash_table_lookup (self->names, other);

      if (MIN (strlen (key), strlen (other)) > LETTERS_MIN && can_be_slip (a, b) && is_slip (key, other) &&
          !are_inflections (key, other))
        compare (a, b, remarks);
    }
  }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const QtrRemark *one = a;
  const QtrRemark *other = b;

  return one->about != other->about ? one->about - other->about : one->start - other->start;
}

void
qtr_check_names (const QtrInputs *inputs, GArray *remarks)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Names all = { names, pairs };

  take_summaries (&all, inputs);
  take_companions (&all, inputs->companions, texts);
  compare_joined (&all, remarks);
  compare_alike (&all, remarks);
  g_array_sort (remarks, compare_places);
}
