/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/package.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <zip.h>

#include "base/error.h"
#include "import/package-limit.h"

#define CHUNK_SIZE (64 * 1024)
#define MIB (1024 * 1024)

struct _QtrPackage {
  GBytes *bytes;
  zip_t *zip;
  /* Of all that was read so far. */
  guint64 expanded;
};

static const struct {
  const char *bytes;
  gsize length;
  QtrPackageKind kind;
} MAGIC[] = {
  { "PK\x03\x04", 4, QTR_PACKAGE_OTHER },
  /* An archive without a file in it. */
  { "PK\x05\x06", 4, QTR_PACKAGE_OTHER },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, QTR_PACKAGE_LOCKED },
};

static QtrPackageKind
recognise_container (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (MAGIC); i++) {
    if (size >= MAGIC[i].length && memcmp (data, MAGIC[i].bytes, MAGIC[i].length) == 0)
      return MAGIC[i].kind;
  }
  return QTR_PACKAGE_NONE;
}

/* --- Opening --- */

static gboolean
refuse_broken (const char *reason, GError **error)
{
  g_set_error (
      error, QTR_ERROR, QTR_ERROR_SYNTAX,
      /* Translators: with the reason, in English. */
      _ ("The file is broken or incomplete (%s). Get it once more, or open it in the program that made it "
         "and save it again."),
      reason);
  return FALSE;
}

static gboolean
refuse_encrypted (GError **error)
{
  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_UNREADABLE,
                       _ ("The file is protected by a password. Save it without one, and try again."));
  return FALSE;
}

static gboolean
check_container (GBytes *bytes, GError **error)
{
  switch (recognise_container (bytes)) {
  case QTR_PACKAGE_LOCKED:
    g_set_error_literal (
        error, QTR_ERROR, QTR_ERROR_UNREADABLE,
        _ ("The file is protected by a password, or in the format of an old version of Word or "
           "Excel. Save it without a password as ODT, DOCX, ODS or XLSX, and try again."));
    return FALSE;
  case QTR_PACKAGE_NONE:
    g_set_error_literal (
        error, QTR_ERROR, QTR_ERROR_SYNTAX,
        _ ("The file is not what its name says. Open it in the program that made it, and save it "
           "as ODT, DOCX, ODS or XLSX."));
    return FALSE;
  case QTR_PACKAGE_BROKEN:
  case QTR_PACKAGE_OTHER:
  case QTR_PACKAGE_ODT:
  case QTR_PACKAGE_DOCX:
  case QTR_PACKAGE_ODS:
  case QTR_PACKAGE_XLSX:
  default:
    break;
  }
  if (g_bytes_get_size (bytes) <= QTR_PACKAGE_SIZE)
    return TRUE;
  g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT, _ ("The file has more than %d MiB, the most that is read."),
               QTR_PACKAGE_SIZE / MIB);
  return FALSE;
}

static zip_t *
open_zip (GBytes *bytes, GError **error)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  zip_error_t failure;
  zip_source_t *source = NULL;
  zip_t *zip = NULL;

  zip_error_init (&failure);
  source = zip_source_buffer_create (data, size, 0, &failure);
  if (source != NULL)
    zip = zip_open_from_source (source, ZIP_RDONLY, &failure);
  if (zip == NULL) {
    refuse_broken (zip_error_strerror (&failure), error);
    if (source != NULL)
      zip_source_free (source);
  }
  zip_error_fini (&failure);
  return zip;
}

/* Nothing is unpacked, so that a name can do no harm; but no program that writes documents makes such names,
 * nor the same name twice, of which every reader could take another. */
static gboolean
is_good_name (const char *name)
{
  return name != NULL && strlen (name) <= QTR_PACKAGE_NAME && name[0] != '/' && strchr (name, '\\') == NULL &&
         strchr (name, ':') == NULL && !g_str_has_prefix (name, "../") && strstr (name, "/../") == NULL;
}

static gboolean
check_member (zip_t *zip, zip_uint64_t index, GHashTable *names, GError **error)
{
  const char *name = zip_get_name (zip, index, 0);
  zip_stat_t stat;

  if (!is_good_name (name) || !g_hash_table_add (names, (gpointer) name))
    return refuse_broken ("a file in it has a name that cannot be", error);
  if (zip_stat_index (zip, index, 0, &stat) < 0)
    return refuse_broken (zip_strerror (zip), error);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return refuse_encrypted (error);
  return TRUE;
}

