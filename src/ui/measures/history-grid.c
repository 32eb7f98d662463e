/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/history-grid.h"

#include "ui/figures/column-headings.h"
#include "ui/measures/history-grid-private.h"

/* Widths, in digits of the font in use. */
#define NAME_DIGITS 24
#define VALUE_DIGITS 11

G_DEFINE_FINAL_TYPE (QtrHistoryGrid, qtr_history_grid, ADW_TYPE_BIN)

const QtrPlan *
qtr_history_grid_get_plan (QtrHistoryGrid *self)
{
  return qtr_document_get_plan (self->document);
}

static QtrPeriod
get_period (QtrHistoryGrid *self, guint column)
{
  return qtr_period_add (self->first, (int) gtk_adjustment_get_value (self->periods) + (int) column);
}

char *
qtr_history_grid_make_key (const char *measure, QtrPeriod period)
{
  g_autofree char *text = qtr_period_to_string (period);

  return g_strconcat (measure, " ", text, NULL);
}

const char *
qtr_history_grid_find_draft (QtrHistoryGrid *self, const QtrMeasure *measure, QtrPeriod period)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->drafts) == 0)
    return NULL;
  key = qtr_history_grid_make_key (measure->record.id, period);
  return g_hash_table_lookup (self->drafts, key);
}

void
qtr_history_grid_show_cell (QtrHistoryGrid *self, QtrHistoryCell *cell, QtrHistoryRow *row)
{
  QtrPeriod period = get_period (self, qtr_history_cell_get_column (cell));

  qtr_history_cell_show (cell, row, period,
                         qtr_history_grid_find_draft (self, qtr_history_row_get_measure (row), period));
}

static gboolean
focus_cell (QtrHistoryGrid *self, guint position, guint column)
{
  g_autoptr (QtrHistoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  for (guint i = 0; row != NULL && i < self->cells->len; i++) {
    QtrHistoryCell *cell = g_ptr_array_index (self->cells, i);

    if (qtr_history_cell_get_row (cell) == row && qtr_history_cell_get_column (cell) == column)
      return gtk_widget_grab_focus (GTK_WIDGET (cell));
  }

  return FALSE;
}

/* Past the first or the last column that is seen, the periods move along. */
static guint
bring_into_sight (QtrHistoryGrid *self, int column)
{
  double value = gtk_adjustment_get_value (self->periods);

  if (column < 0)
    gtk_adjustment_set_value (self->periods, value + column);
  else if (column >= (int) self->n_columns)
    gtk_adjustment_set_value (self->periods, value + column - (int) self->n_columns + 1);
  return (guint) CLAMP (column, 0, (int) self->n_columns - 1);
}

void
qtr_history_grid_go (QtrHistoryGrid *self, QtrHistoryCell *cell, int down, int across, gboolean extend)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  QtrPeriod period = qtr_history_cell_get_period (cell);
  guint position = 0;
  guint column = 0;

  if (!g_list_store_find (self->rows, qtr_history_cell_get_row (cell), &position))
    return;
  if (extend && !qtr_period_is_set (self->anchor_period)) {
    self->anchor = position;
    self->anchor_period = period;
  }
  column = bring_into_sight (self, (int) qtr_history_cell_get_column (cell) + across);
  self->is_extending = extend;
  focus_cell (self, (guint) CLAMP ((int) position + down, 0, (int) n_rows - 1), column);
  self->is_extending = FALSE;
  if (extend)
    qtr_history_grid_mark_selected (self);
}

guint
qtr_history_grid_count_periods (QtrHistoryGrid *self)
{
  return (guint) qtr_period_distance (self->first, self->last) + 1;
}

/* --- Cells --- */

static void
cell_moved_cb (QtrHistoryCell *cell, int down, int across, gboolean extend, QtrHistoryGrid *self)
{
  g_assert (QTR_IS_HISTORY_GRID (self));

  qtr_history_grid_go (self, cell, down, across, extend);
}

