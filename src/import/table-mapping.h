/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"
#include "model/measure.h"

G_BEGIN_DECLS

/**
 * QtrTableDates:
 *
 * What `01/12/2019` begins with.
 */
typedef enum { QTR_TABLE_DAY_FIRST, QTR_TABLE_MONTH_FIRST } QtrTableDates;

/**
 * QtrTableDash:
 *
 * What `2011-12` is: December 2011, or the financial year 2011/12.
 */
typedef enum { QTR_TABLE_DASH_MONTH, QTR_TABLE_DASH_YEAR } QtrTableDash;

/**
 * QtrTableYears:
 *
 * In which years `Q4 2019` is counted.
 */
typedef enum { QTR_TABLE_YEARS_UNSAID, QTR_TABLE_YEARS_CALENDAR, QTR_TABLE_YEARS_FINANCIAL } QtrTableYears;

/**
 * QtrTableLength:
 *
 * How long a period is that is given by a date in it.
 */
typedef enum {
  QTR_TABLE_LENGTH_AS_WRITTEN,
  QTR_TABLE_LENGTH_MONTH,
  QTR_TABLE_LENGTH_QUARTER,
  QTR_TABLE_LENGTH_YEAR,
} QtrTableLength;

/**
 * QtrTableTotals:
 *
 * What becomes of a row whose area is `Total`.
 */
typedef enum { QTR_TABLE_TOTALS_SKIP, QTR_TABLE_TOTALS_EVERYWHERE } QtrTableTotals;

/**
 * QtrTableFilter:
 * @column: a column
 * @is: what it may say, in whatever case; other rows are left out
 */
typedef struct {
  QtrRecord record;
  const char *const column;
  const QtrTokens *const is;
} QtrTableFilter;

/**
 * QtrTableMeasure:
 * @name: what the table calls it
 * @measure: (nullable): the id or name of the plan's measure; %NULL: it has the same name
 * @unit: (nullable): of a measure that has to be made
 * @decimals: in which it is printed; -1: as many as are usual
 * @priorities: (nullable): the numbers of the priorities that it will belong to
 */
typedef struct {
  QtrRecord record;
  const char *const name;
  const char *const measure;
  const char *const unit;
  const QtrMeasureKind kind;
  const int decimals;
  const QtrTokens *const priorities;
} QtrTableMeasure;

/**
 * QTR_TABLE_HEADING_UNSET:
 *
 * That nobody said where the headings are.
 */
#define QTR_TABLE_HEADING_UNSET (-1)

/**
 * QtrTableMapping:
 * @complete: whether nothing is to be recognised beyond what is said
 * @separator: (nullable): between cells
 * @encoding: (nullable): a character set
 * @sheet: (nullable): of a workbook: the sheet
 * @range: (nullable): of a sheet: the cells to take alone, as `B4:F20`
 * @shown: whether the numbers of a sheet are taken rounded as they are shown, not as they are stored
 * @decimal: (nullable): the decimal mark, `.` or `,`
 * @heading: the line on which the headings are; 0: there are none, and columns are called `#1`, `#2`;
 *   %QTR_TABLE_HEADING_UNSET: to be recognised
 * @period: the column of the period, or those of year and quarter or month
 * @area: (nullable): the column of the area
 * @measure: (nullable): the columns that say which measure it is; their cells are joined
 * @value: the columns of values; with more than one, their headings say which measure it is
 * @provisional: (nullable): the column that says whether a value is subject to change
 * @sum: (nullable): columns over which values are added up
 * @across: whether the headings of the values are the periods
 * @ends: the month with which a year ends that is written as one number: 3 in a column `at 31 March`; 0: the
 *   calendar's
 * @first_month: the month with which the table's financial years begin; 0: the plan's
 * @in: (nullable): the area of all values
 * @name: (nullable): the measure of all values
 * @unit: (nullable): of the measures that have to be made
 * @skip: (nullable): rows that name this as their period, area or measure are skipped
 * @fill: whether an empty area or measure is that of the row above
 * @where: (element-type QtrTableFilter):
 * @measures: (element-type QtrTableMeasure):
 *
 * How a table is to be read. Columns are called by their headings in whatever case, or by their place: `#3`.
 */
typedef struct {
  QtrRecord record;
  const gboolean complete;
  const char *const separator;
  const char *const encoding;
  const char *const sheet;
  const char *const range;
  const gboolean shown;
  const char *const decimal;
  const int heading;
  const QtrTokens *const period;
  const QtrTokens *const area;
  const QtrTokens *const measure;
  const QtrTokens *const value;
  const QtrTokens *const provisional;
  const QtrTokens *const sum;
  const gboolean across;
  const QtrTableDates dates;
  const QtrTableDash dash;
  const QtrTableYears years;
  const QtrTableLength length;
  const int ends;
  const int first_month;
  const char *const in;
  const char *const name;
  const char *const unit;
  const QtrMeasureKind kind;
  const QtrTableTotals totals;
  const QtrTokens *const skip;
  const gboolean fill;
  const QtrList *const where;
  const QtrList *const measures;
} QtrTableMapping;

extern const QtrRecordType qtr_table_filter_type;
extern const QtrRecordType qtr_table_measure_type;
extern const QtrRecordType qtr_table_mapping_type;

/**
 * qtr_table_mapping_new:
 *
 * Returns: (transfer full): a mapping that says nothing
 */
QtrTableMapping *qtr_table_mapping_new (void);

/**
 * qtr_table_mapping_read:
 *
 * Reads a mapping from JSON. A member that is none is refused, so that a slip of the pen does not go unseen.
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL with %QTR_ERROR_SYNTAX or %QTR_ERROR_SHAPE
 */
QtrTableMapping *qtr_table_mapping_read (GBytes *bytes, GError **error);

/**
 * qtr_table_mapping_write:
 *
 * Returns: (transfer full): what qtr_table_mapping_read() makes the same mapping of; the same mapping gives
 * the same bytes
 */
GBytes *qtr_table_mapping_write (const QtrTableMapping *mapping);

/**
 * qtr_table_mapping_find_measure:
 * @name: what the table calls it
 *
 * Returns: (transfer none) (nullable): what is said of it
 */
const QtrTableMeasure *qtr_table_mapping_find_measure (const QtrTableMapping *mapping, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableFilter, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableMeasure, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableMapping, qtr_record_unref)

G_END_DECLS
