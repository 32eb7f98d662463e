/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/line.h"
#include "import/table-cell.h"
#include "import/table-private.h"

/* Texts that occur again and again, each once, with its index. */
typedef struct {
  GHashTable *indices;
  GPtrArray *texts;
} Names;

/* A period's words, read once. */
typedef struct {
  QtrPeriod period;
  gboolean provisional;
  char *reason;
} Reading;

struct _QtrTableRows {
  /* Borrowed. */
  QtrTableContent *table;
  const QtrTableLayout *layout;

  /* Owned. */
  Names measures;
  Names areas;
  Names marks;
  Names parts;
  GPtrArray *part_texts;
  /* (element-type utf8 Reading) */
  GHashTable *periods;
  GString *scratch;
  /* The first column that nobody knows. */
  guint surplus;
  /* Where rows that leave them out take area and measure from. */
  char *last_area;
  char *last_measure;
};

/* What a row says besides its values. */
typedef struct {
  const Reading *reading;
  guint area;
  guint part;
  gboolean provisional;
} Place;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_free (reading->reason);
  g_free (reading);
}

static char *
fold_name (const char *text)
{
  g_autofree char *collapsed = qtr_line_collapse (text);

  return g_utf8_casefold (collapsed, -1);
}

/* Texts that differ in their spaces and capitals only are one, in the spelling that came first. */
static guint
names_get (Names *names, const char *text)
{
  gpointer index = NULL;
  g_autofree char *folded = NULL;

  if (g_hash_table_lookup_extended (names->indices, text, NULL, &index))
    return GPOINTER_TO_UINT (index);
  folded = fold_name (text);
  if (!g_hash_table_lookup_extended (names->indices, folded, NULL, &index)) {
    index = GUINT_TO_POINTER (names->texts->len);
    g_ptr_array_add (names->texts, qtr_line_collapse (text));
    g_hash_table_insert (names->indices, g_strdup (folded), index);
  }
  if (!g_str_equal (text, folded))
    g_hash_table_insert (names->indices, g_strdup (text), index);
  return GPOINTER_TO_UINT (index);
}

static void
names_init (Names *names, GPtrArray *texts)
{
  names->texts = texts;
  names->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < texts->len; i++)
    g_hash_table_insert (names->indices, g_strdup (g_ptr_array_index (texts, i)), GUINT_TO_POINTER (i));
}

static guint
find_surplus (const QtrTableContent *table, const QtrTableLayout *layout)
{
  GArray *used[] = { layout->period, layout->area,        layout->measure,
                     layout->value,  layout->provisional, layout->sum };
  guint surplus = table->n_headed;

  for (guint i = 0; i < G_N_ELEMENTS (used); i++) {
    for (guint j = 0; j < used[i]->len; j++)
      surplus = MAX (surplus, qtr_table_layout_at (used[i], j) + 1);
  }
  return surplus;
}

QtrTableRows *
qtr_table_rows_new (QtrTableContent *table, const QtrTableLayout *layout)
{
  QtrTableRows *self = g_new0 (QtrTableRows, 1);

  self->table = table;
  self->layout = layout;
  self->part_texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->part_texts, g_strdup (""));
  names_init (&self->measures, table->measures);
  names_init (&self->areas, table->areas);
  names_init (&self->marks, table->marks);
  names_init (&self->parts, self->part_texts);
  self->periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_reading);
  self->scratch = g_string_new (NULL);
  self->surplus = find_surplus (table, layout);
  return self;
}

void
qtr_table_rows_free (QtrTableRows *self)
{
  g_hash_table_unref (self->measures.indices);
  g_hash_table_unref (self->areas.indices);
  g_hash_table_unref (self->marks.indices);
  g_hash_table_unref (self->parts.indices);
  g_ptr_array_unref (self->part_texts);
  g_hash_table_unref (self->periods);
  g_string_free (self->scratch, TRUE);
  g_free (self->last_area);
  g_free (self->last_measure);
  g_free (self);
}

/* --- Cells --- */

