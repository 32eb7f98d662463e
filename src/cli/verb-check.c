/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "base/error.h"
#include "check/checker.h"
#include "check/claims.h"
#include "check/glossary.h"
#include "check/rule.h"
#include "cli/finding-json.h"
#include "cli/terminal.h"
#include "format/format.h"
#include "import/importer.h"
#include "import/loose.h"
#include "store/file.h"

static char *quarter_text;
static char *severity_text;
static char **rules;
static gboolean with_claims;
static gboolean with_dismissed;
static gboolean only_glossary;
static gboolean as_json;

static const GOptionEntry entries[] = {
  { "quarter", 0, 0, G_OPTION_ARG_STRING, &quarter_text, N_ ("The quarter; the latest unless given"),
    N_ ("Q") },
  { "severity", 0, 0, G_OPTION_ARG_STRING, &severity_text,
    N_ ("The least severity to list: notice, warning or error"), N_ ("S") },
  { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rules, N_ ("Run this rule only; may be repeated"), N_ ("ID") },
  { "claims", 0, 0, G_OPTION_ARG_NONE, &with_claims, N_ ("List every claim that was read, with its verdict"),
    NULL },
  { "dismissed", 0, 0, G_OPTION_ARG_NONE, &with_dismissed,
    N_ ("List what was dismissed as well, with the reasons"), NULL },
  { "glossary", 0, 0, G_OPTION_ARG_NONE, &only_glossary,
    N_ ("List the acronyms and what they stand for, in place of the findings"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("List them as JSON"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* A plan is known by what it holds, not by its name. */
static gboolean
looks_like_plan (const char *name, GBytes *bytes)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (g_str_has_suffix (name, ".quarterly"))
    return TRUE;
  while (length > 0 && g_ascii_isspace (*text)) {
    text++;
    length--;
  }
  return length > 0 && *text == '{';
}

static void
take_claim (const QtrPlace *place, const QtrClaim *claim, gpointer data)
{
  json_array_add_element (data, qtr_claim_to_json (place, claim));
}

/* What was read, and what came of it; only one of the lists is made. */
typedef struct {
  GPtrArray *findings;
  GArray *glossary;
} Result;

static gboolean
check_plan (const char *name, GBytes *bytes, const QtrCheckerOptions *options, JsonArray *claims,
            Result *result, GError **error)
{
  g_autoptr (QtrPlan) plan = qtr_format_read (bytes, error);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  QtrPeriod quarter = QTR_PERIOD_UNSET;

  if (plan != NULL)
    qtr_terminal_tell_notes (name, plan);
  if (plan == NULL || !qtr_terminal_find_quarter (plan, quarter_text, &quarter, error))
    return FALSE;

  if (with_claims)
    qtr_claims_foreach_in_plan (plan, quarter, take_claim, claims);
  if (only_glossary)
    result->glossary = qtr_glossary_list (plan, quarter);
  else
    result->findings = qtr_checker_run (checker, plan, quarter, options);
  return TRUE;
}

static gboolean
check_text (const char *name, GBytes *bytes, const QtrCheckerOptions *options, JsonArray *claims,
            Result *result, GError **error)
{
  QtrCheckerOptions with_headings = *options;
  g_autofree char *headings = NULL;
  g_autoptr (QtrReport) report = qtr_import_read_loose (name, bytes, NULL, error);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GHashTable) lines = NULL;
  g_autoptr (QtrList) bullets = NULL;

  if (report == NULL)
    return FALSE;
  headings = qtr_report_to_headings (report);
  with_headings.headings = headings;
  bullets = qtr_report_to_bullets (report, &lines);
  if (with_claims)
    qtr_claims_foreach_in_bullets (bullets, lines, take_claim, claims);
  if (only_glossary)
    result->glossary = qtr_glossary_list_for_bullets (bullets, headings);
  else
    result->findings = qtr_checker_run_bullets (checker, bullets, lines, &with_headings);
  return TRUE;
}

static void
keep_severe (GPtrArray *findings, QtrSeverity least)
{
  for (guint i = findings->len; i > 0; i--) {
    const QtrFinding *finding = findings->pdata[i - 1];

    if (finding->severity < least)
      g_ptr_array_remove_index (findings, i - 1);
  }
}

static void
print_claim (const char *name, JsonObject *claim)
{
  g_autofree char *line = json_object_has_member (claim, "line")
                              ? g_strdup_printf ("%d:", (int) json_object_get_int_member (claim, "line"))
                              : g_strdup ("");

  g_print ("%s:%s %s: %s [%s]\n", name, line, json_object_get_string_member (claim, "verdict"),
           json_object_get_string_member (claim, "text"), json_object_get_string_member (claim, "relation"));
}

static void
print (const char *name, GPtrArray *findings, JsonArray *claims)
{
  if (as_json) {
    qtr_terminal_print_json (qtr_findings_to_json (name, findings, with_claims ? claims : NULL));
    return;
  }

  for (guint i = 0; i < json_array_get_length (claims); i++)
    print_claim (name, json_array_get_object_element (claims, i));
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *line = qtr_terminal_format_finding (name, findings->pdata[i]);

    g_print ("%s", line);
  }
  /* Translators: how many findings there are of each severity. */
  g_print (_ ("%s: errors: %u, warnings: %u, notices: %u\n"), name,
           qtr_findings_count (findings, QTR_SEVERITY_ERROR),
           qtr_findings_count (findings, QTR_SEVERITY_WARNING),
           qtr_findings_count (findings, QTR_SEVERITY_NOTICE));
}

/* --- The glossary --- */

static JsonNode *
glossary_to_json (const char *name, GArray *glossary)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "file");
  json_builder_add_string_value (json, name);
  json_builder_set_member_name (json, "glossary");
  json_builder_begin_array (json);
  for (guint i = 0; i < glossary->len; i++) {
    const QtrGlossaryEntry *entry = &g_array_index (glossary, QtrGlossaryEntry, i);

    json_builder_begin_object (json);
    json_builder_set_member_name (json, "acronym");
    json_builder_add_string_value (json, entry->letters);
    json_builder_set_member_name (json, "expansion");
    json_builder_add_string_value (json, entry->expansion);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}

