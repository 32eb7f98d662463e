/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/resolve.h"

#include <string.h>

#include "model/path.h"
#include "model/review.h"

/* A rate may be made of rates; see the readings, which go no deeper either. */
#define RATE_DEPTH_MAX 4

static const QtrField note_fields[] = {
  QTR_FIELD (QtrFigureNote, measure, TEXT), QTR_FIELD (QtrFigureNote, text, TEXT),
  QTR_FIELD (QtrFigureNote, because, TEXT), QTR_FIELD (QtrFigureNote, words, TEXT),
  QTR_FIELD (QtrFigureNote, state, COUNT),  QTR_FIELD (QtrFigureNote, start, COUNT),
  QTR_FIELD (QtrFigureNote, end, COUNT),
};
const QtrRecordType qtr_figure_note_type = QTR_RECORD_TYPE ("figure", QtrFigureNote, note_fields);

/* What became of a bullet that has figures, and the records that this was read from; of a section that has
 * none, that it has none. */
typedef struct {
  QtrRecord *source;
  QtrRecord *printed;
  /* What reads as a figure, whether or not it is one. */
  GArray *places;
  GArray *spans;
  QtrList *notes;
  GPtrArray *measures;
  guint run;
} Entry;

struct _QtrResolver {
  /* By the id of the record. */
  GHashTable *entries;
  /* What every figure depends on besides its measures. */
  char *surroundings;
  QtrList *areas;
  QtrList *measures;

  /* During a run. */
  const QtrPlan *plan;
  const QtrUpdate *update;
  gboolean has_same_measures;
  guint n_found;
  guint run;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  qtr_record_unref (entry->source);
  qtr_record_unref (entry->printed);
  qtr_list_unref (entry->notes);
  g_clear_pointer (&entry->places, g_array_unref);
  g_clear_pointer (&entry->spans, g_array_unref);
  g_clear_pointer (&entry->measures, g_ptr_array_unref);
  g_free (entry);
}

QtrResolver *
qtr_resolver_new (void)
{
  QtrResolver *self = g_new0 (QtrResolver, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_entry);
  return self;
}

void
qtr_resolver_free (QtrResolver *self)
{
  g_hash_table_unref (self->entries);
  qtr_list_unref (self->areas);
  qtr_list_unref (self->measures);
  g_free (self->surroundings);
  g_free (self);
}

/* --- What it depends on --- */

static void list_parts (const QtrPlan *plan, const QtrMeasure *measure, int depth, GPtrArray *parts);

static void
list_part (const QtrPlan *plan, const char *id, int depth, GPtrArray *parts)
{
  const QtrMeasure *part = qtr_list_find (plan->measures, id, NULL);

  if (part == NULL || g_ptr_array_find (parts, part, NULL))
    return;
  g_ptr_array_add (parts, (gpointer) part);
  list_parts (plan, part, depth + 1, parts);
}

static void
list_parts (const QtrPlan *plan, const QtrMeasure *measure, int depth, GPtrArray *parts)
{
  if (depth == RATE_DEPTH_MAX)
    return;
  list_part (plan, measure->numerator, depth, parts);
  list_part (plan, measure->denominator, depth, parts);
}

void
qtr_measure_list_parts (const QtrPlan *plan, const QtrMeasure *measure, GPtrArray *parts)
{
  list_parts (plan, measure, 0, parts);
}

/* A measure that the plan does not have is %NULL: it may come. */
static GPtrArray *
list_measures (const QtrResolver *self, const GArray *places)
{
  GPtrArray *measures = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++) {
    const QtrMeasure *measure =
        qtr_list_find (self->plan->measures, g_array_index (places, QtrFigurePlace, i).link.measure, NULL);

    g_ptr_array_add (measures, measure == NULL ? NULL : qtr_record_ref (measure));
    if (measure != NULL)
      qtr_measure_list_parts (self->plan, measure, parts);
  }
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (measures, qtr_record_ref (parts->pdata[i]));
  return measures;
}

static gboolean
has_same (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

static gboolean
is_current (const QtrResolver *self, const Entry *entry)
{
  g_autoptr (GPtrArray) measures = NULL;

  if (entry->measures == NULL || self->has_same_measures)
    return TRUE;

  measures = list_measures (self, entry->places);
  return has_same (measures, entry->measures);
}

char *
qtr_figures_describe_surroundings (const QtrPlan *plan, const QtrUpdate *update)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%d %d %d %s %s %d", plan->first_month, plan->percent, plan->small_numbers,
                   update->record.id, update->quarter, qtr_plan_get_state (plan, update->record.id));
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *other = qtr_list_get (plan->updates, i);

    g_string_append_printf (text, " %s %s", other->record.id, other->quarter);
  }
  return g_string_free (text, FALSE);
}

