/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/state-file.h"

#include <errno.h>

#include <glib/gstdio.h>

#define KEY_USED "used"

static char *
find_path (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, name, NULL);
}

GKeyFile *
qtr_state_file_read (const char *name)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = find_path (name);
  g_autoptr (GError) error = NULL;

  if (g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, &error))
    return g_steal_pointer (&keys);

  if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_info ("%s is not used: %s", path, error->message);
  return g_key_file_new ();
}

void
qtr_state_file_write (const char *name, GKeyFile *keys)
{
  g_autofree char *path = find_path (name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *data = g_key_file_to_data (keys, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, data, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("%s is not written: %s", path, error == NULL ? g_strerror (errno) : error->message);
}

char *
qtr_state_file_name_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

void
qtr_state_file_mark_used (GKeyFile *keys, const char *group)
{
  g_key_file_set_int64 (keys, group, KEY_USED, g_get_real_time ());
}

static const char *
find_oldest (GKeyFile *keys, const char *const *groups)
{
  const char *oldest = NULL;
  gint64 earliest = G_MAXINT64;

  for (guint i = 0; groups[i] != NULL; i++) {
    gint64 used = g_key_file_get_int64 (keys, groups[i], KEY_USED, NULL);

    if (used < earliest) {
      earliest = used;
      oldest = groups[i];
    }
  }

  return oldest;
}

void
qtr_state_file_drop_oldest (GKeyFile *keys, guint n_kept)
{
  gsize n_groups = 0;
  g_auto (GStrv) groups = g_key_file_get_groups (keys, &n_groups);

  for (; n_groups > n_kept; n_groups--) {
    const char *oldest = NULL;

    g_clear_pointer (&groups, g_strfreev);
    groups = g_key_file_get_groups (keys, NULL);
    oldest = find_oldest (keys, (const char *const *) groups);
    if (oldest == NULL)
      return;
    g_key_file_remove_group (keys, oldest, NULL);
  }
}
