/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "import/importer.h"
#include "import/plan-text.h"

/* What a text reads as. Each row is one thing that reports do. */
static const struct {
  const char *what;
  const char *name;
  const char *source;
  const char *expected;
} TEXTS[] = {
  { "wrapped lines, a broken word and a gap within a bullet", "a.txt",
    "Priority 1 – Calm\nWe will:\nKeep the\npeace.\n\n• Calls about COVID-\n19 fell and\n\nso did others.\n• Next.\n",
    "1 Calm\n  <We will:> Keep the peace.\n    - Calls about COVID-19 fell and so did others.\n    - Next.\n" },
  { "a hyphen that only the line's end put there", "a.txt",
    "Priority 1 – Calm\nWe will:\nAct.\n\n• One operation ended.\n• The opera-\ntion goes on in co-\noperation.\n",
    "1 Calm\n  <We will:> Act.\n    - One operation ended.\n    - The operation goes on in co-operation.\n" },
  { "names that own what follows", "a.txt",
    "Priority 1: Calm\nWe will:\nAct.\n\n• General.\n• North LPA\n• Alderford: One.\n• Birchwick: Two.\n• South LPA:\n• Three.\n",
    "1 Calm\n  <We will:> Act.\n    - General.\n    - [North LPA] \n      - [Alderford] One.\n      - [Birchwick] Two.\n"
    "    - [South LPA] \n      - Three.\n" },
  { "a unit on a line of its own", "a.txt",
    "Priority 1: Calm\nWe will:\nAct.\n\nThe Call Room (CR):\n• One.\n\nTrace Centre (once Desk):\n• Two.\n",
    "1 Calm\n  <We will:> Act.\n    - The Call Room (CR):\n      - One.\n    - Trace Centre (once Desk):\n      - Two.\n" },
  { "running heads at the end of pages", "a.txt",
    " Priority 1 - A\nWe will:\nOne.\n\n• a.\n Priority 1 - A\nWe will:\nTwo.\n\n• b.\n We will:\nThree.\n\n• c.\n\n"
    "Priority 2 - B\n We will:\nThree.\n\n• d.\n\nPriority 2 - B\n We will:\nFour.\n\n• e.\n\nPriority 3 - C\n ",
    "1 A\n  <We will:> One.\n    - a.\n  <We will:> Two.\n    - b.\n2 B\n  <We will:> Three.\n    - c.\n    - d.\n"
    "3 C\n  <We will:> Four.\n    - e.\n" },
  { "a heading without text behind all others", "a.txt",
    "Priority 1 - A\nWe will:\nOne.\n• a.\nWe will:\nTwo.\n• b.\n\nPriority 2 - B\nWe will:\nThree.\n• c.\n\nPriority 3 - C\n",
    "1 A\n  <We will:> One.\n    - a.\n  <We will:> Two.\n    - b.\n2 B\n  <We will:> Three.\n    - c.\n3 C\n" },
  { "page ends, page numbers and other line ends", "a.txt",
    "PRIORITY ONE: A\r\nThe Service will:\r\nAct.\r\n\r\n1. One\r\n   o Hilltown: two\r\n      - three\r\n\r\nPage 1 of 2\r\n\f"
    "PRIORITY ONE: A\r\nThe Service will:\r\nAct.\r\n\r\n2. Four\r\n\r\nPage 2 of 2\r\n",
    "1 A\n  <The Service will:> Act.\n    - One\n      - [Hilltown] two\n        - three\n    - Four\n" },
  { "another body's words, and bytes of Windows", "a.txt",
    "\nObjective 2\nStronger \x93Towns\x94\n\nTogether we will:\nHelp.\n\n\x95\tCost: \xa3\x35m\n",
    "2 Stronger “Towns”\n  <Together we will:> Help.\n    - Cost: £5m\n" },
  { "a dash and a number within sentences", "a.txt",
    "Priority 1: A\nWe will:\nAct.\n• Twelve towns – and\n– in time – more, up from\n12. Five left\n• b\n",
    "1 A\n  <We will:> Act.\n    - Twelve towns – and – in time – more, up from 12. Five left\n    - b\n" },
  { "a sentence that opens as a lead does", "a.txt",
    "Priority 1: A\nWe will:\nAct.\n• One thing was done.\nIn spring we will: do another.\n",
    "1 A\n  <We will:> Act.\n    - One thing was done. In spring we will: do another.\n" },
  { "contents without a heading or pages", "a.txt",
    "Theme 1 – A\nTheme 2 – B\nTheme 3 – C\n\nTheme 2 – B\nWe will:\nAct.\n• a\n",
    "2 B\n  <We will:> Act.\n    - a\n" },
  { "a priority that only the contents name", "a.md",
    "## Contents\n\nPriority 1 – A\t3-4\nPriority 2 – B\t5\n\n#### We will:\n\nAct.\n\n- a\n\n## Priority 2 – B\n\n#### We will:\n\nB.\n\n- b\n",
    "1 A\n  <We will:> Act.\n    - a\n2 B\n  <We will:> B.\n    - b\n" },
  { "headings of all styles", "a.md",
    "Priority 1 – A\n===\n\nWe will: Act.\n\n- a\n\n**Priority 2 – B**\n\n**We will:**\n\nB.\n\n- b\n\n### PRIORITY THREE — C\n\nWe will:\n\nC.\n\n- c\n",
    "1 A\n  <We will:> Act.\n    - a\n2 B\n  <We will:> B.\n    - b\n3 C\n  <We will:> C.\n    - c\n" },
  { "commitments that are headings", "a.md",
    "# Theme 1 – A\n\n## Plant trees\n\n- a\n\n## Clean air\n\n- b\n\n  c\n\nEnd.\n",
    "1 A\n  <> Plant trees\n    - a\n  <> Clean air\n    - b c\n    - End.\n" },
  { "marks and entities of Markdown", "a.md",
    "# Priority 1 – A\n\nWe will: Act &amp; tell.\n\n- On the 2<sup>nd</sup>, **not** \\*after\\* &pound;5 &#8211; `x`\n",
    "1 A\n  <We will:> Act & tell.\n    - On the 2nd, not *after* £5 – x\n" },
  { "nesting by indentation", "a.md",
    "# Priority 1 – A\n\nWe will: Act.\n\n- Alderford:\n  - one\n    - two\n- Birch: three in Birch\n- Call Team:\n  - four\n- Elm\n  - five\n- Elm\n  - six\n- Talks\n  - seven\n",
    "1 A\n  <We will:> Act.\n    - [Alderford] \n      - one\n        - two\n    - [Birch] three in Birch\n    - Call Team:\n      - four\n"
    "    - [Elm] \n      - five\n    - [Elm] \n      - six\n    - Talks\n      - seven\n" },
  { "letters, Roman numbers and bullets that are all one letter", "a.txt",
    "Priority 1: A\nWe will:\nAct.\n\n1. One\na) first\nb) second\ni) x\nii) y\nc) third\n2. Two\n",
    "1 A\n  <We will:> Act.\n    - One\n      - first\n      - second\n        - x\n        - y\n      - third\n    - Two\n" },
  { "the ninth letter", "a.txt", "Priority 1: A\nWe will:\nAct.\n\n(h) eight\n(i) nine\n(j) ten\n",
    "1 A\n  <We will:> Act.\n    - eight\n    - nine\n    - ten\n" },
  { "areas over bullets that stand in line with them", "a.txt",
    "Priority 1: A\nWe will:\nAct.\n\no North LPA:\no One.\no Two.\no South LPA:\no Three.\n",
    "1 A\n  <We will:> Act.\n    - [North LPA] \n      - One.\n      - Two.\n    - [South LPA] \n      - Three.\n" },
  { "a unit right behind the promise", "a.txt",
    "Priority 1: A\nWe will:\nAct on\nit.\nThe Call Room (CR):\n• One.\nThe Trace Desk:\n• Two.\n",
    "1 A\n  <We will:> Act on it.\n    - The Call Room (CR):\n      - One.\n    - The Trace Desk:\n      - Two.\n" },
  { "numbered headings as commitments", "a.md",
    "# Priority 1 – A\n\n## 1.1 Plant trees\n\n- a\n\n## 1.2 We will: clean air\n\n- b\n\n# Priority 2 – B\n\nWe will: do.\n\n- c\n",
    "1 A\n  <1.1> Plant trees\n    - a\n  <1.2 We will:> clean air\n    - b\n2 B\n  <We will:> do.\n    - c\n" },
  { "numbered headings in plain text, and numbers that are none", "a.txt",
    "Priority 1: A\n\n1.1 Plant trees\nby the road.\n• a\n\n1.2 Clean air\n\n• rose to\n1.3 Million\n",
    "1 A\n  <1.1> Plant trees by the road.\n    - a\n  <1.2> Clean air\n    - rose to 1.3 Million\n" },
  { "a priority with nothing to tell", "a.txt",
    "Priority 1: A\nWe will:\nAct.\n• a\n\nPriority 2: B\n\nNo progress to report this quarter.\n",
    "1 A\n  <We will:> Act.\n    - a\n2 B\n  <> \n    - No progress to report this quarter.\n" },
  { "addresses of links", "a.md",
    "# Priority 1 – A\n\nWe will: Act.\n\n- See [the plan](https://a.example/p) and <https://b.example>, or <c@d.example>.\n",
    "1 A\n  <We will:> Act.\n    - See the plan (https://a.example/p) and https://b.example, or c@d.example.\n" },
  { "code that follows words", "a.md",
    "# Priority 1 – A\n\nWe will: Act.\n\n- a\n\nWords\n```\ncode\n```\nmore\n",
    "1 A\n  <We will:> Act.\n    - a\n    - Words\n    - code\n    - more\n" },
  { "a heading below the commitments", "a.md",
    "## Priority 1 – A\n\n### We will:\n\nAct.\n\n- a\n\n#### Talks\n\n- b\n",
    "1 A\n  <We will:> Act.\n    - a\n    - Talks\n      - b\n" },
};

