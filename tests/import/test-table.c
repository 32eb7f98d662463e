/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "import/table.h"

/* What a table says, one line for each measure, area and period; then how its rows and cells are counted. */
typedef struct {
  const char *name;
  const char *text;
  const char *mapping;
  const char *says;
  const char *account;
  /* A part of why it cannot be taken. */
  const char *obstacle;
} Case;

static const Case CASES[] = {
  { "wide", "month,fatal,slight\n2019-01,1,20\n2019-02,0,1,\n", NULL,
    "fatal 2019-01=1\nfatal 2019-02=0\nslight 2019-01=20\nslight 2019-02=1\n", "read 2 heading 1; values 4",
    NULL },
  { "wide-with-area", "Area,Quarter,Burglary\nNorth,Q3 2019/20,5\nSouth,Q3 2019/20,7\n", NULL,
    "Burglary 2019-20-Q3@North=5\nBurglary 2019-20-Q3@South=7\n", "read 2 heading 1; values 2", NULL },
  { "long",
    "indicator,area_code,area_name,period,value\nTheft,E22000107,Alder,2012-13,4\nTheft,E22000107,Alder,2013-14,6\n",
    NULL, "Theft 2012/13@Alder=4\nTheft 2013/14@Alder=6\n", "read 2 heading 1; values 2", NULL },
  { "periods-across", "Measure;Q3 2019/20;Q4 2019/20\nBurglary;1.234,5;2\nRobbery;3;-\n", NULL,
    "Burglary 2019-20-Q3=1234.5\nBurglary 2019-20-Q4=2\nRobbery 2019-20-Q3=3\nRobbery 2019-20-Q4=(-)\n",
    "read 2 heading 1; values 3 gaps 1", NULL },
  { "years-across", "Force,2017,2018,2019\nAlder,1,2,3\nBirch,4,5,6\n", "{\"name\": \"Burglary\"}",
    "Burglary 2017@Alder=1\nBurglary 2017@Birch=4\nBurglary 2018@Alder=2\nBurglary 2018@Birch=5\n"
    "Burglary 2019@Alder=3\nBurglary 2019@Birch=6\n",
    "read 2 heading 1; values 6", NULL },
  { "titles-and-notes",
    "Road casualties\n\nmonth,fatal\n2019-01,1\nmonth,fatal\n2019-02,2\nTotal,3\n\nSource: somebody\n", NULL,
    "fatal 2019-01=1\nfatal 2019-02=2\n", "read 2 heading 1 title 1 blank 2 note 1 total 1 again 1; values 2",
    NULL },
  { "no-headings", "2019-01,5\n2019-02,6\n", NULL, "#2 2019-01=5\n#2 2019-02=6\n", "read 2; values 2", NULL },
  { "year-and-quarter", "Year,Quarter,Count\n2019/20,Q1,5\n2019/20,Q2,6\n", "{\"name\": \"Theft\"}",
    "Theft 2019-20-Q1=5\nTheft 2019-20-Q2=6\n", "read 2 heading 1; values 2", NULL },
  { "year-and-number", "Year,Quarter,Count\n2019,1,5\n2019,2,6\n", "{\"name\": \"Theft\"}",
    "Theft 2018-19-Q4=5\nTheft 2019-20-Q1=6\n", "read 2 heading 1; values 2", NULL },
  { "year-and-month", "Year,Month,Count\n2019,January,5\n2019,Feb,6\n", "{\"name\": \"Theft\"}",
    "Theft 2019-01=5\nTheft 2019-02=6\n", "read 2 heading 1; values 2", NULL },
  { "marks", "month,fatal\n2019-01,[x]\n2019-02,..\n2019-03,7 [p]\n2019-04,\n", NULL,
    "fatal 2019-01=([x])\nfatal 2019-02=(..)\nfatal 2019-03=7([p])~\n",
    "read 4 heading 1; values 1 gaps 2 empty 1", NULL },
  { "status-column", "month,fatal,status\n2019-01,5,final\n2019-02,6,provisional\n", NULL,
    "fatal 2019-01=5\nfatal 2019-02=6~\n", "read 2 heading 1; values 2", NULL },
  { "not-understood", "month,fatal\n2019-01,about 5\nsome day,6\n2019-03,7\n", NULL, "fatal 2019-03=7\n",
    "read 2 heading 1 not 1; values 1 faults 1", NULL },
  { "surplus", "month,fatal\n2019-01,5,6\n2019-02,7\n", NULL, "fatal 2019-01=5\nfatal 2019-02=7\n",
    "read 2 heading 1; values 2", NULL },
  { "said-again", "month,fatal\n2019-01,5\n2019-01,5\n", NULL, "fatal 2019-01=5\n",
    "read 2 heading 1; values 2 again 1", NULL },
  { "contradiction", "month,fatal\n2019-01,5\n2019-01,6\n2019-02,7\n", NULL, "fatal 2019-02=7\n",
    "read 3 heading 1; values 1 faults 2", NULL },
  { "dimension", "force,at_31_march,sex,headcount\nAlder,2019,Female,5\nAlder,2019,Male,6\n", NULL, "", "; ",
    "differ in “sex”" },
  { "dimension-summed", "force,at_31_march,sex,headcount\nAlder,2019,Female,5\nAlder,2019,Male,6\n",
    "{\"sum\": [\"sex\"]}", "headcount 2018/19@Alder=11\n", "read 2 heading 1; values 2", NULL },
  { "dimension-as-measure", "force,at_31_march,sex,headcount\nAlder,2019,Female,5\nAlder,2019,Male,6\n",
    "{\"measure\": \"sex\"}", "Female 2018/19@Alder=5\nMale 2018/19@Alder=6\n", "read 2 heading 1; values 2",
    NULL },
  { "dimension-filtered", "force,at_31_march,sex,headcount\nAlder,2019,Female,5\nAlder,2019,Male,6\n",
    "{\"where\": [{\"column\": \"sex\", \"is\": \"male\"}]}", "headcount 2018/19@Alder=6\n",
    "read 1 heading 1 left 1; values 1", NULL },
  { "sum-with-gap",
    "month,sex,n\n2019-01,F,5\n2019-01,M,..\n2019-02,F,\n2019-02,M,2\n2019-03,F,1.5\n2019-03,M,2.25\n",
    "{\"sum\": \"sex\", \"name\": \"Theft\"}", "Theft 2019-01=(..)\nTheft 2019-03=3.75\n",
    "read 6 heading 1; values 4 gaps 1 empty 1 unknown 1", NULL },
  { "sum-of-part-said-twice", "month,sex,n\n2019-01,F,5\n2019-01,F,5\n2019-01,M,2\n",
    "{\"sum\": \"sex\", \"name\": \"Theft\"}", "", "read 3 heading 1; faults 3", NULL },
  { "many-values-and-measure", "month,type,headcount,fte\n2019-01,PC,5,4.5\n2019-01,PCSO,2,2.0\n",
    "{\"measure\": \"type\"}",
    "PC – headcount 2019-01=5\nPC – fte 2019-01=4.5\nPCSO – headcount 2019-01=2\nPCSO – fte 2019-01=2.0\n",
    "read 2 heading 1; values 4", NULL },
  { "totals-everywhere", "area,month,fatal\nAlder,2019-01,5\nTotal,2019-01,9\n",
    "{\"totals\": \"everywhere\"}", "fatal 2019-01=9\nfatal 2019-01@Alder=5\n", "read 2 heading 1; values 2",
    NULL },
  { "totals-skipped", "area,month,fatal\nAlder,2019-01,5\nTotal,2019-01,9\n", NULL, "fatal 2019-01@Alder=5\n",
    "read 1 heading 1 total 1; values 1", NULL },
  { "no-area", "area,month,fatal\nAlder,2019-01,5\n,2019-02,9\n", NULL, "fatal 2019-01@Alder=5\n",
    "read 1 heading 1 not 1; values 1", NULL },
  { "filled-area", "area,month,fatal\nAlder,2019-01,5\n,2019-02,9\n", "{\"fill\": true}",
    "fatal 2019-01@Alder=5\nfatal 2019-02@Alder=9\n", "read 2 heading 1; values 2", NULL },
  { "skipped", "area,month,fatal\nAlder,2019-01,5\nUnknown,2019-02,9\n", "{\"skip\": [\"unknown\"]}",
    "fatal 2019-01@Alder=5\n", "read 1 heading 1 skipped 1; values 1", NULL },
  { "one-area-for-all", "month,fatal\n2019-01,5\n", "{\"in\": \"Alder\"}", "fatal 2019-01@Alder=5\n",
    "read 1 heading 1; values 1", NULL },
  { "areas-differ-in-capitals", "area,month,fatal\nAlder,2019-01,5\nALDER,2019-02,9\n", NULL,
    "fatal 2019-01@Alder=5\nfatal 2019-02@Alder=9\n", "read 2 heading 1; values 2", NULL },
  { "year-ending", "year_ending,searches\n2007-03-31,5\n2008-03-31,6\n", NULL,
    "searches 2006/07=5\nsearches 2007/08=6\n", "read 2 heading 1; values 2", NULL },
  { "dates-of-quarters", "date,n\n30/06/2019,5\n30/09/2019,6\n31/12/2019,7\n", NULL,
    "n 2019-20-Q1=5\nn 2019-20-Q2=6\nn 2019-20-Q3=7\n", "read 3 heading 1; values 3", NULL },
  { "month-first", "date,n\n01/31/2019,5\n02/28/2019,6\n", NULL, "n 2019-01=5\nn 2019-02=6\n",
    "read 2 heading 1; values 2", NULL },
  { "financial-years-that-look-like-months", "year,n\n2009-10,5\n2010-11,6\n2011-12,7\n", NULL,
    "n 2009/10=5\nn 2010/11=6\nn 2011/12=7\n", "read 3 heading 1; values 3", NULL },
  { "no-periods", "name,n\nfoo,5\nbar,6\n", NULL, "", "; ", "No column of periods" },
  { "no-values", "month,name\n2019-01,foo\n2019-02,bar\n", NULL, "", "; ", "No column of values" },
  { "nothing", "", NULL, "", "; ", "No column of values" },
};

