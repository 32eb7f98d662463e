/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "folder.h"
#include "model/edit.h"
#include "store/file.h"

/* Real disks that have no room: each in a process of its own, which has its own mounts and limits. */

static QtrPlan *
new_plan (const char *title, gsize size)
{
  g_autofree char *body = g_strnfill (size, 'x');

  return qtr_record_new (&qtr_plan_type, "title", title, "body", body, NULL);
}

/* There is room for @folder's plan once and not twice. */
static void
assert_save_fails (const char *folder, int number)
{
  g_autofree char *path = g_build_filename (folder, "plan.quarterly", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QtrFileContent) known = qtr_file_read (file, NULL, NULL);
  g_autoptr (QtrPlan) plan = new_plan ("ours", 100000);
  g_autoptr (GBytes) before = qtr_file_read_bytes (file, NULL);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = test_folder_count (folder);

  g_assert_false (qtr_file_save (file, plan, known, NULL, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, g_strerror (number)));
  after = qtr_file_read_bytes (file, NULL);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (test_folder_count (folder), ==, n_files);
}

static void
write_first (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "plan.quarterly", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QtrPlan) plan = new_plan ("0", 100000);

  g_assert_true (qtr_file_save (file, plan, NULL, NULL, NULL));
}

/* Returns: how the child ended. */
static int
run_in_child (void (*run) (const char *folder), const char *folder)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0) {
    run (folder);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

/* --- A small disk --- */

/* How a child ends that may not mount anything. */
#define NO_DISK 77

/* Root has mounts of its own for the asking; others become root of a world of their own. */
static gboolean
leave_world (void)
{
  g_autofree char *map = g_strdup_printf ("0 %u 1", getuid ());

  if (unshare (CLONE_NEWNS) == 0)
    return TRUE;
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
         g_file_set_contents_full ("/proc/self/uid_map", map, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static gboolean
mount_small (const char *folder)
{
  if (!leave_world ())
    return FALSE;
  mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL);
  return mount ("none", folder, "tmpfs", 0, "size=256k") == 0;
}

/* Leaves @n_left bytes. */
static void
fill (const char *path, gsize n_left)
{
  g_autofree char *page = g_malloc0 (4096);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  off_t size = 0;

  while (write (fd, page, 4096) > 0)
    size += 4096;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_cmpint (ftruncate (fd, MAX (size - (off_t) n_left, 0)), ==, 0);
  close (fd);
}

static void
run_on_small_disk (const char *folder)
{
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  static const gsize lefts[] = { 0, 4096, 8192, 40960 };

  write_first (folder);
  for (guint i = 0; i < G_N_ELEMENTS (lefts); i++) {
    fill (filler, lefts[i]);
    assert_save_fails (folder, ENOSPC);
    g_assert_cmpint (g_unlink (filler), ==, 0);
  }
  write_first (folder);
}

static void
run_mounted (const char *folder)
{
  if (!mount_small (folder))
    _exit (NO_DISK);
  run_on_small_disk (folder);
  umount2 (folder, MNT_DETACH);
}

/* Where nobody may mount anything, the limit below is the disk that is full. */
static void
test_full_disk (void)
{
  char *folder = test_folder_new ();
  int status = run_in_child (run_mounted, folder);

  if (WIFEXITED (status) && WEXITSTATUS (status) == NO_DISK)
    g_test_message ("no disk can be mounted here");
  else
    g_assert_cmpint (status, ==, 0);
  test_folder_remove (folder);
}

/* --- A limit on how large files may be --- */

static void
run_with_limit (const char *folder)
{
  const struct rlimit limit = { 50000, 50000 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_save_fails (folder, EFBIG);
}

static void
test_file_limit (void)
{
  char *folder = test_folder_new ();

  write_first (folder);
  g_assert_cmpint (run_in_child (run_with_limit, folder), ==, 0);
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/full-disk/full-disk", test_full_disk);
  g_test_add_func ("/full-disk/file-limit", test_file_limit);

  return g_test_run ();
}
