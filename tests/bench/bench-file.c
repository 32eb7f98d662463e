/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "format/format.h"
#include "model/edit.h"
#include "peer-json.h"
#include "sample-plan.h"
#include "timing.h"

/*
 * What a plan of 100,000 bullets costs: to load and to save beside the JSON library alone on the same bytes,
 * to change one bullet beside the same change in a plan of 1,000, and to hold in memory.
 */

#define N_TIMES 7
#define N_EDITS 1000
#define N_UPDATES 500
#define SMALL_UPDATES 5
#define N_SECTIONS 14
#define MIB (1024.0 * 1024.0)
#define LOAD_OPTION "--load"
#define PARSE_OPTION "--parse"

/* --- Loading: each time in a process of its own, as a plan is opened once, and memory is then as it is ---
 */

/* What a process has to say: how long it took, by the clock and as computed, and what was resident. */
typedef struct {
  gint64 time;
  gint64 work;
  gsize before;
  gsize after;
} Loading;

static gsize
read_resident_size (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status == NULL ? NULL : strstr (status, "VmRSS:");
  return line == NULL ? 0 : g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10) * 1024;
}

/* The library's own work ends with its tree. */
static gpointer
parse_alone (GBytes *bytes)
{
  JsonParser *parser = json_parser_new ();
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, (gssize) length, NULL);
  g_assert_nonnull (json_parser_get_root (parser));
  return parser;
}

static gpointer
load_plan (GBytes *bytes)
{
  QtrPlan *plan = qtr_format_read (bytes, NULL);

  g_assert_nonnull (plan);
  return plan;
}

static int
load_once (const char *path, gpointer (*load) (GBytes *bytes))
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize before = read_resident_size ();
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();

  load (bytes);
  began = g_get_monotonic_time () - began;
  work = timing_get_work () - work;
  g_bytes_unref (bytes);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT "\n", began, work,
           before, read_resident_size ());
  return 0;
}

static Loading
run_loading (const char *program, const char *option, const char *path)
{
  const char *arguments[] = { program, option, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  words = g_strsplit (output, " ", 4);
  g_assert_cmpuint (g_strv_length (words), ==, 4);
  return (Loading) { g_ascii_strtoll (words[0], NULL, 10), g_ascii_strtoll (words[1], NULL, 10),
                     g_ascii_strtoull (words[2], NULL, 10), g_ascii_strtoull (words[3], NULL, 10) };
}

static char *
write_file (GBytes *bytes)
{
  char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("bench-XXXXXX.quarterly", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return path;
}

static Loading
time_loading (Timing *timing, const char *program, const char *option, const char *path)
{
  Loading loading = run_loading (program, option, path);

  timing_add_length (timing, loading.time, loading.work);
  return loading;
}

static void
measure_loading (const char *program, GBytes *bytes)
{
  g_autoptr (Timing) ours = timing_new ();
  g_autoptr (Timing) alone = timing_new ();
  g_autofree char *path = write_file (bytes);
  Loading loading = { 0 };

  for (guint i = 0; i < N_TIMES; i++) {
    time_loading (alone, program, PARSE_OPTION, path);
    loading = time_loading (ours, program, LOAD_OPTION, path);
  }
  g_unlink (path);
  timing_print (alone, "json-glib alone parses", NULL);
  timing_print (ours, "a plan is loaded", alone);
  g_print ("%-40s resident %.1f MiB, of it before %.1f MiB; a file of %.1f MiB: %.2f of it\n",
           "  the process then", loading.after / MIB, loading.before / MIB, g_bytes_get_size (bytes) / MIB,
           loading.after / (double) g_bytes_get_size (bytes));
}

/* --- Saving --- */

static void
generate_alone (const PeerSteps *steps, GBytes *expected, Timing *timing)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();
  g_autoptr (JsonNode) root = peer_steps_build (steps);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, text);
  timing_add (timing, began);
  timing_add_work (timing, work);
  /* The same bytes, but for the newline at the end of the file. */
  g_assert_cmpmem (text->str, text->len, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected) - 1);
}