static QtrReport *
read_source (const char *name, const char *source, const QtrImportContext *context, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));

  return qtr_import_read (name, bytes, context, error);
}

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrReport) report = read_source (TEXTS[i].name, TEXTS[i].source, NULL, &error);
    g_autofree char *found = NULL;

    g_test_message ("%s", TEXTS[i].what);
    g_assert_no_error (error);
    found = plan_text_of_report (report);
    g_assert_cmpstr (found, ==, TEXTS[i].expected);
    g_assert_cmpuint (report->unplaced->len, ==, 0);
  }
}

static const struct {
  const char *run_in;
  gboolean area;
} RUN_INS[] = {
  { "Alderwick", TRUE },
  { "Pennyford and Lowmarsh", TRUE },
  { "North LPA", TRUE },
  { "West Local Policing Area (LPA)", TRUE },
  { "Stow-on-the-Wold", TRUE },
  { "Alder and Birch District Councils", TRUE },
  { "Ward 5", TRUE },
  { "The Call Room (CR)", FALSE },
  { "Rural Team", FALSE },
  { "Operation HERON", FALSE },
  { "Recruitment", FALSE },
  { "Next steps", FALSE },
  { "ABCD", FALSE },
  { "As a result", FALSE },
  { "Two things changed", FALSE },
  { "Safer Streets Partnership", FALSE },
  { "Weston-super-Mare", TRUE },
  { "City Centre", TRUE },
  { "South Alder", TRUE },
  { "Vacancies", FALSE },
  { "Stalking", FALSE },
  { "Potholes", FALSE },
  { "Libraries", FALSE },
  { "Christmas", FALSE },
  { "East", FALSE },
  { "Stop and Search", FALSE },
  { "County Hall", FALSE },
  { "Council Tax", FALSE },
  { "Parish Council", FALSE },
  { "Local Council", FALSE },
  { "Elm", FALSE },
};

