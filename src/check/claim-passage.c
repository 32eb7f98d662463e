/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-passage.h"

#include <string.h>

#define APOSTROPHE 0x2019

/* What goes on for longer without a full stop is cut, so that whoever looks through a sentence looks at no
 * more than this, and a long text costs what it is long. */
#define MOST_IN_SENTENCE 400

/* After these a full stop ends no sentence. */
static const char *const ABBREVIATIONS[] = { "i.e",  "e.g",    "no",  "nos", "st",  "dr",  "mr",
                                             "mrs",  "ms",     "vs",  "c",   "ca",  "cf",  "ext",
                                             "para", "approx", "p",   "pp",  "etc", "jan", "feb",
                                             "aug",  "sept",   "oct", "nov", "dec", NULL };

static const QtrClaimItem edge = { .word = "", .suffix = "", .line = G_MAXUINT, .sentence = G_MAXUINT };

typedef struct {
  QtrClaimPassage *passage;
  const QtrCodePoints *text;
  guint line;
  guint sentence;
  guint depth;
  guint n_in_sentence;
  int at;
} Reader;

static gunichar
look (const Reader *reader, int ahead)
{
  return qtr_code_points_get (reader->text, reader->at + ahead);
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_thin_space (gunichar c)
{
  return c == 0xa0 || c == 0x2007 || c == 0x2009 || c == 0x202f;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == APOSTROPHE;
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2012 || c == 0x2013 || c == 0x2014;
}

/* @text with its apostrophes and hyphens made plain, in small letters. */
static const char *
keep_word (const Reader *reader, int start, int end)
{
  g_autoptr (GString) word = g_string_sized_new (16);

  for (int i = start; i < end; i++) {
    gunichar c = qtr_code_points_get (reader->text, i);

    g_string_append_unichar (word, is_apostrophe (c) ? '\'' : is_hyphen (c) ? '-' : g_unichar_tolower (c));
  }
  return g_string_chunk_insert_const (reader->passage->words, word->str);
}

static QtrClaimItem
begin_item (const Reader *reader, QtrClaimItemKind kind)
{
  gunichar before = look (reader, -1);

  return (QtrClaimItem) {
    .kind = kind,
    .word = "",
    .suffix = "",
    .start = reader->at,
    .line = reader->line,
    .sentence = reader->sentence,
    .depth = reader->depth,
    .spaced = before == 0 || g_unichar_isspace (before),
    .capital = g_unichar_isupper (look (reader, 0)) != 0,
  };
}

static void
begin_sentence (Reader *reader)
{
  reader->sentence++;
  reader->depth = 0;
  reader->n_in_sentence = 0;
}

static void
end_item (Reader *reader, QtrClaimItem *item)
{
  item->end = reader->at;
  item->senses = item->kind == QTR_CLAIM_WORD ? qtr_claim_lexicon_look_up (item->word) : 0;
  g_array_append_val (reader->passage->items, *item);
  if (++reader->n_in_sentence == MOST_IN_SENTENCE)
    begin_sentence (reader);
}

/* --- Numbers --- */

/* Whether what stands here separates thousands: three digits follow, and no fourth. */
static gboolean
at_separator (const Reader *reader, int n_digits)
{
  gunichar c = look (reader, 0);

  return n_digits <= 3 && (c == ',' || is_thin_space (c)) && is_digit (look (reader, 1)) &&
         is_digit (look (reader, 2)) && is_digit (look (reader, 3)) && !is_digit (look (reader, 4));
}

static void
take_digits (Reader *reader, GString *digits)
{
  for (; is_digit (look (reader, 0)); reader->at++)
    g_string_append_unichar (digits, look (reader, 0));
}

static void
take_number (Reader *reader)
{
  QtrClaimItem item = begin_item (reader, QTR_CLAIM_NUMBER);
  g_autoptr (GString) digits = g_string_sized_new (16);
  int n_first = 0;
  int letters;

  take_digits (reader, digits);
  n_first = (int) digits->len;
  while (at_separator (reader, n_first)) {
    reader->at++;
    item.grouped = TRUE;
    take_digits (reader, digits);
  }
  if (look (reader, 0) == '.' && is_digit (look (reader, 1))) {
    g_string_append_c (digits, '.');
    reader->at++;
    take_digits (reader, digits);
  }
  letters = reader->at;
  while (g_unichar_isalpha (look (reader, 0)))
    reader->at++;
  item.word = g_string_chunk_insert_const (reader->passage->words, digits->str);
  if (reader->at > letters) {
    g_autofree char *suffix =
        g_ucs4_to_utf8 (reader->text->at + letters, reader->at - letters, NULL, NULL, NULL);

    item.suffix = g_string_chunk_insert_const (reader->passage->words, suffix);
  }
  end_item (reader, &item);
}

/* --- Words --- */

/* What holds a word together that goes on behind it: "co-op", "year's", "A&E". */
static gboolean
at_joint (const Reader *reader)
{
  gunichar c = look (reader, 0);

  return (is_hyphen (c) || is_apostrophe (c) || c == '&') && g_unichar_isalnum (look (reader, 1));
}

/* "i.e." and "U.K.": a stop after each letter. */
static gboolean
at_abbreviation (const Reader *reader, int start)
{
  gboolean single = reader->at - start == 1 || qtr_code_points_get (reader->text, reader->at - 2) == '.';

  return single && look (reader, 0) == '.' &&
         (g_unichar_isalpha (look (reader, 1)) || reader->at - start > 1) && !is_digit (look (reader, 1));
}

static void
take_word (Reader *reader)
{
  QtrClaimItem item = begin_item (reader, QTR_CLAIM_WORD);
  int start = reader->at;

  while (g_unichar_isalnum (look (reader, 0)) || g_unichar_ismark (look (reader, 0)) || at_joint (reader) ||
         at_abbreviation (reader, start))
    reader->at++;
  item.word = keep_word (reader, start, reader->at);
  end_item (reader, &item);
}

/* --- Marks and sentences --- */

/* What may begin a sentence: a capital, a digit, a pound sign or what opens a quotation or a bracket. */
static gboolean
at_beginning (const Reader *reader, int ahead)
{
  gunichar c;

  while (g_unichar_isspace (look (reader, ahead)))
    ahead++;
  c = look (reader, ahead);
  return c == 0 || g_unichar_isupper (c) || is_digit (c) || strchr ("(\"'", (int) MIN (c, 127)) != NULL ||
         c == 0xa3 || c == 0x2018 || c == 0x201c;
}

static gboolean
ends_sentence (const Reader *reader, gunichar mark)
{
  const QtrClaimItem *before =
      qtr_claim_passage_get_item (reader->passage, (int) reader->passage->items->len - 1);

  if (mark != '.' && mark != '!' && mark != '?')
    return FALSE;
  if (mark == '.' && before->kind == QTR_CLAIM_WORD && before->end == reader->at &&
      g_strv_contains (ABBREVIATIONS, before->word))
    return FALSE;
  return look (reader, 1) == 0 || ((g_unichar_isspace (look (reader, 1)) || look (reader, 1) == '\'' ||
                                    look (reader, 1) == APOSTROPHE || look (reader, 1) == 0x201d) &&
                                   at_beginning (reader, 1));
}

static const char *
name_mark (const Reader *reader, gunichar c)
{
  char text[6 + 1] = { 0 };

  if (is_dash (c) ||
      (is_hyphen (c) && g_unichar_isspace (look (reader, -1)) && g_unichar_isspace (look (reader, 1))))
    return "–";
  if (is_hyphen (c))
    return "-";
  g_unichar_to_utf8 (c, text);
  return g_string_chunk_insert_const (reader->passage->words, text);
}

static void
take_mark (Reader *reader)
{
  gunichar c = look (reader, 0);
  gboolean ends = ends_sentence (reader, c);
  QtrClaimItem item;

  reader->depth += c == '(' || c == '[';
  item = begin_item (reader, QTR_CLAIM_MARK);
  item.word = name_mark (reader, c);
  reader->at++;
  end_item (reader, &item);
  reader->depth -= (c == ')' || c == ']') && reader->depth > 0;
  if (ends)
    begin_sentence (reader);
}

static void
read_line (Reader *reader)
{
  for (reader->at = 0; reader->at < reader->text->length;) {
    gunichar c = look (reader, 0);

    if (g_unichar_isspace (c) || is_thin_space (c))
      reader->at++;
    else if (is_digit (c))
      take_number (reader);
    else if (g_unichar_isalpha (c))
      take_word (reader);
    else
      take_mark (reader);
  }
}

/* --- The passage --- */

static void
clear_line (gpointer data)
{
  qtr_code_points_clear (&((QtrClaimLine *) data)->text);
}

static void
add_line (QtrClaimPassage *self, const QtrBullet *bullet, guint depth, guint *sentence)
{
  QtrClaimLine line = { bullet, depth, self->items->len, 0, qtr_code_points_read (bullet->text) };
  Reader reader = { self, &line.text, self->lines->len, *sentence, 0, 0, 0 };

  read_line (&reader);
  line.n_items = self->items->len - line.first;
  /* A full stop at the end of a line begins no sentence. */
  if (line.n_items > 0)
    *sentence = g_array_index (self->items, QtrClaimItem, self->items->len - 1).sentence + 1;
  /* An edge stands between lines, so that no words are taken for neighbours across it. */
  g_array_append_val (self->items, edge);
  g_array_append_val (self->lines, line);
}

static void
add_bullet (QtrClaimPassage *self, const QtrBullet *bullet, guint depth, guint *sentence)
{
  add_line (self, bullet, depth, sentence);
  for (guint i = 0; i < qtr_list_length (bullet->bullets) && depth < QTR_RECORD_DEPTH_MAX; i++)
    add_bullet (self, qtr_list_get (bullet->bullets, i), depth + 1, sentence);
}

QtrClaimPassage *
qtr_claim_passage_new (const QtrBullet *top)
{
  QtrClaimPassage *self = g_new0 (QtrClaimPassage, 1);
  guint sentence = 0;

  self->lines = g_array_new (FALSE, FALSE, sizeof (QtrClaimLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->items = g_array_new (FALSE, FALSE, sizeof (QtrClaimItem));
  self->words = g_string_chunk_new (1024);
  add_bullet (self, top, 0, &sentence);
  return self;
}

void
qtr_claim_passage_free (QtrClaimPassage *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->items);
  g_clear_pointer (&self->quantities, g_array_unref);
  g_string_chunk_free (self->words);
  g_free (self);
}

const QtrClaimItem *
qtr_claim_passage_get_item (const QtrClaimPassage *self, int index)
{
  return index < 0 || (guint) index >= self->items->len ? &edge
                                                        : &g_array_index (self->items, QtrClaimItem, index);
}

char *
qtr_claim_passage_get_text (const QtrClaimPassage *self, guint line, int start, int end)
{
  const QtrClaimLine *at = &g_array_index (self->lines, QtrClaimLine, line);

  return g_ucs4_to_utf8 (at->text.at + start, end - start, NULL, NULL, NULL);
}

gboolean
qtr_claim_item_is (const QtrClaimItem *item, const char *words)
{
  gsize length = strlen (item->word);

  if ((item->kind != QTR_CLAIM_WORD && item->kind != QTR_CLAIM_MARK) || length == 0)
    return FALSE;
  for (const char *word = words; word != NULL; word = strchr (word, '|')) {
    word += *word == '|';
    if (strncmp (word, item->word, length) == 0 && (word[length] == '|' || word[length] == '\0'))
      return TRUE;
  }

  return FALSE;
}
