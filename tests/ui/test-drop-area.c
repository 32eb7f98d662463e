/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/window/drop-area.h"

#include "tests/ui/test-figures-plan.h"

static void
dropped_cb (QtrDropArea *area, GdkFileList *files, guint *n_dropped)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (files);

  *n_dropped += g_slist_length (list);
}

static GtkEventController *
find_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      return controller;
  }
  return NULL;
}

/* Before the text below is asked, several files come at once, and the content is where it was. */
static void
test_drop (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *area = g_object_new (QTR_TYPE_DROP_AREA, "content", text, NULL);
  GtkEventController *target = find_target (area);
  g_autoptr (GFile) plan = g_file_new_for_path ("/plans/force.quarterly");
  g_autoptr (GFile) report = g_file_new_for_path ("/plans/report.md");
  GdkFileList *files = gdk_file_list_new_from_array ((GFile *[]) { plan, report }, 2);
  g_auto (GValue) value = G_VALUE_INIT;
  guint n_dropped = 0;
  gboolean taken = FALSE;

  gtk_window_set_child (GTK_WINDOW (window), area);
  g_signal_connect (area, "dropped", G_CALLBACK (dropped_cb), &n_dropped);
  gtk_window_present (GTK_WINDOW (window));

  g_assert_true (gtk_widget_is_ancestor (text, area));
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (target), ==, GTK_PHASE_CAPTURE);
  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (target)),
                                                    GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  g_assert_cmpuint (n_dropped, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  g_test_add_func ("/ui/drop-area/drop", test_drop);
  return g_test_run ();
}
