/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/changes-page.h"

#include "merge/share.h"
#include "store/file.h"
#include "ui/changes/change-list.h"
#include "ui/changes/changes-page-private.h"
#include "ui/changes/conflict-words.h"
#include "ui/findings/list-top.h"

G_DEFINE_FINAL_TYPE (QtrChangesPage, qtr_changes_page, ADW_TYPE_BIN)

enum {
  SIGNAL_PLACE_CHOSEN,
  SIGNAL_TAKEN,
  SIGNAL_TOLD,
  SIGNAL_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* So long nobody waits. */
#define PATIENCE_MS 200
/* How often changes are counted that are not shown. */
#define COUNT_MS 1000

/* --- The rows --- */

static GPtrArray *
list_items (QtrChangesPage *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < qtr_list_length (plan->conflicts); i++)
    g_ptr_array_add (items, qtr_conflict_to_item (plan, qtr_list_get (plan->conflicts, i)));
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    g_ptr_array_add (items, g_object_ref (self->changes->pdata[i]));
  qtr_change_list_number_sections (items);
  return items;
}

static gboolean
keep_item (QtrChangesPage *self, guint position, GPtrArray *items, guint index)
{
  g_autoptr (QtrChangeItem) standing = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  QtrChangeItem *item = items->pdata[index];

  if (standing == item)
    return TRUE;
  if (!qtr_change_item_is_same (standing, item))
    return FALSE;

  qtr_change_item_take_over (standing, item);
  return TRUE;
}

/* Touches only what differs between the first and the last difference, so that the view stays where it is and
 * the focus with it. */
static void
replace_items (QtrChangesPage *self, GPtrArray *items)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint shorter = MIN (n_before, items->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && keep_item (self, head, items, head))
    head++;
  while (tail < shorter - head && keep_item (self, n_before - 1 - tail, items, items->len - 1 - tail))
    tail++;
  if (head + tail == n_before && head + tail == items->len)
    return;
  /* An array without anything in it has no memory of its own to point into. */
  if (items->len > 0)
    g_list_store_splice (self->items, head, n_before - head - tail, items->pdata + head,
                         items->len - head - tail);
  else
    g_list_store_remove_all (self->items);
}

static void
begin_at_top (QtrChangesPage *self)
{
  if (!self->afresh || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;

  self->afresh = FALSE;
  self->top_tick = qtr_list_view_begin_at_top (self->view);
}

static void
view_mapped_cb (QtrChangesPage *self)
{
  begin_at_top (self);
}

void
qtr_changes_page_show_items (QtrChangesPage *self)
{
  g_autoptr (GPtrArray) items = list_items (self);

  self->afresh |= g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0;
  replace_items (self, items);
  if (items->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->changes != NULL || !qtr_changes_run_is_busy (self->run))
    gtk_stack_set_visible_child_name (self->stack, "empty");
  qtr_changes_page_refresh_words (self);
  begin_at_top (self);
}

/* --- What is compared --- */

static gboolean
waited_cb (gpointer user_data)
{
  QtrChangesPage *self = QTR_CHANGES_PAGE (user_data);

  self->wait_source = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "working");
  return G_SOURCE_REMOVE;
}

static void
wait (QtrChangesPage *self)
{
  if (self->wait_source == 0)
    self->wait_source = g_timeout_add (PATIENCE_MS, waited_cb, self);
}

static const QtrPlan *
get_before (QtrChangesPage *self)
{
  return self->source == QTR_CHANGES_FILE    ? self->other
         : self->source == QTR_CHANGES_SAVED ? qtr_document_get_base (self->document)
                                             : NULL;
}

static void
clear_changes (QtrChangesPage *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->before, qtr_record_unref);
  qtr_changes_run_forget (self->run);
}

static gboolean
can_compare (QtrChangesPage *self)
{
  return self->source == QTR_CHANGES_QUARTER ? qtr_period_is_set (self->quarter) : get_before (self) != NULL;
}

