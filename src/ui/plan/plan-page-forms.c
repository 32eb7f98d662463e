/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/edit-plan.h"
#include "model/edit-style.h"
#include "model/path.h"
#include "ui/plan/plan-page-private.h"
#include "ui/plan/plan-wording-dialog.h"
#include "ui/update/quarter-words.h"

#define NUMBER_MAX 999

/* What a dialog is about: @key is %NULL for what is to be added within @parent. */
typedef struct {
  QtrPlanPage *page;
  char *key;
  char *parent;
} Item;

static Item *
item_new (QtrPlanPage *page, const char *key, const char *parent)
{
  Item *item = g_new0 (Item, 1);

  item->page = g_object_ref (page);
  item->key = g_strdup (key);
  item->parent = g_strdup (parent);
  return item;
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_object_unref (item->page);
  g_free (item->key);
  g_free (item->parent);
  g_free (item);
}

static gconstpointer
find_record (QtrPlanPage *self, const char *key)
{
  QtrPath path;

  return qtr_path_find (qtr_plan_page_get_plan (self), key, &path);
}

/* Takes @now; %NULL was refused. */
static gboolean
commit (QtrPlanPage *self, QtrPlan *now, const char *label)
{
  if (now == NULL)
    return FALSE;

  qtr_document_commit (self->document, now, label, NULL);
  return TRUE;
}

static gboolean
refuse (guint *wrong, guint index, const char *message, GError **error)
{
  *wrong = index;
  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
has_words (const char *text, guint *wrong, guint index, const char *message, GError **error)
{
  return *text != '\0' || refuse (wrong, index, message, error);
}

/* --- Validity --- */

static char *
label_quarter (const QtrPlan *plan, const char *text, int step)
{
  QtrPeriod quarter = qtr_plan_parse_period (plan, text);

  return qtr_period_is_set (quarter) ? qtr_period_to_label (qtr_period_add (quarter, step)) : NULL;
}

/* Promises of a plan that has been reported on begin with the quarter that is being written; the first update
 * has all of them. */
static char *
propose_first_quarter (const QtrPlan *plan)
{
  const QtrUpdate *latest = qtr_plan_get_latest_update (plan);

  return qtr_list_length (plan->updates) < 2 ? NULL : label_quarter (plan, latest->quarter, 0);
}

static void
get_validity (gconstpointer record, const char **from, const char **until)
{
  const QtrPriority *priority = record;
  const QtrCommitment *commitment = record;
  gboolean is_priority = priority->record.type == &qtr_priority_type;

  *from = is_priority ? priority->from : commitment->from;
  *until = is_priority ? priority->until : commitment->until;
}

static gboolean
apply_end (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  const QtrPlan *plan = qtr_plan_page_get_plan (item->page);
  const QtrRecord *record = find_record (item->page, item->key);
  gboolean is_priority = record != NULL && record->type == &qtr_priority_type;
  gboolean changes = FALSE;
  QtrPeriod first = QTR_PERIOD_UNSET;
  QtrPlan *now = NULL;
  const char *from = NULL;
  const char *until = NULL;

  if (record == NULL)
    return TRUE;
  if (!qtr_quarter_from_words (plan, values[0], &first, error))
    return FALSE;

  get_validity (record, &from, &until);
  now = qtr_edit_set_validity (plan, item->key, qtr_plan_parse_period (plan, from),
                               qtr_period_is_set (first) ? qtr_period_add (first, -1) : QTR_PERIOD_UNSET,
                               error);
  changes = now != NULL && now != plan;
  if (!commit (item->page, now, is_priority ? _ ("Ending a Priority") : _ ("Ending a Commitment")))
    return FALSE;
  if (changes && qtr_period_is_set (first))
    qtr_plan_page_tell_taken (item->page, is_priority ? _ ("Priority ended") : _ ("Commitment ended"));
  return TRUE;
}

void
qtr_plan_page_end (QtrPlanPage *self, QtrPlanItemKind kind, const char *key)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  const char *from = NULL;
  const char *until = NULL;
  g_autofree char *after = NULL;
  QtrPlanForm form = { .accept = _ ("_End") };

  get_validity (find_record (self, key), &from, &until);
  after = label_quarter (plan, until, 1);
  if (after == NULL && qtr_period_is_set (qtr_plan_get_next_quarter (plan)))
    after = qtr_period_to_label (qtr_plan_get_next_quarter (plan));

  form.title = kind == QTR_PLAN_ITEM_PRIORITY ? _ ("End the Priority") : _ ("End the Commitment");
  form.description = _ ("Updates from that quarter on do not report on it. What earlier ones say stays.");
  form.fields[0] = (QtrPlanField) { _ ("No Longer Holds From"), after };
  adw_dialog_present (qtr_plan_form_dialog_new (&form, apply_end, item_new (self, key, NULL), item_free),
                      GTK_WIDGET (self));
}

