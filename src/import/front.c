/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/pattern.h"
#include "import/quarter.h"
#include "import/structure-private.h"

#define DATE QTR_QUARTER_DATE
#define DASH "[\\x{2010}-\\x{2015}-]"
#define LINE_MAX_BYTES 400
#define NAME_BYTES_MAX 120

static QtrPattern data_pattern = {
  "\\bdata\\s+(?:is\\s+)?(?:up\\s+)?(?:to|as\\s+at|as\\s+of|until)\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(" DATE
  ")",
  0
};
static QtrPattern version_pattern = { "\\b(?:version|ver\\.?|v)\\s*:?\\s*(\\d+(?:\\.\\d+){0,2}[a-z]?)\\b",
                                      0 };
static QtrPattern produced_pattern = {
  "\\b(?:produced|published|prepared|issued|created|dated?)\\s*(?:on|in|:)?\\s+(" DATE ")", 0
};
static QtrPattern unit_pattern = {
  "\\b(?:(?:produced|published|prepared|issued|written|compiled)\\s+by|author)\\s*:?\\s+(.+)$", 0
};
static QtrPattern marking_pattern = {
  "^\\W*(official(?:\\s*[\\x{2010}-\\x{2015}-]?\\s*sensitive)?(?:\\s*[\\x{2010}-\\x{2015}:-].*)?|not\\s+protectively\\s+marked"
  "|unclassified|unmarked|restricted|confidential|secret|top\\s+secret|protect|internal(?:\\s+use(?:\\s+only)?)?"
  "|public|for\\s+publication)\\W*$",
  0,
};
static QtrPattern bracketed_pattern = { "^\\[\\s*([^\\[\\]]{2,60}?)\\s*\\]$", 0 };
static QtrPattern years_pattern = { "\\b((?:19|20)\\d{2}\\s*(?:" DASH
                                    "|/|to)\\s*(?:(?:19|20)\\d{2}|\\d{2}))\\b",
                                    0 };
/* What is left of a quarter that could not be read is no title. */
static QtrPattern quarter_pattern = { "^\\W*(?:\\w+\\s+quarter|(?:quarter|qtr|q)\\W*\\w*)\\W*$", 0 };
static QtrPattern unit_words_pattern = {
  "\\b(?:unit|team|department|office|directorate|division|branch|section|service|bureau|group)\\b", 0
};
/* What publishes a report. */
static QtrPattern body_words_pattern = {
  "\\b(?:council|constabulary|police|authority|trust|commissioner|university|college|agency|board|commission"
  "|assembly|government|ministry|department|executive|corporation|association|foundation|nhs|service|services"
  "|partnership|office)\\b",
  0
};
/* What a report calls itself, which names neither its plan nor its author. */
static QtrPattern kind_pattern = {
  "^(?:the\\s+)?(?:quarterly|performance|progress|monitoring|\\s|and|&)*\\s*(?:update|report|review|bulletin|monitor)$",
  0
};
static QtrPattern document_words_pattern = {
  "\\b(?:plan|report|reports|update|review|bulletin|summary|strategy|draft|final|contents|page|copy)\\b", 0
};

/* The fields that stand anywhere in a line, in the order in which they are looked for. A date must be one. */
static const struct {
  QtrPattern *pattern;
  gsize field;
  gboolean dated;
} inline_fields[] = {
  { &data_pattern, G_STRUCT_OFFSET (QtrReportFront, data_to), TRUE },
  { &version_pattern, G_STRUCT_OFFSET (QtrReportFront, version), FALSE },
  { &produced_pattern, G_STRUCT_OFFSET (QtrReportFront, produced), TRUE },
  { &unit_pattern, G_STRUCT_OFFSET (QtrReportFront, unit), FALSE },
};

static gboolean
set_field (QtrReportField *field, const char *text, guint line)
{
  g_autofree char *clean = qtr_line_collapse (text);

  if (field->text != NULL || clean[0] == '\0')
    return FALSE;
  field->text = g_steal_pointer (&clean);
  field->line = line;
  return TRUE;
}

/* A date as the plan keeps it: one in words stays, one in numbers is given as its month. Those that name no
 * month are none. */
