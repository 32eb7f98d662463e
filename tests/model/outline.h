/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

/*
 * Outlines for tests: "a b(c d(e))" is the bullets a and b, with c and d in b, and e in d. Each is named by
 * its letter, which is also its text.
 */

static inline QtrList *
parse_outline_from (const char **at)
{
  g_autoptr (GPtrArray) bullets = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (; **at != '\0' && **at != ')'; (*at)++) {
    char name[2] = { **at, '\0' };
    g_autoptr (QtrList) children = NULL;

    if (*name == ' ')
      continue;
    if ((*at)[1] == '(') {
      *at += 2;
      children = parse_outline_from (at);
    }
    g_ptr_array_add (bullets,
                     qtr_record_new (&qtr_bullet_type, "id", name, "text", name, "bullets", children, NULL));
  }
  return qtr_list_new_from_array (bullets);
}

static inline QtrList *
parse_outline (const char *text)
{
  return parse_outline_from (&text);
}

static inline void
print_outline (GString *text, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", bullet->text == NULL ? "-" : bullet->text);
    if (bullet->bullets != NULL) {
      g_string_append_c (text, '(');
      print_outline (text, bullet->bullets);
      g_string_append_c (text, ')');
    }
  }
}

static inline void
assert_outline (const QtrList *bullets, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  print_outline (text, bullets);
  g_assert_cmpstr (text->str, ==, expected);
}