static void
test_areas (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (RUN_INS); i++) {
    g_autofree char *source =
        g_strdup_printf ("Priority 1: A\nWe will:\nAct.\n• %s: Ten came.\n", RUN_INS[i].run_in);
    g_autoptr (QtrReport) report = read_source ("a.txt", source, NULL, NULL);
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, 0);
    const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, 0);
    const QtrReportBullet *bullet = g_ptr_array_index (commitment->bullets, 0);

    g_assert_cmpstr (bullet->area, ==, RUN_INS[i].area ? RUN_INS[i].run_in : NULL);
    g_assert_true (g_str_has_suffix (bullet->text, "Ten came."));
  }
}

/* What tells that a name is a place's: the rest of the report. Each line is a bullet. */
static const struct {
  const char *bullets;
  const char *area;
  gboolean found;
} EVIDENCE[] = {
  { "• Elm: One.\n• Two people came in Elm.\n", "Elm", TRUE },
  { "• Elm: One.\n• Two came from across Elm's streets.\n", "Elm", TRUE },
  { "• Elm: One.\n• Elm Borough Council met.\n", "Elm", TRUE },
  { "• Elm: One.\n• Two.\n• Elm: Three.\n", "Elm", TRUE },
  { "• Elm: One.\n• Alderwick: Two.\n• Birchford: Three.\n", "Elm", TRUE },
  { "• Elm and Alderwick: One.\n", "Elm and Alderwick", TRUE },
  { "• Elm and Oak: One.\n• Two in Elm, three in Oak.\n", "Elm and Oak", TRUE },
  { "• North: One.\n• East: Two.\n", "North", TRUE },
  { "• Elm: One.\n• Alderwick: Two.\n", "Elm", FALSE },
  { "• Elm: One.\n• Two in Elm, where an elm stood.\n", "Elm", FALSE },
  { "• Elm: One.\n• Elm: Two came to an elm.\n", "Elm", FALSE },
  { "• Heating: One.\n• Heating: Two.\n", "Heating", FALSE },
  { "• Potholes: One.\n• Alderwick: Two.\n• Birchford: Three.\n", "Potholes", FALSE },
};