void
qtr_changes_page_refresh (QtrChangesPage *self)
{
  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (!can_compare (self)) {
    clear_changes (self);
    if (self->reading == NULL)
      qtr_changes_page_show_items (self);
    return;
  }
  if (qtr_changes_run_ask (self->run, get_before (self), qtr_document_get_plan (self->document),
                           self->quarter))
    wait (self);
  qtr_changes_page_show_items (self);
}

static void
compared_cb (GPtrArray *items, gpointer user_data)
{
  QtrChangesPage *self = QTR_CHANGES_PAGE (user_data);
  const QtrPlan *before = can_compare (self) ? get_before (self) : NULL;

  g_clear_handle_id (&self->wait_source, g_source_remove);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->before, qtr_record_unref);
  self->changes = g_ptr_array_ref (items);
  self->before = before == NULL ? NULL : qtr_record_ref (before);
  qtr_changes_page_show_items (self);
  if (self->source == QTR_CHANGES_SAVED)
    g_signal_emit (self, signals[SIGNAL_COUNTED], 0, items->len);
}

/* --- How many there are --- */

static void
counted_cb (GPtrArray *items, gpointer user_data)
{
  g_signal_emit (QTR_CHANGES_PAGE (user_data), signals[SIGNAL_COUNTED], 0, items->len);
}

static gboolean
count_cb (gpointer user_data)
{
  QtrChangesPage *self = QTR_CHANGES_PAGE (user_data);
  const QtrPlan *base = qtr_document_get_base (self->document);

  self->count_source = 0;
  if (base != NULL)
    qtr_changes_run_ask (self->count, base, qtr_document_get_plan (self->document), self->quarter);
  return G_SOURCE_REMOVE;
}

/* With every letter that is typed there is another plan. */
static void
count_later (QtrChangesPage *self)
{
  if (self->count_source == 0 &&
      !(gtk_widget_get_mapped (GTK_WIDGET (self)) && self->source == QTR_CHANGES_SAVED))
    self->count_source = g_timeout_add (COUNT_MS, count_cb, self);
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrChangesPage *self)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  qtr_changes_page_refresh (self);
  count_later (self);
}

static void
saved_cb (QtrDocument *document, GParamSpec *pspec, QtrChangesPage *self)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  qtr_changes_page_refresh (self);
  count_later (self);
}

static void
mapped_cb (QtrChangesPage *self)
{
  qtr_changes_page_refresh (self);
}

/* --- A file --- */

typedef struct {
  GFile *file;
  QtrPlan *now;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->file);
  qtr_record_unref (reading->now);
  g_free (reading);
}

/* What is as in the plan is shared with it, and costs nothing to compare. */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (QtrPlan) plan = qtr_file_load (reading->file, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, qtr_share (plan, reading->now), (GDestroyNotify) qtr_record_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QtrChangesPage *self = QTR_CHANGES_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (plan == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  g_clear_handle_id (&self->wait_source, g_source_remove);
  self->other = g_steal_pointer (&plan);
  self->other_error = error == NULL ? NULL : g_strdup (error->message);
  qtr_changes_page_refresh (self);
}

static void
stop_reading (QtrChangesPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->other, qtr_record_unref);
  g_clear_pointer (&self->other_name, g_free);
  g_clear_pointer (&self->other_error, g_free);
}

static void
show_source (QtrChangesPage *self, QtrChangesSource source)
{
  static const char *const names[] = { "saved", "quarter", "file" };

  self->refreshing = TRUE;
  self->source = source;
  adw_toggle_group_set_active_name (self->sources, names[source]);
  gtk_widget_set_visible (self->choose, source == QTR_CHANGES_FILE);
  self->refreshing = FALSE;
  clear_changes (self);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  qtr_changes_page_refresh (self);
}

void
qtr_changes_page_compare_file (QtrChangesPage *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = NULL;

  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));
  g_return_if_fail (self->document != NULL);

  stop_reading (self);
  self->reading = g_cancellable_new ();
  self->other_name = g_file_get_basename (file);
  reading = g_new0 (Reading, 1);
  reading->file = g_object_ref (file);
  reading->now = qtr_record_ref (qtr_document_get_plan (self->document));
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, qtr_changes_page_compare_file);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_thread);
  show_source (self, QTR_CHANGES_FILE);
  wait (self);
}

