/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/outline/outline.h"

#include <glib/gi18n-lib.h>

#include "check/finding.h"
#include "model/edit-plan.h"
#include "model/review.h"
#include "model/update.h"
#include "ui/findings/severity-words.h"
#include "ui/outline/outline-row.h"
#include "ui/update/quarter-words.h"

struct _QtrOutline {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  GPtrArray *findings;
  char *priority;

  QtrPeriod quarter;
  guint n_conflicts;
  guint n_changes;
  gboolean refreshing;

  /* Template children. */
  GtkDropDown *quarters;
  GtkStringList *quarter_names;
  GtkLabel *status;
  GtkWidget *summary;
  GtkLabel *summary_label;
  GtkListBox *pages;
};

G_DEFINE_FINAL_TYPE (QtrOutline, qtr_outline, ADW_TYPE_BIN)

enum {
  SIGNAL_PLACE_CHOSEN,
  SIGNAL_QUARTER_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The latest quarter stands first in the list, and last in the plan. */
static const QtrUpdate *
get_update (const QtrPlan *plan, guint position)
{
  guint n_updates = qtr_list_length (plan->updates);

  return position < n_updates ? qtr_list_get (plan->updates, n_updates - 1 - position) : NULL;
}

static void
select_quarter (QtrOutline *self, const QtrPlan *plan)
{
  for (guint i = 0; i < qtr_list_length (plan->updates); i++)
    if (qtr_period_compare (qtr_plan_parse_period (plan, get_update (plan, i)->quarter), self->quarter) == 0)
      gtk_drop_down_set_selected (self->quarters, i);
}

static gboolean
has_quarters (QtrOutline *self, const char *const *names)
{
  GListModel *model = G_LIST_MODEL (self->quarter_names);

  if (g_list_model_get_n_items (model) != g_strv_length ((char **) names))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->quarter_names, i), names[i]))
      return FALSE;

  return TRUE;
}

static void
refresh_quarters (QtrOutline *self, const QtrPlan *plan)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++)
    g_strv_builder_take (builder,
                         qtr_quarter_to_words (qtr_plan_parse_period (plan, get_update (plan, i)->quarter)));
  names = g_strv_builder_end (builder);
  if (!has_quarters (self, (const char *const *) names))
    gtk_string_list_splice (self->quarter_names, 0,
                            g_list_model_get_n_items (G_LIST_MODEL (self->quarter_names)),
                            (const char *const *) names);
  gtk_widget_set_visible (GTK_WIDGET (self->quarters), qtr_list_length (plan->updates) > 0);
  select_quarter (self, plan);
}

static void
refresh_status (QtrOutline *self, const QtrPlan *plan)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, self->quarter);
  g_autofree char *span = NULL;
  g_autofree char *status = NULL;

  if (update != NULL) {
    span = qtr_period_to_span (self->quarter);
    /* Translators: under the quarter: its months and its status, as in "October to December 2019 · draft". */
    status = g_strdup_printf (_ ("%s · %s"), span,
                              qtr_state_to_words (qtr_plan_get_state (plan, update->record.id)));
  }
  gtk_label_set_label (self->status, status == NULL ? "" : status);
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
}

/* Those of a page, by severity; the front page has those of no priority. */
static void
count_findings (QtrOutline *self, const char *priority, guint *counts)
{
  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++) {
    const QtrFinding *finding = g_ptr_array_index (self->findings, i);

    counts[finding->severity] += g_strcmp0 (finding->place.priority, priority) == 0;
  }
}

static void
refresh_summary (QtrOutline *self)
{
  guint counts[QTR_SEVERITY_ERROR + 1] = { 0 };
  g_autofree char *words = NULL;

  for (int severity = QTR_SEVERITY_NOTICE; severity <= QTR_SEVERITY_ERROR; severity++)
    counts[severity] = self->findings == NULL ? 0 : qtr_findings_count (self->findings, severity);
  words = qtr_severity_counts_to_words (counts);
  gtk_label_set_label (self->summary_label, words == NULL ? "" : words);
  gtk_widget_set_visible (self->summary, words != NULL);
}

static void
refresh_findings (QtrOutline *self)
{
  QtrOutlineRow *row = NULL;

  for (int i = 0; (row = QTR_OUTLINE_ROW (gtk_list_box_get_row_at_index (self->pages, i))) != NULL; i++) {
    guint counts[QTR_SEVERITY_ERROR + 1] = { 0 };

    count_findings (self, qtr_outline_row_get_priority (row), counts);
    qtr_outline_row_set_findings (row, counts);
  }
  refresh_summary (self);
}

