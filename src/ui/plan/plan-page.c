/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-page.h"

#include <glib/gi18n-lib.h>

#include "model/edit-plan.h"
#include "ui/plan/plan-page-private.h"

G_DEFINE_FINAL_TYPE (QtrPlanPage, qtr_plan_page, ADW_TYPE_BIN)

enum {
  SIGNAL_TOLD,
  SIGNAL_TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const QtrPlan *
qtr_plan_page_get_plan (QtrPlanPage *self)
{
  return qtr_document_get_plan (self->document);
}

void
qtr_plan_page_tell (QtrPlanPage *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, message);
}

void
qtr_plan_page_tell_taken (QtrPlanPage *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, message);
}

/* --- Rows --- */

static void
row_asked_cb (QtrPlanItemRow *row, const char *what, QtrPlanPage *self)
{
  /* The row may be gone before what was asked is done. */
  g_autofree char *key = g_strdup (qtr_plan_item_row_get_key (row));

  g_assert (QTR_IS_PLAN_PAGE (self));

  qtr_plan_page_act (self, qtr_plan_item_row_get_kind (row), key, what);
}

static void
row_placed_cb (QtrPlanItemRow *row, QtrPlanItemRow *other, QtrPlanPage *self)
{
  g_autofree char *key = g_strdup (qtr_plan_item_row_get_key (other));
  g_autofree char *place = g_strdup (qtr_plan_item_row_get_key (row));

  g_assert (QTR_IS_PLAN_PAGE (self));

  qtr_plan_page_place (self, qtr_plan_item_row_get_kind (row), key, place);
}

QtrPlanItemRow *
qtr_plan_page_claim (QtrPlanPage *self, QtrPlanList *list, guint index, QtrPlanItemKind kind, const char *key)
{
  gboolean fresh = FALSE;
  QtrPlanItemRow *row = qtr_plan_list_claim (list, index, kind, key, &fresh);

  if (fresh) {
    g_signal_connect_object (row, "asked", G_CALLBACK (row_asked_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (row, "placed", G_CALLBACK (row_placed_cb), self, G_CONNECT_DEFAULT);
  }
  return row;
}

/* When a promise holds, in words; nothing if always. */
static char *
word_validity (const QtrPlan *plan, const char *from, const char *until)
{
  QtrPeriod first = qtr_plan_parse_period (plan, from);
  QtrPeriod last = qtr_plan_parse_period (plan, until);
  g_autofree char *first_label = qtr_period_is_set (first) ? qtr_period_to_label (first) : NULL;
  g_autofree char *last_label = qtr_period_is_set (last) ? qtr_period_to_label (last) : NULL;

  if (first_label != NULL && last_label != NULL)
    return g_strdup_printf ("%s – %s", first_label, last_label);
  if (first_label != NULL)
    /* Translators: %s is a quarter, the first one in which a promise holds. */
    return g_strdup_printf (_ ("from %s"), first_label);
  if (last_label != NULL)
    /* Translators: %s is a quarter, the last one in which a promise holds. */
    return g_strdup_printf (_ ("until %s"), last_label);

  return NULL;
}

/* --- Priorities --- */

/* The small print over a promise. */
static char *
join_lead (const char *lead, const char *validity)
{
  if (lead == NULL || validity == NULL)
    return g_strdup (lead == NULL ? validity : lead);

  /* Translators: a commitment's lead and when it holds, as in "We will: · until Q3 2019/20". */
  return g_strdup_printf (_ ("%s · %s"), lead, validity);
}

static void
refresh_commitments (QtrPlanPage *self, QtrPlanList *list, const QtrPriority *priority)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  guint n = qtr_list_length (priority->commitments);

  for (guint i = 0; i < n; i++) {
    const QtrCommitment *commitment = qtr_list_get (priority->commitments, i);
    QtrPlanItemRow *row =
        qtr_plan_page_claim (self, list, i + 1, QTR_PLAN_ITEM_COMMITMENT, commitment->record.id);
    g_autofree char *validity = word_validity (plan, commitment->from, commitment->until);
    g_autofree char *lead = join_lead (commitment->lead, validity);

    qtr_plan_item_row_set_words (row, lead, commitment->text, NULL);
    qtr_plan_item_row_set_place (row, 0, i == 0, i + 1 == n);
  }
  qtr_plan_list_end (list, n + 1);
}

static void
refresh_priority (QtrPlanPage *self, QtrPlanList *list, guint index)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  const QtrPriority *priority = qtr_list_get (plan->priorities, index);
  QtrPlanItemRow *row = qtr_plan_page_claim (self, list, 0, QTR_PLAN_ITEM_PRIORITY, priority->record.id);
  g_autofree char *note = word_validity (plan, priority->from, priority->until);

  qtr_plan_item_row_set_number (row, priority->number);
  qtr_plan_item_row_set_words (row, priority->title, NULL, note);
  qtr_plan_item_row_set_place (row, 0, index == 0, index + 1 == qtr_list_length (plan->priorities));
  refresh_commitments (self, list, priority);
}

