/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "page.h"

#include <string.h>

#include "base/id.h"
#include "model/measure.h"
#include "model/path.h"
#include "tests/model/outline.h"
#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-printed.h"

static QtrSection *
make_section (const char *commitment, const char *outline)
{
  g_autoptr (QtrList) bullets = parse_outline (outline);

  return qtr_record_new (&qtr_section_type, "commitment", commitment, "bullets", bullets, "nil_return",
                         bullets == NULL, "nil_reason", bullets == NULL ? "None due." : NULL, NULL);
}

static QtrList *
make_updates (void)
{
  g_autoptr (QtrSection) first = make_section ("c1", "a b(c d(e)) f");
  g_autoptr (QtrSection) second = make_section ("c2", "g");
  g_autoptr (QtrSection) third = make_section ("c3", "");
  gconstpointer all[] = { first, second, third };
  g_autoptr (QtrList) sections = qtr_list_splice (NULL, 0, 0, all, 3);
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "id", "u", "quarter", "2026-27-Q1",
                                                 "marking", "OFFICIAL", "sections", sections, NULL);

  return qtr_list_append (NULL, update);
}

static QtrList *
make_priorities (void)
{
  g_autoptr (GPtrArray) commitments = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;
  g_autoptr (QtrPriority) priority = NULL;

  for (guint i = 1; i <= PAGE_N_SECTIONS; i++) {
    g_autofree char *id = g_strdup_printf ("c%u", i);

    g_ptr_array_add (commitments,
                     qtr_record_new (&qtr_commitment_type, "id", id, "lead", "We will:", "text", id, NULL));
  }
  list = qtr_list_new_from_array (commitments);
  priority = qtr_record_new (&qtr_priority_type, "id", "p", "number", 1, "title", "Roads", "commitments",
                             list, NULL);
  return qtr_list_append (NULL, priority);
}

static QtrList *
make_measures (void)
{
  g_autoptr (QtrMeasure) calls = qtr_record_new (&qtr_measure_type, "id", "calls", "name", "Calls", NULL);

  return qtr_list_append (NULL, calls);
}

static QtrPlan *
make_plan (void)
{
  g_autoptr (QtrList) updates = make_updates ();
  g_autoptr (QtrList) priorities = make_priorities ();
  g_autoptr (QtrArea) area = qtr_record_new (&qtr_area_type, "name", "Southend", NULL);
  g_autoptr (QtrList) areas = qtr_list_append (NULL, area);
  g_autoptr (QtrList) measures = make_measures ();

  return qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Plan", "areas", areas, "priorities",
                         priorities, "measures", measures, "updates", updates, NULL);
}

/* The bullet d has an area and a marking. */
static QtrPlan *
make_marked_plan (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  QtrPath path;
  gconstpointer bullet = qtr_path_find (plan, "d", &path);
  g_autoptr (QtrBullet) marked = qtr_record_with (bullet, "area", "Southend", "marking", "SECRET", NULL);

  return qtr_path_replace (plan, &path, marked);
}

void
page_iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until all sections are there and have their places. */
static void
wait_for_frame (Page *page)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page->window);
  gboolean painted = FALSE;
  gulong id = 0;

  id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static double
