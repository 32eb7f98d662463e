/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include <glib/gstdio.h>

#include "check/checker.h"
#include "driver.h"
#include "model/measure.h"
#include "model/update.h"
#include "store/file.h"

#define BULLET "A bullet that no example has"
#define KEY_RETURN 0xff0d
#define FIGURE "4321"
#define FIGURE_IN_WORDS "4,321"

/* A file of its own for each test, in a folder that goes with it. */
typedef struct {
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("quarterly-window-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_file_new_build_filename (fixture->folder, "plan.quarterly", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_delete (fixture->file, NULL, &error);
  g_assert_no_error (error);
  /* Fails if the program left anything beside the plan. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static GBytes *
read_example (void)
{
  g_autoptr (GFile) example =
      g_file_new_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = qtr_file_read_bytes (example, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
write_start_of_example (GFile *file, double share)
{
  g_autoptr (GBytes) bytes = read_example ();
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), (gsize) (g_bytes_get_size (bytes) * share),
                           NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static QtrPlan *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  QtrPlan *plan = qtr_file_load (file, &error);

  g_assert_no_error (error);
  return plan;
}

/* What the latest update does not report at all. */
static const QtrPriority *
find_missing (const QtrPlan *plan, GPtrArray *priorities)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);

  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = g_ptr_array_index (priorities, i);
    gboolean reported = FALSE;

    for (guint j = 0; j < qtr_list_length (priority->commitments); j++) {
      const QtrCommitment *commitment = qtr_list_get (priority->commitments, j);

      reported |= qtr_section_is_reported (qtr_update_find_section (update, commitment->record.id));
    }
    if (!reported)
      return priority;
  }

  return NULL;
}

typedef struct {
  GFile *file;
  const char *commitment;
} Expected;

static gboolean
is_in_file (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (expected->file, NULL);
  const QtrUpdate *update = plan == NULL ? NULL : qtr_plan_get_latest_update (plan);
  const QtrSection *section = update == NULL ? NULL : qtr_update_find_section (update, expected->commitment);

  return section != NULL && qtr_list_length (section->bullets) == 1 &&
         g_strcmp0 (((const QtrBullet *) qtr_list_get (section->bullets, 0))->text, BULLET) == 0;
}

static void
insert_text (AtspiAccessible *node, const char *text)
{
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);
  g_autoptr (GError) error = NULL;

  atspi_editable_text_insert_text (editable, 0, text, (int) strlen (text), &error);
  g_assert_no_error (error);
}

/* From opening to the file: what is missing is seen, written, undone, done again, saved. */
static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (GPtrArray) priorities = NULL;
  const QtrUpdate *update = NULL;
  const QtrPriority *missing = NULL;
  const QtrCommitment *commitment = NULL;
  Expected expected = { NULL, NULL };

  write_start_of_example (fixture->file, 1);
  plan = load (fixture->file);
  update = qtr_plan_get_latest_update (plan);
  priorities = qtr_plan_list_priorities (plan, qtr_plan_parse_period (plan, update->quarter));
  missing = find_missing (plan, priorities);
  g_assert_nonnull (missing);
  commitment = qtr_list_get (missing->commitments, 0);
  expected = (Expected) { fixture->file, commitment->record.id };

  {
    g_autoptr (Driver) driver = driver_start (fixture->file);
    g_autofree char *heading = g_strdup_printf ("Priority %d", missing->number);
    g_autofree char *absent = g_strdup_printf ("%s, %s, Missing", heading, missing->title);
    g_autofree char *present = g_strdup_printf ("%s, %s, 1 of ", heading, missing->title);
    g_autoptr (AtspiAccessible) row = NULL;
    g_autoptr (AtspiAccessible) page = NULL;
    g_autoptr (AtspiAccessible) editor = NULL;
    g_autoptr (AtspiAccessible) reported = NULL;
    g_autoptr (AtspiAccessible) undone = NULL;
    g_autoptr (AtspiAccessible) again = NULL;
    g_autoptr (AtspiAccessible) redone = NULL;

    driver_wait_for_title (driver, plan->title);
    row = driver_wait_for (driver, absent);
    g_assert_false (driver_can_act (driver, "win.save"));

    driver_act (driver, "win.go-front-page");
    for (int i = 0; i < missing->number; i++)
      driver_act (driver, "win.next-priority");
    editor = driver_wait_for_editor (driver, commitment->text);
    insert_text (editor, BULLET);
    reported = driver_wait_for (driver, present);

    /* Whoever undoes on another page is taken to what changed. */
    driver_act (driver, "win.go-front-page");
    driver_act (driver, "win.undo");
    undone = driver_wait_for (driver, absent);
    again = driver_wait_for_editor (driver, commitment->text);
    driver_act (driver, "win.redo");
    redone = driver_wait_for (driver, present);

    driver_act (driver, "win.save");
    driver_wait_until (is_in_file, &expected, "the bullet in the file");
    driver_wait_until_saved (driver);
  }
}

