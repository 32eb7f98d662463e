/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "merge/diff.h"
#include "merge/place-words.h"
#include "merge/wording.h"

/* How many pieces of a text are shown around what changed in it. */
#define CONTEXT 12

const char *
qtr_change_get_word (QtrChangeKind kind)
{
  static const char *const words[] = { "added", "removed", "moved", "changed" };

  return words[kind];
}

static void
append_part (GString *text, const QtrWording *wording, guint start, guint end, const char *opening,
             const char *closing)
{
  g_autofree char *part = qtr_wording_slice (wording, start, end);

  if (start < end)
    g_string_append_printf (text, "%s%s%s", opening, part, closing);
}

/* What did not change, shortened to what is near a change. */
static void
append_unchanged (GString *text, const QtrWording *wording, guint start, guint end)
{
  guint before = start == 0 ? 0 : CONTEXT;
  guint after = end == wording->length ? 0 : CONTEXT;

  if (end - start <= before + after + 1) {
    append_part (text, wording, start, end, "", "");
    return;
  }
  append_part (text, wording, start, start + before, "", "");
  g_string_append (text, "…");
  append_part (text, wording, end - after, end, "", "");
}

static char *
compare_words (const char *before, const char *after)
{
  g_auto (QtrWording) old_wording = { 0 };
  g_auto (QtrWording) new_wording = { 0 };
  g_autoptr (GArray) hunks = NULL;
  GString *text = g_string_new (NULL);
  guint at = 0;

  qtr_wording_init (&old_wording, before);
  qtr_wording_init (&new_wording, after);
  hunks = qtr_wording_diff (&old_wording, &new_wording);
  for (guint i = 0; i < hunks->len; i++) {
    const QtrHunk *hunk = &g_array_index (hunks, QtrHunk, i);

    append_unchanged (text, &old_wording, at, hunk->start);
    append_part (text, &old_wording, hunk->start, hunk->end, "[-", "-]");
    append_part (text, &new_wording, hunk->from, hunk->to, "{+", "+}");
    at = hunk->end;
  }
  append_unchanged (text, &old_wording, at, old_wording.length);
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
