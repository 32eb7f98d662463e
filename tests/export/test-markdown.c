/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <md4c.h>

#include "export/exporter.h"
#include "model/edit.h"

#include "sample.h"

/* Reads Markdown back into its words, a line a block, headings and bullets marked. */
typedef struct {
  GString *text;
  int depth;
} Reader;

static int
enter_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *reader = data;

  if (type == MD_BLOCK_UL)
    reader->depth++;
  else if (type == MD_BLOCK_H)
    g_string_append_printf (reader->text, "\nH%u ", ((MD_BLOCK_H_DETAIL *) detail)->level);
  else if (type == MD_BLOCK_LI)
    g_string_append_printf (reader->text, "\nL%d ", reader->depth);
  else if (type == MD_BLOCK_P)
    g_string_append (reader->text, "\nP ");
  else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
    g_string_append (reader->text, "\nT ");
  else if (type == MD_BLOCK_OL || type == MD_BLOCK_HR || type == MD_BLOCK_QUOTE || type == MD_BLOCK_CODE ||
           type == MD_BLOCK_HTML)
    g_error ("block of type %d", type);
  return 0;
}

static int
leave_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  ((Reader *) data)->depth -= type == MD_BLOCK_UL;
  return 0;
}

static int
span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  if (type != MD_SPAN_STRONG)
    g_error ("span of type %d", type);
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  return 0;
}

static int
words_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reader *reader = data;

  g_assert_true (type == MD_TEXT_NORMAL || type == MD_TEXT_SOFTBR);
  if (type == MD_TEXT_SOFTBR)
    g_string_append_c (reader->text, '\n');
  else
    g_string_append_len (reader->text, text, size);
  return 0;
}

static char *
read_back (const char *markdown)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_cb,
    .leave_block = leave_cb,
    .enter_span = span_cb,
    .leave_span = leave_span_cb,
    .text = words_cb,
  };
  Reader reader = { .text = g_string_new (NULL) };

  g_assert_cmpint (md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, &reader), ==, 0);
  return g_string_free (reader.text, FALSE);
}

static char *
write_markdown (const QtrPlan *plan, const QtrPublicationOptions *options, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPublication) publication = qtr_publication_new (plan, sample_quarter (), options, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = qtr_markdown_exporter.write (publication, &error);
  g_assert_no_error (error);
  *words = sample_words (publication);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_shape (void)
{
  static const char head[] = "[Official]\n\n# **Market Town Plan 2021-2025** Quarterly Update\n\n"
                             "## Quarter 3 2023/24\n\nData to December 2023\n\n"
                             "Version 1.4 Produced January 2024 Figures Unit\n\n## Contents\n\n"
                             "Priority 1 – Streets that feel safe\nPriority 2 – Calls answered in time\n"
                             "Corrections\n\n## Priority 1 – Streets that feel safe\n\n#### We will:\n\n"
                             "Put two wardens on every market street.\n\n"
                             "- There were 917 patrols on 12 market streets.\n"
                             "- **Northmere:** Two wardens joined in May & another in June.\n"
                             "  - **Harbour:** Stalls on the quay were visited daily.\n"
                             "    - Twice on Sundays.\n"
                             "  - A radio was lent to every stall.\n"
                             "-\n  - **Eastwold:** No market was held.\n\n";
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autofree char *words = NULL;
  g_autofree char *markdown = write_markdown (plan, NULL, &words);

  g_assert_true (g_str_has_prefix (markdown, head));
  g_assert_true (g_str_has_suffix (markdown, "\n\n[Official]\n"));
}

static void
test_every_word (void)
{
  static const QtrPublicationOptions options = { .draft = TRUE };
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autofree char *words = NULL;
  g_autofree char *markdown = write_markdown (plan, &options, &words);
  g_autofree char *text = read_back (markdown);

  sample_assert_in_order (words, text);
  g_assert_nonnull (strstr (text, "\nP DRAFT – "));
}

/* Each of these means something in Markdown, somewhere. */
static const char *const special_texts[] = {
  "*stars* and **more**",
  "_under_ snake_case __bar__",
  "`code` ``x``",
  "[link](http://example.org) ![image](x) [x]: /y",
  "<b>tag</b> <!-- remark --> <http://example.org>",
  "&amp; &lt; &#42; R&D",
  "a | b | c",
  "~~gone~~ ~x~",
  "back\\slash \\* end\\",
  "# heading #",
  "## two ##",
  "- dash",
  "+ plus",
  "1. one",
  "12) twelve",
  "> quoted",
  "---",
  "===",
  "***",
  "2019. A year.",
  "-5 degrees",
  "ends with two hashes ##",
  "[ ] a task",
  "\xe2\x80\xa2 a dot",
};

static void
test_special_texts_read_back (void)
{
  static const char *const forms[] = { "\nH2 Priority 1 – %s\n", "\nH4 %s\n", "\nP %s\n", "\nL1 %s\n",
                                       "\nL2 Harbour: %s\n" };

  for (guint i = 0; i < G_N_ELEMENTS (special_texts); i++) {
    g_autoptr (QtrPlan) plan = sample_plan_saying (special_texts[i]);
    g_autofree char *words = NULL;
    g_autofree char *markdown = write_markdown (plan, NULL, &words);
    g_autofree char *text = read_back (markdown);

    sample_assert_in_order (words, text);
    for (guint j = 0; j < G_N_ELEMENTS (forms); j++) {
      g_autoptr (GString) line = g_string_new (forms[j]);

      g_string_replace (line, "%s", special_texts[i], 0);
      if (strstr (text, line->str) == NULL)
        g_error ("“%s” is not in:%s", line->str, text);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/markdown/shape", test_shape);
  g_test_add_func ("/export/markdown/every-word", test_every_word);
  g_test_add_func ("/export/markdown/special-texts-read-back", test_special_texts_read_back);
  return g_test_run ();
}
