/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-grid.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/update.h"
#include "ui/figures/figures-entry.h"
#include "ui/figures/figures-paste.h"
#include "ui/figures/figures-reading.h"
#include "ui/figures/sparkline.h"

/* Widths, in digits of the font in use, and what a cell has at its sides, in pixels. */
#define NAME_DIGITS_MIN 15
#define NUMBER_DIGITS 8
#define STATUS_DIGITS 12
#define TREND_DIGITS 9
#define CELL_PADDING 12
#define ENTRY_PADDING 16

struct _QtrFiguresGrid {
  GtkWidget parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  char *priority;
  GListStore *rows;
  GHashTable *entries;
  guint fit_source;

  /* Owned: what cannot be read, by quarter and measure. */
  GHashTable *drafts;

  /* Owned: the plan before a value was begun to be typed, and with as much of it as is typed. */
  const QtrPlan *before_typing;
  const QtrPlan *typed;

  QtrPeriod quarter;
  int width;
  gboolean has_targets;

  /* Template children. */
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *now_column;
  GtkColumnViewColumn *before_column;
  GtkColumnViewColumn *year_before_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *percent_column;
  GtkColumnViewColumn *target_column;
  GtkColumnViewColumn *status_column;
  GtkColumnViewColumn *trend_column;
};

G_DEFINE_FINAL_TYPE (QtrFiguresGrid, qtr_figures_grid, GTK_TYPE_WIDGET)

enum {
  SIGNAL_MEASURE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
get_digit_width (QtrFiguresGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

/* The name has the width that is left, so that a row's height follows from its width. Where the name would
 * get too little, columns make room, those first that matter least. Which of them stay follows from the width
 * there is and from what is planned, never from what is typed. */
static void
fit_columns (QtrFiguresGrid *self)
{
  int digit = get_digit_width (self);
  int number = digit * NUMBER_DIGITS + CELL_PADDING;
  const struct {
    GtkColumnViewColumn *column;
    int width;
    gboolean wanted;
  } columns[] = {
    { self->trend_column, digit * TREND_DIGITS + CELL_PADDING, TRUE },
    { self->change_column, number, TRUE },
    /* A change cannot be followed without what it is on. */
    { self->year_before_column, number, TRUE },
    { self->before_column, number, TRUE },
    { self->status_column, digit * STATUS_DIGITS + CELL_PADDING, self->has_targets },
    { self->target_column, number, self->has_targets },
    { self->percent_column, number, TRUE },
  };
  int left = self->width - number - ENTRY_PADDING;
  gboolean fits = TRUE;

  gtk_column_view_column_set_fixed_width (self->now_column, number + ENTRY_PADDING);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    gboolean is_shown = FALSE;

    fits = fits && (!columns[i].wanted || left - columns[i].width >= digit * NAME_DIGITS_MIN + CELL_PADDING);
    is_shown = fits && columns[i].wanted;
    left -= is_shown ? columns[i].width : 0;
    gtk_column_view_column_set_fixed_width (columns[i].column, columns[i].width);
    gtk_column_view_column_set_visible (columns[i].column, is_shown);
  }
  gtk_column_view_column_set_fixed_width (self->name_column, MAX (left, digit * NAME_DIGITS_MIN / 2));
}

static gboolean
fit_cb (gpointer user_data)
{
  QtrFiguresGrid *self = user_data;

  self->fit_source = 0;
  fit_columns (self);
  return G_SOURCE_REMOVE;
}

/* A widget must not ask for another size while it is given one, so the columns follow right after. */
static void
fit_later (QtrFiguresGrid *self)
{
  if (self->fit_source == 0 && self->width > 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static GPtrArray *
list_measures (QtrFiguresGrid *self)
{
  const QtrPlan *plan = self->document == NULL ? NULL : qtr_document_get_plan (self->document);
  const QtrPriority *priority =
      plan == NULL || self->priority == NULL ? NULL : qtr_list_find (plan->priorities, self->priority, NULL);

  if (priority == NULL || !qtr_period_is_set (self->quarter))
    return g_ptr_array_new ();

  return qtr_plan_list_measures (plan, priority, self->quarter);
}

static const char *
get_id (QtrFiguresRow *row)
{
  return qtr_figures_row_get_measure (row)->record.id;
}

static gboolean
has_same_rows (QtrFiguresGrid *self, GPtrArray *measures)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  if (g_list_model_get_n_items (rows) != measures->len)
    return FALSE;
  for (guint i = 0; i < measures->len; i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (rows, i);

    if (!g_str_equal (get_id (row), ((const QtrMeasure *) measures->pdata[i])->record.id))
      return FALSE;
  }

  return TRUE;
}

/* Without targets there is no status, and columns for neither. */
static void
look_for_targets (QtrFiguresGrid *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean has_targets = FALSE;

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    has_targets |= qtr_figures_row_get_has_target (row);
  }
  if (self->has_targets == has_targets)
    return;
  self->has_targets = has_targets;
  fit_later (self);
}

static char *
make_draft_key (QtrFiguresGrid *self, QtrFiguresRow *row)
{
  g_autofree char *quarter = qtr_period_to_string (self->quarter);

  return g_strconcat (quarter, " ", get_id (row), NULL);
}

static void
draft_changed_cb (QtrFiguresRow *row, GParamSpec *pspec, QtrFiguresGrid *self)
{
  g_autofree char *key = make_draft_key (self, row);
  const char *draft = qtr_figures_row_get_draft (row);

  if (draft == NULL)
    g_hash_table_remove (self->drafts, key);
  else
    g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_strdup (draft));
}