static void
look_around (QtrResolver *self)
{
  g_autofree char *surroundings = qtr_figures_describe_surroundings (self->plan, self->update);

  if (g_strcmp0 (surroundings, self->surroundings) != 0 || self->areas != self->plan->areas) {
    g_hash_table_remove_all (self->entries);
    qtr_list_unref (self->areas);
    self->areas = qtr_list_ref (self->plan->areas);
    g_set_str (&self->surroundings, surroundings);
  }
  self->has_same_measures = self->measures == self->plan->measures;
  if (!self->has_same_measures) {
    qtr_list_unref (self->measures);
    self->measures = qtr_list_ref (self->plan->measures);
  }
}

/* --- Bullets --- */

static Entry *
find_entry (const QtrResolver *self, gconstpointer source)
{
  Entry *entry = g_hash_table_lookup (self->entries, ((const QtrRecord *) source)->id);

  if (entry == NULL || entry->source != source)
    return NULL;
  entry->run = self->run;
  return entry;
}

static Entry *
add_entry (QtrResolver *self, gconstpointer source)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->source = qtr_record_ref (source);
  entry->run = self->run;
  g_hash_table_replace (self->entries, (gpointer) entry->source->id, entry);
  return entry;
}

static QtrList *
make_notes (const QtrResolver *self, const char *printed, const GArray *spans)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    const QtrFigureSpan *span = &g_array_index (spans, QtrFigureSpan, i);
    const QtrMeasure *measure = qtr_list_find (self->plan->measures, span->link.measure, NULL);
    g_autofree char *words = g_utf8_substring (printed, span->printed.start, span->printed.end);

    g_ptr_array_add (notes, qtr_record_new (&qtr_figure_note_type, "id", "figure", "measure",
                                            measure == NULL ? NULL : measure->name, "text", span->link.text,
                                            "because", span->link.because, "words", words, "state",
                                            (int) span->state, "start", span->printed.start, "end",
                                            span->printed.end, NULL));
  }
  return qtr_list_new_from_array (notes);
}

/* Reads the figures of the bullet's own text. The record that was printed last stays where it says the same:
 * whoever remembers by it need not look again. */
static void
read_figures (QtrResolver *self, Entry *entry, const QtrBullet *bullet)
{
  g_autofree char *text = NULL;
  QtrRecord *before = entry->printed;

  g_clear_pointer (&entry->spans, g_array_unref);
  text = qtr_figures_print (bullet->text, self->plan, self->update, &entry->spans);
  g_clear_pointer (&entry->measures, g_ptr_array_unref);
  entry->measures = list_measures (self, entry->places);
  qtr_list_unref (entry->notes);
  entry->notes = make_notes (self, text, entry->spans);
  entry->printed = qtr_record_with (before == NULL ? &bullet->record : before, "text", text, NULL);
  qtr_record_unref (before);
}

/* %NULL where there is none, which is seen at once in nearly all. */
static GArray *
find_places (const QtrBullet *bullet)
{
  g_autoptr (GArray) places = NULL;

  if (bullet->text == NULL || strstr (bullet->text, QTR_FIGURE_LINK_OPENING) == NULL)
    return NULL;

  places = qtr_figure_links_find (bullet->text);
  return places->len == 0 ? NULL : g_steal_pointer (&places);
}

static QtrList *resolve_list (QtrResolver *self, const QtrList *bullets, const QtrList *before);

static QtrBullet *
resolve_children (QtrResolver *self, const QtrBullet *bullet, const QtrBullet *printed)
{
  g_autoptr (QtrList) children = resolve_list (self, bullet->bullets, printed->bullets);

  return qtr_record_with (printed, "bullets", children, NULL);
}

/* A bullet that has children has an entry as well, to keep what is printed with them. */
static QtrBullet *
resolve_bullet (QtrResolver *self, const QtrBullet *bullet)
{
  Entry *entry = find_entry (self, bullet);
  g_autoptr (GArray) places = entry == NULL ? find_places (bullet) : NULL;
  g_autoptr (QtrBullet) before = NULL;

  if (entry == NULL && places == NULL && bullet->bullets == NULL)
    return qtr_record_ref (bullet);
  if (entry == NULL) {
    entry = add_entry (self, bullet);
    entry->places = g_steal_pointer (&places);
  }
  if (entry->places != NULL) {
    self->n_found++;
    if (entry->printed == NULL || !is_current (self, entry))
      read_figures (self, entry, bullet);
  }
  before = (QtrBullet *) (entry->printed == NULL ? qtr_record_ref (bullet) : entry->printed);
  entry->printed = (QtrRecord *) resolve_children (self, bullet, before);
  return qtr_record_ref (entry->printed);
}

