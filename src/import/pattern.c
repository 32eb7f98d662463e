/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/pattern.h"

static GRegex *
regex_of (QtrPattern *self)
{
  if (g_once_init_enter (&self->compiled)) {
    g_autoptr (GError) error = NULL;
    GRegex *regex = g_regex_new (self->source, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);

    /* The sources are constants of this program. */
    if (regex == NULL)
      g_error ("%s: %s", self->source, error->message);
    g_once_init_leave (&self->compiled, GPOINTER_TO_SIZE (regex));
  }
  return GSIZE_TO_POINTER (self->compiled);
}

gboolean
qtr_pattern_match (QtrPattern *self, const char *text, GMatchInfo **info)
{
  g_autoptr (GMatchInfo) found = NULL;

  if (!g_regex_match (regex_of (self), text, 0, &found))
    return FALSE;
  if (info != NULL)
    *info = g_steal_pointer (&found);
  return TRUE;
}

char *
qtr_pattern_strip (QtrPattern *self, const char *text)
{
  char *rest = g_regex_replace_literal (regex_of (self), text, -1, 0, "", 0, NULL);

  return rest != NULL ? rest : g_strdup (text);
}
