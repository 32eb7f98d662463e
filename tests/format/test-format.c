/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "base/error.h"
#include "base/id.h"
#include "format/format.h"
#include "format/limit.h"
#include "format/notes.h"
#include "model/edit.h"
#include "model/logo.h"

#define ROOT "{\"format\": 1, \"id\": \"plan\""

static QtrPlan *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return qtr_format_read (bytes, error);
}

static char *
write_text (const QtrPlan *plan)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gpointer
list_of (gconstpointer record)
{
  return qtr_list_append (NULL, record);
}

/* The smallest values that fields take whose texts have to be more than texts. */
static const char *
get_checked_text (const QtrField *field)
{
  return g_str_equal (field->name, "logo") ? "data:image/png;base64,iVBORw0KGgo=" : "#1d4f91";
}

/* A plan in which every field of every type has a value of its own. */
static QtrRecord *
fill (const QtrRecordType *type, guint depth)
{
  g_autofree QtrValue *values = g_new0 (QtrValue, type->n_fields);
  QtrRecord *record = NULL;

  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];
    static const char *const tokens[] = { "one", "zwei „drei“" };

    switch (field->kind) {
    case QTR_FIELD_TEXT:
      values[i].string = "A “text”,\twith\nlines, \\ and \"quotes\" – ünïcode 𝄞";
      break;
    case QTR_FIELD_TOKEN:
      values[i].string = "a token";
      break;
    case QTR_FIELD_PERIOD:
      values[i].string = "2019-20-Q3";
      break;
    case QTR_FIELD_CHOICE:
      values[i].number = 1;
      break;
    case QTR_FIELD_COUNT:
      values[i].number = 7;
      break;
    case QTR_FIELD_FLAG:
      values[i].number = TRUE;
      break;
    case QTR_FIELD_DECIMAL:
      values[i].decimal = (QtrDecimal) { -1180, 2 };
      break;
    case QTR_FIELD_TOKENS:
      values[i].tokens = qtr_tokens_new (tokens, G_N_ELEMENTS (tokens));
      break;
    case QTR_FIELD_LIST:
      if (depth < 6) {
        g_autoptr (QtrRecord) child = fill (field->element, depth + 1);

        values[i].list = list_of (child);
      }
      break;
    default:
      g_assert_not_reached ();
    }
    if (field->check != NULL)
      values[i].string = get_checked_text (field);
  }

  record = qtr_record_build (type, NULL, depth == 1 ? "{\"newer\":[1,{\"a\":null}],\"other\":\"x\"}" : NULL,
                             values);
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].kind == QTR_FIELD_LIST)
      qtr_list_unref (values[i].list);
    else if (type->fields[i].kind == QTR_FIELD_TOKENS)
      qtr_tokens_unref (values[i].tokens);
  }
  return record;
}

static void
test_round_trip (void)
{
  g_autoptr (QtrPlan) plan = (QtrPlan *) fill (&qtr_plan_type, 0);
  g_autofree char *text = write_text (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) again = read_text (text, &error);
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  g_assert_true (qtr_record_equal (plan, again));
  text_again = write_text (again);
  g_assert_cmpstr (text, ==, text_again);
}

static void
test_empty_plan (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "id", "p", NULL);
  g_autofree char *text = write_text (plan);

  g_assert_cmpstr (text, ==, "{\n  \"format\" : 1,\n  \"id\" : \"p\"\n}\n");
}

static void
test_unknown_members_kept (void)
{
  const char *text = ROOT ", \"later\": {\"x\": [1, true, null]}, \"title\": \"T\", \"zz\": \"y\"}";
  g_autoptr (QtrPlan) plan = read_text (text, NULL);
  g_autofree char *written = NULL;
  g_autoptr (QtrPlan) changed = NULL;

  g_assert_nonnull (plan);
  changed = qtr_edit_set (plan, "plan", "title", "U", NULL);
  written = write_text (changed);
  g_assert_cmpstr (written, ==,
                   "{\n  \"format\" : 1,\n  \"id\" : \"plan\",\n  \"title\" : \"U\",\n"
                   "  \"later\" : {\n    \"x\" : [\n      1,\n      true,\n      null\n    ]\n  },\n"
                   "  \"zz\" : \"y\"\n}\n");
}

