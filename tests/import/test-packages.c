/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "import/archive.h"
#include "import/importer.h"
#include "import/table.h"

#define ODT "application/vnd.oasis.opendocument.text"
#define ODS "application/vnd.oasis.opendocument.spreadsheet"
#define ODF_NAMES \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' " \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' " \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' " \
  "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' " \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' " \
  "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'"
#define ODF_OPEN(styles) \
  "<office:document-content " ODF_NAMES "><office:automatic-styles>" styles \
  "</office:automatic-styles><office:body>"
#define ODF_CLOSE "</office:body></office:document-content>"
#define W_OPEN \
  "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' " \
  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>"
#define W_CLOSE "</w:body></w:document>"
#define RUN(words) "<w:r><w:t>" words "</w:t></w:r>"

/* What every document here says, in whatever form. */
static const char EXPECTED[] =
    "P1 Cleaner Parks | C We will: mow the lawns | "
    "- Bolton: Forty lawns & two meadows were mown. | -- Half by hand. | - Bins were emptied. | ";

static void
add_bullets (GString *text, GPtrArray *bullets, guint depth)
{
  for (guint i = 0; i < bullets->len; i++) {
    const QtrReportBullet *bullet = g_ptr_array_index (bullets, i);
    g_autofree char *dashes = g_strnfill (depth, '-');

    g_string_append_printf (text, "%s %s%s%s | ", dashes, bullet->area == NULL ? "" : bullet->area,
                            bullet->area == NULL ? "" : ": ", bullet->text);
    add_bullets (text, bullet->bullets, depth + 1);
  }
}

static char *
describe (const QtrReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    g_string_append_printf (text, "P%d %s | ", priority->number, priority->title);
    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);

      g_string_append_printf (text, "C %s %s | ", commitment->lead, commitment->text);
      add_bullets (text, commitment->bullets, 1);
    }
  }
  return g_string_free (text, FALSE);
}

static gboolean
has_remark (GPtrArray *remarks, const char *text, const char *reason)
{
  for (guint i = 0; i < remarks->len; i++) {
    const QtrReportRemark *remark = g_ptr_array_index (remarks, i);

    if (g_str_equal (remark->text, text) && g_strcmp0 (remark->reason, reason) == 0)
      return TRUE;
  }
  return FALSE;
}

/* --- Reports --- */

#define ODT_LIST \
  "<text:list><text:list-item><text:p><text:span text:style-name='B'>Bolton:</text:span> Forty lawns &amp; " \
  "two\n   meadows<text:s/>were mown.</text:p><text:list><text:list-item><text:p>Half by hand.</text:p>" \
  "</text:list-item></text:list></text:list-item><text:list-item><text:p>Bins were emptied.</text:p>" \
  "</text:list-item></text:list>"
#define BOLD_STYLE \
  "<style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"

static const char *const odt_styled[] = {
  "mimetype",
  ODT,
  "content.xml",
  ODF_OPEN (
      BOLD_STYLE) "<office:text><text:tracked-changes><text:changed-region><text:deletion><office:change-info/>"
                  "<text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                  "<text:h text:outline-level='1'>Priority 1 – Cleaner Parks</text:h>"
                  "<text:h text:outline-level='2'>We will:</text:h><text:p>mow the lawns<office:annotation><dc:creator>Ann"
                  "</dc:creator><text:p>Which ones?</text:p></office:annotation></text:p>" ODT_LIST
                  "<table:table><table:table-column table:number-columns-repeated='2'/><table:table-row><table:table-cell>"
                  "<text:p>Park</text:p></table:table-cell><table:table-cell><text:p>Lawns</text:p></table:table-cell>"
                  "</table:table-row></table:table></office:text>" ODF_CLOSE,
  NULL,
};

/* Nothing is a heading but by its size. */
static const char *const odt_looks[] = {
  "mimetype",
  ODT,
  "content.xml",
  ODF_OPEN (
      BOLD_STYLE
      "<style:style style:name='Big' style:family='paragraph'><style:text-properties fo:font-size='20pt'/>"
      "</style:style><style:style style:name='Mid' style:family='paragraph' style:parent-style-name='Body'>"
      "<style:text-properties fo:font-size='15pt'/></style:style><style:default-style "
      "style:family='paragraph'><style:text-properties fo:font-size='11pt'/></style:default-style>") "<office:text><text:p text:style-name='Big'>Priority 1 – Cleaner Parks</text:p><text:p text:style-name='Mid'>We "
                                                                                                     "will:</text:p><text:p>mow the lawns</text:p>" ODT_LIST
                                                                                                     "</office:text>" ODF_CLOSE,
  NULL,
};

