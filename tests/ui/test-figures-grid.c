/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/figures/figures-entry.h"
#include "ui/figures/figures-grid.h"

#include "tests/ui/test-figures-plan.h"

typedef struct {
  QtrDocument *document;
  GtkWidget *window;
  QtrFiguresGrid *grid;
  char *activated;
} Fixture;

static void
activated_cb (QtrFiguresGrid *grid, const char *measure, Fixture *fixture)
{
  g_set_str (&fixture->activated, measure);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = make_document ();
  fixture->grid = QTR_FIGURES_GRID (qtr_figures_grid_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  g_signal_connect (fixture->grid, "measure-activated", G_CALLBACK (activated_cb), fixture);
  qtr_figures_grid_set_context (fixture->grid, fixture->document, "priority", parse_period ("2019-20-Q3"));
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  QtrDocument *document = fixture->document;

  g_object_add_weak_pointer (G_OBJECT (fixture->grid), (gpointer *) &fixture->grid);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (document);
  iterate ();
  g_assert_null (fixture->grid);
  g_assert_null (fixture->document);
  g_free (fixture->activated);
}

static QtrFiguresEntry *
find_entry (GtkWidget *widget, const char *measure)
{
  QtrFiguresEntry *found = NULL;

  if (QTR_IS_FIGURES_ENTRY (widget)) {
    QtrFiguresRow *row = qtr_figures_entry_get_row (QTR_FIGURES_ENTRY (widget));

    return row != NULL && g_str_equal (qtr_figures_row_get_measure (row)->record.id, measure)
               ? QTR_FIGURES_ENTRY (widget)
               : NULL;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, measure);
  return found;
}

static QtrFiguresEntry *
get_entry (Fixture *fixture, const char *measure)
{
  QtrFiguresEntry *entry = find_entry (GTK_WIDGET (fixture->grid), measure);

  g_assert_nonnull (entry);
  return entry;
}

static const char *
get_text (Fixture *fixture, const char *measure)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture, measure)));
}

static char *
get_value (Fixture *fixture, const char *measure, const char *period)
{
  const QtrPlan *plan = qtr_document_get_plan (fixture->document);
  const QtrObservation *observation = qtr_measure_find_observation (
      plan, qtr_plan_find_measure (plan, measure), qtr_plan_parse_period (plan, period), NULL);
  const QtrVintage *latest = observation == NULL ? NULL : qtr_observation_get_latest (observation);

  return latest == NULL || !qtr_decimal_is_set (latest->value) ? NULL : qtr_decimal_to_string (latest->value);
}

static void
assert_value (Fixture *fixture, const char *measure, const char *expected)
{
  g_autofree char *value = get_value (fixture, measure, "2019-20-Q3");

  g_assert_cmpstr (value, ==, expected);
}

static void
type (Fixture *fixture, const char *measure, const char *text)
{
  g_assert_true (qtr_figures_grid_focus_measure (fixture->grid, measure));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture, measure)), text);
}

static void
press_enter (Fixture *fixture, const char *measure)
{
  g_signal_emit_by_name (get_entry (fixture, measure), "activate");
  iterate ();
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *measure;
    const char *text;
    const char *value;
    const char *shown;
  } rows[] = {
    { "first", "1,234", "1234", "1,234" },
    { "first", " 1234 ", "1234", "1,234" },
    { "second", "-3", "-3", "−3" },
    { "third", "£5.4m", "5400000", "£5,400,000" },
    { "third", "5.4m", "5400000", "£5,400,000" },
    { "share", "12.5", "12.5", "12.5%" },
    { "share", "13%", "13", "13%" },
    { "first", "", NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    type (fixture, rows[i].measure, rows[i].text);
    press_enter (fixture, rows[i].measure);
    assert_value (fixture, rows[i].measure, rows[i].value);
    g_assert_cmpstr (get_text (fixture, rows[i].measure), ==, rows[i].shown);
  }
}

/* The vintage says which update it was typed for, and undo names what was done. */
static void
test_vintage (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *plan = NULL;
  const QtrObservation *observation = NULL;
  const QtrVintage *latest = NULL;

  type (fixture, "second", "12");
  press_enter (fixture, "second");
  plan = qtr_document_get_plan (fixture->document);
  observation = qtr_measure_find_observation (plan, qtr_plan_find_measure (plan, "second"),
                                              parse_period ("2019-20-Q3"), NULL);
  latest = qtr_observation_get_latest (observation);
  g_assert_cmpstr (latest->update, ==, "update");
  g_assert_null (latest->version);
  g_assert_cmpstr (qtr_document_get_undo_label (fixture->document), ==, "Change Figure");

  qtr_document_undo (fixture->document);
  assert_value (fixture, "second", NULL);
  g_assert_cmpstr (get_text (fixture, "second"), ==, "");
}

