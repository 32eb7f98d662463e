/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "model/edit.h"
#include "model/measure.h"
#include "ui/bullets/bullets-view.h"

/* A linked figure in the editor is one unit, whose words follow its measure. */

#define BEFORE "Was "
#define FIGURE "{{calls value}}"
#define AFTER " calls."

typedef struct {
  GtkWidget *window;
  QtrBulletsView *view;
  GtkTextBuffer *buffer;
  QtrPlan *plan;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static QtrPlan *
observe (const QtrPlan *plan, int value)
{
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { value, 0 }), NULL);

  return qtr_edit_observe (plan, "calls", qtr_plan_parse_period (plan, "2026-27-Q1"), NULL, vintage);
}

static QtrPlan *
make_plan (void)
{
  g_autoptr (QtrMeasure) calls = qtr_record_new (&qtr_measure_type, "id", "calls", "name", "Calls", NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, calls);
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "id", "u", "quarter", "2026-27-Q1", NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);
  g_autoptr (QtrPlan) plan =
      qtr_record_new (&qtr_plan_type, "id", "plan", "measures", measures, "updates", updates, NULL);

  return observe (plan, 1190);
}

static void
show_plan (Fixture *fixture, QtrPlan *plan)
{
  g_clear_pointer (&fixture->plan, qtr_record_unref);
  fixture->plan = plan;
  qtr_bullets_view_set_context (fixture->view, plan, qtr_plan_get_latest_update (plan));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrBullet) bullet =
      qtr_record_new (&qtr_bullet_type, "id", "b", "text", BEFORE FIGURE AFTER, NULL);
  g_autoptr (QtrList) bullets = qtr_list_append (NULL, bullet);

  fixture->view = QTR_BULLETS_VIEW (qtr_bullets_view_new ());
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->window = gtk_window_new ();
  fixture->plan = NULL;
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  show_plan (fixture, make_plan ());
  qtr_bullets_view_set_bullets (fixture->view, bullets);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  qtr_record_unref (fixture->plan);
}

static void
assert_shows (Fixture *fixture, const char *wanted)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_says (Fixture *fixture, const char *wanted)
{
  const QtrBullet *bullet = qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), 0);

  g_assert_cmpstr (bullet->text, ==, wanted);
}

static void
place_caret (Fixture *fixture, int offset, int bound)
{
  GtkTextIter caret, other;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &caret, offset);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &other, bound);
  gtk_text_buffer_select_range (fixture->buffer, &caret, &other);
}

static void
assert_selects (Fixture *fixture, int first, int last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, first);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, last);
}

/* The words are those of the measure, and whoever reads the bullet back finds the figure. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  assert_shows (fixture, "Was 1,190 calls.");
  place_caret (fixture, 12, 12);
  show_plan (fixture, observe (fixture->plan, 7));
  assert_shows (fixture, "Was 7 calls.");
  assert_selects (fixture, 8, 8);
  assert_says (fixture, BEFORE FIGURE AFTER);
}

/* The caret goes on in the direction in which it came, and a selection has all of it or nothing. */
static void
test_caret (Fixture *fixture, gconstpointer data)
{
  place_caret (fixture, 4, 4);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 1, FALSE);
  assert_selects (fixture, 9, 9);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, -1, FALSE);
  assert_selects (fixture, 4, 4);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, 1, TRUE);
  assert_selects (fixture, 4, 9);
  place_caret (fixture, 6, 2);
  assert_selects (fixture, 2, 4);
  place_caret (fixture, 2, 6);
  assert_selects (fixture, 2, 9);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  place_caret (fixture, 4, 4);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_shows (fixture, "Was  calls.");
  assert_says (fixture, "Was  calls.");
}

static void
test_backspace (Fixture *fixture, gconstpointer data)
{
  place_caret (fixture, 9, 9);
  g_signal_emit_by_name (fixture->view, "backspace");
  assert_says (fixture, "Was  calls.");
}

/* What is put into a figure comes behind it. */
static void
test_insert (Fixture *fixture, gconstpointer data)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 6);
  gtk_text_buffer_insert (fixture->buffer, &iter, "x", 1);
  assert_says (fixture, BEFORE FIGURE "x" AFTER);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 4);
  gtk_text_buffer_insert (fixture->buffer, &iter, "y", 1);
  assert_says (fixture, BEFORE "y" FIGURE "x" AFTER);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 5);
  gtk_text_buffer_insert (fixture->buffer, &iter, FIGURE, -1);
  assert_says (fixture, BEFORE "y" FIGURE FIGURE "x" AFTER);
  assert_shows (fixture, "Was y1,1901,190x calls.");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  place_caret (fixture, 1, 1);
  g_assert_nonnull (qtr_bullets_view_turn_figure_into_text (fixture->view));
  place_caret (fixture, 4, 4);
  g_assert_null (qtr_bullets_view_turn_figure_into_text (fixture->view));
  assert_says (fixture, "Was 1,190 calls.");
  assert_shows (fixture, "Was 1,190 calls.");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ui/bullets-figures/follow", test_follow },       { "/ui/bullets-figures/caret", test_caret },
    { "/ui/bullets-figures/delete", test_delete },       { "/ui/bullets-figures/insert", test_insert },
    { "/ui/bullets-figures/backspace", test_backspace }, { "/ui/bullets-figures/text", test_text },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
