/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "timing.h"

#include <math.h>
#include <time.h>

struct _Timing {
  /* In microseconds: by the clock, and what this thread computed. */
  GArray *times;
  GArray *work;
};

Timing *
timing_new (void)
{
  Timing *self = g_new0 (Timing, 1);

  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->work = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
timing_free (Timing *self)
{
  g_array_unref (self->times);
  g_array_unref (self->work);
  g_free (self);
}

void
timing_add (Timing *self, gint64 began)
{
  gint64 time = g_get_monotonic_time () - began;

  g_array_append_val (self->times, time);
}

gint64
timing_get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

void
timing_add_work (Timing *self, gint64 began)
{
  gint64 work = timing_get_work () - began;

  g_array_append_val (self->work, work);
}

void
timing_add_length (Timing *self, gint64 time, gint64 work)
{
  g_array_append_val (self->times, time);
  g_array_append_val (self->work, work);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

/* The time that so much of them did not exceed, in milliseconds. */
static double
get_share (GArray *times, double share)
{
  guint index = (guint) MAX (ceil (share * times->len) - 1, 0);

  g_return_val_if_fail (times->len > 0, 0);

  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, index) / 1000;
}

void
timing_print (Timing *self, const char *what, Timing *peer)
{
  double median = get_share (self->times, 0.5);

  g_print ("%-40s median %6.2f ms, 95 %% within %6.2f ms", what, median, get_share (self->times, 0.95));
  if (self->work->len > 0)
    g_print ("; computing %6.2f and %6.2f ms", get_share (self->work, 0.5), get_share (self->work, 0.95));
  if (peer != NULL)
    g_print ("; %.2f of its peer", median / get_share (peer->times, 0.5));
  if (peer != NULL && peer->work->len > 0 && self->work->len > 0)
    g_print (", computing %.2f", get_share (self->work, 0.5) / get_share (peer->work, 0.5));
  g_print ("\n");
}

void
timing_print_worst (Timing *self, const char *what)
{
  g_print ("%-40s 99 %% within %6.2f ms, longest %6.2f ms; computing %6.2f and %6.2f ms\n", what,
           get_share (self->times, 0.99), get_share (self->times, 1), get_share (self->work, 0.99),
           get_share (self->work, 1));
}
