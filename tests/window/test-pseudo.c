/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "driver.h"
#include "scene.h"
#include "walk.h"

/*
 * The window in a language that nobody speaks, as build-aux/with-language makes it: every word of ours is
 * accented, two fifths longer and in brackets; the toolkit's are Greek or Arabic; what is left in Latin
 * letters is either the plan's own or was forgotten. A warning of the toolkit, as of a page that does not fit
 * into the narrow window, ends the program, and thereby the test.
 */

#define OPENING 0x27e6
#define CLOSING 0x27e7
#define NARROW_WIDTH 360
#define NARROW_HEIGHT 640
#define DEPTH_MAX 64

/* --- Whether a text is translated --- */

static gboolean
is_latin (gunichar letter)
{
  return g_unichar_isalpha (letter) && g_unichar_get_script (letter) == G_UNICODE_SCRIPT_LATIN;
}

/* What the toolkit says, and not in every language: what its keys are called, and its own buttons. */
static gboolean
is_of_toolkit (const char *words)
{
  static const char *const all[] = {
    "Ctrl",
    "Alt",
    "Shift",
    "Tab",
    "Home",
    "End",
    "Page Up",
    "Page_Up",
    "Page_Down",
    "Page Down",
    "Up",
    "Down",
    "Left",
    "Right",
    "Enter",
    "Delete",
    "Close",
    "Close the window",
    "Backspace",
    "Space",
    "Menu",
    "Esc",
    "Maximize the window",
    "Minimize the window",
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (words, all[i]))
      return TRUE;

  return g_utf8_strlen (words, -1) == 1;
}

/* Keys are pressed together, as in "Ctrl+F". */
static gboolean
is_key (const char *words)
{
  g_auto (GStrv) keys = g_strsplit (words, "+", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!is_of_toolkit (keys[i]))
      return FALSE;

  return TRUE;
}

/* From the first Latin letter to the last. */
static char *
trim_to_letters (const char *start, const char *end)
{
  const char *first = NULL;
  const char *last = start;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (is_latin (g_utf8_get_char (p))) {
      first = first == NULL ? p : first;
      last = g_utf8_next_char (p);
    }

  return first == NULL ? NULL : g_strndup (first, (gsize) (last - first));
}

/* Where one value of the plan ends, and before @rest, where another begins: a measure and its unit in a
 * table's cell, or a promise after its lead. */
static gboolean
are_values (const char *words, const char *rest, const char *plan)
{
  gsize length = (gsize) (rest - words) - 1;
  g_autofree char *first = NULL;
  g_autofree char *second = g_strconcat ("\"", rest, NULL);

  if (length > 0 && words[length - 1] == ',')
    length--;
  first = g_strdup_printf ("\"%.*s\"", (int) length, words);
  return strstr (plan, first) != NULL && strstr (plan, second) != NULL;
}

static gboolean
is_of_plan (const char *words, const char *plan)
{
  if (strstr (plan, words) != NULL)
    return TRUE;
  for (const char *space = strchr (words, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (are_values (words, space + 1, plan))
      return TRUE;

  return FALSE;
}

/* Returns: (nullable): words that neither are translated nor stand in the plan */
static char *
judge_piece (const char *start, const char *end, const char *plan)
{
  g_autofree char *words = trim_to_letters (start, end);

  if (words == NULL || is_of_plan (words, plan) || is_key (words))
    return NULL;

  return g_steal_pointer (&words);
}

/* Between two brackets: pieces, with letters of the toolkit's language between them. */
static char *
judge_stretch (const char *start, const char *end, const char *plan)
{
  const char *piece = start;

  for (const char *p = start; p < end; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    char *words = NULL;

    if (!g_unichar_isalpha (letter) || is_latin (letter))
      continue;
    words = judge_piece (piece, p, plan);
    if (words != NULL)
      return words;
    piece = g_utf8_next_char (p);
  }

  return judge_piece (piece, end, plan);
}

/* Returns: (nullable): what of it is not translated */
static char *
find_untranslated (const char *text, const char *plan)
{
  const char *stretch = text;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    char *words = letter == OPENING && depth == 0 ? judge_stretch (stretch, p, plan) : NULL;

    if (words != NULL)
      return words;
    depth += (letter == OPENING) - (letter == CLOSING);
    if (letter == CLOSING)
      stretch = g_utf8_next_char (p);
  }

  return judge_stretch (stretch, stretch + strlen (stretch), plan);
}

static void
test_judge (void)
{
  static const struct {
    const char *text;
    const char *untranslated;
  } cases[] = {
    { "⟦Ôppéññ⟧", NULL },
    { "", NULL },
    { "12.5 %", NULL },
    { "Open", "Open" },
    { "Wynford", NULL },
    { "Wynford officers", NULL },
    { "Wynford, officers", NULL },
    { "Wyn officers", "Wyn officers" },
    { "Wynford fficers", "Wynford fficers" },
    { "⟦Prîôôrîtýý 1⟧, Wynford", NULL },
    { "⟦Prîôôrîtýý ⟦1⟧⟧, Wynford: missing!", "Wynford: missing" },
    { "Missing: ⟦Ôppéññ⟧", "Missing" },
    { "⟦%s⟧ – draft", "draft" },
    { "Άνοιγμα", NULL },
    { "Ctrl", NULL },
    { "Shift+Ctrl+F10", NULL },
    { "Ctrl+Open", "Ctrl+Open" },
    { "Ctrl+Αφετηρία (Home)", NULL },
    { "Άνοιγμα: Open", "Open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words =
        find_untranslated (cases[i].text, "\"name\" : \"Wynford\", \"unit\" : \"officers\"");

    g_assert_cmpstr (words, ==, cases[i].untranslated);
  }
}

/* --- The pages --- */

typedef struct {
  const char *name;
  /* By an action, because no name is known here. */
  const char *action;
  gboolean with_plan;
} Page;

static const Page pages[] = {
  { "start page", NULL, FALSE },
  { "new plan", "win.new", FALSE },
  { "priority", NULL, TRUE },
  { "front page", "win.go-front-page", TRUE },
  { "plan page", "win.go-plan", TRUE },
  { "chart", "win.show-chart", TRUE },
  { "findings", "win.show-findings", TRUE },
  { "shortcuts", "win.shortcuts", TRUE },
};

static void
judge_text (const char *text, const char *plan, const char *page, GPtrArray *complaints)
{
  g_autofree char *words = text == NULL ? NULL : find_untranslated (text, plan);

  if (words != NULL)
    g_ptr_array_add (complaints, g_strdup_printf ("%s: “%s” in “%s”", page, words, text));
}

static void
judge_page (Driver *driver, const char *plan, const char *page, GPtrArray *complaints)
{
  g_autoptr (GArray) nodes = walk_frame (driver);

  for (guint i = 0; i < nodes->len; i++) {
    const WalkNode *node = &g_array_index (nodes, WalkNode, i);

    judge_text (node->name, plan, page, complaints);
    judge_text (node->description, plan, page, complaints);
  }
}

/* It is the plan's own words that are known here. */
static void
wait_for_plan (Driver *driver, Scene *scene)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);

  driver_wait_for_title (driver, plan->title);
}

