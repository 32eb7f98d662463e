/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "check/finding.h"
#include "export/publication.h"
#include "model/edit.h"

#include "sample.h"

static QtrPublication *
publish (const QtrPlan *plan, const QtrPublicationOptions *options)
{
  g_autoptr (GError) error = NULL;
  QtrPublication *publication = qtr_publication_new (plan, sample_quarter (), options, &error);

  g_assert_no_error (error);
  return publication;
}

static const QtrNode *
child (const QtrNode *node, guint index)
{
  g_assert_cmpuint (index, <, node->children->len);
  return node->children->pdata[index];
}

static const char *
cell (const QtrTable *table, guint row, guint column)
{
  return ((const QtrTableCell *) ((const GPtrArray *) table->rows->pdata[row])->pdata[column])->text;
}

static void
test_front (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = publish (plan, NULL);
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *imprint = qtr_publication_get_imprint (publication, " ");

  g_assert_cmpstr (publication->marking, ==, "Official");
  g_assert_null (publication->draft);
  g_assert_cmpstr (title, ==, "Market Town Plan 2021-2025");
  g_assert_cmpstr (publication->quarter, ==, "Quarter 3 2023/24");
  g_assert_cmpstr (publication->data_to, ==, "December 2023");
  g_assert_cmpstr (imprint, ==, "Version 1.4 Produced January 2024 Figures Unit");
}

static void
test_order (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = publish (plan, NULL);
  const QtrNode *first = publication->nodes->pdata[0];
  const QtrNode *promise = child (first, 0);

  g_assert_cmpuint (publication->nodes->len, ==, 3);
  g_assert_cmpint (first->kind, ==, QTR_NODE_PRIORITY);
  g_assert_cmpstr (first->text, ==, "Priority 1 – Streets that feel safe");
  g_assert_cmpstr (promise->label, ==, "We will:");
  g_assert_cmpuint (promise->children->len, ==, 3);
  g_assert_cmpstr (child (promise, 1)->label, ==, "Northmere");
  g_assert_cmpstr (child (child (child (promise, 1), 0), 0)->text, ==, "Twice on Sundays.");
  g_assert_null (child (promise, 2)->text);
  g_assert_cmpstr (child (child (first, 1), 0)->label, ==, "Nil return");
  g_assert_cmpint (child (first, 2)->kind, ==, QTR_NODE_FIGURES);
  g_assert_cmpint (((const QtrNode *) publication->nodes->pdata[2])->kind, ==, QTR_NODE_CORRECTIONS);
}

static void
test_figures (void)
{
  static const char *const row[] = {
    "Warden patrols (patrols)", "917", "884", "786", "+131", "+16.7%", "900", "On target"
  };
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPublication) publication = publish (plan, NULL);
  const QtrNode *figures = child (publication->nodes->pdata[0], 2);
  const QtrTable *rates = child (child (publication->nodes->pdata[1], 1), 0)->table;

  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    g_assert_cmpstr (cell (child (figures, 0)->table, 0, i), ==, row[i]);
  g_assert_cmpint (child (figures, 1)->kind, ==, QTR_NODE_CHART);
  g_assert_nonnull (child (figures, 1)->chart);
  g_assert_cmpuint (child (child (figures, 1), 0)->table->rows->len, ==, 11);
  g_assert_cmpstr (cell (rates, 0, 4), ==, "+11 points");
  g_assert_cmpstr (cell (rates, 0, 5), ==, "not applicable");
}

static void
test_missing_figures_have_words (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) without = qtr_edit_remove (plan, "o-600-31-10");
  g_autoptr (QtrPublication) publication = publish (without, NULL);
  const QtrTable *table = child (child (publication->nodes->pdata[0], 2), 0)->table;

  g_assert_cmpstr (cell (table, 0, 1), ==, "no data");
  g_assert_cmpstr (cell (table, 0, 4), ==, "no data");
  g_assert_cmpstr (cell (table, 1, 6), ==, "no target");
}

