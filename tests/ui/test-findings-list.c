/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "check/checker.h"
#include "ui/findings/findings-list.h"
#include "ui/findings/findings-row.h"

#include "tests/ui/test-figures-plan.h"

typedef struct {
  GtkWidget *window;
  QtrFindingsList *list;
  char *activated;
  guint n_activated;
} Fixture;

static void
activated_cb (QtrFindingsList *list, QtrFinding *finding, Fixture *fixture)
{
  g_set_str (&fixture->activated, finding->rule);
  fixture->n_activated++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = QTR_FINDINGS_LIST (qtr_findings_list_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  g_signal_connect (fixture->list, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->list), (gpointer *) &fixture->list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_null (fixture->list);
  g_free (fixture->activated);
}

/* What the checks say of the plan: each time anew, as the window asks them. */
static GPtrArray *
check (QtrDocument *document)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  return qtr_checker_run (checker, qtr_document_get_plan (document), parse_period ("2019-20-Q3"), NULL);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static const char *
get_rule (Fixture *fixture, guint position)
{
  g_autoptr (QtrFindingsRow) row =
      g_list_model_get_item (qtr_findings_list_get_rows (fixture->list), position);

  return qtr_findings_row_get_finding (row)->rule;
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrDocument) document = make_document ();
  g_autoptr (GPtrArray) findings = check (document);
  GtkWidget *view = find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW);

  g_assert_cmpuint (findings->len, >, 1);
  qtr_findings_list_set_findings (fixture->list, findings);
  iterate ();
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_cmpstr (fixture->activated, ==, get_rule (fixture, 1));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrDocument) document = make_document ();
  g_autoptr (GPtrArray) findings = check (document);
  GListModel *rows = qtr_findings_list_get_rows (fixture->list);

  ((QtrFinding *) findings->pdata[0])->severity = QTR_SEVERITY_NOTICE;
  ((QtrFinding *) findings->pdata[1])->severity = QTR_SEVERITY_WARNING;
  qtr_findings_list_set_findings (fixture->list, findings);
  iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, findings->len);
  for (guint i = 0; i + 1 < findings->len; i++) {
    g_autoptr (QtrFindingsRow) row = g_list_model_get_item (rows, i);
    g_autoptr (QtrFindingsRow) next = g_list_model_get_item (rows, i + 1);

    g_assert_cmpint (qtr_findings_row_get_finding (row)->severity, >=,
                     qtr_findings_row_get_finding (next)->severity);
  }
}

/* What was selected stays so while others come and go around it. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrDocument) document = make_document ();
  g_autoptr (GPtrArray) first = check (document);
  g_autoptr (GPtrArray) second = check (document);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (qtr_findings_list_get_rows (fixture->list));
  gpointer selected = NULL;

  qtr_findings_list_set_findings (fixture->list, first);
  gtk_single_selection_set_selected (selection, 2);
  selected = gtk_single_selection_get_selected_item (selection);

  g_ptr_array_remove_index (second, 0);
  qtr_findings_list_set_findings (fixture->list, second);
  iterate ();
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == selected);

  g_ptr_array_remove_index (second, 1);
  qtr_findings_list_set_findings (fixture->list, second);
  g_assert_null (gtk_single_selection_get_selected_item (selection));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrDocument) document = make_document ();
  g_autoptr (GPtrArray) findings = check (document);
  GtkStack *stack = GTK_STACK (find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_STACK));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  qtr_findings_list_set_findings (fixture->list, findings);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  qtr_findings_list_set_findings (fixture->list, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

/* The buttons in their order: all, errors, warnings, notices. */
static GtkToggleButton *
get_filter (Fixture *fixture, guint index)
{
  GtkWidget *first = find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < index; i++)
    first = gtk_widget_get_next_sibling (first);
  return GTK_TOGGLE_BUTTON (first);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (find_widget (GTK_WIDGET (fixture->list), GTK_TYPE_STACK)));
}

static void
test_severities (Fixture *fixture, gconstpointer data)
{
  static const guint shown[] = { 0, 1, 1, 1 };
  g_autoptr (QtrDocument) document = make_document ();
  g_autoptr (GPtrArray) findings = check (document);
  GListModel *rows = qtr_findings_list_get_rows (fixture->list);

  g_ptr_array_set_size (findings, 3);
  ((QtrFinding *) findings->pdata[0])->severity = QTR_SEVERITY_NOTICE;
  ((QtrFinding *) findings->pdata[1])->severity = QTR_SEVERITY_WARNING;
  qtr_findings_list_set_findings (fixture->list, findings);
  for (guint i = 1; i < G_N_ELEMENTS (shown); i++) {
    gtk_toggle_button_set_active (get_filter (fixture, i), TRUE);
    g_assert_cmpuint (g_list_model_get_n_items (rows), ==, shown[i]);
  }
  g_assert_cmpstr (get_rule (fixture, 0), ==, ((QtrFinding *) findings->pdata[0])->rule);

  /* What is gone leaves nothing of the kind that is shown. */
  g_ptr_array_remove_index (findings, 0);
  qtr_findings_list_set_findings (fixture->list, findings);
  g_assert_cmpstr (get_page (fixture), ==, "filtered");
  gtk_toggle_button_set_active (get_filter (fixture, 0), TRUE);
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
}

/* All of the words have to be there, in whichever case and order. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrDocument) document = make_document ();
  g_autoptr (GPtrArray) findings = check (document);
  g_autoptr (QtrFindingsRow) row = qtr_findings_row_new (findings->pdata[0]);
  const QtrFinding *finding = findings->pdata[0];
  g_autofree char *folded = g_utf8_casefold (finding->message, -1);
  const char *there[] = { "error", folded, NULL };
  const char *missing[] = { "error", "nowhere", NULL };

  g_assert_true (qtr_findings_row_has_words (row, there));
  g_assert_false (qtr_findings_row_has_words (row, missing));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  g_test_add ("/ui/findings-list/activation", Fixture, NULL, set_up, test_activation, tear_down);
  g_test_add ("/ui/findings-list/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/ui/findings-list/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/ui/findings-list/severities", Fixture, NULL, set_up, test_severities, tear_down);
  g_test_add ("/ui/findings-list/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/ui/findings-list/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
