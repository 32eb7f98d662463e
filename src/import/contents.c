/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/structure-private.h"

/* So many headings in a row with nothing between them are contents even where no line says so. */
#define RUN_MIN 3

static void
take_entry (QtrScan *scan, QtrPart *part, const QtrHeading *heading)
{
  QtrReportEntry *entry = g_new0 (QtrReportEntry, 1);

  entry->number = heading->number;
  entry->title = g_strdup (heading->title);
  entry->first_page = heading->first_page;
  entry->last_page = heading->last_page;
  entry->line = part->line->number;
  g_ptr_array_add (scan->report->contents, entry);
  part->role = QTR_ROLE_TAKEN;
  part->used = TRUE;
}

static gboolean
is_listed (const QtrScan *scan, int number)
{
  for (guint i = 0; i < scan->report->contents->len; i++) {
    if (((QtrReportEntry *) g_ptr_array_index (scan->report->contents, i))->number == number)
      return TRUE;
  }
  return FALSE;
}

/* Other parts of a report stand in the contents as well; their page gives them away, or that the format says
 * that they go on with the lines before. */
static gboolean
take_other (QtrScan *scan, QtrPart *part)
{
  g_autofree char *text = g_strdup (part->line->text);
  QtrHeading heading = { 0 };
  gboolean paged = qtr_heading_take_pages (text, TRUE, &heading.first_page, &heading.last_page);

  if ((!paged && !part->line->continues) || part->role != QTR_ROLE_BODY || strlen (text) > 120)
    return FALSE;
  heading.title = g_strstrip (text);
  take_entry (scan, part, &heading);
  return TRUE;
}

static gboolean
take_heading (QtrScan *scan, QtrPart *part)
{
  g_autoptr (QtrHeading) heading = qtr_heading_parse (part->line, TRUE);

  if (heading == NULL || is_listed (scan, heading->number))
    return FALSE;
  take_entry (scan, part, heading);
  return TRUE;
}

/* Contents go on until a line comes that cannot stand in them; a heading that comes a second time, or one
 * styled as a heading, opens the body. */
static void
read_after (QtrScan *scan, guint index)
{
  for (guint i = index; i < scan->n_parts; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_GAP || part->role == QTR_ROLE_PAGE)
      continue;
    if (part->role == QTR_ROLE_LEAD || part->line->level > 0)
      return;
    if (!take_heading (scan, part) && !take_other (scan, part))
      return;
  }
}

static gboolean
has_pages (const QtrPart *part)
{
  return part->role == QTR_ROLE_HEADING && part->heading->first_page > 0;
}

/* A heading with a page behind it, or the first of a run of different headings with nothing between. */
static gboolean
opens_unnamed (QtrScan *scan, guint index)
{
  int numbers = 0;
  int last = 0;

  if (scan->parts[index].role != QTR_ROLE_HEADING)
    return FALSE;
  if (has_pages (&scan->parts[index]))
    return TRUE;
  for (guint i = index; i < scan->n_parts; i++) {
    const QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_GAP)
      continue;
    if (part->role != QTR_ROLE_HEADING || part->heading->number <= last)
      break;
    last = part->heading->number;
    numbers++;
  }
  return numbers >= RUN_MIN;
}

void
qtr_contents_read (QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_LEAD)
      return;
    if (part->role == QTR_ROLE_BODY && qtr_heading_is_contents (part->line)) {
      part->role = QTR_ROLE_TAKEN;
      part->used = TRUE;
      read_after (scan, i + 1);
      return;
    }
    if (opens_unnamed (scan, i)) {
      read_after (scan, i);
      return;
    }
  }
}