static void
test_corrections (void)
{
  static const char *const row[] = { "Warden patrols",
                                     "Q2 2023/24",
                                     "871",
                                     "884",
                                     "+13 (+1.5%)",
                                     "Late data",
                                     "Thirteen patrols were entered late.",
                                     "not given" };
  g_autoptr (QtrPlan) sample = sample_plan ();
  g_autoptr (QtrPlan) plan = qtr_edit_set (sample, "v2", "nature", "Late data", NULL);
  g_autoptr (QtrPublication) publication = publish (plan, NULL);
  const QtrTable *table = child (publication->nodes->pdata[2], 1)->table;

  g_assert_cmpuint (table->rows->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    g_assert_cmpstr (cell (table, 0, i), ==, row[i]);
}

/* A published update goes on saying what it said when a later one restates it, and has no corrections of it.
 */
static void
test_published_stays (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  const QtrUpdate *update = qtr_plan_find_update (plan, sample_quarter ());
  g_autoptr (QtrPlan) published = qtr_edit_set_state (plan, update->record.id, QTR_STATE_PUBLISHED);
  g_autoptr (QtrPlan) next = qtr_edit_roll_forward (published, qtr_period_add (sample_quarter (), 1));
  g_autoptr (QtrPlan) restated =
      qtr_edit_tell (next, "m1", sample_quarter (), NULL, (QtrDecimal) { 777777, 0 }, FALSE,
                     sample_quarter (), &(QtrRestatement) { "Late data", "It came late.", NULL });
  g_autoptr (QtrPublication) before = publish (published, NULL);
  g_autoptr (QtrPublication) after = publish (restated, NULL);
  g_autofree char *before_words = sample_words (before);
  g_autofree char *after_words = sample_words (after);

  g_assert_true (restated != next);
  g_assert_cmpstr (after_words, ==, before_words);
}

/* An update corrects what it restates itself: not what was known before it, nor what only a later one says.
 */
static void
test_corrections_of_other_updates (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) earlier = qtr_edit_set (plan, "v2", "update", "u1", NULL);
  g_autoptr (QtrPlan) later = qtr_edit_add_update (plan, qtr_period_add (sample_quarter (), 1));
  const QtrUpdate *next = qtr_plan_get_latest_update (later);
  g_autoptr (QtrPlan) future = qtr_edit_set (later, "v2", "update", next->record.id, NULL);
  g_autoptr (QtrPlan) imported = qtr_edit_set (plan, "v1", "update", NULL, NULL);
  const QtrPlan *const plans[] = { earlier, future, imported };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (QtrPublication) publication = publish (plans[i], NULL);

    g_assert_cmpuint (publication->nodes->len, ==, 2);
  }
}

static void
test_audience_leaves_out_and_counts (void)
{
  static const QtrPublicationOptions lower = { .audience = "official" };
  static const QtrPublicationOptions higher = { .audience = "Official-Sensitive" };
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) secret = qtr_edit_set (plan, "b2", "marking", "Official-Sensitive", NULL);
  g_autoptr (QtrPlan) hidden = qtr_edit_set (secret, "o-140--4-3", "marking", "Official-Sensitive", NULL);
  g_autoptr (QtrPlan) marked = qtr_edit_set (hidden, "b8", "marking", "no such marking", NULL);
  g_autoptr (QtrPublication) usual = publish (marked, NULL);
  g_autoptr (QtrPublication) official = publish (marked, &lower);
  g_autoptr (QtrPublication) whole = publish (hidden, &higher);
  g_autofree char *words = sample_words (official);
  g_autofree char *usual_words = sample_words (usual);
  g_autofree char *all = sample_words (whole);

  g_assert_cmpstr (words, ==, usual_words);
  g_assert_cmpuint (official->n_left_out, ==, 5);
  g_assert_null (strstr (words, "Harbour"));
  g_assert_null (strstr (words, "Lamps mended"));
  g_assert_null (strstr (words, "78 in 100"));
  g_assert_nonnull (strstr (words, "5 bullets are left out"));
  g_assert_nonnull (strstr (words, "What is reported here is marked above this copy."));
  g_assert_cmpstr (whole->marking, ==, "Official-Sensitive");
  g_assert_cmpuint (whole->n_left_out, ==, 0);
  g_assert_nonnull (strstr (all, "Lamps mended"));
}

static void
test_audience_withholds_rates_of_hidden_measures (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) rate = qtr_edit_set (plan, "m3", "numerator", "m2", NULL);
  g_autoptr (QtrPlan) hidden = qtr_edit_set (rate, "m2", "marking", "Official-Sensitive", NULL);
  g_autoptr (QtrPublication) publication = publish (hidden, NULL);
  g_autofree char *words = sample_words (publication);

  g_assert_null (strstr (words, "Calls answered within"));
}

