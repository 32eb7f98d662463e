/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "base/id.h"
#include "model/measure.h"
#include "ui/bullets/bullets-view.h"
#include "ui/spelling/spelling-names.h"
#include "ui/spelling/spelling-words.h"

static const char *const british[] = { "en_GB", NULL };

/* Words with a bar between them, to be compared at a glance. */
static char *
print_words (GArray *words)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (string, "%s%s", i == 0 ? "" : "|",
                            g_array_index (words, QtrSpellingWord, i).word);
  return g_string_free_and_steal (string);
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { "Patrols began in May.", "Patrols|began|in|May" },
    { "It cost £5.4m, or 7.5% of 3kg in 1,137 hours", "It|cost|or|of|in|hours" },
    { "COVID-19 and Covid-19 and covid‑19 cases", "and|and|cases" },
    { "The FCR has PCSOs, MPs' letters, the NHS's view", "The|has|letters|the|view" },
    { "on the A127 at 11pm, the 2nd of Q3", "on|the|at|the|of" },
    { "a 12-week multi-agency plan", "week|multi|agency|plan" },
    { "don't; it’s Rochford's", "don't|it's|Rochford's" },
    { "Ask a.smyth@police.example, see www.police.example or https://x.example/abcd", "Ask|see|or" },
    { "“quoted” (bracketed) either/or", "quoted|bracketed|either|or" },
    { "one\342\200\250two\nthree", "one|two|three" },
    { "Gwasanaeth Heddlu Llŷn", "Gwasanaeth|Heddlu|Llŷn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) words = qtr_spelling_find_words (cases[i].text);
    g_autofree char *printed = print_words (words);

    g_assert_cmpstr (printed, ==, cases[i].words);
  }
}

/* Places are counted in characters, and say where the word is. */
static void
test_places (void)
{
  const char *text = "£5m “wrongg” isn’t";
  g_autoptr (GArray) words = qtr_spelling_find_words (text);
  const QtrSpellingWord *word = &g_array_index (words, QtrSpellingWord, 0);

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpuint (word[0].start, ==, 5);
  g_assert_cmpuint (word[0].end, ==, 11);
  g_assert_cmpuint (word[1].start, ==, 13);
  g_assert_cmpuint (word[1].end, ==, 18);
}

static void
test_has_word (void)
{
  static const struct {
    const char *word;
    gboolean has;
  } cases[] = {
    { "Wynford", TRUE },    { "Wynford's", TRUE },    { "wynford", FALSE },    { "quarterley", TRUE },
    { "Quarterley", TRUE }, { "Quarterley's", TRUE }, { "QUARTERLEY", FALSE }, { "Wyn", FALSE },
  };
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (set, (gpointer) "Wynford");
  g_hash_table_add (set, (gpointer) "quarterley");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (qtr_spelling_has_word (set, cases[i].word), ==, cases[i].has);
}

static void
test_languages (void)
{
  static const struct {
    const char *locales;
    const char *languages;
  } cases[] = {
    { "en_GB.UTF-8 en_GB en.UTF-8 en C", "en_GB en" },
    { "en_US.UTF-8 en_US en C", "en_GB en_US en" },
    { "C.UTF-8 C", "en_GB" },
    { "C", "en_GB" },
    { "cy_GB.UTF-8 cy_GB cy C", "cy_GB cy en_GB" },
    { "de_DE", "de_DE en_GB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) locales = g_strsplit (cases[i].locales, " ", -1);
    g_auto (GStrv) languages = qtr_spelling_list_languages ((const char *const *) locales);
    g_autofree char *joined = g_strjoinv (" ", languages);

    g_assert_cmpstr (joined, ==, cases[i].languages);
  }
}

static void
test_names (void)
{
  g_autoptr (QtrArea) inner = qtr_record_new (&qtr_area_type, "id", "inner", "name", "Wynford Magna", NULL);
  g_autoptr (QtrList) inner_list = qtr_list_append (NULL, inner);
  g_autoptr (QtrArea) outer =
      qtr_record_new (&qtr_area_type, "id", "outer", "name", "Stoke Alder", "areas", inner_list, NULL);
  g_autoptr (QtrList) areas = qtr_list_append (NULL, outer);
  g_autoptr (QtrPerson) person =
      qtr_record_new (&qtr_person_type, "id", "person", "name", "Ffion Prys", NULL);
  g_autoptr (QtrList) people = qtr_list_append (NULL, person);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "id", "measure", "name", "Speedwatch hours", NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, measure);
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "Plan", "body", "Aldershire Police",
                                             "areas", areas, "people", people, "measures", measures, NULL);
  g_autoptr (GHashTable) names = qtr_spelling_list_names (plan);
  g_autoptr (GHashTable) again = qtr_spelling_list_names (plan);

  for (const char *const *word = (const char *const[]) { "Wynford", "Magna", "Stoke", "Ffion", "Speedwatch",
                                                         "Aldershire", "Plan", NULL };
       *word != NULL; word++)
    g_assert_true (g_hash_table_contains (names, *word));
  g_assert_true (qtr_spelling_is_same_names (names, again));
  g_hash_table_remove (again, "Ffion");
  g_assert_false (qtr_spelling_is_same_names (names, again));
  g_assert_false (qtr_spelling_is_same_names (NULL, names));
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static char *
check (QtrSpelling *spelling, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) words = NULL;

  qtr_spelling_check_async (spelling, text, NULL, result_cb, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  words = qtr_spelling_check_finish (spelling, result, NULL);
  return print_words (words);
}

