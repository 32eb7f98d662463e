/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "base/colour.h"
#include "model/edit-style.h"
#include "ui/plan/plan-page-private.h"

/* What publications have without a colour of the plan's own. */
#define USUAL_ACCENT ((QtrColour) { 0x1d, 0x4f, 0x91 })

/* --- The colour --- */

static QtrColour
get_accent (const QtrPlan *plan)
{
  QtrColour colour = USUAL_ACCENT;

  qtr_colour_parse (plan->accent, &colour);
  return colour;
}

/* Rounded down: what falls short must not look as if it did not. */
static char *
word_contrast (QtrColour colour)
{
  double contrast = floor (qtr_colour_get_contrast (colour, QTR_COLOUR_WHITE) * 10) / 10;

  if (contrast >= QTR_CONTRAST_TEXT)
    return g_strdup (_ ("For headings and links in publications"));

  /* Translators: %.1f is a contrast ratio, as in “3.1:1”. */
  return g_strdup_printf (
      _ ("Hard to read: its contrast with white is %.1f:1, and text needs 4.5:1. Publications "
         "use a darker shade."),
      contrast);
}

static void
refresh_accent (QtrPlanPage *self, const QtrPlan *plan)
{
  QtrColour accent = get_accent (plan);
  g_autofree char *words = word_contrast (accent);
  GdkRGBA rgba = { (float) accent.red / 255, (float) accent.green / 255, (float) accent.blue / 255, 1 };

  gtk_color_dialog_button_set_rgba (self->accent, &rgba);
  adw_action_row_set_subtitle (self->accent_row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accent), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_set_visible (self->accent_reset, plan->accent != NULL);
}

static void
set_accent (QtrPlanPage *self, const char *accent)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);

  qtr_document_commit (self->document, qtr_edit_set (plan, plan->record.id, "accent", accent, NULL),
                       _ ("Accent Colour"), NULL);
}

static guint8
to_channel (float share)
{
  return (guint8) lroundf (share * 255);
}

void
qtr_plan_page_accent_changed_cb (QtrPlanPage *self)
{
  const GdkRGBA *rgba = gtk_color_dialog_button_get_rgba (self->accent);
  QtrColour colour = { to_channel (rgba->red), to_channel (rgba->green), to_channel (rgba->blue) };
  g_autofree char *accent = qtr_colour_to_string (colour);

  if (!self->refreshing && self->document != NULL)
    set_accent (self, accent);
}

void
qtr_plan_page_accent_reset_cb (QtrPlanPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->accent));
  set_accent (self, NULL);
}

/* --- Percentages and numbers --- */

/* Two whole styles; the first one stands for what is neither. */
static const struct {
  QtrPercentForm percent;
  QtrSmallNumbers small_numbers;
} presets[] = {
  { QTR_PERCENT_ANY, QTR_SMALL_NUMBERS_ANY },
  { QTR_PERCENT_SIGN, QTR_SMALL_NUMBERS_DIGITS },
  { QTR_PERCENT_WORDS, QTR_SMALL_NUMBERS_WORDS },
};

static guint
find_preset (const QtrPlan *plan)
{
  for (guint i = 1; i < G_N_ELEMENTS (presets); i++)
    if (plan->percent == presets[i].percent && plan->small_numbers == presets[i].small_numbers)
      return i;

  return 0;
}

/* A style of one's own begins with what stands. */
void
qtr_plan_page_preset_changed_cb (QtrPlanPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->preset);
  const QtrPlan *plan = NULL;

  if (self->refreshing || self->document == NULL || chosen == 0 || chosen >= G_N_ELEMENTS (presets))
    return;
  plan = qtr_plan_page_get_plan (self);
  qtr_document_commit (self->document,
                       qtr_edit_set (plan, plan->record.id, "percent", (int) presets[chosen].percent,
                                     "small_numbers", (int) presets[chosen].small_numbers, NULL),
                       _ ("House Style"), NULL);
}

void
qtr_plan_page_style_changed_cb (QtrPlanPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  const QtrPlan *plan = NULL;

  if (self->refreshing || self->document == NULL)
    return;
  plan = qtr_plan_page_get_plan (self);
  qtr_document_commit (self->document,
                       qtr_edit_set (plan, plan->record.id,
                                     row == self->percent ? "percent" : "small_numbers",
                                     (int) adw_combo_row_get_selected (row), NULL),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), NULL);
}

/* --- Words to avoid --- */

static void
refresh_terms (QtrPlanPage *self, const QtrList *terms)
{
  guint n = qtr_list_length (terms);

  for (guint i = 0; i < n; i++) {
    const QtrTerm *term = qtr_list_get (terms, i);
    QtrPlanItemRow *row = qtr_plan_page_claim (self, self->terms, i, QTR_PLAN_ITEM_TERM, term->record.id);
    /* Translators: under a word to avoid, what to write in its place: Write “use”. */
    g_autofree char *use = g_strdup_printf (_ ("Write “%s”"), term->use == NULL ? "" : term->use);

    qtr_plan_item_row_set_words (row, term->avoid, use, NULL);
    qtr_plan_item_row_set_place (row, 0, i == 0, i + 1 == n);
  }
  qtr_plan_list_end (self->terms, n);
}

/* --- The checks --- */

void
qtr_plan_page_rule_chosen_cb (QtrPlanPage *self, const char *rule, gboolean usual, int level)
{
  QtrRuleLevel chosen = usual ? QTR_RULE_OFF : (QtrRuleLevel) level;

  if (self->document != NULL)
    qtr_document_commit (self->document,
                         qtr_edit_set_rule (qtr_plan_page_get_plan (self), rule, usual ? NULL : &chosen),
                         _ ("Changing a Rule of the Checks"), NULL);
}

/* --- The logo --- */

void
qtr_plan_page_logo_chosen_cb (QtrPlanPage *self, GBytes *picture)
{
  g_autoptr (GError) error = NULL;
  QtrPlan *now = qtr_edit_set_logo (qtr_plan_page_get_plan (self), picture, &error);

  if (now == NULL)
    qtr_plan_page_tell (self, error->message);
  else
    qtr_document_commit (self->document, now, _ ("Choosing the Logo"), NULL);
}

void
qtr_plan_page_logo_removed_cb (QtrPlanPage *self)
{
  qtr_document_commit (self->document, qtr_edit_set_logo (qtr_plan_page_get_plan (self), NULL, NULL),
                       _ ("Removing the Logo"), NULL);
  qtr_plan_page_tell_taken (self, _ ("Logo removed"));
}

void
qtr_plan_page_logo_worded_cb (QtrPlanPage *self, const char *text)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);

  qtr_document_commit (self->document, qtr_edit_set (plan, plan->record.id, "logo_text", text, NULL),
                       _ ("Alternative Text"), "plan/logo_text");
}

void
qtr_plan_page_refresh_style (QtrPlanPage *self)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);

  refresh_accent (self, plan);
  adw_combo_row_set_selected (self->preset, find_preset (plan));
  adw_combo_row_set_selected (self->percent, (guint) plan->percent);
  adw_combo_row_set_selected (self->small_numbers, (guint) plan->small_numbers);
  refresh_terms (self, plan->terms);
  qtr_plan_rules_show (self->rules, plan);
  qtr_plan_logo_show (self->logo, plan->logo, plan->logo_text);
}
