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
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/error.h"

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

static int
open_locked (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);

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

static gboolean
check_host (const char *path, int fd, GError **error)
{
  char text[256] = { 0 };
  g_auto (GStrv) words = NULL;

  if (pread (fd, text, sizeof text - 1, 0) <= 0)
    return TRUE;
  words = g_strsplit (g_strstrip (text), " ", 2);
  if (words[0] == NULL || words[1] == NULL || g_str_equal (words[0], g_get_host_name ()))
    return TRUE;

  g_set_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE,
               _ ("process %s on “%s” is writing this plan; if it is not any more, remove “%s”"), words[1],
               words[0], path);
  return FALSE;
}

static void
sign (int fd)
{
  g_autofree char *text = g_strdup_printf ("%s %d\n", g_get_host_name (), (int) getpid ());

  /* The kernel holds the lock; the text only tells people, and other hosts, whose it is. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_info ("cannot sign the lock: %s", g_strerror (errno));
}

QtrLock *
qtr_lock_acquire (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strdup_printf (".%s.lock", name);
  g_autofree char *lock_path = g_build_filename (folder, lock_name, NULL);
  QtrLock *lock = NULL;
  int fd = -1;

  for (;;) {
    fd = open_locked (lock_path, error);
    if (fd < 0)
      return NULL;
    if (is_current (lock_path, fd))
      break;
    close (fd);
  }
  if (!check_host (lock_path, fd, error)) {
    close (fd);
    return NULL;
  }

  sign (fd);
  lock = g_new0 (QtrLock, 1);
  lock->path = g_steal_pointer (&lock_path);
  lock->fd = fd;
  return lock;
}

void
qtr_lock_release (QtrLock *lock)
{
  g_unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
