/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-typing.h"

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-reading.h"
#include "ui/figures/figures-restating.h"
#include "ui/figures/figures-words.h"

struct _QtrFiguresTyping {
  /* Borrowed. */
  GtkWidget *owner;

  /* Owned. */
  QtrDocument *document;

  /* Owned: the plan before a value was begun to be typed, and with as much of it as is typed. */
  const QtrPlan *before;
  const QtrPlan *typed;
};

static void
set_plan (const QtrPlan **place, const QtrPlan *plan)
{
  const QtrPlan *old = *place;

  *place = plan == NULL ? NULL : qtr_record_ref (plan);
  if (old != NULL)
    qtr_record_unref (old);
}

static void
end (QtrFiguresTyping *self)
{
  set_plan (&self->before, NULL);
  set_plan (&self->typed, NULL);
}

/* Typing goes on as long as nothing else was done to the plan. */
static void
begin (QtrFiguresTyping *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (self->typed == plan)
    return;
  qtr_document_end_run (self->document);
  set_plan (&self->before, plan);
  set_plan (&self->typed, plan);
}

/* It is as if nothing had been typed: there is no step to undo, either. */
static void
withdraw (QtrFiguresTyping *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (self->typed == plan && self->before != plan)
    qtr_document_undo (self->document);
  end (self);
}

static gboolean
read_value (QtrFiguresRow *row, const char *text, QtrDecimal *value)
{
  *value = QTR_DECIMAL_NONE;
  return text != NULL &&
         (*text == '\0' || qtr_figures_read (qtr_figures_row_get_measure (row), text, value, NULL));
}

/* What was published, as it was before any of this was typed. */
static gboolean
restates (QtrFiguresTyping *self, QtrFiguresRow *row, QtrDecimal value)
{
  return qtr_figures_restates (qtr_document_get_plan (self->document),
                               qtr_figures_row_get_measure (row)->record.id, qtr_figures_row_get_period (row),
                               value);
}

static void
write_value (QtrFiguresTyping *self, QtrFiguresRow *row, QtrDecimal value)
{
  g_autoptr (QtrPlan) plan = NULL;

  begin (self);
  plan =
      qtr_figures_observe (self->before, qtr_figures_row_get_measure (row)->record.id,
                           qtr_figures_row_get_quarter (row), qtr_figures_row_get_period (row), value, NULL);
  if (plan == self->before) {
    withdraw (self);
    return;
  }
  set_plan (&self->typed, plan);
  qtr_document_commit (self->document, g_steal_pointer (&plan), _ ("Change Figure"), "figure");
}

void
qtr_figures_typing_offer (QtrFiguresTyping *self, QtrFiguresRow *row, const char *text)
{
  QtrDecimal value = QTR_DECIMAL_NONE;

  if (!read_value (row, text, &value)) {
    withdraw (self);
  } else if (restates (self, row, value)) {
    withdraw (self);
    qtr_figures_row_set_draft (row, text);
  } else {
    write_value (self, row, value);
  }
}

/* --- Restating --- */

/* What is asked about. */
typedef struct {
  QtrDocument *document;
  GtkWidget *owner;
  QtrFiguresRow *row;
  QtrDecimal value;
  QtrFiguresBlock *block;
  QtrPeriod quarter;
  void (*told) (const char *words, GtkWidget *owner);
} Restating;

static void
restating_free (gpointer data)
{
  Restating *restating = data;

  g_object_unref (restating->document);
  g_object_unref (restating->owner);
  g_clear_object (&restating->row);
  g_clear_pointer (&restating->block, qtr_figures_block_free);
  g_free (restating);
}

static Restating *
restating_new (QtrFiguresTyping *self)
{
  Restating *restating = g_new0 (Restating, 1);

  restating->document = g_object_ref (self->document);
  restating->owner = g_object_ref (self->owner);
  return restating;
}

static void
restate_value (const QtrRestatement *reason, gpointer data)
{
  Restating *restating = data;
  QtrFiguresRow *row = restating->row;
  QtrPlan *now = qtr_figures_observe (
      qtr_document_get_plan (restating->document), qtr_figures_row_get_measure (row)->record.id,
      qtr_figures_row_get_quarter (row), qtr_figures_row_get_period (row), restating->value, reason);

  qtr_figures_row_set_draft (row, NULL);
  qtr_document_commit (restating->document, now, _ ("Restate Figure"), NULL);
}

static void
ask_about_value (QtrFiguresTyping *self, QtrFiguresRow *row, QtrDecimal value)
{
  const QtrMeasure *measure = qtr_figures_row_get_measure (row);
  const QtrVintage *told = qtr_figures_find_told (qtr_document_get_plan (self->document), measure->record.id,
                                                  qtr_figures_row_get_period (row));
  g_autofree char *scale =
      qtr_figures_scale_to_words (measure, qtr_figures_row_get_period (row), told->value, value);
  Restating *restating = restating_new (self);

  restating->row = g_object_ref (row);
  restating->value = value;
  qtr_figures_ask_why (self->owner, scale, restate_value, restating, restating_free);
}

void
qtr_figures_typing_take (QtrFiguresTyping *self, QtrFiguresRow *row, const char *text)
{
  QtrDecimal value = QTR_DECIMAL_NONE;

  qtr_figures_typing_offer (self, row, text);
  end (self);
  if (read_value (row, text, &value) && restates (self, row, value))
    ask_about_value (self, row, value);
}

static void
write_block (const QtrRestatement *reason, gpointer data)
{
  Restating *restating = data;
  const QtrPlan *plan = qtr_document_get_plan (restating->document);
  QtrPlan *now = qtr_figures_block_write (restating->block, plan, restating->quarter, reason);
  g_autofree char *words = qtr_figures_block_tell_taken (restating->block);
  gboolean changed = now != plan;

  qtr_document_commit (restating->document, now, _ ("Paste Figures"), NULL);
  if (changed && restating->told != NULL)
    restating->told (words, restating->owner);
}

void
qtr_figures_typing_paste (QtrFiguresTyping *self, QtrFiguresBlock *block, QtrPeriod quarter,
                          void (*told) (const char *words, GtkWidget *owner))
{
  guint n_restated = qtr_figures_block_count_restated (block, qtr_document_get_plan (self->document));
  Restating *restating = restating_new (self);
  g_autofree char *scale = NULL;

  end (self);
  restating->block = block;
  restating->quarter = quarter;
  restating->told = told;
  if (n_restated == 0) {
    write_block (NULL, restating);
    restating_free (restating);
    return;
  }

  scale = g_strdup_printf (ngettext ("%u of the figures is another than was published.",
                                     "%u of the figures are others than were published.", n_restated),
                           n_restated);
  qtr_figures_ask_why (self->owner, scale, write_block, restating, restating_free);
}

void
qtr_figures_typing_set_document (QtrFiguresTyping *self, QtrDocument *document)
{
  if (g_set_object (&self->document, document))
    end (self);
}

QtrFiguresTyping *
qtr_figures_typing_new (GtkWidget *owner)
{
  QtrFiguresTyping *self = g_new0 (QtrFiguresTyping, 1);

  self->owner = owner;
  return self;
}

void
qtr_figures_typing_free (QtrFiguresTyping *self)
{
  end (self);
  g_clear_object (&self->document);
  g_free (self);
}
