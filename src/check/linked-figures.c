/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/linked-figures.h"

#include <glib/gi18n-lib.h>

#include "series/resolve.h"

static void
add_remark (GArray *remarks, const QtrFigureNote *note, char *message)
{
  QtrRemark *remark = qtr_remark_add (remarks, -1, message);

  remark->start = note->start;
  remark->end = note->end;
  remark->text = g_strdup (note->words);
}

/* Takes a note; gives what is to be said of it, or nothing. */
static void
check_notes (const QtrInputs *inputs, char *(*judge) (const QtrFigureNote *note), GArray *remarks)
{
  for (guint i = 0; i < qtr_list_length (inputs->companions); i++) {
    const QtrFigureNote *note = qtr_list_get (inputs->companions, i);
    char *message = judge (note);

    if (message != NULL)
      add_remark (remarks, note, message);
  }
}

static char *
judge_unknown (const QtrFigureNote *note)
{
  const char *measure = note->measure == NULL ? "" : note->measure;

  switch ((QtrFigureState) note->state) {
  case QTR_FIGURE_NO_MEASURE:
    return g_strdup (_ ("The plan has no such measure any more: link the figure to another, or write it."));
  case QTR_FIGURE_NO_FORM:
    /* Translators: the name of a measure. */
    return g_strdup_printf (_ ("What this figure is to say of “%s” is not known: link it anew, or write it."),
                            measure);
  case QTR_FIGURE_NO_VALUE:
    /* Translators: the name of a measure. */
    return g_strdup_printf (_ ("“%s” has no value for this figure: enter it, or write the figure."), measure);
  case QTR_FIGURE_KNOWN:
  case QTR_FIGURE_OVERRIDDEN:
  case QTR_FIGURE_NONE:
  default:
    return NULL;
  }
}

void
qtr_check_unknown_figure (const QtrInputs *inputs, GArray *remarks)
{
  check_notes (inputs, judge_unknown, remarks);
}

static char *
judge_overridden (const QtrFigureNote *note)
{
  if (note->state != QTR_FIGURE_OVERRIDDEN)
    return NULL;
  if (note->because == NULL)
    /* Translators: what is printed, and the name of a measure. */
    return g_strdup_printf (_ ("“%s” stands in the place of the figure of “%s”, without a reason: say why."),
                            note->words, note->measure == NULL ? "" : note->measure);

  /* Translators: what is printed, the name of a measure, and why it is printed. */
  return g_strdup_printf (_ ("“%s” stands in the place of the figure of “%s”: %s"), note->words,
                          note->measure == NULL ? "" : note->measure, note->because);
}

void
qtr_check_overridden_figure (const QtrInputs *inputs, GArray *remarks)
{
  check_notes (inputs, judge_overridden, remarks);
}