static void
cell_entered_cb (GtkEventControllerFocus *controller, QtrHistoryGrid *self)
{
  g_assert (QTR_IS_HISTORY_GRID (self));

  self->current = QTR_HISTORY_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  if (!self->is_extending && qtr_period_is_set (self->anchor_period)) {
    self->anchor_period = QTR_PERIOD_UNSET;
    qtr_history_grid_mark_selected (self);
  }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, QtrHistoryGrid *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = qtr_history_cell_new (column);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_assert (QTR_IS_HISTORY_GRID (self));

  g_signal_connect_object (cell, "wanted", G_CALLBACK (qtr_history_grid_write_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (cell, "moved", G_CALLBACK (cell_moved_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "enter", G_CALLBACK (cell_entered_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (cell, focus);
  g_ptr_array_add (self->cells, cell);
  gtk_column_view_cell_set_focusable (item, FALSE);
  gtk_column_view_cell_set_child (item, cell);
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, QtrHistoryGrid *self)
{
  QtrHistoryCell *cell = QTR_HISTORY_CELL (gtk_column_view_cell_get_child (item));

  g_assert (QTR_IS_HISTORY_GRID (self));

  if (self->written == cell)
    qtr_history_grid_end_writing (self);
  if (self->current == cell)
    self->current = NULL;
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, QtrHistoryGrid *self)
{
  g_assert (QTR_IS_HISTORY_GRID (self));

  qtr_history_grid_show_cell (self, QTR_HISTORY_CELL (gtk_column_view_cell_get_child (item)),
                              gtk_column_view_cell_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, QtrHistoryGrid *self)
{
  QtrHistoryCell *cell = QTR_HISTORY_CELL (gtk_column_view_cell_get_child (item));

  g_assert (QTR_IS_HISTORY_GRID (self));

  if (self->written == cell)
    qtr_history_grid_end_writing (self);
  qtr_history_cell_show (cell, NULL, QTR_PERIOD_UNSET, NULL);
}

static void
name_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, QtrHistoryGrid *self)
{
  GtkWidget *name = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (name), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (name), 0);
  /* Two lines that are cut to one would stand above it. */
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (name), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (name), 1);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_column_view_cell_set_focusable (item, FALSE);
  gtk_column_view_cell_set_child (item, name);
}

static void
name_bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, QtrHistoryGrid *self)
{
  GtkWidget *name = gtk_column_view_cell_get_child (item);
  const QtrMeasure *measure = qtr_history_row_get_measure (gtk_column_view_cell_get_item (item));

  gtk_inscription_set_text (GTK_INSCRIPTION (name), measure->name == NULL ? "" : measure->name);
  gtk_widget_set_tooltip_text (name, measure->name);
}

static void
add_columns (QtrHistoryGrid *self)
{
  GtkListItemFactory *names = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (names, "setup", G_CALLBACK (name_setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (names, "bind", G_CALLBACK (name_bind_cb), self, G_CONNECT_DEFAULT);
  gtk_column_view_column_set_factory (self->name_column, names);
  g_object_unref (names);

  for (guint i = 0; i < QTR_HISTORY_COLUMNS_MAX; i++) {
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = NULL;

    g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
    g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
    column = gtk_column_view_column_new (NULL, factory);
    gtk_column_view_column_set_id (column, "number");
    gtk_column_view_column_set_visible (column, FALSE);
    gtk_column_view_append_column (self->view, column);
    self->columns[i] = column;
  }
}

/* --- What is seen --- */

static void
show_titles (QtrHistoryGrid *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *label = qtr_period_to_label (get_period (self, i));

    gtk_column_view_column_set_title (self->columns[i], label);
  }
}

static void
periods_moved_cb (QtrHistoryGrid *self)
{
  if (!qtr_period_is_set (self->first))
    return;

  qtr_history_grid_end_writing (self);
  show_titles (self);
  for (guint i = 0; i < self->cells->len; i++) {
    QtrHistoryCell *cell = g_ptr_array_index (self->cells, i);

    if (qtr_history_cell_get_row (cell) != NULL)
      qtr_history_grid_show_cell (self, cell, qtr_history_cell_get_row (cell));
  }
  qtr_history_grid_mark_selected (self);
}

static void
fit_columns (QtrHistoryGrid *self)
{
  int digit = qtr_column_view_get_digit_width (self->view);
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  int name = MIN (digit * NAME_DIGITS, width / 2);
  guint fits = (guint) MAX ((width - name) / (digit * VALUE_DIGITS), 1);

  self->fitted_width = width;
  self->n_columns = MIN (MIN (fits, qtr_history_grid_count_periods (self)), QTR_HISTORY_COLUMNS_MAX);
  for (guint i = 0; i < QTR_HISTORY_COLUMNS_MAX; i++) {
    gtk_column_view_column_set_fixed_width (self->columns[i], digit * VALUE_DIGITS);
    gtk_column_view_column_set_visible (self->columns[i], i < self->n_columns);
  }
  gtk_column_view_column_set_fixed_width (self->name_column,
                                          MAX (width - (int) self->n_columns * digit * VALUE_DIGITS, name));
}

/* The latest periods are what one comes for. */
static void
fit_periods (QtrHistoryGrid *self, gboolean to_end)
{
  double n_periods = (double) qtr_history_grid_count_periods (self);
  double page = (double) self->n_columns;
  double value = to_end ? n_periods - page : gtk_adjustment_get_value (self->periods);

  gtk_adjustment_configure (self->periods, CLAMP (value, 0, n_periods - page), 0, n_periods, 1, page, page);
  gtk_widget_set_visible (self->bar, n_periods > page);
  periods_moved_cb (self);
}

static gboolean
fit_cb (gpointer user_data)
{
  QtrHistoryGrid *self = user_data;
  gboolean at_end = gtk_adjustment_get_value (self->periods) + gtk_adjustment_get_page_size (self->periods) >=
                    gtk_adjustment_get_upper (self->periods);

  self->fit_source = 0;
  if (qtr_period_is_set (self->first)) {
    fit_columns (self);
    fit_periods (self, at_end);
  }
  return G_SOURCE_REMOVE;
}

/* A widget must not ask for another size while it is given one, so the columns follow right after. */
static void
fit_later (QtrHistoryGrid *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static gboolean
matches (QtrHistoryGrid *self, const QtrMeasure *measure)
{
  return self->search == NULL || *self->search == '\0' ||
         g_str_match_string (self->search, measure->name == NULL ? "" : measure->name, TRUE);
}

/* The months from the first to the last of which anything is known. */
typedef struct {
  QtrPeriod first;
  QtrPeriod last;
} Span;

static void
widen_to (Span *span, QtrPeriod period)
{
  if (!qtr_period_is_set (period))
    return;
  if (!qtr_period_is_set (span->first) || period.start < span->first.start)
    span->first = period;
  if (!qtr_period_is_set (span->last) || period.start + period.unit > span->last.start + span->last.unit)
    span->last = period;
}

/* Observations stand in order. */
static void
widen_to_measure (Span *span, const QtrPlan *plan, const QtrMeasure *measure)
{
  guint n = qtr_list_length (measure->observations);

  for (guint i = 0; n > 0 && i < 2; i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i == 0 ? 0 : n - 1);

    widen_to (span, qtr_plan_parse_period (plan, observation->period));
  }
}

static void
set_span (QtrHistoryGrid *self, const QtrPlan *plan, const Span *span)
{
  QtrPeriod last = span->last;

  self->first = self->last = QTR_PERIOD_UNSET;
  if (!qtr_period_is_set (span->first))
    return;
  self->first = qtr_period_as_unit (span->first, self->unit, plan->first_month);
  last = qtr_period_add (qtr_period_as_unit (last, QTR_PERIOD_MONTH, plan->first_month), last.unit - 1);
  self->last = qtr_period_as_unit (last, self->unit, plan->first_month);
}

/* The quarter that is being written is one of the periods, whether or not anything is known of it yet. */
static void
find_span (QtrHistoryGrid *self, const QtrPlan *plan)
{
  Span span = { self->quarter, self->quarter };

  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    widen_to_measure (&span, plan, qtr_list_get (plan->measures, i));
  set_span (self, plan, &span);
}

static void
fill (QtrHistoryGrid *self)
{
  const QtrPlan *plan = qtr_history_grid_get_plan (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  self->is_stale = FALSE;
  qtr_history_grid_end_writing (self);
  find_span (self, plan);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    if (matches (self, measure) && qtr_period_is_set (self->first))
      g_ptr_array_add (rows, qtr_history_row_new (plan, measure));
  }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata,
                       rows->len);
  fit_later (self);
}

/* Nothing is read while nobody looks. */
static void
fill_if_seen (QtrHistoryGrid *self)
{
  self->is_stale = TRUE;
  if (self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static gboolean
is_listed (QtrHistoryGrid *self, const QtrPlan *before, const QtrPlan *now)
{
  guint n_measures = qtr_list_length (now->measures);

  if (qtr_list_length (before->measures) != n_measures || before->first_month != now->first_month)
    return FALSE;
  for (guint i = 0; i < n_measures; i++)
    if (!g_str_equal (((const QtrRecord *) qtr_list_get (before->measures, i))->id,
                      ((const QtrRecord *) qtr_list_get (now->measures, i))->id))
      return FALSE;

  return self->search == NULL || *self->search == '\0';
}

static void
refresh_cells (QtrHistoryGrid *self, QtrHistoryRow *old, QtrHistoryRow *fresh)
{
  for (guint i = 0; i < self->cells->len; i++) {
    QtrHistoryCell *cell = g_ptr_array_index (self->cells, i);

    if (qtr_history_cell_get_row (cell) == old)
      qtr_history_grid_show_cell (self, cell, fresh);
  }
}

/* A rate is made of others. */
static gboolean
depends (const QtrMeasure *measure, GHashTable *changed)
{
  return g_hash_table_contains (changed, measure->record.id) ||
         (measure->numerator != NULL && g_hash_table_contains (changed, measure->numerator)) ||
         (measure->denominator != NULL && g_hash_table_contains (changed, measure->denominator));
}

static GHashTable *
list_changed (const QtrPlan *before, const QtrPlan *now)
{
  GHashTable *changed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < qtr_list_length (now->measures); i++) {
    const QtrRecord *record = qtr_list_get (now->measures, i);

    if (record != qtr_list_get (before->measures, i))
      g_hash_table_add (changed, (gpointer) record->id);
  }

  return changed;
}

/* What is known of no measure any more goes from the periods when all are read anew. */
static void
replace_changed (QtrHistoryGrid *self, const QtrPlan *before, const QtrPlan *now)
{
  g_autoptr (GHashTable) changed = list_changed (before, now);
  Span span = { self->first, self->last };

  for (guint i = 0; i < qtr_list_length (now->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (now->measures, i);
    g_autoptr (QtrHistoryRow) row = NULL;

    if (!depends (measure, changed))
      continue;
    row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
    qtr_history_row_take (row, now, measure);
    refresh_cells (self, row, row);
    widen_to_measure (&span, now, measure);
  }
  set_span (self, now, &span);
}

static void
document_changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrHistoryGrid *self)
{
  QtrPeriod first = self->first;
  QtrPeriod last = self->last;

  g_assert (QTR_IS_HISTORY_GRID (self));

  if (before->measures == now->measures && before->first_month == now->first_month)
    return;
  if (self->is_stale || !is_listed (self, before, now)) {
    fill_if_seen (self);
    return;
  }

  replace_changed (self, before, now);
  if (qtr_period_compare (first, self->first) != 0 || qtr_period_compare (last, self->last) != 0)
    fit_later (self);
}

static void
qtr_history_grid_map (GtkWidget *widget)
{
  QtrHistoryGrid *self = QTR_HISTORY_GRID (widget);

  GTK_WIDGET_CLASS (qtr_history_grid_parent_class)->map (widget);
  if (self->is_stale && self->document != NULL)
    fill (self);
}

static void
qtr_history_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QtrHistoryGrid *self = QTR_HISTORY_GRID (widget);

  GTK_WIDGET_CLASS (qtr_history_grid_parent_class)->size_allocate (widget, width, height, baseline);
  if (gtk_widget_get_width (GTK_WIDGET (self->scroller)) != self->fitted_width)
    fit_later (self);
}

static gboolean
scrolled_cb (QtrHistoryGrid *self, double dx, double dy)
{
  if (dx == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (self->periods, gtk_adjustment_get_value (self->periods) + (dx > 0 ? 1 : -1));
  return GDK_EVENT_STOP;
}

static void
qtr_history_grid_dispose (GObject *object)
{
  QtrHistoryGrid *self = QTR_HISTORY_GRID (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_object (&self->document_signals);
  self->written = NULL;
  self->current = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_HISTORY_GRID);
  g_clear_pointer (&self->typing, qtr_figures_typing_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (qtr_history_grid_parent_class)->dispose (object);
}

static void
qtr_history_grid_finalize (GObject *object)
{
  QtrHistoryGrid *self = QTR_HISTORY_GRID (object);

  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->drafts);
  g_free (self->search);

  G_OBJECT_CLASS (qtr_history_grid_parent_class)->finalize (object);
}

static void
qtr_history_grid_class_init (QtrHistoryGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_history_grid_dispose;
  object_class->finalize = qtr_history_grid_finalize;
  widget_class->map = qtr_history_grid_map;
  widget_class->size_allocate = qtr_history_grid_size_allocate;

  g_signal_new ("taken", QTR_TYPE_HISTORY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);

  g_type_ensure (QTR_TYPE_HISTORY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/measures/history-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrHistoryGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, QtrHistoryGrid, view);
  gtk_widget_class_bind_template_child (widget_class, QtrHistoryGrid, rows);
  gtk_widget_class_bind_template_child (widget_class, QtrHistoryGrid, name_column);
  gtk_widget_class_bind_template_child (widget_class, QtrHistoryGrid, periods);
  gtk_widget_class_bind_template_child (widget_class, QtrHistoryGrid, bar);
  gtk_widget_class_bind_template_callback (widget_class, periods_moved_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, qtr_history_grid_paste_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, qtr_history_grid_copy_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "history");
}

static void
qtr_history_grid_init (QtrHistoryGrid *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL |
                                                                GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->quarter = self->first = self->last = self->anchor_period = QTR_PERIOD_UNSET;
  self->unit = QTR_PERIOD_QUARTER;
  self->is_stale = TRUE;
  self->cells = g_ptr_array_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->typing = qtr_figures_typing_new (GTK_WIDGET (self));
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  qtr_column_view_align_headings (self->view);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

void
qtr_history_grid_set_document (QtrHistoryGrid *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_HISTORY_GRID (self));

  if (!g_set_object (&self->document, document))
    return;

  qtr_figures_typing_set_document (self->typing, document);
  g_hash_table_remove_all (self->drafts);
  g_signal_group_set_target (self->document_signals, document);
  fill_if_seen (self);
}

void
qtr_history_grid_set_quarter (QtrHistoryGrid *self, QtrPeriod quarter)
{
  g_return_if_fail (QTR_IS_HISTORY_GRID (self));

  if (qtr_period_compare (self->quarter, quarter) == 0)
    return;
  self->quarter = quarter;
  fill_if_seen (self);
}

void
qtr_history_grid_set_unit (QtrHistoryGrid *self, QtrPeriodUnit unit)
{
  g_return_if_fail (QTR_IS_HISTORY_GRID (self));

  if (self->unit == unit)
    return;
  self->unit = unit;
  fill_if_seen (self);
}

void
qtr_history_grid_set_search (QtrHistoryGrid *self, const char *search)
{
  g_return_if_fail (QTR_IS_HISTORY_GRID (self));

  if (g_set_str (&self->search, search))
    fill_if_seen (self);
}
