/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include <string.h>

#include "base/id.h"
#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-paragraph.h"
#include "ui/bullets/bullets-view.h"

#define N_STEPS 3000

/* An editor in a scrolled page, as in the window, and what it said last. */
typedef struct {
  GtkWidget *window;
  QtrBulletsView *view;
  GtkTextBuffer *buffer;
  guint n_edits;
  char *label;
  char *run;
} Fixture;

static void
edited_cb (QtrBulletsView *view, const char *label, const char *run, Fixture *fixture)
{
  fixture->n_edits++;
  g_set_str (&fixture->label, label);
  g_set_str (&fixture->run, run);
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const areas[] = { "Southend", "Castle Point and Rochford", NULL };
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->view = QTR_BULLETS_VIEW (qtr_bullets_view_new ());
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (fixture->view));
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), page);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), viewport);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  qtr_bullets_view_set_areas (fixture->view, areas);
  qtr_bullets_view_set_placeholder_text (fixture->view, "Nothing yet");
  g_signal_connect (fixture->view, "edited", G_CALLBACK (edited_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  iterate ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_null (fixture->view);
  g_free (fixture->label);
  g_free (fixture->run);
}

/* One string for the whole outline: a line a bullet, two spaces a level. */
static char *
print_bullets (const QtrList *bullets)
{
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (bullets);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < qtr_bullets_lines_get_length (lines); i++) {
    const QtrBulletsLine *line = qtr_bullets_lines_get (lines, i);
    g_autofree char *paragraph = qtr_bullet_compose_paragraph (line->record);

    if (i > 0)
      g_string_append_c (string, '\n');
    for (guint depth = 0; depth < line->depth; depth++)
      g_string_append (string, "  ");
    g_string_append (string, paragraph);
  }
  return g_string_free_and_steal (string);
}

static void
assert_bullets (Fixture *fixture, const char *wanted)
{
  g_autofree char *bullets = print_bullets (qtr_bullets_view_get_bullets (fixture->view));

  g_assert_cmpstr (bullets, ==, wanted);
}

/* The margin that is in force for a paragraph, on whichever side. */
static int
get_margin (Fixture *fixture, guint line)
{
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;
  int margin = 0;

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, line);
  if (gtk_text_iter_is_end (&iter))
    return gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view));

  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *i = tags; i != NULL; i = i->next) {
    int left = 0;
    int right = 0;

    g_object_get (i->data, "left-margin", &left, "right-margin", &right, NULL);
    g_assert_true (left + right == 0 || margin == 0);
    margin += MAX (left, right);
  }
  return margin;
}

static char *
get_line_text (Fixture *fixture, guint line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_iter_get_slice (&start, &end);
}

static gboolean
is_bold (Fixture *fixture, guint line, guint offset)
{
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &iter, line, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *i = tags; i != NULL; i = i->next) {
    gboolean weighs = FALSE;

    g_object_get (i->data, "weight-set", &weighs, NULL);
    if (weighs)
      return TRUE;
  }

  return FALSE;
}

/* An area is bold with its colon, and nothing else is. */
static void
assert_weights (Fixture *fixture, const QtrBulletsLine *line, guint at, const char *text)
{
  guint length = line->record->area == NULL ? 0 : g_utf8_strlen (line->record->area, -1) + 1;

  for (guint i = 0; i < (guint) g_utf8_strlen (text, -1); i++)
    g_assert_cmpint (is_bold (fixture, at, i), ==, i < length);
}

/* After an area's colon there may be a space already, though no text yet. */
static void
assert_line (Fixture *fixture, const QtrBulletsLine *line, guint at)
{
  g_autofree char *text = get_line_text (fixture, at);
  g_autofree char *wanted = qtr_bullet_compose_paragraph (line->record);

  if (line->record->area != NULL && line->record->text == NULL && g_str_has_suffix (text, ": "))
    text[strlen (text) - 1] = '\0';
  g_assert_cmpstr (text, ==, wanted);
  assert_weights (fixture, line, at, text);
  g_assert_cmpint (get_margin (fixture, at), ==, get_margin (fixture, 0) * (int) (line->depth + 1));
}

