/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "import/table-place.h"

G_BEGIN_DECLS

/**
 * QtrImportTable:
 * @mapping: (nullable): `--mapping`: a file
 * @sheet: (nullable): `--sheet`: of a workbook
 * @range: (nullable): `--range`: the cells of it to take alone
 * @as_shown: `--as-shown`: whether its numbers are taken rounded as it shows them
 * @period: (nullable): `--period`, and likewise the others
 * @where: (nullable): `COLUMN=TEXT`
 * @reason: (nullable): `--reason`: why what was published is restated
 * @save_mapping: (nullable): `--save-mapping`: where the mapping that was used goes
 *
 * What the command line says of tables.
 */
typedef struct {
  char *mapping;
  char *sheet;
  char *range;
  gboolean as_shown;
  char **period;
  char **area;
  char **measure;
  char **value;
  char **sum;
  char **where;
  char *reason;
  char *save_mapping;
} QtrImportTable;

/**
 * qtr_import_table_is_meant:
 * @name: of a source
 *
 * Returns: whether the source is to be read as a table: by its name, or because the options speak of one
 */
gboolean qtr_import_table_is_meant (const QtrImportTable *options, const char *name);

/**
 * qtr_import_table:
 * @table: (out) (transfer full) (nullable): what was read, also if it could not be placed
 * @placed: (out) (transfer full) (nullable): what came of it
 *
 * Reads a table into a plan.
 *
 * Returns: (transfer full) (nullable): the plan; errors name the file
 */
QtrPlan *qtr_import_table (const QtrPlan *plan, const QtrImportTable *options, const char *name,
                           QtrTableContent **table, QtrTablePlaced **placed, GError **error);

/**
 * qtr_import_table_save_mapping:
 *
 * Writes the mapping that was used where `--save-mapping` says, if it does.
 */
gboolean qtr_import_table_save_mapping (const QtrImportTable *options, const QtrTableContent *table,
                                        GError **error);

void qtr_import_table_print (const char *name, const QtrTableContent *table, const QtrTablePlaced *placed);
void qtr_import_table_print_json (JsonBuilder *json, const QtrTableContent *table,
                                  const QtrTablePlaced *placed);

G_END_DECLS
