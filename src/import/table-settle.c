/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/rational.h"
#include "import/table-private.h"

/* Entries of one measure, area and period that stand in a row, and where the next ones begin. */
typedef struct {
  QtrTableContent *table;
  GArray *settled;
  gboolean sums;
} Settling;

/* Areas in the order in which a measure holds them. */
static guint *
rank_areas (const QtrTableContent *table)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);
  guint *by_index = g_new (guint, table->areas->len);

  for (guint i = 0; i < table->areas->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (table->areas, i));
  g_ptr_array_sort_values (sorted, (GCompareFunc) strcmp);
  for (guint i = 0; i < sorted->len; i++)
    g_hash_table_insert (ranks, g_ptr_array_index (sorted, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < table->areas->len; i++)
    by_index[i] = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, g_ptr_array_index (table->areas, i)));
  return by_index;
}

#define ORDER(a, b) \
  if ((a) != (b)) \
  return (a) < (b) ? -1 : 1

static int
compare_places (const QtrTableEntry *a, const QtrTableEntry *b, const guint *ranks)
{
  ORDER (a->measure, b->measure);
  ORDER (a->period.start, b->period.start);
  ORDER (b->period.unit, a->period.unit);
  ORDER (ranks[a->area], ranks[b->area]);
  return 0;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer ranks)
{
  const QtrTableEntry *one = a;
  const QtrTableEntry *other = b;
  int order = compare_places (one, other, ranks);

  if (order != 0)
    return order;
  ORDER (one->part, other->part);
  ORDER (one->line, other->line);
  ORDER (one->column, other->column);
  return 0;
}

static gboolean
is_gap (const QtrTableEntry *entry)
{
  return !qtr_decimal_is_set (entry->value);
}

static gboolean
says_same (const QtrTableEntry *a, const QtrTableEntry *b)
{
  return qtr_decimal_equal (a->value, b->value) && a->provisional == b->provisional;
}

static void
tell_contradiction (Settling *settling, const QtrTableEntry *entry, const QtrTableEntry *other)
{
  QtrTableAccount *account = &settling->table->account;
  g_autofree char *value = qtr_decimal_to_string (entry->value);
  guint line = other->line;

  account->faults++;
  if (is_gap (entry))
    account->gaps--;
  else
    account->values--;
  qtr_table_add_remark (settling->table->faults, entry->line, entry->column + 1, value,
                        g_strdup_printf (_ ("line %u speaks of the same measure, area and period"), line));
}

static QtrDecimal
add (QtrDecimal a, QtrDecimal b)
{
  QtrRational sum = qtr_rational_add (qtr_rational_from_decimal (a), qtr_rational_from_decimal (b));

  return qtr_rational_round (sum, MAX (a.scale, b.scale));
}

/* A sum of which a part is not known is not known either. */
static void
take_sum (Settling *settling, const QtrTableEntry *entries, guint n_entries)
{
  QtrTableEntry sum = entries[0];

  sum.part = 0;
  for (guint i = 1; i < n_entries; i++) {
    if (sum.mark == 0 || is_gap (&entries[i]))
      sum.mark = entries[i].mark;
    sum.provisional = sum.provisional || entries[i].provisional;
    sum.value = is_gap (&sum) || is_gap (&entries[i]) ? QTR_DECIMAL_NONE : add (sum.value, entries[i].value);
  }
  sum.provisional = sum.provisional && !is_gap (&sum);
  if (is_gap (&sum) && sum.mark == 0)
    settling->table->account.unknown_sums++;
  else
    g_array_append_val (settling->settled, sum);
}

/* Of a part that is said twice it cannot be told which one counts, so there is no sum. */
static gboolean
has_parts_twice (const QtrTableEntry *entries, guint n_entries)
{
  for (guint i = 1; i < n_entries; i++) {
    if (entries[i].part == entries[i - 1].part)
      return TRUE;
  }
  return FALSE;
}

static void
refuse_all (Settling *settling, const QtrTableEntry *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++) {
    /* An empty cell or one at fault is in the account already. */
    if (!is_gap (&entries[i]) || entries[i].mark != 0)
      tell_contradiction (settling, &entries[i], &entries[i == 0 ? 1 : 0]);
  }
}

static void
settle_group (Settling *settling, const QtrTableEntry *entries, guint n_entries)
{
  gboolean agree = TRUE;

  for (guint i = 1; i < n_entries; i++)
    agree = agree && says_same (&entries[0], &entries[i]);
  if (settling->sums && n_entries > 1 && has_parts_twice (entries, n_entries)) {
    refuse_all (settling, entries, n_entries);
  } else if (settling->sums) {
    take_sum (settling, entries, n_entries);
  } else if (agree) {
    settling->table->account.again += n_entries - 1;
    g_array_append_val (settling->settled, entries[0]);
  } else {
    refuse_all (settling, entries, n_entries);
  }
}

void
qtr_table_settle (QtrTableContent *table, const QtrTableLayout *layout)
{
  g_autofree guint *ranks = rank_areas (table);
  Settling settling = { table, g_array_new (FALSE, FALSE, sizeof (QtrTableEntry)), layout->sum->len > 0 };
  const QtrTableEntry *entries = NULL;

  g_array_sort_with_data (table->entries, compare_entries, ranks);
  entries = (const QtrTableEntry *) (gpointer) table->entries->data;
  for (guint begin = 0, end = 0; begin < table->entries->len; begin = end) {
    for (end = begin + 1; end < table->entries->len; end++) {
      if (compare_places (&entries[begin], &entries[end], ranks) != 0)
        break;
    }
    settle_group (&settling, entries + begin, end - begin);
  }
  g_array_unref (table->entries);
  table->entries = settling.settled;
}
