/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/id.h"
#include "tests/model/outline.h"
#include "ui/bullets/bullets-drop.h"
#include "ui/bullets/bullets-transfer.h"

/* --- HTML from elsewhere --- */

#define WORD_ITEM(level, mark, text) \
  "<p class=MsoListParagraphCxSpMiddle style='margin-left:36pt;mso-add-space:auto;\n" \
  "text-indent:-18.0pt;mso-list:l0 level" level " lfo1'><![if !supportLists]><span\n" \
  "style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>" mark \
  "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n</span></span></span><![endif]>" text \
  "<o:p></o:p></p>\n"

static const struct {
  const char *name;
  const char *html;
  const char *expected;
} pages[] = {
  { "nothing", "", "" },
  { "no text", "<meta charset=utf-8><img src=x><p> &nbsp; <br></p>", "" },
  { "words", "<meta charset=utf-8><span style=\"color:red\">one <b>two</b>\n  three</span>",
    "one two three" },
  { "entities", "<p>Fish &amp; chips&nbsp;&ndash; &pound;4.20 &lt;each&gt;&#8203;&shy;</p>",
    "Fish & chips – £4.20 <each>" },
  { "a list", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</ul>", "a b(c) d" },
  { "a list below none", "<ul><li>a</li><ul><li>b</li><ul><li>c</li></ul></ul><li>d</li></ul>", "a(b(c)) d" },
  { "numbers", "<ol><li>a<ol type=i><li>b</ol><li>c</ol>", "a(b) c" },
  { "paragraphs", "<h2>a</h2><p>b</p><div>c<div>d</div>e</div>", "a b c d e" },
  { "a list below a paragraph", "<p>a</p><ul><li>b<ul><li>c</ul><li>d</ul><p>e</p>", "a(b(c) d) e" },
  { "paragraphs in a list", "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "a b c" },
  { "lines", "<p>a<br>b<br><br>c</p>", "a b c" },
  { "lines of an item", "<ul><li>a<br>b<br></li></ul>", "a\u2028b" },
  { "a table",
    "<table><tr><th>Area</th><th>Now</th></tr><tr><td><p>x</p><p>y</p></td><td></td><td> 3</td></tr></table>",
    "Area; Now x y; 3" },
  { "what is not shown", "<style>p{}</style><script>x()</script><p>a<span style='display: none'>b</span></p>",
    "a" },
  { "preformatted", "<pre>a\nb  c\n</pre>", "a b c" },
  { "Word",
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.Mso {} --></style></head>"
    "<body lang=EN-GB><!--StartFragment--><p class=MsoNormal>a<o:p></o:p></p>" WORD_ITEM ("1", "·", "b")
        WORD_ITEM ("2", "o", "c") WORD_ITEM ("3", "§", "d")
            WORD_ITEM ("1", "·", "<b>e</b>:\nf") "<p class=MsoNormal>g</p><!--EndFragment--></body></html>",
    "a(b(c(d)) e: f) g" },
  { "Word with comments",
    "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span><span "
    "style=\"mso-list: Ignore\">1.<span>&nbsp; </span></span></span><!--[endif]-->a</p>"
    "<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><!--[if !supportLists]--><span><span "
    "style=\"mso-list: Ignore\">a)<span>&nbsp; </span></span></span><!--[endif]-->- b</p>",
    "a(- b)" },
  { "marks that are text",
    "<p class=MsoListParagraph>·&nbsp;&nbsp; a</p><p class=MsoListParagraph>·&nbsp; b</p>", "a b" },
  { "LibreOffice",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\"><html><body><ul>\n\t<li><p "
    "style=\"margin-bottom: 0cm\">\n\ta</p>\n\t<ul>\n\t\t<li><p>\n\t\tb</p></li>\n\t</ul>\n\t</li>\n</ul></body></html>",
    "a(b)" },
  { "Google Docs",
    "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><ul "
    "style=\"margin-top:0\"><li dir=\"ltr\" aria-level=\"1\"><p role=\"presentation\"><span>a</span></p></li><ul><li "
    "dir=\"ltr\" aria-level=\"2\"><p><span>b</span></p></li></ul></ul></b><br class=\"Apple-interchange-newline\">",
    "a(b)" },
  { "wrong", "<ul><li>a<p>b</div></ul></table>c", "a b c" },
};

static void
test_html (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i].html, strlen (pages[i].html));
    g_autoptr (QtrList) bullets = qtr_bullets_read_html (bytes);

    g_test_message ("%s", pages[i].name);
    assert_outline (bullets, pages[i].expected);
  }
}

