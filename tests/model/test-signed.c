/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/signed.h"

#include <string.h>

#include "signed-plan.h"

/*
 * What the tables leave unsigned of the records that are signed, and why. Whatever else is in a table is
 * signed.
 */
static const struct {
  const QtrRecordType *type;
  const char *field;
  const char *reason;
} unsigned_fields[] = {
  { &qtr_plan_type, "format", "is the file's" },
  { &qtr_commitment_type, "from", "that it holds in the quarter is told by its being there" },
  { &qtr_commitment_type, "until", "an end that comes later changes nothing of what was said" },
  { &qtr_commitment_type, "successor", "what comes after it was not there to be signed" },
  { &qtr_priority_type, "from", "as of a commitment" },
  { &qtr_priority_type, "until", "as of a commitment" },
  { &qtr_priority_type, "successor", "as of a commitment" },
  { &qtr_bullet_type, "carried", "says where words come from, not what they say" },
  { &qtr_measure_type, "owner", "is printed nowhere" },
  { &qtr_measure_type, "priorities", "that a priority shows it is told by its being there" },
  { &qtr_measure_type, "retired_from", "as of a commitment" },
  { &qtr_vintage_type, "update", "is written when it is published, which is after it was signed" },
  { &qtr_vintage_type, "version", "likewise" },
  { &qtr_vintage_type, "origin", "says where a value comes from, not what it is" },
};

static gboolean
is_unsigned (const QtrRecordType *type, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (unsigned_fields); i++)
    if (unsigned_fields[i].type == type && g_str_equal (unsigned_fields[i].field, field))
      return TRUE;

  return FALSE;
}

/* Signed by the first priority, by the second one, and as a whole. */
static QtrPlan *
make_signed (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = sign (plan, "p1", "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) second = sign (first, "p2", "Anna Alder", "2020-01-02");

  return sign (second, NULL, "Anna Alder", "2020-01-02");
}

/* Which of the three are reopened, as in "1w", and whether each of these names @id. */
static char *
reopened (const QtrPlan *plan, const char *id)
{
  g_autoptr (GPtrArray) answers = qtr_sign_offs_verify (plan, NULL, NULL);
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (answers->len, ==, 3);
  for (guint i = 0; i < answers->len; i++) {
    const QtrSignOffAnswer *answer = answers->pdata[i];
    gboolean is_named = id == NULL;

    for (guint j = 0; j < answer->changes->len; j++) {
      const QtrSignedChange *change = &g_array_index (answer->changes, QtrSignedChange, j);
      g_autofree char *words = qtr_signed_change_to_words (plan, change);

      g_assert_true (g_utf8_validate (words, -1, NULL));
      is_named |= g_strcmp0 (change->id, id) == 0;
    }
    if (answer->state == QTR_SIGN_OFF_GOOD)
      continue;
    g_assert_cmpint (answer->state, ==, QTR_SIGN_OFF_CHANGED);
    g_string_append (text, i == 0 ? "1" : i == 1 ? "2" : "w");
    if (!is_named)
      g_string_append (text, "?");
  }
  return g_string_free_and_steal (text);
}

/* What has to be reopened when a record changes, by its id's last digit. */
static const char *
expected_for (const QtrRecord *record)
{
  char last = record->id[strlen (record->id) - 1];

  return last == '1' ? "1w" : last == '2' ? "2w" : last == '0' ? "" : "12w";
}

static gpointer
change_field (const QtrRecord *record, const QtrField *field, gboolean is_signed)
{
  static const char *const words[] = { "other", "p1" };
  QtrValue value = qtr_record_get (record, field);
  /* A measure stays with the priority that shows it. */
  guint n_words = field->kind == QTR_FIELD_TOKENS && value.tokens != NULL ? 2 : 1;
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (words, n_words);

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
    value.string = g_str_equal (field->name, "accent") ? "#123456" : "other";
    break;
  case QTR_FIELD_PERIOD:
    /* What is unsigned is changed so that all is there that was there, and what is later stays so. */
    value.string = g_str_equal (field->name, "from") && !is_signed    ? "2011-12-Q1"
                   : is_signed && !g_str_has_suffix (record->id, "0") ? "2018-19-Q4"
                                                                      : "2029-30-Q1";
    break;
  case QTR_FIELD_CHOICE:
    value.number = value.number == 0;
    break;
  case QTR_FIELD_COUNT:
    value.number = value.number == 2 ? 3 : 2;
    break;
  case QTR_FIELD_FLAG:
    value.number = !value.number;
    break;
  case QTR_FIELD_DECIMAL:
    value.decimal = (QtrDecimal) { 123, 1 };
    break;
  case QTR_FIELD_TOKENS:
    value.tokens = tokens;
    break;
  case QTR_FIELD_LIST:
  default:
    g_assert_not_reached ();
  }
  return qtr_record_with_value (record, field, value);
}

