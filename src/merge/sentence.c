/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "merge/diff.h"
#include "merge/marks.h"
#include "merge/place-words.h"

const char *
qtr_change_get_word (QtrChangeKind kind)
{
  static const char *const words[] = { "added", "removed", "moved", "changed" };

  return words[kind];
}

/* What the command line puts around a part, by its kind. */
static char *
compare_words (const char *before, const char *after)
{
  static const char *const brackets[][2] = { { "", "" }, { "[-", "-]" }, { "{+", "+}" } };
  g_autoptr (GArray) marks = qtr_marks_new (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++) {
    const QtrMark *mark = &g_array_index (marks, QtrMark, i);

    g_string_append_printf (text, "%s%s%s", brackets[mark->kind][0], mark->text, brackets[mark->kind][1]);
  }
  return g_string_free (text, FALSE);
}

static char *
name_field (const char *field)
{
  char *name = g_strdup (field);

  return name == NULL ? NULL : g_strdelimit (name, "_", ' ');
}

static char *
describe_field (const QtrChange *self, const char *noun)
{
  g_autofree char *name = name_field (self->field);
  g_autofree char *words = NULL;

  if (name == NULL)
    /* Translators: %s is a kind of thing, such as “bullet”. */
    return g_strdup_printf (_ ("%s: members of a newer version changed"), noun);
  if (self->is_prose) {
    words = compare_words (self->old_text, self->new_text);
    /* Translators: a kind of thing, such as “bullet”, the name of one of its fields, and its text with what
     * changed marked in it. */
    return g_strdup_printf (_ ("%s, %s: %s"), noun, name, words);
  }
  /* Translators: a kind of thing, such as “bullet”, the name of one of its fields, what it was and what it
   * is. */
  return g_strdup_printf (_ ("%s, %s: from %s to %s"), noun, name,
                          self->old_text == NULL ? _ ("nothing") : self->old_text,
                          self->new_text == NULL ? _ ("nothing") : self->new_text);
}

static char *
describe (const QtrChange *self)
{
  const char *noun = qtr_record_type_to_noun ((self->after != NULL ? self->after : self->before)->type);

  switch (self->kind) {
  case QTR_CHANGE_ADDED:
    /* Translators: a kind of thing, such as “bullet”, and its words. */
    return g_strdup_printf (_ ("%s added: %s"), noun, self->new_text);
  case QTR_CHANGE_REMOVED:
    /* Translators: a kind of thing, such as “bullet”, and its words. */
    return g_strdup_printf (_ ("%s removed: %s"), noun, self->old_text);
  case QTR_CHANGE_MOVED:
    if (self->former_place != NULL)
      /* Translators: a kind of thing, such as “bullet”, where it was, and its words. */
      return g_strdup_printf (_ ("%s moved here from %s: %s"), noun, self->former_place, self->new_text);
    /* Translators: a kind of thing, such as “bullet”, and its words. */
    return g_strdup_printf (_ ("%s moved: %s"), noun, self->new_text);
  case QTR_CHANGE_FIELD:
    return describe_field (self, noun);
  default:
    g_assert_not_reached ();
  }
}

char *
qtr_change_to_sentence (const QtrChange *self)
{
  g_autofree char *words = describe (self);

  return self->place == NULL ? g_steal_pointer (&words) : g_strdup_printf ("%s: %s", self->place, words);
}