static void
assert_agreement (Fixture *fixture)
{
  const QtrList *bullets = qtr_bullets_view_get_bullets (fixture->view);
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (bullets);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpint (gtk_text_buffer_get_line_count (fixture->buffer), ==,
                   qtr_bullets_lines_get_length (lines));
  for (guint i = 0; i < qtr_bullets_lines_get_length (lines); i++) {
    const QtrBulletsLine *line = qtr_bullets_lines_get (lines, i);

    assert_line (fixture, line, i);
    g_assert_true (g_hash_table_add (ids, (gpointer) line->record->record.id));
  }
}

static void
place_caret (Fixture *fixture, int line, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &iter, line, offset);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
}

static void
type_text (Fixture *fixture, const char *text)
{
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

static void
press_backspace (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->view, "backspace");
}

static int
get_caret (Fixture *fixture)
{
  int caret = 0;

  g_object_get (fixture->buffer, "cursor-position", &caret, NULL);
  return caret;
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *run = NULL;

  g_assert_null (qtr_bullets_view_get_bullets (fixture->view));
  type_text (fixture, "a");
  run = g_strdup (fixture->run);
  g_assert_nonnull (run);
  type_text (fixture, "b");
  g_assert_cmpstr (fixture->label, ==, "Typing");
  g_assert_cmpstr (fixture->run, ==, run);
  type_text (fixture, "\n");
  g_assert_cmpstr (fixture->label, ==, "New Bullet");
  g_assert_null (fixture->run);
  type_text (fixture, "c");
  g_assert_cmpstr (fixture->run, !=, run);
  assert_bullets (fixture, "ab\nc");
  g_assert_cmpuint (fixture->n_edits, ==, 4);
}

/* What was typed elsewhere in between makes another step of what comes after it. */
static void
test_runs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *run = NULL;

  type_text (fixture, "abc");
  run = g_strdup (fixture->run);
  place_caret (fixture, 0, 1);
  type_text (fixture, "x");
  g_assert_cmpstr (fixture->run, !=, run);
  assert_bullets (fixture, "axbc");
}

static void
test_enter (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "a");
  type_text (fixture, "\n");
  g_assert_true (qtr_bullets_view_indent (fixture->view));
  g_assert_cmpstr (fixture->label, ==, "Indent");
  assert_bullets (fixture, "a\n  ");
  type_text (fixture, "\n");
  g_assert_cmpstr (fixture->label, ==, "Outdent");
  assert_bullets (fixture, "a\n");
  fixture->n_edits = 0;
  type_text (fixture, "\n");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  assert_bullets (fixture, "a\n");
  assert_agreement (fixture);
}

/* The space between the parts belongs to neither. */
static void
test_break (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "one  two");
  place_caret (fixture, 0, 3);
  type_text (fixture, "\n");
  g_assert_cmpstr (fixture->label, ==, "New Bullet");
  assert_bullets (fixture, "one\ntwo");
  g_assert_cmpint (get_caret (fixture), ==, 4);
  assert_agreement (fixture);
}

/* To the editor's own controller, before the text view's. */
static void
press_key (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean stopped = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &stopped);
  }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "a\nb");
  press_key (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  assert_bullets (fixture, "b\na");
  press_key (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_bullets (fixture, "a\nb");
  press_key (fixture, GDK_KEY_Up, 0);
  assert_bullets (fixture, "a\nb");
  press_key (fixture, GDK_KEY_Tab, 0);
  assert_bullets (fixture, "a\n  b");
  press_key (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_bullets (fixture, "a\nb");
}

static void
test_backspace (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "a\n\tb\n\tc");
  place_caret (fixture, 1, 0);
  press_backspace (fixture);
  assert_bullets (fixture, "a\nb\n  c");
  press_backspace (fixture);
  assert_bullets (fixture, "ab\n  c");
  g_assert_cmpint (get_caret (fixture), ==, 1);
  place_caret (fixture, 0, 0);
  press_backspace (fixture);
  assert_bullets (fixture, "ab\n  c");
}

static void
test_area (Fixture *fixture, gconstpointer data)
{
  const QtrBullet *bullet = NULL;

  type_text (fixture, "Southend");
  bullet = qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), 0);
  g_assert_null (bullet->area);
  type_text (fixture, ":");
  bullet = qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), 0);
  g_assert_cmpstr (bullet->area, ==, "Southend");
  g_assert_null (bullet->text);
  type_text (fixture, " ");
  type_text (fixture, "calm");
  bullet = qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), 0);
  g_assert_cmpstr (bullet->text, ==, "calm");
  assert_agreement (fixture);
}

