/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/report.h"

static void
field_clear (QtrReportField *field)
{
  g_clear_pointer (&field->text, g_free);
}

static void
front_clear (QtrReportFront *front)
{
  field_clear (&front->marking);
  field_clear (&front->title);
  field_clear (&front->plan_period);
  field_clear (&front->subtitle);
  field_clear (&front->quarter);
  field_clear (&front->data_to);
  field_clear (&front->version);
  field_clear (&front->produced);
  field_clear (&front->unit);
  field_clear (&front->body);
}

static void
entry_free (gpointer data)
{
  QtrReportEntry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

static void
bullet_free (gpointer data)
{
  QtrReportBullet *bullet = data;

  g_free (bullet->area);
  g_free (bullet->text);
  g_ptr_array_unref (bullet->bullets);
  g_free (bullet);
}

static void
commitment_free (gpointer data)
{
  QtrReportCommitment *commitment = data;

  g_free (commitment->lead);
  g_free (commitment->text);
  g_free (commitment->nil_reason);
  g_ptr_array_unref (commitment->bullets);
  g_free (commitment);
}

static void
priority_free (gpointer data)
{
  QtrReportPriority *priority = data;

  g_free (priority->title);
  g_ptr_array_unref (priority->commitments);
  g_free (priority);
}

static void
remark_free (gpointer data)
{
  QtrReportRemark *remark = data;

  g_free (remark->text);
  g_free (remark->reason);
  g_free (remark);
}

QtrReport *
qtr_report_new (void)
{
  QtrReport *self = g_new0 (QtrReport, 1);

  self->front.period = QTR_PERIOD_UNSET;
  self->contents = g_ptr_array_new_with_free_func (entry_free);
  self->priorities = g_ptr_array_new_with_free_func (priority_free);
  self->unplaced = g_ptr_array_new_with_free_func (remark_free);
  self->recognised = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

void
qtr_report_free (QtrReport *self)
{
  if (self == NULL)
    return;
  front_clear (&self->front);
  g_ptr_array_unref (self->contents);
  g_ptr_array_unref (self->priorities);
  g_ptr_array_unref (self->unplaced);
  g_ptr_array_unref (self->recognised);
  g_free (self);
}

QtrReportPriority *
qtr_report_priority (QtrReport *self, int number)
{
  for (guint i = 0; i < self->priorities->len; i++) {
    QtrReportPriority *priority = g_ptr_array_index (self->priorities, i);

    if (priority->number == number)
      return priority;
  }
  return NULL;
}

QtrReportPriority *
qtr_report_add_priority (QtrReport *self, int number, const char *title, guint line)
{
  QtrReportPriority *priority = g_new0 (QtrReportPriority, 1);
  guint at = 0;

  priority->number = number;
  priority->title = g_strdup (title != NULL ? title : "");
  priority->line = line;
  priority->commitments = g_ptr_array_new_with_free_func (commitment_free);
  while (at < self->priorities->len &&
         ((QtrReportPriority *) g_ptr_array_index (self->priorities, at))->number <= number)
    at++;
  g_ptr_array_insert (self->priorities, (int) at, priority);
  return priority;
}

QtrReportCommitment *
qtr_report_priority_add_commitment (QtrReportPriority *self, const char *lead, const char *text, guint line)
{
  QtrReportCommitment *commitment = g_new0 (QtrReportCommitment, 1);

  commitment->lead = g_strdup (lead != NULL ? lead : "");
  commitment->text = g_strdup (text != NULL ? text : "");
  commitment->line = line;
  commitment->bullets = g_ptr_array_new_with_free_func (bullet_free);
  g_ptr_array_add (self->commitments, commitment);
  return commitment;
}

QtrReportBullet *
qtr_report_bullet_append (GPtrArray *bullets, const char *area, const char *text, guint line)
{
  QtrReportBullet *bullet = g_new0 (QtrReportBullet, 1);

  bullet->area = g_strdup (area);
  bullet->text = g_strdup (text != NULL ? text : "");
  bullet->line = line;
  bullet->bullets = g_ptr_array_new_with_free_func (bullet_free);
  g_ptr_array_add (bullets, bullet);
  return bullet;
}

guint
qtr_report_count_bullets (GPtrArray *bullets, gboolean deep)
{
  guint count = bullets->len;

  for (guint i = 0; deep && i < bullets->len; i++)
    count += qtr_report_count_bullets (((QtrReportBullet *) g_ptr_array_index (bullets, i))->bullets, TRUE);
  return count;
}

void
qtr_report_note (QtrReport *self, guint line, char *text)
{
  QtrReportRemark *remark = g_new0 (QtrReportRemark, 1);

  remark->line = line;
  remark->text = text;
  g_ptr_array_add (self->recognised, remark);
}

void
qtr_report_leave (QtrReport *self, guint line, const char *text, const char *reason)
{
  QtrReportRemark *remark = g_new0 (QtrReportRemark, 1);

  remark->line = line;
  remark->text = g_strdup (text);
  remark->reason = g_strdup (reason);
  g_ptr_array_add (self->unplaced, remark);
}