static void
test_evidence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (EVIDENCE); i++) {
    g_autofree char *source = g_strdup_printf ("Priority 1: A\nWe will:\nAct.\n\n%s", EVIDENCE[i].bullets);
    g_autoptr (QtrReport) report = read_source ("a.txt", source, NULL, NULL);
    g_autofree char *found = plan_text_of_report (report);
    g_autofree char *area = g_strdup_printf ("[%s]", EVIDENCE[i].area);
    g_autofree char *text = g_strdup_printf ("- %s: One.", EVIDENCE[i].area);

    g_test_message ("%s", EVIDENCE[i].bullets);
    g_assert_true ((strstr (found, area) != NULL) == EVIDENCE[i].found);
    g_assert_true ((strstr (found, text) != NULL) == !EVIDENCE[i].found);
  }
}

static void
test_known_areas (void)
{
  static const char *const known[] = { "the moors", NULL };
  const QtrImportContext context = { .areas = known };
  g_autoptr (QtrReport) report =
      read_source ("a.txt", "Priority 1: A\nWe will:\nAct.\n• The Moors\n• a\n", &context, NULL);
  g_autofree char *found = plan_text_of_report (report);

  g_assert_cmpstr (found, ==, "1 A\n  <We will:> Act.\n    - [The Moors] \n      - a\n");
}