/* Elsewhere bullets are read as text; and pasted they are what they were. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "• a\n\t• b\n\t\t• Southend: c\n• d\n");
  g_assert_cmpstr (fixture->label, ==, "Paste");
  assert_bullets (fixture, "a\n  b\n    Southend: c\nd");
  place_caret (fixture, 1, 1);
  type_text (fixture, "x\n- y\nz");
  assert_bullets (fixture, "a\n  bx\n    y\n    z\n    Southend: c\nd");
  assert_agreement (fixture);
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrList) before = NULL;
  const QtrList *after = NULL;

  type_text (fixture, "a\nb\nc");
  before = qtr_list_ref (qtr_bullets_view_get_bullets (fixture->view));
  place_caret (fixture, 1, 1);
  type_text (fixture, "x");
  after = qtr_bullets_view_get_bullets (fixture->view);
  g_assert_true (qtr_list_get (after, 0) == qtr_list_get (before, 0));
  g_assert_true (qtr_list_get (after, 2) == qtr_list_get (before, 2));
  g_assert_true (qtr_list_get (after, 1) != qtr_list_get (before, 1));
  g_assert_cmpstr (((const QtrRecord *) qtr_list_get (after, 1))->id, ==,
                   ((const QtrRecord *) qtr_list_get (before, 1))->id);
}

static void
delete_between (Fixture *fixture, int line, int offset, int end_line, int end_offset)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &start, line, offset);
  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &end, end_line, end_offset);
  gtk_text_buffer_delete_interactive (fixture->buffer, &start, &end, TRUE);
}

static const char *
get_id (Fixture *fixture, guint at)
{
  return ((const QtrRecord *) qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), at))->id;
}

/* Of bullets that become one, that goes on of which there is text left, and else the first. */
static void
test_deletion (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  type_text (fixture, "first\nsecond\nthird\nfourth\nfifth");
  second = g_strdup (get_id (fixture, 1));
  third = g_strdup (get_id (fixture, 2));
  delete_between (fixture, 0, 0, 1, 0);
  g_assert_cmpstr (get_id (fixture, 0), ==, second);
  delete_between (fixture, 0, 0, 1, 2);
  assert_bullets (fixture, "ird\nfourth\nfifth");
  g_assert_cmpstr (get_id (fixture, 0), ==, third);
  delete_between (fixture, 0, 1, 1, 5);
  assert_bullets (fixture, "ih\nfifth");
  g_assert_cmpstr (get_id (fixture, 0), ==, third);
  g_assert_cmpstr (fixture->label, ==, "Join Bullets");
  delete_between (fixture, 0, 0, 1, 5);
  g_assert_null (qtr_bullets_view_get_bullets (fixture->view));
  assert_agreement (fixture);
}

/* Undo breaks a joined bullet again, and the caret stays where the joint was. */
static void
test_restoring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrList) before = NULL;

  type_text (fixture, "abcd\nxyz");
  before = qtr_list_ref (qtr_bullets_view_get_bullets (fixture->view));
  place_caret (fixture, 0, 2);
  type_text (fixture, "\n");
  assert_bullets (fixture, "ab\ncd\nxyz");
  fixture->n_edits = 0;
  qtr_bullets_view_set_bullets (fixture->view, before);
  g_assert_true (qtr_bullets_view_get_bullets (fixture->view) == before);
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  g_assert_cmpint (get_caret (fixture), ==, 2);
  assert_agreement (fixture);
}

