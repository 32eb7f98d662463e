/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/extra.h"

void
qtr_extra_init (QtrExtra *self, const char *text)
{
  g_autoptr (JsonNode) node = text == NULL ? NULL : json_from_string (text, NULL);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->object =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

void
qtr_extra_clear (QtrExtra *self)
{
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->object, json_object_unref);
}

GPtrArray *
qtr_extra_list_names (const QtrExtra *self)
{
  GPtrArray *names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name = NULL;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  return names;
}

const char *
qtr_extra_get (const QtrExtra *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);
  char *text = g_hash_table_lookup (self->texts, name);

  if (text == NULL && node != NULL) {
    text = json_to_string (node, FALSE);
    g_hash_table_insert (self->texts, (gpointer) name, text);
  }

  return text;
}

void
qtr_extra_set (QtrExtra *self, const char *name, const char *value)
{
  JsonNode *node = value == NULL ? NULL : json_from_string (value, NULL);

  g_hash_table_remove (self->texts, name);
  if (node != NULL)
    json_object_set_member (self->object, name, node);
  else if (json_object_has_member (self->object, name))
    json_object_remove_member (self->object, name);
}

char *
qtr_extra_to_string (const QtrExtra *self)
{
  g_autoptr (JsonNode) node = NULL;

  if (json_object_get_size (self->object) == 0)
    return NULL;

  node = json_node_init_object (json_node_alloc (), self->object);
  return json_to_string (node, FALSE);
}
