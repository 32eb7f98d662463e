/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/window/window-commands.h"

struct _QtrShortcutsDialog {
  AdwDialog parent_instance;

  /* Template children. */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (QtrShortcutsDialog, qtr_shortcuts_dialog, ADW_TYPE_DIALOG)

static const char *const group_titles[QTR_N_COMMAND_GROUPS] = {
  [QTR_COMMANDS_PLAN] = N_ ("Plan"),
  [QTR_COMMANDS_WRITING] = N_ ("Writing"),
  [QTR_COMMANDS_GOING] = N_ ("Going Places"),
  [QTR_COMMANDS_VIEW] = N_ ("View"),
};

static char *
spell_key (const char *accelerator)
{
  guint key = 0;
  GdkModifierType modifiers = 0;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
make_row (const QtrCommand *command, const char *accelerator)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *spelled = spell_key (accelerator);
  GtkWidget *key = gtk_label_new (spelled);

  gtk_widget_add_css_class (key, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (command->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
  return row;
}

static void
fill_group (AdwPreferencesGroup *group, QtrCommandGroup which)
{
  guint n_commands = 0;
  const QtrCommand *commands = qtr_window_list_commands (&n_commands);

  for (guint i = 0; i < n_commands; i++) {
    const char *key = commands[i].own_key != NULL ? commands[i].own_key : commands[i].keys[0];

    if (commands[i].group == which && key != NULL)
      adw_preferences_group_add (group, make_row (&commands[i], key));
  }
}

static void
qtr_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (qtr_shortcuts_dialog_parent_class)->dispose (object);
}

static void
qtr_shortcuts_dialog_class_init (QtrShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrShortcutsDialog, page);
}

static void
qtr_shortcuts_dialog_init (QtrShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < QTR_N_COMMAND_GROUPS; i++) {
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

    adw_preferences_group_set_title (group, _ (group_titles[i]));
    fill_group (group, i);
    adw_preferences_page_add (self->page, group);
  }
}

AdwDialog *
qtr_shortcuts_dialog_new (void)
{
  return g_object_new (QTR_TYPE_SHORTCUTS_DIALOG, NULL);
}
