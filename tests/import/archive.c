/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "archive.h"

#include <string.h>
#include <zip.h>

GBytes *
archive_make (const char *const *members, const char *password)
{
  zip_source_t *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = NULL;
  zip_stat_t stat;
  guint8 *data = NULL;

  zip_source_keep (target);
  zip = zip_open_from_source (target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  for (gsize i = 0; members[i] != NULL; i += 2) {
    zip_source_t *source = zip_source_buffer (zip, members[i + 1], strlen (members[i + 1]), 0);
    zip_int64_t index = zip_file_add (zip, members[i], source, 0);

    g_assert_cmpint (index, >=, 0);
    if (password != NULL)
      g_assert_cmpint (zip_file_set_encryption (zip, (zip_uint64_t) index, ZIP_EM_AES_256, password), ==, 0);
  }
  g_assert_cmpint (zip_close (zip), ==, 0);
  zip_source_stat (target, &stat);
  data = g_malloc (stat.size);
  zip_source_open (target);
  g_assert_cmpint (zip_source_read (target, data, stat.size), ==, (zip_int64_t) stat.size);
  zip_source_close (target);
  zip_source_free (target);
  return g_bytes_new_take (data, stat.size);
}
