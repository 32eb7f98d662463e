/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/package.h"

G_BEGIN_DECLS

/**
 * QtrXml:
 *
 * The element that is being read.
 */
typedef struct _QtrXml QtrXml;

/**
 * QtrXmlHandler:
 * @begin: an element begins; its attributes can be asked for
 * @end: it ends
 * @text: (nullable): what stands between; may come in pieces
 *
 * What is told of a file of markup, in its order. Elements are called by their names without prefix.
 */
typedef struct {
  void (*begin) (QtrXml *xml, const char *name, gpointer data);
  void (*end) (QtrXml *xml, const char *name, gpointer data);
  void (*text) (QtrXml *xml, const char *text, gsize size, gpointer data);
} QtrXmlHandler;

/**
 * qtr_xml_read:
 * @member: the name of a file in the package
 *
 * Reads a file of markup without keeping any of it. A document type, and with it every entity of its own, is
 * refused; nothing is loaded from anywhere.
 *
 * Returns: whether all of it was read; else %QTR_ERROR_SYNTAX, %QTR_ERROR_LIMIT, or what @handler failed with
 */
gboolean qtr_xml_read (QtrPackage *package, const char *member, const QtrXmlHandler *handler, gpointer data,
                       GCancellable *cancellable, GError **error);

/**
 * qtr_xml_get:
 * @attribute: its name without prefix
 *
 * Returns: (transfer none) (nullable): the value of an attribute of the element that begins
 */
const char *qtr_xml_get (QtrXml *self, const char *attribute);

/**
 * qtr_xml_get_count:
 *
 * Returns: the value of an attribute as a whole number from 0 to @most, or @fallback if it is none
 */
guint qtr_xml_get_count (QtrXml *self, const char *attribute, guint fallback, guint most);

/**
 * qtr_xml_is_of:
 * @vocabulary: a part of the name of a namespace
 *
 * Returns: whether the element that begins is of that vocabulary
 */
gboolean qtr_xml_is_of (QtrXml *self, const char *vocabulary);

/**
 * qtr_xml_fail:
 * @error: (transfer full): why
 *
 * Ends the reading.
 */
void qtr_xml_fail (QtrXml *self, GError *error);

G_END_DECLS