static void
assert_misspelt (QtrSpelling *spelling, const char *text, const char *wanted)
{
  g_autofree char *misspelt = check (spelling, text);

  g_assert_cmpstr (misspelt, ==, wanted);
}

static void
test_check (void)
{
  static const struct {
    const char *text;
    const char *misspelt;
  } cases[] = {
    { "", "" },
    { "The colour of the new centre was organised by neighbours.", "" },
    { "The color of the new center", "color|center" },
    { "Teh patrols recieved 3 calls", "Teh|recieved" },
    { "It cost £5.4m in the COVID-19 year, wich the FCR saw", "wich" },
    { "It’s the officers’ work, isn’t it", "" },
    { "The Chief Constable's multi-agency work on co-operation and re-offending", "" },
    { "www.polcie.example", "" },
  };
  g_autoptr (QtrSpelling) spelling = qtr_spelling_new (british);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_misspelt (spelling, cases[i].text, cases[i].misspelt);
}

/* A text is given to the dictionary once, however often and however soon it is asked about again. */
static void
test_memo (void)
{
  g_autoptr (QtrSpelling) spelling = qtr_spelling_new (british);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  qtr_spelling_check_async (spelling, "Teh calls", NULL, result_cb, &first);
  qtr_spelling_check_async (spelling, "Teh calls", NULL, result_cb, &second);
  while (first == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (qtr_spelling_get_n_checked (spelling), ==, 1);
  assert_misspelt (spelling, "Teh calls", "Teh");
  g_assert_cmpuint (qtr_spelling_get_n_checked (spelling), ==, 1);
  assert_misspelt (spelling, "Teh call", "Teh");
  g_assert_cmpuint (qtr_spelling_get_n_checked (spelling), ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr (QtrSpelling) spelling = qtr_spelling_new (british);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GError) error = NULL;

  qtr_spelling_check_async (spelling, "Teh", cancellable, result_cb, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  words = qtr_spelling_check_finish (spelling, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (words);
}

static GStrv
suggest (QtrSpelling *spelling, const char *word)
{
  g_autoptr (GAsyncResult) result = NULL;

  qtr_spelling_suggest_async (spelling, word, NULL, result_cb, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return qtr_spelling_suggest_finish (spelling, result, NULL);
}

static void
test_suggest (void)
{
  g_autoptr (QtrSpelling) spelling = qtr_spelling_new (british);
  g_auto (GStrv) words = suggest (spelling, "recieved");

  g_assert_cmpstr (words[0], ==, "received");
}

/* Where there is no dictionary, nothing is wrong, and nothing is said about it. */
static void
test_no_dictionary (void)
{
  static const char *const klingon[] = { "tlh_XX", NULL };
  g_autoptr (QtrSpelling) spelling = qtr_spelling_new (klingon);
  g_auto (GStrv) words = suggest (spelling, "recieved");

  assert_misspelt (spelling, "Teh patrols recieved 3 calls", "");
  g_assert_null (words[0]);
  qtr_spelling_add (spelling, "recieved");
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* The word is in the user's own dictionary when nobody has the checker any more, and a new one knows it. */
static void
test_add (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "enchant", "en_GB.dic", NULL);
  QtrSpelling *spelling = qtr_spelling_new (british);
  g_autoptr (QtrSpelling) other = NULL;
  g_autofree char *contents = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (spelling, "changed", G_CALLBACK (count_cb), &n_changes);
  assert_misspelt (spelling, "Fearnhurst", "Fearnhurst");
  g_assert_false (qtr_spelling_is_known (spelling, "Fearnhurst"));
  qtr_spelling_add (spelling, "Fearnhurst");
  g_assert_true (qtr_spelling_is_known (spelling, "Fearnhurst"));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_finalize_object (spelling);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "Fearnhurst"));
  other = qtr_spelling_new (british);
  g_assert_false (qtr_spelling_is_known (other, "Fearnhurst"));
  assert_misspelt (other, "Fearnhurst", "");
}

static void
test_ignore (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "enchant", "en_GB.dic", NULL);
  QtrSpelling *spelling = qtr_spelling_new (british);
  g_autoptr (QtrSpelling) other = qtr_spelling_new (british);
  g_autofree char *contents = NULL;

  qtr_spelling_ignore (spelling, "Brindlecombe");
  g_assert_true (qtr_spelling_is_known (spelling, "Brindlecombe"));
  g_assert_true (qtr_spelling_is_known (spelling, "Brindlecombe's"));
  g_assert_finalize_object (spelling);
  g_assert_false (qtr_spelling_is_known (other, "Brindlecombe"));
  assert_misspelt (other, "Brindlecombe", "Brindlecombe");
  if (g_file_get_contents (path, &contents, NULL, NULL))
    g_assert_null (strstr (contents, "Brindlecombe"));
}

static void
test_default (void)
{
  QtrSpelling *spelling = qtr_spelling_dup_default ();
  g_autoptr (QtrSpelling) again = qtr_spelling_dup_default ();

  g_assert_true (spelling == again);
  g_clear_object (&again);
  g_assert_finalize_object (spelling);
  again = qtr_spelling_dup_default ();
  g_assert_nonnull (again);
}

/* An editor with its spelling, and what it said last. */
typedef struct {
  GtkWidget *window;
  QtrBulletsView *view;
  GtkTextBuffer *buffer;
  QtrSpelling *spelling;
  GHashTable *names;
  char *label;
} Fixture;

static void
edited_cb (QtrBulletsView *view, const char *label, const char *run, Fixture *fixture)
{
  g_set_str (&fixture->label, label);
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
  static const char *const areas[] = { "Castle Poynt", NULL };

  fixture->spelling = qtr_spelling_new (british);
  fixture->names = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (fixture->names, (gpointer) "Wynfordleigh");
  fixture->view = QTR_BULLETS_VIEW (qtr_bullets_view_new ());
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  qtr_bullets_view_set_areas (fixture->view, areas);
  qtr_bullets_view_set_spelling (fixture->view, fixture->spelling, fixture->names);
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
  g_assert_finalize_object (fixture->spelling);
  g_hash_table_unref (fixture->names);
  g_free (fixture->label);
}

static char *
print_underlined (Fixture *fixture)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (fixture->buffer), "misspelt");
  GString *string = g_string_new (NULL);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  while (gtk_text_iter_has_tag (&start, tag) || gtk_text_iter_forward_to_tag_toggle (&start, tag)) {
    GtkTextIter end = start;
    g_autofree char *word = NULL;

    if (!gtk_text_iter_forward_to_tag_toggle (&end, tag))
      break;
    word = gtk_text_iter_get_slice (&start, &end);
    g_string_append_printf (string, "%s%s", string->len == 0 ? "" : "|", word);
    start = end;
  }
  return g_string_free_and_steal (string);
}

