/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/id.h"
#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-paragraph.h"
#include "ui/bullets/bullets-paste.h"

/*
 * An outline is written as one word: a letter a line, after as many dots as it is deep: "a.b..c.d".
 */

static QtrBulletsLines *
parse_outline (const char *outline)
{
  QtrBulletsLines *lines = qtr_bullets_lines_new (NULL);
  guint line = 0;
  guint depth = 0;

  for (const char *at = outline; *at != '\0'; at++) {
    char text[] = { *at, '\0' };

    if (*at == '.') {
      depth++;
      continue;
    }
    if (line > 0)
      qtr_bullets_lines_split (lines, line - 1, 1, QTR_BULLETS_CUT_END);
    qtr_bullets_lines_read (lines, line, NULL, text);
    qtr_bullets_lines_set_depth (lines, line, depth);
    depth = 0;
    line++;
  }

  return lines;
}

static char *
print_outline (const QtrBulletsLines *lines)
{
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < qtr_bullets_lines_get_length (lines); i++) {
    const QtrBulletsLine *line = qtr_bullets_lines_get (lines, i);

    for (guint depth = 0; depth < line->depth; depth++)
      g_string_append_c (outline, '.');
    g_string_append (outline, line->record->text != NULL ? line->record->text : "_");
  }
  return g_string_free_and_steal (outline);
}

typedef gboolean (*Move) (QtrBulletsLines *lines, guint first, guint last);

typedef struct {
  const char *name;
  Move move;
  const char *before;
  guint first;
  guint last;
  const char *after;
} MoveCase;

static const MoveCase move_cases[] = {
  { "indent", qtr_bullets_lines_indent, "abc", 1, 1, "a.bc" },
  { "indent the first", qtr_bullets_lines_indent, "ab", 0, 0, NULL },
  { "indent below its sibling's children", qtr_bullets_lines_indent, "a.bc", 2, 2, "a.b.c" },
  { "indent with children", qtr_bullets_lines_indent, "ab.c", 1, 1, "a.b..c" },
  { "indent a first child", qtr_bullets_lines_indent, "a.b", 1, 1, NULL },
  { "indent several", qtr_bullets_lines_indent, "abcd", 1, 2, "a.b.cd" },
  { "indent a family once", qtr_bullets_lines_indent, "ab.cd", 1, 2, "a.b..cd" },
  { "indent to the limit", qtr_bullets_lines_indent, "a.b..c...d....e....f", 5, 5, "a.b..c...d....e.....f" },
  { "indent past the limit", qtr_bullets_lines_indent, "a.b..c...d....e.....f.....g", 6, 6, NULL },
  { "indent with children past the limit", qtr_bullets_lines_indent, "a.b..c...d....e....f.....g", 5, 5,
    NULL },
  { "outdent", qtr_bullets_lines_outdent, "a.b", 1, 1, "ab" },
  { "outdent the outermost", qtr_bullets_lines_outdent, "ab", 1, 1, NULL },
  { "outdent with children", qtr_bullets_lines_outdent, "a.b..c", 1, 1, "ab.c" },
  { "outdent takes its younger siblings", qtr_bullets_lines_outdent, "a.b.c", 1, 1, "ab.c" },
  { "outdent several", qtr_bullets_lines_outdent, "a.b.c.d", 1, 2, "abc.d" },
  { "up", qtr_bullets_lines_move_up, "abc", 2, 2, "acb" },
  { "up from the top", qtr_bullets_lines_move_up, "ab", 0, 0, NULL },
  { "up past a family", qtr_bullets_lines_move_up, "a.b..cd", 3, 3, "da.b..c" },
  { "up with children", qtr_bullets_lines_move_up, "ab.c", 1, 1, "b.ca" },
  { "up to the parent's sibling", qtr_bullets_lines_move_up, "a.bc.d", 3, 3, "a.b.dc" },
  { "up before the parent", qtr_bullets_lines_move_up, "a.b.c", 1, 1, "ba.c" },
  { "up, several", qtr_bullets_lines_move_up, "abcd", 1, 2, "bcad" },
  { "down", qtr_bullets_lines_move_down, "abc", 0, 0, "bac" },
  { "down from the bottom", qtr_bullets_lines_move_down, "ab", 1, 1, NULL },
  { "down from the bottom with children", qtr_bullets_lines_move_down, "ab.c", 1, 1, NULL },
  { "down past a family", qtr_bullets_lines_move_down, "ab.cd", 0, 0, "b.cad" },
  { "down to the parent's sibling", qtr_bullets_lines_move_down, "a.bc.d", 1, 1, "ac.b.d" },
  { "down out of two levels", qtr_bullets_lines_move_down, "a.b..cd", 2, 2, "a.bd.c" },
};

