/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/plan-place.h"

#include "ui/window/state-file.h"

#define STATE_NAME "places.ini"
#define N_PLANS_MAX 200

typedef enum {
  FIELD_INT,
  FIELD_BOOL,
  FIELD_ID,
  FIELD_DOUBLE,
} FieldKind;

static const struct {
  const char *key;
  FieldKind kind;
  gsize offset;
} fields[] = {
  { "width", FIELD_INT, G_STRUCT_OFFSET (QtrPlanPlace, width) },
  { "height", FIELD_INT, G_STRUCT_OFFSET (QtrPlanPlace, height) },
  { "maximized", FIELD_BOOL, G_STRUCT_OFFSET (QtrPlanPlace, maximized) },
  { "outline", FIELD_BOOL, G_STRUCT_OFFSET (QtrPlanPlace, outline) },
  { "inspector", FIELD_BOOL, G_STRUCT_OFFSET (QtrPlanPlace, inspector) },
  { "inspector-page", FIELD_ID, G_STRUCT_OFFSET (QtrPlanPlace, inspector_page) },
  { "quarter", FIELD_ID, G_STRUCT_OFFSET (QtrPlanPlace, quarter) },
  { "page", FIELD_ID, G_STRUCT_OFFSET (QtrPlanPlace, page) },
  { "commitment", FIELD_ID, G_STRUCT_OFFSET (QtrPlanPlace, commitment) },
  { "caret", FIELD_INT, G_STRUCT_OFFSET (QtrPlanPlace, caret) },
  { "scroll", FIELD_DOUBLE, G_STRUCT_OFFSET (QtrPlanPlace, scroll) },
};

void
qtr_plan_place_free (QtrPlanPlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == FIELD_ID)
      g_free (G_STRUCT_MEMBER (char *, place, fields[i].offset));
  g_free (place);
}

/* What is missing or makes no sense stays nothing. */
static void
read_field (GKeyFile *keys, const char *group, guint index, QtrPlanPlace *place)
{
  const char *key = fields[index].key;
  gsize offset = fields[index].offset;

  switch (fields[index].kind) {
  case FIELD_INT:
    G_STRUCT_MEMBER (int, place, offset) = MAX (g_key_file_get_integer (keys, group, key, NULL), 0);
    break;
  case FIELD_BOOL:
    G_STRUCT_MEMBER (gboolean, place, offset) = g_key_file_get_boolean (keys, group, key, NULL);
    break;
  case FIELD_ID:
    G_STRUCT_MEMBER (char *, place, offset) = g_key_file_get_string (keys, group, key, NULL);
    break;
  case FIELD_DOUBLE:
    G_STRUCT_MEMBER (double, place, offset) = MAX (g_key_file_get_double (keys, group, key, NULL), 0);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
write_field (GKeyFile *keys, const char *group, guint index, const QtrPlanPlace *place)
{
  const char *key = fields[index].key;
  gsize offset = fields[index].offset;

  switch (fields[index].kind) {
  case FIELD_INT:
    g_key_file_set_integer (keys, group, key, G_STRUCT_MEMBER (int, place, offset));
    break;
  case FIELD_BOOL:
    g_key_file_set_boolean (keys, group, key, G_STRUCT_MEMBER (gboolean, place, offset));
    break;
  case FIELD_ID:
    if (G_STRUCT_MEMBER (char *, place, offset) != NULL)
      g_key_file_set_string (keys, group, key, G_STRUCT_MEMBER (char *, place, offset));
    break;
  case FIELD_DOUBLE:
    g_key_file_set_double (keys, group, key, G_STRUCT_MEMBER (double, place, offset));
    break;
  default:
    g_assert_not_reached ();
  }
}

QtrPlanPlace *
qtr_plan_place_load (GFile *file)
{
  g_autoptr (GKeyFile) keys = qtr_state_file_read (STATE_NAME);
  g_autofree char *group = qtr_state_file_name_group (file);
  QtrPlanPlace *place = NULL;

  if (!g_key_file_has_group (keys, group))
    return NULL;

  place = g_new0 (QtrPlanPlace, 1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    read_field (keys, group, i, place);
  return place;
}

void
qtr_plan_place_save (GFile *file, const QtrPlanPlace *place)
{
  g_autoptr (GKeyFile) keys = qtr_state_file_read (STATE_NAME);
  g_autofree char *group = qtr_state_file_name_group (file);

  g_key_file_remove_group (keys, group, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    write_field (keys, group, i, place);
  qtr_state_file_mark_used (keys, group);
  qtr_state_file_drop_oldest (keys, N_PLANS_MAX);
  qtr_state_file_write (STATE_NAME, keys);
}
