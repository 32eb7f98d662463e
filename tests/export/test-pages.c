/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "export/pages.h"
#include "export/publication-private.h"
#include "format/format.h"

#include "sample.h"

/* Half a point: what no eye sees, and no sum of many lines is exact beyond. */
#define TOLERANCE 0.5

static const QtrPage *
page_at (const QtrPages *pages, guint i)
{
  return pages->pages->pdata[i];
}

static const QtrPageBox *
box_at (const GArray *boxes, guint i)
{
  return &g_array_index (boxes, QtrPageBox, i);
}

static const QtrPageElement *
element_of (const QtrPages *pages, const QtrPageBox *box)
{
  return &g_array_index (pages->elements, QtrPageElement, box->element);
}

static char *
words_of (const QtrPageBox *box)
{
  return g_strndup (pango_layout_get_text (box->line->layout) + box->line->start_index,
                    (gsize) box->line->length);
}

static PangoLayout *
layout_of (const QtrPageBox *box)
{
  return box->line != NULL ? box->line->layout : NULL;
}

static void
check_inside (const QtrPages *pages, const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++) {
    const QtrPageBox *box = box_at (boxes, i);

    g_assert_cmpfloat (box->x, >=, -TOLERANCE);
    g_assert_cmpfloat (box->y, >=, -TOLERANCE);
    g_assert_cmpfloat (box->x + box->width, <=, pages->width + TOLERANCE);
    g_assert_cmpfloat (box->y + box->height, <=, pages->height + TOLERANCE);
    if (box->kind == QTR_PAGE_BOX_TEXT) {
      g_assert_nonnull (box->line);
      g_assert_cmpfloat (box->baseline, >=, box->y);
      g_assert_cmpfloat (box->baseline, <=, box->y + box->height + TOLERANCE);
    }
  }
}

static gboolean
overlap (const QtrPageBox *a, const QtrPageBox *b)
{
  return a->x + a->width > b->x + TOLERANCE && b->x + b->width > a->x + TOLERANCE &&
         a->y + a->height > b->y + TOLERANCE && b->y + b->height > a->y + TOLERANCE;
}

/* Fills are behind everything; nothing else lies on anything. */
static void
check_apart (const QtrPage *page)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < page->artefacts->len; i++)
    if (box_at (page->artefacts, i)->kind != QTR_PAGE_BOX_FILL)
      g_ptr_array_add (all, (gpointer) box_at (page->artefacts, i));
    else
      g_assert_cmpuint (all->len, ==, 0);
  for (guint i = 0; i < page->boxes->len; i++)
    g_ptr_array_add (all, (gpointer) box_at (page->boxes, i));
  for (guint i = 0; i < all->len; i++)
    for (guint j = i + 1; j < all->len; j++)
      if (overlap (all->pdata[i], all->pdata[j])) {
        const QtrPageBox *a = all->pdata[i], *b = all->pdata[j];

        g_error ("(%g %g %g %g, kind %d) lies on (%g %g %g %g, kind %d)", a->x, a->y, a->width, a->height,
                 a->kind, b->x, b->y, b->width, b->height, b->kind);
      }
}

/* What is read later comes later, and no element is come back to. */
static void
check_order (const QtrPages *pages)
{
  guint last = 0;

  for (guint i = 0; i < pages->pages->len; i++)
    for (guint j = 0; j < page_at (pages, i)->boxes->len; j++) {
      const QtrPageBox *box = box_at (page_at (pages, i)->boxes, j);

      g_assert_cmpuint (box->element, >=, last);
      g_assert_cmpuint (box->element, <, pages->elements->len);
      last = box->element;
    }
  for (guint i = 1; i < pages->elements->len; i++)
    g_assert_cmpuint (g_array_index (pages->elements, QtrPageElement, i).parent, <, i);
}

static guint
lines_of (const QtrPage *page, const PangoLayout *layout)
{
  guint n_lines = 0;

  for (guint i = 0; i < page->boxes->len; i++)
    n_lines += layout_of (box_at (page->boxes, i)) == layout;
  return n_lines;
}