static void
refresh_row (QtrOutline *self, QtrOutlineRow *row, const QtrPlan *plan, const QtrPriority *priority)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, self->quarter);
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (plan, priority, self->quarter);
  guint n_reported = 0;

  for (guint i = 0; update != NULL && i < commitments->len; i++) {
    const QtrCommitment *commitment = g_ptr_array_index (commitments, i);

    n_reported += qtr_section_is_reported (qtr_update_find_section (update, commitment->record.id)) ? 1 : 0;
  }
  qtr_outline_row_set_movable (row);
  qtr_outline_row_set_heading (row, priority->number, priority->title);
  qtr_outline_row_set_progress (row, n_reported, commitments->len);
}

/* The number that it bears is that of its place. */
static void
row_placed_cb (QtrOutlineRow *row, QtrOutlineRow *other, QtrOutline *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  g_assert (QTR_IS_OUTLINE_ROW (row));
  g_assert (QTR_IS_OUTLINE (self));

  qtr_document_commit (
      self->document,
      qtr_edit_take_place (plan, qtr_outline_row_get_priority (other), qtr_outline_row_get_priority (row)),
      _ ("Moving a Priority"), NULL);
}

static QtrOutlineRow *
find_row (QtrOutline *self, int index, const char *priority)
{
  QtrOutlineRow *row = NULL;

  while ((row = QTR_OUTLINE_ROW (gtk_list_box_get_row_at_index (self->pages, index++))) != NULL)
    if (g_strcmp0 (qtr_outline_row_get_priority (row), priority) == 0)
      return row;

  return NULL;
}

/* The row for that page, which comes to @index. A page that stands elsewhere than before keeps its row:
 * somebody may be dragging it. */
static QtrOutlineRow *
claim_row (QtrOutline *self, int index, const char *priority)
{
  g_autoptr (QtrOutlineRow) row = find_row (self, index, priority);

  if (row == NULL) {
    row = QTR_OUTLINE_ROW (g_object_ref_sink (qtr_outline_row_new (priority)));
    g_signal_connect_object (row, "placed", G_CALLBACK (row_placed_cb), self, G_CONNECT_DEFAULT);
    gtk_list_box_insert (self->pages, GTK_WIDGET (row), index);
    return row;
  }

  g_object_ref (row);
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != index) {
    gtk_list_box_remove (self->pages, GTK_WIDGET (row));
    /* The pointer that was over it leaves without a word. */
    gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE |
                                                        GTK_STATE_FLAG_DROP_ACTIVE);
    gtk_list_box_insert (self->pages, GTK_WIDGET (row), index);
  }
  return row;
}

static void
refresh_pages (QtrOutline *self, const QtrPlan *plan)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, self->quarter);
  GtkListBoxRow *left = NULL;
  QtrOutlineRow *row = NULL;
  int index = 0;

  /* Without an update there is nothing but the plan. */
  if (qtr_list_length (plan->updates) > 0)
    qtr_outline_row_set_heading (claim_row (self, index++, NULL), 0, _ ("Front Page"));
  for (guint i = 0; index > 0 && i < priorities->len; i++) {
    const QtrPriority *priority = g_ptr_array_index (priorities, i);

    refresh_row (self, claim_row (self, index++, priority->record.id), plan, priority);
  }
  row = claim_row (self, index++, QTR_OUTLINE_MEASURES);
  qtr_outline_row_set_heading (row, 0, _ ("Measures"));
  gtk_widget_add_css_class (GTK_WIDGET (row), "plan");
  qtr_outline_row_set_heading (claim_row (self, index++, plan->record.id), 0, _ ("Plan"));
  row = claim_row (self, index++, QTR_OUTLINE_CHANGES);
  qtr_outline_row_set_heading (row, 0, _ ("Changes"));
  qtr_outline_row_set_changes (row, self->n_conflicts, self->n_changes);
  while ((left = gtk_list_box_get_row_at_index (self->pages, index)) != NULL)
    gtk_list_box_remove (self->pages, GTK_WIDGET (left));
}

static void
select_page (QtrOutline *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->pages, i)) != NULL; i++)
    if (g_strcmp0 (qtr_outline_row_get_priority (QTR_OUTLINE_ROW (row)), self->priority) == 0) {
      gtk_list_box_select_row (self->pages, row);
      return;
    }
}

