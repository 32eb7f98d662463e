/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-restating.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "ui/plan/plan-form-dialog.h"

enum { NATURE, CAUSE, EFFECT };

/* What most restatements are; any other words will do. */
static const char *const natures[] = { N_ ("Late data"), N_ ("Correction of an error"),
                                       N_ ("Change of definition"), N_ ("Change of source"), NULL };

typedef struct {
  QtrFiguresRestate restate;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  question->destroy (question->data);
  g_free (question);
}

static gboolean
has_words (const char *const *values, guint field, const char *message, guint *wrong, GError **error)
{
  if (*values[field] != '\0')
    return TRUE;

  *wrong = field;
  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
apply (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Question *question = data;
  QtrRestatement reason = { values[NATURE], values[CAUSE], values[EFFECT] };

  if (!has_words (values, NATURE, _ ("Say of what nature the change is"), wrong, error) ||
      !has_words (values, CAUSE, _ ("Say why the value is another than was published"), wrong, error))
    return FALSE;

  question->restate (&reason, question->data);
  return TRUE;
}

void
qtr_figures_ask_why (GtkWidget *owner, const char *scale, QtrFiguresRestate restate, gpointer data,
                     GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);
  QtrPlanForm form = {
    .title = _ ("Why Is It Restated?"),
    .description = scale,
    .accept = _ ("_Restate"),
    .fields = { { .title = _ ("Nature"), .choices = natures },
                { .title = _ ("Cause") },
                { .title = _ ("Effect (Optional)") } },
  };

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (restate != NULL && destroy != NULL);

  *question = (Question) { restate, data, destroy };
  adw_dialog_present (qtr_plan_form_dialog_new (&form, apply, question, question_free), owner);
}
