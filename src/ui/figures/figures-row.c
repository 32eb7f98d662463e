/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-row.h"

#include <glib/gi18n-lib.h>

#include "model/restatement.h"
#include "model/update.h"
#include "ui/figures/figures-reading.h"
#include "ui/figures/figures-words.h"

/* Three years show a season and a direction, and still fit a line as wide as a word. */
#define SERIES_LENGTH 12

enum {
  PROP_NAME = 1,
  PROP_UNIT,
  PROP_NOW,
  PROP_BEFORE,
  PROP_YEAR_BEFORE,
  PROP_CHANGE,
  PROP_CHANGE_PERCENT,
  PROP_TARGET,
  PROP_STATUS,
  PROP_STATUS_ICON,
  PROP_SERIES_WORDS,
  PROP_HINT,
  PROP_NOTE,
  PROP_DRAFT,
  N_TEXTS,
  PROP_STATUS_CLASSES = N_TEXTS,
  PROP_HAS_NOTE,
  PROP_SERIES,
  N_PROPERTIES,
};

static const char *const TEXT_NAMES[N_TEXTS] = {
  [PROP_NAME] = "name",
  [PROP_UNIT] = "unit",
  [PROP_NOW] = "now",
  [PROP_BEFORE] = "before",
  [PROP_YEAR_BEFORE] = "year-before",
  [PROP_CHANGE] = "change",
  [PROP_CHANGE_PERCENT] = "change-percent",
  [PROP_TARGET] = "target",
  [PROP_STATUS] = "status",
  [PROP_STATUS_ICON] = "status-icon",
  [PROP_SERIES_WORDS] = "series-words",
  [PROP_HINT] = "hint",
  [PROP_NOTE] = "note",
  [PROP_DRAFT] = "draft",
};

static const struct {
  const char *icon;
  const char *classes[3];
} LOOKS[] = {
  [QTR_RATING_NONE] = { NULL, { "figures-status" } },
  [QTR_RATING_RED] = { "dialog-error-symbolic", { "figures-status", "error" } },
  [QTR_RATING_AMBER] = { "dialog-warning-symbolic", { "figures-status", "warning" } },
  [QTR_RATING_GREEN] = { "object-select-symbolic", { "figures-status", "success" } },
};

struct _QtrFiguresRow {
  GObject parent_instance;

  /* Owned: the records that the row is made of. */
  const QtrMeasure *measure;
  const QtrMeasure *numerator;
  const QtrMeasure *denominator;

  /* Owned: the states of the updates, which say what was known when. */
  const QtrList *statuses;

  /* Owned: what it says. */
  char *texts[N_TEXTS];
  GArray *series;

  /* The update's quarter; what the row is about where somebody chose it; and what it is about. */
  QtrPeriod quarter;
  QtrPeriod chosen;
  QtrPeriod period;
  QtrRating rating;
  gboolean editable;
  gboolean provisional;
};

