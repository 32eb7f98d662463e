/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/bullets/bullets-view.h"
#include "ui/update/choice-popover.h"
#include "ui/update/nil-return.h"
#include "ui/update/section-view.h"

#define REASON "Nothing came up."

GResource *qtr_ui_get_resource (void);

/* A section of a plan's only update, which is refreshed as the page does it. */
typedef struct {
  QtrDocument *document;
  GtkWidget *window;
  QtrSectionView *section;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static QtrPlan *
make_plan (gboolean with_bullets)
{
  static const char *const levels[] = { "OFFICIAL", "OFFICIAL-SENSITIVE" };
  g_autoptr (QtrTokens) markings = qtr_tokens_new (levels, G_N_ELEMENTS (levels));
  g_autoptr (QtrArea) inner = qtr_record_new (&qtr_area_type, "id", "inner", "name", "Wynford", NULL);
  g_autoptr (QtrList) inner_list = qtr_list_append (NULL, inner);
  g_autoptr (QtrArea) outer =
      qtr_record_new (&qtr_area_type, "id", "outer", "name", "North LPA", "areas", inner_list, NULL);
  g_autoptr (QtrList) areas = qtr_list_append (NULL, outer);
  g_autoptr (QtrCommitment) commitment =
      qtr_record_new (&qtr_commitment_type, "id", "promise", "text", "Mend every bench", NULL);
  g_autoptr (QtrList) commitments = qtr_list_append (NULL, commitment);
  g_autoptr (QtrPriority) priority =
      qtr_record_new (&qtr_priority_type, "id", "priority", "number", 1, "commitments", commitments, NULL);
  g_autoptr (QtrList) priorities = qtr_list_append (NULL, priority);
  g_autoptr (QtrBullet) first = qtr_record_new (&qtr_bullet_type, "id", "first", "text", "One.", NULL);
  g_autoptr (QtrBullet) second = qtr_record_new (&qtr_bullet_type, "id", "second", "text", "Two.", NULL);
  g_autoptr (QtrList) one = qtr_list_append (NULL, first);
  g_autoptr (QtrList) both = qtr_list_append (one, second);
  g_autoptr (QtrSection) section =
      qtr_record_new (&qtr_section_type, "id", "section", "commitment", "promise", "bullets", both, NULL);
  g_autoptr (QtrList) sections = with_bullets ? qtr_list_append (NULL, section) : NULL;
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "id", "update", "quarter", "2019-20-Q3",
                                                 "marking", "OFFICIAL", "sections", sections, NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);

  return qtr_record_new (&qtr_plan_type, "title", "Plan", "first_month", 4, "markings", markings, "areas",
                         areas, "priorities", priorities, "updates", updates, NULL);
}

static const QtrUpdate *
get_update (Fixture *fixture)
{
  return qtr_list_get (qtr_document_get_plan (fixture->document)->updates, 0);
}

static const QtrSection *
get_section (Fixture *fixture)
{
  return qtr_update_find_section (get_update (fixture), "promise");
}

static const QtrBullet *
get_bullet (Fixture *fixture, guint index)
{
  return qtr_list_get (get_section (fixture)->bullets, index);
}

static void
refresh (Fixture *fixture)
{
  const QtrPlan *plan = qtr_document_get_plan (fixture->document);
  const QtrPriority *priority = qtr_list_get (plan->priorities, 0);
  g_auto (GStrv) areas = qtr_plan_list_area_names (plan);

  qtr_section_view_refresh (fixture->section, qtr_list_get (priority->commitments, 0), get_update (fixture),
                            (const char *const *) areas);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = make_plan (data != NULL);

  fixture->document = qtr_document_new (plan, NULL);
  fixture->section = QTR_SECTION_VIEW (qtr_section_view_new (fixture->document, "promise"));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  refresh (fixture);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (refresh), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  QtrDocument *document = fixture->document;

  g_object_add_weak_pointer (G_OBJECT (fixture->section), (gpointer *) &fixture->section);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (document);
  iterate ();
  g_assert_null (fixture->section);
  g_assert_null (fixture->document);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static GtkWidget *
find_part (Fixture *fixture, GType type)
{
  return find_widget (GTK_WIDGET (fixture->section), type);
}

static GtkTextBuffer *
get_reason_buffer (Fixture *fixture)
{
  GtkWidget *nil = find_part (fixture, QTR_TYPE_NIL_RETURN);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (nil, GTK_TYPE_TEXT_VIEW)));
}

static void
assert_undo (Fixture *fixture, const char *label)
{
  g_assert_cmpstr (qtr_document_get_undo_label (fixture->document), ==, label);
}

/* --- Nil returns --- */

static void
assert_nil (Fixture *fixture, gboolean nil, const char *reason)
{
  const QtrSection *section = get_section (fixture);
  GtkWidget *shown = find_part (fixture, QTR_TYPE_NIL_RETURN);

  g_assert_cmpint (section != NULL && section->nil_return, ==, nil);
  g_assert_cmpstr (section == NULL ? NULL : section->nil_reason, ==, reason);
  g_assert_cmpint (gtk_widget_get_visible (shown), ==, nil);
}

