/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/signed.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"
#include "model/path.h"
#include "model/signed-private.h"

/* --- What is signed --- */

void
qtr_signed_view_add (QtrSignedView *self, const char *what, gconstpointer data, const char *under)
{
  const QtrRecord *record = data;
  g_autofree char *digest = qtr_record_digest_own (record, NULL);

  g_ptr_array_add (self->lines, g_strdup_printf ("%s %s %s %s", what != NULL ? what : record->type->name,
                                                 record->id, under != NULL ? under : "-", digest));
}

static void
add_bullets (QtrSignedView *self, const QtrList *bullets, const char *under)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    qtr_signed_view_add (self, NULL, bullet, under);
    qtr_signed_view_follow_links (self, bullet->text);
    add_bullets (self, bullet->bullets, bullet->record.id);
  }
}

static void
add_section (QtrSignedView *self, const QtrSection *section, const char *under)
{
  qtr_signed_view_add (self, NULL, section, under);
  add_bullets (self, section->bullets, section->record.id);
}

static void
add_commitment (QtrSignedView *self, const QtrPriority *priority, const QtrCommitment *commitment)
{
  const QtrSection *section = qtr_update_find_section (self->update, commitment->record.id);
  gboolean holds = qtr_plan_is_valid_in (self->plan, commitment->from, commitment->until, self->quarter);

  if (holds)
    qtr_signed_view_add (self, NULL, commitment, priority->record.id);
  if (section != NULL)
    add_section (self, section, holds ? commitment->record.id : NULL);
}

static void
add_headlines (QtrSignedView *self, const char *priority)
{
  for (guint i = 0; i < qtr_list_length (self->update->headlines); i++) {
    const QtrHeadline *headline = qtr_list_get (self->update->headlines, i);

    if (g_strcmp0 (headline->priority, priority) != 0)
      continue;
    qtr_signed_view_add (self, NULL, headline, priority);
    qtr_signed_view_follow_links (self, headline->text);
  }
}

/* What is said under a promise that does not hold stands in no report, but it stands in the update. */
static void
add_priority (QtrSignedView *self, const QtrPriority *priority)
{
  gboolean holds = qtr_plan_is_valid_in (self->plan, priority->from, priority->until, self->quarter);

  if (holds) {
    qtr_signed_view_add (self, NULL, priority, NULL);
    qtr_signed_view_show_measures (self, priority);
  }
  for (guint i = 0; i < qtr_list_length (priority->commitments); i++)
    add_commitment (self, priority, qtr_list_get (priority->commitments, i));
  add_headlines (self, priority->record.id);
}

/* What names a promise that the plan does not have, or none. */
static void
add_strays (QtrSignedView *self)
{
  g_autoptr (GHashTable) ranks = qtr_commitments_rank (self->plan->priorities);

  for (guint i = 0; i < qtr_list_length (self->update->sections); i++) {
    const QtrSection *section = qtr_list_get (self->update->sections, i);

    if (section->commitment == NULL || !g_hash_table_contains (ranks, section->commitment) ||
        qtr_update_find_section (self->update, section->commitment) != section)
      add_section (self, section, NULL);
  }
  for (guint i = 0; i < qtr_list_length (self->update->headlines); i++) {
    const QtrHeadline *headline = qtr_list_get (self->update->headlines, i);

    if (headline->priority == NULL ||
        qtr_list_find (self->plan->priorities, headline->priority, NULL) == NULL)
      qtr_signed_view_add (self, NULL, headline, NULL);
  }
}

GPtrArray *
qtr_signed_view_list (const QtrPlan *plan, const QtrUpdate *update, const char *priority)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) linked = g_ptr_array_new ();
  g_autoptr (GHashTable) spans = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  QtrSignedView self = { plan,
                         update,
                         qtr_plan_parse_period (plan, update->quarter),
                         g_ptr_array_new_with_free_func (g_free),
                         shown,
                         linked,
                         spans };

  qtr_signed_view_add (&self, NULL, plan, NULL);
  qtr_signed_view_add (&self, NULL, update, NULL);
  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *one = qtr_list_get (plan->priorities, i);

    if (priority == NULL || g_str_equal (one->record.id, priority))
      add_priority (&self, one);
  }
  if (priority == NULL)
    add_strays (&self);
  qtr_signed_view_add_measures (&self);
  return self.lines;
}

char *
qtr_signed_view_digest (int form, const QtrPlan *plan, const char *update, const char *priority,
                        const char *const *parts, guint n_parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "quarterly-signed-%d\nplan %s\nupdate %s\npriority %s\n", form,
                          plan->record.id, update, priority != NULL ? priority : "-");
  for (guint i = 0; i < n_parts; i++)
    g_string_append_printf (text, "%s\n", parts[i]);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

/* --- What changed since --- */

/* A line, cut up: what, id, under, digest. */
typedef struct {
  char **words;
  char *key;
} Part;

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_strfreev (part->words);
  g_free (part->key);
}

static void
add_part (GArray *parts, const char *line)
{
  Part part = { g_strsplit (line, " ", 4), NULL };

  if (g_strv_length (part.words) == 4) {
    part.key = g_strdup_printf ("%s %s", part.words[0], part.words[1]);
    g_array_append_val (parts, part);
  } else {
    clear_part (&part);
  }
}

