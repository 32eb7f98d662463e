/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include <string.h>

#include "base/id.h"
#include "model/edit.h"
#include "page.h"
#include "ui/bullets/bullets-clipboard.h"
#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-transfer.h"
#include "ui/update/bullet-drag.h"

GResource *qtr_ui_get_resource (void);

/* How many things are done, unless the environment says otherwise. */
#define N_STEPS 1000
#define N_STEPS_AGAIN 300

/* More than that many paragraphs are too many to look at after each step. */
#define N_LINES_MAX 80

typedef struct {
  Page *page;
  GRand *random;
} Monkey;

static guint
choose (Monkey *monkey, guint count)
{
  return g_rand_int_range (monkey->random, 0, (int) count);
}

static QtrBulletsView *
choose_editor (Monkey *monkey)
{
  return page_get_editor (monkey->page, choose (monkey, PAGE_N_SECTIONS));
}

static QtrBulletsView *
get_editor (Monkey *monkey)
{
  return qtr_priority_page_get_editor (monkey->page->page);
}

static GtkTextBuffer *
get_buffer (Monkey *monkey)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_editor (monkey)));
}

static void
choose_place (Monkey *monkey, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = get_buffer (monkey);

  gtk_text_buffer_get_iter_at_offset (buffer, iter,
                                      (int) choose (monkey, gtk_text_buffer_get_char_count (buffer) + 1));
  if (choose (monkey, 3) == 0)
    gtk_text_iter_set_line_offset (iter, 0);
  else if (choose (monkey, 2) == 0 && !gtk_text_iter_ends_line (iter))
    gtk_text_iter_forward_to_line_end (iter);
}

/* --- What is kept --- */

static void
collect (GHashTable *said, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    char *words = g_strdup_printf ("%s|%s|%s", bullet->area, bullet->marking, bullet->text);

    g_hash_table_insert (said, g_strdup (bullet->record.id), words);
    collect (said, bullet->bullets);
  }
}

/* What each bullet of the update says, by its id. */
static GHashTable *
collect_all (Monkey *monkey)
{
  GHashTable *said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < PAGE_N_SECTIONS; i++)
    collect (said, page_get_bullets (monkey->page, i));
  return said;
}

static void
assert_kept (Monkey *monkey, GHashTable *before)
{
  g_autoptr (GHashTable) now = collect_all (monkey);
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer words = NULL;

  g_assert_cmpuint (g_hash_table_size (now), ==, g_hash_table_size (before));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &words))
    g_assert_cmpstr (g_hash_table_lookup (now, id), ==, words);
}

/* An empty section's sole line is a bullet from when something comes into it. */
static void
assert_none_lost (Monkey *monkey, GHashTable *before)
{
  g_autoptr (GHashTable) now = collect_all (monkey);
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (now, id));
}

/* --- Deeds --- */

static void
go_elsewhere (Monkey *monkey)
{
  GtkTextIter iter;

  gtk_widget_grab_focus (GTK_WIDGET (choose_editor (monkey)));
  choose_place (monkey, &iter);
  gtk_text_buffer_place_cursor (get_buffer (monkey), &iter);
}

static void
select_some (Monkey *monkey)
{
  GtkTextIter start, end;

  choose_place (monkey, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) choose (monkey, 30));
  gtk_text_buffer_select_range (get_buffer (monkey), &start, &end);
}

static void
press_arrow (Monkey *monkey)
{
  static const GtkMovementStep steps[] = {
    GTK_MOVEMENT_DISPLAY_LINES, GTK_MOVEMENT_VISUAL_POSITIONS, GTK_MOVEMENT_WORDS,
    GTK_MOVEMENT_PAGES,         GTK_MOVEMENT_PARAGRAPHS,       GTK_MOVEMENT_BUFFER_ENDS,
  };

  g_signal_emit_by_name (get_editor (monkey), "move-cursor", steps[choose (monkey, G_N_ELEMENTS (steps))],
                         choose (monkey, 2) == 0 ? 1 : -1, choose (monkey, 5) == 0);
}

static void
type_some (Monkey *monkey)
{
  static const char *const words[] = { "a", "é ", "Southend: ", ":", "18%", "\u05e2\u05d1", "\u2028", "😀" };

  gtk_text_buffer_begin_user_action (get_buffer (monkey));
  gtk_text_buffer_delete_selection (get_buffer (monkey), TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (monkey),
                                                words[choose (monkey, G_N_ELEMENTS (words))], -1, TRUE);
  gtk_text_buffer_end_user_action (get_buffer (monkey));
}

/* As it is written, which becomes words at once: known or not, beside each other, and overridden. */
static void
put_figure (Monkey *monkey)
{
  static const char *const figures[] = { "{{calls value}}", "{{calls last-quarter}}",
                                         "{{calls value}}{{calls value}}",
                                         "{{calls value text=\"about ten\" because=\"It was.\"}}" };

  gtk_text_buffer_begin_user_action (get_buffer (monkey));
  gtk_text_buffer_delete_selection (get_buffer (monkey), TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (monkey),
                                                figures[choose (monkey, G_N_ELEMENTS (figures))], -1, TRUE);
  gtk_text_buffer_end_user_action (get_buffer (monkey));
}

