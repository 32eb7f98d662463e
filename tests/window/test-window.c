/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/checker.h"
#include "driver.h"
#include "model/measure.h"
#include "model/update.h"
#include "scene.h"

#define BULLET "A bullet that no example has"
#define KEY_RETURN 0xff0d
#define FIGURE "4321"
#define FIGURE_IN_WORDS "4,321"

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

/* From opening to the file: what is missing is seen, written, undone, done again, saved. */
static void
test_write (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (GPtrArray) priorities = NULL;
  const QtrUpdate *update = NULL;
  const QtrPriority *missing = NULL;
  const QtrCommitment *commitment = NULL;
  Expected expected = { NULL, NULL };

  plan = scene_load (scene);
  update = qtr_plan_get_latest_update (plan);
  priorities = qtr_plan_list_priorities (plan, qtr_plan_parse_period (plan, update->quarter));
  missing = find_missing (plan, priorities);
  g_assert_nonnull (missing);
  commitment = qtr_list_get (missing->commitments, 0);
  expected = (Expected) { scene->file, commitment->record.id };

  {
    g_autoptr (Driver) driver = driver_start (scene->file);
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
    driver_insert_into (editor, BULLET);
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

/* A figure that the example lacks: where it is to be seen, in the file and in the window. */
typedef struct {
  QtrPlan *plan;
  QtrFinding *finding;
  guint index;
  char *cell;
  Observed observed;
} MissingFigure;

static void
find_missing_figure (MissingFigure *missing, Scene *scene)
{
  const QtrMeasure *measure = NULL;
  g_autofree char *period = NULL;

  missing->plan = scene_load (scene);
  missing->finding = find_finding (missing->plan, "missing-figure", &missing->index);
  g_assert_nonnull (missing->finding);
  measure = qtr_plan_find_measure (missing->plan, missing->finding->place.measure);
  g_assert_cmpint (measure->frequency, ==, QTR_FREQUENCY_QUARTER);
  period = qtr_period_to_label (missing->finding->place.quarter);
  missing->cell = g_strdup_printf ("%s, %s", measure->name, period);
  missing->observed = (Observed) { scene->file, missing->finding->place.quarter, measure->record.id };
}

static void
clear_missing_figure (MissingFigure *missing)
{
  g_free (missing->cell);
  qtr_finding_unref (missing->finding);
  qtr_record_unref (missing->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MissingFigure, clear_missing_figure)

/* From the list of findings to the cell where the figure belongs. */
static AtspiAccessible *
go_to_missing_figure (Driver *driver, MissingFigure *missing)
{
  g_autoptr (AtspiAccessible) listed = NULL;

  driver_wait_for_title (driver, missing->plan->title);
  driver_act (driver, "win.show-findings");
  listed = driver_wait_for (driver, missing->finding->message);
  for (guint i = 0; i <= missing->index; i++)
    driver_act (driver, "win.next-finding");

  return driver_wait_for_editor (driver, missing->cell);
}

static void
save_figure (Driver *driver, MissingFigure *missing)
{
  driver_act (driver, "win.save");
  driver_wait_until (is_observed, &missing->observed, "the figure in the file");
  driver_wait_until_saved (driver);
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
test_figure (Scene *scene, gconstpointer data)
{
  g_auto (MissingFigure) missing = { NULL };

  find_missing_figure (&missing, scene);
  {
    g_autoptr (Driver) driver = driver_start (scene->file);
    g_autoptr (AtspiAccessible) editor = go_to_missing_figure (driver, &missing);

    driver_insert_into (editor, FIGURE);
    press_return ();
    driver_wait_until_gone (driver, missing.finding->message);
    driver_act (driver, "win.show-chart");
    driver_wait_for_description (driver, FIGURE_IN_WORDS);
    save_figure (driver, &missing);
  }
}

/* A window closes without a word, with and without a plan. */
static void
test_close (Scene *scene, gconstpointer data)
{
  Driver *driver = driver_start (NULL);
  g_autoptr (QtrPlan) plan = NULL;

  driver_wait_for_title (driver, "Quarterly");
  driver_close (driver);

  plan = scene_load (scene);
  driver = driver_start (scene->file);
  driver_wait_for_title (driver, plan->title);
  driver_close (driver);
}

/* A period that cannot be read stays where it was typed, with words about it, and goes nowhere else. */
static void
test_period (Scene *scene, gconstpointer data)
{
  {
    g_autoptr (Driver) driver = driver_start (scene->file);
    g_autoptr (AtspiAccessible) row = NULL;
    g_autoptr (AtspiAccessible) reason = NULL;
    g_autoptr (AtspiAccessible) kept = NULL;

    driver_act (driver, "win.go-front-page");
    row = driver_wait_for_editor (driver, "Data To");
    driver_insert_into (row, "Sometime");
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
test_figure_at_once (Scene *scene, gconstpointer data)
{
  g_auto (MissingFigure) missing = { NULL };

  find_missing_figure (&missing, scene);
  {
    g_autoptr (Driver) driver = driver_start (scene->file);
    g_autoptr (AtspiAccessible) editor = go_to_missing_figure (driver, &missing);

    driver_insert_into (editor, FIGURE_IN_WORDS);
    save_figure (driver, &missing);
  }
}

static void
truncate_file (GFile *file)
{
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) / 2, NULL, FALSE,
                           G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A file that is no plan is refused by name, and the window goes on. */
static void
test_refuse (Scene *scene, gconstpointer data)
{
  g_autoptr (QtrPlan) example = scene_load (scene);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  truncate_file (scene->file);
  before = qtr_file_read_bytes (scene->file, NULL);

  {
    g_autoptr (Driver) driver = driver_start (scene->file);
    g_autoptr (AtspiAccessible) heading = driver_wait_for (driver, "The Plan Could Not Be Opened");
    g_autoptr (AtspiAccessible) message = driver_wait_for (driver, "plan.quarterly");

    driver_act (driver, "win.open-example");
    driver_wait_for_title (driver, example->title);
  }

  after = qtr_file_read_bytes (scene->file, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

static void
add_tests (void)
{
  g_test_add ("/window/write", Scene, NULL, scene_set_up_example, test_write, scene_tear_down);
  g_test_add ("/window/figure", Scene, NULL, scene_set_up_example, test_figure, scene_tear_down);
  g_test_add ("/window/close", Scene, NULL, scene_set_up_example, test_close, scene_tear_down);
  g_test_add ("/window/period", Scene, NULL, scene_set_up_example, test_period, scene_tear_down);
  g_test_add ("/window/figure-at-once", Scene, NULL, scene_set_up_example, test_figure_at_once,
              scene_tear_down);
  g_test_add ("/window/refuse", Scene, NULL, scene_set_up_example, test_refuse, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