/* @before is what came out of it the last time, perhaps. */
static QtrList *
resolve_list (QtrResolver *self, const QtrList *bullets, const QtrList *before)
{
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; i < qtr_list_length (bullets); i++)
    g_ptr_array_add (printed, resolve_bullet (self, qtr_list_get (bullets, i)));
  list = qtr_list_new_from_array (printed);
  if (qtr_list_is_same (list, bullets))
    return qtr_list_ref (bullets);
  if (qtr_list_is_same (list, before))
    return qtr_list_ref (before);

  return g_steal_pointer (&list);
}

/* --- Sections --- */

static QtrSection *
resolve_section (QtrResolver *self, const QtrSection *section)
{
  Entry *entry = find_entry (self, section);
  const QtrSection *before = entry == NULL ? section : (const QtrSection *) entry->printed;
  guint n_found = self->n_found;
  g_autoptr (QtrList) bullets = NULL;
  g_autoptr (QtrSection) printed = NULL;

  /* It has none. */
  if (entry != NULL && entry->printed == NULL)
    return qtr_record_ref (section);

  bullets = resolve_list (self, section->bullets, before->bullets);
  printed = qtr_record_with (before, "bullets", bullets, NULL);
  if (entry == NULL)
    entry = add_entry (self, section);
  if (self->n_found > n_found && entry->printed != (QtrRecord *) printed) {
    qtr_record_unref (entry->printed);
    entry->printed = qtr_record_ref (printed);
  }
  return g_steal_pointer (&printed);
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  return ((const Entry *) value)->run != ((const QtrResolver *) data)->run;
}

static QtrList *
resolve_sections (QtrResolver *self, const QtrList *sections)
{
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; i < qtr_list_length (sections); i++)
    g_ptr_array_add (printed, resolve_section (self, qtr_list_get (sections, i)));
  list = qtr_list_new_from_array (printed);
  return qtr_list_is_same (list, sections) ? qtr_list_ref (sections) : g_steal_pointer (&list);
}

QtrUpdate *
qtr_resolver_resolve (QtrResolver *self, const QtrPlan *plan, const QtrUpdate *update)
{
  g_autoptr (QtrList) sections = NULL;

  g_return_val_if_fail (update != NULL, NULL);

  self->plan = plan;
  self->update = update;
  self->run++;
  look_around (self);
  sections = resolve_sections (self, update->sections);
  g_hash_table_foreach_remove (self->entries, is_unused, self);
  self->plan = NULL;
  self->update = NULL;
  return qtr_record_with (update, "sections", sections, NULL);
}

const GArray *
qtr_resolver_get_spans (const QtrResolver *self, const char *bullet)
{
  const Entry *entry = bullet == NULL ? NULL : g_hash_table_lookup (self->entries, bullet);

  return entry == NULL ? NULL : entry->spans;
}

const QtrList *
qtr_resolver_get_notes (const QtrResolver *self, const char *bullet)
{
  const Entry *entry = bullet == NULL ? NULL : g_hash_table_lookup (self->entries, bullet);

  return entry == NULL ? NULL : entry->notes;
}

/* --- In its plan --- */

QtrPlan *
qtr_plan_resolve (const QtrPlan *plan, const QtrUpdate *update, QtrResolver *resolver)
{
  g_autoptr (QtrResolver) once = resolver == NULL ? qtr_resolver_new () : NULL;
  g_autoptr (QtrUpdate) printed = qtr_resolver_resolve (resolver == NULL ? once : resolver, plan, update);
  g_autoptr (QtrList) updates = NULL;
  guint index = 0;

  if (printed == update || qtr_list_find (plan->updates, update->record.id, &index) == NULL)
    return qtr_record_ref (plan);

  updates = qtr_list_replace (plan->updates, index, printed);
  return qtr_record_with (plan, "updates", updates, NULL);
}

static const QtrUpdate *
find_update_with (const QtrPlan *plan, const char *id)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, id, &path);

  if (record == NULL || path.depth == 0)
    return NULL;

  path.depth = 1;
  record = qtr_path_get (plan, &path);
  return record->type == &qtr_update_type ? (const QtrUpdate *) record : NULL;
}

static char *
print_words_of (const QtrPlan *plan, const char *id, const char *words)
{
  const QtrUpdate *update =
      words == NULL || strstr (words, QTR_FIGURE_LINK_OPENING) == NULL ? NULL : find_update_with (plan, id);

  return update == NULL ? g_strdup (words) : qtr_figures_print (words, plan, update, NULL);
}

void
qtr_figures_print_change (const QtrPlan *before, const QtrPlan *after, const char *id, char **old_words,
                          char **new_words)
{
  g_autofree char *old_printed = print_words_of (before, id, *old_words);
  g_autofree char *new_printed = print_words_of (after, id, *new_words);

  if (g_strcmp0 (old_printed, new_printed) == 0)
    return;

  g_free (*old_words);
  *old_words = g_steal_pointer (&old_printed);
  g_free (*new_words);
  *new_words = g_steal_pointer (&new_printed);
}