/* Waits for it: the answer comes from another thread. A wrong one runs into the test's time limit, so the
 * time that may pass is far less than that and far more than it takes. */
static void
assert_underlined (Fixture *fixture, const char *wanted)
{
  gint64 limit = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  g_autofree char *underlined = print_underlined (fixture);

  while (!g_str_equal (underlined, wanted) && g_get_monotonic_time () < limit) {
    g_main_context_iteration (NULL, FALSE);
    g_free (underlined);
    underlined = print_underlined (fixture);
  }
  g_assert_cmpstr (underlined, ==, wanted);
}

static void
type_text (Fixture *fixture, const char *text)
{
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (fixture->buffer);
}

static void
place_caret (Fixture *fixture, int line, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &iter, line, offset);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
}

static QtrList *
make_bullets (const char *first, const char *second)
{
  g_autoptr (QtrBullet) one =
      qtr_record_new (&qtr_bullet_type, "id", "one", "area", "Castle Poynt", "text", first, NULL);
  g_autoptr (QtrBullet) two = qtr_record_new (&qtr_bullet_type, "id", "two", "text", second, NULL);
  g_autoptr (QtrList) list = qtr_list_append (NULL, one);

  return qtr_list_append (list, two);
}

static void
set_bullets (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (QtrList) bullets = make_bullets (first, second);

  qtr_bullets_view_set_bullets (fixture->view, bullets);
}