/* Of a paragraph that goes on, two lines stand on either side. */
static void
check_parted (const QtrPages *pages)
{
  for (guint i = 0; i + 1 < pages->pages->len; i++) {
    const QtrPage *page = page_at (pages, i), *next = page_at (pages, i + 1);
    const PangoLayout *layout;

    if (page->boxes->len == 0 || next->boxes->len == 0)
      continue;
    layout = layout_of (box_at (page->boxes, page->boxes->len - 1));
    if (layout == NULL || layout != layout_of (box_at (next->boxes, 0)))
      continue;
    g_assert_cmpuint (lines_of (page, layout), >=, 2);
    g_assert_cmpuint (lines_of (next, layout), >=, 2);
  }
}

static gboolean
is_heading (QtrPageRole role)
{
  return role >= QTR_PAGE_HEADING_1 && role <= QTR_PAGE_HEADING_4;
}

/* No page ends with what announces something, unless it goes on itself, or has nothing to announce. */
static void
check_kept (const QtrPages *pages)
{
  for (guint i = 0; i + 1 < pages->pages->len; i++) {
    const GArray *boxes = page_at (pages, i)->boxes, *next = page_at (pages, i + 1)->boxes;
    const QtrPageElement *last = element_of (pages, box_at (boxes, boxes->len - 1));

    if (box_at (boxes, boxes->len - 1)->element == box_at (next, 0)->element ||
        element_of (pages, box_at (next, 0))->role == QTR_PAGE_COLUMN_HEADING ||
        element_of (pages, box_at (next, 0))->role == QTR_PAGE_HEADING_2)
      continue;
    g_assert_false (is_heading (last->role));
    g_assert_cmpint (last->role, !=, QTR_PAGE_CAPTION);
    g_assert_cmpint (last->role, !=, QTR_PAGE_COLUMN_HEADING);
    g_assert_cmpint (last->role, !=, QTR_PAGE_LABEL);
  }
}

/* The number of the page, from 1, on which an element has its first box. */
static guint
page_of (const QtrPages *pages, guint element)
{
  for (guint i = 0; i < pages->pages->len; i++)
    for (guint j = 0; j < page_at (pages, i)->boxes->len; j++)
      if (box_at (page_at (pages, i)->boxes, j)->element == element)
        return i + 1;
  g_error ("element %u is on no page", element);
}

static guint
page_before (const QtrPages *pages, guint element)
{
  guint page = page_of (pages, element);

  return box_at (page_at (pages, page - 1)->boxes, 0)->element == element ? page - 1 : page;
}

static guint
last_page_of (const QtrPages *pages, guint index)
{
  const QtrPageHeading *heading = &g_array_index (pages->headings, QtrPageHeading, index);

  for (guint i = index + 1; i < pages->headings->len; i++) {
    const QtrPageHeading *next = &g_array_index (pages->headings, QtrPageHeading, i);

    if (next->level <= heading->level)
      return page_before (pages, next->element);
  }
  return pages->pages->len;
}

static void
check_headings (const QtrPages *pages)
{
  for (guint i = 0; i < pages->headings->len; i++) {
    const QtrPageHeading *heading = &g_array_index (pages->headings, QtrPageHeading, i);

    g_assert_cmpuint (heading->first, ==, page_of (pages, heading->element));
    g_assert_cmpuint (heading->last, ==, last_page_of (pages, i));
    if (heading->anchor != NULL)
      g_assert_cmpuint (box_at (page_at (pages, heading->first - 1)->boxes, 0)->element, ==,
                        heading->element);
  }
}

/* Each entry of the contents leads to the next part, and says that part's pages. */
static void
check_contents (const QtrPages *pages)
{
  guint n_entries = 0, n_anchors = 0;

  for (guint i = 0; i < pages->pages->len; i++) {
    const GArray *boxes = page_at (pages, i)->boxes;

    for (guint j = 0; j < boxes->len; j++) {
      const QtrPageElement *link = element_of (pages, box_at (boxes, j));
      const QtrPageHeading *heading;
      g_autofree char *words = NULL;
      g_autofree char *expected = NULL;

      if (link->role != QTR_PAGE_LINK ||
          (j + 1 < boxes->len && box_at (boxes, j + 1)->element == box_at (boxes, j)->element))
        continue;
      heading = &g_array_index (pages->headings, QtrPageHeading, link->target);
      g_assert_nonnull (heading->anchor);
      words = words_of (box_at (boxes, j));
      expected = heading->first == heading->last ? g_strdup_printf ("%u", heading->first)
                                                 : g_strdup_printf ("%u–%u", heading->first, heading->last);
      g_assert_cmpstr (words, ==, expected);
      n_entries++;
    }
  }
  for (guint i = 0; i < pages->headings->len; i++)
    n_anchors += g_array_index (pages->headings, QtrPageHeading, i).anchor != NULL;
  g_assert_cmpuint (n_entries, ==, n_anchors);
}

