/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/marking-row.h"

#include <glib/gi18n-lib.h>

struct _QtrMarkingRow {
  AdwComboRow parent_instance;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QtrMarkingRow, qtr_marking_row, ADW_TYPE_COMBO_ROW)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The first of the list is to have none. */
static GStrv
list_words (const QtrTokens *markings, const char *marking)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_strv_builder_add (words, _ ("None Chosen"));
  for (guint i = 0; i < qtr_tokens_length (markings); i++)
    g_strv_builder_add (words, markings->at[i]);
  if (marking != NULL && !qtr_tokens_contain (markings, marking))
    g_strv_builder_add (words, marking);
  return g_strv_builder_end (words);
}

static gboolean
has_words (QtrMarkingRow *self, GStrv words)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (self));
  guint n_words = g_strv_length (words);

  if (model == NULL || g_list_model_get_n_items (model) != n_words)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words[i]))
      return FALSE;

  return TRUE;
}

static guint
find_word (GStrv words, const char *marking)
{
  guint index = 0;

  for (guint i = 1; marking != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], marking))
      index = i;

  return index;
}

void
qtr_marking_row_show (QtrMarkingRow *self, const QtrTokens *markings, const char *marking)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (QTR_IS_MARKING_ROW (self));

  words = list_words (markings, marking);
  self->showing = TRUE;
  if (!has_words (self, words)) {
    g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) words);

    adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
  }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_word (words, marking));
  self->showing = FALSE;
}

static void
selected_cb (QtrMarkingRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkStringObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (self->showing || item == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, selected == 0 ? NULL : gtk_string_object_get_string (item));
}

static void
qtr_marking_row_class_init (QtrMarkingRowClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QTR_TYPE_MARKING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* It looks like the entries around it: its title small, and below it what was chosen. */
static void
qtr_marking_row_init (QtrMarkingRow *self)
{
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
