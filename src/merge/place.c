/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/place.h"

/* How deep a tree may become by moving on both sides, if neither side's is deeper: below what a file may be.
 */
#define DEPTH_MAX 24

/* The decisions under way: what was decided to stay and has not yet been asked what it needs. */
typedef struct {
  QtrAlignment *alignment;
  GHashTable *gone;
  GQueue *asked;
} Decision;

static QtrSide
get_other (QtrSide side)
{
  return side == QTR_SIDE_OURS ? QTR_SIDE_THEIRS : QTR_SIDE_OURS;
}

/* --- What each side did --- */

/* The side that still has a record which the other removed. */
static QtrSide
get_keeper (const QtrMergeNode *node)
{
  return node->at[QTR_SIDE_OURS] != NULL ? QTR_SIDE_OURS : QTR_SIDE_THEIRS;
}

static gboolean
has_own_change (const QtrRecord *before, const QtrRecord *after)
{
  if (g_strcmp0 (before->extra, after->extra) != 0)
    return TRUE;
  for (guint i = 0; i < before->type->n_fields; i++) {
    const QtrField *field = &before->type->fields[i];

    if (field->kind != QTR_FIELD_LIST &&
        !qtr_field_equal (field, qtr_record_get (before, field), qtr_record_get (after, field)))
      return TRUE;
  }

  return FALSE;
}

static gboolean
was_worked_on (const QtrMergeNode *node, QtrSide side)
{
  return !qtr_merge_place_equal (node->places[QTR_SIDE_BASE], node->places[side]) ||
         has_own_change (node->at[QTR_SIDE_BASE], node->at[side]);
}

/* --- Where it goes --- */

static void
choose_place (QtrMergeNode *node)
{
  QtrMergePlace base = node->places[QTR_SIDE_BASE];
  QtrMergePlace ours = node->places[QTR_SIDE_OURS];
  QtrMergePlace theirs = node->places[QTR_SIDE_THEIRS];

  node->place = ours;
  if (node->at[QTR_SIDE_OURS] == NULL) {
    node->place = theirs;
  } else if (node->at[QTR_SIDE_THEIRS] != NULL && !qtr_merge_place_equal (ours, theirs)) {
    if (node->at[QTR_SIDE_BASE] != NULL && qtr_merge_place_equal (base, ours))
      node->place = theirs;
    else
      node->is_torn = node->at[QTR_SIDE_BASE] == NULL || !qtr_merge_place_equal (base, theirs);
  }
}

/* --- What stays --- */

static void
keep (Decision *decision, QtrMergeNode *node)
{
  if (node->stays)
    return;

  node->stays = TRUE;
  node->is_kept = TRUE;
  g_hash_table_remove (decision->gone, node->id);
  g_queue_push_tail (decision->asked, node);
}

/* What was removed together with its parent comes back together with it. */
static void
keep_below (Decision *decision, const QtrMergeNode *node)
{
  const QtrRecord *record = node->at[get_keeper (node)];

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++) {
      QtrMergeNode *child = qtr_alignment_find (decision->alignment, qtr_list_get (list, j));

      if (child != NULL && !child->stays && child->place.parent == node)
        keep (decision, child);
    }
  }
}

static gboolean
has_token (const QtrAlignment *alignment, const QtrRecord *record, const QtrField *field, const char *token)
{
  QtrValue value = qtr_record_get (record, field);

  if (field->kind == QTR_FIELD_TOKEN)
    return g_strcmp0 (qtr_alignment_translate (alignment, value.string), token) == 0;
  for (guint i = 0; i < qtr_tokens_length (value.tokens); i++)
    if (g_str_equal (qtr_alignment_translate (alignment, value.tokens->at[i]), token))
      return TRUE;

  return FALSE;
}

/* One side removed what this token names. It is held if the token is news to that side: if that side has the
 * token itself, or gave it up, it knew what it did. */
static void
hold_token (Decision *decision, const QtrMergeNode *node, QtrSide side, const QtrField *field,
            const char *token)
{
  const char *id = qtr_alignment_translate (decision->alignment, token);
  QtrMergeNode *named = id == NULL ? NULL : g_hash_table_lookup (decision->gone, id);
  const QtrRecord *base = node->at[QTR_SIDE_BASE];
  const QtrRecord *there = node->at[get_other (side)];

  if (named == NULL || named->at[side] == NULL)
    return;
  if (there != NULL && (has_token (decision->alignment, there, field, id) ||
                        (base != NULL && has_token (decision->alignment, base, field, id))))
    return;
  keep (decision, named);
}

static void
hold_tokens (Decision *decision, const QtrMergeNode *node, QtrSide side)
{
  const QtrRecord *record = node->at[side];

  for (guint i = 0; record != NULL && i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    QtrValue value = qtr_record_get (record, field);

    if (field->kind == QTR_FIELD_TOKEN)
      hold_token (decision, node, side, field, value.string);
    for (guint j = 0; field->kind == QTR_FIELD_TOKENS && j < qtr_tokens_length (value.tokens); j++)
      hold_token (decision, node, side, field, value.tokens->at[j]);
  }
}

