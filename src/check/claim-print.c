/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/figure.h"
#include "check/claim-reader.h"

#define LARGEST_WORD 99

char *
qtr_claim_reader_quote (const QtrClaimReader *self, const QtrClaimQuantity *quantity)
{
  return qtr_claim_passage_get_text (self->passage, quantity->line, quantity->start, quantity->end);
}

static QtrRational
divide_by_power (QtrRational number, int power)
{
  gint64 factor = 1;

  for (; power > 0; power--)
    factor *= 10;
  return qtr_rational_divide (number, qtr_rational_new (factor, 1));
}

/* The number in words, with a capital where the text has one. */
static char *
print_words (QtrDecimal number, const char *like)
{
  static const char *const tens[] = { NULL,    NULL,    "twenty",  "thirty", "forty",
                                      "fifty", "sixty", "seventy", "eighty", "ninety" };
  static const char *const small[] = { "zero",    "one",     "two",       "three",    "four",
                                       "five",    "six",     "seven",     "eight",    "nine",
                                       "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
  g_autofree char *words = NULL;

  if (number.scale != 0 || number.digits < 0 || number.digits > LARGEST_WORD)
    return NULL;
  if (number.digits < 20)
    words = g_strdup (small[number.digits]);
  else if (number.digits % 10 == 0)
    words = g_strdup (tens[number.digits / 10]);
  else
    words = g_strdup_printf ("%s-%s", tens[number.digits / 10], small[number.digits % 10]);
  if (g_unichar_isupper (g_utf8_get_char (like)))
    words[0] = g_ascii_toupper (words[0]);
  return g_steal_pointer (&words);
}

/* How much of @core is digits, with what separates them. */
static gsize
get_digits_length (const char *core)
{
  const char *end = core;

  for (const char *at = core; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_ascii_isdigit (*at))
      end = at + 1;
    else if (c != ',' && c != '.' && c != 0xa0 && c != 0x2007 && c != 0x2009 && c != 0x202f)
      break;
  }
  return (gsize) (end - core);
}

/* @plain with its thousands separated as in @like; a number without separators asks for none. */
static char *
separate (const char *plain, const char *like, gsize length)
{
  g_autofree char *digits = g_strndup (like, length);
  gsize whole = strcspn (plain, ".");
  const char *separator = digits + strspn (digits, "0123456789");
  g_autofree char *between = NULL;
  GString *separated = g_string_new (plain);

  if (*separator != '\0' && *separator != '.')
    between = g_strndup (separator, (gsize) (g_utf8_next_char (separator) - separator));
  else if (separator - digits <= 3)
    between = g_strdup (",");
  for (gsize place = whole; between != NULL && place > 3; place -= 3)
    g_string_insert (separated, (gssize) place - 3, between);
  return g_string_free (separated, FALSE);
}

static char *
print_digits (QtrDecimal number, const char *like)
{
  gsize length = get_digits_length (like);
  g_autofree char *plain = qtr_decimal_to_string (number);
  g_autofree char *separated = separate (plain, like, length);

  return g_strconcat (separated, like + length, NULL);
}

char *
qtr_claim_print_like (const QtrClaimQuantity *like, const char *text, QtrRational number)
{
  int scale = like->power - like->precision;
  QtrDecimal rounded;
  g_autofree char *head = g_utf8_substring (text, 0, like->core_start - like->start);
  g_autofree char *core =
      g_utf8_substring (text, like->core_start - like->start, like->core_end - like->start);
  const char *tail = g_utf8_offset_to_pointer (text, like->core_end - like->start);
  g_autofree char *printed = NULL;

  if (like->is_range || scale < 0 || scale > QTR_DECIMAL_SCALE_MAX || qtr_rational_sign (number) < 0)
    return NULL;
  rounded = qtr_rational_round (divide_by_power (number, like->power), scale);
  if (!qtr_decimal_is_set (rounded))
    return NULL;
  printed = like->words ? print_words (rounded, core) : print_digits (rounded, core);
  return printed == NULL ? NULL : g_strconcat (head, printed, tail, NULL);
}

char *
qtr_claim_reader_print (const QtrClaimReader *self, const QtrClaimQuantity *like, QtrRational number)
{
  g_autofree char *text = qtr_claim_reader_quote (self, like);

  return qtr_claim_print_like (like, text, number);
}

/* Without zeros at its end, nor a point. */
static char *
trim (char *digits)
{
  char *point = strchr (digits, '.');

  for (gsize length = strlen (digits); point != NULL && digits + length > point; length--)
    if (digits[length - 1] == '0' || digits + length - 1 == point)
      digits[length - 1] = '\0';
    else
      break;
  return digits;
}

char *
qtr_claim_print_percent (QtrRational ratio)
{
  QtrDecimal percent = qtr_rational_round (qtr_rational_multiply (ratio, qtr_rational_new (100, 1)), 1);
  g_autofree char *digits = qtr_decimal_to_string (percent);

  return g_strconcat (trim (digits), "%", NULL);
}

char *
qtr_claim_print_number (QtrRational number)
{
  return trim (qtr_figure_format (qtr_rational_round (number, 2), ""));
}

gboolean
qtr_claim_is_near (QtrRational a, QtrRational b, int factor)
{
  QtrRational times = qtr_rational_new (factor, 1);
  int order = 0;

  if (qtr_rational_compare (qtr_rational_absolute (a),
                            qtr_rational_multiply (qtr_rational_absolute (b), times), &order) &&
      order > 0)
    return FALSE;
  return !qtr_rational_compare (qtr_rational_absolute (b),
                                qtr_rational_multiply (qtr_rational_absolute (a), times), &order) ||
         order <= 0;
}