/* A vintage is known by its observation. */
static const char *
named_by (const QtrPlan *plan, const QtrRecord *record)
{
  QtrPath path;

  if (record->type != &qtr_vintage_type)
    return record->id;
  qtr_path_find (plan, record->id, &path);
  return ((const QtrRecord *) qtr_path_get_parent (plan, &path))->id;
}

static void
check_field (const QtrPlan *plan, const QtrRecord *record, const QtrField *field)
{
  gboolean is_signed = !is_unsigned (record->type, field->name);
  g_autoptr (QtrRecord) changed = change_field (record, field, is_signed);
  g_autoptr (QtrPlan) after = qtr_edit_replace (plan, record->id, changed);
  g_autofree char *found = reopened (after, named_by (plan, record));

  g_test_message ("%s %s %s", record->type->name, record->id, field->name);
  g_assert_false (after == plan);
  g_assert_cmpint (is_signed, !=, field->beside);
  g_assert_cmpstr (found, ==, is_signed ? expected_for (record) : "");
}

static void
check_records (const QtrPlan *plan, const QtrRecord *record)
{
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    if (field->kind != QTR_FIELD_LIST && !g_str_equal (field->name, "format"))
      check_field (plan, record, field);
    for (guint j = 0; !field->beside && j < qtr_list_length (list); j++)
      check_records (plan, qtr_list_get (list, j));
  }
}

static void
test_every_field (void)
{
  g_autoptr (QtrPlan) plan = make_signed ();
  g_autofree char *before = reopened (plan, NULL);

  g_assert_cmpstr (before, ==, "");
  check_records (plan, &plan->record);
}

/* Every record of a list is missed. */
static void
test_every_record (void)
{
  static const struct {
    const char *id;
    const char *reopened;
  } cases[] = {
    { "p1", "1w" },  { "c1", "1w" },    { "s1", "1w" },    { "b1", "1w" },    { "bb1", "1w" },
    { "h1", "1w" },  { "m1", "1w" },    { "t1", "1w" },    { "a1", "1w" },    { "r1", "1w" },
    { "o1", "1w" },  { "b2", "2w" },    { "m2", "2w" },    { "o2", "2w" },    { "t2", "2w" },
    { "area0", "" }, { "person0", "" }, { "later10", "" }, { "later20", "" },
  };
  g_autoptr (QtrPlan) plan = make_signed ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QtrPlan) after = qtr_edit_remove (plan, cases[i].id);
    g_autofree char *found = reopened (after, cases[i].id);

    g_test_message ("%s", cases[i].id);
    g_assert_cmpstr (found, ==, cases[i].reopened);
  }
}

static void
test_order (void)
{
  g_autoptr (QtrPlan) plan = make_signed ();
  g_autoptr (QtrPlan) swapped = qtr_edit_move (plan, "bb1", "b1", "bullets", 1);
  g_autoptr (QtrPlan) out = qtr_edit_move (plan, "bb1", "s1", "bullets", 1);
  g_autoptr (QtrPlan) across = qtr_edit_move (plan, "bb1", "s2", "bullets", 1);
  g_autofree char *by_swap = reopened (swapped, "b1");
  g_autofree char *by_out = reopened (out, "bb1");
  g_autofree char *by_across = reopened (across, "bb1");

  g_assert_cmpstr (by_swap, ==, "1w");
  g_assert_cmpstr (by_out, ==, "1w");
  g_assert_cmpstr (by_across, ==, "12w");
}

/* A restated figure reopens those that use it. What was published keeps what it knew. */
static void
test_restatement (void)
{
  g_autoptr (QtrPlan) plan = make_signed ();
  QtrPeriod quarter = qtr_plan_parse_period (plan, "2019-20-Q3");
  QtrPeriod before = qtr_period_add (quarter, -1);
  QtrPeriod after = qtr_period_add (quarter, 1);
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { 7, 0 }), "origin", "imported", NULL);
  g_autoptr (QtrPlan) shown = qtr_edit_observe (plan, "m1", before, NULL, vintage);
  g_autoptr (QtrPlan) linked = qtr_edit_observe (plan, "m2", quarter, NULL, vintage);
  g_autoptr (QtrPlan) not_linked = qtr_edit_observe (plan, "m2", before, NULL, vintage);
  g_autoptr (QtrPlan) elsewhere = qtr_edit_observe (plan, "m2", quarter, "North", vintage);
  g_autoptr (QtrPlan) later = qtr_edit_observe (plan, "m1", after, NULL, vintage);
  g_autofree char *by_shown = reopened (shown, NULL);
  g_autofree char *by_linked = reopened (linked, "o2");
  g_autofree char *by_not_linked = reopened (not_linked, NULL);
  g_autofree char *by_elsewhere = reopened (elsewhere, NULL);
  g_autofree char *by_later = reopened (later, NULL);

  g_assert_cmpstr (by_shown, ==, "1w");
  g_assert_cmpstr (by_linked, ==, "2w");
  g_assert_cmpstr (by_not_linked, ==, "");
  g_assert_cmpstr (by_elsewhere, ==, "");
  g_assert_cmpstr (by_later, ==, "");
}

