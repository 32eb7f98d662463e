/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-view.h"

#include <glib/gi18n-lib.h>

#include "ui/bullets/bullets-figures.h"

G_DEFINE_FINAL_TYPE (QtrBulletsView, qtr_bullets_view, QTR_TYPE_TEXT_SHEET)

enum {
  PROPERTY_0,
  PROPERTY_PLACEHOLDER_TEXT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static guint
get_caret_line (QtrBulletsView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_get_line (&iter);
}

/* While the buffer changes, its lines are ahead of ours for a moment. */
static gboolean
is_in_step (QtrBulletsView *self)
{
  return self->n_applying == 0 && !self->changed &&
         (guint) gtk_text_buffer_get_line_count (get_buffer (self)) ==
             qtr_bullets_lines_get_length (self->lines);
}

const char *
qtr_bullets_view_get_current (QtrBulletsView *self)
{
  guint line = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  line = MIN (get_caret_line (self), qtr_bullets_lines_get_length (self->lines) - 1);
  return qtr_bullets_lines_get (self->lines, line)->record->record.id;
}

static void
qtr_bullets_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qtr_bullets_view_parent_class)->map (widget);
  qtr_bullets_view_watch_sight (QTR_BULLETS_VIEW (widget));
}

static void
qtr_bullets_view_unmap (GtkWidget *widget)
{
  qtr_bullets_view_stop_sight (QTR_BULLETS_VIEW (widget));
  GTK_WIDGET_CLASS (qtr_bullets_view_parent_class)->unmap (widget);
}

static void
qtr_bullets_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (qtr_bullets_view_choose_sight (QTR_BULLETS_VIEW (widget)))
    GTK_WIDGET_CLASS (qtr_bullets_view_parent_class)->snapshot (widget, snapshot);
}

static void
qtr_bullets_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (qtr_bullets_view_parent_class)->size_allocate (widget, width, height, baseline);
  qtr_bullets_view_present_menu (QTR_BULLETS_VIEW (widget));
  qtr_bullets_view_present_finding (QTR_BULLETS_VIEW (widget));
  qtr_bullets_view_present_figure (QTR_BULLETS_VIEW (widget));
}

static void
qtr_bullets_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (widget);

  GTK_WIDGET_CLASS (qtr_bullets_view_parent_class)->css_changed (widget, change);
  qtr_bullets_view_update_metrics (self);
  qtr_bullets_view_update_carried_colour (self);
}

static void
qtr_bullets_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    qtr_bullets_view_paint (QTR_BULLETS_VIEW (view), snapshot);
  else if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    qtr_bullets_view_paint_drop (QTR_BULLETS_VIEW (view), snapshot);
}

static gboolean
qtr_bullets_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *figure = NULL;
  const char *message = NULL;
  GtkTextIter iter, end;
  QtrBulletsChip chip;

  if (by_keyboard) {
    gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  } else {
    gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
    if (!gtk_text_view_get_iter_at_location (view, &iter, x, y))
      return FALSE;
  }

  end = iter;
  gtk_text_iter_forward_char (&end);
  message = qtr_bullets_view_get_message_at (QTR_BULLETS_VIEW (widget), &iter);
  if (message == NULL && qtr_bullets_view_next_figure (QTR_BULLETS_VIEW (widget), &iter, &end, &chip))
    figure = qtr_bullets_view_describe_figure (QTR_BULLETS_VIEW (widget), &chip);
  gtk_tooltip_set_text (tooltip, message != NULL ? message : figure);
  return message != NULL || figure != NULL;
}

/* Backspace at a bullet's beginning takes it out a level first; only a bullet of the first level is joined
 * to the one before. */
static void
qtr_bullets_view_backspace (GtkTextView *view)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (view);
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_view_get_editable (view) && !gtk_text_buffer_get_has_selection (buffer) &&
      gtk_text_iter_starts_line (&iter) &&
      qtr_bullets_lines_get (self->lines, gtk_text_iter_get_line (&iter))->depth > 0)
    qtr_bullets_view_outdent (self);
  else if (!qtr_bullets_view_delete_figure_before (self))
    GTK_TEXT_VIEW_CLASS (qtr_bullets_view_parent_class)->backspace (view);
}

