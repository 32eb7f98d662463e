/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/find/find-replace.h"

#include "model/edit.h"

/* The matches by the bullet that they are in: it maps an id to its first match, which those of the same
 * bullet follow. */
typedef struct {
  GHashTable *first;
  const QtrFindMatch *end;
  const char *replacement;
  guint n_replaced;
} Job;

gboolean
qtr_find_match_is_replaceable (const QtrFindMatch *match)
{
  g_return_val_if_fail (match != NULL, FALSE);

  return match->start >= match->text && !match->has_figure;
}

static char *
replace_in_text (Job *job, const char *text, const QtrFindMatch *match)
{
  const char *bullet = match->bullet;
  GString *changed = g_string_new (NULL);
  const char *at = text;
  int offset = 0;

  for (; match < job->end && g_str_equal (match->bullet, bullet); match++) {
    int place = (int) match->start - (int) match->text + match->shift;
    const char *start = NULL;

    if (!qtr_find_match_is_replaceable (match))
      continue;
    start = g_utf8_offset_to_pointer (at, place - offset);
    g_string_append_len (changed, at, start - at);
    g_string_append (changed, job->replacement);
    at = g_utf8_offset_to_pointer (start, match->end - match->start);
    offset = place + (int) (match->end - match->start);
    job->n_replaced++;
  }

  g_string_append (changed, at);
  return g_string_free_and_steal (changed);
}

static QtrList *replace_in_list (Job *job, const QtrList *bullets);

/* Records nest no deeper than QTR_RECORD_DEPTH_MAX. */
static QtrBullet *
replace_in_bullet (Job *job, const QtrBullet *bullet)
{
  const QtrFindMatch *match = g_hash_table_lookup (job->first, bullet->record.id);
  g_autoptr (QtrList) children = replace_in_list (job, bullet->bullets);
  g_autoptr (QtrBullet) worded = NULL;
  g_autofree char *text = NULL;

  if (match == NULL || bullet->text == NULL)
    return qtr_record_with (bullet, "bullets", children, NULL);

  text = replace_in_text (job, bullet->text, match);
  worded = qtr_bullet_with_words (bullet, bullet->area, *text == '\0' ? NULL : text);
  return qtr_record_with (worded, "bullets", children, NULL);
}

static QtrList *
replace_in_list (Job *job, const QtrList *bullets)
{
  QtrList *changed = qtr_list_ref (bullets);

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    g_autoptr (QtrBullet) other = replace_in_bullet (job, bullet);

    if (other != bullet) {
      g_autoptr (QtrList) before = g_steal_pointer (&changed);

      changed = qtr_list_replace (before, i, other);
    }
  }

  return changed;
}

static QtrList *
replace_in_sections (Job *job, const QtrList *sections)
{
  QtrList *changed = qtr_list_ref (sections);

  for (guint i = 0; i < qtr_list_length (sections); i++) {
    const QtrSection *section = qtr_list_get (sections, i);
    g_autoptr (QtrList) bullets = replace_in_list (job, section->bullets);

    if (bullets != section->bullets) {
      g_autoptr (QtrList) before = g_steal_pointer (&changed);
      g_autoptr (QtrSection) other = qtr_record_with (section, "bullets", bullets, NULL);

      changed = qtr_list_replace (before, i, other);
    }
  }

  return changed;
}

QtrPlan *
qtr_find_replace (const QtrPlan *plan, const char *update, const QtrFindMatch *matches, guint n_matches,
                  const char *replacement, guint *n_replaced)
{
  const QtrUpdate *found = qtr_list_find (plan->updates, update, NULL);
  g_autoptr (GHashTable) first = NULL;
  g_autoptr (QtrList) sections = NULL;
  Job job;

  *n_replaced = 0;
  g_return_val_if_fail (found != NULL, qtr_record_ref (plan));
  if (n_matches == 0)
    return qtr_record_ref (plan);

  first = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = n_matches; i > 0; i--)
    g_hash_table_replace (first, (gpointer) matches[i - 1].bullet, (gpointer) &matches[i - 1]);
  job = (Job) { .first = first, .end = matches + n_matches, .replacement = replacement };
  sections = replace_in_sections (&job, found->sections);
  *n_replaced = job.n_replaced;
  return qtr_edit_set (plan, update, "sections", sections, NULL);
}
