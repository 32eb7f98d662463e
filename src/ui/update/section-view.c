/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/section-view.h"

#include <glib/gi18n-lib.h>

#include "model/edit.h"
#include "ui/bullets/bullets-view.h"

struct _QtrSectionView {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  char *id;
  char *update;
  const QtrCommitment *commitment;

  /* Template children. */
  GtkLabel *lead;
  GtkLabel *text;
  GtkWidget *nil;
  GtkLabel *nil_reason;
  QtrBulletsView *bullets;
};

G_DEFINE_FINAL_TYPE (QtrSectionView, qtr_section_view, ADW_TYPE_BIN)

const char *
qtr_section_view_get_commitment (QtrSectionView *self)
{
  g_return_val_if_fail (QTR_IS_SECTION_VIEW (self), NULL);

  return self->id;
}

GtkWidget *
qtr_section_view_get_bullets_view (QtrSectionView *self)
{
  g_return_val_if_fail (QTR_IS_SECTION_VIEW (self), NULL);

  return GTK_WIDGET (self->bullets);
}

static void
show_commitment (QtrSectionView *self, const QtrCommitment *commitment)
{
  const char *text = commitment->text == NULL ? "" : commitment->text;

  if (self->commitment == commitment)
    return;

  g_clear_pointer (&self->commitment, qtr_record_unref);
  self->commitment = qtr_record_ref (commitment);
  gtk_label_set_label (self->lead, commitment->lead == NULL ? "" : commitment->lead);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), commitment->lead != NULL);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bullets), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_nil_return (QtrSectionView *self, const QtrSection *section)
{
  gboolean nil = section != NULL && section->nil_return;

  gtk_widget_set_visible (self->nil, nil);
  gtk_label_set_label (self->nil_reason,
                       nil && section->nil_reason != NULL ? section->nil_reason : _ ("No reason is given."));
  qtr_bullets_view_set_placeholder_text (self->bullets, nil ? _ ("A bullet here withdraws the nil return")
                                                            : _ ("Nothing reported yet"));
}

void
qtr_section_view_refresh (QtrSectionView *self, const QtrCommitment *commitment, const QtrUpdate *update,
                          const char *const *areas)
{
  const QtrSection *section = NULL;
  const QtrList *bullets = NULL;

  g_return_if_fail (QTR_IS_SECTION_VIEW (self));

  g_set_str (&self->update, update->record.id);
  show_commitment (self, commitment);
  section = qtr_update_find_section (update, self->id);
  show_nil_return (self, section);
  qtr_bullets_view_set_areas (self->bullets, areas);
  bullets = section == NULL ? NULL : section->bullets;
  if (bullets != qtr_bullets_view_get_bullets (self->bullets))
    qtr_bullets_view_set_bullets (self->bullets, bullets);
}

static QtrBulletsUnderline
choose_underline (QtrSeverity severity)
{
  switch (severity) {
  case QTR_SEVERITY_ERROR:
    return QTR_BULLETS_UNDERLINE_ERROR;
  case QTR_SEVERITY_WARNING:
    return QTR_BULLETS_UNDERLINE_WARNING;
  case QTR_SEVERITY_NOTICE:
  default:
    return QTR_BULLETS_UNDERLINE_NOTICE;
  }
}

void
qtr_section_view_set_findings (QtrSectionView *self, GPtrArray *findings)
{
  g_autoptr (GArray) underlined = NULL;

  g_return_if_fail (QTR_IS_SECTION_VIEW (self));

  underlined = g_array_new (FALSE, FALSE, sizeof (QtrBulletsFinding));
  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = g_ptr_array_index (findings, i);
    QtrBulletsFinding line = { finding->place.bullet, MAX (finding->start, 0), MAX (finding->end, 0),
                               choose_underline (finding->severity), finding->message };

    if (finding->place.bullet != NULL && g_strcmp0 (finding->place.commitment, self->id) == 0)
      g_array_append_val (underlined, line);
  }
  qtr_bullets_view_set_findings (self->bullets, (const QtrBulletsFinding *) underlined->data,
                                 underlined->len);
}

void
qtr_section_view_go_to (QtrSectionView *self, const char *bullet, int start, int end)
{
  g_return_if_fail (QTR_IS_SECTION_VIEW (self));

  if (bullet == NULL ||
      !qtr_bullets_view_go_to (self->bullets, bullet, (guint) MAX (start, 0), (guint) MAX (end, 0)))
    gtk_widget_grab_focus (GTK_WIDGET (self->bullets));
}

static void
edited_cb (QtrSectionView *self, const char *label, const char *run)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autofree char *whole_run = run == NULL ? NULL : g_strconcat (self->id, "/", run, NULL);

  qtr_document_commit (
      self->document,
      qtr_edit_set_bullets (plan, self->update, self->id, qtr_bullets_view_get_bullets (self->bullets)),
      label, whole_run);
}

static void
qtr_section_view_dispose (GObject *object)
{
  QtrSectionView *self = QTR_SECTION_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_SECTION_VIEW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->commitment, qtr_record_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->update, g_free);

  G_OBJECT_CLASS (qtr_section_view_parent_class)->dispose (object);
}

static void
qtr_section_view_class_init (QtrSectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_section_view_dispose;

  g_type_ensure (QTR_TYPE_BULLETS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/section-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, lead);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, text);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, nil);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, nil_reason);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, bullets);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
qtr_section_view_init (QtrSectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qtr_section_view_new (QtrDocument *document, const char *commitment)
{
  QtrSectionView *self = g_object_new (QTR_TYPE_SECTION_VIEW, NULL);

  self->document = g_object_ref (document);
  self->id = g_strdup (commitment);
  return GTK_WIDGET (self);
}
