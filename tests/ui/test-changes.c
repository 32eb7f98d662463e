/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gstdio.h>

#include <adwaita.h>

#include "merge/merge.h"
#include "model/edit-plan.h"
#include "model/measure.h"
#include "model/path.h"
#include "model/update.h"
#include "store/file.h"
#include "ui/changes/change-list.h"
#include "ui/changes/changes-page.h"
#include "ui/changes/changes-run.h"
#include "ui/changes/word-marks.h"

#include "tests/ui/test-figures-plan.h"

#define BULLET "r5x36x8hfcw5z6d9"
#define OTHER_BULLET "0wq7p7p8jqvd8k7c"
#define QUARTER "2026-27-Q2"

/* --- What a comparison says --- */

static QtrPlan *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  QtrPlan *plan = qtr_file_load (file, &error);

  g_assert_no_error (error);
  return plan;
}

static QtrPlan *
word_bullet (const QtrPlan *plan)
{
  return qtr_edit_set (plan, BULLET, "text", "The Special Constabulary stood at 440 officers.", NULL);
}

static QtrPlan *
name_area (const QtrPlan *plan)
{
  return qtr_edit_set (plan, BULLET, "area", "Wynford", NULL);
}

static QtrPlan *
drop_bullet (const QtrPlan *plan)
{
  return qtr_edit_remove (plan, OTHER_BULLET);
}

static QtrPlan *
title_plan (const QtrPlan *plan)
{
  return qtr_edit_set (plan, plan->record.id, "title", "Safer Together", NULL);
}

/* A section, a bullet in it, and nothing but the bullet to speak of. */
static QtrPlan *
begin_section (const QtrPlan *plan)
{
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", "Begun.", NULL);
  g_autoptr (QtrList) bullets = qtr_list_append (NULL, bullet);
  g_autoptr (QtrPlan) bare = qtr_edit_set_bullets (plan, update->record.id, "reach-1", NULL);

  return qtr_edit_set_bullets (bare, update->record.id, "reach-1", bullets);
}

static QtrPlan *
swap_bullets (const QtrPlan *plan)
{
  QtrPath path;
  const QtrRecord *parent = NULL;

  qtr_path_find (plan, BULLET, &path);
  parent = qtr_path_get_parent (plan, &path);
  return qtr_edit_move (plan, BULLET, parent->id, "bullets", 1);
}

/* Numbers go with places: that others have another one is no news. */
static QtrPlan *
swap_priorities (const QtrPlan *plan)
{
  return qtr_edit_take_place (plan, "priority-2", "priority-1");
}

/* The value that was there gives way. */
static QtrPlan *
type_figure (const QtrPlan *plan)
{
  const QtrMeasure *measure = qtr_list_get (plan->measures, 0);
  const QtrUpdate *update = qtr_plan_get_latest_update (plan);
  QtrDecimal value = QTR_DECIMAL_NONE;
  g_autoptr (QtrVintage) vintage = NULL;

  g_assert_true (qtr_decimal_parse ("451", &value, NULL));
  vintage = qtr_record_new (&qtr_vintage_type, "value", value, "update", update->record.id, "version",
                            update->version, NULL);
  return qtr_edit_observe (plan, measure->record.id, qtr_plan_parse_period (plan, QUARTER), NULL, vintage);
}

static const struct {
  const char *name;
  QtrPlan *(*edit) (const QtrPlan *plan);
  QtrChangeItemKind kind;
  const char *title;
  const char *old_text;
  const char *new_text;
} cases[] = {
  { "words", word_bullet, QTR_CHANGE_ITEM_CHANGED, "bullet",
    "The Special Constabulary stood at 437 officers at the end of September 2026, 22 more than a year before and "
    "three short of the target of 440.",
    "The Special Constabulary stood at 440 officers." },
  { "area", name_area, QTR_CHANGE_ITEM_CHANGED, "bullet, area", NULL, "Wynford" },
  { "removed", drop_bullet, QTR_CHANGE_ITEM_REMOVED, "bullet",
    "Hours given by special constables are still being counted, because the duty system changed in August.",
    NULL },
  { "title", title_plan, QTR_CHANGE_ITEM_CHANGED, "plan, title", "Community Safety Plan (illustrative)",
    "Safer Together" },
  { "section", begin_section, QTR_CHANGE_ITEM_ADDED, "bullet", NULL, "Begun." },
  { "moved", swap_bullets, QTR_CHANGE_ITEM_MOVED, "bullet", NULL,
    "Hours given by special constables are still "
    "being counted, because the duty system changed "
    "in August." },
  { "priorities", swap_priorities, QTR_CHANGE_ITEM_MOVED, "priority", NULL,
    "Quieter Streets, Less Anti-social "
    "Behaviour" },
  { "figure", type_figure, QTR_CHANGE_ITEM_CHANGED, "value", "437", "451" },
};

