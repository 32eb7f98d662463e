/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import/entity.h"

/* Those that word processors and converters write into reports. */
static const struct {
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },    { "lt", "<" },     { "gt", ">" },     { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " },   { "ensp", " " },   { "emsp", " " },   { "thinsp", " " }, { "shy", "" },
  { "ndash", "–" },  { "mdash", "—" },  { "minus", "−" },  { "hellip", "…" }, { "bull", "•" },
  { "middot", "·" }, { "lsquo", "‘" },  { "rsquo", "’" },  { "sbquo", "‚" },  { "ldquo", "“" },
  { "rdquo", "”" },  { "bdquo", "„" },  { "laquo", "«" },  { "raquo", "»" },  { "prime", "′" },
  { "pound", "£" },  { "euro", "€" },   { "cent", "¢" },   { "yen", "¥" },    { "copy", "©" },
  { "reg", "®" },    { "trade", "™" },  { "deg", "°" },    { "plusmn", "±" }, { "times", "×" },
  { "divide", "÷" }, { "frac12", "½" }, { "frac14", "¼" }, { "frac34", "¾" }, { "sup1", "¹" },
  { "sup2", "²" },   { "sup3", "³" },   { "micro", "µ" },  { "para", "¶" },   { "sect", "§" },
  { "le", "≤" },     { "ge", "≥" },     { "ne", "≠" },     { "asymp", "≈" },  { "larr", "←" },
  { "rarr", "→" },   { "uarr", "↑" },   { "darr", "↓" },   { "agrave", "à" }, { "aacute", "á" },
  { "acirc", "â" },  { "auml", "ä" },   { "ccedil", "ç" }, { "egrave", "è" }, { "eacute", "é" },
  { "ecirc", "ê" },  { "euml", "ë" },   { "iacute", "í" }, { "icirc", "î" },  { "iuml", "ï" },
  { "ntilde", "ñ" }, { "oacute", "ó" }, { "ocirc", "ô" },  { "ouml", "ö" },   { "uacute", "ú" },
  { "ucirc", "û" },  { "uuml", "ü" },   { "wcirc", "ŵ" },  { "ycirc", "ŷ" },  { "szlig", "ß" },
};

static gunichar
number_of (const char *entity)
{
  gboolean hexadecimal = entity[2] == 'x' || entity[2] == 'X';
  guint64 value = g_ascii_strtoull (entity + (hexadecimal ? 3 : 2), NULL, hexadecimal ? 16 : 10);

  if (value == 0xa0)
    return ' ';
  if (value < 0x20 || value > 0x10ffff || !g_unichar_validate ((gunichar) value))
    return 0xfffd;
  return (gunichar) value;
}

void
qtr_entity_append (GString *out, const char *entity, gsize length)
{
  g_autofree char *whole = g_strndup (entity, length);

  if (length > 3 && whole[1] == '#') {
    g_string_append_unichar (out, number_of (whole));
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    if (strlen (entities[i].name) == length - 2 && strncmp (entities[i].name, whole + 1, length - 2) == 0) {
      g_string_append (out, entities[i].text);
      return;
    }
  }
  g_string_append (out, whole);
}