static QtrFiguresRow *
make_row (QtrFiguresGrid *self, const QtrMeasure *measure)
{
  QtrFiguresRow *row = qtr_figures_row_new (qtr_document_get_plan (self->document), measure, self->quarter);
  g_autofree char *key = make_draft_key (self, row);

  qtr_figures_row_set_draft (row, g_hash_table_lookup (self->drafts, key));
  g_signal_connect_object (row, "notify::draft", G_CALLBACK (draft_changed_cb), self, 0);
  return row;
}

/* A row that is still held elsewhere must not speak for the one that took its place. */
static void
forget_rows (QtrFiguresGrid *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    g_signal_handlers_disconnect_by_func (row, draft_changed_cb, self);
  }
}

static void
replace_rows (QtrFiguresGrid *self, GPtrArray *measures)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < measures->len; i++)
    g_ptr_array_add (rows, make_row (self, measures->pdata[i]));
  forget_rows (self);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata,
                       rows->len);
  look_for_targets (self);
}

static void
refresh_rows (QtrFiguresGrid *self, GPtrArray *measures)
{
  for (guint i = 0; i < measures->len; i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    qtr_figures_row_update (row, qtr_document_get_plan (self->document), measures->pdata[i]);
  }
  look_for_targets (self);
}

/* Until when there are data, and so which figures are due. */
static const char *
get_data_to (QtrFiguresGrid *self, const QtrPlan *plan)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, self->quarter);

  return update == NULL ? NULL : update->data_to;
}

static void
document_changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrFiguresGrid *self)
{
  g_autoptr (GPtrArray) measures = NULL;

  g_assert (QTR_IS_FIGURES_GRID (self));

  if (before->measures == now->measures && before->priorities == now->priorities &&
      before->first_month == now->first_month &&
      g_strcmp0 (get_data_to (self, before), get_data_to (self, now)) == 0)
    return;

  measures = list_measures (self);
  if (has_same_rows (self, measures) && before->first_month == now->first_month)
    refresh_rows (self, measures);
  else
    replace_rows (self, measures);
}

static guint
find_row (QtrFiguresGrid *self, const char *measure_id)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    if (g_str_equal (get_id (row), measure_id))
      return i;
  }

  return GTK_INVALID_LIST_POSITION;
}

static void
set_plan (const QtrPlan **place, const QtrPlan *plan)
{
  const QtrPlan *old = *place;

  *place = plan == NULL ? NULL : qtr_record_ref (plan);
  if (old != NULL)
    qtr_record_unref (old);
}

static void
end_typing (QtrFiguresGrid *self)
{
  set_plan (&self->before_typing, NULL);
  set_plan (&self->typed, NULL);
}

/* Typing goes on as long as nothing else was done to the plan. */
static void
begin_typing (QtrFiguresGrid *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (self->typed == plan)
    return;
  qtr_document_end_run (self->document);
  set_plan (&self->before_typing, plan);
  set_plan (&self->typed, plan);
}

/* It is as if nothing had been typed: there is no step to undo, either. */
static void
withdraw_typed (QtrFiguresGrid *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (self->typed == plan && self->before_typing != plan)
    qtr_document_undo (self->document);
  end_typing (self);
}