static char *
clean_date (const char *date)
{
  QtrPeriod month = qtr_quarter_parse_month (date);
  QtrPeriod same = QTR_PERIOD_UNSET;
  const char *word = strpbrk (date, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (!qtr_period_is_set (month))
    return NULL;
  while (word != NULL && (!qtr_period_parse (word, 1, &same, NULL) || same.unit != QTR_PERIOD_MONTH)) {
    word = strchr (word, ' ');
    word = word != NULL ? word + 1 : NULL;
  }
  return word != NULL ? g_strdup (date) : qtr_period_to_string (month);
}

/* Takes a field out of the line's text, so that what is left over is seen. */
static gboolean
take_inline (QtrScan *scan, gsize index, GString *text, guint line)
{
  QtrReportField *field = G_STRUCT_MEMBER_P (&scan->report->front, inline_fields[index].field);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *value = NULL;
  g_autofree char *clean = NULL;
  int start = 0;
  int end = 0;

  if (field->text != NULL || !qtr_pattern_match (inline_fields[index].pattern, text->str, &info))
    return FALSE;
  value = g_match_info_fetch (info, 1);
  clean = inline_fields[index].dated ? clean_date (value) : g_strdup (value);
  if (clean == NULL || !set_field (field, clean, line))
    return FALSE;
  if (!g_str_equal (clean, value) && inline_fields[index].dated)
    qtr_report_note (scan->report, line, g_strdup_printf (_ ("The date %s is kept as %s"), value, clean));
  g_match_info_fetch_pos (info, 0, &start, &end);
  g_string_erase (text, start, end - start);
  return TRUE;
}

/* Takes each naming of the quarter; one of another quarter stays in the text. */
static gboolean
take_quarter (QtrScan *scan, GString *text, guint line)
{
  QtrReportFront *front = &scan->report->front;
  int first_month = scan->context->first_month > 0 ? scan->context->first_month : 4;
  QtrPeriod period = QTR_PERIOD_UNSET;
  gboolean found = FALSE;
  int start = 0;
  int end = 0;

  while (qtr_quarter_find (text->str, first_month, &period, &start, &end) &&
         (!qtr_period_is_set (front->period) || front->period.start == period.start)) {
    g_autofree char *value = g_strndup (text->str + start, (gsize) (end - start));

    set_field (&front->quarter, value, line);
    front->period = period;
    g_string_erase (text, start, end - start);
    g_string_insert_c (text, start, ' ');
    found = TRUE;
  }
  return found;
}

static gboolean
take_marking (QtrReportFront *front, const char *text, guint line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *value = NULL;

  if (!qtr_pattern_match (&bracketed_pattern, text, &info) &&
      !qtr_pattern_match (&marking_pattern, text, &info))
    return FALSE;
  value = g_match_info_fetch (info, 1);
  g_strdelimit (value, "[]", ' ');
  /* A marking on each page is one marking. */
  return set_field (&front->marking, value, line) ||
         g_ascii_strcasecmp (front->marking.text, g_strstrip (value)) == 0;
}

static void
leave (QtrScan *scan, guint line, const char *text)
{
  qtr_report_leave (scan->report, line, text,
                    _ ("stands before the first priority, and is none of the front page's fields"));
}

/* Whether the words may be somebody's name: capitals where they count, and no sentence or document. */
static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,/&", -1);
  guint capitals = 0;
  guint others = 0;
  gboolean within = FALSE;

  if (strlen (text) > NAME_BYTES_MAX || g_str_has_suffix (text, ".") || strpbrk (text, ":;!?") != NULL ||
      qtr_pattern_match (&document_words_pattern, text, NULL))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++) {
    within = within || words[i][0] == '(';
    if (!within && g_utf8_strlen (words[i], -1) > 3)
      *(g_unichar_isupper (g_utf8_get_char (words[i])) ? &capitals : &others) += 1;
    within = within && strchr (words[i], ')') == NULL;
  }
  return g_unichar_isupper (g_utf8_get_char (text)) && capitals > 0 && capitals > others;
}

static gboolean
is_body (const char *text)
{
  return is_name (text) && qtr_pattern_match (&body_words_pattern, text, NULL) &&
         !qtr_pattern_match (&years_pattern, text, NULL);
}

/* The report's own kind, the name of the body, or what nobody can place. */
static void
take_beside (QtrScan *scan, const char *text, guint line)
{
  QtrReportFront *front = &scan->report->front;

  if (text[0] == '\0')
    return;
  if (qtr_pattern_match (&kind_pattern, text, NULL) && set_field (&front->subtitle, text, line))
    qtr_report_note (scan->report, line, g_strdup_printf (_ ("Kind of report: %s"), text));
  else if (is_body (text) && set_field (&front->body, text, line))
    qtr_report_note (scan->report, line, g_strdup_printf (_ ("Publishing body: %s"), text));
  else
    leave (scan, line, text);
}

/* A line that names the years says more surely what the plan is called than a heading does, which then was
 * the name of the body or of the report. */
static void
displace_title (QtrScan *scan)
{
  QtrReportField *title = &scan->report->front.title;
  g_autofree char *old = g_steal_pointer (&title->text);

  if (old != NULL)
    take_beside (scan, old, title->line);
}

static gboolean
take_years (QtrScan *scan, const QtrLine *line, const char *text)
{
  QtrReportFront *front = &scan->report->front;
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *years = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int start = 0;
  int end = 0;

  if (!qtr_pattern_match (&years_pattern, text, &info))
    return FALSE;
  years = g_match_info_fetch (info, 1);
  g_match_info_fetch_pos (info, 1, &start, &end);
  before = g_strchomp (g_strndup (text, (gsize) start));
  if (before[0] == '\0' || front->plan_period.text != NULL ||
      qtr_pattern_match (&quarter_pattern, before, NULL))
    return FALSE;
  displace_title (scan);
  set_field (&front->title, before, line->number);
  set_field (&front->plan_period, years, line->number);
  after = qtr_line_collapse (text + end + strspn (text + end, " :,;.-"));
  take_beside (scan, after, line->number);
  return TRUE;
}

