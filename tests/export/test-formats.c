/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "export/exporter.h"

#include "packed.h"
#include "sample.h"

/* Each of these means something to some format, or is hard to set. */
static const char *const texts[] = {
  "<script>alert(1)</script>",
  "]]> <![CDATA[ &amp; &#0; &lol;",
  "=cmd|'/C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(1,2)",
  "\357\274\2351+1",
  "a;=1+1\"b\",=2",
  "_x0041_ _xFFFE_",
  "\342\200\256desrever \xe2\x81\xa6 isolated",
  "e\xcc\x81\xcc\x82\xcc\x83\xcc\x84 Zalgo",
  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x92 \xf0\x9f\x8f\xb4",
  "two  spaces   three",
  "{{m1 value",
  "--> <!-- -->",
  "%s%n&P&\"Arial\"",
  "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7",
};

static char *
long_word (void)
{
  GString *word = g_string_new (NULL);

  while (word->len < 10000)
    g_string_append_c (word, (char) ('a' + word->len % 26));
  return g_string_free (word, FALSE);
}

static GBytes *
write_as (const QtrExporter *exporter, const QtrPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPublication) publication = qtr_publication_new (plan, sample_quarter (), NULL, &error);
  GBytes *bytes = NULL;

  g_assert_no_error (error);
  bytes = exporter->write (publication, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_holds (const char *text, const char *hostile)
{
  if (strstr (text, hostile) == NULL)
    g_error ("“%.80s” is not in “%.2000s”", hostile, text);
}

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check_html (GBytes *bytes, const char *hostile)
{
  g_autoptr (xmlDoc) document = packed_read_xml (bytes);
  g_autofree char *text = packed_get_text (xmlDocGetRootElement (document));
  g_autofree char *source = to_text (bytes);

  assert_holds (text, hostile);
  g_assert_null (strstr (source, "<script"));
}

static void
check_odt (GBytes *bytes, const char *hostile)
{
  static const char *const names[] = { "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml" };
  g_autoptr (GHashTable) members = packed_list (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (xmlDoc) document = packed_read_member (members, names[i]);
    g_autofree char *text = packed_get_text (xmlDocGetRootElement (document));

    if (i == 0)
      assert_holds (text, hostile);
  }
}

/* No cell is a formula, in any sheet. */
static void
check_xlsx (GBytes *bytes, const char *hostile)
{
  g_autoptr (GHashTable) members = packed_list (bytes);
  g_autoptr (xmlDoc) strings = packed_read_member (members, "xl/sharedStrings.xml");
  g_autofree char *text = packed_get_text (xmlDocGetRootElement (strings));
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer member = NULL;

  /* What looks like a code for a letter is kept from being one. */
  if (strstr (hostile, "_x") == NULL)
    assert_holds (text, hostile);
  else
    assert_holds (text, "_x005F_x0041_");
  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &name, &member)) {
    g_autofree char *source = to_text (member);
    g_autoptr (xmlDoc) document = packed_read_xml (member);

    g_assert_nonnull (document);
    g_assert_null (strstr (source, "<f>"));
  }
}

/* Reads one cell as RFC 4180 has it, and goes to what follows. */
static char *
read_cell (const char **at, gboolean *is_last)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = **at == '"';

  *at += quoted;
  while (quoted ? !(**at == '"' && (*at)[1] != '"') : strchr (",\r", **at) == NULL) {
    *at += quoted && **at == '"';
    g_string_append_c (cell, *(*at)++);
  }
  *at += quoted;
  *is_last = **at == '\r';
  g_assert_true (g_str_has_prefix (*at, ",") || g_str_has_prefix (*at, "\r\n"));
  *at += *is_last ? 2 : 1;
  return g_string_free (cell, FALSE);
}

static gboolean
is_number (const char *text)
{
  QtrDecimal number;

  return qtr_decimal_parse (text, &number, NULL);
}

static void
check_csv (GBytes *bytes, const char *hostile)
{
  g_autofree char *source = to_text (bytes);
  g_autofree char *harmless = g_strconcat ("'", hostile, NULL);
  gboolean is_found = FALSE;
  guint n_columns = 0;
  guint n_cells = 0;

  for (const char *at = source + strlen ("\xef\xbb\xbf"); *at != '\0';) {
    gboolean is_last = FALSE;
    g_autofree char *cell = read_cell (&at, &is_last);

    g_assert_cmpstr (cell, !=, "");
    g_assert_true (strchr ("=+-@", *cell) == NULL || is_number (cell));
    is_found = is_found || g_str_equal (cell, hostile) || g_str_equal (cell, harmless);
    n_cells++;
    if (!is_last)
      continue;
    g_assert_true (n_columns == 0 || n_cells == n_columns);
    n_columns = n_cells;
    n_cells = 0;
  }
  g_assert_true (is_found);
}

