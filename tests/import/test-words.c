/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/importer.h"
#include "import/plan-text.h"

/* The law of importing: every word of the source is in the report, or listed as unplaced or recognised.
 * Reports are put together at random from what reports are made of, each word a different one. */

#define REPORTS 400
#define LETTERS 6

typedef struct {
  GString *text;
  GPtrArray *words;
  gboolean markdown;
} Source;

/* A word that no other is part of, and that means nothing to the reader. */
static const char *
next_word (Source *self, gboolean capital)
{
  static const char consonants[] = "bdgkmpz";
  guint number = self->words->len;
  GString *word = g_string_new (capital ? "Q" : "q");

  for (guint i = 0; i < LETTERS; i++) {
    g_string_append_c (word, consonants[number % 7]);
    g_string_append_c (word, 'u');
    number /= 7;
  }
  g_string_append_c (word, 'x');
  g_ptr_array_add (self->words, g_string_free (word, FALSE));
  return g_ptr_array_index (self->words, self->words->len - 1);
}

/* `w` is a word, `W` one with a capital, and anything else stands for itself. */
static void
write_shape (Source *self, const char *shape)
{
  for (const char *at = shape; *at != '\0'; at++) {
    if (*at == '%' && (at[1] == 'w' || at[1] == 'W'))
      g_string_append (self->text, next_word (self, *++at == 'W'));
    else
      g_string_append_c (self->text, *at);
  }
  g_string_append_c (self->text, '\n');
}

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static void
write_one (Source *self, const char *const *shapes)
{
  write_shape (self, shapes[g_test_rand_int_range (0, (gint32) g_strv_length ((GStrv) shapes))]);
}

static const char *const fronts[] = {
  "%W %W Council",
  "%W Plan 2020-2024 %w report\n",
  "Quarter 3 2021/22 %w",
  "Quarter 7 2021/22 %w",
  "%W 2021/22 – Q3 (%w)",
  "Data as at 31/12/2021 %w",
  "Produced 14/13/2022 %w",
  "Version 1.2 %W %W Unit",
  "Produced January 2022 by %W %W",
  "[%w]\n",
  "%W %w %w in the third quarter.",
  "• %w %w\n",
  "%W: %w\n",
  NULL,
};
static const char *const front_headings[] = {
  "# %W %W\n",
  "## %W %w. %W %w.\n",
  "# %W Constabulary\n",
  "# **%W Plan 2020-2024** %W\n",
  "## Foreword\n\n%W %w %w.\n\n### %W\n\n%w\n",
  "**DRAFT – %w**\n",
  "**%W**\n",
  NULL,
};
static const char *const bodies[] = {
  "%W %w %w.\n%w %w.\n",
  "\n| %w | %w |\n|----|----|\n| %w | %w |\n",
  "• %W: %w %w.\n",
  "• %w %w\n  o %w %w\n    - %w\n",
  "1. %w\n  a) %w\n  b) %w\n2. %w %w\n",
  "i) %w\nii) %w\n",
  "North %W LPA:\n• %w\n• %W\n",
  "• %w %w-\n%w %w\n\n%w %w\n",
  "Page 3 of 9\n\f",
  "%W %w\n\f\n",
  "Nil return: %w %w\n",
  "\nGlossary\n\n%w: %w\n",
  "No progress with %w to report.\n",
  "%w  12  %w  14",
  NULL,
};
static const char *const markdown_bodies[] = {
  "### %W\n\n%w %w\n",
  "#### %W %w\n\n- %w\n",
  "## Appendix %W\n\n- %w\n\n| %w |\n|---|\n| %w |\n",
  "- **%W:** %w [%w](https://%w.example \"%w\")\n  - %w\n",
  "![%w](%w.png \"%w\")\n",
  "<div class=\"%w\">%w</div>\n\n```%w\n%w\n%w\n```\n%w\n",
  "<!-- %w\n%w -->\n",
  "[%w]: https://%w.example \"%w\"\n",
  "> %w %w\n> %w\n",
  "%w[^1]\n\n[^1]: %w\n",
  "~~%w~~ `%w` *%w* __%w__ &amp; %w\\\n%w<br>%w\n",
  "***\n\n%W\n---\n\n%w\n",
  NULL,
};
static const char *const leads[] = {
  "We will:\n%W %w %w %w.\n",
  "Working with %w we will: %w %w.\n",
  "We will:\n\n%W %w\n%w %w.\n",
  "The %W will:\n%w %w %w.\n",
  "Our commitment: %w %w.\n",
  "%W %w %w.\n",
  NULL,
};

