/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "driver.h"
#include "left-behind.h"
#include "scene.h"
#include "store/recovery-folder.h"

/* The program is killed twice in each round: as it was started, and as it went on with what was recovered. */
#define N_ROUNDS 2
#define N_ROUNDS_LONG 100
/* What is older than that when the program is killed must not be missing. */
#define OLD_US G_USEC_PER_SEC
/* For how long, at most, the program is written in before it is killed. */
#define WRITTEN_US (5 * G_USEC_PER_SEC / 2)
/* One edit in so many is followed by saving, in every other sitting: else saving would hide what is not kept.
 */
#define EDITS_A_SAVE 10

/* One sitting: @times is when each of the edits, which are numbered, was in the window. */
typedef struct {
  Scene *scene;
  char *original;
  char *editor;
  GArray *times;
} Sitting;

static Sitting *
start_sitting (Scene *scene)
{
  g_autoptr (QtrPlan) plan = scene_load (scene);
  const QtrPriority *priority = qtr_list_get (plan->priorities, 1);
  const QtrCommitment *commitment = qtr_list_get (priority->commitments, 0);
  Sitting *self = g_new0 (Sitting, 1);

  self->scene = scene;
  self->original = g_strdup (left_behind_get_text (plan));
  self->editor = g_strdup (commitment->text);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
free_sitting (Sitting *self)
{
  g_array_unref (self->times);
  g_free (self->editor);
  g_free (self->original);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sitting, free_sitting)

/* --- What the text says --- */

/* The latest edit stands first. */
static char *
write_text (Sitting *self, guint n_edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = n_edits; i > 0; i--)
    g_string_append_printf (text, "%u ", i);
  g_string_append (text, self->original);
  return g_string_free (text, FALSE);
}

/* Fails unless the plan is one that there was, whole. Returns: after how many edits */
static guint
count_edits (Sitting *self, const QtrPlan *plan)
{
  const char *text = left_behind_get_text (plan);
  guint n_edits = g_str_equal (text, self->original) ? 0 : (guint) g_ascii_strtoull (text, NULL, 10);
  g_autofree char *expected = NULL;

  expected = write_text (self, n_edits);
  g_assert_cmpstr (text, ==, expected);
  return n_edits;
}

static guint
count_old (Sitting *self, gint64 killed)
{
  guint n_old = 0;

  while (n_old < self->times->len && g_array_index (self->times, gint64, n_old) < killed - OLD_US)
    n_old++;
  return n_old;
}

/* --- Writing --- */

static void
write_on (Sitting *self, Driver *driver)
{
  g_autoptr (AtspiAccessible) editor = driver_wait_for_editor (driver, self->editor);
  gint64 end = g_get_monotonic_time () + g_test_rand_int_range (0, WRITTEN_US);
  gboolean saves = g_test_rand_bit ();

  do {
    g_autofree char *word = g_strdup_printf ("%u ", self->times->len + 1);
    gint64 now = 0;

    driver_insert_into (editor, word);
    now = g_get_monotonic_time ();
    g_array_append_val (self->times, now);
    /* By key, which may come to nothing: saving that has only just begun takes the latest edit with it. */
    if (saves && g_test_rand_int_range (0, EDITS_A_SAVE) == 0)
      driver_press_key (driver, "ctrl+s");
  } while (g_get_monotonic_time () < end);
}

/* --- After the end --- */

typedef struct {
  Sitting *sitting;
  AtspiAccessible *editor;
  guint n_saved;
  guint n_kept;
  guint n_shown;
} Expected;

/* Who was killed between writing the file and tidying up left something older behind than what the file has:
 * then either may stand in the text, and the other in a question. */
static gboolean
shows_it (gpointer data)
{
  Expected *expected = data;
  g_autoptr (GObject) iface = G_OBJECT (atspi_accessible_get_text_iface (expected->editor));
  g_autofree char *content = iface == NULL ? NULL : atspi_text_get_text (ATSPI_TEXT (iface), 0, -1, NULL);
  guint numbers[] = { expected->n_kept, expected->n_saved };

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *text = write_text (expected->sitting, numbers[i]);
    char *figure = strstr (text, "{{");

    /* From its first linked figure on, a text is shown otherwise than it is written. */
    if (figure != NULL)
      *figure = '\0';
    expected->n_shown = numbers[i];
    if (numbers[i] >= expected->n_kept && g_str_has_prefix (content, text))
      return TRUE;
  }

  return FALSE;
}