static gboolean
take_title (QtrScan *scan, const QtrLine *line, const char *text)
{
  QtrReportFront *front = &scan->report->front;

  if (take_years (scan, line, text))
    return TRUE;
  if ((line->level == 0 && !line->bold) || front->plan_period.text != NULL ||
      (line->level > 0 && qtr_line_ends_sentence (text)) || qtr_pattern_match (&kind_pattern, text, NULL))
    return FALSE;
  if (front->title.text != NULL && is_body (front->title.text) && !is_body (text))
    displace_title (scan);
  return set_field (&front->title, text, line->number);
}

/* Spaces and marks between fields are no words. */
static char *
trim_rest (const char *text)
{
  g_autofree char *rest = qtr_line_collapse (text);
  char *start = rest;
  char *end = rest + strlen (rest);

  while (start < end && (strchr (" *-,:;|/", start[0]) != NULL || g_str_has_prefix (start, "–") ||
                         g_str_has_prefix (start, "—")))
    start = g_utf8_next_char (start);
  while (end > start) {
    char *last = g_utf8_prev_char (end);

    if (strchr (" *-,:;|/", last[0]) == NULL && !g_str_has_prefix (last, "–") &&
        !g_str_has_prefix (last, "—"))
      break;
    end = last;
    *end = '\0';
  }
  return g_strdup (start);
}

static gboolean
has_words (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  }
  return FALSE;
}

/* What is left of a line after its fields: the unit if it reads like one or follows them, else unplaced. */
static void
take_rest (QtrScan *scan, const QtrLine *line, const char *text, gboolean in_imprint)
{
  QtrReportFront *front = &scan->report->front;
  gboolean unit = is_name (text) && (in_imprint || qtr_pattern_match (&unit_words_pattern, text, NULL));

  if (take_marking (front, text, line->number))
    return;
  if (in_imprint && unit && set_field (&front->unit, text, line->number))
    return;
  if (take_title (scan, line, text) || (unit && set_field (&front->unit, text, line->number)))
    return;
  if (line->level > 0 || line->bold)
    take_beside (scan, text, line->number);
  else
    leave (scan, line->number, text);
}

static void
read_line (QtrScan *scan, const QtrLine *line)
{
  g_autoptr (GString) text = g_string_new (line->text);
  gboolean in_imprint = FALSE;
  g_autofree char *rest = NULL;

  if (qtr_aside_is_draft (line)) {
    qtr_report_note (scan->report, line->number,
                     g_strdup_printf (_ ("The notice of a draft: %s"), line->text));
    return;
  }
  for (gsize i = 0; strlen (line->text) < LINE_MAX_BYTES && i < G_N_ELEMENTS (inline_fields); i++)
    in_imprint = take_inline (scan, i, text, line->number) || in_imprint;
  if (strlen (line->text) < LINE_MAX_BYTES)
    take_quarter (scan, text, line->number);
  rest = trim_rest (text->str);
  if (has_words (rest))
    take_rest (scan, line, rest, in_imprint);
}

/* Where nothing else is known, the data's last month tells the quarter, and the body's name who produced the
 * report. */
static void
complete_front (QtrScan *scan)
{
  QtrReportFront *front = &scan->report->front;
  int first_month = scan->context->first_month > 0 ? scan->context->first_month : 4;

  if (front->unit.text == NULL && front->body.text != NULL)
    set_field (&front->unit, front->body.text, front->body.line);
  if (!qtr_period_is_set (front->period) && front->data_to.text != NULL)
    front->period =
        qtr_period_as_unit (qtr_quarter_parse_month (front->data_to.text), QTR_PERIOD_QUARTER, first_month);
}

/* A part with a heading of its own, such as a foreword, is not looked through for fields. */
static gboolean
is_aside (QtrScan *scan, const QtrLine *line, int *level)
{
  if (line->level > 0 && (*level == 0 || line->level <= *level))
    *level = qtr_aside_is_named (line) ? line->level : 0;
  if (*level > 0)
    leave (scan, line->number, line->text);
  return *level > 0;
}

void
qtr_front_read (QtrScan *scan, guint end)
{
  int aside = 0;

  for (guint i = 0; i < end; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_TABLE)
      qtr_report_leave (scan->report, part->line->number, part->line->text, _ ("is a table"));
    else if (part->role == QTR_ROLE_BODY && !is_aside (scan, part->line, &aside))
      read_line (scan, part->line);
    if (part->role == QTR_ROLE_TABLE || part->role == QTR_ROLE_BODY) {
      part->role = QTR_ROLE_TAKEN;
      part->used = TRUE;
    }
  }
  complete_front (scan);
}
