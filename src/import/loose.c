/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/loose.h"

static void
add_bullets (GPtrArray *records, GPtrArray *bullets, GHashTable *lines, guint depth)
{
  for (guint i = 0; i < bullets->len && depth < QTR_RECORD_DEPTH_MAX; i++) {
    const QtrReportBullet *bullet = bullets->pdata[i];
    g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
    g_autoptr (QtrList) list = NULL;
    QtrBullet *record = NULL;

    add_bullets (children, bullet->bullets, lines, depth + 1);
    list = qtr_list_new_from_array (children);
    record =
        qtr_record_new (&qtr_bullet_type, "area", bullet->area, "text", bullet->text, "bullets", list, NULL);
    g_hash_table_insert (lines, g_strdup (record->record.id), GUINT_TO_POINTER (bullet->line));
    g_ptr_array_add (records, record);
  }
}

QtrList *
qtr_report_to_bullets (const QtrReport *report, GHashTable **lines)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = report->priorities->pdata[i];

    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = priority->commitments->pdata[j];

      add_bullets (records, commitment->bullets, *lines, 0);
    }
  }

  return qtr_list_new_from_array (records);
}

char *
qtr_report_to_headings (const QtrReport *report)
{
  GString *headings = g_string_new (NULL);

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = report->priorities->pdata[i];

    g_string_append_printf (headings, "%s\n", priority->title);
    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = priority->commitments->pdata[j];

      g_string_append_printf (headings, "%s %s\n", commitment->lead, commitment->text);
    }
  }

  return g_string_free (headings, FALSE);
}
