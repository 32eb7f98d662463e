/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/front-page.h"

#include <glib/gi18n-lib.h>

#include "check/finding.h"
#include "model/edit.h"
#include "ui/update/marking-row.h"
#include "ui/update/quarter-words.h"

/* The fields in the order of the page; each has the name of the update's field and of its row. All are
 * written but the marking, which is chosen. */
static const char *const fields[] = { "title",   "plan_period", "marking",    "data_to",
                                      "version", "produced",    "produced_by" };

struct _QtrFrontPage {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  /* Of the fields whose rows hold what cannot be read: what the plan goes on saying. */
  char *unread[G_N_ELEMENTS (fields)];

  QtrPeriod quarter;
  gboolean refreshing;

  /* Template children. */
  GtkLabel *quarter_label;
  AdwPreferencesRow *rows[G_N_ELEMENTS (fields)];
  GtkLabel *unread_reason;
  /* In the rows. */
  GtkWidget *warnings[G_N_ELEMENTS (fields)];
};

G_DEFINE_FINAL_TYPE (QtrFrontPage, qtr_front_page, ADW_TYPE_BIN)

static const QtrUpdate *
get_update (QtrFrontPage *self)
{
  return self->document == NULL
             ? NULL
             : qtr_plan_find_update (qtr_document_get_plan (self->document), self->quarter);
}

/* What a field says, as the row shows it: a month by its name. */
static char *
show_value (const QtrPlan *plan, const QtrField *field, const char *value)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  if (value == NULL)
    return g_strdup ("");
  if (field->kind == QTR_FIELD_PERIOD)
    period = qtr_plan_parse_period (plan, value);

  return qtr_period_is_set (period) ? qtr_period_to_label (period) : g_strdup (value);
}

/* What the row shows, as the field says it. */
static gboolean
read_value (const QtrPlan *plan, const QtrField *field, const char *text, char **value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  QtrPeriod period = QTR_PERIOD_UNSET;

  *value = NULL;
  if (*stripped == '\0')
    return TRUE;
  if (field->kind != QTR_FIELD_PERIOD) {
    *value = g_strdup (text);
    return TRUE;
  }
  if (!qtr_period_parse (stripped, plan->first_month, &period, NULL))
    return FALSE;
  *value = qtr_period_to_string (period);
  return TRUE;
}

static const QtrField *
get_field (guint index)
{
  return qtr_record_type_find_field (&qtr_update_type, fields[index]);
}

static char *
explain_unread (QtrFrontPage *self, guint index)
{
  /* Translators: under the front page's fields, with what was typed in place of a month. */
  return g_strdup_printf (_ ("“%s” is not a period that is understood. Write it like “December 2019”."),
                          gtk_editable_get_text (GTK_EDITABLE (self->rows[index])));
}

/* What was typed amiss goes before what the checks say of the field. */
static void
describe_row (QtrFrontPage *self, guint index)
{
  gboolean unread = self->unread[index] != NULL;
  const char *finding = gtk_widget_get_tooltip_text (self->warnings[index]);
  g_autofree char *description = unread ? explain_unread (self, index) : g_strdup (finding);
  GtkAccessible *row = GTK_ACCESSIBLE (self->rows[index]);

  gtk_accessible_update_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description == NULL ? "" : description, -1);
  gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                               unread ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_unread (QtrFrontPage *self)
{
  g_autofree char *reason = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && reason == NULL; i++)
    if (self->unread[i] != NULL)
      reason = explain_unread (self, i);
  gtk_label_set_label (self->unread_reason, reason == NULL ? "" : reason);
  gtk_widget_set_visible (GTK_WIDGET (self->unread_reason), reason != NULL);
}

/* @value is what the plan says, where the row says something that cannot be read. */
static void
set_unread (QtrFrontPage *self, guint index, gboolean unread, const char *value)
{
  GtkWidget *row = GTK_WIDGET (self->rows[index]);

  if (!unread && self->unread[index] == NULL)
    return;

  g_set_str (&self->unread[index], !unread ? NULL : value == NULL ? "" : value);
  if (unread)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  describe_row (self, index);
  show_unread (self);
}

