/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/measure.h"
#include "ui/bullets/bullets-figures.h"
#include "ui/bullets/override-popover.h"
#include "ui/update/choice-popover.h"

/* What is asked about a figure, at the caret: first its measure, then what is told of it, each with what it
 * would print here. */

/* What may be told of a measure. The words of a comparison are two: with the year before, and the quarter. */
typedef struct {
  const QtrFigureForm *form;
  const char *on;
} Telling;

/* A measure that prints what was typed. */
typedef struct {
  const QtrMeasure *measure;
  Telling telling;
  char *token;
  guint score;
} Proposal;

static void
clear_proposal (gpointer data)
{
  g_free (((Proposal *) data)->token);
}

static GArray *
list_tellings (void)
{
  GArray *tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  guint n_forms = 0;
  const QtrFigureForm *forms = qtr_figure_forms_get (&n_forms);

  for (guint i = 0; i < n_forms; i++) {
    Telling year = { &forms[i], NULL };
    Telling quarter = { &forms[i], "last-quarter" };

    g_array_append_val (tellings, year);
    if (forms[i].compares)
      g_array_append_val (tellings, quarter);
  }
  return tellings;
}

static char *
name_telling (const Telling *telling)
{
  if (!telling->form->compares)
    return g_strdup (_ (telling->form->title));

  return telling->on == NULL
             /* Translators: what is told of a measure, such as “Difference”, and with what it is compared. */
             ? g_strdup_printf (_ ("%s (With Last Year)"), _ (telling->form->title))
             /* Translators: likewise. */
             : g_strdup_printf (_ ("%s (With Last Quarter)"), _ (telling->form->title));
}

/* The caret's bullet says of where it speaks. */
static const char *
get_area (QtrBulletsView *self, const QtrMeasure *measure)
{
  guint line = 0;
  const char *area = NULL;

  if (qtr_bullets_lines_find (self->lines, qtr_bullets_view_get_current (self), &line))
    area = qtr_bullets_lines_get (self->lines, line)->record->area;
  return area != NULL && qtr_measure_has_area (measure, area) ? area : NULL;
}

/* How it is written, and what it prints; @words is %NULL where that is not known. */
static char *
write_figure (QtrBulletsView *self, const QtrMeasure *measure, const Telling *telling, char **words)
{
  QtrFigureLink link = { .measure = (char *) measure->record.id,
                         .form = (char *) telling->form->word,
                         .area = (char *) get_area (self, measure),
                         .on = (char *) telling->on };

  if (qtr_figure_link_print (&link, self->plan, self->update, words) != QTR_FIGURE_KNOWN)
    g_clear_pointer (words, g_free);
  return qtr_figure_link_to_string (&link);
}

/* --- Popovers --- */

static void
closed_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The popover before may still be closing; it goes when another one comes. */
static void
pop_up (QtrBulletsView *self, GtkWidget *popover)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRectangle place;

  g_clear_pointer (&self->figure_popover, gtk_widget_unparent);
  self->figure_popover = popover;
  gtk_widget_set_halign (popover, rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  qtr_bullets_view_get_caret_place (self, &place);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
qtr_bullets_view_present_figure (QtrBulletsView *self)
{
  if (self->figure_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->figure_popover));
}

static void
token_chosen_cb (QtrBulletsView *self, const char *token)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  qtr_bullets_view_put_figure (self, token, _ ("Linked Figure"));
}

static void
add_telling (QtrBulletsView *self, QtrChoicePopover *popover, const QtrMeasure *measure,
             const Telling *telling)
{
  g_autofree char *words = NULL;
  g_autofree char *token = write_figure (self, measure, telling, &words);
  g_autofree char *name = name_telling (telling);

  if (words != NULL || g_str_equal (telling->form->word, "value"))
    qtr_choice_popover_add (popover, token, name, words == NULL ? _ ("not known") : words, 0, FALSE);
}

static void
measure_chosen_cb (QtrBulletsView *self, const char *id)
{
  const QtrMeasure *measure = qtr_list_find (self->plan->measures, id, NULL);
  g_autoptr (GArray) tellings = list_tellings ();
  GtkWidget *popover = NULL;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (measure == NULL)
    return;

  popover = qtr_choice_popover_new (measure->name == NULL ? _ ("Figure") : measure->name);
  for (guint i = 0; i < tellings->len; i++)
    add_telling (self, QTR_CHOICE_POPOVER (popover), measure, &g_array_index (tellings, Telling, i));
  qtr_choice_popover_set_search (QTR_CHOICE_POPOVER (popover), _ ("Search What Is Told"), NULL);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (token_chosen_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover);
}

