/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/place-private.h"
#include "import/wording.h"

/* So much alike, a bullet of the source is the standing one in other words. */
#define REWORDED 0.6

/* One list of standing bullets against one of the source. @partners holds the standing bullet of each of the
 * source's, or %NULL. */
typedef struct {
  const QtrList *standing;
  GPtrArray *source;
  const QtrBullet **partners;
  gboolean *taken;
} Match;

static gboolean
same_area (const QtrBullet *bullet, const QtrReportBullet *source)
{
  g_autofree char *a = qtr_wording_fold (bullet->area);
  g_autofree char *b = qtr_wording_fold (source->area);

  return g_str_equal (a, b);
}

static double
likeness (const QtrBullet *bullet, const QtrReportBullet *source, gboolean exact)
{
  const char *text = bullet->text != NULL ? bullet->text : "";

  if (g_str_equal (text, source->text))
    return same_area (bullet, source) ? 2 : 0;
  return exact || !same_area (bullet, source) ? 0 : qtr_wording_similarity (text, source->text);
}

static void
pair (Match *self, guint index, guint at)
{
  self->partners[index] = qtr_list_get (self->standing, at);
  self->taken[at] = TRUE;
}

/* The best standing bullet for one of the source, at least as like as @least. */
static void
match_one (Match *self, guint index, double least)
{
  double best = 0;
  guint best_at = 0;

  if (self->partners[index] != NULL)
    return;
  for (guint at = 0; at < qtr_list_length (self->standing); at++) {
    double like = self->taken[at] ? 0
                                  : likeness (qtr_list_get (self->standing, at),
                                              g_ptr_array_index (self->source, index), least > 1);

    if (like > best) {
      best = like;
      best_at = at;
    }
  }
  if (best >= least)
    pair (self, index, best_at);
}

/* Equal ones first, so that no reworded one takes the place of an equal one. */
static void
match_all (Match *self)
{
  for (guint i = 0; i < self->source->len; i++)
    match_one (self, i, 2);
  for (guint i = 0; i < self->source->len; i++)
    match_one (self, i, REWORDED);
}

static gpointer
merge_bullet (const QtrBullet *standing, const QtrReportBullet *source, gboolean into_standing,
              QtrReport *report)
{
  g_autoptr (QtrList) children =
      qtr_bullets_merge (standing != NULL ? standing->bullets : NULL, source->bullets, report);
  const char *text = source->text[0] != '\0' ? source->text : NULL;

  if (standing == NULL) {
    if (into_standing)
      qtr_report_note (report, source->line, g_strdup_printf (_ ("New bullet: %s"), source->text));
    return qtr_record_new (&qtr_bullet_type, "area", source->area, "text", text, "bullets", children, NULL);
  }
  if (g_strcmp0 (standing->text, text) != 0)
    qtr_report_note (report, source->line, g_strdup_printf (_ ("Reworded bullet: %s"), source->text));
  return qtr_record_with (standing, "text", text, "bullets", children, NULL);
}

static gboolean
find_partner (const Match *self, const QtrBullet *bullet)
{
  for (guint i = 0; i < self->source->len; i++) {
    if (self->partners[i] == bullet)
      return TRUE;
  }
  return FALSE;
}

/* Standing bullets that the source lacks keep their place behind the one that they followed. */
static void
add_kept (const Match *self, guint from, GPtrArray *merged, QtrReport *report)
{
  for (guint at = from; at < qtr_list_length (self->standing); at++) {
    const QtrBullet *bullet = qtr_list_get (self->standing, at);

    if (find_partner (self, bullet))
      return;
    qtr_report_note (report, 0,
                     g_strdup_printf (_ ("Kept a bullet that the source lacks: %s"),
                                      bullet->text != NULL ? bullet->text : bullet->area));
    g_ptr_array_add (merged, qtr_record_ref (bullet));
  }
}

QtrList *
qtr_place_list (GPtrArray *records)
{
  QtrList *list = qtr_list_new_from_array (records);

  g_ptr_array_unref (records);
  return list;
}

QtrList *
qtr_bullets_merge (const QtrList *standing, GPtrArray *source, QtrReport *report)
{
  g_autofree const QtrBullet **partners = g_new0 (const QtrBullet *, source->len + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, qtr_list_length (standing) + 1);
  Match self = { standing, source, partners, taken };
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  match_all (&self);
  add_kept (&self, 0, merged, report);
  for (guint i = 0; i < source->len; i++) {
    guint at = 0;

    g_ptr_array_add (merged,
                     merge_bullet (partners[i], g_ptr_array_index (source, i), standing != NULL, report));
    if (partners[i] != NULL && qtr_list_find (standing, partners[i]->record.id, &at) != NULL)
      add_kept (&self, at + 1, merged, report);
  }
  return qtr_place_list (merged);
}
