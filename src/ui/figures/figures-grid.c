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
#include "ui/figures/column-headings.h"
#include "ui/figures/figures-grid-private.h"
#include "ui/figures/figures-note.h"
#include "ui/figures/figures-sheet.h"
#include "ui/figures/sparkline.h"

G_DEFINE_FINAL_TYPE (QtrFiguresGrid, qtr_figures_grid, GTK_TYPE_WIDGET)

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

const char *
qtr_figures_grid_get_id (QtrFiguresRow *row)
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

    if (!g_str_equal (qtr_figures_grid_get_id (row), ((const QtrMeasure *) measures->pdata[i])->record.id))
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
  qtr_figures_grid_fit_later (self);
}

static char *
make_draft_key (QtrFiguresGrid *self, QtrFiguresRow *row)
{
  g_autofree char *quarter = qtr_period_to_string (self->quarter);

  return g_strconcat (quarter, " ", qtr_figures_grid_get_id (row), NULL);
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
      before->first_month == now->first_month && before->statuses == now->statuses &&
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

    if (g_str_equal (qtr_figures_grid_get_id (row), measure_id))
      return i;
  }

  return GTK_INVALID_LIST_POSITION;
}

gboolean
qtr_figures_grid_focus_row (QtrFiguresGrid *self, guint position)
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

static void
set_width (QtrFiguresGrid *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  qtr_figures_grid_fit_later (self);
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
  qtr_figures_typing_set_document (self->typing, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FIGURES_GRID);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);
  g_clear_pointer (&self->priority, g_free);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (qtr_figures_grid_parent_class)->dispose (object);
}

static void
qtr_figures_grid_finalize (GObject *object)
{
  g_hash_table_unref (QTR_FIGURES_GRID (object)->entries);
  g_hash_table_unref (QTR_FIGURES_GRID (object)->notes);
  g_hash_table_unref (QTR_FIGURES_GRID (object)->drafts);
  qtr_figures_typing_free (QTR_FIGURES_GRID (object)->typing);

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
  gtk_widget_class_bind_template_child (widget_class, QtrFiguresGrid, note_column);
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

  g_signal_new ("measure-activated", QTR_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("taken", QTR_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);

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
  self->typing = qtr_figures_typing_new (GTK_WIDGET (self));
  self->entries = g_hash_table_new (NULL, NULL);
  self->notes = g_hash_table_new (NULL, NULL);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  qtr_figures_grid_set_factories (self);
  qtr_column_view_align_headings (self->view);
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
    qtr_figures_typing_set_document (self->typing, document);
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

  return qtr_figures_grid_focus_row (self, find_row (self, measure_id));
}

const char *
qtr_figures_grid_get_current (QtrFiguresGrid *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), NULL);

  return self->current;
}

static QtrFiguresRow *
dup_current (QtrFiguresGrid *self)
{
  guint at = self->current == NULL ? GTK_INVALID_LIST_POSITION : find_row (self, self->current);

  return at == GTK_INVALID_LIST_POSITION ? NULL : g_list_model_get_item (G_LIST_MODEL (self->rows), at);
}

gboolean
qtr_figures_grid_toggle_provisional (QtrFiguresGrid *self)
{
  g_autoptr (QtrFiguresRow) row = NULL;
  gboolean provisional = FALSE;
  QtrPlan *now = NULL;

  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), FALSE);

  row = dup_current (self);
  if (row == NULL || !qtr_figures_row_get_editable (row))
    return FALSE;

  provisional = qtr_figures_row_get_provisional (row);
  now = qtr_figures_set_provisional (qtr_document_get_plan (self->document), qtr_figures_grid_get_id (row),
                                     self->quarter, qtr_figures_row_get_period (row), !provisional);
  qtr_document_commit (self->document, now, provisional ? _ ("Final Figure") : _ ("Provisional Figure"),
                       NULL);
  return TRUE;
}

gboolean
qtr_figures_grid_open_note (QtrFiguresGrid *self)
{
  g_autoptr (QtrFiguresRow) row = NULL;
  GtkWidget *note = NULL;

  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), FALSE);

  row = dup_current (self);
  note = row == NULL ? NULL : g_hash_table_lookup (self->notes, row);
  if (note == NULL)
    return FALSE;

  qtr_figures_note_open (QTR_FIGURES_NOTE (note));
  return TRUE;
}

char *
qtr_figures_grid_copy (QtrFiguresGrid *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_GRID (self), NULL);

  return qtr_figures_sheet_new (qtr_document_get_plan (self->document), G_LIST_MODEL (self->rows));
}