static QtrTableContent *
read_table (const char *text, const char *mapping_text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (QtrTableMapping) mapping = NULL;
  QtrTableRequest request = { .first_month = 4 };

  if (mapping_text != NULL) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (mapping_text, strlen (mapping_text));

    mapping = qtr_table_mapping_read (bytes, error);
    g_assert_nonnull (mapping);
    request.mapping = mapping;
  }
  return qtr_table_read (stream, &request, NULL, error);
}

static char *
dump_entries (const QtrTableContent *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < table->entries->len; i++) {
    const QtrTableEntry *entry = &g_array_index (table->entries, QtrTableEntry, i);
    g_autofree char *period = qtr_period_to_string (entry->period);
    g_autofree char *value = qtr_decimal_to_string (entry->value);
    const char *mark = g_ptr_array_index (table->marks, entry->mark);

    g_string_append_printf (out, "%s %s", (char *) g_ptr_array_index (table->measures, entry->measure),
                            period);
    if (entry->area > 0)
      g_string_append_printf (out, "@%s", (char *) g_ptr_array_index (table->areas, entry->area));
    g_string_append_printf (out, "=%s%s%s%s%s\n", value, *mark != '\0' ? "(" : "", mark,
                            *mark != '\0' ? ")" : "", entry->provisional ? "~" : "");
  }
  return g_string_free (out, FALSE);
}