/* What a colleague wrote before it does not move the caret from its word. */
static void
test_caret (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrBullet) first = NULL;
  g_autoptr (QtrList) one = NULL;
  g_autoptr (QtrList) two = NULL;
  const QtrList *bullets = NULL;

  type_text (fixture, "in the park");
  place_caret (fixture, 0, 7);
  bullets = qtr_bullets_view_get_bullets (fixture->view);
  first = qtr_record_with (qtr_list_get (bullets, 0), "text", "out in the park", NULL);
  one = qtr_list_replace (bullets, 0, first);
  qtr_bullets_view_set_bullets (fixture->view, one);
  g_assert_cmpint (get_caret (fixture), ==, 11);
  g_clear_pointer (&first, qtr_record_unref);
  first = qtr_record_new (&qtr_bullet_type, "text", "new", NULL);
  two = qtr_list_insert (one, 0, first);
  qtr_bullets_view_set_bullets (fixture->view, two);
  g_assert_cmpint (get_caret (fixture), ==, 15);
  assert_bullets (fixture, "new\nout in the park");
}

static void
test_moving (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;

  type_text (fixture, "a\n\tb\nlast");
  place_caret (fixture, 2, 2);
  g_assert_true (qtr_bullets_view_move_up (fixture->view));
  g_assert_cmpstr (fixture->label, ==, "Move Up");
  assert_bullets (fixture, "last\na\n  b");
  g_assert_cmpint (get_caret (fixture), ==, 2);
  g_assert_false (qtr_bullets_view_move_up (fixture->view));
  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &start, 0, 1);
  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &end, 0, 3);
  gtk_text_buffer_select_range (fixture->buffer, &start, &end);
  g_assert_true (qtr_bullets_view_move_down (fixture->view));
  assert_bullets (fixture, "a\n  b\nlast");
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_line (&start), ==, 2);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&end) - gtk_text_iter_get_line_offset (&start), ==, 2);
}

static void
test_going (Fixture *fixture, gconstpointer data)
{
  const QtrBullet *bullet = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  type_text (fixture, "a\nSouthend: calm nights");
  bullet = qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), 1);
  g_assert_true (qtr_bullets_view_go_to (fixture->view, bullet->record.id, 5, 11));
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  text = gtk_text_iter_get_slice (&start, &end);
  g_assert_cmpstr (text, ==, "nights");
  g_assert_cmpstr (qtr_bullets_view_get_current (fixture->view), ==, bullet->record.id);
  g_assert_false (qtr_bullets_view_go_to (fixture->view, "nobody", 0, 0));
}

static int
measure_at (Fixture *fixture, int width)
{
  int natural = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* A stock text view says nothing of a single paragraph, and stays too high when it gets wider. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  int one = measure_at (fixture, 300);
  int wide = 0;

  g_assert_cmpint (one, >, 0);
  type_text (fixture,
             "a rather long bullet that is wrapped where there is not enough room for all of its words");
  wide = measure_at (fixture, 2000);
  g_assert_cmpint (wide, ==, one);
  g_assert_cmpint (measure_at (fixture, 200), >, wide);
  g_assert_cmpint (measure_at (fixture, 2000), ==, wide);
  type_text (fixture, "\n");
  g_assert_cmpint (measure_at (fixture, 2000), >, wide);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_VIEWPORT);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
}

static void
wait_for_frame (Fixture *fixture)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (fixture->window));

  gtk_widget_queue_draw (fixture->window);
  while (gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (fixture->window)) < frame + 2) {
    gtk_widget_queue_draw (fixture->window);
    g_main_context_iteration (NULL, TRUE);
  }
  iterate ();
}

/* Where a paragraph stands in what the window shows. */
static double
find_paragraph (Fixture *fixture, int line)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_VIEWPORT);
  graphene_point_t point;
  GtkTextIter iter;
  int y = 0;

  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, line);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (fixture->view), &iter, &y, NULL);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (fixture->view), viewport,
                                           &GRAPHENE_POINT_INIT (0, (float) y), &point));
  return point.y;
}

static void
type_many (Fixture *fixture)
{
  g_autoptr (GString) string = g_string_new ("1");

  for (guint i = 2; i <= 100; i++)
    g_string_append_printf (string, "\n%u", i);
  type_text (fixture, string->str);
}

