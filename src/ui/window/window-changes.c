/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/conflict.h"
#include "model/path.h"
#include "model/update.h"
#include "ui/window/window-private.h"

/* --- What is seen of it elsewhere --- */

/* On the page itself, the questions are there to be seen. */
void
qtr_window_refresh_conflicts (QtrWindow *self)
{
  guint n_conflicts = qtr_list_length (qtr_document_get_plan (self->document)->conflicts);
  g_autofree char *title = NULL;

  qtr_outline_set_changes (self->outline, n_conflicts, self->n_changes);
  adw_banner_set_revealed (self->conflicts, n_conflicts > 0 && !self->on_changes);
  if (n_conflicts == 0)
    return;

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing was changed on both sides",
                                        "%u things were changed on both sides", n_conflicts),
                           n_conflicts);
  adw_banner_set_title (self->conflicts, title);
}

static void
counted_cb (QtrChangesPage *page, guint n_changes, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  self->n_changes = n_changes;
  qtr_window_refresh_conflicts (self);
}

void
qtr_window_watch_changes (QtrWindow *self)
{
  g_signal_connect_object (self->changes_page, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_DEFAULT);
}

/* --- To its page --- */

void
qtr_window_go_changes (QtrWindow *self)
{
  qtr_window_go_to_place (self, QTR_OUTLINE_CHANGES);
  qtr_window_bring_up_page (self);
}

void
qtr_window_compare_saved (QtrWindow *self)
{
  qtr_window_go_changes (self);
  qtr_changes_page_set_source (self->changes_page, QTR_CHANGES_SAVED);
}

void
qtr_window_compare_quarter (QtrWindow *self)
{
  qtr_window_go_changes (self);
  qtr_changes_page_set_source (self->changes_page, QTR_CHANGES_QUARTER);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->document != NULL)
    qtr_changes_page_compare_file (self->changes_page, file);
}

void
qtr_window_compare_file (QtrWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = qtr_window_make_plan_dialog (_ ("Compare With a File"));

  qtr_window_go_changes (self);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, g_object_ref (self));
}

static void
step_conflict (QtrWindow *self, int step)
{
  qtr_window_go_changes (self);
  qtr_changes_page_step_conflict (self->changes_page, step);
}

void
qtr_window_next_conflict (QtrWindow *self)
{
  step_conflict (self, 1);
}

void
qtr_window_previous_conflict (QtrWindow *self)
{
  step_conflict (self, -1);
}

/* --- Choosing --- */

void
qtr_window_use_yours (QtrWindow *self)
{
  qtr_changes_page_use_yours (self->changes_page);
}

void
qtr_window_use_theirs (QtrWindow *self)
{
  qtr_changes_page_use_theirs (self->changes_page);
}

void
qtr_window_use_both (QtrWindow *self)
{
  qtr_changes_page_use_both (self->changes_page);
}

void
qtr_window_revert_change (QtrWindow *self)
{
  qtr_changes_page_revert (self->changes_page);
}

/* --- To a record's page --- */

static gconstpointer
find_above (const QtrPlan *plan, const QtrPath *path, const QtrRecordType *type)
{
  for (guint depth = path->depth; depth > 0; depth--) {
    QtrPath way = *path;
    const QtrRecord *record = NULL;

    way.depth = depth;
    record = qtr_path_get (plan, &way);
    if (record->type == type)
      return record;
  }

  return NULL;
}

static void
go_to_section (QtrWindow *self, const QtrPlan *plan, const char *commitment, const QtrBullet *bullet)
{
  const QtrPriority *priority = qtr_window_find_promise (plan, commitment);
  QtrFinding place = { .start = -1, .end = -1 };

  qtr_window_go_to_priority (self, priority == NULL ? NULL : priority->record.id);
  if (priority == NULL)
    return;

  place.place.commitment = commitment;
  place.place.bullet = bullet == NULL ? NULL : bullet->record.id;
  qtr_priority_page_go_to_finding (self->priority_page, &place);
}

