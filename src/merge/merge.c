/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/merge.h"

#include "merge/fields.h"
#include "merge/natural.h"
#include "merge/order.h"
#include "merge/place.h"
#include "model/field-text.h"

/* One merge under way. The natural order of the result is known as soon as its priorities are. */
typedef struct {
  QtrAlignment *alignment;
  QtrFieldMerge fields;
  QtrNatural orders[QTR_N_SIDES];
  QtrNatural order;
} Merge;

static gpointer build (Merge *self, const QtrMergeNode *node);

/* --- Conflicts about whole records --- */

static void
add_words (GString *words, const QtrRecord *record, QtrFieldKind kind)
{
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (field->kind == kind && value.string != NULL && field->check == NULL)
      g_string_append_printf (words, "%s%s", words->len == 0 ? "" : "\n", value.string);
    for (guint j = 0; field->kind == QTR_FIELD_LIST && j < qtr_list_length (value.list); j++)
      add_words (words, qtr_list_get (value.list, j), kind);
  }
}

/* What a record and all below it says; if it has no words, what it is known by. */
static char *
describe (const QtrRecord *record)
{
  static const QtrFieldKind kinds[] = { QTR_FIELD_TEXT, QTR_FIELD_PERIOD, QTR_FIELD_TOKEN };
  GString *words = NULL;

  if (record == NULL)
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; words->len == 0 && i < G_N_ELEMENTS (kinds); i++)
    add_words (words, record, kinds[i]);
  if (words->len == 0)
    g_string_append (words, record->id);
  return g_string_free (words, FALSE);
}

static gboolean
was_kept_by (const QtrMergeNode *node, QtrSide side)
{
  return node != NULL && node->is_kept && node->at[side] != NULL;
}

/* One question for all that was removed at once: at the topmost record. */
static void
note_removal (Merge *self, const QtrMergeNode *node)
{
  QtrSide keeper = node->at[QTR_SIDE_OURS] != NULL ? QTR_SIDE_OURS : QTR_SIDE_THEIRS;
  g_autofree char *base = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (!node->is_kept || was_kept_by (node->place.parent, keeper))
    return;
  base = describe (node->at[QTR_SIDE_BASE]);
  ours = describe (node->at[QTR_SIDE_OURS]);
  theirs = describe (node->at[QTR_SIDE_THEIRS]);
  qtr_field_merge_note (&self->fields, node, NULL, QTR_CONFLICT_REMOVAL, base, ours, theirs);
}

static char *
describe_place (const QtrMergeNode *node, QtrSide side)
{
  const QtrMergePlace *place = &node->places[side];

  return place->parent == NULL ? NULL : g_strdup_printf ("%s/%s", place->parent->id, place->field->name);
}

static void
note_place (Merge *self, const QtrMergeNode *node)
{
  g_autofree char *base = describe_place (node, QTR_SIDE_BASE);
  g_autofree char *ours = describe_place (node, QTR_SIDE_OURS);
  g_autofree char *theirs = describe_place (node, QTR_SIDE_THEIRS);

  if (node->is_torn)
    qtr_field_merge_note (&self->fields, node, NULL, QTR_CONFLICT_PLACE, base, ours, theirs);
}

/* --- Lists --- */

static GPtrArray *
list_ids (const Merge *self, const QtrMergeNode *node, QtrSide side, const QtrField *field, GHashTable *nodes)
{
  const QtrList *list = qtr_merge_node_get (node, side, field);
  QtrMergePlace place = { (QtrMergeNode *) node, field };
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (list); i++) {
    QtrMergeNode *child = qtr_alignment_find (self->alignment, qtr_list_get (list, i));

    if (child == NULL || !child->stays || !qtr_merge_place_equal (child->place, place))
      continue;
    g_ptr_array_add (ids, (gpointer) child->id);
    g_hash_table_insert (nodes, (gpointer) child->id, child);
  }

  return ids;
}

static gboolean
are_same_ids (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/* The nodes that a list of @node is to have, in order. */
static GPtrArray *
list_children (const Merge *self, const QtrMergeNode *node, const QtrField *field)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) base = list_ids (self, node, QTR_SIDE_BASE, field, nodes);
  g_autoptr (GPtrArray) ours = list_ids (self, node, QTR_SIDE_OURS, field, nodes);
  g_autoptr (GPtrArray) theirs = list_ids (self, node, QTR_SIDE_THEIRS, field, nodes);
  g_autoptr (GPtrArray) ids =
      are_same_ids (ours, theirs) ? g_ptr_array_ref (ours) : qtr_order_merge (base, ours, theirs);
  GPtrArray *children = g_ptr_array_sized_new (ids->len);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (children, g_hash_table_lookup (nodes, ids->pdata[i]));
  return children;
}

