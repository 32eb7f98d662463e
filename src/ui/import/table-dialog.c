/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/import/table-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/import/table-columns.h"
#include "ui/import/table-memory.h"
#include "ui/import/table-words.h"

/* Until then nobody wonders whether anything happens. */
#define PATIENCE_MS 1000

struct _QtrTableDialog {
  AdwDialog parent_instance;

  /* Owned. */
  QtrDocument *document;
  QtrTableSource source;
  QtrTableReading *reading;
  GCancellable *cancellable;
  QtrTableColumns *chosen;
  /* The rows of the groups that are made anew with each reading. */
  GPtrArray *made;
  guint patience;
  gboolean wants_import;
  gboolean is_showing;

  /* Template children. */
  GtkWidget *accept;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;
  GtkStack *pages;
  AdwStatusPage *failure;
  AdwPreferencesGroup *account;
  AdwActionRow *obstacle;
  AdwComboRow *sheet;
  AdwActionRow *result;
  GtkWidget *name;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *faults;
  AdwPreferencesGroup *changes;
  AdwPreferencesGroup *rows;
  AdwPreferencesGroup *skipped;
};

G_DEFINE_FINAL_TYPE (QtrTableDialog, qtr_table_dialog, ADW_TYPE_DIALOG)

enum { SIGNAL_IMPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void start_reading (QtrTableDialog *self, const QtrTableMapping *mapping, gboolean recognise_periods);

/* --- What it shows --- */

static void
add_rows (QtrTableDialog *self, AdwPreferencesGroup *group, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const QtrTableWords *words = g_ptr_array_index (list, i);
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words->title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words->subtitle);
    adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
    adw_preferences_group_add (group, row);
    g_ptr_array_add (self->made, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (group), list->len > 0);
}

static void
clear_rows (QtrTableDialog *self)
{
  for (guint i = 0; i < self->made->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->made, i);
    GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  }
  g_ptr_array_set_size (self->made, 0);
}

static char *
join_lines (GPtrArray *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (sentences, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What will be there that was not, besides values. */
static char *
describe_new (const QtrTablePlaced *placed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (placed->new_measures->len > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%u new measure, without a priority yet.",
                                         "%u new measures, without a priority yet.",
                                         placed->new_measures->len),
                            placed->new_measures->len);
  for (guint i = 0; i < placed->remarks->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            (const char *) g_ptr_array_index (placed->remarks, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_new (const QtrTableReading *reading)
{
  return reading->plan != NULL && reading->plan != reading->base;
}

static void
show_result (QtrTableDialog *self)
{
  const QtrTableReading *reading = self->reading;
  g_autofree char *count = qtr_table_words_count (reading);
  g_autofree char *recognised = join_lines (reading->table->recognised);
  g_autofree char *also = reading->placed == NULL ? g_strdup ("") : describe_new (reading->placed);

  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), reading->table->obstacle != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->obstacle),
                                 reading->table->obstacle == NULL ? "" : reading->table->obstacle);
  gtk_widget_set_visible (GTK_WIDGET (self->result), reading->plan != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result),
                                 is_new (reading) ? count : _ ("The plan holds this table already"));
  adw_action_row_set_subtitle (self->result, also);
  adw_preferences_group_set_description (self->columns, recognised);
  gtk_widget_set_sensitive (self->accept, is_new (reading));
}

/* Where no column says what is measured, and it is one thing, it wants a name. */
static void
show_name (QtrTableDialog *self)
{
  const QtrTableContent *table = self->reading->table;
  gboolean one = table->mapping->measure == NULL && !table->mapping->across &&
                 qtr_tokens_length (table->mapping->value) == 1;
  const char *name = table->mapping->name != NULL ? table->mapping->name
                     : one                        ? table->mapping->value->at[0]
                                                  : "";

  gtk_widget_set_visible (self->name, one);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name)), name) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

/* Where it stands in the choice, which begins with nothing as long as none is chosen. */
static guint
find_sheet (const QtrTableContent *table)
{
  for (guint i = 0; table->mapping->sheet != NULL && i < table->sheets->len; i++) {
    if (g_str_equal (g_ptr_array_index (table->sheets, i), table->mapping->sheet))
      return i;
  }
  return 0;
}

static void
show_sheets (QtrTableDialog *self)
{
  const QtrTableContent *table = self->reading->table;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (table->mapping->sheet == NULL)
    gtk_string_list_append (names, _ ("None Chosen"));
  for (guint i = 0; i < table->sheets->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (table->sheets, i));
  self->is_showing = TRUE;
  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet, find_sheet (table));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), table->sheets->len > 1);
  self->is_showing = FALSE;
}

static void
show_reading (QtrTableDialog *self)
{
  const QtrTableReading *reading = self->reading;
  g_autoptr (GPtrArray) faults = qtr_table_words_list_remarks (reading->table->faults);
  g_autoptr (GPtrArray) skipped = qtr_table_words_list_remarks (reading->table->skipped);

  clear_rows (self);
  show_result (self);
  show_sheets (self);
  show_name (self);
  qtr_table_columns_show (self->chosen, reading->table);
  add_rows (self, self->faults, faults);
  add_rows (self, self->changes, reading->changes);
  add_rows (self, self->rows, reading->rows);
  add_rows (self, self->skipped, skipped);
  gtk_stack_set_visible_child_name (self->pages, "table");
}

/* --- Reading --- */