/* Where the whole is not known, it is added up from the areas. */
static void
test_areas (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  QtrPeriod quarter = qtr_plan_parse_period (plan, "2019-20-Q3");
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { 7, 0 }), "origin", "imported", NULL);
  g_autoptr (QtrVintage) other =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { 8, 0 }), "origin", "imported", NULL);
  g_autoptr (QtrPlan) without = qtr_edit_remove (plan, "o2");
  g_autoptr (QtrPlan) with = qtr_edit_observe (without, "m2", quarter, "North", vintage);
  g_autoptr (QtrPlan) first = sign (with, "p1", "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) second = sign (first, "p2", "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) third = sign (second, NULL, "Anna Alder", "2020-01-02");
  g_autoptr (QtrPlan) restated = qtr_edit_observe (third, "m2", quarter, "North", other);
  g_autofree char *by_restating = reopened (restated, NULL);

  g_assert_cmpstr (by_restating, ==, "2w");
}

static void
test_published (void)
{
  g_autoptr (QtrPlan) plan = make_signed ();
  g_autoptr (QtrPlan) published = qtr_edit_set_state (plan, "u", QTR_STATE_PUBLISHED);
  QtrPeriod quarter = qtr_plan_parse_period (plan, "2019-20-Q3");
  g_autoptr (QtrPlan) next = qtr_edit_roll_forward (published, qtr_period_add (quarter, 1));
  g_autoptr (QtrPlan) restated = qtr_edit_tell (next, "m1", quarter, NULL, (QtrDecimal) { 7, 0 }, FALSE,
                                                qtr_period_add (quarter, 1), NULL);
  g_autoptr (QtrPlan) ended = qtr_edit_set (restated, "c1", "until", "2019-20-Q3", "successor", "c2", NULL);
  g_autofree char *by_publishing = reopened (published, NULL);
  g_autofree char *by_next = reopened (next, NULL);
  g_autofree char *by_restating = reopened (restated, NULL);
  g_autofree char *by_ending = reopened (ended, NULL);

  g_assert_cmpstr (by_publishing, ==, "");
  g_assert_cmpstr (by_next, ==, "");
  g_assert_cmpstr (by_restating, ==, "");
  g_assert_cmpstr (by_ending, ==, "");
}

/* A type as a newer version might have it. */
typedef struct {
  QtrBullet bullet;
  const char *const mood;
} NewerBullet;

static void
test_newer_field (void)
{
  g_autofree QtrField *fields = g_new0 (QtrField, qtr_bullet_type.n_fields + 1);
  QtrRecordType newer_type = qtr_bullet_type;
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "id", "b", "text", "x", NULL);
  g_autofree char *digest = qtr_record_digest_own (bullet, NULL);

  for (guint i = 0; i < qtr_bullet_type.n_fields; i++)
    fields[i] = qtr_bullet_type.fields[i];
  fields[newer_type.n_fields++] = (QtrField) QTR_FIELD (NewerBullet, mood, TEXT);
  newer_type.fields = fields;
  newer_type.size = sizeof (NewerBullet);
  {
    g_autoptr (QtrRecord) unset = qtr_record_new (&newer_type, "id", "b", "text", "x", NULL);
    g_autoptr (QtrRecord) set = qtr_record_with (unset, "mood", "glad", NULL);
    g_autofree char *of_unset = qtr_record_digest_own (unset, NULL);
    g_autofree char *of_set = qtr_record_digest_own (set, NULL);

    g_assert_cmpstr (of_unset, ==, digest);
    g_assert_cmpstr (of_set, !=, digest);
  }
}

/* Sign-offs outlive programs: the form must not change unnoticed. */
static void
test_form (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (GPtrArray) parts = qtr_signed_view_list (plan, qtr_list_get (plan->updates, 0), NULL);
  g_autofree char *digest = qtr_signed_view_digest (QTR_SIGNED_FORM, plan, "u", NULL,
                                                    (const char *const *) parts->pdata, parts->len);

  g_assert_cmpstr (digest, ==, "2a7bf24b1687c454b6031df27f694427c0e48629a2acac58b245f97aab3c81c9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signed/every-field", test_every_field);
  g_test_add_func ("/signed/every-record", test_every_record);
  g_test_add_func ("/signed/order", test_order);
  g_test_add_func ("/signed/restatement", test_restatement);
  g_test_add_func ("/signed/areas", test_areas);
  g_test_add_func ("/signed/published", test_published);
  g_test_add_func ("/signed/newer-field", test_newer_field);
  g_test_add_func ("/signed/form", test_form);
  return g_test_run ();
}
