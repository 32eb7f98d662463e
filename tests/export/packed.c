/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <libxml/parser.h>
#include <zip.h>

#include "packed.h"

static GBytes *
read_member (zip_t *zip, zip_uint64_t index, gsize size)
{
  zip_file_t *file = zip_fopen_index (zip, index, 0);
  guint8 *data = g_malloc (size + 1);

  g_assert_nonnull (file);
  g_assert_cmpint (zip_fread (file, data, size), ==, (gint64) size);
  zip_fclose (file);
  return g_bytes_new_take (data, size);
}

GHashTable *
packed_list (GBytes *file)
{
  GHashTable *members =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  gsize size = 0;
  const void *data = g_bytes_get_data (file, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

  g_assert_nonnull (zip);
  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++) {
    zip_stat_t stat;

    g_assert_cmpint (zip_stat_index (zip, (zip_uint64_t) i, 0, &stat), ==, 0);
    g_hash_table_insert (members, g_strdup (stat.name), read_member (zip, (zip_uint64_t) i, stat.size));
  }
  zip_close (zip);
  return members;
}

xmlDoc *
packed_read_xml (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (document);
  return document;
}

xmlDoc *
packed_read_member (GHashTable *members, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (members, name);

  g_assert_nonnull (bytes);
  return packed_read_xml (bytes);
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static void
add_spaces (GString *text, const xmlNode *node)
{
  xmlChar *count = xmlGetProp (node, (const xmlChar *) "c");

  for (gint64 i = count != NULL ? g_ascii_strtoll ((const char *) count, NULL, 10) : 1; i > 0; i--)
    g_string_append_c (text, ' ');
  xmlFree (count);
}

static void
add_text (GString *text, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE)
    g_string_append (text, (const char *) node->content);
  if (is_named (node, "s"))
    add_spaces (text, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    add_text (text, child);
  if (is_named (node, "p") || is_named (node, "h") || is_named (node, "si") || is_named (node, "tab"))
    g_string_append_c (text, ' ');
}

char *
packed_get_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  add_text (text, node);
  return g_string_free (text, FALSE);
}