static void
add_count (GString *out, const char *name, guint count)
{
  if (count > 0)
    g_string_append_printf (out, "%s%s %u", out->len > 0 && out->str[out->len - 1] != ' ' ? " " : "", name,
                            count);
}

static char *
dump_account (const QtrTableContent *table)
{
  static const char *const kinds[] = { "read",  "heading", "title", "blank",   "note",
                                       "total", "again",   "left",  "skipped", "not" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < QTR_TABLE_N_ROW_KINDS; i++)
    add_count (out, kinds[i], table->account.rows[i]);
  g_string_append (out, "; ");
  add_count (out, "values", table->account.values);
  add_count (out, "gaps", table->account.gaps);
  add_count (out, "empty", table->account.empty);
  add_count (out, "faults", table->account.faults);
  add_count (out, "again", table->account.again);
  add_count (out, "unknown", table->account.unknown_sums);
  return g_string_free (out, FALSE);
}

static void
check (const Case *want, const QtrTableContent *table)
{
  g_autofree char *says = dump_entries (table);
  g_autofree char *account = dump_account (table);
  const QtrTableAccount *counted = &table->account;
  guint n_values = qtr_tokens_length (table->mapping->value);

  g_assert_cmpstr (says, ==, want->says);
  g_assert_cmpstr (account, ==, want->account);
  g_assert_cmpuint (counted->values + counted->gaps + counted->empty + counted->faults, ==,
                    counted->rows[QTR_TABLE_ROW_READ] * n_values);
  if (want->obstacle == NULL)
    g_assert_cmpstr (table->obstacle, ==, NULL);
  else
    g_assert_nonnull (strstr (table->obstacle, want->obstacle));
}

