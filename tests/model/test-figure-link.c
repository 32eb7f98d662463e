/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/figure-link.h"

#define N_RANDOM 5000

/* What it reads as, written again; %NULL: ordinary text. */
static const struct {
  const char *text;
  const char *written;
} rows[] = {
  { "{{m1 value}}", "{{m1 value}}" },
  { "{{m1 value}} and more", "{{m1 value}}" },
  { "{{ m1   value }}", "{{m1 value}}" },
  { "{{m-1_x up-down area=\"North LPA\"}}", "{{m-1_x up-down area=\"North LPA\"}}" },
  { "{{m1 value because=\"b\" text=\"a\"}}", "{{m1 value text=\"a\" because=\"b\"}}" },
  { "{{m1 value text=\"}} \\\"q\\\" \\\\ \\n\"}}", "{{m1 value text=\"}} \\\"q\\\" \\\\ \\n\"}}" },
  { "{{m1 value text=\"a\nb\"}}", "{{m1 value text=\"a\\nb\"}}" },
  { "{{m1 value area=\"\"}}", "{{m1 value}}" },
  { "{{m1 value area=\"a\" later=\"\\\\ 3\"}}", "{{m1 value area=\"a\" later=\"\\\\ 3\"}}" },
  { "{{m1 not-known-yet}}", "{{m1 not-known-yet}}" },
  { "", NULL },
  { "{{", NULL },
  { "{{}}", NULL },
  { "{{m1}}", NULL },
  { "{{m1 value", NULL },
  { "{{m1 value}", NULL },
  { "{m1 value}}", NULL },
  { " {{m1 value}}", NULL },
  { "{{m1\u00a0value}}", NULL },
  { "{{mé value}}", NULL },
  { "{{m1 value area}}", NULL },
  { "{{m1 value area=North}}", NULL },
  { "{{m1 value area=\"North}}", NULL },
  { "{{m1 value area=\"a\" area=\"b\"}}", NULL },
  { "{{m1 value text=\"\\t\"}}", NULL },
  { "{{m1 value text=\"\\", NULL },
  { "{{m1 valuearea=\"a\"}}", NULL },
  { "{{m1 value area=\"a\"on=\"b\"}}", NULL },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (QtrFigureLink) link = { 0 };
    const char *end = NULL;
    gboolean is_link = qtr_figure_link_parse (rows[i].text, &link, &end);
    g_autofree char *written = is_link ? qtr_figure_link_to_string (&link) : NULL;

    g_assert_cmpstr (written, ==, rows[i].written);
    g_assert_true (end == NULL || g_str_has_suffix (rows[i].text, end));
  }
}

static char *
make_text (GRand *rand, const char *const *letters, guint n_letters, guint least)
{
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, (gint32) least, 8); i > 0; i--)
    g_string_append (text, letters[g_rand_int_range (rand, 0, (gint32) n_letters)]);
  return g_string_free (text, FALSE);
}

static char *
make_value (GRand *rand)
{
  static const char *const letters[] = { "a", "\"", "\\", "\n", "}", "{", "é", " ", "n", "=", "£" };

  return g_rand_boolean (rand) ? NULL : make_text (rand, letters, G_N_ELEMENTS (letters), 1);
}

static char *
make_word (GRand *rand)
{
  static const char *const letters[] = { "a", "Z", "0", "-", "_" };

  return make_text (rand, letters, G_N_ELEMENTS (letters), 1);
}

/* Whatever a link says, it is read as it was written, wherever it stands. */
static void
test_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_RANDOM; i++) {
    g_auto (QtrFigureLink) link = { make_word (rand),
                                    make_word (rand),
                                    make_value (rand),
                                    make_value (rand),
                                    make_value (rand),
                                    make_value (rand),
                                    NULL };
    g_autofree char *written = qtr_figure_link_to_string (&link);
    g_autofree char *text = g_strconcat (written, "}} \"x", NULL);
    g_auto (QtrFigureLink) read = { 0 };
    const char *end = NULL;

    g_assert_true (qtr_figure_link_parse (text, &read, &end));
    g_assert_cmpstr (end, ==, "}} \"x");
    g_assert_cmpstr (read.measure, ==, link.measure);
    g_assert_cmpstr (read.form, ==, link.form);
    g_assert_cmpstr (read.area, ==, link.area);
    g_assert_cmpstr (read.on, ==, link.on);
    g_assert_cmpstr (read.text, ==, link.text);
    g_assert_cmpstr (read.because, ==, link.because);
    g_assert_null (read.others);
  }
}

static void
test_find (void)
{
  const char *text = "{{ of {{m1 value}}{{m2 target}} é {{m3}} and {{{m4 rank}}}";
  g_autoptr (GArray) places = qtr_figure_links_find (text);
  g_autoptr (GArray) none = qtr_figure_links_find (NULL);
  static const char *const found[] = { "{{m1 value}}", "{{m2 target}}", "{{m4 rank}}" };

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (found));
  for (guint i = 0; i < places->len; i++) {
    const QtrFigurePlace *place = &g_array_index (places, QtrFigurePlace, i);
    g_autofree char *slice = g_strndup (text + place->start, place->end - place->start);

    g_assert_cmpstr (slice, ==, found[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-link/rows", test_rows);
  g_test_add_func ("/figure-link/property", test_property);
  g_test_add_func ("/figure-link/find", test_find);
  return g_test_run ();
}
