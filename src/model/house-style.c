/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/house-style.h"

#include <glib/gi18n-lib.h>

#include "base/colour.h"
#include "base/error.h"

const char *const qtr_percent_forms[] = { "any", "sign", "words", NULL };
const char *const qtr_small_numbers[] = { "any", "words", "digits", NULL };

static const QtrField term_fields[] = {
  QTR_FIELD (QtrTerm, avoid, TEXT),
  QTR_FIELD (QtrTerm, use, TEXT),
};
static const char *const term_key[] = { "avoid", NULL };
const QtrRecordType qtr_term_type = QTR_RECORD_TYPE_KEYED ("term", QtrTerm, term_fields, term_key);

gboolean
qtr_accent_check (const char *text, GError **error)
{
  QtrColour colour;

  if (qtr_colour_parse (text, &colour))
    return TRUE;

  g_set_error (
      error, QTR_ERROR, QTR_ERROR_SHAPE,
      _ ("“%s” is no colour; write one as a number sign and six hexadecimal digits, such as #1d4f91"), text);
  return FALSE;
}
