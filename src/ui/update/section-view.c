/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/section-view.h"

#include <glib/gi18n-lib.h>

#include "check/fix.h"
#include "model/edit-plan.h"
#include "ui/bullets/bullets-view.h"
#include "ui/findings/severity-words.h"
#include "ui/update/bullet-popovers.h"
#include "ui/update/choice-popover.h"
#include "ui/update/nil-return.h"

struct _QtrSectionView {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  char *id;
  char *update;
  const QtrCommitment *commitment;
  GSimpleAction *nil_action;
  GtkWidget *popover;

  /* Template children. */
  GtkLabel *lead;
  GtkLabel *text;
  QtrNilReturn *nil;
  GtkWidget *nothing;
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
  qtr_nil_return_set_commitment (self->nil, text);
}

static void
show_nil_return (QtrSectionView *self, const QtrSection *section)
{
  gboolean nil = section != NULL && section->nil_return;
  gboolean has_bullets = section != NULL && section->bullets != NULL;

  /* Whoever wrote the reason of what is gone goes on below. */
  if (!nil && gtk_widget_get_focus_child (GTK_WIDGET (self->nil)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->bullets));
  gtk_widget_set_visible (GTK_WIDGET (self->nil), nil);
  gtk_widget_set_visible (self->nothing, !nil && !has_bullets);
  g_simple_action_set_state (self->nil_action, g_variant_new_boolean (nil));
  g_simple_action_set_enabled (self->nil_action, nil || !has_bullets);
  qtr_nil_return_set_reason (self->nil, nil ? section->nil_reason : NULL);
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
  qtr_bullets_view_set_context (self->bullets, qtr_document_get_plan (self->document), update);
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

static void
clear_line (gpointer data)
{
  g_free ((char *) ((QtrBulletsFinding *) data)->fix);
}

void
qtr_section_view_set_findings (QtrSectionView *self, GPtrArray *findings)
{
  g_autoptr (GArray) underlined = NULL;

  g_return_if_fail (QTR_IS_SECTION_VIEW (self));

  underlined = g_array_new (FALSE, FALSE, sizeof (QtrBulletsFinding));
  g_array_set_clear_func (underlined, clear_line);
  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = g_ptr_array_index (findings, i);
    QtrBulletsFinding line = { .bullet = finding->place.bullet,
                               .underline = choose_underline (finding->severity),
                               .message = finding->message };

    if (finding->place.bullet == NULL || g_strcmp0 (finding->place.commitment, self->id) != 0)
      continue;
    line.start = (guint) MAX (finding->start, 0);
    line.end = (guint) MAX (finding->end, 0);
    line.icon = qtr_severity_get_icon (finding->severity);
    line.severity = qtr_severity_to_word (finding->severity);
    line.fix = qtr_finding_get_fixed_text (finding);
    line.asks = g_str_equal (finding->rule, "unresolved-conflict");
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

gboolean
qtr_section_view_take_bullets (QtrSectionView *self, const char *const *bullets, const char *parent,
                               guint index)
{
  const QtrPlan *before = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  g_return_val_if_fail (QTR_IS_SECTION_VIEW (self), FALSE);

  before = qtr_document_get_plan (self->document);
  plan = qtr_record_ref (before);
  for (guint i = 0; bullets[i] != NULL; i++) {
    g_autoptr (QtrPlan) last = g_steal_pointer (&plan);

    plan = qtr_edit_move_bullet (last, self->update, bullets[i], self->id, parent,
                                 index > G_MAXUINT - i ? G_MAXUINT : index + i);
  }
  if (plan == before)
    return FALSE;

  qtr_document_commit (self->document, g_steal_pointer (&plan), _ ("Move Bullet"), NULL);
  return TRUE;
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

/* --- The nil return --- */

static const QtrSection *
get_section (QtrSectionView *self, const QtrUpdate **update)
{
  *update = self->update == NULL
                ? NULL
                : qtr_list_find (qtr_document_get_plan (self->document)->updates, self->update, NULL);
  return *update == NULL ? NULL : qtr_update_find_section (*update, self->id);
}

static void
set_nil_return (QtrSectionView *self, gboolean nil, const char *reason, const char *label, const char *run)
{
  qtr_document_commit (
      self->document,
      qtr_edit_set_nil_return (qtr_document_get_plan (self->document), self->update, self->id, nil, reason),
      label, run);
}

const char *
qtr_section_view_toggle_nil_return (QtrSectionView *self)
{
  const QtrUpdate *update = NULL;
  const QtrSection *section = NULL;
  gboolean nil = FALSE;

  g_return_val_if_fail (QTR_IS_SECTION_VIEW (self), NULL);

  section = get_section (self, &update);
  nil = section != NULL && section->nil_return;
  if (!nil && section != NULL && section->bullets != NULL)
    return _ ("There are bullets here: remove them first to say that there is nothing to report");

  set_nil_return (self, !nil, NULL, nil ? _ ("Withdraw Nil Return") : _ ("Nil Return"), NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), nil ? _ ("Nil return withdrawn") : _ ("Nil return"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (nil)
    gtk_widget_grab_focus (GTK_WIDGET (self->bullets));
  else
    qtr_nil_return_start_writing (self->nil);
  return NULL;
}

static void
toggle_nil_return_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  qtr_section_view_toggle_nil_return (QTR_SECTION_VIEW (user_data));
}

static void
reason_changed_cb (QtrSectionView *self, const char *reason)
{
  g_autofree char *run = g_strconcat (self->id, "/nil-reason", NULL);

  set_nil_return (self, TRUE, reason, _ ("Reason for the Nil Return"), run);
}

/* --- What bullets have beside their text --- */

/* A section that says nothing yet has an empty line, which becomes a bullet by what it is given. */
static QtrPlan *
set_on_line (QtrSectionView *self, const QtrPlan *plan, const char *field, const char *value)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (
      &qtr_bullet_type, "id", qtr_bullets_view_get_current (self->bullets), field, value, NULL);
  g_autoptr (QtrList) bullets = qtr_list_append (NULL, bullet);

  return qtr_edit_set_bullets (plan, self->update, self->id, value == NULL ? NULL : bullets);
}

static QtrPlan *
set_on_bullets (const QtrPlan *plan, GPtrArray *bullets, const char *field, const char *value)
{
  g_autoptr (QtrPlan) now = qtr_record_ref (plan);

  for (guint i = 0; i < bullets->len; i++) {
    const QtrBullet *bullet = g_ptr_array_index (bullets, i);
    QtrPlan *next = qtr_edit_set (now, bullet->record.id, field, value, NULL);

    qtr_record_unref (now);
    now = next;
  }
  return g_steal_pointer (&now);
}

/* Sets it on the bullets that are chosen, in a plan that is one step further already. */
static void
set_on_chosen (QtrSectionView *self, const QtrPlan *plan, const char *field, const char *value,
               const char *label)
{
  g_autoptr (GPtrArray) bullets = qtr_bullets_view_list_chosen (self->bullets);

  qtr_document_commit (self->document,
                       bullets->len == 0 ? set_on_line (self, plan, field, value)
                                         : set_on_bullets (plan, bullets, field, value),
                       label, NULL);
}

static void
announce_marking (QtrSectionView *self, const char *marking)
{
  /* Translators: spoken by a screen reader when a bullet was given a protective marking. */
  g_autofree char *words =
      marking == NULL ? g_strdup (_ ("marked as the document")) : g_strdup_printf (_ ("marked %s"), marking);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->bullets), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
marking_chosen_cb (QtrSectionView *self, const char *marking)
{
  set_on_chosen (self, qtr_document_get_plan (self->document), "marking", marking, _ ("Marking"));
  announce_marking (self, marking);
}

static void
area_chosen_cb (QtrSectionView *self, const char *area)
{
  set_on_chosen (self, qtr_document_get_plan (self->document), "area", area, _ ("Area"));
}

/* The plan and the bullet have it in one step. */
static void
area_wanted_cb (QtrSectionView *self, const char *name)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autoptr (QtrPlan) with_area = qtr_edit_add_area (plan, NULL, name, NULL);

  set_on_chosen (self, with_area == NULL ? plan : with_area, "area", name, _ ("New Area"));
}

static void
popover_closed_cb (QtrSectionView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->bullets));
}

