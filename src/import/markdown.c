/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <md4c.h>

#include "import/entity.h"
#include "import/importer.h"
#include "import/source.h"

/* What md4c tells block by block becomes lines: one for each line of the source, so that contents and front
 * pages, whose line ends mean something, keep theirs. */
typedef struct {
  const char *source;
  gsize size;
  GArray *starts;
  GPtrArray *lines;
  GString *text;
  QtrLine *before;
  guint number;
  guint last_seen;
  int last_number;
  int depth;
  int level;
  int strong;
  gboolean item_open;
  gboolean in_block;
  gboolean in_table;
  gboolean continues;
  gboolean plain_seen;
  guint run_in;
  char marker[16];
} Markdown;

static GArray *
line_starts (const char *source)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize zero = 0;

  g_array_append_val (starts, zero);
  for (const char *at = strchr (source, '\n'); at != NULL; at = strchr (at + 1, '\n')) {
    gsize start = (gsize) (at - source) + 1;

    g_array_append_val (starts, start);
  }
  return starts;
}

static guint
line_of (const Markdown *self, const char *at)
{
  gsize offset = (gsize) (at - self->source);
  guint low = 0, high = self->starts->len;

  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (g_array_index (self->starts, gsize, middle) <= offset)
      low = middle;
    else
      high = middle;
  }
  return low + 1;
}

/* md4c hands out pointers into the source, but for what it makes itself, such as line breaks. */
static void
place (Markdown *self, const char *at)
{
  if (at < self->source || at >= self->source + self->size)
    return;
  self->last_seen = line_of (self, at);
  if (self->number == 0)
    self->number = self->last_seen;
}

static void
begin_line (Markdown *self)
{
  g_string_truncate (self->text, 0);
  self->number = 0;
  self->run_in = 0;
  self->plain_seen = FALSE;
}

static void
end_line (Markdown *self)
{
  QtrLine *line;

  if (self->text->len == 0 && !self->item_open)
    return;
  line = qtr_lines_add (self->lines, self->in_table ? QTR_LINE_TABLE : QTR_LINE_TEXT,
                        self->number != 0 ? self->number : self->last_seen,
                        g_strstrip (g_strdup (self->text->str)));
  line->level = self->level;
  line->depth = self->depth;
  line->continues = self->continues;
  line->bold = self->run_in > 0 && !self->plain_seen;
  line->run_in = self->run_in;
  if (self->item_open && !self->in_table)
    line->marker = g_strdup (self->marker);
  else if (self->level == 0 && !self->in_table)
    qtr_line_take_marker (line, self->before, &self->last_number);
  self->item_open = FALSE;
  self->before = line;
  begin_line (self);
}

static void
break_line (Markdown *self)
{
  end_line (self);
  self->continues = TRUE;
}

static void
begin_block (Markdown *self)
{
  if (self->in_block)
    end_line (self);
  if (!self->item_open)
    qtr_lines_add (self->lines, QTR_LINE_BLANK, self->last_seen, NULL);
  begin_line (self);
  self->in_block = TRUE;
  self->continues = FALSE;
}

static void
end_block (Markdown *self)
{
  end_line (self);
  self->in_block = FALSE;
  self->continues = FALSE;
  self->level = 0;
}

/* The text of a tight item comes without a paragraph around it. */
static void
begin_item (Markdown *self)
{
  if (self->in_block)
    end_block (self);
  else if (self->item_open)
    end_line (self);
  begin_line (self);
  self->in_block = TRUE;
  self->item_open = TRUE;
  self->continues = FALSE;
}