/* --- Priorities --- */

static gboolean
read_number (const char *text, int *number, guint *wrong, GError **error)
{
  guint64 value = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 1, NUMBER_MAX, &value, NULL))
    return refuse (wrong, 0, _ ("Write the number in digits"), error);

  *number = (int) value;
  return TRUE;
}

static QtrPlan *
change_priority (const QtrPlan *plan, const QtrPriority *priority, int number, const char *title,
                 QtrPeriod from, GError **error)
{
  g_autoptr (QtrPlan) now = qtr_edit_set (plan, priority->record.id, "number", number, "title", title, NULL);

  return qtr_edit_set_validity (now, priority->record.id, from, qtr_plan_parse_period (plan, priority->until),
                                error);
}

static QtrPlan *
add_priority (const QtrPlan *plan, int number, const char *title, QtrPeriod from)
{
  g_autofree char *text = qtr_period_is_set (from) ? qtr_period_to_string (from) : NULL;
  g_autoptr (QtrPriority) priority =
      qtr_record_new (&qtr_priority_type, "number", number, "title", title, "from", text, NULL);

  return qtr_edit_insert (plan, plan->record.id, "priorities", G_MAXUINT, priority);
}

static gboolean
apply_priority (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  const QtrPlan *plan = qtr_plan_page_get_plan (item->page);
  const QtrPriority *priority = find_record (item->page, item->key);
  QtrPeriod from = QTR_PERIOD_UNSET;
  int number = 0;

  if (!read_number (values[0], &number, wrong, error) ||
      !has_words (values[1], wrong, 1, _ ("A priority needs a title"), error))
    return FALSE;
  *wrong = 2;
  if (!qtr_quarter_from_words (plan, values[2], &from, error))
    return FALSE;
  if (priority == NULL)
    return commit (item->page, add_priority (plan, number, values[1], from), _ ("Adding a Priority"));

  return commit (item->page, change_priority (plan, priority, number, values[1], from, error),
                 _ ("Changing a Priority"));
}

static int
propose_number (const QtrPlan *plan)
{
  int number = 0;

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++)
    number = MAX (number, ((const QtrPriority *) qtr_list_get (plan->priorities, i))->number);

  return number + 1;
}

static AdwDialog *
make_priority_dialog (QtrPlanPage *self, const QtrPriority *priority, Item *item)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  g_autofree char *number =
      g_strdup_printf ("%d", priority == NULL ? propose_number (plan) : priority->number);
  g_autofree char *from =
      priority == NULL ? propose_first_quarter (plan) : label_quarter (plan, priority->from, 0);
  QtrPlanForm form = {
    .title = priority == NULL ? _ ("New Priority") : _ ("Priority"),
    .accept = priority == NULL ? _ ("_Add") : _ ("_Save"),
    .fields = { { _ ("Number"), number },
                { _ ("Title"), priority == NULL ? NULL : priority->title },
                { _ ("First Quarter (Optional)"), from } },
  };

  return qtr_plan_form_dialog_new (&form, apply_priority, item, item_free);
}

/* --- Commitments --- */

