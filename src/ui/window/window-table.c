/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/import/table-dialog.h"
#include "ui/window/window-private.h"

static void
imported_cb (QtrTableDialog *dialog, const char *message, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  qtr_window_tell_taken (self, message);
}

static void
show_preview (QtrWindow *self, const QtrTableSource *source)
{
  AdwDialog *dialog = qtr_table_dialog_new (self->document, source);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
qtr_window_import_table (QtrWindow *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  QtrTableSource source = { .file = file, .name = name };

  if (self->document == NULL) {
    qtr_window_show_error (
        self, _ ("There Is No Plan for the Table"),
        _ ("A table’s figures go into a plan. Open one or make one, and import the table then."));
    return;
  }
  show_preview (self, &source);
}

/* --- From the clipboard --- */

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_strdup (_ ("the clipboard"));
  QtrTableSource source = { .name = name };

  if (self->document == NULL)
    return;
  if (text == NULL || *text == '\0') {
    qtr_window_tell (self, _ ("There is no table in the clipboard"));
    return;
  }
  source.bytes = bytes = g_bytes_new (text, strlen (text));
  show_preview (self, &source);
}

void
qtr_window_import_clipboard (QtrWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}