static gboolean
check_members (zip_t *zip, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  zip_int64_t n_members = zip_get_num_entries (zip, 0);

  if (n_members > QTR_PACKAGE_MEMBERS) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT,
                 _ ("The file holds more than %d others, the most that is read."), QTR_PACKAGE_MEMBERS);
    return FALSE;
  }
  for (zip_int64_t i = 0; i < n_members; i++) {
    if (!check_member (zip, (zip_uint64_t) i, names, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_text_cb (const char *data, gsize size, gpointer user_data)
{
  g_string_append_len (user_data, data, (gssize) size);
  return ((GString *) user_data)->len < CHUNK_SIZE * 4;
}

/* OpenDocument packs each file encrypted into an archive that is none, and says so in its list; or packs all
 * of it into one file. */
static gboolean
check_manifest (QtrPackage *self, GError **error)
{
  g_autoptr (GString) manifest = g_string_new (NULL);

  if (qtr_package_has (self, "encrypted-package"))
    return refuse_encrypted (error);
  if (!qtr_package_has (self, "META-INF/manifest.xml"))
    return TRUE;
  if (!qtr_package_stream (self, "META-INF/manifest.xml", find_text_cb, manifest, NULL, error))
    return FALSE;
  return strstr (manifest->str, "encryption-data") == NULL || refuse_encrypted (error);
}

QtrPackage *
qtr_package_open (GBytes *bytes, GError **error)
{
  g_autoptr (QtrPackage) self = NULL;
  zip_t *zip = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_container (bytes, error))
    return NULL;
  zip = open_zip (bytes, error);
  if (zip == NULL)
    return NULL;
  self = g_new0 (QtrPackage, 1);
  self->bytes = g_bytes_ref (bytes);
  self->zip = zip;
  if (!check_members (zip, error) || !check_manifest (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
qtr_package_free (QtrPackage *self)
{
  if (self == NULL)
    return;
  zip_discard (self->zip);
  g_bytes_unref (self->bytes);
  g_free (self);
}

gboolean
qtr_package_has (QtrPackage *self, const char *member)
{
  return zip_name_locate (self->zip, member, 0) >= 0;
}

/* --- Reading --- */

static gboolean
refuse_bomb (GError **error)
{
  g_set_error (
      error, QTR_ERROR, QTR_ERROR_LIMIT,
      _ ("The file unpacks to more than %d MiB, or to more than %d times its size, the most that is read. "
         "Take out what is not needed, and try again."),
      QTR_PACKAGE_EXPANDED / MIB, QTR_PACKAGE_RATIO);
  return FALSE;
}

/* What an archive says of sizes need not be true, so what comes out is counted. */
static gboolean
count (QtrPackage *self, guint64 size, guint64 so_far, guint64 packed, GError **error)
{
  self->expanded += size;
  if (self->expanded > QTR_PACKAGE_EXPANDED ||
      (so_far > QTR_PACKAGE_RATIO_FROM && so_far / QTR_PACKAGE_RATIO > packed))
    return refuse_bomb (error);
  return TRUE;
}

static gboolean
stream_file (QtrPackage *self, zip_file_t *file, guint64 packed, QtrPackageTaker take, gpointer user_data,
             GCancellable *cancellable, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  guint64 so_far = 0;
  zip_int64_t size = 0;

  while ((size = zip_fread (file, chunk, CHUNK_SIZE)) > 0) {
    so_far += (guint64) size;
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !count (self, (guint64) size, so_far, packed, error))
      return FALSE;
    if (!take (chunk, (gsize) size, user_data))
      return TRUE;
  }
  return size == 0 || refuse_broken (zip_error_strerror (zip_file_get_error (file)), error);
}

gboolean
qtr_package_stream (QtrPackage *self, const char *member, QtrPackageTaker take, gpointer user_data,
                    GCancellable *cancellable, GError **error)
{
  zip_int64_t index = zip_name_locate (self->zip, member, 0);
  zip_stat_t stat;
  zip_file_t *file = NULL;
  gboolean done = FALSE;

  if (index < 0)
    return refuse_broken (member, error);
  if (zip_stat_index (self->zip, (zip_uint64_t) index, 0, &stat) < 0)
    return refuse_broken (zip_strerror (self->zip), error);
  if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > QTR_PACKAGE_EXPANDED)
    return refuse_bomb (error);
  file = zip_fopen_index (self->zip, (zip_uint64_t) index, 0);
  if (file == NULL)
    return refuse_broken (zip_strerror (self->zip), error);
  done = stream_file (self, file, stat.comp_size, take, user_data, cancellable, error);
  zip_fclose (file);
  return done;
}

/* --- What it is --- */

static const struct {
  const char *member;
  /* What the member begins with, or %NULL for anything. */
  const char *content;
  QtrPackageKind kind;
} KINDS[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text", QTR_PACKAGE_ODT },
  { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", QTR_PACKAGE_ODS },
  { "word/document.xml", NULL, QTR_PACKAGE_DOCX },
  { "xl/workbook.xml", NULL, QTR_PACKAGE_XLSX },
};

static gboolean
begins_with (QtrPackage *package, const char *member, const char *content)
{
  g_autoptr (GString) start = g_string_new (NULL);

  return content == NULL || (qtr_package_stream (package, member, find_text_cb, start, NULL, NULL) &&
                             g_str_has_prefix (start->str, content));
}

QtrPackageKind
qtr_package_recognise (GBytes *bytes)
{
  QtrPackageKind kind = recognise_container (bytes);
  g_autoptr (QtrPackage) package = kind == QTR_PACKAGE_OTHER ? qtr_package_open (bytes, NULL) : NULL;

  if (kind != QTR_PACKAGE_OTHER)
    return kind;
  if (package == NULL)
    return QTR_PACKAGE_BROKEN;
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++) {
    if (qtr_package_has (package, KINDS[i].member) &&
        begins_with (package, KINDS[i].member, KINDS[i].content))
      return KINDS[i].kind;
  }
  return QTR_PACKAGE_OTHER;
}