/* At the caret's bullet. The popover before may still be closing; it goes when another one comes. */
static void
pop_up (QtrSectionView *self, GtkWidget *popover)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRectangle place;
  graphene_point_t point;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_halign (popover, rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  qtr_bullets_view_get_caret_place (self->bullets, &place);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->bullets), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y), &point))
    graphene_point_init (&point, 0, 0);
  place.x = (int) point.x;
  place.y = (int) point.y;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

const char *
qtr_section_view_say_still_true (QtrSectionView *self)
{
  const QtrPlan *plan = NULL;
  g_autoptr (QtrPlan) now = NULL;
  g_autoptr (GPtrArray) bullets = NULL;

  g_return_val_if_fail (QTR_IS_SECTION_VIEW (self), NULL);

  plan = qtr_document_get_plan (self->document);
  bullets = qtr_bullets_view_list_chosen (self->bullets);
  now = set_on_bullets (plan, bullets, "carried", NULL);
  if (now == plan)
    return _ ("Nothing here was carried over from the quarter before");

  qtr_document_commit (self->document, g_steal_pointer (&now), _ ("Still True"), NULL);
  /* Translators: spoken by a screen reader when a bullet that was carried over was said to be still true. */
  gtk_accessible_announce (GTK_ACCESSIBLE (self->bullets), _ ("still true"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return NULL;
}

const char *
qtr_section_view_choose_marking (QtrSectionView *self)
{
  const QtrPlan *plan = NULL;
  const QtrUpdate *update = NULL;
  g_autoptr (GPtrArray) bullets = NULL;
  GtkWidget *popover = NULL;

  g_return_val_if_fail (QTR_IS_SECTION_VIEW (self), NULL);

  plan = qtr_document_get_plan (self->document);
  bullets = qtr_bullets_view_list_chosen (self->bullets);
  get_section (self, &update);
  if (bullets->len == 0 || update == NULL)
    return _ ("There is no bullet here to mark yet");
  if (plan->markings == NULL)
    return _ ("The plan has no marking levels: add them on its page");

  popover = qtr_marking_popover_new (plan, update, bullets);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (marking_chosen_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover);
  return NULL;
}

void
qtr_section_view_choose_area (QtrSectionView *self)
{
  g_autoptr (GPtrArray) bullets = NULL;
  GtkWidget *popover = NULL;

  g_return_if_fail (QTR_IS_SECTION_VIEW (self));

  bullets = qtr_bullets_view_list_chosen (self->bullets);
  popover = qtr_area_popover_new (qtr_document_get_plan (self->document), bullets);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (area_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "wanted", G_CALLBACK (area_wanted_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover);
}

static void
qtr_section_view_dispose (GObject *object)
{
  QtrSectionView *self = QTR_SECTION_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_insert_action_group (GTK_WIDGET (object), "section", NULL);
  g_clear_object (&self->nil_action);
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
  g_type_ensure (QTR_TYPE_NIL_RETURN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/section-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, lead);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, text);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, nil);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, nothing);
  gtk_widget_class_bind_template_child (widget_class, QtrSectionView, bullets);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_section_view_toggle_nil_return);
}

/* The button and the menu of the editor within show and do the same. */
static void
add_actions (QtrSectionView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->nil_action = g_simple_action_new_stateful ("nil-return", NULL, g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->nil_action, "activate", G_CALLBACK (toggle_nil_return_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->nil_action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "section", G_ACTION_GROUP (group));
}

static void
qtr_section_view_init (QtrSectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
}

GtkWidget *
qtr_section_view_new (QtrDocument *document, const char *commitment)
{
  QtrSectionView *self = g_object_new (QTR_TYPE_SECTION_VIEW, NULL);

  self->document = g_object_ref (document);
  self->id = g_strdup (commitment);
  return GTK_WIDGET (self);
}