/* Digits as given: neither 4.0 nor -0.50 may come back as something else. */
static void
test_decimals_exact (void)
{
  static const char *const decimals[] = { "4.0", "4", "11.80", "-0.50", "9223372036854775807" };

  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++) {
    g_autofree char *text =
        g_strdup_printf (ROOT ", \"measures\": [{\"id\": \"m\", \"baseline\": \"%s\"}]}", decimals[i]);
    g_autofree char *quoted = g_strdup_printf ("\"%s\"", decimals[i]);
    g_autoptr (QtrPlan) plan = read_text (text, NULL);
    g_autofree char *written = NULL;

    g_assert_nonnull (plan);
    written = write_text (plan);
    g_assert_nonnull (strstr (written, quoted));
  }
}

static const struct {
  const char *name;
  const char *text;
  QtrError code;
  /* What the message must hold: the place first. */
  const char *says;
} refusals[] = {
  { "empty", "", QTR_ERROR_SYNTAX, "empty" },
  { "not-json", "Quarter 3", QTR_ERROR_SYNTAX, "line 1, column 1" },
  { "cut-short", ROOT ",\n\"title\": \"Pol", QTR_ERROR_SYNTAX, "line 2, column 10 ($.title)" },
  { "cut-in-list", ROOT ", \"updates\": [{\"id\": \"u\"}", QTR_ERROR_SYNTAX, "cut short" },
  { "no-format", "{\"id\": \"p\"}", QTR_ERROR_SHAPE, "format" },
  { "array", "[]", QTR_ERROR_SHAPE, "expected an object, found an array" },
  { "newer", "{\"format\": 2, \"id\": \"p\",\n\"percent\": \"per mille\"}", QTR_ERROR_VERSION,
    "newer version of Quarterly (format 2), which can open it: line 2, column 12 ($.percent)" },
  { "format-zero", "{\"format\": 0, \"id\": \"p\"}", QTR_ERROR_SHAPE, "line 1, column 12 ($.format)" },
  { "format-huge", "{\"format\": 9000000000}", QTR_ERROR_SHAPE, "out of range" },
  { "format-text", "{\"format\": \"1\"}", QTR_ERROR_SHAPE, "expected a whole number, found a text" },
  { "no-id", "{\"format\": 1,\n \"priorities\": [{\"number\": 1}], \"id\": \"p\"}", QTR_ERROR_SHAPE,
    "line 2, column 17 ($.priorities[0])" },
  { "wrong-type", ROOT ",\n  \"títle\": 1, \"title\": 5}", QTR_ERROR_SHAPE,
    "line 2, column 24 ($.title): expected a text, found a number" },
  { "nested-type", ROOT ", \"measures\": [{\"id\": \"m\"},\n{\"id\": \"n\", \"lag\": true}]}",
    QTR_ERROR_SHAPE, "line 2, column 20 ($.measures[1].lag)" },
  { "token-type", ROOT ", \"markings\": [\"a\", 2]}", QTR_ERROR_SHAPE, "$.markings[1]" },
  { "list-type", ROOT ", \"updates\": {}}", QTR_ERROR_SHAPE, "expected an array, found an object" },
  { "null", ROOT ", \"title\": null}", QTR_ERROR_SHAPE, "expected a text, found null" },
  { "choice", ROOT ", \"measures\": [{\"id\": \"m\", \"kind\": \"flowing\"}]}", QTR_ERROR_SHAPE,
    "flow, level" },
  { "period", ROOT ", \"updates\": [{\"id\": \"u\", \"quarter\": \"Q9\"}]}", QTR_ERROR_SHAPE,
    "$.updates[0].quarter" },
  { "decimal", ROOT ", \"measures\": [{\"id\": \"m\", \"baseline\": \"1e5\"}]}", QTR_ERROR_SHAPE,
    ".baseline" },
  { "bare-decimal", ROOT ", \"measures\": [{\"id\": \"m\", \"baseline\": 4.0}]}", QTR_ERROR_SHAPE,
    "written as texts" },
  { "huge-number", ROOT ", \"first_month\": 9223372036854775808}", QTR_ERROR_SHAPE, "64 bits" },
  { "negative-count", ROOT ", \"first_month\": -1}", QTR_ERROR_SHAPE, "out of range" },
  { "month", ROOT ", \"first_month\": 13}", QTR_ERROR_SHAPE, "1 to 12" },
  { "same-name", ROOT ", \"title\": \"a\", \"title\": \"b\"}", QTR_ERROR_SHAPE, "twice" },
  { "same-id", ROOT ", \"people\": [{\"id\": \"x\"}, {\"id\": \"x\"}]}", QTR_ERROR_SHAPE, "$.people[1].id" },
  { "bad-id", ROOT ", \"people\": [{\"id\": \"a b\"}]}", QTR_ERROR_SHAPE, "no id" },
  { "nul", ROOT ", \"title\": \"a\\u0000b\"}", QTR_ERROR_SHAPE, "NUL" },
  { "control", ROOT ", \"title\": \"a\001b\"}", QTR_ERROR_SYNTAX, "control character" },
  { "utf-8", ROOT ", \"title\": \"\xff\"}", QTR_ERROR_SYNTAX, "UTF-8" },
  { "lone-surrogate", ROOT ", \"title\": \"\\ud800\"}", QTR_ERROR_SYNTAX, "" },
  { "comment", ROOT " /* c */}", QTR_ERROR_SYNTAX, "" },
  { "single-quotes", "{'format': 1}", QTR_ERROR_SYNTAX, "quotation marks" },
  { "two-roots", ROOT "} {}", QTR_ERROR_SYNTAX, "follows" },
  { "colour", ROOT ",\n  \"accent\": \"blue\"}", QTR_ERROR_SHAPE,
    "line 2, column 13 ($.accent): “blue” is no colour; write one as" },
  { "percent", ROOT ", \"percent\": \"pc\"}", QTR_ERROR_SHAPE, "any, sign, words" },
  { "term-id", ROOT ", \"terms\": [{\"avoid\": \"a\"}]}", QTR_ERROR_SHAPE, "$.terms[0]" },
  { "logo-kind", ROOT ",\n\"logo\": \"data:image/gif;base64,R0lGODlh\"}", QTR_ERROR_SHAPE,
    "line 2, column 9 ($.logo): a logo begins with" },
  { "logo-base64", ROOT ", \"logo\": \"data:image/png;base64,iVBORw0KGgo*\"}", QTR_ERROR_SHAPE,
    "no base64; choose the picture again" },
  { "logo-not-what-it-says", ROOT ", \"logo\": \"data:image/jpeg;base64,iVBORw0KGgo=\"}", QTR_ERROR_SHAPE,
    "the picture is image/png, not image/jpeg" },
  { "logo-empty", ROOT ", \"logo\": \"data:image/png;base64,\"}", QTR_ERROR_REFUSED, "empty" },
  /* <svg onload="x"/> */
  { "logo-script", ROOT ", \"logo\": \"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IngiLz4=\"}",
    QTR_ERROR_REFUSED, "$.logo): The SVG has a script" },
  { "escaped-name", ROOT ", \"\\u0078\": 1}", QTR_ERROR_SYNTAX, "without escapes" },
  { "del-in-name", ROOT ", \"x\x7f\": 1}", QTR_ERROR_SYNTAX, "control characters" },
  { "leading-zero", ROOT ", \"first_month\": 04}", QTR_ERROR_SHAPE, "whole number" },
  { "minus-zero-one", ROOT ", \"first_month\": -01}", QTR_ERROR_SHAPE, "whole number" },
  { "only-minus", ROOT ", \"first_month\": -}", QTR_ERROR_SHAPE, "whole number" },
  { "huge-exponent", ROOT ", \"x\": 1e999}", QTR_ERROR_SHAPE, "written as texts" },
  { "second-surrogate", ROOT ", \"title\": \"\\ud834\\ud834\"}", QTR_ERROR_SYNTAX, "surrogate" },
  { "low-surrogate", ROOT ", \"title\": \"\\udd1e\"}", QTR_ERROR_SYNTAX, "surrogate" },
  { "raw-surrogate", ROOT ", \"title\": \"\xed\xa0\x80\"}", QTR_ERROR_SYNTAX, "UTF-8" },
  { "overlong", ROOT ", \"title\": \"\xc0\xaf\"}", QTR_ERROR_SYNTAX, "UTF-8" },
  { "byte-order-mark", "\xef\xbb\xbf{\"format\": 1, \"id\": \"p\"}", QTR_ERROR_SYNTAX, "byte order mark" },
  { "id-of-the-plan", ROOT ", \"people\": [{\"id\": \"plan\"}]}", QTR_ERROR_SHAPE, "$.people[0].id" },
  { "id-in-another-list", ROOT ", \"people\": [{\"id\": \"x\"}],\n\"measures\": [{\"id\": \"x\"}]}",
    QTR_ERROR_SHAPE, "line 2, column 21 ($.measures[0].id)" },
  { "mixed-list", ROOT ", \"people\": [{\"id\": \"x\"}, 7]}", QTR_ERROR_SHAPE,
    "($.people[1]): expected an object, found a number" },
  { "mixed-list-turned", ROOT ", \"people\": [[], {\"id\": \"x\"}]}", QTR_ERROR_SHAPE,
    "($.people[0]): expected an object, found an array" },
  { "trailing-comma", ROOT ",}", QTR_ERROR_SYNTAX, "expected a name" },
};