static guint
count_artefacts (const QtrPage *page, const char *words)
{
  guint count = 0;

  for (guint i = 0; i < page->artefacts->len; i++) {
    const QtrPageBox *box = box_at (page->artefacts, i);

    if (box->kind == QTR_PAGE_BOX_TEXT)
      count += g_str_equal (pango_layout_get_text (layout_of (box)), words);
  }
  return count;
}

/* The priority that a page is in the middle of, if it is in one. */
static const QtrPageHeading *
continued_at (const QtrPages *pages, guint number)
{
  for (guint i = 0; i < pages->headings->len; i++) {
    const QtrPageHeading *heading = &g_array_index (pages->headings, QtrPageHeading, i);

    if (heading->anchor != NULL && heading->first < number && heading->last >= number)
      return heading;
  }
  return NULL;
}

static void
check_running (const QtrPages *pages, const QtrPublication *publication)
{
  for (guint i = 0; i < pages->pages->len; i++) {
    const QtrPage *page = page_at (pages, i);
    const QtrPageHeading *heading = continued_at (pages, i + 1);
    g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, pages->pages->len);

    g_assert_cmpuint (count_artefacts (page, number), ==, 1);
    if (publication->marking != NULL) {
      g_autofree char *marking = g_utf8_strup (publication->marking, -1);

      g_assert_cmpuint (count_artefacts (page, marking), >=, 2);
    }
    if (publication->draft != NULL)
      g_assert_cmpuint (count_artefacts (page, publication->draft), >=, 1);
    if (heading != NULL && !g_str_has_suffix (heading->text, "…"))
      g_assert_cmpuint (count_artefacts (page, heading->text), >=, 1);
  }
}

static void
check_drawing (const QtrPages *pages)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < pages->pages->len; i++)
    g_assert_true (qtr_pages_draw (pages, i, cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check (const QtrPublication *publication)
{
  g_autoptr (QtrPages) pages = qtr_pages_new (publication);

  g_assert_cmpuint (pages->pages->len, >=, 1);
  for (guint i = 0; i < pages->pages->len; i++) {
    const QtrPage *page = page_at (pages, i);

    check_inside (pages, page->artefacts);
    check_inside (pages, page->boxes);
    check_apart (page);
    g_assert_cmpuint (page->boxes->len, >, 0);
  }
  check_order (pages);
  check_parted (pages);
  check_kept (pages);
  check_headings (pages);
  check_contents (pages);
  check_running (pages, publication);
  check_drawing (pages);
}

static void
check_plan (const QtrPlan *plan, QtrPeriod quarter)
{
  static const QtrPaper papers[] = { QTR_PAPER_A4, QTR_PAPER_A4_LANDSCAPE };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    QtrPublicationOptions options = { .draft = i == 0, .paper = papers[i] };
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrPublication) publication = qtr_publication_new (plan, quarter, &options, &error);

    g_assert_no_error (error);
    check (publication);
  }
}

static void
test_sample (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();

  check_plan (plan, sample_quarter ());
}

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QTR_DATA_DIR"), "example.quarterly", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QtrPlan) plan = NULL;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  bytes = g_bytes_new (text, length);
  plan = qtr_format_read (bytes, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < qtr_list_length (plan->updates); i++)
    check_plan (plan,
                qtr_plan_parse_period (plan, ((const QtrUpdate *) qtr_list_get (plan->updates, i))->quarter));
}

