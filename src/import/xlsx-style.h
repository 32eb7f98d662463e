/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/xml.h"

G_BEGIN_DECLS

/**
 * QtrXlsxForm:
 * @is_date: whether its numbers are dates
 * @is_percent: whether they are shown in percent
 * @decimals: how many are shown; -1: as many as there are
 *
 * How the numbers of a cell are shown.
 */
typedef struct {
  gboolean is_date;
  gboolean is_percent;
  int decimals;
} QtrXlsxForm;

/**
 * qtr_xlsx_form_parse:
 * @code: as the workbook writes it: `#,##0.0`, `dd/mm/yyyy`
 */
QtrXlsxForm qtr_xlsx_form_parse (const char *code);

/**
 * qtr_xlsx_forms_read:
 *
 * Returns: (transfer full) (nullable) (element-type QtrXlsxForm): the form for each number that cells call
 * theirs
 */
GArray *qtr_xlsx_forms_read (QtrPackage *package, GCancellable *cancellable, GError **error);

G_END_DECLS
