/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/error.h"
#include "cli/terminal.h"
#include "store/file.h"

#define ATTRIBUTES "*.quarterly diff=quarterly merge=quarterly"

static const GOptionEntry entries[] = {
  G_OPTION_ENTRY_NULL,
};

/* Returns what git prints, without the end of its line. */
static char *
run_git (GError **error, const char *const *argv)
{
  g_autoptr (GSubprocess) git =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  if (git == NULL || !g_subprocess_communicate_utf8 (git, NULL, NULL, &out, &err, error))
    return NULL;
  if (!g_subprocess_get_successful (git)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_UNWRITABLE, "git: %s", g_strchomp (err));
    return NULL;
  }

  return g_strchomp (g_steal_pointer (&out));
}

static gboolean
configure (const char *name, const char *value, GError **error)
{
  const char *const argv[] = { "git", "config", "--local", name, value, NULL };
  g_autofree char *out = run_git (error, argv);

  return out != NULL;
}

/* How git is to call this program: by its name if that leads here, else by its whole path. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path ("quarterly-cli");
  g_autofree char *real = found == NULL ? NULL : realpath (found, NULL);

  if (self == NULL || g_strcmp0 (self, real) == 0)
    return g_strdup ("quarterly-cli");

  return g_shell_quote (self);
}

static gboolean
configure_all (GError **error)
{
  g_autofree char *program = find_program ();
  g_auto (GStrv) parts = g_strsplit (program, "%", -1);
  g_autofree char *without_places = g_strjoinv ("%%", parts);
  g_autofree char *driver = g_strdup_printf ("%s merge %%O %%A %%B -o %%A", without_places);
  g_autofree char *converter = g_strdup_printf ("%s show --text", program);

  return configure ("merge.quarterly.name", "Quarterly plans, merged by record", error) &&
         configure ("merge.quarterly.driver", driver, error) &&
         configure ("diff.quarterly.textconv", converter, error);
}

static gboolean
has_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_equal (g_strstrip (lines[i]), line))
      return TRUE;

  return FALSE;
}

/* The attributes are kept with the plans, so that whoever has a copy has them, too. */
static gboolean
add_attributes (const char *top, GError **error)
{
  g_autofree char *path = g_build_filename (top, ".gitattributes", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) standing = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_query_exists (file, NULL)) {
    standing = qtr_file_read_bytes (file, error);
    if (standing == NULL)
      return FALSE;
    g_string_append_len (text, g_bytes_get_data (standing, NULL), (gssize) g_bytes_get_size (standing));
  }
  if (has_line (text->str, ATTRIBUTES))
    return TRUE;
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  g_string_append (text, ATTRIBUTES "\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return qtr_file_write_bytes (file, bytes, error);
}

static QtrExit
run (int argc, char **argv)
{
  const char *const find_top[] = { "git", "rev-parse", "--show-toplevel", NULL };
  g_autofree char *top = NULL;
  GError *error = NULL;

  if (!qtr_terminal_parse (&qtr_verb_setup_git, entries, 0, &argc, &argv))
    return QTR_EXIT_FAILED;

  top = run_git (&error, find_top);
  if (top == NULL || !configure_all (&error) || !add_attributes (top, &error))
    return qtr_terminal_fail (NULL, error);

  /* Translators: %s is a folder. */
  g_print (_ ("%s: git merges and shows plans by record here. Commit .gitattributes, and let each colleague "
              "run “quarterly-cli setup-git” once in their own copy.\n"),
           top);
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_setup_git = {
  .name = "setup-git",
  .arguments = "",
  .summary = N_ ("Let git merge and show the plans of a repository"),
  .run = run,
};
