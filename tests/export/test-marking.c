/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "export/exporter.h"
#include "model/edit.h"

#include "packed.h"
#include "sample.h"

/* No word of a sample has these letters, and no number these digits. */
#define SECRET "zqx"
#define SECRET_NUMBER 86420

#define HIGHER "Official-Sensitive"

/* Takes over the plan. */
static QtrPlan *
set (QtrPlan *plan, const char *id, const char *field, const char *value)
{
  g_autoptr (QtrPlan) before = plan;

  return qtr_edit_set (before, id, field, value, NULL);
}

/* A record of which every text is a secret. */
static gpointer
plant_record (const QtrRecordType *type)
{
  gpointer record = qtr_record_new (type, "id", NULL, NULL);

  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];
    g_autofree char *text = g_strdup_printf (SECRET "-%s-%s", type->name, field->name);
    g_autoptr (QtrRecord) before = record;
    QtrValue value = { .string = text };

    record = (field->kind == QTR_FIELD_TEXT || field->kind == QTR_FIELD_TOKEN) && field->check == NULL
                 ? qtr_record_with_value (before, field, value)
                 : qtr_record_ref (before);
  }
  return record;
}

/* What is beside the narrative, and what is the writers' own: one record of each kind, whatever kinds there
 * are. */
static QtrPlan *
plant_lists (const QtrPlan *plan)
{
  static const char *const told[] = { "areas", "priorities", "measures", "updates", "statuses", NULL };
  QtrPlan *planted = qtr_record_ref (plan);

  for (guint i = 0; i < qtr_plan_type.n_fields; i++) {
    const QtrField *field = &qtr_plan_type.fields[i];
    g_autoptr (QtrPlan) before = planted;
    g_autoptr (QtrRecord) record = NULL;
    g_autoptr (QtrList) list = NULL;

    if (field->kind != QTR_FIELD_LIST || g_strv_contains (told, field->name)) {
      planted = qtr_record_ref (before);
      continue;
    }
    record = plant_record (field->element);
    list = qtr_list_insert (NULL, 0, record);
    planted = qtr_record_with_value (before, field, (QtrValue) { .list = list });
  }
  return planted;
}

static QtrPlan *
replace_measure (const QtrPlan *plan, const char *id, const char *field, const QtrRecord *element)
{
  guint index = 0;
  const QtrMeasure *measure = qtr_list_find (plan->measures, id, &index);
  g_autoptr (QtrList) list = qtr_list_insert (NULL, 0, element);
  g_autoptr (QtrMeasure) changed = qtr_record_with (measure, field, list, NULL);
  g_autoptr (QtrList) measures = qtr_list_replace (plan->measures, index, changed);

  return qtr_record_with (plan, "measures", measures, NULL);
}

static QtrPlan *
plant_annotation (const QtrPlan *plan)
{
  g_autoptr (QtrAnnotation) annotation = qtr_record_new (
      &qtr_annotation_type, "period", "2023-24-Q2", "marking", HIGHER, "text", SECRET "-annotation", NULL);

  return replace_measure (plan, "m1", "annotations", (const QtrRecord *) annotation);
}

/* The update before says something that is marked higher, and has notes for its presenter. */
static QtrPlan *
plant_updates (const QtrPlan *plan)
{
  g_autoptr (QtrSection) section = plant_record (&qtr_section_type);
  g_autoptr (QtrHeadline) headline = plant_record (&qtr_headline_type);
  g_autoptr (QtrList) sections = qtr_list_insert (NULL, 0, section);
  g_autoptr (QtrList) headlines = qtr_list_insert (NULL, 0, headline);
  const QtrUpdate *before = qtr_list_find (plan->updates, "u1", NULL);
  const QtrUpdate *now = qtr_list_find (plan->updates, "u2", NULL);
  g_autoptr (QtrUpdate) first =
      qtr_record_with (before, "sections", sections, "headlines", headlines, "title", SECRET "-title", NULL);
  g_autoptr (QtrUpdate) second = qtr_record_with (now, "headlines", headlines, NULL);
  g_autoptr (QtrList) one = qtr_list_replace (plan->updates, 0, first);
  g_autoptr (QtrList) both = qtr_list_replace (one, 1, second);

  return qtr_record_with (plan, "updates", both, NULL);
}

