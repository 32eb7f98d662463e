/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-rules.h"

#include <glib/gi18n-lib.h>

#include "check/rule.h"
#include "ui/findings/severity-words.h"
#include "ui/plan/rule-words.h"

#define N_SEVERITIES 3

struct _QtrPlanRules {
  AdwBin parent_instance;

  /* Owned. */
  QtrPlan *plan;

  gboolean refreshing;

  /* By their severities; they belong to the group. */
  AdwExpanderRow *expanders[N_SEVERITIES];
  /* The rows by their rules' ids, once they are made. */
  GHashTable *rows;
};

G_DEFINE_FINAL_TYPE (QtrPlanRules, qtr_plan_rules, ADW_TYPE_BIN)

static guint signal_chosen;

/* In the list of a row: what is usual, then the levels in their order. */
enum { CHOICE_USUAL, CHOICE_FIRST_LEVEL };

static guint
choose (const QtrPlan *plan, const char *rule)
{
  const QtrRuleSetting *setting = qtr_plan_find_rule_setting (plan, rule);

  return setting == NULL ? CHOICE_USUAL : CHOICE_FIRST_LEVEL + setting->level;
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, QtrPlanRules *self)
{
  guint choice = adw_combo_row_get_selected (row);

  g_assert (QTR_IS_PLAN_RULES (self));

  if (!self->refreshing)
    g_signal_emit (self, signal_chosen, 0, gtk_widget_get_name (GTK_WIDGET (row)), choice == CHOICE_USUAL,
                   (int) choice - CHOICE_FIRST_LEVEL);
}

static GtkWidget *
make_row (QtrPlanRules *self, const QtrRule *rule)
{
  /* Translators: what a rule of the checks counts as unless the plan says otherwise, as in “Usual (Warning)”.
   */
  g_autofree char *usual = g_strdup_printf (_ ("Usual (%s)"), qtr_severity_to_word (rule->severity));
  const char *const choices[] = { usual,
                                  /* Translators: a rule of the checks is not asked. */
                                  _ ("Off"), qtr_severity_to_word (QTR_SEVERITY_NOTICE),
                                  qtr_severity_to_word (QTR_SEVERITY_WARNING),
                                  qtr_severity_to_word (QTR_SEVERITY_ERROR), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget *row = adw_combo_row_new ();

  gtk_widget_set_name (row, rule->id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), qtr_rule_to_words (rule->id));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), choose (self->plan, rule->id));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_DEFAULT);
  g_hash_table_insert (self->rows, (gpointer) rule->id, row);
  return row;
}

static void
expanded_cb (AdwExpanderRow *expander, GParamSpec *pspec, QtrPlanRules *self)
{
  guint n_rules = 0;
  const QtrRule *rules = qtr_rules_get (&n_rules);

  g_assert (QTR_IS_PLAN_RULES (self));

  for (guint i = 0; self->plan != NULL && i < n_rules; i++)
    if (self->expanders[rules[i].severity] == expander && !g_hash_table_contains (self->rows, rules[i].id))
      adw_expander_row_add_row (expander, make_row (self, &rules[i]));
}

/* How many rules of a severity are not as usual. */
static void
refresh_subtitle (QtrPlanRules *self, QtrSeverity severity)
{
  guint n_rules = 0;
  guint n_changed = 0;
  const QtrRule *rules = qtr_rules_get (&n_rules);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n_rules; i++)
    n_changed += rules[i].severity == severity && qtr_rule_find (rules[i].id) == &rules[i] &&
                 choose (self->plan, rules[i].id) != CHOICE_USUAL;
  subtitle = n_changed == 0 ? g_strdup (_ ("All as usual"))
                            /* Translators: how many rules of the checks a plan has changed. */
                            : g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  adw_expander_row_set_subtitle (self->expanders[severity], subtitle);
}

void
qtr_plan_rules_show (QtrPlanRules *self, const QtrPlan *plan)
{
  GHashTableIter iter;
  gpointer rule = NULL;
  gpointer row = NULL;

  g_return_if_fail (QTR_IS_PLAN_RULES (self));

  self->refreshing = TRUE;
  qtr_record_unref (self->plan);
  self->plan = qtr_record_ref (plan);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &rule, &row))
    adw_combo_row_set_selected (row, choose (plan, rule));
  for (int severity = 0; severity < N_SEVERITIES; severity++)
    refresh_subtitle (self, (QtrSeverity) severity);
  self->refreshing = FALSE;
}

static void
qtr_plan_rules_finalize (GObject *object)
{
  QtrPlanRules *self = QTR_PLAN_RULES (object);

  qtr_record_unref (self->plan);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (qtr_plan_rules_parent_class)->finalize (object);
}

static void
qtr_plan_rules_class_init (QtrPlanRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qtr_plan_rules_finalize;

  signal_chosen = g_signal_new ("chosen", QTR_TYPE_PLAN_RULES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_INT);
}

static void
qtr_plan_rules_init (QtrPlanRules *self)
{
  /* Translators: kinds of findings, by severity. */
  static const char *const titles[N_SEVERITIES] = { N_ ("Notices"), N_ ("Warnings"), N_ ("Errors") };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  adw_preferences_group_set_title (group, _ ("Checks"));
  adw_preferences_group_set_description (
      group, _ ("How seriously each rule is taken. While an error stands, nothing but drafts is exported."));
  for (int severity = N_SEVERITIES - 1; severity >= 0; severity--) {
    self->expanders[severity] = ADW_EXPANDER_ROW (adw_expander_row_new ());
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expanders[severity]), _ (titles[severity]));
    g_signal_connect_object (self->expanders[severity], "notify::expanded", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_DEFAULT);
    adw_preferences_group_add (group, GTK_WIDGET (self->expanders[severity]));
  }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}
