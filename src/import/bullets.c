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

/* Of an area's bullet that has no words of its own: so many of its children stay when it is renamed. */
#define SAME_CHILDREN 0.5

/* A standing bullet, and one of the source, with what owns them; -1 is the section. */
typedef struct {
  const QtrBullet *bullet;
  int owner;
} Standing;

typedef struct {
  const QtrReportBullet *bullet;
  int owner;
} Fresh;

/* A section's standing bullets, at any depth, against those of the source. @partners holds which standing
 * bullet each of the source's is, or -1; @used are those that it is. */
typedef struct {
  QtrReport *report;
  GArray *standing;
  GArray *fresh;
  int *partners;
  GHashTable *used;
} Match;

static void
collect_standing (GArray *all, const QtrList *bullets, int owner)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    Standing one = { qtr_list_get (bullets, i), owner };

    g_array_append_val (all, one);
    collect_standing (all, one.bullet->bullets, (int) all->len - 1);
  }
}

static void
collect_fresh (GArray *all, GPtrArray *bullets, int owner)
{
  for (guint i = 0; i < bullets->len; i++) {
    Fresh one = { g_ptr_array_index (bullets, i), owner };

    g_array_append_val (all, one);
    collect_fresh (all, one.bullet->bullets, (int) all->len - 1);
  }
}

static const char *
text_of (const QtrBullet *bullet)
{
  return bullet->text != NULL ? bullet->text : "";
}

static gboolean
same_area (const QtrBullet *bullet, const QtrReportBullet *source)
{
  g_autofree char *a = qtr_wording_fold (bullet->area);
  g_autofree char *b = qtr_wording_fold (source->area);

  return g_str_equal (a, b);
}

static gboolean
has_child (const QtrBullet *bullet, const char *text)
{
  for (guint i = 0; i < qtr_list_length (bullet->bullets); i++) {
    if (g_str_equal (text_of (qtr_list_get (bullet->bullets, i)), text))
      return TRUE;
  }
  return FALSE;
}

/* How many of their children are the same. */
static double
shared_children (const QtrBullet *bullet, const QtrReportBullet *source)
{
  guint most = MAX (qtr_list_length (bullet->bullets), source->bullets->len);
  guint shared = 0;

  for (guint i = 0; i < source->bullets->len; i++) {
    const QtrReportBullet *child = g_ptr_array_index (source->bullets, i);

    shared += child->text[0] != '\0' && has_child (bullet, child->text);
  }
  return most > 0 ? (double) shared / most : 0;
}

static gboolean
same_owner (const Match *self, const Fresh *fresh, const Standing *standing)
{
  const QtrBullet *ours;
  const QtrReportBullet *theirs;

  if (fresh->owner < 0 || standing->owner < 0)
    return fresh->owner < 0 && standing->owner < 0;
  ours = g_array_index (self->standing, Standing, standing->owner).bullet;
  theirs = g_array_index (self->fresh, Fresh, fresh->owner).bullet;
  return g_str_equal (text_of (ours), theirs->text) && same_area (ours, theirs);
}

/* Bullets with the same words are the same, wherever they went, rather those that have their area and place
 * as well; one that only names an area is the same with its name or with its children. */
static double
score_same (guint left, guint right, gpointer data)
{
  const Match *self = data;
  const Fresh *fresh = &g_array_index (self->fresh, Fresh, left);
  const Standing *standing = &g_array_index (self->standing, Standing, right);
  double children;
  double area;

  if (!g_str_equal (fresh->bullet->text, text_of (standing->bullet)))
    return 0;
  area = same_area (standing->bullet, fresh->bullet) ? 1 : 0;
  children = shared_children (standing->bullet, fresh->bullet);
  if (fresh->bullet->text[0] == '\0' && area == 0 && children < SAME_CHILDREN)
    return 0;
  return 1 + 4 * area + 2 * children + (same_owner (self, fresh, standing) ? 1 : 0);
}

/* Other words are only compared within one list and area: figures under one area are much like those under
 * the next. */
static double
score_reworded (guint left, guint right, gpointer data)
{
  const Match *self = data;
  const Fresh *fresh = &g_array_index (self->fresh, Fresh, left);
  const Standing *standing = &g_array_index (self->standing, Standing, right);
  int owner = fresh->owner < 0 ? -1 : self->partners[fresh->owner];
  double like;

  if (owner != standing->owner || (fresh->owner >= 0 && owner < 0) || fresh->bullet->text[0] == '\0' ||
      !same_area (standing->bullet, fresh->bullet))
    return 0;
  like = qtr_wording_similarity (text_of (standing->bullet), fresh->bullet->text);
  return like >= REWORDED ? like : 0;
}

static guint
count_partners (const Match *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fresh->len; i++)
    n += self->partners[i] >= 0;
  return n;
}

static void
match_all (Match *self)
{
  for (guint i = 0; i < self->fresh->len; i++)
    self->partners[i] = -1;
  if (self->standing->len == 0)
    return;
  qtr_pairs_find (self->fresh->len, self->standing->len, score_same, self, self->partners);
  /* Once more for the lists below those that were found by then. */
  for (guint found = G_MAXUINT, before = 0; found != before;) {
    before = count_partners (self);
    qtr_pairs_find (self->fresh->len, self->standing->len, score_reworded, self, self->partners);
    found = count_partners (self);
  }
  for (guint i = 0; i < self->fresh->len; i++) {
    if (self->partners[i] >= 0)
      g_hash_table_add (self->used,
                        (gpointer) g_array_index (self->standing, Standing, self->partners[i]).bullet);
  }
}