static void
test_nil_return (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = get_reason_buffer (fixture);

  assert_nil (fixture, FALSE, NULL);
  g_assert_null (qtr_section_view_toggle_nil_return (fixture->section));
  assert_nil (fixture, TRUE, NULL);
  assert_undo (fixture, "Nil Return");
  g_assert_false (qtr_section_is_reported (get_section (fixture)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         find_part (fixture, QTR_TYPE_NIL_RETURN)));

  for (const char *letter = REASON; *letter != '\0'; letter++)
    gtk_text_buffer_insert_at_cursor (buffer, letter, 1);
  assert_nil (fixture, TRUE, REASON);
  g_assert_true (qtr_section_is_reported (get_section (fixture)));

  /* What was typed is one step; the focus is not lost with the field. */
  qtr_document_undo (fixture->document);
  assert_nil (fixture, TRUE, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  qtr_document_undo (fixture->document);
  assert_nil (fixture, FALSE, NULL);
  g_assert_true (QTR_IS_BULLETS_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  qtr_document_redo (fixture->document);
  qtr_document_redo (fixture->document);
  assert_nil (fixture, TRUE, REASON);
  g_assert_null (qtr_section_view_toggle_nil_return (fixture->section));
  assert_nil (fixture, FALSE, NULL);
  assert_undo (fixture, "Withdraw Nil Return");
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *typed;
    const char *kept;
  } cases[] = {
    { "One\ntwo\r\nthree", "One two  three" },
    { "  \n ", NULL },
    { "Ends in a space ", "Ends in a space " },
  };
  GtkTextBuffer *buffer = get_reason_buffer (fixture);

  qtr_section_view_toggle_nil_return (fixture->section);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GtkTextIter start, end;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    gtk_text_buffer_delete (buffer, &start, &end);
    gtk_text_buffer_insert_at_cursor (buffer, cases[i].typed, -1);
    assert_nil (fixture, TRUE, cases[i].kept);
  }
}

static void
test_withdraw_by_bullet (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = qtr_section_view_get_bullets_view (fixture->section);

  qtr_section_view_toggle_nil_return (fixture->section);
  gtk_text_buffer_insert_at_cursor (get_reason_buffer (fixture), REASON, -1);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "A", -1);
  assert_nil (fixture, FALSE, NULL);
  g_assert_cmpstr (get_bullet (fixture, 0)->text, ==, "A");
  qtr_document_undo (fixture->document);
  assert_nil (fixture, TRUE, REASON);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const QtrPlan *before = qtr_document_get_plan (fixture->document);

  g_assert_nonnull (qtr_section_view_toggle_nil_return (fixture->section));
  g_assert_true (before == qtr_document_get_plan (fixture->document));
}

/* --- Markings and areas --- */

static GtkWidget *
find_popover (Fixture *fixture)
{
  GtkWidget *popover = find_part (fixture, QTR_TYPE_CHOICE_POPOVER);

  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_visible (popover));
  return popover;
}

static int
measure (Fixture *fixture)
{
  int height = 0;

  iterate ();
  gtk_widget_measure (qtr_section_view_get_bullets_view (fixture->section), GTK_ORIENTATION_VERTICAL, 400,
                      NULL, &height, NULL, NULL);
  return height;
}

static void
select_both (Fixture *fixture)
{
  GtkWidget *view = qtr_section_view_get_bullets_view (fixture->section);

  gtk_widget_activate_action (view, "selection.select-all", NULL);
}

static void
test_marking (Fixture *fixture, gconstpointer data)
{
  int height = measure (fixture);

  g_assert_null (qtr_section_view_choose_marking (fixture->section));
  g_signal_emit_by_name (find_popover (fixture), "chosen", "OFFICIAL-SENSITIVE");
  g_assert_cmpstr (get_bullet (fixture, 0)->marking, ==, "OFFICIAL-SENSITIVE");
  g_assert_null (get_bullet (fixture, 1)->marking);
  assert_undo (fixture, "Marking");
  /* The label has its room. */
  g_assert_cmpint (measure (fixture), >, height);

  select_both (fixture);
  g_assert_null (qtr_section_view_choose_marking (fixture->section));
  g_signal_emit_by_name (find_popover (fixture), "chosen", "OFFICIAL");
  g_assert_cmpstr (get_bullet (fixture, 0)->marking, ==, "OFFICIAL");
  g_assert_cmpstr (get_bullet (fixture, 1)->marking, ==, "OFFICIAL");
  g_signal_emit_by_name (find_popover (fixture), "chosen", NULL);
  g_assert_null (get_bullet (fixture, 0)->marking);
  g_assert_null (get_bullet (fixture, 1)->marking);
  g_assert_cmpint (measure (fixture), ==, height);
  for (guint i = 0; i < 3; i++)
    qtr_document_undo (fixture->document);
  g_assert_null (qtr_document_get_undo_label (fixture->document));
  g_assert_null (get_bullet (fixture, 0)->marking);
}