static void
source_changed_cb (QtrChangesPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->sources);

  if (self->refreshing)
    return;

  show_source (self, g_strcmp0 (name, "file") == 0      ? QTR_CHANGES_FILE
                     : g_strcmp0 (name, "quarter") == 0 ? QTR_CHANGES_QUARTER
                                                        : QTR_CHANGES_SAVED);
  if (self->source == QTR_CHANGES_FILE && self->other_name == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-file", NULL);
}

void
qtr_changes_page_set_source (QtrChangesPage *self, QtrChangesSource source)
{
  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));
  g_return_if_fail (source != QTR_CHANGES_FILE);

  if (self->source != source)
    show_source (self, source);
}

void
qtr_changes_page_set_quarter (QtrChangesPage *self, QtrPeriod quarter)
{
  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));

  if (qtr_period_compare (self->quarter, quarter) == 0)
    return;

  self->quarter = quarter;
  if (self->source == QTR_CHANGES_QUARTER)
    show_source (self, QTR_CHANGES_QUARTER);
}

void
qtr_changes_page_set_document (QtrChangesPage *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));

  if (!g_set_object (&self->document, document))
    return;

  stop_reading (self);
  g_signal_group_set_target (self->document_signals, document);
  show_source (self, QTR_CHANGES_SAVED);
  count_later (self);
}

GListModel *
qtr_changes_page_get_items (QtrChangesPage *self)
{
  g_return_val_if_fail (QTR_IS_CHANGES_PAGE (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/* --- The widget --- */

static void
activate_cb (QtrChangesPage *self, guint position)
{
  g_autoptr (QtrChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    qtr_changes_page_go (self, item);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint one = qtr_change_item_get_section (QTR_CHANGE_ITEM ((gpointer) a));
  guint other = qtr_change_item_get_section (QTR_CHANGE_ITEM ((gpointer) b));

  return (one > other) - (one < other);
}

static void
qtr_changes_page_dispose (GObject *object)
{
  QtrChangesPage *self = QTR_CHANGES_PAGE (object);

  self->refreshing = TRUE;
  g_clear_handle_id (&self->wait_source, g_source_remove);
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_pointer (&self->run, qtr_changes_run_free);
  g_clear_pointer (&self->count, qtr_changes_run_free);
  stop_reading (self);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_CHANGES_PAGE);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->before, qtr_record_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (qtr_changes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/changes/changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, sources);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, choose);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, view);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, items);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, QtrChangesPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "bind_cb",
                                                G_CALLBACK (qtr_changes_page_bind_row_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "unbind_cb",
                                                G_CALLBACK (qtr_changes_page_unbind_row_cb));
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, QTR_TYPE_CHANGES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       type);
}

static void
qtr_changes_page_class_init (QtrChangesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_changes_page_dispose;

  signals[SIGNAL_PLACE_CHOSEN] = add_signal ("place-chosen", G_TYPE_STRING);
  signals[SIGNAL_TAKEN] = add_signal ("taken", G_TYPE_STRING);
  signals[SIGNAL_TOLD] = add_signal ("told", G_TYPE_STRING);
  signals[SIGNAL_COUNTED] = add_signal ("counted", G_TYPE_UINT);

  g_type_ensure (QTR_TYPE_CHANGE_ITEM);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qtr_changes_page_init (QtrChangesPage *self)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));

  self->quarter = QTR_PERIOD_UNSET;
  self->run = qtr_changes_run_new (compared_cb, self);
  self->count = qtr_changes_run_new (counted_cb, self);
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect (self->document_signals, "notify::base", G_CALLBACK (saved_cb), self);

  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->refreshing = FALSE;
  gtk_sort_list_model_set_section_sorter (self->sorted, sorter);
}