static void
qtr_bullets_view_move_cursor (GtkTextView *view, GtkMovementStep step, int count, gboolean extending)
{
  if (!qtr_bullets_view_leave (QTR_BULLETS_VIEW (view), step, count, extending))
    GTK_TEXT_VIEW_CLASS (qtr_bullets_view_parent_class)->move_cursor (view, step, count, extending);
}

static void
qtr_bullets_view_copy_clipboard (GtkTextView *view)
{
  qtr_bullets_view_copy (QTR_BULLETS_VIEW (view));
}

static void
qtr_bullets_view_cut_clipboard (GtkTextView *view)
{
  qtr_bullets_view_cut (QTR_BULLETS_VIEW (view));
}

static void
qtr_bullets_view_paste_clipboard (GtkTextView *view)
{
  qtr_bullets_view_paste (QTR_BULLETS_VIEW (view));
}

/* What is seen of a bullet beside its text. */
static char *
describe_line (QtrBulletsView *self, guint line)
{
  g_autofree char *marking = qtr_bullets_view_describe_marking (self, line);
  g_autofree char *carried = qtr_bullets_view_describe_carried (self, line);

  if (marking == NULL || carried == NULL)
    return g_strdup (marking != NULL ? marking : carried);
  /* Translators: between what is spoken of a bullet: "marked OFFICIAL, carried over". */
  return g_strdup_printf (_ ("%s, %s"), marking, carried);
}

/* The view is described by the figure at the caret, or by what is seen beside the caret's bullet, so that it
 * can be asked for again. */
void
qtr_bullets_view_describe_current (QtrBulletsView *self)
{
  guint line = 0;
  g_autofree char *words = NULL;
  QtrBulletsChip chip;

  if (self->plan != NULL && qtr_bullets_view_get_figure (self, &chip))
    words = qtr_bullets_view_describe_figure (self, &chip);
  else if (qtr_bullets_lines_find (self->lines, qtr_bullets_view_get_current (self), &line))
    words = describe_line (self, line);
  if (g_set_str (&self->described, words))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    words == NULL ? "" : words, -1);
}

/* What a line says to those who do not see where it stands. */
static void
announce_bullet (QtrBulletsView *self, guint line)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *beside = describe_line (self, line);
  guint position = 0;
  guint siblings = 0;

  qtr_bullets_lines_get_position (self->lines, line, &position, &siblings);
  /* Translators: spoken by a screen reader when the caret comes to another bullet of an outline. */
  g_string_append_printf (words, _ ("level %u, bullet %u of %u"),
                          qtr_bullets_lines_get (self->lines, line)->depth + 1, position, siblings);
  if (beside != NULL)
    g_string_append_printf (words, ", %s", beside);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words->str, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
cursor_position_cb (QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (!is_in_step (self))
    return;

  qtr_bullets_view_describe_current (self);
  if (!gtk_widget_has_focus (GTK_WIDGET (self))) {
    /* Who comes back to the same bullet comes from another section. */
    g_clear_pointer (&self->current, g_free);
    return;
  }

  if (g_set_str (&self->current, qtr_bullets_view_get_current (self)))
    announce_bullet (self, get_caret_line (self));
  qtr_bullets_view_follow_caret (self);
}

static void
preedit_changed_cb (QtrBulletsView *self, const char *preedit)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  self->composing = *preedit != '\0';
}

typedef gboolean (*Command) (QtrBulletsView *self);