/* Neither the area before the colon nor the plan's names are words to be judged. */
static void
test_underlines (Fixture *fixture, gconstpointer data)
{
  set_bullets (fixture, "Teh £5.4m in Wynfordleigh", "Officers recieved it");
  assert_underlined (fixture, "Teh|recieved");
  qtr_bullets_view_set_spelling (fixture->view, fixture->spelling, NULL);
  assert_underlined (fixture, "Teh|Wynfordleigh|recieved");
}

/* What one types changes one bullet, and only that one is checked. */
static void
test_changed_bullet (Fixture *fixture, gconstpointer data)
{
  guint n_checked = 0;

  set_bullets (fixture, "Teh first", "The second");
  assert_underlined (fixture, "Teh");
  n_checked = qtr_spelling_get_n_checked (fixture->spelling);
  place_caret (fixture, 1, 10);
  type_text (fixture, " wrongg one");
  assert_underlined (fixture, "Teh|wrongg");
  g_assert_cmpuint (qtr_spelling_get_n_checked (fixture->spelling), ==, n_checked + 1);
}

/* Half a word is not judged, but as soon as the caret leaves it, it is. */
static void
test_writing (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "wrongg");
  assert_underlined (fixture, "");
  while (qtr_spelling_get_n_checked (fixture->spelling) == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_underlined (fixture, "");
  type_text (fixture, " wurds");
  assert_underlined (fixture, "wrongg");
  place_caret (fixture, 0, 0);
  assert_underlined (fixture, "wrongg|wurds");
}

/* Bullets that are put into the buffer anew keep their underlines, though their records did not change. */
static void
test_moving (Fixture *fixture, gconstpointer data)
{
  set_bullets (fixture, "Teh first", "wrongg second");
  assert_underlined (fixture, "Teh|wrongg");
  place_caret (fixture, 1, 0);
  g_assert_true (qtr_bullets_view_move_up (fixture->view));
  assert_underlined (fixture, "wrongg|Teh");
  set_bullets (fixture, "The first", "wrongg second");
  assert_underlined (fixture, "wrongg");
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  set_bullets (fixture, "Teh first", "wrongg second");
  assert_underlined (fixture, "Teh|wrongg");
  qtr_spelling_set_enabled (fixture->spelling, FALSE);
  assert_underlined (fixture, "");
  qtr_spelling_set_enabled (fixture->spelling, TRUE);
  assert_underlined (fixture, "Teh|wrongg");
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Asks for the menu of the word that the caret is in, and waits until it is there. */
static GMenuModel *
open_menu (Fixture *fixture, int line, int offset)
{
  GtkWidget *menu = NULL;

  place_caret (fixture, line, offset);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.suggest", NULL);
  g_assert_null (find_menu (fixture));
  while ((menu = find_menu (fixture)) == NULL || !gtk_widget_get_mapped (menu))
    g_main_context_iteration (NULL, TRUE);
  return gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
}

static char *
get_first_item (GMenuModel *menu)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  char *label = NULL;

  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  return label;
}