static GArray *
read_parts (const char *const *lines, guint n_lines)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  for (guint i = 0; i < n_lines; i++)
    add_part (parts, lines[i]);
  return parts;
}

static GHashTable *
index_parts (const GArray *parts)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++) {
    Part *part = &g_array_index (parts, Part, i);

    g_hash_table_insert (index, part->key, part);
  }
  return index;
}

static void
clear_change (gpointer data)
{
  QtrSignedChange *change = data;

  g_free (change->what);
  g_free (change->id);
}

static void
add_change (GArray *changes, QtrSignedChangeKind kind, const Part *part)
{
  QtrSignedChange change = { kind, g_strdup (part->words[0]), g_strdup (part->words[1]) };

  g_array_append_val (changes, change);
}

/* In which order those under each record stand that stood there before and do so now. */
static GHashTable *
read_orders (const GArray *parts, GHashTable *others)
{
  GHashTable *orders = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    const Part *other = g_hash_table_lookup (others, part->key);
    const char *order = g_hash_table_lookup (orders, part->words[2]);

    if (other != NULL && g_str_equal (other->words[2], part->words[2]))
      g_hash_table_insert (orders, part->words[2],
                           g_strdup_printf ("%s %s", order == NULL ? "" : order, part->words[1]));
  }
  return orders;
}

GArray *
qtr_signed_view_compare (const char *const *before, guint n_before, const GPtrArray *now)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (QtrSignedChange));
  g_autoptr (GArray) old_parts = read_parts (before, n_before);
  g_autoptr (GArray) new_parts = read_parts ((const char *const *) now->pdata, now->len);
  g_autoptr (GHashTable) old_index = index_parts (old_parts);
  g_autoptr (GHashTable) new_index = index_parts (new_parts);
  g_autoptr (GHashTable) old_orders = read_orders (old_parts, new_index);
  g_autoptr (GHashTable) new_orders = read_orders (new_parts, old_index);

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < new_parts->len; i++) {
    const Part *part = &g_array_index (new_parts, Part, i);
    const Part *old = g_hash_table_lookup (old_index, part->key);

    if (old == NULL)
      add_change (changes, QTR_SIGNED_CAME, part);
    else if (!g_str_equal (old->words[3], part->words[3]))
      add_change (changes, QTR_SIGNED_CHANGED, part);
    else if (!g_str_equal (old->words[2], part->words[2]) ||
             g_strcmp0 (g_hash_table_lookup (old_orders, part->words[1]),
                        g_hash_table_lookup (new_orders, part->words[1])) != 0)
      add_change (changes, QTR_SIGNED_MOVED, part);
  }
  for (guint i = 0; i < old_parts->len; i++) {
    const Part *part = &g_array_index (old_parts, Part, i);

    if (!g_hash_table_contains (new_index, part->key))
      add_change (changes, QTR_SIGNED_WENT, part);
  }
  return changes;
}

const char *
qtr_signed_change_kind_get_word (QtrSignedChangeKind kind)
{
  static const char *const words[] = { "changed", "moved", "came", "went" };

  return words[kind];
}

/* --- In words --- */

#define QUOTE_LENGTH 40

static char *
quote (const char *text)
{
  glong length = text == NULL ? 0 : g_utf8_strlen (text, -1);
  g_autofree char *start = length > QUOTE_LENGTH ? g_utf8_substring (text, 0, QUOTE_LENGTH) : g_strdup (text);

  return g_strdup_printf (length > QUOTE_LENGTH ? "“%s…”" : "“%s”", start == NULL ? "" : start);
}

/* The texts by which people know a record of that type, the first that is not empty. */
static const char *
find_label (const QtrRecord *record)
{
  static const char *const fields[] = { "title", "name", "text", "period", "from", "quarter", "nil_reason" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const QtrField *field = qtr_record_type_find_field (record->type, fields[i]);
    const char *text = field == NULL ? NULL : qtr_record_get (record, field).string;

    if (text != NULL)
      return text;
  }

  return NULL;
}

static char *
name_record (const QtrPlan *plan, const QtrSignedChange *change)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, change->id, &path);
  g_autofree char *label = NULL;

  if (record == NULL)
    return g_strdup_printf ("%s %s", change->what, change->id);
  if (record->type == &qtr_observation_type) {
    const QtrMeasure *measure = qtr_path_get_parent (plan, &path);
    g_autofree char *name = quote (measure->name);

    /* Translators: the figure of a measure for a period: figure of “Burglary” for 2019-20-Q3. */
    return g_strdup_printf (_ ("figure of %s for %s"), name, ((const QtrObservation *) record)->period);
  }
  label = quote (find_label (record));
  return g_strdup_printf ("%s %s", change->what, label);
}

char *
qtr_signed_change_to_words (const QtrPlan *plan, const QtrSignedChange *change)
{
  static const char *const words[] = {
    /* Translators: the end of a line that begins with what it is about: bullet “…” changed. */
    [QTR_SIGNED_CHANGED] = N_ ("changed"),
    [QTR_SIGNED_MOVED] = N_ ("was moved, or what is under it"),
    [QTR_SIGNED_CAME] = N_ ("is new"),
    [QTR_SIGNED_WENT] = N_ ("is gone"),
  };
  g_autofree char *name = name_record (plan, change);

  return g_strdup_printf ("%s %s", name, _ (words[change->kind]));
}
