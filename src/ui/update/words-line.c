/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/words-line.h"

#include <glib/gi18n-lib.h>

#include "series/resolve.h"
#include "ui/update/word-count.h"

struct _QtrWordsLine {
  AdwBin parent_instance;

  /* Owned. */
  QtrWordCount *count;
  QtrResolver *resolver;
  const QtrPlan *plan;
  char *priority;
  char *selected;

  QtrPeriod quarter;
  guint source;

  /* Template children. */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (QtrWordsLine, qtr_words_line, ADW_TYPE_BIN)

static guint
count_page (QtrWordsLine *self, const QtrPriority *priority, const QtrUpdate *update)
{
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (self->plan, priority, self->quarter);
  guint n_words = 0;

  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = g_ptr_array_index (commitments, i);

    n_words += qtr_word_count_section (self->count, qtr_update_find_section (update, commitment->record.id));
  }

  return n_words;
}

static void
count_update (QtrWordsLine *self, const QtrUpdate *update, guint *on_page, guint *in_update)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (self->plan, self->quarter);

  *on_page = 0;
  *in_update = 0;
  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = g_ptr_array_index (priorities, i);
    guint n_words = count_page (self, priority, update);

    *in_update += n_words;
    if (g_strcmp0 (priority->record.id, self->priority) == 0)
      *on_page = n_words;
  }
}

static char *
say_page (QtrWordsLine *self, guint on_page)
{
  guint n_selected = self->selected == NULL ? 0 : qtr_words_count (self->selected);

  if (n_selected == 0)
    return g_strdup_printf (ngettext ("%u word on this page", "%u words on this page", on_page), on_page);

  /* Translators: how many words are selected, and how many the page has: "12 of 345 words selected". */
  return g_strdup_printf (ngettext ("%u of %u word selected", "%u of %u words selected", on_page), n_selected,
                          on_page);
}

static void
say (QtrWordsLine *self)
{
  const QtrUpdate *update = self->plan == NULL ? NULL : qtr_plan_find_update (self->plan, self->quarter);
  g_autoptr (QtrUpdate) printed = NULL;
  g_autofree char *page = NULL;
  g_autofree char *words = NULL;
  guint on_page = 0;
  guint in_update = 0;

  if (update == NULL)
    return;

  printed = qtr_resolver_resolve (self->resolver, self->plan, update);
  count_update (self, printed, &on_page, &in_update);
  page = say_page (self, on_page);
  /* Translators: what was said of the words on the page, and how many there are in all: "345 words on this
   * page · 6789 in the update". */
  words = g_strdup_printf (_ ("%s · %u in the update"), page, in_update);
  if (!g_str_equal (gtk_label_get_label (self->label), words))
    gtk_label_set_label (self->label, words);
}

static gboolean
say_cb (gpointer user_data)
{
  QtrWordsLine *self = QTR_WORDS_LINE (user_data);

  self->source = 0;
  say (self);
  return G_SOURCE_REMOVE;
}

/* The letter that was typed is seen before its word is counted. */
static void
say_later (QtrWordsLine *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, say_cb, self, NULL);
}

void
qtr_words_line_set_place (QtrWordsLine *self, const QtrPlan *plan, QtrPeriod quarter, const char *priority)
{
  g_return_if_fail (QTR_IS_WORDS_LINE (self));

  if (self->plan != plan) {
    g_clear_pointer (&self->plan, qtr_record_unref);
    self->plan = qtr_record_ref (plan);
  }
  self->quarter = quarter;
  g_set_str (&self->priority, priority);
  say_later (self);
}

void
qtr_words_line_set_selected (QtrWordsLine *self, const char *text)
{
  g_return_if_fail (QTR_IS_WORDS_LINE (self));

  if (g_set_str (&self->selected, text))
    say_later (self);
}

static void
qtr_words_line_dispose (GObject *object)
{
  QtrWordsLine *self = QTR_WORDS_LINE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_WORDS_LINE);
  g_clear_pointer (&self->count, qtr_word_count_free);
  g_clear_pointer (&self->resolver, qtr_resolver_free);
  g_clear_pointer (&self->plan, qtr_record_unref);
  g_clear_pointer (&self->priority, g_free);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (qtr_words_line_parent_class)->dispose (object);
}

static void
qtr_words_line_class_init (QtrWordsLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_words_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/words-line.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrWordsLine, label);
}

static void
qtr_words_line_init (QtrWordsLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quarter = QTR_PERIOD_UNSET;
  self->count = qtr_word_count_new ();
  self->resolver = qtr_resolver_new ();
}
