/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-mapping.h"

static const char *const dates_words[] = { "day-first", "month-first", NULL };
static const char *const dash_words[] = { "month", "year", NULL };
static const char *const years_words[] = { "unsaid", "calendar", "financial", NULL };
static const char *const length_words[] = { "as-written", "month", "quarter", "year", NULL };
static const char *const totals_words[] = { "skip", "everywhere", NULL };
static const char *const kind_words[] = { "flow", "level", NULL };

static const QtrField filter_fields[] = {
  QTR_FIELD (QtrTableFilter, column, TOKEN),
  QTR_FIELD (QtrTableFilter, is, TOKENS),
};
const QtrRecordType qtr_table_filter_type = QTR_RECORD_TYPE ("where", QtrTableFilter, filter_fields);

static const QtrField measure_fields[] = {
  QTR_FIELD (QtrTableMeasure, name, TOKEN),
  QTR_FIELD (QtrTableMeasure, measure, TOKEN),
  QTR_FIELD (QtrTableMeasure, unit, TOKEN),
  QTR_FIELD_CHOICE_OF (QtrTableMeasure, kind, kind_words),
  QTR_FIELD_COUNT_FROM (QtrTableMeasure, decimals, -1),
  QTR_FIELD (QtrTableMeasure, priorities, TOKENS),
};
const QtrRecordType qtr_table_measure_type = QTR_RECORD_TYPE ("measure", QtrTableMeasure, measure_fields);

static const QtrField mapping_fields[] = {
  QTR_FIELD (QtrTableMapping, complete, FLAG),
  QTR_FIELD (QtrTableMapping, separator, TOKEN),
  QTR_FIELD (QtrTableMapping, encoding, TOKEN),
  QTR_FIELD (QtrTableMapping, sheet, TOKEN),
  QTR_FIELD (QtrTableMapping, range, TOKEN),
  QTR_FIELD (QtrTableMapping, shown, FLAG),
  QTR_FIELD (QtrTableMapping, decimal, TOKEN),
  QTR_FIELD_COUNT_FROM (QtrTableMapping, heading, QTR_TABLE_HEADING_UNSET),
  QTR_FIELD (QtrTableMapping, period, TOKENS),
  QTR_FIELD (QtrTableMapping, area, TOKENS),
  QTR_FIELD (QtrTableMapping, measure, TOKENS),
  QTR_FIELD (QtrTableMapping, value, TOKENS),
  QTR_FIELD (QtrTableMapping, provisional, TOKENS),
  QTR_FIELD (QtrTableMapping, sum, TOKENS),
  QTR_FIELD (QtrTableMapping, across, FLAG),
  QTR_FIELD_CHOICE_OF (QtrTableMapping, dates, dates_words),
  QTR_FIELD_CHOICE_OF (QtrTableMapping, dash, dash_words),
  QTR_FIELD_CHOICE_OF (QtrTableMapping, years, years_words),
  QTR_FIELD_CHOICE_OF (QtrTableMapping, length, length_words),
  QTR_FIELD (QtrTableMapping, ends, COUNT),
  QTR_FIELD (QtrTableMapping, first_month, COUNT),
  QTR_FIELD (QtrTableMapping, in, TOKEN),
  QTR_FIELD (QtrTableMapping, name, TOKEN),
  QTR_FIELD (QtrTableMapping, unit, TOKEN),
  QTR_FIELD_CHOICE_OF (QtrTableMapping, kind, kind_words),
  QTR_FIELD_CHOICE_OF (QtrTableMapping, totals, totals_words),
  QTR_FIELD (QtrTableMapping, skip, TOKENS),
  QTR_FIELD (QtrTableMapping, fill, FLAG),
  QTR_FIELD_LIST_OF (QtrTableMapping, where, qtr_table_filter_type),
  QTR_FIELD_LIST_OF (QtrTableMapping, measures, qtr_table_measure_type),
};
const QtrRecordType qtr_table_mapping_type = QTR_RECORD_TYPE ("mapping", QtrTableMapping, mapping_fields);

QtrTableMapping *
qtr_table_mapping_new (void)
{
  return qtr_record_new (&qtr_table_mapping_type, "id", "mapping", NULL);
}

const QtrTableMeasure *
qtr_table_mapping_find_measure (const QtrTableMapping *mapping, const char *name)
{
  for (guint i = 0; i < qtr_list_length (mapping->measures); i++) {
    const QtrTableMeasure *measure = qtr_list_get (mapping->measures, i);

    if (g_strcmp0 (measure->name, name) == 0)
      return measure;
  }
  return NULL;
}
