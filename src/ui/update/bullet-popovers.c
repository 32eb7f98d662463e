/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/bullet-popovers.h"

#include <glib/gi18n-lib.h>

#include "ui/update/choice-popover.h"

/* What all the bullets have in a field, where they are at one. */
typedef struct {
  gboolean agreed;
  const char *value;
} Current;

static Current
find_current (GPtrArray *bullets, const char *name)
{
  const QtrField *field = qtr_record_type_find_field (&qtr_bullet_type, name);
  Current current = { .agreed = TRUE };

  for (guint i = 0; i < bullets->len; i++) {
    const char *value = qtr_record_get (g_ptr_array_index (bullets, i), field).string;

    if (i == 0)
      current.value = value;
    else
      current.agreed &= g_strcmp0 (current.value, value) == 0;
  }
  return current;
}

static void
add (GtkWidget *popover, const Current *current, const char *value, const char *label, const char *note,
     guint depth)
{
  qtr_choice_popover_add (QTR_CHOICE_POPOVER (popover), value, label, note, depth,
                          current->agreed && g_strcmp0 (current->value, value) == 0);
}

/* What the bullets have, though the plan does not, is told apart. */
static void
add_stranger (GtkWidget *popover, const Current *current, gboolean known)
{
  if (current->agreed && current->value != NULL && !known)
    add (popover, current, current->value, current->value, _ ("not in the plan"), 0);
}

GtkWidget *
qtr_marking_popover_new (const QtrPlan *plan, const QtrUpdate *update, GPtrArray *bullets)
{
  GtkWidget *popover = qtr_choice_popover_new (_ ("Marking"));
  Current current = find_current (bullets, "marking");

  add (popover, &current, NULL, _ ("As the Document"), update->marking, 0);
  for (guint i = 0; i < qtr_tokens_length (plan->markings); i++)
    add (popover, &current, plan->markings->at[i], plan->markings->at[i], NULL, 0);
  add_stranger (popover, &current, qtr_tokens_contain (plan->markings, current.value));
  return popover;
}

/* The depth of the recursion is that of the records, which QTR_RECORD_DEPTH_MAX bounds. */
static void
add_areas (GtkWidget *popover, const Current *current, const QtrList *areas, guint depth, gboolean *known)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);

    *known |= g_strcmp0 (area->name, current->value) == 0;
    add (popover, current, area->name, area->name, NULL, depth);
    add_areas (popover, current, area->areas, depth + 1, known);
  }
}

GtkWidget *
qtr_area_popover_new (const QtrPlan *plan, GPtrArray *bullets)
{
  GtkWidget *popover = qtr_choice_popover_new (_ ("Area"));
  Current current = find_current (bullets, "area");
  gboolean known = FALSE;

  add (popover, &current, NULL, _ ("No Area"), NULL, 0);
  add_areas (popover, &current, plan->areas, 0, &known);
  add_stranger (popover, &current, known);
  /* Translators: “%s” is the name of an area, such as a district. */
  qtr_choice_popover_set_search (QTR_CHOICE_POPOVER (popover), _ ("Search Areas"),
                                 _ ("Add “%s” to the Plan"));
  return popover;
}