/* The first finding of that rule in the latest update, and which of all it is. */
static QtrFinding *
find_finding (const QtrPlan *plan, const char *rule, guint *index)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings =
      qtr_checker_run (checker, plan, qtr_plan_parse_period (plan, update->quarter), NULL);

  for (guint i = 0; i < findings->len; i++) {
    QtrFinding *finding = g_ptr_array_index (findings, i);

    *index = i;
    if (g_str_equal (finding->rule, rule))
      return qtr_finding_ref (finding);
  }

  return NULL;
}

typedef struct {
  GFile *file;
  QtrPeriod quarter;
  const char *measure;
} Observed;

static gboolean
is_observed (gpointer data)
{
  Observed *observed = data;
  g_autoptr (QtrPlan) plan = qtr_file_load (observed->file, NULL);
  const QtrMeasure *measure = plan == NULL ? NULL : qtr_plan_find_measure (plan, observed->measure);
  const QtrObservation *observation =
      measure == NULL ? NULL : qtr_measure_find_observation (plan, measure, observed->quarter, NULL);
  const QtrVintage *vintage = observation == NULL ? NULL : qtr_observation_get_latest (observation);
  g_autofree char *value = vintage == NULL ? NULL : qtr_decimal_to_string (vintage->value);

  return g_strcmp0 (value, FIGURE) == 0;
}

/* To whatever has the focus. */
static void
press_return (void)
{
  g_autoptr (GError) error = NULL;

  atspi_generate_keyboard_event (KEY_RETURN, NULL, ATSPI_KEY_SYM, &error);
  g_assert_no_error (error);
}

/* A missing figure is found, gone to and typed: the finding goes, the chart says it, the file has it. */
static void
test_figure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrFinding) finding = NULL;
  g_autofree char *period = NULL;
  g_autofree char *cell = NULL;
  const QtrMeasure *measure = NULL;
  Observed observed = { NULL };
  guint index = 0;

  write_start_of_example (fixture->file, 1);
  plan = load (fixture->file);
  finding = find_finding (plan, "missing-figure", &index);
  g_assert_nonnull (finding);
  measure = qtr_plan_find_measure (plan, finding->place.measure);
  g_assert_cmpint (measure->frequency, ==, QTR_FREQUENCY_QUARTER);
  observed = (Observed) { fixture->file, finding->place.quarter, finding->place.measure };
  period = qtr_period_to_label (finding->place.quarter);
  cell = g_strdup_printf ("%s, %s", measure->name, period);

  {
    g_autoptr (Driver) driver = driver_start (fixture->file);
    g_autoptr (AtspiAccessible) listed = NULL;
    g_autoptr (AtspiAccessible) editor = NULL;

    driver_wait_for_title (driver, plan->title);
    driver_act (driver, "win.show-findings");
    listed = driver_wait_for (driver, finding->message);

    for (guint i = 0; i <= index; i++)
      driver_act (driver, "win.next-finding");
    editor = driver_wait_for_editor (driver, cell);
    insert_text (editor, FIGURE);
    press_return ();
    driver_wait_until_gone (driver, finding->message);

    driver_act (driver, "win.show-chart");
    driver_wait_for_description (driver, FIGURE_IN_WORDS);
    driver_act (driver, "win.save");
    driver_wait_until (is_observed, &observed, "the figure in the file");
    driver_wait_until_saved (driver);
  }
}