/* What figures print changes with their measure, while the bullets stay. */
static void
observe (Monkey *monkey)
{
  const QtrPlan *plan = qtr_document_get_plan (monkey->page->document);
  g_autoptr (QtrVintage) vintage = qtr_record_new (
      &qtr_vintage_type, "value", ((QtrDecimal) { choose (monkey, 3) == 0 ? 7 : 123456, 0 }), NULL);

  qtr_document_commit (
      monkey->page->document,
      qtr_edit_observe (plan, "calls", qtr_plan_parse_period (plan, "2026-27-Q1"), NULL, vintage), "Figure",
      NULL);
}

static void
turn_into_text (Monkey *monkey)
{
  qtr_bullets_view_turn_figure_into_text (get_editor (monkey));
}

static void
press_enter (Monkey *monkey)
{
  gtk_text_buffer_begin_user_action (get_buffer (monkey));
  gtk_text_buffer_delete_selection (get_buffer (monkey), TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (monkey), "\n", 1, TRUE);
  gtk_text_buffer_end_user_action (get_buffer (monkey));
}

static void
press_delete (Monkey *monkey)
{
  if (choose (monkey, 2) == 0)
    g_signal_emit_by_name (get_editor (monkey), "backspace");
  else
    g_signal_emit_by_name (get_editor (monkey), "delete-from-cursor", GTK_DELETE_WORD_ENDS, 1);
}

static void
indent_some (Monkey *monkey)
{
  g_autoptr (GHashTable) before = collect_all (monkey);

  if (choose (monkey, 3) > 0)
    qtr_priority_page_indent (monkey->page->page);
  else
    qtr_priority_page_outdent (monkey->page->page);
  assert_kept (monkey, before);
}

/* By key, and from one section to the next. */
static void
move_some (Monkey *monkey)
{
  g_autoptr (GHashTable) before = collect_all (monkey);

  if (choose (monkey, 2) == 0)
    qtr_priority_page_move_up (monkey->page->page);
  else
    qtr_priority_page_move_down (monkey->page->page);
  assert_kept (monkey, before);
}

static void
drag_some (Monkey *monkey)
{
  QtrBulletsView *source = choose_editor (monkey);
  QtrBulletsView *target = choose_editor (monkey);
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (qtr_bullets_view_get_bullets (source));
  g_autoptr (GHashTable) before = collect_all (monkey);
  g_autofree char *bullet = NULL;
  guint line = choose (monkey, qtr_bullets_lines_get_length (lines));
  /* How much is drawn by lot must not depend on how high something is. */
  double x = (double) choose (monkey, 240) - 20;
  double y = g_rand_double (monkey->random) * (gtk_widget_get_height (GTK_WIDGET (target)) + 40) - 20;

  if (qtr_bullets_view_get_bullets (source) == NULL)
    return;

  bullet = g_strdup (qtr_bullets_lines_get (lines, line)->record->record.id);
  qtr_bullet_drag_drop (source, bullet, target, x, y);
  assert_kept (monkey, before);
}

static void
paste_list (Monkey *monkey, QtrList *bullets)
{
  g_autoptr (QtrList) owned = bullets;
  g_autoptr (GHashTable) before = collect_all (monkey);
  gboolean selected = gtk_text_buffer_get_has_selection (get_buffer (monkey));

  if (bullets != NULL)
    qtr_bullets_view_paste_bullets (get_editor (monkey), bullets);
  if (!selected)
    assert_none_lost (monkey, before);
}

static void
paste_own (Monkey *monkey)
{
  const QtrList *bullets = qtr_bullets_view_get_bullets (choose_editor (monkey));
  guint length = qtr_list_length (bullets);
  guint first = length == 0 ? 0 : choose (monkey, length);
  g_autoptr (QtrList) rest = qtr_list_splice (bullets, 0, first, NULL, 0);
  g_autoptr (QtrList) some =
      qtr_list_splice (rest, MIN (3, length - first), length - first - MIN (3, length - first), NULL, 0);
  g_autoptr (GBytes) bytes = qtr_bullets_write_own (some);

  paste_list (monkey, qtr_bullets_read_own (bytes));
}

static void
paste_html (Monkey *monkey)
{
  static const char *const pages[] = {
    "<p>x</p><ul><li>y<ul><li>z</ul><li>Southend: w</ul>",
    "<b>words</b> of one",
    "<ul><li>a<br>b</ul>",
    "<table><tr><td>1<td>2<tr><td>3</table>",
    "<ul><ul><ul><ul><ul><ul><ul><li>deep</ul></ul></ul><li>less</ul></ul></ul></ul>",
    "<img>",
  };
  const char *page = pages[choose (monkey, G_N_ELEMENTS (pages))];
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));

  paste_list (monkey, qtr_bullets_read_html (bytes));
}

static void
paste_text (Monkey *monkey)
{
  static const char *const texts[] = { "one\ntwo\nthree", "• a\n\t• b\n\t\t• c\n• d", "\n\n", "\nx\n", "word",
                                       "Southend: a\n- b" };

  qtr_bullets_view_paste_text (get_editor (monkey), texts[choose (monkey, G_N_ELEMENTS (texts))]);
}