G_DEFINE_FINAL_TYPE (QtrFiguresRow, qtr_figures_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

static void
take_text (QtrFiguresRow *self, guint id, char *text)
{
  g_autofree char *owned = text;

  if (g_set_str (&self->texts[id], owned))
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static const QtrMeasure *
find_part (const QtrPlan *plan, const char *id)
{
  return id == NULL ? NULL : qtr_list_find (plan->measures, id, NULL);
}

static void
set_record (const QtrMeasure **place, const QtrMeasure *record)
{
  const QtrMeasure *old = *place;

  *place = record == NULL ? NULL : qtr_record_ref (record);
  if (old != NULL)
    qtr_record_unref (old);
}

static void
set_statuses (QtrFiguresRow *self, const QtrList *statuses)
{
  const QtrList *old = self->statuses;

  self->statuses = statuses == NULL ? NULL : qtr_list_ref (statuses);
  g_clear_pointer (&old, qtr_list_unref);
}

static gboolean
is_made_of (QtrFiguresRow *self, const QtrPlan *plan, const QtrMeasure *measure)
{
  return self->measure == measure && self->statuses == plan->statuses &&
         self->numerator == find_part (plan, measure->numerator) &&
         self->denominator == find_part (plan, measure->denominator);
}

/* What falls due in the update is asked for: with a lag that is an earlier quarter, and of a yearly measure
 * the year, once a year. */
static QtrPeriod
find_due (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  const char *until = update == NULL ? NULL : update->data_to;
  QtrPeriod due = qtr_measure_get_due (plan, measure, quarter, qtr_plan_parse_period (plan, until));

  return qtr_period_is_set (due) ? due : quarter;
}

/* The page of an update says what that update knew. */
static const QtrUpdate *
knower_of (QtrFiguresRow *self, const QtrPlan *plan)
{
  return qtr_plan_find_update (plan, self->quarter);
}

static void
add_period (QtrFiguresRow *self, GStrvBuilder *words)
{
  g_autofree char *period = NULL;

  if (self->period.start + self->period.unit == self->quarter.start + self->quarter.unit)
    return;

  period = qtr_period_to_label (self->period);
  /* Translators: under a measure's name, where its figure is an earlier period's than the update. */
  g_strv_builder_take (words, g_strdup_printf (_ ("for %s"), period));
}

/* What stands under the name: what is counted, and what is to be known of the value. */
static char *
make_caption (QtrFiguresRow *self, const QtrPoint *now, const char *lock)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (self->measure->unit != NULL)
    g_strv_builder_add (words, self->measure->unit);
  add_period (self, words);
  if (lock != NULL && self->measure->frequency == QTR_FREQUENCY_MONTH)
    /* Translators: under a measure's name, whose value in the quarter is made of those of its months. */
    g_strv_builder_add (words, _ ("from its months"));
  if (now->provisional)
    g_strv_builder_add (words, _ ("provisional"));
  parts = g_strv_builder_end (words);
  return g_strjoinv (", ", parts);
}

static gboolean
corrects_any (QtrFiguresRow *self, const QtrPlan *plan, const QtrMeasure *measure)
{
  const QtrUpdate *knower = knower_of (self, plan);
  QtrCorrection correction;

  for (guint i = 0; measure != NULL && knower != NULL && i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);
    QtrPeriod period = qtr_plan_parse_period (plan, observation->period);

    if (qtr_period_is_set (period) && period.start >= self->period.start &&
        period.start + period.unit <= self->period.start + self->period.unit &&
        qtr_update_find_correction (plan, knower, observation, &correction))
      return TRUE;
  }

  return FALSE;
}

/* What was only imported, and never told to anybody, is not what was published before. */
static QtrDecimal
find_published (QtrFiguresRow *self, const QtrPlan *plan, const QtrPoint *now)
{
  const QtrObservation *observation = qtr_measure_find_observation (plan, self->measure, self->period, NULL);
  const QtrUpdate *knower = knower_of (self, plan);
  QtrCorrection correction;

  if (observation != NULL && knower != NULL)
    return qtr_update_find_correction (plan, knower, observation, &correction) ? correction.told->value
                                                                               : QTR_DECIMAL_NONE;
  if (qtr_decimal_is_set (now->published_before) &&
      (corrects_any (self, plan, self->measure) || corrects_any (self, plan, self->numerator) ||
       corrects_any (self, plan, self->denominator)))
    return now->published_before;
  return QTR_DECIMAL_NONE;
}

/* Shown when the pointer rests on the value, and read out with it. */
static char *
make_hint (QtrFiguresRow *self, const QtrPlan *plan, const QtrPoint *now, const char *lock)
{
  g_autoptr (GPtrArray) hints = g_ptr_array_new_with_free_func (g_free);
  QtrDecimal published = find_published (self, plan, now);

  if (lock != NULL)
    g_ptr_array_add (hints, g_strdup (lock));
  if (now->provisional)
    g_ptr_array_add (hints, g_strdup (_ ("Provisional")));
  if (qtr_decimal_is_set (published)) {
    g_autofree char *value = qtr_figures_value_to_words (self->measure, published);

    /* Translators: a value was published, and another one took its place. */
    g_ptr_array_add (hints, g_strdup_printf (_ ("Published before as %s"), value));
  }
  if (hints->len == 0)
    return NULL;
  g_ptr_array_add (hints, NULL);
  return g_strjoinv ("\n", (char **) hints->pdata);
}

