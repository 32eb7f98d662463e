/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/notes.h"

#include <glib/gi18n-lib.h>

#include "model/path.h"

/* One record that names another of its own kind. */
typedef struct {
  const QtrRecord *from;
  const QtrRecord *to;
} Link;

typedef struct {
  /* The ids that are named anywhere, and the records that have them. */
  GHashTable *named;
  GArray *links;
  /* How many records that may lead into a circle each record names. */
  GHashTable *n_links;
  QtrPath path;
  GPtrArray *notes;
  guint n_notes;
} Survey;

typedef void (*Visit) (Survey *self, const QtrRecord *record);
typedef void (*VisitReference) (Survey *self, const QtrRecord *record, const QtrField *field, const char *id);

/* --- Walking --- */

/* Records nest no deeper than QTR_RECORD_DEPTH_MAX. */
static void
walk (Survey *self, const QtrRecord *record, Visit visit)
{
  visit (self, record);
  for (guint i = 0; i < record->type->n_fields && self->path.depth < QTR_RECORD_DEPTH_MAX; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++) {
      self->path.steps[self->path.depth++] = (QtrStep) { field, j };
      walk (self, qtr_list_get (list, j), visit);
      self->path.depth--;
    }
  }
}

static void
visit_references (Survey *self, const QtrRecord *record, VisitReference visit)
{
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (field->refers == NULL)
      continue;
    if (field->kind == QTR_FIELD_TOKEN && value.string != NULL)
      visit (self, record, field, value.string);
    for (guint j = 0; field->kind == QTR_FIELD_TOKENS && j < qtr_tokens_length (value.tokens); j++)
      visit (self, record, field, value.tokens->at[j]);
  }
}

/* --- Telling --- */

static char *
describe_path (const Survey *self)
{
  GString *text = g_string_new ("$");

  for (guint i = 0; i < self->path.depth; i++)
    g_string_append_printf (text, ".%s[%u]", self->path.steps[i].field->name, self->path.steps[i].index);
  return g_string_free_and_steal (text);
}

static void
note (Survey *self, char *message)
{
  if (self->n_notes++ < QTR_NOTES_MAX)
    g_ptr_array_add (self->notes, message);
  else
    g_free (message);
}

static void
count_rest (Survey *self)
{
  guint rest = self->n_notes - self->notes->len;

  if (rest > 0)
    g_ptr_array_add (self->notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more of the kind",
                                                                "and %u more of the kind", rest),
                                                   rest));
}

/* --- What is named and is not there --- */

static void
want_reference (Survey *self, const QtrRecord *record, const QtrField *field, const char *id)
{
  g_hash_table_insert (self->named, (gpointer) id, NULL);
}

static void
want_visit (Survey *self, const QtrRecord *record)
{
  visit_references (self, record, want_reference);
}

static void
find_visit (Survey *self, const QtrRecord *record)
{
  if (g_hash_table_contains (self->named, record->id))
    g_hash_table_insert (self->named, (gpointer) record->id, (gpointer) record);
}

static void
add_link (Survey *self, const QtrRecord *from, const QtrRecord *to)
{
  Link link = { from, to };
  guint n_links = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_links, from));

  g_array_append_val (self->links, link);
  g_hash_table_insert (self->n_links, (gpointer) from, GUINT_TO_POINTER (n_links + 1));
}

static void
check_reference (Survey *self, const QtrRecord *record, const QtrField *field, const char *id)
{
  const QtrRecord *target = g_hash_table_lookup (self->named, id);
  g_autofree char *path = NULL;

  if (target != NULL && target->type == field->refers) {
    if (target->type == record->type)
      add_link (self, record, target);
    return;
  }

  path = describe_path (self);
  /* Translators: with a JSON path, the name of a field, an id and the kind of record that it should be of. */
  note (self,
        g_strdup_printf (_ ("%s.%s: “%s” is no %s of this plan, and counts as if nothing was named; name "
                            "another, or none"),
                         path, field->name, id, field->refers->name));
}

static void
check_visit (Survey *self, const QtrRecord *record)
{
  visit_references (self, record, check_reference);
}

/* --- What leads round in a circle --- */

static GHashTable *
group_by_target (GArray *links)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < links->len; i++) {
    const Link *link = &g_array_index (links, Link, i);
    GPtrArray *group = g_hash_table_lookup (groups, link->to);

    if (group == NULL)
      g_hash_table_insert (groups, (gpointer) link->to, group = g_ptr_array_new ());
    g_ptr_array_add (group, (gpointer) link->from);
  }
  return groups;
}

/* Those who name @record have one way less to go on. */
static void
take_away (Survey *self, GPtrArray *naming, GPtrArray *ended)
{
  for (guint i = 0; naming != NULL && i < naming->len; i++) {
    guint n_links = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_links, naming->pdata[i])) - 1;

    g_hash_table_insert (self->n_links, naming->pdata[i], GUINT_TO_POINTER (n_links));
    if (n_links == 0)
      g_ptr_array_add (ended, naming->pdata[i]);
  }
}

/* From where the ways end they are taken away one by one; what then still has one leads into a circle. */
static void
take_away_ends (Survey *self)
{
  g_autoptr (GHashTable) groups = group_by_target (self->links);
  g_autoptr (GPtrArray) ended = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer target = NULL;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &target, NULL))
    if (!g_hash_table_contains (self->n_links, target))
      g_ptr_array_add (ended, target);
  while (ended->len > 0)
    take_away (self, g_hash_table_lookup (groups, g_ptr_array_steal_index_fast (ended, ended->len - 1)),
               ended);
}

static void
circle_visit (Survey *self, const QtrRecord *record)
{
  g_autofree char *path = NULL;

  if (g_hash_table_lookup (self->n_links, record) == NULL)
    return;
  path = describe_path (self);
  /* Translators: with a JSON path and a kind of record; one wording names another as its successor, or a rate
   * is computed from another. */
  note (self,
        g_strdup_printf (_ ("%s: from this %s, the names of others lead round in a circle, which is not "
                            "followed; name another, or none"),
                         path, record->type->name));
}

GPtrArray *
qtr_format_list_notes (const QtrPlan *plan)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) n_links = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  Survey survey = { .named = named,
                    .links = links,
                    .n_links = n_links,
                    .path = QTR_PATH_ROOT,
                    .notes = g_ptr_array_new_with_free_func (g_free) };

  walk (&survey, &plan->record, want_visit);
  walk (&survey, &plan->record, find_visit);
  walk (&survey, &plan->record, check_visit);
  take_away_ends (&survey);
  walk (&survey, &plan->record, circle_visit);
  count_rest (&survey);
  return survey.notes;
}
