/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "format/format.h"
#include "merge/merge.h"
#include "store/file-private.h"
#include "store/lock.h"

void
qtr_file_saved_clear (QtrFileSaved *saved)
{
  g_clear_pointer (&saved->content, qtr_file_content_unref);
  g_clear_pointer (&saved->plan, qtr_record_unref);
  g_clear_pointer (&saved->notice, g_free);
}

static QtrLock *
lock (GFile *file, const char *path, char **notice, GError **error)
{
  g_autoptr (GError) reason = NULL;
  QtrLock *held = qtr_lock_acquire (path, notice, &reason);

  if (held == NULL)
    qtr_file_fail (file, reason->code, reason->message, error);
  return held;
}

/* What is known of the file afterwards costs time, and is told to whoever asks for it. */
static gboolean
write_plan (GFile *file, const char *path, const QtrPlan *plan, QtrFileContent **content, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;
  QtrFileStamp stamp = { 0 };

  if (!qtr_plan_check_format (plan, &reason))
    return qtr_file_fail (file, reason->code, reason->message, error);
  bytes = qtr_format_write (plan);
  if (!qtr_file_replace (path, TRUE, bytes, &stamp))
    return qtr_file_fail (file, QTR_ERROR_UNWRITABLE, g_strerror (errno), error);
  if (content != NULL)
    *content = qtr_file_content_new_written (plan, bytes, stamp);
  return TRUE;
}

/* --- Saving --- */

/* What is in the file under the lock. @is_gone: nothing, and that is no error. */
static QtrFileContent *
read_again (GFile *file, const char *path, const QtrFileContent *known, gboolean *is_gone, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) fault = NULL;
  g_autofree char *reason = NULL;
  QtrFileContent *found = NULL;
  struct stat standing;

  *is_gone = lstat (path, &standing) != 0 && errno == ENOENT;
  if (*is_gone)
    return NULL;
  found = qtr_file_content_read (target, known, &fault);
  if (found != NULL)
    return found;

  /* Translators: why a plan was not written over a file; with the reason why that cannot be read. */
  reason =
      g_strdup_printf (_ ("what is in this file now cannot be read as a plan, and was left alone; save under "
                          "another name (%s)"),
                       fault->message);
  qtr_file_fail (file, QTR_ERROR_UNWRITABLE, reason, error);
  return NULL;
}

static gboolean
fail_for_conflicts (GFile *file, guint n_conflicts, GError **error)
{
  g_autofree char *reason = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "somebody else changed the plan meanwhile, and %u thing was changed on both sides; nothing was "
          "overwritten; choose, and save again",
          "somebody else changed the plan meanwhile, and %u things were changed on both sides; nothing was "
          "overwritten; choose, and save again",
          n_conflicts),
      n_conflicts);

  return qtr_file_fail (file, QTR_ERROR_CONFLICT, reason, error);
}

/* Merges what others wrote. What they wrote is told as well if that leaves questions. */
static gboolean
merge_found (GFile *file, const QtrPlan *base, const QtrFileContent *found, QtrFileSaved *saved,
             GError **error)
{
  g_autoptr (QtrPlan) ours = g_steal_pointer (&saved->plan);

  saved->plan = qtr_merge (base, ours, qtr_file_content_get_plan (found), &saved->n_conflicts);
  if (saved->n_conflicts == 0)
    return TRUE;

  saved->content = qtr_file_content_ref (found);
  return fail_for_conflicts (file, saved->n_conflicts, error);
}

static gboolean
save_over (GFile *file, const char *path, const QtrFileContent *known, QtrFileSaved *saved, GError **error)
{
  const QtrPlan *base = qtr_file_content_get_plan (known);
  gboolean is_gone = FALSE;
  g_autoptr (QtrFileContent) found = read_again (file, path, known, &is_gone, error);

  if (found == NULL && !is_gone)
    return FALSE;
  if (found != NULL && qtr_file_content_get_plan (found) != base &&
      !merge_found (file, base, found, saved, error))
    return FALSE;
  return write_plan (file, path, saved->plan, &saved->content, error);
}

gboolean
qtr_file_save (GFile *file, const QtrPlan *plan, const QtrFileContent *known, QtrFileSaved *saved,
               GError **error)
{
  g_auto (QtrFileSaved) unwanted = { 0 };
  QtrFileSaved *out = saved == NULL ? &unwanted : saved;
  g_autofree char *path = qtr_file_find_target (file, error);
  g_autoptr (QtrLock) held = path == NULL ? NULL : lock (file, path, &out->notice, error);

  if (held == NULL)
    return FALSE;
  out->plan = qtr_record_ref (plan);
  return known != NULL ? save_over (file, path, known, out, error)
                       : write_plan (file, path, plan, saved == NULL ? NULL : &out->content, error);
}

gboolean
qtr_file_break_lock (GFile *file, GError **error)
{
  g_autofree char *path = qtr_file_find_target (file, error);
  g_autoptr (GError) reason = NULL;

  if (path == NULL)
    return FALSE;
  return qtr_lock_break (path, &reason) || qtr_file_fail (file, reason->code, reason->message, error);
}

/* --- Editing --- */

gboolean
qtr_file_edit (GFile *file, QtrFileEdit edit, gpointer user_data, char **notice, GError **error)
{
  g_autofree char *path = qtr_file_find_target (file, error);
  g_autoptr (QtrLock) held = path == NULL ? NULL : lock (file, path, notice, error);
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (QtrPlan) edited = NULL;

  if (held == NULL)
    return FALSE;
  plan = g_file_test (path, G_FILE_TEST_EXISTS) ? qtr_file_load (file, error) : qtr_plan_new ();
  if (plan == NULL)
    return FALSE;
  edited = edit (plan, user_data, error);
  if (edited == NULL)
    return FALSE;
  return edited == plan || write_plan (file, path, edited, NULL, error);
}
