/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/recovery-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "base/id.h"

#define LOCK_NAME "lock"

struct _QtrRecoveryFolder {
  char *path;
  /* Open for as long as the folder is held. */
  int lock;
};

char *
qtr_recovery_folder_find_root (void)
{
  return g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "recovery", NULL);
}

/* --- Holding --- */

/* Whoever found the folder empty may have removed it before the lock was taken: then that is one on nothing.
 */
static gboolean
is_current (int lock)
{
  struct stat standing;

  return fstat (lock, &standing) == 0 && standing.st_nlink > 0;
}

QtrRecoveryFolder *
qtr_recovery_folder_hold (const char *path)
{
  g_autofree char *lock_path = g_build_filename (path, LOCK_NAME, NULL);
  int lock = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  QtrRecoveryFolder *self = NULL;

  if (lock < 0)
    return NULL;
  if (flock (lock, LOCK_EX | LOCK_NB) != 0 || !is_current (lock)) {
    close (lock);
    return NULL;
  }

  self = g_new0 (QtrRecoveryFolder, 1);
  self->path = g_strdup (path);
  self->lock = lock;
  return self;
}

void
qtr_recovery_folder_release (QtrRecoveryFolder *self)
{
  close (self->lock);
  g_free (self->path);
  g_free (self);
}

/* --- Making --- */

static gboolean
fail (const char *path, int number, GError **error)
{
  g_set_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE, "%s: %s", path, g_strerror (number));
  return FALSE;
}

/* A file is safe only if the name of the folder that it is in is. */
static void
sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_info ("%s cannot be synced: %s", path, g_strerror (errno));
  close (fd);
}

static gboolean
make_root (const char *root, GError **error)
{
  g_autofree char *above = g_path_get_dirname (root);

  if (g_mkdir_with_parents (root, 0700) != 0 || g_chmod (root, 0700) != 0)
    return fail (root, errno, error);

  sync_folder (above);
  return TRUE;
}

QtrRecoveryFolder *
qtr_recovery_folder_make (GError **error)
{
  g_autofree char *root = qtr_recovery_folder_find_root ();
  QtrRecoveryFolder *self = NULL;

  if (!make_root (root, error))
    return NULL;

  /* Another process, which is just starting, may be quicker to hold the new folder, and find it empty. */
  while (self == NULL) {
    g_autofree char *id = qtr_id_new ();
    g_autofree char *path = g_build_filename (root, id, NULL);

    if (g_mkdir (path, 0700) != 0) {
      fail (path, errno, error);
      return NULL;
    }
    errno = 0;
    self = qtr_recovery_folder_hold (path);
    if (self == NULL && errno != 0 && errno != ENOENT && errno != EWOULDBLOCK) {
      fail (path, errno, error);
      g_rmdir (path);
      return NULL;
    }
  }

  sync_folder (root);
  return self;
}

/* --- What is in it --- */

GFile *
qtr_recovery_folder_get_file (QtrRecoveryFolder *self, const char *name)
{
  return g_file_new_build_filename (self->path, name, NULL);
}

gboolean
qtr_recovery_folder_write (QtrRecoveryFolder *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  g_autoptr (GError) reason = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents_full (path, data, (gssize) length, flags, 0600, &reason))
    return TRUE;

  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_UNWRITABLE, reason->message);
  return FALSE;
}

static void
remove_file (QtrRecoveryFolder *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_info ("%s cannot be removed: %s", path, g_strerror (errno));
}

/* The plan goes first, as a folder without one is worth nothing, and the lock last, as others may look. */
void
qtr_recovery_folder_remove (QtrRecoveryFolder *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  remove_file (self, QTR_RECOVERY_PLAN);
  dir = g_dir_open (self->path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, LOCK_NAME))
      remove_file (self, name);
  remove_file (self, LOCK_NAME);
  if (g_rmdir (self->path) != 0)
    g_info ("%s cannot be removed: %s", self->path, g_strerror (errno));
  qtr_recovery_folder_release (self);
}
