/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/edit-plan.h"
#include "ui/measures/measure-dialog.h"
#include "ui/measures/measure-uses.h"
#include "ui/measures/measures-page-private.h"
#include "ui/measures/uses-dialog.h"
#include "ui/plan/plan-form-dialog.h"
#include "ui/update/quarter-words.h"

/* What is done with a measure. */

const QtrPlan *
qtr_measures_page_get_plan (QtrMeasuresPage *self)
{
  return qtr_document_get_plan (self->document);
}

const QtrMeasure *
qtr_measures_page_find (QtrMeasuresPage *self, const char *id)
{
  return id == NULL ? NULL : qtr_list_find (qtr_measures_page_get_plan (self)->measures, id, NULL);
}

static void
use_chosen_cb (QtrUsesDialog *dialog, const char *record, gboolean is_chart, QtrMeasuresPage *self)
{
  g_assert (QTR_IS_MEASURES_PAGE (self));

  g_signal_emit_by_name (self, "place-chosen", record);
  if (is_chart)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-chart", NULL);
}

void
qtr_measures_page_show_uses (QtrMeasuresPage *self, const char *id)
{
  const QtrMeasure *measure = NULL;
  AdwDialog *dialog = NULL;

  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  measure = qtr_measures_page_find (self, id);
  if (measure == NULL)
    return;

  dialog = qtr_uses_dialog_new (qtr_measures_page_get_plan (self), measure);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (use_chosen_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
qtr_measures_page_edit (QtrMeasuresPage *self, const char *id, const char *priority)
{
  adw_dialog_present (qtr_measure_dialog_new (self->document, id, priority), GTK_WIDGET (self));
}

/* Whom a form is about. */
typedef struct {
  QtrMeasuresPage *page;
  char *id;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->page);
  g_free (subject->id);
  g_free (subject);
}

static gboolean
apply_retired (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Subject *subject = data;
  QtrMeasuresPage *self = subject->page;
  QtrPeriod quarter = QTR_PERIOD_UNSET;
  g_autofree char *text = NULL;

  if (qtr_measures_page_find (self, subject->id) == NULL)
    return TRUE;
  if (!qtr_quarter_from_words (qtr_measures_page_get_plan (self), values[0], &quarter, error))
    return FALSE;

  text = qtr_period_is_set (quarter) ? qtr_period_to_string (quarter) : NULL;
  qtr_document_commit (
      self->document,
      qtr_edit_set (qtr_measures_page_get_plan (self), subject->id, "retired_from", text, NULL),
      _ ("Retiring a Measure"), NULL);
  if (text != NULL)
    g_signal_emit_by_name (self, "taken", _ ("Measure retired"));
  return TRUE;
}

void
qtr_measures_page_retire (QtrMeasuresPage *self, const QtrMeasure *measure)
{
  const QtrPlan *plan = qtr_measures_page_get_plan (self);
  QtrPeriod quarter = qtr_plan_parse_period (plan, measure->retired_from);
  g_autofree char *label = NULL;
  Subject *subject = g_new0 (Subject, 1);
  QtrPlanForm form = { .title = _ ("Retire the Measure"),
                       .description = _ ("Updates from that quarter on do not show it. Its figures stay."),
                       .accept = _ ("_Retire") };

  if (!qtr_period_is_set (quarter))
    quarter = qtr_plan_get_next_quarter (plan);
  label = qtr_period_is_set (quarter) ? qtr_period_to_label (quarter) : NULL;
  form.fields[0] = (QtrPlanField) { .title = _ ("Retired From"), .value = label };
  *subject = (Subject) { g_object_ref (self), g_strdup (measure->record.id) };
  adw_dialog_present (qtr_plan_form_dialog_new (&form, apply_retired, subject, subject_free),
                      GTK_WIDGET (self));
}

/* Bullets that have its figures keep their words, and the checks find them. */
static char *
tell_removed (const QtrPlan *before, const char *id)
{
  g_autoptr (GPtrArray) uses = qtr_measure_list_uses (before, id);
  guint n_uses = 0;

  for (guint i = 0; i < uses->len; i++)
    n_uses += g_str_equal (((const QtrMeasureUse *) g_ptr_array_index (uses, i))->record, id) ? 0 : 1;

  return n_uses == 0 ? g_strdup (_ ("Measure removed"))
                     : g_strdup_printf (ngettext ("Measure removed, which %u place used",
                                                  "Measure removed, which %u places used", n_uses),
                                        n_uses);
}

void
qtr_measures_page_remove (QtrMeasuresPage *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = tell_removed (qtr_measures_page_get_plan (self), id);
  QtrPlan *now = qtr_edit_remove_unused (qtr_measures_page_get_plan (self), id, &error);

  if (now == NULL) {
    g_signal_emit_by_name (self, "told", error->message);
    return;
  }
  qtr_document_commit (self->document, now, _ ("Removing a Measure"), NULL);
  g_signal_emit_by_name (self, "taken", message);
}
