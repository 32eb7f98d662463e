/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failing-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static _Thread_local FailingCalls *calls;

void
failing_calls_begin (FailingCalls *begun)
{
  begun->n_calls = 0;
  begun->failed = NULL;
  begun->number = 0;
  begun->renamed = FALSE;
  calls = begun;
}

void
failing_calls_end (void)
{
  calls = NULL;
}

/* Whether this call is the one that fails. */
static gboolean
fails (const char *name)
{
  gboolean is_write = strstr (name, "write") != NULL;

  if (calls == NULL)
    return FALSE;
  calls->n_calls++;
  if (calls->n_calls != calls->fail_at && !(is_write && calls->stays_full && calls->number == ENOSPC))
    return FALSE;

  calls->failed = name;
  calls->number = is_write ? ENOSPC : EIO;
  errno = calls->number;
  return TRUE;
}

/* With 64-bit offsets the names below stand for open64 and so on, and these are looked for. */
#define NEXT(type, name) ((type) find_next (name))

static gpointer
find_next (const char *name)
{
  gpointer found = dlsym (RTLD_NEXT, name);

  g_assert (found != NULL);
  return found;
}

int
open (const char *path, int flags, ...)
{
  typedef int (*Open) (const char *, int, ...);
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & O_CREAT) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return fails ("open") ? -1 : NEXT (Open, "open64") (path, flags, mode);
}

/* A write that fails may have written some of it. */
ssize_t
write (int fd, const void *bytes, size_t length)
{
  typedef ssize_t (*Write) (int, const void *, size_t);
  Write next = NEXT (Write, "write");

  if (!fails ("write"))
    return next (fd, bytes, length);
  if (next (fd, bytes, length / 2) < 0)
    return -1;
  errno = ENOSPC;
  return -1;
}

ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  typedef ssize_t (*Pwrite) (int, const void *, size_t, off_t);

  return fails ("pwrite") ? -1 : NEXT (Pwrite, "pwrite64") (fd, bytes, length, offset);
}

int
ftruncate (int fd, off_t length)
{
  typedef int (*Ftruncate) (int, off_t);

  return fails ("ftruncate") ? -1 : NEXT (Ftruncate, "ftruncate64") (fd, length);
}

int
fchmod (int fd, mode_t mode)
{
  typedef int (*Fchmod) (int, mode_t);

  return fails ("fchmod") ? -1 : NEXT (Fchmod, "fchmod") (fd, mode);
}

int
fsync (int fd)
{
  typedef int (*Fsync) (int);

  return fails ("fsync") ? -1 : NEXT (Fsync, "fsync") (fd);
}

static int
note_rename (int done)
{
  if (done == 0 && calls != NULL)
    calls->renamed = TRUE;
  return done;
}

int
rename (const char *from, const char *to)
{
  typedef int (*Rename) (const char *, const char *);

  return fails ("rename") ? -1 : note_rename (NEXT (Rename, "rename") (from, to));
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  typedef int (*Renameat2) (int, const char *, int, const char *, unsigned int);

  if (calls != NULL && calls->no_exchange) {
    errno = EINVAL;
    return -1;
  }
  if (fails ("renameat2"))
    return -1;
  return note_rename (NEXT (Renameat2, "renameat2") (from_folder, from, to_folder, to, flags));
}

/* A file that fails to be closed is closed all the same. */
int
close (int fd)
{
  typedef int (*Close) (int);
  gboolean failed = fails ("close");
  int done = NEXT (Close, "close") (fd);

  if (!failed)
    return done;
  errno = EIO;
  return -1;
}