static void
test_same_value (Fixture *fixture, gconstpointer data)
{
  type (fixture, "first", "0519");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture, "first")), "519");
  press_enter (fixture, "first");
  g_assert_null (qtr_document_get_undo_label (fixture->document));
}

/* With the focus still in the cell, what is typed is in the plan, as one step and one vintage. */
static void
test_typed_at_once (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "1", "1,", "1,2", "1,23", "1,234" };
  const QtrPlan *before = qtr_document_get_plan (fixture->document);
  const QtrPlan *plan = NULL;
  const QtrObservation *observation = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    type (fixture, "second", texts[i]);
    g_assert_cmpstr (get_text (fixture, "second"), ==, texts[i]);
  }
  assert_value (fixture, "second", "1234");
  g_assert_cmpuint (qtr_figures_grid_count_unread (fixture->grid), ==, 0);
  plan = qtr_document_get_plan (fixture->document);
  observation = qtr_measure_find_observation (plan, qtr_plan_find_measure (plan, "second"),
                                              parse_period ("2019-20-Q3"), NULL);
  g_assert_cmpuint (qtr_list_length (observation->vintages), ==, 1);

  /* Half a number, or none, is as if nothing had been typed. */
  type (fixture, "second", "1,234x");
  g_assert_true (qtr_document_get_plan (fixture->document) == before);
  g_assert_null (qtr_document_get_undo_label (fixture->document));
  type (fixture, "second", "77");
  press_enter (fixture, "second");
  assert_value (fixture, "second", "77");
  qtr_document_undo (fixture->document);
  g_assert_true (qtr_document_get_plan (fixture->document) == before);
  g_assert_cmpstr (get_text (fixture, "second"), ==, "");
}

/* What cannot be read is there again when its page is. */
static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *priority;
    const char *quarter;
  } others[] = { { "none", "2019-20-Q3" }, { "priority", "2019-20-Q2" } };

  type (fixture, "second", "abc");
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    qtr_figures_grid_set_context (fixture->grid, fixture->document, others[i].priority,
                                  parse_period (others[i].quarter));
    iterate ();
    if (g_str_equal (others[i].priority, "priority"))
      g_assert_cmpstr (get_text (fixture, "second"), ==, "");
    g_assert_cmpuint (qtr_figures_grid_count_unread (fixture->grid), ==, 1);
    qtr_figures_grid_set_context (fixture->grid, fixture->document, "priority", parse_period ("2019-20-Q3"));
    iterate ();
    g_assert_cmpstr (get_text (fixture, "second"), ==, "abc");
    g_assert_nonnull (qtr_figures_entry_get_problem (get_entry (fixture, "second")));
  }
  type (fixture, "second", "4");
  g_assert_cmpuint (qtr_figures_grid_count_unread (fixture->grid), ==, 0);
}

/* A figure that is known late is asked for in the next quarter's update, and recorded for its own. */
static void
test_lag (Fixture *fixture, gconstpointer data)
{
  g_autofree char *value = NULL;
  g_autofree char *own = NULL;
  g_autofree char *unit = NULL;

  qtr_document_commit (fixture->document,
                       qtr_edit_set (qtr_document_get_plan (fixture->document), "first", "lag", 3, NULL),
                       "Lag", NULL);
  g_assert_cmpstr (get_text (fixture, "first"), ==, "500");
  g_object_get (qtr_figures_entry_get_row (get_entry (fixture, "first")), "unit", &unit, NULL);
  g_assert_cmpstr (unit, ==, "officers, for Q2 2019/20");

  type (fixture, "first", "501");
  press_enter (fixture, "first");
  value = get_value (fixture, "first", "2019-20-Q2");
  own = get_value (fixture, "first", "2019-20-Q3");
  g_assert_cmpstr (value, ==, "501");
  g_assert_cmpstr (own, ==, "519");
}

static char *
list_columns (GtkWidget *widget)
{
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (widget)));
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (gtk_column_view_column_get_visible (column))
      g_string_append_printf (titles, "%s|", gtk_column_view_column_get_title (column));
  }

  return g_string_free (titles, FALSE);
}

