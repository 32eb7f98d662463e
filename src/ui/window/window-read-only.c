/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "format/notes.h"
#include "ui/window/window-private.h"

/* Long enough to be read after the plan itself has been looked at. */
#define NOTES_SECONDS 20

/* --- What can only be read --- */

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroller (child);
  return found;
}

/* What is on a page takes no input. The page itself does, so that it can be scrolled with the wheel and, in
 * place of what is on it, with the keys. */
static void
set_editable (GtkWidget *page, gboolean editable)
{
  GtkWidget *scroller = NULL;
  GtkWidget *sheet = NULL;

  if (gtk_widget_has_css_class (page, "read-only") == !editable)
    return;

  scroller = find_scroller (page);
  sheet = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  gtk_widget_set_sensitive (sheet, editable);
  gtk_widget_set_focusable (scroller, !editable);
  if (editable)
    gtk_widget_remove_css_class (page, "read-only");
  else
    gtk_widget_add_css_class (page, "read-only");
}

void
qtr_window_update_read_only (QtrWindow *self)
{
  gboolean editable = !qtr_document_get_read_only (self->document);
  gboolean writable = editable && !qtr_window_is_published (self);

  set_editable (GTK_WIDGET (self->front_page), writable);
  set_editable (GTK_WIDGET (self->priority_page), writable);
  set_editable (GTK_WIDGET (self->plan_page), editable);
  set_editable (GTK_WIDGET (self->measures_page), editable);
}

/* --- What is odd about a plan that was opened --- */

static GtkWidget *
make_list (GPtrArray *notes)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = NULL;

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (lines, "%s%s", i == 0 ? "" : "\n\n", (const char *) notes->pdata[i]);
  label = gtk_label_new (lines->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* With the focus it would be selected, as if all of it were to be copied. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  return scroller;
}

/* They are listed anew: what was mended meanwhile is not among them. */
void
qtr_window_show_notes (QtrWindow *self)
{
  g_autoptr (GPtrArray) notes = qtr_format_list_notes (qtr_document_get_plan (self->document));
  AdwDialog *dialog = NULL;

  if (notes->len == 0) {
    qtr_window_tell (self, _ ("No reference in this plan leads nowhere"));
    return;
  }
  dialog = adw_alert_dialog_new (_ ("References That Lead Nowhere"),
                                 _ ("They stay as they are, and count as if nothing was named."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_list (notes));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
qtr_window_tell_notes (QtrWindow *self)
{
  g_autoptr (GPtrArray) notes = qtr_format_list_notes (qtr_document_get_plan (self->document));
  g_autofree char *message = NULL;
  AdwToast *toast = NULL;

  if (notes->len == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reference in this plan leads nowhere",
                                          "%u references in this plan lead nowhere", notes->len),
                             notes->len);
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Details"));
  adw_toast_set_timeout (toast, NOTES_SECONDS);
  adw_toast_set_action_name (toast, "win.show-notes");
  adw_toast_overlay_add_toast (self->toasts, toast);
}
