/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "model/review.h"
#include "ui/figures/figures-entry.h"
#include "ui/figures/figures-grid.h"
#include "ui/figures/figures-paste.h"
#include "ui/figures/figures-reading.h"
#include "ui/plan/plan-form-dialog.h"

#include "tests/ui/test-figures-plan.h"

/* --- What can be typed --- */

static void
test_reading (void)
{
  static const struct {
    const char *unit;
    const char *text;
    /* NULL: it cannot be read. */
    const char *value;
    gboolean is_beginning;
  } rows[] = {
    { NULL, "1,234", "1234" },     { NULL, "1234", "1234" },       { NULL, "-3", "-3" },
    { NULL, "−3", "-3" },          { NULL, "12.50", "12.50" },     { "%", "12.5%", "12.5" },
    { "%", "12.5", "12.5" },       { "£", "£5.4m", "5400000" },    { "£", "5.4 million", "5400000" },
    { "officers", "12.5%", NULL }, { "officers", "£3", NULL },     { "%", "£3", NULL },
    { NULL, "12..5", NULL },       { NULL, "abc", NULL },          { NULL, "-", NULL, TRUE },
    { NULL, "1,2", NULL, TRUE },   { "£", "5.4 mil", NULL, TRUE }, { "£", "£", NULL, TRUE },
    { NULL, "1,2x", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrMeasure) measure = make_measure ("m", rows[i].unit, QTR_FREQUENCY_QUARTER, "");
    g_autofree char *value = NULL;
    QtrDecimal number;
    gboolean reads = qtr_figures_read (measure, rows[i].text, &number, NULL);

    if (reads)
      value = qtr_decimal_to_string (number);
    g_assert_cmpstr (value, ==, rows[i].value);
    if (!reads)
      g_assert_cmpint (qtr_figures_is_beginning (measure, rows[i].text), ==, rows[i].is_beginning);
  }
}

/* --- Blocks --- */

/* The measures in the order of the plan, from a column on; as many columns as there are, and no more. */
typedef struct {
  const QtrPlan *plan;
  guint row;
  int n_columns;
} Sheet;

static gboolean
find_target (guint down, guint across, QtrFiguresTarget *target, gpointer data)
{
  const Sheet *sheet = data;

  if (sheet->row + down >= qtr_list_length (sheet->plan->measures) || (int) across >= sheet->n_columns)
    return FALSE;
  target->measure = qtr_list_get (sheet->plan->measures, sheet->row + down);
  target->period = qtr_period_add (parse_period ("2018-19-Q3"), (int) across);
  return TRUE;
}

/* Each value of the measures from the first on, in the quarters that the sheet has. */
static char *
print_sheet (const QtrPlan *plan, guint n_rows, int n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++) {
    for (int j = 0; j < n_columns; j++) {
      const QtrObservation *observation = qtr_measure_find_observation (
          plan, qtr_list_get (plan->measures, i), qtr_period_add (parse_period ("2018-19-Q3"), j), NULL);
      g_autofree char *value = observation == NULL
                                   ? g_strdup ("-")
                                   : qtr_decimal_to_string (qtr_observation_get_latest (observation)->value);

      g_string_append_printf (text, "%s%s", j == 0 ? "" : " ", value);
    }
    g_string_append_c (text, '|');
  }
  return g_string_free_and_steal (text);
}

static void
test_block (void)
{
  static const struct {
    const char *text;
    guint row;
    const char *sheet;
    const char *taken;
    const char *left;
  } rows[] = {
    { "1\t2\n3\t4", 0, "1 2 -|3 4 -|- - -|", "4 figures pasted, 2 in place of others (477, 10)", NULL },
    { "1\r\n2\r\n3\r\n", 0, "1 - -|2 - -|3 - -|", "3 figures pasted, 2 in place of others (477, 10)", NULL },
    /* A line of its own length, and a cell that says nothing. */
    { "1\t2\t3\n\t4\n", 0, "1 2 3|10 4 -|- - -|", "4 figures pasted, 1 in place of another (477)", NULL },
    /* What stands there already is no change. */
    { "477\t5", 0, "477 5 -|10 - -|- - -|", "1 figure pasted", NULL },
    { "1\t2\t3\t4", 1, "477 - -|1 2 3|- - -|", "3 figures pasted, 1 in place of another (10)",
      "1 cell had no place left." },
    { "x\t2\n3\ty", 1, "477 - -|10 2 -|3 - -|", "2 figures pasted",
      "2 cells could not be read, beginning with “x”." },
    /* The third row from "share" on is beyond the quarters' measures: one of months, and one of years. */
    { "1\n2\n3\n4", 3, "477 - -|10 - -|- - -|", "1 figure pasted, 1 in place of another (11.5%)",
      "2 cells take no value of their own.\n1 cell had no place left." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrDocument) document = make_document ();
    const QtrPlan *plan = qtr_document_get_plan (document);
    Sheet sheet = { plan, rows[i].row, 3 };
    QtrFiguresBlock *block = qtr_figures_block_new (plan, rows[i].text, find_target, &sheet);
    g_autoptr (QtrPlan) now = qtr_figures_block_write (block, plan, parse_period ("2019-20-Q3"), NULL);
    g_autofree char *taken = qtr_figures_block_tell_taken (block);
    g_autofree char *left = qtr_figures_block_tell_left (block);
    g_autofree char *printed = print_sheet (now, 3, 3);

    g_assert_cmpstr (printed, ==, rows[i].sheet);
    g_assert_cmpstr (taken, ==, rows[i].taken);
    g_assert_cmpstr (left, ==, rows[i].left);
    qtr_figures_block_free (block);
  }
}