static void
add_commitment_cb (QtrPlanList *list, QtrPlanPage *self)
{
  g_assert (QTR_IS_PLAN_PAGE (self));

  qtr_plan_page_edit (self, QTR_PLAN_ITEM_COMMITMENT, NULL, gtk_widget_get_name (GTK_WIDGET (list)));
}

/* The list of each priority bears its id as its name. */
static GtkWidget *
find_priority_list (QtrPlanPage *self, const char *id)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->priorities));

  while (list != NULL && !g_str_equal (gtk_widget_get_name (list), id))
    list = gtk_widget_get_next_sibling (list);

  return list;
}

static GtkWidget *
claim_priority_list (QtrPlanPage *self, const char *id, GtkWidget *after)
{
  GtkWidget *list = find_priority_list (self, id);

  if (list == NULL) {
    list = qtr_plan_list_new (_ ("Add _Commitment…"));
    gtk_widget_set_name (list, id);
    g_signal_connect_object (list, "add", G_CALLBACK (add_commitment_cb), self, G_CONNECT_DEFAULT);
    gtk_box_append (self->priorities, list);
  }
  if (gtk_widget_get_prev_sibling (list) != after)
    gtk_box_reorder_child_after (self->priorities, list, after);
  return list;
}

static void
refresh_priorities (QtrPlanPage *self)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  GtkWidget *last = NULL;
  GtkWidget *left = NULL;

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    last = claim_priority_list (self, ((const QtrRecord *) qtr_list_get (plan->priorities, i))->id, last);
    refresh_priority (self, QTR_PLAN_LIST (last), i);
  }
  while ((left = gtk_widget_get_last_child (GTK_WIDGET (self->priorities))) != last)
    gtk_box_remove (self->priorities, left);
}

/* --- Areas, people, markings --- */

static guint
refresh_areas (QtrPlanPage *self, const QtrList *areas, guint index, guint depth)
{
  guint n = qtr_list_length (areas);

  for (guint i = 0; i < n; i++) {
    const QtrArea *area = qtr_list_get (areas, i);
    QtrPlanItemRow *row = qtr_plan_page_claim (self, self->areas, index, QTR_PLAN_ITEM_AREA, area->record.id);

    qtr_plan_item_row_set_words (row, area->name, NULL, NULL);
    qtr_plan_item_row_set_place (row, depth, i == 0, i + 1 == n);
    index = refresh_areas (self, area->areas, index + 1, depth + 1);
  }

  return index;
}

static void
refresh_people (QtrPlanPage *self, const QtrList *people)
{
  guint n = qtr_list_length (people);

  for (guint i = 0; i < n; i++) {
    const QtrPerson *person = qtr_list_get (people, i);
    QtrPlanItemRow *row =
        qtr_plan_page_claim (self, self->people, i, QTR_PLAN_ITEM_PERSON, person->record.id);

    qtr_plan_item_row_set_words (row, person->name, person->role, NULL);
    qtr_plan_item_row_set_place (row, 0, i == 0, i + 1 == n);
  }
  qtr_plan_list_end (self->people, n);
}

static void
refresh_markings (QtrPlanPage *self, const QtrTokens *markings)
{
  guint n = qtr_tokens_length (markings);

  for (guint i = 0; i < n; i++) {
    QtrPlanItemRow *row =
        qtr_plan_page_claim (self, self->markings, i, QTR_PLAN_ITEM_MARKING, markings->at[i]);

    qtr_plan_item_row_set_words (row, markings->at[i], NULL, NULL);
    qtr_plan_item_row_set_place (row, 0, i == 0, i + 1 == n);
  }
  qtr_plan_list_end (self->markings, n);
}

/* --- The plan's own fields --- */

