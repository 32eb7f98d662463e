/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-paste.h"
#include "ui/bullets/bullets-transfer.h"

/*
 * What others put on the clipboard. A browser's lists are lists; Word's are paragraphs whose style says
 * "mso-list:l0 level2", with a span before the text that draws the bullet.
 */

/* How deep elements may nest; what is deeper is left out. */
#define DEPTH_MAX 200

#define LINE_SEPARATOR 0x2028

typedef struct {
  /* What was read: bullets without children, and how deep each is. */
  GPtrArray *bullets;
  GArray *depths;
  /* The paragraph that is being read, and whether a space is due before its next word. */
  GString *text;
  gboolean spaced;
  /* How many lists are around it, and the level that Word gave it; and whether it is drawn with its mark. */
  guint n_lists;
  guint word_level;
  gboolean marked;
  /* Whether a paragraph outside of all lists came before. */
  gboolean introduced;
  guint n_rows;
  guint n_preformatted;
} Reader;

static void walk (Reader *self, const xmlNode *first, guint depth);

/* --- Text --- */

static void
add_bullet (Reader *self, const char *text)
{
  guint lists = MAX (self->n_lists, self->word_level);
  guint depth = lists == 0 ? 0 : lists - 1 + (self->introduced ? 1 : 0);

  if (lists == 0)
    self->introduced = TRUE;
  g_ptr_array_add (self->bullets, qtr_record_new (&qtr_bullet_type, "text", text, NULL));
  g_array_append_val (self->depths, depth);
}

static void
trim (GString *text)
{
  while (g_str_has_suffix (text->str, "\u2028"))
    g_string_truncate (text, text->len - strlen ("\u2028"));
}

static void
end_paragraph (Reader *self)
{
  const char *text = self->text->str;

  trim (self->text);
  if (self->word_level > 0 && !self->marked)
    text = qtr_bullets_paste_skip_mark (text);
  if (*text != '\0')
    add_bullet (self, text);
  g_string_truncate (self->text, 0);
  self->spaced = FALSE;
  self->marked = FALSE;
}

static gboolean
is_blank (gunichar character)
{
  return g_unichar_isspace (character) || character == 0x200b;
}

/* Zero-width joiners mean something in some scripts; soft hyphens and marks of the order of bytes do not. */
static gboolean
is_shown (gunichar character)
{
  return !g_unichar_iscntrl (character) && character != 0xad && character != 0xfeff && character != 0xfffc;
}

static void
append_character (Reader *self, gunichar character)
{
  if (self->spaced && self->text->len > 0 && !g_str_has_suffix (self->text->str, "\u2028"))
    g_string_append_c (self->text, ' ');
  self->spaced = FALSE;
  g_string_append_unichar (self->text, character);
}

static void
append_text (Reader *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == '\n' && self->n_preformatted > 0)
      end_paragraph (self);
    else if (is_blank (character))
      self->spaced = TRUE;
    else if (is_shown (character))
      append_character (self, character);
  }
}

/* --- Elements --- */

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return g_strv_contains (names, (const char *) node->name);
}

/* Without its blanks, as programs differ in where they put them. */
static char *
get_style (const xmlNode *node)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) "style");
  GString *style = g_string_new (NULL);

  for (const char *at = (const char *) value; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (style, g_ascii_tolower (*at));
  xmlFree (value);
  return g_string_free_and_steal (style);
}

static gboolean
is_word_item (const xmlNode *node)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) "class");
  gboolean is_item = value != NULL && strstr ((const char *) value, "MsoList") != NULL;

  xmlFree (value);
  return is_item;
}

/* Its number stands at the end of "mso-list:l0 level2 lfo1". */
static guint
find_word_level (const xmlNode *node, const char *style)
{
  const char *list = strstr (style, "mso-list:l");
  const char *level = list == NULL ? NULL : strstr (list, "level");
  guint64 number = 0;

  if (level == NULL)
    return is_word_item (node) ? 1 : 0;

  number = g_ascii_strtoull (level + strlen ("level"), NULL, 10);
  return (guint) CLAMP (number, 1, QTR_BULLETS_DEPTH_MAX);
}

static void
read_block (Reader *self, const xmlNode *node, const char *style, guint depth)
{
  guint outer_level = self->word_level;

  end_paragraph (self);
  if (self->n_lists == 0)
    self->word_level = MAX (outer_level, find_word_level (node, style));
  walk (self, node->children, depth);
  end_paragraph (self);
  self->word_level = outer_level;
}

static void
read_list (Reader *self, const xmlNode *node, guint depth)
{
  end_paragraph (self);
  self->n_lists++;
  walk (self, node->children, depth);
  end_paragraph (self);
  self->n_lists--;
}

/* A row of a table is one bullet, whatever is in its cells. */
static void
read_row (Reader *self, const xmlNode *node, guint depth)
{
  if (self->n_rows == 0)
    end_paragraph (self);
  self->n_rows++;
  walk (self, node->children, depth);
  self->n_rows--;
  if (self->n_rows == 0)
    end_paragraph (self);
}

