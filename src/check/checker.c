/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/checker.h"

#include "check/finding-private.h"
#include "check/memo.h"
#include "check/subject.h"

struct _QtrChecker {
  QtrMemo *memo;
  /* As they were given to rules the last time: kept, so that what is equal also stays the same record. */
  QtrPlan *plan;
  QtrUpdate *front;
  QtrPlan *style;
};

/* One run over the subjects of one update or text. */
typedef struct {
  QtrMemo *memo;
  GArray *subjects;
  const QtrPlan *plan;
  const QtrUpdate *front;
  const QtrPlan *style;
  QtrPeriod quarter;
  GArray *found;
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
  return self;
}

void
qtr_checker_free (QtrChecker *self)
{
  qtr_memo_free (self->memo);
  qtr_record_unref (self->plan);
  qtr_record_unref (self->front);
  qtr_record_unref (self->style);
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

/* Sums up all of the rule's kind within the subject, and notes which they were. */
static GPtrArray *
summarise (Run *run, const QtrRule *rule, guint scope, GArray *members)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (guint i = scope + 1; i < get_subject (run, scope)->end; i++) {
    const QtrSubject *member = get_subject (run, i);
    QtrInputs inputs = declare (run, member, QTR_NEEDS_NOTHING);

    if (member->kind != rule->of)
      continue;
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

static void
note (Run *run, const QtrRule *rule, guint scope, GArray *members, GArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++) {
    const QtrRemark *remark = &g_array_index (remarks, QtrRemark, i);
    guint subject = find_subject (run, scope, members, remark);
    Found found = { subject, remark->start, NULL };

    if (remark->rule != NULL && !g_str_equal (remark->rule, rule->id))
      continue;
    found.finding = qtr_finding_new (rule, &get_subject (run, subject)->place, remark);
    g_array_append_val (run->found, found);
  }
}

static void
apply (Run *run, const QtrRule *rule, guint scope)
{
  const QtrSubject *subject = get_subject (run, scope);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) summaries = rule->summarise == NULL ? NULL : summarise (run, rule, scope, members);
  QtrInputs inputs = declare (run, subject, rule->needs);

  inputs.summaries = summaries;
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
take_findings (Run *run)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);

  g_array_sort (run->found, compare_found);
  for (guint i = 0; i < run->found->len; i++)
    g_ptr_array_add (findings, g_array_index (run->found, Found, i).finding);
  return findings;
}

static GPtrArray *
run_rules (Run *run, const QtrCheckerOptions *options)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint n_rules = 0;
  const QtrRule *rules = qtr_rules_get (&n_rules);

  run->found = found;
  for (guint i = 0; i < n_rules; i++)
    if (is_wanted (&rules[i], options) && can_have (run, rules[i].needs))
      apply_everywhere (run, &rules[i]);
  qtr_memo_forget_unused (run->memo);
  return take_findings (run);
}

GPtrArray *
qtr_checker_run (QtrChecker *self, const QtrPlan *plan, QtrPeriod quarter, const QtrCheckerOptions *options)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autoptr (GArray) subjects = NULL;

  g_return_val_if_fail (update != NULL, g_ptr_array_new ());

  self->plan = keep_same (self->plan, without_lists (plan));
  self->front = keep_same (self->front, without_lists (update));
  self->style = keep_same (self->style, without_all_but_style (plan));
  subjects = qtr_subjects_new (plan, update, self->front, quarter);
  return run_rules (&(Run) { self->memo, subjects, self->plan, self->front, self->style, quarter }, options);
}

GPtrArray *
qtr_checker_run_bullets (QtrChecker *self, const QtrList *bullets, GHashTable *lines,
                         const QtrCheckerOptions *options)
{
  g_autoptr (GArray) subjects = qtr_subjects_new_for_bullets (bullets, lines);

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
