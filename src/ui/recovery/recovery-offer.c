/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/recovery/recovery-offer.h"

#include "store/recovered.h"
#include "ui/window/window.h"

/* Returns: (nullable): where to offer it */
static QtrWindow *
choose_window (QtrApplication *application, QtrRecovered *recovered)
{
  GFile *file = qtr_recovered_get_file (recovered);
  QtrWindow *window = file == NULL ? NULL : qtr_application_find_window (application, file);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  return window == NULL && QTR_IS_WINDOW (active) ? QTR_WINDOW (active) : window;
}

/* Each window lists all of its own at once. */
static GHashTable *
distribute (QtrApplication *application, GPtrArray *found)
{
  GHashTable *shares = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < found->len; i++) {
    QtrRecovered *recovered = g_ptr_array_index (found, i);
    QtrWindow *window = choose_window (application, recovered);
    GPtrArray *share = window == NULL ? NULL : g_hash_table_lookup (shares, window);

    if (window == NULL)
      continue;
    if (share == NULL) {
      share = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (shares, window, share);
    }
    g_ptr_array_add (share, g_object_ref (recovered));
  }

  return shares;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrApplication) application = QTR_APPLICATION (user_data);
  g_autoptr (GPtrArray) found = qtr_recovered_list_finish (result);
  g_autoptr (GHashTable) shares = distribute (application, found);
  GHashTableIter iter;
  gpointer window = NULL;
  gpointer share = NULL;

  g_hash_table_iter_init (&iter, shares);
  while (g_hash_table_iter_next (&iter, &window, &share))
    qtr_window_offer_recovered (window, share);
}

void
qtr_recovery_offer_start (QtrApplication *application)
{
  g_return_if_fail (QTR_IS_APPLICATION (application));

  qtr_recovered_list_async (NULL, listed_cb, g_object_ref (application));
}
