/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/finding.h"

#include "check/finding-private.h"

/* In the order of the enumeration. */
static const char *const severities[] = { "notice", "warning", "error" };

static void
free_fix (QtrFix *fix)
{
  g_free (fix->replacement);
  g_free (fix);
}

static void
clear (gpointer data)
{
  QtrFinding *self = data;

  g_free ((char *) self->place.priority);
  g_free ((char *) self->place.commitment);
  g_free ((char *) self->place.bullet);
  g_free ((char *) self->place.measure);
  g_free (self->text);
  g_free (self->message);
  g_clear_pointer (&self->fix, free_fix);
  g_free (self->mark);
  g_free (self->dismissed);
}

static QtrPlace
copy_place (const QtrPlace *place)
{
  QtrPlace copy = *place;

  copy.priority = g_strdup (place->priority);
  copy.commitment = g_strdup (place->commitment);
  copy.bullet = g_strdup (place->bullet);
  copy.measure = g_strdup (place->measure);
  return copy;
}

static QtrFix *
copy_fix (const QtrFix *fix)
{
  QtrFix *copy = NULL;

  if (fix == NULL)
    return NULL;

  copy = g_new (QtrFix, 1);
  *copy = (QtrFix) { fix->start, fix->end, g_strdup (fix->replacement) };
  return copy;
}

QtrFinding *
qtr_finding_new (const QtrRule *rule, const QtrPlace *place, const QtrRemark *remark)
{
  QtrFinding *self = g_atomic_rc_box_new0 (QtrFinding);

  self->rule = rule->id;
  self->severity = rule->severity;
  self->place = copy_place (place);
  self->field = remark->field;
  self->start = remark->start;
  self->end = remark->end;
  self->text = g_strdup (remark->text);
  self->message = g_strdup (remark->message);
  self->fix = copy_fix (remark->fix);
  return self;
}

QtrFinding *
qtr_finding_ref (QtrFinding *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
qtr_finding_unref (QtrFinding *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
qtr_findings_count (GPtrArray *findings, QtrSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = findings->pdata[i];

    n += finding->severity == severity && finding->dismissed == NULL;
  }

  return n;
}

const char *
qtr_severity_get_word (QtrSeverity severity)
{
  return severities[severity];
}

gboolean
qtr_severity_parse (const char *word, QtrSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++) {
    if (g_strcmp0 (word, severities[i]) == 0) {
      *severity = (QtrSeverity) i;
      return TRUE;
    }
  }

  return FALSE;
}

static void
clear_remark (gpointer data)
{
  QtrRemark *remark = data;

  g_free (remark->text);
  g_free (remark->message);
  g_clear_pointer (&remark->fix, free_fix);
}

GArray *
qtr_remarks_new (void)
{
  GArray *remarks = g_array_new (FALSE, FALSE, sizeof (QtrRemark));

  g_array_set_clear_func (remarks, clear_remark);
  return remarks;
}

QtrRemark *
qtr_remark_add (GArray *remarks, int about, char *message)
{
  QtrRemark remark = { .about = about, .start = -1, .end = -1, .message = message };

  g_array_append_val (remarks, remark);
  return &g_array_index (remarks, QtrRemark, remarks->len - 1);
}
