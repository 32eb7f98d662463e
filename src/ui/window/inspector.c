/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/inspector.h"

#include <glib/gi18n-lib.h>

#include "check/finding.h"
#include "ui/chart/chart-view.h"
#include "ui/findings/findings-list.h"

struct _QtrInspector {
  AdwBin parent_instance;

  /* Owned. */
  GPtrArray *findings;
  GPtrArray *dismissed;
  char *priority;

  gboolean closable;

  /* Template children. */
  AdwViewStack *stack;
  AdwViewStackPage *findings_page;
  GtkStack *chart_stack;
  QtrChartView *chart;
  AdwToggleGroup *scope;
  QtrFindingsList *list;
};

G_DEFINE_FINAL_TYPE (QtrInspector, qtr_inspector, ADW_TYPE_BIN)

enum {
  PROP_CLOSABLE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  SIGNAL_FINDING_CHOSEN,
  SIGNAL_FINDING_FIXED,
  SIGNAL_FINDINGS_FIXED,
  SIGNAL_FINDING_DISMISSED,
  SIGNAL_FINDING_RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_scoped (QtrInspector *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->scope), "page") == 0;
}

static void
choose_of (QtrInspector *self, GPtrArray *findings, GPtrArray *chosen)
{
  for (guint i = 0; i < findings->len; i++) {
    QtrFinding *finding = g_ptr_array_index (findings, i);

    if (!is_scoped (self) || g_strcmp0 (finding->place.priority, self->priority) == 0)
      g_ptr_array_add (chosen, qtr_finding_ref (finding));
  }
}

static GPtrArray *
choose_findings (QtrInspector *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);

  choose_of (self, self->findings, chosen);
  choose_of (self, self->dismissed, chosen);
  return chosen;
}

static void
refresh_findings (QtrInspector *self)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->findings == NULL)
    return;
  chosen = choose_findings (self);
  qtr_findings_list_set_praise (self->list, is_scoped (self)
                                                ? _ ("The checks found nothing to put right on this page.")
                                                : _ ("The checks found nothing to put right."));
  qtr_findings_list_set_findings (self->list, chosen);
}

static void
refresh_title (QtrInspector *self)
{
  g_autofree char *title = NULL;

  /* The count is first, so that it is there where the word is too long to be shown whole. */
  title = self->findings->len == 0
              ? g_strdup (_ ("Findings"))
              : g_strdup_printf (ngettext ("%u Finding", "%u Findings", self->findings->len),
                                 self->findings->len);
  adw_view_stack_page_set_title (self->findings_page, title);
}

void
qtr_inspector_set_measure (QtrInspector *self, QtrDocument *document, const char *measure, QtrPeriod quarter)
{
  g_return_if_fail (QTR_IS_INSPECTOR (self));

  if (measure != NULL)
    qtr_chart_view_set_context (self->chart, document, measure, quarter);
  gtk_stack_set_visible_child_name (self->chart_stack, measure == NULL ? "none" : "chart");
}

void
qtr_inspector_set_priority (QtrInspector *self, const char *priority)
{
  g_return_if_fail (QTR_IS_INSPECTOR (self));

  if (g_set_str (&self->priority, priority) && is_scoped (self))
    refresh_findings (self);
}

void
qtr_inspector_set_findings (QtrInspector *self, GPtrArray *findings, GPtrArray *dismissed)
{
  g_return_if_fail (QTR_IS_INSPECTOR (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  self->dismissed = g_ptr_array_ref (dismissed);
  refresh_title (self);
  refresh_findings (self);
}

void
qtr_inspector_show_chart (QtrInspector *self)
{
  g_return_if_fail (QTR_IS_INSPECTOR (self));

  adw_view_stack_set_visible_child_name (self->stack, "chart");
}

void
qtr_inspector_show_findings (QtrInspector *self)
{
  g_return_if_fail (QTR_IS_INSPECTOR (self));

  adw_view_stack_set_visible_child_name (self->stack, "findings");
}

const char *
qtr_inspector_get_page (QtrInspector *self)
{
  g_return_val_if_fail (QTR_IS_INSPECTOR (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

void
qtr_inspector_set_page (QtrInspector *self, const char *page)
{
  g_return_if_fail (QTR_IS_INSPECTOR (self));

  if (adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
}

static void
scope_changed_cb (QtrInspector *self)
{
  refresh_findings (self);
}

static void
finding_activated_cb (QtrInspector *self, QtrFinding *finding)
{
  g_signal_emit (self, signals[SIGNAL_FINDING_CHOSEN], 0, finding);
}

static void
finding_fix_cb (QtrInspector *self, QtrFinding *finding)
{
  g_signal_emit (self, signals[SIGNAL_FINDING_FIXED], 0, finding);
}

static void
finding_fix_similar_cb (QtrInspector *self, QtrFinding *finding)
{
  g_signal_emit (self, signals[SIGNAL_FINDINGS_FIXED], 0, finding);
}

static void
finding_dismiss_cb (QtrInspector *self, QtrFinding *finding)
{
  g_signal_emit (self, signals[SIGNAL_FINDING_DISMISSED], 0, finding);
}

static void
finding_restore_cb (QtrInspector *self, QtrFinding *finding)
{
  g_signal_emit (self, signals[SIGNAL_FINDING_RESTORED], 0, finding);
}

static void
qtr_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_CLOSABLE:
    g_value_set_boolean (value, QTR_INSPECTOR (object)->closable);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_closable (QtrInspector *self, gboolean closable)
{
  if (self->closable == closable)
    return;

  self->closable = closable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSABLE]);
}

static void
qtr_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_CLOSABLE:
    set_closable (QTR_INSPECTOR (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_inspector_dispose (GObject *object)
{
  QtrInspector *self = QTR_INSPECTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_INSPECTOR);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  g_clear_pointer (&self->priority, g_free);

  G_OBJECT_CLASS (qtr_inspector_parent_class)->dispose (object);
}

static void
qtr_inspector_class_init (QtrInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_inspector_dispose;
  object_class->get_property = qtr_inspector_get_property;
  object_class->set_property = qtr_inspector_set_property;

  properties[PROP_CLOSABLE] = g_param_spec_boolean (
      "closable", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_FINDING_CHOSEN] = g_signal_new ("finding-chosen", QTR_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  signals[SIGNAL_FINDING_FIXED] = g_signal_new ("finding-fixed", QTR_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FINDINGS_FIXED] = g_signal_new ("findings-fixed", QTR_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FINDING_DISMISSED] =
      g_signal_new ("finding-dismissed", QTR_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FINDING_RESTORED] = g_signal_new ("finding-restored", QTR_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST,
                                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (QTR_TYPE_CHART_VIEW);
  g_type_ensure (QTR_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrInspector, findings_page);
  gtk_widget_class_bind_template_child (widget_class, QtrInspector, chart_stack);
  gtk_widget_class_bind_template_child (widget_class, QtrInspector, chart);
  gtk_widget_class_bind_template_child (widget_class, QtrInspector, scope);
  gtk_widget_class_bind_template_child (widget_class, QtrInspector, list);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_fix_similar_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_restore_cb);
}

static void
qtr_inspector_init (QtrInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
