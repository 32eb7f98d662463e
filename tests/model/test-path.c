/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/path.h"

#include "tests/model/outline.h"

static QtrBullet *
make_root (const char *outline)
{
  g_autoptr (QtrList) bullets = parse_outline (outline);

  return qtr_record_new (&qtr_bullet_type, "id", "root", "bullets", bullets, NULL);
}

static void
test_find (void)
{
  static const struct {
    const char *id;
    guint depth;
    const char *parent;
  } rows[] = {
    { "root", 0, NULL }, { "a", 1, "root" }, { "c", 1, "root" }, { "d", 2, "b" }, { "f", 3, "e" }
  };
  g_autoptr (QtrBullet) root = make_root ("a b(d e(f)) c");
  QtrPath path;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const QtrRecord *found = qtr_path_find (root, rows[i].id, &path);
    const QtrRecord *parent = qtr_path_get_parent (root, &path);

    g_assert_cmpstr (found->id, ==, rows[i].id);
    g_assert_cmpuint (path.depth, ==, rows[i].depth);
    g_assert_true (qtr_path_get (root, &path) == found);
    g_assert_cmpstr (parent == NULL ? NULL : parent->id, ==, rows[i].parent);
  }
  g_assert_null (qtr_path_find (root, "z", &path));
  g_assert_null (qtr_path_find (root, NULL, &path));
}

static void
test_replace (void)
{
  static const struct {
    const char *id;
    const char *replaced;
    const char *removed;
  } rows[] = {
    { "a", "X b(d e(f)) c", "b(d e(f)) c" },
    { "b", "a X c", "a c" },
    { "f", "a b(d e(X)) c", "a b(d e) c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrBullet) root = make_root ("a b(d e(f)) c");
    g_autoptr (QtrBullet) other = qtr_record_new (&qtr_bullet_type, "text", "X", NULL);
    g_autoptr (QtrBullet) replaced = NULL;
    g_autoptr (QtrBullet) removed = NULL;
    QtrPath path;

    qtr_path_find (root, rows[i].id, &path);
    replaced = qtr_path_replace (root, &path, other);
    removed = qtr_path_replace (root, &path, NULL);
    assert_outline (replaced->bullets, rows[i].replaced);
    assert_outline (removed->bullets, rows[i].removed);
    assert_outline (root->bullets, "a b(d e(f)) c");
  }
}

/* What is not on the way is shared. */
static void
test_shares (void)
{
  g_autoptr (QtrBullet) root = make_root ("a(x) b(d e(f)) c(y)");
  g_autoptr (QtrBullet) other = qtr_record_new (&qtr_bullet_type, "text", "X", NULL);
  g_autoptr (QtrBullet) changed = NULL;
  const QtrBullet *before = qtr_list_get (root->bullets, 1);
  const QtrBullet *after = NULL;
  QtrPath path;

  qtr_path_find (root, "f", &path);
  changed = qtr_path_replace (root, &path, other);
  after = qtr_list_get (changed->bullets, 1);
  g_assert_true (qtr_list_get (changed->bullets, 0) == qtr_list_get (root->bullets, 0));
  g_assert_true (qtr_list_get (changed->bullets, 2) == qtr_list_get (root->bullets, 2));
  g_assert_true (after != before);
  g_assert_true (qtr_list_get (after->bullets, 0) == qtr_list_get (before->bullets, 0));
}

/* A tree deeper than the limit is searched down to it, and no further. */
static void
test_depth (void)
{
  QtrBullet *root = qtr_record_new (&qtr_bullet_type, "id", "level-0", NULL);
  QtrPath path;

  for (int level = 1; level <= QTR_RECORD_DEPTH_MAX + 1; level++) {
    g_autoptr (QtrBullet) below = root;
    g_autoptr (QtrList) bullets = qtr_list_append (NULL, below);
    g_autofree char *id = g_strdup_printf ("level-%d", level);

    root = qtr_record_new (&qtr_bullet_type, "id", id, "bullets", bullets, NULL);
  }
  g_assert_nonnull (qtr_path_find (root, "level-1", &path));
  g_assert_cmpuint (path.depth, ==, QTR_RECORD_DEPTH_MAX);
  g_assert_null (qtr_path_find (root, "level-0", &path));
  qtr_record_unref (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/find", test_find);
  g_test_add_func ("/path/replace", test_replace);
  g_test_add_func ("/path/shares", test_shares);
  g_test_add_func ("/path/depth", test_depth);
  return g_test_run ();
}