static void
test_front (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "report.md", NULL);
  g_autofree char *source = NULL;
  g_autofree char *quarter = NULL;
  g_autoptr (QtrReport) report = NULL;

  g_file_get_contents (path, &source, NULL, NULL);
  report = read_source ("report.md", source, NULL, NULL);
  quarter = qtr_period_to_string (report->front.period);
  g_assert_cmpstr (quarter, ==, "2023-24-Q2");
  g_assert_cmpstr (report->front.marking.text, ==, "Official");
  g_assert_cmpstr (report->front.title.text, ==, "Safer Marches Plan");
  g_assert_cmpstr (report->front.plan_period.text, ==, "2022-2026");
  g_assert_cmpstr (report->front.subtitle.text, ==, "Quarterly Update");
  g_assert_cmpstr (report->front.data_to.text, ==, "September 2023");
  g_assert_cmpstr (report->front.version.text, ==, "1.1");
  g_assert_cmpuint (report->front.version.line, ==, 9);
  g_assert_cmpstr (report->front.produced.text, ==, "October 2023");
  g_assert_cmpstr (report->front.unit.text, ==, "Insight Unit, Marches and Fenland Constabulary");
  g_assert_cmpuint (report->contents->len, ==, 3);
  g_assert_cmpuint (report->priorities->len, ==, 3);
  g_assert_cmpuint (report->unplaced->len, ==, 0);
}

static const struct {
  const char *line;
  const char *quarter;
} QUARTERS[] = {
  { "Quarter 3 2021/22", "2021-22-Q3" },
  { "2021/22 – Quarter 3", "2021-22-Q3" },
  { "Annual Plan 2021/22 - Quarter 3", "2021-22-Q3" },
  { "Quarter 3, 2021/2022", "2021-22-Q3" },
  { "Quarterly report (Q3 2021/22)", "2021-22-Q3" },
  { "Q3 FY2021/22", "2021-22-Q3" },
  { "Quarter Three 2021/22", "2021-22-Q3" },
  { "Third quarter 2021/22", "2021-22-Q3" },
  { "Q3 21/22", "2021-22-Q3" },
  { "Q3: October–December 2021", "2021-22-Q3" },
  { "October 2021 to December 2021 (Q3)", "2021-22-Q3" },
  { "Q4 (Jan-Mar 2022)", "2021-22-Q4" },
  { "Quarter ending 31 December 2021", "2021-22-Q3" },
  { "Three months to 31/12/2021", "2021-22-Q3" },
  { "2021Q4", "2021-22-Q3" },
  { "October to December 2021", "2021-22-Q3" },
  { "Town Plan 2020-2024 Q3 2021/22", "2021-22-Q3" },
  { "Data as at 31/12/2021", "2021-22-Q3" },
  { "Data to 31 Dec. 2021", "2021-22-Q3" },
  { "Q3 2021", "" },
  { "Quarter 3 2021/23", "" },
  { "Q5 2021/22", "" },
  { "September to December 2021", "" },
  { "November 2021 to January 2022", "" },
  { "Data as at 31/13/2021", "" },
};

static void
test_quarters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (QUARTERS); i++) {
    g_autofree char *source =
        g_strdup_printf ("%s\n\nPriority 1: A\nWe will:\nAct.\n• a\n", QUARTERS[i].line);
    g_autoptr (QtrReport) report = read_source ("a.txt", source, NULL, NULL);
    g_autofree char *quarter = qtr_period_to_string (report->front.period);

    g_test_message ("%s", QUARTERS[i].line);
    g_assert_cmpstr (quarter, ==, QUARTERS[i].quarter);
    if (quarter[0] == '\0')
      g_assert_cmpuint (report->unplaced->len, ==, 1);
  }
}

