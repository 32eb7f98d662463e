/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/docx-style.h"

#include <string.h>

#define CHAIN_MAX 32
#define LEVELS_MAX 9

typedef struct {
  QtrDocxLook look;
  char *parent;
} Style;

struct _QtrDocxStyles {
  GHashTable *styles;
  char *standard;
  QtrDocxLook defaults;
  /* Of abstract lists: which levels have no mark, as bits; of lists: which abstract one they are. */
  GHashTable *unmarked;
  GHashTable *lists;

  /* What is being read. */
  Style *style;
  gboolean in_defaults;
  int abstract;
  int list;
  guint level;
};

/* --- A look --- */

/* A switch is on unless it says otherwise. */
static gboolean
is_on (QtrXml *xml)
{
  const char *value = qtr_xml_get (xml, "val");

  return value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") ||
                            g_str_equal (value, "off") || g_str_equal (value, "none"));
}

void
qtr_docx_look_read (QtrDocxLook *self, QtrXml *xml, const char *name)
{
  if (g_str_equal (name, "b"))
    self->bold = is_on (xml);
  else if (g_str_equal (name, "sz"))
    self->size = (int) qtr_xml_get_count (xml, "val", 0, 1000);
  else if (g_str_equal (name, "outlineLvl"))
    self->level = ((int) qtr_xml_get_count (xml, "val", LEVELS_MAX, LEVELS_MAX) + 1) % (LEVELS_MAX + 1);
  else if (g_str_equal (name, "numId"))
    self->list = (int) qtr_xml_get_count (xml, "val", 0, G_MAXINT);
  else if (g_str_equal (name, "ilvl"))
    self->list_level = (int) qtr_xml_get_count (xml, "val", 0, LEVELS_MAX - 1);
  else if (g_str_equal (name, "pageBreakBefore"))
    self->breaks_page = is_on (xml);
}

/* --- Styles --- */

static void
free_style (gpointer data)
{
  g_free (((Style *) data)->parent);
  g_free (data);
}

static void
begin_style (QtrDocxStyles *self, QtrXml *xml)
{
  const char *id = qtr_xml_get (xml, "styleId");
  const char *standard = qtr_xml_get (xml, "default");

  self->style = g_new0 (Style, 1);
  self->style->look = QTR_DOCX_LOOK_UNSAID;
  g_hash_table_replace (self->styles, g_strdup (id == NULL ? "" : id), self->style);
  if (standard != NULL && g_strcmp0 (qtr_xml_get (xml, "type"), "paragraph") == 0 &&
      (g_str_equal (standard, "1") || g_str_equal (standard, "true"))) {
    g_free (self->standard);
    self->standard = g_strdup (id);
  }
}

/* The names of the styles that every program knows say what some programs leave out. */
static void
read_name (Style *style, const char *name)
{
  g_autofree char *small = name == NULL ? g_strdup ("") : g_ascii_strdown (name, -1);
  gsize length = strlen (small);
  int digit = length > 0 ? g_ascii_digit_value (small[length - 1]) : -1;

  if (g_str_has_prefix (small, "heading ") && digit > 0)
    style->look.level = digit;
  /* Each depth has a style, a list, and in this the first level, of its own. */
  if (g_str_has_prefix (small, "list ") && digit > 1)
    style->look.list_level = digit - 1;
}

static void
style_begin_cb (QtrXml *xml, const char *name, gpointer data)
{
  QtrDocxStyles *self = data;

  if (g_str_equal (name, "style"))
    begin_style (self, xml);
  else if (g_str_equal (name, "docDefaults"))
    self->in_defaults = TRUE;
  else if (self->in_defaults)
    qtr_docx_look_read (&self->defaults, xml, name);
  else if (self->style == NULL)
    return;
  else if (g_str_equal (name, "name"))
    read_name (self->style, qtr_xml_get (xml, "val"));
  else if (g_str_equal (name, "basedOn") && self->style->parent == NULL)
    self->style->parent = g_strdup (qtr_xml_get (xml, "val"));
  else
    qtr_docx_look_read (&self->style->look, xml, name);
}

static void
style_end_cb (QtrXml *xml, const char *name, gpointer data)
{
  QtrDocxStyles *self = data;

  if (g_str_equal (name, "style"))
    self->style = NULL;
  else if (g_str_equal (name, "docDefaults"))
    self->in_defaults = FALSE;
}