/* What is undone and done again is the very same plan. */
static void
undo_some (Monkey *monkey)
{
  QtrDocument *document = monkey->page->document;
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (document));
  guint steps = 1 + choose (monkey, 4);
  guint undone = 0;

  for (; undone < steps && qtr_document_get_undo_label (document) != NULL; undone++) {
    qtr_document_undo (document);
    page_assert_agreement (monkey->page);
  }
  if (choose (monkey, 2) == 0)
    return;

  while (undone-- > 0)
    qtr_document_redo (document);
  g_assert_true (qtr_document_get_plan (document) == before);
}

static void
redo_some (Monkey *monkey)
{
  qtr_document_redo (monkey->page->document);
}

static void
do_something (Monkey *monkey)
{
  static void (*const deeds[]) (Monkey *) = {
    go_elsewhere, go_elsewhere, select_some,  press_arrow, press_arrow,    type_some,   type_some,
    type_some,    put_figure,   put_figure,   observe,     turn_into_text, press_enter, press_enter,
    press_delete, press_delete, press_delete, indent_some, move_some,      move_some,   drag_some,
    drag_some,    paste_own,    paste_html,   paste_text,  undo_some,      redo_some,
  };

  deeds[choose (monkey, G_N_ELEMENTS (deeds))](monkey);
}

static guint
count_lines (Monkey *monkey)
{
  guint count = 0;

  for (guint i = 0; i < PAGE_N_SECTIONS; i++) {
    GtkTextView *view = GTK_TEXT_VIEW (page_get_editor (monkey->page, i));

    count += (guint) gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view));
  }
  return count;
}

static void
delete_section (Monkey *monkey)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (monkey), &start, &end);
  gtk_text_buffer_select_range (get_buffer (monkey), &start, &end);
  g_signal_emit_by_name (get_editor (monkey), "backspace");
}

/* A run that failed is repeated by giving its seed again. */
static guint
get_number (const char *name, guint fallback)
{
  const char *value = g_getenv (name);

  return value == NULL ? fallback : (guint) g_ascii_strtoull (value, NULL, 10);
}

static void
trace_bullets (GChecksum *trace, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);
    g_autofree char *words =
        g_strdup_printf ("%s|%s|%s|%s(", bullet->record.id, bullet->area, bullet->marking, bullet->text);

    g_checksum_update (trace, (const guchar *) words, -1);
    trace_bullets (trace, bullet->bullets);
    g_checksum_update (trace, (const guchar *) ")", -1);
  }
}

/* What the page says and where the caret is. */
static void
trace_page (Monkey *monkey, GChecksum *trace)
{
  int caret = -1;

  g_object_get (get_buffer (monkey), "cursor-position", &caret, NULL);
  g_checksum_update (trace, (const guchar *) &caret, sizeof caret);
  for (guint i = 0; i < PAGE_N_SECTIONS; i++)
    trace_bullets (trace, page_get_bullets (monkey->page, i));
}

/* Nothing but the seed decides: now and then, at a place of its choice, all that is on its way comes to its
 * end, and meanwhile nothing goes on. Returns: (transfer full): what became of it all, in digits */
static char *
do_anything (Page *page, guint seed, guint steps)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GChecksum) trace = g_checksum_new (G_CHECKSUM_SHA256);
  Monkey monkey = { page, random };

  page_place_caret (page, 0, 0, 0);
  for (guint i = 0; i < steps; i++) {
    do_something (&monkey);
    page_assert_agreement (page);
    if (count_lines (&monkey) > N_LINES_MAX)
      delete_section (&monkey);
    trace_page (&monkey, trace);
    if (choose (&monkey, 10) == 0)
      page_settle (page);
  }
  return g_strdup (g_checksum_get_string (trace));
}

/* Whatever is done on a page of several sections, editors and tree agree after each of it. */
static void
test_anything (Page *page, gconstpointer data)
{
  guint seed = get_number ("QTR_TEST_SEED", 20260401);
  guint steps = get_number ("QTR_TEST_STEPS", N_STEPS);
  g_autofree char *trace = NULL;

  g_print ("# seed %u, %u steps\n", seed, steps);
  trace = do_anything (page, seed, steps);
  g_print ("# trace %s\n", trace);
}

/* What fails once can be made to fail again. */
static void
test_again (void)
{
  guint seed = get_number ("QTR_TEST_SEED", 20260401);
  char *traces[2] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++) {
    Page page;

    page_set_up (&page, NULL);
    traces[i] = do_anything (&page, seed, N_STEPS_AGAIN);
    page_tear_down (&page, NULL);
  }
  g_assert_cmpstr (traces[0], ==, traces[1]);
  g_free (traces[0]);
  g_free (traces[1]);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  g_test_add ("/ui/page-anything/anything", Page, NULL, page_set_up, test_anything, page_tear_down);
  g_test_add_func ("/ui/page-anything/again", test_again);
  return g_test_run ();
}
