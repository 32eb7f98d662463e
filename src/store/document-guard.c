/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/document-guard.h"

#define KEY "qtr-guard"

static void
free_guard (gpointer data)
{
  QtrDocumentGuard *guard = data;

  guard->destroy (guard->user_data);
  g_free (guard);
}

void
qtr_document_set_guard (QtrDocument *self, const QtrDocumentGuard *guard)
{
  g_return_if_fail (QTR_IS_DOCUMENT (self));

  g_object_set_data_full (G_OBJECT (self), KEY, g_memdup2 (guard, sizeof *guard), free_guard);
}

const QtrDocumentGuard *
qtr_document_get_guard (QtrDocument *self)
{
  g_return_val_if_fail (QTR_IS_DOCUMENT (self), NULL);

  return g_object_get_data (G_OBJECT (self), KEY);
}

void
qtr_document_guard_save (const QtrDocumentGuard *guard, const QtrPlan *plan)
{
  if (guard != NULL)
    guard->before_save (guard->user_data, plan);
}
