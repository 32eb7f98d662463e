/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "check/checker.h"
#include "check/claim.h"
#include "timing.h"

/*
 * What it costs to read the claims of a text: of ten times as many bullets, and of one bullet that is ten
 * times as long; what one changed bullet costs beside all; and whole reports from the command line, beside
 * pandoc converting them to HTML where that is installed.
 *
 *     bench-claims QUARTERLY-CLI [REPORT…]
 */

#define N_TIMES 9
#define N_BULLETS 400
#define MORE 10

static const char *const sentences[] = {
  "The wardens made 1,320 visits in the quarter, an increase of 10% from 1,200 in the same period last year. ",
  "Of the 320 patients seen, 240 (75%) were discharged the same day, and nobody had to wait over four hours. ",
  "The team made 120 visits: 70 to schools, 30 to care homes and 20 to hospitals, with Year 6 on 12 March. ",
  "Over 13 weeks 650 people used the hub, an average of 50 a week; it is open from 9am to 5pm and has 31 desks. ",
  "This compares to 91% in Ash, the highest of the three towns, where 14 of the 56 volunteers had left by May. ",
};

static char *
make_text (guint n_sentences, guint first)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, sentences[(first + i) % G_N_ELEMENTS (sentences)]);
  return g_string_free (text, FALSE);
}

static QtrBullet *
make_bullet (guint n_sentences, guint first)
{
  g_autofree char *text = make_text (n_sentences, first);

  return qtr_record_new (&qtr_bullet_type, "text", text, NULL);
}

static QtrList *
make_bullets (guint n_bullets)
{
  g_autoptr (GPtrArray) bullets = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < n_bullets; i++)
    g_ptr_array_add (bullets, make_bullet (3, i));
  return qtr_list_new_from_array (bullets);
}

static void
read_all (const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    g_autoptr (GArray) claims = qtr_claims_read (qtr_list_get (bullets, i), QTR_PERIOD_UNSET);
  }
}

typedef struct {
  gint64 time;
  gint64 work;
} Began;

static Began
begin (void)
{
  return (Began) { g_get_monotonic_time (), timing_get_work () };
}

static void
end (Timing *timing, Began began)
{
  gint64 work = timing_get_work ();

  timing_add_length (timing, g_get_monotonic_time () - began.time, work - began.work);
}

static void
time_reading (const char *what, const QtrList *less, const QtrList *more)
{
  g_autoptr (Timing) once = timing_new ();
  g_autoptr (Timing) ten_times = timing_new ();
  g_autofree char *label = g_strdup_printf ("%s, %d times the text", what, MORE);

  for (guint i = 0; i < N_TIMES; i++) {
    Began began = begin ();

    read_all (less);
    end (once, began);
    began = begin ();
    read_all (more);
    end (ten_times, began);
  }
  timing_print (once, what, NULL);
  timing_print (ten_times, label, once);
}

static void
time_more_bullets (void)
{
  g_autoptr (QtrList) less = make_bullets (N_BULLETS);
  g_autoptr (QtrList) more = make_bullets (MORE * N_BULLETS);

  time_reading ("many bullets", less, more);
}

static void
time_longer_bullet (void)
{
  g_autoptr (QtrBullet) short_one = make_bullet (N_BULLETS, 0);
  g_autoptr (QtrBullet) long_one = make_bullet (MORE * N_BULLETS, 0);
  g_autoptr (QtrList) less = qtr_list_append (NULL, short_one);
  g_autoptr (QtrList) more = qtr_list_append (NULL, long_one);

  time_reading ("one long bullet", less, more);
}

/* The rules of the claims alone, over a text of which one bullet was changed since the last run. */
static void
time_change (void)
{
  static const char *const family[] = { "claims", NULL };
  const QtrCheckerOptions options = { .families = family };
  g_autoptr (Timing) whole = timing_new ();
  g_autoptr (Timing) one = timing_new ();
  g_autoptr (QtrList) bullets = make_bullets (N_BULLETS);
  g_autoptr (QtrBullet) changed = make_bullet (3, 1);
  g_autoptr (QtrList) after = qtr_list_replace (bullets, N_BULLETS / 2, changed);

  for (guint i = 0; i < N_TIMES; i++) {
    QtrChecker *checker = qtr_checker_new ();
    Began began = begin ();
    g_autoptr (GPtrArray) first = qtr_checker_run_bullets (checker, bullets, NULL, &options);
    g_autoptr (GPtrArray) second = NULL;

    end (whole, began);
    began = begin ();
    second = qtr_checker_run_bullets (checker, after, NULL, &options);
    end (one, began);
    qtr_checker_free (checker);
  }
  timing_print (whole, "a whole text", NULL);
  timing_print (one, "one changed bullet", whole);
}

/* --- Programs --- */

static void
run (const char *const *command, Timing *timing)
{
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  timing_add (timing, began);
}

static void
time_report (const char *cli, const char *report)
{
  g_autofree char *pandoc = g_find_program_in_path ("pandoc");
  const char *const check[] = { cli, "check", report, NULL };
  const char *const convert[] = { pandoc, "--from", "markdown", "--to", "html", report, NULL };
  g_autoptr (Timing) own = timing_new ();
  g_autoptr (Timing) peer = timing_new ();

  for (guint i = 0; i < N_TIMES; i++) {
    run (check, own);
    if (pandoc != NULL)
      run (convert, peer);
  }
  if (pandoc != NULL)
    timing_print (peer, "pandoc, to HTML", NULL);
  timing_print (own, "quarterly-cli check", pandoc == NULL ? NULL : peer);
}

int
main (int argc, char **argv)
{
  time_more_bullets ();
  time_longer_bullet ();
  time_change ();
  for (int i = 2; i < argc; i++)
    time_report (argv[1], argv[i]);
  return 0;
}