/* --- What was published --- */

typedef struct {
  QtrDocument *document;
  GtkWidget *window;
  QtrFiguresGrid *grid;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = make_document ();
  fixture->grid = QTR_FIGURES_GRID (qtr_figures_grid_new ());
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  qtr_figures_grid_set_context (fixture->grid, fixture->document, "priority", parse_period ("2019-20-Q3"));
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->document);
  iterate ();
}

static void
set_state (Fixture *fixture, QtrState state)
{
  const QtrPlan *plan = qtr_document_get_plan (fixture->document);

  qtr_document_commit (fixture->document, qtr_edit_set_state (plan, "update", state), "State", NULL);
}

static QtrFiguresRow *
get_first_row (Fixture *fixture)
{
  /* The grid holds it. */
  g_autoptr (QtrFiguresRow) row = g_list_model_get_item (qtr_figures_grid_get_rows (fixture->grid), 0);

  return row;
}

static void
observe (Fixture *fixture, const char *value)
{
  const QtrPlan *plan = qtr_document_get_plan (fixture->document);
  QtrDecimal number;

  g_assert_true (qtr_decimal_parse (value, &number, NULL));
  qtr_document_commit (fixture->document,
                       qtr_figures_observe (plan, "first", parse_period ("2019-20-Q3"),
                                            parse_period ("2019-20-Q3"), number, NULL),
                       "Figure", NULL);
}

/* The first value was imported: it was told to nobody. */
static void
test_imported (Fixture *fixture, gconstpointer data)
{
  observe (fixture, "520");
  g_assert_cmpstr (qtr_figures_row_get_now (get_first_row (fixture)), ==, "520");
  g_assert_null (qtr_figures_row_get_hint (get_first_row (fixture)));
}

/* Only the state of another update changes, and with it what its readers were told. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) with_earlier =
      qtr_edit_add_update (qtr_document_get_plan (fixture->document), parse_period ("2019-20-Q2"));
  g_autofree char *earlier =
      g_strdup (qtr_plan_find_update (with_earlier, parse_period ("2019-20-Q2"))->record.id);
  g_autoptr (QtrPlan) lagging = qtr_edit_set (with_earlier, "first", "lag", 3, NULL);
  QtrDecimal value = { 501, 0 };

  qtr_document_commit (fixture->document,
                       qtr_figures_observe (lagging, "first", parse_period ("2019-20-Q3"),
                                            parse_period ("2019-20-Q2"), value, NULL),
                       "Figure", NULL);
  g_assert_cmpstr (qtr_figures_row_get_now (get_first_row (fixture)), ==, "501");
  g_assert_null (qtr_figures_row_get_hint (get_first_row (fixture)));

  qtr_document_commit (
      fixture->document,
      qtr_edit_set_state (qtr_document_get_plan (fixture->document), earlier, QTR_STATE_PUBLISHED), "State",
      NULL);
  g_assert_cmpstr (qtr_figures_row_get_hint (get_first_row (fixture)), ==, "Published before as 500");
  qtr_document_undo (fixture->document);
  g_assert_null (qtr_figures_row_get_hint (get_first_row (fixture)));
}

static QtrFiguresEntry *
get_entry (Fixture *fixture)
{
  GtkWidget *focus = NULL;

  g_assert_true (qtr_figures_grid_focus_measure (fixture->grid, "first"));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  return QTR_FIGURES_ENTRY (gtk_widget_get_ancestor (focus, QTR_TYPE_FIGURES_ENTRY));
}

/* Who does not say why keeps what was typed, and the plan keeps what was published. */
static void
test_not_restated (Fixture *fixture, gconstpointer data)
{
  QtrFiguresEntry *entry = NULL;
  const QtrPlan *plan = NULL;
  AdwDialog *question = NULL;

  set_state (fixture, QTR_STATE_PUBLISHED);
  plan = qtr_document_get_plan (fixture->document);
  entry = get_entry (fixture);
  gtk_editable_set_text (GTK_EDITABLE (entry), "520");
  g_assert_true (qtr_document_get_plan (fixture->document) == plan);
  g_signal_emit_by_name (entry, "activate");
  iterate ();
  question = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (QTR_IS_PLAN_FORM_DIALOG (question));

  adw_dialog_force_close (question);
  iterate ();
  g_assert_true (qtr_document_get_plan (fixture->document) == plan);
  g_assert_cmpstr (qtr_figures_row_get_draft (get_first_row (fixture)), ==, "520");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "520");
  g_assert_cmpuint (qtr_figures_grid_count_unread (fixture->grid), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  g_test_add_func ("/ui/figures-block/reading", test_reading);
  g_test_add_func ("/ui/figures-block/geometry", test_block);
  g_test_add ("/ui/figures-block/imported", Fixture, NULL, set_up, test_imported, tear_down);
  g_test_add ("/ui/figures-block/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/ui/figures-block/not-restated", Fixture, NULL, set_up, test_not_restated, tear_down);
  return g_test_run ();
}