/* The caret is followed to where it is, and what others write above does not move what is read. */
static void
test_scrolling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", "new", NULL);
  g_autoptr (QtrList) more = NULL;
  double before = 0;

  type_many (fixture);
  wait_for_frame (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), >, 1000);
  g_assert_cmpfloat (find_paragraph (fixture, 99), <,
                     gtk_adjustment_get_page_size (get_adjustment (fixture)));

  before = find_paragraph (fixture, 98);
  more = qtr_list_insert (qtr_bullets_view_get_bullets (fixture->view), 3, bullet);
  qtr_bullets_view_set_bullets (fixture->view, more);
  wait_for_frame (fixture);
  g_assert_cmpfloat_with_epsilon (find_paragraph (fixture, 99), before, 0.5);
}

typedef struct {
  Fixture *fixture;
  GRand *random;
  GPtrArray *past;
} Monkey;

static guint
choose (Monkey *monkey, guint count)
{
  return g_rand_int_range (monkey->random, 0, count);
}

static void
choose_place (Monkey *monkey, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = monkey->fixture->buffer;

  gtk_text_buffer_get_iter_at_offset (buffer, iter,
                                      choose (monkey, gtk_text_buffer_get_char_count (buffer) + 1));
}

static void
move_caret (Monkey *monkey)
{
  GtkTextIter iter;

  choose_place (monkey, &iter);
  if (choose (monkey, 2) == 0)
    gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_buffer_place_cursor (monkey->fixture->buffer, &iter);
}

static void
select_some (Monkey *monkey)
{
  GtkTextIter start, end;

  choose_place (monkey, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, choose (monkey, 40));
  gtk_text_buffer_select_range (monkey->fixture->buffer, &start, &end);
}

static void
type_some (Monkey *monkey)
{
  static const char *const words[] = {
    "a",    "é",        " ",      ":",      "Southend", "Southend: ", "x: ",    "\u05e2\u05d1",
    "2019", "\t",       "\u2029", "\r",     "• ",       "- word",     "\u2028", "😀",
    "o ",   "a b c d ", "18%",    "\ufffc", "\r\n"
  };

  type_text (monkey->fixture, words[choose (monkey, G_N_ELEMENTS (words))]);
}

static void
press_enter (Monkey *monkey)
{
  type_text (monkey->fixture, "\n");
}

static void
paste_some (Monkey *monkey)
{
  static const char *const texts[] = { "one\ntwo\nthree",
                                       "• a\n\t• b\n\t\t• c\n• d",
                                       "\n",
                                       "\n\n",
                                       "\nx\n",
                                       "1. a\n2. b\r\n\r\n3. c",
                                       "Southend: a\n- b\n- c",
                                       "    deep\nshallow\n",
                                       "x\n\ty\n\t\tz\n\t\t\tw",
                                       "• Castle Point and Rochford:\n  ◦ a" };

  type_text (monkey->fixture, texts[choose (monkey, G_N_ELEMENTS (texts))]);
}

