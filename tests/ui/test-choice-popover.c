/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/update/choice-popover.h"

GResource *qtr_ui_get_resource (void);

/* A popover in a window, with what it said last; whoever shows it holds no reference but by being its parent.
 */
typedef struct {
  GtkWidget *window;
  GtkWidget *popover;
  char *chosen;
  char *wanted;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
chosen_cb (Fixture *fixture, const char *value)
{
  g_set_str (&fixture->chosen, value);
}

static void
wanted_cb (Fixture *fixture, const char *typed)
{
  g_set_str (&fixture->wanted, typed);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *place = gtk_label_new ("Place");

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), place);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->popover = qtr_choice_popover_new ("Area");
  gtk_widget_set_parent (fixture->popover, place);
  g_signal_connect_swapped (fixture->popover, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect_swapped (fixture->popover, "wanted", G_CALLBACK (wanted_cb), fixture);
  qtr_choice_popover_add (QTR_CHOICE_POPOVER (fixture->popover), "North", "North", NULL, 0, FALSE);
  qtr_choice_popover_add (QTR_CHOICE_POPOVER (fixture->popover), "Wynford", "Wynford", "a parish", 1, TRUE);
  qtr_choice_popover_add (QTR_CHOICE_POPOVER (fixture->popover), "South", "South", NULL, 0, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->popover, gtk_widget_unparent);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_free (fixture->chosen);
  g_free (fixture->wanted);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
pop_up (Fixture *fixture)
{
  gtk_popover_popup (GTK_POPOVER (fixture->popover));
  iterate ();
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture->popover, GTK_TYPE_SEARCH_ENTRY)), text);
  iterate ();
}

static void
offer (Fixture *fixture)
{
  qtr_choice_popover_set_search (QTR_CHOICE_POPOVER (fixture->popover), "Search Areas",
                                 "Add “%s” to the Plan");
  pop_up (fixture);
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture->popover, GTK_TYPE_SEARCH_ENTRY), "activate");
  iterate ();
}

/* What is typed is looked for, and where there is nothing of that name it is offered. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  offer (fixture);
  type (fixture, "sou");
  press_enter (fixture);
  g_assert_cmpstr (fixture->chosen, ==, "South");

  pop_up (fixture);
  type (fixture, " East ");
  press_enter (fixture);
  g_assert_cmpstr (fixture->wanted, ==, "East");
}

/* Where nothing is looked for, nothing is offered, whatever the entry that is not seen says. */
static void
test_without_search (Fixture *fixture, gconstpointer data)
{
  pop_up (fixture);
  type (fixture, "East");
  press_enter (fixture);
  g_assert_null (fixture->wanted);
  g_assert_cmpstr (fixture->chosen, ==, "Wynford");
}

/* It goes with all its rows, after a search as well, though it was still to be seen. */
static void
test_finalised (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = NULL;
  GtkWidget *search = NULL;

  offer (fixture);
  type (fixture, "wyn");
  g_set_weak_pointer (&row, find (fixture->popover, GTK_TYPE_LIST_BOX_ROW));
  g_set_weak_pointer (&search, find (fixture->popover, GTK_TYPE_SEARCH_ENTRY));
  g_object_add_weak_pointer (G_OBJECT (fixture->popover), (gpointer *) &fixture->popover);
  gtk_editable_set_text (GTK_EDITABLE (search), "east");
  gtk_widget_unparent (fixture->popover);
  /* The entry that had the focus may be held by GTK until the next frame; what leaked would stay for ever. */
  while (fixture->popover != NULL || search != NULL || row != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_resources_register (qtr_ui_get_resource ());
  adw_init ();

  g_test_add ("/choice-popover/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/choice-popover/without-search", Fixture, NULL, set_up, test_without_search, tear_down);
  g_test_add ("/choice-popover/finalised", Fixture, NULL, set_up, test_finalised, tear_down);
  return g_test_run ();
}