static void
go_to_update (QtrWindow *self, const QtrPlan *plan, const QtrPath *path, const QtrUpdate *update)
{
  const QtrSection *section = find_above (plan, path, &qtr_section_type);
  QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);

  if (qtr_period_compare (quarter, self->quarter) != 0)
    qtr_window_show_quarter (self, quarter);
  if (section == NULL)
    qtr_window_go_front_page (self);
  else
    go_to_section (self, plan, section->commitment, find_above (plan, path, &qtr_bullet_type));
}

static void
go_to_measure (QtrWindow *self, const QtrPlan *plan, const QtrMeasure *measure)
{
  const char *page = qtr_window_find_page (plan, measure);

  qtr_window_go_to_place (self, page == NULL ? QTR_OUTLINE_MEASURES : page);
  if (page != NULL)
    qtr_priority_page_show_measure (self->priority_page, measure->record.id);
}

static gboolean
holds_now (QtrWindow *self, const QtrPlan *plan, const QtrCommitment *commitment)
{
  return qtr_period_is_set (self->quarter) && qtr_plan_find_update (plan, self->quarter) != NULL &&
         qtr_plan_is_valid_in (plan, commitment->from, commitment->until, self->quarter);
}

void
qtr_window_go_to_record (QtrWindow *self, const char *id)
{
  g_autoptr (QtrPlan) plan = qtr_record_ref (qtr_document_get_plan (self->document));
  QtrPath path = { 0 };
  gboolean there = qtr_path_find (plan, id, &path) != NULL;
  const QtrUpdate *update = there ? find_above (plan, &path, &qtr_update_type) : NULL;
  const QtrMeasure *measure = there ? find_above (plan, &path, &qtr_measure_type) : NULL;
  const QtrCommitment *commitment = there ? find_above (plan, &path, &qtr_commitment_type) : NULL;

  qtr_window_bring_up_page (self);
  if (update != NULL)
    go_to_update (self, plan, &path, update);
  else if (measure != NULL)
    go_to_measure (self, plan, measure);
  else if (commitment != NULL && holds_now (self, plan, commitment))
    go_to_section (self, plan, commitment->record.id, NULL);
  else
    qtr_window_go_plan (self);
}

/* --- From a finding to its question --- */

static gboolean
is_at (const QtrPlan *plan, const QtrConflict *conflict, const QtrPlace *place)
{
  QtrPath path;
  const QtrSection *section = NULL;
  const QtrRecord *above = NULL;

  if (qtr_path_find (plan, conflict->about, &path) == NULL)
    return FALSE;
  if (place->bullet != NULL || place->measure != NULL) {
    above = find_above (plan, &path, place->bullet != NULL ? &qtr_bullet_type : &qtr_measure_type);
    return above != NULL && g_str_equal (above->id, place->bullet != NULL ? place->bullet : place->measure);
  }
  section = find_above (plan, &path, &qtr_section_type);
  if (section != NULL)
    return g_strcmp0 (section->commitment, place->commitment) == 0;
  above = find_above (plan, &path, place->commitment != NULL ? &qtr_commitment_type : &qtr_priority_type);
  return g_strcmp0 (above == NULL ? NULL : above->id,
                    place->commitment != NULL ? place->commitment : place->priority) == 0;
}

gboolean
qtr_window_go_to_conflict (QtrWindow *self, QtrFinding *finding)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (!g_str_equal (finding->rule, "unresolved-conflict"))
    return FALSE;

  qtr_window_go_changes (self);
  for (guint i = 0; i < qtr_list_length (plan->conflicts); i++) {
    const QtrConflict *conflict = qtr_list_get (plan->conflicts, i);

    if (is_at (plan, conflict, &finding->place)) {
      qtr_changes_page_show_conflict (self->changes_page, conflict->record.id);
      return TRUE;
    }
  }
  qtr_changes_page_step_conflict (self->changes_page, 0);
  return TRUE;
}
