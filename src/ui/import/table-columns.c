/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/import/table-columns.h"

#include <glib/gi18n-lib.h>

/* What a column can be for, in the order of the choice; the first is nothing. */
static const struct {
  const char *field;
  const char *title;
} USES[] = {
  { NULL, N_ ("Not Used") },     { "period", N_ ("Period") }, { "area", N_ ("Area") },
  { "measure", N_ ("Measure") }, { "value", N_ ("Values") },  { "provisional", N_ ("Provisional or Final") },
  { "sum", N_ ("Summed Over") },
};
#define USE_PERIOD 1

struct _QtrTableColumns {
  GObject parent_instance;

  /* Borrowed. */
  AdwPreferencesGroup *group;
  /* (element-type AdwComboRow): owned by the group */
  GPtrArray *rows;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (QtrTableColumns, qtr_table_columns, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- From the mapping and to it --- */

static const QtrTokens *
get_columns (const QtrTableMapping *mapping, guint use)
{
  const QtrField *field = qtr_record_type_find_field (&qtr_table_mapping_type, USES[use].field);

  return qtr_record_get (mapping, field).tokens;
}

/* A heading that occurs twice does not tell, nor does none. */
static char *
name_column (const QtrTableContent *table, guint column)
{
  for (guint i = 0; i < column; i++) {
    if (g_ascii_strcasecmp (table->headings[i], table->headings[column]) == 0)
      return g_strdup_printf ("#%u", column + 1);
  }
  return g_strdup (table->headings[column]);
}

static guint
find_use (const QtrTableContent *table, guint column)
{
  g_autofree char *name = name_column (table, column);
  g_autofree char *place = g_strdup_printf ("#%u", column + 1);

  for (guint use = 1; use < G_N_ELEMENTS (USES); use++) {
    const QtrTokens *names = get_columns (table->mapping, use);

    for (guint i = 0; i < qtr_tokens_length (names); i++) {
      if (g_ascii_strcasecmp (names->at[i], name) == 0 || g_str_equal (names->at[i], place))
        return use;
    }
  }
  return 0;
}

static QtrTokens *
list_columns (QtrTableColumns *self, const QtrTableContent *table, guint use)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rows->len; i++) {
    if (adw_combo_row_get_selected (g_ptr_array_index (self->rows, i)) == use)
      g_ptr_array_add (names, name_column (table, i));
  }
  return qtr_tokens_new ((const char *const *) names->pdata, names->len);
}

QtrTableMapping *
qtr_table_columns_make_mapping (QtrTableColumns *self, const QtrTableContent *table)
{
  QtrTableMapping *mapping = qtr_record_ref (table->mapping);

  for (guint use = 1; use < G_N_ELEMENTS (USES); use++) {
    g_autoptr (QtrTokens) names = list_columns (self, table, use);
    QtrTableMapping *said = qtr_record_with (mapping, USES[use].field, names, NULL);

    qtr_record_unref (mapping);
    mapping = said;
  }
  return mapping;
}

/* --- The rows --- */

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, QtrTableColumns *self)
{
  guint before = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "use"));
  guint use = adw_combo_row_get_selected (row);

  g_assert (QTR_IS_TABLE_COLUMNS (self));

  g_object_set_data (G_OBJECT (row), "use", GUINT_TO_POINTER (use));
  if (!self->is_showing && use != before)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, use == USE_PERIOD);
}

static const char *
find_example (const QtrTableContent *table, guint column)
{
  for (guint i = 0; i < table->sample->len; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (table->sample, i);

    if ((int) row->line > table->mapping->heading && column < row->n_cells && *row->cells[column] != '\0')
      return row->cells[column];
  }
  return "";
}

static GtkWidget *
make_row (QtrTableColumns *self, const QtrTableContent *table, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) uses = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (USES); i++)
    gtk_string_list_append (uses, _ (USES[i].title));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), table->headings[column]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), find_example (table, column));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (uses));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  return row;
}

static void
make_rows (QtrTableColumns *self, const QtrTableContent *table)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < table->n_columns; i++) {
    GtkWidget *row = make_row (self, table, i);

    adw_preferences_group_add (self->group, row);
    g_ptr_array_add (self->rows, row);
  }
}

void
qtr_table_columns_show (QtrTableColumns *self, const QtrTableContent *table)
{
  self->is_showing = TRUE;
  if (self->rows->len != table->n_columns)
    make_rows (self, table);
  for (guint i = 0; i < self->rows->len; i++)
    adw_combo_row_set_selected (g_ptr_array_index (self->rows, i), find_use (table, i));
  self->is_showing = FALSE;
}

/* --- The class --- */

static void
qtr_table_columns_finalize (GObject *object)
{
  g_ptr_array_unref (QTR_TABLE_COLUMNS (object)->rows);

  G_OBJECT_CLASS (qtr_table_columns_parent_class)->finalize (object);
}

static void
qtr_table_columns_class_init (QtrTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qtr_table_columns_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QTR_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
qtr_table_columns_init (QtrTableColumns *self)
{
  self->rows = g_ptr_array_new ();
}

QtrTableColumns *
qtr_table_columns_new (AdwPreferencesGroup *group)
{
  QtrTableColumns *self = g_object_new (QTR_TYPE_TABLE_COLUMNS, NULL);

  self->group = group;
  return self;
}
