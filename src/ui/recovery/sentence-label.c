/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/recovery/sentence-label.h"

#include <string.h>

/* How qtr_change_to_sentence () marks what went and what came. */
static const struct {
  const char *opening;
  const char *closing;
} brackets[] = { { "[-", "-]" }, { "{+", "+}" } };

static PangoAttribute *
make_line (guint kind)
{
  return kind == 0 ? pango_attr_strikethrough_new (TRUE) : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
}

/* Returns: where the text goes on, or NULL: nothing is marked here */
static const char *
take_marked (const char *at, GString *text, PangoAttrList *lines)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++) {
    const char *inner = at + strlen (brackets[i].opening);
    const char *end = g_str_has_prefix (at, brackets[i].opening) ? strstr (inner, brackets[i].closing) : NULL;
    PangoAttribute *line = NULL;

    if (end == NULL)
      continue;
    line = make_line (i);
    line->start_index = (guint) text->len;
    g_string_append_len (text, inner, end - inner);
    line->end_index = (guint) text->len;
    pango_attr_list_insert (lines, line);
    return end + strlen (brackets[i].closing);
  }

  return NULL;
}

void
qtr_sentence_label_show (GtkLabel *label, const char *sentence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) lines = pango_attr_list_new ();
  const char *at = sentence;

  while (*at != '\0') {
    const char *next = take_marked (at, text, lines);

    if (next == NULL)
      g_string_append_c (text, *at == '\n' ? ' ' : *at);
    at = next == NULL ? at + 1 : next;
  }

  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}