static void
read_cell (Reader *self, const xmlNode *node, guint depth)
{
  gsize before = self->text->len;

  if (before > 0)
    g_string_append_c (self->text, ';');
  self->spaced = before > 0;
  walk (self, node->children, depth);
  if (before > 0 && self->text->len == before + 1)
    g_string_truncate (self->text, before);
}

static void
read_break (Reader *self)
{
  if (self->n_rows > 0)
    self->spaced = TRUE;
  else if (MAX (self->n_lists, self->word_level) == 0)
    end_paragraph (self);
  else if (self->text->len > 0)
    g_string_append_unichar (self->text, LINE_SEPARATOR);
}

static void
read_inline (Reader *self, const xmlNode *node, guint depth)
{
  gboolean preformatted = g_str_equal (node->name, "pre");

  self->n_preformatted += preformatted;
  walk (self, node->children, depth);
  self->n_preformatted -= preformatted;
}

/* Within a row, what else would be a paragraph is only set apart. */
static void
read_in_row (Reader *self, const xmlNode *node, guint depth)
{
  self->spaced = TRUE;
  walk (self, node->children, depth);
  self->spaced = TRUE;
}

static void
read_element (Reader *self, const xmlNode *node, guint depth)
{
  static const char *const ignored[] = { "script", "style",  "head",   "template", "noscript",
                                         "iframe", "object", "button", "select",   NULL };
  static const char *const blocks[] = { "p",       "div",     "li",     "h1",         "h2",       "h3",
                                        "h4",      "h5",      "h6",     "blockquote", "section",  "article",
                                        "header",  "footer",  "main",   "aside",      "address",  "dt",
                                        "caption", "hr",      "figure", "figcaption", "center",   "form",
                                        "table",   "details", "nav",    "summary",    "fieldset", NULL };
  static const char *const lists[] = { "ul", "ol", "menu", "dir", "dd", NULL };
  static const char *const cells[] = { "td", "th", NULL };
  g_autofree char *style = get_style (node);

  if (strstr (style, "mso-list:ignore") != NULL) {
    self->marked = TRUE;
    return;
  }
  if (is_one_of (node, ignored) || strstr (style, "display:none") != NULL)
    return;

  if (g_str_equal (node->name, "br"))
    read_break (self);
  else if (g_str_equal (node->name, "tr"))
    read_row (self, node, depth);
  else if (is_one_of (node, cells))
    read_cell (self, node, depth);
  else if (self->n_rows > 0 && (is_one_of (node, blocks) || is_one_of (node, lists)))
    read_in_row (self, node, depth);
  else if (is_one_of (node, lists))
    read_list (self, node, depth);
  else if (is_one_of (node, blocks))
    read_block (self, node, style, depth);
  else
    read_inline (self, node, depth);
}

static void
walk (Reader *self, const xmlNode *first, guint depth)
{
  if (depth == DEPTH_MAX)
    return;

  for (const xmlNode *node = first; node != NULL; node = node->next) {
    if (node->type == XML_TEXT_NODE)
      append_text (self, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE)
      read_element (self, node, depth + 1);
  }
}

/* --- The whole --- */

static QtrList *
make_tree (Reader *self)
{
  g_autoptr (QtrList) flat = qtr_list_new_from_array (self->bullets);
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (flat);

  for (guint i = 0; i < self->depths->len; i++)
    qtr_bullets_lines_set_depth (lines, i, g_array_index (self->depths, guint, i));
  qtr_bullets_lines_settle (lines);
  return qtr_bullets_lines_to_list (lines);
}

static htmlDocPtr
parse_text (const char *text, gsize length, const char *coding)
{
  return htmlReadMemory (text, (int) length, NULL, coding,
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
}

/* Word's conditions, "<![if !supportLists]>", are no HTML, and the parser would take them for text. */
static htmlDocPtr
parse_without_conditions (const char *text, gsize length)
{
  g_autoptr (GRegex) conditions = g_regex_new ("<!\\[[^>]*>", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *plain =
      g_regex_replace_literal (conditions, text, (gssize) length, 0, "", G_REGEX_MATCH_DEFAULT, NULL);

  return plain == NULL ? NULL : parse_text (plain, strlen (plain), "UTF-8");
}

/* Some browsers write it in 16 bits; the parser sees that by itself. */
static htmlDocPtr
parse (GBytes *bytes)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length == 0 || length > G_MAXINT)
    return NULL;

  return g_utf8_validate (text, (gssize) length, NULL) ? parse_without_conditions (text, length)
                                                       : parse_text (text, length, NULL);
}

QtrList *
qtr_bullets_read_html (GBytes *bytes)
{
  g_autoptr (GPtrArray) bullets = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .bullets = bullets, .depths = depths, .text = text };
  htmlDocPtr document = parse (bytes);

  if (document == NULL)
    return NULL;

  walk (&reader, xmlDocGetRootElement (document), 0);
  end_paragraph (&reader);
  xmlFreeDoc (document);
  return make_tree (&reader);
}
