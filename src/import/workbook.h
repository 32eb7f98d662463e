/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/package.h"
#include "import/sheet.h"

G_BEGIN_DECLS

/**
 * QtrWorkbookSheet:
 * @name: of the sheet
 * @is_hidden: whether the workbook does not show it
 * @member: (nullable): in which file of the package it is, where each has one of its own
 */
typedef struct {
  char *name;
  gboolean is_hidden;
  char *member;
} QtrWorkbookSheet;

/**
 * QtrWorkbookOptions:
 * @sheet: of which sheet the cells are wanted, from 0
 * @shown: whether numbers are taken rounded as they are shown, and not as they are stored
 */
typedef struct {
  guint sheet;
  gboolean shown;
} QtrWorkbookOptions;

/**
 * QtrWorkbookKind:
 * @list: adds the sheets to an array of #QtrWorkbookSheet
 * @read: adds the cells of one
 *
 * A reader of one kind of workbook.
 */
typedef struct {
  gboolean (*list) (QtrPackage *package, GPtrArray *sheets, GCancellable *cancellable, GError **error);
  gboolean (*read) (QtrPackage *package, GPtrArray *sheets, const QtrWorkbookOptions *options,
                    QtrSheet *sheet, GCancellable *cancellable, GError **error);
} QtrWorkbookKind;

extern const QtrWorkbookKind qtr_ods_workbook;
extern const QtrWorkbookKind qtr_xlsx_workbook;

/**
 * QtrWorkbook:
 *
 * A workbook with its sheets.
 */
typedef struct _QtrWorkbook QtrWorkbook;

/**
 * qtr_workbook_has_name:
 * @name: of a file
 *
 * Returns: whether workbooks are called so
 */
gboolean qtr_workbook_has_name (const char *name);

/**
 * qtr_workbook_begins:
 *
 * Returns: whether something that begins like this is to be opened as a workbook
 */
gboolean qtr_workbook_begins (const char *head, gsize length);

/**
 * qtr_workbook_open:
 *
 * Returns: (transfer full) (nullable): the workbook
 */
QtrWorkbook *qtr_workbook_open (GBytes *bytes, GCancellable *cancellable, GError **error);
void qtr_workbook_free (QtrWorkbook *self);

/**
 * qtr_workbook_get_sheets:
 *
 * Returns: (transfer none) (element-type QtrWorkbookSheet): its sheets, in their order
 */
GPtrArray *qtr_workbook_get_sheets (QtrWorkbook *self);

/**
 * qtr_workbook_add_sheet:
 * @name: (nullable): of the sheet
 * @member: (nullable): in which file it is
 *
 * Adds a sheet to those of a workbook.
 *
 * Returns: whether there is room for it; else %QTR_ERROR_LIMIT
 */
gboolean qtr_workbook_add_sheet (GPtrArray *sheets, const char *name, gboolean is_hidden, const char *member,
                                 GError **error);

/**
 * qtr_workbook_refuse_size:
 *
 * Returns: (transfer full): the error for a sheet that is too large
 */
GError *qtr_workbook_refuse_size (void);

/**
 * qtr_workbook_read:
 * @range: (nullable): cells to take alone
 * @errors: (out) (transfer full) (nullable): the first of the cells whose formula has an error, by their
 * names
 *
 * Returns: (transfer full) (nullable): the cells of a sheet, as text with commas in UTF-8
 */
GBytes *qtr_workbook_read (QtrWorkbook *self, const QtrWorkbookOptions *options, const char *range,
                           char **errors, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrWorkbook, qtr_workbook_free)

G_END_DECLS
