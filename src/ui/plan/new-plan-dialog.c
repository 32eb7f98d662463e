/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/new-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/edit.h"
#include "ui/plan/entry-error.h"
#include "ui/update/new-quarter.h"

/* A priority with its one commitment, as the list of them asks for it. */
typedef struct {
  AdwPreferencesGroup *group;
  AdwEntryRow *title;
  AdwEntryRow *promise;
} Entry;

struct _QtrNewPlanDialog {
  AdwDialog parent_instance;

  /* Owned. */
  GArray *entries;
  char *proposed;

  /* Template children. */
  AdwEntryRow *title;
  AdwEntryRow *body;
  AdwEntryRow *years;
  AdwComboRow *first_month;
  GtkStringList *months;
  AdwEntryRow *quarter;
  GtkBox *priorities;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (QtrNewPlanDialog, qtr_new_plan_dialog, ADW_TYPE_DIALOG)

enum {
  SIGNAL_CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_blank (AdwEntryRow *row)
{
  g_autofree char *text = get_text (row);

  return *text == '\0';
}

static int
get_first_month (QtrNewPlanDialog *self)
{
  return (int) adw_combo_row_get_selected (self->first_month) + 1;
}

/* --- The priorities --- */

static void
number_entries (QtrNewPlanDialog *self)
{
  for (guint i = 0; i < self->entries->len; i++) {
    g_autofree char *title = g_strdup_printf (_ ("Priority %u"), i + 1);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (g_array_index (self->entries, Entry, i).title),
                                   title);
  }
}

static void
remove_clicked_cb (GtkButton *button, QtrNewPlanDialog *self)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_PREFERENCES_GROUP);
  guint index = 0;

  g_assert (QTR_IS_NEW_PLAN_DIALOG (self));

  while (GTK_WIDGET (g_array_index (self->entries, Entry, index).group) != group)
    index++;
  g_array_remove_index (self->entries, index);
  gtk_box_remove (self->priorities, group);
  number_entries (self);
  if (self->entries->len > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (g_array_index (self->entries, Entry, MIN (index, self->entries->len - 1)).title));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->quarter));
}

static void
row_changed_cb (QtrNewPlanDialog *self, AdwEntryRow *row)
{
  qtr_entry_row_set_error (row, self->message, NULL);
}

static AdwEntryRow *
make_row (QtrNewPlanDialog *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed_cb), self);
  return ADW_ENTRY_ROW (row);
}

static GtkWidget *
make_remove_button (QtrNewPlanDialog *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Priority"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Priority"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static Entry
add_entry (QtrNewPlanDialog *self)
{
  Entry entry = { ADW_PREFERENCES_GROUP (adw_preferences_group_new ()), make_row (self, ""),
                  make_row (self, _ ("We will:")) };

  adw_entry_row_add_suffix (entry.title, make_remove_button (self));
  adw_preferences_group_add (entry.group, GTK_WIDGET (entry.title));
  adw_preferences_group_add (entry.group, GTK_WIDGET (entry.promise));
  gtk_box_append (self->priorities, GTK_WIDGET (entry.group));
  g_array_append_val (self->entries, entry);
  number_entries (self);
  return entry;
}

static void
add_priority_cb (QtrNewPlanDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (add_entry (self).title));
}

/* --- The quarter --- */

/* The proposal follows the first month until another quarter is written. */
static void
propose_quarter_cb (QtrNewPlanDialog *self)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "first_month", get_first_month (self), NULL);
  g_autofree char *proposed = qtr_period_to_label (qtr_new_quarter_propose (plan));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->quarter)), self->proposed) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->quarter), proposed);
  g_set_str (&self->proposed, proposed);
}

/* --- Creating --- */

/* An empty bar would take room for nothing. */
static gboolean
has_words_cb (QtrNewPlanDialog *self, const char *label)
{
  return label != NULL && *label != '\0';
}

static gboolean
complain (QtrNewPlanDialog *self, AdwEntryRow *row, const char *message)
{
  qtr_entry_row_set_error (row, self->message, message);
  return FALSE;
}

static gboolean
check_entries (QtrNewPlanDialog *self)
{
  for (guint i = 0; i < self->entries->len; i++) {
    Entry entry = g_array_index (self->entries, Entry, i);

    if (is_blank (entry.title) && !is_blank (entry.promise))
      return complain (self, entry.title, _ ("A priority needs a title"));
    if (!is_blank (entry.title) && is_blank (entry.promise))
      return complain (self, entry.promise, _ ("A priority needs a commitment to report on"));
  }

  return TRUE;
}

