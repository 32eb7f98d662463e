/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-cell.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"

#define DIGITS "0123456789"

/* Whether every point stands before just three digits, and at most one comma before any. */
static gboolean
has_points_between_thousands (const char *text)
{
  const char *comma = strchr (text, ',');

  for (const char *point = strchr (text, '.'); point != NULL; point = strchr (point + 1, '.')) {
    if (strspn (point + 1, DIGITS) != 3 || (comma != NULL && point > comma) || point == text ||
        !g_ascii_isdigit (point[-1]))
      return FALSE;
  }
  return comma == NULL || strchr (comma + 1, ',') == NULL;
}

/* As it would be written with a decimal point and without anything between thousands. */
static char *
with_decimal_point (const char *text, GError **error)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (!has_points_between_thousands (text)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NUMBER,
                 /* Translators: a cell of a table. */
                 _ ("“%s” is not a number: the decimal mark is a comma, and points stand between thousands"),
                 text);
    return NULL;
  }
  for (; *text != '\0'; text++) {
    if (*text != '.')
      g_string_append_c (plain, *text == ',' ? '.' : *text);
  }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* In accounts, a number in brackets is below zero. */
static char *
take_brackets (const char *text)
{
  gsize length = strlen (text);

  if (length < 3 || text[0] != '(' || text[length - 1] != ')' || text[1] == '-' || text[1] == '+')
    return NULL;
  return g_strndup (text + 1, length - 2);
}

static gboolean
read_number (const char *text, char decimal, QtrTableCell *cell, GError **error)
{
  g_autofree char *swapped = decimal == ',' ? with_decimal_point (text, error) : NULL;
  QtrFigure figure = { QTR_DECIMAL_NONE, 0, QTR_FIGURE_PLAIN };

  if (decimal == ',' && swapped == NULL)
    return FALSE;
  text = swapped == NULL ? text : swapped;
  /* Most cells are nothing but digits. */
  if (!qtr_decimal_parse (text, &figure.value, NULL) && !qtr_figure_parse (text, &figure, error))
    return FALSE;
  cell->value = figure.value;
  cell->unit = figure.unit;
  return TRUE;
}

static gboolean
read_value (const char *text, char decimal, QtrTableCell *cell, GError **error)
{
  g_autofree char *value = g_strndup (text, qtr_table_mark_take (text, &cell->mark));
  g_autofree char *inner = take_brackets (value);

  if (inner == NULL)
    return read_number (value, decimal, cell, error);
  if (!read_number (inner, decimal, cell, error))
    return FALSE;
  if (__builtin_sub_overflow ((gint64) 0, cell->value.digits, &cell->value.digits) || *inner == '\0') {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NUMBER, _ ("“%s” has more digits than can be held exactly"),
                 text);
    return FALSE;
  }
  return TRUE;
}

QtrTableCell
qtr_table_cell_read (const char *text, char decimal, GError **error)
{
  QtrTableCell cell = { .value = QTR_DECIMAL_NONE };

  if (*text == '\0')
    return cell;
  if (qtr_table_mark_is_gap (text)) {
    cell.kind = QTR_TABLE_CELL_GAP;
    g_strlcpy (cell.mark.text, text, sizeof cell.mark.text);
    return cell;
  }
  cell.kind = read_value (text, decimal, &cell, error) ? QTR_TABLE_CELL_VALUE : QTR_TABLE_CELL_FAULT;
  return cell;
}

char
qtr_table_cell_shows_decimal (const char *text)
{
  const char *first = strpbrk (text, ".,");
  const char *last = first == NULL ? NULL : MAX (strrchr (text, '.'), strrchr (text, ','));

  if (first == NULL || strspn (text + strcspn (text, DIGITS), DIGITS ".,") < 3)
    return '\0';
  /* Two kinds: the last one is it. Two of a kind: it is the other. */
  if (first != last)
    return *first != *last ? *last : *last == ',' ? '.' : ',';
  if (strspn (last + 1, DIGITS) == 3 && first > text && first[-1] != '0')
    return *last == '.' ? '.' : '\0';
  return *last;
}
