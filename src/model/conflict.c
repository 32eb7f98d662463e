/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/conflict.h"

#include "base/id.h"

/* In the order of the enumeration. */
static const char *const kinds[] = { "value", "removal", "place", NULL };

static const QtrField conflict_fields[] = {
  QTR_FIELD (QtrConflict, about, TOKEN),
  QTR_FIELD (QtrConflict, field, TOKEN),
  QTR_FIELD_CHOICE_OF (QtrConflict, kind, kinds),
  QTR_FIELD (QtrConflict, base, TEXT),
  QTR_FIELD (QtrConflict, ours, TEXT),
  QTR_FIELD (QtrConflict, theirs, TEXT),
};
const QtrRecordType qtr_conflict_type = QTR_RECORD_TYPE ("conflict", QtrConflict, conflict_fields);

QtrConflict *
qtr_conflict_new (const char *about, const char *field, QtrConflictKind kind, const char *base,
                  const char *ours, const char *theirs)
{
  const char *const words[] = { about, field, kinds[kind], base, ours, theirs };
  g_autofree char *id = qtr_id_derive ("conflict", words, G_N_ELEMENTS (words));

  return qtr_record_new (&qtr_conflict_type, "id", id, "about", about, "field", field, "kind", (int) kind,
                         "base", base, "ours", ours, "theirs", theirs, NULL);
}
