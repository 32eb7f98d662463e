/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/path.h"
#include "ui/changes/both-dialog.h"
#include "ui/changes/change-row.h"
#include "ui/changes/changes-page-private.h"
#include "ui/changes/conflict-card.h"
#include "ui/changes/conflict-words.h"

/* --- Where the focus is --- */

static gboolean
has_focus (QtrChangesPage *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->view)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
focus_row (QtrChangesPage *self, guint position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_rows == 0)
    return;
  if (self->top_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->top_tick);
  self->top_tick = 0;
  self->afresh = FALSE;
  gtk_list_view_scroll_to (self->view, MIN (position, n_rows - 1),
                           GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static guint
find_position (QtrChangesPage *self, QtrChangeItem *item)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (QtrChangeItem) other = g_list_model_get_item (model, i);

    if (other == item)
      return i;
  }

  return GTK_INVALID_LIST_POSITION;
}

/* --- What is done --- */

/* Where the row was, the next one takes its place, and the focus. */
static void
commit (QtrChangesPage *self, QtrPlan *plan, const char *label, QtrChangeItem *item, const char *message)
{
  guint position = find_position (self, item);
  gboolean focused = has_focus (self);
  gboolean done = plan != qtr_document_get_plan (self->document);

  qtr_document_commit (self->document, plan, label, NULL);
  qtr_document_end_run (self->document);
  if (focused && position != GTK_INVALID_LIST_POSITION)
    focus_row (self, position);
  if (done)
    g_signal_emit_by_name (self, "taken", message);
}

static void
settle (QtrChangesPage *self, QtrChangeItem *item, QtrSide side)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const char *id = qtr_change_item_get_conflict (item)->record.id;
  g_autoptr (QtrChangeItem) kept = g_object_ref (item);

  if (qtr_list_find (plan->conflicts, id, NULL) != NULL)
    commit (self, qtr_merge_settle (plan, id, side), _ ("Choosing"), kept,
            side == QTR_SIDE_OURS ? _ ("Yours was taken") : _ ("Theirs was taken"));
}

static void
accepted_cb (AdwDialog *dialog, const char *text, QtrChangesPage *self)
{
  QtrChangeItem *item = g_object_get_data (G_OBJECT (dialog), "item");
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const char *id = qtr_change_item_get_conflict (item)->record.id;

  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_list_find (plan->conflicts, id, NULL) != NULL)
    commit (self, qtr_merge_settle_with (plan, id, *text == '\0' ? NULL : text), _ ("Choosing"), item,
            _ ("One text was made of both"));
}

static void
ask_for_both (QtrChangesPage *self, QtrChangeItem *item)
{
  g_autofree char *text = qtr_conflict_join (qtr_change_item_get_conflict (item));
  AdwDialog *dialog = qtr_both_dialog_new (text);

  g_object_set_data_full (G_OBJECT (dialog), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
revert (QtrChangesPage *self, QtrChangeItem *item)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autoptr (QtrChangeItem) kept = g_object_ref (item);
  g_autoptr (GError) error = NULL;
  QtrPlan *reverted = NULL;

  if (self->source != QTR_CHANGES_SAVED || self->before == NULL)
    return;

  reverted = qtr_change_item_revert (item, plan, self->before, &error);
  if (reverted == NULL)
    g_signal_emit_by_name (self, "told", error->message);
  else
    commit (self, reverted, _ ("Reverting a Change"), kept, _ ("The change was reverted"));
}

/* What is gone is looked for where it was: in what is left of all that was above it. */
static const char *
find_place (QtrChangesPage *self, const char *about)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrRecord *record = NULL;
  QtrPath path;
  QtrPath way;

  if (qtr_path_find (plan, about, &way) != NULL)
    return about;
  if (self->before == NULL || qtr_path_find (self->before, about, &path) == NULL)
    return NULL;

  while (path.depth > 0) {
    path.depth--;
    record = qtr_path_get (self->before, &path);
    if (qtr_path_find (plan, record->id, &way) != NULL)
      return record->id;
  }

  return NULL;
}

void
qtr_changes_page_go (QtrChangesPage *self, QtrChangeItem *item)
{
  const char *about = qtr_change_item_get_words (item)->about;
  const char *place = about == NULL ? NULL : find_place (self, about);

  if (place != NULL)
    g_signal_emit_by_name (self, "place-chosen", place);
}

/* --- Rows --- */

static void
row_go_cb (QtrChangesPage *self, QtrChangeRow *row)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_change_row_get_item (row) != NULL)
    qtr_changes_page_go (self, qtr_change_row_get_item (row));
}

static void
row_revert_cb (QtrChangesPage *self, QtrChangeRow *row)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_change_row_get_item (row) != NULL)
    revert (self, qtr_change_row_get_item (row));
}

static void
card_settled_cb (QtrConflictCard *card, int side, QtrChangesPage *self)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_conflict_card_get_item (card) != NULL)
    settle (self, qtr_conflict_card_get_item (card), side);
}

static void
card_both_cb (QtrChangesPage *self, QtrConflictCard *card)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_conflict_card_get_item (card) != NULL)
    ask_for_both (self, qtr_conflict_card_get_item (card));
}

