/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/importer.h"
#include "import/source.h"

#define TAB_WIDTH 4

static int
indent_of (const char *line)
{
  int columns = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    columns = *line == '\t' ? columns / TAB_WIDTH * TAB_WIDTH + TAB_WIDTH : columns + 1;
  return columns;
}

/* `| Area | 2019 |`: at least three bars, as tables are drawn in plain text. */
static gboolean
is_table_row (const char *text)
{
  gsize length = strlen (text);

  return length > 2 && text[0] == '|' && text[length - 1] == '|';
}

typedef struct {
  GPtrArray *lines;
  QtrLine *before;
  int last_number;
} TextReader;

static void
read_line (TextReader *self, const char *source, guint number)
{
  char *text = g_strstrip (g_strdup (source));
  QtrLineKind kind = text[0] == '\0' ? QTR_LINE_BLANK : is_table_row (text) ? QTR_LINE_TABLE : QTR_LINE_TEXT;
  QtrLine *line = qtr_lines_add (self->lines, kind, number, text);

  if (kind != QTR_LINE_TEXT)
    return;
  line->indent = indent_of (source);
  qtr_line_take_marker (line, self->before, &self->last_number);
  self->before = line;
}

/* A form feed ends the page wherever in its line it stands. */
static void
read_pages (TextReader *self, char *source, guint number)
{
  char *feed;

  while ((feed = strchr (source, '\f')) != NULL) {
    *feed = '\0';
    if (*g_strchomp (source) != '\0')
      read_line (self, source, number);
    qtr_lines_add (self->lines, QTR_LINE_PAGE, number, NULL);
    source = feed + 1;
  }
  read_line (self, source, number);
}

static GPtrArray *
text_read (GBytes *bytes, QtrReport *report, GError **error)
{
  g_autofree char *text = qtr_source_decode (bytes, report, error);
  g_auto (GStrv) sources = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  TextReader self = { NULL, NULL, 0 };

  if (text == NULL)
    return NULL;
  self.lines = qtr_lines_new ();
  for (guint i = 0; sources[i] != NULL; i++)
    read_pages (&self, sources[i], i + 1);
  return self.lines;
}

static gboolean
text_knows (GBytes *bytes)
{
  return TRUE;
}

static const char *const extensions[] = { "txt", "text", NULL };

const QtrImporter qtr_text_importer = { "text", extensions, text_knows, NULL, text_read };