static void
test_refusal (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = read_text (refusals[row].text, &error);

  g_assert_null (plan);
  g_assert_error (error, QTR_ERROR, (int) refusals[row].code);
  if (strstr (error->message, refusals[row].says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, refusals[row].says);
}

static void
test_too_deep (void)
{
  GString *text = g_string_new (ROOT ", \"areas\": ");
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "[{\"id\": \"a%u\", \"areas\": ", i);
  plan = read_text (text->str, &error);
  g_assert_null (plan);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
  g_string_free (text, TRUE);
}

static void
test_logo_too_large (void)
{
  g_autofree guchar *data = g_malloc0 (QTR_LOGO_SIZE_MAX + 1);
  g_autofree char *encoded = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  memcpy (data, "\x89PNG\r\n\x1a\n", 8);
  encoded = g_base64_encode (data, QTR_LOGO_SIZE_MAX + 1);
  text = g_strdup_printf (ROOT ",\n\"logo\": \"data:image/png;base64,%s\"}", encoded);
  plan = read_text (text, &error);
  g_assert_null (plan);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "line 2, column 9 ($.logo): "));
}

/* --- Limits --- */

typedef struct {
  const char *before;
  const char *element;
  guint n_elements;
  const char *after;
  const char *says;
} Excess;

static const Excess excesses[] = {
  { ROOT ", \"x\": [", "0,", QTR_LIMIT_ELEMENTS, "0]}", "100000 elements" },
  { ROOT ", \"title\": \"", "xxxxxxxxxxxxxxxx", QTR_LIMIT_TEXT / 16, "x\"}", "16777216 bytes" },
  { ROOT ", \"", "n", QTR_LIMIT_NAME, "n\": 1}", "256 bytes" },
  { ROOT ", \"x\": ", "[", QTR_LIMIT_DEPTH, "]", "64 levels" },
};

