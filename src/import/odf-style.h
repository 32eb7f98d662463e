/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/xml.h"

G_BEGIN_DECLS

/**
 * QtrOdfLook:
 * @bold: -1 where the style does not say
 * @size: in points; 0 where the style does not say
 *
 * How letters look.
 */
typedef struct {
  int bold;
  double size;
} QtrOdfLook;

/**
 * QtrOdfStyles:
 *
 * The styles of an OpenDocument text, as far as they say what is a heading.
 */
typedef struct _QtrOdfStyles QtrOdfStyles;

QtrOdfStyles *qtr_odf_styles_new (void);
void qtr_odf_styles_free (QtrOdfStyles *self);

/**
 * qtr_odf_styles_begin:
 *
 * To be told of each element that begins, and qtr_odf_styles_end() of each that ends.
 */
void qtr_odf_styles_begin (QtrOdfStyles *self, QtrXml *xml, const char *name);
void qtr_odf_styles_end (QtrOdfStyles *self, const char *name);

/**
 * qtr_odf_styles_look:
 * @family: `paragraph` or `text`
 * @name: (nullable): of a style
 *
 * Returns: what it and those that it builds on say
 */
QtrOdfLook qtr_odf_styles_look (QtrOdfStyles *self, const char *family, const char *name);

/**
 * qtr_odf_styles_breaks_page:
 *
 * Returns: whether a paragraph of that style begins a page
 */
gboolean qtr_odf_styles_breaks_page (QtrOdfStyles *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrOdfStyles, qtr_odf_styles_free)

G_END_DECLS
