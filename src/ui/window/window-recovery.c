/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/recovered.h"
#include "ui/recovery/recovery-dialog.h"
#include "ui/window/window-private.h"

static QtrApplication *
get_application (QtrWindow *self)
{
  return QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* --- What would be lost --- */

static void
failed_cb (QtrRecovery *recovery, const char *reason, QtrWindow *self)
{
  /* Translators: with a reason, such as "No space left on device". */
  g_autofree char *message = g_strdup_printf (_ ("A crash would lose what is not saved: %s"), reason);

  g_assert (QTR_IS_WINDOW (self));

  qtr_window_tell (self, message);
}

void
qtr_window_watch_recovery (QtrWindow *self)
{
  g_clear_object (&self->recovery);
  self->recovery = qtr_recovery_new (self->document);
  g_signal_connect_object (self->recovery, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = G_APPLICATION (user_data);

  qtr_recovery_discard_finish (QTR_RECOVERY (source), result);
  g_application_release (application);
}

/* All is saved, or not wanted; the program does not end before that has reached the disk. */
void
qtr_window_discard_recovery (QtrWindow *self)
{
  GApplication *application = G_APPLICATION (get_application (self));

  if (self->recovery == NULL)
    return;

  g_application_hold (application);
  qtr_recovery_discard_async (self->recovery, removed_cb, g_object_ref (application));
  g_clear_object (&self->recovery);
}

/* --- What was left behind --- */

static void
open_recovered (QtrWindow *self, QtrRecovered *recovered)
{
  g_autoptr (QtrDocument) document = qtr_recovered_open (recovered);

  /* The plan may be on its way from its file still. */
  g_clear_object (&self->opening);
  qtr_window_set_document (self, document);
  qtr_recovery_absorb (self->recovery, recovered);
  gtk_window_present (GTK_WINDOW (self));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);

  qtr_recovered_apply_finish (QTR_RECOVERED (source), result);
  /* A window that was closed meanwhile leaves it to the next start. */
  if (self->recovery == NULL)
    return;
  qtr_recovery_absorb (self->recovery, QTR_RECOVERED (source));
  qtr_window_tell (self, _ ("Unsaved work recovered"));
}

static void
open_chosen_cb (QtrRecoveryDialog *dialog, QtrRecovered *recovered, QtrWindow *self)
{
  GFile *file = qtr_recovered_get_file (recovered);
  QtrWindow *window = file == NULL ? NULL : qtr_application_find_window (get_application (self), file);

  g_assert (QTR_IS_WINDOW (self));

  if (window != NULL && window->document != NULL) {
    qtr_recovered_apply_async (recovered, window->document, applied_cb, g_object_ref (window));
    gtk_window_present (GTK_WINDOW (window));
    return;
  }
  if (window == NULL)
    window = qtr_window_is_vacant (self) ? self : qtr_window_new (get_application (self));
  open_recovered (window, recovered);
}

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = G_APPLICATION (user_data);

  qtr_recovered_discard_finish (QTR_RECOVERED (source), result);
  g_application_release (application);
}

static void
discard_chosen_cb (QtrRecoveryDialog *dialog, QtrRecovered *recovered, QtrWindow *self)
{
  /* The window may be on its way out. */
  GApplication *application = g_application_get_default ();

  g_assert (QTR_IS_WINDOW (self));

  g_application_hold (application);
  qtr_recovered_discard_async (recovered, discarded_cb, g_object_ref (application));
}

void
qtr_window_offer_recovered (QtrWindow *self, GPtrArray *recovered)
{
  AdwDialog *dialog = NULL;

  g_return_if_fail (QTR_IS_WINDOW (self));

  dialog = qtr_recovery_dialog_new (recovered);
  g_signal_connect_object (dialog, "open-chosen", G_CALLBACK (open_chosen_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "discarded", G_CALLBACK (discard_chosen_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GPtrArray) found = qtr_recovered_list_finish (result);

  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    qtr_window_offer_recovered (self, found);
}

void
qtr_window_recover (QtrWindow *self)
{
  qtr_recovered_list_async (NULL, listed_cb, g_object_ref (self));
}