static char *
write_excess (const Excess *excess, guint n_elements)
{
  GString *text = g_string_new (excess->before);

  for (guint i = 0; i < n_elements; i++)
    g_string_append (text, excess->element);
  g_string_append (text, excess->after);
  return g_string_free_and_steal (text);
}

static void
test_limits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (excesses); i++) {
    g_autofree char *much = write_excess (&excesses[i], excesses[i].n_elements);
    g_autofree char *less = write_excess (&excesses[i], excesses[i].n_elements - 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrPlan) plan = read_text (much, &error);
    g_autoptr (GError) other = NULL;
    g_autoptr (QtrPlan) fits = read_text (less, &other);

    g_assert_null (plan);
    g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
    g_assert_nonnull (strstr (error->message, excesses[i].says));
    g_assert_false (g_error_matches (other, QTR_ERROR, QTR_ERROR_LIMIT));
  }
}

static void
test_too_many_members (void)
{
  GString *text = g_string_new (ROOT);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  for (guint i = 0; i < QTR_LIMIT_MEMBERS; i++)
    g_string_append_printf (text, ", \"m%u\": 1", i);
  g_string_append_c (text, '}');
  plan = read_text (text->str, &error);
  g_assert_null (plan);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
  g_string_free (text, TRUE);
}

/* Lists of lists, so that neither is too long alone. */
static void
test_too_many_values (void)
{
  GString *text = g_string_new (ROOT);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  for (guint i = 0; i < 81; i++) {
    g_string_append_printf (text, ", \"x%u\": [0", i);
    for (guint j = 1; j < QTR_LIMIT_ELEMENTS; j++)
      g_string_append (text, ",0");
    g_string_append_c (text, ']');
  }
  g_string_append_c (text, '}');
  plan = read_text (text->str, &error);
  g_assert_null (plan);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "8000000 values"));
  g_string_free (text, TRUE);
}