static void
test_nothing_to_mark (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (qtr_section_view_choose_marking (fixture->section));
  g_assert_null (find_part (fixture, QTR_TYPE_CHOICE_POPOVER));
}

static void
assert_paragraph (Fixture *fixture, const char *wanted)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (qtr_section_view_get_bullets_view (fixture->section)));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_area (Fixture *fixture, gconstpointer data)
{
  qtr_section_view_choose_area (fixture->section);
  g_signal_emit_by_name (find_popover (fixture), "chosen", "Wynford");
  g_assert_cmpstr (get_bullet (fixture, 0)->area, ==, "Wynford");
  g_assert_cmpstr (get_bullet (fixture, 0)->text, ==, "One.");
  assert_paragraph (fixture, "Wynford: One.\nTwo.");
  assert_undo (fixture, "Area");
  g_signal_emit_by_name (find_popover (fixture), "chosen", NULL);
  assert_paragraph (fixture, "One.\nTwo.");
  qtr_document_undo (fixture->document);
  assert_paragraph (fixture, "Wynford: One.\nTwo.");
}

/* The caret's empty line becomes a bullet, and keeps its id. */
static void
test_area_of_empty (Fixture *fixture, gconstpointer data)
{
  QtrBulletsView *view = QTR_BULLETS_VIEW (qtr_section_view_get_bullets_view (fixture->section));
  g_autofree char *id = g_strdup (qtr_bullets_view_get_current (view));

  qtr_section_view_choose_area (fixture->section);
  g_signal_emit_by_name (find_popover (fixture), "chosen", "Wynford");
  assert_paragraph (fixture, "Wynford:");
  g_assert_cmpstr (get_bullet (fixture, 0)->record.id, ==, id);
  qtr_document_undo (fixture->document);
  assert_paragraph (fixture, "");
}

static void
test_new_area (Fixture *fixture, gconstpointer data)
{
  qtr_section_view_choose_area (fixture->section);
  g_signal_emit_by_name (find_popover (fixture), "wanted", "Dunmarsh");
  g_assert_cmpuint (qtr_list_length (qtr_document_get_plan (fixture->document)->areas), ==, 2);
  g_assert_cmpstr (get_bullet (fixture, 0)->area, ==, "Dunmarsh");
  qtr_document_undo (fixture->document);
  g_assert_cmpuint (qtr_list_length (qtr_document_get_plan (fixture->document)->areas), ==, 1);
  g_assert_null (get_bullet (fixture, 0)->area);
}

/* --- The search --- */

/* What the list shows, with a star at what Enter takes. */
static char *
print_rows (GtkWidget *popover)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (popover, GTK_TYPE_LIST_BOX));
  GString *rows = g_string_new (NULL);

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);
    GtkLabel *label = GTK_LABEL (find_widget (GTK_WIDGET (row), GTK_TYPE_LABEL));

    if (gtk_widget_get_visible (GTK_WIDGET (row)))
      g_string_append_printf (rows, "%s%s%s", rows->len == 0 ? "" : "|", gtk_label_get_label (label),
                              gtk_list_box_get_selected_row (list) == row ? "*" : "");
  }
  return g_string_free_and_steal (rows);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *typed;
    const char *rows;
  } cases[] = {
    { "wyn", "North LPA|Wynford*|Add “wyn” to the Plan" }, { " WYNFORD ", "North LPA|Wynford*" },
    { "north", "North LPA*|Add “north” to the Plan" },     { "are", "No Area*|Add “are” to the Plan" },
    { "Dunmarsh", "Add “Dunmarsh” to the Plan*" },         { "", "No Area*|North LPA|Wynford" },
  };
  GtkWidget *search = NULL;

  qtr_section_view_choose_area (fixture->section);
  search = find_widget (find_popover (fixture), GTK_TYPE_SEARCH_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rows = NULL;

    gtk_editable_set_text (GTK_EDITABLE (search), cases[i].typed);
    iterate ();
    rows = print_rows (find_popover (fixture));
    g_assert_cmpstr (rows, ==, cases[i].rows);
  }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    gboolean with_bullets;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ui/section-view/nil-return", FALSE, test_nil_return },
    { "/ui/section-view/reason", FALSE, test_reason },
    { "/ui/section-view/withdraw-by-bullet", FALSE, test_withdraw_by_bullet },
    { "/ui/section-view/refused", TRUE, test_refused },
    { "/ui/section-view/marking", TRUE, test_marking },
    { "/ui/section-view/nothing-to-mark", FALSE, test_nothing_to_mark },
    { "/ui/section-view/area", TRUE, test_area },
    { "/ui/section-view/area-of-empty", FALSE, test_area_of_empty },
    { "/ui/section-view/new-area", TRUE, test_new_area },
    { "/ui/section-view/search", TRUE, test_search },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].with_bullets ? "bullets" : NULL, set_up, tests[i].run,
                tear_down);

  return g_test_run ();
}