/* Returns: after how many edits the text in the window is */
static guint
wait_for_text (Sitting *self, Driver *driver, guint n_saved, guint n_kept)
{
  Expected expected = { self, NULL, n_saved, n_kept, 0 };

  driver_act (driver, "win.next-priority");
  expected.editor = driver_wait_for_editor (driver, self->editor);
  driver_wait_until (shows_it, &expected, "the recovered text");
  g_object_unref (expected.editor);
  return expected.n_shown;
}

typedef struct {
  Sitting *sitting;
  Driver *driver;
  const char *button;
} Offer;

static gboolean
has_node (const TreeNode *node, const char *name)
{
  if (g_strcmp0 (node->name, name) == 0)
    return TRUE;
  for (guint i = 0; i < node->children->len; i++)
    if (has_node (g_ptr_array_index (node->children, i), name))
      return TRUE;

  return FALSE;
}

/* What was left behind is offered, or turned out to be saved and is gone. */
static gboolean
is_settled (gpointer data)
{
  Offer *offer = data;
  g_autoptr (Tree) tree = NULL;

  if (!left_behind_exists (offer->sitting->scene))
    return TRUE;
  tree = tree_read (driver_get_frame (offer->driver), FALSE);
  return tree != NULL && has_node (tree_get_root (tree), offer->button);
}

/* Returns: whether it was offered, and taken */
static gboolean
take_offer (Sitting *self, Driver *driver, const char *title)
{
  g_autofree char *button = g_strdup_printf ("Open “%s”", title);

  driver_wait_until (is_settled, &(Offer) { self, driver, button }, "the offer");
  if (!left_behind_exists (self->scene))
    return FALSE;

  driver_press (driver, button);
  driver_wait_until_gone (driver, "Unsaved Work");
  return TRUE;
}

/* From the start page only where there is something newer to be opened from there. */
static Driver *
start_again (Sitting *self, gboolean from_start_page, gboolean is_newer)
{
  g_autoptr (QtrPlan) plan = scene_load (self->scene);
  Driver *driver = driver_start (from_start_page && is_newer ? NULL : self->scene->file);
  gboolean taken = take_offer (self, driver, plan->title);

  g_assert_true (taken || !is_newer);
  driver_wait_for_title (driver, plan->title);
  return driver;
}

/* Returns: the program as it goes on */
static Driver *
kill_and_look (Sitting *self, Driver *driver, gboolean from_start_page)
{
  gint64 killed = g_get_monotonic_time ();
  g_autoptr (QtrPlan) saved = NULL;
  g_autoptr (QtrPlan) kept = NULL;
  guint n_old = count_old (self, killed);
  guint n_saved = 0;
  guint n_kept = 0;

  driver_kill (driver);
  saved = scene_load (self->scene);
  kept = left_behind_load (self->scene, QTR_RECOVERY_PLAN);
  n_saved = count_edits (self, saved);
  n_kept = kept == NULL ? n_saved : count_edits (self, kept);
  g_test_message ("%u edits, %u old, %u in the file, %u left behind", self->times->len, n_old, n_saved,
                  n_kept);

  driver = start_again (self, from_start_page, n_kept > n_saved);
  n_kept = wait_for_text (self, driver, n_saved, n_kept);
  g_assert_cmpuint (n_kept, >=, n_old);
  g_array_set_size (self->times, n_kept);
  return driver;
}

static void
run_round (Scene *scene)
{
  g_autoptr (Sitting) sitting = start_sitting (scene);
  Driver *driver = driver_start (scene->file);

  driver_act (driver, "win.next-priority");
  write_on (sitting, driver);
  driver = kill_and_look (sitting, driver, TRUE);
  write_on (sitting, driver);
  driver = kill_and_look (sitting, driver, FALSE);
  driver_kill (driver);
}

/* Who is killed while saving leaves a lock and half a file behind. */
static void
remove_traces (Scene *scene)
{
  g_autofree char *name = g_file_get_basename (scene->file);
  g_autoptr (GDir) dir = g_dir_open (scene->folder, 0, NULL);
  const char *trace = NULL;

  while ((trace = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (scene->folder, trace, NULL);

    g_assert_true (g_str_equal (trace, name) || g_unlink (path) == 0);
  }
}

static void
test_kill (void)
{
  guint n_rounds = g_test_slow () ? N_ROUNDS_LONG : N_ROUNDS;

  for (guint i = 0; i < n_rounds; i++) {
    Scene scene = { 0 };

    scene_set_up_example (&scene, NULL);
    run_round (&scene);
    remove_traces (&scene);
    scene_tear_down (&scene, NULL);
  }
}

static void
add_tests (void)
{
  g_test_add_func ("/kill/random", test_kill);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
