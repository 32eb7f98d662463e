/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/fix.h"

#include "model/edit.h"
#include "model/path.h"
#include "series/resolve.h"

/* @text with the code points from @start to before @end replaced. */
static char *
replace (const char *text, glong start, glong end, const char *replacement)
{
  g_autofree char *head = g_utf8_substring (text, 0, start);

  return g_strconcat (head, replacement, g_utf8_offset_to_pointer (text, end), NULL);
}

static gboolean
speaks_of_its_fix (const QtrFinding *finding)
{
  return finding->text != NULL && finding->start <= finding->fix->start && finding->fix->end <= finding->end;
}

char *
qtr_finding_get_fixed_text (const QtrFinding *finding)
{
  const QtrFix *fix = finding->fix;

  if (fix == NULL)
    return NULL;
  if (!speaks_of_its_fix (finding))
    return g_strdup (fix->replacement);

  return replace (finding->text, fix->start - finding->start, fix->end - finding->start, fix->replacement);
}

static gboolean
still_says_so (const char *text, const QtrFinding *finding)
{
  g_autofree char *words = NULL;
  glong length = g_utf8_strlen (text, -1);

  if (finding->fix->start > length || finding->fix->end > length || finding->end > length)
    return FALSE;
  if (finding->text == NULL || finding->start < 0)
    return TRUE;

  words = g_utf8_substring (text, finding->start, finding->end);
  return g_str_equal (words, finding->text);
}

/* The bullet's text after the fix; %NULL where it no longer says what the finding speaks of, or where a
 * linked figure has come to stand since. A finding counts in the text that is read, in which a figure is
 * words. */
static char *
fix_text (const QtrFinding *finding, const QtrPlan *plan, const char *source)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, finding->place.quarter);
  g_autoptr (GArray) spans = NULL;
  g_autofree char *text =
      update == NULL ? g_strdup (source) : qtr_figures_print (source, plan, update, &spans);
  const QtrFix *fix = finding->fix;

  if (!still_says_so (text, finding) || qtr_figure_spans_touch (spans, (QtrSpan) { fix->start, fix->end }))
    return NULL;

  return replace (source, qtr_figure_spans_to_source (spans, fix->start, FALSE),
                  qtr_figure_spans_to_source (spans, fix->end, TRUE), fix->replacement);
}

QtrPlan *
qtr_finding_apply (const QtrFinding *finding, const QtrPlan *plan)
{
  const QtrBullet *bullet = NULL;
  g_autofree char *text = NULL;
  QtrPath path;

  g_return_val_if_fail (finding->fix != NULL && finding->place.bullet != NULL, qtr_record_ref (plan));

  bullet = qtr_path_find (plan, finding->place.bullet, &path);
  text = bullet == NULL || bullet->text == NULL ? NULL : fix_text (finding, plan, bullet->text);
  return text == NULL ? qtr_record_ref (plan)
                      : qtr_edit_set (plan, finding->place.bullet, "text", text, "carried", NULL, NULL);
}

/* From the end of each bullet to its beginning, so that what is still to be fixed stays where it was found.
 */
QtrPlan *
qtr_findings_apply (GPtrArray *findings, const char *rule, const QtrPlan *plan, guint *n_applied)
{
  QtrPlan *now = qtr_record_ref (plan);

  *n_applied = 0;
  for (guint i = findings->len; i > 0; i--) {
    const QtrFinding *finding = findings->pdata[i - 1];
    g_autoptr (QtrPlan) before = NULL;

    if (finding->fix == NULL || finding->place.bullet == NULL || !g_str_equal (finding->rule, rule))
      continue;
    before = g_steal_pointer (&now);
    now = qtr_finding_apply (finding, before);
    *n_applied += now != before;
  }

  return now;
}