static void
test_move (gconstpointer data)
{
  const MoveCase *c = data;
  g_autoptr (QtrBulletsLines) lines = parse_outline (c->before);
  g_autofree char *outline = NULL;

  g_assert_cmpint (c->move (lines, c->first, c->last), ==, c->after != NULL);
  outline = print_outline (lines);
  g_assert_cmpstr (outline, ==, c->after != NULL ? c->after : c->before);
  g_assert_false (qtr_bullets_lines_settle (lines));
}

typedef struct {
  const char *name;
  const char *before;
  guint at;
  QtrBulletsCut cut;
  const char *after;
  guint kept;
} SplitCase;

static const SplitCase split_cases[] = {
  { "at the end", "ab", 0, QTR_BULLETS_CUT_END, "a_b", 0 },
  { "in the middle", "a.bc", 1, QTR_BULLETS_CUT_MIDDLE, "a.b._c", 1 },
  { "at the start", "a.bc", 1, QTR_BULLETS_CUT_START, "a._.bc", 2 },
  { "at the end, with children", "a.bc", 0, QTR_BULLETS_CUT_END, "a._.bc", 0 },
  { "in the middle, with children", "a.bc", 0, QTR_BULLETS_CUT_MIDDLE, "a_.bc", 0 },
};

static void
test_split (gconstpointer data)
{
  const SplitCase *c = data;
  g_autoptr (QtrBulletsLines) lines = parse_outline (c->before);
  g_autofree char *id = g_strdup (qtr_bullets_lines_get (lines, c->at)->record->record.id);
  g_autofree char *outline = NULL;
  guint line = 0;

  qtr_bullets_lines_split (lines, c->at, 1, c->cut);
  outline = print_outline (lines);
  g_assert_cmpstr (outline, ==, c->after);
  g_assert_true (qtr_bullets_lines_find (lines, id, &line));
  g_assert_cmpuint (line, ==, c->kept);
  g_assert_true (qtr_bullets_lines_get (lines, c->at)->dirty);
  g_assert_true (qtr_bullets_lines_get (lines, c->at + 1)->dirty);
}

static void
test_join (void)
{
  g_autoptr (QtrBulletsLines) lines = parse_outline ("ab.c..d.e");
  g_autofree char *outline = NULL;

  /* The first of the lines goes on, and what hung on the last settles below it. */
  qtr_bullets_lines_join (lines, 0, 1, FALSE);
  outline = print_outline (lines);
  g_assert_cmpstr (outline, ==, "a.c..d.e");
  qtr_bullets_lines_join (lines, 0, 1, TRUE);
  g_assert_true (qtr_bullets_lines_settle (lines));
  g_set_str (&outline, NULL);
  outline = print_outline (lines);
  g_assert_cmpstr (outline, ==, "c.de");
}

static void
test_settle (void)
{
  g_autoptr (QtrBulletsLines) lines = parse_outline ("a...b...c....d.e");
  g_autofree char *outline = NULL;

  g_assert_true (qtr_bullets_lines_settle (lines));
  outline = print_outline (lines);
  g_assert_cmpstr (outline, ==, "a.b.c..d.e");
}

/* A protective marking must not be lost by breaking or joining what it protects. */
static void
test_marking (void)
{
  g_autoptr (QtrBullet) bullet =
      qtr_record_new (&qtr_bullet_type, "text", "secret", "marking", "OFFICIAL-SENSITIVE", NULL);
  g_autoptr (QtrList) list = qtr_list_append (NULL, bullet);
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (list);

  qtr_bullets_lines_split (lines, 0, 1, QTR_BULLETS_CUT_MIDDLE);
  g_assert_cmpstr (qtr_bullets_lines_get (lines, 1)->record->marking, ==, "OFFICIAL-SENSITIVE");
  qtr_bullets_lines_split (lines, 1, 1, QTR_BULLETS_CUT_END);
  g_assert_null (qtr_bullets_lines_get (lines, 2)->record->marking);
  qtr_bullets_lines_split (lines, 0, 1, QTR_BULLETS_CUT_START);
  g_assert_null (qtr_bullets_lines_get (lines, 0)->record->marking);
  qtr_bullets_lines_join (lines, 0, 1, FALSE);
  g_assert_cmpstr (qtr_bullets_lines_get (lines, 0)->record->marking, ==, "OFFICIAL-SENSITIVE");
}

