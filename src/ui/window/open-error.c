/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/open-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"

/* What to do depends on what is wrong, and only on that. Each goes on with “FILE was not opened.” */
static const struct {
  QtrError code;
  const char *words;
} remedies[] = {
  { QTR_ERROR_SYNTAX,
    N_ ("It is damaged, or is not a plan. Nothing in it was changed. Try an earlier copy.") },
  { QTR_ERROR_SHAPE, N_ ("Something in it is wrong. Nothing was changed. Try an earlier copy.") },
  { QTR_ERROR_LIMIT, N_ ("It is larger than any plan can be. Check that it is the file you meant.") },
  { QTR_ERROR_VERSION, N_ ("A newer version of Quarterly wrote it. Update Quarterly to open it.") },
  { QTR_ERROR_UNREADABLE, N_ ("Check that the file is still there, and that you may read it.") },
};

static const char *
find_remedy (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    if (g_error_matches (error, QTR_ERROR, (int) remedies[i].code))
      return _ (remedies[i].words);

  return "";
}

/* The file is named already; its whole path before the reason only hides that. */
const char *
qtr_open_error_get_reason (GFile *file, const GError *error)
{
  const char *message = error->message;
  g_autofree char *uri = g_file_get_uri (file);
  const char *name = g_file_peek_path (file) != NULL ? g_file_peek_path (file) : uri;

  if (!g_str_has_prefix (message, name) || !g_str_has_prefix (message + strlen (name), ": "))
    return message;

  return message + strlen (name) + strlen (": ");
}

char *
qtr_open_error_describe (GFile *file, const GError *error, char **detail)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *place = folder == NULL ? NULL : g_file_get_parse_name (folder);
  const char *reason = qtr_open_error_get_reason (file, error);

  /* Translators: below the message: the folder of the file, and what exactly is wrong with it. */
  *detail = place == NULL ? g_strdup (reason) : g_strdup_printf (_ ("In %s: %s"), place, reason);
  /* Translators: with a file's name, and one or more sentences about what is wrong and what to do. */
  return g_strdup_printf (_ ("“%s” was not opened. %s"), name, find_remedy (error));
}
