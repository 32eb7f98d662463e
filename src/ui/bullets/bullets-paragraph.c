/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-paragraph.h"

#include <string.h>

/* One character for one character, so that places in the text and in the paragraph are the same. */
static void
append_shown (GString *string, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == '\n' || character == '\r' || character == 0x2029)
      character = 0x2028;
    else if (character == 0xfffc)
      character = 0xfffd;
    g_string_append_unichar (string, character);
  }
}

char *
qtr_bullet_compose_text (const char *area, const char *text)
{
  g_autoptr (GString) string = g_string_new (NULL);

  if (area != NULL) {
    append_shown (string, area);
    g_string_append (string, text == NULL ? ":" : ": ");
  }
  if (text != NULL)
    append_shown (string, text);
  return g_string_free_and_steal (g_steal_pointer (&string));
}

char *
qtr_bullet_compose_paragraph (const QtrBullet *bullet)
{
  return qtr_bullet_compose_text (bullet->area, bullet->text);
}

static gboolean
is_run_in (const char *string, gsize length)
{
  return length > 0 && string[length] == ':' && (string[length + 1] == ' ' || string[length + 1] == '\0');
}

static void
take_area (QtrBulletParagraph *paragraph, const char *string, gsize length)
{
  paragraph->area = g_strndup (string, length);
  paragraph->run_in = g_utf8_strlen (string, length) + 1;
  paragraph->offset = paragraph->run_in + (string[length + 1] == ' ' ? 1 : 0);
  paragraph->text = string + length + (string[length + 1] == ' ' ? 2 : 1);
}

void
qtr_bullet_paragraph_read (QtrBulletParagraph *paragraph, const char *string, const char *area,
                           GHashTable *areas)
{
  *paragraph = (QtrBulletParagraph) { .text = string };

  /* What it had comes first: of two areas, one may be the beginning of the other. */
  if (area != NULL && g_str_has_prefix (string, area) && is_run_in (string, strlen (area))) {
    take_area (paragraph, string, strlen (area));
    return;
  }

  for (const char *colon = strchr (string, ':'); colon != NULL; colon = strchr (colon + 1, ':')) {
    g_autofree char *name = g_strndup (string, colon - string);

    if (is_run_in (string, colon - string) && g_hash_table_contains (areas, name)) {
      take_area (paragraph, string, colon - string);
      return;
    }
  }
}

void
qtr_bullet_paragraph_clear (QtrBulletParagraph *paragraph)
{
  g_clear_pointer (&paragraph->area, g_free);
}