static int
enter_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Markdown *self = data;

  switch (type) {
  case MD_BLOCK_UL:
  case MD_BLOCK_OL:
    end_block (self);
    self->depth++;
    g_strlcpy (self->marker, type == MD_BLOCK_UL ? "-" : "1.", sizeof self->marker);
    break;
  case MD_BLOCK_LI:
    begin_item (self);
    break;
  case MD_BLOCK_H:
    begin_block (self);
    self->level = (int) ((MD_BLOCK_H_DETAIL *) detail)->level;
    break;
  case MD_BLOCK_P:
    if (!self->item_open)
      begin_block (self);
    break;
  case MD_BLOCK_CODE:
  case MD_BLOCK_HTML:
  case MD_BLOCK_TABLE:
    begin_block (self);
    self->in_table = type == MD_BLOCK_TABLE;
    break;
  case MD_BLOCK_TH:
  case MD_BLOCK_TD:
    if (self->text->len > 0)
      g_string_append (self->text, " | ");
    break;
  case MD_BLOCK_HR:
  case MD_BLOCK_DOC:
  case MD_BLOCK_QUOTE:
  case MD_BLOCK_THEAD:
  case MD_BLOCK_TBODY:
  case MD_BLOCK_TR:
  default:
    break;
  }
  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Markdown *self = data;

  switch (type) {
  case MD_BLOCK_UL:
  case MD_BLOCK_OL:
    end_block (self);
    self->depth--;
    break;
  case MD_BLOCK_TR:
    end_line (self);
    break;
  case MD_BLOCK_TABLE:
    end_block (self);
    self->in_table = FALSE;
    break;
  case MD_BLOCK_LI:
  case MD_BLOCK_P:
  case MD_BLOCK_H:
  case MD_BLOCK_CODE:
  case MD_BLOCK_HTML:
    end_block (self);
    break;
  case MD_BLOCK_DOC:
  case MD_BLOCK_QUOTE:
  case MD_BLOCK_HR:
  case MD_BLOCK_THEAD:
  case MD_BLOCK_TBODY:
  case MD_BLOCK_TH:
  case MD_BLOCK_TD:
  default:
    break;
  }
  return 0;
}

static int
enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  ((Markdown *) data)->strong += type == MD_SPAN_STRONG;
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  ((Markdown *) data)->strong -= type == MD_SPAN_STRONG;
  return 0;
}

/* Whether a line is bold shows in its letters; spaces and marks between bold words do not count. */
static void
weigh (Markdown *self, const char *text, gsize size)
{
  gboolean words = FALSE;

  for (gsize i = 0; i < size; i++)
    words = words || !g_ascii_isspace (text[i]);
  if (!words)
    return;
  if (self->strong == 0)
    self->plain_seen = TRUE;
  else if (!self->plain_seen)
    self->run_in = (guint) (self->text->len + size);
}

static void
add_verbatim (Markdown *self, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++) {
    if (text[i] == '\n')
      end_line (self);
    else
      g_string_append_c (self->text, text[i]);
  }
}

static int
text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Markdown *self = data;

  switch (type) {
  case MD_TEXT_BR:
  case MD_TEXT_SOFTBR:
    break_line (self);
    return 0;
  case MD_TEXT_HTML:
    /* Tags are markup, not words; a break in a line is one all the same. */
    if (g_ascii_strncasecmp (text, "<br", MIN (size, 3)) == 0)
      break_line (self);
    return 0;
  case MD_TEXT_ENTITY:
    place (self, text);
    weigh (self, text, size);
    qtr_entity_append (self->text, text, size);
    return 0;
  case MD_TEXT_CODE:
    place (self, text);
    add_verbatim (self, text, size);
    return 0;
  case MD_TEXT_NORMAL:
  case MD_TEXT_NULLCHAR:
  case MD_TEXT_LATEXMATH:
  default:
    place (self, text);
    weigh (self, text, size);
    g_string_append_len (self->text, text, size);
    return 0;
  }
}

/* A form feed has no meaning in Markdown; as a line of its own it still ends a page. */
static char *
without_feeds (const char *text)
{
  return g_strdelimit (g_strdup (text), "\f", ' ');
}

static GPtrArray *
markdown_read (GBytes *bytes, QtrReport *report, GError **error)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_STRIKETHROUGH,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  g_autofree char *decoded = qtr_source_decode (bytes, report, error);
  g_autofree char *text = decoded != NULL ? without_feeds (decoded) : NULL;
  Markdown self = { 0 };

  if (text == NULL)
    return NULL;
  self.source = text;
  self.size = strlen (text);
  self.starts = line_starts (text);
  self.lines = qtr_lines_new ();
  self.text = g_string_new (NULL);
  md_parse (text, (MD_SIZE) self.size, &parser, &self);
  end_block (&self);
  g_array_unref (self.starts);
  g_string_free (self.text, TRUE);
  return self.lines;
}

/* Headings with number signs are what plain text never has. */
static gboolean
markdown_knows (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;

  for (const char *at = data; at != NULL && at < end;) {
    gsize hashes = 0;

    while (at + hashes < end && at[hashes] == '#')
      hashes++;
    if (hashes > 0 && hashes <= 6 && at + hashes < end && at[hashes] == ' ')
      return TRUE;
    at = memchr (at, '\n', (gsize) (end - at));
    at = at != NULL ? at + 1 : NULL;
  }
  return FALSE;
}

static const char *const extensions[] = { "md", "markdown", "mdown", NULL };

const QtrImporter qtr_markdown_importer = { "markdown", extensions, markdown_knows, markdown_read };
