/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/error.h"
#include "cli/limits-table.h"
#include "cli/terminal.h"
#include "series/process-limits.h"

/* The least decimals of a computed figure, and how many digits of it are printed where these are more. */
#define LEAST_DECIMALS 6
#define DIGITS 15

#define UNSET_BASELINE G_MININT

static char *edition;
static char *good;
static char **rebases;
static int baseline;
static gboolean as_json;

static const GOptionEntry entries[] = {
  { "edition", 0, 0, G_OPTION_ARG_STRING, &edition,
    N_ ("After which book: screened or plain; screened unless given"), N_ ("E") },
  { "good", 0, 0, G_OPTION_ARG_STRING, &good,
    N_ ("Which way is good: up, down or neither; neither unless given"), N_ ("WAY") },
  { "rebase", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rebases,
    N_ ("Start afresh at this period, as it stands in the table; may be repeated"), N_ ("PERIOD") },
  { "baseline", 0, 0, G_OPTION_ARG_INT, &baseline, N_ ("Compute the lines from the first K values only"),
    N_ ("K") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print them as JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* --- What is asked for --- */

static gboolean
find_good (const char *word, QtrGood *found)
{
  static const char *const words[] = { "neither", "up", "down" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (words[i], word)) {
      *found = (QtrGood) i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_options (QtrLimitsOptions *options)
{
  if (edition != NULL && !qtr_limits_edition_find (edition, &options->edition)) {
    qtr_terminal_fail_usage (_ ("there is no edition “%s”; take screened or plain"), edition);
    return FALSE;
  }
  if (good != NULL && !find_good (good, &options->good)) {
    qtr_terminal_fail_usage (_ ("“%s” is no direction that could be good; take up, down or neither"), good);
    return FALSE;
  }
  if (baseline != UNSET_BASELINE && baseline < 2) {
    qtr_terminal_fail_usage (_ ("a baseline takes two values at least, so that there is a moving range"));
    return FALSE;
  }
  options->baseline = baseline == UNSET_BASELINE ? 0 : (guint) baseline;
  return TRUE;
}

static gboolean
find_rebases (const GArray *rows, guint *places, GError **error)
{
  for (guint i = 0; rebases != NULL && rebases[i] != NULL; i++) {
    places[i] = qtr_limits_table_find (rows, rebases[i]);
    if (places[i] < rows->len)
      continue;
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
                 _ ("there is no period “%s” to start afresh at; write it as it stands there, like “%s”"),
                 rebases[i], g_array_index (rows, QtrLimitsRow, 0).period);
    return FALSE;
  }
  return TRUE;
}

static QtrLimits *
compute (const GArray *rows, QtrLimitsOptions *options, GError **error)
{
  g_autofree guint *places = g_new0 (guint, rebases == NULL ? 0 : g_strv_length (rebases));
  g_autofree QtrDecimal *values = g_new (QtrDecimal, rows->len);

  if (rows->len == 0) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_SHAPE,
                         _ ("it has no rows; give it one for each period"));
    return NULL;
  }
  if (!find_rebases (rows, places, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    values[i] = g_array_index (rows, QtrLimitsRow, i).value;
  options->rebases = places;
  options->n_rebases = rebases == NULL ? 0 : g_strv_length (rebases);
  return qtr_limits_new (values, rows->len, options, error);
}

/* --- What is printed --- */

/* With a point in every language, and with as many decimals as a double can vouch for. */
static char *
format_line (QtrRational line)
{
  double number = qtr_rational_to_double (line);
  double size = fabs (number);
  int whole = size >= 1 ? (int) floor (log10 (size)) + 1 : 1;
  char format[16];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 32];

  if (!qtr_rational_is_set (line))
    return NULL;
  g_snprintf (format, sizeof format, "%%.%df", MAX (LEAST_DECIMALS, DIGITS - whole));
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, number));
}

static void
add_member (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  if (text == NULL || *text == '\0')
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, text);
}