/* A line for each, with a tab between. */
static QtrExit
print_glossary (const char *name, GArray *glossary)
{
  if (as_json) {
    qtr_terminal_print_json (glossary_to_json (name, glossary));
    return QTR_EXIT_DONE;
  }
  for (guint i = 0; i < glossary->len; i++) {
    const QtrGlossaryEntry *entry = &g_array_index (glossary, QtrGlossaryEntry, i);

    g_print ("%s\t%s\n", entry->letters, entry->expansion);
  }

  return QTR_EXIT_DONE;
}

static gboolean
check_rules (void)
{
  for (guint i = 0; rules != NULL && rules[i] != NULL; i++) {
    if (qtr_rule_find (rules[i]) == NULL) {
      qtr_terminal_fail_usage (_ ("there is no rule “%s”; “man quarterly-cli” lists them"), rules[i]);
      return FALSE;
    }
  }

  return TRUE;
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonArray) claims = json_array_new ();
  QtrSeverity least = QTR_SEVERITY_NOTICE;
  QtrCheckerOptions options = { 0 };
  g_autoptr (GArray) glossary = NULL;
  Result result = { NULL };
  GError *error = NULL;
  gboolean done = FALSE;

  if (!qtr_terminal_parse (&qtr_verb_check, entries, 1, &argc, &argv) || !check_rules ())
    return QTR_EXIT_FAILED;
  if (severity_text != NULL && !qtr_severity_parse (severity_text, &least)) {
    qtr_terminal_fail_usage (_ ("“%s” is no severity; take notice, warning or error"), severity_text);
    return QTR_EXIT_FAILED;
  }

  file = g_file_new_for_commandline_arg (argv[1]);
  bytes = qtr_file_read_bytes (file, &error);
  if (bytes == NULL)
    return qtr_terminal_fail (NULL, error);
  options.rules = (const char *const *) rules;
  options.with_dismissed = with_dismissed;
  done = looks_like_plan (argv[1], bytes) ? check_plan (argv[1], bytes, &options, claims, &result, &error)
                                          : check_text (argv[1], bytes, &options, claims, &result, &error);
  findings = result.findings;
  glossary = result.glossary;
  if (!done)
    return qtr_terminal_fail (argv[1], error);
  if (glossary != NULL)
    return print_glossary (argv[1], glossary);

  keep_severe (findings, least);
  print (argv[1], findings, claims);
  return qtr_findings_count (findings, QTR_SEVERITY_ERROR) > 0 ? QTR_EXIT_FOUND : QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_check = {
  .name = "check",
  .arguments = "FILE",
  .summary = N_ ("Check an update of a plan, or proofread any text"),
  .run = run,
};
