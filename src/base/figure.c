/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/decimal-private.h"
#include "base/error.h"
#include "base/figure.h"

#define TRUE_MINUS "\u2212"
#define POUND_SIGN "£"

/* What may stand before the digits. */
static const struct {
  const char *text;
  QtrFigureUnit unit;
} PREFIXES[] = {
  { POUND_SIGN, QTR_FIGURE_POUNDS },
};

/* What may stand after them, in small letters, and the power of ten that it multiplies by. */
static const struct {
  const char *text;
  int power;
  QtrFigureUnit unit;
} SUFFIXES[] = {
  { "", 0, QTR_FIGURE_PLAIN },           { "%", 0, QTR_FIGURE_PERCENT },
  { "per cent", 0, QTR_FIGURE_PERCENT }, { "percent", 0, QTR_FIGURE_PERCENT },
  { "hundred", 2, QTR_FIGURE_PLAIN },    { "k", 3, QTR_FIGURE_PLAIN },
  { "thousand", 3, QTR_FIGURE_PLAIN },   { "m", 6, QTR_FIGURE_PLAIN },
  { "million", 6, QTR_FIGURE_PLAIN },    { "bn", 9, QTR_FIGURE_PLAIN },
  { "billion", 9, QTR_FIGURE_PLAIN },
};

static const char *const SMALL_NUMBERS[] = {
  "zero",     "one",     "two",     "three",     "four",     "five",     "six",
  "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};

static const char *const TENS[] = {
  NULL, NULL, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

/* The signs that are printed for a minus, and the spaces that are printed between thousands. */
static const gunichar MINUS_SIGNS[] = { '-', 0x2010, 0x2011, 0x2013, 0x2212 };
static const gunichar GROUP_SPACES[] = { 0x00a0, 0x2007, 0x2009, 0x202f };

static gboolean
is_one_of (gunichar letter, const gunichar *letters, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (letters[i] == letter)
      return TRUE;
  return FALSE;
}

static gboolean
is_minus (gunichar letter)
{
  return is_one_of (letter, MINUS_SIGNS, G_N_ELEMENTS (MINUS_SIGNS));
}

static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Which of @words the first @length letters of @text are, whatever their case; -1 if none. */
static int
find_word (const char *const *words, gsize count, const char *text, gsize length)
{
  for (gsize i = 0; i < count; i++)
    if (words[i] != NULL && strlen (words[i]) == length && g_ascii_strncasecmp (words[i], text, length) == 0)
      return (int) i;
  return -1;
}

static gsize
word_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalpha (text[length]))
    length++;
  return length;
}

/* Reads a number in words and says where it ends. */
static gint64
read_words (const char *text, const char **end)
{
  gsize length = word_length (text);
  int small = find_word (SMALL_NUMBERS, G_N_ELEMENTS (SMALL_NUMBERS), text, length);
  int tens = find_word (TENS, G_N_ELEMENTS (TENS), text, length);
  const char *after = text + length;

  *end = after;
  if (small >= 0 || tens < 0)
    return small;
  if (!is_minus (g_utf8_get_char (after)))
    return tens * 10;
  after = g_utf8_next_char (after);
  length = word_length (after);
  small = find_word (SMALL_NUMBERS, 10, after, length);
  *end = after + length;
  return small > 0 ? tens * 10 + small : -1;
}

gint64
qtr_figure_word_to_number (const char *word)
{
  const char *end;
  gint64 number;

  g_return_val_if_fail (word != NULL, -1);

  number = read_words (word, &end);
  return *end == '\0' ? number : -1;
}

const char *
qtr_figure_number_to_word (gint64 number)
{
  return number >= 0 && number < (gint64) G_N_ELEMENTS (SMALL_NUMBERS) ? SMALL_NUMBERS[number] : NULL;
}

/* Appends a run of digits to @digits and returns how many there were. */
static gsize
take_digits (const char **text, GString *digits)
{
  gsize count = strspn (*text, "0123456789");

  g_string_append_len (digits, *text, (gssize) count);
  *text += count;
  return count;
}

/* The sign between thousands that stands here with a digit behind it, or nothing. */
static gunichar
separator_at (const char *text)
{
  gunichar letter = g_utf8_get_char (text);

  if (letter != ',' && !is_one_of (letter, GROUP_SPACES, G_N_ELEMENTS (GROUP_SPACES)))
    return 0;
  return g_ascii_isdigit (*g_utf8_next_char (text)) ? letter : 0;
}

/* The digits before the point: in one run, or in groups of three with the same sign between all. */
static const char *
take_whole (const char **text, GString *digits)
{
  gsize count = take_digits (text, digits);
  gunichar separator = separator_at (*text);

  if (count == 0)
    return N_ ("it does not begin with a number");
  if (separator == 0)
    return NULL;
  if (count > 3)
    return N_ ("commas stand between thousands");
  while (separator_at (*text) == separator) {
    *text = g_utf8_next_char (*text);
    if (take_digits (text, digits) != 3)
      return N_ ("commas stand between thousands");
  }
  return NULL;
}