#define W_ITEM(level) "<w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='3'/></w:numPr></w:pPr>"

static const char *const docx_styled[] = {
  "word/document.xml",
  W_OPEN "<w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr>" RUN (
      "Priority 1 – Cleaner Parks") "</w:p>"
                                    "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>" RUN (
                                        "We will:") "</w:p>"
                                                    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN (
                                                        "mow the ") "<w:del><w:r><w:delText>old </w:delText></w:r></w:del></w:p>"
                                                                    "<w:p><w:ins>" RUN (
                                                                        "lawns") "</w:ins><w:r><w:commentReference w:id='7'/></w:r></w:p>"
                                                                                 "<w:p>" W_ITEM ("0") "<w:r><w:rPr><w:b/></w:rPr><w:t>Bolton:</w:t></w:r>" RUN (
                                                                                     " Forty lawns &amp; two meadows were mown.") "</w:p>"
                                                                                                                                  "<w:p>" W_ITEM ("1") RUN (
                                                                                                                                      "Half by hand.") "</w:p>"
                                                                                                                                                       "<w:p>" W_ITEM ("0") RUN (
                                                                                                                                                           "Bins were emptied.") "</w:p>"
                                                                                                                                                                                 "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>" RUN (
                                                                                                                                                                                     "Park") "</w:p></w:tc><w:tc><w:p>" RUN ("Lawns") "</w:p></w:tc></w:tr></w:tbl>" W_CLOSE,
  "word/styles.xml",
  "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/></w:style></w:styles>",
  "word/comments.xml",
  "<w:comments xmlns:w='w'><w:comment w:id='7'><w:p>" RUN ("Which ones?") "</w:p></w:comment></w:comments>",
  NULL,
};

static const struct {
  const char *name;
  const char *const *members;
  gboolean has_extras;
} REPORTS[] = {
  { "odt", odt_styled, TRUE },
  { "odt-by-look", odt_looks, FALSE },
  { "docx", docx_styled, TRUE },
};