static gboolean
is_kept (QtrFrontPage *self, guint index, const char *value)
{
  return self->unread[index] != NULL && g_str_equal (self->unread[index], value == NULL ? "" : value);
}

/* A row that says what the field says is left as it was typed: "Dec 2019" need not become "December 2019"
 * under the fingers. */
static void
refresh_entry (QtrFrontPage *self, guint index, const QtrUpdate *update)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrField *field = get_field (index);
  const char *value = qtr_record_get (update, field).string;
  GtkEditable *row = GTK_EDITABLE (self->rows[index]);
  g_autofree char *typed = NULL;
  g_autofree char *shown = NULL;

  if (is_kept (self, index, value) ||
      (read_value (plan, field, gtk_editable_get_text (row), &typed) && g_strcmp0 (typed, value) == 0))
    return;
  shown = show_value (plan, field, value);
  gtk_editable_set_text (row, shown);
  set_unread (self, index, FALSE, NULL);
}

static void
refresh_row (QtrFrontPage *self, guint index, const QtrUpdate *update)
{
  if (ADW_IS_ENTRY_ROW (self->rows[index]))
    refresh_entry (self, index, update);
  else
    qtr_marking_row_show (QTR_MARKING_ROW (self->rows[index]),
                          qtr_document_get_plan (self->document)->markings, update->marking);
}

static void
refresh (QtrFrontPage *self)
{
  const QtrUpdate *update = get_update (self);

  if (update == NULL || self->refreshing)
    return;

  self->refreshing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    refresh_row (self, i, update);
  self->refreshing = FALSE;
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrFrontPage *self)
{
  g_assert (QTR_IS_FRONT_PAGE (self));

  if (before->updates != now->updates || before->markings != now->markings)
    refresh (self);
}

static guint
find_row (QtrFrontPage *self, gpointer row)
{
  guint index = 0;

  while ((gpointer) self->rows[index] != row)
    index++;

  return index;
}

static void
commit (QtrFrontPage *self, guint index, const QtrUpdate *update, const char *value, const char *run)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  qtr_document_commit (self->document, qtr_edit_set (plan, update->record.id, fields[index], value, NULL),
                       adw_preferences_row_get_title (self->rows[index]), run);
}

static void
marking_chosen_cb (QtrFrontPage *self, const char *marking, QtrMarkingRow *row)
{
  const QtrUpdate *update = get_update (self);

  if (update != NULL)
    commit (self, find_row (self, row), update, marking, NULL);
}

static void
row_changed_cb (QtrFrontPage *self, AdwEntryRow *row)
{
  const QtrUpdate *update = get_update (self);
  guint index = find_row (self, row);
  g_autofree char *value = NULL;
  g_autofree char *run = NULL;

  if (update == NULL || self->refreshing)
    return;
  if (!read_value (qtr_document_get_plan (self->document), get_field (index),
                   gtk_editable_get_text (GTK_EDITABLE (row)), &value)) {
    set_unread (self, index, TRUE, qtr_record_get (update, get_field (index)).string);
    return;
  }

  set_unread (self, index, FALSE, NULL);
  run = g_strconcat ("front/", fields[index], NULL);
  commit (self, index, update, value, run);
}

/* When the row is left, it shows what was understood; what was not stays to be put right. */
static void
row_left_cb (GtkEventControllerFocus *controller, QtrFrontPage *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint index = find_row (self, row);
  const QtrUpdate *update = get_update (self);
  g_autofree char *shown = NULL;

  if (update == NULL || self->unread[index] != NULL)
    return;
  shown = show_value (qtr_document_get_plan (self->document), get_field (index),
                      qtr_record_get (update, get_field (index)).string);
  self->refreshing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), shown))
    gtk_editable_set_text (GTK_EDITABLE (row), shown);
  self->refreshing = FALSE;
}

static void
forget_unread (QtrFrontPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set_unread (self, i, FALSE, NULL);
}

void
qtr_front_page_set_document (QtrFrontPage *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_FRONT_PAGE (self));

  if (!g_set_object (&self->document, document))
    return;

  forget_unread (self);
  g_signal_group_set_target (self->document_signals, document);
}

