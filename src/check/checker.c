/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/checker.h"

#include "check/dismissal.h"
#include "check/finding-private.h"
#include "check/memo.h"
#include "check/printed-plan.h"
#include "check/subject.h"

struct _QtrChecker {
  QtrMemo *memo;
  QtrPrintedPlan *printed;
  /* As they were given to rules the last time: kept, so that what is equal also stays the same record. */
  QtrPlan *plan;
  QtrUpdate *front;
  QtrPlan *style;
  QtrPlan *known;
};

/* One run over the subjects of one update or text. */
typedef struct {
  QtrMemo *memo;
  GArray *subjects;
  const QtrPlan *plan;
  const QtrUpdate *front;
  const QtrPlan *style;
  QtrPeriod quarter;
  /* With all its lists; no rule sees it. */
  const QtrPlan *root;
  GArray *found;
  /* What the measures' values depend on. */
  const QtrPlan *known;
  /* What is summed up of the updates before, and by which function. */
  QtrSummariseFunc before_by;
  GPtrArray *quarter_before;
  GPtrArray *year_before;
  const QtrResolver *resolver;
} Run;

/* A finding, and what it is put in order by. */
typedef struct {
  guint subject;
  int start;
  QtrFinding *finding;
} Found;

QtrChecker *
qtr_checker_new (void)
{
  QtrChecker *self = g_new0 (QtrChecker, 1);

  self->memo = qtr_memo_new ();
  self->printed = qtr_printed_plan_new ();
  return self;
}

void
qtr_checker_free (QtrChecker *self)
{
  qtr_memo_free (self->memo);
  qtr_printed_plan_free (self->printed);
  qtr_record_unref (self->plan);
  qtr_record_unref (self->front);
  qtr_record_unref (self->style);
  qtr_record_unref (self->known);
  g_free (self);
}

static gpointer
without_lists (gconstpointer record)
{
  const QtrRecordType *type = ((const QtrRecord *) record)->type;
  gpointer bare = qtr_record_ref (record);

  for (guint i = 0; i < type->n_fields; i++) {
    g_autoptr (QtrRecord) before = bare;

    bare = type->fields[i].kind == QTR_FIELD_LIST
               ? qtr_record_with_value (before, &type->fields[i], (QtrValue) { .list = NULL })
               : qtr_record_ref (before);
  }

  return bare;
}

/* The house style and nothing else, so that no other change of the plan asks for it again. */
static gpointer
without_all_but_style (const QtrPlan *plan)
{
  if (plan->percent == QTR_PERCENT_ANY && plan->small_numbers == QTR_SMALL_NUMBERS_ANY && plan->terms == NULL)
    return NULL;

  return qtr_record_new (&qtr_plan_type, "id", plan->record.id, "percent", (int) plan->percent,
                         "small_numbers", (int) plan->small_numbers, "terms", plan->terms, NULL);
}

static QtrList *
list_bare_updates (const QtrPlan *plan)
{
  g_autoptr (GPtrArray) updates = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    g_ptr_array_add (updates, qtr_record_new (&qtr_update_type, "id", update->record.id, "quarter",
                                              update->quarter, "data_to", update->data_to, NULL));
  }
  return qtr_list_new_from_array (updates);
}

/* What the values of measures depend on, so that no word of the narrative asks for them again. */
static gpointer
with_measures_only (const QtrPlan *plan)
{
  g_autoptr (QtrList) updates = list_bare_updates (plan);

  return qtr_record_new (&qtr_plan_type, "id", plan->record.id, "first_month", plan->first_month, "areas",
                         plan->areas, "measures", plan->measures, "updates", updates, "statuses",
                         plan->statuses, NULL);
}

/* Takes both; the one that was kept stays if they are equal. */
static gpointer
keep_same (gpointer kept, gpointer fresh)
{
  g_autoptr (QtrRecord) before = kept;
  g_autoptr (QtrRecord) bare = fresh;

  return before != NULL && bare != NULL && qtr_record_equal (before, bare) ? g_steal_pointer (&before)
                                                                           : g_steal_pointer (&bare);
}

