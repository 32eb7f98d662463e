/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/place-private.h"
#include "import/wording.h"

/* Names of areas in the report, as it nests them: name to the name of the area that owns it, or empty. */
static void
collect (GPtrArray *bullets, const char *parent, GHashTable *parents, GPtrArray *names)
{
  for (guint i = 0; i < bullets->len; i++) {
    const QtrReportBullet *bullet = g_ptr_array_index (bullets, i);
    g_autofree char *folded = bullet->area != NULL ? qtr_wording_fold (bullet->area) : NULL;
    const char *known = folded != NULL ? g_hash_table_lookup (parents, folded) : NULL;
    gboolean is_own_parent = folded != NULL && qtr_wording_similarity (folded, parent) == 1.0;

    if (folded != NULL && known == NULL)
      g_ptr_array_add (names, bullet->area);
    if (folded != NULL && (known == NULL || known[0] == '\0'))
      g_hash_table_replace (parents, g_strdup (folded), g_strdup (is_own_parent ? "" : parent));
    collect (bullet->bullets, bullet->area != NULL ? bullet->area : parent, parents, names);
  }
}

static const QtrArea *
find_area (const QtrList *areas, const char *folded, gboolean *nested)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);
    g_autofree char *name = qtr_wording_fold (area->name);
    const QtrArea *below;

    if (g_str_equal (name, folded)) {
      *nested = FALSE;
      return area;
    }
    below = find_area (area->areas, folded, nested);
    if (below != NULL) {
      *nested = TRUE;
      return below;
    }
  }
  return NULL;
}

/* By name, so that the order of imports does not show. */
static guint
find_place (const QtrList *areas, const char *name)
{
  guint at = 0;

  while (at < qtr_list_length (areas) &&
         strcmp (((const QtrArea *) qtr_list_get (areas, at))->name, name) < 0)
    at++;
  return at;
}

static QtrPlan *
insert_area (const QtrPlan *plan, const QtrArea *owner, const char *name)
{
  g_autoptr (QtrArea) area = qtr_record_new (&qtr_area_type, "name", name, NULL);
  const QtrList *areas = owner != NULL ? owner->areas : plan->areas;

  return qtr_edit_insert (plan, owner != NULL ? owner->record.id : plan->record.id, "areas",
                          find_place (areas, name), area);
}

/* An area that stood at the top, and that this report puts below another, goes there. */
static QtrPlan *
nest_area (const QtrPlan *plan, const QtrArea *owner, const QtrArea *area)
{
  gboolean nested = FALSE;
  g_autofree char *folded = qtr_wording_fold (owner->name);

  if (find_area (area->areas, folded, &nested) != NULL)
    return qtr_record_ref (plan);
  return qtr_edit_move (plan, area->record.id, owner->record.id, "areas",
                        find_place (owner->areas, area->name));
}

static QtrPlan *
add_area (const QtrPlan *plan, const char *name, const char *parent)
{
  g_autofree char *folded = qtr_wording_fold (name);
  g_autofree char *folded_parent = qtr_wording_fold (parent);
  gboolean nested = FALSE;
  gboolean ignored = FALSE;
  const QtrArea *owner = folded_parent[0] != '\0' ? find_area (plan->areas, folded_parent, &ignored) : NULL;
  const QtrArea *area = find_area (plan->areas, folded, &nested);

  if (area == NULL)
    return insert_area (plan, owner, name);
  if (!nested && owner != NULL && owner != area)
    return nest_area (plan, owner, area);
  return qtr_record_ref (plan);
}

QtrPlan *
qtr_places_add (const QtrPlan *plan, const QtrReport *report)
{
  g_autoptr (GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  QtrPlan *now = qtr_record_ref (plan);

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    for (guint j = 0; j < priority->commitments->len; j++)
      collect (((QtrReportCommitment *) g_ptr_array_index (priority->commitments, j))->bullets, "", parents,
               names);
  }
  for (guint i = 0; i < names->len; i++) {
    g_autoptr (QtrPlan) before = now;
    g_autofree char *folded = qtr_wording_fold (g_ptr_array_index (names, i));

    now = add_area (before, g_ptr_array_index (names, i), g_hash_table_lookup (parents, folded));
  }
  return now;
}