static void
test_list (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (QtrPlan) before = load_example ();
  g_autoptr (QtrPlan) now = cases[index].edit (before);
  g_autoptr (GPtrArray) items = qtr_change_list_new (before, now);
  g_autoptr (QtrPlan) reverted = NULL;
  const QtrChangeWords *words = NULL;

  g_assert_cmpuint (items->len, ==, 1);
  words = qtr_change_item_get_words (items->pdata[0]);
  g_assert_cmpint (words->kind, ==, cases[index].kind);
  g_assert_cmpstr (words->title, ==, cases[index].title);
  g_assert_cmpstr (words->old_text, ==, cases[index].old_text);
  g_assert_cmpstr (words->new_text, ==, cases[index].new_text);

  reverted = qtr_change_item_revert (items->pdata[0], now, before, NULL);
  g_assert_true (qtr_record_equal (reverted, before));
}

static QtrChangeItem *
find_item (GPtrArray *items, const char *about)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (qtr_change_item_get_words (items->pdata[i])->about, about) == 0)
      return items->pdata[i];

  return NULL;
}

/* No record of an update is one of the update before: what became of what is told by the words. */
static void
test_quarter (void)
{
  g_autoptr (QtrPlan) plan = load_example ();
  QtrPeriod quarter = qtr_plan_parse_period (plan, QUARTER);
  g_autoptr (GPtrArray) items = qtr_change_list_new_for_quarter (plan, quarter);
  g_autoptr (GPtrArray) first =
      qtr_change_list_new_for_quarter (plan, qtr_plan_parse_period (plan, "2025-26-Q4"));
  const QtrChangeWords *words = qtr_change_item_get_words (find_item (items, BULLET));
  guint counts[QTR_CHANGE_ITEM_SAME + 1] = { 0 };

  g_assert_cmpuint (first->len, ==, 0);
  g_assert_cmpint (words->kind, ==, QTR_CHANGE_ITEM_CHANGED);
  g_assert_true (g_str_has_prefix (words->old_text, "The Special Constabulary"));
  for (guint i = 0; i < items->len; i++)
    counts[qtr_change_item_get_words (items->pdata[i])->kind]++;
  g_assert_cmpuint (counts[QTR_CHANGE_ITEM_NEW], >, 0);
  g_assert_cmpuint (counts[QTR_CHANGE_ITEM_DROPPED], >, 0);
  g_assert_cmpuint (counts[QTR_CHANGE_ITEM_NEW] + counts[QTR_CHANGE_ITEM_DROPPED] +
                        counts[QTR_CHANGE_ITEM_CHANGED] + counts[QTR_CHANGE_ITEM_SAME],
                    ==, items->len);
}

/* --- Words that are seen --- */

