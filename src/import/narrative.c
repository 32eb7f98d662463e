/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/narrative.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/source.h"

/* Words that are so much larger than most are a heading, unless they are longer than headings are. */
#define HEADING_RATIO 1.12
#define HEADING_LENGTH_MAX 200
#define HEADING_LEVEL_MAX 6

#define CELL_GAP " | "

/* A paragraph, or the part of it up to a break. */
typedef struct {
  GString *text;
  int level;
  int depth;
  gboolean is_item;
  gboolean continues;
  guint number;
  guint run_in;
  gboolean plain_seen;
  /* Sizes of letters, added up, and how many letters were measured. */
  double size;
  guint n_letters;
} Paragraph;

typedef struct {
  guint n_columns;
  guint n_cells;
  guint number;
  GString *row;
} Table;

typedef struct {
  char *reason;
  GString *text;
  guint number;
} Aside;

struct _QtrNarrative {
  QtrReport *report;
  GPtrArray *lines;
  /* (element-type double): for each line, how large its letters are on average; 0: not known */
  GArray *sizes;
  QtrLine *before;
  int last_number;
  guint n_paragraphs;
  gsize n_bytes;
  guint n_changes;
  guint n_pictures;
  /* The innermost is the last. */
  GPtrArray *paragraphs;
  GPtrArray *tables;
  GPtrArray *asides;
};

static void
free_paragraph (gpointer data)
{
  g_string_free (((Paragraph *) data)->text, TRUE);
  g_free (data);
}

static void
free_table (gpointer data)
{
  g_string_free (((Table *) data)->row, TRUE);
  g_free (data);
}

static void
free_aside (gpointer data)
{
  g_string_free (((Aside *) data)->text, TRUE);
  g_free (((Aside *) data)->reason);
  g_free (data);
}

QtrNarrative *
qtr_narrative_new (QtrReport *report)
{
  QtrNarrative *self = g_new0 (QtrNarrative, 1);

  self->report = report;
  self->lines = qtr_lines_new ();
  self->sizes = g_array_new (FALSE, TRUE, sizeof (double));
  self->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  self->tables = g_ptr_array_new_with_free_func (free_table);
  self->asides = g_ptr_array_new_with_free_func (free_aside);
  return self;
}

void
qtr_narrative_free (QtrNarrative *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_array_unref (self->sizes);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->asides);
  g_free (self);
}

static gpointer
get_last (GPtrArray *array)
{
  return array->len == 0 ? NULL : g_ptr_array_index (array, array->len - 1);
}

static void
drop_last (GPtrArray *array)
{
  if (array->len > 0)
    g_ptr_array_set_size (array, (int) array->len - 1);
}

/* The innermost table that is more than a frame. */
static Table *
get_grid (const QtrNarrative *self)
{
  for (guint i = self->tables->len; i > 0; i--) {
    Table *table = g_ptr_array_index (self->tables, i - 1);

    if (table->n_columns > 1)
      return table;
  }
  return NULL;
}

/* --- Lines --- */

static QtrLine *
add_line (QtrNarrative *self, QtrLineKind kind, guint number, const char *text, double size)
{
  g_array_append_val (self->sizes, size);
  return qtr_lines_add (self->lines, kind, number, g_strchomp (g_strdup (text)));
}

static void
add_paragraph_line (QtrNarrative *self, const Paragraph *paragraph)
{
  double size = paragraph->n_letters == 0 ? 0 : paragraph->size / paragraph->n_letters;
  QtrLine *line = NULL;

  if (!paragraph->is_item && !paragraph->continues)
    add_line (self, QTR_LINE_BLANK, paragraph->number, "", 0);
  line = add_line (self, QTR_LINE_TEXT, paragraph->number, paragraph->text->str, size);
  line->level = paragraph->level;
  line->depth = paragraph->depth;
  line->continues = paragraph->continues;
  line->run_in = MIN (paragraph->run_in, (guint) strlen (line->text));
  line->bold = line->run_in > 0 && !paragraph->plain_seen;
  if (paragraph->is_item)
    line->marker = g_strdup ("-");
  else if (line->level == 0)
    qtr_line_take_marker (line, self->before, &self->last_number);
  self->before = line;
}

static void
add_to (GString *whole, const char *text)
{
  if (whole->len > 0 && *text != '\0' && !g_str_has_suffix (whole->str, CELL_GAP))
    g_string_append_c (whole, ' ');
  g_string_append (whole, text);
}

/* An item without words is none: word processors keep empty ones at the end of a list. */
static void
end_line (QtrNarrative *self, Paragraph *paragraph)
{
  Aside *aside = get_last (self->asides);
  Table *grid = get_grid (self);

  if (paragraph->text->len == 0)
    return;
  if (aside != NULL)
    add_to (aside->text, paragraph->text->str);
  else if (grid != NULL)
    add_to (grid->row, paragraph->text->str);
  else
    add_paragraph_line (self, paragraph);
  paragraph->is_item = FALSE;
}

