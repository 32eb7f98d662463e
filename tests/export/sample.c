/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/publication.h"
#include "model/edit.h"
#include "model/review.h"

#include "sample.h"

QtrPeriod
sample_quarter (void)
{
  QtrPeriod quarter = QTR_PERIOD_UNSET;

  g_assert_true (qtr_period_parse ("2023-24-Q3", 4, &quarter, NULL));
  return quarter;
}

/* Takes over a reference and gives a list of it; for building trees in one expression. */
static QtrList *
list_of (gpointer first, ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  va_list more;

  va_start (more, first);
  for (gpointer record = first; record != NULL; record = va_arg (more, gpointer))
    g_ptr_array_add (records, record);
  va_end (more);
  return qtr_list_new_from_array (records);
}

static gpointer
bullet (const char *id, const char *area, const char *text, QtrList *children)
{
  g_autoptr (QtrList) bullets = children;

  return qtr_record_new (&qtr_bullet_type, "id", id, "area", area, "text", text, "bullets", bullets, NULL);
}

static gpointer
commitment (const char *id, const char *lead, const char *text)
{
  return qtr_record_new (&qtr_commitment_type, "id", id, "lead", lead, "text", text, NULL);
}

static gpointer
priority (const char *id, int number, const char *title, QtrList *commitments)
{
  g_autoptr (QtrList) list = commitments;

  return qtr_record_new (&qtr_priority_type, "id", id, "number", number, "title", title, "commitments", list,
                         NULL);
}

static gpointer
observation (int index, int first, int step)
{
  const int year = 2021 + index / 4;
  g_autofree char *period = g_strdup_printf ("%d-%02d-Q%d", year, (year + 1) % 100, index % 4 + 1);
  g_autofree char *id = g_strdup_printf ("o-%d-%d-%d", first, step, index);
  g_autofree char *vintage_id = g_strdup_printf ("v-%d-%d-%d", first, step, index);
  QtrDecimal value = { first + index * step + (index % 3) * 7, 0 };
  g_autoptr (QtrList) vintages =
      list_of (qtr_record_new (&qtr_vintage_type, "id", vintage_id, "value", value, NULL), NULL);

  return qtr_record_new (&qtr_observation_type, "id", id, "period", period, "vintages", vintages, NULL);
}

static gpointer
measure (const char *id, const char *name, const char *unit, QtrGood good, const char *priority_id, int first,
         int step)
{
  g_autoptr (QtrTokens) priorities = qtr_tokens_new (&priority_id, 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) observations = NULL;

  for (int i = 0; i < 11; i++)
    g_ptr_array_add (records, observation (i, first, step));
  observations = qtr_list_new_from_array (records);
  return qtr_record_new (&qtr_measure_type, "id", id, "name", name, "unit", unit, "good", good, "priorities",
                         priorities, "observations", observations, NULL);
}

static QtrList *
sample_priorities (void)
{
  return list_of (
      priority ("p1", 1, "Streets that feel safe",
                list_of (commitment ("c1", "We will:", "Put two wardens on every market street."),
                         commitment ("c2", "With our partners we will:", "Mend lamps within a week."), NULL)),
      priority (
          "p2", 2, "Calls answered in time",
          list_of (commitment ("c3", "We will:", "Answer nine calls in ten within ten seconds."), NULL)),
      NULL);
}

static QtrList *
sample_measures (void)
{
  g_autoptr (QtrList) targets =
      list_of (qtr_record_new (&qtr_target_type, "id", "t1", "value", ((QtrDecimal) { 900, 0 }), NULL), NULL);
  g_autoptr (QtrMeasure) patrols = measure ("m1", "Warden patrols", "patrols", QTR_GOOD_UP, "p1", 600, 31);

  return list_of (qtr_record_with (patrols, "targets", targets, NULL),
                  measure ("m2", "Lamps mended", "lamps", QTR_GOOD_UP, "p1", 140, -4),
                  measure ("m3", "Calls answered within ten seconds", "%", QTR_GOOD_UP, "p2", 61, 1), NULL);
}

static QtrList *
sample_sections (void)
{
  g_autoptr (QtrList) first = list_of (
      bullet ("b1", NULL, "There were 917 patrols on 12 market streets.", NULL),
      bullet ("b2", "Northmere", "Two wardens joined in May & another in June.",
              list_of (bullet ("b3", "Harbour", "Stalls on the quay were visited daily.",
                               list_of (bullet ("b4", NULL, "Twice on Sundays.", NULL), NULL)),
                       bullet ("b5", NULL, "A radio was lent to every stall.", NULL), NULL)),
      bullet ("b6", NULL, NULL, list_of (bullet ("b7", "Eastwold", "No market was held.", NULL), NULL)),
      NULL);
  g_autoptr (QtrList) third =
      list_of (bullet ("b8", NULL, "78 in 100 calls were answered within ten seconds.", NULL), NULL);

  return list_of (qtr_record_new (&qtr_section_type, "id", "s1", "commitment", "c1", "bullets", first, NULL),
                  qtr_record_new (&qtr_section_type, "id", "s2", "commitment", "c2", "nil_return", TRUE,
                                  "nil_reason", "The contract begins in April.", NULL),
                  qtr_record_new (&qtr_section_type, "id", "s3", "commitment", "c3", "bullets", third, NULL),
                  NULL);
}