static char *
get_text (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  return gtk_text_buffer_get_text (fixture->buffer, &start, &end, TRUE);
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_autofree char *suggestion = NULL;
  g_autofree char *text = NULL;
  const QtrBullet *bullet = NULL;

  set_bullets (fixture, "They recieved it", "The second");
  assert_underlined (fixture, "recieved");
  suggestion = get_first_item (open_menu (fixture, 0, 22));
  g_assert_cmpstr (suggestion, ==, "received");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.correct", "u", 0);
  text = get_text (fixture);
  g_assert_cmpstr (text, ==, "Castle Poynt: They received it\nThe second");
  g_assert_cmpstr (fixture->label, ==, "Correct Spelling");
  assert_underlined (fixture, "");
  bullet = qtr_list_get (qtr_bullets_view_get_bullets (fixture->view), 0);
  g_assert_cmpstr (bullet->record.id, ==, "one");
  g_assert_cmpstr (bullet->text, ==, "They received it");
}

/* A bullet that changed while its menu was open is left alone. */
static void
test_correct_too_late (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  set_bullets (fixture, "They recieved it", "The second");
  assert_underlined (fixture, "recieved");
  open_menu (fixture, 0, 22);
  set_bullets (fixture, "They were sent it", "The second");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.correct", "u", 0);
  text = get_text (fixture);
  g_assert_cmpstr (text, ==, "Castle Poynt: They were sent it\nThe second");
}

static void
test_menu_add (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "enchant", "en_GB.dic", NULL);
  g_autofree char *contents = NULL;

  set_bullets (fixture, "Nowtborough and Nowtborough’s people", "wrongg Nowtborough");
  assert_underlined (fixture, "Nowtborough|Nowtborough’s|wrongg|Nowtborough");
  open_menu (fixture, 1, 12);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.add", NULL);
  assert_underlined (fixture, "wrongg");
  while (contents == NULL || strstr (contents, "Nowtborough") == NULL) {
    g_clear_pointer (&contents, g_free);
    g_main_context_iteration (NULL, FALSE);
    g_file_get_contents (path, &contents, NULL, NULL);
  }
}

static void
test_menu_ignore (Fixture *fixture, gconstpointer data)
{
  set_bullets (fixture, "Teh first", "Teh second wrongg");
  assert_underlined (fixture, "Teh|Teh|wrongg");
  open_menu (fixture, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.ignore", NULL);
  assert_underlined (fixture, "wrongg");
}

/* A view may go while its answers are on their way. */
static void
test_going (Fixture *fixture, gconstpointer data)
{
  set_bullets (fixture, "Teh first", "wrongg second");
  while (qtr_spelling_get_n_checked (fixture->spelling) == 0)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  qtr_id_seed (7);

  g_test_add_func ("/ui/spelling/words", test_words);
  g_test_add_func ("/ui/spelling/places", test_places);
  g_test_add_func ("/ui/spelling/has-word", test_has_word);
  g_test_add_func ("/ui/spelling/languages", test_languages);
  g_test_add_func ("/ui/spelling/names", test_names);
  g_test_add_func ("/ui/spelling/check", test_check);
  g_test_add_func ("/ui/spelling/memo", test_memo);
  g_test_add_func ("/ui/spelling/cancelled", test_cancelled);
  g_test_add_func ("/ui/spelling/suggest", test_suggest);
  g_test_add_func ("/ui/spelling/no-dictionary", test_no_dictionary);
  g_test_add_func ("/ui/spelling/add", test_add);
  g_test_add_func ("/ui/spelling/ignore", test_ignore);
  g_test_add_func ("/ui/spelling/default", test_default);
  ADD ("/ui/spelling/underlines", test_underlines);
  ADD ("/ui/spelling/changed-bullet", test_changed_bullet);
  ADD ("/ui/spelling/writing", test_writing);
  ADD ("/ui/spelling/moving", test_moving);
  ADD ("/ui/spelling/switch", test_switch);
  ADD ("/ui/spelling/correct", test_correct);
  ADD ("/ui/spelling/correct-too-late", test_correct_too_late);
  ADD ("/ui/spelling/menu-add", test_menu_add);
  ADD ("/ui/spelling/menu-ignore", test_menu_ignore);
  ADD ("/ui/spelling/going", test_going);
  return g_test_run ();
}