static gboolean
is_among (const char *const *words, const char *word)
{
  return words == NULL || g_strv_contains (words, word);
}

static gboolean
is_wanted (const QtrRule *rule, const QtrCheckerOptions *options)
{
  return options == NULL ||
         (is_among (options->families, rule->family) && is_among (options->rules, rule->id));
}

static gboolean
is_off (const Run *run, const QtrRule *rule)
{
  const QtrRuleSetting *setting = run->root == NULL ? NULL : qtr_plan_find_rule_setting (run->root, rule->id);

  return setting != NULL && setting->level == QTR_RULE_OFF;
}

static QtrSubject *
get_subject (const Run *run, guint index)
{
  return &g_array_index (run->subjects, QtrSubject, index);
}

static QtrInputs
declare (const Run *run, const QtrSubject *subject, guint needs)
{
  return (QtrInputs) {
    .record = subject->record,
    .companions = subject->companions,
    .plan = needs & QTR_NEEDS_PLAN ? run->plan : NULL,
    .front = needs & QTR_NEEDS_FRONT ? run->front : NULL,
    .style = needs & QTR_NEEDS_STYLE ? run->style : NULL,
    .known = needs & QTR_NEEDS_MEASURES ? run->known : NULL,
    .quarter = needs & (QTR_NEEDS_QUARTER | QTR_NEEDS_QUARTER_IF_KNOWN) ? run->quarter : QTR_PERIOD_UNSET,
  };
}

/* A text has no plan, no front matter and no quarter, and a plan need not have a house style. */
static gboolean
can_have (const Run *run, guint needs)
{
  if (needs & QTR_NEEDS_STYLE && run->style == NULL)
    return FALSE;

  return run->plan != NULL || (needs & ~(guint) QTR_NEEDS_QUARTER_IF_KNOWN) == QTR_NEEDS_NOTHING;
}

/* Sums up all of the rule's kinds within the subject, and notes which they were. */
static GPtrArray *
summarise (Run *run, const QtrRule *rule, guint scope, GArray *members, guint *n_earlier)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (guint i = scope + 1; i < get_subject (run, scope)->end; i++) {
    const QtrSubject *member = get_subject (run, i);
    QtrInputs inputs = declare (run, member, QTR_NEEDS_NOTHING);

    if ((rule->of & QTR_OF (member->kind)) == 0)
      continue;
    *n_earlier += member->kind == QTR_SUBJECT_EARLIER;
    g_array_append_val (members, i);
    g_ptr_array_add (summaries, g_variant_ref (qtr_memo_summarise (run->memo, rule->summarise, &inputs)));
  }

  return summaries;
}

/* The subject that a remark is about: a summed one, a bullet of a passage, or what the rule looked at. */
static guint
find_subject (const Run *run, guint scope, GArray *members, const QtrRemark *remark)
{
  if (remark->about >= 0)
    return g_array_index (members, guint, remark->about);
  for (guint i = scope; remark->bullet != NULL && i < get_subject (run, scope)->end; i++)
    if (get_subject (run, i)->kind == QTR_SUBJECT_BULLET &&
        g_str_equal (remark->bullet, get_subject (run, i)->place.bullet))
      return i;

  return scope;
}

/* What the plan and its people make of a finding. */
static void
decide (const Run *run, const QtrSubject *subject, QtrFinding *finding)
{
  const QtrRecord *record = subject->record;
  const QtrRuleSetting *setting =
      run->root == NULL ? NULL : qtr_plan_find_rule_setting (run->root, finding->rule);
  const QtrDismissal *dismissal = NULL;

  finding->mark = qtr_finding_make_mark (
      finding, record->type == &qtr_bullet_type ? ((const QtrBullet *) record)->text : NULL);
  if (setting != NULL && setting->level != QTR_RULE_OFF)
    finding->severity = (QtrSeverity) (setting->level - QTR_RULE_NOTICE);
  dismissal = run->root == NULL ? NULL : qtr_finding_find_dismissal (finding, run->root);
  if (dismissal != NULL)
    finding->dismissed = g_strdup (dismissal->reason == NULL ? "" : dismissal->reason);
}

