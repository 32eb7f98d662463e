/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/fields.h"

#include <string.h>

#include "merge/extra.h"
#include "merge/order.h"
#include "merge/wording.h"
#include "model/field-text.h"

void
qtr_field_merge_init (QtrFieldMerge *self, const QtrAlignment *alignment)
{
  self->alignment = alignment;
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_tokens_unref);
}

void
qtr_field_merge_clear (QtrFieldMerge *self)
{
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->tokens);
}

static const char *
own_text (QtrFieldMerge *self, char *text)
{
  if (text != NULL)
    g_ptr_array_add (self->texts, text);
  return text;
}

static const QtrTokens *
own_tokens (QtrFieldMerge *self, QtrTokens *tokens)
{
  g_ptr_array_add (self->tokens, tokens);
  return tokens;
}

void
qtr_field_merge_note (QtrFieldMerge *self, const QtrMergeNode *node, const char *field, QtrConflictKind kind,
                      const char *base, const char *ours, const char *theirs)
{
  g_ptr_array_add (self->conflicts, qtr_conflict_new (node->id, field, kind, base, ours, theirs));
}

/* --- Ids that gave way --- */

static const QtrTokens *
translate_tokens (QtrFieldMerge *self, const QtrTokens *tokens)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean changed = FALSE;

  for (guint i = 0; i < qtr_tokens_length (tokens); i++) {
    const char *text = qtr_alignment_translate (self->alignment, tokens->at[i]);

    changed |= text != tokens->at[i];
    g_ptr_array_add (texts, (gpointer) text);
  }

  return changed ? own_tokens (self, qtr_tokens_new ((const char *const *) texts->pdata, texts->len))
                 : tokens;
}

static QtrValue
get_value (QtrFieldMerge *self, const QtrMergeNode *node, QtrSide side, const QtrField *field)
{
  QtrValue value = { 0 };

  if (node->at[side] == NULL)
    return qtr_field_fallback (field);

  value = qtr_record_get (node->at[side], field);
  if (field->kind == QTR_FIELD_TOKEN)
    value.string = qtr_alignment_translate (self->alignment, value.string);
  else if (field->kind == QTR_FIELD_TOKENS && g_hash_table_size (self->alignment->ids) > 0)
    value.tokens = translate_tokens (self, value.tokens);
  return value;
}

/* --- Texts in order --- */

/* The texts with a count after each, which tells one that stands twice apart, and no text is empty so. */
static GPtrArray *
name_tokens (const QtrTokens *tokens)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < qtr_tokens_length (tokens); i++) {
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, tokens->at[i]));

    g_hash_table_insert (counts, (gpointer) tokens->at[i], GUINT_TO_POINTER (count + 1));
    g_ptr_array_add (names, g_strdup_printf ("%s\x1f%u", tokens->at[i], count));
  }

  return names;
}

static GHashTable *
collect_names (GPtrArray *names)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (set, names->pdata[i]);
  return set;
}

/* Those that neither side removed: in both sides, or new in one. */
static GPtrArray *
filter_names (GPtrArray *names, GHashTable *sets[QTR_N_SIDES])
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    gboolean ours = g_hash_table_contains (sets[QTR_SIDE_OURS], name);
    gboolean theirs = g_hash_table_contains (sets[QTR_SIDE_THEIRS], name);

    if ((ours && theirs) || (!g_hash_table_contains (sets[QTR_SIDE_BASE], name) && (ours || theirs)))
      g_ptr_array_add (left, (gpointer) name);
  }

  return left;
}

/* Names as name_tokens() or a table of members makes them, of the base, ours and theirs. */
static GPtrArray *
merge_names (GPtrArray *names[QTR_N_SIDES])
{
  GHashTable *sets[QTR_N_SIDES];
  g_autoptr (GPtrArray) base = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  GPtrArray *merged = NULL;

  for (guint i = 0; i < QTR_N_SIDES; i++)
    sets[i] = collect_names (names[i]);
  base = filter_names (names[QTR_SIDE_BASE], sets);
  ours = filter_names (names[QTR_SIDE_OURS], sets);
  theirs = filter_names (names[QTR_SIDE_THEIRS], sets);
  merged = qtr_order_merge (base, ours, theirs);
  for (guint i = 0; i < QTR_N_SIDES; i++)
    g_hash_table_unref (sets[i]);
  return merged;
}

