/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/xlsx-style.h"

#include <string.h>

/* More kinds of cells no workbook may have. */
#define FORMS_MAX 65536

/* The forms that have a number but are written in no workbook. */
static const struct {
  guint first;
  guint last;
  QtrXlsxForm form;
} BUILT_IN[] = {
  { 1, 1, { FALSE, FALSE, 0 } },   { 2, 2, { FALSE, FALSE, 2 } },   { 3, 3, { FALSE, FALSE, 0 } },
  { 4, 4, { FALSE, FALSE, 2 } },   { 9, 9, { FALSE, TRUE, 0 } },    { 10, 10, { FALSE, TRUE, 2 } },
  { 14, 17, { TRUE, FALSE, -1 } }, { 22, 22, { TRUE, FALSE, -1 } }, { 27, 31, { TRUE, FALSE, -1 } },
  { 36, 36, { TRUE, FALSE, -1 } }, { 37, 38, { FALSE, FALSE, 0 } }, { 39, 40, { FALSE, FALSE, 2 } },
  { 50, 58, { TRUE, FALSE, -1 } },
};

static QtrXlsxForm
find_built_in (guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (BUILT_IN); i++) {
    if (number >= BUILT_IN[i].first && number <= BUILT_IN[i].last)
      return BUILT_IN[i].form;
  }
  return (QtrXlsxForm) { FALSE, FALSE, -1 };
}

/* Without what is only written beside the number: words, colours, and space as wide as a letter. */
static char *
strip_words (const char *code)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  for (; *code != '\0' && *code != ';'; code++) {
    const char *end = *code == '"' ? strchr (code + 1, '"') : *code == '[' ? strchr (code, ']') : NULL;

    if (end != NULL)
      code = end;
    else if (strchr ("\\_*", *code) != NULL && code[1] != '\0')
      code++;
    else
      g_string_append_c (bare, g_ascii_tolower (*code));
  }
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* Where numbers are shown in thousands, or with an exponent, what is shown is not the number. */
static int
count_decimals (const char *code)
{
  const char *point = strchr (code, '.');
  const char *last = strrchr (code, '0');

  if (strpbrk (code, "0#?") == NULL || strchr (code, 'e') != NULL || strchr (code, '/') != NULL ||
      (last != NULL && last[1] == ','))
    return -1;
  return point == NULL ? 0 : (int) strspn (point + 1, "0#?");
}

QtrXlsxForm
qtr_xlsx_form_parse (const char *code)
{
  g_autofree char *bare = strip_words (code);
  gboolean is_general = strstr (bare, "general") != NULL || *bare == '\0' || *bare == '@';
  gboolean is_time = strpbrk (bare, "hs") != NULL;
  gboolean is_date =
      !is_general && (strpbrk (bare, "yd") != NULL || (!is_time && strchr (bare, 'm') != NULL));

  if (is_general || is_date || is_time)
    return (QtrXlsxForm) { is_date, FALSE, -1 };
  return (QtrXlsxForm) { FALSE, strchr (bare, '%') != NULL, count_decimals (bare) };
}

typedef struct {
  GArray *forms;
  /* (element-type QtrXlsxForm): those that the workbook writes, by their numbers. */
  GHashTable *written;
  gboolean in_cells;
} Styles;

static QtrXlsxForm
find_form (const Styles *self, guint number)
{
  const QtrXlsxForm *form = g_hash_table_lookup (self->written, GUINT_TO_POINTER (number));

  return form != NULL ? *form : find_built_in (number);
}

static void
style_begin (QtrXml *xml, const char *name, gpointer data)
{
  Styles *self = data;
  guint number = qtr_xml_get_count (xml, "numFmtId", 0, G_MAXINT);
  const char *code = NULL;
  QtrXlsxForm form;

  if (g_str_equal (name, "cellXfs")) {
    self->in_cells = TRUE;
  } else if (g_str_equal (name, "numFmt")) {
    code = qtr_xml_get (xml, "formatCode");
    form = qtr_xlsx_form_parse (code == NULL ? "" : code);
    g_hash_table_insert (self->written, GUINT_TO_POINTER (number), g_memdup2 (&form, sizeof form));
  } else if (g_str_equal (name, "xf") && self->in_cells && self->forms->len < FORMS_MAX) {
    form = find_form (self, number);
    g_array_append_val (self->forms, form);
  }
}

static void
style_end (QtrXml *xml, const char *name, gpointer data)
{
  Styles *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->in_cells = FALSE;
}

GArray *
qtr_xlsx_forms_read (QtrPackage *package, GCancellable *cancellable, GError **error)
{
  static const QtrXmlHandler handler = { style_begin, style_end, NULL };
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (QtrXlsxForm));
  g_autoptr (GHashTable) written = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Styles self = { forms, written, FALSE };

  if (qtr_package_has (package, "xl/styles.xml") &&
      !qtr_xml_read (package, "xl/styles.xml", &handler, &self, cancellable, error))
    return NULL;
  return g_steal_pointer (&forms);
}