static void
test_tree (void)
{
  g_autoptr (QtrBulletsLines) lines = parse_outline ("a.b..c.de");
  g_autoptr (QtrList) list = qtr_bullets_lines_to_list (lines);
  g_autoptr (QtrBulletsLines) again = qtr_bullets_lines_new (list);
  g_autoptr (QtrList) same = qtr_bullets_lines_to_list (again);
  g_autoptr (QtrList) changed = NULL;
  g_autofree char *outline = print_outline (again);
  const QtrBullet *a = qtr_list_get (list, 0);

  g_assert_cmpstr (outline, ==, "a.b..c.de");
  g_assert_cmpuint (qtr_list_length (list), ==, 2);
  g_assert_cmpuint (qtr_list_length (a->bullets), ==, 2);
  g_assert_true (qtr_list_get (same, 0) == a);
  g_assert_true (qtr_list_get (same, 1) == qtr_list_get (list, 1));

  /* Only the way to what changed is made anew. */
  qtr_bullets_lines_read (again, 3, NULL, "D");
  changed = qtr_bullets_lines_to_list (again);
  g_assert_true (qtr_list_get (changed, 0) != a);
  g_assert_cmpstr (((const QtrBullet *) qtr_list_get (changed, 0))->record.id, ==, a->record.id);
  g_assert_true (qtr_list_get (((const QtrBullet *) qtr_list_get (changed, 0))->bullets, 0) ==
                 qtr_list_get (a->bullets, 0));
  g_assert_true (qtr_list_get (changed, 1) == qtr_list_get (list, 1));
}

static void
test_empty (void)
{
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (NULL);

  g_assert_cmpuint (qtr_bullets_lines_get_length (lines), ==, 1);
  g_assert_null (qtr_bullets_lines_to_list (lines));
}

static void
test_position (void)
{
  static const guint positions[][2] = {
    { 1, 2 }, { 1, 3 }, { 1, 1 }, { 2, 3 }, { 3, 3 }, { 2, 2 }, { 1, 1 }
  };
  g_autoptr (QtrBulletsLines) lines = parse_outline ("a.b..c.d.ef.g");

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++) {
    guint position = 0;
    guint siblings = 0;

    qtr_bullets_lines_get_position (lines, i, &position, &siblings);
    g_assert_cmpuint (position, ==, positions[i][0]);
    g_assert_cmpuint (siblings, ==, positions[i][1]);
  }
}

typedef struct {
  const char *name;
  const char *string;
  const char *had;
  const char *area;
  const char *text;
  guint run_in;
  guint offset;
} ParagraphCase;

static const ParagraphCase paragraph_cases[] = {
  { "no colon", "Southend is safe.", NULL, NULL, "Southend is safe.", 0, 0 },
  { "an area", "Southend: all well", NULL, "Southend", "all well", 9, 10 },
  { "an area alone", "Southend:", NULL, "Southend", "", 9, 9 },
  { "an area and a space", "Southend: ", NULL, "Southend", "", 9, 10 },
  { "two spaces", "Southend:  x", NULL, "Southend", " x", 9, 10 },
  { "no space", "Southend:x", NULL, NULL, "Southend:x", 0, 0 },
  { "a unit", "The Control Room (CR): busy", NULL, NULL, "The Control Room (CR): busy", 0, 0 },
  { "an area it had", "Leith: busy", "Leith", "Leith", "busy", 6, 7 },
  { "an area it had, changed", "Leit: busy", "Leith", NULL, "Leit: busy", 0, 0 },
  { "an area with a colon", "North: East: busy", NULL, "North: East", "busy", 12, 13 },
  { "of two areas that it had", "Southend: Southend: x", "Southend: Southend", "Southend: Southend", "x", 19,
    20 },
  { "characters, not bytes", "Môn: x", NULL, "Môn", "x", 4, 5 },
  { "only a colon", ": x", NULL, NULL, ": x", 0, 0 },
};

static void
test_paragraph (gconstpointer data)
{
  const ParagraphCase *c = data;
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (QtrBulletParagraph) paragraph = { 0 };

  g_hash_table_add (areas, (gpointer) "Southend");
  g_hash_table_add (areas, (gpointer) "North: East");
  g_hash_table_add (areas, (gpointer) "Môn");
  qtr_bullet_paragraph_read (&paragraph, c->string, c->had, areas);
  g_assert_cmpstr (paragraph.area, ==, c->area);
  g_assert_cmpstr (paragraph.text, ==, c->text);
  g_assert_cmpuint (paragraph.run_in, ==, c->run_in);
  g_assert_cmpuint (paragraph.offset, ==, c->offset);
}

typedef struct {
  const char *name;
  const char *area;
  const char *text;
  const char *paragraph;
} ComposeCase;

static const ComposeCase compose_cases[] = {
  { "text", NULL, "all well", "all well" },
  { "area and text", "Southend", "all well", "Southend: all well" },
  { "area", "Southend", NULL, "Southend:" },
  { "nothing", NULL, NULL, "" },
  { "line breaks", NULL, "a\nb\r\nc", "a\u2028b\u2028\u2028c" },
};

static void
test_compose (gconstpointer data)
{
  const ComposeCase *c = data;
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "area", c->area, "text", c->text, NULL);
  g_autofree char *paragraph = qtr_bullet_compose_paragraph (bullet);

  g_assert_cmpstr (paragraph, ==, c->paragraph);
}

