/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-plan.h"

#define SEED 20261122

static const char *const words[] = {
  "officers",  "visited", "the",      "town",   "centre", "and",       "spoke",   "with",       "residents",
  "about",     "speed",   "near",     "school", "gates",  "where",     "916",     "hours",      "of",
  "patrol",    "were",    "recieved", "in",     "this",   "quarter",   "a",       "decrease",   "on",
  "last",      "year",    "which",    "is",     "due",    "to",        "fewer",   "volunteers", "from",
  "community", "groups",  "across",   "all",    "three",  "districts", "arrests", "for",        "burglary",
};

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new ("Loamford teams");

  while (text->len < SAMPLE_LETTERS - 1)
    g_string_append_printf (text, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  g_string_truncate (text, SAMPLE_LETTERS - 1);
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
}

static QtrList *
make_bullets (GRand *rand, guint n_bullets)
{
  g_autoptr (GPtrArray) bullets = new_records ();

  for (guint i = 0; i < n_bullets; i++) {
    g_autofree char *text = make_text (rand);

    g_ptr_array_add (bullets, qtr_record_new (&qtr_bullet_type, "text", text, NULL));
  }
  return qtr_list_new_from_array (bullets);
}

/* Adds a commitment, and the section that reports on it. */
static void
add_section (GRand *rand, guint n_bullets, GPtrArray *commitments, GPtrArray *sections)
{
  g_autofree char *promise = g_strdup_printf ("Keep promise %u.", sections->len + 1);
  QtrCommitment *commitment =
      qtr_record_new (&qtr_commitment_type, "lead", "We will:", "text", promise, NULL);
  g_autoptr (QtrList) bullets = make_bullets (rand, n_bullets);

  g_ptr_array_add (commitments, commitment);
  g_ptr_array_add (sections, qtr_record_new (&qtr_section_type, "commitment", commitment->record.id,
                                             "bullets", bullets, NULL));
}

static QtrPriority *
make_priority (GRand *rand, int number, const SampleSize *size, GPtrArray *sections)
{
  g_autoptr (GPtrArray) commitments = new_records ();
  g_autoptr (QtrList) list = NULL;
  g_autofree char *title = g_strdup_printf ("Number %d of Them", number);

  for (guint i = 0; i < size->n_sections; i++)
    add_section (rand, size->n_bullets, commitments, sections);
  list = qtr_list_new_from_array (commitments);
  return qtr_record_new (&qtr_priority_type, "number", number, "title", title, "commitments", list, NULL);
}

QtrPlan *
sample_plan_new (const SampleSize *sizes, guint n_sizes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) priorities = new_records ();
  g_autoptr (GPtrArray) sections = new_records ();
  g_autoptr (QtrList) priority_list = NULL;
  g_autoptr (QtrList) section_list = NULL;
  g_autoptr (QtrList) updates = NULL;
  g_autoptr (QtrUpdate) update = NULL;

  for (guint i = 0; i < n_sizes; i++)
    g_ptr_array_add (priorities, make_priority (rand, (int) i + 1, &sizes[i], sections));
  priority_list = qtr_list_new_from_array (priorities);
  section_list = qtr_list_new_from_array (sections);
  update = qtr_record_new (&qtr_update_type, "quarter", "2019-20-Q3", "sections", section_list, NULL);
  updates = qtr_list_append (NULL, update);
  return qtr_record_new (&qtr_plan_type, "title", "Sample", "first_month", 4, "priorities", priority_list,
                         "updates", updates, NULL);
}

/* Quarter after quarter, beginning with 1900. */
static char *
name_quarter (guint index)
{
  guint year = 1900 + index / 4;

  return g_strdup_printf ("%u-%02u-Q%u", year, (year + 1) % 100, index % 4 + 1);
}

/* The bullets are shared out among all sections as evenly as they can be. */
static QtrUpdate *
make_update (GRand *rand, guint index, GPtrArray *commitments, guint n_updates, guint n_bullets)
{
  g_autofree char *quarter = name_quarter (index);
  g_autoptr (GPtrArray) sections = new_records ();
  g_autoptr (QtrList) list = NULL;
  gsize n_sections = (gsize) n_updates * commitments->len;

  for (guint i = 0; i < commitments->len; i++) {
    const QtrRecord *commitment = g_ptr_array_index (commitments, i);
    gsize at = (gsize) index * commitments->len + i;
    gsize n_here = (at + 1) * n_bullets / n_sections - at * n_bullets / n_sections;
    g_autoptr (QtrList) bullets = make_bullets (rand, (guint) n_here);

    g_ptr_array_add (
        sections, qtr_record_new (&qtr_section_type, "commitment", commitment->id, "bullets", bullets, NULL));
  }
  list = qtr_list_new_from_array (sections);
  return qtr_record_new (&qtr_update_type, "quarter", quarter, "marking", "OFFICIAL", "title",
                         "Quarterly Update", "sections", list, NULL);
}

QtrPlan *
sample_history_new (guint n_updates, guint n_sections, guint n_bullets)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) commitments = new_records ();
  g_autoptr (GPtrArray) updates = new_records ();
  g_autoptr (QtrList) commitment_list = NULL;
  g_autoptr (QtrList) priorities = NULL;
  g_autoptr (QtrList) update_list = NULL;
  g_autoptr (QtrPriority) priority = NULL;

  for (guint i = 0; i < n_sections; i++) {
    g_autofree char *promise = g_strdup_printf ("Keep promise %u.", i + 1);

    g_ptr_array_add (commitments,
                     qtr_record_new (&qtr_commitment_type, "lead", "We will:", "text", promise, NULL));
  }
  for (guint i = 0; i < n_updates; i++)
    g_ptr_array_add (updates, make_update (rand, i, commitments, n_updates, n_bullets));
  commitment_list = qtr_list_new_from_array (commitments);
  priority = qtr_record_new (&qtr_priority_type, "number", 1, "title", "The Only One", "commitments",
                             commitment_list, NULL);
  priorities = qtr_list_append (NULL, priority);
  update_list = qtr_list_new_from_array (updates);
  return qtr_record_new (&qtr_plan_type, "title", "Sample", "first_month", 4, "priorities", priorities,
                         "updates", update_list, NULL);
}

char *
sample_text_new (guint n_paragraphs)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++) {
    g_autofree char *paragraph = make_text (rand);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", paragraph);
  }
  return g_string_free_and_steal (text);
}