static void
test_page (Scene *scene, gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Driver) driver = driver_start (page->with_plan ? scene->file : NULL);
  g_autofree char *plan = NULL;

  g_assert_true (g_file_load_contents (scene->file, NULL, &plan, NULL, NULL, NULL));
  if (page->with_plan)
    wait_for_plan (driver, scene);
  if (page->action != NULL)
    driver_act (driver, page->action);
  judge_page (driver, plan, page->name, complaints);
  driver_resize (driver, NARROW_WIDTH, NARROW_HEIGHT);
  judge_page (driver, plan, page->name, complaints);

  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (complaints, i));
  if (complaints->len > 0)
    g_test_fail_printf ("%u words, the first: %s", complaints->len,
                        (const char *) g_ptr_array_index (complaints, 0));
}

/* --- The direction --- */

static const TreeNode *
find_role (const TreeNode *node, AtspiRole role, int depth)
{
  const TreeNode *found = node->role == role ? node : NULL;

  for (guint i = 0; i < node->children->len && depth < DEPTH_MAX && found == NULL; i++)
    found = find_role (g_ptr_array_index (node->children, i), role, depth + 1);

  return found;
}

static int
get_place (Driver *driver, Tree *tree, AtspiRole role)
{
  const TreeNode *node = find_role (tree_get_root (tree), role, 0);
  g_autoptr (AtspiAccessible) accessible = NULL;
  g_autoptr (AtspiComponent) component = NULL;
  g_autofree AtspiPoint *position = NULL;

  g_assert_nonnull (node);
  accessible = tree_node_reach (node, driver_get_frame (driver));
  component = atspi_accessible_get_component_iface (accessible);
  position = atspi_component_get_position (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  return position->x;
}

/* The inspector stands at the end of the window, the outline at its start. */
static void
test_direction (Scene *scene, gconstpointer data)
{
  g_autoptr (Driver) driver = driver_start (scene->file);
  gboolean from_right = g_str_has_prefix (g_getenv ("LANGUAGE"), "ar");
  g_autoptr (Tree) tree = NULL;
  int end = 0;
  int start = 0;

  wait_for_plan (driver, scene);
  driver_expect_role (driver, ATSPI_ROLE_PAGE_TAB_LIST);
  driver_expect_role (driver, ATSPI_ROLE_LIST_ITEM);
  tree = tree_read (driver_get_frame (driver), TRUE);
  end = get_place (driver, tree, ATSPI_ROLE_PAGE_TAB_LIST);
  start = get_place (driver, tree, ATSPI_ROLE_LIST_ITEM);
  g_assert_true ((end < start) == from_right);
}

static void
add_tests (void)
{
  g_test_add_func ("/pseudo/judge", test_judge);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *path = g_strconcat ("/pseudo/page/", pages[i].name, NULL);

    g_test_add (path, Scene, &pages[i], scene_set_up_example, test_page, scene_tear_down);
  }
  g_test_add ("/pseudo/direction", Scene, NULL, scene_set_up_example, test_direction, scene_tear_down);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
