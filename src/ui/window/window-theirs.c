/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/changes/change-item.h"
#include "ui/window/window-private.h"

/* Long enough to see that something came, to read what, and to reach the button. */
#define OFFER_SECONDS 10

/* How much of a change is quoted to say which one it is. */
#define QUOTE_LENGTH 60

static char *
quote (QtrChangeItem *item)
{
  g_autofree char *words = NULL;
  g_autofree char *start = NULL;

  g_object_get (item, "words", &words, NULL);
  if (g_utf8_strlen (words, -1) <= QUOTE_LENGTH)
    return g_steal_pointer (&words);

  start = g_utf8_substring (words, 0, QUOTE_LENGTH);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
word_theirs (GPtrArray *items)
{
  g_autofree char *first = quote (items->pdata[0]);

  /* Translators: what somebody else wrote into the file: how many changes, and the first of them. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u change came in from the file: %2$s",
                                       "%1$u changes came in from the file, the first: %2$s", items->len),
                          items->len, first);
}

static void
withdraw_offer (QtrWindow *self)
{
  if (self->theirs_toast != NULL)
    adw_toast_dismiss (self->theirs_toast);
}

/* What others did can be undone whatever is done meanwhile: the offer stands for its time. */
static void
named_cb (GPtrArray *items, gpointer user_data)
{
  QtrWindow *self = QTR_WINDOW (user_data);
  g_autofree char *title = NULL;
  AdwToast *toast = NULL;

  if (items->len == 0)
    return;

  withdraw_offer (self);
  title = word_theirs (items);
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-theirs");
  g_set_weak_pointer (&self->theirs_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
theirs_came_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  self->theirs_came = TRUE;
  qtr_window_update_commands (self);
  qtr_changes_run_ask (self->theirs, before, now, self->quarter);
}

void
qtr_window_undo_theirs (QtrWindow *self)
{
  self->theirs_came = FALSE;
  withdraw_offer (self);
  qtr_document_undo_theirs (self->document);
  qtr_window_update_commands (self);
}

void
qtr_window_watch_theirs (QtrWindow *self)
{
  qtr_window_stop_watching_theirs (self);
  self->theirs_came = FALSE;
  self->theirs = qtr_changes_run_new (named_cb, self);
  g_signal_connect_object (self->document, "theirs-came", G_CALLBACK (theirs_came_cb), self,
                           G_CONNECT_DEFAULT);
}

void
qtr_window_stop_watching_theirs (QtrWindow *self)
{
  g_clear_pointer (&self->theirs, qtr_changes_run_free);
  g_clear_weak_pointer (&self->theirs_toast);
}