typedef struct {
  const char *name;
  const char *text;
  gboolean at_start;
  gboolean at_end;
  const char *pasted;
  const char *levels;
} PasteCase;

static const PasteCase paste_cases[] = {
  { "a word", "word", FALSE, FALSE, "word", "0" },
  { "a word amid text keeps its mark", "- word", FALSE, FALSE, "- word", "0" },
  { "a marked word at the start", "• word", TRUE, TRUE, "word", "0" },
  { "lines", "a\nb", TRUE, TRUE, "a\nb", "00" },
  { "other ends of lines", "a\r\nb\rc\u2029d", TRUE, TRUE, "a\nb\nc\nd", "0000" },
  { "marks", "• a\n- b\n* c\n– d", TRUE, TRUE, "a\nb\nc\nd", "0123" },
  { "the same mark", "• a\n• b\n• c", TRUE, TRUE, "a\nb\nc", "000" },
  { "Word's levels", "•\ta\no\tb\n\uf0a7\tc\no\td\n•\te", TRUE, TRUE, "a\nb\nc\nd\ne", "01210" },
  { "numbers", "1. a\n2) b\n10. c", TRUE, TRUE, "a\nb\nc", "000" },
  { "a year is no number", "2019. a\n2020. b", TRUE, TRUE, "2019. a\n2020. b", "00" },
  { "a minus is no mark", "-5 a\n-6 b", TRUE, TRUE, "-5 a\n-6 b", "00" },
  { "bullets below a number", "1. a\n• b\n2. c", TRUE, TRUE, "a\nb\nc", "010" },
  { "bullets below a line", "a\n• b\n• c\nd", TRUE, TRUE, "a\nb\nc\nd", "0110" },
  { "tabs", "a\n\tb\n\t\tc\n\td\ne", TRUE, TRUE, "a\nb\nc\nd\ne", "01210" },
  { "spaces", "  - a\n    - b\n  - c", TRUE, TRUE, "a\nb\nc", "010" },
  { "shallower than the first", "    a\nb\n    c", TRUE, TRUE, "a\nb\nc", "001" },
  { "empty lines", "a\n\n \nb", TRUE, TRUE, "a\nb", "00" },
  { "nothing but ends", "\n\n", FALSE, FALSE, "\n", "00" },
  { "an end at the end", "a\nb\n", TRUE, TRUE, "a\nb", "00" },
  { "an end amid text", "a\nb\n", FALSE, FALSE, "a\nb\n", "000" },
  { "an end first", "\na\nb", FALSE, TRUE, "\na\nb", "000" },
  { "an end first, at the start", "\na\nb", TRUE, TRUE, "a\nb", "00" },
  { "a space amid text", " a\nb", FALSE, TRUE, " a\nb", "00" },
  { "lines that hang", "• a\n  b\n  c\n• d", TRUE, TRUE, "a b c\nd", "00" },
  { "a line that hangs below a bullet below", "• a\n  - b\n    c", TRUE, TRUE, "a\nb c", "01" },
  { "what no bullet holds", "a\tb\ufffc\x01", TRUE, TRUE, "a b", "0" },
};

static void
test_paste (gconstpointer data)
{
  const PasteCase *c = data;
  g_autoptr (QtrBulletsPaste) paste = qtr_bullets_paste_new (c->text, c->at_start, c->at_end);

  g_assert_cmpstr (paste->text, ==, c->pasted);
  g_assert_cmpuint (paste->levels->len, ==, strlen (c->levels));
  for (guint i = 0; i < paste->levels->len; i++)
    g_assert_cmpuint (g_array_index (paste->levels, guint, i), ==, (guint) (c->levels[i] - '0'));
}

#define ADD_CASES(folder, cases, function) \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) { \
    g_autofree char *path = g_strconcat (folder, cases[i].name, NULL); \
\
    g_test_add_data_func (path, &cases[i], function); \
  }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qtr_id_seed (20);

  ADD_CASES ("/ui/bullets/move/", move_cases, test_move);
  ADD_CASES ("/ui/bullets/split/", split_cases, test_split);
  ADD_CASES ("/ui/bullets/paragraph/", paragraph_cases, test_paragraph);
  ADD_CASES ("/ui/bullets/compose/", compose_cases, test_compose);
  ADD_CASES ("/ui/bullets/paste/", paste_cases, test_paste);
  g_test_add_func ("/ui/bullets/join", test_join);
  g_test_add_func ("/ui/bullets/settle", test_settle);
  g_test_add_func ("/ui/bullets/marking", test_marking);
  g_test_add_func ("/ui/bullets/tree", test_tree);
  g_test_add_func ("/ui/bullets/empty", test_empty);
  g_test_add_func ("/ui/bullets/position", test_position);
  return g_test_run ();
}
