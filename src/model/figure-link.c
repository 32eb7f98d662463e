/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/figure-link.h"

#include <string.h>

#include "base/id.h"

#define CLOSING "}}"

/* In the order in which they are written. */
static const struct {
  const char *key;
  gsize offset;
} members[] = {
  { "area", offsetof (QtrFigureLink, area) },
  { "on", offsetof (QtrFigureLink, on) },
  { "text", offsetof (QtrFigureLink, text) },
  { "because", offsetof (QtrFigureLink, because) },
};

static char **
get_member (QtrFigureLink *self, gsize index)
{
  return G_STRUCT_MEMBER_P (self, members[index].offset);
}

static const char *
skip_spaces (const char *at)
{
  return at + strspn (at, " ");
}

/* --- Reading --- */

static gboolean
is_word_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* A word of letters, digits, hyphens and underscores; %NULL where there is none. */
static char *
take_word (const char **at)
{
  const char *start = *at;

  while (is_word_character (**at))
    (*at)++;
  return *at == start ? NULL : g_strndup (start, (gsize) (*at - start));
}

/* What a backslash and the letter after it stand for; 0: for nothing. */
static char
read_escape (char letter)
{
  return letter == 'n' ? '\n' : letter == '"' || letter == '\\' ? letter : '\0';
}

/* What stands between quotation marks; %NULL where they do not stand as they should. */
static char *
take_value (const char **at)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (**at != '"')
    return NULL;
  for (++*at; **at != '"'; ++*at) {
    char letter = **at == '\\' ? read_escape (*++*at) : **at;

    if (letter == '\0')
      return NULL;
    g_string_append_c (value, letter);
  }
  ++*at;
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
append_pair (GString *string, const char *key, const char *value)
{
  g_string_append_printf (string, " %s=\"", key);
  for (; *value != '\0'; value++) {
    if (*value == '"' || *value == '\\')
      g_string_append_c (string, '\\');
    if (*value == '\n')
      g_string_append (string, "\\n");
    else
      g_string_append_c (string, *value);
  }
  g_string_append_c (string, '"');
}

/* An empty value says as little as none. What is said twice is not understood. */
static gboolean
set_member (QtrFigureLink *self, const char *key, char *value, GString *others)
{
  g_autofree char *owned = value;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
    if (!g_str_equal (members[i].key, key))
      continue;
    if (*get_member (self, i) != NULL)
      return FALSE;
    if (*owned != '\0')
      *get_member (self, i) = g_steal_pointer (&owned);
    return TRUE;
  }
  append_pair (others, key, owned);
  return TRUE;
}

static gboolean
take_member (QtrFigureLink *self, const char **at, GString *others)
{
  g_autofree char *key = take_word (at);
  char *value = NULL;

  if (key == NULL || **at != '=')
    return FALSE;
  ++*at;
  value = take_value (at);
  return value != NULL && set_member (self, key, value, others);
}

static gboolean
take_members (QtrFigureLink *self, const char **at)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (;;) {
    const char *next = skip_spaces (*at);

    if (g_str_has_prefix (next, CLOSING)) {
      *at = next + strlen (CLOSING);
      self->others = others->len == 0 ? NULL : g_string_free (g_steal_pointer (&others), FALSE);
      return TRUE;
    }
    if (next == *at || !take_member (self, &next, others))
      return FALSE;
    *at = next;
  }
}

static gboolean
take_link (QtrFigureLink *self, const char **at)
{
  if (!g_str_has_prefix (*at, QTR_FIGURE_LINK_OPENING))
    return FALSE;
  *at = skip_spaces (*at + strlen (QTR_FIGURE_LINK_OPENING));
  self->measure = take_word (at);
  if (self->measure == NULL || !qtr_id_is_valid (self->measure) || **at != ' ')
    return FALSE;
  *at = skip_spaces (*at);
  self->form = take_word (at);
  return self->form != NULL && take_members (self, at);
}

gboolean
qtr_figure_link_parse (const char *text, QtrFigureLink *link, const char **end)
{
  g_auto (QtrFigureLink) read = { 0 };
  const char *at = text;

  if (!take_link (&read, &at))
    return FALSE;
  if (link != NULL) {
    *link = read;
    read = (QtrFigureLink) { 0 };
  }
  if (end != NULL)
    *end = at;
  return TRUE;
}

/* --- Writing --- */

char *
qtr_figure_link_to_string (const QtrFigureLink *self)
{
  GString *string = g_string_new (QTR_FIGURE_LINK_OPENING);

  g_string_append_printf (string, "%s %s", self->measure, self->form);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
    const char *value = *get_member ((QtrFigureLink *) self, i);

    if (value != NULL && *value != '\0')
      append_pair (string, members[i].key, value);
  }
  if (self->others != NULL)
    g_string_append (string, self->others);
  g_string_append (string, CLOSING);
  return g_string_free (string, FALSE);
}

void
qtr_figure_link_clear (QtrFigureLink *self)
{
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->form, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_clear_pointer (get_member (self, i), g_free);
  g_clear_pointer (&self->others, g_free);
}

/* --- Looking for them --- */

static void
clear_place (gpointer data)
{
  qtr_figure_link_clear (&((QtrFigurePlace *) data)->link);
}

GArray *
qtr_figure_links_find (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QtrFigurePlace));
  const char *at = text == NULL ? NULL : strstr (text, QTR_FIGURE_LINK_OPENING);

  g_array_set_clear_func (places, clear_place);
  while (at != NULL) {
    QtrFigurePlace place = { .start = (gsize) (at - text) };
    const char *end = at + 1;

    if (qtr_figure_link_parse (at, &place.link, &end)) {
      place.end = (gsize) (end - text);
      g_array_append_val (places, place);
    }
    at = strstr (end, QTR_FIGURE_LINK_OPENING);
  }
  return places;
}
