/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/pattern.h"
#include "import/structure-private.h"
#include "import/structure.h"
#include "import/wording.h"

/* So alike are two spellings of one commitment on two pages. */
#define SAME_COMMITMENT 0.93

static QtrPattern nothing_pattern = { "^(?:there (?:is|was|has been|were) )?(?:no|nothing|none|nil)\\b.*"
                                      "\\b(?:progress|updates?|report(?:ed)?|activity|changes?|return)\\b",
                                      0 };

static void
part_init (QtrPart *part, const QtrLine *line)
{
  static const QtrRole roles[] = {
    [QTR_LINE_TEXT] = QTR_ROLE_BODY,
    [QTR_LINE_BLANK] = QTR_ROLE_GAP,
    [QTR_LINE_PAGE] = QTR_ROLE_PAGE,
    [QTR_LINE_TABLE] = QTR_ROLE_TABLE,
  };

  part->line = line;
  part->role = line->text[0] == '\0' && line->marker == NULL && line->kind == QTR_LINE_TEXT
                   ? QTR_ROLE_GAP
                   : roles[line->kind];
  part->heading = qtr_heading_parse (line, FALSE);
  if (part->heading != NULL)
    part->role = QTR_ROLE_HEADING;
  else if (part->role == QTR_ROLE_BODY &&
           qtr_heading_split_lead (line, &part->lead, &part->rest, &part->sure))
    part->role = QTR_ROLE_LEAD;
}

static void
scan_add_vocabulary (QtrScan *scan, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t,.;:()", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] != '\0')
      g_hash_table_add (scan->vocabulary, g_utf8_strdown (words[i], -1));
  }
}

static void
scan_init (QtrScan *scan, GPtrArray *lines)
{
  scan->parts = g_new0 (QtrPart, lines->len + 1);
  scan->n_parts = lines->len;
  scan->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scan->vocabulary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; scan->context->areas != NULL && scan->context->areas[i] != NULL; i++)
    g_hash_table_add (scan->areas, qtr_wording_fold (scan->context->areas[i]));
  for (guint i = 0; i < lines->len; i++) {
    part_init (&scan->parts[i], g_ptr_array_index (lines, i));
    scan_add_vocabulary (scan, scan->parts[i].line->text);
  }
}

static void
scan_clear (QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    qtr_heading_free (scan->parts[i].heading);
    g_free (scan->parts[i].lead);
    g_free (scan->parts[i].rest);
  }
  g_free (scan->parts);
  g_hash_table_unref (scan->areas);
  g_hash_table_unref (scan->vocabulary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrScan, scan_clear)

guint
qtr_scan_next (const QtrScan *scan, guint index, guint end)
{
  for (guint i = index + 1; i < end; i++) {
    if (scan->parts[i].role == QTR_ROLE_BODY || scan->parts[i].role == QTR_ROLE_TABLE)
      return i;
  }
  return end;
}

guint
qtr_scan_next_words (const QtrScan *scan, guint index)
{
  guint next = index + 1;

  while (next < scan->n_parts &&
         (scan->parts[next].role == QTR_ROLE_GAP || scan->parts[next].role == QTR_ROLE_PAGE))
    next++;
  return next;
}

/* Both halves of a word that was broken at a hyphen: the hyphen stays unless the whole word occurs without.
 */
static gboolean
hyphen_was_added (const QtrScan *scan, const char *before, const char *after)
{
  const char *start = strrchr (before, ' ');
  gsize tail = strcspn (after, " \t,.;:()");
  g_autofree char *joined = NULL;
  g_autofree char *lower = NULL;

  if (!qtr_line_starts_lower (after))
    return FALSE;
  start = start != NULL ? start + 1 : before;
  joined = g_strdup_printf ("%.*s%.*s", (int) (strlen (start) - 1), start, (int) tail, after);
  lower = g_utf8_strdown (joined, -1);
  return g_hash_table_contains (scan->vocabulary, lower);
}