/* --- Newer versions --- */

static void
test_newer_kept (void)
{
  const char *text =
      "{\"format\": 7, \"id\": \"p\", \"people\": [{\"id\": \"x\", \"name\": \"Ada\", \"format\": \"tall\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) plan = read_text (text, &error);
  g_autoptr (QtrPlan) ours = read_text (ROOT "}", NULL);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (plan->format, ==, 7);
  g_assert_false (qtr_plan_check_format (plan, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_VERSION);
  g_assert_true (qtr_plan_check_format (ours, NULL));
  written = write_text (plan);
  g_assert_cmpstr (written, ==,
                   "{\n  \"format\" : 7,\n  \"id\" : \"p\",\n  \"people\" : [\n    {\n      \"id\" : \"x\",\n"
                   "      \"name\" : \"Ada\",\n      \"format\" : \"tall\"\n    }\n  ]\n}\n");
}

/* --- Notes --- */

#define COMMITMENTS ", \"priorities\": [{\"id\": \"p\", \"commitments\": ["

static const struct {
  const char *text;
  guint n_notes;
  /* What the first of them holds. */
  const char *says;
} noted[] = {
  { ROOT "}", 0, NULL },
  { ROOT
    ", \"updates\": [{\"id\": \"u\", \"sections\": [{\"id\": \"s\"}, {\"id\": \"t\", \"commitment\": \"gone\"}]}]}",
    1, "$.updates[0].sections[1].commitment: “gone” is no commitment" },
  { ROOT ", \"statuses\": [{\"id\": \"s\", \"update\": \"plan\"}]}", 1, "“plan” is no update" },
  { ROOT ", \"measures\": [{\"id\": \"m\", \"priorities\": [\"a\", \"b\"], \"owner\": \"c\"}]}", 3,
    "$.measures[0]" },
  { ROOT COMMITMENTS "{\"id\": \"a\", \"successor\": \"b\"}, {\"id\": \"b\"}]}]}", 0, NULL },
  { ROOT COMMITMENTS "{\"id\": \"a\", \"successor\": \"a\"}]}]}", 1, "commitments[0]: from this commitment" },
  { ROOT COMMITMENTS "{\"id\": \"a\", \"successor\": \"b\"}, {\"id\": \"b\", \"successor\": \"c\"}, "
                     "{\"id\": \"c\", \"successor\": \"b\"}, {\"id\": \"d\"}]}]}",
    3, "circle" },
  { ROOT ", \"measures\": [{\"id\": \"m\", \"numerator\": \"n\", \"denominator\": \"k\"}, {\"id\": \"k\"}, "
         "{\"id\": \"n\", \"numerator\": \"k\", \"denominator\": \"m\"}]}",
    2, "$.measures[0]: from this measure" },
};

static void
test_notes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (noted); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrPlan) plan = read_text (noted[i].text, &error);
    g_autoptr (GPtrArray) notes = NULL;

    g_assert_no_error (error);
    notes = qtr_format_list_notes (plan);
    g_assert_cmpuint (notes->len, ==, noted[i].n_notes);
    g_assert_true (noted[i].says == NULL || strstr (notes->pdata[0], noted[i].says) != NULL);
  }
}

