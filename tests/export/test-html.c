/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "base/colour.h"
#include "export/exporter.h"
#include "model/edit-style.h"

#include "sample.h"

static const char *const hostile_texts[] = {
  "<script>alert (1)</script>",
  "\" onmouseover=\"x\" '",
  "]]> --> &amp; &#60; </style></title>",
  "=cmd|' /C calc'!A0",
  "\u202e desrever",
  "bell\x07 escape\x1b[1m zero\xc2\x80 end",
  "e\xcc\x81\xcc\x82\xcc\x83 \xf0\x9f\x98\x80",
  "{}:;@import url(//example.org/x.css)",
};

/* What a reader gets: text without markup, and what the markup says. */
typedef struct {
  GString *text;
  GHashTable *ids;
  GPtrArray *links;
  int level;
  int quiet;
  guint n_charts;
  guint n_tables;
  guint n_captions;
  guint n_unscoped;
} Page;

static void
page_free (Page *page)
{
  g_string_free (page->text, TRUE);
  g_hash_table_unref (page->ids);
  g_ptr_array_unref (page->links);
  g_free (page);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static void
check_heading (Page *page, const char *element)
{
  int level = element[0] == 'h' && g_ascii_isdigit (element[1]) ? element[1] - '0' : 0;

  if (level == 0)
    return;
  g_assert_cmpint (level, <=, page->level + 1);
  page->level = level;
}

static void
check_link (Page *page, const char **names, const char **values)
{
  static const char *const loading[] = { "src", "srcset", "href", "xlink:href", "action", "data" };

  for (guint i = 0; i < G_N_ELEMENTS (loading); i++) {
    const char *target = attribute (names, values, loading[i]);

    if (target == NULL)
      continue;
    /* The logo comes with the page. */
    if (g_str_has_prefix (target, "data:image/"))
      continue;
    g_assert_cmpint (target[0], ==, '#');
    g_ptr_array_add (page->links, g_strdup (target + 1));
  }
}

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
          gpointer data, GError **error)
{
  Page *page = data;
  const char *id = attribute (names, values, "id");

  g_assert_cmpstr (element, !=, "script");
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_false (g_str_has_prefix (names[i], "on"));
  if (id != NULL)
    g_assert_true (g_hash_table_add (page->ids, g_strdup (id)));
  check_heading (page, element);
  check_link (page, names, values);
  page->quiet += strcmp (element, "style") == 0 || strcmp (element, "head") == 0;
  page->n_tables += strcmp (element, "table") == 0;
  page->n_captions += strcmp (element, "caption") == 0;
  page->n_unscoped += strcmp (element, "th") == 0 && attribute (names, values, "scope") == NULL;
  if (strcmp (element, "svg") != 0)
    return;
  page->n_charts++;
  g_assert_cmpstr (attribute (names, values, "role"), ==, "img");
  g_assert_nonnull (attribute (names, values, "aria-labelledby"));
  g_assert_nonnull (attribute (names, values, "aria-describedby"));
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Page *page = data;

  page->quiet -= strcmp (element, "style") == 0 || strcmp (element, "head") == 0;
  g_string_append_c (page->text, ' ');
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Page *page = data;

  if (page->quiet == 0)
    g_string_append_len (page->text, text, (gssize) length);
}

/* The pages are XML as well as HTML, so that a strict parser finds whatever is not closed or not escaped. */
static Page *
read_page (const char *html)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  Page *page = g_new0 (Page, 1);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, page, NULL);
  const char *root = strstr (html, "<html");
  g_autoptr (GError) error = NULL;

  page->text = g_string_new (NULL);
  page->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page->links = g_ptr_array_new_with_free_func (g_free);
  g_markup_parse_context_parse (context, root, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return page;
}

static char *
write_html (const QtrPlan *plan, const QtrPublicationOptions *options, QtrPublication **publication)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  *publication = qtr_publication_new (plan, sample_quarter (), options, &error);
  g_assert_no_error (error);
  bytes = qtr_html_exporter.write (*publication, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Tidy takes the name of a drawing for the title of a page. */
static void
assert_tidy (const char *html)
{
  static const char *const command[] = { "tidy", "-e", "-q", "-utf8", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) tidy =
      g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (tidy, html, NULL, NULL, &said, &error));
  g_assert_no_error (error);
  lines = g_strsplit (said != NULL ? said : "", "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !g_str_has_suffix (*line, "<title> proprietary attribute \"id\""))
      g_error ("%s", *line);
}

static void
test_structure (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = NULL;
  g_autofree char *html = write_html (plan, NULL, &publication);
  g_autoptr (Page) page = read_page (html);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  g_assert_nonnull (strstr (html, "<main "));
  g_assert_nonnull (strstr (html, "<nav "));
  g_assert_cmpuint (page->n_charts, ==, 3);
  g_assert_cmpuint (page->n_tables, ==, 6);
  g_assert_cmpuint (page->n_captions, ==, page->n_tables);
  g_assert_cmpuint (page->n_unscoped, ==, 0);
  g_assert_cmpuint (page->links->len, ==, 4);
  for (guint i = 0; i < page->links->len; i++)
    g_assert_true (g_hash_table_contains (page->ids, page->links->pdata[i]));
  assert_tidy (html);
}

static void
test_every_word (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = NULL;
  g_autofree char *html = write_html (plan, NULL, &publication);
  g_autofree char *words = sample_words (publication);
  g_autoptr (Page) page = read_page (html);

  sample_assert_in_order (words, page->text->str);
}

