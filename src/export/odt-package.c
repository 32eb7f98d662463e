/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <zip.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "export/odt-private.h"

/* The first second that a ZIP file can name, in the bits that it has for date and time. */
#define DATE (1 << 5 | 1)

typedef struct {
  char *path;
  char *media_type;
  GBytes *content;
} Member;

struct _QtrOdtPackage {
  char *media_type;
  GPtrArray *members;
};

static void
member_free (gpointer data)
{
  Member *self = data;

  g_free (self->path);
  g_free (self->media_type);
  g_bytes_unref (self->content);
  g_free (self);
}

QtrOdtPackage *
qtr_odt_package_new (const char *media_type)
{
  QtrOdtPackage *self = g_new0 (QtrOdtPackage, 1);

  self->media_type = g_strdup (media_type);
  self->members = g_ptr_array_new_with_free_func (member_free);
  return self;
}

void
qtr_odt_package_free (QtrOdtPackage *self)
{
  g_free (self->media_type);
  g_ptr_array_unref (self->members);
  g_free (self);
}

void
qtr_odt_package_add (QtrOdtPackage *self, const char *path, const char *media_type, GBytes *content)
{
  Member *member = g_new0 (Member, 1);

  member->path = g_strdup (path);
  member->media_type = g_strdup (media_type);
  member->content = content;
  g_ptr_array_add (self->members, member);
}

static void
add_entry (QtrOdtXml *xml, const char *path, const char *media_type, const char *version)
{
  qtr_odt_add (xml, "manifest:file-entry", "manifest:full-path", path, "manifest:version", version,
               "manifest:media-type", media_type, NULL);
}

static GBytes *
write_manifest (const QtrOdtPackage *self)
{
  QtrOdtXml xml = qtr_odt_xml_begin ("manifest:manifest");

  qtr_odt_set (&xml, "manifest:version", "1.3");
  add_entry (&xml, "/", self->media_type, "1.3");
  for (guint i = 0; i < self->members->len; i++) {
    const Member *member = self->members->pdata[i];

    add_entry (&xml, member->path, member->media_type, NULL);
  }
  return qtr_odt_xml_end (&xml);
}

/* The bytes have to live until the file is closed. */
static gboolean
add_file (zip_t *zip, const char *path, GBytes *content, gint32 method)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (content, &size);
  zip_source_t *source = zip_source_buffer (zip, data, size, 0);
  zip_int64_t index = source != NULL ? zip_file_add (zip, path, source, ZIP_FL_ENC_UTF_8) : -1;

  if (index < 0) {
    zip_source_free (source);
    return FALSE;
  }
  return zip_set_file_compression (zip, (zip_uint64_t) index, method, 0) == 0 &&
         zip_file_set_dostime (zip, (zip_uint64_t) index, 0, DATE, 0) == 0;
}

/* What kind of document it is stands first and plain, where programs look for it. */
static gboolean
add_members (const QtrOdtPackage *self, zip_t *zip, GBytes *kind, GBytes *manifest)
{
  if (!add_file (zip, "mimetype", kind, ZIP_CM_STORE))
    return FALSE;
  for (guint i = 0; i < self->members->len; i++) {
    const Member *member = self->members->pdata[i];

    if (!add_file (zip, member->path, member->content, ZIP_CM_DEFLATE))
      return FALSE;
  }
  return add_file (zip, "META-INF/manifest.xml", manifest, ZIP_CM_DEFLATE);
}

static GBytes *
read_source (zip_source_t *source)
{
  zip_stat_t stat;
  g_autofree guint8 *data = NULL;
  zip_int64_t n_read;

  if (zip_source_stat (source, &stat) != 0 || zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (stat.size);
  n_read = zip_source_read (source, data, stat.size);
  zip_source_close (source);
  return n_read == (zip_int64_t) stat.size ? g_bytes_new_take (g_steal_pointer (&data), stat.size) : NULL;
}

static GBytes *
write_zip (const QtrOdtPackage *self, zip_source_t *target, zip_error_t *fault)
{
  g_autoptr (GBytes) kind = g_bytes_new (self->media_type, strlen (self->media_type));
  g_autoptr (GBytes) manifest = write_manifest (self);
  zip_t *zip = zip_open_from_source (target, ZIP_TRUNCATE, fault);

  if (zip == NULL)
    return NULL;
  zip_source_keep (target);
  if (!add_members (self, zip, kind, manifest) || zip_close (zip) != 0) {
    zip_error_set (fault, zip_error_code_zip (zip_get_error (zip)), 0);
    zip_discard (zip);
    return NULL;
  }
  return read_source (target);
}

GBytes *
qtr_odt_package_write (const QtrOdtPackage *self, GError **error)
{
  zip_error_t fault;
  zip_source_t *target = NULL;
  GBytes *bytes = NULL;

  zip_error_init (&fault);
  target = zip_source_buffer_create (NULL, 0, 0, &fault);
  if (target != NULL)
    bytes = write_zip (self, target, &fault);
  if (bytes == NULL)
    g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT, _ ("the document could not be packed: %s"),
                 zip_error_strerror (&fault));
  zip_source_free (target);
  zip_error_fini (&fault);
  return bytes;
}
