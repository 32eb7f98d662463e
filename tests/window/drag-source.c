/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

/*
 * Another program, with a file to be dragged to where it is wanted, as a file manager has many. Its window
 * says what the file is called.
 */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GFile *file)
{
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  GdkContentProvider *provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);

  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  return provider;
}

static GtkWidget *
make_icon (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *icon = gtk_label_new (name);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), file);
  gtk_widget_add_controller (icon, GTK_EVENT_CONTROLLER (source));
  return icon;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  GtkWidget *window = NULL;

  g_assert_cmpint (argc, ==, 2);
  gtk_init ();

  file = g_file_new_for_path (argv[1]);
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Drag Source");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), make_icon (file));
  gtk_window_present (GTK_WINDOW (window));
  /* Until it is ended. */
  while (gtk_widget_get_visible (window))
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
