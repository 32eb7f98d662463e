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
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "format/format.h"
#include "store/lock.h"

static char *
get_name (GFile *file)
{
  return g_file_peek_path (file) != NULL ? g_strdup (g_file_peek_path (file)) : g_file_get_uri (file);
}

static gboolean
fail (GFile *file, QtrError code, const char *reason, GError **error)
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
    fail (file, QTR_ERROR_UNREADABLE, _ ("this is a folder; name a file in it"), error);
    return NULL;
  }
  bytes = g_file_load_bytes (file, NULL, NULL, &reason);
  if (bytes == NULL)
    fail (file, QTR_ERROR_UNREADABLE, reason->message, error);
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

static gboolean
write_beside (const char *path, char *beside, GBytes *bytes)
{
  int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  int number = 0;

  if (fd < 0)
    return FALSE;
  if (copy_permissions (fd, path) && write_all (fd, bytes) && fsync (fd) == 0) {
    if (close (fd) == 0)
      return TRUE;
    number = errno;
  } else {
    number = errno;
    close (fd);
  }

  g_unlink (beside);
  errno = number;
  return FALSE;
}

static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = FALSE;

  if (fd < 0)
    return FALSE;
  /* Some network file systems cannot sync a folder; the file itself is safe by then. */
  done = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  close (fd);
  return done;
}

static gboolean
replace (const char *path, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *pattern = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *beside = g_build_filename (folder, pattern, NULL);

  if (!write_beside (path, beside, bytes))
    return FALSE;
  if (g_rename (beside, path) != 0) {
    int number = errno;

    g_unlink (beside);
    errno = number;
    return FALSE;
  }

  return sync_folder (folder);
}

/* A symbolic link stays one: what is written is what it leads to. */
static char *
resolve (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  char *resolved = NULL;
  struct stat standing;

  if (path == NULL) {
    fail (file, QTR_ERROR_UNWRITABLE, _ ("this is not on a file system; choose a folder"), error);
    return NULL;
  }
  resolved = realpath (path, NULL);
  if (resolved == NULL && lstat (path, &standing) == 0) {
    fail (file, QTR_ERROR_UNWRITABLE, _ ("this link leads nowhere; remove it, or choose another name"),
          error);
    return NULL;
  }

  return resolved != NULL ? resolved : g_strdup (path);
}

static gboolean
check_target (GFile *file, const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (file, QTR_ERROR_UNWRITABLE, _ ("this is a folder; name a file in it"), error);

  return TRUE;
}

gboolean
qtr_file_write_bytes (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *path = resolve (file, error);

  if (path == NULL || !check_target (file, path, error))
    return FALSE;
  if (!replace (path, bytes))
    return fail (file, QTR_ERROR_UNWRITABLE, g_strerror (errno), error);

  return TRUE;
}

QtrPlan *
qtr_file_load (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, error);
  g_autofree char *name = get_name (file);
  QtrPlan *plan = NULL;

  if (bytes == NULL)
    return NULL;
  plan = qtr_format_read (bytes, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", name);
  return plan;
}

static QtrLock *
lock (GFile *file, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  QtrLock *held = qtr_lock_acquire (path, &reason);

  if (held == NULL)
    fail (file, QTR_ERROR_UNWRITABLE, reason->message, error);
  return held;
}

static gboolean
write_plan (GFile *file, const char *path, const QtrPlan *plan, GError **error)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);

  return replace (path, bytes) || fail (file, QTR_ERROR_UNWRITABLE, g_strerror (errno), error);
}

gboolean
qtr_file_save (GFile *file, const QtrPlan *plan, GError **error)
{
  g_autofree char *path = resolve (file, error);
  g_autoptr (QtrLock) held = NULL;

  if (path == NULL || !check_target (file, path, error))
    return FALSE;
  held = lock (file, path, error);
  return held != NULL && write_plan (file, path, plan, error);
}

gboolean
qtr_file_edit (GFile *file, QtrFileEdit edit, gpointer user_data, GError **error)
{
  g_autofree char *path = resolve (file, error);
  g_autoptr (QtrLock) held = NULL;
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) edited = NULL;

  if (path == NULL || !check_target (file, path, error))
    return FALSE;
  held = lock (file, path, error);
  if (held == NULL)
    return FALSE;
  plan = g_file_test (path, G_FILE_TEST_EXISTS) ? qtr_file_load (file, error) : qtr_plan_new ();
  if (plan == NULL)
    return FALSE;
  edited = edit (plan, user_data, error);
  if (edited == NULL)
    return FALSE;
  return edited == plan || write_plan (file, path, edited, error);
}
