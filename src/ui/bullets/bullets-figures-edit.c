/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"
#include "ui/bullets/bullets-figures.h"

/* What is done to linked figures. It all goes through the buffer, as typing does: a figure is put in as it is
 * written, and printed when the action is over. */

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* The one that is selected, or that the caret stands beside. */
gboolean
qtr_bullets_view_get_figure (QtrBulletsView *self, QtrBulletsChip *chip)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return qtr_bullets_view_find_figure_beside (self, &start, chip);

  return qtr_bullets_view_find_figure_beside (self, &start, chip) &&
         gtk_text_iter_equal (&chip->start, &start) && gtk_text_iter_equal (&chip->end, &end);
}

char *
qtr_bullets_view_get_figure_measure (QtrBulletsView *self)
{
  g_auto (QtrFigureLink) link = { 0 };
  QtrBulletsChip chip;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (!qtr_bullets_view_get_figure (self, &chip) || !qtr_figure_link_parse (chip.token, &link, NULL))
    return NULL;

  return g_strdup (link.measure);
}

/* What is said of it to those who ask, and to those who do not see it. */
char *
qtr_bullets_view_describe_figure (QtrBulletsView *self, const QtrBulletsChip *chip)
{
  g_auto (QtrFigureLink) link = { 0 };
  g_autofree char *words = NULL;
  const QtrMeasure *measure = NULL;
  const QtrFigureForm *form = NULL;

  if (!qtr_figure_link_parse (chip->token, &link, NULL))
    return NULL;

  measure = qtr_list_find (self->plan->measures, link.measure, NULL);
  form = qtr_figure_form_find (link.form);
  if (measure == NULL)
    return g_strdup (_ ("linked figure of a measure that is not in the plan"));
  /* Translators: what is said of a figure that follows a measure: the name of the measure, and what is told
   * of it, such as “Value”. */
  words = g_strdup_printf (_ ("linked figure: %s, %s"), measure->name == NULL ? "" : measure->name,
                           form == NULL ? link.form : _ (form->title));
  if (link.text == NULL)
    return g_steal_pointer (&words);
  /* Translators: the first “%s” is “linked figure: …”, the second one a reason that somebody wrote. */
  return g_strdup_printf (_ ("%s, overridden: %s"), words,
                          link.because == NULL ? _ ("no reason given") : link.because);
}

void
qtr_bullets_view_select_figure (QtrBulletsView *self, const QtrBulletsChip *chip)
{
  self->figure_signed = FALSE;
  gtk_text_buffer_select_range (get_buffer (self), &chip->end, &chip->start);
}

/* The sign by which the figure was asked for goes when it comes. */
static void
delete_sign (QtrBulletsView *self)
{
  GtkTextIter caret, sign;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  sign = caret;
  if (gtk_text_iter_backward_char (&sign) && gtk_text_iter_get_char (&sign) == QTR_BULLETS_FIGURE_SIGN)
    gtk_text_buffer_delete_interactive (get_buffer (self), &sign, &caret, TRUE);
}

void
qtr_bullets_view_put_figure (QtrBulletsView *self, const char *text, const char *label)
{
  GtkTextBuffer *buffer = get_buffer (self);
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));

  gtk_text_buffer_begin_user_action (buffer);
  self->edit = QTR_BULLETS_EDIT_FIGURE;
  self->figure_label = label;
  if (self->figure_signed && editable)
    delete_sign (self);
  gtk_text_buffer_delete_selection (buffer, TRUE, editable);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, editable);
  gtk_text_buffer_end_user_action (buffer);
  self->figure_signed = FALSE;
}

const char *
qtr_bullets_view_turn_figure_into_text (QtrBulletsView *self)
{
  g_autofree char *words = NULL;
  QtrBulletsChip chip;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (!qtr_bullets_view_get_figure (self, &chip))
    return _ ("Put the caret beside a linked figure first");

  words = gtk_text_iter_get_slice (&chip.start, &chip.end);
  qtr_bullets_view_select_figure (self, &chip);
  qtr_bullets_view_put_figure (self, words, _ ("Turn Into Text"));
  return NULL;
}

void
qtr_bullets_view_set_override (QtrBulletsView *self, const char *text, const char *because)
{
  g_auto (QtrFigureLink) link = { 0 };
  g_autofree char *token = NULL;
  QtrBulletsChip chip;

  if (!qtr_bullets_view_get_figure (self, &chip) || !qtr_figure_link_parse (chip.token, &link, NULL))
    return;

  g_set_str (&link.text, text);
  g_set_str (&link.because, because);
  token = qtr_figure_link_to_string (&link);
  qtr_bullets_view_select_figure (self, &chip);
  qtr_bullets_view_put_figure (self, token, text == NULL ? _ ("Follow the Measure") : _ ("Override Figure"));
}

/* --- A typed number --- */

static gboolean
is_of_number (gunichar character)
{
  return g_unichar_isdigit (character) || character == ',' || character == '.' || character == '%' ||
         character == 0xa3;
}

static gboolean
is_of_end (gunichar character)
{
  return character == ',' || character == '.';
}

gboolean
qtr_bullets_view_find_number (QtrBulletsView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter before;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), start, end))
    return gtk_text_iter_get_line (start) == gtk_text_iter_get_line (end);

  while (is_of_number (gtk_text_iter_get_char (end)) && gtk_text_iter_forward_char (end))
    continue;
  for (before = *start;
       gtk_text_iter_backward_char (&before) && is_of_number (gtk_text_iter_get_char (&before));)
    *start = before;
  for (before = *end; gtk_text_iter_compare (start, end) < 0 && gtk_text_iter_backward_char (&before) &&
                      is_of_end (gtk_text_iter_get_char (&before));)
    *end = before;
  return gtk_text_iter_compare (start, end) < 0;
}
