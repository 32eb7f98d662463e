/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/recent-plans.h"

#include "ui/window/state-file.h"

#define STATE_NAME "recent.ini"
#define N_PLANS_MAX 30

void
qtr_recent_plan_free (QtrRecentPlan *plan)
{
  g_clear_object (&plan->file);
  g_free (plan->title);
  g_free (plan);
}

static QtrRecentPlan *
read_plan (GKeyFile *keys, const char *group)
{
  g_autofree char *uri = g_key_file_get_string (keys, group, "uri", NULL);
  g_autofree char *title = g_key_file_get_string (keys, group, "title", NULL);
  QtrRecentPlan *plan = NULL;

  if (uri == NULL || title == NULL)
    return NULL;

  plan = g_new0 (QtrRecentPlan, 1);
  plan->file = g_file_new_for_uri (uri);
  plan->title = g_steal_pointer (&title);
  plan->used = g_key_file_get_int64 (keys, group, "used", NULL);
  return plan;
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const QtrRecentPlan *one = a;
  const QtrRecentPlan *other = b;

  return (one->used < other->used) - (one->used > other->used);
}

GPtrArray *
qtr_recent_plans_list (void)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_recent_plan_free);
  g_autoptr (GKeyFile) keys = qtr_state_file_read (STATE_NAME);
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++) {
    QtrRecentPlan *plan = read_plan (keys, groups[i]);

    if (plan != NULL)
      g_ptr_array_add (plans, plan);
  }
  g_ptr_array_sort_values (plans, compare_plans);
  return plans;
}

void
qtr_recent_plans_add (GFile *file, const char *title)
{
  g_autoptr (GKeyFile) keys = qtr_state_file_read (STATE_NAME);
  g_autofree char *group = qtr_state_file_name_group (file);
  g_autofree char *uri = g_file_get_uri (file);

  g_key_file_set_string (keys, group, "uri", uri);
  g_key_file_set_string (keys, group, "title", title);
  qtr_state_file_mark_used (keys, group);
  qtr_state_file_drop_oldest (keys, N_PLANS_MAX);
  qtr_state_file_write (STATE_NAME, keys);
}

void
qtr_recent_plans_remove (GFile *file)
{
  g_autoptr (GKeyFile) keys = qtr_state_file_read (STATE_NAME);
  g_autofree char *group = qtr_state_file_name_group (file);

  if (g_key_file_remove_group (keys, group, NULL))
    qtr_state_file_write (STATE_NAME, keys);
}
