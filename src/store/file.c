/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/file-private.h"

static char *
get_name (GFile *file)
{
  return g_file_peek_path (file) != NULL ? g_strdup (g_file_peek_path (file)) : g_file_get_uri (file);
}

gboolean
qtr_file_fail (GFile *file, QtrError code, const char *reason, GError **error)
{
  g_autofree char *name = get_name (file);

  /* Translators: a file's name and what is wrong with it. */
  g_set_error (error, QTR_ERROR, code, _ ("%s: %s"), name, reason);
  return FALSE;
}

GBytes *
qtr_file_read_bytes (GFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GBytes *bytes = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY) {
    qtr_file_fail (file, QTR_ERROR_UNREADABLE, _ ("this is a folder; name a file in it"), error);
    return NULL;
  }
  bytes = g_file_load_bytes (file, NULL, NULL, &reason);
  if (bytes == NULL)
    qtr_file_fail (file, QTR_ERROR_UNREADABLE, reason->message, error);
  return bytes;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize length = 0;
  const char *at = g_bytes_get_data (bytes, &length);

  while (length > 0) {
    gssize written = write (fd, at, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    at += written;
    length -= written;
  }

  return TRUE;
}

QtrFileStamp
qtr_file_stamp_new (const struct stat *standing)
{
  return (QtrFileStamp) { standing->st_dev, standing->st_ino, standing->st_size, standing->st_mtim };
}

/* A new file gets what the umask leaves; one that stands keeps its permissions and, if possible, its owner.
 */
static gboolean
copy_permissions (int fd, const char *path)
{
  struct stat standing;
  mode_t mask = 0;

  if (stat (path, &standing) == 0) {
    if (fchown (fd, standing.st_uid, standing.st_gid) != 0)
      g_debug ("cannot keep the owner of %s: %s", path, g_strerror (errno));
    return fchmod (fd, standing.st_mode & 07777) == 0;
  }

  mask = umask (0);
  umask (mask);
  return fchmod (fd, 0666 & ~mask) == 0;
}

/* Cleaning up is to leave the reason why as it was. */
static void
remove_beside (const char *beside)
{
  int number = errno;

  unlink (beside);
  errno = number;
}

/* Whoever holds the lock may use the same name every time, and so also removes what a writer that died left
 * behind. */
static int
open_beside (char *beside, gboolean is_locked)
{
  const int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW;

  if (!is_locked)
    return g_mkstemp_full (beside, flags, 0600);

  unlink (beside);
  return open (beside, flags | O_CREAT | O_EXCL, 0600);
}

static gboolean
write_to (int fd, const char *path, GBytes *bytes, QtrFileStamp *stamp)
{
  struct stat standing;

  if (!copy_permissions (fd, path) || !write_all (fd, bytes) || fsync (fd) != 0 || fstat (fd, &standing) != 0)
    return FALSE;

  *stamp = qtr_file_stamp_new (&standing);
  return TRUE;
}

static gboolean
write_beside (const char *path, char *beside, gboolean is_locked, GBytes *bytes, QtrFileStamp *stamp)
{
  int fd = open_beside (beside, is_locked);
  int number = 0;

  if (fd < 0)
    return FALSE;
  if (!write_to (fd, path, bytes, stamp))
    number = errno;
  if (close (fd) != 0 && number == 0)
    number = errno;
  if (number == 0)
    return TRUE;

  errno = number;
  remove_beside (beside);
  return FALSE;
}

static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = FALSE;
  int number = 0;

  if (fd < 0)
    return FALSE;
  /* Some network file systems cannot sync a folder; the file itself is safe by then. */
  done = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  number = errno;
  close (fd);
  errno = number;
  return done;
}

/* Where the file system can, the two change places: then the old one is there to be put back until the new
 * one is known to be safe. */
typedef enum { FAILED, MADE, EXCHANGED, REPLACED } Way;

static Way
move_in (const char *beside, const char *path)
{
  gboolean is_new = FALSE;

  if (renameat2 (AT_FDCWD, beside, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
    return EXCHANGED;
  if (errno != ENOENT && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return FAILED;
  is_new = errno == ENOENT;
  if (rename (beside, path) != 0)
    return FAILED;
  return is_new ? MADE : REPLACED;
}

static void
move_back (const char *beside, const char *path, Way way)
{
  int number = errno;

  if (way == EXCHANGED)
    renameat2 (AT_FDCWD, beside, AT_FDCWD, path, RENAME_EXCHANGE);
  else if (way == MADE)
    rename (path, beside);
  errno = number;
}

static gboolean
move_in_safely (const char *beside, const char *path, const char *folder)
{
  Way way = move_in (beside, path);

  if (way == FAILED)
    return FALSE;
  if (sync_folder (folder))
    return TRUE;

  move_back (beside, path, way);
  return FALSE;
}

gboolean
qtr_file_replace (const char *path, gboolean is_locked, GBytes *bytes, QtrFileStamp *stamp)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *pattern = g_strdup_printf (is_locked ? ".%s.new" : ".%s.XXXXXX", name);
  g_autofree char *beside = g_build_filename (folder, pattern, NULL);
  QtrFileStamp written = { 0 };
  gboolean done = FALSE;

  if (!write_beside (path, beside, is_locked, bytes, &written))
    return FALSE;
  done = move_in_safely (beside, path, folder);
  remove_beside (beside);
  if (done && stamp != NULL)
    *stamp = written;
  return done;
}

GFile *
qtr_file_resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *resolved = path == NULL ? NULL : realpath (path, NULL);
  GFile *target = resolved == NULL ? g_object_ref (file) : g_file_new_for_path (resolved);

  free (resolved);
  return target;
}

/* A symbolic link stays one: what is written is what it leads to. */
char *
qtr_file_find_target (GFile *file, GError **error)
{
  g_autoptr (GFile) target = qtr_file_resolve (file);
  const char *path = g_file_peek_path (target);
  struct stat standing;
  const char *reason = NULL;

  if (path == NULL)
    reason = _ ("this is not on a file system; choose a folder");
  else if (lstat (path, &standing) == 0 && S_ISLNK (standing.st_mode))
    reason = _ ("this link leads nowhere; remove it, or choose another name");
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    reason = _ ("this is a folder; name a file in it");
  if (reason == NULL)
    return g_strdup (path);

  qtr_file_fail (file, QTR_ERROR_UNWRITABLE, reason, error);
  return NULL;
}

gboolean
qtr_file_write_bytes (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *path = qtr_file_find_target (file, error);

  if (path == NULL)
    return FALSE;
  return qtr_file_replace (path, FALSE, bytes, NULL) ||
         qtr_file_fail (file, QTR_ERROR_UNWRITABLE, g_strerror (errno), error);
}
