/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/error.h"
#include "import/table-cell.h"
#include "import/table-period.h"

/* --- Periods --- */

#define PLAIN { 4, 4, 0, 0, 0, 0, 0 }

static const struct {
  const char *text;
  QtrTableCalendar calendar;
  const char *period;
} PERIODS[] = {
  { "2019-12", PLAIN, "2019-12" },
  { "Dec-19", PLAIN, "2019-12" },
  { "Dec 19", PLAIN, "2019-12" },
  { "December 2019", PLAIN, "2019-12" },
  { "2019 DEC", PLAIN, "2019-12" },
  { "12/2019", PLAIN, "2019-12" },
  { "Sept-98", PLAIN, "1998-09" },
  { "01/12/2019", PLAIN, "2019-12" },
  { "1/12/19", PLAIN, "2019-12" },
  { "01.12.2019", PLAIN, "2019-12" },
  { "01/12/2019", { .first_month = 4, .plan_first_month = 4, .dates = QTR_TABLE_MONTH_FIRST }, "2019-01" },
  { "31/12/2019 00:00:00", PLAIN, "2019-12" },
  { "2019-12-01", PLAIN, "2019-12" },
  { "2019-12-01T00:00:00", PLAIN, "2019-12" },
  { "31 Dec 2019", PLAIN, "2019-12" },
  { "2019-12-31",
    { .first_month = 4, .plan_first_month = 4, .length = QTR_TABLE_LENGTH_QUARTER },
    "2019-20-Q3" },
  { "2019-10-01",
    { .first_month = 4, .plan_first_month = 4, .length = QTR_TABLE_LENGTH_QUARTER },
    "2019-20-Q3" },
  { "2019-03-31", { .first_month = 4, .plan_first_month = 4, .length = QTR_TABLE_LENGTH_YEAR }, "2018/19" },
  { "2018-04-01", { .first_month = 4, .plan_first_month = 4, .length = QTR_TABLE_LENGTH_YEAR }, "2018/19" },
  { "2018-12-31", { .first_month = 4, .plan_first_month = 4, .length = QTR_TABLE_LENGTH_YEAR }, "2018" },
  { "Q3 2019/20", PLAIN, "2019-20-Q3" },
  { "Quarter 3 2019-20", PLAIN, "2019-20-Q3" },
  { "2019-20 Q3", PLAIN, "2019-20-Q3" },
  { "2019/20 Q3", PLAIN, "2019-20-Q3" },
  { "2019/20 Q4", PLAIN, "2019-20-Q4" },
  { "19/20 Q3", PLAIN, "2019-20-Q3" },
  { "2019Q4", PLAIN, "2019-20-Q3" },
  { "2019 Q4", PLAIN, "2019-20-Q3" },
  { "2019-Q1", PLAIN, "2018-19-Q4" },
  { "2019Q4", { .first_month = 1, .plan_first_month = 1 }, "2019Q4" },
  { "2019Q4", { .first_month = 9, .plan_first_month = 9 }, "2019Q4" },
  { "Q4 2019", { .first_month = 4, .plan_first_month = 4, .years = QTR_TABLE_YEARS_CALENDAR }, "2019-20-Q3" },
  { "Q4 2019",
    { .first_month = 4, .plan_first_month = 4, .years = QTR_TABLE_YEARS_FINANCIAL },
    "2019-20-Q4" },
  { "Oct-Dec 2019", PLAIN, "2019-20-Q3" },
  { "October to December 2019", PLAIN, "2019-20-Q3" },
  { "Apr 2019 - Mar 2020", PLAIN, "2019/20" },
  { "2019", PLAIN, "2019" },
  { "2019", { .first_month = 4, .plan_first_month = 4, .ends = 3 }, "2018/19" },
  { "2019", { .first_month = 4, .plan_first_month = 4, .years = QTR_TABLE_YEARS_FINANCIAL }, "2019/20" },
  { "2012-13", PLAIN, "2012/13" },
  { "2011-12", PLAIN, "2011-12" },
  { "2011-12", { .first_month = 4, .plan_first_month = 4, .dash = QTR_TABLE_DASH_YEAR }, "2011/12" },
  { "2019/20", PLAIN, "2019/20" },
  { "FY2019/20", PLAIN, "2019/20" },
  { "2019-2020", PLAIN, "2019/20" },
  { "year ending March 2020", PLAIN, "2019/20" },
  { "Year ending 31 March 2020", PLAIN, "2019/20" },
  { "12 months to Dec 2019", PLAIN, "2019" },
  { "quarter ending Dec 2019", PLAIN, "2019-20-Q3" },
  { "at 31 March 2020", PLAIN, "2020-03" },
  { "2019/20 January", PLAIN, "2020-01" },
  { "2019/20 m5", PLAIN, "2019-05" },
  { "2019 q4", PLAIN, "2019-20-Q3" },
  { "2019-20 [p]", PLAIN, "2019/20" },
  { "Dec-19 (r)", PLAIN, "2019-12" },
  { "Q4 2019", PLAIN, NULL },
  { "year ending June 2020", PLAIN, NULL },
  { "13/13/2019", PLAIN, NULL },
  { "2019-13", PLAIN, NULL },
  { "Total", PLAIN, NULL },
  { "Q5 2019/20", PLAIN, NULL },
  { "Mayor 2019", PLAIN, NULL },
  { "19-Dec", PLAIN, NULL },
  { "", PLAIN, NULL },
};

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (PERIODS); i++) {
    g_autoptr (GError) error = NULL;
    QtrPeriod period;
    gboolean read = qtr_table_period_read (&PERIODS[i].calendar, PERIODS[i].text, &period, NULL, &error);
    g_autofree char *written = read ? qtr_period_to_string (period) : NULL;

    g_test_message ("%s", PERIODS[i].text);
    g_assert_cmpstr (written, ==, PERIODS[i].period);
    if (PERIODS[i].period == NULL)
      g_assert_error (error, QTR_ERROR, QTR_ERROR_PERIOD);
  }
}