void
qtr_scan_join (const QtrScan *scan, GString *text, const char *line)
{
  gsize length = text->len;

  if (length == 0 || line[0] == '\0') {
    g_string_append (text, line);
    return;
  }
  if (g_str_has_suffix (text->str, "\xc2\xad"))
    g_string_truncate (text, length - 2);
  else if (length > 1 && text->str[length - 1] == '-' && !g_ascii_isspace (text->str[length - 2]) &&
           hyphen_was_added (scan, text->str, line))
    g_string_truncate (text, length - 1);
  else if (length < 2 || strchr ("-/", text->str[length - 1]) == NULL ||
           g_ascii_isspace (text->str[length - 2]))
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}

static guint
first_structural (const QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    if (scan->parts[i].role == QTR_ROLE_HEADING ||
        (scan->parts[i].role == QTR_ROLE_LEAD && scan->parts[i].sure))
      return i;
  }
  return scan->n_parts;
}

static gboolean
has_headings (const QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    if (scan->parts[i].role == QTR_ROLE_HEADING)
      return TRUE;
  }
  return FALSE;
}

/* What stands before the first heading belongs to the priority that only the contents name. */
static QtrReportPriority *
unheaded_priority (QtrScan *scan, guint line)
{
  QtrReport *report = scan->report;
  int lowest = G_MAXINT;
  QtrReportPriority *priority;

  for (guint i = 0; i < scan->n_parts; i++) {
    if (scan->parts[i].role == QTR_ROLE_HEADING)
      lowest = MIN (lowest, scan->parts[i].heading->number);
  }
  for (guint i = 0; i < report->contents->len; i++) {
    const QtrReportEntry *entry = g_ptr_array_index (report->contents, i);

    if (entry->number == 0 || entry->number >= lowest)
      continue;
    priority = qtr_report_priority (report, entry->number);
    if (priority == NULL) {
      priority = qtr_report_add_priority (report, entry->number, entry->title, entry->line);
      qtr_report_note (report, line,
                       g_strdup_printf (_ ("Priority %d, which only the contents name"), entry->number));
    }
    return priority;
  }
  if (lowest == G_MAXINT || lowest < 2)
    return NULL;
  priority = qtr_report_priority (report, lowest - 1);
  if (priority == NULL) {
    priority = qtr_report_add_priority (report, lowest - 1, "", line);
    qtr_report_note (report, line, g_strdup_printf (_ ("Priority %d, which no heading names"), lowest - 1));
  }
  return priority;
}

static gboolean
is_shouted (const char *title)
{
  g_autofree char *upper = g_utf8_strup (title, -1);

  return g_str_equal (upper, title);
}

/* The body's spelling counts, unless it is in capitals throughout and the contents have the same words. */
static const char *
title_of (const QtrReport *report, const QtrHeading *heading)
{
  g_autofree char *folded = qtr_wording_fold (heading->title);

  for (guint i = 0; is_shouted (heading->title) && i < report->contents->len; i++) {
    const QtrReportEntry *entry = g_ptr_array_index (report->contents, i);
    g_autofree char *listed = qtr_wording_fold (entry->title);

    if (entry->number == heading->number && g_str_equal (listed, folded))
      return entry->title;
  }
  return heading->title;
}

/* A running head that words its priority in another way. */
static void
note_heading (QtrScan *scan, QtrPart *part, const QtrReportPriority *priority)
{
  g_autofree char *ours = qtr_wording_fold (priority->title);
  g_autofree char *theirs = qtr_wording_fold (part->heading->title);

  if (!part->used && !g_str_equal (ours, theirs))
    qtr_report_note (
        scan->report, part->line->number,
        g_strdup_printf (_ ("Another heading of priority %d: %s"), priority->number, part->heading->title));
  part->used = TRUE;
}

