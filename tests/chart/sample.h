/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

/* The kind of the charts that are made, "trend" unless a test says otherwise and puts it back. */
extern const char *sample_kind;

/**
 * sample_decimal:
 * @text: a decimal, or "-" for none
 */
QtrDecimal sample_decimal (const char *text);

/**
 * sample_period:
 * @text: a period in financial years from April
 */
QtrPeriod sample_period (const char *text);

/**
 * sample_builder:
 * @first: the first period
 * @values: values divided by spaces, "-" for a gap; one that ends in "p" is provisional
 *
 * Returns: (transfer full): a builder that holds a point for each value
 */
QtrChartBuilder *sample_builder (const char *measure, const char *first, const char *values);

/**
 * sample_add_rows:
 * @rows: `North=12 South=-` divided by spaces; one that ends in "p" is provisional, and after "|" stands what
 * was published before
 */
void sample_add_rows (QtrChartBuilder *builder, const char *rows);

/**
 * sample_chart:
 *
 * Returns: (transfer full): 24 quarters of a percentage with everything that a chart can show
 */
QtrChart *sample_chart (void);