static void
test_report (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = archive_make (REPORTS[index].members, NULL);
  g_autoptr (GError) error = NULL;
  /* The name does not count where the content tells. */
  g_autoptr (QtrReport) report = qtr_import_read ("report.txt", bytes, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (report);
  g_assert_cmpstr (found, ==, EXPECTED);
  g_assert_cmpint (has_remark (report->unplaced, "Which ones?", "is a comment"), ==,
                   REPORTS[index].has_extras);
  if (!REPORTS[index].has_extras)
    return;
  g_assert_true (has_remark (report->unplaced, "Park | Lawns", "is a table"));
  g_assert_true (has_remark (report->recognised, "1 tracked change was taken as accepted", NULL) ||
                 has_remark (report->recognised, "3 tracked changes were taken as accepted", NULL));
}

/* --- Tables --- */

#define CELL(type, value, text) \
  "<table:table-cell office:value-type='" type "' " value "><text:p>" text "</text:p></table:table-cell>"
#define FLOAT(value, text) CELL ("float", "office:value='" value "'", text)

static const char *const ods_book[] = {
  "mimetype",
  ODS,
  "content.xml",
  ODF_OPEN (
      "<style:style style:name='off' style:family='table'><style:table-properties table:display='false'/>"
      "</style:style>") "<office:spreadsheet><table:table table:name='Old' table:style-name='off'/><table:table table:name='Lawns'>"
                        "<table:table-row>" CELL ("string", "table:number-rows-spanned='2'", "Month")
                            CELL ("string", "table:number-columns-spanned='2'", "North\n") "<table:covered-table-cell/>" CELL (
                                "string", "table:number-columns-spanned='2'",
                                "South") "<table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>" CELL ("string",
                                                                                                                                           "",
                                                                                                                                           "mown")
                                CELL ("string", "", "share") CELL ("string", "", "mown")
                                    CELL ("string", "", "share") "</table:table-row><table:table-row>" CELL (
                                        "date", "office:date-value='2019-10-31T00:00:00'",
                                        "Oct") FLOAT ("1234.5", "1,235") CELL ("percentage",
                                                                               "office:value='0.125'",
                                                                               "13%") FLOAT ("7", "7")
                                        CELL ("string", "", "#DIV/0!") "</table:table-row><table:table-row>" CELL (
                                            "date", "office:date-value='2019-11-30'",
                                            "Nov") FLOAT ("10", "10") CELL ("percentage",
                                                                            "office:value='0.5'", "50%")
                                            FLOAT ("8", "8") CELL (
                                                "percentage", "office:value='0.25'",
                                                "25%") "</table:table-row><table:table-row table:number-rows-repeated='1048000'>"
                                                       "<table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>"
                                                       "</office:spreadsheet>" ODF_CLOSE,
  NULL,
};

#define S(reference, index) "<c r='" reference "' t='s'><v>" index "</v></c>"

static const char *const xlsx_book[] = {
  "xl/workbook.xml",
  "<workbook xmlns:r='r'><sheets><sheet name='Old' state='hidden' r:id='a'/><sheet name='Lawns' r:id='b'/></sheets></workbook>",
  "xl/_rels/workbook.xml.rels",
  "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/><Relationship Id='b' "
  "Target='/xl/worksheets/sheet2.xml'/></Relationships>",
  "xl/styles.xml",
  "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='[$-809]mmm\\-yy'/><numFmt numFmtId='171' "
  "formatCode='#,##0'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf "
  "numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='9'/></cellXfs></styleSheet>",
  "xl/sharedStrings.xml",
  "<sst><si><t>Month</t></si><si><r><t>Nor</t></r><r><t>th</t></r></si><si><t>South</t></si><si><t>mown</t></si><si>"
  "<t>share</t></si></sst>",
  "xl/worksheets/sheet2.xml",
  "<worksheet><sheetData><row r='1'>" S ("A1", "0") S ("B1", "1") S ("D1", "2") "</row><row r='2'>" S (
      "B2", "3") S ("C2", "4") S ("D2", "3")
      S ("E2",
         "4") "</row><row r='3'><c r='A3' s='1'><v>43769</v></c><c r='B3' s='2'>"
              "<f>SUM(Z1:Z9)</f><v>1234.5</v></c><c r='C3' s='3'><v>0.125</v></c><c r='D3'><v>7</v></c><c r='E3' t='e'><v>#DIV/0!"
              "</v></c></row><row r='4'><c r='A4' s='1'><v>43799</v></c><c r='B4'><v>10</v></c><c r='C4' s='3'><v>0.5</v></c><c r='D4'><v>8</v></c><c r='E4' s='3'><v>0.25</v></c></row></sheetData><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/><mergeCell ref='D1:E1'/>"
              "</mergeCells></worksheet>",
  NULL,
};

static QtrTableContent *
read_table (const char *const *members, const char *field, const char *text, gboolean shown, GError **error)
{
  g_autoptr (GBytes) bytes = archive_make (members, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (QtrTableMapping) mapping =
      qtr_record_new (&qtr_table_mapping_type, "id", "mapping", "shown", shown, field, text, NULL);
  QtrTableRequest request = { .mapping = mapping, .first_month = 4 };

  return qtr_table_read (stream, &request, NULL, error);
}

static char *
join_row (const QtrTableContent *table, guint index)
{
  const QtrTableSampleRow *row = g_ptr_array_index (table->sample, index);

  return g_strjoinv ("|", row->cells);
}

static void
test_workbook (gconstpointer data)
{
  static const char *const rows[] = { "2019-10-31|1234.5|12.5%|7|#DIV/0!", "2019-10-31|1235|13%|7|#DIV/0!" };

  for (guint shown = 0; shown < 2; shown++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrTableContent) table = read_table (data, "sheet", NULL, shown, &error);
    g_autofree char *headings = NULL;
    g_autofree char *row = NULL;

    g_assert_no_error (error);
    headings = join_row (table, 1);
    row = join_row (table, 2);
    g_assert_cmpstr (headings, ==, "Month|North: mown|North: share|South: mown|South: share");
    g_assert_cmpstr (row, ==, rows[shown]);
    g_assert_cmpuint (table->sample->len, ==, 4);
    g_assert_cmpstr (table->mapping->sheet, ==, "Lawns");
    g_assert_true (g_ptr_array_find_with_equal_func (table->recognised, "Hidden in the workbook: “Old”.",
                                                     g_str_equal, NULL));
    g_assert_true (
        g_ptr_array_find_with_equal_func (table->recognised, "Cells with an error: E3.", g_str_equal, NULL));
  }
}

static void
test_range (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrTableContent) table = read_table (data, "range", "A2:B3", FALSE, &error);
  g_autoptr (QtrTableContent) none = NULL;
  g_autofree char *row = NULL;

  g_assert_no_error (error);
  row = join_row (table, 2);
  g_assert_cmpstr (row, ==, "2019-10-31|1234.5");
  none = read_table (data, "range", "B9:A1", FALSE, &error);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_USAGE);
  g_clear_error (&error);
  none = read_table (data, "sheet", "Gone", FALSE, &error);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND);
}

