/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/id.h"

/* Crockford's base 32 leaves out i, l, o and u, which are misread or spell words. */
static const char ALPHABET[] = "0123456789abcdefghjkmnpqrstvwxyz";

#define RANDOM_BYTES (QTR_ID_LENGTH * 5 / 8)
#define LENGTH_MAX 64

static GMutex source_lock;
static GRand *seeded_source;

static void
draw_from_system (guint8 *bytes)
{
  gssize count;

  /* The system hands over so few bytes whole or not at all; a signal may only delay it. */
  do
    count = getrandom (bytes, RANDOM_BYTES, 0);
  while (count < 0 && errno == EINTR);
  if (count != RANDOM_BYTES)
    g_error ("The system gives no random numbers: %s", g_strerror (errno));
}

static void
draw_bytes (guint8 *bytes)
{
  G_MUTEX_AUTO_LOCK (&source_lock, locker);

  if (seeded_source == NULL) {
    draw_from_system (bytes);
    return;
  }
  for (gsize i = 0; i < RANDOM_BYTES; i++)
    bytes[i] = (guint8) g_rand_int_range (seeded_source, 0, 256);
}

static char *
spell (const guint8 *bytes)
{
  char *id = g_new0 (char, QTR_ID_LENGTH + 1);
  guint pool = 0;
  guint bits = 0;
  gsize next = 0;

  for (gsize i = 0; i < QTR_ID_LENGTH; i++) {
    if (bits < 5) {
      pool = pool << 8 | bytes[next++];
      bits += 8;
    }
    bits -= 5;
    id[i] = ALPHABET[pool >> bits & 31];
  }
  return id;
}

char *
qtr_id_new (void)
{
  guint8 bytes[RANDOM_BYTES];

  draw_bytes (bytes);
  return spell (bytes);
}

char *
qtr_id_derive (const char *kind, const char *const *words, guint n_words)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (sum, (const guchar *) kind, -1);
  for (guint i = 0; i < n_words; i++) {
    /* Each word has its end, so that no two lists of words run together into the same bytes. */
    g_checksum_update (sum, (const guchar *) (words[i] == NULL ? "\1" : "\2"), 1);
    g_checksum_update (sum, (const guchar *) (words[i] == NULL ? "" : words[i]), -1);
    g_checksum_update (sum, (const guchar *) "", 1);
  }
  g_checksum_get_digest (sum, digest, &size);
  return spell (digest);
}

gboolean
qtr_id_is_valid (const char *text)
{
  gsize length = 0;

  if (text == NULL)
    return FALSE;
  while (length <= LENGTH_MAX &&
         (g_ascii_isalnum (text[length]) || text[length] == '-' || text[length] == '_'))
    length++;
  return length >= 1 && length <= LENGTH_MAX && text[length] == '\0';
}

void
qtr_id_seed (guint64 seed)
{
  const guint32 halves[] = { (guint32) seed, (guint32) (seed >> 32) };
  G_MUTEX_AUTO_LOCK (&source_lock, locker);

  g_clear_pointer (&seeded_source, g_rand_free);
  if (seed != 0)
    seeded_source = g_rand_new_with_seed_array (halves, G_N_ELEMENTS (halves));
}