/* A figure that is linked is not written in the text: no fix may cut into it. */
static gboolean
cuts_figure (const Run *run, const QtrSubject *subject, const QtrFix *fix)
{
  return fix != NULL && run->resolver != NULL &&
         qtr_figure_spans_touch (qtr_resolver_get_spans (run->resolver, subject->place.bullet),
                                 (QtrSpan) { fix->start, fix->end });
}

static void
note (Run *run, const QtrRule *rule, guint scope, GArray *members, GArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++) {
    const QtrRemark *remark = &g_array_index (remarks, QtrRemark, i);
    guint subject = find_subject (run, scope, members, remark);
    Found found = { subject, remark->start, NULL };
    QtrRemark said = *remark;

    if (remark->rule != NULL && !g_str_equal (remark->rule, rule->id))
      continue;
    if (cuts_figure (run, get_subject (run, subject), said.fix))
      said.fix = NULL;
    found.finding = qtr_finding_new (rule, &get_subject (run, subject)->place, &said);
    decide (run, get_subject (run, subject), found.finding);
    g_array_append_val (run->found, found);
  }
}

static void
forget_updates_before (Run *run)
{
  g_clear_pointer (&run->quarter_before, g_ptr_array_unref);
  g_clear_pointer (&run->year_before, g_ptr_array_unref);
}

/* Sums up the passages of another update. */
static GPtrArray *
summarise_update (Run *run, const QtrRule *rule, QtrPeriod quarter)
{
  const QtrUpdate *update = qtr_plan_find_update (run->root, quarter);
  GPtrArray *summaries = NULL;

  if (update == NULL)
    return NULL;
  summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrList *bullets = ((const QtrSection *) qtr_list_get (update->sections, i))->bullets;

    for (guint j = 0; j < qtr_list_length (bullets); j++) {
      QtrInputs inputs = { .record = qtr_list_get (bullets, j), .quarter = QTR_PERIOD_UNSET };

      g_ptr_array_add (summaries, g_variant_ref (qtr_memo_summarise (run->memo, rule->summarise, &inputs)));
    }
  }
  return summaries;
}

/* Once for all the rules that sum up in one way. */
static void
read_updates_before (Run *run, const QtrRule *rule)
{
  if (run->before_by == rule->summarise)
    return;
  forget_updates_before (run);
  run->before_by = rule->summarise;
  run->quarter_before = summarise_update (run, rule, qtr_period_add (run->quarter, -1));
  run->year_before = summarise_update (run, rule, qtr_period_year_before (run->quarter));
}

static void
apply (Run *run, const QtrRule *rule, guint scope)
{
  const QtrSubject *subject = get_subject (run, scope);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_earlier = 0;
  g_autoptr (GPtrArray) summaries =
      rule->summarise == NULL ? NULL : summarise (run, rule, scope, members, &n_earlier);
  QtrInputs inputs = declare (run, subject, rule->needs);

  if (rule->needs & QTR_NEEDS_UPDATES_BEFORE) {
    read_updates_before (run, rule);
    inputs.quarter_before = run->quarter_before;
    inputs.year_before = run->year_before;
  }
  inputs.summaries = summaries;
  inputs.n_earlier = n_earlier;
  note (run, rule, scope, members, qtr_memo_check (run->memo, rule->check, &inputs));
}

static void
apply_everywhere (Run *run, const QtrRule *rule)
{
  for (guint i = 0; i < run->subjects->len; i++)
    if (get_subject (run, i)->kind == rule->scope)
      apply (run, rule, i);
}

