/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/measure-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/figure.h"
#include "model/edit.h"
#include "ui/figures/figures-reading.h"
#include "ui/figures/figures-words.h"
#include "ui/measures/target-row.h"
#include "ui/plan/entry-error.h"
#include "ui/update/quarter-words.h"

/* What a drop-down offers: nothing, or one of those. */
typedef struct {
  AdwComboRow *row;
  GtkStringList *names;
  GStrvBuilder *building;
  GStrv ids;
} Choice;

struct _QtrMeasureDialog {
  AdwDialog parent_instance;

  /* Owned. */
  QtrDocument *document;
  char *id;
  GStrv numerator_ids;
  GStrv denominator_ids;
  GStrv owner_ids;
  GStrv marking_ids;

  /* Borrowed: a switch for each priority, and a row for each target. */
  GPtrArray *switches;
  GPtrArray *target_rows;

  /* Template children. */
  AdwEntryRow *name;
  AdwEntryRow *unit;
  AdwComboRow *kind;
  AdwComboRow *frequency;
  AdwSpinRow *lag;
  AdwComboRow *numerator;
  GtkStringList *numerator_names;
  AdwComboRow *denominator;
  GtkStringList *denominator_names;
  AdwComboRow *good;
  AdwSpinRow *decimals;
  AdwEntryRow *baseline;
  AdwEntryRow *tolerance;
  AdwPreferencesGroup *targets;
  GtkWidget *add_target;
  AdwPreferencesGroup *priorities;
  AdwEntryRow *source;
  AdwComboRow *owner;
  GtkStringList *owner_names;
  AdwComboRow *marking;
  GtkStringList *marking_names;
  AdwEntryRow *retired;
  GtkLabel *message;
  GtkButton *accept;
};

G_DEFINE_FINAL_TYPE (QtrMeasureDialog, qtr_measure_dialog, ADW_TYPE_DIALOG)

static const QtrPlan *
get_plan (QtrMeasureDialog *self)
{
  return qtr_document_get_plan (self->document);
}

/* --- What is entered --- */

static char *
get_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
refuse (QtrMeasureDialog *self, AdwEntryRow *row, const char *message)
{
  qtr_entry_row_set_error (row, self->message, message);
  return FALSE;
}

/* Merging takes measures of one name for one. */
static gboolean
read_name (QtrMeasureDialog *self, char **name)
{
  const QtrMeasure *other = NULL;

  *name = get_text (self->name);
  if (*name == NULL)
    return refuse (self, self->name, _ ("A measure needs a name"));

  other = qtr_plan_find_measure (get_plan (self), *name);
  if (other != NULL && g_strcmp0 (other->record.id, self->id) != 0)
    return refuse (self, self->name, _ ("Another measure has that name"));
  return TRUE;
}

static gboolean
read_value (QtrMeasureDialog *self, AdwEntryRow *row, const QtrMeasure *measure, QtrDecimal *value)
{
  g_autofree char *text = get_text (row);
  g_autoptr (GError) error = NULL;

  *value = QTR_DECIMAL_NONE;
  if (text == NULL || qtr_figures_read (measure, text, value, &error))
    return TRUE;

  return refuse (self, row, error->message);
}

static gboolean
read_tolerance (QtrMeasureDialog *self, QtrDecimal *tolerance)
{
  g_autofree char *text = get_text (self->tolerance);
  g_autoptr (GError) error = NULL;
  QtrFigure figure = { .value = QTR_DECIMAL_NONE };

  if (text != NULL && !qtr_figure_parse (text, &figure, &error))
    return refuse (self, self->tolerance, error->message);
  if (figure.unit == QTR_FIGURE_POUNDS)
    return refuse (self, self->tolerance, _ ("The tolerance is in percent of the target"));

  *tolerance = figure.value;
  return TRUE;
}

static gboolean
read_retired (QtrMeasureDialog *self, char **retired)
{
  g_autofree char *text = get_text (self->retired);
  g_autoptr (GError) error = NULL;
  QtrPeriod quarter = QTR_PERIOD_UNSET;

  *retired = NULL;
  if (!qtr_quarter_from_words (get_plan (self), text == NULL ? "" : text, &quarter, &error))
    return refuse (self, self->retired, error->message);

  *retired = qtr_period_is_set (quarter) ? qtr_period_to_string (quarter) : NULL;
  return TRUE;
}

