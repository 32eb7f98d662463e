/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/importer.h"
#include "import/structure.h"

/* In the order in which they are asked; plain text takes what no other wants. */
static const QtrImporter *const importers[] = {
  &qtr_odt_importer,
  &qtr_docx_importer,
  &qtr_markdown_importer,
  &qtr_text_importer,
};

static gboolean
has_extension (const QtrImporter *importer, const char *name)
{
  const char *point = name != NULL ? strrchr (name, '.') : NULL;

  for (guint i = 0; point != NULL && importer->extensions[i] != NULL; i++) {
    if (g_ascii_strcasecmp (point + 1, importer->extensions[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

const QtrImporter *
qtr_importer_find (const char *name, GBytes *bytes)
{
  /* What is clearly of a kind is of that kind, whatever it is called. */
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++) {
    if (importers[i]->is_sure != NULL && importers[i]->is_sure (bytes))
      return importers[i];
  }
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++) {
    if (has_extension (importers[i], name))
      return importers[i];
  }
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++) {
    if (importers[i]->knows (bytes))
      return importers[i];
  }
  return &qtr_text_importer;
}

gboolean
qtr_importer_has_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++) {
    if (has_extension (importers[i], name))
      return TRUE;
  }
  return FALSE;
}

static QtrReport *
read_bytes (const char *name, GBytes *bytes, const QtrImportContext *context, gboolean loose, GError **error)
{
  static const QtrImportContext nothing = { NULL, { 0, QTR_PERIOD_NONE, 1 }, 0 };
  g_autoptr (QtrReport) report = qtr_report_new ();
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  lines = qtr_importer_find (name, bytes)->read (bytes, report, error);
  if (lines == NULL ||
      !qtr_structure_read (lines, context != NULL ? context : &nothing, loose, report, error))
    return NULL;
  return g_steal_pointer (&report);
}

QtrReport *
qtr_import_read (const char *name, GBytes *bytes, const QtrImportContext *context, GError **error)
{
  return read_bytes (name, bytes, context, FALSE, error);
}

QtrReport *
qtr_import_read_loose (const char *name, GBytes *bytes, const QtrImportContext *context, GError **error)
{
  return read_bytes (name, bytes, context, TRUE, error);
}