static const QtrTokens *
merge_tokens (QtrFieldMerge *self, const QtrValue values[QTR_N_SIDES])
{
  GPtrArray *names[QTR_N_SIDES];
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < QTR_N_SIDES; i++)
    names[i] = name_tokens (values[i].tokens);
  merged = merge_names (names);
  for (guint i = 0; i < merged->len; i++) {
    const char *name = merged->pdata[i];

    g_ptr_array_add (texts, g_strndup (name, (gsize) (strrchr (name, '\x1f') - name)));
  }
  for (guint i = 0; i < QTR_N_SIDES; i++)
    g_ptr_array_unref (names[i]);
  return own_tokens (self, qtr_tokens_new ((const char *const *) texts->pdata, texts->len));
}

/* --- One field --- */

static void
note_value (QtrFieldMerge *self, const QtrMergeNode *node, const QtrField *field,
            const QtrValue values[QTR_N_SIDES])
{
  g_autofree char *base = qtr_field_to_text (field, values[QTR_SIDE_BASE]);
  g_autofree char *ours = qtr_field_to_text (field, values[QTR_SIDE_OURS]);
  g_autofree char *theirs = qtr_field_to_text (field, values[QTR_SIDE_THEIRS]);

  qtr_field_merge_note (self, node, field->name, QTR_CONFLICT_VALUE, base, ours, theirs);
}

/* Both changed it, each in its own way. A text that has to be of one form is no prose: it is not put together
 * out of two. */
static QtrValue
merge_changed (QtrFieldMerge *self, const QtrMergeNode *node, const QtrField *field,
               const QtrValue values[QTR_N_SIDES])
{
  if (field->kind == QTR_FIELD_TOKENS)
    return (QtrValue) { .tokens = merge_tokens (self, values) };
  if (field->kind == QTR_FIELD_TEXT && field->check == NULL) {
    char *text = qtr_wording_merge (values[QTR_SIDE_BASE].string, values[QTR_SIDE_OURS].string,
                                    values[QTR_SIDE_THEIRS].string);

    if (text != NULL)
      return (QtrValue) { .string = own_text (self, text) };
  }

  note_value (self, node, field, values);
  return values[QTR_SIDE_OURS];
}

static QtrValue
merge_field (QtrFieldMerge *self, const QtrMergeNode *node, const QtrField *field)
{
  QtrValue values[QTR_N_SIDES];

  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    values[side] = get_value (self, node, side, field);
  if (node->at[QTR_SIDE_THEIRS] == NULL ||
      (node->at[QTR_SIDE_OURS] != NULL &&
       (qtr_field_equal (field, values[QTR_SIDE_OURS], values[QTR_SIDE_THEIRS]) ||
        qtr_field_equal (field, values[QTR_SIDE_BASE], values[QTR_SIDE_THEIRS]))))
    return values[QTR_SIDE_OURS];
  if (node->at[QTR_SIDE_OURS] == NULL ||
      qtr_field_equal (field, values[QTR_SIDE_BASE], values[QTR_SIDE_OURS]))
    return values[QTR_SIDE_THEIRS];

  return merge_changed (self, node, field, values);
}

/* --- Members that no table knows --- */

static const char *
get_extra (const QtrMergeNode *node, QtrSide side)
{
  return node->at[side] == NULL ? NULL : node->at[side]->extra;
}

static GPtrArray *
merge_member_names (const QtrExtra members[QTR_N_SIDES])
{
  GPtrArray *names[QTR_N_SIDES];
  GPtrArray *merged = NULL;

  for (guint i = 0; i < QTR_N_SIDES; i++)
    names[i] = qtr_extra_list_names (&members[i]);
  merged = merge_names (names);
  for (guint i = 0; i < QTR_N_SIDES; i++)
    g_ptr_array_unref (names[i]);
  return merged;
}

