/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/changes/change-list.h"
#include "ui/changes/changes-page-private.h"
#include "ui/update/quarter-words.h"

/* --- While there is a list --- */

static char *
word_saved (guint n_changes)
{
  if (n_changes == 0)
    return g_strdup (_ ("Nothing else has changed since the last save"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change since the last save",
                                       "%u changes since the last save", n_changes),
                          n_changes);
}

static void
count_kinds (GPtrArray *changes, guint *counts)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    counts[qtr_change_item_get_words (changes->pdata[i])->kind]++;
}

static char *
word_quarter (QtrChangesPage *self)
{
  guint counts[QTR_CHANGE_ITEM_SAME + 1] = { 0 };
  g_autofree char *quarter = qtr_period_is_set (self->quarter) ? qtr_quarter_to_words (self->quarter) : NULL;

  count_kinds (self->changes, counts);
  /* Translators: what became of the bullets of the update before: a quarter, and how many are new in it,
   * changed, unchanged and dropped. */
  return g_strdup_printf (_ ("%1$s: %2$u new, %3$u changed, %4$u unchanged, %5$u dropped"),
                          quarter == NULL ? "" : quarter, counts[QTR_CHANGE_ITEM_NEW],
                          counts[QTR_CHANGE_ITEM_CHANGED], counts[QTR_CHANGE_ITEM_SAME],
                          counts[QTR_CHANGE_ITEM_DROPPED]);
}

static char *
word_file (QtrChangesPage *self, guint n_changes)
{
  if (self->other_name == NULL)
    return g_strdup (_ ("No file is chosen yet"));
  if (self->other == NULL)
    return g_strdup (self->other_name);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u change against “%2$s”", "%1$u changes against “%2$s”", n_changes),
      n_changes, self->other_name);
}

static char *
word_summary (QtrChangesPage *self)
{
  guint n_changes = self->changes == NULL ? 0 : self->changes->len;

  switch (self->source) {
  case QTR_CHANGES_SAVED:
    return word_saved (n_changes);
  case QTR_CHANGES_QUARTER:
    return word_quarter (self);
  case QTR_CHANGES_FILE:
    return word_file (self, n_changes);
  default:
    g_assert_not_reached ();
  }
}

/* --- While there is none --- */

static void
show_empty (QtrChangesPage *self, const char *icon, const char *title, const char *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, markup);
}

static void
word_empty_saved (QtrChangesPage *self)
{
  if (qtr_document_get_base (self->document) == NULL)
    show_empty (self, "document-save-symbolic", _ ("Not Saved Yet"),
                _ ("Once the plan is saved, what changes from then on is listed here."));
  else
    show_empty (self, "object-select-symbolic", _ ("Nothing Has Changed"),
                _ ("The plan is as it was last saved."));
}

static void
word_empty_quarter (QtrChangesPage *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (!qtr_period_is_set (self->quarter) || qtr_change_list_find_previous (plan, self->quarter) == NULL)
    show_empty (self, "document-open-recent-symbolic", _ ("No Quarter Before"),
                _ ("There is no earlier update that this one could be compared with."));
  else
    show_empty (self, "object-select-symbolic", _ ("Nothing to Compare"),
                _ ("Neither this update nor the one before says anything."));
}

static void
word_empty_file (QtrChangesPage *self)
{
  if (self->other_error != NULL)
    show_empty (self, "dialog-error-symbolic", _ ("The File Could Not Be Read"), self->other_error);
  else if (self->other_name == NULL)
    show_empty (
        self, "document-open-symbolic", _ ("Compare With a File"),
        _ ("Choose an earlier version of the plan, or a copy of it that somebody else has worked on."));
  else
    show_empty (self, "object-select-symbolic", _ ("No Differences"), _ ("The file holds just this plan."));
}

static void
word_empty (QtrChangesPage *self)
{
  switch (self->source) {
  case QTR_CHANGES_SAVED:
    word_empty_saved (self);
    break;
  case QTR_CHANGES_QUARTER:
    word_empty_quarter (self);
    break;
  case QTR_CHANGES_FILE:
    word_empty_file (self);
    break;
  default:
    g_assert_not_reached ();
  }
}

void
qtr_changes_page_refresh_words (QtrChangesPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;
  g_autofree char *summary = any ? word_summary (self) : NULL;

  /* The empty page says it all. */
  gtk_label_set_label (self->summary, summary == NULL ? "" : summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), any);
  gtk_widget_set_halign (self->choose, any ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->choose, !any);
  if (!any)
    word_empty (self);
}