static void
add_strings (GString *text, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

    for (GList *at = members; at != NULL; at = at->next)
      add_strings (text, at->data);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++)
      add_strings (text, json_array_get_element (array, i));
  } else if (json_node_get_value_type (node) == G_TYPE_STRING) {
    g_string_append_printf (text, "%s\n", json_node_get_string (node));
  }
}

static void
check_json (GBytes *bytes, const char *hostile)
{
  g_autofree char *source = to_text (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (source, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  add_strings (text, root);
  assert_holds (text->str, hostile);
}

/* Lines are broken at spaces, so what has some is looked for word by word. */
static void
check_text (GBytes *bytes, const char *hostile)
{
  g_autofree char *source = to_text (bytes);

  g_assert_true (g_utf8_validate (source, -1, NULL));
  sample_assert_in_order (hostile, source);
}

static const struct {
  const QtrExporter *exporter;
  void (*check) (GBytes *bytes, const char *hostile);
} formats[] = {
  { &qtr_html_exporter, check_html }, { &qtr_odt_exporter, check_odt },   { &qtr_xlsx_exporter, check_xlsx },
  { &qtr_csv_exporter, check_csv },   { &qtr_json_exporter, check_json }, { &qtr_text_exporter, check_text },
};

static void
check_all (const char *hostile)
{
  g_autoptr (QtrPlan) plan = sample_plan_saying (hostile);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) bytes = write_as (formats[i].exporter, plan);

    formats[i].check (bytes, hostile);
  }
}

static void
test_hostile_texts (void)
{
  g_autofree char *word = long_word ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_all (texts[i]);
  check_all (word);
}

/* Every figure of the report's tables is among the data, as a number. */
static void
assert_figure (GHashTable *numbers, QtrDecimal value)
{
  g_autofree char *number = qtr_decimal_to_string (value);

  if (!g_hash_table_contains (numbers, number))
    g_error ("%s is not among the data", number);
}

static void
assert_figures (GHashTable *numbers, const QtrNode *node)
{
  for (guint i = 0; node->table != NULL && i < node->table->rows->len; i++) {
    const GPtrArray *row = node->table->rows->pdata[i];

    for (guint j = 0; j < row->len; j++) {
      const QtrTableCell *cell = row->pdata[j];

      if (qtr_decimal_is_set (cell->value))
        assert_figure (numbers, cell->value);
    }
  }
  for (guint i = 0; i < node->children->len; i++)
    assert_figures (numbers, node->children->pdata[i]);
}

static void
test_csv_has_every_figure (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = qtr_publication_new (plan, sample_quarter (), NULL, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = write_as (&qtr_csv_exporter, plan);
  g_autofree char *source = to_text (bytes);

  for (const char *at = source; *at != '\0';) {
    gboolean is_last = FALSE;

    g_hash_table_add (numbers, read_cell (&at, &is_last));
  }
  for (guint i = 0; i < publication->nodes->len; i++)
    assert_figures (numbers, publication->nodes->pdata[i]);
}

static void
test_odt_begins_with_its_kind (void)
{
  static const char kind[] = "mimetypeapplication/vnd.oasis.opendocument.textPK";
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GBytes) bytes = write_as (&qtr_odt_exporter, plan);
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpint (strncmp (data + 30, kind, strlen (kind)), ==, 0);
}

static void
test_text_in_order (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GBytes) bytes = write_as (&qtr_text_exporter, plan);
  g_autofree char *source = to_text (bytes);

  assert_holds (source, "\n- Northmere: Two wardens joined in May & another in June.\n"
                        "  - Harbour: Stalls on the quay were visited daily.\n"
                        "    - Twice on Sundays.\n");
  assert_holds (source, "\n  Target: 900\n  Status: On target\n");
  g_assert_true (g_str_has_prefix (source, "OFFICIAL\n\nNorthmere Wardens\n\n"
                                           "Market Town Plan 2021-2025 Quarterly Update\n====="));
  g_assert_true (g_str_has_suffix (source, "\n\nOFFICIAL\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/formats/hostile-texts", test_hostile_texts);
  g_test_add_func ("/export/formats/csv-has-every-figure", test_csv_has_every_figure);
  g_test_add_func ("/export/formats/odt-begins-with-its-kind", test_odt_begins_with_its_kind);
  g_test_add_func ("/export/formats/text", test_text_in_order);
  return g_test_run ();
}
