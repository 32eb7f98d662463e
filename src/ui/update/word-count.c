/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/word-count.h"

#include <pango/pango.h>

#include "ui/bullets/bullets-paragraph.h"

/* What a section had last: its words, and those of each of its bullets without its children. */
typedef struct {
  const QtrSection *section;
  GHashTable *bullets;
  guint n_words;
} Entry;

struct _QtrWordCount {
  /* By the section's id. */
  GHashTable *entries;
  guint64 evaluations;
};

guint
qtr_words_count (const char *text)
{
  guint length = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *breaks = g_new0 (PangoLogAttr, length + 1);
  gboolean has_letter = FALSE;
  guint n_words = 0;

  pango_get_log_attrs (text, -1, -1, NULL, breaks, (int) length + 1);
  for (guint i = 0; i <= length; i++) {
    if (breaks[i].is_word_boundary || i == length) {
      n_words += has_letter;
      has_letter = FALSE;
    }
    if (i < length) {
      has_letter |= g_unichar_isalnum (g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
  }

  return n_words;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  qtr_record_unref (entry->section);
  g_hash_table_unref (entry->bullets);
  g_free (entry);
}

QtrWordCount *
qtr_word_count_new (void)
{
  QtrWordCount *self = g_new0 (QtrWordCount, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  return self;
}

void
qtr_word_count_free (QtrWordCount *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

static guint
count_bullet (QtrWordCount *self, const QtrBullet *bullet, GHashTable *before)
{
  g_autofree char *paragraph = NULL;
  gpointer known = NULL;

  if (before != NULL && g_hash_table_lookup_extended (before, bullet, NULL, &known))
    return GPOINTER_TO_UINT (known);

  paragraph = qtr_bullet_compose_paragraph (bullet);
  self->evaluations++;
  return qtr_words_count (paragraph);
}

/* Records nest no deeper than QTR_RECORD_DEPTH_MAX. */
static void
count_bullets (QtrWordCount *self, const QtrList *bullets, GHashTable *before, Entry *entry)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    guint n_words = count_bullet (self, bullet, before);

    g_hash_table_insert (entry->bullets, qtr_record_ref (bullet), GUINT_TO_POINTER (n_words));
    entry->n_words += n_words;
    count_bullets (self, bullet->bullets, before, entry);
  }
}

static Entry *
count_section (QtrWordCount *self, const QtrSection *section, const Entry *before)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->section = qtr_record_ref (section);
  entry->bullets =
      g_hash_table_new_full (g_direct_hash, g_direct_equal, (GDestroyNotify) qtr_record_unref, NULL);
  if (section->nil_return && section->nil_reason != NULL) {
    entry->n_words = qtr_words_count (section->nil_reason);
    self->evaluations++;
  }
  count_bullets (self, section->bullets, before == NULL ? NULL : before->bullets, entry);
  return entry;
}

guint
qtr_word_count_section (QtrWordCount *self, const QtrSection *section)
{
  Entry *entry = NULL;

  g_return_val_if_fail (self != NULL, 0);

  if (section == NULL)
    return 0;

  entry = g_hash_table_lookup (self->entries, section->record.id);
  if (entry == NULL || entry->section != section) {
    entry = count_section (self, section, entry);
    g_hash_table_replace (self->entries, g_strdup (section->record.id), entry);
  }
  return entry->n_words;
}

guint64
qtr_word_count_get_evaluations (const QtrWordCount *self)
{
  return self->evaluations;
}