/* Each letter's value takes the place of the one before, so that only one is ever recorded. */
static void
entry_typed_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  QtrDecimal value = QTR_DECIMAL_NONE;
  g_autoptr (QtrPlan) plan = NULL;

  if (text == NULL ||
      (*text != '\0' && !qtr_figures_read (qtr_figures_row_get_measure (row), text, &value, NULL))) {
    withdraw_typed (self);
    return;
  }

  begin_typing (self);
  plan = qtr_figures_observe (self->before_typing, get_id (row), self->quarter,
                              qtr_figures_row_get_period (row), value);
  if (plan == self->before_typing) {
    withdraw_typed (self);
    return;
  }
  set_plan (&self->typed, plan);
  qtr_document_commit (self->document, g_steal_pointer (&plan), _ ("Change Figure"), "figure");
}

static void
entry_taken_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  entry_typed_cb (entry, row, text, self);
  end_typing (self);
}

static gboolean
focus_row (QtrFiguresGrid *self, guint position)
{
  g_autoptr (QtrFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  GtkWidget *entry = NULL;

  if (row == NULL)
    return FALSE;
  entry = g_hash_table_lookup (self->entries, row);
  if (entry == NULL) {
    gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
    entry = g_hash_table_lookup (self->entries, row);
  }

  return entry != NULL && gtk_widget_grab_focus (entry);
}

static gboolean
entry_moved_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, int step, gboolean editable_only,
                QtrFiguresGrid *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint position = 0;

  if (!g_list_store_find (self->rows, row, &position))
    return FALSE;

  /* One below zero is beyond the end as well. */
  for (position += step; position < n_rows; position += step) {
    g_autoptr (QtrFiguresRow) next = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

    if (!editable_only || qtr_figures_row_get_editable (next))
      return focus_row (self, position);
  }

  return FALSE;
}

static void
entry_pasted_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  g_autofree char *message = NULL;
  guint position = 0;

  if (!g_list_store_find (self->rows, row, &position))
    return;

  message = qtr_figures_paste (self->document, G_LIST_MODEL (self->rows), position, self->quarter, text);
  if (message != NULL)
    qtr_figures_entry_tell (entry, message);
}

static void
entry_entered_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, QtrFiguresGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_MEASURE_ACTIVATED], 0, get_id (row));
}

static void
now_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *entry = qtr_figures_entry_new ();

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_signal_connect_object (entry, "typed", G_CALLBACK (entry_typed_cb), self, 0);
  g_signal_connect_object (entry, "taken", G_CALLBACK (entry_taken_cb), self, 0);
  g_signal_connect_object (entry, "moved", G_CALLBACK (entry_moved_cb), self, 0);
  g_signal_connect_object (entry, "pasted", G_CALLBACK (entry_pasted_cb), self, 0);
  g_signal_connect_object (entry, "entered", G_CALLBACK (entry_entered_cb), self, 0);
  gtk_column_view_cell_set_focusable (cell, FALSE);
  gtk_column_view_cell_set_child (cell, entry);
}

static void
now_bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *entry = gtk_column_view_cell_get_child (cell);
  QtrFiguresRow *row = gtk_column_view_cell_get_item (cell);

  g_hash_table_insert (self->entries, row, entry);
  qtr_figures_entry_set_row (QTR_FIGURES_ENTRY (entry), row);
}

static void
now_unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *entry = gtk_column_view_cell_get_child (cell);
  QtrFiguresRow *row = gtk_column_view_cell_get_item (cell);

  if (g_hash_table_lookup (self->entries, row) == entry)
    g_hash_table_remove (self->entries, row);
  qtr_figures_entry_set_row (QTR_FIGURES_ENTRY (entry), NULL);
}

static void
set_now_factory (QtrFiguresGrid *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (now_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (now_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (now_unbind_cb), self, 0);
  gtk_column_view_column_set_factory (self->now_column, factory);
}

/* Columns of figures have their headings over the digits. A column view has no property for that. */
static void
align_headings (QtrFiguresGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header == NULL ? NULL : gtk_widget_get_first_child (header);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title)) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    const char *id = column == NULL ? NULL : gtk_column_view_column_get_id (column);
    GtkWidget *box = gtk_widget_get_first_child (title);

    if (box != NULL && g_strcmp0 (id, "number") == 0)
      gtk_widget_set_halign (box, GTK_ALIGN_END);
  }
}

static void
set_width (QtrFiguresGrid *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  fit_later (self);
}

/* A scroller asks for the height that its child has when it is as wide as it likes; rows whose words wrap
 * need the one for the width that there is. */