static QtrReportPriority *
priority_of (QtrScan *scan, const QtrSegment *segment)
{
  const QtrPart *part = segment->heading >= 0 ? &scan->parts[segment->heading] : NULL;
  QtrReportPriority *priority;

  if (part == NULL)
    return unheaded_priority (scan, scan->parts[segment->start].line->number);
  priority = qtr_report_priority (scan->report, part->heading->number);
  if (priority == NULL) {
    priority = qtr_report_add_priority (scan->report, part->heading->number,
                                        title_of (scan->report, part->heading), part->line->number);
    qtr_report_note (scan->report, part->line->number,
                     g_strdup_printf (_ ("Priority %d: %s"), priority->number, priority->title));
  }
  note_heading (scan, &scan->parts[segment->heading], priority);
  return priority;
}

/* A line that names who did what the bullets below it say is no part of the promise either. */
static gboolean
ends_promise (const QtrScan *scan, guint index, guint end, const GString *text, gboolean gap)
{
  const QtrLine *line = scan->parts[index].line;

  if (line->marker != NULL)
    return TRUE;
  if (text->len == 0)
    return FALSE;
  return line->level > 0 || (gap && !qtr_line_starts_lower (line->text)) ||
         (g_str_has_suffix (line->text, ":") && qtr_outline_is_label (scan, index, end));
}

/* The promise's own words: what follows the lead, up to a bullet, or a gap that ends a sentence. */
static guint
read_promise (QtrScan *scan, const QtrSegment *segment, GString *text)
{
  guint i = segment->start + (scan->parts[segment->start].role == QTR_ROLE_LEAD ? 1 : 0);
  gboolean gap = FALSE;

  for (; i < segment->end; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role == QTR_ROLE_NIL)
      break;
    if (part->role != QTR_ROLE_BODY) {
      gap = TRUE;
      continue;
    }
    if (ends_promise (scan, i, segment->end, text, gap))
      break;
    qtr_scan_join (scan, text, part->line->text);
    part->used = TRUE;
    gap = FALSE;
  }
  return i;
}

static QtrReportCommitment *
find_commitment (const QtrReportPriority *priority, const char *lead, const char *text)
{
  for (guint i = priority->commitments->len; i > 0; i--) {
    QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, i - 1);

    if (qtr_wording_similarity (commitment->lead, lead) > SAME_COMMITMENT &&
        (text[0] == '\0' || qtr_wording_similarity (commitment->text, text) > SAME_COMMITMENT))
      return commitment;
  }
  return NULL;
}

static void
leave_loose (QtrScan *scan, const QtrSegment *segment)
{
  for (guint i = segment->start; i < segment->end; i++) {
    QtrPart *part = &scan->parts[i];

    if (part->role != QTR_ROLE_BODY && part->role != QTR_ROLE_LEAD && part->role != QTR_ROLE_TABLE &&
        part->role != QTR_ROLE_NIL)
      continue;
    qtr_report_leave (scan->report, part->line->number, part->line->text, _ ("stands under no priority"));
    part->used = TRUE;
  }
}

/* The commitment that the same words named before, as on every page that goes on with it. */
static QtrReportCommitment *
take_commitment (QtrScan *scan, QtrReportPriority *priority, const char *lead, const char *text, guint line)
{
  QtrReportCommitment *commitment = find_commitment (priority, lead, text);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (commitment == NULL)
    return qtr_report_priority_add_commitment (priority, lead, text, line);
  ours = qtr_wording_fold (commitment->text);
  theirs = qtr_wording_fold (text);
  if (text[0] != '\0' && !g_str_equal (ours, theirs))
    qtr_report_note (scan->report, line,
                     g_strdup_printf (_ ("The same commitment in other words: %s"), text));
  return commitment;
}

static void
read_led (QtrScan *scan, QtrReportPriority *priority, const QtrSegment *segment, QtrOutline *outline)
{
  QtrPart *part = &scan->parts[segment->start];
  g_autoptr (GString) text = g_string_new (part->rest);
  guint start = read_promise (scan, segment, text);
  g_autofree char *clean = qtr_line_collapse (text->str);
  QtrReportCommitment *commitment = take_commitment (scan, priority, part->lead, clean, part->line->number);

  part->used = TRUE;
  qtr_aside_read_nil (scan, segment->start, segment->end, commitment);
  qtr_outline_begin (outline, commitment);
  qtr_outline_add (outline, start, segment->end);
}

