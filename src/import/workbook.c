/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/workbook.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/package-limit.h"

struct _QtrWorkbook {
  const QtrWorkbookKind *kind;
  QtrPackage *package;
  GPtrArray *sheets;
};

static void
free_sheet (gpointer data)
{
  QtrWorkbookSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->member);
  g_free (sheet);
}

gboolean
qtr_workbook_has_name (const char *name)
{
  static const char *const endings[] = { ".ods", ".xlsx", ".xlsm", ".ots", ".xltx" };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  }
  return FALSE;
}

gboolean
qtr_workbook_begins (const char *head, gsize length)
{
  static const char *const starts[] = { "PK\x03\x04", "PK\x05\x06", "\xd0\xcf\x11\xe0" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    if (length >= 4 && memcmp (head, starts[i], 4) == 0)
      return TRUE;
  }
  return FALSE;
}

static const QtrWorkbookKind *
find_kind (GBytes *bytes, GError **error)
{
  QtrPackageKind kind = qtr_package_recognise (bytes);

  if (kind == QTR_PACKAGE_ODS)
    return &qtr_ods_workbook;
  if (kind == QTR_PACKAGE_XLSX)
    return &qtr_xlsx_workbook;
  if (kind == QTR_PACKAGE_ODT || kind == QTR_PACKAGE_DOCX)
    g_set_error_literal (
        error, QTR_ERROR, QTR_ERROR_SYNTAX,
        _ ("The file is a text, not a workbook. Name it .odt or .docx to take a report from it."));
  else
    g_set_error_literal (
        error, QTR_ERROR, QTR_ERROR_SYNTAX,
        _ ("The file is a package of a kind that cannot be read. Give a table as ODS, XLSX or CSV."));
  return NULL;
}

QtrWorkbook *
qtr_workbook_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (QtrWorkbook) self = g_new0 (QtrWorkbook, 1);

  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  /* What is broken, encrypted or too large says so when it is opened, before anybody asks what it is. */
  self->package = qtr_package_open (bytes, error);
  if (self->package == NULL)
    return NULL;
  self->kind = find_kind (bytes, error);
  if (self->kind == NULL || !self->kind->list (self->package, self->sheets, cancellable, error))
    return NULL;
  if (self->sheets->len == 0) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_SYNTAX, _ ("The workbook has no sheets."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
qtr_workbook_free (QtrWorkbook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->package, qtr_package_free);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

GPtrArray *
qtr_workbook_get_sheets (QtrWorkbook *self)
{
  return self->sheets;
}

gboolean
qtr_workbook_add_sheet (GPtrArray *sheets, const char *name, gboolean is_hidden, const char *member,
                        GError **error)
{
  QtrWorkbookSheet *sheet = NULL;

  if (sheets->len >= QTR_SHEETS) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT,
                 _ ("The workbook has more than %d sheets, the most that are read."), QTR_SHEETS);
    return FALSE;
  }
  sheet = g_new0 (QtrWorkbookSheet, 1);
  *sheet = (QtrWorkbookSheet) { g_strdup (name == NULL ? "" : name), is_hidden, g_strdup (member) };
  g_ptr_array_add (sheets, sheet);
  return TRUE;
}

GError *
qtr_workbook_refuse_size (void)
{
  return g_error_new (QTR_ERROR, QTR_ERROR_LIMIT,
                      _ ("The sheet has more than %d MiB, the most that is read."),
                      QTR_SHEET_SIZE / 1024 / 1024);
}

GBytes *
qtr_workbook_read (QtrWorkbook *self, const QtrWorkbookOptions *options, const char *range, char **errors,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (QtrSheet) sheet = qtr_sheet_new (range, error);

  if (sheet == NULL || !self->kind->read (self->package, self->sheets, options, sheet, cancellable, error))
    return NULL;
  return qtr_sheet_finish (g_steal_pointer (&sheet), errors);
}
