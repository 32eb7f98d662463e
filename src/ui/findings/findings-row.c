/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/findings-row.h"

#include <glib/gi18n-lib.h>

struct _QtrFindingsRow {
  GObject parent_instance;

  /* Owned. */
  QtrFinding *finding;
};

G_DEFINE_FINAL_TYPE (QtrFindingsRow, qtr_findings_row, G_TYPE_OBJECT)

enum {
  PROP_MESSAGE = 1,
  PROP_PLACE,
  PROP_SEVERITY,
  PROP_ICON,
  PROP_CLASSES,
  PROP_WORDS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const struct {
  const char *word;
  const char *icon;
  const char *classes[3];
} LOOKS[] = {
  [QTR_SEVERITY_NOTICE] = { N_ ("Notice"), "dialog-information-symbolic", { "finding", "notices" } },
  [QTR_SEVERITY_WARNING] = { N_ ("Warning"), "dialog-warning-symbolic", { "finding", "warnings" } },
  [QTR_SEVERITY_ERROR] = { N_ ("Error"), "dialog-error-symbolic", { "finding", "errors" } },
};

static char *
place_to_words (const QtrFinding *finding)
{
  if (finding->place.priority_number > 0)
    return g_strdup_printf (_ ("Priority %d"), finding->place.priority_number);
  if (finding->place.line > 0)
    return g_strdup_printf (_ ("Line %u"), finding->place.line);
  if (finding->field != NULL)
    return g_strdup (_ ("Front Page"));
  if (finding->place.measure != NULL)
    return g_strdup (_ ("Measures"));

  return g_strdup ("");
}

static char *
to_words (const QtrFinding *finding)
{
  g_autofree char *place = place_to_words (finding);

  /* Translators: what a screen reader says of a finding: its severity, what is wrong, where. */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s"), _ (LOOKS[finding->severity].word), finding->message, place);
}

static void
qtr_findings_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const QtrFinding *finding = QTR_FINDINGS_ROW (object)->finding;

  switch (id) {
  case PROP_MESSAGE:
    g_value_set_string (value, finding->message);
    break;
  case PROP_PLACE:
    g_value_take_string (value, place_to_words (finding));
    break;
  case PROP_SEVERITY:
    g_value_set_string (value, _ (LOOKS[finding->severity].word));
    break;
  case PROP_ICON:
    g_value_set_string (value, LOOKS[finding->severity].icon);
    break;
  case PROP_CLASSES:
    g_value_set_boxed (value, LOOKS[finding->severity].classes);
    break;
  case PROP_WORDS:
    g_value_take_string (value, to_words (finding));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_findings_row_finalize (GObject *object)
{
  qtr_finding_unref (QTR_FINDINGS_ROW (object)->finding);

  G_OBJECT_CLASS (qtr_findings_row_parent_class)->finalize (object);
}

static void
qtr_findings_row_class_init (QtrFindingsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = qtr_findings_row_get_property;
  object_class->finalize = qtr_findings_row_finalize;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_SEVERITY] = g_param_spec_string ("severity", NULL, NULL, NULL, flags);
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  properties[PROP_CLASSES] = g_param_spec_boxed ("classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
qtr_findings_row_init (QtrFindingsRow *self)
{
}

QtrFindingsRow *
qtr_findings_row_new (QtrFinding *finding)
{
  QtrFindingsRow *self = g_object_new (QTR_TYPE_FINDINGS_ROW, NULL);

  self->finding = qtr_finding_ref (finding);
  return self;
}

void
qtr_findings_row_set_finding (QtrFindingsRow *self, QtrFinding *finding)
{
  g_autoptr (QtrFinding) before = NULL;
  gboolean same_words;

  g_return_if_fail (QTR_IS_FINDINGS_ROW (self) && finding != NULL);

  before = self->finding;
  self->finding = qtr_finding_ref (finding);
  same_words = before->severity == finding->severity && g_str_equal (before->message, finding->message) &&
               before->place.priority_number == finding->place.priority_number;
  for (guint id = PROP_MESSAGE; !same_words && id < N_PROPERTIES; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

QtrFinding *
qtr_findings_row_get_finding (QtrFindingsRow *self)
{
  g_return_val_if_fail (QTR_IS_FINDINGS_ROW (self), NULL);

  return self->finding;
}

gboolean
qtr_findings_row_is_same (QtrFindingsRow *self, const QtrFinding *finding)
{
  const QtrFinding *own = self->finding;

  return own->severity == finding->severity && g_str_equal (own->rule, finding->rule) &&
         g_strcmp0 (own->field, finding->field) == 0 && g_strcmp0 (own->text, finding->text) == 0 &&
         own->place.line == finding->place.line &&
         qtr_period_compare (own->place.quarter, finding->place.quarter) == 0 &&
         g_strcmp0 (own->place.priority, finding->place.priority) == 0 &&
         g_strcmp0 (own->place.commitment, finding->place.commitment) == 0 &&
         g_strcmp0 (own->place.bullet, finding->place.bullet) == 0 &&
         g_strcmp0 (own->place.measure, finding->place.measure) == 0;
}
