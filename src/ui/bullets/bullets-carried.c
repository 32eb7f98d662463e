/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-view-private.h"

/*
 * Words that were carried over from another quarter stand grey and slanted, until somebody touches them or
 * says that they are still true. It is all in a tag: nothing of it is text.
 */

/* Enough to be read, in any light. */
#define CARRIED_STRENGTH 0.65f

static const char *
get_carried (QtrBulletsView *self, guint line)
{
  return qtr_bullets_lines_get (self->lines, line)->record->carried;
}

void
qtr_bullets_view_make_carried_tag (QtrBulletsView *self)
{
  self->carried_tag = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), NULL,
                                                  "style", PANGO_STYLE_ITALIC, NULL);
}

void
qtr_bullets_view_update_carried_colour (QtrBulletsView *self)
{
  g_autoptr (GdkRGBA) standing = NULL;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= CARRIED_STRENGTH;
  g_object_get (self->carried_tag, "foreground-rgba", &standing, NULL);
  if (standing == NULL || !gdk_rgba_equal (standing, &colour))
    g_object_set (self->carried_tag, "foreground-rgba", &colour, NULL);
}

void
qtr_bullets_view_dress_carried (QtrBulletsView *self, guint line, const GtkTextIter *start)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  gboolean carried = get_carried (self, line) != NULL;
  GtkTextIter toggle = *start;
  GtkTextIter end = *start;

  gtk_text_iter_forward_line (&end);
  gtk_text_iter_forward_to_tag_toggle (&toggle, self->carried_tag);
  if (gtk_text_iter_has_tag (start, self->carried_tag) == carried &&
      gtk_text_iter_compare (&toggle, &end) >= 0)
    return;

  if (carried)
    gtk_text_buffer_apply_tag (buffer, self->carried_tag, start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, self->carried_tag, start, &end);
}

char *
qtr_bullets_view_describe_carried (QtrBulletsView *self, guint line)
{
  /* Translators: spoken by a screen reader of a bullet whose words are still those of another quarter. */
  return get_carried (self, line) == NULL ? NULL : g_strdup (_ ("carried over, to be brought up to date"));
}

gboolean
qtr_bullets_view_has_carried (QtrBulletsView *self)
{
  g_autoptr (GPtrArray) chosen = qtr_bullets_view_list_chosen (self);

  for (guint i = 0; i < chosen->len; i++)
    if (((const QtrBullet *) g_ptr_array_index (chosen, i))->carried != NULL)
      return TRUE;

  return FALSE;
}
