/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-transfer.h"

#include <string.h>

#include "format/format.h"
#include "ui/bullets/bullets-paragraph.h"

static QtrList *
make_list (gconstpointer record)
{
  return qtr_list_append (NULL, record);
}

GBytes *
qtr_bullets_write_own (const QtrList *bullets)
{
  g_autoptr (QtrSection) section = qtr_record_new (&qtr_section_type, "bullets", bullets, NULL);
  g_autoptr (QtrList) sections = make_list (section);
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "sections", sections, NULL);
  g_autoptr (QtrList) updates = make_list (update);
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "updates", updates, NULL);

  return qtr_format_write (plan);
}

QtrList *
qtr_bullets_read_own (GBytes *bytes)
{
  g_autoptr (QtrPlan) plan = qtr_format_read (bytes, NULL);
  const QtrUpdate *update = plan == NULL ? NULL : qtr_plan_get_latest_update (plan);

  if (update == NULL || update->sections == NULL)
    return NULL;

  return qtr_list_ref (((const QtrSection *) qtr_list_get (update->sections, 0))->bullets);
}

/* The recursion here and below is as deep as the records are, which QTR_RECORD_DEPTH_MAX bounds. */
static void
append_text (GString *string, const QtrList *bullets, guint depth)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    g_autofree char *paragraph = qtr_bullet_compose_paragraph (bullet);

    if (string->len > 0)
      g_string_append_c (string, '\n');
    for (guint level = 0; level < depth; level++)
      g_string_append_c (string, '\t');
    g_string_append_printf (string, "• %s", paragraph);
    append_text (string, bullet->bullets, depth + 1);
  }
}

char *
qtr_bullets_write_text (const QtrList *bullets)
{
  GString *string = g_string_new (NULL);

  append_text (string, bullets, 0);
  return g_string_free_and_steal (string);
}

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
append_item (GString *html, const QtrBullet *bullet)
{
  g_auto (GStrv) lines = g_strsplit (bullet->text == NULL ? "" : bullet->text, "\u2028", -1);

  if (bullet->area != NULL) {
    g_string_append (html, "<b>");
    append_escaped (html, bullet->area);
    g_string_append (html, ":</b>");
    g_string_append (html, bullet->text == NULL ? "" : " ");
  }
  for (guint i = 0; lines[i] != NULL; i++) {
    g_string_append (html, i == 0 ? "" : "<br>");
    append_escaped (html, lines[i]);
  }
}

static void
append_html (GString *html, const QtrList *bullets)
{
  if (bullets == NULL)
    return;

  g_string_append (html, "<ul>");
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_string_append (html, "<li>");
    append_item (html, bullet);
    append_html (html, bullet->bullets);
    g_string_append (html, "</li>");
  }
  g_string_append (html, "</ul>");
}

/* Who reads it from the clipboard may take it for the coding of the last century. */
char *
qtr_bullets_write_html (const QtrList *bullets)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\">");

  append_html (html, bullets);
  return g_string_free_and_steal (html);
}