static QtrPlan *
add_commitment (const QtrPlan *plan, const char *priority, const char *lead, const char *text, QtrPeriod from)
{
  g_autofree char *from_text = qtr_period_is_set (from) ? qtr_period_to_string (from) : NULL;
  g_autoptr (QtrCommitment) commitment =
      qtr_record_new (&qtr_commitment_type, "lead", lead, "text", text, "from", from_text, NULL);

  return qtr_edit_insert (plan, priority, "commitments", G_MAXUINT, commitment);
}

static gboolean
apply_commitment (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  QtrPlanPage *self = item->page;
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  const char *lead = values[QTR_PLAN_WORDING_LEAD];
  const char *text = values[QTR_PLAN_WORDING_TEXT];
  QtrPeriod from = QTR_PERIOD_UNSET;

  if (!has_words (text, wrong, QTR_PLAN_WORDING_TEXT, _ ("A commitment needs words"), error))
    return FALSE;
  if (item->key != NULL && values[QTR_PLAN_WORDING_ANEW] == NULL)
    return commit (self, qtr_edit_set (plan, item->key, "lead", lead, "text", text, NULL),
                   _ ("Correcting a Wording"));
  *wrong = QTR_PLAN_WORDING_QUARTER;
  if (!qtr_quarter_from_words (plan, values[QTR_PLAN_WORDING_QUARTER], &from, error))
    return FALSE;
  if (item->key == NULL)
    return commit (self, add_commitment (plan, item->parent, lead, text, from), _ ("Adding a Commitment"));
  if (!qtr_period_is_set (from))
    return refuse (wrong, QTR_PLAN_WORDING_QUARTER, _ ("Say from which quarter on it is worded so"), error);

  return commit (self, qtr_edit_succeed (plan, item->key, lead, text, from, error), _ ("New Wording"));
}

static AdwDialog *
make_commitment_dialog (QtrPlanPage *self, const QtrCommitment *commitment, Item *item)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  const QtrUpdate *latest = qtr_plan_get_latest_update (plan);
  g_autofree char *quarter = commitment == NULL ? propose_first_quarter (plan)
                             : latest == NULL   ? NULL
                                                : label_quarter (plan, latest->quarter, 0);

  if (commitment == NULL)
    /* Translators: what stands before the text of most commitments. */
    return qtr_plan_wording_dialog_new (_ ("We will:"), NULL, quarter, apply_commitment, item, item_free);

  return qtr_plan_wording_dialog_new (commitment->lead, commitment->text == NULL ? "" : commitment->text,
                                      quarter, apply_commitment, item, item_free);
}

/* --- Areas, people, markings, words --- */

static gboolean
apply_area (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  const QtrPlan *plan = qtr_plan_page_get_plan (item->page);

  if (item->key == NULL)
    return commit (item->page, qtr_edit_add_area (plan, item->parent, values[0], error),
                   _ ("Adding an Area"));

  return commit (item->page, qtr_edit_rename_area (plan, item->key, values[0], error),
                 _ ("Renaming an Area"));
}

static gboolean
apply_person (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  const QtrPlan *plan = qtr_plan_page_get_plan (item->page);
  g_autoptr (QtrPerson) person = NULL;

  if (!has_words (values[0], wrong, 0, _ ("A person needs a name"), error))
    return FALSE;
  if (item->key != NULL)
    return commit (item->page, qtr_edit_set (plan, item->key, "name", values[0], "role", values[1], NULL),
                   _ ("Changing a Person"));

  person = qtr_record_new (&qtr_person_type, "name", values[0], "role", values[1], NULL);
  return commit (item->page, qtr_edit_insert (plan, plan->record.id, "people", G_MAXUINT, person),
                 _ ("Adding a Person"));
}

static gboolean
apply_marking (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  const QtrPlan *plan = qtr_plan_page_get_plan (item->page);

  if (item->key == NULL)
    return commit (item->page, qtr_edit_add_marking (plan, values[0], error), _ ("Adding a Marking"));

  return commit (item->page, qtr_edit_rename_marking (plan, item->key, values[0], error),
                 _ ("Renaming a Marking"));
}

