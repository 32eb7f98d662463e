/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/edit.h"
#include "ui/window/window-private.h"

/* An update that is published stays as it was read: it can be looked at, but not written, until it is taken
 * back. */

static const QtrUpdate *
get_update (QtrWindow *self)
{
  if (self->document == NULL || !qtr_period_is_set (self->quarter))
    return NULL;

  return qtr_plan_find_update (qtr_document_get_plan (self->document), self->quarter);
}

gboolean
qtr_window_is_published (QtrWindow *self)
{
  const QtrUpdate *update = get_update (self);

  return update != NULL && qtr_plan_get_state (qtr_document_get_plan (self->document), update->record.id) ==
                               QTR_STATE_PUBLISHED;
}

/* The plan itself and its measures are written on other pages, whatever became of an update. */
void
qtr_window_refresh_published (QtrWindow *self)
{
  gboolean shown =
      qtr_window_is_published (self) && !self->on_plan && !self->on_changes && !self->on_measures;

  if (shown && !adw_banner_get_revealed (self->published)) {
    g_autofree char *label = qtr_period_to_label (self->quarter);
    /* Translators: a quarter, as in "Q3 2019/20". */
    g_autofree char *title =
        g_strdup_printf (_ ("%s is published, and stays as it was read. Take it back to change it."), label);

    adw_banner_set_title (self->published, title);
  }
  adw_banner_set_revealed (self->published, shown);
  qtr_window_update_read_only (self);
}

/* Takes @words. */
static void
set_state (QtrWindow *self, QtrState state, const char *step, char *words)
{
  const QtrUpdate *update = get_update (self);
  g_autofree char *message = words;

  if (update == NULL)
    return;

  qtr_document_end_run (self->document);
  qtr_document_commit (self->document,
                       qtr_edit_set_state (qtr_document_get_plan (self->document), update->record.id, state),
                       step, NULL);
  qtr_window_tell_taken (self, message);
}

void
qtr_window_publish (QtrWindow *self)
{
  g_autofree char *label = qtr_period_to_label (self->quarter);

  /* Translators: a quarter, as in "Q3 2019/20". */
  set_state (self, QTR_STATE_PUBLISHED, _ ("Publish Update"), g_strdup_printf (_ ("%s is published"), label));
}

void
qtr_window_take_back (QtrWindow *self)
{
  g_autofree char *label = qtr_period_to_label (self->quarter);

  /* Translators: a quarter, as in "Q3 2019/20". */
  set_state (self, QTR_STATE_DRAFT, _ ("Take Update Back"),
             g_strdup_printf (_ ("%s is a draft again"), label));
}
