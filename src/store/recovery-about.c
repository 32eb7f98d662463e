/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/recovery-about.h"

#define GROUP "recovery"
#define KEY_TITLE "title"
#define KEY_FILE "file"

gboolean
qtr_recovery_about_write (QtrRecoveryFolder *folder, const char *title, const char *uri, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;
  char *data = NULL;

  g_key_file_set_string (keys, GROUP, KEY_TITLE, title);
  if (uri != NULL)
    g_key_file_set_string (keys, GROUP, KEY_FILE, uri);
  data = g_key_file_to_data (keys, &length, NULL);
  bytes = g_bytes_new_take (data, length);
  return qtr_recovery_folder_write (folder, QTR_RECOVERY_ABOUT, bytes, error);
}

void
qtr_recovery_about_read (QtrRecoveryFolder *folder, char **title, char **uri)
{
  g_autoptr (GFile) file = qtr_recovery_folder_get_file (folder, QTR_RECOVERY_ABOUT);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!g_key_file_load_from_file (keys, g_file_peek_path (file), G_KEY_FILE_NONE, NULL))
    g_debug ("%s is missing or broken", g_file_peek_path (file));
  *title = g_key_file_get_string (keys, GROUP, KEY_TITLE, NULL);
  *uri = g_key_file_get_string (keys, GROUP, KEY_FILE, NULL);
}