static void
stop_patience (QtrTableDialog *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

static gboolean
patience_cb (gpointer user_data)
{
  QtrTableDialog *self = QTR_TABLE_DIALOG (user_data);

  self->patience = 0;
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer user_data)
{
  gtk_progress_bar_set_fraction (QTR_TABLE_DIALOG (user_data)->progress, fraction);
}

static void
commit (QtrTableDialog *self)
{
  /* Translators: a step of the history, with the name of the table's file. */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), self->source.name);
  g_autofree char *message = qtr_table_words_count (self->reading);

  qtr_table_memory_keep (self->reading->table);
  qtr_document_commit (self->document, qtr_record_ref (self->reading->plan), label, NULL);
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, message);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Whoever wrote on meanwhile keeps it: the table goes into the plan as it is now. */
static void
commit_or_read_again (QtrTableDialog *self)
{
  self->wants_import = self->reading->base != qtr_document_get_plan (self->document);
  if (self->wants_import)
    start_reading (self, self->reading->table->mapping, FALSE);
  else if (is_new (self->reading))
    commit (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrTableDialog) self = QTR_TABLE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  QtrTableReading *reading = qtr_table_reading_finish (result, &error);

  /* Another reading is on its way, or nobody looks any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_patience (self);
  g_clear_object (&self->cancellable);
  if (reading == NULL) {
    adw_status_page_set_description (self->failure, error->message);
    gtk_stack_set_visible_child_name (self->pages, "failed");
    gtk_widget_set_sensitive (self->accept, FALSE);
    return;
  }
  g_clear_pointer (&self->reading, qtr_table_reading_free);
  self->reading = reading;
  show_reading (self);
  if (self->wants_import)
    commit_or_read_again (self);
}

static void
start_reading (QtrTableDialog *self, const QtrTableMapping *mapping, gboolean recognise_periods)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->accept, FALSE);
  if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  qtr_table_reading_start (&self->source, qtr_document_get_plan (self->document), mapping, recognise_periods,
                           self->cancellable, progress_cb, read_cb, g_object_ref (self));
}

/* --- What the user does --- */

static void
columns_changed_cb (QtrTableColumns *columns, gboolean recognise_periods, QtrTableDialog *self)
{
  g_autoptr (QtrTableMapping) mapping = NULL;

  g_assert (QTR_IS_TABLE_DIALOG (self));

  mapping = qtr_table_columns_make_mapping (columns, self->reading->table);
  start_reading (self, mapping, recognise_periods);
}

static void
name_cb (QtrTableDialog *self)
{
  g_autoptr (QtrTableMapping) mapping = NULL;
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));

  g_assert (QTR_IS_TABLE_DIALOG (self));

  mapping = qtr_record_with (self->reading->table->mapping, "name", name, NULL);
  start_reading (self, mapping, FALSE);
}

/* Another sheet is another table: nothing that was said of the columns holds for it. */
static void
sheet_cb (QtrTableDialog *self)
{
  g_autoptr (QtrTableMapping) mapping = NULL;
  const QtrTableContent *table = NULL;
  guint selected = 0;

  g_assert (QTR_IS_TABLE_DIALOG (self));

  selected = adw_combo_row_get_selected (self->sheet);
  if (self->is_showing || self->reading == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  table = self->reading->table;
  if (table->mapping->sheet == NULL && selected == 0)
    return;
  selected -= table->mapping->sheet == NULL;
  mapping = qtr_record_new (&qtr_table_mapping_type, "id", "mapping", "sheet",
                            g_ptr_array_index (table->sheets, selected), NULL);
  start_reading (self, mapping, FALSE);
}

static void
cancel_cb (QtrTableDialog *self)
{
  g_assert (QTR_IS_TABLE_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

static void
accept_cb (QtrTableDialog *self)
{
  g_assert (QTR_IS_TABLE_DIALOG (self));

  commit_or_read_again (self);
}

static void
closed_cb (QtrTableDialog *self)
{
  g_assert (QTR_IS_TABLE_DIALOG (self));

  stop_patience (self);
  g_cancellable_cancel (self->cancellable);
}

/* --- The class --- */

static void
qtr_table_dialog_dispose (GObject *object)
{
  QtrTableDialog *self = QTR_TABLE_DIALOG (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->chosen);
  g_clear_object (&self->source.file);
  g_clear_pointer (&self->source.bytes, g_bytes_unref);
  g_clear_pointer (&self->source.name, g_free);
  g_clear_pointer (&self->reading, qtr_table_reading_free);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_TABLE_DIALOG);

  G_OBJECT_CLASS (qtr_table_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, account);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, obstacle);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, result);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, name);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, QtrTableDialog, skipped);
}

static void
qtr_table_dialog_class_init (QtrTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_table_dialog_dispose;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", QTR_TYPE_TABLE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/import/table-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
}

static void
qtr_table_dialog_init (QtrTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->made = g_ptr_array_new ();
  self->chosen = qtr_table_columns_new (self->columns);
  g_signal_connect_object (self->chosen, "changed", G_CALLBACK (columns_changed_cb), self, 0);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

AdwDialog *
qtr_table_dialog_new (QtrDocument *document, const QtrTableSource *source)
{
  QtrTableDialog *self = g_object_new (QTR_TYPE_TABLE_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->source.file = source->file == NULL ? NULL : g_object_ref (source->file);
  self->source.bytes = source->bytes == NULL ? NULL : g_bytes_ref (source->bytes);
  self->source.name = g_strdup (source->name);
  adw_preferences_group_set_title (self->account, source->name);
  start_reading (self, NULL, FALSE);
  return ADW_DIALOG (self);
}