static void
press_delete (Monkey *monkey)
{
  if (choose (monkey, 3) > 0)
    press_backspace (monkey->fixture);
  else
    g_signal_emit_by_name (monkey->fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
}

static void
delete_word (Monkey *monkey)
{
  g_signal_emit_by_name (monkey->fixture->view, "delete-from-cursor", GTK_DELETE_WORD_ENDS,
                         choose (monkey, 2) == 0 ? 1 : -1);
}

/* As assistive technology does it: without a user's action around it. */
static void
change_bluntly (Monkey *monkey)
{
  GtkTextIter start, end;

  choose_place (monkey, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, choose (monkey, 8));
  if (choose (monkey, 2) == 0)
    gtk_text_buffer_delete (monkey->fixture->buffer, &start, &end);
  else
    gtk_text_buffer_insert (monkey->fixture->buffer, &start, "p\nq", -1);
}

static void
run_command (Monkey *monkey)
{
  static gboolean (*const commands[]) (QtrBulletsView *) = {
    qtr_bullets_view_indent,  qtr_bullets_view_indent,    qtr_bullets_view_outdent,
    qtr_bullets_view_move_up, qtr_bullets_view_move_down,
  };

  commands[choose (monkey, G_N_ELEMENTS (commands))](monkey->fixture->view);
}

/* An older tree comes back whole, and the very same. */
static void
go_back (Monkey *monkey)
{
  const QtrList *past = NULL;

  if (monkey->past->len == 0)
    return;

  past = g_ptr_array_index (monkey->past, choose (monkey, monkey->past->len));
  qtr_bullets_view_set_bullets (monkey->fixture->view, past);
  g_assert_true (qtr_bullets_view_get_bullets (monkey->fixture->view) == past);
}

static void
underline_some (Monkey *monkey)
{
  QtrBulletsFinding findings[8];

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    findings[i] = (QtrBulletsFinding) {
      .bullet = qtr_bullets_view_get_current (monkey->fixture->view),
      .start = choose (monkey, 20),
      .end = choose (monkey, 40),
      .underline = choose (monkey, 4),
      .message = "something",
    };
  qtr_bullets_view_set_findings (monkey->fixture->view, findings, choose (monkey, G_N_ELEMENTS (findings)));
}

static void
do_something (Monkey *monkey)
{
  static void (*const deeds[]) (Monkey *) = {
    move_caret,  move_caret,  select_some,  type_some,   type_some,      type_some,
    press_enter, press_enter, press_delete, delete_word, paste_some,     change_bluntly,
    run_command, run_command, run_command,  go_back,     underline_some,
  };

  deeds[choose (monkey, G_N_ELEMENTS (deeds))](monkey);
}

static void
remember (Monkey *monkey)
{
  const QtrList *bullets = qtr_bullets_view_get_bullets (monkey->fixture->view);

  if (monkey->past->len > 20)
    g_ptr_array_remove_index_fast (monkey->past, choose (monkey, monkey->past->len));
  g_ptr_array_add (monkey->past, qtr_list_ref (bullets));
}

/* Whatever is done to it, the buffer and the tree agree, and only what changed the tree is told. */
static void
test_anything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_list_unref);
  Monkey monkey = { fixture, random, past };

  for (guint i = 0; i < N_STEPS; i++) {
    g_autoptr (QtrList) before = qtr_list_ref (qtr_bullets_view_get_bullets (fixture->view));
    guint n_edits = fixture->n_edits;

    do_something (&monkey);
    assert_agreement (fixture);
    if (fixture->n_edits > n_edits)
      g_assert_true (qtr_bullets_view_get_bullets (fixture->view) != before || before == NULL);
    if (choose (&monkey, 20) == 0)
      remember (&monkey);
    if (choose (&monkey, 20) == 0)
      iterate ();
  }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  qtr_id_seed (7);

  ADD ("/ui/bullets-view/typing", test_typing);
  ADD ("/ui/bullets-view/runs", test_runs);
  ADD ("/ui/bullets-view/enter", test_enter);
  ADD ("/ui/bullets-view/break", test_break);
  ADD ("/ui/bullets-view/keys", test_keys);
  ADD ("/ui/bullets-view/backspace", test_backspace);
  ADD ("/ui/bullets-view/area", test_area);
  ADD ("/ui/bullets-view/paste", test_paste);
  ADD ("/ui/bullets-view/identity", test_identity);
  ADD ("/ui/bullets-view/deletion", test_deletion);
  ADD ("/ui/bullets-view/restoring", test_restoring);
  ADD ("/ui/bullets-view/caret", test_caret);
  ADD ("/ui/bullets-view/moving", test_moving);
  ADD ("/ui/bullets-view/going", test_going);
  ADD ("/ui/bullets-view/height", test_height);
  ADD ("/ui/bullets-view/scrolling", test_scrolling);
  for (guint seed = 1; seed <= 3; seed++) {
    g_autofree char *path = g_strdup_printf ("/ui/bullets-view/anything/%u", seed);

    g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_anything, tear_down);
  }
  return g_test_run ();
}