static void
measure_height (QtrFiguresGrid *self, int width, int *minimum, int *natural)
{
  int narrowest = 0;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL,
                      width < 0 ? -1 : MAX (width, narrowest), minimum, natural, NULL, NULL);
  *minimum = *natural;
}

static void
qtr_figures_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  QtrFiguresGrid *self = QTR_FIGURES_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_height (self, for_size, minimum, natural);
  else
    gtk_widget_measure (GTK_WIDGET (self->scroller), orientation, -1, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
qtr_figures_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qtr_figures_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QtrFiguresGrid *self = QTR_FIGURES_GRID (widget);

  gtk_widget_allocate (GTK_WIDGET (self->scroller), width, height, baseline, NULL);
  set_width (self, width);
}

static void
qtr_figures_grid_dispose (GObject *object)
{
  QtrFiguresGrid *self = QTR_FIGURES_GRID (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_object (&self->document_signals);
  end_typing (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FIGURES_GRID);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);
  g_clear_pointer (&self->priority, g_free);

  G_OBJECT_CLASS (qtr_figures_grid_parent_class)->dispose (object);
}

static void
qtr_figures_grid_finalize (GObject *object)
{
  g_hash_table_unref (QTR_FIGURES_GRID (object)->entries);
  g_hash_table_unref (QTR_FIGURES_GRID (object)->drafts);

  G_OBJECT_CLASS (qtr_figures_grid_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, view);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, rows);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, name_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, now_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, before_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, year_before_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, change_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, percent_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, target_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, status_column);
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, trend_column);
}

static void
qtr_figures_grid_class_init (QtrFiguresGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_figures_grid_dispose;
  object_class->finalize = qtr_figures_grid_finalize;
  widget_class->measure = qtr_figures_grid_measure;
  widget_class->get_request_mode = qtr_figures_grid_get_request_mode;
  widget_class->size_allocate = qtr_figures_grid_size_allocate;

  signals[SIGNAL_MEASURE_ACTIVATED] =
      g_signal_new ("measure-activated", QTR_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (QTR_TYPE_FIGURES_ROW);
  g_type_ensure (QTR_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/figures/figures-grid.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "figures");
}

static void
qtr_figures_grid_init (QtrFiguresGrid *self)
{
  self->quarter = QTR_PERIOD_UNSET;
  self->entries = g_hash_table_new (NULL, NULL);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_now_factory (self);
  align_headings (self);
}

GtkWidget *
qtr_figures_grid_new (void)
{
  return g_object_new (QTR_TYPE_FIGURES_GRID, NULL);
}

void
qtr_figures_grid_set_context (QtrFiguresGrid *self, QtrDocument *document, const char *priority_id,
                              QtrPeriod quarter)
{
  g_autoptr (GPtrArray) measures = NULL;
  gboolean changed = FALSE;

  g_return_if_fail (QTR_IS_FIGURES_GRID (self));
  g_return_if_fail (document == NULL || QTR_IS_DOCUMENT (document));

  if (g_set_object (&self->document, document)) {
    end_typing (self);
    forget_rows (self);
    g_hash_table_remove_all (self->drafts);
    changed = TRUE;
  }
  changed |= g_set_str (&self->priority, priority_id);
  changed |= qtr_period_compare (self->quarter, quarter) != 0;
  if (!changed)
    return;

  /* Rows write their drafts down under the quarter that they are of. */
  forget_rows (self);
  self->quarter = quarter;
  g_signal_group_set_target (self->document_signals, document);
  measures = list_measures (self);
  replace_rows (self, measures);
}

GListModel *
qtr_figures_grid_get_rows (QtrFiguresGrid *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/* A measure that was removed takes its drafts with it, and brings them back. */
guint
qtr_figures_grid_count_unread (QtrFiguresGrid *self)
{
  const QtrPlan *plan = NULL;
  GHashTableIter iter;
  gpointer key = NULL;
  guint n_unread = 0;

  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), 0);

  if (self->document == NULL)
    return 0;
  plan = qtr_document_get_plan (self->document);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (qtr_list_find (plan->measures, strchr (key, ' ') + 1, NULL) != NULL)
      n_unread++;

  return n_unread;
}

gboolean
qtr_figures_grid_focus_measure (QtrFiguresGrid *self, const char *measure_id)
{
  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), FALSE);
  g_return_val_if_fail (measure_id != NULL, FALSE);

  return focus_row (self, find_row (self, measure_id));
}