/* As some browsers write it. */
static void
test_wide_html (void)
{
  gsize length = 0;
  g_autofree char *wide =
      g_convert ("\ufeff<ul><li>é</li></ul>", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (wide, length);
  g_autoptr (QtrList) bullets = qtr_bullets_read_html (bytes);

  assert_outline (bullets, "é");
}

static void
test_deep_html (void)
{
  g_autoptr (GString) html = g_string_new ("<p>a</p>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrList) bullets = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (html, "<ul><li>");
  bytes = g_bytes_new (html->str, html->len);
  bullets = qtr_bullets_read_html (bytes);
  assert_outline (bullets, "a");
}

/* --- What is written --- */

static QtrList *
make_bullets (void)
{
  g_autoptr (QtrBullet) child =
      qtr_record_new (&qtr_bullet_type, "text", "a < b\u2028& c", "marking", "SECRET", NULL);
  g_autoptr (QtrList) children = qtr_list_append (NULL, child);
  g_autoptr (QtrBullet) parent =
      qtr_record_new (&qtr_bullet_type, "area", "Southend", "text", "Words", "bullets", children, NULL);
  g_autoptr (QtrBullet) last = qtr_record_new (&qtr_bullet_type, "text", "Last", NULL);
  gconstpointer both[] = { parent, last };

  return qtr_list_splice (NULL, 0, 0, both, 2);
}

static void
test_write (void)
{
  g_autoptr (QtrList) bullets = make_bullets ();
  g_autofree char *text = qtr_bullets_write_text (bullets);
  g_autofree char *html = qtr_bullets_write_html (bullets);

  g_assert_cmpstr (text, ==, "• Southend: Words\n\t• a < b\u2028& c\n• Last");
  g_assert_cmpstr (html, ==,
                   "<meta charset=\"utf-8\"><ul><li><b>Southend:</b> Words<ul><li>a &lt; b<br>&amp; "
                   "c</li></ul></li><li>Last</li></ul>");
}

static void
test_own (void)
{
  g_autoptr (QtrList) bullets = make_bullets ();
  g_autoptr (GBytes) bytes = qtr_bullets_write_own (bullets);
  g_autoptr (QtrList) again = qtr_bullets_read_own (bytes);

  g_assert_cmpuint (qtr_list_length (again), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (qtr_record_equal (qtr_list_get (again, i), qtr_list_get (bullets, i)));
}

static void
test_wrong_own (void)
{
  static const char *const texts[] = { "",
                                       "{",
                                       "[]",
                                       "{\"format\": 1, \"id\": \"p\"}",
                                       "{\"format\": 1, \"id\": \"p\", \"updates\": [{\"id\": \"u\"}]}",
                                       "{\"format\": 99, \"id\": \"p\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

    g_assert_null (qtr_bullets_read_own (bytes));
  }
}

/* --- Where a bullet is dropped --- */

static const struct {
  const char *outline;
  guint line;
  guint depth;
  const char *moved;
  guint levels;
  guint at;
  guint deep;
  const char *parent;
  guint index;
} drops[] = {
  /* From elsewhere. */
  { "a b(c d) e", 0, 3, "x", 0, 0, 0, NULL, 0 },
  { "a b(c d) e", 1, 0, "x", 0, 1, 0, NULL, 1 },
  { "a b(c d) e", 1, 7, "x", 0, 1, 1, "a", 0 },
  { "a b(c d) e", 2, 0, "x", 0, 2, 1, "b", 0 },
  { "a b(c d) e", 3, 0, "x", 0, 3, 1, "b", 1 },
  { "a b(c d) e", 3, 2, "x", 0, 3, 2, "c", 0 },
  { "a b(c d) e", 4, 0, "x", 0, 4, 0, NULL, 2 },
  { "a b(c d) e", 4, 1, "x", 0, 4, 1, "b", 2 },
  { "a b(c d) e", 99, 0, "x", 0, 5, 0, NULL, 3 },
  /* Among its own. */
  { "a b(c d) e", 0, 0, "b", 1, 0, 0, NULL, 0 },
  { "a b(c d) e", 5, 0, "b", 1, 5, 0, NULL, 2 },
  { "a b(c d) e", 2, 0, "b", 1, 1, 0, NULL, 1 },
  { "a b(c d) e", 3, 4, "b", 1, 1, 1, "a", 0 },
  { "a b(c d) e", 3, 0, "c", 0, 2, 1, "b", 0 },
  { "a b(c d) e", 4, 0, "d", 0, 3, 0, NULL, 2 },
  { "a b(c d) e", 4, 0, "c", 0, 4, 0, NULL, 2 },
  { "a b(c d) e", 4, 3, "c", 0, 4, 2, "d", 0 },
  /* No deeper than bullets can be made. */
  { "a(b(c(d(e(f)))))", 6, 9, "x", 0, 6, 5, "e", 1 },
  { "a(b(c(d(e(f)))))", 6, 9, "x", 2, 6, 3, "c", 1 },
  { "a(b(c(d(e(f)))))", 6, 0, "x", 9, 6, 0, NULL, 1 },
};

static void
test_drop (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drops); i++) {
    g_autoptr (QtrList) bullets = parse_outline (drops[i].outline);
    g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (bullets);
    QtrBulletsDrop drop;

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    qtr_bullets_lines_find_drop (lines, drops[i].line, drops[i].depth, drops[i].moved, drops[i].levels,
                                 &drop);
    g_assert_cmpuint (drop.line, ==, drops[i].at);
    g_assert_cmpuint (drop.depth, ==, drops[i].deep);
    g_assert_cmpstr (drop.parent, ==, drops[i].parent);
    g_assert_cmpuint (drop.index, ==, drops[i].index);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qtr_id_seed (11);

  g_test_add_func ("/ui/bullets-transfer/html", test_html);
  g_test_add_func ("/ui/bullets-transfer/wide-html", test_wide_html);
  g_test_add_func ("/ui/bullets-transfer/deep-html", test_deep_html);
  g_test_add_func ("/ui/bullets-transfer/write", test_write);
  g_test_add_func ("/ui/bullets-transfer/own", test_own);
  g_test_add_func ("/ui/bullets-transfer/wrong-own", test_wrong_own);
  g_test_add_func ("/ui/bullets-transfer/drop", test_drop);
  return g_test_run ();
}
