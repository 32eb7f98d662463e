/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/xml.h"

G_BEGIN_DECLS

/**
 * QtrDocxLook:
 * @bold: -1 where nothing says so
 * @size: in half points; 0 where nothing says so
 * @level: of a heading, from 1; 0 for none; -1 where nothing says so
 * @list: the number of the list that a paragraph stands in; 0 for none; -1 where nothing says so
 * @list_level: how deep in it, from 0; -1 where nothing says so
 * @breaks_page: whether a page begins with it
 *
 * What a style, or a paragraph itself, says of how it looks and what it is.
 */
typedef struct {
  int bold;
  int size;
  int level;
  int list;
  int list_level;
  gboolean breaks_page;
} QtrDocxLook;

#define QTR_DOCX_LOOK_UNSAID ((QtrDocxLook) { -1, 0, -1, -1, -1, FALSE })

/**
 * qtr_docx_look_read:
 *
 * Takes what an element says of a look, if it says something.
 */
void qtr_docx_look_read (QtrDocxLook *self, QtrXml *xml, const char *name);

/**
 * QtrDocxStyles:
 *
 * The styles and the lists of a DOCX document.
 */
typedef struct _QtrDocxStyles QtrDocxStyles;

/**
 * qtr_docx_styles_read:
 *
 * Returns: (transfer full) (nullable): what the package says of styles and lists; both may be missing
 */
QtrDocxStyles *qtr_docx_styles_read (QtrPackage *package, GError **error);
void qtr_docx_styles_free (QtrDocxStyles *self);

/**
 * qtr_docx_styles_look:
 * @name: (nullable): of a style; %NULL: the one that paragraphs have
 *
 * Returns: what it and those that it builds on say
 */
QtrDocxLook qtr_docx_styles_look (QtrDocxStyles *self, const char *name);

/**
 * qtr_docx_styles_has_mark:
 *
 * Returns: whether a paragraph in that level of that list has a mark before it
 */
gboolean qtr_docx_styles_has_mark (QtrDocxStyles *self, int list, int level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrDocxStyles, qtr_docx_styles_free)

G_END_DECLS