/* Rows that were made anew have lost the focus that was in one of them. */
static void
focus_page (QtrOutline *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pages);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
refresh (QtrOutline *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  gboolean focused =
      (gtk_widget_get_state_flags (GTK_WIDGET (self->pages)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  self->refreshing = TRUE;
  refresh_quarters (self, plan);
  refresh_status (self, plan);
  refresh_pages (self, plan);
  refresh_findings (self);
  select_page (self);
  if (focused)
    focus_page (self);
  self->refreshing = FALSE;
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrOutline *self)
{
  g_assert (QTR_IS_OUTLINE (self));

  if (before->priorities != now->priorities || before->updates != now->updates ||
      before->statuses != now->statuses)
    refresh (self);
}

void
qtr_outline_set_document (QtrOutline *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_OUTLINE (self));

  if (!g_set_object (&self->document, document))
    return;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_signal_group_set_target (self->document_signals, document);
}

void
qtr_outline_set_place (QtrOutline *self, QtrPeriod quarter, const char *priority)
{
  gboolean moved = FALSE;
  gboolean first = FALSE;

  g_return_if_fail (QTR_IS_OUTLINE (self));
  g_return_if_fail (self->document != NULL);

  first = gtk_list_box_get_row_at_index (self->pages, 0) == NULL;
  moved = qtr_period_compare (self->quarter, quarter) != 0;
  self->quarter = quarter;
  if (g_set_str (&self->priority, priority) || moved || first)
    refresh (self);
}

void
qtr_outline_set_findings (QtrOutline *self, GPtrArray *findings)
{
  g_return_if_fail (QTR_IS_OUTLINE (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  refresh_findings (self);
}

void
qtr_outline_set_changes (QtrOutline *self, guint n_conflicts, guint n_changes)
{
  QtrOutlineRow *row = NULL;

  g_return_if_fail (QTR_IS_OUTLINE (self));

  self->n_conflicts = n_conflicts;
  self->n_changes = n_changes;
  row = find_row (self, 0, QTR_OUTLINE_CHANGES);
  if (row != NULL)
    qtr_outline_row_set_changes (row, n_conflicts, n_changes);
}

static void
row_activated_cb (QtrOutline *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, qtr_outline_row_get_priority (QTR_OUTLINE_ROW (row)));
}

/* With the arrow keys, or by assistive technology, a page is chosen without being activated. */
static void
row_selected_cb (QtrOutline *self, GtkListBoxRow *row)
{
  const char *priority = row == NULL ? NULL : qtr_outline_row_get_priority (QTR_OUTLINE_ROW (row));

  if (row != NULL && !self->refreshing && g_strcmp0 (priority, self->priority) != 0)
    g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, priority);
}

static void
quarter_selected_cb (QtrOutline *self)
{
  const QtrUpdate *update = NULL;

  if (self->refreshing || self->document == NULL)
    return;
  update = get_update (qtr_document_get_plan (self->document), gtk_drop_down_get_selected (self->quarters));
  if (update != NULL)
    g_signal_emit (self, signals[SIGNAL_QUARTER_CHOSEN], 0, update->quarter);
}

static void
qtr_outline_dispose (GObject *object)
{
  QtrOutline *self = QTR_OUTLINE (object);

  /* The rows that go now are not chosen by anybody. */
  self->refreshing = TRUE;
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_OUTLINE);
  g_clear_object (&self->document);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->priority, g_free);

  G_OBJECT_CLASS (qtr_outline_parent_class)->dispose (object);
}

static void
qtr_outline_class_init (QtrOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_outline_dispose;

  signals[SIGNAL_PLACE_CHOSEN] = g_signal_new ("place-chosen", QTR_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_QUARTER_CHOSEN] = g_signal_new ("quarter-chosen", QTR_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/outline/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrOutline, quarters);
  gtk_widget_class_bind_template_child (widget_class, QtrOutline, quarter_names);
  gtk_widget_class_bind_template_child (widget_class, QtrOutline, status);
  gtk_widget_class_bind_template_child (widget_class, QtrOutline, summary);
  gtk_widget_class_bind_template_child (widget_class, QtrOutline, summary_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutline, pages);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, quarter_selected_cb);
}

static void
qtr_outline_init (QtrOutline *self)
{
  self->quarter = QTR_PERIOD_UNSET;
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}