/* What stands at the beginning of a report, and the field that it fills. */
static const struct {
  const char *lines;
  gsize field;
  const char *text;
} FRONTS[] = {
  { "# Wexley Council\n\n## Plan 2022-2026\n", G_STRUCT_OFFSET (QtrReportFront, body), "Wexley Council" },
  { "# Wexley Council\n\n## Plan 2022-2026\n", G_STRUCT_OFFSET (QtrReportFront, title), "Plan" },
  { "# Wexley Council\n\n## Town Plan\n", G_STRUCT_OFFSET (QtrReportFront, title), "Town Plan" },
  { "**DRAFT – 3 errors**\n\n# Town Plan\n", G_STRUCT_OFFSET (QtrReportFront, title), "Town Plan" },
  { "# Town Plan\n\n## In brief, we did 48 things.\n", G_STRUCT_OFFSET (QtrReportFront, subtitle), NULL },
  { "Q1 2021/22 performance update\n", G_STRUCT_OFFSET (QtrReportFront, unit), NULL },
  { "Annual Plan report Q1 2021/22\n", G_STRUCT_OFFSET (QtrReportFront, unit), NULL },
  { "# Town Plan\n\n## What still stands open\n\n- **Error:** Early Unit\n",
    G_STRUCT_OFFSET (QtrReportFront, unit), NULL },
  { "Every team did well.\n", G_STRUCT_OFFSET (QtrReportFront, unit), NULL },
  { "Version 2 Mary Hopper, Wexley Council\n", G_STRUCT_OFFSET (QtrReportFront, unit),
    "Mary Hopper, Wexley Council" },
  { "Data to 31 Dec. 2021\n", G_STRUCT_OFFSET (QtrReportFront, data_to), "2021-12" },
  { "Produced 14/01/2022\n", G_STRUCT_OFFSET (QtrReportFront, produced), "2022-01" },
  { "Published on 1st February 2022\n", G_STRUCT_OFFSET (QtrReportFront, produced), "1st February 2022" },
};

static void
test_fronts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (FRONTS); i++) {
    g_autofree char *source =
        g_strdup_printf ("%s\n# Priority 1 – A\n\nWe will: Act.\n\n- a\n", FRONTS[i].lines);
    g_autoptr (QtrReport) report = read_source ("a.md", source, NULL, NULL);
    const QtrReportField *field = G_STRUCT_MEMBER_P (&report->front, FRONTS[i].field);

    g_test_message ("%s", FRONTS[i].lines);
    g_assert_cmpstr (field->text, ==, FRONTS[i].text);
  }
}

/* Parts of a report that are no narrative, and the line of the last word that must be listed for it. */
static const struct {
  const char *what;
  const char *source;
  const char *expected;
  guint n_unplaced;
} ASIDES[] = {
  { "a table before the first bullet", "Act.\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n- a\n", "    - a\n", 2 },
  { "a case study between commitments",
    "Act.\n\n- a\n\n### Case study\n\nWords.\n\n- b\n\n#### Deeper\n\n- c\n", "    - a\n", 5 },
  { "a heading that names nothing", "Act.\n\n- a\n\n## Voices\n\n> Words.\n", "    - a\n", 2 },
  { "an appendix", "Act.\n\n- a\n\n# Appendix A – Words\n\n- b\n", "    - a\n", 2 },
  { "words where nothing was reported", "Act.\n\nNothing has been reported yet.\n", "", 0 },
  { "a promise without a lead", "Act.\n\n- a\n\n### Plant a tree in every street.\n\n- b\n",
    "    - a\n  <> Plant a tree in every street.\n    - b\n", 0 },
  { "pictures and tags", "Act.\n\n- a <span class=\"x\">b</span>\n- ![c](d.png \"e\")\n",
    "    - a b\n    - c\n", 4 },
  { "an address that nothing leads to", "Act.\n\n- a\n\n[x]: https://a.example\n", "    - a\n", 1 },
};

static void
test_asides (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ASIDES); i++) {
    g_autofree char *source = g_strdup_printf ("## Priority 1 – A\n\n### We will:\n\n%s", ASIDES[i].source);
    g_autofree char *expected = g_strdup_printf ("1 A\n  <We will:> Act.\n%s", ASIDES[i].expected);
    g_autoptr (QtrReport) report = read_source ("a.md", source, NULL, NULL);
    g_autofree char *found = plan_text_of_report (report);

    g_test_message ("%s", ASIDES[i].what);
    g_assert_cmpstr (found, ==, expected);
    g_assert_cmpuint (report->unplaced->len, ==, ASIDES[i].n_unplaced);
  }
}

static const struct {
  const char *words;
  gboolean nil;
  const char *reason;
  guint n_bullets;
} NILS[] = {
  { "**Nil return:** The counts are\nlate.\n", TRUE, "The counts are late.", 0 },
  { "Nil return\n", TRUE, NULL, 0 },
  { "- Nil return: nobody was there\n", TRUE, "nobody was there", 0 },
  { "- Nil return: nobody was there\n- Two were.\n", FALSE, NULL, 2 },
  { "Nil returns came from two towns.\n", FALSE, NULL, 1 },
};