static void
save_plan (const QtrPlan *plan, Timing *timing)
{
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();
  g_autoptr (GBytes) bytes = qtr_format_write (plan);

  timing_add (timing, began);
  timing_add_work (timing, work);
}

static void
time_saving (const QtrPlan *plan, GBytes *bytes)
{
  g_autoptr (Timing) ours = timing_new ();
  g_autoptr (Timing) alone = timing_new ();
  g_autoptr (JsonParser) parser = parse_alone (bytes);
  g_autoptr (PeerSteps) steps = peer_steps_new (json_parser_get_root (parser));

  for (guint i = 0; i < N_TIMES; i++) {
    generate_alone (steps, bytes, alone);
    save_plan (plan, ours);
  }
  timing_print (alone, "json-glib alone builds and generates", NULL);
  timing_print (ours, "a plan is saved", alone);
}

/* --- One edit --- */

/* As a keystroke does it: the section is found by the ids that the page knows, one of its bullets is changed,
 * and a new root is made. */
static QtrPlan *
edit_bullet (const QtrPlan *plan, const QtrUpdate *update, const QtrSection *section, guint index)
{
  const QtrBullet *bullet = qtr_list_get (section->bullets, index);
  g_autoptr (QtrBullet) edited = qtr_record_with (bullet, "text", "Another text.", NULL);
  g_autoptr (QtrList) bullets = qtr_list_replace (section->bullets, index, edited);

  return qtr_edit_set_bullets (plan, update->record.id, section->commitment, bullets);
}

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

/* Every edit is of another bullet, in one of the last updates. */
static void
time_edits (const QtrPlan *plan, guint n_updates, Timing *timing)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (QtrPlan) now = qtr_record_ref (plan);
  guint first = qtr_list_length (plan->updates) - n_updates;
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();

  for (guint i = 0; i < N_EDITS; i++) {
    g_autoptr (QtrPlan) before = now;
    const QtrUpdate *update = qtr_list_get (before->updates, first + pick (rand, n_updates));
    const QtrSection *section =
        qtr_list_get (update->sections, pick (rand, qtr_list_length (update->sections)));

    now = edit_bullet (before, update, section, pick (rand, qtr_list_length (section->bullets)));
  }
  timing_add (timing, began);
  timing_add_work (timing, work);
}

/* The same edits in the same updates, which are all of the small plan and the latest of the large one. */
static void
time_editing (const QtrPlan *plan)
{
  g_autoptr (QtrPlan) small = sample_history_new (SMALL_UPDATES, N_SECTIONS, 1000);
  g_autoptr (Timing) in_small = timing_new ();
  g_autoptr (Timing) in_large = timing_new ();
  g_autoptr (Timing) anywhere = timing_new ();

  for (guint i = 0; i < N_TIMES; i++) {
    time_edits (small, SMALL_UPDATES, in_small);
    time_edits (plan, SMALL_UPDATES, in_large);
    time_edits (plan, N_UPDATES, anywhere);
  }
  timing_print (in_small, "1,000 edits of 1,000 bullets", NULL);
  timing_print (in_large, "1,000 edits of 100,000, in the latest", in_small);
  timing_print (anywhere, "1,000 edits of 100,000, anywhere", in_small);
}

int
main (int argc, char *argv[])
{
  g_autoptr (QtrPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (argc == 3)
    return load_once (argv[2], g_str_equal (argv[1], LOAD_OPTION) ? load_plan : parse_alone);

  plan = sample_history_new (N_UPDATES, N_SECTIONS, 100000);
  bytes = qtr_format_write (plan);
  measure_loading (argv[0], bytes);
  time_saving (plan, bytes);
  time_editing (plan);
  return 0;
}
