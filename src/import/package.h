/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QtrPackageKind:
 * @QTR_PACKAGE_NONE: no package at all
 * @QTR_PACKAGE_BROKEN: begins like one, and cannot be opened
 * @QTR_PACKAGE_LOCKED: the older container of Microsoft's programs, in which they also put what has a
 * password
 * @QTR_PACKAGE_OTHER: none of those that can be read
 *
 * What some bytes are, going by their content alone.
 */
typedef enum {
  QTR_PACKAGE_NONE,
  QTR_PACKAGE_BROKEN,
  QTR_PACKAGE_LOCKED,
  QTR_PACKAGE_OTHER,
  QTR_PACKAGE_ODT,
  QTR_PACKAGE_DOCX,
  QTR_PACKAGE_ODS,
  QTR_PACKAGE_XLSX,
} QtrPackageKind;

/**
 * QtrPackage:
 *
 * A zip archive that holds a document, read within the limits of package-limit.h. Nothing is ever unpacked to
 * a disk, and nothing that it names outside of itself is looked for.
 */
typedef struct _QtrPackage QtrPackage;

/**
 * qtr_package_recognise:
 */
QtrPackageKind qtr_package_recognise (GBytes *bytes);

/**
 * qtr_package_open:
 *
 * Returns: (transfer full) (nullable): the package, or %NULL with %QTR_ERROR_SYNTAX if it is none or is
 * broken, %QTR_ERROR_UNREADABLE if it is encrypted, %QTR_ERROR_LIMIT if it is too large. Messages do not name
 * the file.
 */
QtrPackage *qtr_package_open (GBytes *bytes, GError **error);
void qtr_package_free (QtrPackage *self);

gboolean qtr_package_has (QtrPackage *self, const char *member);

/**
 * QtrPackageTaker:
 *
 * Takes a piece of a member.
 *
 * Returns: whether more is wanted
 */
typedef gboolean (*QtrPackageTaker) (const char *data, gsize size, gpointer user_data);

/**
 * qtr_package_stream:
 * @member: the name of a file in the package
 *
 * Hands a member piece by piece to @take, until it wants no more.
 *
 * Returns: whether all that was wanted could be read
 */
gboolean qtr_package_stream (QtrPackage *self, const char *member, QtrPackageTaker take, gpointer user_data,
                             GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPackage, qtr_package_free)

G_END_DECLS