static const char *
name_of (const char *area, const char *text)
{
  return text != NULL && text[0] != '\0' ? text : area != NULL ? area : "";
}

/* A standing bullet that the source lacks, with those below it that the source lacks; nothing, where it was
 * but the heading of what the source has elsewhere. */
static gpointer
keep (const Match *self, const QtrBullet *bullet)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; i < qtr_list_length (bullet->bullets); i++) {
    const QtrBullet *child = qtr_list_get (bullet->bullets, i);
    gpointer kept = g_hash_table_contains (self->used, child) ? NULL : keep (self, child);

    if (kept != NULL)
      g_ptr_array_add (children, kept);
  }
  list = qtr_place_list (children);
  if (text_of (bullet)[0] == '\0' && list == NULL && bullet->bullets != NULL)
    return NULL;
  return qtr_record_with (bullet, "bullets", list, NULL);
}

static gboolean
is_among (const Match *self, const QtrBullet *bullet, GPtrArray *merged)
{
  return g_hash_table_contains (self->used, bullet) &&
         g_ptr_array_find_with_equal_func (merged, bullet->record.id, g_str_equal, NULL);
}

/* Standing bullets that the source lacks keep their place behind the one that they followed. @ids are those
 * of the standing bullets that are in the merged list. */
static void
add_kept (const Match *self, const QtrList *standing, guint from, GPtrArray *ids, GPtrArray *merged)
{
  for (guint at = from; at < qtr_list_length (standing); at++) {
    const QtrBullet *bullet = qtr_list_get (standing, at);
    gpointer kept;

    if (is_among (self, bullet, ids))
      return;
    if (g_hash_table_contains (self->used, bullet))
      continue;
    kept = keep (self, bullet);
    if (kept == NULL)
      continue;
    qtr_report_note (self->report, 0,
                     g_strdup_printf (_ ("Kept a bullet that the source lacks: %s"),
                                      name_of (bullet->area, bullet->text)));
    g_ptr_array_add (merged, kept);
  }
}

static const QtrBullet *
partner_of (const Match *self, guint index)
{
  int partner = self->partners[index];

  return partner >= 0 ? g_array_index (self->standing, Standing, partner).bullet : NULL;
}

static QtrList *merge_list (const Match *self, const QtrList *standing, int owner);

static void
note_bullet (const Match *self, const QtrBullet *standing, const QtrReportBullet *source)
{
  const char *name = name_of (source->area, source->text);

  if (standing == NULL && self->standing->len > 0)
    qtr_report_note (self->report, source->line, g_strdup_printf (_ ("New bullet: %s"), name));
  else if (standing != NULL && g_strcmp0 (text_of (standing), source->text) != 0)
    qtr_report_note (self->report, source->line, g_strdup_printf (_ ("Reworded bullet: %s"), name));
  else if (standing != NULL && !same_area (standing, source))
    qtr_report_note (self->report, source->line, g_strdup_printf (_ ("Changed area of a bullet: %s"), name));
}

static gpointer
merge_bullet (const Match *self, guint index)
{
  const QtrReportBullet *source = g_array_index (self->fresh, Fresh, index).bullet;
  const QtrBullet *standing = partner_of (self, index);
  const char *text = source->text[0] != '\0' ? source->text : NULL;
  g_autoptr (QtrList) children = NULL;

  note_bullet (self, standing, source);
  children = merge_list (self, standing != NULL ? standing->bullets : NULL, (int) index);
  if (standing == NULL)
    return qtr_record_new (&qtr_bullet_type, "area", source->area, "text", text, "bullets", children, NULL);
  return qtr_record_with (standing, "area", source->area, "text", text, "bullets", children, NULL);
}

/* The bullets of the source below @owner, with what stood beside them. */
static QtrList *
merge_list (const Match *self, const QtrList *standing, int owner)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->fresh->len; i++) {
    if (g_array_index (self->fresh, Fresh, i).owner == owner && partner_of (self, i) != NULL)
      g_ptr_array_add (ids, (gpointer) partner_of (self, i)->record.id);
  }
  add_kept (self, standing, 0, ids, merged);
  for (guint i = 0; i < self->fresh->len; i++) {
    guint at = 0;

    if (g_array_index (self->fresh, Fresh, i).owner != owner)
      continue;
    g_ptr_array_add (merged, merge_bullet (self, i));
    if (partner_of (self, i) != NULL &&
        qtr_list_find (standing, partner_of (self, i)->record.id, &at) != NULL)
      add_kept (self, standing, at + 1, ids, merged);
  }
  return qtr_place_list (merged);
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
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (Standing));
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (Fresh));
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autofree int *partners = NULL;
  Match self = { report, old, fresh, NULL, used };

  collect_standing (old, standing, -1);
  collect_fresh (fresh, source, -1);
  partners = g_new (int, fresh->len + 1);
  self.partners = partners;
  match_all (&self);
  return merge_list (&self, standing, -1);
}