static int
compare_found (gconstpointer left, gconstpointer right)
{
  const Found *a = left;
  const Found *b = right;

  if (a->subject != b->subject)
    return a->subject < b->subject ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

/* The sort is stable: what stands at one place is in the order of the rules. */
static GPtrArray *
take_findings (Run *run, gboolean with_dismissed)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);

  g_array_sort (run->found, compare_found);
  for (guint i = 0; i < run->found->len; i++) {
    QtrFinding *finding = g_array_index (run->found, Found, i).finding;

    if (finding->dismissed == NULL || with_dismissed)
      g_ptr_array_add (findings, finding);
    else
      qtr_finding_unref (finding);
  }
  return findings;
}

static void
apply_all (Run *run, const QtrRule *rules, guint n_rules, const QtrCheckerOptions *options)
{
  for (guint i = 0; i < n_rules; i++)
    if (is_wanted (&rules[i], options) && can_have (run, rules[i].needs) && !is_off (run, &rules[i]))
      apply_everywhere (run, &rules[i]);
}

static GPtrArray *
run_rules (Run *run, const QtrCheckerOptions *options)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint n_rules = 0;
  const QtrRule *rules = qtr_rules_get (&n_rules);
  guint n_more = 0;
  const QtrRule *more = qtr_rules_get_more (&n_more);

  run->found = found;
  apply_all (run, rules, n_rules, options);
  apply_all (run, more, n_more, options);
  forget_updates_before (run);
  qtr_memo_forget_unused (run->memo);
  return take_findings (run, options != NULL && options->with_dismissed);
}

/* The figures of a bullet are its companions. */
static void
add_notes (const QtrChecker *self, GArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++) {
    QtrSubject *subject = &g_array_index (subjects, QtrSubject, i);

    if (subject->kind == QTR_SUBJECT_BULLET && subject->companions == NULL)
      subject->companions = qtr_list_ref (
          qtr_resolver_get_notes (qtr_printed_plan_get_resolver (self->printed), subject->place.bullet));
  }
}

GPtrArray *
qtr_checker_run (QtrChecker *self, const QtrPlan *plan, QtrPeriod quarter, const QtrCheckerOptions *options)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autoptr (QtrPlan) printed = NULL;
  g_autoptr (GArray) subjects = NULL;

  g_return_val_if_fail (update != NULL, g_ptr_array_new ());

  printed = qtr_printed_plan_read (self->printed, plan, update);
  update = qtr_plan_find_update (printed, quarter);

  self->plan = keep_same (self->plan, without_lists (plan));
  self->front = keep_same (self->front, without_lists (update));
  self->style = keep_same (self->style, without_all_but_style (plan));
  self->known = keep_same (self->known, with_measures_only (plan));
  subjects = qtr_subjects_new (printed, update, self->front, quarter);
  add_notes (self, subjects);
  return run_rules (&(Run) { self->memo, subjects, self->plan, self->front, self->style, quarter, printed,
                             .known = self->known,
                             .resolver = qtr_printed_plan_get_resolver (self->printed) },
                    options);
}

GPtrArray *
qtr_checker_run_bullets (QtrChecker *self, const QtrList *bullets, GHashTable *lines,
                         const QtrCheckerOptions *options)
{
  g_autoptr (GArray) subjects =
      qtr_subjects_new_for_bullets (bullets, lines, options == NULL ? NULL : options->headings);

  return run_rules (&(Run) { self->memo, subjects, NULL, NULL, NULL, QTR_PERIOD_UNSET }, options);
}

guint64
qtr_checker_get_evaluations (const QtrChecker *self)
{
  return qtr_memo_get_evaluations (self->memo);
}

guint
qtr_checker_get_size (const QtrChecker *self)
{
  return qtr_memo_get_size (self->memo);
}
