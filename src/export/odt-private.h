/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/xmlwriter.h>

#include "export/odt-package.h"
#include "export/publication.h"

G_BEGIN_DECLS

/* Names of styles, as styles.xml defines them and content.xml uses them. A space in a name is written _20_.
 */
#define QTR_ODT_LIST "Bullets"
#define QTR_ODT_LIST_LEVELS 10

/* So many columns a table can have at most, and so many where it is narrow. */
#define QTR_ODT_COLUMNS_MAX 12
#define QTR_ODT_NARROW_MAX 4

/**
 * QtrOdtFrame:
 * @width: of the page, in millimetres
 * @height: of the page
 * @margin: at its sides
 *
 * What the text stands on.
 */
typedef struct {
  double width;
  double height;
  double margin;
} QtrOdtFrame;

/**
 * qtr_odt_frame_get:
 *
 * Returns: the page of a publication's paper
 */
QtrOdtFrame qtr_odt_frame_get (const QtrPublication *publication);

/**
 * QtrOdtXml:
 *
 * A writer whose text ends in memory.
 */
typedef struct {
  xmlBuffer *buffer;
  xmlTextWriter *writer;
} QtrOdtXml;

/**
 * qtr_odt_xml_begin:
 * @root: the root's name, with prefix; all prefixes of the format are declared on it
 */
QtrOdtXml qtr_odt_xml_begin (const char *root);

/**
 * qtr_odt_xml_end:
 *
 * Returns: (transfer full): what was written, as a whole document
 */
GBytes *qtr_odt_xml_end (QtrOdtXml *self);

void qtr_odt_begin (QtrOdtXml *self, const char *element);
void qtr_odt_end (QtrOdtXml *self);

/**
 * qtr_odt_set:
 * @value: (nullable): %NULL: no such attribute
 */
void qtr_odt_set (QtrOdtXml *self, const char *attribute, const char *value);
void qtr_odt_set_millimetres (QtrOdtXml *self, const char *attribute, double length);

/**
 * qtr_odt_add:
 * @element: its name
 * @...: pairs of an attribute's name and its value, and %NULL
 *
 * Adds an element without content.
 */
void qtr_odt_add (QtrOdtXml *self, const char *element, ...) G_GNUC_NULL_TERMINATED;

/**
 * qtr_odt_append_text:
 * @text: (nullable): words, of which all spaces are kept
 */
void qtr_odt_append_text (QtrOdtXml *self, const char *text);

/**
 * qtr_odt_add_paragraph:
 * @text: (nullable): of an empty one nothing is written at all
 */
void qtr_odt_add_paragraph (QtrOdtXml *self, const char *style, const char *text);

/**
 * qtr_odt_measure_picture:
 *
 * Returns: how many times as wide as high a picture is
 */
double qtr_odt_measure_picture (GBytes *bytes);

/**
 * qtr_odt_write_styles:
 *
 * Returns: (transfer full): styles.xml: how it looks, and what stands at the head and foot of every page
 */
GBytes *qtr_odt_write_styles (const QtrPublication *publication);

/**
 * qtr_odt_write_content:
 * @package: where pictures go
 *
 * Returns: (transfer full): content.xml, or %NULL with the error of a chart that could not be painted
 */
GBytes *qtr_odt_write_content (const QtrPublication *publication, QtrOdtPackage *package, GError **error);

/**
 * qtr_odt_get_last_anchor:
 * @anchor: a node's
 *
 * Returns: (transfer full): a name for the place where that node ends
 */
char *qtr_odt_get_last_anchor (const char *anchor);

/**
 * qtr_odt_add_nodes:
 *
 * Adds the parts of a publication.
 *
 * Returns: %TRUE, or %FALSE with the error of a chart that could not be painted
 */
gboolean qtr_odt_add_nodes (QtrOdtXml *xml, const QtrPublication *publication, QtrOdtPackage *package,
                            GError **error);

/**
 * qtr_odt_add_picture:
 * @paths: (array length=n_paths): members of the package; a reader takes the first that it can show
 * @width: in millimetres
 * @text: (nullable): what stands for it where it is not seen
 * @description: (nullable): the same at length
 *
 * Adds a picture to the current paragraph, as a letter of it.
 */
void qtr_odt_add_picture (QtrOdtXml *xml, const char *const *paths, guint n_paths, double width,
                          double height, const char *text, const char *description);

G_END_DECLS
