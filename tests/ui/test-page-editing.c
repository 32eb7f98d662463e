/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include <string.h>

#include "page.h"
#include "tests/model/outline.h"
#include "ui/update/bullet-drag.h"

GResource *qtr_ui_get_resource (void);

static void
assert_section (Page *page, guint section, const char *expected)
{
  assert_outline (page_get_bullets (page, section), expected);
}

static GtkTextBuffer *
get_buffer (Page *page, guint section)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_get_editor (page, section)));
}

static void
assert_caret (Page *page, guint section, int offset)
{
  int caret = 0;

  g_object_get (get_buffer (page, section), "cursor-position", &caret, NULL);
  g_assert_true (qtr_priority_page_get_editor (page->page) == page_get_editor (page, section));
  g_assert_cmpint (caret, ==, offset);
}

static void
press (Page *page, GtkMovementStep step, int count)
{
  g_signal_emit_by_name (qtr_priority_page_get_editor (page->page), "move-cursor", step, count, FALSE);
}

/* The first section's text is "a b c Southend: d e f", a paragraph each. */
static void
test_caret (Page *page, gconstpointer data)
{
  page_place_caret (page, 0, 5, 1);
  press (page, GTK_MOVEMENT_DISPLAY_LINES, 1);
  assert_caret (page, 1, 1);
  press (page, GTK_MOVEMENT_DISPLAY_LINES, -1);
  assert_caret (page, 0, 21);
  press (page, GTK_MOVEMENT_VISUAL_POSITIONS, 1);
  assert_caret (page, 1, 0);
  press (page, GTK_MOVEMENT_VISUAL_POSITIONS, -1);
  assert_caret (page, 0, 21);
  press (page, GTK_MOVEMENT_BUFFER_ENDS, 1);
  assert_caret (page, 3, 0);
  press (page, GTK_MOVEMENT_DISPLAY_LINES, 1);
  assert_caret (page, 3, 0);
  press (page, GTK_MOVEMENT_DISPLAY_LINES, -1);
  assert_caret (page, 2, 0);
  press (page, GTK_MOVEMENT_BUFFER_ENDS, -1);
  assert_caret (page, 0, 0);
  press (page, GTK_MOVEMENT_VISUAL_POSITIONS, -1);
  assert_caret (page, 0, 0);
  press (page, GTK_MOVEMENT_PAGES, 1);
  g_assert_false (qtr_priority_page_get_editor (page->page) == page_get_editor (page, 0));
  press (page, GTK_MOVEMENT_PAGES, -1);
  assert_caret (page, 0, 0);
}

/* A move goes on where the section ends, in one step, with the caret. */
static void
test_carry (Page *page, gconstpointer data)
{
  const QtrBullet *bullet = NULL;

  page_place_caret (page, 0, 5, 1);
  qtr_priority_page_move_down (page->page);
  assert_section (page, 0, "a b(c d(e))");
  assert_section (page, 1, "f g");
  assert_caret (page, 1, 1);
  g_assert_cmpstr (qtr_document_get_undo_label (page->document), ==, "Move Bullet");
  qtr_priority_page_move_up (page->page);
  assert_section (page, 0, "a b(c d(e)) f");
  qtr_document_undo (page->document);
  qtr_document_undo (page->document);
  assert_section (page, 0, "a b(c d(e)) f");
  g_assert_null (qtr_document_get_undo_label (page->document));

  /* With its children, area and marking, into a section that had nothing to report. */
  page_place_caret (page, 1, 0, 0);
  qtr_priority_page_move_down (page->page);
  g_assert_false (qtr_update_find_section (page_get_update (page), "c3")->nil_return);
  page_place_caret (page, 0, 1, 0);
  qtr_priority_page_move_up (page->page);
  page_place_caret (page, 0, 5, 0);
  for (guint i = 0; i < 4; i++)
    qtr_priority_page_move_down (page->page);
  assert_section (page, 0, "b(c d(e)) a");
  bullet = qtr_list_get (page_get_bullets (page, 2), 0);
  g_assert_cmpstr (bullet->record.id, ==, "g");
  page_assert_agreement (page);
}

static void
drop (Page *page, guint from, const char *bullet, guint to, double x, double y)
{
  qtr_bullet_drag_drop (page_get_editor (page, from), bullet, page_get_editor (page, to), x, y);
  page_iterate ();
  page_assert_agreement (page);
}

static void
test_drop (Page *page, gconstpointer data)
{
  const QtrBullet *parent = NULL;
  const QtrBullet *bullet = NULL;

  drop (page, 0, "d", 3, 0, 0);
  assert_section (page, 0, "a b(c) f");
  assert_section (page, 3, "d(e)");
  bullet = qtr_list_get (page_get_bullets (page, 3), 0);
  g_assert_cmpstr (bullet->area, ==, "Southend");
  g_assert_cmpstr (bullet->marking, ==, "SECRET");
  assert_caret (page, 3, 0);
  drop (page, 1, "g", 0, 999, 9999);
  parent = qtr_list_get (page_get_bullets (page, 0), 2);
  assert_outline (parent->bullets, "g");
  drop (page, 0, "f", 0, 0, 0);
  assert_section (page, 0, "f(g) a b(c)");
  drop (page, 0, "f", 0, 0, 0);
  qtr_document_undo (page->document);
  assert_section (page, 0, "a b(c) f(g)");
  g_assert_null (page_get_bullets (page, 1));
}

