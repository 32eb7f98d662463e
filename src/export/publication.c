/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "export/audience-copy.h"
#include "export/publication-private.h"
#include "series/resolve.h"

/* What the walk over the plan carries along: the update as this copy has it, and as it was written. */
typedef struct {
  QtrPublication *publication;
  const QtrPlan *plan;
  const QtrUpdate *update;
  const QtrUpdate *written;
  QtrPeriod quarter;
  QtrAudience audience;
} Walk;

/* The area stands before its bullet's text, and is not said twice where somebody typed the colon too. */
static char *
clean_area (const char *area)
{
  char *clean = qtr_publication_clean (area);
  gsize length = clean != NULL ? strlen (clean) : 0;

  if (length > 1 && clean[length - 1] == ':')
    clean[length - 1] = '\0';
  return clean;
}

static void
add_bullets (QtrNode *parent, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    g_autofree char *area = clean_area (bullet->area);

    add_bullets (qtr_node_add (parent, QTR_NODE_BULLET, area, bullet->text), bullet->bullets);
  }
}

static void
add_section (Walk *self, QtrNode *node, const char *commitment)
{
  const QtrSection *section = qtr_update_find_section (self->update, commitment);

  if (section != NULL && section->nil_return)
    qtr_node_add (node, QTR_NODE_NOTE, _ ("Nil return"), section->nil_reason);
  if (section != NULL)
    add_bullets (node, section->bullets);
  if (node->children->len > 0)
    return;
  if (qtr_section_is_reported (qtr_update_find_section (self->written, commitment)))
    qtr_node_add (node, QTR_NODE_NOTE, NULL, _ ("What is reported here is marked above this copy."));
  else
    qtr_node_add (node, QTR_NODE_NOTE, NULL, _ ("Nothing has been reported yet."));
}

static void
add_priority (Walk *self, const QtrPriority *priority)
{
  g_autoptr (GPtrArray) commitments = qtr_plan_list_commitments (self->plan, priority, self->quarter);
  /* Translators: a priority's number and title. */
  g_autofree char *heading = g_strdup_printf (_ ("Priority %d – %s"), priority->number, priority->title);
  QtrNode *node = qtr_node_new (QTR_NODE_PRIORITY, NULL, heading);

  node->anchor = g_strdup_printf ("priority-%u", self->publication->nodes->len + 1);
  g_ptr_array_add (self->publication->nodes, node);
  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = commitments->pdata[i];

    add_section (self, qtr_node_add (node, QTR_NODE_COMMITMENT, commitment->lead, commitment->text),
                 commitment->record.id);
  }
  qtr_publication_add_figures (node, self->plan, self->update, priority, self->quarter, &self->audience);
}

static void
add_priorities (Walk *self)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (self->plan, self->quarter);

  for (guint i = 0; i < priorities->len; i++)
    add_priority (self, priorities->pdata[i]);
}

/* The reader of a lesser copy is told that it is one. */
static void
add_left_out (QtrPublication *self)
{
  g_autofree char *text = NULL;

  if (self->n_left_out == 0)
    return;
  text = g_strdup_printf (ngettext ("%u bullet is left out of this copy because of its marking.",
                                    "%u bullets are left out of this copy because of their marking.",
                                    self->n_left_out),
                          self->n_left_out);
  g_ptr_array_insert (self->nodes, 0, qtr_node_new (QTR_NODE_NOTE, NULL, text));
}

static char *
month_label (const QtrPlan *plan, const char *text)
{
  QtrPeriod period = qtr_plan_parse_period (plan, text);

  return qtr_period_is_set (period) ? qtr_period_to_label (period) : qtr_publication_clean (text);
}

static char *
quarter_label (QtrPeriod quarter)
{
  QtrPeriod year = qtr_period_as_unit (quarter, QTR_PERIOD_YEAR, quarter.first_month);
  g_autofree char *label = qtr_period_to_label (year);

  /* Translators: a quarter's number and its year, on the front page: Quarter 3 2019/20. */
  return g_strdup_printf (_ ("Quarter %d %s"), qtr_period_quarter_number (quarter), label);
}

static void
set_front (Walk *self)
{
  QtrPublication *front = self->publication;
  const QtrUpdate *update = self->update;

  front->marking = qtr_publication_clean (self->audience.marking);
  front->title = qtr_publication_clean (update->title != NULL ? update->title : self->plan->title);
  front->years =
      qtr_publication_clean (update->plan_period != NULL ? update->plan_period : self->plan->years);
  front->kind = g_strdup (_ ("Quarterly Update"));
  front->body = qtr_publication_clean (self->plan->body);
  front->quarter = quarter_label (self->quarter);
  front->period = self->quarter;
  front->data_to = month_label (self->plan, update->data_to);
  front->version = qtr_publication_clean (update->version);
  front->produced = month_label (self->plan, update->produced);
  front->produced_by = qtr_publication_clean (update->produced_by);
  front->accent = g_strdup (self->plan->accent);
  front->logo = g_strdup (self->plan->logo);
  front->logo_text =
      qtr_publication_clean (self->plan->logo_text != NULL ? self->plan->logo_text : self->plan->body);
}