/* A measure that is hidden because one of its values is. */
static QtrPlan *
plant_value (const QtrPlan *plan)
{
  QtrPeriod quarter = sample_quarter ();
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { SECRET_NUMBER, 0 }), "reason",
                      SECRET "-reason", "origin", SECRET "-origin", NULL);

  return qtr_edit_observe (plan, "m2", qtr_period_add (quarter, -3), NULL, vintage);
}

static QtrPlan *
plant (void)
{
  g_autoptr (QtrPlan) sample = sample_plan ();
  g_autoptr (QtrPlan) listed = plant_lists (sample);
  g_autoptr (QtrPlan) annotated = plant_annotation (listed);
  g_autoptr (QtrPlan) told = plant_updates (annotated);
  QtrPlan *plan = plant_value (told);

  plan = set (plan, "b2", "marking", HIGHER);
  plan = set (plan, "b2", "text", SECRET "-bullet");
  plan = set (plan, "b2", "area", SECRET "-area");
  plan = set (plan, "b3", "text", SECRET "-child");
  plan = set (plan, "b4", "text", "There were {{m2 value}} lamps, " SECRET "-link.");
  plan = set (plan, "b1", "text", "There were {{m2 value}} lamps, " SECRET "-link.");
  plan = set (plan, "m2", "name", SECRET "-measure");
  plan = set (plan, "m2", "unit", SECRET "-unit");
  plan = set (plan, "m2", "source", SECRET "-source");
  plan = set (plan, "o-140--4-3", "marking", HIGHER);
  plan = set (plan, "o-140--4-3", "note", SECRET "-hidden-note");
  plan = set (plan, "o-600-31-3", "note", SECRET "-note");
  plan = set (plan, "v-600-31-3", "origin", SECRET "-file");
  return plan;
}

/* --- What can be read in a file --- */

static void
append_bytes (GString *out, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_string_append_len (out, data, (gssize) size);
}

static void
run_peer (GString *out, const char *const *argv, GBytes *input)
{
  g_autoptr (GError) error = NULL;
  GSubprocessFlags flags =
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : 0);
  g_autoptr (GSubprocess) peer = g_subprocess_newv (argv, flags, &error);
  g_autoptr (GBytes) output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (peer, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (peer));
  append_bytes (out, output);
}

/* The pages' words, and all that the document holds besides, unpacked. */
static void
unpack_pdf (GString *out, GBytes *bytes)
{
  static const char *const words[] = { "pdftotext", "-", "-", NULL };
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("marking-XXXXXX.pdf", &path, NULL);
  const char *const streams[] = { "qpdf", "--qdf", "--object-streams=disable", path, "-", NULL };
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  run_peer (out, words, bytes);
  run_peer (out, streams, NULL);
  g_remove (path);
}

static void
unpack_zip (GString *out, GBytes *bytes)
{
  g_autoptr (GHashTable) members = packed_list (bytes);
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer member = NULL;

  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &name, &member)) {
    g_string_append_printf (out, "%s\n", (const char *) name);
    append_bytes (out, member);
  }
}

/* A text of several bytes a letter, as some formats write it, counts as well. */
static gboolean
holds (const GString *bytes, const char *words)
{
  g_autofree char *capitals = g_ascii_strup (words, -1);
  gsize length = strlen (words);
  char wide[64] = { 0 };

  for (gsize i = 0; i < length; i++)
    wide[2 * i + 1] = words[i];
  return memmem (bytes->str, bytes->len, words, length) != NULL ||
         memmem (bytes->str, bytes->len, capitals, length) != NULL ||
         memmem (bytes->str, bytes->len, wide, 2 * length) != NULL;
}

static GString *
unpack (const QtrExporter *exporter, GBytes *bytes)
{
  GString *out = g_string_new (NULL);

  append_bytes (out, bytes);
  if (g_str_equal (exporter->extension, "pdf"))
    unpack_pdf (out, bytes);
  else if (g_str_has_prefix (out->str, "PK"))
    unpack_zip (out, bytes);
  return out;
}