static int
compare_targets (gconstpointer a, gconstpointer b, gpointer plan)
{
  QtrPeriod first = qtr_plan_parse_period (plan, ((const QtrTarget *) a)->from);
  QtrPeriod second = qtr_plan_parse_period (plan, ((const QtrTarget *) b)->from);

  return qtr_period_is_set (first) && qtr_period_is_set (second)
             ? qtr_period_compare (first, second)
             : qtr_period_is_set (first) - qtr_period_is_set (second);
}

static gboolean
read_targets (QtrMeasureDialog *self, const QtrMeasure *measure, QtrList **list)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->target_rows->len; i++) {
    QtrTarget *target = NULL;

    if (!qtr_target_row_read (g_ptr_array_index (self->target_rows, i), get_plan (self), measure, &target,
                              &error)) {
      gtk_label_set_label (self->message, error->message);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return FALSE;
    }
    if (target != NULL)
      g_ptr_array_add (targets, target);
  }
  g_ptr_array_sort_values_with_data (targets, compare_targets, (gpointer) get_plan (self));
  *list = qtr_list_new_from_array (targets);
  return TRUE;
}

static QtrTokens *
read_priorities (QtrMeasureDialog *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->switches, i)))
      g_ptr_array_add (ids, g_object_get_data (g_ptr_array_index (self->switches, i), "priority"));

  return ids->len == 0 ? NULL : qtr_tokens_new ((const char *const *) ids->pdata, ids->len);
}

static const char *
get_chosen (AdwComboRow *row, GStrv ids)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL : ids[selected - 1];
}

/* What cannot be wrong. */
static QtrMeasure *
choose (QtrMeasureDialog *self, const QtrMeasure *measure)
{
  g_autofree char *unit = get_text (self->unit);
  g_autofree char *source = get_text (self->source);
  g_autoptr (QtrTokens) priorities = read_priorities (self);

  return qtr_record_with (measure, "unit", unit, "kind", (int) adw_combo_row_get_selected (self->kind),
                          "frequency", (int) adw_combo_row_get_selected (self->frequency), "lag",
                          (int) adw_spin_row_get_value (self->lag), "numerator",
                          get_chosen (self->numerator, self->numerator_ids), "denominator",
                          get_chosen (self->denominator, self->denominator_ids), "good",
                          (int) adw_combo_row_get_selected (self->good), "decimals",
                          (int) adw_spin_row_get_value (self->decimals), "source", source, "owner",
                          get_chosen (self->owner, self->owner_ids), "marking",
                          get_chosen (self->marking, self->marking_ids), "priorities", priorities, NULL);
}

static QtrMeasure *
read_measure (QtrMeasureDialog *self, const QtrMeasure *before)
{
  g_autoptr (QtrMeasure) measure = choose (self, before);
  g_autofree char *name = NULL;
  g_autofree char *retired = NULL;
  g_autoptr (QtrList) targets = NULL;
  QtrDecimal baseline = QTR_DECIMAL_NONE;
  QtrDecimal tolerance = QTR_DECIMAL_NONE;

  if (!read_name (self, &name) || !read_value (self, self->baseline, measure, &baseline) ||
      !read_tolerance (self, &tolerance) || !read_targets (self, measure, &targets) ||
      !read_retired (self, &retired))
    return NULL;

  return qtr_record_with (measure, "name", name, "baseline", baseline, "tolerance", tolerance, "targets",
                          targets, "retired_from", retired, NULL);
}

static void
clear_error_cb (QtrMeasureDialog *self, AdwEntryRow *row)
{
  qtr_entry_row_set_error (row, self->message, NULL);
}