static double
get_luminance (const char *colour)
{
  GdkRGBA rgba;
  double parts[3];

  g_assert_true (gdk_rgba_parse (&rgba, colour));
  parts[0] = rgba.red;
  parts[1] = rgba.green;
  parts[2] = rgba.blue;
  for (int i = 0; i < 3; i++)
    parts[i] = parts[i] <= 0.03928 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

/* As WCAG 2 counts it. */
static double
get_contrast (const char *one, const char *other)
{
  double a = get_luminance (one);
  double b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* On the window, and where a row or one side of a question is shaded. */
static void
test_colours (void)
{
  static const char *const grounds[2][2] = { { "#fafafb", "#e4e4e7" }, { "#222226", "#47474d" } };

  for (int dark = 0; dark < 2; dark++)
    for (int contrast = 0; contrast < 2; contrast++)
      for (int ground = 0; ground < 2; ground++) {
        const QtrWordColours *colours = qtr_word_colours_get (dark == 1, contrast == 1);

        g_assert_cmpfloat (get_contrast (colours->gone, grounds[dark][ground]), >=, contrast == 1 ? 6 : 4.5);
        g_assert_cmpfloat (get_contrast (colours->came, grounds[dark][ground]), >=, contrast == 1 ? 6 : 4.5);
      }
}

static gboolean
has_attribute (PangoAttrList *attributes, PangoAttrType type, guint at)
{
  g_autoptr (GSList) list = pango_attr_list_get_attributes (attributes);
  gboolean has = FALSE;

  for (GSList *i = list; i != NULL; i = i->next) {
    PangoAttribute *attribute = i->data;

    has |= attribute->klass->type == type && attribute->start_index <= at && at < attribute->end_index;
    pango_attribute_destroy (attribute);
  }
  return has;
}

static void
test_marks (void)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text =
      qtr_word_marks_show ("Two came.", "Three came.", qtr_word_colours_get (FALSE, FALSE), &attributes);
  g_autofree char *spoken = qtr_word_marks_to_spoken ("Two came.", "Three came.");

  g_assert_cmpstr (text, ==, "Two Three came.");
  g_assert_true (has_attribute (attributes, PANGO_ATTR_STRIKETHROUGH, 0));
  g_assert_false (has_attribute (attributes, PANGO_ATTR_STRIKETHROUGH, 4));
  g_assert_true (has_attribute (attributes, PANGO_ATTR_UNDERLINE, 4));
  g_assert_false (has_attribute (attributes, PANGO_ATTR_UNDERLINE, 10));
  g_assert_cmpstr (spoken, ==, "“Two” removed, “Three” added");
}

/* --- The page --- */

typedef struct {
  GtkWidget *window;
  QtrChangesPage *page;
  QtrDocument *document;
  char *folder;
  GFile *file;
  char *place;
  guint n_counted;
} Fixture;

static void
place_chosen_cb (QtrChangesPage *page, const char *place, Fixture *fixture)
{
  g_set_str (&fixture->place, place);
}

static void
counted_cb (QtrChangesPage *page, guint n_changes, Fixture *fixture)
{
  fixture->n_counted = n_changes;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = load_example ();
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("quarterly-changes-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "other.quarterly", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = qtr_document_new (plan, fixture->file);
  fixture->page = g_object_new (QTR_TYPE_CHANGES_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  qtr_changes_page_set_document (fixture->page, fixture->document);
  qtr_changes_page_set_quarter (fixture->page, qtr_plan_parse_period (plan, QUARTER));
  g_signal_connect (fixture->page, "place-chosen", G_CALLBACK (place_chosen_cb), fixture);
  g_signal_connect (fixture->page, "counted", G_CALLBACK (counted_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *) &fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  while (fixture->page != NULL || fixture->document != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->place);
}

/* Answers come from a worker; a test that waits in vain is ended from without. */
static void
wait_for_rows (Fixture *fixture, guint n_rows)
{
  while (g_list_model_get_n_items (qtr_changes_page_get_items (fixture->page)) != n_rows)
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

static void
commit (Fixture *fixture, QtrPlan *plan)
{
  qtr_document_commit (fixture->document, plan, "Testing", NULL);
  qtr_document_end_run (fixture->document);
}

static void
select_row (Fixture *fixture, guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (qtr_changes_page_get_items (fixture->page)),
                                     position);
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

static void
test_revert (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *before = qtr_document_get_plan (fixture->document);
  g_autoptr (QtrPlan) expected = title_plan (before);

  commit (fixture, title_plan (before));
  wait_for_rows (fixture, 1);
  g_assert_cmpuint (fixture->n_counted, ==, 1);
  commit (fixture, word_bullet (qtr_document_get_plan (fixture->document)));
  wait_for_rows (fixture, 2);

  select_row (fixture, 1);
  qtr_changes_page_revert (fixture->page);
  g_assert_true (qtr_record_equal (qtr_document_get_plan (fixture->document), expected));
  g_assert_cmpstr (qtr_document_get_undo_label (fixture->document), ==, "Reverting a Change");
  wait_for_rows (fixture, 1);
  qtr_document_undo (fixture->document);
  wait_for_rows (fixture, 2);
}

/* What was removed is looked for where it was. */
static void
test_go (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *before = qtr_document_get_plan (fixture->document);
  QtrPath path;
  const QtrRecord *section = NULL;

  qtr_path_find (before, OTHER_BULLET, &path);
  section = qtr_path_get_parent (before, &path);
  commit (fixture, drop_bullet (before));
  wait_for_rows (fixture, 1);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpstr (fixture->place, ==, section->id);
}

static const char *
get_empty_title (Fixture *fixture)
{
  GtkStack *stack = GTK_STACK (find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_STACK));
  GtkWidget *empty = gtk_stack_get_visible_child (stack);

  return ADW_IS_STATUS_PAGE (empty) ? adw_status_page_get_title (ADW_STATUS_PAGE (empty)) : NULL;
}

static void
wait_for_title (Fixture *fixture, const char *title)
{
  while (g_strcmp0 (get_empty_title (fixture), title) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *plan = qtr_document_get_plan (fixture->document);
  g_autoptr (QtrDocument) unsaved = qtr_document_new (plan, NULL);

  wait_for_title (fixture, "Nothing Has Changed");
  qtr_changes_page_set_quarter (fixture->page, qtr_plan_parse_period (plan, "2025-26-Q4"));
  qtr_changes_page_set_source (fixture->page, QTR_CHANGES_QUARTER);
  wait_for_title (fixture, "No Quarter Before");
  qtr_changes_page_set_document (fixture->page, unsaved);
  wait_for_title (fixture, "Not Saved Yet");
  qtr_changes_page_set_document (fixture->page, fixture->document);
  wait_for_title (fixture, "Nothing Has Changed");
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *plan = qtr_document_get_plan (fixture->document);
  g_autoptr (QtrPlan) titled = title_plan (plan);
  g_autoptr (QtrPlan) other = word_bullet (titled);

  qtr_changes_page_compare_file (fixture->page, fixture->file);
  wait_for_title (fixture, "The File Could Not Be Read");

  g_assert_true (qtr_file_save (fixture->file, other, NULL, NULL, NULL));
  qtr_changes_page_compare_file (fixture->page, fixture->file);
  wait_for_rows (fixture, 2);

  /* What a file says is nothing to be taken back. */
  select_row (fixture, 0);
  qtr_changes_page_revert (fixture->page);
  g_assert_true (qtr_document_get_plan (fixture->document) == plan);

  g_assert_true (qtr_file_save (fixture->file, plan, NULL, NULL, NULL));
  qtr_changes_page_compare_file (fixture->page, fixture->file);
  wait_for_title (fixture, "No Differences");
}

/* --- Questions --- */

static QtrPlan *
make_conflicts (const QtrPlan *base)
{
  g_autoptr (QtrPlan) one = title_plan (base);
  g_autoptr (QtrPlan) ours = word_bullet (one);
  g_autoptr (QtrPlan) other = qtr_edit_set (base, base->record.id, "title", "Safer Apart", NULL);
  g_autoptr (QtrPlan) theirs = qtr_edit_remove (other, BULLET);

  return qtr_merge (base, ours, theirs, NULL);
}

static const QtrConflict *
get_conflict (Fixture *fixture, guint position)
{
  g_autoptr (QtrChangeItem) item =
      g_list_model_get_item (qtr_changes_page_get_items (fixture->page), position);

  return item == NULL ? NULL : qtr_change_item_get_conflict (item);
}

static guint
count_conflicts (Fixture *fixture)
{
  return qtr_list_length (qtr_document_get_plan (fixture->document)->conflicts);
}

static void
choose_for (Fixture *fixture, QtrConflictKind kind, void (*choose) (QtrChangesPage *page))
{
  guint at = get_conflict (fixture, 0)->kind == kind ? 0 : 1;

  select_row (fixture, at);
  choose (fixture->page);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  QtrPath path;

  commit (fixture, make_conflicts (qtr_document_get_plan (fixture->document)));
  wait_for_rows (fixture, 4);
  g_assert_nonnull (get_conflict (fixture, 0));
  g_assert_nonnull (get_conflict (fixture, 1));
  g_assert_null (get_conflict (fixture, 2));

  choose_for (fixture, QTR_CONFLICT_VALUE, qtr_changes_page_use_theirs);
  g_assert_cmpuint (count_conflicts (fixture), ==, 1);
  g_assert_cmpstr (qtr_document_get_plan (fixture->document)->title, ==, "Safer Apart");
  choose_for (fixture, QTR_CONFLICT_REMOVAL, qtr_changes_page_use_theirs);
  g_assert_cmpuint (count_conflicts (fixture), ==, 0);
  g_assert_null (qtr_path_find (qtr_document_get_plan (fixture->document), BULLET, &path));

  /* Each choice is a step of its own. */
  qtr_document_undo (fixture->document);
  g_assert_cmpuint (count_conflicts (fixture), ==, 1);
  qtr_document_undo (fixture->document);
  g_assert_cmpuint (count_conflicts (fixture), ==, 2);
  g_assert_cmpstr (qtr_document_get_plan (fixture->document)->title, ==, "Safer Together");
  choose_for (fixture, QTR_CONFLICT_REMOVAL, qtr_changes_page_use_yours);
  g_assert_nonnull (qtr_path_find (qtr_document_get_plan (fixture->document), BULLET, &path));
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (qtr_changes_page_get_items (fixture->page));

  /* Without a question, there is none to go to. */
  qtr_changes_page_step_conflict (fixture->page, 1);
  commit (fixture, make_conflicts (qtr_document_get_plan (fixture->document)));
  wait_for_rows (fixture, 4);
  qtr_changes_page_step_conflict (fixture->page, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  qtr_changes_page_step_conflict (fixture->page, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  qtr_changes_page_step_conflict (fixture->page, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  qtr_changes_page_step_conflict (fixture->page, -1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  qtr_changes_page_show_conflict (fixture->page, get_conflict (fixture, 0)->record.id);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
}

/* Rows that say the same as before are the same, so that focus and place are kept. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrChangeItem) first = NULL;
  g_autoptr (QtrChangeItem) still = NULL;

  commit (fixture, title_plan (qtr_document_get_plan (fixture->document)));
  wait_for_rows (fixture, 1);
  first = g_list_model_get_item (qtr_changes_page_get_items (fixture->page), 0);
  commit (fixture, word_bullet (qtr_document_get_plan (fixture->document)));
  wait_for_rows (fixture, 2);
  still = g_list_model_get_item (qtr_changes_page_get_items (fixture->page), 0);
  g_assert_true (first == still);
}

/* --- When it compares --- */

static void
answered_cb (GPtrArray *items, gpointer data)
{
  *(guint *) data += 1;
}

/* The same plans are compared once, and nobody is told who is gone. */
static void
test_run (void)
{
  g_autoptr (QtrPlan) before = load_example ();
  g_autoptr (QtrPlan) now = title_plan (before);
  guint n_answers = 0;
  QtrChangesRun *run = qtr_changes_run_new (answered_cb, &n_answers);

  g_assert_true (qtr_changes_run_ask (run, before, before, QTR_PERIOD_UNSET));
  g_assert_true (qtr_changes_run_ask (run, before, now, QTR_PERIOD_UNSET));
  while (qtr_changes_run_is_busy (run))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_answers, ==, 1);
  g_assert_false (qtr_changes_run_ask (run, before, now, QTR_PERIOD_UNSET));
  g_assert_false (qtr_changes_run_is_busy (run));

  qtr_changes_run_forget (run);
  g_assert_true (qtr_changes_run_ask (run, before, now, QTR_PERIOD_UNSET));
  qtr_changes_run_free (run);
  iterate ();
  g_assert_cmpuint (n_answers, ==, 1);
}

static void
add_page_tests (void)
{
  g_test_add ("/ui/changes/revert", Fixture, NULL, set_up, test_revert, tear_down);
  g_test_add ("/ui/changes/go", Fixture, NULL, set_up, test_go, tear_down);
  g_test_add ("/ui/changes/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/ui/changes/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/ui/changes/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/changes/step", Fixture, NULL, set_up, test_step, tear_down);
  g_test_add ("/ui/changes/kept", Fixture, NULL, set_up, test_kept, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/ui/changes/list/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_list);
  }
  g_test_add_func ("/ui/changes/quarter", test_quarter);
  g_test_add_func ("/ui/changes/colours", test_colours);
  g_test_add_func ("/ui/changes/marks", test_marks);
  g_test_add_func ("/ui/changes/run", test_run);
  add_page_tests ();
  return g_test_run ();
}
