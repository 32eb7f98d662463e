/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrOdtPackage:
 *
 * The members of an OpenDocument file, until they are written as one.
 */
typedef struct _QtrOdtPackage QtrOdtPackage;

QtrOdtPackage *qtr_odt_package_new (const char *media_type);
void qtr_odt_package_free (QtrOdtPackage *self);

/**
 * qtr_odt_package_add:
 * @path: its name in the file
 * @media_type: what it is
 * @content: (transfer full): its bytes
 */
void qtr_odt_package_add (QtrOdtPackage *self, const char *path, const char *media_type, GBytes *content);

/**
 * qtr_odt_package_write:
 *
 * Writes the file, in which the members bear no dates: the same members give the same bytes.
 *
 * Returns: (transfer full): the file's content, or %NULL with %QTR_ERROR_FAILED
 */
GBytes *qtr_odt_package_write (const QtrOdtPackage *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrOdtPackage, qtr_odt_package_free)

G_END_DECLS