static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (10000, 'W');
  g_autoptr (GString) heaped = g_string_new ("z");
  g_autoptr (GString) many = g_string_new (NULL);
  const char *const texts[] = {
    endless,
    heaped->str,
    many->str,
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd 42 (3)",
    "\u202eevil\u202c \u2066left\u2069",
    "👩‍👩‍👧‍👧 🏳️‍🌈 \U0001f9ff",
    "<script>alert(1)</script> ]]> =cmd|' /C calc'!A0",
    "\u200b\u200b",
  };

  for (guint i = 0; i < 40; i++)
    g_string_append (heaped, "\u0301\u0323");
  for (guint i = 0; i < 600; i++)
    g_string_append (many, "words ");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *text = i == 1 ? heaped->str : i == 2 ? many->str : texts[i];
    g_autoptr (QtrPlan) plan = sample_plan_saying (text);

    check_plan (plan, sample_quarter ());
  }
}

static char *
random_words (guint most)
{
  GString *words = g_string_new (NULL);
  int n_words = g_test_rand_int_range (1, (int) most);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (words, "%s%.*s", i > 0 ? " " : "", g_test_rand_int_range (1, 14),
                            "commissioning-board");
  return g_string_free (words, FALSE);
}

static void
add_random_bullets (QtrNode *node, guint depth)
{
  int n_bullets = g_test_rand_int_range (1, depth == 0 ? 9 : 4);

  for (int i = 0; i < n_bullets; i++) {
    g_autofree char *text = random_words (90);
    QtrNode *bullet = qtr_node_add (node, QTR_NODE_BULLET, g_test_rand_bit () ? "Northmere" : NULL, text);

    if (depth < 9 && g_test_rand_int_range (0, 3) == 0)
      add_random_bullets (bullet, depth + 1);
  }
}

static void
add_random_table (QtrNode *node)
{
  QtrTable *table = qtr_table_new ("Figures");
  int n_columns = g_test_rand_int_range (1, 9);
  int n_rows = g_test_rand_int_range (1, 60);

  for (int i = 0; i < n_columns; i++) {
    g_autofree char *title = random_words (6);

    qtr_table_add_column (table, title, g_test_rand_bit ());
  }
  for (int i = 0; i < n_rows; i++) {
    GPtrArray *row = qtr_table_add_row (table);

    for (int j = 0; j < n_columns; j++) {
      g_autofree char *text = random_words (g_test_rand_int_range (0, 30) == 0 ? 200 : 5);

      qtr_table_row_add (row, text);
    }
  }
  qtr_node_add (node, QTR_NODE_TABLE, NULL, NULL)->table = table;
}

static QtrNode *
random_priority (guint number)
{
  g_autofree char *heading = random_words (14);
  g_autofree char *title = g_strdup_printf ("Priority %u – %s", number, heading);
  QtrNode *node = qtr_node_new (QTR_NODE_PRIORITY, NULL, title);
  int n_commitments = g_test_rand_int_range (0, 4);

  node->anchor = g_strdup_printf ("priority-%u", number);
  for (int i = 0; i < n_commitments; i++) {
    g_autofree char *text = random_words (60);

    add_random_bullets (qtr_node_add (node, QTR_NODE_COMMITMENT, "We will:", text), 0);
  }
  if (g_test_rand_bit ())
    add_random_table (qtr_node_add (node, QTR_NODE_FIGURES, NULL, "Figures"));
  return node;
}

static void
test_random (void)
{
  for (guint i = 0; i < 60; i++) {
    g_autoptr (QtrPublication) publication = g_new0 (QtrPublication, 1);

    publication->title = random_words (12);
    publication->kind = g_strdup ("Quarterly Update");
    publication->quarter = g_strdup ("Quarter 3 2023/24");
    publication->marking = g_strdup ("Official");
    publication->paper = i % 2;
    publication->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_node_free);
    for (guint j = 0; j < i % 5; j++)
      g_ptr_array_add (publication->nodes, random_priority (j + 1));
    check (publication);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pages/sample", test_sample);
  g_test_add_func ("/export/pages/example", test_example);
  g_test_add_func ("/export/pages/hostile", test_hostile);
  g_test_add_func ("/export/pages/random", test_random);
  return g_test_run ();
}
