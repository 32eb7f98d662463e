/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/field-words.h"

#include <glib/gi18n-lib.h>

#include "merge/place-words.h"
#include "model/field-text.h"
#include "model/measure.h"
#include "model/path.h"
#include "model/update.h"
#include "ui/update/quarter-words.h"

static const struct {
  const char *field;
  const char *word;
  /* It holds the ids of other records. */
  gboolean names_records;
} fields[] = {
  /* Translators: these are what records of a plan hold, as in “bullet, area”. */
  { "about", N_ ("what it is about"), TRUE },
  { "accent", N_ ("accent colour"), FALSE },
  { "area", N_ ("area"), FALSE },
  { "author", N_ ("author"), TRUE },
  { "avoid", N_ ("word to avoid"), FALSE },
  { "baseline", N_ ("baseline"), FALSE },
  { "body", N_ ("body"), FALSE },
  { "carried", N_ ("quarter that it was carried over from"), FALSE },
  { "commitment", N_ ("commitment"), TRUE },
  { "data_to", N_ ("data to"), FALSE },
  { "decimals", N_ ("decimals"), FALSE },
  { "denominator", N_ ("denominator"), TRUE },
  { "edition", N_ ("edition of the limits"), FALSE },
  { "effect", N_ ("effect of the restatement"), FALSE },
  { "first_month", N_ ("first month of the year"), FALSE },
  { "frequency", N_ ("frequency"), FALSE },
  { "from", N_ ("first quarter"), FALSE },
  { "frozen", N_ ("values that the limits come from"), FALSE },
  { "frozen_reason", N_ ("reason why the limits come from these"), FALSE },
  { "good", N_ ("good direction"), FALSE },
  { "key", N_ ("key"), FALSE },
  { "kind", N_ ("kind"), FALSE },
  { "lag", N_ ("lag"), FALSE },
  { "lead", N_ ("lead"), FALSE },
  { "level", N_ ("severity"), FALSE },
  { "logo", N_ ("logo"), FALSE },
  { "logo_text", N_ ("text for the logo"), FALSE },
  { "made", N_ ("date"), FALSE },
  { "mark", N_ ("what it is known by"), FALSE },
  { "marking", N_ ("marking"), FALSE },
  { "markings", N_ ("markings"), FALSE },
  { "name", N_ ("name"), FALSE },
  { "nature", N_ ("nature of the restatement"), FALSE },
  { "nil_reason", N_ ("reason why there is nothing to report"), FALSE },
  { "nil_return", N_ ("nothing to report"), FALSE },
  { "note", N_ ("note"), FALSE },
  { "notes", N_ ("notes"), FALSE },
  { "number", N_ ("number"), FALSE },
  { "numerator", N_ ("numerator"), TRUE },
  { "origin", N_ ("origin"), FALSE },
  { "owner", N_ ("owner"), TRUE },
  { "percent", N_ ("percentages"), FALSE },
  { "period", N_ ("period"), FALSE },
  { "plan_period", N_ ("years of the plan"), FALSE },
  { "priorities", N_ ("priorities"), TRUE },
  { "priority", N_ ("priority"), TRUE },
  { "produced", N_ ("month of production"), FALSE },
  { "produced_by", N_ ("unit that produced it"), FALSE },
  { "provisional", N_ ("provisional"), FALSE },
  { "quarter", N_ ("quarter"), FALSE },
  { "reason", N_ ("reason"), FALSE },
  { "resolved", N_ ("resolved"), FALSE },
  { "retired_from", N_ ("retired from"), FALSE },
  { "role", N_ ("role"), FALSE },
  { "rule", N_ ("rule"), FALSE },
  { "signature", N_ ("signature"), FALSE },
  { "small_numbers", N_ ("numbers up to ten"), FALSE },
  { "source", N_ ("source"), FALSE },
  { "state", N_ ("status"), FALSE },
  { "statement", N_ ("statement"), FALSE },
  { "successor", N_ ("successor"), TRUE },
  { "text", N_ ("text"), FALSE },
  { "title", N_ ("title"), FALSE },
  { "tolerance", N_ ("tolerance"), FALSE },
  { "unit", N_ ("unit"), FALSE },
  { "until", N_ ("last quarter"), FALSE },
  { "update", N_ ("update"), TRUE },
  { "use", N_ ("word to use"), FALSE },
  { "value", N_ ("value"), FALSE },
  { "version", N_ ("version"), FALSE },
  { "years", N_ ("years"), FALSE },
};

static int
find_field (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, name))
      return (int) i;

  return -1;
}

