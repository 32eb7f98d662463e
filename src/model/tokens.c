/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

QtrTokens *
qtr_tokens_new (const char *const *texts, guint n_texts)
{
  QtrTokens *tokens = g_atomic_rc_box_alloc (sizeof *tokens + n_texts * sizeof tokens->at[0]);

  tokens->len = n_texts;
  for (guint i = 0; i < n_texts; i++)
    tokens->at[i] = g_ref_string_new_intern (texts[i]);
  return tokens;
}

QtrTokens *
qtr_tokens_ref (const QtrTokens *tokens)
{
  return tokens == NULL ? NULL : g_atomic_rc_box_acquire ((gpointer) tokens);
}

static void
clear (gpointer data)
{
  QtrTokens *tokens = data;

  for (guint i = 0; i < tokens->len; i++)
    g_ref_string_release ((char *) tokens->at[i]);
}

void
qtr_tokens_unref (const QtrTokens *tokens)
{
  if (tokens != NULL)
    g_atomic_rc_box_release_full ((gpointer) tokens, clear);
}

gboolean
qtr_tokens_contain (const QtrTokens *tokens, const char *text)
{
  for (guint i = 0; i < qtr_tokens_length (tokens); i++)
    if (g_strcmp0 (tokens->at[i], text) == 0)
      return TRUE;

  return FALSE;
}