/* --- What is refused --- */

static const char *const entities[] = {
  "mimetype",    ODT,
  "content.xml", "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><a>&b;</a>",
  NULL,
};
static const char *const outside[] = {
  "word/document.xml",
  "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
  NULL,
};
static const char *const unclosed[] = { "mimetype", ODT, "content.xml", "<a><b></a>", NULL };
static const char *const locked[] = {
  "mimetype", ODT, "content.xml", "#", "META-INF/manifest.xml", "<manifest:encryption-data/>", NULL,
};
static const char *const climbing[] = { "mimetype", ODT, "../content.xml", "<a/>", NULL };
static const char *const slides[] = { "ppt/presentation.xml", "<a/>", NULL };

static const struct {
  const char *name;
  const char *const *members;
  QtrError code;
} REFUSED[] = {
  { "entities", entities, QTR_ERROR_SYNTAX },  { "outside", outside, QTR_ERROR_SYNTAX },
  { "unclosed", unclosed, QTR_ERROR_SYNTAX },  { "locked", locked, QTR_ERROR_UNREADABLE },
  { "climbing", climbing, QTR_ERROR_SYNTAX },  { "slides", slides, QTR_ERROR_SYNTAX },
  { "workbook", xlsx_book, QTR_ERROR_SYNTAX },
};

static void
refuse (GBytes *bytes, QtrError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  QtrTableRequest request = { .first_month = 4 };

  g_assert_null (qtr_import_read ("report.odt", bytes, NULL, &error));
  g_assert_error (error, QTR_ERROR, (int) code);
  g_clear_error (&error);
  /* As a table it is refused, too, unless it is one. */
  if (qtr_table_read (stream, &request, NULL, &error) == NULL)
    g_assert_nonnull (error);
}

static void
test_refused (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = archive_make (REFUSED[index].members, NULL);

  if (REFUSED[index].members == xlsx_book)
    g_assert_null (qtr_import_read ("report.odt", bytes, NULL, NULL));
  else
    refuse (bytes, REFUSED[index].code);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) bytes = archive_make (docx_styled, "secret");

  refuse (bytes, QTR_ERROR_UNREADABLE);
}

static void
test_old_container (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", 17);

  refuse (bytes, QTR_ERROR_UNREADABLE);
}

/* Wherever a file ends too early, it is refused or tells no less than all. */
static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = archive_make (docx_styled, NULL);

  for (gsize length = 4; length < g_bytes_get_size (bytes); length += 7) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);

    refuse (cut, QTR_ERROR_SYNTAX);
  }
}

static void
test_bomb (void)
{
  g_autofree char *spaces = g_strnfill (64 * 1024 * 1024, ' ');
  const char *const members[] = { "mimetype", ODT, "content.xml", spaces, NULL };
  g_autoptr (GBytes) bytes = archive_make (members, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 256 * 1024);
  refuse (bytes, QTR_ERROR_LIMIT);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  const char *members[] = { "mimetype", ODT, "content.xml", NULL, NULL };

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "<a>");
  members[3] = text->str;
  bytes = archive_make (members, NULL);
  refuse (bytes, QTR_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (REPORTS); i++) {
    g_autofree char *path = g_strconcat ("/import/packages/report/", REPORTS[i].name, NULL);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_report);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++) {
    g_autofree char *path = g_strconcat ("/import/packages/refused/", REFUSED[i].name, NULL);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_refused);
  }
  g_test_add_data_func ("/import/packages/workbook/ods", ods_book, test_workbook);
  g_test_add_data_func ("/import/packages/workbook/xlsx", xlsx_book, test_workbook);
  g_test_add_data_func ("/import/packages/range/ods", ods_book, test_range);
  g_test_add_data_func ("/import/packages/range/xlsx", xlsx_book, test_range);
  g_test_add_func ("/import/packages/encrypted", test_encrypted);
  g_test_add_func ("/import/packages/old-container", test_old_container);
  g_test_add_func ("/import/packages/cut", test_cut);
  g_test_add_func ("/import/packages/bomb", test_bomb);
  g_test_add_func ("/import/packages/deep", test_deep);
  return g_test_run ();
}