/* What is wrong is said of the word to avoid, unless there is none to use. */
static gboolean
apply_term (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Item *item = data;
  const QtrPlan *plan = qtr_plan_page_get_plan (item->page);

  *wrong = *values[0] != '\0' && *values[1] == '\0' ? 1 : 0;
  return commit (item->page, qtr_edit_set_term (plan, item->key, values[0], values[1], error),
                 item->key == NULL ? _ ("Adding a Word") : _ ("Changing a Word"));
}

static AdwDialog *
make_area_dialog (const QtrArea *area, Item *item)
{
  QtrPlanForm form = {
    .title = area == NULL ? _ ("New Area") : _ ("Area"),
    .description = area == NULL ? NULL : _ ("Bullets and figures that name it follow."),
    .accept = area == NULL ? _ ("_Add") : _ ("_Save"),
    .fields = { { _ ("Name"), area == NULL ? NULL : area->name } },
  };

  return qtr_plan_form_dialog_new (&form, apply_area, item, item_free);
}

static AdwDialog *
make_person_dialog (const QtrPerson *person, Item *item)
{
  QtrPlanForm form = {
    .title = person == NULL ? _ ("New Person") : _ ("Person"),
    .accept = person == NULL ? _ ("_Add") : _ ("_Save"),
    .fields = { { _ ("Name"), person == NULL ? NULL : person->name },
                { _ ("Role"), person == NULL ? NULL : person->role } },
  };

  return qtr_plan_form_dialog_new (&form, apply_person, item, item_free);
}

static AdwDialog *
make_marking_dialog (const char *marking, Item *item)
{
  QtrPlanForm form = {
    .title = marking == NULL ? _ ("New Marking") : _ ("Marking"),
    .description = marking == NULL ? NULL : _ ("Whatever bears it follows."),
    .accept = marking == NULL ? _ ("_Add") : _ ("_Save"),
    .fields = { { _ ("Name"), marking } },
  };

  return qtr_plan_form_dialog_new (&form, apply_marking, item, item_free);
}

static AdwDialog *
make_term_dialog (const QtrTerm *term, Item *item)
{
  QtrPlanForm form = {
    .title = term == NULL ? _ ("New Word to Avoid") : _ ("Word to Avoid"),
    .accept = term == NULL ? _ ("_Add") : _ ("_Save"),
    .fields = { { _ ("Avoid"), term == NULL ? NULL : term->avoid },
                { _ ("Use Instead"), term == NULL ? NULL : term->use } },
  };

  return qtr_plan_form_dialog_new (&form, apply_term, item, item_free);
}

static AdwDialog *
make_dialog (QtrPlanPage *self, QtrPlanItemKind kind, gconstpointer record, Item *item)
{
  switch (kind) {
  case QTR_PLAN_ITEM_PRIORITY:
    return make_priority_dialog (self, record, item);
  case QTR_PLAN_ITEM_COMMITMENT:
    return make_commitment_dialog (self, record, item);
  case QTR_PLAN_ITEM_AREA:
    return make_area_dialog (record, item);
  case QTR_PLAN_ITEM_PERSON:
    return make_person_dialog (record, item);
  case QTR_PLAN_ITEM_MARKING:
    return make_marking_dialog (item->key, item);
  case QTR_PLAN_ITEM_TERM:
    return make_term_dialog (record, item);
  case QTR_PLAN_ITEM_MEASURE:
  case QTR_N_PLAN_ITEM_KINDS:
  default:
    g_return_val_if_reached (NULL);
  }
}

void
qtr_plan_page_edit (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *parent)
{
  gconstpointer record = kind == QTR_PLAN_ITEM_MARKING ? NULL : find_record (self, key);

  adw_dialog_present (make_dialog (self, kind, record, item_new (self, key, parent)), GTK_WIDGET (self));
}
