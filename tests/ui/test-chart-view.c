/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "ui/chart/chart-view.h"

#include "tests/ui/test-figures-plan.h"

typedef struct {
  QtrDocument *document;
  GtkWidget *window;
  QtrChartView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = make_document ();
  fixture->view = QTR_CHART_VIEW (qtr_chart_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  qtr_chart_view_set_context (fixture->view, fixture->document, "first", parse_period ("2019-20-Q3"));
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  iterate ();
  g_assert_null (fixture->view);
}

static void
observe (Fixture *fixture, const char *measure, const char *value)
{
  g_autoptr (QtrVintage) vintage = parse_vintage (value);

  qtr_document_commit (fixture->document,
                       qtr_edit_observe (qtr_document_get_plan (fixture->document), measure,
                                         parse_period ("2019-20-Q3"), NULL, vintage),
                       "Observe", NULL);
}

static void
assert_accessible (Fixture *fixture)
{
  g_autofree char *problem =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                          qtr_chart_view_get_description (fixture->view));

  g_assert_null (problem);
}

/* What a screen reader is told follows the values. */
static void
test_description (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->view)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_nonnull (strstr (qtr_chart_view_get_description (fixture->view), "519"));
  assert_accessible (fixture);

  observe (fixture, "first", "631");
  g_assert_nonnull (strstr (qtr_chart_view_get_description (fixture->view), "631"));
  assert_accessible (fixture);
}

static GdkTexture *
find_texture (GskRenderNode *node)
{
  guint n_children = 0;

  if (node == NULL)
    return NULL;
  if (gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE)
    return gsk_texture_node_get_texture (node);
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return NULL;
  n_children = gsk_container_node_get_n_children (node);
  for (guint i = 0; i < n_children; i++) {
    GdkTexture *texture = find_texture (gsk_container_node_get_child (node, i));

    if (texture != NULL)
      return texture;
  }
  return NULL;
}

static GdkTexture *
draw (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkTexture *texture = NULL;

  GTK_WIDGET_GET_CLASS (fixture->view)->snapshot (GTK_WIDGET (fixture->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = find_texture (node);
  return texture == NULL ? NULL : g_object_ref (texture);
}

/* One painting serves until the chart is another one: drawing again and other measures' changes cost none. */
static void
test_painted_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) before = draw (fixture);
  g_autoptr (GdkTexture) again = draw (fixture);
  g_autoptr (GdkTexture) other = NULL;
  g_autoptr (GdkTexture) after = NULL;

  g_assert_nonnull (before);
  g_assert_true (again == before);
  observe (fixture, "second", "3");
  other = draw (fixture);
  g_assert_true (other == before);
  observe (fixture, "first", "3");
  after = draw (fixture);
  g_assert_nonnull (after);
  g_assert_true (after != before);
}

static void
test_silence (Fixture *fixture, gconstpointer data)
{
  static const char *const measures[] = { "none", "third", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++) {
    qtr_chart_view_set_context (fixture->view, fixture->document, measures[i], parse_period ("2019-20-Q3"));
    iterate ();
    assert_accessible (fixture);
  }
  qtr_chart_view_set_context (fixture->view, NULL, NULL, QTR_PERIOD_UNSET);
  g_assert_cmpstr (qtr_chart_view_get_description (fixture->view), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/chart-view/description", Fixture, NULL, set_up, test_description, tear_down);
  g_test_add ("/ui/chart-view/painted-once", Fixture, NULL, set_up, test_painted_once, tear_down);
  g_test_add ("/ui/chart-view/silence", Fixture, NULL, set_up, test_silence, tear_down);
  return g_test_run ();
}
