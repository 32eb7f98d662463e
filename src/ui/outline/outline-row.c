/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/outline/outline-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/findings/severity-words.h"
#include "ui/plan/row-dragging.h"

struct _QtrOutlineRow {
  GtkListBoxRow parent_instance;

  /* Owned. */
  char *priority;

  int number;
  gboolean movable;
  guint n_reported;
  guint n_commitments;
  guint counts[QTR_SEVERITY_ERROR + 1];
  guint n_conflicts;
  guint n_changes;

  /* Template children. */
  GtkLabel *number_label;
  GtkLabel *title_label;
  GtkWidget *progress;
  GtkLabel *progress_label;
  GtkImage *progress_icon;
  GtkBox *content;
  GtkBox *below;
  GtkWidget *chips;
  GtkWidget *errors;
  GtkWidget *warnings;
  GtkWidget *notices;
  GtkLabel *error_count;
  GtkLabel *warning_count;
  GtkLabel *notice_count;
  GtkWidget *conflicts;
  GtkLabel *conflict_count;
  GtkLabel *change_count;
};

G_DEFINE_FINAL_TYPE (QtrOutlineRow, qtr_outline_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_missing (QtrOutlineRow *self)
{
  return self->n_commitments > 0 && self->n_reported == 0;
}

static gboolean
is_complete (QtrOutlineRow *self)
{
  return self->n_commitments > 0 && self->n_reported == self->n_commitments;
}

static char *
word_progress (QtrOutlineRow *self)
{
  if (self->n_commitments == 0)
    return NULL;
  if (is_missing (self))
    return g_strdup (_ ("Missing"));

  /* Translators: how many of a priority's commitments are reported. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u reported", "%u of %u reported", self->n_commitments),
      self->n_reported, self->n_commitments);
}

static char *
word_conflicts (QtrOutlineRow *self)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed on both sides",
                                       "%u changed on both sides", self->n_conflicts),
                          self->n_conflicts);
}

static char *
word_changes (QtrOutlineRow *self)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u unsaved change", "%u unsaved changes", self->n_changes),
      self->n_changes);
}

/* What the row says in one go to who does not see it. */
static void
update_accessible (QtrOutlineRow *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *label = NULL;
  g_autofree char *progress = word_progress (self);
  char *findings = qtr_severity_counts_to_words (self->counts);

  if (self->number > 0)
    g_strv_builder_take (parts, g_strdup_printf (_ ("Priority %d"), self->number));
  g_strv_builder_add (parts, gtk_label_get_label (self->title_label));
  if (progress != NULL)
    g_strv_builder_add (parts, progress);
  if (findings != NULL)
    g_strv_builder_take (parts, findings);
  if (self->n_conflicts > 0)
    g_strv_builder_take (parts, word_conflicts (self));
  if (self->n_changes > 0)
    g_strv_builder_take (parts, word_changes (self));
  texts = g_strv_builder_end (parts);
  /* Translators: stands between the parts of what is read out of an outline's row. */
  label = g_strjoinv (_ (", "), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

const char *
qtr_outline_row_get_priority (QtrOutlineRow *self)
{
  g_return_val_if_fail (QTR_IS_OUTLINE_ROW (self), NULL);

  return self->priority;
}

void
qtr_outline_row_set_heading (QtrOutlineRow *self, int number, const char *title)
{
  g_autofree char *digits = number > 0 ? g_strdup_printf ("%d", number) : NULL;

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  self->number = number;
  gtk_label_set_label (self->number_label, digits == NULL ? "" : digits);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), digits != NULL);
  gtk_label_set_label (self->title_label, title == NULL ? "" : title);
  /* Even the same one again has the toolkit look for what is under the pointer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), title) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  update_accessible (self);
}

static void
refresh_below (QtrOutlineRow *self)
{
  gboolean has_chips =
      gtk_widget_get_parent (self->chips) == GTK_WIDGET (self->below) && gtk_widget_get_visible (self->chips);

  gtk_widget_set_visible (GTK_WIDGET (self->below), has_chips || gtk_widget_get_visible (self->progress));
}

void
qtr_outline_row_set_progress (QtrOutlineRow *self, guint n_reported, guint n_commitments)
{
  g_autofree char *progress = NULL;

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  self->n_reported = n_reported;
  self->n_commitments = n_commitments;
  progress = word_progress (self);
  gtk_label_set_label (self->progress_label, progress == NULL ? "" : progress);
  gtk_widget_set_visible (self->progress, progress != NULL);
  gtk_image_set_from_icon_name (self->progress_icon,
                                is_missing (self) ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_icon), is_missing (self) || is_complete (self));
  refresh_below (self);
  if (is_missing (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  update_accessible (self);
}

static void
show_count (QtrOutlineRow *self, QtrSeverity severity)
{
  GtkWidget *const chips[] = { self->notices, self->warnings, self->errors };
  GtkLabel *const labels[] = { self->notice_count, self->warning_count, self->error_count };
  g_autofree char *digits = g_strdup_printf ("%u", self->counts[severity]);
  g_autofree char *words = qtr_severity_count_to_words (severity, self->counts[severity]);

  gtk_label_set_label (labels[severity], digits);
  gtk_widget_set_tooltip_text (chips[severity], words);
  gtk_widget_set_visible (chips[severity], self->counts[severity] > 0);
}

void
qtr_outline_row_set_findings (QtrOutlineRow *self, const guint *counts)
{
  gboolean any = FALSE;

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  if (memcmp (self->counts, counts, sizeof self->counts) == 0)
    return;

  memcpy (self->counts, counts, sizeof self->counts);
  for (int severity = QTR_SEVERITY_NOTICE; severity <= QTR_SEVERITY_ERROR; severity++) {
    show_count (self, severity);
    any |= counts[severity] > 0;
  }
  gtk_widget_set_visible (self->chips, any);
  refresh_below (self);
  update_accessible (self);
}

void
qtr_outline_row_set_changes (QtrOutlineRow *self, guint n_conflicts, guint n_changes)
{
  g_autofree char *conflicts = g_strdup_printf ("%u", n_conflicts);
  g_autofree char *changes = g_strdup_printf ("%u", n_changes);
  g_autofree char *conflict_words = NULL;
  g_autofree char *change_words = NULL;

  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  if (self->n_conflicts == n_conflicts && self->n_changes == n_changes)
    return;

  self->n_conflicts = n_conflicts;
  self->n_changes = n_changes;
  conflict_words = word_conflicts (self);
  change_words = word_changes (self);
  gtk_label_set_label (self->conflict_count, conflicts);
  gtk_widget_set_tooltip_text (self->conflicts, conflict_words);
  gtk_widget_set_visible (self->conflicts, n_conflicts > 0);
  gtk_label_set_label (self->change_count, changes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change_count), change_words);
  gtk_widget_set_visible (GTK_WIDGET (self->change_count), n_changes > 0);
  update_accessible (self);
}

/* --- Dragging --- */

static gboolean
is_in_same_list (GtkWidget *row, GtkWidget *other)
{
  return gtk_widget_get_parent (row) == gtk_widget_get_parent (other);
}

void
qtr_outline_row_set_movable (QtrOutlineRow *self)
{
  g_return_if_fail (QTR_IS_OUTLINE_ROW (self));

  if (self->movable)
    return;

  self->movable = TRUE;
  qtr_row_add_dragging (GTK_WIDGET (self), is_in_same_list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  "Alt+Up Alt+Down", -1);
}

static void
qtr_outline_row_dispose (GObject *object)
{
  /* The template would take its child from the row, which wants to let go of it by itself. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_OUTLINE_ROW);

  G_OBJECT_CLASS (qtr_outline_row_parent_class)->dispose (object);
}

static void
qtr_outline_row_finalize (GObject *object)
{
  g_free (QTR_OUTLINE_ROW (object)->priority);

  G_OBJECT_CLASS (qtr_outline_row_parent_class)->finalize (object);
}

static void
qtr_outline_row_class_init (QtrOutlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_outline_row_dispose;
  object_class->finalize = qtr_outline_row_finalize;

  g_signal_new ("placed", QTR_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                QTR_TYPE_OUTLINE_ROW);
  /* The row that has the focus is the page that is shown, which is what the commands move. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "win.priority-move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "win.priority-move-down",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/outline/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, progress);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, progress_icon);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, content);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, below);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, chips);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, errors);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, warnings);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, notices);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, error_count);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, warning_count);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, notice_count);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, conflict_count);
  gtk_widget_class_bind_template_child (widget_class, QtrOutlineRow, change_count);
}

static void
qtr_outline_row_init (QtrOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where there is no progress below, they would stand there alone. */
static void
put_findings_beside_title (QtrOutlineRow *self)
{
  g_autoptr (GtkWidget) chips = g_object_ref (self->chips);

  gtk_box_remove (self->below, chips);
  gtk_box_append (self->content, chips);
  gtk_widget_set_hexpand (chips, FALSE);
}

GtkWidget *
qtr_outline_row_new (const char *priority)
{
  QtrOutlineRow *self = g_object_new (QTR_TYPE_OUTLINE_ROW, NULL);

  self->priority = g_strdup (priority);
  if (priority == NULL)
    put_findings_beside_title (self);
  return GTK_WIDGET (self);
}