/* Each is read as it stands, and again by the mapping that this made, which says all and guesses nothing. */
static void
test_case (gconstpointer data)
{
  const Case *want = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrTableContent) table = read_table (want->text, want->mapping, &error);
  g_autoptr (GBytes) mapping = NULL;
  g_autofree char *mapping_text = NULL;
  g_autoptr (QtrTableContent) again = NULL;

  g_assert_no_error (error);
  check (want, table);
  mapping = qtr_table_mapping_write (table->mapping);
  mapping_text = g_strndup (g_bytes_get_data (mapping, NULL), g_bytes_get_size (mapping));
  again = read_table (want->text, mapping_text, &error);
  g_assert_no_error (error);
  check (want, again);
  g_assert_true (qtr_record_equal (table->mapping, again->mapping));
}

/* Where it stands is said, to the column. */
static void
test_faults (void)
{
  g_autoptr (QtrTableContent) table =
      read_table ("month,fatal,slight\n2019-01,1,about 5\n2019-02,1,2,3\nMay,1,2\n", NULL, NULL);
  static const struct {
    guint line;
    guint column;
    const char *text;
    const char *reason;
  } want[] = {
    { 2, 3, "about 5", "it does not begin with a number" },
    { 3, 4, "3", "beyond the last column" },
    { 4, 1, "May", "not understood as a period" },
  };

  g_assert_cmpuint (table->faults->len, ==, G_N_ELEMENTS (want));
  for (guint i = 0; i < G_N_ELEMENTS (want); i++) {
    const QtrTableRemark *fault = g_ptr_array_index (table->faults, i);

    g_assert_cmpuint (fault->line, ==, want[i].line);
    g_assert_cmpuint (fault->column, ==, want[i].column);
    g_assert_cmpstr (fault->text, ==, want[i].text);
    g_assert_nonnull (strstr (fault->reason, want[i].reason));
  }
}

static void
test_missing_column (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_table ("month,fatal\n2019-01,1\n", "{\"period\": \"day\"}", &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“month”, “fatal”"));
}

/* --- Mappings --- */

static void
test_mapping_refused (void)
{
  static const struct {
    const char *text;
    int code;
  } cases[] = {
    { "", QTR_ERROR_SYNTAX },
    { "{", QTR_ERROR_SYNTAX },
    { "[]", QTR_ERROR_SHAPE },
    { "{\"periods\": \"month\"}", QTR_ERROR_SHAPE },
    { "{\"period\": 3}", QTR_ERROR_SHAPE },
    { "{\"period\": [3]}", QTR_ERROR_SHAPE },
    { "{\"heading\": \"3\"}", QTR_ERROR_SHAPE },
    { "{\"across\": 1}", QTR_ERROR_SHAPE },
    { "{\"dates\": \"backwards\"}", QTR_ERROR_SHAPE },
    { "{\"where\": {}}", QTR_ERROR_SHAPE },
    { "{\"where\": [{\"colum\": \"x\"}]}", QTR_ERROR_SHAPE },
    { "{\"separator\": \"::\"}", QTR_ERROR_SHAPE },
    { "{\"separator\": \"\\\"\"}", QTR_ERROR_SHAPE },
    { "{\"decimal\": \"'\"}", QTR_ERROR_SHAPE },
    { "{\"ends\": 13}", QTR_ERROR_SHAPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_null (qtr_table_mapping_read (bytes, &error));
    g_assert_error (error, QTR_ERROR, cases[i].code);
  }
}

static void
test_mapping_round_trip (void)
{
  static const char text[] =
      "{\n  \"complete\" : true,\n  \"separator\" : \"\\t\",\n  \"heading\" : 0,\n  \"period\" : [\n    \"Year\",\n"
      "    \"Quarter\"\n  ],\n  \"across\" : true,\n  \"dates\" : \"month-first\",\n  \"first_month\" : 4,\n"
      "  \"where\" : [\n    {\n      \"column\" : \"Force\",\n      \"is\" : [\n        \"Alder\"\n      ]\n    }\n"
      "  ],\n  \"measures\" : [\n    {\n      \"name\" : \"tests\",\n      \"measure\" : \"Breath tests\",\n"
      "      \"kind\" : \"level\",\n      \"decimals\" : 1\n    }\n  ]\n}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrTableMapping) mapping = qtr_table_mapping_read (bytes, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  written = qtr_table_mapping_write (mapping);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), text, sizeof text - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strdup_printf ("/table/%s", CASES[i].name);

    g_test_add_data_func (path, &CASES[i], test_case);
  }
  g_test_add_func ("/table/faults", test_faults);
  g_test_add_func ("/table/missing-column", test_missing_column);
  g_test_add_func ("/table-mapping/refused", test_mapping_refused);
  g_test_add_func ("/table-mapping/round-trip", test_mapping_round_trip);
  return g_test_run ();
}
