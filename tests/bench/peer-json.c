/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "peer-json.h"

/* One node, the name that it has if it is a member, and how many members or elements follow it. */
typedef struct {
  const char *name;
  JsonNodeType type;
  GType value_type;
  const char *string;
  gint64 number;
  guint n_children;
} Step;

struct _PeerSteps {
  GArray *steps;
};

static void add_step (PeerSteps *self, const char *name, JsonNode *node);

static void
add_children (PeerSteps *self, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *child = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    while (json_object_iter_next_ordered (&iter, &name, &child))
      add_step (self, name, child);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      add_step (self, NULL, json_array_get_element (json_node_get_array (node), i));
  }
}

static void
add_step (PeerSteps *self, const char *name, JsonNode *node)
{
  Step step = { .name = name, .type = json_node_get_node_type (node) };

  if (step.type == JSON_NODE_OBJECT)
    step.n_children = json_object_get_size (json_node_get_object (node));
  else if (step.type == JSON_NODE_ARRAY)
    step.n_children = json_array_get_length (json_node_get_array (node));
  else if (step.type == JSON_NODE_VALUE)
    step.value_type = json_node_get_value_type (node);
  if (step.value_type == G_TYPE_STRING)
    step.string = json_node_get_string (node);
  else if (step.value_type != G_TYPE_INVALID)
    step.number = json_node_get_int (node);
  g_array_append_val (self->steps, step);
  add_children (self, node);
}

PeerSteps *
peer_steps_new (JsonNode *node)
{
  PeerSteps *self = g_new0 (PeerSteps, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  add_step (self, NULL, node);
  return self;
}

void
peer_steps_free (PeerSteps *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

static JsonNode *build (const PeerSteps *self, guint *at);

static JsonNode *
build_object (const PeerSteps *self, guint *at, guint n_members)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_init (json_node_alloc (), JSON_NODE_OBJECT);

  for (guint i = 0; i < n_members; i++) {
    const char *name = g_array_index (self->steps, Step, *at).name;

    json_object_set_member (object, name, build (self, at));
  }
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
build_array (const PeerSteps *self, guint *at, guint n_elements)
{
  JsonArray *array = json_array_sized_new (n_elements);
  JsonNode *node = json_node_init (json_node_alloc (), JSON_NODE_ARRAY);

  for (guint i = 0; i < n_elements; i++)
    json_array_add_element (array, build (self, at));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
build_value (const Step *step)
{
  if (step->value_type == G_TYPE_STRING)
    return json_node_init_string (json_node_alloc (), step->string);
  if (step->value_type == G_TYPE_BOOLEAN)
    return json_node_init_boolean (json_node_alloc (), step->number != 0);

  return json_node_init_int (json_node_alloc (), step->number);
}

static JsonNode *
build (const PeerSteps *self, guint *at)
{
  const Step *step = &g_array_index (self->steps, Step, (*at)++);

  switch (step->type) {
  case JSON_NODE_OBJECT:
    return build_object (self, at, step->n_children);
  case JSON_NODE_ARRAY:
    return build_array (self, at, step->n_children);
  case JSON_NODE_VALUE:
    return build_value (step);
  case JSON_NODE_NULL:
  default:
    return json_node_init_null (json_node_alloc ());
  }
}

JsonNode *
peer_steps_build (const PeerSteps *self)
{
  guint at = 0;

  return build (self, &at);
}