/* Where both sides had a list in the order that such lists have, the result has it as well. */
static void
sort (const Merge *self, const QtrMergeNode *node, const QtrField *field, GPtrArray *records)
{
  const QtrList *ours = qtr_merge_node_get (node, QTR_SIDE_OURS, field);
  const QtrList *theirs = qtr_merge_node_get (node, QTR_SIDE_THEIRS, field);

  if (node->at[QTR_SIDE_OURS] != NULL && node->at[QTR_SIDE_THEIRS] != NULL &&
      qtr_natural_is_sorted (&self->orders[QTR_SIDE_OURS], field->element, ours) &&
      qtr_natural_is_sorted (&self->orders[QTR_SIDE_THEIRS], field->element, theirs))
    qtr_natural_sort (&self->order, field->element, records);
}

static gboolean
is_shared (const QtrMergeNode *node, const QtrField *field)
{
  const QtrList *ours = qtr_merge_node_get (node, QTR_SIDE_OURS, field);

  return ours == qtr_merge_node_get (node, QTR_SIDE_BASE, field) &&
         ours == qtr_merge_node_get (node, QTR_SIDE_THEIRS, field);
}

static QtrList *
build_list (Merge *self, const QtrMergeNode *node, const QtrField *field)
{
  g_autoptr (GPtrArray) children = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  if (is_shared (node, field))
    return qtr_list_ref (qtr_merge_node_get (node, QTR_SIDE_OURS, field));

  children = list_children (self, node, field);
  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (records, build (self, children->pdata[i]));
  sort (self, node, field, records);
  return qtr_list_new_from_array (records);
}

/* --- Records --- */

static gboolean
has_values (const QtrRecord *record, const char *id, const char *extra, const QtrValue *values)
{
  if (!g_str_equal (record->id, id) || g_strcmp0 (record->extra, extra) != 0)
    return FALSE;
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (field->kind == QTR_FIELD_LIST ? !qtr_list_is_same (value.list, values[i].list)
                                      : !qtr_field_equal (field, value, values[i]))
      return FALSE;
  }

  return TRUE;
}

/* A side's own record, if it is what the result is to be. */
static gpointer
take_record (const QtrMergeNode *node, const QtrRecordType *type, const char *extra, const QtrValue *values)
{
  static const QtrSide order[] = { QTR_SIDE_OURS, QTR_SIDE_THEIRS, QTR_SIDE_BASE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    const QtrRecord *record = node->at[order[i]];

    if (record != NULL && has_values (record, node->id, extra, values))
      return qtr_record_ref (record);
  }

  return qtr_record_build (type, node->id, extra, values);
}

static void
drop_lists (const QtrRecordType *type, QtrValue *values)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == QTR_FIELD_LIST)
      qtr_list_unref (values[i].list);
}

static gpointer
build (Merge *self, const QtrMergeNode *node)
{
  const QtrRecord *record =
      node->at[QTR_SIDE_OURS] != NULL ? node->at[QTR_SIDE_OURS] : node->at[QTR_SIDE_THEIRS];
  const QtrRecordType *type = record->type;
  g_autofree QtrValue *values = g_new0 (QtrValue, type->n_fields);
  const char *extra = NULL;
  gpointer built = NULL;

  if (node->is_frozen)
    return qtr_record_ref (record);

  note_removal (self, node);
  note_place (self, node);
  extra = qtr_field_merge_record (&self->fields, node, values);
  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];

    if (field->kind == QTR_FIELD_LIST)
      values[i].list = build_list (self, node, field);
    /* The plan has its priorities before its updates, whose sections follow them. */
    if (type == &qtr_plan_type && field->element == &qtr_priority_type)
      qtr_natural_init (&self->order,
                        values[qtr_record_type_find_field (type, "first_month") - type->fields].number,
                        values[i].list);
  }
  built = take_record (node, type, extra, values);
  drop_lists (type, values);
  return built;
}

/* --- The plan --- */

/* In what another version of the plan's years could be read, and in what month those begin. */
typedef struct {
  const QtrPlan *ours;
  const QtrPlan *theirs;
  int first_month;
} Years;