/* Where no lead opens a commitment, a heading below the priority's does, or the first words under it. */
static guint
next_subheading (const QtrScan *scan, guint index, guint end)
{
  for (guint i = index; i < end; i++) {
    const QtrLine *line = scan->parts[i].line;

    if (scan->parts[i].role == QTR_ROLE_BODY && (line->level > 0 || (line->bold && line->marker == NULL)))
      return i;
  }
  return end;
}

/* A heading, bold words included, with which a part of a priority opens. */
static gboolean
opens_with_heading (const QtrScan *scan, const QtrSegment *segment)
{
  guint first = qtr_scan_next (scan, segment->start - 1, segment->end);

  return first < segment->end && next_subheading (scan, first, first + 1) == first;
}

static gboolean
has_bullets (const QtrScan *scan, const QtrSegment *segment)
{
  for (guint i = segment->start; i < segment->end; i++) {
    if (scan->parts[i].role == QTR_ROLE_BODY && scan->parts[i].line->marker != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The first words under a priority are its promise where no lead says so, unless they say that there is
 * nothing to say, or where other priorities have leads and these words have no bullets. */
static gboolean
may_promise (const QtrScan *scan, const QtrReportPriority *priority, const QtrSegment *segment,
             gboolean divided)
{
  guint first = qtr_scan_next (scan, segment->start - 1, segment->end);

  if (divided && opens_with_heading (scan, segment))
    return TRUE;
  if (priority->commitments->len > 0 ||
      (first < segment->end && qtr_pattern_match (&nothing_pattern, scan->parts[first].line->text, NULL)))
    return FALSE;
  return !scan->has_leads || has_bullets (scan, segment);
}

static void
read_unled_part (QtrScan *scan, QtrReportPriority *priority, const QtrSegment *segment, gboolean divided,
                 QtrOutline *outline)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint start = segment->start;
  QtrReportCommitment *commitment = NULL;
  g_autofree char *clean = NULL;

  if (may_promise (scan, priority, segment, divided))
    start = read_promise (scan, segment, text);
  clean = qtr_line_collapse (text->str);
  if (clean[0] == '\0' && priority->commitments->len > 0)
    commitment = g_ptr_array_index (priority->commitments, priority->commitments->len - 1);
  else
    commitment = take_commitment (scan, priority, "", clean, scan->parts[segment->start].line->number);
  qtr_aside_read_nil (scan, segment->start, segment->end, commitment);
  qtr_outline_begin (outline, commitment);
  qtr_outline_add (outline, start, segment->end);
}

static void
read_unled (QtrScan *scan, QtrReportPriority *priority, const QtrSegment *segment, QtrOutline *outline)
{
  guint start = qtr_scan_next (scan, segment->start - 1, segment->end);
  gboolean divided =
      !scan->has_leads || (priority->commitments->len == 0 && opens_with_heading (scan, segment));

  while (start < segment->end) {
    guint end = divided ? next_subheading (scan, start + 1, segment->end) : segment->end;
    QtrSegment part = { start, end, segment->heading };

    read_unled_part (scan, priority, &part, divided, outline);
    start = end;
  }
}

static void
read_segments (QtrScan *scan)
{
  g_autoptr (GArray) segments = qtr_running_segments (scan);
  g_autoptr (QtrOutline) outline = qtr_outline_new (scan);

  for (guint i = 0; i < segments->len; i++) {
    const QtrSegment *segment = &g_array_index (segments, QtrSegment, i);
    QtrReportPriority *priority = priority_of (scan, segment);

    if (priority == NULL)
      leave_loose (scan, segment);
    else if (scan->parts[segment->start].role == QTR_ROLE_LEAD)
      read_led (scan, priority, segment, outline);
    else
      read_unled (scan, priority, segment, outline);
  }
}

static gboolean
has_words (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  }
  return FALSE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint first = (*(const QtrReportRemark *const *) a)->line;
  guint second = (*(const QtrReportRemark *const *) b)->line;

  return (first > second) - (first < second);
}

/* No word of the source is lost: what nothing has taken is listed. */
static void
sweep (QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    const QtrPart *part = &scan->parts[i];

    if (!part->used && has_words (part->line->text))
      qtr_report_leave (scan->report, part->line->number, part->line->text,
                        part->role == QTR_ROLE_TABLE ? _ ("is a table")
                                                     : _ ("has no place in the narrative"));
  }
  g_ptr_array_sort (scan->report->unplaced, compare_lines);
}