static void
wait_for_columns (Fixture *fixture, const char *expected)
{
  for (;;) {
    g_autofree char *titles = list_columns (GTK_WIDGET (fixture->grid));

    if (g_str_equal (titles, expected))
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

/* The line stays where little else does, and a long number changes no column. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  wait_for_columns (fixture, "Measure|This Quarter|Last Quarter|Last Year|Change|Change %|Trend|Note|");
  type (fixture, "third", "£123,456,789,012");
  iterate ();
  wait_for_columns (fixture, "Measure|This Quarter|Last Quarter|Last Year|Change|Change %|Trend|Note|");
  gtk_widget_set_margin_end (GTK_WIDGET (fixture->grid),
                             gtk_widget_get_width (GTK_WIDGET (fixture->grid)) - 460);
  wait_for_columns (fixture, "Measure|This Quarter|Trend|Note|");
}

/* A screen reader is told as well that the text is wrong, and why. */
static void
assert_told (QtrFiguresEntry *entry)
{
  g_autofree char *state = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_autofree char *description = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, qtr_figures_entry_get_problem (entry));

  g_assert_null (state);
  g_assert_null (description);
}

static void
test_refusal (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *measure;
    const char *text;
    gboolean at_once;
  } rows[] = {
    { "first", "12..5", TRUE },    { "first", "12%", TRUE },  { "share", "£3", TRUE },
    { "first", "many", TRUE },     { "first", "1,2", FALSE }, { "first", "-", FALSE },
    { "third", "5.4 mil", FALSE }, { "third", "£", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    QtrFiguresEntry *entry = get_entry (fixture, rows[i].measure);
    const QtrPlan *before = qtr_document_get_plan (fixture->document);
    g_autofree char *shown = g_strdup (get_text (fixture, rows[i].measure));

    type (fixture, rows[i].measure, rows[i].text);
    g_assert_cmpint (qtr_figures_entry_get_problem (entry) != NULL, ==, rows[i].at_once);
    g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"), ==, rows[i].at_once);
    press_enter (fixture, rows[i].measure);
    g_assert_nonnull (qtr_figures_entry_get_problem (entry));
    g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
    assert_told (entry);
    g_assert_cmpstr (get_text (fixture, rows[i].measure), ==, rows[i].text);
    g_assert_true (qtr_document_get_plan (fixture->document) == before);

    gtk_editable_set_text (GTK_EDITABLE (entry), shown);
    g_assert_null (qtr_figures_entry_get_problem (entry));
    g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  }
}

/* Going elsewhere takes what is whole, and leaves standing what is not. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  type (fixture, "first", "600");
  g_assert_true (qtr_figures_grid_focus_measure (fixture->grid, "second"));
  iterate ();
  assert_value (fixture, "first", "600");
  g_assert_cmpstr (fixture->activated, ==, "second");

  type (fixture, "second", "4..4");
  g_assert_true (qtr_figures_grid_focus_measure (fixture->grid, "first"));
  iterate ();
  assert_value (fixture, "second", NULL);
  g_assert_cmpstr (get_text (fixture, "second"), ==, "4..4");
}

static void
test_moving (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *from;
    int step;
    gboolean editable_only;
    const char *to;
  } rows[] = {
    { "first", 1, TRUE, "second" },   { "second", -1, TRUE, "first" }, { "first", -1, TRUE, NULL },
    { "share", 1, FALSE, "monthly" }, { "share", 1, TRUE, NULL },      { "monthly", 1, FALSE, "yearly" },
    { "yearly", 1, FALSE, NULL },     { "yearly", -1, TRUE, "share" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    QtrFiguresEntry *entry = get_entry (fixture, rows[i].from);
    gboolean moved = FALSE;

    g_assert_true (qtr_figures_grid_focus_measure (fixture->grid, rows[i].from));
    g_signal_emit_by_name (entry, "moved", qtr_figures_entry_get_row (entry), rows[i].step,
                           rows[i].editable_only, &moved);
    g_assert_cmpint (moved, ==, rows[i].to != NULL);
    g_assert_cmpstr (fixture->activated, ==, rows[i].to != NULL ? rows[i].to : rows[i].from);
  }
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *measure;
    const char *shown;
    gboolean editable;
  } rows[] = { { "first", "519", TRUE }, { "monthly", "6", FALSE }, { "yearly", "", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GtkWidget *entry = GTK_WIDGET (get_entry (fixture, rows[i].measure));

    g_assert_cmpstr (get_text (fixture, rows[i].measure), ==, rows[i].shown);
    g_assert_cmpint (gtk_editable_get_editable (GTK_EDITABLE (entry)), ==, rows[i].editable);
    g_assert_cmpint (gtk_widget_get_tooltip_text (entry) == NULL, ==, rows[i].editable);
  }
}

static void
paste (Fixture *fixture, const char *measure, const char *text)
{
  QtrFiguresEntry *entry = get_entry (fixture, measure);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (entry)), text);
  g_assert_true (qtr_figures_grid_focus_measure (fixture->grid, measure));
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard");
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  paste (fixture, "first", "1,001\r\n\r\n£3k\r\n14.5%\r\n");
  while (qtr_document_get_undo_label (fixture->document) == NULL)
    g_main_context_iteration (NULL, TRUE);

  assert_value (fixture, "first", "1001");
  assert_value (fixture, "second", NULL);
  assert_value (fixture, "third", "3000");
  assert_value (fixture, "share", "14.5");
  g_assert_cmpstr (get_text (fixture, "share"), ==, "14.5%");
  g_assert_cmpstr (qtr_document_get_undo_label (fixture->document), ==, "Paste Figures");

  qtr_document_undo (fixture->document);
  assert_value (fixture, "first", "519");
  assert_value (fixture, "third", NULL);
  assert_value (fixture, "share", NULL);
  g_assert_null (qtr_document_get_undo_label (fixture->document));
}

/* What cannot be read stands in its row, marked; all else is taken. */
static void
test_paste_unreadable (Fixture *fixture, gconstpointer data)
{
  paste (fixture, "second", "7\n1..2\n9\n");
  while (qtr_document_get_undo_label (fixture->document) == NULL)
    g_main_context_iteration (NULL, TRUE);

  assert_value (fixture, "second", "7");
  assert_value (fixture, "third", NULL);
  assert_value (fixture, "share", "9");
  g_assert_cmpstr (get_text (fixture, "third"), ==, "1..2");
  g_assert_nonnull (qtr_figures_entry_get_problem (get_entry (fixture, "third")));
}

static void
count_cb (QtrFiguresRow *row, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
changed_cb (GListModel *rows, guint position, guint removed, guint added, guint *count)
{
  (*count)++;
}

/* A change of one row does not touch another one's. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  GListModel *rows = qtr_figures_grid_get_rows (fixture->grid);
  g_autoptr (QtrFiguresRow) first = g_list_model_get_item (rows, 0);
  g_autoptr (QtrFiguresRow) second = g_list_model_get_item (rows, 1);
  guint n_first = 0;
  guint n_second = 0;
  guint n_model = 0;

  g_signal_connect (first, "notify", G_CALLBACK (count_cb), &n_first);
  g_signal_connect (second, "notify", G_CALLBACK (count_cb), &n_second);
  g_signal_connect (rows, "items-changed", G_CALLBACK (changed_cb), &n_model);
  qtr_document_commit (
      fixture->document,
      qtr_edit_set (qtr_document_get_plan (fixture->document), "first", "name", "Other", NULL), "Rename",
      NULL);
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_second, ==, 0);
  g_assert_cmpuint (n_model, ==, 0);

  qtr_document_commit (fixture->document,
                       qtr_edit_remove (qtr_document_get_plan (fixture->document), "third"), "Remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  g_signal_handlers_disconnect_by_func (rows, changed_cb, &n_model);
  g_signal_handlers_disconnect_by_func (first, count_cb, &n_first);
  g_signal_handlers_disconnect_by_func (second, count_cb, &n_second);
}

/* An empty grid, a context that is gone, a widget that nobody configured. */
static void
test_silence (Fixture *fixture, gconstpointer data)
{
  qtr_figures_grid_set_context (fixture->grid, fixture->document, "none", parse_period ("2019-20-Q3"));
  g_assert_cmpuint (g_list_model_get_n_items (qtr_figures_grid_get_rows (fixture->grid)), ==, 0);
  g_assert_false (qtr_figures_grid_focus_measure (fixture->grid, "first"));
  qtr_figures_grid_set_context (fixture->grid, NULL, NULL, QTR_PERIOD_UNSET);
  iterate ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  g_test_add ("/ui/figures-grid/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/ui/figures-grid/vintage", Fixture, NULL, set_up, test_vintage, tear_down);
  g_test_add ("/ui/figures-grid/same-value", Fixture, NULL, set_up, test_same_value, tear_down);
  g_test_add ("/ui/figures-grid/typed-at-once", Fixture, NULL, set_up, test_typed_at_once, tear_down);
  g_test_add ("/ui/figures-grid/drafts", Fixture, NULL, set_up, test_drafts, tear_down);
  g_test_add ("/ui/figures-grid/lag", Fixture, NULL, set_up, test_lag, tear_down);
  g_test_add ("/ui/figures-grid/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/ui/figures-grid/refusal", Fixture, NULL, set_up, test_refusal, tear_down);
  g_test_add ("/ui/figures-grid/leaving", Fixture, NULL, set_up, test_leaving, tear_down);
  g_test_add ("/ui/figures-grid/moving", Fixture, NULL, set_up, test_moving, tear_down);
  g_test_add ("/ui/figures-grid/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/ui/figures-grid/paste", Fixture, NULL, set_up, test_paste, tear_down);
  g_test_add ("/ui/figures-grid/paste-unreadable", Fixture, NULL, set_up, test_paste_unreadable, tear_down);
  g_test_add ("/ui/figures-grid/refresh", Fixture, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/ui/figures-grid/silence", Fixture, NULL, set_up, test_silence, tear_down);
  return g_test_run ();
}
