/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "check/checker.h"
#include "model/update.h"
#include "ui/update/front-page.h"
#include "ui/update/marking-row.h"

GResource *qtr_ui_get_resource (void);

/* The front page of a plan's only update, which lacks a version and a marking. */
typedef struct {
  QtrDocument *document;
  GtkWidget *window;
  QtrFrontPage *page;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static QtrPlan *
make_plan (void)
{
  static const char *const levels[] = { "OFFICIAL", "OFFICIAL-SENSITIVE" };
  g_autoptr (QtrTokens) markings = qtr_tokens_new (levels, G_N_ELEMENTS (levels));
  g_autoptr (QtrUpdate) update = qtr_record_new (
      &qtr_update_type, "id", "update", "quarter", "2019-20-Q3", "title", "Plan", "plan_period", "2016-2020",
      "data_to", "2019-12", "produced", "2020-01", "produced_by", "The Unit", NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);

  return qtr_record_new (&qtr_plan_type, "title", "Plan", "first_month", 4, "markings", markings, "updates",
                         updates, NULL);
}

static const QtrUpdate *
get_update (Fixture *fixture)
{
  return qtr_list_get (qtr_document_get_plan (fixture->document)->updates, 0);
}

static QtrPeriod
get_quarter (Fixture *fixture)
{
  return qtr_plan_parse_period (qtr_document_get_plan (fixture->document), "2019-20-Q3");
}

static void
check (Fixture *fixture)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings =
      qtr_checker_run (checker, qtr_document_get_plan (fixture->document), get_quarter (fixture), NULL);

  qtr_front_page_set_findings (fixture->page, findings);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = make_plan ();

  fixture->document = qtr_document_new (plan, NULL);
  fixture->page = g_object_new (QTR_TYPE_FRONT_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  qtr_front_page_set_document (fixture->page, fixture->document);
  qtr_front_page_set_quarter (fixture->page, get_quarter (fixture));
  check (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  QtrDocument *document = fixture->document;

  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (document);
  iterate ();
  g_assert_null (fixture->page);
  g_assert_null (fixture->document);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

/* Whether a label with that text is to be seen in the widget. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = shows (child, text);

  return found;
}

static void
assert_missing (Fixture *fixture, const char *title, gboolean missing)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->page), title);

  g_assert_nonnull (row);
  g_assert_cmpint (shows (row, "Missing"), ==, missing);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *version = find_row (GTK_WIDGET (fixture->page), "Version");

  g_assert_true (shows (GTK_WIDGET (fixture->page), "Quarter 3 2019/20"));
  assert_missing (fixture, "Title", FALSE);
  assert_missing (fixture, "Version", TRUE);
  assert_missing (fixture, "Protective Marking", TRUE);
  gtk_editable_set_text (GTK_EDITABLE (version), "1.0");
  check (fixture);
  assert_missing (fixture, "Version", FALSE);
  g_assert_cmpstr (get_update (fixture)->version, ==, "1.0");
}

/* What the row offers, with a star at what it shows. */
static char *
print_markings (GtkWidget *row)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (words, "%s%s%s", i == 0 ? "" : "|",
                            gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                            adw_combo_row_get_selected (ADW_COMBO_ROW (row)) == i ? "*" : "");
  return g_string_free_and_steal (words);
}

static void
assert_markings (Fixture *fixture, const char *wanted)
{
  g_autofree char *markings = print_markings (find_row (GTK_WIDGET (fixture->page), "Protective Marking"));

  g_assert_cmpstr (markings, ==, wanted);
}

static void
test_marking (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->page), "Protective Marking");

  assert_markings (fixture, "None Chosen*|OFFICIAL|OFFICIAL-SENSITIVE");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_cmpstr (get_update (fixture)->marking, ==, "OFFICIAL-SENSITIVE");
  g_assert_cmpstr (qtr_document_get_undo_label (fixture->document), ==, "Protective Marking");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_null (get_update (fixture)->marking);
  qtr_document_undo (fixture->document);
  assert_markings (fixture, "None Chosen|OFFICIAL|OFFICIAL-SENSITIVE*");
  qtr_document_undo (fixture->document);
  assert_markings (fixture, "None Chosen*|OFFICIAL|OFFICIAL-SENSITIVE");
  g_assert_null (qtr_document_get_undo_label (fixture->document));
}

/* A level that the plan does not have stays, and can be chosen again as long as it is there. */
static void
test_strange_marking (void)
{
  static const char *const levels[] = { "LOW", "HIGH" };
  g_autoptr (QtrTokens) markings = qtr_tokens_new (levels, G_N_ELEMENTS (levels));
  static const struct {
    const char *marking;
    const char *words;
  } cases[] = {
    { "STRANGE", "None Chosen|LOW|HIGH|STRANGE*" },
    { "HIGH", "None Chosen|LOW|HIGH*" },
    { NULL, "None Chosen*|LOW|HIGH" },
  };
  g_autoptr (GtkWidget) row = g_object_ref_sink (g_object_new (QTR_TYPE_MARKING_ROW, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = NULL;

    qtr_marking_row_show (QTR_MARKING_ROW (row), markings, cases[i].marking);
    words = print_markings (row);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static GtkWidget *
find_pencil (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "edit-icon") ? widget : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (widget); i != NULL && found == NULL;
       i = gtk_widget_get_next_sibling (i))
    found = find_pencil (i);
  return found;
}

static int
measure_pencil (Fixture *fixture, const char *title)
{
  GtkWidget *pencil = find_pencil (find_row (GTK_WIDGET (fixture->page), title));
  int width = 0;

  g_assert_nonnull (pencil);
  gtk_widget_measure (pencil, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* What is missing says so alone, where the others have their pencil. */
static void
test_pencil (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (measure_pencil (fixture, "Data To"), >=, 16);
  g_assert_cmpint (measure_pencil (fixture, "Version"), <, 16);
}

/* As the application does by itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/quarterly/Quarterly/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());
  load_style ();

  g_test_add ("/ui/front-page/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/ui/front-page/pencil", Fixture, NULL, set_up, test_pencil, tear_down);
  g_test_add ("/ui/front-page/marking", Fixture, NULL, set_up, test_marking, tear_down);
  g_test_add_func ("/ui/front-page/strange-marking", test_strange_marking);

  return g_test_run ();
}