static void
take_series (QtrFiguresRow *self, const QtrPlan *plan)
{
  QtrPeriodUnit unit = MAX (qtr_frequency_get_unit (self->measure->frequency), QTR_PERIOD_QUARTER);
  GArray *series = qtr_series_new (plan, knower_of (self, plan), self->measure, unit, self->quarter, NULL);

  if (series->len > SERIES_LENGTH)
    g_array_remove_range (series, 0, series->len - SERIES_LENGTH);
  g_clear_pointer (&self->series, g_array_unref);
  self->series = series;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
  take_text (self, PROP_SERIES_WORDS, qtr_figures_series_to_words (self->measure, series));
}

static void
take_note (QtrFiguresRow *self, const QtrPlan *plan)
{
  const QtrObservation *observation = qtr_measure_find_observation (plan, self->measure, self->period, NULL);

  take_text (self, PROP_NOTE, g_strdup (observation == NULL ? NULL : observation->note));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_NOTE]);
}

static void
take_comparison (QtrFiguresRow *self, const QtrPlan *plan)
{
  const QtrMeasure *measure = self->measure;
  QtrComparison row = qtr_comparison_new (plan, knower_of (self, plan), measure, self->period, NULL);
  gboolean is_year = self->period.unit == QTR_PERIOD_YEAR;
  const char *lock = qtr_figures_explain_lock (plan, measure, self->period);
  const char *status = qtr_rating_get_word (row.rating);

  self->editable = lock == NULL;
  self->provisional = row.now.provisional;
  take_text (self, PROP_UNIT, make_caption (self, &row.now, lock));
  take_text (self, PROP_HINT, make_hint (self, plan, &row.now, lock));
  take_text (self, PROP_NOW, qtr_figures_value_to_words (measure, row.now.value));
  take_text (self, PROP_BEFORE,
             qtr_figures_value_to_words (measure, is_year ? QTR_DECIMAL_NONE : row.before.value));
  take_text (self, PROP_YEAR_BEFORE, qtr_figures_value_to_words (measure, row.year_before.value));
  take_text (self, PROP_CHANGE, qtr_figures_change_to_words (measure, row.change));
  take_text (self, PROP_CHANGE_PERCENT, qtr_figures_percent_to_words (measure, row.change_percent));
  take_text (self, PROP_TARGET, qtr_figures_value_to_words (measure, row.target));
  if (self->rating != row.rating) {
    self->rating = row.rating;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS_CLASSES]);
  }
  take_text (self, PROP_STATUS, g_strdup (status != NULL ? status : ""));
  take_text (self, PROP_STATUS_ICON, g_strdup (LOOKS[row.rating].icon));
}

void
qtr_figures_row_update (QtrFiguresRow *self, const QtrPlan *plan, const QtrMeasure *measure)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  g_return_if_fail (QTR_IS_FIGURES_ROW (self));
  g_return_if_fail (plan != NULL && measure != NULL);

  period = qtr_period_is_set (self->chosen) ? self->chosen : find_due (plan, measure, self->quarter);
  if (is_made_of (self, plan, measure) && qtr_period_compare (period, self->period) == 0)
    return;

  set_record (&self->measure, measure);
  set_record (&self->numerator, find_part (plan, measure->numerator));
  set_record (&self->denominator, find_part (plan, measure->denominator));
  self->period = period;
  set_statuses (self, plan->statuses);

  g_object_freeze_notify (G_OBJECT (self));
  take_text (self, PROP_NAME, g_strdup (measure->name));
  take_comparison (self, plan);
  take_series (self, plan);
  take_note (self, plan);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
