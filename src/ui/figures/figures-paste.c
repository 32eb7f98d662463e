/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-paste.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-reading.h"
#include "ui/figures/figures-row.h"

typedef struct {
  QtrPlan *plan;
  QtrPeriod quarter;
  guint n_unreadable;
  guint n_locked;
  guint n_beyond;
} Paste;

static void
paste_line (Paste *paste, QtrFiguresRow *row, const char *line)
{
  const QtrMeasure *measure = qtr_figures_row_get_measure (row);
  g_autoptr (QtrPlan) before = paste->plan;
  QtrDecimal value;

  if (!qtr_figures_row_get_editable (row)) {
    paste->n_locked++;
    paste->plan = qtr_record_ref (before);
  } else if (!qtr_figures_read (measure, line, &value, NULL)) {
    paste->n_unreadable++;
    qtr_figures_row_set_draft (row, line);
    paste->plan = qtr_record_ref (before);
  } else {
    qtr_figures_row_set_draft (row, NULL);
    paste->plan = qtr_figures_observe (before, measure->record.id, paste->quarter,
                                       qtr_figures_row_get_period (row), value);
  }
}

static void
paste_lines (Paste *paste, GListModel *rows, guint position, char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (rows, position + i);

    if (*g_strstrip (lines[i]) == '\0')
      continue;
    if (row == NULL)
      paste->n_beyond++;
    else
      paste_line (paste, row, lines[i]);
  }
}

static char *
tell (const Paste *paste)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (paste->n_unreadable > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u line could not be read.", "%u lines could not be read.",
                                                paste->n_unreadable),
                                      paste->n_unreadable));
  if (paste->n_locked > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u row takes no value of its own.",
                                                "%u rows take no value of their own.", paste->n_locked),
                                      paste->n_locked));
  if (paste->n_beyond > 0)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u line had no row left.",
                                                           "%u lines had no row left.", paste->n_beyond),
                                                 paste->n_beyond));
  if (sentences->len == 0)
    return NULL;

  g_ptr_array_add (sentences, NULL);
  return g_strjoinv ("\n", (char **) sentences->pdata);
}

char *
qtr_figures_paste (QtrDocument *document, GListModel *rows, guint position, QtrPeriod quarter,
                   const char *text)
{
  g_autoptr (GRegex) line_end = g_regex_new ("\\r\\n|\\n|\\r", 0, 0, NULL);
  g_auto (GStrv) lines = NULL;
  Paste paste = { NULL, quarter, 0, 0, 0 };

  g_return_val_if_fail (QTR_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (rows) && text != NULL, NULL);

  if (strchr (text, '\t') != NULL)
    return g_strdup (_ ("Paste one column at a time."));

  lines = g_regex_split (line_end, text, 0);
  paste.plan = qtr_record_ref (qtr_document_get_plan (document));
  paste_lines (&paste, rows, position, lines);
  qtr_document_commit (document, paste.plan, _ ("Paste Figures"), NULL);
  return tell (&paste);
}