static void
accept_cb (QtrMeasureDialog *self)
{
  const QtrPlan *plan = get_plan (self);
  const QtrMeasure *standing = self->id == NULL ? NULL : qtr_list_find (plan->measures, self->id, NULL);
  g_autoptr (QtrMeasure) before =
      standing == NULL ? qtr_record_new (&qtr_measure_type, "name", NULL, NULL) : qtr_record_ref (standing);
  g_autoptr (QtrMeasure) measure = read_measure (self, before);

  if (measure == NULL)
    return;

  if (standing == NULL)
    qtr_document_commit (self->document,
                         qtr_edit_insert (plan, plan->record.id, "measures", G_MAXUINT, measure),
                         _ ("Adding a Measure"), NULL);
  else
    qtr_document_commit (self->document, qtr_edit_replace (plan, standing->record.id, measure),
                         _ ("Changing a Measure"), NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (QtrMeasureDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Targets --- */

static void
target_removed_cb (QtrTargetRow *row, QtrMeasureDialog *self)
{
  g_assert (QTR_IS_MEASURE_DIALOG (self));

  gtk_widget_grab_focus (self->add_target);
  g_ptr_array_remove (self->target_rows, row);
  adw_preferences_group_remove (self->targets, GTK_WIDGET (row));
}

/* The group only adds at its end, where the button is to stay. */
static GtkWidget *
append_target (QtrMeasureDialog *self, const QtrMeasure *measure, const QtrTarget *target)
{
  g_autoptr (GtkWidget) add = g_object_ref (self->add_target);
  GtkWidget *row = qtr_target_row_new (get_plan (self), measure, target);

  g_signal_connect_object (row, "removed", G_CALLBACK (target_removed_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_remove (self->targets, add);
  adw_preferences_group_add (self->targets, row);
  adw_preferences_group_add (self->targets, add);
  g_ptr_array_add (self->target_rows, row);
  return row;
}

static void
add_target_cb (QtrMeasureDialog *self)
{
  gtk_widget_child_focus (append_target (self, NULL, NULL), GTK_DIR_TAB_FORWARD);
}

/* --- What it says at first --- */

static void
show_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text == NULL ? "" : text);
}

static void
begin_choice (Choice *choice, AdwComboRow *row, GtkStringList *names)
{
  *choice = (Choice) { row, names, g_strv_builder_new (), NULL };
  gtk_string_list_append (names, _ ("None"));
}

static void
add_choice (Choice *choice, const char *id, const char *name, const char *chosen)
{
  g_strv_builder_add (choice->building, id);
  gtk_string_list_append (choice->names, name == NULL ? "" : name);
  if (g_strcmp0 (id, chosen) == 0)
    adw_combo_row_set_selected (choice->row, g_list_model_get_n_items (G_LIST_MODEL (choice->names)) - 1);
}

static GStrv
end_choice (Choice *choice)
{
  GStrv ids = g_strv_builder_end (choice->building);

  g_strv_builder_unref (choice->building);
  return ids;
}

/* A rate of a rate, or of itself, would never come to an end. */
static GStrv
offer_measures (QtrMeasureDialog *self, AdwComboRow *row, GtkStringList *names, const char *chosen)
{
  const QtrPlan *plan = get_plan (self);
  Choice choice;

  begin_choice (&choice, row, names);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    if (g_strcmp0 (measure->record.id, self->id) != 0 &&
        (measure->numerator == NULL || g_strcmp0 (measure->record.id, chosen) == 0))
      add_choice (&choice, measure->record.id, measure->name, chosen);
  }
  return end_choice (&choice);
}

static GStrv
offer_people (QtrMeasureDialog *self, const char *chosen)
{
  const QtrPlan *plan = get_plan (self);
  Choice choice;

  begin_choice (&choice, self->owner, self->owner_names);
  for (guint i = 0; i < qtr_list_length (plan->people); i++) {
    const QtrPerson *person = qtr_list_get (plan->people, i);

    add_choice (&choice, person->record.id, person->name, chosen);
  }
  return end_choice (&choice);
}

static GStrv
offer_markings (QtrMeasureDialog *self, const char *chosen)
{
  const QtrPlan *plan = get_plan (self);
  Choice choice;

  begin_choice (&choice, self->marking, self->marking_names);
  for (guint i = 0; i < qtr_tokens_length (plan->markings); i++)
    add_choice (&choice, plan->markings->at[i], plan->markings->at[i], chosen);
  return end_choice (&choice);
}

static void
offer_priorities (QtrMeasureDialog *self, const QtrTokens *chosen, const char *priority)
{
  const QtrPlan *plan = get_plan (self);

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *candidate = qtr_list_get (plan->priorities, i);
    GtkWidget *row = adw_switch_row_new ();
    g_autofree char *title = g_strdup_printf ("%d  %s", candidate->number, candidate->title);

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), qtr_tokens_contain (chosen, candidate->record.id) ||
                                                         g_strcmp0 (candidate->record.id, priority) == 0);
    g_object_set_data_full (G_OBJECT (row), "priority", g_strdup (candidate->record.id), g_free);
    adw_preferences_group_add (self->priorities, row);
    g_ptr_array_add (self->switches, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->priorities), self->switches->len > 0);
}