static void
fill (QtrDocxLook *look, const QtrDocxLook *from)
{
  if (look->bold < 0)
    look->bold = from->bold;
  if (look->size <= 0)
    look->size = from->size;
  if (look->level < 0)
    look->level = from->level;
  if (look->list < 0)
    look->list = from->list;
  if (look->list_level < 0)
    look->list_level = from->list_level;
  look->breaks_page = look->breaks_page || from->breaks_page;
}

QtrDocxLook
qtr_docx_styles_look (QtrDocxStyles *self, const char *name)
{
  QtrDocxLook look = QTR_DOCX_LOOK_UNSAID;

  name = name != NULL ? name : self->standard;
  for (guint i = 0; name != NULL && i < CHAIN_MAX; i++) {
    const Style *style = g_hash_table_lookup (self->styles, name);

    if (style == NULL)
      break;
    fill (&look, &style->look);
    name = style->parent;
  }
  fill (&look, &self->defaults);
  return look;
}

/* --- Lists --- */

static void
take_unmarked (QtrDocxStyles *self)
{
  gpointer key = GINT_TO_POINTER (self->abstract);
  guint levels = GPOINTER_TO_UINT (g_hash_table_lookup (self->unmarked, key));

  g_hash_table_insert (self->unmarked, key, GUINT_TO_POINTER (levels | 1u << self->level));
}

static void
list_begin_cb (QtrXml *xml, const char *name, gpointer data)
{
  QtrDocxStyles *self = data;
  const char *value = qtr_xml_get (xml, "val");

  if (g_str_equal (name, "abstractNum"))
    self->abstract = (int) qtr_xml_get_count (xml, "abstractNumId", 0, G_MAXINT);
  else if (g_str_equal (name, "lvl"))
    self->level = qtr_xml_get_count (xml, "ilvl", 0, LEVELS_MAX - 1);
  else if (g_str_equal (name, "num"))
    self->list = (int) qtr_xml_get_count (xml, "numId", 0, G_MAXINT);
  else if (g_str_equal (name, "abstractNumId"))
    g_hash_table_insert (self->lists, GINT_TO_POINTER (self->list),
                         GINT_TO_POINTER ((int) qtr_xml_get_count (xml, "val", 0, G_MAXINT)));
  else if ((g_str_equal (name, "numFmt") && g_strcmp0 (value, "none") == 0) ||
           (g_str_equal (name, "lvlText") && value != NULL && strspn (value, " ") == strlen (value)))
    take_unmarked (self);
}

static void
list_end_cb (QtrXml *xml, const char *name, gpointer data)
{
}

gboolean
qtr_docx_styles_has_mark (QtrDocxStyles *self, int list, int level)
{
  gpointer abstract = g_hash_table_lookup (self->lists, GINT_TO_POINTER (list));
  guint levels = GPOINTER_TO_UINT (g_hash_table_lookup (self->unmarked, abstract));

  return (levels & 1u << CLAMP (level, 0, LEVELS_MAX - 1)) == 0;
}

/* --- Reading --- */

static gboolean
read_if_there (QtrDocxStyles *self, QtrPackage *package, const char *member, const QtrXmlHandler *handler,
               GError **error)
{
  return !qtr_package_has (package, member) || qtr_xml_read (package, member, handler, self, NULL, error);
}

QtrDocxStyles *
qtr_docx_styles_read (QtrPackage *package, GError **error)
{
  static const QtrXmlHandler style_handler = { style_begin_cb, style_end_cb, NULL };
  static const QtrXmlHandler list_handler = { list_begin_cb, list_end_cb, NULL };
  g_autoptr (QtrDocxStyles) self = g_new0 (QtrDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  self->unmarked = g_hash_table_new (NULL, NULL);
  self->lists = g_hash_table_new (NULL, NULL);
  self->defaults = QTR_DOCX_LOOK_UNSAID;
  if (!read_if_there (self, package, "word/styles.xml", &style_handler, error) ||
      !read_if_there (self, package, "word/numbering.xml", &list_handler, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
qtr_docx_styles_free (QtrDocxStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->unmarked);
  g_hash_table_unref (self->lists);
  g_free (self->standard);
  g_free (self);
}
