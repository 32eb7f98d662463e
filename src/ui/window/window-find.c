/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/update.h"
#include "ui/find/find-replace.h"
#include "ui/window/window-private.h"

/* Where the selection, or else the caret, begins and ends. Before anything was written on a page it is at the
 * page's beginning, and without a page before all of them. */
static void
get_selection (QtrWindow *self, QtrFindPlace *start, QtrFindPlace *end)
{
  const char *commitment = NULL;
  QtrBulletsView *view =
      self->priority == NULL ? NULL : qtr_priority_page_get_last_editor (self->priority_page, &commitment);
  QtrBulletsPlace first = { NULL, 0 };
  QtrBulletsPlace last = { NULL, 0 };

  if (view != NULL)
    qtr_bullets_view_get_selection (view, &first, &last);
  *start = (QtrFindPlace) { self->priority, commitment, first.bullet, first.offset };
  *end = (QtrFindPlace) { self->priority, commitment, last.bullet, last.offset };
}

static gboolean
find_current (QtrWindow *self, guint *index)
{
  QtrFindPlace start, end;

  get_selection (self, &start, &end);
  return qtr_finder_find_between (self->finder, &start, &end, index);
}

static void
show_count (QtrWindow *self)
{
  guint n_matches = 0;
  guint index = 0;

  if (!qtr_find_bar_get_searching (self->find_bar))
    return;

  qtr_finder_get_matches (self->finder, &n_matches);
  qtr_find_bar_set_count (self->find_bar, find_current (self, &index) ? index + 1 : 0, n_matches);
}

static void
show_match (QtrWindow *self, guint index)
{
  guint n_matches = 0;
  QtrFindMatch match = qtr_finder_get_matches (self->finder, &n_matches)[index];

  qtr_window_bring_up_page (self);
  qtr_window_go_to_priority (self, match.priority);
  qtr_priority_page_show_match (self->priority_page, &match);
  show_count (self);
  qtr_find_bar_announce (self->find_bar);
}

/* --- What to find --- */

static gboolean
is_on (QtrWindow *self, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), action);

  return g_variant_get_boolean (state);
}

/* While something is typed to be found, the page stays the same: only Enter goes to others. */
static void
show_first_match (QtrWindow *self)
{
  QtrFindPlace start, end;
  guint n_matches = 0;
  guint index = 0;

  get_selection (self, &start, &end);
  if (qtr_finder_find_next (self->finder, &start, &index) &&
      g_strcmp0 (qtr_finder_get_matches (self->finder, &n_matches)[index].priority, self->priority) == 0) {
    show_match (self, index);
  } else {
    show_count (self);
    qtr_find_bar_announce (self->find_bar);
  }
}

static void
find_text (QtrWindow *self)
{
  gboolean searching = qtr_find_bar_get_searching (self->find_bar);
  QtrFindOptions options = QTR_FIND_ANYHOW;

  options |= is_on (self, "find-match-case") ? QTR_FIND_MATCH_CASE : 0;
  options |= is_on (self, "find-whole-words") ? QTR_FIND_WHOLE_WORDS : 0;
  qtr_finder_set_pattern (self->finder, qtr_find_bar_get_text (self->find_bar), options);
  qtr_window_find_again (self);
  if (searching)
    show_first_match (self);
}

static void
text_changed_cb (QtrFindBar *bar, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  find_text (self);
}

/* A search that nobody sees costs nothing. */
void
qtr_window_find_again (QtrWindow *self)
{
  gboolean searching = self->document != NULL && qtr_find_bar_get_searching (self->find_bar);

  qtr_finder_look (self->finder, searching ? qtr_document_get_plan (self->document) : NULL, self->quarter);
}

static void
found_cb (QtrFinder *finder, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  show_count (self);
  qtr_window_update_commands (self);
}

static void
selection_changed_cb (QtrPriorityPage *page, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  show_count (self);
}

static void
left_cb (QtrFindBar *bar, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  if (self->priority != NULL)
    qtr_priority_page_start_writing (self->priority_page);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->places), GTK_DIR_TAB_FORWARD);
}