static const char *
take_number (const char **text, GString *digits)
{
  gint64 number;
  const char *fault;

  if (g_ascii_isalpha (**text)) {
    number = read_words (*text, text);
    g_string_append_printf (digits, "%" G_GINT64_FORMAT, number);
    return number < 0 ? N_ ("it does not begin with a number") : NULL;
  }
  fault = take_whole (text, digits);
  if (fault != NULL || **text != '.')
    return fault;
  (*text)++;
  g_string_append_c (digits, '.');
  return take_digits (text, digits) == 0 ? N_ ("only digits may follow the point") : NULL;
}

static gboolean
take_minus (const char **text, GString *digits)
{
  if (!is_minus (g_utf8_get_char (*text)))
    return FALSE;
  *text = skip_spaces (g_utf8_next_char (*text));
  g_string_append_c (digits, '-');
  return TRUE;
}

static void
take_prefix (const char **text, QtrFigureUnit *unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PREFIXES); i++) {
    if (g_str_has_prefix (*text, PREFIXES[i].text)) {
      *text = skip_spaces (*text + strlen (PREFIXES[i].text));
      *unit = PREFIXES[i].unit;
      return;
    }
  }
}

/* The rest of the text in small letters, with every run of spaces made one and none at the ends. */
static char *
simplify_rest (const char *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (text = skip_spaces (text); *text != '\0'; text = g_utf8_next_char (text)) {
    const char *next = skip_spaces (text);

    if (*next == '\0')
      break;
    if (next != text)
      g_string_append_c (rest, ' ');
    text = next;
    g_string_append_unichar (rest, g_unichar_tolower (g_utf8_get_char (text)));
  }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* Makes the number ten to the @power times as large, dropping digits after the point where it can. */
static gboolean
shift (QtrDecimal *number, int power)
{
  int dropped = MIN (power, number->scale);

  number->scale -= dropped;
  return !__builtin_mul_overflow (number->digits, qtr_decimal_power_of_ten (power - dropped),
                                  &number->digits);
}

static const char *
apply_suffix (const char *text, QtrFigure *figure)
{
  g_autofree char *rest = simplify_rest (text);

  for (gsize i = 0; i < G_N_ELEMENTS (SUFFIXES); i++) {
    if (strcmp (rest, SUFFIXES[i].text) != 0)
      continue;
    if (figure->unit != QTR_FIGURE_PLAIN && SUFFIXES[i].unit != QTR_FIGURE_PLAIN)
      return N_ ("it has two units");
    figure->unit = MAX (figure->unit, SUFFIXES[i].unit);
    figure->precision = SUFFIXES[i].power - figure->value.scale;
    return shift (&figure->value, SUFFIXES[i].power) ? NULL : N_ ("it is too large");
  }
  return N_ ("what follows the number is not understood");
}

/* Reads the figure, or says what about it is not understood. */
static const char *
read_figure (const char *text, QtrFigure *figure)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *fault;
  gboolean negative;

  text = skip_spaces (text);
  negative = take_minus (&text, digits);
  take_prefix (&text, &figure->unit);
  /* The minus may stand on either side of the pound sign, but not on both. */
  if (!negative && figure->unit != QTR_FIGURE_PLAIN)
    take_minus (&text, digits);
  fault = take_number (&text, digits);
  if (fault != NULL)
    return fault;
  if (!qtr_decimal_parse (digits->str, &figure->value, NULL))
    return N_ ("it has more digits than can be held exactly");
  return apply_suffix (text, figure);
}

gboolean
qtr_figure_parse (const char *text, QtrFigure *figure, GError **error)
{
  QtrFigure read = { QTR_DECIMAL_NONE, 0, QTR_FIGURE_PLAIN };
  g_autofree char *valid = NULL;
  const char *fault;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (figure != NULL, FALSE);

  valid = g_utf8_make_valid (text, -1);
  fault = read_figure (valid, &read);
  if (fault == NULL) {
    *figure = read;
    return TRUE;
  }
  /* Translators: the text that was given, and the reason why it is refused. */
  g_set_error (error, QTR_ERROR, QTR_ERROR_NUMBER, _ ("“%s” is not a number: %s"), valid, _ (fault));
  return FALSE;
}

/* Puts commas between the thousands of the digits before the point. */
static char *
group_thousands (const char *digits)
{
  gsize whole = strcspn (digits, ".");
  GString *grouped = g_string_new (digits);

  for (gsize place = whole; place > 3; place -= 3)
    g_string_insert_c (grouped, (gssize) place - 3, ',');
  return g_string_free (grouped, FALSE);
}

char *
qtr_figure_format (QtrDecimal number, const char *unit)
{
  g_autofree char *plain = qtr_decimal_to_string (number);
  g_autofree char *grouped = group_thousands (plain + (*plain == '-'));

  if (!qtr_decimal_is_set (number))
    return g_strdup ("");
  return g_strconcat (*plain == '-' ? TRUE_MINUS : "", g_strcmp0 (unit, POUND_SIGN) == 0 ? POUND_SIGN : "",
                      grouped, g_strcmp0 (unit, "%") == 0 ? "%" : "", NULL);
}
