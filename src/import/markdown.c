/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <md4c.h>

#include "import/entity.h"
#include "import/importer.h"
#include "import/pattern.h"
#include "import/source.h"

#define ASCII_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static QtrPattern definition_pattern = { "^\\s{0,3}\\[[^\\]]+\\]:\\s*<?(\\S+?)>?(?:\\s.*)?$", 0 };

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
  gboolean opens;
  guint run_in;
  char marker[16];
  GPtrArray *links;
  QtrReport *report;
  GHashTable *told;
} Markdown;

/* A link or picture that has begun: where its text begins in the line, and where it leads. */
typedef struct {
  gsize start;
  char *address;
} Link;

static void
link_free (gpointer data)
{
  g_free (((Link *) data)->address);
  g_free (data);
}

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
  line->opens = self->opens;
  line->bold = self->run_in > 0 && !self->plain_seen;
  line->run_in = self->run_in;
  if (self->item_open && !self->in_table)
    line->marker = g_strdup (self->marker);
  else if (self->level == 0 && !self->in_table)
    qtr_line_take_marker (line, self->before, &self->last_number);
  self->item_open = FALSE;
  self->opens = FALSE;
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

/* Markup that is no word of the text, but may hold some, is told once. */
static void
tell (Markdown *self, const char *text, const char *reason)
{
  g_autofree char *clean = qtr_line_collapse (text);

  if (clean[0] != '\0' && g_hash_table_add (self->told, g_strdup (clean)))
    qtr_report_leave (self->report, self->number != 0 ? self->number : self->last_seen, clean, reason);
}

static char *
attribute_text (const MD_ATTRIBUTE *attribute)
{
  return attribute->text != NULL ? g_strndup (attribute->text, attribute->size) : g_strdup ("");
}

/* Code is no part of the paragraph before it, and what it calls its language is no word of it. */
static void
begin_code (Markdown *self, const MD_BLOCK_CODE_DETAIL *detail)
{
  g_autofree char *info = attribute_text (&detail->info);

  self->opens = TRUE;
  tell (self, info, _ ("is the language of a block of code"));
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
    begin_block (self);
    begin_code (self, detail);
    break;
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
  case MD_BLOCK_CODE:
    end_block (self);
    self->opens = TRUE;
    break;
  case MD_BLOCK_LI:
  case MD_BLOCK_P:
  case MD_BLOCK_H:
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

static void
enter_link (Markdown *self, const MD_SPAN_A_DETAIL *detail)
{
  Link *link = g_new0 (Link, 1);
  g_autofree char *title = attribute_text (&detail->title);

  link->start = self->text->len;
  link->address = attribute_text (&detail->href);
  g_ptr_array_add (self->links, link);
  tell (self, title, _ ("is the title of a link"));
}

/* The address follows its text, unless it is the text. */
static void
leave_link (Markdown *self)
{
  const Link *link = g_ptr_array_index (self->links, self->links->len - 1);
  const char *text = self->text->str + MIN (link->start, self->text->len);
  const char *plain = g_str_has_prefix (link->address, "mailto:") ? link->address + 7 : link->address;

  if (link->address[0] != '\0' && !g_str_equal (text, link->address) && !g_str_equal (text, plain))
    g_string_append_printf (self->text, "%s(%s)", text[0] != '\0' ? " " : "", link->address);
  g_ptr_array_set_size (self->links, (int) self->links->len - 1);
}

static void
enter_picture (Markdown *self, const MD_SPAN_IMG_DETAIL *detail)
{
  g_autofree char *source = attribute_text (&detail->src);
  g_autofree char *title = attribute_text (&detail->title);

  tell (self, source, _ ("is a picture"));
  tell (self, title, _ ("is the title of a picture"));
}

static int
enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Markdown *self = data;

  self->strong += type == MD_SPAN_STRONG;
  if (type == MD_SPAN_A)
    enter_link (self, detail);
  else if (type == MD_SPAN_IMG)
    enter_picture (self, detail);
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Markdown *self = data;

  self->strong -= type == MD_SPAN_STRONG;
  if (type == MD_SPAN_A)
    leave_link (self);
  return 0;
}