static void
write_priority (Source *self, int number)
{
  g_string_append_printf (self->text, "\n%sPriority %d – ", self->markdown ? "## " : "", number);
  write_shape (self, "%W %W");
  if (chance (30))
    write_one (self, bodies);
  if (chance (20)) {
    g_string_append_printf (self->text, "\n%s%d.1 ", self->markdown ? "### " : "", number);
    write_shape (self, "%W %w\n");
  }
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--) {
    g_string_append_c (self->text, '\n');
    if (self->markdown && chance (50))
      g_string_append (self->text, "#### ");
    write_one (self, leads);
    for (int j = g_test_rand_int_range (0, 5); j > 0; j--)
      write_one (self, self->markdown && chance (50) ? markdown_bodies : bodies);
  }
  if (chance (20)) {
    g_string_append_printf (self->text, "\n%sPriority %d – ", self->markdown ? "## " : "", number);
    write_shape (self, "%W %W\n");
  }
}

static void
write_report (Source *self)
{
  for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
    write_one (self, self->markdown && chance (50) ? front_headings : fronts);
  if (chance (40))
    write_shape (self, self->markdown
                           ? "\n## Contents\n\nForeword %w ... 2\nPriority 1 – %W %W  3\nAnnex %W\n"
                           : "\nContents\n\nForeword %w ... 2\nPriority 1 – %W %W  3\n");
  for (int i = 1; i < g_test_rand_int_range (2, 5); i++)
    write_priority (self, i);
}

static void
add_front (GString *all, const QtrReportFront *front)
{
  const QtrReportField *fields[] = {
    &front->marking, &front->title,   &front->plan_period, &front->subtitle, &front->quarter,
    &front->data_to, &front->version, &front->produced,    &front->unit,     &front->body,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (all, "%s\n", fields[i]->text != NULL ? fields[i]->text : "");
}

static void
add_remarks (GString *all, GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (all, "%s\n", ((const QtrReportRemark *) g_ptr_array_index (remarks, i))->text);
}

static void
add_nils (GString *all, const QtrReport *report)
{
  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);

      if (commitment->nil_reason != NULL)
        g_string_append_printf (all, "%s\n", commitment->nil_reason);
    }
  }
}

/* All that the report says, and all that is said about it. */
static char *
words_of (const QtrReport *report)
{
  GString *all = g_string_new (NULL);
  g_autofree char *tree = plan_text_of_report (report);

  g_string_append (all, tree);
  add_front (all, &report->front);
  add_nils (all, report);
  add_remarks (all, report->unplaced);
  add_remarks (all, report->recognised);
  return g_string_free (all, FALSE);
}

static void
test_report (gboolean markdown)
{
  Source source = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free), markdown };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;

  write_report (&source);
  bytes = g_bytes_new (source.text->str, source.text->len);
  report = qtr_import_read (markdown ? "a.md" : "a.txt", bytes, NULL, &error);
  g_assert_no_error (error);
  all = words_of (report);
  for (guint i = 0; i < source.words->len; i++) {
    const char *word = g_ptr_array_index (source.words, i);

    if (strstr (all, word) != NULL)
      continue;
    g_test_message ("%s", source.text->str);
    g_error ("%s is lost", word);
  }
  g_string_free (source.text, TRUE);
  g_ptr_array_unref (source.words);
}

static void
test_words (void)
{
  for (guint i = 0; i < REPORTS; i++)
    test_report (i % 2 == 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/words", test_words);
  return g_test_run ();
}