static void
test_nesting (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = NULL;
  g_autofree char *html = write_html (plan, NULL, &publication);

  g_assert_nonnull (strstr (html,
                            "<ul>\n<li><p dir=\"auto\"><b><bdi>Harbour</bdi>:</b> Stalls on the quay were "
                            "visited daily.</p>\n<ul>\n<li><p dir=\"auto\">Twice on Sundays.</p></li>\n"
                            "</ul>\n</li>\n<li>"));
}

static guint
count (const char *text, const char *part)
{
  guint found = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    found++;
  return found;
}

static void
test_marking_and_draft (void)
{
  static const QtrPublicationOptions options = { .draft = TRUE };
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) draft = NULL;
  g_autoptr (QtrPublication) final = NULL;
  g_autofree char *marked = write_html (plan, &options, &draft);
  g_autofree char *plain = write_html (plan, NULL, &final);

  g_assert_cmpuint (count (plain, "<p class=\"marking\">OFFICIAL</p>"), ==, 2);
  g_assert_null (strstr (plain, "DRAFT"));
  g_assert_cmpuint (count (marked, "<p class=\"draft\">DRAFT – "), ==, 2);
  g_assert_nonnull (strstr (marked, "<title>DRAFT – "));
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_texts); i++) {
    g_autoptr (QtrPlan) plan = sample_plan_saying (hostile_texts[i]);
    g_autoptr (QtrPublication) publication = NULL;
    g_autofree char *html = write_html (plan, NULL, &publication);
    g_autofree char *words = sample_words (publication);
    g_autoptr (Page) page = read_page (html);

    sample_assert_in_order (words, page->text->str);
    assert_tidy (html);
  }
}

static QtrPlan *
style_plan (const char *accent, const char *text)
{
  static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg'/>";
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawing, sizeof drawing - 1);
  g_autoptr (QtrPlan) with_logo = qtr_edit_set_logo (plan, bytes, NULL);

  return qtr_edit_set (with_logo, "plan", "accent", accent, "logo_text", text, NULL);
}

static void
test_logo (void)
{
  static const struct {
    const char *text;
    const char *alternative;
  } rows[] = {
    { "Our badge", "Our badge" },
    { NULL, "Northmere Wardens" },
    { "\"><script>", "&quot;&gt;&lt;script&gt;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = style_plan (NULL, rows[i].text);
    g_autoptr (QtrPublication) publication = NULL;
    g_autofree char *html = write_html (plan, NULL, &publication);
    g_autofree char *image = g_strdup_printf (
        "<p><img class=\"logo\" src=\"data:image/svg+xml;base64,PHN2ZyB4bWxucz0naHR0cDovL3d3dy53"
        "My5vcmcvMjAwMC9zdmcnLz4=\" alt=\"%s\"/></p>\n<div class=\"cover\">",
        rows[i].alternative);
    g_autoptr (Page) page = read_page (html);

    g_assert_nonnull (strstr (html, image));
    assert_tidy (html);
  }
}

/* The colour that first stands after @property. */
static QtrColour
read_colour (const char *rules, const char *property)
{
  const char *value = strstr (rules, property);
  g_autofree char *text = value == NULL ? NULL : g_strndup (value + strlen (property), 7);
  QtrColour colour = { 0, 0, 0 };

  g_assert_true (qtr_colour_parse (text, &colour));
  return colour;
}

/* Read from the page itself: whatever the plan's colour, all that is written in it can be read on every
 * ground, in light and in dark. */
static void
test_accent (void)
{
  static const char *const accents[] = { "#1d4f91", "#ffff00", "#000000", "#ffffff", "#808080", "#e01b24" };
  static const struct {
    const char *first;
    const char *last;
  } schemes[] = {
    { ":root {", "@media all {\n:root{" },
    { "(prefers-color-scheme: dark) {\n  :root", "(prefers-color-scheme: dark) {\n:root{" },
  };
  static const char *const properties[] = { "--accent:", "--link:" };

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    for (guint j = 0; j < G_N_ELEMENTS (schemes); j++)
      for (guint k = 0; k < G_N_ELEMENTS (properties); k++) {
        g_autoptr (QtrPlan) plan = style_plan (accents[i], NULL);
        g_autoptr (QtrPublication) publication = NULL;
        g_autofree char *html = write_html (plan, NULL, &publication);
        const char *sheet = strstr (html, schemes[j].first);
        QtrColour colour = read_colour (strstr (html, schemes[j].last), properties[k]);

        g_assert_cmpfloat (qtr_colour_get_contrast (colour, read_colour (sheet, "--paper: ")), >=, 4.5);
        g_assert_cmpfloat (qtr_colour_get_contrast (colour, read_colour (sheet, "--band: ")), >=, 4.5);
      }
}

/* A page without a style is as it was. */
static void
test_no_style (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = NULL;
  g_autofree char *html = write_html (plan, NULL, &publication);

  g_assert_null (strstr (html, "<img"));
  g_assert_null (strstr (html, ":root{"));
}

static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (10000, 'w');
  g_autoptr (QtrPlan) plan = sample_plan_saying (word);
  g_autoptr (QtrPublication) publication = NULL;
  g_autofree char *html = write_html (plan, NULL, &publication);
  g_autoptr (Page) page = read_page (html);

  g_assert_nonnull (strstr (page->text->str, word));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/html/structure", test_structure);
  g_test_add_func ("/export/html/every-word", test_every_word);
  g_test_add_func ("/export/html/nesting", test_nesting);
  g_test_add_func ("/export/html/marking-and-draft", test_marking_and_draft);
  g_test_add_func ("/export/html/hostile", test_hostile);
  g_test_add_func ("/export/html/logo", test_logo);
  g_test_add_func ("/export/html/accent", test_accent);
  g_test_add_func ("/export/html/no-style", test_no_style);
  g_test_add_func ("/export/html/long-word", test_long_word);
  return g_test_run ();
}