static void
ask_what_it_needs (Decision *decision, QtrMergeNode *node)
{
  if (node->place.parent != NULL)
    keep (decision, node->place.parent);
  if (node->is_kept)
    keep_below (decision, node);
  if (node->is_frozen || g_hash_table_size (decision->gone) == 0)
    return;
  hold_tokens (decision, node, QTR_SIDE_OURS);
  hold_tokens (decision, node, QTR_SIDE_THEIRS);
}

static void
settle (Decision *decision)
{
  QtrMergeNode *node = NULL;

  while ((node = g_queue_pop_head (decision->asked)) != NULL)
    ask_what_it_needs (decision, node);
}

static void
decide (Decision *decision, QtrMergeNode *node)
{
  gboolean ours = node->at[QTR_SIDE_OURS] != NULL;
  gboolean theirs = node->at[QTR_SIDE_THEIRS] != NULL;

  if (node->at[QTR_SIDE_BASE] == NULL || (ours && theirs))
    node->stays = TRUE;
  else if (ours || theirs)
    node->stays = node->is_kept = was_worked_on (node, get_keeper (node));
  if (node->stays)
    g_queue_push_tail (decision->asked, node);
  else if (ours || theirs)
    g_hash_table_insert (decision->gone, (gpointer) node->id, node);
}

/* --- Circles and depths --- */

static gboolean
was_moved (const QtrMergeNode *node)
{
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    if (node->at[side] != NULL && !qtr_merge_place_equal (node->places[side], node->place))
      return TRUE;

  return FALSE;
}

/* How many records are above; more than there are, if the way goes round in a circle. */
static guint
count_above (const QtrAlignment *self, const QtrMergeNode *node)
{
  guint depth = 0;

  while (node->place.parent != NULL && depth <= self->nodes->len) {
    node = node->place.parent;
    depth++;
  }

  return depth;
}

static guint
measure_height (const QtrRecord *record)
{
  guint height = 0;

  for (guint i = 0; record != NULL && i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++) {
      guint below = measure_height (qtr_list_get (list, j));

      height = MAX (height, 1 + below);
    }
  }

  return height;
}

/* Neither side's own tree is too deep. */
static gboolean
is_too_deep (const QtrAlignment *self, const QtrMergeNode *node, guint depth)
{
  guint ours = measure_height (node->at[QTR_SIDE_OURS]);
  guint theirs = measure_height (node->at[QTR_SIDE_THEIRS]);
  guint height = depth + MAX (ours, theirs);

  return height > DEPTH_MAX && height > measure_height (self->root->at[QTR_SIDE_OURS]) &&
         height > measure_height (self->root->at[QTR_SIDE_THEIRS]);
}

static gboolean
put_back (QtrMergeNode *node, QtrSide from, QtrSide to)
{
  if (node->is_bound || node->at[from] == NULL || node->at[to] == NULL ||
      qtr_merge_place_equal (node->places[from], node->places[to]) ||
      !qtr_merge_place_equal (node->place, node->places[from]))
    return FALSE;

  node->place = node->places[to];
  node->is_torn = TRUE;
  node->is_bound = TRUE;
  return TRUE;
}

/* Undoes one side's moves on the way up from a node. */
static gboolean
put_back_above (const QtrAlignment *self, QtrMergeNode *node, QtrSide from, QtrSide to)
{
  gboolean changed = FALSE;

  for (guint i = 0; node != NULL && i <= self->nodes->len; i++) {
    QtrMergeNode *parent = node->place.parent;

    changed |= put_back (node, from, to);
    node = parent;
  }

  return changed;
}

static gboolean
straighten_node (const QtrAlignment *self, QtrMergeNode *node)
{
  guint depth = 0;

  if (!node->stays || !was_moved (node))
    return FALSE;
  depth = count_above (self, node);
  if (depth <= self->nodes->len && !is_too_deep (self, node, depth))
    return FALSE;

  return put_back_above (self, node, QTR_SIDE_THEIRS, QTR_SIDE_OURS) ||
         put_back_above (self, node, QTR_SIDE_OURS, QTR_SIDE_THEIRS);
}

/* Theirs gives way where the moves of both would make a circle, or a tree too deep to be written. */
static gboolean
straighten (Decision *decision)
{
  const QtrAlignment *self = decision->alignment;
  gboolean changed = FALSE;

  for (guint i = 0; i < self->nodes->len; i++) {
    QtrMergeNode *node = self->nodes->pdata[i];

    if (straighten_node (self, node)) {
      changed = TRUE;
      /* The records above may be others now, and have to stay. */
      for (guint j = 0; j < self->nodes->len; j++)
        if (((QtrMergeNode *) self->nodes->pdata[j])->stays)
          g_queue_push_tail (decision->asked, self->nodes->pdata[j]);
      settle (decision);
    }
  }

  return changed;
}

void
qtr_alignment_place (QtrAlignment *self)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GQueue) asked = g_queue_new ();
  Decision decision = { self, gone, asked };

  for (guint i = 0; i < self->nodes->len; i++) {
    choose_place (self->nodes->pdata[i]);
    decide (&decision, self->nodes->pdata[i]);
  }
  settle (&decision);
  while (straighten (&decision))
    ;
}