static gboolean
has_title (const QtrReportPriority *priority, const char *title)
{
  g_autofree char *ours = qtr_wording_fold (priority->title);
  g_autofree char *theirs = qtr_wording_fold (title);

  return strstr (ours, theirs) != NULL;
}

/* The contents are no narrative; where they name what no heading names, that is told. */
static void
note_contents (QtrScan *scan)
{
  const QtrReport *report = scan->report;

  for (guint i = 0; i < report->contents->len; i++) {
    const QtrReportEntry *entry = g_ptr_array_index (report->contents, i);
    const QtrReportPriority *priority =
        entry->number > 0 ? qtr_report_priority (scan->report, entry->number) : NULL;

    if (priority == NULL || !has_title (priority, entry->title))
      qtr_report_note (scan->report, entry->line, g_strdup_printf (_ ("In the contents: %s"), entry->title));
  }
}

/* A heading with nothing under it still says that the report has this priority. */
static void
read_bare_headings (QtrScan *scan)
{
  for (guint i = 0; i < scan->n_parts; i++) {
    QtrSegment segment = { i, i + 1, (int) i };

    if (scan->parts[i].role == QTR_ROLE_HEADING)
      priority_of (scan, &segment);
  }
}

static void
read_all_as_bullets (QtrScan *scan)
{
  QtrReportPriority *priority = qtr_report_add_priority (scan->report, 0, "", 1);
  QtrReportCommitment *commitment = qtr_report_priority_add_commitment (priority, "", "", 1);
  g_autoptr (QtrOutline) outline = qtr_outline_new (scan);

  for (guint i = 0; i < scan->n_parts; i++) {
    if (scan->parts[i].role == QTR_ROLE_LEAD)
      scan->parts[i].role = QTR_ROLE_BODY;
  }
  qtr_outline_begin (outline, commitment);
  qtr_outline_add (outline, 0, scan->n_parts);
}

gboolean
qtr_structure_read (GPtrArray *lines, const QtrImportContext *context, gboolean loose, QtrReport *report,
                    GError **error)
{
  g_auto (QtrScan) scan = { .context = context, .report = report };
  guint start;

  scan_init (&scan, lines);
  if (loose && !has_headings (&scan)) {
    qtr_outline_survey (&scan);
    read_all_as_bullets (&scan);
    sweep (&scan);
    return TRUE;
  }
  qtr_contents_read (&scan);
  if (!has_headings (&scan) && report->contents->len == 0) {
    g_set_error (
        error, QTR_ERROR, QTR_ERROR_SYNTAX,
        _ ("No heading of a priority was found. A line such as “Priority 1 – Title” must stand above each "
           "priority's text; add these lines and import again."));
    return FALSE;
  }
  qtr_settle_headings (&scan);
  start = first_structural (&scan);
  qtr_front_read (&scan, start);
  qtr_furniture_read (&scan);
  qtr_asides_read (&scan, start);
  qtr_outline_survey (&scan);
  read_segments (&scan);
  read_bare_headings (&scan);
  note_contents (&scan);
  sweep (&scan);
  return TRUE;
}