/* A chain as long as one may be is followed in no time, and the notes are no flood. */
static void
test_many_notes (void)
{
  GString *text = g_string_new (ROOT COMMITMENTS);
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%u\", \"successor\": \"c%u\"}", i == 0 ? "" : ",", i,
                            (i + 1) % 50000);
  g_string_append (text, "]}]}");
  plan = read_text (text->str, NULL);
  g_assert_nonnull (plan);
  notes = qtr_format_list_notes (plan);
  g_assert_cmpuint (notes->len, ==, QTR_NOTES_MAX + 1);
  g_assert_nonnull (strstr (notes->pdata[QTR_NOTES_MAX], "49950 more"));
  g_string_free (text, TRUE);
}

/* Whatever is cut off or changed: a refusal or a plan, never a crash, and what is read can be written. */
static void
test_mutations (void)
{
  g_autoptr (QtrPlan) plan = (QtrPlan *) fill (&qtr_plan_type, 3);
  g_autofree char *text = write_text (plan);
  gsize length = strlen (text);

  for (guint i = 0; i < 4000; i++) {
    g_autofree char *mutated = g_strdup (text);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (QtrPlan) read = NULL;
    gsize at = g_test_rand_int_range (0, (int) length);

    mutated[at] = (char) g_test_rand_int_range (0, 256);
    bytes = g_bytes_new (mutated, g_test_rand_bit () ? length : at);
    read = qtr_format_read (bytes, NULL);
    if (read != NULL) {
      g_autofree char *written = write_text (read);

      g_assert_nonnull (written);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/round-trip", test_round_trip);
  g_test_add_func ("/format/empty-plan", test_empty_plan);
  g_test_add_func ("/format/unknown-members-kept", test_unknown_members_kept);
  g_test_add_func ("/format/decimals-exact", test_decimals_exact);
  g_test_add_func ("/format/too-deep", test_too_deep);
  g_test_add_func ("/format/logo-too-large", test_logo_too_large);
  g_test_add_func ("/format/limits", test_limits);
  g_test_add_func ("/format/too-many-members", test_too_many_members);
  g_test_add_func ("/format/too-many-values", test_too_many_values);
  g_test_add_func ("/format/newer-kept", test_newer_kept);
  g_test_add_func ("/format/notes", test_notes);
  g_test_add_func ("/format/many-notes", test_many_notes);
  g_test_add_func ("/format/mutations", test_mutations);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *path = g_strconcat ("/format/refusals/", refusals[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
  }

  return g_test_run ();
}
