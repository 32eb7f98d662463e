/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/findings-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/fix.h"
#include "ui/findings/severity-words.h"

struct _QtrFindingsRow {
  GObject parent_instance;

  /* Owned. */
  QtrFinding *finding;
};

G_DEFINE_FINAL_TYPE (QtrFindingsRow, qtr_findings_row, G_TYPE_OBJECT)

enum {
  PROP_MESSAGE = 1,
  PROP_PLACE,
  PROP_DETAIL,
  PROP_SEVERITY,
  PROP_ICON,
  PROP_CLASSES,
  PROP_FIXABLE,
  PROP_FIX,
  PROP_WORDS,
  PROP_DISMISSED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* In the order of the severities, for the style. */
static const char *const CLASSES[][3] = {
  { "finding", "notices" },
  { "finding", "warnings" },
  { "finding", "errors" },
};

static char *
place_to_words (const QtrFinding *finding)
{
  if (finding->place.priority_number > 0)
    return g_strdup_printf (_ ("Priority %d"), finding->place.priority_number);
  if (finding->place.line > 0)
    return g_strdup_printf (_ ("Line %u"), finding->place.line);
  if (finding->place.measure != NULL)
    return g_strdup (_ ("Measures"));

  return g_strdup (_ ("Front Page"));
}

/* Which words of which page. */
static char *
detail_to_words (const QtrFinding *finding)
{
  const char *severity = qtr_severity_to_word (finding->severity);
  g_autofree char *place = place_to_words (finding);

  if (finding->dismissed != NULL)
    /* Translators: under a finding that was dismissed: the page, and why. */
    return g_strdup_printf (_ ("Dismissed · %1$s · %2$s"), place, finding->dismissed);
  if (finding->text != NULL)
    /* Translators: under a finding: its severity, the page, and the words that it speaks of. */
    return g_strdup_printf (_ ("%1$s · %2$s · “%3$s”"), severity, place, finding->text);

  /* Translators: under a finding: its severity and the page. */
  return g_strdup_printf (_ ("%1$s · %2$s"), severity, place);
}

static char *
fix_to_words (const QtrFinding *finding)
{
  g_autofree char *words = qtr_finding_get_fixed_text (finding);

  /* Translators: what a fix does: the words as they will be. */
  return words == NULL ? NULL : g_strdup_printf (_ ("Change to “%s”"), words);
}

static char *
to_words (const QtrFinding *finding)
{
  g_autofree char *place = place_to_words (finding);
  g_autofree char *fix = fix_to_words (finding);

  if (finding->dismissed != NULL)
    /* Translators: what a screen reader says of a dismissed finding: what is wrong, where, and why it is
     * left.
     */
    return g_strdup_printf (_ ("Dismissed: %1$s %2$s. Reason: %3$s"), finding->message, place,
                            finding->dismissed);
  if (fix != NULL)
    /* Translators: what a screen reader says of a finding: its severity, what is wrong, where, and the fix.
     */
    return g_strdup_printf (_ ("%1$s: %2$s %3$s. Fix: %4$s"), qtr_severity_to_word (finding->severity),
                            finding->message, place, fix);

  /* Translators: what a screen reader says of a finding: its severity, what is wrong, where. */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s"), qtr_severity_to_word (finding->severity), finding->message,
                          place);
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
  case PROP_DETAIL:
    g_value_take_string (value, detail_to_words (finding));
    break;
  case PROP_FIXABLE:
    g_value_set_boolean (value, finding->fix != NULL && finding->dismissed == NULL);
    break;
  case PROP_FIX:
    g_value_take_string (value, fix_to_words (finding));
    break;
  case PROP_SEVERITY:
    g_value_set_string (value, qtr_severity_to_word (finding->severity));
    break;
  case PROP_ICON:
    g_value_set_string (value, qtr_severity_get_icon (finding->severity));
    break;
  case PROP_CLASSES:
    g_value_set_boxed (value, CLASSES[finding->severity]);
    break;
  case PROP_WORDS:
    g_value_take_string (value, to_words (finding));
    break;
  case PROP_DISMISSED:
    g_value_set_boolean (value, finding->dismissed != NULL);
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
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_FIXABLE] = g_param_spec_boolean ("fixable", NULL, NULL, FALSE, flags);
  properties[PROP_FIX] = g_param_spec_string ("fix", NULL, NULL, NULL, flags);
  properties[PROP_SEVERITY] = g_param_spec_string ("severity", NULL, NULL, NULL, flags);
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  properties[PROP_CLASSES] = g_param_spec_boxed ("classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_DISMISSED] = g_param_spec_boolean ("dismissed", NULL, NULL, FALSE, flags);
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

static gboolean
has_same_fix (const QtrFinding *one, const QtrFinding *other)
{
  g_autofree char *words = qtr_finding_get_fixed_text (one);
  g_autofree char *others = qtr_finding_get_fixed_text (other);

  return g_strcmp0 (words, others) == 0;
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
               before->place.priority_number == finding->place.priority_number &&
               has_same_fix (before, finding);
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
         g_strcmp0 (own->dismissed, finding->dismissed) == 0 && g_strcmp0 (own->field, finding->field) == 0 &&
         g_strcmp0 (own->text, finding->text) == 0 && own->place.line == finding->place.line &&
         qtr_period_compare (own->place.quarter, finding->place.quarter) == 0 &&
         g_strcmp0 (own->place.priority, finding->place.priority) == 0 &&
         g_strcmp0 (own->place.commitment, finding->place.commitment) == 0 &&
         g_strcmp0 (own->place.bullet, finding->place.bullet) == 0 &&
         g_strcmp0 (own->place.measure, finding->place.measure) == 0;
}

/* The front page comes before the priorities, and the measures that none of them has come after. */
static int
get_page (const QtrFinding *finding)
{
  if (finding->place.priority_number > 0)
    return finding->place.priority_number;

  return finding->place.measure == NULL ? 0 : G_MAXINT;
}

gboolean
qtr_findings_row_has_words (QtrFindingsRow *self, const char *const *words)
{
  g_autofree char *all = to_words (self->finding);
  g_autofree char *text = g_strjoin (" ", all, self->finding->text, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

int
qtr_findings_row_compare_sections (QtrFindingsRow *self, QtrFindingsRow *other)
{
  const QtrFinding *one = self->finding;
  const QtrFinding *two = other->finding;

  if (one->severity != two->severity)
    return (int) two->severity - (int) one->severity;

  return (get_page (one) > get_page (two)) - (get_page (one) < get_page (two));
}