static const char *
get_cell (const QtrTableRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

static const char *
get_first (const QtrTableRow *row, GArray *columns)
{
  return columns->len == 0 ? "" : get_cell (row, qtr_table_layout_at (columns, 0));
}

/* The cells of several columns, as one name. */
static const char *
join_cells (QtrTableRows *self, const QtrTableRow *row, GArray *columns)
{
  if (columns->len <= 1)
    return get_first (row, columns);
  g_string_truncate (self->scratch, 0);
  for (guint i = 0; i < columns->len; i++) {
    const char *cell = get_cell (row, qtr_table_layout_at (columns, i));

    if (*cell != '\0' && self->scratch->len > 0)
      g_string_append (self->scratch, " – ");
    g_string_append (self->scratch, cell);
  }
  return self->scratch->str;
}

/* --- What kind of row it is --- */

static gboolean
is_blank (const QtrTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++) {
    if (*row->cells[i] != '\0')
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_heading (const QtrTableContent *table, const QtrTableRow *row)
{
  for (guint i = 0; i < table->n_columns; i++) {
    const char *cell = get_cell (row, i);

    if (*cell == '\0' ? *table->headings[i] != '#' : !g_str_equal (cell, table->headings[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_one_of (const char *cell, const QtrTokens *texts)
{
  for (guint i = 0; i < qtr_tokens_length (texts); i++) {
    if (g_ascii_strcasecmp (cell, texts->at[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_wanted (const QtrTableRows *self, const QtrTableRow *row)
{
  for (guint i = 0; i < self->layout->where->len; i++) {
    const QtrTableCondition *condition = &g_array_index (self->layout->where, QtrTableCondition, i);

    if (!is_one_of (get_cell (row, condition->column), condition->is))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_total (const char *cell)
{
  static const char *const words[] = { "total", "totals", "grand total", "all", "overall", "sum" };

  for (guint i = 0; *cell != '\0' && i < G_N_ELEMENTS (words); i++) {
    if (g_ascii_strcasecmp (cell, words[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_values (const QtrTableRows *self, const QtrTableRow *row)
{
  for (guint i = 0; i < self->layout->value->len; i++) {
    if (*get_cell (row, qtr_table_layout_at (self->layout->value, i)) != '\0')
      return TRUE;
  }
  return FALSE;
}

static gboolean
any_label (const QtrTableRows *self, const QtrTableRow *row,
           gboolean (*is_so) (const char *cell, gconstpointer data), gconstpointer data)
{
  GArray *labels[] = { self->layout->period, self->layout->area, self->layout->measure };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    for (guint j = 0; j < labels[i]->len; j++) {
      if (is_so (get_cell (row, qtr_table_layout_at (labels[i], j)), data))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_skipped_label (const char *cell, gconstpointer data)
{
  return is_one_of (cell, data);
}

static gboolean
is_total_label (const char *cell, gconstpointer data)
{
  return is_total (cell);
}

/* A total over areas may stand for everywhere; one over periods or measures is never a value of its own. */
static gboolean
is_total_row (const QtrTableRows *self, const QtrTableRow *row)
{
  if (self->table->mapping->totals == QTR_TABLE_TOTALS_SKIP)
    return any_label (self, row, is_total_label, NULL);
  return is_total (get_first (row, self->layout->period)) ||
         is_total (get_first (row, self->layout->measure));
}

static const Reading *
read_period (QtrTableRows *self, const QtrTableRow *row)
{
  GArray *columns = self->layout->period;
  g_autofree char *joined = NULL;
  const char *text = get_first (row, columns);
  Reading *reading = NULL;
  g_autoptr (GError) error = NULL;

  if (columns->len > 1) {
    joined =
        qtr_table_layout_join_period (self->layout, text, get_cell (row, qtr_table_layout_at (columns, 1)));
    text = joined;
  }
  reading = g_hash_table_lookup (self->periods, text);
  if (reading != NULL)
    return reading;
  reading = g_new0 (Reading, 1);
  if (*text == '\0')
    reading->reason = g_strdup (_ ("the row has no period"));
  else if (!qtr_table_period_read (&self->layout->calendar, text, &reading->period, &reading->provisional,
                                   &error))
    reading->reason = g_strdup (error->message);
  g_hash_table_insert (self->periods, g_strdup (text), reading);
  return reading;
}

static QtrTableRowKind
find_kind (QtrTableRows *self, const QtrTableRow *row)
{
  const QtrTableMapping *mapping = self->table->mapping;
  gboolean across = self->layout->across->len > 0;

  if ((int) row->line == mapping->heading)
    return QTR_TABLE_ROW_HEADING;
  if (is_blank (row))
    return QTR_TABLE_ROW_BLANK;
  if ((int) row->line < mapping->heading)
    return QTR_TABLE_ROW_TITLE;
  if (mapping->heading > 0 && is_heading (self->table, row))
    return QTR_TABLE_ROW_AGAIN;
  if (!has_values (self, row) && (across || read_period (self, row)->reason != NULL))
    return QTR_TABLE_ROW_NOTE;
  if (!is_wanted (self, row))
    return QTR_TABLE_ROW_LEFT_OUT;
  if (any_label (self, row, is_skipped_label, mapping->skip))
    return QTR_TABLE_ROW_SKIPPED;
  return is_total_row (self, row) ? QTR_TABLE_ROW_TOTAL : QTR_TABLE_ROW_READ;
}

/* --- What a row says --- */

static gboolean
fail_row (QtrTableRows *self, const QtrTableRow *row, GArray *columns, const char *reason)
{
  guint column = columns->len == 0 ? 0 : qtr_table_layout_at (columns, 0);

  qtr_table_add_remark (self->table->faults, row->line, columns->len == 0 ? 0 : column + 1,
                        get_cell (row, column), g_strdup (reason));
  return FALSE;
}

/* An empty cell is that of the row above where the mapping says so, as in a table with merged cells. */
static const char *
fill (QtrTableRows *self, const char *text, char **last)
{
  if (!self->table->mapping->fill)
    return text;
  if (*text == '\0')
    return *last == NULL ? "" : *last;
  g_set_str (last, text);
  return text;
}

static gboolean
read_area (QtrTableRows *self, const QtrTableRow *row, Place *place)
{
  const QtrTableMapping *mapping = self->table->mapping;
  const char *area = NULL;

  if (self->layout->area->len == 0) {
    place->area = mapping->in == NULL ? 0 : names_get (&self->areas, mapping->in);
    return TRUE;
  }
  area = fill (self, get_first (row, self->layout->area), &self->last_area);
  if (*area == '\0')
    return fail_row (self, row, self->layout->area, _ ("the row has no area"));
  place->area = is_total (area) ? 0 : names_get (&self->areas, area);
  return TRUE;
}

static gboolean
read_place (QtrTableRows *self, const QtrTableRow *row, Place *place)
{
  if (self->layout->across->len == 0) {
    place->reading = read_period (self, row);
    if (place->reading->reason != NULL)
      return fail_row (self, row, self->layout->period, place->reading->reason);
    place->provisional = place->reading->provisional;
  }
  if (!read_area (self, row, place))
    return FALSE;
  if (self->layout->sum->len > 0)
    place->part = names_get (&self->parts, join_cells (self, row, self->layout->sum));
  place->provisional =
      place->provisional || qtr_table_mark_is_provisional (get_first (row, self->layout->provisional));
  return TRUE;
}

/* The name that a value's measure has in the table: its row's, its column's, or both. */
static const char *
name_measure (QtrTableRows *self, const char *row_name, guint column)
{
  const QtrTableMapping *mapping = self->table->mapping;
  gboolean many = self->layout->value->len > 1 && self->layout->across->len == 0;

  if (self->layout->measure->len > 0 && many) {
    if (row_name != self->scratch->str)
      g_string_assign (self->scratch, row_name);
    g_string_append (self->scratch, " – ");
    g_string_append (self->scratch, self->table->headings[column]);
    return self->scratch->str;
  }
  if (self->layout->measure->len > 0)
    return row_name;
  return many || mapping->name == NULL ? self->table->headings[column] : mapping->name;
}

static void
add_unit (QtrTableRows *self, guint measure, QtrFigureUnit unit)
{
  if (measure >= self->table->units->len)
    g_array_set_size (self->table->units, measure + 1);
  g_array_index (self->table->units, guint, measure) |= 1U << unit;
}

static void
add_entry (QtrTableRows *self, const QtrTableRow *row, const Place *place, guint index, const char *measure,
           const QtrTableCell *cell)
{
  guint column = qtr_table_layout_at (self->layout->value, index);
  QtrTableEntry entry = {
    .value = cell->value,
    .period = place->reading != NULL ? place->reading->period
                                     : g_array_index (self->layout->across, QtrPeriod, index),
    .measure = names_get (&self->measures, name_measure (self, measure, column)),
    .area = place->area,
    .mark = *cell->mark.text == '\0' ? 0 : names_get (&self->marks, cell->mark.text),
    .part = place->part,
    .line = row->line,
    .column = column,
    .provisional = cell->kind == QTR_TABLE_CELL_VALUE && (place->provisional || cell->mark.provisional),
  };

  if (cell->kind == QTR_TABLE_CELL_VALUE)
    add_unit (self, entry.measure, cell->unit);
  g_array_append_val (self->table->entries, entry);
}

static void
take_value (QtrTableRows *self, const QtrTableRow *row, const Place *place, guint index, const char *measure)
{
  QtrTableAccount *account = &self->table->account;
  guint column = qtr_table_layout_at (self->layout->value, index);
  g_autoptr (GError) error = NULL;
  QtrTableCell cell = qtr_table_cell_read (get_cell (row, column), self->layout->decimal, &error);

  switch (cell.kind) {
  case QTR_TABLE_CELL_EMPTY:
    account->empty++;
    /* A sum of which a part is not there is not known. */
    if (self->layout->sum->len > 0)
      add_entry (self, row, place, index, measure, &cell);
    return;
  case QTR_TABLE_CELL_FAULT:
    account->faults++;
    qtr_table_add_remark (self->table->faults, row->line, column + 1, get_cell (row, column),
                          g_strdup (error->message));
    if (self->layout->sum->len > 0)
      add_entry (self, row, place, index, measure, &cell);
    return;
  case QTR_TABLE_CELL_GAP:
    account->gaps++;
    break;
  case QTR_TABLE_CELL_VALUE:
  default:
    account->values++;
  }
  add_entry (self, row, place, index, measure, &cell);
}

/* Cells beyond the last heading belong to no column, unless the mapping names it by its place. */
static void
tell_surplus (QtrTableRows *self, const QtrTableRow *row)
{
  for (guint i = self->surplus; i < row->n_cells; i++) {
    if (*row->cells[i] != '\0')
      qtr_table_add_remark (self->table->faults, row->line, i + 1, row->cells[i],
                            g_strdup (_ ("it is beyond the last column")));
  }
}

static gboolean
take_values (QtrTableRows *self, const QtrTableRow *row)
{
  Place place = { 0 };
  const char *measure = NULL;
  g_autofree char *kept = NULL;

  if (!read_place (self, row, &place))
    return FALSE;
  measure = fill (self, join_cells (self, row, self->layout->measure), &self->last_measure);
  if (self->layout->measure->len > 0 && *measure == '\0')
    return fail_row (self, row, self->layout->measure, _ ("the row does not name its measure"));
  /* What is joined for a measure is written over by the next one. */
  if (self->layout->value->len > 1 && measure == self->scratch->str)
    measure = kept = g_strdup (measure);
  for (guint i = 0; i < self->layout->value->len; i++)
    take_value (self, row, &place, i, measure);
  tell_surplus (self, row);
  return TRUE;
}

QtrTableRowKind
qtr_table_rows_take (QtrTableRows *self, const QtrTableRow *row)
{
  QtrTableRowKind kind = find_kind (self, row);
  g_autofree char *text = NULL;

  if (kind == QTR_TABLE_ROW_READ && !take_values (self, row))
    kind = QTR_TABLE_ROW_FAULT;
  self->table->account.rows[kind]++;
  if (kind == QTR_TABLE_ROW_TITLE || kind == QTR_TABLE_ROW_NOTE || kind == QTR_TABLE_ROW_TOTAL ||
      kind == QTR_TABLE_ROW_SKIPPED || kind == QTR_TABLE_ROW_AGAIN) {
    text = g_strjoinv (" ", (char **) row->cells);
    g_strstrip (text);
    qtr_table_add_remark (self->table->skipped, row->line, 0, text,
                          g_strdup (qtr_table_row_kind_to_words (kind)));
  }
  return kind;
}