qtr_figures_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QtrFiguresRow *self = QTR_FIGURES_ROW (object);

  if (id < N_TEXTS)
    g_value_set_string (value, self->texts[id]);
  else if (id == PROP_STATUS_CLASSES)
    g_value_set_boxed (value, LOOKS[self->rating].classes);
  else if (id == PROP_HAS_NOTE)
    g_value_set_boolean (value, self->texts[PROP_NOTE] != NULL);
  else if (id == PROP_SERIES)
    g_value_set_boxed (value, self->series);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
qtr_figures_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DRAFT)
    qtr_figures_row_set_draft (QTR_FIGURES_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
qtr_figures_row_finalize (GObject *object)
{
  QtrFiguresRow *self = QTR_FIGURES_ROW (object);

  set_record (&self->measure, NULL);
  set_record (&self->numerator, NULL);
  set_record (&self->denominator, NULL);
  set_statuses (self, NULL);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->series, g_array_unref);

  G_OBJECT_CLASS (qtr_figures_row_parent_class)->finalize (object);
}

static void
qtr_figures_row_class_init (QtrFiguresRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = qtr_figures_row_get_property;
  object_class->set_property = qtr_figures_row_set_property;
  object_class->finalize = qtr_figures_row_finalize;

  for (guint id = PROP_NAME; id < N_TEXTS; id++)
    properties[id] = g_param_spec_string (TEXT_NAMES[id], NULL, NULL, NULL,
                                          id == PROP_DRAFT ? readable | G_PARAM_WRITABLE : readable);
  properties[PROP_STATUS_CLASSES] = g_param_spec_boxed ("status-classes", NULL, NULL, G_TYPE_STRV, readable);
  properties[PROP_HAS_NOTE] = g_param_spec_boolean ("has-note", NULL, NULL, FALSE, readable);
  properties[PROP_SERIES] = g_param_spec_boxed ("series", NULL, NULL, G_TYPE_ARRAY, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
qtr_figures_row_init (QtrFiguresRow *self)
{
}

QtrFiguresRow *
qtr_figures_row_new (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter)
{
  QtrFiguresRow *self = g_object_new (QTR_TYPE_FIGURES_ROW, NULL);

  self->quarter = quarter;
  qtr_figures_row_update (self, plan, measure);
  return self;
}

QtrFiguresRow *
qtr_figures_row_new_for_period (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter,
                                QtrPeriod period)
{
  QtrFiguresRow *self = g_object_new (QTR_TYPE_FIGURES_ROW, NULL);

  self->quarter = quarter;
  self->chosen = period;
  qtr_figures_row_update (self, plan, measure);
  return self;
}

const QtrMeasure *
qtr_figures_row_get_measure (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), NULL);

  return self->measure;
}

QtrPeriod
qtr_figures_row_get_quarter (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), QTR_PERIOD_UNSET);

  return self->quarter;
}

QtrPeriod
qtr_figures_row_get_period (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), QTR_PERIOD_UNSET);

  return self->period;
}

gboolean
qtr_figures_row_get_editable (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), FALSE);

  return self->editable;
}

const char *
qtr_figures_row_get_now (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), NULL);

  return self->texts[PROP_NOW];
}

gboolean
qtr_figures_row_get_has_target (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), FALSE);

  return self->texts[PROP_TARGET] != NULL && *self->texts[PROP_TARGET] != '\0';
}

const char *
qtr_figures_row_get_hint (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), NULL);

  return self->texts[PROP_HINT];
}

const char *
qtr_figures_row_get_note (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), NULL);

  return self->texts[PROP_NOTE];
}

gboolean
qtr_figures_row_get_provisional (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), FALSE);

  return self->provisional;
}

const char *
qtr_figures_row_get_draft (QtrFiguresRow *self)
{
  g_return_val_if_fail (QTR_IS_FIGURES_ROW (self), NULL);

  return self->texts[PROP_DRAFT];
}

void
qtr_figures_row_set_draft (QtrFiguresRow *self, const char *draft)
{
  g_return_if_fail (QTR_IS_FIGURES_ROW (self));

  take_text (self, PROP_DRAFT, g_strdup (draft));
}
