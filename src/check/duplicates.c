/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/duplicates.h"

#include <glib/gi18n-lib.h>

#include "model/update.h"

/* Fewer words than these are a heading, or what can well be said twice. */
#define WORDS_MIN 8

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '%' || c == 0xa3;
}

/* The words, whatever stands between them and in whatever case, as one number; 0: too few of them. */
static guint64
hash_words (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *at = text == NULL ? "" : text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (is_in_word (c)) {
      n_words += !in_word;
      hash = ((in_word ? hash : hash * 31) ^ g_unichar_tolower (c)) * G_GUINT64_CONSTANT (0x100000001b3);
    }
    in_word = is_in_word (c);
  }

  return n_words < WORDS_MIN ? 0 : hash;
}

GVariant *
qtr_summarise_words (const QtrInputs *inputs)
{
  const QtrBullet *bullet = inputs->record;

  return g_variant_new ("(tb)", hash_words (bullet->text), bullet->carried != NULL);
}

static void
add_remark (GArray *remarks, guint about, const char *rule, const char *message)
{
  qtr_remark_add (remarks, (int) about, g_strdup (message))->rule = rule;
}

/* What was carried over from the update before says so itself. */
static guint64
get_hash (const QtrInputs *inputs, guint index, gboolean *is_carried)
{
  guint64 hash = 0;

  g_variant_get (inputs->summaries->pdata[index], "(tb)", &hash, is_carried);
  return hash;
}

void
qtr_check_duplicates (const QtrInputs *inputs, GArray *remarks)
{
  guint n_now = inputs->summaries->len - inputs->n_earlier;
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) said_before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean is_carried = FALSE;

  for (guint i = n_now; i < inputs->summaries->len; i++) {
    guint64 hash = get_hash (inputs, i, &is_carried);

    g_hash_table_add (said_before, g_memdup2 (&hash, sizeof hash));
  }
  for (guint i = 0; i < n_now; i++) {
    guint64 hash = get_hash (inputs, i, &is_carried);

    if (hash == 0)
      continue;
    if (!g_hash_table_add (said, g_memdup2 (&hash, sizeof hash)))
      add_remark (remarks, i, "duplicate-bullet",
                  _ ("Another bullet before this one says the same word for word: say it once."));
    if (!is_carried && g_hash_table_contains (said_before, &hash))
      add_remark (remarks, i, "unchanged-bullet",
                  _ ("The update before said the same word for word: say what is new, or leave it out."));
  }
}
