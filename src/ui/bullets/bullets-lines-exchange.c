/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-lines-private.h"

/* Lines that leave for elsewhere, and what they are told when they come back. */

static void
lift_all (QtrBulletsLines *lines)
{
  guint shallowest = G_MAXUINT;

  for (guint i = 0; i < lines->array->len; i++)
    shallowest = MIN (shallowest, qtr_bullets_lines_at (lines, i)->depth);
  for (guint i = 0; i < lines->array->len; i++)
    qtr_bullets_lines_at (lines, i)->depth -= shallowest;
}

QtrBulletsLines *
qtr_bullets_lines_take (const QtrBulletsLines *lines, guint first, guint last)
{
  QtrBulletsLines *taken = qtr_bullets_lines_copy (lines);

  g_array_set_size (taken->array, last + 1);
  if (first > 0)
    g_array_remove_range (taken->array, 0, first);
  lift_all (taken);
  qtr_bullets_lines_settle (taken);
  return taken;
}

void
qtr_bullets_lines_adopt (QtrBulletsLines *lines, guint at, const QtrBullet *bullet)
{
  QtrBulletsLine *line = qtr_bullets_lines_at (lines, at);
  const QtrRecordType *type = bullet->record.type;
  g_autofree QtrValue *values = g_new0 (QtrValue, type->n_fields);
  const QtrBullet *old = line->record;
  g_autoptr (QtrBullet) same = NULL;
  g_autoptr (QtrBullet) adopted = NULL;
  const char *marking = bullet->marking != NULL ? bullet->marking : old->marking;

  for (guint i = 0; i < type->n_fields; i++)
    values[i] = qtr_record_get (bullet, &type->fields[i]);
  same = qtr_record_build (type, old->record.id, bullet->record.extra, values);
  adopted = qtr_record_with (same, "marking", marking, "bullets", old->bullets, NULL);
  line->dirty = TRUE;
  /* What is pasted over itself is no change. */
  if (qtr_record_equal (adopted, old))
    return;

  line->record = g_steal_pointer (&adopted);
  qtr_record_unref (old);
}

GStrv
qtr_bullets_lines_list_roots (const QtrBulletsLines *lines, guint first, guint last, guint *end)
{
  g_autoptr (GStrvBuilder) roots = g_strv_builder_new ();

  for (*end = first; *end <= last; *end = qtr_bullets_lines_get_end (lines, *end))
    g_strv_builder_add (roots, qtr_bullets_lines_at (lines, *end)->record->record.id);
  return g_strv_builder_end (roots);
}
