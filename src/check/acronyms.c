/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/acronyms.h"

#include <glib/gi18n-lib.h>

#include "check/acronym.h"
#include "model/update.h"

/* A summary has start, end, letters, expansion and looseness of each acronym. Only those in a bullet's text
 * have a place, and only they are spoken of. */
#define SUMMARY "a(iissb)"

static void
append_text (GVariantBuilder *all, const char *text, gboolean is_bullet)
{
  g_autoptr (GArray) acronyms = qtr_acronyms_read (text);

  for (guint i = 0; i < acronyms->len; i++) {
    const QtrAcronym *acronym = &g_array_index (acronyms, QtrAcronym, i);

    if (!is_bullet && acronym->expansion == NULL)
      continue;
    g_variant_builder_add (all, "(iissb)", is_bullet ? acronym->words.start : -1,
                           is_bullet ? acronym->words.end : -1, acronym->letters,
                           acronym->expansion == NULL ? "" : acronym->expansion, acronym->is_loose);
  }
}

GVariant *
qtr_summarise_acronyms (const QtrInputs *inputs)
{
  const QtrRecord *record = inputs->record;
  g_auto (GVariantBuilder) all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SUMMARY));

  if (record->type == &qtr_bullet_type) {
    append_text (&all, ((const QtrBullet *) record)->area, FALSE);
    append_text (&all, ((const QtrBullet *) record)->text, TRUE);
  } else if (record->type == &qtr_priority_type) {
    append_text (&all, ((const QtrPriority *) record)->title, FALSE);
  } else {
    append_text (&all, ((const QtrCommitment *) record)->lead, FALSE);
    append_text (&all, ((const QtrCommitment *) record)->text, FALSE);
  }

  return g_variant_builder_end (&all);
}

/* One use of an acronym; its texts belong to the summaries. */
typedef struct {
  int about;
  QtrSpan words;
  const char *letters;
  const char *expansion;
  gboolean is_loose;
  gboolean counts;
} Use;

static void
list_uses_of (GVariant *summary, int about, GArray *uses)
{
  GVariantIter iter;
  Use use = { .about = about };

  g_variant_iter_init (&iter, summary);
  while (g_variant_iter_next (&iter, "(ii&s&sb)", &use.words.start, &use.words.end, &use.letters,
                              &use.expansion, &use.is_loose)) {
    use.counts = use.words.start >= 0;
    g_array_append_val (uses, use);
  }
}

static GArray *
list_uses (const QtrInputs *inputs)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (Use));

  for (guint i = 0; i < inputs->summaries->len; i++)
    list_uses_of (inputs->summaries->pdata[i], (int) i, uses);

  return uses;
}

/* What was said of one acronym. */
typedef struct {
  const Use *first;
  const Use *expansion;
  gboolean is_disputed;
} Entry;

static Entry *
claim_entry (GHashTable *entries, const char *letters)
{
  Entry *entry = g_hash_table_lookup (entries, letters);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    g_hash_table_insert (entries, (gpointer) letters, entry);
  }
  return entry;
}

/* Takes @message. */
static void
add_remark (GArray *remarks, const Use *use, const char *rule, char *message)
{
  QtrRemark *remark = qtr_remark_add (remarks, use->about, message);

  remark->rule = rule;
  remark->start = use->words.start;
  remark->end = use->words.end;
  remark->text = g_strdup (use->letters);
}

static void
take_use (GHashTable *entries, const Use *use, GArray *remarks)
{
  Entry *entry = claim_entry (entries, use->letters);

  if (*use->expansion == '\0') {
    if (entry->first == NULL && entry->expansion == NULL && use->counts)
      entry->first = use;
    return;
  }
  if (entry->expansion != NULL && !entry->is_disputed && !use->is_loose && !entry->expansion->is_loose &&
      use->counts && !qtr_acronym_expansions_agree (entry->expansion->expansion, use->expansion)) {
    entry->is_disputed = TRUE;
    /* Translators: an acronym, and the two things that it is said to stand for. */
    add_remark (remarks, use, "two-expansions",
                g_strdup_printf (_ ("“%1$s” stands for “%2$s” here, and for “%3$s” before."), use->letters,
                                 use->expansion, entry->expansion->expansion));
  }
  if (entry->expansion == NULL)
    entry->expansion = use;
}

/* What stands over a text without a plan, by which its words are explained as well. */
static void
take_headings (GHashTable *entries, const QtrInputs *inputs, GArray *headings)
{
  const QtrRecord *record = inputs->record;

  if (record->type != &qtr_bullet_type)
    return;
  for (guint i = 0; i < headings->len; i++) {
    const QtrAcronym *acronym = &g_array_index (headings, QtrAcronym, i);

    if (acronym->expansion != NULL)
      g_hash_table_add (entries, acronym->letters);
  }
}

static void
judge_first_use (const Entry *entry, GArray *remarks)
{
  const Use *use = entry->first;

  if (use == NULL)
    return;
  if (entry->expansion == NULL)
    add_remark (remarks, use, "undefined-acronym",
                g_strdup_printf (_ ("“%s” is never expanded: say at its first use what it stands for."),
                                 use->letters));
  else
    /* Translators: an acronym, and what it stands for. */
    add_remark (remarks, use, "late-expansion",
                g_strdup_printf (_ ("“%1$s” is used here, and expanded only later: write “%2$s (%1$s)”."),
                                 use->letters, entry->expansion->expansion));
}

void
qtr_check_acronyms (const QtrInputs *inputs, GArray *remarks)
{
  g_autoptr (GArray) uses = list_uses (inputs);
  g_autoptr (GArray) headings =
      qtr_acronyms_read (((const QtrRecord *) inputs->record)->type == &qtr_bullet_type
                             ? ((const QtrBullet *) inputs->record)->text
                             : NULL);
  g_autoptr (GHashTable) explained = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  take_headings (explained, inputs, headings);
  for (guint i = 0; i < uses->len; i++)
    take_use (entries, &g_array_index (uses, Use, i), remarks);
  for (guint i = 0; i < uses->len; i++) {
    const Use *use = &g_array_index (uses, Use, i);
    const Entry *entry = g_hash_table_lookup (entries, use->letters);

    if (entry->first == use && !g_hash_table_contains (explained, use->letters))
      judge_first_use (entry, remarks);
  }
}

void
qtr_check_repeated_expansion (const QtrInputs *inputs, GArray *remarks)
{
  g_autoptr (GArray) uses = list_uses (inputs);
  g_autoptr (GHashTable) expanded = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < uses->len; i++) {
    const Use *use = &g_array_index (uses, Use, i);
    const char *before = NULL;

    if (*use->expansion == '\0' || use->is_loose || !use->counts)
      continue;
    before = g_hash_table_lookup (expanded, use->letters);
    if (before != NULL && qtr_acronym_expansions_agree (before, use->expansion))
      add_remark (remarks, use, NULL,
                  /* Translators: an acronym. */
                  g_strdup_printf (_ ("“%s” was expanded before: the acronym alone will do."), use->letters));
    g_hash_table_insert (expanded, (gpointer) use->letters, (gpointer) use->expansion);
  }
}
