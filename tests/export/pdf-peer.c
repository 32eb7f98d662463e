/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "pdf-peer.h"

/* Runs @program with its @argument and the file, and gives what it prints. */
static char *
run_peer (const char *program, const char *option, GBytes *pdf, gboolean to_stdout)
{
  g_autofree char *path = NULL;
  const char *arguments[5] = { program, option };
  g_autoptr (GError) error = NULL;
  char *printed = NULL;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  int status;

  g_assert_true (g_close (g_file_open_tmp ("quarterly-XXXXXX.pdf", &path, &error), NULL));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, &error));
  arguments[2] = path;
  arguments[3] = to_stdout ? "-" : NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed,
                               NULL, &status, &error));
  g_assert_no_error (error);
  g_unlink (path);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s", program, error->message, printed);
  return printed;
}

static char *
without_spaces (const char *text)
{
  GString *bare = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  return g_string_free (bare, FALSE);
}

char *
pdf_peer_get_text (GBytes *pdf)
{
  g_autofree char *text = run_peer ("pdftotext", "-raw", pdf, TRUE);

  return without_spaces (text);
}

void
pdf_peer_check (GBytes *pdf)
{
  g_autofree char *report = run_peer ("qpdf", "--check", pdf, FALSE);

  if (strstr (report, "No syntax or stream encoding errors found") == NULL || strstr (report, "WARNING"))
    g_error ("%s", report);
}

void
pdf_peer_assert_words (const char *words, const char *text)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  const char *at = text;

  for (char **word = each; *word != NULL; word++) {
    g_autofree char *bare = without_spaces (*word);
    const char *found = strstr (at, bare);

    if (found == NULL)
      g_error ("“%s” is missing in “%.*s”", *word, 200, at);
    at = found + strlen (bare);
  }
}