static void
test_provisional_period (void)
{
  const QtrTableCalendar calendar = PLAIN;
  gboolean provisional = FALSE;
  QtrPeriod period;

  g_assert_true (qtr_table_period_read (&calendar, "2019-20 [p]", &period, &provisional, NULL));
  g_assert_true (provisional);
  g_assert_true (qtr_table_period_read (&calendar, "2019-20", &period, &provisional, NULL));
  g_assert_false (provisional);
}

/* Whoever looks sees the quarter in both years. */
static void
test_period_words (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "2019Q4", "Q3 2019/20 (Q4 2019, October to December 2019)" },
    { "2019-20-Q3", "Q3 2019/20 (Q4 2019, October to December 2019)" },
    { "2019-12", "December 2019" },
    { "2019/20", "2019/20 (April 2019 to March 2020)" },
    { "2019", "2019 (January to December 2019)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrPeriod period;
    g_autofree char *words = NULL;

    g_assert_true (qtr_period_parse (cases[i].text, 4, &period, NULL));
    words = qtr_table_period_to_words (period, 4);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

/* --- Cells --- */

#define VALUE QTR_TABLE_CELL_VALUE
#define GAP QTR_TABLE_CELL_GAP
#define FAULT QTR_TABLE_CELL_FAULT

static const struct {
  const char *text;
  char decimal;
  QtrTableCellKind kind;
  const char *value;
  const char *mark;
  gboolean provisional;
} CELLS[] = {
  { "519", '.', VALUE, "519", "", FALSE },
  { "1,234", '.', VALUE, "1234", "", FALSE },
  { "12.50", '.', VALUE, "12.50", "", FALSE },
  { "12.5%", '.', VALUE, "12.5", "", FALSE },
  { "£5.4m", '.', VALUE, "5400000", "", FALSE },
  { "-3", '.', VALUE, "-3", "", FALSE },
  { "\u22123", '.', VALUE, "-3", "", FALSE },
  { "(3)", '.', VALUE, "-3", "", FALSE },
  { "(£1,234.50)", '.', VALUE, "-1234.50", "", FALSE },
  { "78.624537858031815", '.', VALUE, "78.624537858031815", "", FALSE },
  { "0.67013434598078947", '.', VALUE, "0.67013434598078947", "", FALSE },
  { "12,5", ',', VALUE, "12.5", "", FALSE },
  { "1.234,5", ',', VALUE, "1234.5", "", FALSE },
  { "1.234", ',', VALUE, "1234", "", FALSE },
  { "-0,25", ',', VALUE, "-0.25", "", FALSE },
  { "123 [p]", '.', VALUE, "123", "[p]", TRUE },
  { "123p", '.', VALUE, "123", "p", TRUE },
  { "123 (p)", '.', VALUE, "123", "(p)", TRUE },
  { "12.5% p", '.', VALUE, "12.5", "p", TRUE },
  { "123 r", '.', VALUE, "123", "r", FALSE },
  { "123[r]", '.', VALUE, "123", "[r]", FALSE },
  { "123 [note 1]", '.', VALUE, "123", "[note 1]", FALSE },
  { "123*", '.', VALUE, "123", "*", FALSE },
  { "-", '.', GAP, "", "-", FALSE },
  { "..", '.', GAP, "", "..", FALSE },
  { ":", '.', GAP, "", ":", FALSE },
  { "n/a", '.', GAP, "", "n/a", FALSE },
  { "NA", '.', GAP, "", "NA", FALSE },
  { "[x]", '.', GAP, "", "[x]", FALSE },
  { "[c]", '.', GAP, "", "[c]", FALSE },
  { "c", '.', GAP, "", "c", FALSE },
  { "*", '.', GAP, "", "*", FALSE },
  { "#N/A", '.', GAP, "", "#N/A", FALSE },
  { "", '.', QTR_TABLE_CELL_EMPTY, "", "", FALSE },
  { "abc", '.', FAULT, "", NULL, FALSE },
  { "1,23", '.', FAULT, "", NULL, FALSE },
  { "12.5", ',', FAULT, "", NULL, FALSE },
  { "1,2,3", ',', FAULT, "", NULL, FALSE },
  { "1.23E+05", '.', FAULT, "", NULL, FALSE },
  { "#DIV/0!", '.', FAULT, "", NULL, FALSE },
  { "12-15", '.', FAULT, "", NULL, FALSE },
  { "<5", '.', FAULT, "", NULL, FALSE },
  { "99999999999999999999", '.', FAULT, "", NULL, FALSE },
  { "(-3)", '.', FAULT, "", NULL, FALSE },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CELLS); i++) {
    g_autoptr (GError) error = NULL;
    QtrTableCell cell = qtr_table_cell_read (CELLS[i].text, CELLS[i].decimal, &error);
    g_autofree char *value = qtr_decimal_to_string (cell.value);

    g_test_message ("%s", CELLS[i].text);
    g_assert_cmpint (cell.kind, ==, CELLS[i].kind);
    if (cell.kind == FAULT) {
      g_assert_error (error, QTR_ERROR, QTR_ERROR_NUMBER);
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpstr (value, ==, CELLS[i].value);
    g_assert_cmpstr (cell.mark.text, ==, CELLS[i].mark);
    g_assert_cmpint (cell.mark.provisional, ==, CELLS[i].provisional);
  }
}

static void
test_decimal_mark (void)
{
  static const struct {
    const char *text;
    char mark;
  } cases[] = {
    { "12.5", '.' },      { "12,5", ',' },    { "1,234", 0 },     { "1.234", '.' },
    { "0,125", ',' },     { "1,234.5", '.' }, { "1.234,5", ',' }, { "1,234,567", '.' },
    { "1.234.567", ',' }, { "12", 0 },        { "abc", 0 },       { "see a, b.", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (qtr_table_cell_shows_decimal (cases[i].text), ==, cases[i].mark);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-cell/periods", test_periods);
  g_test_add_func ("/table-cell/provisional-period", test_provisional_period);
  g_test_add_func ("/table-cell/period-words", test_period_words);
  g_test_add_func ("/table-cell/cells", test_cells);
  g_test_add_func ("/table-cell/decimal-mark", test_decimal_mark);
  return g_test_run ();
}
