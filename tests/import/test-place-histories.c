/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "import/place.h"
#include "import/plan-text.h"
#include "import/wording.h"
#include "model/update.h"

/* Small histories by chance: reports of three or four quarters in a row, each the one before it with some
 * changes. In whichever order they are placed, the plan must be the same, print each quarter as its report
 * did, and not change when a report comes again. */

/* As many as a run of all tests has time for; the long run has more. */
#define N_HISTORIES 40
#define N_QUARTERS_MAX 4

static const char *const TITLES[] = {
  "Green spaces", "Greener spaces for all", "Homes",       "Homes and neighbourhoods",
  "Jobs",         "Clean rivers",           "Safer roads", "Roads",
};

static const char *const PROMISES[] = {
  "Plant ten thousand trees across the district by 2026.",
  "Plant fifteen thousand trees with partners across the whole district.",
  "Clean every river and stream.",
  "Clean every river, stream and pond.",
  "House the homeless in decent homes.",
  "Build 10,000 homes",
  "Build 10.000 homes.",
  "build 10,000 homes",
  "Bring work to each town.",
  "Make lanes and crossings safe for walkers.",
  "Grow a forest.",
};

typedef struct {
  const char *title;
  GPtrArray *promises;
} Theme;

typedef struct {
  GPtrArray *themes;
  GRand *chance;
} History;

static void
theme_free (gpointer data)
{
  g_ptr_array_unref (((Theme *) data)->promises);
  g_free (data);
}

static const char *
pick (History *self, const char *const *words, guint n)
{
  return words[g_rand_int_range (self->chance, 0, (int) n)];
}

static Theme *
add_theme (History *self, guint at)
{
  Theme *theme = g_new0 (Theme, 1);
  int n = g_rand_int_range (self->chance, 1, 4);

  theme->title = pick (self, TITLES, G_N_ELEMENTS (TITLES));
  theme->promises = g_ptr_array_new ();
  for (int i = 0; i < n; i++)
    g_ptr_array_add (theme->promises, (gpointer) pick (self, PROMISES, G_N_ELEMENTS (PROMISES)));
  g_ptr_array_insert (self->themes, (int) at, theme);
  return theme;
}

static void
swap (History *self, GPtrArray *array)
{
  guint a = (guint) g_rand_int_range (self->chance, 0, (int) array->len);
  guint b = (guint) g_rand_int_range (self->chance, 0, (int) array->len);
  gpointer kept = array->pdata[a];

  array->pdata[a] = array->pdata[b];
  array->pdata[b] = kept;
}

static void
change_theme (History *self, Theme *theme)
{
  guint at = (guint) g_rand_int_range (self->chance, 0, (int) theme->promises->len);

  switch (g_rand_int_range (self->chance, 0, 5)) {
  case 0:
    theme->title = pick (self, TITLES, G_N_ELEMENTS (TITLES));
    break;
  case 1:
    theme->promises->pdata[at] = (gpointer) pick (self, PROMISES, G_N_ELEMENTS (PROMISES));
    break;
  case 2:
    g_ptr_array_insert (theme->promises, (int) at, (gpointer) pick (self, PROMISES, G_N_ELEMENTS (PROMISES)));
    break;
  case 3:
    if (theme->promises->len > 1)
      g_ptr_array_remove_index (theme->promises, at);
    break;
  default:
    swap (self, theme->promises);
  }
}

static void
change (History *self)
{
  guint at = (guint) g_rand_int_range (self->chance, 0, (int) self->themes->len);

  switch (g_rand_int_range (self->chance, 0, 6)) {
  case 0:
    add_theme (self, at);
    break;
  case 1:
    if (self->themes->len > 1)
      g_ptr_array_remove_index (self->themes, at);
    break;
  case 2:
    swap (self, self->themes);
    break;
  default:
    change_theme (self, g_ptr_array_index (self->themes, at));
  }
}

/* Numbers follow the place, but for a gap now and then. */
static QtrReport *
write_report (const History *self, guint quarter)
{
  QtrReport *report = qtr_report_new ();
  int number = 0;

  for (guint i = 0; i < self->themes->len; i++) {
    const Theme *theme = g_ptr_array_index (self->themes, i);
    QtrReportPriority *priority;

    number += g_rand_int_range (self->chance, 0, 8) == 0 ? 2 : 1;
    priority = qtr_report_add_priority (report, number, theme->title, 1);
    for (guint j = 0; j < theme->promises->len; j++) {
      QtrReportCommitment *commitment = qtr_report_priority_add_commitment (
          priority, "We will:", g_ptr_array_index (theme->promises, j), 1);
      g_autofree char *text = g_strdup_printf ("Said in %u, %u, %u.", quarter, i, j);

      qtr_report_bullet_append (commitment->bullets, NULL, text, 1);
    }
  }
  return report;
}

