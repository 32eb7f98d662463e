/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/watch.h"

/* How often a file is looked at from which no news came. */
#define INTERVAL_S 10

struct _QtrWatch {
  QtrDocument *document;
  GFileMonitor *monitor;
  GCancellable *cancellable;
  gulong handler;
  guint timer;
  /* Whether a look is under way, and whether there is a reason for another one after it. */
  gboolean looks;
  gboolean looks_again;
};

/* While a look is under way the watch may be gone: then it is cancelled, and nothing here is touched. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  QtrWatch *self = user_data;
  gboolean again = FALSE;

  if (!qtr_document_look_finish (QTR_DOCUMENT (source), result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  again = self->looks_again;
  self->looks = FALSE;
  self->looks_again = FALSE;
  if (again)
    qtr_watch_look (self);
}

void
qtr_watch_look (QtrWatch *self)
{
  g_return_if_fail (self != NULL);

  if (self->looks) {
    self->looks_again = TRUE;
    return;
  }
  self->looks = TRUE;
  qtr_document_look_async (self->document, self->cancellable, looked_cb, self);
}

static void
monitor_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                    gpointer user_data)
{
  qtr_watch_look (user_data);
}

static gboolean
timer_cb (gpointer user_data)
{
  qtr_watch_look (user_data);
  return G_SOURCE_CONTINUE;
}

static void
stop (QtrWatch *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

/* Without a monitor there is still the timer. */
static void
follow_file (QtrWatch *self)
{
  GFile *file = qtr_document_get_file (self->document);

  stop (self);
  if (file != NULL)
    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
}

static void
file_changed_cb (QtrDocument *document, GParamSpec *pspec, gpointer user_data)
{
  follow_file (user_data);
}

QtrWatch *
qtr_watch_new (QtrDocument *document)
{
  QtrWatch *self = NULL;

  g_return_val_if_fail (QTR_IS_DOCUMENT (document), NULL);

  self = g_new0 (QtrWatch, 1);
  self->document = g_object_ref (document);
  self->cancellable = g_cancellable_new ();
  self->handler = g_signal_connect (document, "notify::file", G_CALLBACK (file_changed_cb), self);
  self->timer = g_timeout_add_seconds (INTERVAL_S, timer_cb, self);
  follow_file (self);
  return self;
}

void
qtr_watch_free (QtrWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_signal_handler (&self->handler, self->document);
  g_object_unref (self->cancellable);
  g_object_unref (self->document);
  g_free (self);
}