/* A window closes without a word, with and without a plan. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  Driver *driver = driver_start (NULL);
  g_autoptr (QtrPlan) plan = NULL;

  driver_wait_for_title (driver, "Quarterly");
  driver_close (driver);

  write_start_of_example (fixture->file, 1);
  plan = load (fixture->file);
  driver = driver_start (fixture->file);
  driver_wait_for_title (driver, plan->title);
  driver_close (driver);
}

/* A period that cannot be read stays where it was typed, with words about it, and goes nowhere else. */
static void
test_period (Fixture *fixture, gconstpointer data)
{
  write_start_of_example (fixture->file, 1);

  {
    g_autoptr (Driver) driver = driver_start (fixture->file);
    g_autoptr (AtspiAccessible) row = NULL;
    g_autoptr (AtspiAccessible) reason = NULL;
    g_autoptr (AtspiAccessible) kept = NULL;

    driver_act (driver, "win.go-front-page");
    row = driver_wait_for_editor (driver, "Data To");
    insert_text (row, "Sometime");
    reason = driver_wait_for (driver, "is not a period that is understood");
    driver_wait_for_description (driver, "is not a period that is understood");
    g_assert_false (driver_can_act (driver, "win.save"));
    driver_act (driver, "win.next-priority");
    driver_act (driver, "win.go-front-page");
    kept = driver_wait_for (driver, "“Sometime");
  }
}

/* The author saves with the focus still in the cell. */
static void
test_figure_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrFinding) finding = NULL;
  g_autofree char *period = NULL;
  g_autofree char *cell = NULL;
  Observed observed = { NULL };
  guint index = 0;

  write_start_of_example (fixture->file, 1);
  plan = load (fixture->file);
  finding = find_finding (plan, "missing-figure", &index);
  g_assert_nonnull (finding);
  observed = (Observed) { fixture->file, finding->place.quarter, finding->place.measure };
  period = qtr_period_to_label (finding->place.quarter);
  cell = g_strdup_printf ("%s, %s", qtr_plan_find_measure (plan, finding->place.measure)->name, period);

  {
    g_autoptr (Driver) driver = driver_start (fixture->file);
    g_autoptr (AtspiAccessible) listed = NULL;
    g_autoptr (AtspiAccessible) editor = NULL;

    driver_wait_for_title (driver, plan->title);
    driver_act (driver, "win.show-findings");
    listed = driver_wait_for (driver, finding->message);
    for (guint i = 0; i <= index; i++)
      driver_act (driver, "win.next-finding");
    editor = driver_wait_for_editor (driver, cell);
    insert_text (editor, FIGURE_IN_WORDS);
    driver_act (driver, "win.save");
    driver_wait_until (is_observed, &observed, "the figure in the file");
    driver_wait_until_saved (driver);
  }
}

/* A file that is no plan is refused by name, and the window goes on. */
static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  write_start_of_example (fixture->file, 0.5);
  before = qtr_file_read_bytes (fixture->file, NULL);

  {
    g_autoptr (Driver) driver = driver_start (fixture->file);
    g_autoptr (QtrPlan) example = NULL;
    g_autoptr (GFile) source =
        g_file_new_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
    g_autoptr (AtspiAccessible) heading = driver_wait_for (driver, "The Plan Could Not Be Opened");
    g_autoptr (AtspiAccessible) message = driver_wait_for (driver, "plan.quarterly");

    example = load (source);
    driver_act (driver, "win.open-example");
    driver_wait_for_title (driver, example->title);
  }

  after = qtr_file_read_bytes (fixture->file, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char *argv[])
{
  int result = 0;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns of a program that is still starting. The program's own warnings stay fatal, by G_DEBUG. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpstr (g_getenv ("G_DEBUG"), ==, "fatal-warnings");
  atspi_init ();

  g_test_add ("/window/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/window/figure", Fixture, NULL, set_up, test_figure, tear_down);
  g_test_add ("/window/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/window/period", Fixture, NULL, set_up, test_period, tear_down);
  g_test_add ("/window/figure-at-once", Fixture, NULL, set_up, test_figure_at_once, tear_down);
  g_test_add ("/window/refuse", Fixture, NULL, set_up, test_refuse, tear_down);

  result = g_test_run ();
  atspi_exit ();
  return result;
}