static gpointer
sample_update (const char *id, const char *quarter, const char *data_to, const char *produced,
               const QtrList *sections)
{
  return qtr_record_new (&qtr_update_type, "id", id, "quarter", quarter, "marking", "Official", "title",
                         "Market Town Plan", "plan_period", "2021-2025", "data_to", data_to, "version", "1.4",
                         "produced", produced, "produced_by", "Figures Unit", "sections", sections, NULL);
}

static QtrPlan *
restate (const QtrPlan *plan)
{
  g_autoptr (QtrVintage) before = qtr_record_new (&qtr_vintage_type, "id", "v1", "value",
                                                  ((QtrDecimal) { 871, 0 }), "update", "u1", NULL);
  g_autoptr (QtrVintage) now =
      qtr_record_new (&qtr_vintage_type, "id", "v2", "value", ((QtrDecimal) { 884, 0 }), "update", "u2",
                      "reason", "Thirteen patrols were entered late.", NULL);
  QtrPeriod earlier = qtr_period_add (sample_quarter (), -1);
  g_autoptr (QtrPlan) published = qtr_edit_observe (plan, "m1", earlier, NULL, before);

  return qtr_edit_observe (published, "m1", earlier, NULL, now);
}

QtrPlan *
sample_plan (void)
{
  static const char *const words[] = { "Public", "Official", "Official-Sensitive" };
  g_autoptr (QtrTokens) markings = qtr_tokens_new (words, G_N_ELEMENTS (words));
  g_autoptr (QtrList) priorities = sample_priorities ();
  g_autoptr (QtrList) measures = sample_measures ();
  g_autoptr (QtrList) sections = sample_sections ();
  g_autoptr (QtrList) updates =
      list_of (sample_update ("u1", "2023-24-Q2", "2023-09", "2023-10", NULL),
               sample_update ("u2", "2023-24-Q3", "2023-12", "2024-01", sections), NULL);
  g_autoptr (QtrPlan) plan =
      qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Market Town Plan", "body", "Northmere Wardens",
                      "years", "2021-2025", "first_month", 4, "markings", markings, "priorities", priorities,
                      "measures", measures, "updates", updates, NULL);

  return restate (plan);
}

QtrPlan *
sample_plan_saying (const char *text)
{
  static const struct {
    const char *id;
    const char *field;
  } places[] = {
    { "u2", "marking" },     { "u2", "title" }, { "u2", "plan_period" }, { "u2", "version" },
    { "u2", "produced_by" }, { "p1", "title" }, { "c1", "lead" },        { "c1", "text" },
    { "b1", "text" },        { "b2", "area" },  { "b3", "text" },        { "s2", "nil_reason" },
    { "m1", "name" },        { "m2", "unit" },  { "v2", "reason" },      { "plan", "body" },
  };
  QtrPlan *plan = sample_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (QtrPlan) before = plan;

    plan = qtr_edit_set (before, places[i].id, places[i].field, text, NULL);
  }
  return plan;
}

static void
add_words (GString *words, const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", text != NULL ? text : "", 0, 0);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", *part);
}

static void
add_table (GString *words, const QtrTable *table)
{
  add_words (words, table->caption);
  for (guint i = 0; i < table->columns->len; i++)
    add_words (words, ((const QtrTableColumn *) table->columns->pdata[i])->title);
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = table->rows->pdata[i];

    g_assert_cmpuint (row->len, ==, table->columns->len);
    for (guint j = 0; j < row->len; j++) {
      const char *text = ((const QtrTableCell *) row->pdata[j])->text;

      g_assert_nonnull (text);
      g_assert_cmpstr (text, !=, "");
      add_words (words, text);
    }
  }
}

static void
add_node (GString *words, const QtrNode *node)
{
  add_words (words, node->label);
  add_words (words, node->text);
  if (node->chart != NULL)
    add_words (words, qtr_chart_get_description (node->chart));
  if (node->table != NULL)
    add_table (words, node->table);
  for (guint i = 0; i < node->children->len; i++)
    add_node (words, node->children->pdata[i]);
}

char *
sample_words (const QtrPublication *publication)
{
  GString *words = g_string_new (NULL);
  const char *const front[] = { publication->draft,   publication->title,    publication->years,
                                publication->kind,    publication->quarter,  publication->data_to,
                                publication->version, publication->produced, publication->produced_by };

  for (guint i = 0; i < G_N_ELEMENTS (front); i++)
    add_words (words, front[i]);
  for (guint i = 0; i < publication->nodes->len; i++)
    add_node (words, publication->nodes->pdata[i]);
  return g_string_free (words, FALSE);
}

void
sample_assert_in_order (const char *words, const char *text)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  const char *at = text;

  for (char **word = each; *word != NULL; word++) {
    const char *found = strstr (at, *word);

    if (found == NULL)
      g_error ("“%s” is missing after “%.*s”", *word, 60, at > text + 60 ? at - 60 : text);
    at = found + strlen (*word);
  }
}
