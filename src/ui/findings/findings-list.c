/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/findings-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/findings/findings-row.h"

struct _QtrFindingsList {
  GtkWidget parent_instance;

  /* Template children. */
  GtkStack *stack;
  GtkListView *view;
  GListStore *rows;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (QtrFindingsList, qtr_findings_list, GTK_TYPE_WIDGET)

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
compare_severities (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const QtrFinding *one = qtr_findings_row_get_finding (QTR_FINDINGS_ROW ((gpointer) a));
  const QtrFinding *other = qtr_findings_row_get_finding (QTR_FINDINGS_ROW ((gpointer) b));

  return (int) other->severity - (int) one->severity;
}

static char *
heading_to_words_cb (gpointer header, QtrFindingsRow *row, guint n_items)
{
  if (row == NULL)
    return g_strdup ("");

  switch (qtr_findings_row_get_finding (row)->severity) {
  case QTR_SEVERITY_ERROR:
    return g_strdup_printf (ngettext ("%u Error", "%u Errors", n_items), n_items);
  case QTR_SEVERITY_WARNING:
    return g_strdup_printf (ngettext ("%u Warning", "%u Warnings", n_items), n_items);
  case QTR_SEVERITY_NOTICE:
  default:
    return g_strdup_printf (ngettext ("%u Notice", "%u Notices", n_items), n_items);
  }
}

static void
activate_row (QtrFindingsList *self, guint position)
{
  g_autoptr (QtrFindingsRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (QtrFinding) finding = NULL;

  if (row == NULL)
    return;
  finding = qtr_finding_ref (qtr_findings_row_get_finding (row));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, finding);
}

/* One click goes there. A list that activates at one click would also select whatever the pointer passes. */
static void
row_released_cb (GtkListItem *item, int n_press)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (item), QTR_TYPE_FINDINGS_LIST);

  if (n_press == 1 && list != NULL)
    activate_row (QTR_FINDINGS_LIST (list), gtk_list_item_get_position (item));
}

static void
view_activate_cb (QtrFindingsList *self, guint position)
{
  activate_row (self, position);
}

/* The row that stood for the same finding. Both runs are in the plan's order, so the search goes on from
 * where the last one ended. */
static QtrFindingsRow *
find_row (QtrFindingsList *self, QtrFinding *finding, guint *next)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = *next; i < n_rows; i++) {
    g_autoptr (QtrFindingsRow) row = g_list_model_get_item (rows, i);

    if (qtr_findings_row_is_same (row, finding)) {
      *next = i + 1;
      return g_steal_pointer (&row);
    }
  }

  return NULL;
}

static GPtrArray *
make_rows (QtrFindingsList *self, GPtrArray *findings)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint next = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++) {
    QtrFinding *finding = findings->pdata[i];
    QtrFindingsRow *row = find_row (self, finding, &next);

    if (row == NULL)
      row = qtr_findings_row_new (finding);
    else
      qtr_findings_row_set_finding (row, finding);
    g_ptr_array_add (rows, row);
  }

  return rows;
}

static gboolean
stands_at (QtrFindingsList *self, guint position, gpointer row)
{
  g_autoptr (QtrFindingsRow) standing = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return standing == row;
}

/* Touches only what differs between the first and the last difference, so that the view stays where it is. */
static void
replace_rows (QtrFindingsList *self, GPtrArray *rows)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint shorter = MIN (n_before, rows->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && stands_at (self, head, rows->pdata[head]))
    head++;
  while (tail < shorter - head && stands_at (self, n_before - 1 - tail, rows->pdata[rows->len - 1 - tail]))
    tail++;
  /* An array without anything in it has no memory of its own to point into. */
  if (rows->len > 0)
    g_list_store_splice (self->rows, head, n_before - head - tail, rows->pdata + head,
                         rows->len - head - tail);
  else
    g_list_store_remove_all (self->rows);
}

static void
qtr_findings_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FINDINGS_LIST);

  G_OBJECT_CLASS (qtr_findings_list_parent_class)->dispose (object);
}

static void
qtr_findings_list_class_init (QtrFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_findings_list_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", QTR_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (QTR_TYPE_FINDINGS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/findings/findings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, view);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, rows);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, sorted);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, selection);
  gtk_widget_class_bind_template_callback (widget_class, heading_to_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qtr_findings_list_init (QtrFindingsList *self)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_severities, NULL, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_sort_list_model_set_section_sorter (self->sorted, sorter);
}

GtkWidget *
qtr_findings_list_new (void)
{
  return g_object_new (QTR_TYPE_FINDINGS_LIST, NULL);
}

void
qtr_findings_list_set_findings (QtrFindingsList *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (QTR_IS_FINDINGS_LIST (self));

  rows = make_rows (self, findings);
  replace_rows (self, rows);
  gtk_stack_set_visible_child_name (self->stack, rows->len == 0 ? "empty" : "list");
}

GListModel *
qtr_findings_list_get_rows (QtrFindingsList *self)
{
  g_return_val_if_fail (QTR_IS_FINDINGS_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}
