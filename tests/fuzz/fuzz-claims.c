/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "check/claim.h"

/* Every span lies within its bullet's text and says what the claim says of it. */
static void
check_claim (const QtrClaim *claim, const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *words = NULL;

  g_assert_true (claim->start >= 0 && claim->start <= claim->end && claim->end <= length);
  words = g_utf8_substring (text, claim->start, claim->end);
  g_assert_cmpstr (words, ==, claim->text);
  g_assert_true ((claim->verdict == QTR_CLAIM_MISMATCH) == (claim->message != NULL));
}

/* Any text, its lines being a bullet and its children. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  const char *rest = lines[0] != NULL && lines[1] != NULL ? lines[1] : "";
  g_autoptr (QtrBullet) child = qtr_record_new (&qtr_bullet_type, "text", rest, NULL);
  g_autoptr (QtrList) children = qtr_list_append (NULL, child);
  g_autoptr (QtrBullet) bullet =
      qtr_record_new (&qtr_bullet_type, "text", lines[0], "bullets", children, NULL);
  g_autoptr (GArray) claims = qtr_claims_read (bullet, QTR_PERIOD_UNSET);

  for (guint i = 0; i < claims->len; i++) {
    const QtrClaim *claim = &g_array_index (claims, QtrClaim, i);

    check_claim (claim, g_str_equal (claim->bullet, child->record.id) ? rest : lines[0]);
  }
  return 0;
}