/* --- Paragraphs --- */

void
qtr_narrative_begin (QtrNarrative *self, int level, int depth, gboolean is_item)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->level = level;
  paragraph->depth = depth;
  paragraph->is_item = is_item;
  paragraph->number = self->asides->len > 0 ? self->n_paragraphs : ++self->n_paragraphs;
  g_ptr_array_add (self->paragraphs, paragraph);
}

void
qtr_narrative_end (QtrNarrative *self)
{
  Paragraph *paragraph = get_last (self->paragraphs);

  if (paragraph == NULL)
    return;
  end_line (self, paragraph);
  drop_last (self->paragraphs);
}

void
qtr_narrative_break (QtrNarrative *self)
{
  Paragraph *paragraph = get_last (self->paragraphs);

  if (paragraph == NULL || paragraph->text->len == 0)
    return;
  end_line (self, paragraph);
  g_string_truncate (paragraph->text, 0);
  paragraph->continues = TRUE;
  paragraph->run_in = 0;
  paragraph->plain_seen = FALSE;
  paragraph->size = 0;
  paragraph->n_letters = 0;
}

/* Space says nothing about how words look. */
static void
weigh (Paragraph *paragraph, guint n_letters, gboolean bold, double size)
{
  if (n_letters == 0)
    return;
  if (!bold)
    paragraph->plain_seen = TRUE;
  else if (!paragraph->plain_seen)
    paragraph->run_in = (guint) paragraph->text->len;
  if (size > 0) {
    paragraph->size += size * n_letters;
    paragraph->n_letters += n_letters;
  }
}

void
qtr_narrative_text (QtrNarrative *self, const char *text, gsize length, gboolean bold, double size)
{
  Paragraph *paragraph = get_last (self->paragraphs);
  guint n_letters = 0;

  if (paragraph == NULL)
    return;
  self->n_bytes += length;
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    gboolean is_space = g_unichar_isspace (c);

    if (is_space && paragraph->text->len == 0)
      continue;
    n_letters += !is_space;
    qtr_source_append_plain (paragraph->text, is_space && c != '\t' ? ' ' : c);
  }
  weigh (paragraph, n_letters, bold, size);
}

gsize
qtr_narrative_get_length (const QtrNarrative *self)
{
  const Paragraph *paragraph = get_last (self->paragraphs);

  return paragraph == NULL ? 0 : paragraph->text->len;
}

void
qtr_narrative_link (QtrNarrative *self, gsize start, const char *address)
{
  Paragraph *paragraph = get_last (self->paragraphs);
  const char *plain = g_str_has_prefix (address, "mailto:") ? address + strlen ("mailto:") : address;
  const char *words = NULL;

  if (paragraph == NULL || strchr (address, ':') == NULL)
    return;
  words = paragraph->text->str + MIN (start, paragraph->text->len);
  if (*words != '\0' && !g_str_equal (words, address) && !g_str_equal (words, plain))
    g_string_append_printf (paragraph->text, " (%s)", address);
}

void
qtr_narrative_page (QtrNarrative *self)
{
  if (self->asides->len == 0 && get_grid (self) == NULL && self->paragraphs->len == 0)
    add_line (self, QTR_LINE_PAGE, self->n_paragraphs, "", 0);
}

gboolean
qtr_narrative_is_full (const QtrNarrative *self)
{
  return self->n_bytes > QTR_SOURCE_SIZE_MAX || self->n_paragraphs > QTR_SOURCE_SIZE_MAX / 16;
}

/* --- Tables --- */

void
qtr_narrative_begin_table (QtrNarrative *self)
{
  Table *table = g_new0 (Table, 1);

  table->row = g_string_new (NULL);
  g_ptr_array_add (self->tables, table);
}

void
qtr_narrative_add_column (QtrNarrative *self, guint n_columns)
{
  Table *table = get_last (self->tables);

  if (table != NULL)
    table->n_columns += n_columns;
}

void
qtr_narrative_begin_cell (QtrNarrative *self)
{
  Table *table = get_last (self->tables);

  /* The cells of a table in a cell are words of that. */
  if (table == NULL || table != get_grid (self))
    return;
  if (table->n_cells++ > 0)
    g_string_append (table->row, CELL_GAP);
  table->number = self->n_paragraphs + 1;
}

void
qtr_narrative_end_row (QtrNarrative *self)
{
  Table *table = get_last (self->tables);

  if (table == NULL)
    return;
  if (strspn (table->row->str, CELL_GAP) < table->row->len)
    add_line (self, QTR_LINE_TABLE, table->number, table->row->str, 0);
  g_string_truncate (table->row, 0);
  table->n_cells = 0;
}

