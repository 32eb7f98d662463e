/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-paste.h"

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-words.h"

/* Of so many values that give way it is said which they are. */
#define N_NAMED 3

/* A value and where it goes. */
typedef struct {
  char *measure;
  QtrPeriod period;
  QtrDecimal value;
} Change;

struct _QtrFiguresBlock {
  /* Owned. */
  GArray *changes;
  GPtrArray *replaced;
  char *unread;

  guint n_unread;
  guint n_locked;
  guint n_beyond;
};

static void
clear_change (gpointer data)
{
  Change *change = data;

  g_free (change->measure);
}

static void
note_replaced (QtrFiguresBlock *self, const QtrFiguresTarget *target, const QtrVintage *standing)
{
  if (standing != NULL && qtr_decimal_is_set (standing->value))
    g_ptr_array_add (self->replaced, qtr_figures_value_to_words (target->measure, standing->value));
}

static void
add_change (QtrFiguresBlock *self, const QtrPlan *plan, const QtrFiguresTarget *target, QtrDecimal value)
{
  const QtrObservation *observation =
      qtr_measure_find_observation (plan, target->measure, target->period, NULL);
  const QtrVintage *standing = observation == NULL ? NULL : qtr_observation_get_latest (observation);
  Change change = { NULL, target->period, value };

  if (target->row != NULL)
    qtr_figures_row_set_draft (target->row, NULL);
  if (standing != NULL && qtr_decimal_equal (standing->value, value))
    return;
  note_replaced (self, target, standing);
  change.measure = g_strdup (target->measure->record.id);
  g_array_append_val (self->changes, change);
}

static void
add_unread (QtrFiguresBlock *self, const QtrFiguresTarget *target, const char *text)
{
  if (self->n_unread++ == 0)
    self->unread = g_strdup (text);
  if (target->row != NULL)
    qtr_figures_row_set_draft (target->row, text);
}

static void
read_cell (QtrFiguresBlock *self, const QtrPlan *plan, const QtrFiguresTarget *target, const char *text)
{
  QtrDecimal value;

  if (qtr_figures_explain_lock (plan, target->measure, target->period) != NULL)
    self->n_locked++;
  else if (qtr_figures_read (target->measure, text, &value, NULL))
    add_change (self, plan, target, value);
  else
    add_unread (self, target, text);
}

static void
read_line (QtrFiguresBlock *self, const QtrPlan *plan, const char *line, guint down, QtrFiguresFind find,
           gpointer data)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  for (guint across = 0; cells[across] != NULL; across++) {
    QtrFiguresTarget target = { NULL, QTR_PERIOD_UNSET, NULL };

    if (*g_strstrip (cells[across]) == '\0')
      continue;
    if (find (down, across, &target, data))
      read_cell (self, plan, &target, cells[across]);
    else
      self->n_beyond++;
  }
}

QtrFiguresBlock *
qtr_figures_block_new (const QtrPlan *plan, const char *text, QtrFiguresFind find, gpointer data)
{
  QtrFiguresBlock *self = g_new0 (QtrFiguresBlock, 1);
  g_autoptr (GRegex) line_end = g_regex_new ("\\r\\n|\\n|\\r", 0, 0, NULL);
  g_auto (GStrv) lines = g_regex_split (line_end, text, 0);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, clear_change);
  self->replaced = g_ptr_array_new_with_free_func (g_free);
  for (guint down = 0; lines[down] != NULL; down++)
    read_line (self, plan, lines[down], down, find, data);
  return self;
}

void
qtr_figures_block_free (QtrFiguresBlock *self)
{
  g_array_unref (self->changes);
  g_ptr_array_unref (self->replaced);
  g_free (self->unread);
  g_free (self);
}

guint
qtr_figures_block_count_restated (QtrFiguresBlock *self, const QtrPlan *plan)
{
  guint n_restated = 0;

  for (guint i = 0; i < self->changes->len; i++) {
    const Change *change = &g_array_index (self->changes, Change, i);

    n_restated += qtr_figures_restates (plan, change->measure, change->period, change->value) ? 1 : 0;
  }

  return n_restated;
}

QtrPlan *
qtr_figures_block_write (QtrFiguresBlock *self, const QtrPlan *plan, QtrPeriod quarter,
                         const QtrRestatement *reason)
{
  QtrPlan *now = qtr_record_ref (plan);

  for (guint i = 0; i < self->changes->len; i++) {
    const Change *change = &g_array_index (self->changes, Change, i);
    g_autoptr (QtrPlan) before = now;

    now = qtr_figures_observe (before, change->measure, quarter, change->period, change->value, reason);
  }

  return now;
}

static char *
name_replaced (QtrFiguresBlock *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->replaced->len, N_NAMED); i++)
    /* Translators: between the items of a list of numbers. */
    g_string_append_printf (names, "%s%s", i == 0 ? "" : _ (", "),
                            (const char *) g_ptr_array_index (self->replaced, i));
  if (self->replaced->len > N_NAMED)
    g_string_append (names, "…");
  return g_string_free_and_steal (names);
}

char *
qtr_figures_block_tell_taken (QtrFiguresBlock *self)
{
  guint n_taken = self->changes->len;
  g_autofree char *taken =
      g_strdup_printf (ngettext ("%u figure pasted", "%u figures pasted", n_taken), n_taken);
  g_autofree char *names = NULL;

  if (self->replaced->len == 0)
    return g_steal_pointer (&taken);

  names = name_replaced (self);
  /* Translators: first "12 figures pasted", then how many others gave way to them, then which those are. */
  return g_strdup_printf (ngettext ("%1$s, %2$u in place of another (%3$s)",
                                    "%1$s, %2$u in place of others (%3$s)", self->replaced->len),
                          taken, self->replaced->len, names);
}

char *
qtr_figures_block_tell_left (QtrFiguresBlock *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->n_unread > 0)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (ngettext ("%1$u cell could not be read: “%2$s”.",
                                   "%1$u cells could not be read, beginning with “%2$s”.", self->n_unread),
                         self->n_unread, self->unread));
  if (self->n_locked > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u cell takes no value of its own.",
                                                "%u cells take no value of their own.", self->n_locked),
                                      self->n_locked));
  if (self->n_beyond > 0)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u cell had no place left.",
                                                           "%u cells had no place left.", self->n_beyond),
                                                 self->n_beyond));
  if (sentences->len == 0)
    return NULL;

  g_ptr_array_add (sentences, NULL);
  return g_strjoinv ("\n", (char **) sentences->pdata);
}
