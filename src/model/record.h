/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/decimal.h"
#include "model/list.h"

G_BEGIN_DECLS

/**
 * QTR_RECORD_DEPTH_MAX:
 *
 * How deep records may nest. Every walk over the tree recurses, and this is what bounds it.
 */
#define QTR_RECORD_DEPTH_MAX 64

typedef struct _QtrRecordType QtrRecordType;

/**
 * QtrFieldKind:
 * @QTR_FIELD_TEXT: prose; a `const char *`, %NULL when empty
 * @QTR_FIELD_TOKEN: a short text that occurs often, such as an id or an area's name; interned
 * @QTR_FIELD_PERIOD: a period as qtr_period_parse() reads it; a `const char *`, interned
 * @QTR_FIELD_CHOICE: one of a fixed list of words; an `int` index into it
 * @QTR_FIELD_COUNT: a small whole number; an `int`
 * @QTR_FIELD_FLAG: yes or no; a `gboolean`
 * @QTR_FIELD_DECIMAL: an exact number of the world; a #QtrDecimal
 * @QTR_FIELD_TOKENS: texts in order; a `const QtrTokens *`, %NULL when empty
 * @QTR_FIELD_LIST: records in order; a `const QtrList *`, %NULL when empty
 *
 * What a field holds. All that is generic (reading, writing, comparing, digesting, copying) switches on this
 * and on nothing else.
 */
typedef enum {
  QTR_FIELD_TEXT,
  QTR_FIELD_TOKEN,
  QTR_FIELD_PERIOD,
  QTR_FIELD_CHOICE,
  QTR_FIELD_COUNT,
  QTR_FIELD_FLAG,
  QTR_FIELD_DECIMAL,
  QTR_FIELD_TOKENS,
  QTR_FIELD_LIST,
} QtrFieldKind;

/**
 * QtrFieldCheck:
 *
 * Returns: whether @text, which is not empty, may stand in the field; otherwise @error says why it may not
 * and what to do
 */
typedef gboolean (*QtrFieldCheck) (const char *text, GError **error);

/**
 * QtrField:
 * @name: as the file, the edits and the digests call it
 * @offset: where the struct holds it
 * @element: for lists, the type of the records in it
 * @refers: (nullable): for tokens that are ids, the type of the records that they name
 * @choices: for choices, the words, %NULL-terminated
 * @fallback: for counts and choices, the value when nothing was said, which is not written
 * @check: (nullable): for texts and tokens, what they have to be
 * @beside: the field stands beside what is signed, and no digest includes it
 *
 * One line of a type's table.
 */
typedef struct {
  const char *name;
  QtrFieldKind kind;
  gsize offset;
  const QtrRecordType *element;
  const QtrRecordType *refers;
  const char *const *choices;
  int fallback;
  QtrFieldCheck check;
  gboolean beside;
} QtrField;

/**
 * QtrRecordType:
 * @key: (nullable): the names of the fields, no lists among them, by which people know one record from
 * another in its list, %NULL-terminated: two records made apart with the same key are one. %NULL: only the id
 * tells.
 */
struct _QtrRecordType {
  const char *name;
  gsize size;
  const QtrField *fields;
  guint n_fields;
  const char *const *key;
};

/**
 * QtrRecord:
 * @type: its type
 * @id: stable and unique in its plan
 * @extra: (nullable): members that a newer version wrote, as the text of a JSON object
 *
 * What every record begins with. Records never change after they are made, may be shared between any number
 * of plans and threads, and are counted atomically.
 */
typedef struct {
  const QtrRecordType *type;
  const char *id;
  const char *extra;
  gpointer digest;
} QtrRecord;

/**
 * QtrTokens:
 *
 * An immutable, counted list of texts.
 */
typedef struct {
  guint len;
  const char *at[];
} QtrTokens;

/**
 * QtrValue:
 *
 * A field's value, by its kind: @string for texts, tokens and periods; @number for choices, counts and flags.
 */
typedef union {
  const char *string;
  int number;
  QtrDecimal decimal;
  const QtrTokens *tokens;
  const QtrList *list;
} QtrValue;

