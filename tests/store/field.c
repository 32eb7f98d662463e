/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "field.h"

#include "model/edit.h"
#include "store/file.h"

typedef struct {
  const char *field;
  const char *text;
} Change;

QtrPlan *
field_set (const QtrPlan *plan, const char *field, const char *text)
{
  return qtr_edit_set (plan, plan->record.id, field, text, NULL);
}

static QtrPlan *
change_cb (const QtrPlan *plan, gpointer user_data, GError **error)
{
  const Change *change = user_data;

  return field_set (plan, change->field, change->text);
}

void
field_write (GFile *file, const char *field, const char *text)
{
  Change change = { field, text };

  g_assert_true (qtr_file_edit (file, change_cb, &change, NULL, NULL));
}