static void
card_go_cb (QtrChangesPage *self, QtrConflictCard *card)
{
  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_conflict_card_get_item (card) != NULL)
    qtr_changes_page_go (self, qtr_conflict_card_get_item (card));
}

static GtkWidget *
claim_card (QtrChangesPage *self, GtkListItem *list_item)
{
  GtkWidget *card = gtk_list_item_get_child (list_item);

  if (card != NULL && QTR_IS_CONFLICT_CARD (card))
    return card;

  card = qtr_conflict_card_new ();
  g_signal_connect_object (card, "settled", G_CALLBACK (card_settled_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (card, "both", G_CALLBACK (card_both_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "go", G_CALLBACK (card_go_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, card);
  return card;
}

static GtkWidget *
claim_row (QtrChangesPage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row != NULL && QTR_IS_CHANGE_ROW (row))
    return row;

  row = qtr_change_row_new ();
  g_signal_connect_object (row, "go", G_CALLBACK (row_go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "revert", G_CALLBACK (row_revert_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  return row;
}

void
qtr_changes_page_bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, QtrChangesPage *self)
{
  QtrChangeItem *item = QTR_CHANGE_ITEM (gtk_list_item_get_item (list_item));
  gboolean editable = !qtr_document_get_read_only (self->document);
  g_autofree char *words = NULL;

  g_assert (QTR_IS_CHANGES_PAGE (self));

  if (qtr_change_item_get_conflict (item) != NULL)
    qtr_conflict_card_set_item (QTR_CONFLICT_CARD (claim_card (self, list_item)), item, editable);
  else
    qtr_change_row_set_item (QTR_CHANGE_ROW (claim_row (self, list_item)), item,
                             editable && self->source == QTR_CHANGES_SAVED);
  g_object_get (item, "words", &words, NULL);
  gtk_list_item_set_accessible_label (list_item, words);
  gtk_list_item_set_accessible_description (list_item, qtr_change_item_get_words (item)->heading);
}

void
qtr_changes_page_unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item,
                                QtrChangesPage *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (child != NULL && QTR_IS_CONFLICT_CARD (child))
    qtr_conflict_card_set_item (QTR_CONFLICT_CARD (child), NULL, FALSE);
  else if (child != NULL)
    qtr_change_row_set_item (QTR_CHANGE_ROW (child), NULL, FALSE);
}

/* --- The question at hand --- */

guint
qtr_changes_page_count_conflicts (QtrChangesPage *self)
{
  return self->document == NULL ? 0 : qtr_list_length (qtr_document_get_plan (self->document)->conflicts);
}

/* Questions stand first. */
static gboolean
get_at_hand (QtrChangesPage *self, guint *position)
{
  guint n_conflicts = qtr_changes_page_count_conflicts (self);

  *position = gtk_single_selection_get_selected (self->selection);
  return *position < n_conflicts;
}

void
qtr_changes_page_step_conflict (QtrChangesPage *self, int step)
{
  guint n_conflicts = 0;
  guint at = 0;

  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));

  n_conflicts = qtr_changes_page_count_conflicts (self);
  if (n_conflicts == 0)
    return;
  if (!get_at_hand (self, &at))
    at = step < 0 ? n_conflicts - 1 : 0;
  else
    at = (at + n_conflicts + (guint) step) % n_conflicts;
  focus_row (self, at);
}

void
qtr_changes_page_show_conflict (QtrChangesPage *self, const char *conflict)
{
  guint at = 0;

  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));

  if (qtr_list_find (qtr_document_get_plan (self->document)->conflicts, conflict, &at) != NULL)
    focus_row (self, at);
}

static QtrChangeItem *
get_question (QtrChangesPage *self)
{
  guint at = 0;

  if (qtr_changes_page_count_conflicts (self) == 0)
    return NULL;
  if (!get_at_hand (self, &at))
    at = 0;
  return g_list_model_get_item (G_LIST_MODEL (self->selection), at);
}

void
qtr_changes_page_use_yours (QtrChangesPage *self)
{
  g_autoptr (QtrChangeItem) item = get_question (self);

  if (item != NULL)
    settle (self, item, QTR_SIDE_OURS);
}

void
qtr_changes_page_use_theirs (QtrChangesPage *self)
{
  g_autoptr (QtrChangeItem) item = get_question (self);

  if (item != NULL)
    settle (self, item, QTR_SIDE_THEIRS);
}

void
qtr_changes_page_use_both (QtrChangesPage *self)
{
  g_autoptr (QtrChangeItem) item = get_question (self);

  if (item == NULL)
    return;
  if (qtr_conflict_is_prose (qtr_change_item_get_plan (item), qtr_change_item_get_conflict (item)))
    ask_for_both (self, item);
  else
    g_signal_emit_by_name (self, "told", _ ("Only a text can be made of both"));
}

void
qtr_changes_page_revert (QtrChangesPage *self)
{
  QtrChangeItem *item = gtk_single_selection_get_selected_item (self->selection);

  g_return_if_fail (QTR_IS_CHANGES_PAGE (self));

  if (item != NULL && qtr_change_item_can_revert (item))
    revert (self, item);
  else
    g_signal_emit_by_name (self, "told", _ ("Choose a change since the last save first"));
}