/* The keys that an accelerator of the window would take from everybody else. */
static Command
find_command (guint key, GdkModifierType modifiers)
{
  gboolean is_tab = key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab;

  if (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    return qtr_bullets_view_move_up;
  if (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    return qtr_bullets_view_move_down;
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return NULL;
  if (key == GDK_KEY_ISO_Left_Tab || (is_tab && modifiers != 0))
    return qtr_bullets_view_outdent;

  return is_tab ? qtr_bullets_view_indent : NULL;
}

/* Tab stays a key of the input method while it composes; and Ctrl+Tab leaves the view, as everywhere. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                QtrBulletsView *self)
{
  Command command = find_command (key, state & gtk_accelerator_get_default_mod_mask ());

  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (command == NULL || self->composing || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return GDK_EVENT_PROPAGATE;

  if (!command (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
forget_heights_for_tag_cb (GtkTextBuffer *buffer, GtkTextTag *tag, GtkTextIter *start, GtkTextIter *end,
                           QtrBulletsView *self)
{
  g_assert (QTR_IS_BULLETS_VIEW (self));

  if (tag == self->area_tag || tag == self->marking_tag || qtr_bullets_view_is_paragraph_tag (self, tag))
    qtr_text_sheet_forget_heights (QTR_TEXT_SHEET (self));
}

/* Which lines the selection touches; one that it only reaches is not touched. */
static void
get_chosen_lines (QtrBulletsView *self, guint *first, guint *last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  *first = gtk_text_iter_get_line (&start);
  *last = gtk_text_iter_get_line (&end);
  if (*last > *first && gtk_text_iter_starts_line (&end))
    --*last;
}

GPtrArray *
qtr_bullets_view_list_chosen (QtrBulletsView *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  guint first = 0;
  guint last = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), chosen);

  get_chosen_lines (self, &first, &last);
  for (guint i = first; self->bullets != NULL && i <= last; i++)
    g_ptr_array_add (chosen, (gpointer) qtr_bullets_lines_get (self->lines, i)->record);
  return chosen;
}

static gboolean
run_command (QtrBulletsView *self, gboolean (*command) (QtrBulletsLines *lines, guint first, guint last),
             const char *label)
{
  g_autoptr (QtrBulletsLines) lines = NULL;
  guint first = 0;
  guint last = 0;

  if (!is_in_step (self))
    return FALSE;

  get_chosen_lines (self, &first, &last);
  lines = qtr_bullets_lines_copy (self->lines);
  if (!command (lines, first, last))
    return FALSE;

  qtr_bullets_view_apply (self, g_steal_pointer (&lines));
  self->run++;
  qtr_bullets_view_follow_caret (self);
  qtr_bullets_view_emit_edited (self, qtr_bullets_lines_to_list (self->lines), label, NULL);
  return TRUE;
}

gboolean
qtr_bullets_view_indent (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  return run_command (self, qtr_bullets_lines_indent, _ ("Indent"));
}

gboolean
qtr_bullets_view_outdent (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  return run_command (self, qtr_bullets_lines_outdent, _ ("Outdent"));
}

/* There is nothing more to be moved past here, but perhaps on the page. */
static gboolean
carry (QtrBulletsView *self, int step)
{
  gboolean carried = FALSE;

  if (is_in_step (self) && self->bullets != NULL)
    g_signal_emit_by_name (self, "carry", step, &carried);
  return carried;
}

gboolean
qtr_bullets_view_move_up (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  return run_command (self, qtr_bullets_lines_move_up, _ ("Move Up")) || carry (self, -1);
}

gboolean
qtr_bullets_view_move_down (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  return run_command (self, qtr_bullets_lines_move_down, _ ("Move Down")) || carry (self, 1);
}

void
qtr_bullets_view_set_bullets (QtrBulletsView *self, const QtrList *bullets)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  if (self->bullets == bullets)
    return;

  qtr_bullets_view_hold_page (self);
  qtr_bullets_view_apply (self, qtr_bullets_lines_new (bullets));
  qtr_list_unref (self->bullets);
  self->bullets = qtr_list_ref (bullets);
  qtr_bullets_view_describe_current (self);
  qtr_bullets_view_follow_caret (self);
}

const QtrList *
qtr_bullets_view_get_bullets (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  return self->bullets;
}

void
qtr_bullets_view_set_areas (QtrBulletsView *self, const char *const *areas)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  g_hash_table_remove_all (self->areas);
  for (guint i = 0; areas != NULL && areas[i] != NULL; i++)
    g_hash_table_add (self->areas, g_strdup (areas[i]));
  qtr_bullets_view_note_areas (self);
}

void
qtr_bullets_view_set_placeholder_text (QtrBulletsView *self, const char *text)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  if (!g_set_str (&self->placeholder, text))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_PLACEHOLDER_TEXT]);
}

const char *
qtr_bullets_view_get_placeholder_text (QtrBulletsView *self)
{
  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  return self->placeholder;
}

static void
qtr_bullets_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (object);

  if (id == PROPERTY_PLACEHOLDER_TEXT)
    g_value_set_string (value, self->placeholder);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