static gboolean
read_quarter (QtrNewPlanDialog *self, QtrPeriod *quarter)
{
  g_autofree char *text = get_text (self->quarter);
  g_autofree char *message = NULL;

  if (qtr_period_parse (text, get_first_month (self), quarter, NULL) && quarter->unit == QTR_PERIOD_QUARTER)
    return TRUE;

  /* Translators: %s is a quarter as it can be written, as in "Q3 2019/20". */
  message = g_strdup_printf (_ ("Write a quarter, such as %s"), self->proposed);
  return complain (self, self->quarter, message);
}

static QtrPriority *
make_priority (Entry entry, int number)
{
  g_autofree char *title = get_text (entry.title);
  g_autofree char *text = get_text (entry.promise);
  g_autoptr (QtrCommitment) commitment =
      qtr_record_new (&qtr_commitment_type, "lead", _ ("We will:"), "text", text, NULL);
  g_autoptr (QtrList) commitments = qtr_list_append (NULL, commitment);

  return qtr_record_new (&qtr_priority_type, "number", number, "title", title, "commitments", commitments,
                         NULL);
}

static QtrList *
make_priorities (QtrNewPlanDialog *self)
{
  g_autoptr (GPtrArray) priorities = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < self->entries->len; i++) {
    Entry entry = g_array_index (self->entries, Entry, i);

    if (!is_blank (entry.title))
      g_ptr_array_add (priorities, make_priority (entry, (int) priorities->len + 1));
  }

  return qtr_list_new_from_array (priorities);
}

static QtrPlan *
make_plan (QtrNewPlanDialog *self, QtrPeriod quarter)
{
  g_autofree char *title = get_text (self->title);
  g_autofree char *body = get_text (self->body);
  g_autofree char *years = get_text (self->years);
  g_autoptr (QtrList) priorities = make_priorities (self);
  g_autoptr (QtrPlan) plan =
      qtr_record_new (&qtr_plan_type, "title", title, "body", body, "years", years, "first_month",
                      get_first_month (self), "priorities", priorities, NULL);

  return qtr_edit_add_update (plan, quarter);
}

static void
accept_cb (QtrNewPlanDialog *self)
{
  QtrPeriod quarter = QTR_PERIOD_UNSET;
  g_autoptr (QtrPlan) plan = NULL;

  if (is_blank (self->title)) {
    complain (self, self->title, _ ("A plan needs a title"));
    return;
  }
  if (!read_quarter (self, &quarter) || !check_entries (self))
    return;

  plan = make_plan (self, quarter);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, plan);
}

static void
cancel_cb (QtrNewPlanDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The object --- */

static void
list_months (QtrNewPlanDialog *self)
{
  for (int month = 1; month <= 12; month++) {
    g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);
    g_autofree char *name = g_date_time_format (day, "%OB");

    gtk_string_list_append (self->months, name);
  }
}

static void
qtr_new_plan_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_NEW_PLAN_DIALOG);

  G_OBJECT_CLASS (qtr_new_plan_dialog_parent_class)->dispose (object);
}

static void
qtr_new_plan_dialog_finalize (GObject *object)
{
  QtrNewPlanDialog *self = QTR_NEW_PLAN_DIALOG (object);

  g_array_unref (self->entries);
  g_free (self->proposed);

  G_OBJECT_CLASS (qtr_new_plan_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/plan/new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, title);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, body);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, years);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, first_month);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, months);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, quarter);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, priorities);
  gtk_widget_class_bind_template_child (widget_class, QtrNewPlanDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_priority_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_quarter_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_words_cb);
}

static void
qtr_new_plan_dialog_class_init (QtrNewPlanDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qtr_new_plan_dialog_dispose;
  object_class->finalize = qtr_new_plan_dialog_finalize;

  signals[SIGNAL_CREATED] = g_signal_new ("created", QTR_TYPE_NEW_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qtr_new_plan_dialog_init (QtrNewPlanDialog *self)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->proposed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  list_months (self);
  adw_combo_row_set_selected (self->first_month, (guint) plan->first_month - 1);
  propose_quarter_cb (self);
  add_entry (self);
}

AdwDialog *
qtr_new_plan_dialog_new (void)
{
  return g_object_new (QTR_TYPE_NEW_PLAN_DIALOG, NULL);
}