static QtrPeriod
quarter_at (guint index)
{
  return (QtrPeriod) { 12 * 2021 + 3 + 3 * (int) index, QTR_PERIOD_QUARTER, 4 };
}

static QtrPlan *
place (const QtrPlan *plan, QtrReport *report, guint quarter)
{
  QtrImportContext context = { .quarter = quarter_at (quarter) };
  g_autoptr (GError) error = NULL;
  QtrPlan *placed = qtr_place_report (plan, report, &context, NULL, &error);
  g_autofree char *invisible = NULL;

  g_assert_no_error (error);
  invisible = plan_text_of_invisible (placed);
  g_assert_cmpstr (invisible, ==, "");
  return placed;
}

/* The wordings and bullets of the report's priorities, and of the plan's in that quarter that speak, each in
 * the order of the words so that only the words count. */
static char *
sort_lines (GPtrArray *lines)
{
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
add_line (GPtrArray *lines, int number, const char *title, const char *text, const char *bullet)
{
  g_autofree char *plain = qtr_wording_normalise (text);

  g_ptr_array_add (lines, g_strdup_printf ("%d %s: %s: %s", number, title, plain, bullet));
}

static char *
print_report (const QtrReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);
      const QtrReportBullet *bullet = g_ptr_array_index (commitment->bullets, 0);

      add_line (lines, priority->number, priority->title, commitment->text, bullet->text);
    }
  }
  return sort_lines (lines);
}

static void
print_priority (const QtrPlan *plan, const QtrUpdate *update, const QtrPriority *priority, GPtrArray *lines)
{
  QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (plan, priority, quarter);

  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = g_ptr_array_index (commitments, i);
    const QtrSection *section = qtr_update_find_section (update, commitment->record.id);
    const QtrBullet *bullet = section != NULL ? qtr_list_get (section->bullets, 0) : NULL;

    if (section == NULL)
      continue;
    g_assert_cmpuint (qtr_list_length (section->bullets), ==, 1);
    add_line (lines, priority->number, priority->title, commitment->text, bullet->text);
  }
}

static char *
print_plan (const QtrPlan *plan, guint quarter)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter_at (quarter));
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter_at (quarter));

  for (guint i = 0; i < priorities->len; i++)
    print_priority (plan, update, g_ptr_array_index (priorities, i), lines);
  return sort_lines (lines);
}

/* The @index-th order of @n things. */
static void
find_order (guint n, guint index, guint *order)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--) {
    guint with = index % i;
    guint kept = order[i - 1];

    order[i - 1] = order[with];
    order[with] = kept;
    index /= i;
  }
}

static QtrPlan *
place_in_order (GPtrArray *reports, const guint *order)
{
  QtrPlan *plan = qtr_plan_new ();

  for (guint i = 0; i < reports->len; i++) {
    g_autoptr (QtrPlan) before = plan;

    plan = place (before, g_ptr_array_index (reports, order[i]), order[i]);
  }
  return plan;
}

static void
assert_history (GPtrArray *reports)
{
  guint n_orders = reports->len == 3 ? 6 : 24;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < n_orders; i++) {
    guint order[N_QUARTERS_MAX];
    g_autoptr (QtrPlan) plan = NULL;
    g_autofree char *found = NULL;

    find_order (reports->len, i, order);
    plan = place_in_order (reports, order);
    found = plan_text_of_plan (plan);
    if (expected == NULL)
      expected = g_strdup (found);
    g_assert_cmpstr (found, ==, expected);
    for (guint j = 0; j < reports->len; j++) {
      g_autoptr (QtrPlan) again = place (plan, g_ptr_array_index (reports, j), j);
      g_autofree char *ours = print_plan (plan, j);
      g_autofree char *theirs = print_report (g_ptr_array_index (reports, j));

      g_assert_true (again == plan);
      g_assert_cmpstr (ours, ==, theirs);
    }
  }
}

static void
test_histories (void)
{
  const char *wish = g_getenv ("QTR_TEST_HISTORIES");
  guint32 n_histories = wish == NULL ? N_HISTORIES : (guint32) g_ascii_strtoull (wish, NULL, 10);

  for (guint32 seed = 0; seed < n_histories; seed++) {
    g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_report_free);
    g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
    g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (theme_free);
    History self = { themes, chance };
    guint n_quarters = seed % 3 == 0 ? 4 : 3;

    g_test_message ("history %u", seed);
    for (guint i = 0; i < 1 + seed % 3; i++)
      add_theme (&self, 0);
    for (guint i = 0; i < n_quarters; i++) {
      g_ptr_array_add (reports, write_report (&self, i));
      for (int j = g_rand_int_range (chance, 0, 4); j > 0; j--)
        change (&self);
    }
    assert_history (reports);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/histories", test_histories);
  return g_test_run ();
}
