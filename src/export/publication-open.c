/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/finding.h"
#include "export/publication-private.h"

static guint
count_severity (const GPtrArray *findings, QtrSeverity severity)
{
  guint count = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    count += ((const QtrFinding *) findings->pdata[i])->severity == severity;
  return count;
}

/* Notices are advice, and keep nothing open. */
static char *
open_words (guint n_errors, guint n_warnings)
{
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  if (n_errors + n_warnings == 0)
    return g_strdup (_ ("the checks found nothing that stands open"));
  if (n_errors > 0 && n_warnings > 0)
    /* Translators: counts of errors and of warnings: 2 errors and 1 warning still open. */
    return g_strdup_printf (_ ("%s and %s still open"), errors, warnings);
  /* Translators: a count of errors or of warnings: 2 errors still open. */
  return g_strdup_printf (_ ("%s still open"), n_errors > 0 ? errors : warnings);
}

/* What colleagues say to one another goes into no copy. */
static const char *
finding_words (const QtrFinding *finding)
{
  return g_strcmp0 (finding->rule, "open-comment") == 0 ? _ ("A comment is still open.") : finding->message;
}

static void
add_findings (QtrNode *node, const GPtrArray *findings, QtrSeverity severity, const char *word)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++) {
    const QtrFinding *finding = findings->pdata[i];

    if (finding->severity == severity)
      qtr_node_add (node, QTR_NODE_BULLET, word, finding_words (finding));
  }
}

void
qtr_publication_add_open (QtrPublication *self, const GPtrArray *findings, gboolean in_full)
{
  guint n_errors = count_severity (findings, QTR_SEVERITY_ERROR);
  guint n_warnings = count_severity (findings, QTR_SEVERITY_WARNING);
  g_autofree char *words = open_words (n_errors, n_warnings);
  QtrNode *node;

  /* Translators: stands on every page of a draft, before what still stands open. */
  self->draft = g_strdup_printf (_ ("DRAFT – %s"), words);
  if (n_errors + n_warnings == 0)
    return;
  node = qtr_node_new (QTR_NODE_OPEN, NULL, _ ("What still stands open"));
  if (in_full) {
    add_findings (node, findings, QTR_SEVERITY_ERROR, _ ("Error"));
    add_findings (node, findings, QTR_SEVERITY_WARNING, _ ("Warning"));
  } else {
    /* Findings quote the text that they are about, and so could give away what this copy leaves out. */
    qtr_node_add (node, QTR_NODE_NOTE, NULL, words);
  }
  g_ptr_array_insert (self->nodes, 0, node);
}
