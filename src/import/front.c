/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/pattern.h"
#include "import/structure-private.h"

#define MONTH "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?"
#define DATE \
  "(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?" MONTH \
  "\\s+\\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d{2}(?:-\\d{2})?"
#define DASH "[\\x{2010}-\\x{2015}-]"

static QtrPattern quarter_pattern = {
  "\\b(?:(?:quarter|qtr|q)\\s*[1-4]\\b[\\s,:(\\x{2013}-]{0,3}(?:fy\\s*)?\\d{4}(?:\\s*[/\\x{2010}-\\x{2015}-]\\s*\\d{2,4})?\\)?"
  "|\\d{4}\\s*[/\\x{2010}-\\x{2015}-]\\s*\\d{2,4}[\\s,:\\x{2013}-]{0,3}(?:quarter|qtr|q)\\s*[1-4]\\b)",
  0,
};
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
static QtrPattern unit_words_pattern = {
  "\\b(?:unit|team|department|office|directorate|division|branch|section|service|bureau|group)\\b", 0
};

/* The fields that stand anywhere in a line, in the order in which they are looked for. */
static const struct {
  QtrPattern *pattern;
  gsize field;
  int group;
} inline_fields[] = {
  { &data_pattern, G_STRUCT_OFFSET (QtrReportFront, data_to), 1 },
  { &quarter_pattern, G_STRUCT_OFFSET (QtrReportFront, quarter), 0 },
  { &version_pattern, G_STRUCT_OFFSET (QtrReportFront, version), 1 },
  { &produced_pattern, G_STRUCT_OFFSET (QtrReportFront, produced), 1 },
  { &unit_pattern, G_STRUCT_OFFSET (QtrReportFront, unit), 1 },
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

/* Takes a field out of the line's text, so that what is left over is seen. */
static gboolean
take_inline (QtrReportFront *front, gsize index, GString *text, guint line)
{
  QtrReportField *field = G_STRUCT_MEMBER_P (front, inline_fields[index].field);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *value = NULL;
  int start = 0;
  int end = 0;

  if (field->text != NULL || !qtr_pattern_match (inline_fields[index].pattern, text->str, &info))
    return FALSE;
  value = g_match_info_fetch (info, inline_fields[index].group);
  if (!set_field (field, value, line))
    return FALSE;
  g_match_info_fetch_pos (info, 0, &start, &end);
  g_string_erase (text, start, end - start);
  return TRUE;
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

/* A line that names the years says more surely what the plan is called than a heading does, which then was
 * the name of the body or of the report. */
static void
displace_title (QtrReportFront *front)
{
  g_autofree char *old = g_steal_pointer (&front->title.text);

  if (old != NULL)
    set_field (&front->subtitle, old, front->title.line);
}

static gboolean
take_title (QtrReportFront *front, const QtrLine *line, const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *years = NULL;
  g_autofree char *before = NULL;
  int start = 0;
  int end = 0;

  if (front->plan_period.text != NULL)
    return FALSE;
  if (!qtr_pattern_match (&years_pattern, text, &info))
    return (line->level > 0 || line->bold) && set_field (&front->title, text, line->number);
  years = g_match_info_fetch (info, 1);
  g_match_info_fetch_pos (info, 1, &start, &end);
  before = g_strchomp (g_strndup (text, (gsize) start));
  if (before[0] == '\0' || (front->title.text != NULL && front->subtitle.text != NULL))
    return FALSE;
  displace_title (front);
  set_field (&front->title, before, line->number);
  set_field (&front->plan_period, years, line->number);
  set_field (&front->subtitle, text + end + strspn (text + end, " :,;.-"), line->number);
  return TRUE;
}

/* What is left of a line after its fields: the unit if it reads like one or follows them, else unplaced. */
static void
take_rest (QtrScan *scan, const QtrLine *line, const char *text, gboolean after_fields)
{
  QtrReportFront *front = &scan->report->front;

  if (take_marking (front, text, line->number) || take_title (front, line, text))
    return;
  if ((after_fields || qtr_pattern_match (&unit_words_pattern, text, NULL)) && strlen (text) < 120 &&
      set_field (&front->unit, text, line->number))
    return;
  if (front->subtitle.text == NULL && line->level > 0 && set_field (&front->subtitle, text, line->number))
    return;
  qtr_report_leave (scan->report, line->number, text,
                    _ ("stands before the first priority, and is none of the front page's fields"));
}

static void
read_line (QtrScan *scan, const QtrLine *line)
{
  g_autoptr (GString) text = g_string_new (line->text);
  gboolean found = FALSE;
  g_autofree char *rest = NULL;

  for (gsize i = 0; strlen (line->text) < 400 && i < G_N_ELEMENTS (inline_fields); i++)
    found = take_inline (&scan->report->front, i, text, line->number) || found;
  rest = qtr_line_collapse (text->str);
  /* Stops and dashes between fields are no words. */
  if (rest[strcspn (rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] != '\0')
    take_rest (scan, line, rest, found);
}

static void
find_period (QtrScan *scan)
{
  QtrReportFront *front = &scan->report->front;
  int first_month = scan->context->first_month > 0 ? scan->context->first_month : 4;
  QtrPeriod month = QTR_PERIOD_UNSET;

  if (front->quarter.text != NULL)
    qtr_period_parse (front->quarter.text, first_month, &front->period, NULL);
  if (qtr_period_is_set (front->period) || front->data_to.text == NULL)
    return;
  if (qtr_period_parse (front->data_to.text, first_month, &month, NULL))
    front->period = qtr_period_as_unit (month, QTR_PERIOD_QUARTER, first_month);
}

void
qtr_front_read (QtrScan *scan, guint end)
{
  for (guint i = 0; i < end; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_TABLE)
      qtr_report_leave (scan->report, part->line->number, part->line->text, _ ("is a table"));
    else if (part->role == QTR_ROLE_BODY)
      read_line (scan, part->line);
    if (part->role == QTR_ROLE_TABLE || part->role == QTR_ROLE_BODY)
      part->role = QTR_ROLE_TAKEN;
  }
  find_period (scan);
}
