/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/window/window-private.h"

/* The file that was chosen has no ending, so the dialog did not ask about the one that will be written. */
typedef struct {
  QtrWindow *window;
  GFile *file;
  QtrWindowTargetFunc chosen;
  gpointer data;
} Target;

static void
finish_target (Target *target, gboolean agreed)
{
  target->chosen (target->window, agreed ? target->file : NULL, target->data);
  g_object_unref (target->window);
  g_object_unref (target->file);
  g_free (target);
}

static void
replacing_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  finish_target (user_data, g_str_equal (response, "replace"));
}

static void
ask_to_replace (Target *target)
{
  g_autofree char *name = g_file_get_basename (target->file);
  /* Translators: a heading, with a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  g_autofree char *body = g_strdup_printf (
      _ ("A file named “%s” already exists. Replacing it overwrites what it contains."), name);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (target->window), NULL, replacing_answered_cb, target);
}

static gboolean
has_ending (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL && point != name && point[1] != '\0' && strchr (point, ' ') == NULL;
}

GFile *
qtr_window_add_ending (GFile *file, const char *extension)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = g_strdup_printf ("%s.%s", name, extension);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return has_ending (name) || folder == NULL ? g_object_ref (file) : g_file_get_child (folder, whole);
}

void
qtr_window_complete_target (QtrWindow *self, GFile *file, const char *extension, QtrWindowTargetFunc chosen,
                            gpointer data)
{
  g_autoptr (GFile) whole = qtr_window_add_ending (file, extension);
  Target *target = NULL;

  if (whole == file) {
    chosen (self, file, data);
    return;
  }

  target = g_new0 (Target, 1);
  target->window = g_object_ref (self);
  target->file = g_steal_pointer (&whole);
  target->chosen = chosen;
  target->data = data;
  if (g_file_query_exists (target->file, NULL))
    ask_to_replace (target);
  else
    finish_target (target, TRUE);
}
