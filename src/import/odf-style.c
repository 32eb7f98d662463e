/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/odf-style.h"

#include <stdlib.h>

/* No chain of styles is longer; one that leads round in a circle ends there. */
#define CHAIN_MAX 32

typedef struct {
  QtrOdfLook look;
  char *parent;
  gboolean breaks_page;
} Style;

struct _QtrOdfStyles {
  /* By family and name. */
  GHashTable *styles;
  /* The one that is being read, borrowed. */
  Style *current;
};

static void
free_style (gpointer data)
{
  g_free (((Style *) data)->parent);
  g_free (data);
}

QtrOdfStyles *
qtr_odf_styles_new (void)
{
  QtrOdfStyles *self = g_new0 (QtrOdfStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  return self;
}

void
qtr_odf_styles_free (QtrOdfStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_free (self);
}

static char *
make_key (const char *family, const char *name)
{
  return g_strdup_printf ("%s/%s", family == NULL ? "" : family, name == NULL ? "" : name);
}

/* The style without a name is the one that all of its family begin with. */
static void
begin_style (QtrOdfStyles *self, QtrXml *xml, gboolean is_default)
{
  const char *family = qtr_xml_get (xml, "family");
  const char *parent = qtr_xml_get (xml, "parent-style-name");

  self->current = g_new0 (Style, 1);
  self->current->look.bold = -1;
  if (!is_default)
    self->current->parent = make_key (family, parent);
  g_hash_table_replace (self->styles, make_key (family, is_default ? NULL : qtr_xml_get (xml, "name")),
                        self->current);
}

static void
read_letters (QtrOdfStyles *self, QtrXml *xml)
{
  const char *weight = qtr_xml_get (xml, "font-weight");
  const char *size = qtr_xml_get (xml, "font-size");

  if (weight != NULL)
    self->current->look.bold = g_str_equal (weight, "bold") || atoi (weight) >= 600;
  /* A size in percent is one of the parent's, which headings never have. */
  if (size != NULL && g_str_has_suffix (size, "pt"))
    self->current->look.size = CLAMP (g_ascii_strtod (size, NULL), 0, 1000);
}

void
qtr_odf_styles_begin (QtrOdfStyles *self, QtrXml *xml, const char *name)
{
  if (g_str_equal (name, "style") || g_str_equal (name, "default-style"))
    begin_style (self, xml, g_str_equal (name, "default-style"));
  else if (self->current != NULL && g_str_equal (name, "text-properties"))
    read_letters (self, xml);
  else if (self->current != NULL && g_str_equal (name, "paragraph-properties"))
    self->current->breaks_page = g_strcmp0 (qtr_xml_get (xml, "break-before"), "page") == 0;
}

void
qtr_odf_styles_end (QtrOdfStyles *self, const char *name)
{
  if (g_str_equal (name, "style") || g_str_equal (name, "default-style"))
    self->current = NULL;
}

static const Style *
find_style (QtrOdfStyles *self, const char *family, const char *name)
{
  g_autofree char *key = make_key (family, name);

  return g_hash_table_lookup (self->styles, key);
}

QtrOdfLook
qtr_odf_styles_look (QtrOdfStyles *self, const char *family, const char *name)
{
  QtrOdfLook look = { -1, 0 };
  const Style *style = find_style (self, family, name);

  for (guint i = 0; style != NULL && i < CHAIN_MAX; i++) {
    if (look.bold < 0)
      look.bold = style->look.bold;
    if (look.size <= 0)
      look.size = style->look.size;
    style = style->parent == NULL ? NULL : g_hash_table_lookup (self->styles, style->parent);
  }
  return look;
}

gboolean
qtr_odf_styles_breaks_page (QtrOdfStyles *self, const char *name)
{
  const Style *style = find_style (self, "paragraph", name);

  return style != NULL && style->breaks_page;
}