gboolean
qtr_paper_parse (const char *text, QtrPaper *paper)
{
  static const char *const names[] = { [QTR_PAPER_A4] = "a4", [QTR_PAPER_A4_LANDSCAPE] = "a4-landscape" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], text) == 0) {
      *paper = i;
      return TRUE;
    }
  return FALSE;
}

const QtrUpdate *
qtr_publication_find_update (const QtrPlan *plan, QtrPeriod quarter, GError **error)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autofree char *label = update == NULL ? qtr_period_to_label (quarter) : NULL;

  if (update == NULL)
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("there is no update for %s"), label);
  return update;
}

/* The plan as it is read, with what this copy has of the update in the update's place. */
static QtrPlan *
print_copy (const QtrAudience *audience, const QtrUpdate *update, guint *n_left_out)
{
  g_autoptr (QtrUpdate) copy = qtr_audience_copy_update (audience, update, n_left_out);
  g_autoptr (QtrList) updates = NULL;
  g_autoptr (QtrPlan) plan = NULL;
  guint index = 0;

  qtr_list_find (audience->plan->updates, update->record.id, &index);
  updates = qtr_list_replace (audience->plan->updates, index, copy);
  plan = qtr_record_with (audience->plan, "updates", updates, NULL);
  return qtr_plan_resolve (plan, copy, NULL);
}

/* Findings may quote measures, and what other updates say, as well. */
static gboolean
hides_nothing (const QtrAudience *audience)
{
  const QtrPlan *plan = audience->plan;
  guint n_left_out = 0;

  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    if (!qtr_audience_admits_measure (audience, qtr_list_get (plan->measures, i)))
      return FALSE;
  for (guint i = 0; i < qtr_list_length (plan->updates) && n_left_out == 0; i++) {
    g_autoptr (QtrUpdate) copy =
        qtr_audience_copy_update (audience, qtr_list_get (plan->updates, i), &n_left_out);
  }
  return n_left_out == 0;
}

static void
fill (Walk *self, const QtrPublicationOptions *options)
{
  QtrPublication *publication = self->publication;

  set_front (self);
  publication->paper = options->paper;
  publication->attach = options->attach;
  add_priorities (self);
  qtr_publication_add_corrections (publication->nodes, self->audience.plan, self->written, &self->audience);
  if (!options->draft)
    qtr_publication_add_sign_offs (publication->nodes, self->audience.plan, self->written,
                                   options->sign_offs);
  add_left_out (publication);
  if (options->draft)
    qtr_publication_add_open (publication, options->findings, hides_nothing (&self->audience));
  publication->plan = qtr_audience_copy_plan (&self->audience, self->plan, self->update);
  publication->data = qtr_publication_list_data (publication);
}

QtrPublication *
qtr_publication_new (const QtrPlan *plan, QtrPeriod quarter, const QtrPublicationOptions *options,
                     GError **error)
{
  const QtrPublicationOptions usual = { 0 };
  const QtrUpdate *update = qtr_publication_find_update (plan, quarter, error);
  g_autoptr (QtrPublication) self = NULL;
  g_autoptr (QtrPlan) printed = NULL;
  Walk walk = { .written = update, .quarter = quarter };

  if (options == NULL)
    options = &usual;
  if (update == NULL || !qtr_audience_init (&walk.audience, plan, update, options->audience, error))
    return NULL;
  self = g_new0 (QtrPublication, 1);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_node_free);
  printed = print_copy (&walk.audience, update, &self->n_left_out);
  walk.publication = self;
  walk.plan = printed;
  walk.update = qtr_plan_find_update (printed, quarter);
  fill (&walk, options);
  return g_steal_pointer (&self);
}

void
qtr_publication_free (QtrPublication *self)
{
  g_free (self->marking);
  g_free (self->draft);
  g_free (self->title);
  g_free (self->years);
  g_free (self->kind);
  g_free (self->body);
  g_free (self->quarter);
  g_free (self->data_to);
  g_free (self->version);
  g_free (self->produced);
  g_free (self->produced_by);
  g_free (self->accent);
  g_free (self->logo);
  g_free (self->logo_text);
  g_ptr_array_unref (self->nodes);
  g_clear_pointer (&self->data, qtr_table_free);
  g_clear_pointer (&self->plan, qtr_record_unref);
  g_free (self);
}

static char *
join_words (const char *separator, const char *const *words, guint n_words)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", words[i]);
  return g_string_free (line, FALSE);
}

char *
qtr_publication_get_full_title (const QtrPublication *self)
{
  const char *const words[] = { self->title, self->years };

  return join_words (" ", words, G_N_ELEMENTS (words));
}

char *
qtr_publication_get_imprint (const QtrPublication *self, const char *separator)
{
  /* Translators: the version of a report, and the month in which it was produced. */
  g_autofree char *version = self->version != NULL ? g_strdup_printf (_ ("Version %s"), self->version) : NULL;
  g_autofree char *produced =
      self->produced != NULL ? g_strdup_printf (_ ("Produced %s"), self->produced) : NULL;
  const char *const words[] = { version, produced, self->produced_by };

  return join_words (separator, words, G_N_ELEMENTS (words));
}
