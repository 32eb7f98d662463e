/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/table-private.h"

/* --- The columns that the mapping names --- */

static gboolean
find_column (const QtrTableContent *table, const char *name, guint *column, GError **error)
{
  int found = qtr_table_find_column (table, name);
  g_autofree char *all = NULL;

  if (found >= 0) {
    *column = (guint) found;
    return TRUE;
  }
  all = g_strjoinv ("”, “", table->headings);
  /* Translators: the name of a column that is looked for, and those that there are. */
  g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("there is no column “%s”; there are “%s”"), name,
               all);
  return FALSE;
}

static GArray *
find_columns (const QtrTableContent *table, const QtrTokens *names, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < qtr_tokens_length (names); i++) {
    guint column = 0;

    if (!find_column (table, names->at[i], &column, error))
      return NULL;
    g_array_append_val (columns, column);
  }
  return g_steal_pointer (&columns);
}

static gboolean
find_all_columns (QtrTableLayout *self, const QtrTableContent *table, GError **error)
{
  const QtrTableMapping *mapping = table->mapping;
  const struct {
    GArray **columns;
    const QtrTokens *names;
  } parts[] = {
    { &self->period, mapping->period },           { &self->area, mapping->area },
    { &self->measure, mapping->measure },         { &self->value, mapping->value },
    { &self->provisional, mapping->provisional }, { &self->sum, mapping->sum },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    *parts[i].columns = find_columns (table, parts[i].names, error);
    if (*parts[i].columns == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_conditions (QtrTableLayout *self, const QtrTableContent *table, GError **error)
{
  self->where = g_array_new (FALSE, FALSE, sizeof (QtrTableCondition));
  for (guint i = 0; i < qtr_list_length (table->mapping->where); i++) {
    const QtrTableFilter *filter = qtr_list_get (table->mapping->where, i);
    QtrTableCondition condition = { .is = filter->is };

    if (!find_column (table, filter->column, &condition.column, error))
      return FALSE;
    g_array_append_val (self->where, condition);
  }
  return TRUE;
}

static gboolean
read_across (QtrTableLayout *self, const QtrTableContent *table, GError **error)
{
  self->across = g_array_new (FALSE, FALSE, sizeof (QtrPeriod));
  for (guint i = 0; table->mapping->across && i < self->value->len; i++) {
    QtrPeriod period;
    const char *heading = table->headings[qtr_table_layout_at (self->value, i)];

    if (!qtr_table_period_read (&self->calendar, heading, &period, NULL, error))
      return FALSE;
    g_array_append_val (self->across, period);
  }
  return TRUE;
}

QtrTableLayout *
qtr_table_layout_new (const QtrTableContent *table, int first_month, GError **error)
{
  static const char *const quarters[] = { "q", "qtr", "quarter", "quarters", NULL };
  g_autoptr (QtrTableLayout) self = g_new0 (QtrTableLayout, 1);

  self->calendar = qtr_table_calendar_new (table->mapping, first_month);
  self->decimal = table->mapping->decimal == NULL ? '.' : *table->mapping->decimal;
  if (!find_all_columns (self, table, error) || !find_conditions (self, table, error) ||
      !read_across (self, table, error))
    return NULL;
  self->part_is_quarter =
      self->period->len > 1 &&
      qtr_table_heading_has (table->headings[qtr_table_layout_at (self->period, 1)], quarters);
  return g_steal_pointer (&self);
}

void
qtr_table_layout_free (QtrTableLayout *self)
{
  GArray *arrays[] = { self->period,      self->area, self->measure, self->value,
                       self->provisional, self->sum,  self->where,   self->across };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (&arrays[i], g_array_unref);
  g_free (self);
}

char *
qtr_table_layout_join_period (const QtrTableLayout *self, const char *year, const char *part)
{
  gboolean is_number = *part != '\0' && strspn (part, "0123456789") == strlen (part);
  gboolean is_month = g_ascii_isalpha (*part) && !g_ascii_isdigit (part[strlen (part) - 1]);

  if (is_month)
    return strchr (year, '/') != NULL || strchr (year, '-') != NULL ? g_strconcat (year, " ", part, NULL)
                                                                    : g_strconcat (part, " ", year, NULL);
  if (is_number)
    return g_strconcat (year, self->part_is_quarter ? " q" : " m", part, NULL);
  return g_strconcat (year, " ", part, NULL);
}