static void
refresh_entry (AdwEntryRow *row, const char *value)
{
  const char *text = value == NULL ? "" : value;

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
refresh (QtrPlanPage *self)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);

  self->refreshing = TRUE;
  refresh_entry (self->title, plan->title);
  refresh_entry (self->body, plan->body);
  refresh_entry (self->years, plan->years);
  adw_combo_row_set_selected (self->first_month, (guint) plan->first_month - 1);
  refresh_priorities (self);
  qtr_plan_list_end (self->areas, refresh_areas (self, plan->areas, 0, 0));
  refresh_people (self, plan->people);
  refresh_markings (self, plan->markings);
  qtr_plan_page_refresh_style (self);
  self->refreshing = FALSE;
}

static void
entry_changed_cb (QtrPlanPage *self, AdwEntryRow *row)
{
  const char *field = row == self->title ? "title" : row == self->body ? "body" : "years";
  const QtrPlan *plan = NULL;
  g_autofree char *run = g_strconcat ("plan/", field, NULL);

  if (self->refreshing || self->document == NULL)
    return;
  plan = qtr_plan_page_get_plan (self);
  qtr_document_commit (
      self->document,
      qtr_edit_set (plan, plan->record.id, field, gtk_editable_get_text (GTK_EDITABLE (row)), NULL),
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), run);
}

static void
first_month_changed_cb (QtrPlanPage *self)
{
  g_autoptr (GError) error = NULL;
  QtrPlan *now = NULL;

  if (self->refreshing || self->document == NULL)
    return;
  now = qtr_edit_set_first_month (qtr_plan_page_get_plan (self),
                                  (int) adw_combo_row_get_selected (self->first_month) + 1, &error);
  if (now != NULL) {
    qtr_document_commit (self->document, now, _ ("First Month of the Year"), NULL);
    return;
  }
  refresh (self);
  qtr_plan_page_tell (self, error->message);
}

/* Rows cost: they are made when the page is first seen, and follow the plan while it is. */
static void
mapped_cb (QtrPlanPage *self)
{
  if (self->document != NULL)
    refresh (self);
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrPlanPage *self)
{
  g_assert (QTR_IS_PLAN_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->refreshing)
    refresh (self);
}

void
qtr_plan_page_set_document (QtrPlanPage *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_PLAN_PAGE (self));

  if (g_set_object (&self->document, document))
    g_signal_group_set_target (self->document_signals, document);
}

static void
add_cb (QtrPlanPage *self, QtrPlanList *list)
{
  QtrPlanItemKind kind = list == self->areas    ? QTR_PLAN_ITEM_AREA
                         : list == self->people ? QTR_PLAN_ITEM_PERSON
                         : list == self->terms  ? QTR_PLAN_ITEM_TERM
                                                : QTR_PLAN_ITEM_MARKING;

  qtr_plan_page_edit (self, kind, NULL, NULL);
}

static void
add_priority_cb (QtrPlanPage *self)
{
  qtr_plan_page_edit (self, QTR_PLAN_ITEM_PRIORITY, NULL, NULL);
}

static void
list_months (QtrPlanPage *self)
{
  for (int month = 1; month <= 12; month++) {
    g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);
    g_autofree char *name = g_date_time_format (day, "%OB");

    gtk_string_list_append (self->months, name);
  }
}

static void
qtr_plan_page_dispose (GObject *object)
{
  QtrPlanPage *self = QTR_PLAN_PAGE (object);

  self->refreshing = TRUE;
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_PLAN_PAGE);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (qtr_plan_page_parent_class)->dispose (object);
}

static void
bind_style (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, accent_row);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, accent);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, accent_reset);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, preset);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, percent);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, small_numbers);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, terms);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, rules);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, logo);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_accent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_accent_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_style_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_rule_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_logo_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_logo_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_logo_worded_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_plan_page_tell);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/plan/plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, body);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, years);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, first_month);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, months);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, priorities);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, areas);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, people);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanPage, markings);
  bind_style (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_month_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_priority_cb);
}

static void
qtr_plan_page_class_init (QtrPlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_plan_page_dispose;

  signals[SIGNAL_TOLD] = g_signal_new ("told", QTR_TYPE_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", QTR_TYPE_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (QTR_TYPE_PLAN_LIST);
  g_type_ensure (QTR_TYPE_PLAN_LOGO);
  g_type_ensure (QTR_TYPE_PLAN_RULES);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qtr_plan_page_init (QtrPlanPage *self)
{
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  list_months (self);
  self->refreshing = FALSE;
  /* The window undoes; an entry's own history would only know of the entry. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->body), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->years), FALSE);
}