const char *
qtr_field_to_word (const char *field)
{
  int index = find_field (field);

  if (index >= 0)
    return _ (fields[index].word);

  return field == NULL ? _ ("what a newer version wrote") : field;
}

/* --- Values --- */

static char *
name_to_words (const QtrPlan *plan, const QtrField *field, const char *text)
{
  int index = find_field (field->name);
  QtrPath path;
  const QtrRecord *record =
      index >= 0 && fields[index].names_records ? qtr_path_find (plan, text, &path) : NULL;

  return record == NULL ? g_strdup (text) : qtr_record_to_words (plan, record);
}

static char *
period_to_words (const QtrPlan *plan, const char *text)
{
  QtrPeriod period = qtr_plan_parse_period (plan, text);

  return qtr_period_is_set (period) ? qtr_period_to_label (period) : g_strdup (text);
}

char *
qtr_field_text_to_words (const QtrPlan *plan, const QtrField *field, const char *text)
{
  if (text == NULL)
    return NULL;
  /* Its text is the picture itself. */
  if (g_str_equal (field->name, "logo"))
    return g_strdup (_ ("a picture"));

  switch (field->kind) {
  case QTR_FIELD_PERIOD:
    return period_to_words (plan, text);
  case QTR_FIELD_FLAG:
    return g_strdup (g_str_equal (text, "true") ? _ ("yes") : _ ("no"));
  case QTR_FIELD_TOKEN:
    return name_to_words (plan, field, text);
  case QTR_FIELD_TEXT:
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_DECIMAL:
  case QTR_FIELD_TOKENS:
  case QTR_FIELD_LIST:
  default:
    return g_strdup (text);
  }
}

static char *
tokens_to_words (const QtrPlan *plan, const QtrField *field, const QtrTokens *tokens)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (qtr_tokens_length (tokens) == 0)
    return NULL;
  for (guint i = 0; i < tokens->len; i++)
    g_strv_builder_take (builder, name_to_words (plan, field, tokens->at[i]));
  names = g_strv_builder_end (builder);
  /* Translators: stands between the names in a list. */
  return g_strjoinv (_ (", "), names);
}

char *
qtr_field_value_to_words (const QtrPlan *plan, const QtrRecord *record, const QtrField *field)
{
  QtrValue value = qtr_record_get (record, field);
  g_autofree char *text = NULL;

  if (field->kind == QTR_FIELD_LIST)
    return NULL;
  if (field->kind == QTR_FIELD_TOKENS)
    return tokens_to_words (plan, field, value.tokens);
  if (record->type == &qtr_status_type && g_str_equal (field->name, "state"))
    return g_strdup (qtr_state_to_words (value.number));

  text = qtr_field_to_text (field, value);
  return qtr_field_text_to_words (plan, field, text);
}

/* --- Records --- */

static char *
describe_bullet (const QtrBullet *bullet)
{
  const char *text = bullet->text == NULL ? "" : bullet->text;

  return bullet->area == NULL ? g_strdup (text) : g_strdup_printf ("%s: %s", bullet->area, text);
}

static char *
describe_figure (const QtrPlan *plan, const QtrObservation *observation)
{
  const QtrVintage *latest = qtr_observation_get_latest (observation);
  g_autofree char *period = qtr_record_to_words (plan, &observation->record);
  g_autofree char *value = latest == NULL ? NULL : qtr_record_to_words (plan, &latest->record);

  /* Translators: a period, and the value of a measure in it. */
  return value == NULL ? g_steal_pointer (&period) : g_strdup_printf (_ ("%s: %s"), period, value);
}

static char *
describe_status (const QtrPlan *plan, const QtrStatus *status)
{
  const QtrUpdate *update = qtr_list_find (plan->updates, status->update, NULL);
  g_autofree char *quarter =
      update == NULL ? g_strdup (status->update) : qtr_record_to_words (plan, &update->record);

  /* Translators: a quarter, and the status of its update. */
  return g_strdup_printf (_ ("%s: %s"), quarter, qtr_state_to_words (status->state));
}

char *
qtr_record_describe (const QtrPlan *plan, const QtrRecord *record)
{
  if (record->type == &qtr_bullet_type)
    return describe_bullet ((const QtrBullet *) record);
  if (record->type == &qtr_observation_type)
    return describe_figure (plan, (const QtrObservation *) record);
  if (record->type == &qtr_status_type)
    return describe_status (plan, (const QtrStatus *) record);

  return qtr_record_to_words (plan, record);
}