/* Tags are markup, not words; a break in a line is one all the same. */
static void
read_tag (Markdown *self, const char *text, gsize size)
{
  static const char *const known[] = { "sup", "sub", "br", "b", "i", "em", "strong", NULL };
  g_autofree char *tag = g_strndup (text, size);
  const char *name = tag + strspn (tag, "</");
  g_autofree char *lower = g_ascii_strdown (name, (gssize) strspn (name, ASCII_LETTERS));

  place (self, text);
  if (g_str_equal (lower, "br"))
    break_line (self);
  else if (tag[0] != '<' || !g_strv_contains (known, lower))
    tell (self, tag, _ ("is an HTML tag"));
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
    read_tag (self, text, size);
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

/* All that stands between spaces or brackets in the text. */
static GHashTable *
list_tokens (const Markdown *self)
{
  GHashTable *tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++) {
    const QtrLine *line = g_ptr_array_index (self->lines, i);
    g_auto (GStrv) words = g_strsplit_set (line->text, " \t()", -1);

    for (guint j = 0; words[j] != NULL; j++)
      g_hash_table_add (tokens, g_strdup (words[j]));
  }
  return tokens;
}

/* Where links lead may be named apart from them, as `[name]: address`; what no link leads to is told. */
static void
tell_unnamed (Markdown *self)
{
  g_auto (GStrv) sources = g_strsplit (self->source, "\n", -1);
  g_autoptr (GHashTable) tokens = list_tokens (self);

  for (guint i = 0; sources[i] != NULL; i++) {
    g_autoptr (GMatchInfo) info = NULL;
    g_autofree char *address = NULL;

    if (!qtr_pattern_match (&definition_pattern, sources[i], &info))
      continue;
    address = g_match_info_fetch (info, 1);
    if (g_hash_table_contains (tokens, address) || g_hash_table_contains (self->told, address))
      continue;
    self->number = i + 1;
    tell (self, sources[i], _ ("is the address of a link that is not there"));
  }
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
  self.report = report;
  self.links = g_ptr_array_new_with_free_func (link_free);
  self.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  md_parse (text, (MD_SIZE) self.size, &parser, &self);
  end_block (&self);
  tell_unnamed (&self);
  g_ptr_array_unref (self.links);
  g_hash_table_unref (self.told);
  g_array_unref (self.starts);
  g_string_free (self.text, TRUE);
  return self.lines;
}

/* How many lines are headings with number signs, which plain text never has, and how many hold words between
 * pairs of stars. */
static void
count_marks (GBytes *bytes, guint *headings, guint *pairs)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  /* An empty file has no data at all. */
  const char *end = data == NULL ? NULL : data + size;

  for (const char *at = data; at != NULL && at < end;) {
    const char *next = memchr (at, '\n', (gsize) (end - at));
    gsize length = (gsize) ((next != NULL ? next : end) - at);
    const char *star = g_strstr_len (at, (gssize) length, "**");
    gsize hashes = 0;

    while (hashes < length && at[hashes] == '#')
      hashes++;
    if (hashes > 0 && hashes <= 6 && hashes < length && at[hashes] == ' ')
      (*headings)++;
    if (star != NULL && g_strstr_len (star + 2, (gssize) (length - (gsize) (star + 2 - at)), "**") != NULL)
      (*pairs)++;
    at = next != NULL ? next + 1 : NULL;
  }
}

static gboolean
markdown_knows (GBytes *bytes)
{
  guint headings = 0;
  guint pairs = 0;

  count_marks (bytes, &headings, &pairs);
  return headings > 0;
}

/* One number sign may be a slip, or a number. */
static gboolean
markdown_is_sure (GBytes *bytes)
{
  guint headings = 0;
  guint pairs = 0;

  count_marks (bytes, &headings, &pairs);
  return headings > 1 || (headings > 0 && pairs > 0);
}

static const char *const extensions[] = { "md", "markdown", "mdown", NULL };

const QtrImporter qtr_markdown_importer = { "markdown", extensions, markdown_knows, markdown_is_sure,
                                            markdown_read };