/* The merged value of a member; %NULL if it is to go. */
static const char *
merge_member (QtrFieldMerge *self, const QtrMergeNode *node, const char *name,
              const QtrExtra members[QTR_N_SIDES])
{
  const char *base = qtr_extra_get (&members[QTR_SIDE_BASE], name);
  const char *ours = qtr_extra_get (&members[QTR_SIDE_OURS], name);
  const char *theirs = qtr_extra_get (&members[QTR_SIDE_THEIRS], name);

  if (g_strcmp0 (ours, theirs) == 0 || g_strcmp0 (base, theirs) == 0)
    return ours;
  if (g_strcmp0 (base, ours) == 0)
    return theirs;

  qtr_field_merge_note (self, node, name, QTR_CONFLICT_VALUE, base, ours, theirs);
  return ours != NULL ? ours : theirs;
}

/* What one side removed and the other changed is in question, and stands meanwhile: it joins the end. */
static void
add_disputed_names (GPtrArray *names, const QtrExtra members[QTR_N_SIDES])
{
  g_autoptr (GPtrArray) before = qtr_extra_list_names (&members[QTR_SIDE_BASE]);

  for (guint i = 0; i < before->len; i++) {
    const char *name = before->pdata[i];
    const char *ours = qtr_extra_get (&members[QTR_SIDE_OURS], name);
    const char *theirs = qtr_extra_get (&members[QTR_SIDE_THEIRS], name);
    const char *left = ours != NULL ? ours : theirs;

    if ((ours == NULL) != (theirs == NULL) &&
        g_strcmp0 (left, qtr_extra_get (&members[QTR_SIDE_BASE], name)) != 0)
      g_ptr_array_add (names, (gpointer) name);
  }
}

static const char *
merge_members (QtrFieldMerge *self, const QtrMergeNode *node)
{
  QtrExtra members[QTR_N_SIDES];
  QtrExtra merged = { 0 };
  g_autoptr (GPtrArray) names = NULL;
  const char *text = NULL;

  qtr_extra_init (&merged, NULL);
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    qtr_extra_init (&members[side], get_extra (node, side));
  names = merge_member_names (members);
  add_disputed_names (names, members);
  for (guint i = 0; i < names->len; i++)
    qtr_extra_set (&merged, names->pdata[i], merge_member (self, node, names->pdata[i], members));
  text = own_text (self, qtr_extra_to_string (&merged));
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    qtr_extra_clear (&members[side]);
  qtr_extra_clear (&merged);
  return text;
}

static const char *
merge_extra (QtrFieldMerge *self, const QtrMergeNode *node)
{
  const char *base = get_extra (node, QTR_SIDE_BASE);
  const char *ours = get_extra (node, QTR_SIDE_OURS);
  const char *theirs = get_extra (node, QTR_SIDE_THEIRS);

  if (node->at[QTR_SIDE_OURS] == NULL || (node->at[QTR_SIDE_THEIRS] != NULL && g_strcmp0 (base, ours) == 0))
    return theirs;
  if (node->at[QTR_SIDE_THEIRS] == NULL || g_strcmp0 (base, theirs) == 0 || g_strcmp0 (ours, theirs) == 0)
    return ours;

  return merge_members (self, node);
}

const char *
qtr_field_merge_record (QtrFieldMerge *self, const QtrMergeNode *node, QtrValue *values)
{
  const QtrRecord *record =
      node->at[QTR_SIDE_OURS] != NULL ? node->at[QTR_SIDE_OURS] : node->at[QTR_SIDE_THEIRS];

  for (guint i = 0; i < record->type->n_fields; i++)
    if (record->type->fields[i].kind != QTR_FIELD_LIST)
      values[i] = merge_field (self, node, &record->type->fields[i]);
  return merge_extra (self, node);
}