static GString *
export_copy (const QtrPlan *plan, const QtrExporter *exporter, const char *audience)
{
  QtrPublicationOptions options = { .draft = TRUE, .audience = audience };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qtr_export (plan, sample_quarter (), exporter->extension, &options, &error);

  g_assert_no_error (error);
  return unpack (exporter, bytes);
}

static void
assert_none (const GString *copy, const char *extension, const char *secret)
{
  const char *found = NULL;

  if (!holds (copy, secret))
    return;
  found = memmem (copy->str, copy->len, secret, strlen (secret));
  g_error ("the copy as %s tells: %.60s", extension, found != NULL ? found : secret);
}

static void
test_lower_copy_has_no_secret (void)
{
  g_autoptr (QtrPlan) plan = plant ();
  guint n_exporters = 0;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++) {
    g_autoptr (GString) copy = export_copy (plan, exporters[i], "Official");

    assert_none (copy, exporters[i]->extension, SECRET);
    assert_none (copy, exporters[i]->extension, "86420");
    assert_none (copy, exporters[i]->extension, "86,420");
    g_assert_true (exporters[i] == &qtr_pdf_exporter || holds (copy, "Warden patrols"));
  }
}

/* The test above would find a secret if one were there: those who may see it do. */
static void
test_higher_copy_has_them (void)
{
  static const char *const told[] = { SECRET "-bullet", SECRET "-child", SECRET "-link" };
  g_autoptr (QtrPlan) plan = plant ();
  guint n_exporters = 0;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++) {
    g_autoptr (GString) copy = export_copy (plan, exporters[i], HIGHER);

    for (guint j = 0; j < G_N_ELEMENTS (told) && exporters[i] != &qtr_csv_exporter; j++)
      if (!holds (copy, told[j]))
        g_error ("the copy as %s has no %s", exporters[i]->extension, told[j]);
    g_assert_true (holds (copy, SECRET "-measure"));
    assert_none (copy, exporters[i]->extension, SECRET "-comment");
    assert_none (copy, exporters[i]->extension, SECRET "-headline");
    assert_none (copy, exporters[i]->extension, SECRET "-person");
    assert_none (copy, exporters[i]->extension, SECRET "-note");
    assert_none (copy, exporters[i]->extension, SECRET "-file");
  }
}

/* A rate that is left out is not to be had by dividing what is left. */
static void
test_hidden_rate_hides_its_numerator (void)
{
  g_autoptr (QtrPlan) sample = sample_plan ();
  QtrPlan *marked = set (qtr_record_ref (sample), "m3", "marking", HIGHER);
  g_autoptr (QtrPlan) below = set (marked, "m3", "denominator", "m1");
  g_autoptr (QtrPlan) rate = set (qtr_record_ref (below), "m3", "numerator", "m2");
  g_autoptr (QtrPublication) whole = qtr_publication_new (below, sample_quarter (), NULL, NULL);
  g_autoptr (QtrPublication) copy = qtr_publication_new (rate, sample_quarter (), NULL, NULL);
  g_autofree char *whole_words = sample_words (whole);
  g_autofree char *words = sample_words (copy);

  g_assert_nonnull (strstr (whole_words, "Lamps mended"));
  g_assert_null (strstr (words, "Lamps mended"));
  g_assert_nonnull (strstr (words, "Warden patrols"));
}

static void
test_linked_figures_hide_their_bullets (void)
{
  g_autoptr (QtrPlan) plan = plant ();
  QtrPublicationOptions options = { .audience = "Official" };
  g_autoptr (QtrPublication) copy = qtr_publication_new (plan, sample_quarter (), &options, NULL);

  /* Four that stand in or below the marked one, and the one that tells the figure. */
  g_assert_cmpuint (copy->n_left_out, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/marking/lower-copy-has-no-secret", test_lower_copy_has_no_secret);
  g_test_add_func ("/export/marking/higher-copy-has-them", test_higher_copy_has_them);
  g_test_add_func ("/export/marking/hidden-rate", test_hidden_rate_hides_its_numerator);
  g_test_add_func ("/export/marking/linked-figures", test_linked_figures_hide_their_bullets);
  return g_test_run ();
}
