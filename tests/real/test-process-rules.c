/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "series/process-rules.h"

/*
 * The cases that the Power BI visual publishes for its rules. They are ours where the rule's length is ours
 * (seven), or where it has none. Of two lines for each point, a stretch of ours has one: cases with lines
 * that vary are held against them point by point.
 */

/* Where we say something else, and why: in their rule the third of three neighbours may be anywhere, in ours
 * it is on the same side of the mean as the two. In these cases it is *on* the mean, or on the other side. */
static const struct {
  const char *name;
  const char *ours;
} DIFFERENCES[] = {
  { "should detect two-in-three upper violations (2 out of 3 above upper limit)", "......" },
  { "should detect two-in-three lower violations (2 out of 3 below lower limit)", "......" },
  { "should detect pattern: outside, outside, inside (3 consecutive with 2 outside)", "......" },
  { "should detect pattern: outside, inside, outside (3 consecutive with 2 outside)", "....." },
  { "should detect pattern: inside, outside, outside (3 consecutive with 2 outside)", "....." },
  { "should handle mixed upper and lower violations separately", "......" },
  { "should detect consecutive two-in-three patterns", "......." },
  { "should handle three points with exactly 2 outside", "...." },
  { "should detect lower two-in-three pattern", "....." },
  { "should handle rolling window correctly (continuous pattern)", "......." },
};

typedef struct {
  const char *rule;
  const char *name;
  JsonArray *values;
  JsonArray *centre;
  JsonArray *lower;
  JsonArray *upper;
  JsonArray *expected;
} Case;

static QtrRational
get_number (JsonArray *array, guint i)
{
  g_autofree char *text = NULL;
  QtrDecimal decimal;

  if (array == NULL)
    return QTR_RATIONAL_NONE;
  text = g_strdup_printf ("%.6f", json_array_get_double_element (array, i));
  g_assert_true (qtr_decimal_parse (text, &decimal, NULL));
  return qtr_rational_from_decimal (decimal);
}

static QtrRational
get_middle (QtrRational a, QtrRational b)
{
  return qtr_rational_divide (qtr_rational_add (a, b), qtr_rational_new (2, 1));
}

/* What they call astronomical is outside our limits; what they call two of three, beyond our two-sigma lines.
 */
static QtrLimitsBounds
get_bounds (const Case *one, guint i)
{
  QtrRational upper = get_number (one->upper, i);
  QtrRational lower = get_number (one->lower, i);
  QtrLimitsBounds bounds = { .mean = get_number (one->centre, i) };

  if (g_str_equal (one->rule, "astronomical")) {
    bounds.upper = upper;
    bounds.lower = lower;
  } else if (g_str_equal (one->rule, "twoInThree")) {
    bounds.mean = get_middle (upper, lower);
    bounds.upper_two = upper;
    bounds.lower_two = lower;
  }
  return bounds;
}

static char *
apply (const Case *one)
{
  guint n = json_array_get_length (one->values);
  gboolean by_point = g_str_equal (one->rule, "astronomical");
  g_autofree QtrRational *values = g_new (QtrRational, n + 1);
  g_autofree QtrLimitsMark *marks = g_new (QtrLimitsMark, n + 1);
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    values[i] = get_number (one->values, i);
  for (guint i = 0; i < n; i += by_point ? 1 : n) {
    QtrLimitsBounds bounds = get_bounds (one, i);

    qtr_limits_apply_rules (values + i, by_point ? 1 : n, &bounds, QTR_LIMITS_PLAIN, marks + i);
  }
  for (guint i = 0; i < n; i++)
    g_string_append_c (letters, marks[i].side > 0 ? 'u' : marks[i].side < 0 ? 'l' : '.');
  return g_string_free (letters, FALSE);
}

static char *
read_expected (const Case *one)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (one->expected); i++) {
    const char *flag = json_array_get_string_element (one->expected, i);

    g_string_append_c (letters, *flag == 'n' ? '.' : *flag);
  }
  for (guint i = 0; i < G_N_ELEMENTS (DIFFERENCES); i++)
    if (g_str_equal (DIFFERENCES[i].name, one->name))
      g_string_assign (letters, DIFFERENCES[i].ours);
  return g_string_free (letters, FALSE);
}

static void
check_case (const Case *one)
{
  g_autofree char *found = apply (one);
  g_autofree char *expected = read_expected (one);

  g_test_message ("%s: %s", one->rule, one->name);
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
is_constant (JsonArray *array)
{
  for (guint i = 1; array != NULL && i < json_array_get_length (array); i++)
    if (json_array_get_double_element (array, i) != json_array_get_double_element (array, 0))
      return FALSE;

  return TRUE;
}

/* A series of its own highlight is their option, not ours; lines of a run that vary are not a stretch of
 * ours. */
static gboolean
is_ours (char **cells, const Case *one)
{
  gboolean has_our_length = *cells[4] == '\0' || g_str_equal (cells[4], "7");
  gboolean by_point = g_str_equal (one->rule, "astronomical");

  return has_our_length && !g_str_equal (cells[7], "true") &&
         (by_point || (is_constant (one->centre) && is_constant (one->lower) && is_constant (one->upper)));
}

static JsonArray *
parse_array (GPtrArray *keep, const char *text)
{
  JsonNode *node = *text == '\0' ? NULL : json_from_string (text, NULL);

  if (node == NULL)
    return NULL;
  g_ptr_array_add (keep, node);
  return json_node_get_array (node);
}

static void
test_published (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_TEST_SHARED"), "data", "spc",
                                            "published_rule_cases_powerbi_spc.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_checked = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++) {
    g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    Case one = {
      .rule = cells[0],
      .name = cells[1],
      .values = parse_array (keep, cells[2]),
      .centre = parse_array (keep, cells[3]),
      .lower = parse_array (keep, cells[5]),
      .upper = parse_array (keep, cells[6]),
      .expected = parse_array (keep, cells[8]),
    };

    if (is_ours (cells, &one)) {
      check_case (&one);
      n_checked++;
    }
  }
  g_assert_cmpuint (n_checked, ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real-process-rules/published", test_published);
  return g_test_run ();
}
