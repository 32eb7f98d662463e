/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"
#include "merge/share.h"
#include "store/file-private.h"

struct _QtrFileContent {
  QtrPlan *plan;
  char *digest;
  QtrFileStamp stamp;
};

static QtrFileContent *
new_content (const QtrPlan *plan, const char *digest, QtrFileStamp stamp)
{
  QtrFileContent *content = g_atomic_rc_box_new0 (QtrFileContent);

  content->plan = qtr_record_ref (plan);
  content->digest = g_strdup (digest);
  content->stamp = stamp;
  return content;
}

QtrFileContent *
qtr_file_content_new (const QtrPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return new_content (plan, NULL, (QtrFileStamp) { 0 });
}

QtrFileContent *
qtr_file_content_new_written (const QtrPlan *plan, GBytes *bytes, QtrFileStamp stamp)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return new_content (plan, digest, stamp);
}

QtrFileContent *
qtr_file_content_ref (const QtrFileContent *content)
{
  return g_atomic_rc_box_acquire ((gpointer) content);
}

static void
clear_content (gpointer data)
{
  QtrFileContent *content = data;

  qtr_record_unref (content->plan);
  g_free (content->digest);
}

void
qtr_file_content_unref (QtrFileContent *content)
{
  g_atomic_rc_box_release_full (content, clear_content);
}

const QtrPlan *
qtr_file_content_get_plan (const QtrFileContent *content)
{
  return content->plan;
}

/* --- Reading --- */

static QtrFileStamp
take_stamp (GFile *file)
{
  const char *path = g_file_peek_path (file);
  struct stat standing;

  return path != NULL && stat (path, &standing) == 0 ? qtr_file_stamp_new (&standing) : (QtrFileStamp) { 0 };
}

static gboolean
is_same_stamp (QtrFileStamp a, QtrFileStamp b)
{
  return a.inode != 0 && a.device == b.device && a.inode == b.inode && a.size == b.size &&
         a.modified.tv_sec == b.modified.tv_sec && a.modified.tv_nsec == b.modified.tv_nsec;
}

static QtrPlan *
parse (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  QtrPlan *plan = qtr_format_read (bytes, error);

  if (plan == NULL)
    g_prefix_error (error, "%s: ", name);
  return plan;
}

/* What a newer version made of the file meanwhile cannot be merged with what is known in full. */
static gboolean
may_follow (GFile *file, const QtrPlan *fresh, const QtrFileContent *known, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (known == NULL || !qtr_plan_check_format (known->plan, NULL) || qtr_plan_check_format (fresh, &reason))
    return TRUE;

  return qtr_file_fail (file, reason->code, reason->message, error);
}

QtrFileContent *
qtr_file_content_read (GFile *file, const QtrFileContent *known, GError **error)
{
  /* Taken before reading: if the file changes in between, it is read once more the next time. */
  QtrFileStamp stamp = take_stamp (file);
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, error);
  g_autofree char *digest = NULL;
  g_autoptr (QtrPlan) fresh = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  if (bytes == NULL)
    return NULL;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (known != NULL && g_strcmp0 (known->digest, digest) == 0)
    return new_content (known->plan, digest, stamp);
  fresh = parse (file, bytes, error);
  if (fresh == NULL || !may_follow (file, fresh, known, error))
    return NULL;
  plan = known == NULL ? qtr_record_ref (fresh) : qtr_share (fresh, known->plan);
  return new_content (plan, digest, stamp);
}

QtrFileContent *
qtr_file_read (GFile *file, const QtrFileContent *known, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (known != NULL && is_same_stamp (take_stamp (file), known->stamp))
    return qtr_file_content_ref (known);

  return qtr_file_content_read (file, known, error);
}

QtrPlan *
qtr_file_load (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, error);

  return bytes == NULL ? NULL : parse (file, bytes, error);
}