static void
test_nils (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NILS); i++) {
    g_autofree char *source =
        g_strdup_printf ("## Priority 1 – A\n\n#### We will:\n\nAct.\n\n%s", NILS[i].words);
    g_autoptr (QtrReport) report = read_source ("a.md", source, NULL, NULL);
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, 0);
    const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, 0);

    g_assert_cmpstr (commitment->text, ==, "Act.");
    g_assert_cmpint (commitment->nil_return, ==, NILS[i].nil);
    g_assert_cmpstr (commitment->nil_reason, ==, NILS[i].reason);
    g_assert_cmpuint (commitment->bullets->len, ==, NILS[i].n_bullets);
  }
}

static void
test_unplaced (void)
{
  g_autoptr (QtrReport) report = read_source (
      "a.md",
      "A stray line.\n\n# Priority 1 – A\n\nWe will: Act.\n\n- a\n\n| x | y |\n|---|---|\n| 1 | 2 |\n", NULL,
      NULL);
  static const guint lines[] = { 1, 9, 11 };

  g_assert_cmpuint (report->unplaced->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (((QtrReportRemark *) g_ptr_array_index (report->unplaced, i))->line, ==, lines[i]);
}

static void
test_refused (void)
{
  static const char binary[] = "Priority 1 – A\n\0We will:\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (binary, sizeof binary);
  g_autoptr (GError) headless = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) nulls = NULL;

  g_assert_null (read_source ("a.txt", "No heading.\n\n• one\n", NULL, &headless));
  g_assert_error (headless, QTR_ERROR, QTR_ERROR_SYNTAX);
  g_assert_null (read_source ("a.md", "", NULL, &empty));
  g_assert_error (empty, QTR_ERROR, QTR_ERROR_SYNTAX);
  g_assert_null (qtr_import_read ("a.txt", bytes, NULL, &nulls));
  g_assert_error (nulls, QTR_ERROR, QTR_ERROR_SYNTAX);
}

static void
test_loose (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("# A note\n\nWe will: see.\n\n- one\n  - two\n", 38);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrReport) report = qtr_import_read_loose ("a.md", bytes, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = plan_text_of_report (report);
  g_assert_cmpstr (found, ==, "0 \n  <> \n    - A note\n    - We will: see.\n    - one\n      - two\n");
}

/* Content decides where it is clear, and where the file's ending says nothing. */
static void
test_kinds (void)
{
  g_autoptr (GBytes) markdown = g_bytes_new_static ("x\n## y\n", 7);
  g_autoptr (GBytes) clear = g_bytes_new_static ("# x\n**y**\n", 10);
  g_autoptr (GBytes) text = g_bytes_new_static ("x\n#y\n", 5);

  g_assert_true (qtr_importer_find ("a.MD", text) == &qtr_markdown_importer);
  g_assert_true (qtr_importer_find ("a.txt", markdown) == &qtr_text_importer);
  g_assert_true (qtr_importer_find ("a.txt", clear) == &qtr_markdown_importer);
  g_assert_true (qtr_importer_find ("a", markdown) == &qtr_markdown_importer);
  g_assert_true (qtr_importer_find (NULL, text) == &qtr_text_importer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/texts", test_texts);
  g_test_add_func ("/import/areas", test_areas);
  g_test_add_func ("/import/evidence", test_evidence);
  g_test_add_func ("/import/known-areas", test_known_areas);
  g_test_add_func ("/import/quarters", test_quarters);
  g_test_add_func ("/import/fronts", test_fronts);
  g_test_add_func ("/import/asides", test_asides);
  g_test_add_func ("/import/nils", test_nils);
  g_test_add_func ("/import/front", test_front);
  g_test_add_func ("/import/unplaced", test_unplaced);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/loose", test_loose);
  g_test_add_func ("/import/kinds", test_kinds);
  return g_test_run ();
}
