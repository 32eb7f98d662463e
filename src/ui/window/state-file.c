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

/* A file on its way to the disk. */
typedef struct {
  char *path;
  char *data;
} Writing;

/* One thread writes one file after the other, so that the last of two is what stays. What it has not written
 * yet is kept by its path, for whoever reads meanwhile; the thread removes it, under the lock. */
static GMutex lock;
static GThreadPool *writer;
static GHashTable *unwritten;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_free (writing->data);
  g_free (writing);
}

static char *
find_path (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, name, NULL);
}

static void
write_data (const char *path, const char *data)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, data, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("%s is not written: %s", path, error == NULL ? g_strerror (errno) : error->message);
}

/* What is to replace it already stays listed. */
static void
write_cb (gpointer data, gpointer user_data)
{
  Writing *writing = data;

  write_data (writing->path, writing->data);

  g_mutex_lock (&lock);
  if (g_hash_table_lookup (unwritten, writing->path) == writing)
    g_hash_table_remove (unwritten, writing->path);
  g_mutex_unlock (&lock);
  writing_free (writing);
}

static gboolean
load_unwritten (GKeyFile *keys, const char *path)
{
  const Writing *writing = NULL;

  g_mutex_lock (&lock);
  writing = unwritten == NULL ? NULL : g_hash_table_lookup (unwritten, path);
  if (writing != NULL)
    g_key_file_load_from_data (keys, writing->data, -1, G_KEY_FILE_NONE, NULL);
  g_mutex_unlock (&lock);
  return writing != NULL;
}

GKeyFile *
qtr_state_file_read (const char *name)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = find_path (name);
  g_autoptr (GError) error = NULL;

  if (load_unwritten (keys, path) || g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, &error))
    return g_steal_pointer (&keys);

  if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_info ("%s is not used: %s", path, error->message);
  return g_key_file_new ();
}

void
qtr_state_file_write (const char *name, GKeyFile *keys)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->path = find_path (name);
  writing->data = g_key_file_to_data (keys, NULL, NULL);

  g_mutex_lock (&lock);
  if (unwritten == NULL)
    unwritten = g_hash_table_new (g_str_hash, g_str_equal);
  if (writer == NULL)
    writer = g_thread_pool_new (write_cb, NULL, 1, FALSE, NULL);
  /* The key belongs to the value, so both give way. */
  g_hash_table_replace (unwritten, writing->path, writing);
  g_mutex_unlock (&lock);
  g_thread_pool_push (writer, writing, NULL);
}

void
qtr_state_file_finish (void)
{
  if (writer != NULL)
    g_thread_pool_free (writer, FALSE, TRUE);
  writer = NULL;
  g_clear_pointer (&unwritten, g_hash_table_unref);
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