/* --- The clipboard --- */

static void
select_lines (Page *page, guint section, int first, int offset, int last, int last_offset)
{
  GtkTextIter start, end;

  page_place_caret (page, section, first, offset);
  gtk_text_buffer_get_iter_at_line_offset (get_buffer (page, section), &start, first, offset);
  gtk_text_buffer_get_iter_at_line_offset (get_buffer (page, section), &end, last, last_offset);
  gtk_text_buffer_select_range (get_buffer (page, section), &start, &end);
}

/* What is pasted comes when the clipboard has been read, from another thread. */
static void
paste (Page *page)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (page->document));

  g_signal_emit_by_name (qtr_priority_page_get_editor (page->page), "paste-clipboard");
  while (qtr_document_get_plan (page->document) == before)
    g_main_context_iteration (NULL, TRUE);
  page_assert_agreement (page);
}

static void
test_copy (Page *page, gconstpointer data)
{
  const QtrBullet *parent = NULL;
  const QtrBullet *bullet = NULL;

  select_lines (page, 0, 1, 0, 4, 1);
  g_signal_emit_by_name (page_get_editor (page, 0), "copy-clipboard");
  page_place_caret (page, 3, 0, 0);
  paste (page);
  assert_section (page, 3, "b(c d(e))");
  g_assert_cmpstr (qtr_document_get_undo_label (page->document), ==, "Paste");
  parent = qtr_list_get (page_get_bullets (page, 3), 0);
  bullet = qtr_list_get (parent->bullets, 1);
  g_assert_cmpstr (bullet->area, ==, "Southend");
  g_assert_cmpstr (bullet->marking, ==, "SECRET");
  page_place_caret (page, 1, 0, 1);
  paste (page);
  assert_section (page, 1, "g b(c d(e))");
  page_place_caret (page, 1, 0, 0);
  paste (page);
  assert_section (page, 1, "b(c d(e)) g b(c d(e))");
  qtr_document_undo (page->document);
  qtr_document_undo (page->document);
  qtr_document_undo (page->document);
  g_assert_null (qtr_document_get_undo_label (page->document));
}

static void
test_cut (Page *page, gconstpointer data)
{
  select_lines (page, 0, 0, 0, 1, 0);
  g_signal_emit_by_name (page_get_editor (page, 0), "cut-clipboard");
  assert_section (page, 0, "b(c d(e)) f");
  page_place_caret (page, 3, 0, 0);
  paste (page);
  assert_section (page, 3, "a");
}

/* A part of a bullet is words. */
static void
test_copy_words (Page *page, gconstpointer data)
{
  select_lines (page, 0, 3, 2, 3, 8);
  g_signal_emit_by_name (page_get_editor (page, 0), "copy-clipboard");
  page_place_caret (page, 1, 0, 1);
  paste (page);
  assert_section (page, 1, "guthend");
}

static void
set_clipboard (Page *page, const char *html, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, 2);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (page->window), both);
}

static void
test_foreign (Page *page, gconstpointer data)
{
  set_clipboard (page, "<p>x</p><ul><li>y<li>Southend: z</ul>", "ignored");
  page_place_caret (page, 3, 0, 0);
  paste (page);
  assert_section (page, 3, "x(y z)");
  set_clipboard (page, "<img src='x.png'>", "p\nq");
  page_place_caret (page, 1, 0, 1);
  paste (page);
  assert_section (page, 1, "gp q");
  set_clipboard (page, "<b>one</b>\ntwo", "ignored");
  page_place_caret (page, 1, 0, 1);
  paste (page);
  assert_section (page, 1, "gone twop q");
}

/* Nothing is done to a section that nobody came to; and where somebody was, it goes on when the focus has
 * left. */
static void
test_current (Page *page, gconstpointer data)
{
  g_autoptr (GtkWidget) unseen = g_object_ref_sink (g_object_new (QTR_TYPE_PRIORITY_PAGE, NULL));
  QtrPeriod quarter = qtr_plan_parse_period (qtr_document_get_plan (page->document), "2026-27-Q1");

  qtr_priority_page_set_document (QTR_PRIORITY_PAGE (unseen), page->document);
  qtr_priority_page_set_place (QTR_PRIORITY_PAGE (unseen), "p", quarter);
  g_assert_null (qtr_priority_page_get_current_section (QTR_PRIORITY_PAGE (unseen)));

  qtr_priority_page_show_commitment (page->page, "c2");
  gtk_window_set_focus (GTK_WINDOW (page->window), NULL);
  g_assert_cmpstr (qtr_section_view_get_commitment (qtr_priority_page_get_current_section (page->page)), ==,
                   "c2");
}

#define ADD(name, function) g_test_add (name, Page, NULL, page_set_up, function, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (qtr_ui_get_resource ());

  ADD ("/ui/page-editing/caret", test_caret);
  ADD ("/ui/page-editing/carry", test_carry);
  ADD ("/ui/page-editing/drop", test_drop);
  ADD ("/ui/page-editing/copy", test_copy);
  ADD ("/ui/page-editing/cut", test_cut);
  ADD ("/ui/page-editing/copy-words", test_copy_words);
  ADD ("/ui/page-editing/foreign", test_foreign);
  ADD ("/ui/page-editing/current", test_current);
  return g_test_run ();
}