#define QTR_FIELD(Struct, member, Kind) \
  { .name = #member, .kind = QTR_FIELD_##Kind, .offset = offsetof (Struct, member) }
#define QTR_FIELD_BESIDE(Struct, member, Kind) \
  { .name = #member, .kind = QTR_FIELD_##Kind, .offset = offsetof (Struct, member), .beside = TRUE }
#define QTR_FIELD_REFERENCE_BESIDE(Struct, member, Kind, Target) \
  { .name = #member, \
    .kind = QTR_FIELD_##Kind, \
    .offset = offsetof (Struct, member), \
    .refers = &(Target), \
    .beside = TRUE }
#define QTR_FIELD_CHECKED(Struct, member, Kind, function) \
  { .name = #member, .kind = QTR_FIELD_##Kind, .offset = offsetof (Struct, member), .check = (function) }
#define QTR_FIELD_REFERENCE(Struct, member, Kind, Target) \
  { .name = #member, .kind = QTR_FIELD_##Kind, .offset = offsetof (Struct, member), .refers = &(Target) }
#define QTR_FIELD_LIST_OF(Struct, member, Element) \
  { .name = #member, .kind = QTR_FIELD_LIST, .offset = offsetof (Struct, member), .element = &(Element) }
#define QTR_FIELD_LIST_BESIDE(Struct, member, Element) \
  { .name = #member, \
    .kind = QTR_FIELD_LIST, \
    .offset = offsetof (Struct, member), \
    .element = &(Element), \
    .beside = TRUE }
#define QTR_FIELD_CHOICE_OF(Struct, member, words) \
  { .name = #member, .kind = QTR_FIELD_CHOICE, .offset = offsetof (Struct, member), .choices = (words) }
#define QTR_FIELD_COUNT_FROM(Struct, member, value) \
  { .name = #member, .kind = QTR_FIELD_COUNT, .offset = offsetof (Struct, member), .fallback = (value) }
#define QTR_RECORD_TYPE(label, Struct, table) \
  { .name = (label), .size = sizeof (Struct), .fields = (table), .n_fields = G_N_ELEMENTS (table) }
#define QTR_RECORD_TYPE_KEYED(label, Struct, table, names) \
  { .name = (label), \
    .size = sizeof (Struct), \
    .fields = (table), \
    .n_fields = G_N_ELEMENTS (table), \
    .key = (names) }

/**
 * qtr_record_new: (skip)
 * @type: what to make
 * @first_field: a field's name, followed by its value in the C type that #QtrFieldKind names;
 *   then further pairs, and %NULL. `"id"` gives the id, which is else a new random one.
 *
 * Texts are copied; lists and tokens get a reference of their own.
 *
 * Returns: (transfer full): the record
 */
gpointer qtr_record_new (const QtrRecordType *type, const char *first_field,
                         ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_record_with: (skip)
 * @record: a record
 * @first_field: as for qtr_record_new()
 *
 * Copies @record with some fields changed; all others are shared with it.
 *
 * Returns: (transfer full): the new record, or another reference to @record if nothing changed
 */
gpointer qtr_record_with (gconstpointer record, const char *first_field,
                          ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

gpointer qtr_record_with_valist (gconstpointer record, const char *first_field,
                                 va_list pairs) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_record_with_value:
 * @field: a field of @record's type
 *
 * As qtr_record_with(), for code that goes over the tables.
 */
gpointer qtr_record_with_value (gconstpointer record, const QtrField *field,
                                QtrValue value) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_record_build:
 * @id: (nullable): its id, or %NULL for a new one
 * @extra: (nullable): unknown members
 * @values: one for each of the type's fields, in the table's order
 *
 * As qtr_record_new(), for code that goes over the tables.
 */
gpointer qtr_record_build (const QtrRecordType *type, const char *id, const char *extra,
                           const QtrValue *values) G_GNUC_WARN_UNUSED_RESULT;

gpointer qtr_record_ref (gconstpointer record);
void qtr_record_unref (gconstpointer record);

/**
 * qtr_record_get:
 *
 * Returns: the value of @field, which belongs to @record
 */
QtrValue qtr_record_get (gconstpointer record, const QtrField *field);

/**
 * qtr_record_type_find_field:
 *
 * Returns: (nullable): the field of that name
 */
const QtrField *qtr_record_type_find_field (const QtrRecordType *type, const char *name);

/**
 * qtr_field_fallback:
 *
 * Returns: the value of @field when nothing was said
 */
QtrValue qtr_field_fallback (const QtrField *field);

/**
 * qtr_field_equal:
 *
 * Returns: whether two values of @field are the same; records in lists are compared by qtr_record_equal()
 */
gboolean qtr_field_equal (const QtrField *field, QtrValue a, QtrValue b);

/**
 * qtr_record_equal:
 *
 * Compares two records and all below them, ids and unknown members included. What they share costs nothing.
 */
gboolean qtr_record_equal (gconstpointer a, gconstpointer b);

/**
 * QTR_DIGEST_SIZE:
 *
 * The bytes of a digest.
 */
#define QTR_DIGEST_SIZE 32

/**
 * qtr_record_digest:
 *
 * SHA-256 over the record in canonical form: its type, its id, its fields in the table's order with defaults
 * and everything that stands beside left out, its unknown members, and the digests of the records below it.
 * The answer is kept with the record, so that after an edit only the changed path is digested anew.
 *
 * Returns: (transfer none) (array fixed-size=32): the digest
 */
const guint8 *qtr_record_digest (gconstpointer record);

/**
 * qtr_record_digest_own:
 * @except: (nullable): the name of a field that is left out, too
 *
 * As qtr_record_digest(), over the record's own fields without its lists. It is not kept.
 *
 * Returns: (transfer full): the digest, in hexadecimal
 */
char *qtr_record_digest_own (gconstpointer record, const char *except);

QtrTokens *qtr_tokens_new (const char *const *texts, guint n_texts);
QtrTokens *qtr_tokens_ref (const QtrTokens *tokens);
void qtr_tokens_unref (const QtrTokens *tokens);
gboolean qtr_tokens_contain (const QtrTokens *tokens, const char *text);

static inline guint
qtr_tokens_length (const QtrTokens *tokens)
{
  return tokens == NULL ? 0 : tokens->len;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrRecord, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTokens, qtr_tokens_unref)

G_END_DECLS
