/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/session.h"

#include "ui/window/state-file.h"

#define STATE_NAME "session.ini"
#define GROUP "session"
#define KEY_PLANS "plans"

GPtrArray *
qtr_session_load (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GKeyFile) keys = qtr_state_file_read (STATE_NAME);
  g_auto (GStrv) uris = g_key_file_get_string_list (keys, GROUP, KEY_PLANS, NULL, NULL);

  for (guint i = 0; uris != NULL && uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));

  return files;
}

void
qtr_session_save (GPtrArray *files)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (uris, g_file_get_uri (g_ptr_array_index (files, i)));
  g_key_file_set_string_list (keys, GROUP, KEY_PLANS, (const char *const *) uris->pdata, uris->len);
  qtr_state_file_write (STATE_NAME, keys);
}