qtr_bullets_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (object);

  if (id == PROPERTY_PLACEHOLDER_TEXT)
    qtr_bullets_view_set_placeholder_text (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* What is shown no more has no frame in which it could still make up for anything. */
static void
qtr_bullets_view_unrealize (GtkWidget *widget)
{
  qtr_bullets_view_stop_scrolling (QTR_BULLETS_VIEW (widget));
  GTK_WIDGET_CLASS (qtr_bullets_view_parent_class)->unrealize (widget);
}

static void
qtr_bullets_view_dispose (GObject *object)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (object);

  qtr_bullets_view_stop_scrolling (self);
  qtr_bullets_view_stop_spelling (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->finding_popover, gtk_widget_unparent);
  g_clear_pointer (&self->figure_popover, gtk_widget_unparent);
  G_OBJECT_CLASS (qtr_bullets_view_parent_class)->dispose (object);
}

static void
qtr_bullets_view_finalize (GObject *object)
{
  QtrBulletsView *self = QTR_BULLETS_VIEW (object);

  qtr_bullets_view_free_findings (self);
  qtr_bullets_view_free_figures (self);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->lines, qtr_bullets_lines_free);
  g_clear_pointer (&self->bullets, qtr_list_unref);
  g_clear_pointer (&self->areas, g_hash_table_unref);
  g_free (self->placeholder);
  g_free (self->current);
  g_free (self->described);
  g_free (self->dragged);
  G_OBJECT_CLASS (qtr_bullets_view_parent_class)->finalize (object);
}

static void
override_text_view (GtkTextViewClass *class)
{
  class->snapshot_layer = qtr_bullets_view_snapshot_layer;
  class->backspace = qtr_bullets_view_backspace;
  class->move_cursor = qtr_bullets_view_move_cursor;
  class->copy_clipboard = qtr_bullets_view_copy_clipboard;
  class->cut_clipboard = qtr_bullets_view_cut_clipboard;
  class->paste_clipboard = qtr_bullets_view_paste_clipboard;
}

static void
override_widget (GtkWidgetClass *class)
{
  class->map = qtr_bullets_view_map;
  class->unmap = qtr_bullets_view_unmap;
  class->unrealize = qtr_bullets_view_unrealize;
  class->snapshot = qtr_bullets_view_snapshot;
  class->size_allocate = qtr_bullets_view_size_allocate;
  class->css_changed = qtr_bullets_view_css_changed;
  class->query_tooltip = qtr_bullets_view_query_tooltip;
}

static void
qtr_bullets_view_class_init (QtrBulletsViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = qtr_bullets_view_get_property;
  object_class->set_property = qtr_bullets_view_set_property;
  object_class->dispose = qtr_bullets_view_dispose;
  object_class->finalize = qtr_bullets_view_finalize;
  override_widget (GTK_WIDGET_CLASS (class));
  override_text_view (GTK_TEXT_VIEW_CLASS (class));

  properties[PROPERTY_PLACEHOLDER_TEXT] =
      g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_signal_new ("edited", QTR_TYPE_BULLETS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("leave", QTR_TYPE_BULLETS_VIEW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                NULL, G_TYPE_BOOLEAN, 2, G_TYPE_INT, G_TYPE_INT);
  g_signal_new ("carry", QTR_TYPE_BULLETS_VIEW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
}

static void
watch_keys (QtrBulletsView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
}

static void
watch_layout (QtrBulletsView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  g_signal_connect_object (buffer, "apply-tag", G_CALLBACK (forget_heights_for_tag_cb), self, 0);
  g_signal_connect_object (buffer, "remove-tag", G_CALLBACK (forget_heights_for_tag_cb), self, 0);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_position_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (cursor_position_cb), NULL);
}

static void
qtr_bullets_view_init (QtrBulletsView *self)
{
  self->lines = qtr_bullets_lines_new (NULL);
  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  qtr_bullets_view_make_tags (self);
  qtr_bullets_view_update_metrics (self);
  qtr_bullets_view_watch_figures (self);
  qtr_bullets_view_watch_buffer (self);
  watch_layout (self);
  watch_keys (self);
  qtr_bullets_view_watch_menu (self);
  qtr_bullets_view_watch_findings (self);
}

GtkWidget *
qtr_bullets_view_new (void)
{
  return g_object_new (QTR_TYPE_BULLETS_VIEW, NULL);
}
