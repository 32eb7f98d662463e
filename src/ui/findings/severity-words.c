/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/severity-words.h"

#include <glib/gi18n-lib.h>

const char *
qtr_severity_get_icon (QtrSeverity severity)
{
  static const char *const icons[] = { "dialog-information-symbolic", "dialog-warning-symbolic",
                                       "dialog-error-symbolic" };

  return icons[severity];
}

const char *
qtr_severity_to_word (QtrSeverity severity)
{
  static const char *const words[] = { N_ ("Notice"), N_ ("Warning"), N_ ("Error") };

  return _ (words[severity]);
}

char *
qtr_severity_count_to_words (QtrSeverity severity, guint n_findings)
{
  switch (severity) {
  case QTR_SEVERITY_ERROR:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error", "%u errors", n_findings), n_findings);
  case QTR_SEVERITY_WARNING:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", n_findings),
                            n_findings);
  case QTR_SEVERITY_NOTICE:
  default:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u notice", "%u notices", n_findings), n_findings);
  }
}

char *
qtr_severity_counts_to_words (const guint *counts)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (int severity = QTR_SEVERITY_ERROR; severity >= QTR_SEVERITY_NOTICE; severity--)
    if (counts[severity] > 0)
      g_strv_builder_take (parts, qtr_severity_count_to_words (severity, counts[severity]));
  words = g_strv_builder_end (parts);
  /* Translators: stands between counts, as in "2 errors, 1 notice". */
  return words[0] == NULL ? NULL : g_strjoinv (_ (", "), words);
}