static void
add_lines (JsonBuilder *json, const QtrLimitsSegment *segment)
{
  g_autofree char *mean = format_line (segment->bounds.mean);
  g_autofree char *upper = format_line (segment->bounds.upper);
  g_autofree char *lower = format_line (segment->bounds.lower);

  add_member (json, "mean", mean);
  add_member (json, "upper", upper);
  add_member (json, "lower", lower);
}

static void
add_trial (JsonBuilder *json, const QtrLimitsSegment *segment)
{
  json_builder_set_member_name (json, "trial");
  json_builder_add_boolean_value (json, segment->trial);
}

static void
add_point (JsonBuilder *json, const QtrLimitsRow *row, const QtrLimits *limits, guint i)
{
  const QtrLimitsPoint *point = &limits->points[i];
  g_autofree char *value = qtr_decimal_to_string (row->value);

  json_builder_begin_object (json);
  add_member (json, "period", row->period);
  add_member (json, "value", value);
  add_member (json, "special", qtr_special_get_word (point->special));
  add_member (json, "rule", qtr_limits_rule_get_word (point->mark.rule));
  add_lines (json, &limits->segments[point->segment]);
  add_trial (json, &limits->segments[point->segment]);
  json_builder_end_object (json);
}

static void
print_json (const GArray *rows, const QtrLimits *limits)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const QtrLimitsSegment *last = qtr_limits_get_last (limits);

  json_builder_begin_object (json);
  add_member (json, "edition", qtr_limits_edition_get_word (limits->edition));
  add_lines (json, last);
  add_trial (json, last);
  json_builder_set_member_name (json, "points");
  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    add_point (json, &g_array_index (rows, QtrLimitsRow, i), limits, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
  qtr_terminal_print_json (json_builder_get_root (json));
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static void
print_row (const QtrLimitsRow *row, const QtrLimits *limits, guint i)
{
  const QtrLimitsPoint *point = &limits->points[i];
  const QtrLimitsSegment *segment = &limits->segments[point->segment];
  g_autofree char *period = g_strdelimit (g_strdup (row->period), "\t\n\r", ' ');
  g_autofree char *value = qtr_decimal_to_string (row->value);
  g_autofree char *mean = format_line (segment->bounds.mean);
  g_autofree char *upper = format_line (segment->bounds.upper);
  g_autofree char *lower = format_line (segment->bounds.lower);

  g_print (
      "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", period, value, or_empty (qtr_special_get_word (point->special)),
      or_empty (qtr_limits_rule_get_word (point->mark.rule)), or_empty (mean), or_empty (upper),
      or_empty (lower), segment->trial ? "true" : "false", qtr_limits_edition_get_word (limits->edition));
}

/* The headings are those of the JSON, in every language. */
static void
print_tsv (const GArray *rows, const QtrLimits *limits)
{
  g_print ("period\tvalue\tspecial\trule\tmean\tupper\tlower\ttrial\tedition\n");
  for (guint i = 0; i < rows->len; i++)
    print_row (&g_array_index (rows, QtrLimitsRow, i), limits, i);
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (QtrLimits) limits = NULL;
  QtrLimitsOptions options = { .edition = QTR_LIMITS_SCREENED, .good = QTR_GOOD_NEITHER };
  gboolean sorted = FALSE;
  GError *error = NULL;

  baseline = UNSET_BASELINE;
  if (!qtr_terminal_parse (&qtr_verb_limits, entries, 1, &argc, &argv) || !read_options (&options))
    return QTR_EXIT_FAILED;

  file = g_file_new_for_commandline_arg (argv[1]);
  rows = qtr_limits_table_read (file, &sorted, &error);
  limits = rows == NULL ? NULL : compute (rows, &options, &error);
  if (limits == NULL)
    return qtr_terminal_fail (argv[1], error);

  if (sorted)
    qtr_terminal_tell (argv[1], _ ("the rows were not in order of time; they were put in it"));
  if (as_json)
    print_json (rows, limits);
  else
    print_tsv (rows, limits);
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_limits = {
  .name = "limits",
  .arguments = "CSV",
  .summary = N_ ("Compute process limits and special-cause points of a table"),
  .run = run,
};