void
qtr_front_page_set_quarter (QtrFrontPage *self, QtrPeriod quarter)
{
  g_autofree char *words = qtr_period_is_set (quarter) ? qtr_quarter_to_words (quarter) : NULL;

  g_return_if_fail (QTR_IS_FRONT_PAGE (self));

  if (qtr_period_compare (self->quarter, quarter) != 0)
    forget_unread (self);
  self->quarter = quarter;
  gtk_label_set_label (self->quarter_label, words == NULL ? "" : words);
  refresh (self);
}

static const QtrFinding *
find_finding (GPtrArray *findings, const char *field)
{
  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = g_ptr_array_index (findings, i);

    if (g_strcmp0 (finding->field, field) == 0)
      return finding;
  }

  return NULL;
}

static void
show_missing (QtrFrontPage *self, guint index, gboolean missing)
{
  GtkWidget *row = GTK_WIDGET (self->rows[index]);

  gtk_widget_set_visible (self->warnings[index], missing);
  if (missing)
    gtk_widget_add_css_class (row, "incomplete");
  else
    gtk_widget_remove_css_class (row, "incomplete");
}

void
qtr_front_page_set_findings (QtrFrontPage *self, GPtrArray *findings)
{
  g_return_if_fail (QTR_IS_FRONT_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const QtrFinding *finding = find_finding (findings, fields[i]);
    const char *message = finding == NULL ? NULL : finding->message;

    show_missing (self, i, finding != NULL);
    /* Even the same one again has the toolkit look for what is under the pointer. */
    if (g_strcmp0 (gtk_widget_get_tooltip_text (self->warnings[i]), message) != 0)
      gtk_widget_set_tooltip_text (self->warnings[i], message);
    describe_row (self, i);
  }
}

void
qtr_front_page_focus_field (QtrFrontPage *self, const char *field)
{
  guint index = 0;

  g_return_if_fail (QTR_IS_FRONT_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i], field) == 0)
      index = i;
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[index]));
}

/* Said where it is missing, in a word; the whole sentence is its tooltip, and describes the row. */
static GtkWidget *
make_warning (void)
{
  GtkWidget *warning = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: of a field of the front page that must not be empty. */
  GtkWidget *word = gtk_label_new (_ ("Missing"));

  gtk_widget_add_css_class (word, "caption-heading");
  gtk_box_append (GTK_BOX (warning),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (warning), word);
  gtk_widget_add_css_class (warning, "error");
  gtk_widget_set_valign (warning, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (warning, FALSE);
  return warning;
}

static void
prepare_row (QtrFrontPage *self, guint index)
{
  GtkEventController *focus = NULL;

  self->warnings[index] = make_warning ();
  if (!ADW_IS_ENTRY_ROW (self->rows[index])) {
    adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[index]), self->warnings[index]);
    return;
  }

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[index]), self->warnings[index]);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (row_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->rows[index]), focus);
  /* The window undoes; an entry's own history would only know of the entry. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->rows[index]), FALSE);
}

static void
qtr_front_page_dispose (GObject *object)
{
  QtrFrontPage *self = QTR_FRONT_PAGE (object);

  g_clear_object (&self->document_signals);
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FRONT_PAGE);
  g_clear_object (&self->document);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_clear_pointer (&self->unread[i], g_free);

  G_OBJECT_CLASS (qtr_front_page_parent_class)->dispose (object);
}

static void
qtr_front_page_class_init (QtrFrontPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_front_page_dispose;

  g_type_ensure (QTR_TYPE_MARKING_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/front-page.ui");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE,
                                               G_STRUCT_OFFSET (QtrFrontPage, rows) +
                                                   (gssize) (i * sizeof (AdwPreferencesRow *)));
  gtk_widget_class_bind_template_child (widget_class, QtrFrontPage, quarter_label);
  gtk_widget_class_bind_template_child (widget_class, QtrFrontPage, unread_reason);
  gtk_widget_class_bind_template_callback (widget_class, marking_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
qtr_front_page_init (QtrFrontPage *self)
{
  self->quarter = QTR_PERIOD_UNSET;
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    prepare_row (self, i);
}
