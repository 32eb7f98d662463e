/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit-style.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/word.h"
#include "model/logo.h"

static gboolean
refuse (const char *reason, GError **error)
{
  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, reason);
  return FALSE;
}

/* Words are the same whatever the case: they are looked for like that. */
static char *
fold (const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words == NULL ? "" : words));

  return g_utf8_casefold (stripped, -1);
}

static gboolean
is_avoided (const QtrPlan *plan, const char *id, const char *folded)
{
  for (guint i = 0; i < qtr_list_length (plan->terms); i++) {
    const QtrTerm *term = qtr_list_get (plan->terms, i);
    g_autofree char *other = fold (term->avoid);

    if (g_strcmp0 (term->record.id, id) != 0 && g_str_equal (other, folded))
      return TRUE;
  }

  return FALSE;
}

static gboolean
has_words (const char *text, const char *words)
{
  g_autoptr (GArray) spans = qtr_words_find (text, words);

  return spans->len > 0;
}

/* A fix that put the word back would never come to an end. */
static gboolean
may_stand (const QtrPlan *plan, const char *id, const char *avoid, const char *use, GError **error)
{
  g_autofree char *folded = fold (avoid);
  g_autofree char *instead = fold (use);

  if (*folded == '\0')
    return refuse (_ ("Say which word to avoid"), error);
  if (*instead == '\0')
    return refuse (_ ("Say which word to use instead"), error);
  if (has_words (use, avoid))
    return refuse (_ ("The word to use has the word to avoid in it"), error);
  if (is_avoided (plan, id, folded))
    return refuse (_ ("Another term avoids that word already"), error);

  return TRUE;
}

QtrPlan *
qtr_edit_set_term (const QtrPlan *plan, const char *id, const char *avoid, const char *use, GError **error)
{
  g_autofree char *old = g_strstrip (g_strdup (avoid == NULL ? "" : avoid));
  g_autofree char *better = g_strstrip (g_strdup (use == NULL ? "" : use));
  g_autoptr (QtrTerm) term = NULL;

  if (!may_stand (plan, id, old, better, error))
    return NULL;
  if (id != NULL)
    return qtr_edit_set (plan, id, "avoid", old, "use", better, NULL);

  term = qtr_record_new (&qtr_term_type, "avoid", old, "use", better, NULL);
  return qtr_edit_insert (plan, plan->record.id, "terms", G_MAXUINT, term);
}

QtrPlan *
qtr_edit_set_logo (const QtrPlan *plan, GBytes *bytes, GError **error)
{
  g_autofree char *logo = NULL;

  if (bytes == NULL)
    return qtr_edit_set (plan, plan->record.id, "logo", NULL, "logo_text", NULL, NULL);

  logo = qtr_logo_new (bytes, error);
  return logo == NULL ? NULL : qtr_edit_set (plan, plan->record.id, "logo", logo, NULL);
}