void
qtr_narrative_end_table (QtrNarrative *self)
{
  drop_last (self->tables);
}

/* --- What is no narrative --- */

guint
qtr_narrative_get_number (const QtrNarrative *self)
{
  return self->n_paragraphs;
}

void
qtr_narrative_begin_aside (QtrNarrative *self, char *reason, guint number)
{
  Aside *aside = g_new0 (Aside, 1);

  aside->reason = reason;
  aside->text = g_string_new (NULL);
  aside->number = number > 0 ? number : self->n_paragraphs;
  g_ptr_array_add (self->asides, aside);
}

void
qtr_narrative_end_aside (QtrNarrative *self)
{
  const Aside *aside = get_last (self->asides);

  if (aside == NULL)
    return;
  if (aside->text->len > 0)
    qtr_report_leave (self->report, aside->number, aside->text->str, aside->reason);
  drop_last (self->asides);
}

void
qtr_narrative_count_change (QtrNarrative *self)
{
  self->n_changes++;
}

void
qtr_narrative_count_picture (QtrNarrative *self)
{
  self->n_pictures++;
}

/* --- Headings by look --- */

static gboolean
has_headings (const QtrNarrative *self)
{
  for (guint i = 0; i < self->lines->len; i++) {
    if (((const QtrLine *) g_ptr_array_index (self->lines, i))->level > 0)
      return TRUE;
  }
  return FALSE;
}

/* Half points are as fine as sizes are given. */
static int
round_size (const QtrNarrative *self, guint index)
{
  return (int) (g_array_index (self->sizes, double, index) * 2 + 0.5);
}

/* The size that most letters have. */
static int
find_body_size (const QtrNarrative *self)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  guint most = 0;
  int body = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const QtrLine *line = g_ptr_array_index (self->lines, i);
    gpointer size = GINT_TO_POINTER (round_size (self, i));
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (letters, size)) + (guint) strlen (line->text);

    g_hash_table_insert (letters, size, GUINT_TO_POINTER (count));
    if (GPOINTER_TO_INT (size) > 0 && count > most) {
      most = count;
      body = GPOINTER_TO_INT (size);
    }
  }
  return body;
}

static gboolean
looks_like_heading (const QtrNarrative *self, guint index, int body)
{
  const QtrLine *line = g_ptr_array_index (self->lines, index);

  return line->kind == QTR_LINE_TEXT && line->depth == 0 && line->marker == NULL &&
         strlen (line->text) <= HEADING_LENGTH_MAX && round_size (self, index) > body * HEADING_RATIO;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* From the largest down, each once. */
static GArray *
list_sizes (const QtrNarrative *self, int body)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++) {
    int size = round_size (self, i);

    if (looks_like_heading (self, i, body) && g_hash_table_add (seen, GINT_TO_POINTER (size)))
      g_array_append_val (sizes, size);
  }
  g_array_sort (sizes, compare_sizes);
  return sizes;
}

static int
find_level (GArray *sizes, int size)
{
  guint level = 0;

  while (level < sizes->len && g_array_index (sizes, int, level) > size)
    level++;
  return (int) MIN (level + 1, HEADING_LEVEL_MAX);
}

static void
find_headings (QtrNarrative *self)
{
  int body = find_body_size (self);
  g_autoptr (GArray) sizes = list_sizes (self, body);

  if (body == 0 || sizes->len == 0)
    return;
  for (guint i = 0; i < self->lines->len; i++) {
    QtrLine *line = g_ptr_array_index (self->lines, i);

    if (looks_like_heading (self, i, body))
      line->level = find_level (sizes, round_size (self, i));
  }
  qtr_report_note (
      self->report, 0,
      g_strdup (_ ("No paragraph is a heading by its style; those in larger letters were taken for some")));
}

/* --- The end --- */

static void
note_counts (QtrNarrative *self)
{
  if (self->n_changes > 0)
    qtr_report_note (
        self->report, 0,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tracked change was taken as accepted",
                                      "%u tracked changes were taken as accepted", self->n_changes),
                         self->n_changes));
  if (self->n_pictures > 0)
    qtr_report_note (self->report, 0,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u picture was left out",
                                                   "%u pictures were left out", self->n_pictures),
                                      self->n_pictures));
}

GPtrArray *
qtr_narrative_finish (QtrNarrative *self)
{
  GPtrArray *lines = NULL;

  if (!has_headings (self))
    find_headings (self);
  note_counts (self);
  lines = g_steal_pointer (&self->lines);
  qtr_narrative_free (self);
  return lines;
}