get_scroll (Page *page)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (GTK_WIDGET (page_get_editor (page, 0)), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

void
page_settle (Page *page)
{
  double before = -1;

  while (get_scroll (page) != before) {
    before = get_scroll (page);
    page_iterate ();
    wait_for_frame (page);
    page_iterate ();
  }
}

void
page_set_up (Page *page, gconstpointer data)
{
  g_autoptr (QtrPlan) plan = NULL;

  /* What moves by itself moves with the clock. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  qtr_id_seed (5);
  plan = make_marked_plan ();
  page->document = qtr_document_new (plan, NULL);
  page->page = g_object_new (QTR_TYPE_PRIORITY_PAGE, NULL);
  page->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (page->window), GTK_WIDGET (page->page));
  gtk_window_set_default_size (GTK_WINDOW (page->window), 600, 500);
  qtr_priority_page_set_document (page->page, page->document);
  qtr_priority_page_set_place (page->page, "p", qtr_plan_parse_period (plan, "2026-27-Q1"));
  gtk_window_present (GTK_WINDOW (page->window));
  while (gtk_widget_get_height (GTK_WIDGET (page_get_editor (page, PAGE_N_SECTIONS - 1))) == 0)
    g_main_context_iteration (NULL, TRUE);
  page_settle (page);
}

void
page_tear_down (Page *page, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (page->page), (gpointer *) &page->page);
  gtk_window_destroy (GTK_WINDOW (page->window));
  page_iterate ();
  g_assert_null (page->page);
  g_assert_finalize_object (page->document);
}

const QtrUpdate *
page_get_update (Page *page)
{
  return qtr_plan_get_latest_update (qtr_document_get_plan (page->document));
}

const QtrList *
page_get_bullets (Page *page, guint section)
{
  g_autofree char *commitment = g_strdup_printf ("c%u", section + 1);
  const QtrSection *found = qtr_update_find_section (page_get_update (page), commitment);

  return found == NULL ? NULL : found->bullets;
}

static GtkWidget *
find_editor (GtkWidget *widget, guint *index)
{
  if (QTR_IS_BULLETS_VIEW (widget))
    return (*index)-- == 0 ? widget : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (widget); i != NULL; i = gtk_widget_get_next_sibling (i)) {
    GtkWidget *found = find_editor (i, index);

    if (found != NULL)
      return found;
  }

  return NULL;
}

QtrBulletsView *
page_get_editor (Page *page, guint section)
{
  return QTR_BULLETS_VIEW (find_editor (GTK_WIDGET (page->page), &section));
}

void
page_place_caret (Page *page, guint section, int line, int offset)
{
  GtkWidget *editor = GTK_WIDGET (page_get_editor (page, section));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, line, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (editor);
}

/* The margin that is in force for a paragraph, on whichever side. */
static int
get_margin (GtkTextView *view, guint line)
{
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;
  int margin = 0;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, line);
  if (gtk_text_iter_is_end (&iter))
    return gtk_text_view_get_left_margin (view);

  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *i = tags; i != NULL; i = i->next) {
    int left = 0;
    int right = 0;

    g_object_get (i->data, "left-margin", &left, "right-margin", &right, NULL);
    margin = MAX (margin, MAX (left, right));
  }
  return margin;
}

static void
assert_line (Page *page, GtkTextView *view, const QtrBulletsLine *line, guint at)
{
  g_autoptr (QtrBulletsPrinted) wanted = qtr_bullets_print (
      line->record->area, line->record->text, qtr_document_get_plan (page->document), page_get_update (page));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &start, at);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (&start, &end);
  /* After an area's colon there may be a space already, though no text yet. */
  if (line->record->area != NULL && line->record->text == NULL && g_str_has_suffix (text, ": "))
    text[strlen (text) - 1] = '\0';
  g_assert_cmpstr (text, ==, wanted->text);
  g_assert_cmpint (get_margin (view, at), ==, get_margin (view, 0) * (int) (line->depth + 1));
}

static void
assert_section (Page *page, guint section, GHashTable *ids)
{
  GtkTextView *view = GTK_TEXT_VIEW (page_get_editor (page, section));
  const QtrList *bullets = page_get_bullets (page, section);
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (bullets);
  guint length = qtr_bullets_lines_get_length (lines);

  g_assert_true (qtr_bullets_view_get_bullets (QTR_BULLETS_VIEW (view)) == bullets);
  g_assert_cmpint (gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view)), ==, length);
  for (guint i = 0; i < length; i++) {
    const QtrBulletsLine *line = qtr_bullets_lines_get (lines, i);

    assert_line (page, view, line, i);
    g_assert_true (g_hash_table_add (ids, (gpointer) g_intern_string (line->record->record.id)));
  }
}

void
page_assert_agreement (Page *page)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < PAGE_N_SECTIONS; i++)
    assert_section (page, i, ids);
}