static void
show_measure (QtrMeasureDialog *self, const QtrMeasure *measure)
{
  QtrPeriod retired = qtr_plan_parse_period (get_plan (self), measure->retired_from);
  g_autofree char *quarter = qtr_period_is_set (retired) ? qtr_period_to_label (retired) : NULL;
  g_autofree char *baseline = qtr_figures_value_to_words (measure, measure->baseline);
  g_autofree char *tolerance =
      qtr_decimal_is_set (measure->tolerance) ? qtr_figure_format (measure->tolerance, "%") : NULL;

  show_text (self->name, measure->name);
  show_text (self->unit, measure->unit);
  adw_combo_row_set_selected (self->kind, measure->kind);
  adw_combo_row_set_selected (self->frequency, measure->frequency);
  adw_spin_row_set_value (self->lag, measure->lag);
  adw_combo_row_set_selected (self->good, measure->good);
  adw_spin_row_set_value (self->decimals, measure->decimals);
  show_text (self->baseline, baseline);
  show_text (self->tolerance, tolerance);
  show_text (self->source, measure->source);
  show_text (self->retired, quarter);
  for (guint i = 0; i < qtr_list_length (measure->targets); i++)
    append_target (self, measure, qtr_list_get (measure->targets, i));
}

static void
offer_records (QtrMeasureDialog *self, const QtrMeasure *measure, const char *priority)
{
  self->numerator_ids = offer_measures (self, self->numerator, self->numerator_names, measure->numerator);
  self->denominator_ids =
      offer_measures (self, self->denominator, self->denominator_names, measure->denominator);
  self->owner_ids = offer_people (self, measure->owner);
  self->marking_ids = offer_markings (self, measure->marking);
  offer_priorities (self, measure->priorities, priority);
}

/* --- The object --- */

static void
qtr_measure_dialog_dispose (GObject *object)
{
  QtrMeasureDialog *self = QTR_MEASURE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_MEASURE_DIALOG);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (qtr_measure_dialog_parent_class)->dispose (object);
}

static void
qtr_measure_dialog_finalize (GObject *object)
{
  QtrMeasureDialog *self = QTR_MEASURE_DIALOG (object);

  g_free (self->id);
  g_strfreev (self->numerator_ids);
  g_strfreev (self->denominator_ids);
  g_strfreev (self->owner_ids);
  g_strfreev (self->marking_ids);
  g_ptr_array_unref (self->switches);
  g_ptr_array_unref (self->target_rows);

  G_OBJECT_CLASS (qtr_measure_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, name);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, frequency);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, lag);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, numerator);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, numerator_names);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, denominator);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, denominator_names);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, good);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, decimals);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, baseline);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, tolerance);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, targets);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, add_target);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, priorities);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, source);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, owner_names);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, marking);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, marking_names);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, retired);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, message);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasureDialog, accept);
}

static void
qtr_measure_dialog_class_init (QtrMeasureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_measure_dialog_dispose;
  object_class->finalize = qtr_measure_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/measures/measure-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_error_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_target_cb);
}

/* What is typed in is a part of the row, which does not give it its name. */
static void
name_number (AdwSpinRow *row)
{
  GtkEditable *number = gtk_editable_get_delegate (GTK_EDITABLE (row));

  if (number != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
qtr_measure_dialog_init (QtrMeasureDialog *self)
{
  self->switches = g_ptr_array_new ();
  self->target_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_number (self->lag);
  name_number (self->decimals);
}

AdwDialog *
qtr_measure_dialog_new (QtrDocument *document, const char *id, const char *priority)
{
  QtrMeasureDialog *self = g_object_new (QTR_TYPE_MEASURE_DIALOG, NULL);
  const QtrPlan *plan = qtr_document_get_plan (document);
  const QtrMeasure *standing = id == NULL ? NULL : qtr_list_find (plan->measures, id, NULL);
  g_autoptr (QtrMeasure) measure =
      standing == NULL ? qtr_record_new (&qtr_measure_type, "name", NULL, NULL) : qtr_record_ref (standing);

  self->document = g_object_ref (document);
  self->id = g_strdup (id);
  adw_dialog_set_title (ADW_DIALOG (self), standing == NULL ? _ ("New Measure") : _ ("Measure"));
  gtk_button_set_label (self->accept, standing == NULL ? _ ("_Add") : _ ("_Save"));
  offer_records (self, measure, priority);
  show_measure (self, measure);
  return ADW_DIALOG (self);
}
