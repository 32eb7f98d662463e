/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/memo.h"

#include "check/finding-private.h"

struct _QtrMemo {
  GHashTable *entries;
  guint64 evaluations;
  guint run;
};

/* One of the functions is set; so then is its answer. */
typedef struct {
  QtrCheckFunc check;
  QtrSummariseFunc summarise;
  QtrInputs inputs;
  GArray *remarks;
  GVariant *summary;
  guint run;
} Entry;

static guint
mix (guint hash, guint with)
{
  return hash * 31 + with;
}

/* The plan and the front matter are the same for all, and the summaries follow from the record nearly always.
 */
static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;
  guint hash = g_direct_hash (entry->inputs.record);

  hash = mix (hash, g_direct_hash ((gconstpointer) entry->check));
  hash = mix (hash, g_direct_hash ((gconstpointer) entry->summarise));
  for (guint i = 0; i < qtr_list_length (entry->inputs.companions); i++)
    hash = mix (hash, g_direct_hash (qtr_list_get (entry->inputs.companions, i)));
  return mix (hash, (guint) entry->inputs.quarter.start);
}

static gboolean
have_same_summaries (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i] && !g_variant_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/* Periods are also the same only if they are counted in the same year: they are printed. */
static gboolean
are_same_period (QtrPeriod a, QtrPeriod b)
{
  return a.start == b.start && a.unit == b.unit && a.first_month == b.first_month;
}

static gboolean
equal_entries (gconstpointer left, gconstpointer right)
{
  const Entry *a = left;
  const Entry *b = right;

  return a->check == b->check && a->summarise == b->summarise && a->inputs.record == b->inputs.record &&
         a->inputs.plan == b->inputs.plan && a->inputs.front == b->inputs.front &&
         a->inputs.style == b->inputs.style && a->inputs.known == b->inputs.known &&
         are_same_period (a->inputs.quarter, b->inputs.quarter) &&
         a->inputs.n_earlier == b->inputs.n_earlier &&
         qtr_list_is_same (a->inputs.companions, b->inputs.companions) &&
         have_same_summaries (a->inputs.quarter_before, b->inputs.quarter_before) &&
         have_same_summaries (a->inputs.year_before, b->inputs.year_before) &&
         have_same_summaries (a->inputs.summaries, b->inputs.summaries);
}

static gpointer
hold (gconstpointer record)
{
  return record == NULL ? NULL : qtr_record_ref (record);
}

static GPtrArray *
hold_summaries (GPtrArray *summaries)
{
  return summaries == NULL ? NULL : g_ptr_array_ref (summaries);
}

static Entry *
keep_entry (const Entry *key)
{
  Entry *entry = g_new (Entry, 1);

  *entry = *key;
  entry->inputs.record = hold (key->inputs.record);
  entry->inputs.plan = hold (key->inputs.plan);
  entry->inputs.front = hold (key->inputs.front);
  entry->inputs.style = hold (key->inputs.style);
  entry->inputs.companions = qtr_list_ref (key->inputs.companions);
  entry->inputs.known = hold (key->inputs.known);
  entry->inputs.quarter_before = hold_summaries (key->inputs.quarter_before);
  entry->inputs.year_before = hold_summaries (key->inputs.year_before);
  entry->inputs.summaries = hold_summaries (key->inputs.summaries);
  return entry;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  qtr_record_unref (entry->inputs.record);
  qtr_record_unref (entry->inputs.plan);
  qtr_record_unref (entry->inputs.front);
  qtr_record_unref (entry->inputs.style);
  qtr_list_unref (entry->inputs.companions);
  qtr_record_unref (entry->inputs.known);
  g_clear_pointer (&entry->inputs.quarter_before, g_ptr_array_unref);
  g_clear_pointer (&entry->inputs.year_before, g_ptr_array_unref);
  g_clear_pointer (&entry->inputs.summaries, g_ptr_array_unref);
  g_clear_pointer (&entry->remarks, g_array_unref);
  g_clear_pointer (&entry->summary, g_variant_unref);
  g_free (entry);
}

QtrMemo *
qtr_memo_new (void)
{
  QtrMemo *self = g_new0 (QtrMemo, 1);

  self->entries = g_hash_table_new_full (hash_entry, equal_entries, free_entry, NULL);
  return self;
}

void
qtr_memo_free (QtrMemo *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
evaluate (Entry *entry)
{
  if (entry->check != NULL) {
    entry->remarks = qtr_remarks_new ();
    entry->check (&entry->inputs, entry->remarks);
  } else {
    entry->summary = g_variant_take_ref (entry->summarise (&entry->inputs));
  }
}

static const Entry *
ask (QtrMemo *self, const Entry *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL) {
    entry = keep_entry (key);
    evaluate (entry);
    self->evaluations++;
    g_hash_table_add (self->entries, entry);
  }
  entry->run = self->run;
  return entry;
}

GArray *
qtr_memo_check (QtrMemo *self, QtrCheckFunc check, const QtrInputs *inputs)
{
  return ask (self, &(Entry) { .check = check, .inputs = *inputs })->remarks;
}

GVariant *
qtr_memo_summarise (QtrMemo *self, QtrSummariseFunc summarise, const QtrInputs *inputs)
{
  return ask (self, &(Entry) { .summarise = summarise, .inputs = *inputs })->summary;
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  return ((const Entry *) key)->run != ((const QtrMemo *) data)->run;
}

void
qtr_memo_forget_unused (QtrMemo *self)
{
  g_hash_table_foreach_remove (self->entries, is_unused, self);
  self->run++;
}

guint64
qtr_memo_get_evaluations (const QtrMemo *self)
{
  return self->evaluations;
}

guint
qtr_memo_get_size (const QtrMemo *self)
{
  return g_hash_table_size (self->entries);
}