static void
add_measures (QtrBulletsView *self, QtrChoicePopover *popover)
{
  g_autofree char *current = qtr_bullets_view_get_figure_measure (self);
  const Telling value = { qtr_figure_form_find ("value"), NULL };

  for (guint i = 0; i < qtr_list_length (self->plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (self->plan->measures, i);
    g_autofree char *words = NULL;
    g_autofree char *token = write_figure (self, measure, &value, &words);

    qtr_choice_popover_add (popover, measure->record.id,
                            measure->name == NULL ? measure->record.id : measure->name, words, 0,
                            g_strcmp0 (measure->record.id, current) == 0);
  }
}

const char *
qtr_bullets_view_pick_figure (QtrBulletsView *self)
{
  GtkWidget *popover = NULL;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (self->plan == NULL || self->plan->measures == NULL)
    return _ ("The plan has no measures yet: add them on their page");

  self->figure_signed = FALSE;
  popover = qtr_choice_popover_new (_ ("Linked Figure"));
  add_measures (self, QTR_CHOICE_POPOVER (popover));
  qtr_choice_popover_set_search (QTR_CHOICE_POPOVER (popover), _ ("Search Measures"), NULL);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (measure_chosen_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover);
  return NULL;
}

const char *
qtr_bullets_view_change_figure (QtrBulletsView *self)
{
  QtrBulletsChip chip;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (!qtr_bullets_view_get_figure (self, &chip))
    return _ ("Put the caret beside a linked figure first");

  qtr_bullets_view_select_figure (self, &chip);
  return qtr_bullets_view_pick_figure (self);
}

static void
override_chosen_cb (QtrBulletsView *self, const char *text, const char *because)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  qtr_bullets_view_set_override (self, text, because);
}

const char *
qtr_bullets_view_override_figure (QtrBulletsView *self)
{
  g_auto (QtrFigureLink) link = { 0 };
  GtkWidget *popover = NULL;
  QtrBulletsChip chip;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (!qtr_bullets_view_get_figure (self, &chip) || !qtr_figure_link_parse (chip.token, &link, NULL))
    return _ ("Put the caret beside a linked figure first");

  popover = qtr_override_popover_new (link.text, link.because);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (override_chosen_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover);
  return NULL;
}

/* --- Proposals for what was typed --- */

static char *
fold_number (const char *words)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (*at != ',' && !g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free_and_steal (folded);
}

/* How many words of a measure's name stand in the text; short ones stand in every text. */
static guint
count_words (const QtrMeasure *measure, const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (measure->name == NULL ? "" : measure->name, NULL, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint count = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 3 && strstr (folded, words[i]) != NULL)
      count++;
  return count;
}

static void
propose (QtrBulletsView *self, GArray *proposals, const QtrMeasure *measure, const char *typed,
         const char *text)
{
  g_autoptr (GArray) tellings = list_tellings ();

  for (guint i = 0; i < tellings->len; i++) {
    Proposal proposal = { measure, g_array_index (tellings, Telling, i), NULL, count_words (measure, text) };
    g_autofree char *words = NULL;
    g_autofree char *folded = NULL;

    proposal.token = write_figure (self, measure, &proposal.telling, &words);
    folded = fold_number (words == NULL ? "" : words);
    if (g_str_equal (folded, typed))
      g_array_append_val (proposals, proposal);
    else
      g_free (proposal.token);
  }
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  return (int) ((const Proposal *) b)->score - (int) ((const Proposal *) a)->score;
}

static GArray *
list_proposals (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));
  g_autofree char *words = gtk_text_iter_get_slice (start, end);
  g_autofree char *typed = fold_number (words);
  g_autofree char *text = NULL;
  GtkTextIter from, to;

  g_array_set_clear_func (proposals, clear_proposal);
  qtr_bullets_view_get_line (self, (guint) gtk_text_iter_get_line (start), &from, &to);
  text = gtk_text_iter_get_slice (&from, &to);
  for (guint i = 0; self->plan != NULL && i < qtr_list_length (self->plan->measures); i++)
    propose (self, proposals, qtr_list_get (self->plan->measures, i), typed, text);
  g_array_sort (proposals, compare_proposals);
  return proposals;
}

const char *
qtr_bullets_view_link_figure (QtrBulletsView *self)
{
  g_autoptr (GArray) proposals = NULL;
  GtkWidget *popover = NULL;
  GtkTextIter start, end;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (!qtr_bullets_view_find_number (self, &start, &end))
    return _ ("Put the caret into a figure that was typed first");
  proposals = list_proposals (self, &start, &end);
  if (proposals->len == 0)
    return _ ("No measure says this figure here");

  self->figure_signed = FALSE;
  gtk_text_buffer_select_range (gtk_text_iter_get_buffer (&start), &end, &start);
  popover = qtr_choice_popover_new (_ ("Link This Figure"));
  for (guint i = 0; i < proposals->len; i++) {
    const Proposal *proposal = &g_array_index (proposals, Proposal, i);
    g_autofree char *name = name_telling (&proposal->telling);

    qtr_choice_popover_add (QTR_CHOICE_POPOVER (popover), proposal->token,
                            proposal->measure->name == NULL ? proposal->measure->record.id
                                                            : proposal->measure->name,
                            name, 0, FALSE);
  }
  g_signal_connect_object (popover, "chosen", G_CALLBACK (token_chosen_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover);
  return NULL;
}