static gboolean
can_read (int first_month, const char *text)
{
  QtrPeriod period;

  return first_month >= 1 && first_month <= 12 && qtr_period_parse (text, first_month, &period, NULL);
}

static gboolean
has_unreadable_period (const Years *years, const QtrRecord *record)
{
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (field->kind == QTR_FIELD_PERIOD && value.string != NULL &&
        !can_read (years->first_month, value.string) &&
        (can_read (years->ours->first_month, value.string) ||
         can_read (years->theirs->first_month, value.string)))
      return TRUE;
    for (guint j = 0; field->kind == QTR_FIELD_LIST && j < qtr_list_length (value.list); j++)
      if (has_unreadable_period (years, qtr_list_get (value.list, j)))
        return TRUE;
  }

  return FALSE;
}

/* One side changed the month in which the years begin, and the other wrote periods that cannot be read so:
 * then that month is in question, and the one stands by which all can be read. */
static QtrPlan *
keep_periods_readable (Merge *self, QtrPlan *merged)
{
  g_autoptr (QtrPlan) plan = merged;
  const QtrRecord *const *at = self->alignment->root->at;
  const QtrField *field = qtr_record_type_find_field (&qtr_plan_type, "first_month");
  Years years = { (gconstpointer) at[QTR_SIDE_OURS], (gconstpointer) at[QTR_SIDE_THEIRS], plan->first_month };
  char *texts[QTR_N_SIDES] = { NULL };

  if (years.ours->first_month == years.theirs->first_month || !has_unreadable_period (&years, &plan->record))
    return g_steal_pointer (&plan);
  years.first_month =
      plan->first_month == years.ours->first_month ? years.theirs->first_month : years.ours->first_month;
  if (has_unreadable_period (&years, &plan->record))
    return g_steal_pointer (&plan);

  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    texts[side] = qtr_field_to_text (field, qtr_record_get (at[side], field));
  qtr_field_merge_note (&self->fields, self->alignment->root, field->name, QTR_CONFLICT_VALUE,
                        texts[QTR_SIDE_BASE], texts[QTR_SIDE_OURS], texts[QTR_SIDE_THEIRS]);
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    g_free (texts[side]);
  return qtr_record_with (plan, field->name, years.first_month, NULL);
}

/* A question that is asked already is not asked twice. Takes @merged. */
static QtrPlan *
add_conflicts (const Merge *self, QtrPlan *merged, guint *n_conflicts)
{
  g_autoptr (QtrPlan) plan = merged;
  g_autoptr (QtrList) conflicts = qtr_list_ref (plan->conflicts);

  *n_conflicts = 0;
  for (guint i = 0; i < self->fields.conflicts->len; i++) {
    const QtrRecord *conflict = self->fields.conflicts->pdata[i];
    g_autoptr (QtrList) before = NULL;

    if (qtr_list_find (conflicts, conflict->id, NULL) != NULL)
      continue;
    before = g_steal_pointer (&conflicts);
    conflicts = qtr_list_append (before, conflict);
    (*n_conflicts)++;
  }

  return qtr_record_with (plan, "conflicts", conflicts, NULL);
}

static void
init (Merge *self, const QtrPlan *const plans[QTR_N_SIDES])
{
  self->alignment = qtr_alignment_new (plans[QTR_SIDE_BASE], plans[QTR_SIDE_OURS], plans[QTR_SIDE_THEIRS]);
  qtr_field_merge_init (&self->fields, self->alignment);
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    qtr_natural_init (&self->orders[side], plans[side]->first_month, plans[side]->priorities);
}

static void
clear (Merge *self)
{
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    qtr_natural_clear (&self->orders[side]);
  qtr_natural_clear (&self->order);
  qtr_field_merge_clear (&self->fields);
  qtr_alignment_free (self->alignment);
}

QtrPlan *
qtr_merge (const QtrPlan *base, const QtrPlan *ours, const QtrPlan *theirs, guint *n_conflicts)
{
  const QtrPlan *const plans[QTR_N_SIDES] = { base, ours, theirs };
  Merge merge = { 0 };
  guint n_added = 0;
  QtrPlan *merged = NULL;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);

  init (&merge, plans);
  qtr_alignment_place (merge.alignment);
  qtr_alignment_tell_apart (merge.alignment);
  merged = build (&merge, merge.alignment->root);
  merged = add_conflicts (&merge, keep_periods_readable (&merge, merged), &n_added);
  clear (&merge);
  if (n_conflicts != NULL)
    *n_conflicts = n_added;
  return merged;
}
