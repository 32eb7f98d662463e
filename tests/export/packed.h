/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * packed_list:
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the members of a ZIP file by their names
 */
GHashTable *packed_list (GBytes *file);

/**
 * packed_read_xml:
 *
 * Fails unless @bytes are well-formed XML.
 */
xmlDoc *packed_read_xml (GBytes *bytes);

/**
 * packed_read_member:
 * @name: of a member that is XML
 */
xmlDoc *packed_read_member (GHashTable *members, const char *name);

/**
 * packed_get_text:
 *
 * Returns: (transfer full): all text in a node, with a space after each element that is a paragraph or a
 *   cell, and as many as a document says where it says it
 */
char *packed_get_text (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