void
qtr_window_watch_find (QtrWindow *self)
{
  self->finder = qtr_finder_new ();
  qtr_priority_page_set_finder (self->priority_page, self->finder);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (found_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->priority_page, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->find_bar, "text-changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->find_bar, "left", G_CALLBACK (left_cb), self, G_CONNECT_DEFAULT);
}

gboolean
qtr_window_has_matches (QtrWindow *self)
{
  guint n_matches = 0;

  qtr_finder_get_matches (self->finder, &n_matches);
  return n_matches > 0;
}

/* --- The commands --- */

/* Whoever has selected something in the text looks for that. */
static char *
copy_selection (QtrWindow *self)
{
  QtrBulletsView *view = qtr_priority_page_get_editor (self->priority_page);
  GtkTextIter start, end;

  if (view == NULL ||
      !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end) ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return NULL;

  return gtk_text_iter_get_slice (&start, &end);
}

static void
start (QtrWindow *self, gboolean replacing)
{
  g_autofree char *text = copy_selection (self);

  qtr_window_bring_up_page (self);
  qtr_find_bar_start (self->find_bar, replacing, text);
}

void
qtr_window_find (QtrWindow *self)
{
  start (self, FALSE);
}

void
qtr_window_replace (QtrWindow *self)
{
  start (self, TRUE);
}

void
qtr_window_find_next (QtrWindow *self)
{
  QtrFindPlace start, end;
  guint index = 0;

  if (!qtr_find_bar_get_searching (self->find_bar)) {
    qtr_find_bar_start (self->find_bar, FALSE, NULL);
    return;
  }

  get_selection (self, &start, &end);
  if (qtr_finder_find_next (self->finder, &end, &index))
    show_match (self, index);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
qtr_window_find_previous (QtrWindow *self)
{
  QtrFindPlace start, end;
  guint index = 0;

  if (!qtr_find_bar_get_searching (self->find_bar))
    qtr_find_bar_start (self->find_bar, FALSE, NULL);

  get_selection (self, &start, &end);
  if (qtr_finder_find_previous (self->finder, &start, &index))
    show_match (self, index);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
toggle (QtrWindow *self, const char *action)
{
  GAction *switched = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (switched), g_variant_new_boolean (!is_on (self, action)));
  find_text (self);
}

void
qtr_window_toggle_match_case (QtrWindow *self)
{
  toggle (self, "find-match-case");
}

void
qtr_window_toggle_whole_words (QtrWindow *self)
{
  toggle (self, "find-whole-words");
}

/* --- Replacing --- */

static guint
replace (QtrWindow *self, const QtrFindMatch *matches, guint n_matches, const char *label)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrUpdate *update = qtr_plan_find_update (plan, self->quarter);
  guint n_replaced = 0;
  QtrPlan *replaced = qtr_find_replace (plan, update->record.id, matches, n_matches,
                                        qtr_find_bar_get_replacement (self->find_bar), &n_replaced);

  qtr_document_end_run (self->document);
  qtr_document_commit (self->document, replaced, label, NULL);
  return n_replaced;
}

/* What was just put in is not found again. */
static void
go_on_behind (QtrWindow *self, const QtrFindMatch *match)
{
  QtrFindPlace behind = { match->priority, match->commitment, match->bullet,
                          match->start + g_utf8_strlen (qtr_find_bar_get_replacement (self->find_bar), -1) };
  guint index = 0;

  if (qtr_finder_find_next (self->finder, &behind, &index))
    show_match (self, index);
  else
    qtr_find_bar_announce (self->find_bar);
}

void
qtr_window_replace_match (QtrWindow *self)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self->document));
  guint n_matches = 0;
  QtrFindMatch match;
  guint index = 0;

  if (!find_current (self, &index)) {
    qtr_window_find_next (self);
    return;
  }

  match = qtr_finder_get_matches (self->finder, &n_matches)[index];
  if (!qtr_find_match_is_replaceable (&match)) {
    qtr_window_tell (self, match.has_figure ? _ ("A linked figure follows its measure, and is not replaced")
                                            : _ ("The names of areas are changed on the plan’s own page"));
    qtr_window_find_next (self);
    return;
  }
  replace (self, &match, 1, _ ("Replace"));
  go_on_behind (self, &match);
}

static char *
say_replaced (guint n_replaced, guint n_left)
{
  g_autofree char *replaced =
      g_strdup_printf (ngettext ("%u replaced", "%u replaced", n_replaced), n_replaced);

  if (n_left == 0)
    return g_steal_pointer (&replaced);

  /* Translators: the first is "12 replaced". */
  return g_strdup_printf (
      ngettext ("%s, %u in the name of an area left", "%s, %u in the names of areas left", n_left), replaced,
      n_left);
}

void
qtr_window_replace_all (QtrWindow *self)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self->document));
  guint n_matches = 0;
  const QtrFindMatch *matches = qtr_finder_get_matches (self->finder, &n_matches);
  guint n_replaced = replace (self, matches, n_matches, _ ("Replace All"));
  g_autofree char *message = say_replaced (n_replaced, n_matches - n_replaced);

  if (qtr_document_get_plan (self->document) == before)
    qtr_window_tell (self, message);
  else
    qtr_window_tell_taken (self, message);
}
