/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "left-behind.h"

#include "model/update.h"
#include "store/recovery-folder.h"

#define CUT_LENGTH 1000

const char *
left_behind_get_text (const QtrPlan *plan)
{
  const QtrPriority *priority = qtr_list_get (plan->priorities, 1);
  const QtrCommitment *commitment = qtr_list_get (priority->commitments, 0);
  const QtrSection *section =
      qtr_update_find_section (qtr_plan_get_latest_update (plan), commitment->record.id);
  const QtrBullet *bullet = qtr_list_get (section->bullets, 0);

  return bullet->text;
}

/* Returns: (transfer full) (nullable): the path of the only recovery folder */
static char *
find_folder (Scene *scene)
{
  g_autofree char *root = g_build_filename (scene->state, "quarterly", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name = dir == NULL ? NULL : g_dir_read_name (dir);

  return name == NULL ? NULL : g_build_filename (root, name, NULL);
}

QtrPlan *
left_behind_load (Scene *scene, const char *name)
{
  g_autofree char *folder = find_folder (scene);
  g_autoptr (GFile) file = folder == NULL ? NULL : g_file_new_build_filename (folder, name, NULL);

  return file == NULL ? NULL : qtr_file_load (file, NULL);
}

gboolean
left_behind_exists (Scene *scene)
{
  g_autofree char *folder = find_folder (scene);

  return folder != NULL;
}

typedef struct {
  Scene *scene;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;
  g_autoptr (QtrPlan) plan = left_behind_load (expected->scene, QTR_RECOVERY_PLAN);

  return plan != NULL && g_str_has_prefix (left_behind_get_text (plan), expected->text);
}

void
left_behind_wait_for (Scene *scene, const char *text)
{
  driver_wait_until (has_text, &(Expected) { scene, text }, "the text in the recovery folder");
}

static gboolean
is_gone (gpointer scene)
{
  return !left_behind_exists (scene);
}

void
left_behind_wait_until_gone (Scene *scene)
{
  driver_wait_until (is_gone, scene, "the end of the recovery folder");
}

void
left_behind_damage (Scene *scene)
{
  g_autofree char *folder = find_folder (scene);
  g_autofree char *path = g_build_filename (folder, QTR_RECOVERY_PLAN, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, CUT_LENGTH, &error);
  g_assert_no_error (error);
}
