/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

/* How old a lock may be for its writer to be waited for, how long one wait takes, and how many there are. */
#define FRESH_S 30
#define WAIT_US 50000
#define N_WAITS 40

struct _QtrLock {
  char *path;
  int fd;
};

static void
set_error (const char *path, int number, GError **error)
{
  g_set_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE, _ ("cannot write beside the plan: %s (%s)"),
               g_strerror (number), path);
}

/* Where the kernel holds no lock for several hosts, the one that made the file is the one that has it. */
static int
open_or_make (const char *path, gboolean *is_new)
{
  const int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW;

  for (;;) {
    int fd = open (path, flags | O_CREAT | O_EXCL, 0666);

    *is_new = fd >= 0;
    if (fd >= 0 || errno != EEXIST)
      return fd;
    fd = open (path, flags);
    /* It may just have been removed. */
    if (fd >= 0 || errno != ENOENT)
      return fd;
  }
}

static int
open_locked (const char *path, gboolean *is_new, GError **error)
{
  int fd = open_or_make (path, is_new);

  if (fd < 0) {
    set_error (path, errno, error);
    return -1;
  }
  while (flock (fd, LOCK_EX) != 0) {
    if (errno != EINTR) {
      set_error (path, errno, error);
      close (fd);
      return -1;
    }
  }

  return fd;
}

/* Whoever held the lock before may have removed its file: then this lock is one on nothing. */
static gboolean
is_current (const char *path, int fd)
{
  struct stat here;
  struct stat there;

  return fstat (fd, &here) == 0 && stat (path, &there) == 0 && here.st_dev == there.st_dev &&
         here.st_ino == there.st_ino;
}

/* Who signed a lock: host and process. NULL: nobody yet. */
static char **
read_owner (int fd)
{
  char text[256] = { 0 };
  char **words = NULL;

  if (pread (fd, text, sizeof text - 1, 0) <= 0)
    return NULL;
  words = g_strsplit (g_strstrip (text), " ", 2);
  if (g_strv_length (words) == 2)
    return words;

  g_strfreev (words);
  return NULL;
}

static char *
describe_age (int fd)
{
  struct stat standing;
  g_autoptr (GDateTime) time = NULL;

  if (fstat (fd, &standing) == 0)
    time = g_date_time_new_from_unix_local (standing.st_mtime);
  return time == NULL ? g_strdup ("?") : g_date_time_format (time, "%-e %B %Y, %H:%M");
}

static gboolean
check_owner (const char *path, int fd, char **notice, GError **error)
{
  g_auto (GStrv) owner = read_owner (fd);
  g_autofree char *age = describe_age (fd);

  if (owner == NULL)
    return TRUE;
  if (g_str_equal (owner[0], g_get_host_name ())) {
    if (notice != NULL)
      *notice = g_strdup_printf (
          _ ("Process %s ended while it was writing this plan, %s; its lock was removed"), owner[1], age);
    return TRUE;
  }

  g_set_error (
      error, QTR_ERROR, QTR_ERROR_LOCKED,
      _ ("process %s on “%s” has been writing this plan since %s; if it is not any more, remove “%s”"),
      owner[1], owner[0], age, path);
  return FALSE;
}

static gboolean
sign (const char *path, int fd, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s %d\n", g_get_host_name (), (int) getpid ());
  gssize length = (gssize) strlen (text);

  /* The kernel holds the lock; the text tells people, and other hosts, whose it is. One that was written in
   * part had no room. */
  errno = ENOSPC;
  if (ftruncate (fd, 0) == 0 && pwrite (fd, text, length, 0) == length)
    return TRUE;

  set_error (path, errno, error);
  return FALSE;
}

static char *
get_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, lock_name, NULL);
}

static int
open_current (const char *path, gboolean *is_new, GError **error)
{
  int fd = open_locked (path, is_new, error);

  while (fd >= 0 && !is_current (path, fd)) {
    close (fd);
    fd = open_locked (path, is_new, error);
  }
  return fd;
}

/* Writing takes a moment: a lock that was just made by another host, or has not been signed yet, will go. */
static gboolean
will_go (int fd, gboolean is_new)
{
  g_auto (GStrv) owner = is_new ? NULL : read_owner (fd);
  struct stat standing;

  if (is_new || (owner != NULL && g_str_equal (owner[0], g_get_host_name ())))
    return FALSE;

  return fstat (fd, &standing) == 0 &&
         ABS (g_get_real_time () / G_USEC_PER_SEC - (gint64) standing.st_mtime) < FRESH_S;
}

/* Waits for locks that will go, for some time. */
static int
open_when_free (const char *path, GError **error)
{
  gboolean is_new = FALSE;
  int fd = open_current (path, &is_new, error);

  for (guint i = 0; fd >= 0 && i < N_WAITS && will_go (fd, is_new); i++) {
    close (fd);
    g_usleep (WAIT_US);
    fd = open_current (path, &is_new, error);
  }
  return fd;
}

QtrLock *
qtr_lock_acquire (const char *path, char **notice, GError **error)
{
  g_autofree char *lock_path = get_lock_path (path);
  int fd = open_when_free (lock_path, error);
  QtrLock *lock = NULL;

  if (fd < 0)
    return NULL;
  if (!check_owner (lock_path, fd, notice, error)) {
    close (fd);
    return NULL;
  }

  lock = g_new0 (QtrLock, 1);
  lock->path = g_steal_pointer (&lock_path);
  lock->fd = fd;
  if (sign (lock->path, fd, error))
    return lock;

  qtr_lock_release (lock);
  return NULL;
}

void
qtr_lock_release (QtrLock *lock)
{
  unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}

gboolean
qtr_lock_break (const char *path, GError **error)
{
  g_autofree char *lock_path = get_lock_path (path);

  if (unlink (lock_path) == 0 || errno == ENOENT)
    return TRUE;

  set_error (lock_path, errno, error);
  return FALSE;
}
