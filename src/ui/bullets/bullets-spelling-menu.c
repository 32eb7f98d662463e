/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-spelling-private.h"

/*
 * What the menu offers for a misspelt word. It comes when the suggestions are there.
 */

/* More would be read by nobody. */
#define SUGGESTIONS_MAX 6

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
clear_mistake (QtrBulletsMistake *mistake)
{
  g_clear_pointer (&mistake->bullet, g_free);
  g_clear_pointer (&mistake->text, g_free);
}

/* Finds the word that @at is in, and remembers it. */
static gboolean
take_mistake (QtrBulletsView *self, const GtkTextIter *at)
{
  QtrBulletsMistake *mistake = &self->spelling->mistake;
  GtkTextIter start, end;
  guint line = gtk_text_iter_get_line (at);

  if (!qtr_bullets_view_find_misspelt (self, at, &start, &end) ||
      line >= qtr_bullets_lines_get_length (self->lines))
    return FALSE;

  clear_mistake (mistake);
  mistake->bullet = g_strdup (qtr_bullets_lines_get (self->lines, line)->record->record.id);
  mistake->text = gtk_text_iter_get_slice (&start, &end);
  mistake->start = gtk_text_iter_get_line_offset (&start);
  mistake->end = gtk_text_iter_get_line_offset (&end);
  return TRUE;
}

/* Where the word is, if it is still there: the bullet may have changed while the suggestions were sought. */
static gboolean
find_mistake (QtrBulletsView *self, GtkTextIter *start, GtkTextIter *end)
{
  const QtrBulletsMistake *mistake = &self->spelling->mistake;
  g_autofree char *text = NULL;
  GtkTextIter line_end;
  guint line = 0;

  if (!qtr_bullets_lines_find (self->lines, mistake->bullet, &line))
    return FALSE;

  qtr_bullets_view_get_line (self, line, start, &line_end);
  if (gtk_text_iter_get_line_offset (&line_end) < mistake->end)
    return FALSE;

  *end = *start;
  gtk_text_iter_set_line_offset (start, mistake->start);
  gtk_text_iter_set_line_offset (end, mistake->end);
  text = gtk_text_iter_get_slice (start, end);
  return g_str_equal (text, mistake->text);
}

/* As a dictionary has it. */
static char *
get_word (QtrBulletsView *self)
{
  g_autoptr (GString) word = g_string_new (self->spelling->mistake.text);

  g_string_replace (word, "’", "'", 0);
  return g_string_free_and_steal (g_steal_pointer (&word));
}

static void
replace (QtrBulletsView *self, const char *correction)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  if (!find_mistake (self, &start, &end) || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  self->edit = QTR_BULLETS_EDIT_CORRECTION;
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, correction, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* Tells by its place: a parameter of an action would be any text at all. */
static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  guint index = g_variant_get_uint32 (parameter);

  if (self->spelling->suggestions != NULL && index < g_strv_length (self->spelling->suggestions))
    replace (self, self->spelling->suggestions[index]);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  g_autofree char *word = self->spelling->mistake.text == NULL ? NULL : get_word (self);

  if (word != NULL)
    qtr_spelling_add (self->spelling->spelling, word);
}

static void
ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  g_autofree char *word = self->spelling->mistake.text == NULL ? NULL : get_word (self);

  if (word != NULL)
    qtr_spelling_ignore (self->spelling->spelling, word);
}

static GMenuModel *
list_suggestions (GStrv suggestions)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; suggestions[i] != NULL && i < SUGGESTIONS_MAX; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

    g_menu_item_set_action_and_target (item, "spelling.correct", "u", i);
    g_menu_append_item (menu, item);
  }
  /* Nothing answers to that action, which shows in its look. */
  if (suggestions[0] == NULL)
    g_menu_append (menu, _ ("No Suggestions"), "spelling.nothing");
  return G_MENU_MODEL (menu);
}

static GMenu *
make_menu (GStrv suggestions)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) words = list_suggestions (suggestions);
  g_autoptr (GMenu) learning = g_menu_new ();

  g_menu_append (learning, _ ("_Add to Dictionary"), "spelling.add");
  g_menu_append (learning, _ ("_Ignore All"), "spelling.ignore");
  g_menu_append_section (menu, NULL, words);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (learning));
  return menu;
}

/* A cancelled answer may come when the view is gone already. */
static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_auto (GStrv) suggestions = qtr_spelling_suggest_finish (NULL, result, NULL);
  QtrBulletsView *self = user_data;
  g_autoptr (GMenu) menu = NULL;
  GtkTextIter start, end;
  GdkRectangle place;

  if (suggestions == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !find_mistake (self, &start, &end))
    return;

  g_strfreev (self->spelling->suggestions);
  self->spelling->suggestions = g_steal_pointer (&suggestions);
  menu = make_menu (self->spelling->suggestions);
  qtr_bullets_view_get_place_of (self, &start, &place);
  qtr_bullets_view_pop_up_menu (self, menu, _ ("Spelling"), &place);
}

static void
stop_suggesting (QtrBulletsView *self)
{
  g_cancellable_cancel (self->spelling->suggesting);
  g_clear_object (&self->spelling->suggesting);
}

gboolean
qtr_bullets_view_suggest_at (QtrBulletsView *self, const GtkTextIter *at)
{
  g_autofree char *word = NULL;

  if (self->spelling == NULL)
    return FALSE;

  stop_suggesting (self);
  if (!take_mistake (self, at))
    return FALSE;

  word = get_word (self);
  self->spelling->suggesting = g_cancellable_new ();
  qtr_spelling_suggest_async (self->spelling->spelling, word, self->spelling->suggesting, suggested_cb, self);
  return TRUE;
}

static void
suggest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (user_data);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  qtr_bullets_view_suggest_at (self, &caret);
}

void
qtr_bullets_view_watch_spelling_menu (QtrBulletsView *self)
{
  static const GActionEntry actions[] = {
    { .name = "suggest", .activate = suggest_cb },
    { .name = "correct", .activate = correct_cb, .parameter_type = "u" },
    { .name = "add", .activate = add_cb },
    { .name = "ignore", .activate = ignore_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", G_ACTION_GROUP (group));
}

void
qtr_bullets_view_free_spelling_menu (QtrBulletsView *self)
{
  stop_suggesting (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->spelling->suggestions, g_strfreev);
  clear_mistake (&self->spelling->mistake);
}