static void
test_refusals (void)
{
  static const struct {
    const char *audience;
    int quarters;
    int code;
  } cases[] = {
    { "Public", 0, QTR_ERROR_REFUSED },
    { "Cosmic", 0, QTR_ERROR_NOT_FOUND },
    { NULL, 1, QTR_ERROR_NOT_FOUND },
  };
  g_autoptr (QtrPlan) plan = sample_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrPublicationOptions options = { .audience = cases[i].audience };
    QtrPeriod quarter = qtr_period_add (sample_quarter (), cases[i].quarters);
    g_autoptr (GError) error = NULL;

    g_assert_null (qtr_publication_new (plan, quarter, &options, &error));
    g_assert_error (error, QTR_ERROR, cases[i].code);
  }
}

static QtrFinding *
finding (QtrSeverity severity, const char *message)
{
  QtrFinding *made = g_new0 (QtrFinding, 1);

  made->severity = severity;
  made->message = (char *) message;
  return made;
}

static void
test_draft_says_what_stands_open (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) secret = qtr_edit_set (plan, "b1", "marking", "Official-Sensitive", NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  QtrPublicationOptions options = { .draft = TRUE, .findings = findings };
  g_autoptr (QtrPublication) done = publish (plan, &options);
  g_autoptr (QtrPublication) draft = NULL;
  g_autoptr (QtrPublication) lesser = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_add (findings, finding (QTR_SEVERITY_WARNING, "A warning about 914."));
  g_ptr_array_add (findings, finding (QTR_SEVERITY_NOTICE, "Only a notice."));
  g_ptr_array_add (findings, finding (QTR_SEVERITY_ERROR, "Something is missing."));
  draft = publish (plan, &options);
  lesser = publish (secret, &options);
  words = sample_words (lesser);

  g_assert_true (g_str_has_prefix (done->draft, "DRAFT"));
  g_assert_null (strstr (done->draft, "0"));
  g_assert_cmpstr (draft->draft, ==, "DRAFT – 1 error and 1 warning still open");
  g_assert_cmpuint (((const QtrNode *) draft->nodes->pdata[0])->children->len, ==, 2);
  g_assert_cmpstr (child (draft->nodes->pdata[0], 0)->text, ==, "Something is missing.");
  g_assert_cmpstr (child (draft->nodes->pdata[0], 1)->text, ==, "A warning about 914.");
  g_assert_nonnull (strstr (words, "1 error and 1 warning"));
  g_assert_null (strstr (words, "914"));
}

static void
test_empty_commitment_says_so (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) without = qtr_edit_remove (plan, "s3");
  g_autoptr (QtrPublication) publication = publish (without, NULL);

  g_assert_cmpstr (child (child (publication->nodes->pdata[1], 0), 0)->text, ==,
                   "Nothing has been reported yet.");
}

/* Whatever is typed, every writer gets one line of valid text. */
static void
test_texts_are_clean (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (QtrPlan) dirty = qtr_edit_set (plan, "b1", "text", " a\x01z\n\tb\xc2\x85 c\xef\xbf\xbf ", NULL);
  g_autoptr (QtrPublication) publication = publish (dirty, NULL);

  g_assert_cmpstr (child (child (publication->nodes->pdata[0], 0), 0)->text, ==, "a z  b  c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/publication/front", test_front);
  g_test_add_func ("/export/publication/order", test_order);
  g_test_add_func ("/export/publication/figures", test_figures);
  g_test_add_func ("/export/publication/missing-figures-have-words", test_missing_figures_have_words);
  g_test_add_func ("/export/publication/corrections", test_corrections);
  g_test_add_func ("/export/publication/published-stays", test_published_stays);
  g_test_add_func ("/export/publication/corrections-of-other-updates", test_corrections_of_other_updates);
  g_test_add_func ("/export/publication/audience-leaves-out-and-counts", test_audience_leaves_out_and_counts);
  g_test_add_func ("/export/publication/audience-withholds-rates",
                   test_audience_withholds_rates_of_hidden_measures);
  g_test_add_func ("/export/publication/refusals", test_refusals);
  g_test_add_func ("/export/publication/draft", test_draft_says_what_stands_open);
  g_test_add_func ("/export/publication/empty-commitment", test_empty_commitment_says_so);
  g_test_add_func ("/export/publication/clean", test_texts_are_clean);
  return g_test_run ();
}
